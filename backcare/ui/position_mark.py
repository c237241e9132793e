"""A small sign for where the body is, until every exercise has its own picture."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from backcare.core.exercise import Position

# Head centre, then strokes from point to point, in a box of 100 x 60 with the floor at 50.
_HEADS = {
    Position.SUPINE: (16.0, 42.0),
    Position.PRONE: (16.0, 43.0),
    Position.SIDE_LYING: (20.0, 27.0),
    Position.KNEELING: (22.0, 22.0),
    Position.SITTING: (38.0, 12.0),
    Position.STANDING: (50.0, 9.0),
    Position.ELSEWHERE: (52.0, 9.0),
}
_STROKES = {
    Position.SUPINE: (((25, 44), (52, 45), (66, 26), (76, 46), (84, 46)),),
    Position.PRONE: (((25, 44), (56, 45), (90, 46)),),
    Position.SIDE_LYING: (((28, 30), (52, 37), (90, 46)), ((29, 31), (27, 46), (38, 46))),
    Position.KNEELING: (((30, 24), (64, 25), (66, 46), (84, 46)), ((32, 25), (31, 46))),
    Position.SITTING: (((39, 21), (40, 45), (66, 45), (88, 45)), ((39, 25), (54, 38))),
    Position.STANDING: (((50, 17), (50, 32), (45, 50)), ((50, 32), (55, 50)), ((42, 30), (50, 19))),
    Position.ELSEWHERE: (
        ((52, 17), (49, 32), (58, 40), (57, 50)),
        ((49, 32), (44, 41), (36, 47)),
        ((42, 28), (51, 20), (61, 27)),
    ),
}


_ON_CHAIR = (
    ((45, 19), (44, 35), (62, 35), (62, 51)),
    ((45, 23), (57, 32)),
)
_CHAIR = (((36, 14), (36, 51)), ((36, 39), (56, 39), (56, 51)))


def draw_position(
    painter: QPainter, box: QRectF, position: Position, colour: QColor, *, chair: bool = False
) -> None:
    """Draw the sign in the middle of `box`, as large as it fits; sitting may be on a chair."""
    strokes, head = _STROKES[position], _HEADS[position]
    on_chair = chair and position is Position.SITTING
    if on_chair:
        strokes, head = _ON_CHAIR, (46.0, 9.0)
    scale = min(box.width() / 112, box.height() / 68)
    painter.save()
    painter.translate(box.center() - QPointF(50, 29) * scale)
    painter.scale(scale, scale)
    painter.setPen(
        QPen(colour, 7.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    for stroke in strokes:
        painter.drawPolyline([QPointF(x, y) for x, y in stroke])
    painter.setPen(QPen(colour, 1.5))
    for stroke in _CHAIR if on_chair else ():
        painter.drawPolyline([QPointF(x, y) for x, y in stroke])
    painter.drawLine(QLineF(4, 53.5, 96, 53.5))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(*head), 7.0, 7.0)
    painter.restore()
