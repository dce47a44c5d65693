"""One's own password by keyboard alone: what is missing while typing, what is refused, and that nothing stays on the screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kt1desk.desktop.admin.password_page import PasswordPage
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.messages import say
from kt1desk.desktop.widgets import FieldEdit, FieldState
from kt1desk.domain.errors import DeskError
from tests.support.desk_fakes import PASSWORD
from tests.support.keys import focus_name, part, press, type_text
from tests.support.password_fakes import FakePasswords

GOOD = "chim-se-nau-15"
ENTER = Qt.Key.Key_Return


@pytest.fixture
def needs() -> FakePasswords:
    return FakePasswords()


@pytest.fixture
def page(needs: FakePasswords, jobs: Jobs, activate: Callable[[QWidget], None], qtbot: QtBot) -> PasswordPage:
    window = MainWindow(jobs)
    made = PasswordPage(needs, jobs)
    window.show_gate(made)
    activate(window)
    qtbot.waitUntil(lambda: jobs.running == 0)
    made.setProperty("window_kept", window)
    return made


def _enter(jobs: Jobs, qtbot: QtBot, *texts: str) -> None:
    for text in texts:
        type_text(text)
        press(ENTER)
        qtbot.waitUntil(lambda: jobs.running == 0)


def test_old_and_twice_new_with_enter_change_the_password_and_leave_nothing_typed(
    page: PasswordPage, needs: FakePasswords, jobs: Jobs, qtbot: QtBot
) -> None:
    _enter(jobs, qtbot, PASSWORD, GOOD, GOOD)

    assert needs.changed == [(PASSWORD, GOOD)]
    assert part(page, QLabel, "saved").isVisible()
    assert [field.text() for field in page.findChildren(QLineEdit)] == ["", "", ""]


def test_tab_goes_from_the_old_password_over_both_new_ones_to_the_button(page: PasswordPage) -> None:
    met = [focus_name()]
    for _ in range(3):
        press(Qt.Key.Key_Tab)
        met.append(focus_name())

    assert met == ["old", "password", "again", "save"]


def test_what_is_missing_is_told_while_it_is_typed(page: PasswordPage, jobs: Jobs, qtbot: QtBot) -> None:
    _enter(jobs, qtbot, PASSWORD)
    password = part(page, FieldEdit, "password")

    type_text("aab")
    early = password.note_text()
    type_text("cdefghij")

    assert "10 ký tự" in part(page, QLabel, "rules").text()
    assert early == "Còn phải thêm 7 ký tự, thêm 2 ký tự khác nhau"
    assert password.state() is FieldState.DONE


def test_a_weak_password_keeps_the_focus_and_nobody_is_asked(
    page: PasswordPage, needs: FakePasswords, jobs: Jobs, qtbot: QtBot
) -> None:
    _enter(jobs, qtbot, PASSWORD, "aaaaaaaaaabb")

    password = part(page, FieldEdit, "password")
    assert password.note_text() == say(DeskError("key.password_too_simple", "password", least=4))
    assert focus_name() == "password"
    assert needs.changed == []


def test_a_wrong_old_password_is_told_beside_it_and_the_new_one_stays(
    page: PasswordPage, jobs: Jobs, qtbot: QtBot
) -> None:
    _enter(jobs, qtbot, "sai", GOOD, GOOD)

    old = part(page, FieldEdit, "old")
    assert old.note_text() == say(DeskError("key.old_password_wrong", "old"))
    assert focus_name() == "old"
    assert part(page, FieldEdit, "password").text() == GOOD


def test_two_different_new_passwords_are_refused_before_anybody_is_asked(
    page: PasswordPage, needs: FakePasswords, jobs: Jobs, qtbot: QtBot
) -> None:
    _enter(jobs, qtbot, PASSWORD, GOOD, GOOD + "6")

    again = part(page, FieldEdit, "again")
    assert again.note_text() == say(DeskError("login.password_mismatch", "password"))
    assert needs.changed == []


def test_what_the_journal_could_not_be_told_is_said_on_the_page(
    page: PasswordPage, needs: FakePasswords, jobs: Jobs, qtbot: QtBot
) -> None:
    needs.refusal = DeskError("key.password_unrecorded")

    _enter(jobs, qtbot, PASSWORD, GOOD, GOOD)

    problem = part(page, QLabel, "problem")
    assert problem.isVisible()
    assert problem.text() == say(needs.refusal)


def test_whoever_comes_back_to_the_page_finds_it_empty(page: PasswordPage, jobs: Jobs, qtbot: QtBot) -> None:
    _enter(jobs, qtbot, PASSWORD, GOOD)

    page.entered()
    qtbot.waitUntil(lambda: jobs.running == 0)

    assert [field.text() for field in page.findChildren(QLineEdit)] == ["", "", ""]
