"""A furnished window with plain pages, whose notes say what the window did with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Page, PageKey, Place
from kt1desk.services.rows import SearchHit
from tests.support.desk_fakes import FakeWindow
from tests.support.keys import press, type_text

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NUMBER = "ME473124829VN"


@dataclass
class Notes:
    """What happened to a page."""

    entered: list[str] = field(default_factory=list)
    scans: list[str] = field(default_factory=list)
    found: list[SearchHit] = field(default_factory=list)
    f9: int = 0
    steps: int = 0
    forgotten: int = 0


class PlainPage(Page):
    """A page with one field; its notes say what the window did with it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.notes = Notes()
        self.line = QLineEdit(self)
        self.line.setObjectName(f"line-{name}")
        self.line.setAccessibleName(name)
        QVBoxLayout(self).addWidget(self.line)

    def entered(self, ref: str = "") -> None:
        self.notes.entered.append(ref)
        self.line.setFocus()

    def keys(self) -> tuple[PageKey, ...]:
        return (PageKey("F9", "làm việc", self._work),)

    def step_back(self) -> bool:
        self.notes.steps -= 1
        return self.notes.steps >= 0

    def forget(self) -> None:
        self.notes.forgotten += 1

    def take_scan(self, code: str) -> bool:
        self.notes.scans.append(code)
        return code == NUMBER

    def take_found(self, hit: SearchHit) -> bool:
        self.notes.found.append(hit)
        return hit.kind == "agency"

    def _work(self) -> None:
        self.notes.f9 += 1


@dataclass
class Desk:
    """A furnished window with three plain pages."""

    window: MainWindow
    needs: FakeWindow
    pages: Mapping[Place, PlainPage]
    jobs: Jobs
    qtbot: QtBot

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: self.jobs.running == 0)

    def search(self, text: str) -> None:
        press(Qt.Key.Key_K, CTRL)
        type_text(text)
        self.qtbot.waitUntil(
            lambda: self._list_is_open() and self.jobs.running == 0
        )  # the answer to all of it

    def _list_is_open(self) -> bool:
        return any(
            widget.property("overlay") and widget.isVisible() and widget.property("kind") == "popup"
            for widget in self.window.findChildren(QWidget)
        )
