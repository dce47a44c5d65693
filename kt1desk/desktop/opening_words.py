"""What is said while a desk is opened: usually two words, and after an upgrade of the program what is done with the data and how far.

This module must not know what opens the desk.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer

from kt1desk.services.course import Course, watched

T = TypeVar("T")
_LOOK_MS = 200
_OPENING = "Đang mở kho dữ liệu…"
_STAGES: Mapping[str, str] = MappingProxyType(
    {
        "copy": "bước 1/3, sao lại dữ liệu cũ",
        "migrate": "bước 2/3, đổi bảng",
        "replay": "bước 3/3, lập lại bảng từ sổ gốc",
    }
)
"""By the names of `kt1desk.store.migrate`."""


class Opening(QObject):
    """Shows how far the opening of a desk is, from its beginning until it is let in or refused.

    Args:
        parent: the page.
        show: puts a sentence where the clerk looks.
    """

    def __init__(self, parent: QObject, show: Callable[[str], None]) -> None:
        super().__init__(parent)
        self._show = show
        self._course = Course(_OPENING)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def watching(self, opening: Callable[[], T]) -> Callable[[], T]:
        """The same work, watched from now on; it cannot be stopped."""
        course = self._course = Course(_OPENING)

        def watched_opening() -> T:
            with watched(course):
                return opening()

        self._show(_OPENING)
        self._timer.start()
        return watched_opening

    def look(self) -> None:
        """Say how far it is now."""
        self._show(opening_words(self._course))

    def end(self) -> None:
        """It is open, or it was refused."""
        self._timer.stop()


def opening_words(course: Course) -> str:
    """One sentence; ``course`` is asked for its part and how far that is."""
    part = _STAGES.get(course.stage)
    if part is None:
        return _OPENING
    done, of = course.through
    share = f" ({100 * done // of} %)" if of else ""
    return f"Đang nâng cấp dữ liệu: {part}{share}. Chờ và đừng tắt máy."
