"""What the figure does, without the figure: between which two poses it is, and how far."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from backcare.core.exercise import MIRRORED, Exercise, Illustration, Movement, Side, Sides

SHOWING_SECONDS = 6.0
"""About how long it is to show slowly, once, how an exercise goes."""

SHOWING_BOTH_SECONDS = 9.0
"""The same where there are two efforts."""

DEMONSTRATIONS = 3
REACH_SECONDS = 1.5
"""How long it takes to get from the start to an effort, at an easy pace."""

CYCLE_SECONDS = {"walking": 1.2, "jogging": 0.85, "cycling": 1.05, "swimming": 2.4}
"""Two steps, one turn of the pedals, or one stroke with each arm, at an easy pace."""

ANY_CYCLE_SECONDS = 1.4
SHOWN_CYCLES = 8


class KeyPose(Enum):
    """The poses that a movement goes through. The words are those of the figure's own keys."""

    START = "start"
    EFFORT = "effort"
    SECOND_START = "second start"
    SECOND = "second"
    OTHER_START = "other start"


class Pace(Enum):
    """How much moves."""

    STILL = "still"
    BREATHING = "breathing"
    MOVING = "moving"


class Way(NamedTuple):
    """A point on the way from one pose to another; `share` runs from 0 to 1, eased already."""

    origin: KeyPose
    goal: KeyPose
    share: float


@dataclass(frozen=True, slots=True)
class Gesture:
    """A moment of a movement.

    Attributes:
        origin, goal: the body is on its way from one to the other; equal where it is at one.
            Where it goes back, the way there is told, so that one way has one set of pictures.
        share: how far it has come, 0 to 1. The easing has been done.
        breath: how far it has breathed in, 0 to 1.
        flipped: pose and camera are mirrored.
        turned: how far the camera has gone round from the other start, 0 to 1: 1 is the same
            as the start, not turned and flipped the other way.
        side: the side that works; None where the exercise has no sides.
        marked: the limbs that work are told by their colour.
        arrow: the way is shown by an arrow, because nothing moves.
        pace: whether time alone changes the picture.
    """

    origin: KeyPose = KeyPose.START
    goal: KeyPose = KeyPose.START
    share: float = 0.0
    breath: float = 0.0
    flipped: bool = False
    turned: float = 0.0
    side: Side | None = None
    marked: bool = True
    arrow: bool = False
    pace: Pace = Pace.STILL


class Goal(NamedTuple):
    """An effort; `via` if the way there leads through the first one."""

    key: KeyPose
    via: bool = False


def has_turns(exercise: Exercise, illustration: Illustration) -> bool:
    """Left and right each have a pose, seen from one place; nothing is mirrored."""
    return bool(illustration.second) and exercise.sides is Sides.ALTERNATING


def is_other_side(illustration: Illustration, side: Side | None) -> bool:
    """`side` is not the one that works in the poses."""
    return None not in (side, illustration.side) and side is not illustration.side


def goal_of(exercise: Exercise, illustration: Illustration, side: Side | None) -> Goal:
    """What is done on a side. A second pose of a hold is the one that is held."""
    if has_turns(exercise, illustration):
        other = is_other_side(illustration, side)
        return Goal(KeyPose.SECOND if other else KeyPose.EFFORT)
    held = exercise.has_holds and illustration.second not in ("", MIRRORED)
    return Goal(KeyPose.SECOND, via=True) if held else Goal(KeyPose.EFFORT)


def has_both(exercise: Exercise, illustration: Illustration) -> bool:
    """There are two efforts, to be done one after the other."""
    return bool(illustration.second) and not goal_of(exercise, illustration, None).via


def eased(share: float) -> float:
    """A movement that starts and ends gently: 0 to 1 for 0 to 1, and no further."""
    return (1.0 - math.cos(math.pi * min(1.0, max(0.0, share)))) / 2.0


