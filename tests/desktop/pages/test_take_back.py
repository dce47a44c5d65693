"""Ctrl+Z where something is accepted: the last acceptance is shown, F9 takes it back, Esc leaves it; what may not be is said."""

from __future__ import annotations

from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from kt1desk.app.desk import PaperFit
from kt1desk.desktop.help.where import path_to, section_at
from kt1desk.desktop.navigation import Going, Place
from kt1desk.desktop.take_back_side import TakeBackSide
from kt1desk.domain.custody import Custody, State
from kt1desk.domain.facts import read_item_accepted
from kt1desk.domain.kt1 import Payment
from kt1desk.services.last_accepted import LastAccepted
from kt1desk.services.packing import PackDraft, Packing
from tests.support.accepting import CTRL, ESC, F8, F9, SPACE, AtCounter, shown_below
from tests.support.desks import ordinary
from tests.support.dossier_page import AtDossiers
from tests.support.keys import part, press
from tests.support.points import DISTRICT

Z, E = Qt.Key.Key_Z, Qt.Key.Key_E


def accept(clerk: AtCounter) -> str:
    """One item; its number."""
    clerk.ordinary()
    clerk.key(SPACE)
    clerk.key(F9)
    return clerk.items()[-1].item


def is_asked(clerk: AtCounter | AtDossiers) -> bool:
    return part(clerk.window, TakeBackSide, "take_back_side").is_asking()


def states(clerk: AtCounter) -> list[str]:
    """Of all items, oldest first."""
    with clerk.desk.store.read() as reader:
        rows = [reader.item(read_item_accepted(event).item) for event in clerk.events("item.accepted")]
    return [row.state for row in rows if row is not None]


def test_two_keys_take_the_last_acceptance_back_and_f8_fills_the_form_again(clerk: AtCounter) -> None:
    accept(clerk)
    number = accept(clerk)

    clerk.key(Z, CTRL)
    helped = section_at(path_to(Place.ACCEPT, clerk.window.page()))
    shown = clerk.label("back_number"), clerk.label("back_money"), clerk.label("back_label")
    clerk.key(F9)
    after = is_asked(clerk), clerk.focus(), len(clerk.woken)
    clerk.key(F8)

    assert (helped, section_at(path_to(Place.ACCEPT, clerk.window.page()))) == ("withdraw", "accept")
    assert shown[0].replace(" ", "") == number
    assert "không trả lại tiền" in shown[1]
    assert "chưa in" in shown[2]
    assert states(clerk) == [State.ACCEPTED, State.REVERSED]
    assert [event.body()["reason"] for event in clerk.events("item.reversed")] == ["mistake"]
    assert after == (False, "sender", 3)
    assert (clerk.text("sender"), clerk.focus()) == ("Sở Nội vụ tỉnh Lạng Sơn", "weight")


def test_a_second_time_it_is_the_one_before_and_then_nothing(clerk: AtCounter) -> None:
    accept(clerk)
    accept(clerk)

    for _ in range(2):
        clerk.key(Z, CTRL)
        clerk.key(F9)
    clerk.key(Z, CTRL)

    assert states(clerk) == [State.REVERSED, State.REVERSED]
    assert not is_asked(clerk)
    assert "bạn chưa nhận gì" in shown_below(clerk.window)


def test_cash_that_goes_back_and_the_other_reason_are_shown_and_written(clerk: AtCounter) -> None:
    clerk.desk.accept(replace(ordinary(), payment=Payment.CASH))

    clerk.key(Z, CTRL)
    money = clerk.label("back_money")
    clerk.type("2")
    clerk.key(F9)

    assert money.startswith("Trả lại khách ")
    assert [event.body()["reason"] for event in clerk.events("item.reversed")] == ["withdrawn"]
    shift = clerk.desk.shifts.current()
    assert shift is not None
    assert shift.paid_dong == shift.cash_dong > 0


def test_esc_leaves_everything_and_f9_means_the_form_again(clerk: AtCounter) -> None:
    accept(clerk)

    clerk.key(Z, CTRL)
    clerk.key(ESC)
    clerk.key(F9)

    assert not is_asked(clerk)
    assert states(clerk) == [State.ACCEPTED]
    assert clerk.focus() == "sender"


