"""Places that are not offered: locked in the rail with the reason, left when the reason comes up, and nothing of them left behind."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from kt1desk.desktop.navigation import Place
from kt1desk.desktop.widgets import FieldEdit
from kt1desk.desktop.widgets.rail import RailButton
from tests.support.accepting import shown_below
from tests.support.keys import part, press
from tests.support.plain_desk import Desk

WHY = "Phân công làm KT1 đã hết hạn ngày 22/11/2026."
BARRED = {Place.ACCEPT.name: WHY}


def tell(desk: Desk, barred: dict[str, str]) -> None:
    """The next reading of the status line says what is barred."""
    desk.needs.shown = replace(desk.needs.shown, barred=barred)
    desk.window.refresh_status()
    desk.wait()


def locked(desk: Desk) -> list[str]:
    return [button.entry.place for button in desk.window.findChildren(RailButton) if not button.isEnabled()]


def test_a_place_that_is_not_offered_is_locked_and_its_key_says_why(desk: Desk) -> None:
    tell(desk, BARRED)

    press(Qt.Key.Key_F2)

    assert locked(desk) == [Place.ACCEPT.name]
    assert desk.window.page() is desk.pages[Place.TODAY]
    assert shown_below(desk.window) == WHY


def test_a_place_that_is_not_offered_is_not_found_by_its_name(desk: Desk) -> None:
    tell(desk, BARRED)

    desk.search("chap nhan")
    press(Qt.Key.Key_Return)

    assert desk.window.page() is desk.pages[Place.TODAY]


def test_a_page_is_left_with_the_sentence_when_its_place_is_offered_no_more(desk: Desk) -> None:
    press(Qt.Key.Key_F2)

    tell(desk, BARRED)

    assert desk.window.page() is desk.pages[Place.TODAY]
    assert shown_below(desk.window) == WHY


def test_what_pages_and_the_field_show_is_forgotten_once(desk: Desk) -> None:
    press(Qt.Key.Key_F10)
    desk.search("so noi")

    tell(desk, BARRED)
    tell(desk, BARRED)

    assert [page.notes.forgotten for page in desk.pages.values()] == [1, 1, 1]
    assert part(desk.window, FieldEdit, "search").text() == ""
    assert desk.window.page() is desk.pages[Place.PRINTERS]


def test_esc_never_leads_back_to_a_place_that_is_not_offered(desk: Desk) -> None:
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_F10)
    tell(desk, BARRED)

    press(Qt.Key.Key_Escape)

    assert desk.window.page() is desk.pages[Place.TODAY]


def test_a_place_that_is_offered_again_is_gone_to_as_before(desk: Desk) -> None:
    tell(desk, BARRED)
    tell(desk, {})

    press(Qt.Key.Key_F2)

    assert locked(desk) == []
    assert desk.window.page() is desk.pages[Place.ACCEPT]
