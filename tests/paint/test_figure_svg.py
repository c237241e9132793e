from __future__ import annotations

from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QColor

from backcare.figure.framing import Box
from backcare.figure.mirror import Scene
from backcare.figure.shapes import Ink, Material, Shape, Tone
from backcare.paint.figure_svg import MARGIN, Canvas, place, svg

SKIN, SHADOW = Ink(Material.SKIN, Tone.LIT), Ink(Material.SHADOW, Tone.LIT)
COLOURS = {SKIN: QColor("#eeb892"), SHADOW: QColor(8, 30, 28, 51)}
BOX = Box(-1.0, -1.0, 1.0, 1.0)
SCENE = Scene(
    (
        Shape(SHADOW, ([-1.0, -1.0, 1.0, -1.0, 1.0, 1.0],)),
        Shape(SKIN, ([0.0, 0.0, 0.0, 0.0, 0.5, 0.0, 0.5, 0.5], [0.0, 0.0, -0.5, 0.0, 0.0, 0.123])),
        Shape(SKIN, ()),
    ),
    BOX,
)
SQUARE = Canvas(100, 100, "#f5f7f6")
NAMESPACE = "{http://www.w3.org/2000/svg}"


def tree(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)  # noqa: S314 - our own


def paths(text: str) -> list[dict[str, str]]:
    return [path.attrib for path in tree(text).iter(f"{NAMESPACE}path")]


def drawn(canvas: Canvas = SQUARE, *, mirrored: bool = False) -> str:
    return svg(SCENE, COLOURS, canvas, "A & B", "<hold>", mirrored=mirrored)


def test_it_is_an_svg_with_a_size_a_title_and_a_description() -> None:
    root = tree(drawn(Canvas(300, 200)))
    assert root.tag == f"{NAMESPACE}svg"
    assert (root.get("width"), root.get("height")) == ("300", "200")
    assert root.get("viewBox") == "0 0 300 200"
    assert root.findtext(f"{NAMESPACE}title") == "A & B"
    assert root.findtext(f"{NAMESPACE}desc") == "<hold>"


def test_every_shape_is_one_path_and_an_empty_one_none() -> None:
    shadow, skin = paths(drawn())
    assert shadow == {"fill": "#081e1c", "fill-opacity": "0.2", "d": "M4 4 96 4 96 96Z"}
    # what stays where it is is said once
    assert skin == {"fill": "#eeb892", "d": "M50 50 73 50 73 73ZM50 50 27 50 50 55.66Z"}


def test_what_is_not_asked_for_is_not_behind_the_figure() -> None:
    assert f"{NAMESPACE}rect" in [each.tag for each in tree(drawn())]
    assert "rect" not in drawn(Canvas(100, 100))


def test_a_large_picture_needs_one_decimal() -> None:
    skin = paths(drawn(Canvas(1000, 1000)))[1]
    assert skin["d"] == "M500 500 730 500 730 730ZM500 500 270 500 500 556.6Z"


def test_the_other_side_is_the_same_picture_in_a_mirror() -> None:
    plain, mirrored = drawn(), drawn(mirrored=True)
    group = tree(mirrored).find(f"{NAMESPACE}g")
    assert group is not None
    assert group.get("transform") == "matrix(-1 0 0 1 100 0)"
    assert [path.attrib for path in group] == paths(plain)
    assert tree(plain).find(f"{NAMESPACE}g") is None


@pytest.mark.parametrize("canvas", [Canvas(400, 100), Canvas(100, 400), Canvas(333, 250)])
@pytest.mark.parametrize("box", [BOX, Box(0.0, -2.0, 0.5, 0.0)])
def test_a_scene_is_fitted_into_the_middle(canvas: Canvas, box: Box) -> None:
    at = place(box, canvas)
    left, right = (at.left + at.scale * x for x in (box.left, box.right))
    top, bottom = (at.top + at.scale * y for y in (box.top, box.bottom))
    margin = MARGIN * min(canvas.width, canvas.height)
    assert left + right == pytest.approx(canvas.width)
    assert top + bottom == pytest.approx(canvas.height)
    assert min(left, top) == pytest.approx(margin)
