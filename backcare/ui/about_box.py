"""What this program is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from backcare import __version__
from backcare.ui.controls import TextLabel
from backcare.ui.icons import draw_icon
from backcare.ui.info_dialog import InfoDialog

SIZE = (28, 30)
_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse


class AppSign(QWidget):
    """The program's own symbol."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self.fontMetrics().height() * 4
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        draw_icon(QPainter(self), "backcare", QRectF(self.rect()), QColor())


class AboutBox(InfoDialog):
    """Name, version, purpose and licences; the text can be marked and copied."""

    def __init__(self, parent: QWidget) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        self.words = [
            TextLabel("backcare", 1.7, bold=True, wrap=True),
            TextLabel(self.tr("Version {number}").format(number=__version__), soft=True, wrap=True),
            TextLabel(
                self.tr(
                    "Guides you through back exercises, one timed step after the other. "
                    "General guidance: no diagnosis and no promise of a cure."
                ),
                wrap=True,
            ),
            TextLabel(
                self.tr("Nothing you do here leaves this computer; the network is never used."),
                wrap=True,
            ),
            TextLabel(
                self.tr("MIT licence. Made with Qt (LGPL) and PyYAML (MIT)."), soft=True, wrap=True
            ),
        ]
        column.addWidget(AppSign())
        for label in self.words:
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setTextInteractionFlags(_SELECTABLE)
            column.addWidget(label)
        column.addStretch()
        super().__init__(self.tr("About backcare"), body, SIZE, parent)
        em = self.fontMetrics().height()
        column.setContentsMargins(em * 2, em, em * 2, 0)
        column.setSpacing(em // 2)
        self.resize(self._room_for(column, SIZE))
