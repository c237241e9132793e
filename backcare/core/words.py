"""Values into words: one place for every front end, through a translator passed in."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from backcare.core.exercise import (
    Aim,
    Equipment,
    Exercise,
    Limb,
    Movement,
    Position,
    Side,
    SideOrder,
    Sides,
    Tag,
)
from backcare.core.plan import Phase, PhaseKind, Plan, PlannedExercise
from backcare.core.routine import Level
from backcare.core.session import State
from backcare.core.translation import Translator, in_english

if TYPE_CHECKING:
    from backcare.core.frame import Frame
    from backcare.core.records import ExerciseSummary


class Words:
    """The program's vocabulary in one language."""

    def __init__(self, translate: Translator = in_english) -> None:
        self.translate = translate

    # Single words

    def phase(self, kind: PhaseKind) -> str:
        """The word that stands under the countdown."""
        return {
            PhaseKind.PREPARE: self.translate("words", "Get ready"),
            PhaseKind.HOLD: self.translate("words", "Hold"),
            PhaseKind.MOVE: self.translate("words", "Move"),
            PhaseKind.REST: self.translate("words", "Rest"),
            PhaseKind.SWITCH: self.translate("words", "Switch sides"),
            PhaseKind.SET_REST: self.translate("words", "Rest"),
            PhaseKind.ACTIVITY: self.translate("words", "Go"),
        }[kind]

    def side(self, side: Side, limb: Limb | None) -> str:
        """What works: "left leg"."""
        left = side is Side.LEFT
        return {
            Limb.LEG: (self.translate("words", "left leg"), self.translate("words", "right leg")),
            Limb.HIP: (self.translate("words", "left hip"), self.translate("words", "right hip")),
            Limb.FOOT: (
                self.translate("words", "left foot in front"),
                self.translate("words", "right foot in front"),
            ),
            Limb.ARM: (self.translate("words", "left arm"), self.translate("words", "right arm")),
            Limb.SIDE: (
                self.translate("words", "left side"),
                self.translate("words", "right side"),
            ),
        }[limb or Limb.SIDE][0 if left else 1]

    def badge(self, side: Side) -> str:
        """The one word that must not be misread."""
        if side is Side.LEFT:
            return self.translate("words", "LEFT")
        return self.translate("words", "RIGHT")

    def position(self, position: Position) -> str:
        """Where the body is, said plainly."""
        return {
            Position.SUPINE: self.translate("words", "on your back"),
            Position.PRONE: self.translate("words", "face down"),
            Position.SIDE_LYING: self.translate("words", "on your side"),
            Position.KNEELING: self.translate("words", "kneeling"),
            Position.SITTING: self.translate("words", "sitting"),
            Position.STANDING: self.translate("words", "standing"),
            Position.ELSEWHERE: self.translate("words", "out and about"),
        }[position]

    def movement(self, movement: Movement) -> str:
        """The type of an exercise."""
        return {
            Movement.HOLD: self.translate("words", "hold"),
            Movement.REPS: self.translate("words", "slow repetitions"),
            Movement.ALTERNATING: self.translate("words", "alternating"),
            Movement.ACTIVITY: self.translate("words", "activity"),
        }[movement]

    def aim(self, aim: Aim) -> str:
        """What an exercise is for."""
        return {
            Aim.STRETCH: self.translate("words", "stretch"),
            Aim.STRENGTH: self.translate("words", "strength"),
            Aim.MOBILITY: self.translate("words", "mobility"),
            Aim.FITNESS: self.translate("words", "fitness"),
        }[aim]

    def level(self, level: Level) -> str:
        """The name of a level."""
        return {
            Level.GENTLE: self.translate("words", "Gentle"),
            Level.AS_WRITTEN: self.translate("words", "As written"),
        }[level]

    def equipment(self, thing: Equipment) -> str:
        """What to lay out."""
        return {
            Equipment.MAT: self.translate("words", "a mat"),
            Equipment.CHAIR: self.translate("words", "a firm chair without arms"),
            Equipment.PAD: self.translate("words", "a small pad for the knee"),
            Equipment.TOWEL: self.translate("words", "a towel"),
        }[thing]

    def care(self, tag: Tag) -> str:
        """Why somebody should take care, in one sentence."""
        return {
            Tag.PREGNANCY_LIMIT: self.translate(
                "words", "Pregnant: not flat on your back for long, above all after 16 weeks."
            ),
            Tag.PREGNANCY_AVOID: self.translate(
                "words", "Pregnant: leave this out when lying face down is uncomfortable."
            ),
            Tag.OSTEOPOROSIS: self.translate(
                "words", "Osteoporosis: ask your doctor or physiotherapist first."
            ),
            Tag.DISC: self.translate(
                "words", "Recent disc trouble: ask your doctor or physiotherapist first."
            ),
            Tag.ADVANCED: self.translate(
                "words", "Demanding: choose it only when the easier ones feel easy."
            ),
        }[tag]

    def cautions(self, entry: PlannedExercise) -> str:
        """What this person should take care of in a planned exercise; empty for most."""
        tags = (tag for tag in entry.choice.tags if tag in entry.exercise.tags)
        return " ".join(self.care(tag) for tag in tags)

    # Times

    def seconds(self, seconds: float) -> str:
        """A short length of time: "45 s", "1 min 30 s", "24 min"."""
        minutes, rest = divmod(math.ceil(seconds), 60)
        if minutes == 0:
            return self.translate("words", "{seconds} s").format(seconds=rest)
        if rest == 0:
            return self.translate("words", "{minutes} min").format(minutes=minutes)
        return self.translate("words", "{minutes} min {seconds} s").format(
            minutes=minutes, seconds=rest
        )

    def about(self, seconds: float) -> str:
        """A length of time to plan a day with, rounded up to minutes."""
        if seconds < 60:  # noqa: PLR2004 - a minute
            return self.seconds(seconds)
        return self.translate("words", "{minutes} min").format(minutes=math.ceil(seconds / 60))

    @staticmethod
    def clock(seconds: float) -> str:
        """Minutes and seconds as a clock shows them: "11:20"; with hours "1:05:00"."""
        minutes, rest = divmod(math.ceil(seconds), 60)
        if minutes >= 60:  # noqa: PLR2004 - minutes of an hour
            return f"{minutes // 60}:{minutes % 60:02d}:{rest:02d}"
        return f"{minutes}:{rest:02d}"

    # Doses

    def dose(self, entry: PlannedExercise) -> str:
        """A planned dose in one line: "15 s × 10, each side"."""
        dose, exercise = entry.dose, entry.exercise
        if exercise.movement is Movement.ACTIVITY:
            return self.seconds(dose.activity_seconds)
        if dose.hold_seconds:
            effort = self.seconds(dose.hold_seconds)
            text = effort if dose.reps == 1 else f"{effort} × {dose.reps}"
        else:
            text = self._slow_reps(dose.reps)
        if dose.sets > 1:
            text = self.translate("words", "{sets} sets of {dose}").format(
                sets=dose.sets, dose=text
            )
        return text + self._sides(exercise)

    def _slow_reps(self, reps: int) -> str:
        if reps == 1:
            return self.translate("words", "1 slow rep")
        return self.translate("words", "{reps} slow reps").format(reps=reps)

    def _sides(self, exercise: Exercise) -> str:
        return {
            Sides.EACH: self.translate("words", ", each side"),
            Sides.ALTERNATING: self.translate("words", ", alternating sides"),
        }.get(exercise.sides, "")

    def order(self, order: SideOrder) -> str:
        """How sides follow each other."""
        if order is SideOrder.BLOCK:
            return self.translate("words", "one side, then the other")
        return self.translate("words", "sides in turn")

    def routine_line(self, plan: Plan) -> str:
        """A routine in one line: "7 exercises · 24 min"."""
        count = len(plan.entries)
        exercises = (
            self.translate("words", "1 exercise")
            if count == 1
            else self.translate("words", "{count} exercises").format(count=count)
        )
        return f"{exercises} · {self.about(plan.total_seconds)}"

    # Moments of a session

    def what(self, phase: Phase, exercise: Exercise) -> str:
        """An effort by its side or name: "left leg", "Bridge"."""
        return exercise.name if phase.side is None else self.side(phase.side, exercise.limb)

    def headline(self, frame: Frame) -> str:
        """The word under the countdown, whatever the session is doing."""
        if frame.state is State.PAUSED:
            return self.translate("words", "Paused")
        if frame.state is State.WAITING:
            return self.translate("words", "When you are ready")
        if frame.state is State.FINISHED:
            return self.translate("words", "Done")
        if frame.counting_in:
            return self.translate("words", "Here we go")
        return self.phase(frame.kind)

    def place(self, frame: Frame) -> str:
        """Which repetition, and set where there are several."""
        if frame.kind is PhaseKind.ACTIVITY:
            return ""
        parts = []
        if frame.reps > 1:
            rep = self.translate("words", "rep {rep} of {reps}")
            parts.append(rep.format(rep=frame.rep, reps=frame.reps))
        if frame.sets > 1:
            in_set = self.translate("words", "set {set} of {sets}")
            parts.append(in_set.format(set=frame.set, sets=frame.sets))
        line = " · ".join(parts)
        return line[:1].upper() + line[1:]

    def upcoming(self, frame: Frame, plan: Plan) -> str:
        """What comes after this phase: "Rest 5 s, then left leg again"."""
        following, effort = frame.next, frame.next_effort
        if following is None:
            return self.translate("words", "Then you are done")
        if following.kind is PhaseKind.PREPARE or effort is None:
            return plan.entries[following.entry].exercise.name
        goal = self._goal(effort, frame, plan.entries[effort.entry].exercise)
        if following.kind is PhaseKind.ACTIVITY:
            return goal
        if following.kind.is_effort:
            what = f"{self.phase(effort.kind)} {self.seconds(effort.seconds)}"
            return what if effort.side is None and frame.reps == 1 else f"{what}, {goal}"
        text = {
            PhaseKind.SWITCH: self.translate("words", "Switch, then {what}"),
            PhaseKind.REST: self.translate("words", "Rest {time}, then {what}"),
            PhaseKind.SET_REST: self.translate("words", "Rest {time}, then set {set}"),
        }[following.kind]
        return text.format(time=self.seconds(following.seconds), what=goal, set=following.set)

    def _goal(self, effort: Phase, frame: Frame, exercise: Exercise) -> str:
        """The effort to come, as told from this frame."""
        if effort.side is None:
            length = self.seconds(effort.seconds)
            if effort.kind is PhaseKind.ACTIVITY:
                return f"{exercise.name}, {length}"
            return self.translate("words", "rep {rep} of {reps}").format(
                rep=effort.rep, reps=frame.reps
            )
        limb = self.side(effort.side, exercise.limb)
        if effort.side is frame.side and frame.kind.is_effort:
            return self.translate("words", "{limb} again").format(limb=limb)
        return limb

    def summary(self, row: ExerciseSummary) -> str:
        """What was done of one exercise."""
        if row.hurt:
            return self.translate("words", "stopped because it hurt")
        if row.complete:
            return self.translate("words", "done")
        if row.untouched:
            return self.translate("words", "left out")
        return self.translate("words", "{done} of {planned}").format(
            done=row.efforts_done, planned=row.efforts_planned
        )
