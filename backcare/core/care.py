"""Who should take care with what: tags of exercises against what a person told us."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from backcare.core.exercise import Exercise, Tag
from backcare.core.routine import Catalogue, Routine, RoutineItem
from backcare.core.settings import CareChoice, Settings

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


@dataclass(frozen=True, slots=True)
class Choice:
    """What becomes of one item of a routine.

    Attributes:
        exercise: the exercise to do; None when the item is left out.
        item: the item as it applies to that exercise.
        original: the exercise that the routine names.
        tags: the reasons for care that apply to this person.
        by_person: the person chose another exercise than the routine's.
    """

    exercise: Exercise | None
    item: RoutineItem
    original: Exercise
    tags: tuple[Tag, ...]
    by_person: bool = False

    @property
    def swapped(self) -> bool:
        """Whether another exercise stands in."""
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


def choose(
    routine: Routine,
    catalogue: Catalogue,
    settings: Settings,
    swaps: Mapping[str, str] | None = None,
) -> tuple[Choice, ...]:
    """What becomes of each item of `routine` for this person, in order.

    The person's own `swaps` come first; care is then taken with what they lead to. A tag
    that only limits (lying on the back while pregnant) keeps the exercise and its caution;
    the others follow `settings.care_choice`. Where no easier neighbour is free of such
    tags, swapping becomes leaving out; so it does where all of those are done already, for
    a routine that consists of one exercise over and over helps nobody.
    """
    wanted = [
        replacement(catalogue.exercises[item.exercise], catalogue, swaps or {})
        for item in routine.items
    ]
    done = {exercise.id for exercise in wanted if _is_kept(exercise, settings)}
    choices = []
    for item, exercise in zip(routine.items, wanted, strict=True):
        chosen = _choose(exercise, catalogue, settings, done)
        if chosen is not None:
            done.add(chosen.id)
        original = catalogue.exercises[item.exercise]
        choices.append(
            Choice(
                chosen,
                item if chosen is None else _item_for(chosen, item),
                original,
                tags_that_apply(exercise, settings),
                by_person=exercise is not original,
            )
        )
    return tuple(choices)


def replacement(exercise: Exercise, catalogue: Catalogue, swaps: Mapping[str, str]) -> Exercise:
    """What the person does instead of an exercise; the exercise itself where it is kept.

    What stands in may be replaced in turn. Where that leads back to an exercise that has
    been replaced already, it ends before it.
    """
    seen = {exercise.id}
    while True:
        following = catalogue.exercises.get(swaps.get(exercise.id, ""))
        if following is None or following.id in seen:
            return exercise
        seen.add(following.id)
        exercise = following


def _is_kept(exercise: Exercise, settings: Settings) -> bool:
    if settings.care_choice is CareChoice.SHOW:
        return True
    return not _stops(tags_that_apply(exercise, settings))


def _choose(
    exercise: Exercise, catalogue: Catalogue, settings: Settings, done: Collection[str]
) -> Exercise | None:
    """What is done for `exercise` where all in `done` is done anyway."""
    if _is_kept(exercise, settings):
        return exercise
    if settings.care_choice is CareChoice.SKIP:
        return None
    return nearest_easier(exercise, catalogue, settings, without=done)


def _item_for(exercise: Exercise, item: RoutineItem) -> RoutineItem:
    """The item for what is done there: a prescribed dose belongs to what was prescribed."""
    if exercise.id == item.exercise:
        return item
    return RoutineItem(
        exercise.id, first_side=item.first_side, heading=item.heading, wait=item.wait
    )


def _stops(tags: tuple[Tag, ...]) -> bool:
    return any(tag is not Tag.PREGNANCY_LIMIT for tag in tags)


def kinder(exercise: Exercise, catalogue: Catalogue, settings: Settings) -> Exercise | None:
    """What had better be done instead of an exercise that somebody should take care with.

    For a demanding one that is the gentlest of its easier neighbours, for others the nearest.
    """
    if Tag.ADVANCED in exercise.tags:
        for name in reversed(exercise.easier):
            neighbour = catalogue.exercises.get(name)
            if neighbour is not None and not _stops(tags_that_apply(neighbour, settings)):
                return neighbour
    return nearest_easier(exercise, catalogue, settings)


def nearest_easier(
    exercise: Exercise,
    catalogue: Catalogue,
    settings: Settings,
    *,
    without: Collection[str] = (),
) -> Exercise | None:
    """The nearest easier neighbour that nothing speaks against, searched breadth first.

    Those in `without` are passed over.
    """
    queue, seen = list(exercise.easier), {exercise.id}
    while queue:
        neighbour = catalogue.exercises.get(queue.pop(0))
        if neighbour is None or neighbour.id in seen:
            continue
        seen.add(neighbour.id)
        if neighbour.id not in without and not _stops(tags_that_apply(neighbour, settings)):
            return neighbour
        queue.extend(neighbour.easier)
    return None
