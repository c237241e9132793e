from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from backcare.controllers.browsing import ALL_EXERCISES, Browsing
from backcare.core.dose import DoseOverride
from backcare.core.exercise import (
    Aim,
    Correction,
    Equipment,
    Illustration,
    Position,
    Tag,
    Variant,
)
from backcare.core.planning import build_plan
from backcare.core.routine import Catalogue, Level
from backcare.core.search import AtMost
from backcare.core.settings import CareChoice, Preferences, Settings
from backcare.core.words import Words
from backcare.ui.browse_page import BrowsePage
from backcare.ui.exercise_rows import ROW_ROLE, ExerciseRow
from backcare.ui.level_segment import LevelChoice
from backcare.ui.routine_rows import RoutineRow
from tests.builders import (
    make_activity,
    make_catalogue,
    make_dose,
    make_hold,
    make_item,
    make_moves,
    make_preferences,
    make_routine,
)
from tests.shipped import shipped_catalogue
from tests.ui.session_builders import texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from backcare.core.exercise import Exercise
    from backcare.ui.exercise_sheet import ExerciseSheet

    MakeDesk = Callable[..., "Desk"]

WORDS = Words()
TILT = make_hold("pelvic-tilt", seconds=10, reps=6)
CAT = make_moves("cat-cow", reps=8)
CRUNCH = make_hold("crunch", seconds=5, tags=(Tag.OSTEOPOROSIS,), easier=("pelvic-tilt",))
SUPERMAN = make_hold(
    "superman", seconds=5, position=Position.PRONE, tags=(Tag.ADVANCED, Tag.PREGNANCY_AVOID)
)
WALK = make_activity()
MORNING = make_routine(
    make_item(TILT, heading="Lower back", dose=make_dose(reps=12)), CAT, name="morning"
)
EVENING = make_routine(CAT, CRUNCH, SUPERMAN, name="evening")
CATALOGUE = make_catalogue(TILT, CAT, CRUNCH, SUPERMAN, WALK, routines=(MORNING, EVENING))


class Desk:
    """The first page with somebody whose preferences can change."""

    def __init__(self, catalogue: Catalogue, preferences: Preferences) -> None:
        self.preferences = preferences
        self.page = BrowsePage()
        self.browsing = Browsing(self.page, catalogue, WORDS, lambda: self.preferences)

    def choose_exercise(self, number: int) -> ExerciseSheet:
        self.page.exercises.setCurrentIndex(self.page.exercises.cards.index(number, 0))
        return self.sheet

    @property
    def sheet(self) -> ExerciseSheet:
        sheet = self.page.detail.sheet
        assert sheet is not None
        return sheet

    @property
    def rows(self) -> tuple[ExerciseRow, ...]:
        return self.page.exercises.cards.rows

    @property
    def offered(self) -> dict[str, list[str]]:
        """What can be filtered by, in words."""
        groups = self.page.filters.groups
        return {group.title: [words for _, words in group.choices] for group in groups}

    @property
    def routine_rows(self) -> list[RoutineRow]:
        model = self.page.routines.rows
        return [model.index(row).data(ROW_ROLE) for row in range(model.rowCount())]

    @property
    def notes(self) -> dict[str, str]:
        return dict(self.sheet.notes)


@pytest.fixture
def make_desk(qtbot: QtBot) -> Iterator[MakeDesk]:
    # Kept until the test is over: a page that nobody knows any more may be taken away
    # in the middle of its being painted.
    desks: list[Desk] = []

    def make(
        catalogue: Catalogue = CATALOGUE,
        *,
        settings: Settings | None = None,
        levels: dict[str, Level] | None = None,
        doses: dict[str, DoseOverride] | None = None,
        chosen: str = "morning",
    ) -> Desk:
        desk = Desk(catalogue, make_preferences(settings, levels=levels, doses=doses))
        desks.append(desk)
        qtbot.addWidget(desk.page)
        desk.page.resize(1280, 800)
        desk.page.show()
        desk.browsing.choose(chosen)
        return desk

    yield make
    for desk in desks:
        desk.page.close()


# The routines


