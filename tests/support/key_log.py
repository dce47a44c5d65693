"""Every key press that reaches the window, so that a story can count them. A key with Ctrl, Alt or Shift held is one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWindow

_HELD = {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt}


class KeyLog(QObject):
    """Names of the keys, in the order they came."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        asked = (
            event.type() == QEvent.Type.ShortcutOverride
        )  # asked once of every key, before a shortcut takes it
        if not asked or not isinstance(watched, QWindow) or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in _HELD:
            self.names.append(event.text().strip() or Qt.Key(event.key()).name.removeprefix("Key_"))
        return False


@contextmanager
def logged_keys() -> Iterator[KeyLog]:
    """The keys that are pressed meanwhile."""
    log, application = KeyLog(), QCoreApplication.instance()
    assert application is not None
    application.installEventFilter(log)
    try:
        yield log
    finally:
        application.removeEventFilter(log)
