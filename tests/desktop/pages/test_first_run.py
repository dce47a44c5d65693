"""The first run by keyboard alone: a desk file, a trial, everything that is refused, the recovery code, the printers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.needs import DeskFileSummary
from kt1desk.desktop.pages.first_run import ADMINISTRATOR, DESK, PRINTERS, READY, RECOVERY, FirstRunPage
from kt1desk.desktop.widgets import FieldState, Role
from kt1desk.domain.errors import DeskError
from tests.support.first_run_page import ENTER, AtFirstRun, at_first_run
from tests.support.keys import focus_name, part, press, type_text
from tests.support.printer_fakes import USB, FakePrinters
from tests.support.setup_fakes import FINGERPRINT, RECOVERY_CODE, FakeFirstRun

STICK = "/media/usb/240000.kt1desk"


@pytest.fixture
def needs() -> FakeFirstRun:
    return FakeFirstRun()


@pytest.fixture
def printers() -> FakePrinters:
    return FakePrinters()


@pytest.fixture
def clerk(
    needs: FakeFirstRun, printers: FakePrinters, jobs: Jobs, activate: Callable[[QWidget], None], qtbot: QtBot
) -> AtFirstRun:
    return at_first_run(FirstRunPage(needs, jobs, printers), jobs, activate, qtbot)


def test_a_clerk_with_a_desk_file_finishes_alone_with_the_keyboard(
    clerk: AtFirstRun, needs: FakeFirstRun, printers: FakePrinters, qtbot: QtBot
) -> None:
    clerk.press(Qt.Key.Key_1)
    clerk.enter()
    clerk.enter(STICK)
    clerk.enter(FINGERPRINT)
    shown = clerk.text("summary")
    clerk.enter()
    clerk.name_administrator()
    clerk.prove_recovery_code()
    clerk.press(Qt.Key.Key_Down)
    clerk.press(Qt.Key.Key_Down)
    clerk.enter()
    clerk.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    clerk.enter()
    for _ in ("letters", "border"):
        clerk.press(Qt.Key.Key_1)
        clerk.enter()
    clerk.enter()
    clerk.press(Qt.Key.Key_F8)
    with qtbot.waitSignal(clerk.page.finished) as finished:
        press(ENTER)

    assert "Bưu cục Kỳ Lừa" in shown
    assert [(mode, person.user) for mode, person in needs.made] == [("production", "lan")]
    assert printers.tests == ["label"]
    assert (printers.kept["label"].port, printers.kept["label"].language) == (USB, "tspl")
    assert len(printers.answers) == 1
    assert finished.args == ["lan"]


def test_a_desk_to_try_out_needs_no_file(clerk: AtFirstRun, needs: FakeFirstRun) -> None:
    clerk.choose_trial()
    clerk.name_administrator()

    assert clerk.step() == RECOVERY
    assert [mode for mode, _ in needs.made] == ["trial"]


@pytest.mark.parametrize(
    ("path", "fingerprint", "field", "code"),
    [
        ("/forged/240000.kt1desk", FINGERPRINT, "path", "desk_file.forged"),
        ("/media/usb/letter.txt", FINGERPRINT, "path", "file.gone"),
        (STICK, "ABCDE-FGHJK-MNPQR-STVWX-X", "fingerprint", "desk_file.fingerprint_typo"),
    ],
)
def test_a_desk_file_that_is_refused_says_so_at_its_field_and_keeps_what_was_typed(
    clerk: AtFirstRun, path: str, fingerprint: str, field: str, code: str
) -> None:
    clerk.press(Qt.Key.Key_1)
    clerk.enter()
    clerk.enter(path)
    clerk.enter(fingerprint)

    assert clerk.step() == DESK
    assert clerk.field(field).state() is FieldState.ERROR
    assert clerk.field(field).note_text() == say(DeskError(code))
    assert focus_name() == field
    assert (clerk.field("path").text(), clerk.field("fingerprint").text()) == (path, fingerprint)


def test_a_path_changed_after_the_proof_must_be_proved_again(clerk: AtFirstRun) -> None:
    clerk.press(Qt.Key.Key_1)
    clerk.enter()
    clerk.enter(STICK)
    clerk.enter(FINGERPRINT)
    type_text("x")
    press(ENTER)
    clerk.wait()

    assert clerk.step() == DESK
    assert clerk.field("fingerprint").state() is FieldState.ERROR


def test_two_different_passwords_stop_before_anything_is_made(clerk: AtFirstRun, needs: FakeFirstRun) -> None:
    clerk.choose_trial()
    clerk.name_administrator(again="chim-se-nau-16")

    assert clerk.step() == ADMINISTRATOR
    assert clerk.field("again").note_text() == say(DeskError("login.password_mismatch"))
    assert needs.made == []


def test_a_weak_password_is_told_at_its_field(clerk: AtFirstRun, needs: FakeFirstRun) -> None:
    clerk.choose_trial()
    clerk.name_administrator("ngan", "ngan")

    assert clerk.field("password").note_text() == say(DeskError("key.password_too_short", least=14))
    assert focus_name() == "password"
    assert needs.made == []


def test_a_full_disk_is_told_and_the_clerk_can_try_again(clerk: AtFirstRun, needs: FakeFirstRun) -> None:
    needs.full_disk = True
    clerk.choose_trial()
    clerk.name_administrator()
    told = [label.text() for label in clerk.page.findChildren(QLabel, "problem")]
    needs.full_disk = False
    clerk.enter()

    assert say(DeskError("disk.full")) in told
    assert clerk.step() == RECOVERY


def test_esc_leads_back_and_keeps_what_was_typed(clerk: AtFirstRun) -> None:
    clerk.choose_trial()
    clerk.enter("lan")
    clerk.press(Qt.Key.Key_Escape)
    back_at = clerk.step()
    clerk.enter()

    assert back_at == DESK
    assert clerk.step() == ADMINISTRATOR
    assert clerk.field("user").text() == "lan"
    assert focus_name() == "name"


def test_the_recovery_code_is_hidden_before_one_of_its_groups_is_asked_for(clerk: AtFirstRun) -> None:
    clerk.choose_trial()
    clerk.name_administrator()
    shown = clerk.text("code")
    clerk.enter()
    hidden = clerk.text("code")

    assert shown.split() == RECOVERY_CODE.split("-")
    assert not any(group in hidden for group in RECOVERY_CODE.split("-"))
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.text("code") == shown


def test_a_wrong_group_keeps_the_clerk_at_the_code(clerk: AtFirstRun) -> None:
    clerk.choose_trial()
    clerk.name_administrator()
    clerk.enter()
    clerk.enter("00000")

    assert clerk.step() == RECOVERY
    assert clerk.field("group").state() is FieldState.ERROR


def test_printers_can_wait_until_later(clerk: AtFirstRun, printers: FakePrinters) -> None:
    clerk.choose_trial()
    clerk.name_administrator()
    clerk.prove_recovery_code()
    at_printers = clerk.step()
    clerk.press(Qt.Key.Key_F8)
    clerk.press(Qt.Key.Key_F8)

    assert at_printers == PRINTERS
    assert clerk.step() == READY
    assert printers.kept == {}


def test_a_missing_printer_is_told_and_the_run_goes_on(clerk: AtFirstRun, printers: FakePrinters) -> None:
    printers.missing = True
    clerk.choose_trial()
    clerk.name_administrator()
    clerk.prove_recovery_code()
    clerk.press(Qt.Key.Key_Down)
    clerk.enter()
    clerk.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)

    assert say(DeskError("printer.missing")) in clerk.problems()
    clerk.press(Qt.Key.Key_F8)
    clerk.press(Qt.Key.Key_F8)
    assert clerk.step() == READY


def test_a_network_printer_without_a_port_is_told_at_its_address(clerk: AtFirstRun) -> None:
    clerk.choose_trial()
    clerk.name_administrator()
    clerk.prove_recovery_code()
    for _ in range(4):
        clerk.press(Qt.Key.Key_Down)
    clerk.enter()
    clerk.enter("192.168.1.40")
    clerk.press(Qt.Key.Key_F9)

    assert clerk.field("target").state() is FieldState.ERROR
    assert clerk.field("target").text() == "192.168.1.40"


class _NoNumbers(FakeFirstRun):
    """A province that forgot to give the desk numbers."""

    def read_desk_file(self, path: str, fingerprint: str, code: str = "") -> DeskFileSummary:
        return replace(super().read_desk_file(path, fingerprint, code), numbers=0)


@pytest.mark.parametrize(
    ("needs", "role", "says"),
    [
        (FakeFirstRun(), Role.OK_BOX, "10.000 số hiệu"),
        (_NoNumbers(), Role.WARN_BOX, "Tệp bàn không có dải số nào: chưa nhận được bưu gửi"),
    ],
)
def test_a_desk_file_without_numbers_is_a_warning_in_words(
    clerk: AtFirstRun, needs: FakeFirstRun, role: Role, says: str
) -> None:
    clerk.press(Qt.Key.Key_1)
    clerk.enter()
    clerk.enter(STICK)
    clerk.enter(FINGERPRINT)

    assert needs.made == []
    assert says in clerk.text("summary")
    assert part(clerk.page, QLabel, "summary").property("role") == role.value
