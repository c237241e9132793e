"""What everybody reads once before the first session."""

from __future__ import annotations

from backcare.core.safety import (
    CLOSING,
    PAGE_VERSION,
    WELCOME_VERSION,
    SafetySection,
    Topic,
    safety_page,
)
from backcare.core.translation import QT_TRANSLATE_NOOP, in_english

PAGE = safety_page(in_english)


def lines_of(section: SafetySection) -> str:
    return " ".join(section.lines)


def test_the_most_urgent_comes_first_and_alone_stands_out() -> None:
    assert [section.urgent for section in PAGE] == [True, False, False, False]
    assert "emergency" in PAGE[0].title
    assert "doctor" in PAGE[1].title
    assert "pregnant" in PAGE[2].title


def test_the_red_flags_of_an_emergency_are_named() -> None:
    for flag in ("urine", "stool", "numb around the genitals", "both legs", "accident"):
        assert flag in lines_of(PAGE[0])


def test_the_reasons_to_ask_a_doctor_first_are_named() -> None:
    for flag in ("down a leg", "fever", "lose weight", "cancer", "steroids", "night", "surgery"):
        assert flag in lines_of(PAGE[1])


def test_pregnancy_and_the_key_for_pain_are_named() -> None:
    assert "16 weeks" in lines_of(PAGE[2])
    assert "press H" in lines_of(PAGE[3])


def test_it_is_no_diagnosis() -> None:
    assert "no diagnosis" in CLOSING


def test_page_and_welcome_have_a_version() -> None:
    assert min(PAGE_VERSION, WELCOME_VERSION) >= 1


def test_each_topic_has_one_section_in_order() -> None:
    assert [section.topic for section in PAGE] == list(Topic)


def test_every_text_goes_through_the_translator() -> None:
    asked: list[str] = []

    def translate(context: str, text: str) -> str:
        assert context == "safety"
        asked.append(text)
        return text.upper()

    page = safety_page(translate)
    texts = [text for section in PAGE for text in (section.title, *section.lines)]
    assert asked == texts
    assert [text for section in page for text in (section.title, *section.lines)] == [
        text.upper() for text in texts
    ]
    assert [section.urgent for section in page] == [section.urgent for section in PAGE]


def test_a_marked_text_is_the_text_itself() -> None:
    assert QT_TRANSLATE_NOOP("safety", "a text") == "a text"
    assert in_english("safety", "a text") == "a text"
