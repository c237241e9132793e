"""A shape for every phase, so that a phase is told by word, hue and shape."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF, QTransform

from backcare.core.plan import PhaseKind


def phase_glyph(kind: PhaseKind, box: QRectF) -> QPainterPath:
    """The shape of `kind`, to be filled, in the largest square in the middle of `box`."""
    drawn = {
        PhaseKind.PREPARE: _hourglass,
        PhaseKind.HOLD: _square,
        PhaseKind.MOVE: _up_and_down,
        PhaseKind.REST: _moon,
        PhaseKind.SET_REST: _moon_and_star,
        PhaseKind.SWITCH: _there_and_back,
        PhaseKind.ACTIVITY: _double_arrow,
    }[kind]
    return _placed(drawn(), box)


def paused_glyph(box: QRectF) -> QPainterPath:
    """The two bars that everybody knows."""
    path = QPainterPath()
    for left in (-0.36, 0.08):
        path.addRoundedRect(QRectF(left, -0.42, 0.28, 0.84), 0.08, 0.08)
    return _placed(path, box)


def _placed(path: QPainterPath, box: QRectF) -> QPainterPath:
    """`path`, drawn in a square of side 1 around the origin, in the middle of `box`."""
    side = min(box.width(), box.height())
    return QTransform.fromTranslate(box.center().x(), box.center().y()).scale(side, side).map(path)


def _polygon(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    path.closeSubpath()
    return path


def _hourglass() -> QPainterPath:
    path = _polygon((-0.36, -0.46), (0.36, -0.46), (0.06, 0.0), (-0.06, 0.0))
    path.addPath(_polygon((-0.06, 0.0), (0.06, 0.0), (0.36, 0.46), (-0.36, 0.46)))
    return path


def _square() -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(-0.4, -0.4, 0.8, 0.8), 0.12, 0.12)
    return path


def _up_and_down() -> QPainterPath:
    return _polygon(
        (0.0, -0.5),
        (0.34, -0.14),
        (0.13, -0.14),
        (0.13, 0.14),
        (0.34, 0.14),
        (0.0, 0.5),
        (-0.34, 0.14),
        (-0.13, 0.14),
        (-0.13, -0.14),
        (-0.34, -0.14),
    )


def _moon() -> QPainterPath:
    # Qt cuts curves into pieces of about a pixel; in units of the box that would be corners.
    fine = 1000.0
    whole, bite = QPainterPath(), QPainterPath()
    whole.addEllipse(QPointF(0.0, 0.0), 0.46 * fine, 0.46 * fine)
    bite.addEllipse(QPointF(0.22, -0.14) * fine, 0.38 * fine, 0.38 * fine)
    return QTransform.fromScale(1 / fine, 1 / fine).map(whole.subtracted(bite))


def _moon_and_star() -> QPainterPath:
    path = _moon()
    path.addEllipse(QPointF(0.24, -0.16), 0.17, 0.17)
    return path


def _there_and_back() -> QPainterPath:
    arrow = _polygon(
        (-0.5, -0.23),
        (-0.18, -0.46),
        (-0.18, -0.32),
        (0.46, -0.32),
        (0.46, -0.14),
        (-0.18, -0.14),
        (-0.18, 0.0),
    )
    arrow.addPath(QTransform().rotate(180).map(arrow))
    return arrow


def _double_arrow() -> QPainterPath:
    path = _polygon((-0.46, -0.4), (0.0, 0.0), (-0.46, 0.4))
    path.addPath(_polygon((0.0, -0.4), (0.46, 0.0), (0.0, 0.4)))
    return path
