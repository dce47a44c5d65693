"""Payment, shift and supply are refused in words next to their cause."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.support.accepting import F9, SPACE, AtCounter, at_counter
from tests.support.desks import Counter, ordinary, small_block


def test_a_sender_without_contract_pays_cash_and_nothing_else(clerk: AtCounter) -> None:
    clerk.parties(sender="syt")
    offered = clerk.chosen("payment")
    for typed in ("0", "1", "340"):
        clerk.type(typed)
    clerk.key(SPACE)
    while clerk.focus() != "payment":
        clerk.key(Qt.Key.Key_Tab)
    clerk.key(Qt.Key.Key_Left)
    clerk.key(F9)
    refused = clerk.note("handed_by"), clerk.focus()

    clerk.key(Qt.Key.Key_Right)
    clerk.key(F9)

    assert offered == "cash"
    assert "chưa có hợp đồng ghi nợ" in refused[0]
    assert refused[1] == "payment"
    (item,) = clerk.items()
    assert (item.payment, item.charge is not None) == ("cash", True)
    assert clerk.chosen("payment") == "account"


def test_cash_needs_a_price(worn: QApplication, tmp_path: Path) -> None:
    plan = replace(small_block(9), device=7, desk_file="ab" * 32)
    with at_counter(tmp_path, plan=plan) as clerk:
        clerk.ordinary()
        clerk.key(SPACE)
        while clerk.focus() != "payment":
            clerk.key(Qt.Key.Key_Tab)
        clerk.key(Qt.Key.Key_Right)

        clerk.key(F9)

        assert "Chưa có giá nên chưa thu tiền mặt được" in clerk.note("handed_by")
        assert clerk.items() == []


def test_without_a_shift_nothing_is_accepted_and_the_way_out_is_said(
    worn: QApplication, tmp_path: Path
) -> None:
    with at_counter(tmp_path, shift=False) as clerk:
        clerk.ordinary()
        clerk.key(SPACE)

        clerk.key(F9)

        assert "Chưa mở ca" in clerk.label("missing")
        assert clerk.items() == []
        assert clerk.text("weight") == "340"


def test_an_empty_block_is_said_at_the_number(worn: QApplication, tmp_path: Path) -> None:
    with at_counter(tmp_path, plan=small_block(1), prepare=accept_one) as clerk:
        at_once = clerk.note("number"), clerk.note_role("number")
        clerk.ordinary()
        clerk.key(SPACE)

        clerk.key(F9)

        assert at_once[0].startswith("Dải số của bàn đã hết")
        assert at_once[1] == "error"
        assert clerk.focus() == "number"
        assert len(clerk.items()) == 1


def test_few_numbers_left_are_a_warning_and_hold_up_nothing(worn: QApplication, tmp_path: Path) -> None:
    with at_counter(tmp_path, plan=small_block(3)) as clerk:
        warned = clerk.note("number"), clerk.note_role("number")

        clerk.ordinary()
        clerk.key(SPACE)
        clerk.key(F9)

        assert warned == ("Chỉ còn 3 số: báo Bưu điện tỉnh cấp thêm.", "warn")
        assert len(clerk.items()) == 1


def accept_one(desk: Counter) -> None:
    desk.accept(ordinary())
