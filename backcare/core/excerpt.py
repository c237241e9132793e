"""A part of a routine, as a routine of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from backcare.core.care import choose
from backcare.core.planning import plan_of

if TYPE_CHECKING:
    from backcare.core.care import Choice
    from backcare.core.plan import Plan
    from backcare.core.routine import Catalogue
    from backcare.core.settings import Preferences


def plan_from(plan: Plan, place: int, catalogue: Catalogue, preferences: Preferences) -> Plan:
    """`plan` from one of its exercises to the end; it keeps the routine's name."""
    return _rebuilt(plan, _choices(plan, place, catalogue, preferences), preferences)


def plan_only(plan: Plan, place: int, catalogue: Catalogue, preferences: Preferences) -> Plan:
    """One exercise of `plan`, at the dose that it has there."""
    return _rebuilt(plan, _choices(plan, place, catalogue, preferences)[:1], preferences)


def _choices(
    plan: Plan, place: int, catalogue: Catalogue, preferences: Preferences
) -> tuple[Choice, ...]:
    """What becomes of the items from that exercise on; the first carries its section's heading.

    It is decided for the whole routine: what stands in depends on what else is done.
    """
    choices = choose(plan.routine, catalogue, preferences.settings, preferences.swaps)
    done = [number for number, choice in enumerate(choices) if choice.exercise is not None]
    first = done[place]
    headings = [choice.item.heading for choice in choices[: first + 1] if choice.item.heading]
    item = replace(choices[first].item, heading=headings[-1] if headings else "")
    return (replace(choices[first], item=item), *choices[first + 1 :])


def _rebuilt(plan: Plan, choices: tuple[Choice, ...], preferences: Preferences) -> Plan:
    items = tuple(choice.item for choice in choices)
    return plan_of(replace(plan.routine, items=items), choices, preferences, plan.level)
