from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from backcare.controllers.detailing import Detailing, entry_of, without_care
from backcare.controllers.sheets import Sheets
from backcare.core.dose import DoseOverride
from backcare.core.exercise import Tag
from backcare.core.planning import build_plan
from backcare.core.settings import CareChoice, Settings
from backcare.core.words import Words
from backcare.ui.exercise_detail import ExerciseDetail
from backcare.ui.exercise_sheet import ExerciseSheet, Neighbour
from tests.builders import make_catalogue, make_hold, make_moves, make_preferences, make_routine

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from backcare.core.plan import Plan

TILT = make_hold("pelvic-tilt", seconds=10, reps=6)
BRIDGE = make_hold("bridge", easier=("pelvic-tilt",))
CAT = make_moves("cat-cow")
HARD = make_hold("hard", tags=(Tag.OSTEOPOROSIS,), easier=("bridge",))
MORNING = make_routine(BRIDGE, TILT)
CATALOGUE = make_catalogue(TILT, BRIDGE, CAT, HARD, routines=(MORNING,))


class Desk:
    def __init__(self, qtbot: QtBot) -> None:
        self.preferences = make_preferences()
        self.detail = ExerciseDetail()
        qtbot.addWidget(self.detail)
        sheets = Sheets(CATALOGUE, Words(), lambda: self.preferences)
        self.detailing = Detailing(self.detail, CATALOGUE, sheets, lambda: self.preferences)

    def show(self, number: int) -> Plan:
        plan = build_plan(MORNING, CATALOGUE, self.preferences)
        self.detailing.show(f"morning {number}", plan.entries[number], plan)
        return plan

    @property
    def sheet(self) -> ExerciseSheet:
        sheet = self.detail.sheet
        assert sheet is not None
        return sheet


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    made = Desk(qtbot)
    made.show(0)
    return made


def test_the_cards_exercise_is_shown_as_its_routine_does_it(desk: Desk) -> None:
    assert (desk.sheet.exercise, desk.sheet.back) == ("bridge", None)
    assert desk.sheet.takes
    desk.detailing.show("", None, None)
    assert desk.detail.sheet is None


def test_another_exercise_is_shown_with_a_way_back(desk: Desk) -> None:
    desk.detail.exercise_asked.emit("cat-cow")
    assert (desk.sheet.exercise, desk.sheet.takes) == ("cat-cow", "")
    assert desk.sheet.back == Neighbour("bridge", "Bridge")
    desk.detail.exercise_asked.emit("bridge")
    assert desk.sheet.exercise == "bridge"
    assert desk.sheet.back is None


def test_from_one_that_was_asked_for_another_can_be_asked_for(desk: Desk) -> None:
    for name in ("cat-cow", "hard"):
        desk.detailing.ask(name)
    assert desk.sheet.exercise == "hard"
    assert desk.sheet.back == Neighbour("bridge", "Bridge")


def test_an_exercise_of_the_same_routine_is_shown_as_it_is_done_there(desk: Desk) -> None:
    desk.detailing.ask("pelvic-tilt")
    assert desk.sheet.takes
    assert desk.sheet.back == Neighbour("bridge", "Bridge")


def test_what_was_asked_for_stays_until_another_card_is_chosen(desk: Desk) -> None:
    desk.detailing.ask("cat-cow")
    desk.preferences = make_preferences(doses={"cat-cow": DoseOverride(reps=7)})
    desk.show(0)
    assert desk.sheet.exercise == "cat-cow"
    assert [number.number for number in desk.sheet.numbers if number.own] == [7]
    desk.show(1)
    assert desk.sheet.exercise == "pelvic-tilt"
    desk.show(0)
    assert desk.sheet.exercise == "bridge"


def test_what_is_not_there_cannot_be_asked_for(desk: Desk) -> None:
    desk.detailing.ask("gone")
    assert desk.sheet.exercise == "bridge"
    desk.detailing.show("", None, None)
    desk.detailing.ask("cat-cow")
    assert desk.detail.sheet is None


def test_the_whole_catalogue_knows_no_care_and_no_exchange() -> None:
    fragile = make_preferences(Settings(osteoporosis=True), swaps={"bridge": "pelvic-tilt"})
    assert entry_of("hard", CATALOGUE, fragile).exercise is HARD
    assert entry_of("bridge", CATALOGUE, fragile).exercise is BRIDGE
    shown = without_care(fragile)
    assert shown.settings == replace(fragile.settings, care_choice=CareChoice.SHOW)
    assert shown.swaps == {}
