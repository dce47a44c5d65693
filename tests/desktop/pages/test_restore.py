"""«Khôi phục từ bản sao lưu» by keyboard alone: what is found, what is refused and offered instead, who may, what came of it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.messages import say
from kt1desk.desktop.needs.restoring import RestoreBeside, RestoreProof, RestoreReport, ThisMachine
from kt1desk.desktop.pages.first_run import FirstRunPage
from kt1desk.desktop.pages.login import LoginPage
from kt1desk.desktop.pages.restore import BESIDE, CHOOSE, DONE, NEW_CODE, PROOF, RestorePage
from kt1desk.desktop.widgets import FieldEdit
from kt1desk.domain.errors import DeskError
from kt1desk.services.sessions import Session
from tests.support.desk_fakes import PASSWORD, SESSION, FakeLogin
from tests.support.keys import focus_name, part, press, type_text
from tests.support.password_fakes import NEW_CODE as CODE_SHOWN
from tests.support.restore_fakes import DAMAGED, LINES, OLDER, PLACE, FakeRestore
from tests.support.setup_fakes import RECOVERY_CODE, FakeFirstRun

GOOD = "chim-se-nau-15"


class AtRestore:
    """Whoever sits in front of it."""

    def __init__(self, needs: FakeRestore, page: RestorePage, jobs: Jobs, qtbot: QtBot) -> None:
        self.needs, self.page, self._jobs, self._qtbot = needs, page, jobs, qtbot

    def enter(self, *texts: str) -> None:
        for text in texts or ("",):
            type_text(text)
            self.press(Qt.Key.Key_Return)

    def press(self, key: Qt.Key) -> None:
        press(key)
        self.wait()

    def wait(self) -> None:
        self._qtbot.waitUntil(lambda: self._jobs.running == 0)

    def step(self) -> int:
        return part(self.page, QStackedWidget, "stack").currentIndex()

    def shown(self, name: str) -> str:
        texts = [each.text() for each in self.page.findChildren(QLabel, name) if each.isVisible()]
        return "".join(texts)

    def note(self, name: str) -> str:
        return part(self.page, FieldEdit, name).note_text()


@pytest.fixture
def needs() -> FakeRestore:
    return FakeRestore()


@pytest.fixture
def clerk(needs: FakeRestore, jobs: Jobs, activate: Callable[[QWidget], None], qtbot: QtBot) -> AtRestore:
    window = MainWindow(jobs)
    page = RestorePage(needs, jobs)
    window.show_gate(page)
    activate(window)
    made = AtRestore(needs, page, jobs, qtbot)
    made.wait()
    return made


def test_a_stick_the_printed_code_and_a_new_password_bring_the_desk_back(
    clerk: AtRestore, qtbot: QtBot
) -> None:
    clerk.enter(PLACE)
    found = clerk.shown("found")
    clerk.enter("", "/media/den", "ME473124829VN", "Lan", RECOVERY_CODE.lower(), GOOD, GOOD)
    code = clerk.shown("code")
    clerk.enter()
    asked = int(clerk.shown("group_label")[-1])
    clerk.enter(CODE_SHOWN.split("-")[asked - 1])
    report = clerk.shown("report")
    with qtbot.waitSignal(clerk.page.logged_in) as entered:
        press(Qt.Key.Key_Return)

    assert "Bưu cục Kỳ Lừa · mã 240000 · bàn số 17" in found
    assert "17:10 24/11/2026 · 18.204 việc" in found
    assert clerk.needs.asked == [
        (
            RestoreProof("lan", code=RECOVERY_CODE.lower(), new_password=GOOD),
            RestoreBeside("/media/den", ("ME473124829VN",)),
        )
    ]
    assert code.split() == CODE_SHOWN.split("-")
    assert all(line in report for line in LINES)
    assert entered.args == [SESSION]


def test_a_damaged_backup_is_refused_in_words_and_f8_takes_the_one_before(clerk: AtRestore) -> None:
    clerk.enter(DAMAGED)
    refused, offered = clerk.shown("problem"), clerk.shown("older")
    clerk.enter()
    still = clerk.step()
    clerk.press(Qt.Key.Key_F8)

    assert refused == say(DeskError("backup.damaged"))
    assert OLDER in offered
    assert still == CHOOSE
    assert part(clerk.page, FieldEdit, "path").text() == OLDER
    assert "bàn số 17" in clerk.shown("found")
    clerk.enter()
    assert clerk.step() == BESIDE


def test_a_backup_that_turns_out_bad_when_it_is_opened_leads_back_to_the_one_before(clerk: AtRestore) -> None:
    clerk.needs.refusal = DeskError("backup.records", event="7.1.counter.12")

    clerk.enter(PLACE, "", "", "", "lan", RECOVERY_CODE, GOOD, GOOD)

    assert clerk.step() == CHOOSE
    assert clerk.shown("problem") == say(clerk.needs.refusal)
    assert OLDER in clerk.shown("older")


def test_a_path_without_a_backup_stays_to_be_mended(clerk: AtRestore) -> None:
    clerk.enter("/tmp/nothing")

    assert clerk.shown("problem") == say(DeskError("backup.no_place"))
    assert clerk.shown("older") == ""
    assert (focus_name(), part(clerk.page, FieldEdit, "path").text()) == ("path", "/tmp/nothing")


def test_a_wrong_code_is_told_beside_it_and_what_was_typed_stays(clerk: AtRestore) -> None:
    clerk.enter(PLACE, "", "", "", "lan", RECOVERY_CODE[:-1] + "4", GOOD, GOOD)

    assert clerk.step() == PROOF
    assert clerk.note("code") == say(DeskError("key.recovery_code_wrong", "recovery_code"))
    assert focus_name() == "code"
    assert part(clerk.page, FieldEdit, "password").text() == GOOD


def test_on_the_old_machine_a_password_opens_and_no_new_code_is_shown(clerk: AtRestore, qtbot: QtBot) -> None:
    clerk.enter(PLACE, "", "", "")
    clerk.press(Qt.Key.Key_Backtab)
    clerk.press(Qt.Key.Key_2)
    clerk.enter("", "lan", "sai")
    refused = clerk.note("secret")
    part(clerk.page, FieldEdit, "secret").selectAll()
    clerk.enter(PASSWORD)

    assert refused == say(DeskError("login.wrong_password", "password"))
    assert clerk.step() == DONE
    assert clerk.needs.asked == [(RestoreProof("lan", password=PASSWORD), RestoreBeside())]


@pytest.mark.parametrize("refusal", [None, DeskError("backup.not_user", "user"), DeskError("backup.damaged")])
def test_the_window_stays_from_the_first_moment_of_a_restore_to_its_end(
    clerk: AtRestore, monkeypatch: pytest.MonkeyPatch, refusal: DeskError | None
) -> None:
    begun, restore = Event(), clerk.needs.restore

    def held(proof: RestoreProof, beside: RestoreBeside) -> RestoreReport:
        begun.wait(5)
        return restore(proof, beside)

    monkeypatch.setattr(clerk.needs, "restore", held)
    clerk.needs.refusal = refusal
    clerk.enter(PLACE, "", "", "", "lan", RECOVERY_CODE, GOOD)
    before = clerk.page.is_making
    type_text(GOOD)
    press(Qt.Key.Key_Return)
    meanwhile, told = clerk.page.is_making, clerk.shown("intro")
    begun.set()
    clerk.wait()

    assert (before, meanwhile, clerk.page.is_making) == (False, True, False)
    assert "xong mới đóng được cửa sổ" in told


def test_somebody_who_may_not_is_told_beside_his_name(clerk: AtRestore) -> None:
    clerk.needs.refusal = DeskError("backup.not_user", "user")

    clerk.enter(PLACE, "", "", "", "lan", RECOVERY_CODE, GOOD, GOOD)

    assert clerk.step() == PROOF
    assert clerk.note("user") == say(clerk.needs.refusal)


def test_a_number_that_is_none_is_refused_before_anything_is_asked_for(clerk: AtRestore) -> None:
    clerk.enter(PLACE, "", "", "ME1")

    assert clerk.step() == BESIDE
    assert clerk.note("last") == say(DeskError("number.shape", "number"))


def test_esc_goes_back_step_by_step_and_leaves_no_secret_behind(clerk: AtRestore, qtbot: QtBot) -> None:
    clerk.enter(PLACE, "", "", "", "lan", RECOVERY_CODE, GOOD)
    clerk.press(Qt.Key.Key_Escape)
    clerk.press(Qt.Key.Key_Escape)
    with qtbot.waitSignal(clerk.page.left):
        press(Qt.Key.Key_Escape)

    assert {each.text() for each in clerk.page.findChildren(QLineEdit)} == {"", PLACE, "lan"}
    assert clerk.needs.asked == []


def test_once_the_desk_is_there_esc_does_not_lead_back_into_the_steps(clerk: AtRestore) -> None:
    clerk.enter(PLACE, "", "", "", "lan", RECOVERY_CODE, GOOD, GOOD)
    clerk.press(Qt.Key.Key_Escape)

    assert clerk.step() == NEW_CODE


def test_a_machine_with_the_head_marker_says_that_it_counts_by_itself(
    needs: FakeRestore, clerk: AtRestore
) -> None:
    needs.on = ThisMachine(secret=True, marker=True)
    clerk.page.entered()
    clerk.wait()

    clerk.enter(PLACE, "")

    assert "dấu đầu sổ" in clerk.note("last")


def test_the_first_run_leads_there_by_3(
    jobs: Jobs, activate: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    window = MainWindow(jobs)
    page = FirstRunPage(FakeFirstRun(), jobs)
    window.show_gate(page)
    activate(window)

    press(Qt.Key.Key_3)
    with qtbot.waitSignal(page.restore_wanted):
        press(Qt.Key.Key_Return)


@pytest.mark.parametrize(("code", "leads"), [("store.damaged", True), ("login.wrong_password", False)])
def test_f8_at_the_log_in_leads_there_only_where_the_desk_is_damaged(
    jobs: Jobs, activate: Callable[[QWidget], None], qtbot: QtBot, code: str, leads: bool
) -> None:
    class Refusing(FakeLogin):
        def log_in(self, user: str, password: str) -> Session:
            raise DeskError(code)

    window = MainWindow(jobs)
    page = LoginPage(Refusing(), jobs)
    window.show_gate(page)
    activate(window)
    qtbot.waitUntil(lambda: jobs.running == 0)
    wanted: list[bool] = []
    page.restore_wanted.connect(lambda: wanted.append(True))

    press(Qt.Key.Key_F8)
    for text in ("lan", "sai"):
        type_text(text)
        press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: jobs.running == 0)
    press(Qt.Key.Key_F8)

    assert wanted == [True] * leads
