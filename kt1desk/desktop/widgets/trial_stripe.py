"""The stripe of a desk that is not the real thing: hazard stripes along the window's upper edge, seen from across the room in every theme.

It lies over the window and takes no room and no mouse. It must not know what makes a desk a trial.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.look.theme import active_theme

STRIPE_HEIGHT = 6
_STEP = 12


class TrialStripe(QWidget):
    """Stays along the upper edge of its parent."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName("Bàn dùng thử")
        parent.installEventFilter(self)
        self._fit(parent)
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As wide as the parent, above what was added to it since."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self._fit(watched)
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Slanting stripes of the colour of warnings on the window's ground: a pattern, not a colour alone."""
        theme = active_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.page))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.rail_mark))
        for left in range(-_STEP, self.width(), 2 * _STEP):
            corners = (
                (left, 0),
                (left + _STEP, 0),
                (left + 2 * _STEP, self.height()),
                (left + _STEP, self.height()),
            )
            painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
        painter.end()

    def _fit(self, parent: QWidget) -> None:
        self.setGeometry(0, 0, parent.width(), STRIPE_HEIGHT)
        self.raise_()


def mark_trial(window: QWidget, badge: QWidget, trial: bool, /) -> None:
    """The badge that says in words what the desk is, and the stripe above the window, where it is a trial."""
    badge.setVisible(trial)
    # A gate that was in it before has one of its own, which goes with it.
    stripe = window.findChild(TrialStripe, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if trial and stripe is None:
        TrialStripe(window)
    elif stripe is not None:
        stripe.setVisible(trial)
