"""The shipped exercises: what they are, how they are done, and for whom they are safe."""

from __future__ import annotations

import pytest

from backcare.core.dose import Dose, Span
from backcare.core.exercise import Limb, Movement, Position, SideOrder, Sides, Tag
from tests.builders import make_dose
from tests.shipped import shipped_catalogue

EXERCISES = shipped_catalogue().exercises

IDS = [
    "knee-to-chest",
    "double-knee-to-chest",
    "ball-curl",
    "straight-leg-raise",
    "lying-hamstring",
    "knee-rolls",
    "pelvic-tilt",
    "pelvic-lift",
    "bridge",
    "heel-raise-bridge",
    "heel-raise-bridge-arms",
    "partial-sit-up",
    "piriformis",
    "dead-bug",
    "prone-leg-lift",
    "prone-press-up",
    "cobra",
    "superman",
    "pilates-swimming",
    "standing-back-extension",
    "standing-forward-bend",
    "standing-hip-stretch",
    "deep-squat",
    "standing-lunge",
    "low-lunge",
    "kneeling-hip-flexor",
    "cat-cow",
    "childs-pose",
    "bird-dog",
    "plank",
    "side-plank",
    "chair-hamstring",
    "seated-forward-bend",
    "seated-twist",
    "russian-twist",
    "walking",
    "jogging",
    "cycling",
    "swimming",
]

TEMPO = (3, 3)

# What the catalogue page suggests where a document is silent, in its order. Where it leaves
# the tempo open, a move takes 3 s each way.
DEFAULT_DOSES: dict[str, Dose] = {
    "knee-to-chest": make_dose(hold=15, reps=3),
    "double-knee-to-chest": make_dose(hold=15, reps=3),
    "ball-curl": make_dose(hold=5, reps=5),
    "straight-leg-raise": make_dose(hold=5, reps=8),
    "lying-hamstring": make_dose(hold=30, reps=2),
    "knee-rolls": make_dose(reps=10, tempo=TEMPO),
    "pelvic-tilt": make_dose(reps=5, tempo=(5, 5)),
    "pelvic-lift": make_dose(hold=5, reps=10),
    "bridge": make_dose(hold=5, reps=5),
    "heel-raise-bridge": make_dose(hold=5, reps=5),
    "heel-raise-bridge-arms": make_dose(hold=5, reps=5),
    "partial-sit-up": make_dose(reps=10, tempo=TEMPO),
    "piriformis": make_dose(hold=Span(20, 30), reps=2),
    "dead-bug": make_dose(reps=8, tempo=(2, 2)),
    "prone-leg-lift": make_dose(hold=5, reps=8),
    "prone-press-up": make_dose(hold=Span(2, 3), reps=10),
    "cobra": make_dose(hold=10, reps=5),
    "superman": make_dose(hold=3, reps=5),
    "pilates-swimming": make_dose(reps=6, tempo=TEMPO),
    "standing-back-extension": make_dose(hold=3, reps=10),
    "standing-forward-bend": make_dose(hold=20, reps=2),
    "standing-hip-stretch": make_dose(hold=Span(10, 15), reps=2),
    "deep-squat": make_dose(reps=10, tempo=(3, 2)),
    "standing-lunge": make_dose(reps=5, tempo=(2, 1)),  # 3 s for a whole lunge
    "low-lunge": make_dose(hold=Span(15, 20), reps=2),
    "kneeling-hip-flexor": make_dose(hold=20, reps=2),
    "cat-cow": make_dose(reps=5, tempo=(5, 5)),
    "childs-pose": make_dose(hold=30, reps=2),
    "bird-dog": make_dose(hold=5, reps=5),
    "plank": make_dose(hold=10, reps=3),
    "side-plank": make_dose(hold=10, reps=3),
    "chair-hamstring": make_dose(hold=Span(20, 30), reps=2),
    "seated-forward-bend": make_dose(hold=15, reps=2, rest=10),
    "seated-twist": make_dose(hold=Span(20, 30), reps=2),
    "russian-twist": make_dose(reps=5, tempo=TEMPO),
    "walking": make_dose(minutes=10),
    "jogging": make_dose(minutes=5),
    "cycling": make_dose(minutes=10),
    "swimming": make_dose(minutes=10),
}