def test_routines_stand_under_their_heading_with_their_real_length(make_desk: MakeDesk) -> None:
    desk = make_desk()
    plans = [build_plan(routine, CATALOGUE, desk.preferences) for routine in (MORNING, EVENING)]
    assert desk.routine_rows == [
        RoutineRow("", "ROUTINES"),
        RoutineRow("morning", "Morning", WORDS.routine_line(plans[0]), icon="mat"),
        RoutineRow("evening", "Evening", WORDS.routine_line(plans[1]), icon="mat"),
        RoutineRow("", ""),
        RoutineRow(ALL_EXERCISES, "All exercises", "5 exercises", icon="list"),
    ]


def test_own_routines_have_a_heading_of_their_own(make_desk: MakeDesk) -> None:
    own = replace(CATALOGUE, own_routines=frozenset({"evening"}))
    rows = [row.name for row in make_desk(own).routine_rows]
    assert rows == ["ROUTINES", "Morning", "MY ROUTINES", "Evening", "", "All exercises"]


def test_without_shipped_routines_there_is_no_heading_for_them(make_desk: MakeDesk) -> None:
    own = replace(CATALOGUE, own_routines=frozenset({"morning", "evening"}))
    rows = [row.name for row in make_desk(own).routine_rows]
    assert rows == ["MY ROUTINES", "Morning", "Evening", "", "All exercises"]


def test_each_routine_is_told_by_a_picture_of_its_own(make_desk: MakeDesk) -> None:
    first, second = (Illustration("side", "lying", name) for name in ("tilt", "cat"))
    tilt, cat = replace(TILT, illustration=first), replace(CAT, illustration=second)
    routines = (
        make_routine(WALK, tilt, cat, name="a"),
        make_routine(tilt, cat, name="b"),
        make_routine(tilt, name="c"),
        make_routine(WALK, name="d"),
    )
    desk = make_desk(make_catalogue(tilt, cat, WALK, routines=routines))
    pictures = [row.illustration for row in desk.routine_rows if row.icon == "mat"]
    assert pictures == [first, second, first, None]


@pytest.mark.parametrize(
    ("name", "chosen"),
    [
        ("evening", "evening"),
        (ALL_EXERCISES, ALL_EXERCISES),
        ("", "morning"),
        ("gone", "morning"),
        ("\x00", "morning"),
    ],
)
def test_an_unknown_routine_is_the_first(make_desk: MakeDesk, name: str, chosen: str) -> None:
    desk = make_desk(chosen=name)
    assert desk.browsing.chosen == chosen


def test_without_routines_all_exercises_are_shown(make_desk: MakeDesk) -> None:
    desk = make_desk(make_catalogue(TILT, CAT))
    assert desk.browsing.chosen == ALL_EXERCISES
    assert len(desk.rows) == 2
    assert [row.name for row in desk.routine_rows] == ["All exercises"]


def test_a_catalogue_of_nothing_is_no_mistake(make_desk: MakeDesk) -> None:
    desk = make_desk(make_catalogue())
    assert desk.rows == ()
    assert "There is nothing here." in texts(desk.page)


def test_one_exercise_is_counted_as_one(make_desk: MakeDesk) -> None:
    desk = make_desk(make_catalogue(TILT))
    assert desk.routine_rows[-1].line == "1 exercise"


def test_clicking_a_routine_shows_it(make_desk: MakeDesk) -> None:
    desk = make_desk()
    QTest.keyClick(desk.page.routines, Qt.Key.Key_Down)
    assert desk.browsing.chosen == "evening"
    assert desk.browsing.plan is not None
    assert desk.browsing.plan.routine is EVENING
    assert "Evening" in texts(desk.page)


def test_another_routine_begins_without_a_filter(make_desk: MakeDesk) -> None:
    desk = make_desk()
    QTest.keyClicks(desk.page.search, "cat")
    desk.page.filters.choose(frozenset({Position.KNEELING}))
    desk.page.routines.choose("evening")
    assert desk.page.search.text() == ""
    assert desk.page.exercises.shown_count == 3


def test_another_routine_begins_with_its_first_exercise(make_desk: MakeDesk) -> None:
    same_length = make_routine(CRUNCH, WALK, name="noon")
    desk = make_desk(make_catalogue(TILT, CAT, CRUNCH, WALK, routines=(MORNING, same_length)))
    desk.choose_exercise(1)
    desk.page.routines.choose("noon")
    assert desk.sheet.exercise == "crunch"


# The heading


def test_the_heading_tells_of_the_plan(make_desk: MakeDesk) -> None:
    desk = make_desk()
    plan = desk.browsing.plan
    assert plan is not None
    said = texts(desk.page)
    for text in ("Morning", WORDS.routine_line(plan), "A few things to do."):
        assert text in said
    assert "Wear something loose and clear the floor." in said
    assert desk.page.start_button.isVisible()