def reaching(goal: Goal, share: float) -> Way:
    """From the start to an effort; `share` of the time has passed. Backwards from 1 to 0."""
    if not goal.via:
        return Way(KeyPose.START, goal.key, eased(share))
    far = 2.0 * eased(share)
    if far <= 1.0:
        return Way(KeyPose.START, KeyPose.EFFORT, far)
    return Way(KeyPose.EFFORT, goal.key, far - 1.0)


def there_and_back(goal: Goal, share: float, *, there: float = 0.5, stay: float = 0.0) -> Way:
    """To an effort and back; `there` and `stay` are the parts of the time until and at it."""
    if share <= there:
        return reaching(goal, share / there)
    if share <= there + stay:
        return Way(goal.key, goal.key, 1.0)
    return reaching(goal, (1.0 - share) / (1.0 - there - stay))


def through_both(share: float) -> Way:
    """To the effort, across to the second one without a stop at the start, and back."""
    if share <= 0.25:  # noqa: PLR2004 - a quarter there, a half across, a quarter back
        return reaching(Goal(KeyPose.EFFORT), share * 4.0)
    if share >= 0.75:  # noqa: PLR2004
        return reaching(Goal(KeyPose.SECOND), (1.0 - share) * 4.0)
    across = 2.0 * eased(share * 2.0 - 0.5)
    if across <= 1.0:
        return Way(KeyPose.START, KeyPose.EFFORT, 1.0 - across)
    return Way(KeyPose.START, KeyPose.SECOND, across - 1.0)


def shown(share: float, goal: Goal, *, both: bool) -> Way:
    """How an exercise goes, once, slowly, with a rest where it can be seen best."""
    if both:
        return through_both(share)
    return there_and_back(goal, (share - 0.08) / 0.84, there=0.36, stay=0.26)


def showing_seconds(*, both: bool) -> float:
    """About how long `shown` should take."""
    return SHOWING_BOTH_SECONDS if both else SHOWING_SECONDS


def cycle_seconds(exercise: Exercise) -> float:
    """How long one round of an activity takes."""
    return CYCLE_SECONDS.get(exercise.id, ANY_CYCLE_SECONDS)


def cycle(exercise: Exercise, illustration: Illustration, elapsed: float) -> Way:
    """Where an activity is in its round: evenly, as nobody stops between two steps."""
    keys: tuple[KeyPose, ...] = (KeyPose.START, KeyPose.EFFORT)
    if illustration.second:
        keys += (KeyPose.SECOND_START, KeyPose.SECOND)
    place, share = divmod(elapsed / cycle_seconds(exercise) * len(keys), 1.0)
    at = int(place) % len(keys)
    return Way(keys[at], keys[(at + 1) % len(keys)], share)


def demonstration_seconds(exercise: Exercise, illustration: Illustration) -> float:
    """How long `demonstration_at` goes on."""
    if exercise.movement is Movement.ACTIVITY:
        keys = 4 if illustration.second else 2
        return (SHOWN_CYCLES + 1 / keys) * cycle_seconds(exercise)
    showing = showing_seconds(both=has_both(exercise, illustration))
    return DEMONSTRATIONS * showing + REACH_SECONDS


def demonstration_at(
    exercise: Exercise, illustration: Illustration, elapsed: float, *, reduced: bool = False
) -> Gesture:
    """The exercise shown a few times outside a session; it comes to rest at the effort."""
    side, goal = illustration.side, goal_of(exercise, illustration, illustration.side)
    if reduced or elapsed >= demonstration_seconds(exercise, illustration):
        return Gesture(goal.key, goal.key, side=side, arrow=reduced)
    if exercise.movement is Movement.ACTIVITY:
        way = cycle(exercise, illustration, elapsed)
    else:
        both = has_both(exercise, illustration)
        showing = showing_seconds(both=both)
        last = elapsed - DEMONSTRATIONS * showing
        way = shown(elapsed / showing % 1.0, goal, both=both)
        if last >= 0.0:
            way = reaching(goal, last / REACH_SECONDS)
    return Gesture(*way, side=side, pace=Pace.MOVING)
