"""A session followed in a terminal: the second front end, without a window and without Qt."""

from __future__ import annotations

import signal
import sys
import time
from typing import TYPE_CHECKING, NoReturn

from backcare.core.frame import frame_of
from backcare.core.narration import Narrator
from backcare.core.safety import CLOSING, PAGE_VERSION, safety_page
from backcare.core.session import Session, State
from backcare.core.translation import QT_TRANSLATE_NOOP, Translator
from backcare.core.words import Words
from backcare.services.clock import SessionClock
from backcare.services.event_log import EventLog
from backcare.services.terminal_io import Keyboard, Screen, TerminalKeyboard
from backcare.store.state_file import StateFile

if TYPE_CHECKING:
    from types import FrameType

    from backcare.core.plan import Plan
    from backcare.core.settings import Preferences
    from backcare.paths import UserFolders

LONGEST_WAIT_SECONDS = 1.0

KEYS = {
    " ": "toggle",
    "n": "skip",
    "\x1b[C": "skip",
    "\x1b[6~": "skip",
    "\x1b[1;2C": "skip_exercise",
    "N": "skip_exercise",
    "b": "back",
    "\x1b[D": "back",
    "\x1b[5~": "back",
    "+": "extend",
    "\x1b[A": "extend",
    "h": "hurt",
    "u": "undo_hurt",
    "\r": "enter",
    "\n": "enter",
    "d": "done_elsewhere",
    "q": "leave",
    "\x1b": "leave",
}

HELP = QT_TRANSLATE_NOOP(
    "terminal",
    "Space pause · n next · N next exercise · b back · + 10 s more · h that hurt · u undo · q end",
)


class Ended(Exception):  # noqa: N818 - a wish of the system, not an error
    """The system asks the program to end."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class Follower:
    """Follows one session in a terminal to its end."""

    def __init__(
        self,
        session: Session,
        clock: SessionClock,
        screen: Screen,
        keyboard: Keyboard,
        log: EventLog,
        words: Words,
    ) -> None:
        self._session = session
        self._clock = clock
        self._screen = screen
        self._keyboard = keyboard
        self._log = log
        self._narrator = Narrator(session.plan, words)
        self._say = words.translate
        self._asking = False
        self._was_running = False

    def follow(self) -> None:
        """Run until the session is over. Ctrl-C asks whether to end it."""
        self._do("start")
        while self._session.state is not State.FINISHED:
            try:
                self._step()
            except KeyboardInterrupt:
                self.leave()

    def end(self) -> None:
        """End at once; what was done is kept."""
        self._do("stop")

    def leave(self) -> None:
        """Ask whether to end; where nobody can answer, end."""
        if self._asking or not self._keyboard.is_interactive():
            self.end()
            return
        self._was_running = self._session.state is State.RUNNING
        self._do("pause")
        self._asking = True
        self._screen.line(
            self._say(
                "terminal", "End the session and see what you did? y ends it, other keys go on"
            )
        )

    def _step(self) -> None:
        due = self._session.next_due()
        wait = LONGEST_WAIT_SECONDS
        if due is not None:
            wait = min(wait, self._clock.seconds_until(due))
        key = self._keyboard.wait(wait)
        self._do("advance")
        if self._session.state is State.WAITING and not self._keyboard.is_interactive():
            self._do("go_on")  # nobody can answer
        if key:
            self._press(key)
        self._show_countdown()

    def _press(self, key: str) -> None:
        if self._asking:
            self._asking = False
            if key in ("y", "Y"):
                self.end()
            elif self._was_running:
                self._do("resume")
            return
        name = KEYS.get(key)
        if name == "leave":
            self.leave()
        elif name == "enter":
            waiting = self._session.state is State.WAITING
            self._do("go_on" if waiting else "end_hold")
        elif name is not None:
            self._do(name)

    def _do(self, name: str) -> None:
        command = getattr(self._session, name)
        for event in command(self._clock.now(), self._clock.real()):
            self._log.write(event)
            for line in self._narrator.lines(event):
                self._screen.line(line)

    def _show_countdown(self) -> None:
        if self._screen.is_live and self._session.state is State.RUNNING:
            frame = frame_of(self._session, self._clock.now())
            self._screen.live(self._narrator.countdown(frame))


def show_safety_page(screen: Screen, keyboard: Keyboard, say: Translator) -> bool:
    """Show what everybody reads once; True when somebody said that it was read."""
    screen.line(say("terminal", "Before you start"))
    for section in safety_page(say):
        screen.line()
        screen.line(("! " if section.urgent else "") + section.title)
        for text in section.lines:
            screen.line(f"  - {text}")
    screen.line()
    screen.line(say("safety", CLOSING))
    if not keyboard.is_interactive():
        return False
    screen.line(say("terminal", "Press Enter when you have read this"))
    while keyboard.wait(LONGEST_WAIT_SECONDS) not in ("\r", "\n"):
        pass
    return True


def follow_in_terminal(
    plan: Plan,
    preferences: Preferences,
    folders: UserFolders,
    *,
    speed: float,
    log_path: str | None,
) -> int:
    """Follow `plan` on standard input and output; returns the exit code.

    Raises:
        BackcareError: the event log cannot be written.
    """
    words, screen = Words(), Screen(sys.stdout)
    keyboard, clock = TerminalKeyboard(sys.stdin, time.sleep), SessionClock(speed)
    session = Session(plan, count_in_seconds=preferences.settings.count_in_seconds)
    code = 0
    _end_on_signals()
    with EventLog(log_path, clock) as log, keyboard.single_keys():
        follower = Follower(session, clock, screen, keyboard, log, words)
        try:
            if speed == 1.0:
                _show_safety_page_once(screen, keyboard, words, StateFile(folders.state_file))
            if screen.is_live and keyboard.is_interactive():
                screen.line(words.translate("terminal", HELP))
            follower.follow()
        except KeyboardInterrupt:
            return 128 + signal.SIGINT
        except Ended as ended:
            follower.end()
            code = 128 + ended.number
    show_summary(screen, words, session)
    return code


def _end_on_signals() -> None:
    """The first signal ends the session properly, a second one the program at once."""
    seen: list[int] = []

    def end(number: int, frame: FrameType | None) -> NoReturn:
        del frame
        seen.append(number)
        if len(seen) > 1:
            raise SystemExit(128 + number)
        raise Ended(number)

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), end)


def _show_safety_page_once(
    screen: Screen, keyboard: Keyboard, words: Words, state_file: StateFile
) -> None:
    if state_file.load().safety_page_seen >= PAGE_VERSION:
        return
    if show_safety_page(screen, keyboard, words.translate):
        state_file.remember(safety_page_seen=PAGE_VERSION)


def show_summary(screen: Screen, words: Words, session: Session) -> None:
    """What was done, exercise by exercise."""
    screen.line()
    rows = session.records.summary()
    for row in rows:
        screen.line(f"  {row.entry.exercise.name}: {words.summary(row)}")
    done = sum(row.complete for row in rows)
    active = words.seconds(session.records.active_seconds())
    line = words.translate(
        "terminal", "{routine}: {done} of {count} exercises done, {time} of effort"
    )
    screen.line(
        line.format(routine=session.plan.routine.name, done=done, count=len(rows), time=active)
    )
