"""The log-in by keyboard alone: right, wrong, wait, and what stays on the screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.messages import say
from kt1desk.desktop.pages.login import LoginPage
from kt1desk.desktop.widgets import FieldEdit, FieldState
from kt1desk.domain.errors import DeskError
from kt1desk.services.sessions import Session
from tests.support.desk_fakes import PASSWORD, FakeLogin
from tests.support.keys import focus_name, part, press, type_text


@pytest.fixture
def needs() -> FakeLogin:
    return FakeLogin()


@pytest.fixture
def page(needs: FakeLogin, jobs: Jobs, activate: Callable[[QWidget], None], qtbot: QtBot) -> LoginPage:
    window = MainWindow(jobs)
    made = LoginPage(needs, jobs)
    made.show_desk("Bưu cục Kỳ Lừa · 240000", trial=True)
    window.show_gate(made)
    activate(window)
    qtbot.waitUntil(lambda: jobs.running == 0)
    made.setProperty("window_kept", window)
    return made


def test_user_and_password_typed_with_enter_let_the_clerk_in(
    page: LoginPage, needs: FakeLogin, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.logged_in) as entered:
        type_text("lan")
        press(Qt.Key.Key_Return)
        type_text(PASSWORD)
        press(Qt.Key.Key_Return)

    session: Session = entered.args[0]
    assert session.actor.user_id == "lan"
    assert needs.asked == [("lan", PASSWORD)]
    assert part(page, FieldEdit, "password").text() == ""


def test_a_wrong_password_is_told_below_its_field_and_what_was_typed_stays(
    page: LoginPage, jobs: Jobs, qtbot: QtBot
) -> None:
    type_text("lan")
    press(Qt.Key.Key_Return)
    type_text("sai")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: part(page, FieldEdit, "password").state() is FieldState.ERROR)

    password = part(page, FieldEdit, "password")
    assert password.note_text() == say(DeskError("login.wrong_password"))
    assert password.text() == "sai"
    assert part(page, FieldEdit, "user").text() == "lan"
    assert focus_name() == "password"
    type_text(PASSWORD)
    with qtbot.waitSignal(page.logged_in):
        press(Qt.Key.Key_Return)


def test_the_wait_after_wrong_passwords_counts_down_and_ends_by_itself(
    page: LoginPage, needs: FakeLogin, qtbot: QtBot
) -> None:
    needs.wait_s = 2
    type_text("lan")
    press(Qt.Key.Key_Return)
    type_text(PASSWORD)
    press(Qt.Key.Key_Return)
    password = part(page, FieldEdit, "password")
    qtbot.waitUntil(lambda: password.state() is FieldState.ERROR)
    told = password.note_text()
    press(Qt.Key.Key_Return)
    asked_while_waiting = len(needs.asked)
    qtbot.waitUntil(lambda: password.state() is FieldState.IDLE, timeout=10_000)

    assert told == say(DeskError("login.wait", seconds=2))
    assert asked_while_waiting == 1
    needs.wait_s = 0
    with qtbot.waitSignal(page.logged_in):
        press(Qt.Key.Key_Return)


def test_enter_with_nothing_typed_asks_nobody_and_stays_at_the_first_empty_field(
    page: LoginPage, needs: FakeLogin
) -> None:
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)

    assert needs.asked == []
    assert focus_name() in {"user", "password"}


def test_esc_leads_from_the_password_back_to_the_user_and_keeps_both(page: LoginPage) -> None:
    type_text("lan")
    press(Qt.Key.Key_Return)
    type_text("abc")
    press(Qt.Key.Key_Escape)

    assert focus_name() == "user"
    assert part(page, FieldEdit, "password").text() == "abc"


def test_the_password_is_never_readable_on_the_screen(page: LoginPage) -> None:
    type_text("lan")
    press(Qt.Key.Key_Return)
    type_text(PASSWORD)

    assert PASSWORD not in part(page, FieldEdit, "password").displayText()