def test_f9_before_anything_was_shown_neither_takes_back_nor_accepts(
    clerk: AtCounter, monkeypatch: pytest.MonkeyPatch
) -> None:
    accept(clerk)
    clerk.ordinary()
    clerk.key(SPACE)
    while clerk.focus() != "payment":
        clerk.key(Qt.Key.Key_Tab)
    answers, look = Event(), clerk.needs.last_accepted

    def late() -> LastAccepted:
        answers.wait(5)
        return look()

    monkeypatch.setattr(clerk.needs, "last_accepted", late)

    press(Z, CTRL)
    press(F9)
    answers.set()
    clerk.settle()

    assert is_asked(clerk)
    assert states(clerk) == [State.ACCEPTED]


def test_in_an_input_with_a_text_the_key_takes_the_letters_back(clerk: AtCounter) -> None:
    accept(clerk)
    clerk.type("tu")

    clerk.key(Z, CTRL)

    assert clerk.text("sender") == ""
    assert not is_asked(clerk)
    assert "hoàn lại chữ" in clerk.said[-1]


def test_in_an_input_that_the_program_filled_the_key_means_the_acceptance(clerk: AtCounter) -> None:
    accept(clerk)
    clerk.key(F8)
    part(clerk.window, QLineEdit, "sender").setFocus()

    clerk.key(Z, CTRL)

    assert clerk.text("sender") == "Sở Nội vụ tỉnh Lạng Sơn"
    assert is_asked(clerk)


def test_ctrl_e_puts_it_right_on_the_form_instead(clerk: AtCounter) -> None:
    number = accept(clerk)

    clerk.key(Z, CTRL)
    clerk.key(E, CTRL)
    told = clerk.label("correcting").replace("\u00a0", "")
    clerk.key(SPACE)
    clerk.key(F9)

    assert number in told
    first, second = clerk.items()
    assert (second.replaces, second.receiver) == (first.item, first.receiver)
    assert states(clerk) == [State.REVERSED, State.ACCEPTED]


def test_what_somebody_else_accepted_is_not_offered(clerk: AtCounter) -> None:
    clerk.desk.accept(user="chief")

    clerk.key(Z, CTRL)

    assert not is_asked(clerk)
    assert "Ctrl+T" in shown_below(clerk.window)


def test_after_the_keyboard_went_back_to_the_form_f9_accepts(clerk: AtCounter) -> None:
    accept(clerk)
    clerk.key(Z, CTRL)

    clerk.key(Qt.Key.Key_Tab)

    assert not is_asked(clerk)
    assert states(clerk) == [State.ACCEPTED]


def test_two_keys_take_the_last_case_back(dossiers: AtDossiers) -> None:
    dossiers.everything()
    dossiers.key(F9)
    (case,) = dossiers.cases()

    dossiers.key(Z, CTRL)
    shown = dossiers.label("back_number"), dossiers.label("back_who"), dossiers.label("back_money")
    dossiers.key(F9)

    assert shown[0] == case.dossier
    assert shown[1].startswith("Lương Thị Mẫu\n")
    assert shown[2].startswith("Trả lại khách ")
    with dossiers.desk.store.read() as reader:
        found = reader.dossier(case.dossier)
    assert found is not None
    assert found.state == Custody.REVERSED
    assert (dossiers.focus(), is_asked(dossiers)) == ("form", False)


def test_a_case_is_put_right_on_the_form_and_what_stood_there_lies_aside(dossiers: AtDossiers) -> None:
    dossiers.everything()
    dossiers.key(F9)
    dossiers.type("3")

    dossiers.key(Z, CTRL)
    dossiers.key(E, CTRL)

    assert dossiers.text("name") == "Lương Thị Mẫu"
    assert dossiers.label("correcting").startswith("Đang sửa ")


def test_what_left_the_shelf_is_shown_with_the_reason_and_the_way_to_its_record(clerk: AtCounter) -> None:
    desk, number = clerk.desk, accept(clerk)
    packing = Packing(desk.store, desk.reference, desk.clock, PaperFit())
    packing.close(desk.session(), PackDraft("", "NP0000001", 540, DISTRICT, (number,)))
    wanted: list[object] = []
    clerk.page.going.connect(wanted.append)

    clerk.key(Z, CTRL)
    title, said = clerk.label("back_title"), clerk.label("back_said")
    clerk.key(F9)
    states_after = states(clerk)
    clerk.key(F8)

    assert "Không rút lại được" in title
    assert "không rút được nữa" in said
    assert states_after == [State.PACKED]
    assert wanted == [Going(Place.RECORD, number)]
    assert not is_asked(clerk)
