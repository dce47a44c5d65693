"""Taking back, correcting and voiding on a real desk, by keys alone: what the books say afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import CORRECTION_STAYS
from kt1desk.desktop.pages.accept_dossier import AcceptDossierPage
from kt1desk.desktop.pages.accept_item import AcceptItemPage
from kt1desk.desktop.pages.record import RecordPage
from kt1desk.desktop.widgets import WholeRowsTable
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import CashPaid, read_item_accepted
from kt1desk.domain.kt1 import Payment, Place
from kt1desk.services.drafts import OtherParty
from kt1desk.services.rows import ItemRow
from tests.support.desks import ordinary
from tests.support.keys import part
from tests.support.recording import AtRecords, at_records

ENTER, ESC, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space
F8, F9, DELETE, CTRL = Qt.Key.Key_F8, Qt.Key.Key_F9, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def clerk(worn: QApplication, tmp_path: Path) -> Iterator[AtRecords]:
    """A clerk with an open shift."""
    with at_records(tmp_path) as made:
        yield made


def item(clerk: AtRecords, number: str) -> ItemRow:
    with clerk.desk.store.read() as reader:
        row = reader.item(number)
    assert row is not None
    return row


def test_an_item_paid_in_cash_is_taken_back_and_its_money_leaves_the_drawer(clerk: AtRecords) -> None:
    number = clerk.desk.accept(replace(ordinary(), payment=Payment.CASH)).item
    clerk.look_up(number)
    charge = item(clerk, number).charge
    assert charge is not None

    for key in (F8, Qt.Key.Key_1, ENTER, SPACE):
        clerk.key(key)
    still_here = item(clerk, number).state
    clerk.key(F8)

    with clerk.desk.store.read() as reader:
        shift = reader.open_shift()
    assert still_here == "accepted"
    assert item(clerk, number).state == "reversed"
    assert shift is not None
    assert shift.paid_dong == charge.total_dong
    assert clerk.label("record_state").startswith("Đã rút lúc ")
    assert clerk.papers()[0] == ("Phiếu rút", "Chờ in")
    assert "phiếu rút đang in" in clerk.said[-1]
    assert clerk.woken


def test_a_correction_fills_the_form_and_replaces_the_old_number(clerk: AtRecords) -> None:
    phone = "0912345678"
    draft = replace(
        ordinary(), place=Place.ADDRESS, payment=Payment.CASH, handed_by="Chu Văn Mẫu", handed_by_phone=phone
    )
    old = clerk.desk.accept(draft).item
    clerk.look_up(old)

    clerk.ctrl("E")
    shown = (clerk.text("weight"), clerk.text("handed_by"), clerk.label("correcting").replace("\u00a0", " "))
    clerk.key(SPACE)
    clerk.key(F9)

    new = item(clerk, "MX000000028VN")
    with clerk.desk.store.read() as reader:
        event = reader.event(new.event)
        kinds = [reader.event(parent) for parent in event.envelope.parents] if event else []
    assert shown[:2] == ("340", "Chu Văn Mẫu")
    assert shown[2].startswith("Đang sửa MX 000 000 014 VN")
    assert item(clerk, old).state == "reversed"
    assert event is not None
    accepted = read_item_accepted(event)
    assert (accepted.replaces, accepted.place, accepted.payment) == (
        old,
        Place.ADDRESS.value,
        Payment.CASH.value,
    )
    assert event.particular("handed_by") == {"name": "Chu Văn Mẫu", "phone": phone}
    assert all(kind is not None and kind.envelope.type != CashPaid.TYPE for kind in kinds)
    assert clerk.label("correcting") == ""


def test_a_corrected_item_and_its_correction_lead_to_each_other(clerk: AtRecords) -> None:
    old = clerk.desk.accept().item
    new = clerk.desk.acceptance.accept(
        clerk.desk.session(), clerk.desk.complete(ordinary()), replaces=old
    ).item
    clerk.look_up(old)

    state = clerk.label("record_state")
    clerk.ctrl("M")
    at_new = clerk.label("record_number")
    clerk.ctrl("B")

    assert state == "Đã sửa thành MX 000 000 028 VN"
    assert at_new.replace(" ", "") == new
    assert clerk.label("record_number").replace(" ", "") == old


@pytest.mark.parametrize(("key", "modifier"), [(ESC, Qt.KeyboardModifier.NoModifier), (DELETE, CTRL)])
def test_a_correction_is_left_without_a_trace(
    clerk: AtRecords, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    number = clerk.desk.accept().item
    clerk.look_up(number)
    clerk.ctrl("E")

    clerk.key(key, modifier)

    assert isinstance(clerk.window.page(), RecordPage)
    assert clerk.label("record_state") == "Đang ở đây"
    clerk.key(Qt.Key.Key_F2)
    assert (clerk.text("sender"), clerk.text("weight"), clerk.label("correcting")) == ("", "", "")


def test_esc_in_a_correction_that_was_worked_on_throws_nothing_away(clerk: AtRecords) -> None:
    clerk.look_up(clerk.desk.accept().item)
    clerk.ctrl("E")
    clerk.key(SPACE)

    clerk.key(ESC)

    assert isinstance(clerk.window.page(), AcceptItemPage)
    assert clerk.label("correcting") != ""


def test_no_number_of_esc_leaves_a_correction_that_was_worked_on(clerk: AtRecords) -> None:
    clerk.look_up(clerk.desk.accept().item)
    clerk.ctrl("E")
    says_the_way = clerk.label("correcting")
    clerk.key(SPACE)

    for _ in range(12):
        clerk.key(ESC)

    assert "Shift+Tab" in says_the_way
    assert isinstance(clerk.window.page(), AcceptItemPage)
    assert clerk.label("correcting") != ""
    assert clerk.said[-1] == CORRECTION_STAYS


def test_no_number_of_esc_leaves_the_correction_of_a_case_that_was_worked_on(clerk: AtRecords) -> None:
    clerk.look_up(clerk.desk.accept_dossier().dossier)
    clerk.ctrl("E")
    clerk.key(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    clerk.type("345")

    for _ in range(24):
        clerk.key(ESC)

    assert isinstance(clerk.window.page(), AcceptDossierPage)
    assert clerk.label("correcting") != ""
    assert clerk.said[-1] == CORRECTION_STAYS


def test_what_is_being_typed_is_not_thrown_away_for_a_correction(clerk: AtRecords) -> None:
    number = clerk.desk.accept().item
    clerk.key(Qt.Key.Key_F2)
    clerk.type("snv")
    clerk.key(ENTER)
    sender = clerk.text("sender")
    clerk.look_up(number)

    clerk.ctrl("E")

    assert clerk.text("sender") == sender
    assert clerk.label("correcting") == ""
    assert "còn dở" in clerk.said[-1]


def test_a_receiver_outside_the_list_is_corrected_as_it_was_written(clerk: AtRecords) -> None:
    other = OtherParty("Trường Chính trị tỉnh", "Số 2, phường Thục Phán", "04")
    number = clerk.desk.accept(replace(ordinary(), receiver="", other_receiver=other)).item
    clerk.look_up(number)

    clerk.ctrl("E")
    clerk.key(SPACE)
    clerk.key(F9)

    assert item(clerk, "MX000000028VN").receiver == item(clerk, number).receiver


def test_a_spoilt_label_of_the_roll_is_taken_out_by_its_number(clerk: AtRecords) -> None:
    clerk.look_up("MX000000014VN")
    free = clerk.label("record_state")

    for key in ("H", "1", "H"):
        clerk.ctrl(key) if key == "H" else clerk.type(key)

    assert free == "Còn trống, chưa cấp"
    assert clerk.label("record_state") == "Đã hủy số"
    assert clerk.desk.accept().item == "MX000000028VN"


def test_a_case_is_found_by_its_number_by_a_leg_and_taken_back_whole(clerk: AtRecords) -> None:
    taken = clerk.desk.accept_dossier()
    clerk.look_up(taken.legs[1].item)
    number = clerk.label("record_number")

    for key in (F8, Qt.Key.Key_2, F8):
        clerk.key(key)

    with clerk.desk.store.read() as reader:
        case, shift = reader.dossier(taken.dossier), reader.open_shift()
    assert number == taken.dossier
    assert case is not None
    assert shift is not None
    assert (case.state, shift.paid_dong) == ("reversed", case.sums.total_dong)
    assert clerk.papers()[0] == ("Phiếu rút", "Chờ in")


def test_without_a_shift_an_item_is_shown_and_not_taken_back(worn: QApplication, tmp_path: Path) -> None:
    with at_records(tmp_path, shift=False) as clerk:
        clerk.desk.open_shift()
        number = clerk.desk.accept().item
        clerk.desk.shifts.close(clerk.desk.session(), 500_000)
        clerk.look_up(number)

        for key in (F8, Qt.Key.Key_1, F8):
            clerk.key(key)

        assert clerk.label("record_number").replace(" ", "") == number
        assert "mở ca" in clerk.label("problem").lower()
        assert item(clerk, number).state == "accepted"


def test_an_item_is_not_shown_to_whoever_is_not_cleared_and_why_is_said(
    worn: QApplication, tmp_path: Path
) -> None:
    with at_records(tmp_path, user="uncleared") as clerk:
        accepted = clerk.desk.accept()
        with clerk.desk.store.read() as reader:
            row = reader.item(accepted.item)
        assert row is not None
        assert row.sender is not None

        clerk.look_up(accepted.item)
        shown = [label.text() for label in clerk.window.findChildren(QLabel) if label.isVisible()]

        assert not any(row.sender.name in text for text in shown)
        assert say(DeskError("user.clearance_missing", "user")) in shown


def test_a_case_is_corrected_at_its_form_with_all_it_had(clerk: AtRecords) -> None:
    old = clerk.desk.accept_dossier()
    clerk.look_up(old.dossier)

    clerk.ctrl("E")
    said = clerk.label("correcting")
    clerk.key(F9)

    with clerk.desk.store.read() as reader:
        before, (now,) = reader.dossier(old.dossier), reader.dossiers_here(9)
    assert said.startswith("Đang sửa 240000")
    assert before is not None
    assert before.state == "reversed"
    assert now.dossier != old.dossier
    assert (now.applicant, now.authority, now.sums, now.documents) == (
        before.applicant,
        before.authority,
        before.sums,
        before.documents,
    )
    assert clerk.label("correcting") == ""


def test_an_untouched_correction_of_a_case_is_left_and_not_kept(clerk: AtRecords) -> None:
    clerk.look_up(clerk.desk.accept_dossier().dossier)
    clerk.ctrl("E")

    clerk.key(ESC)

    assert isinstance(clerk.window.page(), RecordPage)
    clerk.key(Qt.Key.Key_F3)
    clerk.key(Qt.Key.Key_F5)
    assert part(clerk.window, WholeRowsTable, "parked").model().rowCount() == 0
