"""The window by keyboard alone: places, one field, one step back, the curtain, the list of keys, the status line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import Page, PageKey, Place
from kt1desk.desktop.needs import Tone
from kt1desk.desktop.screens import IdleWatch, KeysOverlay
from kt1desk.desktop.widgets import FieldEdit, FieldState, StatusLine
from kt1desk.domain.errors import DeskError
from kt1desk.services.rows import SearchHit
from tests.support.desk_fakes import PASSWORD, SESSION, FakeWindow
from tests.support.keys import part, press, type_text

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
        self.qtbot.waitUntil(self._list_is_open)

    def _list_is_open(self) -> bool:
        return any(
            widget.property("overlay") and widget.isVisible() and widget.property("kind") == "popup"
            for widget in self.window.findChildren(QWidget)
        )


@pytest.fixture
def desk(jobs: Jobs, activate: Callable[[QWidget], None], qtbot: QtBot) -> Desk:
    window, needs = MainWindow(jobs), FakeWindow()
    pages = {place: PlainPage(place.name) for place in (Place.TODAY, Place.ACCEPT, Place.PRINTERS)}
    window.furnish(SESSION, "Bưu cục Kỳ Lừa", needs, pages)
    activate(window)
    made = Desk(window, needs, pages, jobs, qtbot)
    made.wait()
    return made


def test_each_place_has_its_key(desk: Desk) -> None:
    press(Qt.Key.Key_F2)
    second = desk.window.page()
    press(Qt.Key.Key_F10)
    third = desk.window.page()
    press(Qt.Key.Key_F1)

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

    assert desk.pages[Place.TODAY].notes.scans == [NUMBER]


def test_a_typed_number_with_a_wrong_check_digit_is_told_below_the_field(desk: Desk) -> None:
    desk.needs.hits = ()
    press(Qt.Key.Key_K, CTRL)
    type_text("me473124828vn")
    press(Qt.Key.Key_Return)

    search = part(desk.window, FieldEdit, "search")
    assert search.state() is FieldState.ERROR
    assert search.note_text() == say(DeskError("number.check_digit", expected=9, found=8))
    assert desk.pages[Place.TODAY].notes.scans == []


def test_a_covered_screen_shows_nothing_and_takes_no_key_and_no_scan(desk: Desk) -> None:
    press(Qt.Key.Key_F12)
    press(Qt.Key.Key_F9)
    taken = desk.window.take_scan(NUMBER)
    covered = desk.window.curtain.geometry()

    assert desk.window.curtain.is_covering()
    assert covered == desk.window.rect()
    assert not taken
    assert desk.pages[Place.TODAY].notes.f9 == 0
    assert desk.pages[Place.TODAY].notes.scans == []


def test_a_covered_screen_opens_by_the_password_only_and_the_work_goes_on_where_it_was(desk: Desk) -> None:
    press(Qt.Key.Key_F2)
    type_text("half")
    press(Qt.Key.Key_F12)
    press(Qt.Key.Key_A)
    type_text("wrong")
    press(Qt.Key.Key_Return)
    desk.wait()
    after_wrong = desk.window.curtain.is_covering()
    told = part(desk.window.curtain, FieldEdit, "password").note_text()
    type_text(PASSWORD)
    press(Qt.Key.Key_Return)
    desk.wait()

    assert after_wrong
    assert told == say(DeskError("login.wrong_password"))
    assert not desk.window.curtain.is_covering()
    assert QApplication.focusWidget() is desk.pages[Place.ACCEPT].line
    type_text("way")
    assert desk.pages[Place.ACCEPT].line.text() == "halfway"


def test_esc_at_the_password_blanks_the_screen_again(desk: Desk) -> None:
    press(Qt.Key.Key_F12)
    press(Qt.Key.Key_A)
    press(Qt.Key.Key_Escape)

    assert desk.window.curtain.is_covering()
    assert not part(desk.window.curtain, FieldEdit, "password").isVisible()


def test_nobody_at_the_desk_covers_it(desk: Desk, qtbot: QtBot, worn: QApplication) -> None:
    watch = IdleWatch(worn, 50)
    watch.idle.connect(desk.window.curtain.cover)

    qtbot.waitUntil(desk.window.curtain.is_covering)

    assert desk.window.curtain.is_covering()
    watch.deleteLater()


def test_shift_f1_lists_the_keys_of_the_page_and_any_key_shuts_the_list(desk: Desk) -> None:
    press(Qt.Key.Key_F1, SHIFT)
    overlay = desk.window.findChild(KeysOverlay)
    assert overlay is not None
    texts = {label.text() for label in overlay.findChildren(QLabel)}
    shown = overlay.isVisible()
    press(Qt.Key.Key_F9)
    f9_while_shown = desk.pages[Place.TODAY].notes.f9
    press(Qt.Key.Key_F9)

    assert shown
    assert {"làm việc", "F9", "che màn hình ngay"} <= texts
    assert not overlay.isVisible()
    assert f9_while_shown == 0
    assert desk.pages[Place.TODAY].notes.f9 == 1


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
