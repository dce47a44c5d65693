"""While the last work of a session goes on, the window is painted; what the work says is heard, what it raises is raised."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kt1desk.desktop.last_work import painted_meanwhile
from kt1desk.domain.errors import DeskError

PATIENCE_S = 10.0


class Sign(QLabel):
    """Says what is waited for; `painted` once that is on the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.painted = threading.Event()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        super().paintEvent(event)
        if self.text():
            self.painted.set()


def test_what_is_waited_for_is_painted_while_the_work_goes_on(qtbot: QtBot) -> None:
    sign = Sign()
    qtbot.addWidget(sign)
    with qtbot.waitExposed(sign):
        sign.show()
    seen: list[bool] = []
    heard: list[threading.Thread] = []

    def work(tell: Callable[[str], None]) -> None:
        tell("Đang đổi khóa, khoảng 12 giây.")
        seen.append(sign.painted.wait(PATIENCE_S))

    def hear(sentence: str) -> None:
        heard.append(threading.current_thread())
        sign.setText(sentence)

    painted_meanwhile(work, hear)

    assert seen == [True]
    assert heard == [threading.main_thread()]


def test_what_the_work_raises_is_raised_after_what_it_said(qtbot: QtBot) -> None:
    heard: list[str] = []

    def work(tell: Callable[[str], None]) -> None:
        tell("begun")
        raise DeskError("disk.full")

    with pytest.raises(DeskError) as caught:
        painted_meanwhile(work, heard.append)

    assert (heard, caught.value.code) == (["begun"], "disk.full")
