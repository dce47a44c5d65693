"""The window by keyboard alone: places, one field, one step back, the status line."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.needs import Tone
from kt1desk.desktop.widgets import FieldEdit, FieldState, StatusLine
from kt1desk.domain.errors import DeskError
from tests.support.keys import part, press, type_text
from tests.support.plain_desk import NUMBER, Desk

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_each_place_has_its_key(desk: Desk) -> None:
    press(Qt.Key.Key_F2)
    second = desk.window.page()
    press(Qt.Key.Key_F10)
    third = desk.window.page()
    press(Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)

    assert second is desk.pages[Place.ACCEPT]
    assert third is desk.pages[Place.PRINTERS]
    assert desk.window.page() is desk.pages[Place.TODAY]


def test_a_page_key_acts_only_on_the_page_in_front(desk: Desk) -> None:
    press(Qt.Key.Key_F9)
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_F9)
    press(Qt.Key.Key_F9)

    assert desk.pages[Place.TODAY].notes.f9 == 1
    assert desk.pages[Place.ACCEPT].notes.f9 == 2


def test_esc_goes_one_step_inside_the_page_and_then_to_the_place_before(desk: Desk) -> None:
    press(Qt.Key.Key_F2)
    desk.pages[Place.ACCEPT].line.setText("typed")
    desk.pages[Place.ACCEPT].notes.steps = 1

    press(Qt.Key.Key_Escape)
    after_one = desk.window.page()
    press(Qt.Key.Key_Escape)

    assert after_one is desk.pages[Place.ACCEPT]
    assert desk.window.page() is desk.pages[Place.TODAY]
    assert desk.pages[Place.ACCEPT].line.text() == "typed"


def test_ctrl_k_finds_an_agency_for_the_page_in_front(desk: Desk) -> None:
    desk.search("so noi")
    press(Qt.Key.Key_Return)

    assert [hit.ref for hit in desk.pages[Place.TODAY].notes.found] == ["a1"]
    assert part(desk.window, FieldEdit, "search").text() == ""


def test_a_place_is_found_by_its_name_without_diacritics(desk: Desk) -> None:
    desk.search("may in")
    press(Qt.Key.Key_Return)

    assert desk.window.page() is desk.pages[Place.PRINTERS]


def test_esc_shuts_the_list_then_empties_the_field_then_goes_back_to_the_page(desk: Desk) -> None:
    desk.search("so noi")
    search = part(desk.window, FieldEdit, "search")

    press(Qt.Key.Key_Escape)
    after_one = search.text()
    press(Qt.Key.Key_Escape)
    after_two = search.text()
    press(Qt.Key.Key_Escape)

    assert (after_one, after_two) == ("so noi", "")
    assert QApplication.focusWidget() is desk.pages[Place.TODAY].line


def test_a_number_typed_by_hand_does_what_its_scan_would_do(desk: Desk) -> None:
    desk.needs.hits = ()
    press(Qt.Key.Key_K, CTRL)
    type_text("me 473 124 829 vn")
    press(Qt.Key.Key_Return)

    notes = desk.pages[Place.TODAY].notes
    desk.qtbot.waitUntil(lambda: notes.scans == [NUMBER])  # an open list answers first


def test_a_typed_number_with_a_wrong_check_digit_is_told_below_the_field(desk: Desk) -> None:
    desk.needs.hits = ()
    press(Qt.Key.Key_K, CTRL)
    type_text("me473124828vn")
    press(Qt.Key.Key_Return)

    search = part(desk.window, FieldEdit, "search")
    desk.qtbot.waitUntil(lambda: search.state() is FieldState.ERROR)  # an open list answers first
    assert search.note_text() == say(DeskError("number.check_digit", expected=9, found=8))
    assert desk.pages[Place.TODAY].notes.scans == []


def test_the_status_line_says_who_link_events_and_each_printer(desk: Desk) -> None:
    texts = part(desk.window, StatusLine, "status").texts()

    assert texts["who"] == "Ca 2 · Hoàng Thị Lan"
    assert texts["link"] == "Chưa nối trung tâm · 17 việc chờ gửi"
    assert texts["printer-0"] == "Máy in nhãn: hết giấy"
    assert texts["printer-1"] == "Máy in A5: sẵn sàng"


def test_the_status_line_is_read_again_when_a_page_has_stored_something(desk: Desk) -> None:
    desk.needs.shown = replace(desk.needs.shown, shift="", waiting=0, link_tone=Tone.CALM)

    desk.pages[Place.TODAY].changed.emit()
    desk.wait()

    texts = part(desk.window, StatusLine, "status").texts()
    assert texts["who"] == "Hoàng Thị Lan · chưa mở ca"
    assert texts["link"] == "Chưa nối trung tâm"


def test_since_when_the_oldest_waits_and_a_doubtful_clock_stand_in_the_line(desk: Desk) -> None:
    desk.needs.shown = replace(
        desk.needs.shown, link="Ngoại tuyến từ 14:32", oldest="14:02", clock_doubt="Đồng hồ chậm 12 phút"
    )

    desk.window.refresh_status()
    desk.wait()

    texts = part(desk.window, StatusLine, "status").texts()
    assert texts["link"] == "Ngoại tuyến từ 14:32 · 17 việc chờ gửi từ 14:02"
    assert texts["clock"] == "Đồng hồ chậm 12 phút"


def test_an_old_backup_stands_in_the_line_unless_the_clock_is_doubtful_by_which_it_would_be_old(
    desk: Desk,
) -> None:
    told = []
    for doubt in ("", "Đồng hồ chậm 12 phút"):
        desk.needs.shown = replace(desk.needs.shown, backup="Sao lưu cuối: 20/11", clock_doubt=doubt)
        desk.window.refresh_status()
        desk.wait()
        told.append(part(desk.window, StatusLine, "status").texts())

    assert (told[0]["backup"], "clock" in told[0]) == ("Sao lưu cuối: 20/11", False)
    assert (told[1]["clock"], "backup" in told[1]) == ("Đồng hồ chậm 12 phút", False)


def test_why_a_desk_writes_nothing_stands_over_every_page_until_it_writes_again(desk: Desk) -> None:
    banner = desk.window.findChild(QLabel, "banner")
    assert isinstance(banner, QLabel)
    desk.needs.shown = replace(desk.needs.shown, banner="Bàn này chỉ xem được.")
    desk.window.refresh_status()
    desk.wait()
    desk.window.go(Place.PRINTERS)
    shown = (banner.isVisible(), banner.text())

    desk.needs.shown = replace(desk.needs.shown, banner="")
    desk.window.refresh_status()
    desk.wait()

    assert shown == (True, "Bàn này chỉ xem được.")
    assert not banner.isVisible()


def test_a_trial_desk_says_so_all_the_time(desk: Desk) -> None:
    assert part(desk.window, QLabel, "trial").isVisible()
    assert "DÙNG THỬ" in desk.window.windowTitle()


def test_the_theme_changes_by_a_key_and_tells_which(desk: Desk, qtbot: QtBot) -> None:
    chosen = []
    for _ in range(3):
        with qtbot.waitSignal(desk.window.theme_chosen) as told:
            press(Qt.Key.Key_F12, CTRL)
        chosen.append(told.args[0])

    assert sorted(chosen) == ["dark", "high-contrast", "light"]


def test_closing_the_window_says_so_once(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.window.closing):
        desk.window.close()
