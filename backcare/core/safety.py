"""What everybody reads once before the first session, and may read again at any time.

General guidance, not diagnosis. The red flags follow public leaflets: Norfolk and
Waveney Community Health NHS "Got back pain?", the cauda equina card of backes.org.uk,
and NHS advice on exercise in pregnancy.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from backcare.core.translation import QT_TRANSLATE_NOOP, Translator

PAGE_VERSION = 1
"""Counts changes that everybody has to read again."""

WELCOME_VERSION = 1
"""Counts changes of the welcome that everybody should see once more."""


class Topic(Enum):
    """What a part of the safety page is about, most urgent first."""

    EMERGENCY = "emergency"
    DOCTOR = "doctor"
    PREGNANCY = "pregnancy"
    EXERCISE = "exercise"


@dataclass(frozen=True, slots=True)
class SafetySection:
    """One part of the safety page. An urgent one stands out."""

    topic: Topic
    title: str
    lines: tuple[str, ...]

    @property
    def urgent(self) -> bool:
        """Whether it cannot wait."""
        return self.topic is Topic.EMERGENCY


_SECTIONS = (
    SafetySection(
        Topic.EMERGENCY,
        QT_TRANSLATE_NOOP("safety", "Call an ambulance or go to an emergency department if"),
        (
            QT_TRANSLATE_NOOP("safety", "you cannot hold, or cannot pass, urine or stool"),
            QT_TRANSLATE_NOOP("safety", "you are numb around the genitals or the back passage"),
            QT_TRANSLATE_NOOP("safety", "both legs are weak, numb or tingling, or getting worse"),
            QT_TRANSLATE_NOOP("safety", "the pain began with a bad fall or accident"),
        ),
    ),
    SafetySection(
        Topic.DOCTOR,
        QT_TRANSLATE_NOOP("safety", "See a doctor before you exercise if"),
        (
            QT_TRANSLATE_NOOP("safety", "pain runs down a leg, or a leg is weak or numb"),
            QT_TRANSLATE_NOOP("safety", "you have a fever, feel ill or lose weight without reason"),
            QT_TRANSLATE_NOOP("safety", "you have had cancer, or have taken steroids for long"),
            QT_TRANSLATE_NOOP("safety", "the pain wakes you at night or grows from day to day"),
            QT_TRANSLATE_NOOP(
                "safety", "you have had surgery, or have weak bones or heart trouble"
            ),
        ),
    ),
    SafetySection(
        Topic.PREGNANCY,
        QT_TRANSLATE_NOOP("safety", "If you are pregnant"),
        (
            QT_TRANSLATE_NOOP("safety", "ask your midwife or doctor which exercises suit you"),
            QT_TRANSLATE_NOOP("safety", "do not lie flat on your back for long after 16 weeks"),
            QT_TRANSLATE_NOOP(
                "safety", "tell backcare (Settings, Taking care): it exchanges moves"
            ),
        ),
    ),
    SafetySection(
        Topic.EXERCISE,
        QT_TRANSLATE_NOOP("safety", "While you exercise"),
        (
            QT_TRANSLATE_NOOP("safety", "move slowly, keep breathing, and never force a stretch"),
            QT_TRANSLATE_NOOP("safety", "a mild ache is all right; sharp or spreading pain is not"),
            QT_TRANSLATE_NOOP("safety", "when something hurts, press H: the exercise ends at once"),
            QT_TRANSLATE_NOOP("safety", "clear the floor, and have something firm to hold on to"),
        ),
    ),
)

CLOSING = QT_TRANSLATE_NOOP(
    "safety",
    "This is general guidance. It is no diagnosis and does not take a doctor’s place.",
)


def safety_page(translate: Translator) -> tuple[SafetySection, ...]:
    """The sections of the page, most urgent first, in the person's language."""
    return tuple(
        SafetySection(
            section.topic,
            translate("safety", section.title),
            tuple(translate("safety", line) for line in section.lines),
        )
        for section in _SECTIONS
    )
