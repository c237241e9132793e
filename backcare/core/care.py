"""Who should take care with what: tags of exercises against what a person told us."""

from __future__ import annotations

from dataclasses import dataclass

from backcare.core.exercise import Exercise, Tag
from backcare.core.routine import Catalogue, Routine, RoutineItem
from backcare.core.settings import CareChoice, Settings


@dataclass(frozen=True, slots=True)
class Choice:
    """What becomes of one item of a routine.

    Attributes:
        exercise: the exercise to do; None when the item is left out.
        item: the item as it applies to that exercise.
        original: the exercise that the routine names.
        tags: the reasons for care that apply to this person.
    """

    exercise: Exercise | None
    item: RoutineItem
    original: Exercise
    tags: tuple[Tag, ...]

    @property
    def swapped(self) -> bool:
        """Whether an easier neighbour stands in."""
        return self.exercise is not None and self.exercise.id != self.original.id


def tags_that_apply(exercise: Exercise, settings: Settings) -> tuple[Tag, ...]:
    """The tags of `exercise` that concern the person."""
    told = {
        Tag.PREGNANCY_LIMIT: settings.pregnant,
        Tag.PREGNANCY_AVOID: settings.pregnant,
        Tag.OSTEOPOROSIS: settings.osteoporosis,
        Tag.DISC: settings.recent_disc_trouble,
    }
    return tuple(tag for tag in exercise.tags if told.get(tag, False))


def choose(routine: Routine, catalogue: Catalogue, settings: Settings) -> tuple[Choice, ...]:
    """What becomes of each item of `routine` for this person, in order.

    A tag that only limits (lying on the back while pregnant) keeps the exercise and
    its caution; the others follow `settings.care_choice`. Where no easier neighbour
    is free of such tags, swapping becomes leaving out.
    """
    return tuple(_choose(item, catalogue, settings) for item in routine.items)


def _choose(item: RoutineItem, catalogue: Catalogue, settings: Settings) -> Choice:
    original = catalogue.exercises[item.exercise]
    tags = tags_that_apply(original, settings)
    if not _stops(tags) or settings.care_choice is CareChoice.SHOW:
        return Choice(original, item, original, tags)
    if settings.care_choice is CareChoice.SWAP:
        easier = _first_safe(original, catalogue, settings)
        if easier is not None:
            # The prescribed dose belongs to the exercise that was prescribed.
            swapped = RoutineItem(
                easier.id, first_side=item.first_side, heading=item.heading, wait=item.wait
            )
            return Choice(easier, swapped, original, tags)
    return Choice(None, item, original, tags)


def _stops(tags: tuple[Tag, ...]) -> bool:
    return any(tag is not Tag.PREGNANCY_LIMIT for tag in tags)


def _first_safe(exercise: Exercise, catalogue: Catalogue, settings: Settings) -> Exercise | None:
    """The nearest easier neighbour that nothing speaks against, searched breadth first."""
    queue, seen = list(exercise.easier), {exercise.id}
    while queue:
        neighbour = catalogue.exercises.get(queue.pop(0))
        if neighbour is None or neighbour.id in seen:
            continue
        seen.add(neighbour.id)
        if not _stops(tags_that_apply(neighbour, settings)):
            return neighbour
        queue.extend(neighbour.easier)
    return None
