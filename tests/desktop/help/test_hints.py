"""The hints of the first use: one quiet line for each place, once for each user, gone with the next key."""

from __future__ import annotations

from collections.abc import Collection

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kt1desk.desktop.help.hints import PURPOSES, FirstUse
from kt1desk.desktop.navigation import Going, Place
from kt1desk.desktop.widgets import NoteLabel
from tests.support.keys import part, press, type_text
from tests.support.plain_desk import Desk

LONGEST = 64
"""Characters that have room below the field of scans on the smallest screen."""


class FakeHints:
    """What a user has had."""

    def __init__(self, *had: str) -> None:
        self.had_now = list(had)

    def had(self) -> Collection[str]:
        return tuple(self.had_now)

    def note(self, place: str) -> None:
        self.had_now.append(place)


@pytest.fixture
def note(desk: Desk) -> NoteLabel:
    return part(desk.window, NoteLabel, "search_note")


def begin(desk: Desk, note: NoteLabel, *had: str) -> FakeHints:
    hints = FakeHints(*had)
    FirstUse(desk.pages, hints, desk.jobs, note)
    desk.wait()
    return hints


def go(desk: Desk, key: Qt.Key) -> None:
    press(key)
    QApplication.processEvents()
    desk.wait()


def test_who_enters_a_place_for_the_first_time_is_told_what_it_is_for(desk: Desk, note: NoteLabel) -> None:
    hints = begin(desk, note, "TODAY")
    at_home = note.text()
    go(desk, Qt.Key.Key_F2)

    assert at_home == ""
    assert note.text() == "Nhận bưu gửi KT1, in nhãn và phiếu · F1: cách làm"
    assert hints.had_now == ["TODAY", "ACCEPT"]


def test_the_next_key_takes_the_hint_away_and_it_does_not_come_again(desk: Desk, note: NoteLabel) -> None:
    begin(desk, note, "TODAY")
    go(desk, Qt.Key.Key_F2)
    type_text("a")
    after_a_key = note.text()
    go(desk, Qt.Key.Key_F10)
    go(desk, Qt.Key.Key_F2)

    assert after_a_key == ""
    assert desk.pages[Place.ACCEPT].line.text() == "a"
    assert note.text() == ""


def test_what_a_page_says_itself_is_not_covered_by_a_hint(desk: Desk, note: NoteLabel) -> None:
    hints = begin(desk, note, "TODAY")
    desk.pages[Place.TODAY].said.emit("Đã in.")
    desk.pages[Place.TODAY].going.emit(Going(Place.ACCEPT))  # the page leads there, with what it said
    QApplication.processEvents()
    desk.wait()
    type_text("a")

    assert note.text() == "Đã in."
    assert hints.had_now == ["TODAY"]


def test_what_another_page_said_is_gone_where_one_goes_by_oneself(desk: Desk, note: NoteLabel) -> None:
    hints = begin(desk, note, "TODAY")
    desk.pages[Place.TODAY].said.emit("Đã in.")
    go(desk, Qt.Key.Key_F2)

    assert note.text() == "Nhận bưu gửi KT1, in nhãn và phiếu · F1: cách làm"
    assert hints.had_now == ["TODAY", "ACCEPT"]


def test_every_place_has_a_hint_that_has_room() -> None:
    assert list(PURPOSES) == list(Place)
    assert [hint for hint in PURPOSES.values() if len(f"{hint} · F1: cách làm") > LONGEST] == []
