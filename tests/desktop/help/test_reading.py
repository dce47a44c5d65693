"""A text of the help is made once, and its pictures are read when they come into sight: F1 must not wait for either."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from kt1desk.desktop.help.guide import read_guide
from kt1desk.desktop.help.reading import Reading
from kt1desk.desktop.help.screen_text import page_of
from kt1desk.desktop.look.theme import DARK, LIGHT
from kt1desk.desktop.look.wear import wear

CHAPTER = "one-stop"
"""With seven pictures."""


class Counting(Reading):
    """Notes what is made and read."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("help_text", "Sổ tay", parent)
        self.made: list[str] = []
        self.pictures: list[QImage] = []

    def show_section(self, anchor: str) -> None:
        guide = read_guide()
        section = guide.section(anchor)
        assert section is not None

        def html(width: int) -> str:
            self.made.append(anchor)
            return page_of(guide, section, width)

        self.show_text(anchor, html)

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802  Qt's name
        picture = super().loadResource(kind, name)
        if isinstance(picture, QImage):
            self.pictures.append(picture)
        return picture


@pytest.fixture
def reading(worn: QApplication, activate: Callable[[QWidget], None]) -> Iterator[Counting]:
    window = QWidget()
    made = Counting(window)
    window.resize(640, 480)
    made.resize(620, 460)
    activate(window)
    yield made
    window.close()


def test_a_section_is_made_once(reading: Counting) -> None:
    for anchor in ("today", CHAPTER, "today", CHAPTER):
        reading.show_section(anchor)
    shown = reading.toPlainText()
    wear_dark()
    reading.show_section(CHAPTER)
    wear_light()
    reading.show_section(CHAPTER)

    assert shown.startswith("Một cửa")
    assert reading.made == ["today", CHAPTER, CHAPTER]


def test_what_is_shown_again_is_shown_from_its_beginning(reading: Counting) -> None:
    reading.show_section(CHAPTER)
    bar = reading.verticalScrollBar()
    bar.setValue(bar.maximum())
    reading.show_section("today")
    reading.show_section(CHAPTER)

    assert bar.maximum() > 0
    assert bar.value() == 0


def test_pictures_are_read_when_they_come_into_sight_and_in_the_size_they_are_shown_in(
    reading: Counting,
) -> None:
    reading.show_section(CHAPTER)
    reading.viewport().grab()
    at_once = len(reading.pictures)
    bar = reading.verticalScrollBar()
    while bar.value() < bar.maximum():
        bar.setValue(bar.value() + 100)
        reading.viewport().grab()
        QApplication.processEvents()

    assert at_once <= 1
    assert len(reading.pictures) == 7
    assert {picture.width() for picture in reading.pictures} == {reading.room()}


def test_texts_that_are_kept_are_few(reading: Counting) -> None:
    names = [section.anchor for section in read_guide().sections]
    for name in names:
        reading.show_section(name)
    QApplication.sendPostedEvents(None, 0)
    QApplication.processEvents()

    assert len(reading._kept) == 8
    assert reading.document() in reading._kept.values()


def wear_dark() -> None:
    wear(_app(), DARK)


def wear_light() -> None:
    wear(_app(), LIGHT)


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
