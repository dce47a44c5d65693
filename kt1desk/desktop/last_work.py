"""The last work of a session: no page waits for it and no job is taken any more, but the window that says what is done stays painted.

This module must not know what the work is.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import TypeVar

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

T = TypeVar("T")
_LOOK_S = 0.03
"""Between two looks at the window: a picture of it that comes so late is on time for whoever only waits."""


def painted_meanwhile(work: Callable[[Callable[[T], None]], None], hear: Callable[[T], None]) -> None:
    """Do the work in a thread of its own until it has ended; the window is painted and takes no key and no mouse.

    Args:
        work: is handed what it may tell with, from its thread.
        hear: called with what it told, in the thread of the window.

    Raises:
        BaseException: what the work raised.
    """
    told: SimpleQueue[T] = SimpleQueue()
    raised: list[BaseException] = []

    def do() -> None:
        try:
            work(told.put)
        except BaseException as error:  # noqa: BLE001  it is raised below, where it can be told
            raised.append(error)

    thread = threading.Thread(target=do, name="last-work")
    thread.start()
    while thread.is_alive():
        thread.join(_LOOK_S)
        _hear_all(told, hear)
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    _hear_all(told, hear)
    if raised:
        raise raised[0]


def _hear_all(told: SimpleQueue[T], hear: Callable[[T], None]) -> None:
    while True:
        try:
            hear(told.get_nowait())
        except Empty:
            return
