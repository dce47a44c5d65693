"""What takes longer than a breath: what is done, how far it is, for how long already, and the key that ends it.

It lies over the lower edge of its parent and takes no room from what stands there, nor the keyboard. It must not know the works.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import monotonic
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QWidget

from kt1desk.desktop.widgets.labels import KeyCap

PATIENCE_MS = 600
"""What is over by then is not shown: a line that flashes up is read by nobody."""
_TOLD_EVERY_MS = 100
_BAR_WIDTH, _EDGE = 160, 12
_STOPS, _STOPPING, _TOO_LATE = "dừng", "Đang dừng…", "đang ghi nốt, không dừng được nữa"


class LongWork(Protocol):
    """What is shown of a work; see `kt1desk.services.course.Course`."""

    @property
    def title(self) -> str:
        """What is done."""

    @property
    def through(self) -> tuple[int, int]:
        """So many parts of so many; 0 of 0 where nobody can say."""

    @property
    def is_stopping(self) -> bool:
        """Whether its end was asked for."""

    @property
    def can_stop(self) -> bool:
        """Whether it may still be asked for."""

    def stop(self) -> bool:
        """Ask for its end."""


class BusyLine(QFrame):
    """Shows the oldest of the works under way, as soon as it has taken a moment."""

    def __init__(self, parent: QWidget, now_s: Callable[[], float] = monotonic) -> None:
        super().__init__(parent)
        self.setObjectName("busy_line")
        self.setProperty("kind", "popup")
        self._below, self._now_s = parent, now_s
        self._works: dict[int, float] = {}
        self._front: LongWork | None = None
        self._title, self._bar, self._stop_says = QLabel(self), QProgressBar(self), QLabel(_STOPS, self)
        self._key = KeyCap(self, text="Esc")
        self._title.setObjectName("busy_title")
        self._bar.setAccessibleName("Tiến độ")
        self._bar.setFixedWidth(_BAR_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        for part in (self._title, self._bar, self._key, self._stop_says):
            row.addWidget(part)
        self._ticks = QTimer(self, interval=_TOLD_EVERY_MS)
        self._ticks.timeout.connect(self.tell)
        parent.installEventFilter(self)
        self.hide()

    def show_works(self, works: Sequence[LongWork]) -> None:
        """These are under way."""
        known, now_s = self._works, self._now_s()
        self._works = {id(work): known.get(id(work), now_s) for work in works}
        self._front = works[0] if works else None
        if works:
            self._ticks.start()
        else:
            self._ticks.stop()
            self.hide()

    def stop(self) -> bool:
        """End the work that is shown; False where none is, or where it can only go to its end."""
        work = self._front
        if work is None or not self.isVisibleTo(self._below) or work.is_stopping or not work.stop():
            return False
        self.tell()
        return True

    def tell(self) -> None:
        """How far it is now."""
        work = self._front
        if work is None:
            return
        taken_s = self._now_s() - self._works[id(work)]
        if taken_s * 1000 < PATIENCE_MS:
            return
        self._title.setText(_STOPPING if work.is_stopping else f"{work.title}… {round(taken_s)} giây")
        done, of = work.through
        self._bar.setRange(0, of)  # 0: a bar that only says that something goes on
        self._bar.setValue(done)
        can_stop = work.can_stop and not work.is_stopping
        self._key.setVisible(can_stop)
        self._stop_says.setVisible(not work.is_stopping)
        self._stop_says.setText(_STOPS if can_stop else _TOO_LATE)
        self._place()
        self.show()
        self.raise_()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay at the lower edge."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        self.adjustSize()
        room = self._below.rect()
        self.move(_EDGE, room.height() - self.height() - _EDGE)
