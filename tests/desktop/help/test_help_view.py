"""The help by keyboard alone: it opens at the page in front, and neither a key nor a scan nor a focus is lost to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QListWidget, QTextBrowser, QWidget

from kt1desk.desktop.help.view import HelpView
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.widgets import FieldEdit
from tests.support.keys import focus_name, part, press, type_text
from tests.support.plain_desk import NUMBER, Desk, PlainPage

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def is_open(desk: Desk) -> bool:
    view = desk.window.findChild(HelpView)
    assert view is not None
    return view.isVisible()


def text(window: QWidget, name: str = "help_text") -> str:
    return part(window, QTextBrowser, name).toPlainText()


def test_f1_opens_the_guide_at_the_page_in_front_with_the_keys_that_act_there(desk: Desk) -> None:
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_F1)
    shown, keys = text(desk.window), text(desk.window, "help_keys")

    assert is_open(desk)
    assert shown.startswith("Nhận bưu gửi KT1")
    assert "làm việc" in keys
    assert "che màn hình ngay" in keys
    assert "Alt+Home" in keys


class Leaving(QObject):
    """Notes why the keyboard left."""

    def __init__(self) -> None:
        super().__init__()
        self.reasons: list[Qt.FocusReason] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if isinstance(event, QFocusEvent) and event.lostFocus():
            self.reasons.append(event.reason())
        return False


def test_a_question_below_goes_on_being_asked(desk: Desk) -> None:
    """Who asks one gives it up when the keyboard goes elsewhere, and not when a list or the help opens over it."""
    press(Qt.Key.Key_F2)
    line, leaving = desk.pages[Place.ACCEPT].line, Leaving()
    line.installEventFilter(leaving)
    press(Qt.Key.Key_F1)
    press(Qt.Key.Key_F1)

    assert leaving.reasons == [Qt.FocusReason.PopupFocusReason]
    assert line.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Escape])
def test_the_same_key_or_esc_goes_back_to_where_the_keyboard_was(desk: Desk, key: Qt.Key) -> None:
    press(Qt.Key.Key_F2)
    line = desk.pages[Place.ACCEPT].line
    type_text("12")
    press(Qt.Key.Key_F1)
    away = focus_name()

    press(key)
    type_text("3")

    assert away == "help_text"
    assert not is_open(desk)
    assert line.text() == "123"


def test_the_keys_of_the_page_sleep_while_the_help_lies_over_it(desk: Desk) -> None:
    press(Qt.Key.Key_F1)
    press(Qt.Key.Key_F9)
    while_open = desk.pages[Place.TODAY].notes.f9
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_F9)

    assert while_open == 0
    assert desk.pages[Place.TODAY].notes.f9 == 1


def test_a_key_of_a_place_shuts_the_help_and_goes_there(desk: Desk) -> None:
    press(Qt.Key.Key_F1)
    press(Qt.Key.Key_F2)

    assert not is_open(desk)
    assert desk.window.page() is desk.pages[Place.ACCEPT]
    assert focus_name() == "line-ACCEPT"


def test_a_scan_shuts_the_help_and_goes_on_at_the_page(desk: Desk) -> None:
    press(Qt.Key.Key_F1)

    taken = desk.window.take_scan(NUMBER)

    assert taken
    assert not is_open(desk)
    assert desk.pages[Place.TODAY].notes.scans == [NUMBER]


def test_ctrl_k_shuts_the_help_and_searches(desk: Desk) -> None:
    press(Qt.Key.Key_F1)
    press(Qt.Key.Key_K, CTRL)

    assert not is_open(desk)
    assert focus_name() == "search"


def test_f12_blanks_the_help_at_once_and_the_keyboard_comes_back_to_it(desk: Desk) -> None:
    press(Qt.Key.Key_F1)
    press(Qt.Key.Key_F12)
    covered = desk.window.curtain.is_covering() and desk.window.curtain.geometry() == desk.window.rect()
    type_text("a")
    type_text("mat khau dung")
    typed_into_help = part(desk.window, FieldEdit, "help_find").text()

    assert covered
    assert typed_into_help == ""


def test_a_page_whose_answer_comes_in_does_not_take_the_keyboard_from_the_help(desk: Desk) -> None:
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_F1)
    desk.pages[Place.ACCEPT].line.setFocus()
    while_open = focus_name()
    press(Qt.Key.Key_F1)

    assert while_open == "help_text"
    assert focus_name() == "line-ACCEPT"


def test_letters_typed_over_the_text_search_it_without_diacritics(desk: Desk) -> None:
    press(Qt.Key.Key_F1)
    type_text("nhap bu")
    names = part(desk.window, QListWidget, "help_contents")
    found = [names.item(row).text().strip() for row in range(names.count())]
    press(Qt.Key.Key_Return)
    shown, where = text(desk.window), focus_name()
    press(Qt.Key.Key_Escape)
    still_open, left = is_open(desk), part(desk.window, FieldEdit, "help_find").text()
    press(Qt.Key.Key_Escape)

    assert found[0] == "Nhập bù"
    assert shown.startswith("Nhập bù")
    assert where == "help_text"
    assert (still_open, left) == (True, "")
    assert not is_open(desk)


def test_the_contents_lead_by_arrows_to_every_section(desk: Desk) -> None:
    press(Qt.Key.Key_F1)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Down)
    where = focus_name()
    before = text(desk.window)
    press(Qt.Key.Key_Down)

    assert where == "help_contents"
    assert text(desk.window) != before


def test_page_down_scrolls_the_text(desk: Desk) -> None:
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_F1)
    bar = part(desk.window, QTextBrowser, "help_text").verticalScrollBar()
    press(Qt.Key.Key_PageDown)

    assert bar.value() > 0


def test_a_gate_has_its_section_too(jobs: Jobs, activate: Callable[[QWidget], None]) -> None:
    window, gate = MainWindow(jobs), PlainPage("LOGIN")
    window.show_gate(gate)
    activate(window)
    press(Qt.Key.Key_F1)
    shown = text(window)
    view = window.findChild(HelpView)
    assert view is not None
    covers = view.height()
    press(Qt.Key.Key_Escape)

    assert shown.startswith("Bắt đầu")
    assert covers == window.height()
    assert QApplication.focusWidget() is gate.line


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_tab_goes_round_among_what_is_read_and_never_below(desk: Desk, key: Qt.Key) -> None:
    press(Qt.Key.Key_F1)
    stops = []
    for _ in range(5):
        press(key, SHIFT if key == Qt.Key.Key_Backtab else Qt.KeyboardModifier.NoModifier)
        stops.append(focus_name())

    assert set(stops) == {"help_find", "help_contents", "help_keys", "help_text"}
    assert stops[0] == stops[4]


def test_ctrl_p_asks_for_the_guide_on_paper_only_where_somebody_writes_it(desk: Desk) -> None:
    view = desk.window.findChild(HelpView)
    assert view is not None
    wanted: list[bool] = []
    view.save_wanted.connect(lambda: wanted.append(True))
    press(Qt.Key.Key_F1)
    press(Qt.Key.Key_P, CTRL)
    before = len(wanted)
    press(Qt.Key.Key_F1)
    view.saves = True
    press(Qt.Key.Key_F1)
    press(Qt.Key.Key_P, CTRL)

    assert (before, len(wanted)) == (0, 1)