P, S, H = Position, Sides, Movement
POSITIONS = {
    P.SUPINE: IDS[:14],
    P.PRONE: [*IDS[14:19], "plank"],
    P.STANDING: IDS[19:24],
    P.KNEELING: IDS[24:29],
    P.SIDE_LYING: ["side-plank"],
    P.SITTING: IDS[31:35],
    P.ELSEWHERE: IDS[35:],
}

# The whole of one rep: no left and right although both are done.
CYCLES = ("knee-rolls", "russian-twist")
TAKING_TURNS = {
    "dead-bug": Limb.ARM,
    "pilates-swimming": Limb.ARM,
    "bird-dog": Limb.ARM,
    "standing-lunge": Limb.FOOT,
}
ONE_SIDED = {
    "knee-to-chest": (SideOrder.ALTERNATE, Limb.LEG),
    "straight-leg-raise": (SideOrder.BLOCK, Limb.LEG),
    "lying-hamstring": (SideOrder.ALTERNATE, Limb.LEG),
    "piriformis": (SideOrder.ALTERNATE, Limb.LEG),
    "prone-leg-lift": (SideOrder.BLOCK, Limb.LEG),
    "standing-hip-stretch": (SideOrder.BLOCK, Limb.HIP),
    "low-lunge": (SideOrder.ALTERNATE, Limb.HIP),
    "kneeling-hip-flexor": (SideOrder.ALTERNATE, Limb.HIP),
    "side-plank": (SideOrder.ALTERNATE, Limb.SIDE),
    "chair-hamstring": (SideOrder.ALTERNATE, Limb.LEG),
    "seated-twist": (SideOrder.ALTERNATE, Limb.SIDE),
}
ACTIVITIES = ("walking", "jogging", "cycling", "swimming")


def test_the_exercises_are_these_in_this_order() -> None:
    assert list(EXERCISES) == IDS
    assert len(IDS) == 39
    assert [exercise.id for exercise in EXERCISES.values()] == IDS


@pytest.mark.parametrize("name", IDS)
def test_the_default_dose_is_the_suggested_one(name: str) -> None:
    dose = DEFAULT_DOSES[name]
    if dose.minutes is None:
        dose = dose.completed_by(make_dose(sets=1))
    assert EXERCISES[name].dose == dose


def test_every_exercise_is_done_in_its_position() -> None:
    found = {
        position: [name for name in IDS if EXERCISES[name].position is position] for position in P
    }
    assert found == POSITIONS


@pytest.mark.parametrize("name", IDS)
def test_left_and_right_are_dealt_with_as_prescribed(name: str) -> None:
    exercise = EXERCISES[name]
    found = (exercise.sides, exercise.order, exercise.limb)
    if name in ONE_SIDED:
        assert found == (Sides.EACH, *ONE_SIDED[name])
    elif name in TAKING_TURNS:
        assert found == (Sides.ALTERNATING, None, TAKING_TURNS[name])
        assert exercise.movement is Movement.ALTERNATING
    else:
        assert found == (Sides.NONE if name in ACTIVITIES else Sides.BOTH, None, None)
    assert (exercise.movement is Movement.ACTIVITY) == (name in ACTIVITIES)
    assert (exercise.movement is Movement.ALTERNATING) == (name in (*CYCLES, *TAKING_TURNS))


# Safety

TAGGED = {
    Tag.PREGNANCY_LIMIT: IDS[:14],
    Tag.PREGNANCY_AVOID: IDS[14:19],
    Tag.OSTEOPOROSIS: [
        "double-knee-to-chest",
        "ball-curl",
        "partial-sit-up",
        "standing-forward-bend",
        "seated-forward-bend",
        "seated-twist",
        "russian-twist",
    ],
    Tag.DISC: [
        "ball-curl",
        "partial-sit-up",
        "standing-forward-bend",
        "seated-forward-bend",
        "russian-twist",
    ],
    Tag.ADVANCED: ["superman", "deep-squat", "russian-twist"],
}


@pytest.mark.parametrize("tag", list(Tag))
def test_a_tag_stands_where_it_has_to(tag: Tag) -> None:
    assert [name for name in IDS if tag in EXERCISES[name].tags] == TAGGED[tag]


