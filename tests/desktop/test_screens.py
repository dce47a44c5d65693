"""What lies over the window, by keyboard alone: the curtain that blanks it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.widgets import FieldEdit
from kt1desk.domain.errors import DeskError
from tests.support.desk_fakes import PASSWORD
from tests.support.keys import focus_name, part, press, type_text
from tests.support.plain_desk import NUMBER, Desk

CTRL = Qt.KeyboardModifier.ControlModifier


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


def test_an_answer_that_comes_while_the_screen_is_covered_moves_no_key_to_the_page_below(desk: Desk) -> None:
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_F12)
    press(Qt.Key.Key_A)

    desk.window.go(Place.TODAY)  # as a page does whose work has come to its end
    type_text(PASSWORD)
    press(Qt.Key.Key_F9)

    assert desk.pages[Place.TODAY].line.text() == ""
    assert desk.pages[Place.TODAY].notes.f9 == 0
    assert part(desk.window.curtain, FieldEdit, "password").text() == PASSWORD
    press(Qt.Key.Key_Return)
    desk.wait()
    assert QApplication.focusWidget() is desk.pages[Place.TODAY].line
    press(Qt.Key.Key_F9)
    assert desk.pages[Place.TODAY].notes.f9 == 1


def test_esc_at_the_password_blanks_the_screen_again(desk: Desk) -> None:
    press(Qt.Key.Key_F12)
    press(Qt.Key.Key_A)
    press(Qt.Key.Key_Escape)

    assert desk.window.curtain.is_covering()
    assert not part(desk.window.curtain, FieldEdit, "password").isVisible()


def test_whoever_goes_back_to_the_blank_screen_finds_the_keyboard_where_it_was(desk: Desk) -> None:
    press(Qt.Key.Key_F2)
    page = desk.pages[Place.ACCEPT]
    below = QLineEdit(page)
    below.show()
    press(Qt.Key.Key_F12)
    for key in (Qt.Key.Key_A, Qt.Key.Key_Escape, Qt.Key.Key_F2, Qt.Key.Key_Escape, Qt.Key.Key_A):
        press(key)
    type_text(PASSWORD)
    press(Qt.Key.Key_Return)
    desk.wait()

    assert not desk.window.curtain.is_covering()
    assert QApplication.focusWidget() is page.line


def _asks_for_another(desk: Desk, user: str, password: str) -> list[tuple[str, str]]:
    """F2 at the curtain, a user and a password; returns who the curtain says wants to work."""
    wanted: list[tuple[str, str]] = []
    desk.window.curtain.switch_wanted.connect(lambda *who: wanted.append(who))
    press(Qt.Key.Key_F12)
    press(Qt.Key.Key_F2)
    for text in (user, password):
        type_text(text)
        press(Qt.Key.Key_Return)
    desk.wait()
    return wanted


def test_another_user_proves_himself_at_the_curtain_and_sees_nothing_before_he_is_in(desk: Desk) -> None:
    desk.needs.others["minh"] = "his own password"

    wanted = _asks_for_another(desk, " MINH ", "his own password")

    assert wanted == [("minh", "his own password")]
    assert desk.window.curtain.is_covering()


def test_a_wrong_password_of_another_changes_nothing_for_the_first_one(desk: Desk) -> None:
    wanted = _asks_for_another(desk, "minh", "not his")
    told = part(desk.window.curtain, FieldEdit, "password").note_text()
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_A):
        press(key)
    type_text(PASSWORD)
    press(Qt.Key.Key_Return)
    desk.wait()

    assert wanted == []
    assert told == say(DeskError("login.wrong_password"))
    assert not desk.window.curtain.is_covering()


def test_whoever_works_already_opens_his_own_screen_and_no_session_ends(desk: Desk) -> None:
    wanted = _asks_for_another(desk, "lan", PASSWORD)

    assert wanted == []
    assert not desk.window.curtain.is_covering()


def test_where_what_is_half_typed_cannot_be_kept_the_first_one_stays(desk: Desk) -> None:
    desk.needs.others["minh"] = "his own password"
    _asks_for_another(desk, "minh", "his own password")

    desk.window.curtain.refuse(DeskError("disk.full"))

    assert part(desk.window.curtain, FieldEdit, "password").note_text() == say(DeskError("disk.full"))
    assert not part(desk.window.curtain, FieldEdit, "password").isReadOnly()
    assert desk.window.curtain.is_covering()


def test_tab_goes_round_between_name_and_password_while_another_is_asked_for(desk: Desk) -> None:
    press(Qt.Key.Key_F12)
    press(Qt.Key.Key_Tab)  # a key as any other
    press(Qt.Key.Key_F2)
    type_text("minh")
    been = [focus_name()]
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Backtab):
        press(key)
        been.append(focus_name())

    assert been == ["user", "password", "user", "password", "user", "password"]