def test_each_level_says_how_long_it_takes(make_desk: MakeDesk) -> None:
    desk = make_desk()
    shown = [segment.choice for segment in desk.page.levels.offered]
    expected = []
    for level in Level:
        plan = build_plan(MORNING, CATALOGUE, desk.preferences, level)
        expected.append(LevelChoice(level, WORDS.level(level), WORDS.about(plan.total_seconds)))
    assert shown == expected
    assert len(set(shown)) == len(Level)


def test_the_level_of_the_routine_is_used(make_desk: MakeDesk) -> None:
    desk = make_desk(levels={"morning": Level.AS_WRITTEN})
    told = [desk.page.levels.level]
    assert desk.browsing.plan == build_plan(MORNING, CATALOGUE, desk.preferences, Level.AS_WRITTEN)
    assert desk.rows[0].line == "10 s × 12"
    desk.page.routines.choose("evening")
    told.append(desk.page.levels.level)
    assert told == [Level.AS_WRITTEN, Level.GENTLE]


def test_equipment_is_told_once_each(make_desk: MakeDesk) -> None:
    with_things = [
        replace(TILT, equipment=(Equipment.MAT,)),
        replace(CAT, equipment=(Equipment.MAT, Equipment.PAD)),
    ]
    routine = make_routine(*with_things)
    desk = make_desk(make_catalogue(*with_things, routines=(routine,)))
    assert (
        "Lay out: a mat, a small pad for the knee. Wear something loose and clear the floor."
        in texts(desk.page)
    )


def notice(desk: Desk) -> list[str]:
    return [text for text in texts(desk.page) if text.startswith("Adapted to you")]


def test_what_is_different_for_this_person_is_told(make_desk: MakeDesk) -> None:
    fragile = Settings(osteoporosis=True, pregnant=True)
    desk = make_desk(settings=fragile, chosen="evening")
    assert notice(desk) == ["Adapted to you: 1 exchanged, without Superman"]
    assert [row.exercise for row in desk.rows] == ["cat-cow", "pelvic-tilt"]
    assert desk.rows[1].mark == "instead of Crunch"
    desk.preferences = replace(
        desk.preferences, settings=replace(fragile, care_choice=CareChoice.SHOW)
    )
    desk.browsing.refresh()
    assert notice(desk) == []
    assert len(desk.rows) == 3


def test_a_routine_of_which_nothing_is_left_cannot_be_started(make_desk: MakeDesk) -> None:
    catalogue = make_catalogue(SUPERMAN, routines=(make_routine(SUPERMAN),))
    desk = make_desk(catalogue, settings=Settings(pregnant=True))
    assert desk.rows == ()
    assert desk.page.detail.sheet is None
    assert not desk.page.start_button.isVisible()
    assert notice(desk) == ["Adapted to you: without Superman"]


# The cards


def test_cards_are_numbered_and_say_the_dose(make_desk: MakeDesk) -> None:
    rows = make_desk().rows
    assert [(row.number, row.name, row.line) for row in rows] == [
        (1, "Pelvic tilt", "10 s × 6"),
        (2, "Cat cow", "8 slow reps"),
    ]
    assert rows[0].heading == "Lower back"
    assert len({row.key for row in rows}) == len(rows)


def test_an_exercise_that_comes_twice_has_two_cards(make_desk: MakeDesk) -> None:
    routine = make_routine(TILT, make_item(TILT, note="A second time."))
    desk = make_desk(make_catalogue(TILT, routines=(routine,)))
    assert [row.exercise for row in desk.rows] == ["pelvic-tilt", "pelvic-tilt"]
    assert len({row.key for row in desk.rows}) == 2
    assert "In this routine" not in desk.notes
    desk.choose_exercise(1)
    assert desk.notes["In this routine"] == "A second time."


def test_a_dose_of_ones_own_is_marked(make_desk: MakeDesk) -> None:
    desk = make_desk(doses={"cat-cow": DoseOverride(reps=3)})
    assert [row.mark for row in desk.rows] == ["", "dose changed by you"]
    assert [row.is_changed for row in desk.rows] == [False, True]
    assert desk.rows[1].line == "3 slow reps"
    assert desk.choose_exercise(1).changed.endswith("8\N{NO-BREAK SPACE}reps")


