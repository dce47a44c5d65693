"""A program that starts and says when it is on the screen; whoever started it has the watch.

    python -m tests.bench.children.start_program bare|desk [DATA]

It writes ``painted``. Little is imported here, so that both programs pay for their own.
"""

from __future__ import annotations

import os
import runpy
import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget

SAYS = "painted"


class FirstPicture(QObject):
    """Calls back once a window has been painted: the picture is on its way to the screen when that event is over."""

    def __init__(self, watched: QObject, then: Callable[[], None]) -> None:
        super().__init__(watched)
        self._watched, self._then = watched, then
        watched.installEventFilter(self)

    def eventFilter(self, of: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if event.type() == QEvent.Type.Paint and isinstance(of, QWidget) and of.isWindow():
            self._watched.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return False


def _say_and_end() -> None:
    os.write(1, f"{SAYS}\n".encode())
    os._exit(0)


def _watch_the_loop() -> None:
    """Look from the moment on when the event loop begins: nothing is painted before."""
    loop = QApplication.exec

    def watched(*_: object) -> int:
        application = QApplication.instance()
        assert application is not None
        FirstPicture(application, _say_and_end)
        return loop()

    QApplication.exec = staticmethod(watched)  # type: ignore[method-assign]


def bare() -> None:
    """The least that PySide6 shows: a window of the counter's size with one line of text."""
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setCentralWidget(QLabel("KT1"))
    window.resize(1366, 768)
    window.show()
    application.exec()


def desk(data: str) -> None:
    """The real program, as ``python -m kt1desk`` runs it."""
    sys.argv = ["kt1desk", "--data-dir", data]
    runpy.run_module("kt1desk", run_name="__main__")


if __name__ == "__main__":
    _watch_the_loop()
    if sys.argv[1] == "bare":
        bare()
    else:
        desk(sys.argv[2])