@pytest.mark.parametrize("name", IDS)
def test_a_cap_is_never_below_the_dose(name: str) -> None:
    dose, cap = EXERCISES[name].dose, EXERCISES[name].cap
    assert cap.given() >= dose.given()
    for field in ("hold_seconds", "reps"):
        least, most = getattr(dose, field), getattr(cap, field)
        if least is not None:
            assert most.low == most.high >= least.high
    assert (cap.sets or 0) >= (dose.sets or 0)
    assert (cap.minutes or 0) >= (dose.minutes or 0)


@pytest.mark.parametrize("name", IDS)
def test_a_cap_is_one_that_a_sore_back_can_climb_to(name: str) -> None:
    cap = EXERCISES[name].cap
    if cap.hold_seconds is not None:
        assert cap.hold_seconds.high <= (60 if name in ("plank", "side-plank") else 30)
    if cap.reps is not None:
        assert cap.reps.high <= 10
        assert (cap.sets or 1) <= 3


STRETCHES = (
    "knee-to-chest", "double-knee-to-chest", "lying-hamstring", "piriformis",
    "standing-forward-bend", "standing-hip-stretch", "low-lunge", "kneeling-hip-flexor",
    "childs-pose", "chair-hamstring", "seated-forward-bend", "seated-twist",
)  # fmt: skip


@pytest.mark.parametrize("name", IDS)
def test_a_hold_that_strengthens_ends_at_ten_seconds(name: str) -> None:
    cap = EXERCISES[name].cap.hold_seconds
    if cap is not None and name not in (*STRETCHES, "plank", "side-plank"):
        assert cap.high <= 10


@pytest.mark.parametrize("name", IDS)
def test_only_the_planks_are_held_as_long_as_possible(name: str) -> None:
    exercise = EXERCISES[name]
    assert exercise.open_hold == (name in ("plank", "side-plank"))
    if exercise.open_hold:
        assert exercise.cap.hold_seconds == Span(60, 60)


# Neighbours

NEIGHBOURS = {
    # exercise: (some of the easier ones, some of the harder ones)
    "bridge": (["pelvic-lift"], ["heel-raise-bridge", "heel-raise-bridge-arms"]),
    "superman": (["pilates-swimming", "bird-dog"], []),
    "plank": (["bird-dog"], ["side-plank"]),
    "partial-sit-up": (["pelvic-tilt"], ["dead-bug"]),
    "prone-press-up": (["cobra", "standing-back-extension"], []),
    "deep-squat": (["bridge"], []),
    "low-lunge": (["kneeling-hip-flexor"], []),
    "ball-curl": (["double-knee-to-chest"], []),
    "double-knee-to-chest": (["knee-to-chest"], []),
    "straight-leg-raise": (["lying-hamstring"], []),
    "prone-leg-lift": (["bridge"], []),
    "dead-bug": (["pelvic-tilt"], []),
    "russian-twist": (["seated-twist"], []),
    "seated-forward-bend": (["chair-hamstring"], []),
    "standing-forward-bend": (["chair-hamstring"], []),
    "jogging": (["walking"], []),
}


@pytest.mark.parametrize("name", NEIGHBOURS)
def test_the_neighbours_are_those_that_were_ruled(name: str) -> None:
    easier, harder = NEIGHBOURS[name]
    assert EXERCISES[name].easier[: len(easier)] == tuple(easier)
    assert EXERCISES[name].harder[: len(harder)] == tuple(harder)


def test_every_neighbour_exists_and_is_another() -> None:
    for exercise in EXERCISES.values():
        for neighbour in (*exercise.easier, *exercise.harder):
            assert neighbour in EXERCISES
            assert neighbour != exercise.id
        assert not set(exercise.easier) & set(exercise.harder)


@pytest.mark.parametrize("way", ["easier", "harder"])
def test_nothing_gets_easier_or_harder_in_a_circle(way: str) -> None:
    def above(name: str, seen: tuple[str, ...]) -> None:
        assert name not in seen, f"{way}: {' -> '.join((*seen, name))}"
        for neighbour in getattr(EXERCISES[name], way):
            above(neighbour, (*seen, name))

    for name in IDS:
        above(name, ())


def test_a_hard_exercise_has_an_easier_neighbour() -> None:
    for tag in (Tag.ADVANCED, Tag.OSTEOPOROSIS, Tag.DISC, Tag.PREGNANCY_AVOID):
        for name in TAGGED[tag]:
            assert EXERCISES[name].easier, name