def test_all_exercises_are_shown_without_numbers_or_start(make_desk: MakeDesk) -> None:
    desk = make_desk(chosen=ALL_EXERCISES)
    assert [row.exercise for row in desk.rows] == list(CATALOGUE.exercises)
    assert {row.number for row in desk.rows} == {0}
    assert desk.rows[3].line == "face down"
    assert desk.browsing.plan is None
    assert not desk.page.start_button.isVisible()
    assert not desk.page.levels.isVisible()


def test_nothing_is_missing_from_all_exercises_for_anybody(make_desk: MakeDesk) -> None:
    fragile = Settings(osteoporosis=True, pregnant=True, recent_disc_trouble=True)
    desk = make_desk(settings=fragile, chosen=ALL_EXERCISES)
    assert [row.exercise for row in desk.rows] == list(CATALOGUE.exercises)


def test_own_exercises_are_marked_among_all(make_desk: MakeDesk) -> None:
    own = replace(CATALOGUE, own_exercises=frozenset({"cat-cow"}))
    desk = make_desk(own, chosen=ALL_EXERCISES)
    assert [row.exercise for row in desk.rows if row.mark == "your own"] == ["cat-cow"]
    desk.page.routines.choose("morning")
    assert {row.mark for row in desk.rows} == {""}


def test_cards_are_found_by_position_and_letters(qtbot: QtBot, make_desk: MakeDesk) -> None:
    desk = make_desk(chosen=ALL_EXERCISES)
    QTest.keyClicks(desk.page.search, "face down")
    assert desk.page.exercises.shown_count == 1
    qtbot.waitUntil(lambda: desk.sheet.exercise == "superman")


def test_only_what_tells_cards_apart_can_be_filtered_by(make_desk: MakeDesk) -> None:
    desk = make_desk()
    assert desk.offered == {"Position": ["on your back", "kneeling"]}
    desk.page.routines.choose(ALL_EXERCISES)
    assert desk.offered["Position"] == ["on your back", "face down", "kneeling", "out and about"]


def test_cards_are_filtered_by_the_time_that_they_take(make_desk: MakeDesk) -> None:
    desk = make_desk()
    assert [row.traits.seconds for row in desk.rows] == [10 + 6 * 10 + 5 * 5, 15 + 8 * 6]
    desk.page.filters.choose(frozenset({AtMost(63)}))
    assert desk.page.exercises.shown_count == 1


# Looking further


def test_what_is_not_in_the_routine_is_looked_for_everywhere(
    qtbot: QtBot, make_desk: MakeDesk
) -> None:
    desk = make_desk()
    QTest.keyClicks(desk.page.search, "crunch")
    button = desk.page.cards.nothing.everywhere_button
    assert button.text() == "Search all exercises (1)"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.browsing.chosen == ALL_EXERCISES
    assert desk.page.search.text() == "crunch"
    assert desk.page.exercises.shown_count == 1
    assert desk.page.focusWidget() is desk.page.exercises
    qtbot.waitUntil(lambda: desk.sheet.exercise == "crunch")


def test_the_properties_are_looked_for_everywhere_too(make_desk: MakeDesk) -> None:
    desk = make_desk()
    desk.page.filters.choose(frozenset({Position.KNEELING, AtMost(1)}))
    assert not desk.page.cards.nothing.everywhere_button.isVisible()
    desk.page.filters.choose(frozenset({Position.PRONE}))
    QTest.mouseClick(desk.page.cards.nothing.everywhere_button, Qt.MouseButton.LeftButton)
    assert desk.page.filters.chosen == {Position.PRONE}
    assert desk.page.exercises.shown_count == 1


def test_among_all_exercises_there_is_nowhere_else_to_look(make_desk: MakeDesk) -> None:
    desk = make_desk(chosen=ALL_EXERCISES)
    QTest.keyClicks(desk.page.search, "zzz")
    assert desk.page.cards.nothing.isVisible()
    assert not desk.page.cards.nothing.everywhere_button.isVisible()


# Parts of a routine


def test_a_session_may_begin_at_any_card(make_desk: MakeDesk) -> None:
    desk = make_desk(chosen="evening", levels={"evening": Level.AS_WRITTEN})
    plan = desk.browsing.plan_from(desk.rows[1].key)
    assert plan is not None
    assert [entry.exercise.id for entry in plan.entries] == ["crunch", "superman"]
    assert (plan.routine.id, plan.routine.name) == ("evening", "Evening")
    assert plan.level is Level.AS_WRITTEN


