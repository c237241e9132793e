"""Values to plain JSON and back, by the types of their fields."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import Enum

import pytest

from backcare.core.dose import Dose, Span
from backcare.core.exercise import Illustration, Side
from backcare.core.routine import Catalogue
from backcare.store.codec import Codec, to_plain
from tests.builders import make_dose
from tests.shipped import shipped_catalogue


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True)
class Wheel:
    spokes: int
    colour: Colour = Colour.RED
    name: str = ""


@dataclass(frozen=True)
class Cart:
    wheels: tuple[Wheel, ...] = ()
    spare: Wheel | None = None
    parts: dict[str, Wheel] = field(default_factory=dict)
    colours: frozenset[str] = frozenset()
    sizes: tuple[int, ...] | None = None
    is_new: bool = False


def there_and_back(value: object) -> object:
    return Codec().from_plain(type(value), json.loads(json.dumps(to_plain(value))))


CART = Cart(
    wheels=(Wheel(8), Wheel(12, Colour.BLUE, "rear")),
    spare=Wheel(0, name=""),
    parts={"a": Wheel(1), "b": Wheel(2, Colour.BLUE)},
    colours=frozenset({"green", "black"}),
    sizes=(1, 2),
    is_new=True,
)


@pytest.mark.parametrize(
    "value",
    [
        Cart(),
        CART,
        Cart(sizes=()),
        Dose(),
        make_dose(hold=Span(15, 20), rest=0, tempo=(3, 3)),
        Illustration("side", "lying", "curled"),
        Illustration("top", "lying", "curled", "mirrored", "half-curled", Side.LEFT),
    ],
)
def test_a_value_comes_back_as_it_was(value: object) -> None:
    back = there_and_back(value)
    assert back == value
    assert type(back) is type(value)


def test_a_value_becomes_plain_and_leaves_its_defaults_out() -> None:
    assert to_plain(CART) == {
        "wheels": [{"spokes": 8}, {"spokes": 12, "colour": "blue", "name": "rear"}],
        "spare": {"spokes": 0},
        "parts": {"a": {"spokes": 1}, "b": {"spokes": 2, "colour": "blue"}},
        "colours": ["black", "green"],
        "sizes": [1, 2],
        "is_new": True,
    }
    assert to_plain(Cart()) == {"parts": {}}


def test_a_list_becomes_plain_too() -> None:
    assert to_plain([Colour.RED, (1, None)]) == ["red", [1, None]]


def test_the_whole_shipped_catalogue_comes_back_as_it_was() -> None:
    shipped = shipped_catalogue()
    back = there_and_back(shipped)
    assert back == shipped
    assert isinstance(back, Catalogue)
    assert list(back.exercises) == list(shipped.exercises)
    assert list(back.routines) == list(shipped.routines)


@pytest.mark.parametrize(
    ("plain", "error"),
    [
        (None, AttributeError),
        ([], AttributeError),
        ({"axle": 1}, KeyError),
        ({"spare": {"colour": "red"}}, TypeError),
        ({"spare": {"spokes": 1, "colour": "green"}}, KeyError),
        ({"spare": {"spokes": 1, "colour": []}}, TypeError),
        ({"wheels": 3}, TypeError),
        ({"parts": []}, AttributeError),
    ],
)
def test_something_else_is_no_value(plain: object, error: type[Exception]) -> None:
    with pytest.raises(error):
        Codec().from_plain(Cart, plain)


def test_what_a_value_refuses_about_itself_is_refused() -> None:
    with pytest.raises(ValueError, match="upwards"):
        Codec().from_plain(Dose, {"reps": {"low": 3, "high": 2}})


def test_a_shape_names_the_fields_and_those_of_what_it_holds() -> None:
    shape = Codec().shape(Cart)
    assert shape.startswith("Cart(wheels:")
    for name in ("spare", "parts", "colours", "Wheel(spokes:", "colour:", "name:"):
        assert name in shape


def test_a_shape_changes_with_the_fields() -> None:
    @dataclass
    class Thing:
        one: int

    before = Codec().shape(Thing)

    @dataclass
    class Other:
        one: str

    Other.__name__ = "Thing"
    assert Codec().shape(Other) != before


def test_a_shape_changes_with_the_fields_of_what_it_holds() -> None:
    def shape_of(*, with_size: bool) -> str:
        @dataclass
        class Part:
            one: int

        @dataclass
        class Bigger:
            one: int
            size: int

        Bigger.__name__ = Part.__name__
        Bigger.__qualname__ = Part.__qualname__
        inner = Bigger if with_size else Part

        @dataclass
        class Whole:
            parts: dict[str, tuple[int, ...]]

        Whole.__annotations__["parts"] = dict[str, tuple[inner, ...]]  # type: ignore[valid-type]
        return Codec().shape(Whole)

    assert shape_of(with_size=False) == shape_of(with_size=False)
    assert shape_of(with_size=True) != shape_of(with_size=False)


def test_the_shape_of_a_catalogue_holds_all_that_is_in_it() -> None:
    shape = Codec().shape(Catalogue)
    for name in ("Exercise", "Routine", "RoutineItem", "Dose", "Span", "Variant", "Illustration"):
        assert f"{name}(" in shape
