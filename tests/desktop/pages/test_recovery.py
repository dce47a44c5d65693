"""«Quên mật khẩu» by keyboard alone: the code, whose password, the new code; and the gate for a password that was given."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import Page
from kt1desk.desktop.pages.login import LoginPage
from kt1desk.desktop.pages.own_password import OwnPasswordPage
from kt1desk.desktop.pages.recovery import CODE, NEW_CODE, PERSON, RecoveryPage
from kt1desk.desktop.widgets import FieldEdit
from kt1desk.domain.errors import DeskError
from kt1desk.services.sessions import Session
from tests.support.desk_fakes import SESSION, FakeLogin
from tests.support.keys import focus_name, part, press, type_text
from tests.support.password_fakes import KEEPERS, PRINTED, FakeOwnPassword, FakeRecovery
from tests.support.password_fakes import NEW_CODE as CODE_SHOWN
from tests.support.setup_fakes import RECOVERY_CODE

GOOD = "chim-se-nau-15"
GIVEN = "mat-khau-cho"
Show = Callable[[Page], Page]


@pytest.fixture
def show(jobs: Jobs, activate: Callable[[QWidget], None], qtbot: QtBot) -> Show:
    def shown(page: Page) -> Page:
        window = MainWindow(jobs)
        window.show_gate(page)
        activate(window)
        qtbot.waitUntil(lambda: jobs.running == 0)
        page.setProperty("window_kept", window)
        return page

    return shown


@pytest.fixture
def needs() -> FakeRecovery:
    return FakeRecovery()


@pytest.fixture
def page(needs: FakeRecovery, jobs: Jobs, show: Show) -> RecoveryPage:
    made = RecoveryPage(needs, jobs)
    show(made)
    return made


@pytest.fixture
def enter(jobs: Jobs, qtbot: QtBot) -> Callable[..., None]:
    def entered(*texts: str) -> None:
        for text in texts or ("",):
            type_text(text)
            press(Qt.Key.Key_Return)
            qtbot.waitUntil(lambda: jobs.running == 0)

    return entered


def _step(page: RecoveryPage) -> int:
    return part(page, QStackedWidget, "stack").currentIndex()


def _prove_new_code(page: RecoveryPage, enter: Callable[..., None]) -> None:
    enter()
    asked = int(part(page, QLabel, "group_label").text()[-1])
    enter(CODE_SHOWN.split("-")[asked - 1].lower())


def test_code_user_password_and_a_group_of_the_new_code_open_the_desk(
    page: RecoveryPage, needs: FakeRecovery, enter: Callable[..., None], qtbot: QtBot
) -> None:
    enter(RECOVERY_CODE.lower().replace("-", ""), "minh", GOOD, GOOD)
    shown = part(page, QLabel, "code").text()
    done_before_the_group = list(needs.done)

    with qtbot.waitSignal(page.logged_in) as entered:
        _prove_new_code(page, enter)

    session: Session = entered.args[0]
    assert session is SESSION
    assert shown.split() == CODE_SHOWN.split("-")
    assert done_before_the_group == ["proved", f"minh: {GOOD}"]
    assert needs.done[-1] == "finished"


def test_the_new_code_is_printed_as_long_as_it_is_shown_and_never_when_it_is_asked_for(
    page: RecoveryPage, needs: FakeRecovery, enter: Callable[..., None], jobs: Jobs, qtbot: QtBot
) -> None:
    enter(RECOVERY_CODE, "minh", GOOD, GOOD)

    def print_it() -> str:
        press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: jobs.running == 0)
        said = part(page, QLabel, "printed")
        return said.text() if said.isVisible() else ""

    printed = print_it()
    enter()
    while_it_is_asked_for = print_it()
    press(Qt.Key.Key_Escape)
    needs.no_printer = True

    assert (printed, while_it_is_asked_for) == (PRINTED, "")
    assert print_it() == say(DeskError("key.code_no_printer"))
    assert needs.printed == [CODE_SHOWN] * 2


def test_a_slip_in_the_code_is_told_beside_it_and_the_code_stays_to_be_compared(
    page: RecoveryPage, needs: FakeRecovery, enter: Callable[..., None]
) -> None:
    enter(RECOVERY_CODE[:-1] + "4")

    code = part(page, FieldEdit, "code")
    assert _step(page) == CODE
    assert code.note_text() == say(DeskError("key.recovery_code_typo", "recovery_code"))
    assert (focus_name(), code.text()) == ("code", RECOVERY_CODE[:-1] + "4")
    assert needs.done == []


def test_a_user_whom_the_code_is_not_for_is_refused_before_his_password(
    page: RecoveryPage, needs: FakeRecovery, enter: Callable[..., None]
) -> None:
    enter(RECOVERY_CODE, "thu.ha")

    assert _step(page) == PERSON
    assert part(page, FieldEdit, "user").note_text() == say(DeskError("key.recovery_for_others", "user"))
    assert focus_name() == "user"
    assert needs.done == ["proved"]


def test_where_the_desk_has_one_keeper_he_stands_there_already(
    page: RecoveryPage, needs: FakeRecovery, enter: Callable[..., None]
) -> None:
    needs.people = KEEPERS[:1]

    enter(RECOVERY_CODE)

    assert part(page, FieldEdit, "user").text() == "lan"
    assert part(page, FieldEdit, "user").note_text() == KEEPERS[0].name
    assert focus_name() == "password"


def test_esc_leads_back_to_the_log_in_with_nothing_typed_left_and_nothing_changed(
    page: RecoveryPage, needs: FakeRecovery, enter: Callable[..., None], qtbot: QtBot
) -> None:
    enter(RECOVERY_CODE, "lan", GOOD)

    with qtbot.waitSignal(page.left):
        press(Qt.Key.Key_Escape)

    assert {field.text() for field in page.findChildren(QLineEdit)} <= {"", "lan"}
    assert needs.done == ["proved"]


def test_where_the_end_is_refused_it_is_said_and_esc_leads_to_the_log_in(
    page: RecoveryPage, needs: FakeRecovery, enter: Callable[..., None], qtbot: QtBot
) -> None:
    needs.end = DeskError("disk.full")
    enter(RECOVERY_CODE, "lan", GOOD, GOOD)

    _prove_new_code(page, enter)
    with qtbot.waitSignal(page.left):
        press(Qt.Key.Key_Escape)

    assert _step(page) == NEW_CODE
    assert part(page, QLabel, "problem").text() == say(needs.end)


def test_f4_at_the_log_in_leads_to_the_printed_code(jobs: Jobs, show: Show, qtbot: QtBot) -> None:
    login = LoginPage(FakeLogin(), jobs)
    show(login)

    with qtbot.waitSignal(login.recovery_wanted):
        press(Qt.Key.Key_F4)


def test_a_given_password_leads_from_the_log_in_to_choosing_ones_own(
    jobs: Jobs, show: Show, enter: Callable[..., None], qtbot: QtBot
) -> None:
    class Given(FakeLogin):
        def log_in(self, user: str, password: str) -> Session:
            raise DeskError("login.password_given", "password")

    login = LoginPage(Given(), jobs)
    show(login)

    with qtbot.waitSignal(login.own_password_wanted) as wanted:
        enter("Minh", GIVEN)

    assert wanted.args == ["minh", GIVEN]


def test_whoever_was_given_a_password_chooses_his_own_and_is_in(
    jobs: Jobs, show: Show, enter: Callable[..., None], qtbot: QtBot
) -> None:
    needs = FakeOwnPassword()
    page = OwnPasswordPage(needs, jobs, ("minh", GIVEN))
    show(page)

    enter(GIVEN, GIVEN)
    refused = part(page, FieldEdit, "password").note_text()
    with qtbot.waitSignal(page.logged_in):
        enter(GOOD)
        part(page, FieldEdit, "again").selectAll()
        enter(GOOD)

    assert refused == say(DeskError("key.password_same", "password"))
    assert needs.chosen == [("minh", GIVEN, GOOD)]
