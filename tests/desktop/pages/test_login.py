"""The log-in by keyboard alone: right, wrong, wait, and what stays on the screen."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.pages.login import LoginPage
from kt1desk.desktop.widgets import FieldEdit, FieldState, NoteLabel
from kt1desk.desktop.widgets.trial_stripe import TrialStripe
from kt1desk.domain.errors import DeskError
from kt1desk.services.course import stage, step
from kt1desk.services.sessions import Session
from tests.support.desk_fakes import PASSWORD, SESSION, FakeLogin, FakeWindow
from tests.support.keys import focus_name, part, press, type_text
from tests.support.plain_desk import PlainPage


@pytest.fixture
def needs() -> FakeLogin:
    return FakeLogin()


@pytest.fixture
def page(needs: FakeLogin, jobs: Jobs, activate: Callable[[QWidget], None], qtbot: QtBot) -> LoginPage:
    window = MainWindow(jobs)
    made = LoginPage(needs, jobs)
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


class _SlowLogin(FakeLogin):
    """A check that lasts until the test lets it end."""

    def __init__(self) -> None:
        super().__init__()
        self.may_end = Event()

    def log_in(self, user: str, password: str) -> Session:
        self.may_end.wait(10)
        return super().log_in(user, password)


def test_what_is_typed_while_a_password_is_being_checked_lands_in_no_field(
    jobs: Jobs, activate: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    needs, window = _SlowLogin(), MainWindow(jobs)
    page = LoginPage(needs, jobs)
    window.show_gate(page)
    activate(window)
    qtbot.waitUntil(lambda: jobs.running == 0)
    type_text("lan")
    press(Qt.Key.Key_Return)
    type_text("sai")
    press(Qt.Key.Key_Return)

    type_text("x")
    press(Qt.Key.Key_Escape)
    type_text(PASSWORD)
    press(Qt.Key.Key_Return)
    needs.may_end.set()
    qtbot.waitUntil(lambda: jobs.running == 0)

    assert part(page, FieldEdit, "user").text() == "lan"
    assert part(page, FieldEdit, "password").text() == "sai"
    assert needs.asked == [("lan", "sai")]
    type_text(PASSWORD)
    with qtbot.waitSignal(page.logged_in):
        press(Qt.Key.Key_Return)


class _UpgradingLogin(_SlowLogin):
    """The first start after an upgrade: the data are brought up to it before anybody is in."""

    def __init__(self) -> None:
        super().__init__()
        self.replaying = Event()

    def log_in(self, user: str, password: str) -> Session:
        stage("replay")
        step(3, 12)
        self.replaying.set()
        return super().log_in(user, password)


def test_the_first_log_in_after_an_upgrade_says_what_is_done_with_the_data(
    jobs: Jobs, activate: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    needs, window = _UpgradingLogin(), MainWindow(jobs)
    page = LoginPage(needs, jobs)
    window.show_gate(page)
    activate(window)
    qtbot.waitUntil(lambda: jobs.running == 0)
    note = part(page, NoteLabel, "password_note")
    type_text("lan")
    press(Qt.Key.Key_Return)
    type_text(PASSWORD)

    press(Qt.Key.Key_Return)
    at_first = note.text()
    needs.replaying.wait(10)
    qtbot.waitUntil(lambda: note.text() != at_first)
    told = note.text()
    with qtbot.waitSignal(page.logged_in):
        needs.may_end.set()

    assert at_first == "Đang mở kho dữ liệu…"
    assert told == ("Đang nâng cấp dữ liệu: bước 3/3, lập lại bảng từ sổ gốc (25 %). Chờ và đừng tắt máy.")
    assert part(page, FieldEdit, "password").note_text() == ""


def test_enter_in_the_name_selects_the_password_and_never_submits_the_refused_one_again(
    page: LoginPage, needs: FakeLogin, jobs: Jobs, qtbot: QtBot
) -> None:
    type_text("lan")
    press(Qt.Key.Key_Return)
    type_text("sai")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: part(page, FieldEdit, "password").state() is FieldState.ERROR)

    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: jobs.running == 0)

    assert needs.asked == [("lan", "sai")]
    assert focus_name() == "password"
    assert part(page, FieldEdit, "password").selectedText() != ""


def test_a_name_that_is_known_already_leaves_only_the_password_to_type(page: LoginPage, jobs: Jobs) -> None:
    page.entered("minh")
    page.setFocus()

    assert part(page, FieldEdit, "user").text() == "minh"
    assert focus_name() == "password"


class _RealLogin(FakeLogin):
    """A desk of the province: nobody is told a password."""

    def hint(self) -> str:
        return ""


@pytest.mark.parametrize(("needs", "says_trial"), [(_RealLogin(), False), (FakeLogin(), True)])
def test_only_a_desk_with_invented_people_says_at_the_gate_that_it_is_for_trying_out(
    jobs: Jobs, activate: Callable[[QWidget], None], qtbot: QtBot, needs: FakeLogin, says_trial: bool
) -> None:
    window = MainWindow(jobs)
    page = LoginPage(needs, jobs)
    window.show_gate(page)
    activate(window)

    qtbot.waitUntil(lambda: jobs.running == 0)

    assert part(page, QLabel, "trial").isVisible() == says_trial
    assert any(stripe.isVisible() for stripe in page.findChildren(TrialStripe)) == says_trial

    window.furnish(SESSION, "Bưu cục Kỳ Lừa", FakeWindow(), {Place.TODAY: PlainPage("TODAY")})

    assert [stripe.parent() for stripe in window.findChildren(TrialStripe) if stripe.isVisible()] == [window]


@pytest.mark.parametrize(("needs", "begun"), [(_RealLogin(), 1), (FakeLogin(), 0)])
def test_a_real_desk_begins_one_training_desk_by_f2_and_stays_at_its_log_in(
    jobs: Jobs, activate: Callable[[QWidget], None], qtbot: QtBot, needs: FakeLogin, begun: int
) -> None:
    window = MainWindow(jobs)
    page = LoginPage(needs, jobs)
    window.show_gate(page)
    activate(window)
    qtbot.waitUntil(lambda: jobs.running == 0)
    offered = part(page, QLabel, "training_says").isVisible()

    for _ in range(2):
        press(Qt.Key.Key_F2)
        qtbot.waitUntil(lambda: jobs.running == 0)

    assert (offered, needs.trained) == (bool(begun), begun)
    assert ("bàn tập dùng" in part(page, NoteLabel, "password_note").text()) == bool(begun)
    assert page.isVisible()