def test_a_session_may_be_one_card(make_desk: MakeDesk) -> None:
    desk = make_desk(doses={"cat-cow": DoseOverride(reps=3)})
    plan = desk.browsing.plan_only(desk.rows[1].key)
    assert plan is not None
    assert [entry.exercise.id for entry in plan.entries] == ["cat-cow"]
    assert plan.entries[0].dose.reps == 3
    assert plan.routine.name == "Morning"


def test_any_exercise_of_all_may_be_a_session(make_desk: MakeDesk) -> None:
    careful = Settings(osteoporosis=True, pregnant=True)
    desk = make_desk(chosen=ALL_EXERCISES, settings=careful)
    for row in desk.rows:
        plan = desk.browsing.plan_only(row.key)
        assert plan is not None
        assert [entry.exercise.id for entry in plan.entries] == [row.exercise]
        assert plan.routine.name == row.name
        assert plan.phases
    assert desk.browsing.plan_from(desk.rows[0].key) is None


def test_a_card_that_is_not_there_begins_nothing(make_desk: MakeDesk) -> None:
    desk = make_desk()
    assert desk.browsing.plan_from("evening 0") is None
    assert desk.browsing.plan_only("") is None


# The sheet


def test_the_first_exercise_is_told_about_at_once(make_desk: MakeDesk) -> None:
    sheet = make_desk().sheet
    assert sheet.exercise == "pelvic-tilt"
    assert sheet.name == "Pelvic tilt"
    assert sheet.position is Position.SUPINE
    assert (sheet.steps, sheet.feel, sheet.avoid) == (TILT.steps, TILT.feel, TILT.avoid)
    assert sheet.dose == "10 s × 6"
    assert sheet.cautions == ()


def one(exercise: Exercise, **changes: object) -> Catalogue:
    """A catalogue in which one exercise is changed."""
    changed = replace(exercise, **changes)  # type: ignore[arg-type]
    return make_catalogue(changed, CAT, CRUNCH, routines=(make_routine(changed),))


def test_a_card_that_was_found_stays_while_another_exercise_takes_its_place(
    make_desk: MakeDesk,
) -> None:
    desk = make_desk(chosen="evening")
    desk.page.look_for("cow", frozenset({Position.KNEELING}))
    desk.page.exercises.tell_now()
    assert desk.sheet.name == "Cat cow"
    desk.preferences = replace(desk.preferences, swaps={"cat-cow": "pelvic-tilt"})
    desk.browsing.refresh()
    assert desk.page.exercises.shown_count == 1
    assert desk.sheet.name == "Pelvic tilt"
    assert desk.sheet.exchanges
    desk.page.clear_filter()
    desk.page.look_for("cow")  # the words of what it stands in for find it again
    assert desk.page.exercises.shown_count == 1


def test_a_changed_dose_shows_what_it_does_to_the_second(make_desk: MakeDesk) -> None:
    desk = make_desk(doses={"cat-cow": DoseOverride(reps=3)})
    plan = desk.browsing.plan
    assert plan is not None
    exact = f"2 exercises · {WORDS.seconds(plan.total_seconds)}"
    assert exact in texts(desk.page)


def test_position_and_aims_are_one_line_and_muscles_a_note(make_desk: MakeDesk) -> None:
    catalogue = one(TILT, aims=(Aim.MOBILITY, Aim.STRENGTH), muscles=("belly", "buttocks"))
    desk = make_desk(catalogue)
    assert desk.sheet.about == "On your back · mobility · strength"
    assert desk.notes["Works on"] == "Belly, buttocks"


def test_cautions_for_this_person_come_first(make_desk: MakeDesk) -> None:
    catalogue = make_catalogue(
        replace(SUPERMAN, cautions=("Stop when it pinches.",)), routines=(make_routine(SUPERMAN),)
    )
    cautious = Settings(pregnant=True, care_choice=CareChoice.SHOW)
    assert make_desk(catalogue, settings=cautious).sheet.cautions == (
        WORDS.care(Tag.PREGNANCY_AVOID),
        WORDS.care(Tag.ADVANCED),
        "Stop when it pinches.",
    )
    keen = Settings(advanced_moves=True)
    assert make_desk(catalogue, settings=keen).sheet.cautions == ("Stop when it pinches.",)


def test_a_dose_that_the_document_leaves_open_is_called_suggested(make_desk: MakeDesk) -> None:
    desk = make_desk(levels={"morning": Level.AS_WRITTEN})
    assert desk.choose_exercise(1).dose_note.startswith("Suggested")


def test_a_limit_for_safety_gives_its_reason(make_desk: MakeDesk) -> None:
    routine = make_routine(make_item(TILT, limited="Never longer than 30 s."))
    catalogue = make_catalogue(TILT, routines=(routine,))
    desk = make_desk(catalogue, settings=Settings(level=Level.AS_WRITTEN))
    assert desk.sheet.dose_note == "Never longer than 30 s."


def test_a_limit_on_what_was_written_says_nothing_of_a_gentle_dose(make_desk: MakeDesk) -> None:
    routine = make_routine(make_item(TILT, limited="Never longer than 30 s."))
    desk = make_desk(make_catalogue(TILT, routines=(routine,)))
    assert desk.sheet.dose_note == ""


def test_the_steps_are_those_of_the_routines_variant(make_desk: MakeDesk) -> None:
    bent = Variant(id="bent", name="Knees bent", steps=("Bend both knees.",))
    exercise = replace(TILT, variants=(bent,))
    routine = make_routine(make_item(exercise, variant="bent"))
    desk = make_desk(make_catalogue(exercise, routines=(routine,)))
    assert desk.sheet.steps == ("Bend both knees.",)


def test_neighbours_corrections_and_sources_are_named(make_desk: MakeDesk) -> None:
    catalogue = replace(
        one(
            TILT,
            easier=("cat-cow",),
            harder=("crunch",),
            corrections=(Correction("000", "We bend the knees.", "It spares the back."),),
            sources=("000.3", "000.4", "001.1", "leaflet"),
            guidance=("nhs",),
        ),
        documents={"000": "Seven exercises", "001": "Seven more"},
        references={"nhs": "NHS advice"},
    )
    desk = make_desk(catalogue)
    assert [each.name for each in desk.sheet.easier] == ["Cat cow"]
    assert [each.name for each in desk.sheet.harder] == ["Crunch"]
    assert desk.notes == {
        "What we changed": "We bend the knees. It spares the back.",
        "From": "Seven exercises; Seven more; leaflet. "
        "Default dose: general guidance such as NHS advice",
    }


# Refreshing


def test_a_refresh_shows_other_doses_and_keeps_the_choice(make_desk: MakeDesk) -> None:
    desk = make_desk()
    desk.choose_exercise(1)
    desk.preferences = replace(desk.preferences, doses={"cat-cow": DoseOverride(reps=3)})
    desk.browsing.refresh()
    assert desk.sheet.exercise == "cat-cow"
    assert desk.sheet.dose == "3 slow reps"
    assert desk.browsing.chosen == "morning"
    assert desk.browsing.plan == build_plan(MORNING, CATALOGUE, desk.preferences)
    assert desk.routine_rows[1].line == WORDS.routine_line(desk.browsing.plan)


def test_a_refresh_keeps_what_was_typed(qtbot: QtBot, make_desk: MakeDesk) -> None:
    desk = make_desk()
    QTest.keyClicks(desk.page.search, "cat")
    desk.browsing.refresh()
    assert desk.page.search.text() == "cat"
    assert desk.page.exercises.shown_count == 1
    qtbot.waitUntil(lambda: desk.sheet.exercise == "cat-cow")


def test_a_refresh_before_anything_is_chosen_shows_the_routines_only(qtbot: QtBot) -> None:
    desk = Desk(CATALOGUE, make_preferences())
    qtbot.addWidget(desk.page)
    desk.browsing.refresh()
    assert len(desk.routine_rows) == 5
    assert desk.rows == ()


# The shipped catalogue


@pytest.mark.parametrize("settings", [Settings(), Settings(pregnant=True, osteoporosis=True)])
def test_every_exercise_of_every_routine_can_be_looked_at(
    make_desk: MakeDesk, settings: Settings
) -> None:
    catalogue = shipped_catalogue()
    desk = make_desk(catalogue, settings=settings)
    for name in (*catalogue.routines, ALL_EXERCISES):
        desk.browsing.choose(name)
        assert desk.rows
        for number, row in enumerate(desk.rows):
            sheet = desk.choose_exercise(number)
            assert sheet.exercise == row.exercise
            assert sheet.steps
            assert sheet.dose
