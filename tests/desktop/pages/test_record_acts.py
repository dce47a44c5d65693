"""What is done with a record, by keyboard alone: nothing for good without its own key pressed twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import Going, Place, corrected_in, correction_of
from kt1desk.desktop.widgets import ActionButton
from kt1desk.domain.errors import DeskError
from kt1desk.services.records import ItemRecord
from tests.support.keys import part
from tests.support.record_fakes import DOSSIER, FREE, ITEM, OLD
from tests.support.record_page import ENTER, ESC, F8, SPACE, Looker
from tests.support.setup_fakes import paper_row


def test_withdrawing_needs_a_reason_and_its_key_once_more(looker: Looker) -> None:
    looker.look_up(ITEM)

    looker.press(F8)
    asked, refund = looker.asks(), looker.text("question_text")
    for key in (ENTER, SPACE, F8, Qt.Key.Key_1, ENTER, Qt.Key.Key_Enter, SPACE):
        looker.press(key)
    before = list(looker.needs.asked)
    looker.press(F8)

    assert asked == "Rút lại ME 473 124 829 VN?"
    assert refund.startswith("Trả lại khách 16.500 đ tiền mặt.")
    assert before == []
    assert looker.needs.asked == [("withdraw", ITEM, "withdrawn")]
    assert looker.text("record_state").startswith("Đã rút lúc 14:48")
    assert "phiếu rút đang in" in looker.said[-1]
    assert not looker.offers("withdraw")


def test_esc_takes_the_question_back_and_the_keys_are_there_again(looker: Looker) -> None:
    looker.look_up(ITEM)
    looker.press(F8)
    looker.press(Qt.Key.Key_2)

    looker.press(ESC)
    looker.press(F8)
    looker.press(ESC)

    assert looker.needs.asked == []
    assert looker.asks() == ""
    assert looker.offers("withdraw")


def test_a_scan_is_no_answer_to_a_question(looker: Looker) -> None:
    looker.look_up(ITEM)
    looker.press(F8)

    taken = looker.scan(DOSSIER)

    assert not taken
    assert looker.asks() != ""
    assert looker.text("record_number") == "ME 473 124 829 VN"


def test_what_goes_back_for_a_case_is_said_sum_by_sum(looker: Looker) -> None:
    looker.look_up(DOSSIER)

    looker.press(F8)

    text = looker.text("question_text")
    assert text.startswith("Trả lại khách 157.500 đ tiền mặt")
    assert all(amount in text for amount in ("52.500", "100.000", "5.000"))


def test_a_refusal_is_said_and_leaves_everything_as_it_is(looker: Looker) -> None:
    looker.look_up(ITEM)
    looker.needs.refusal = DeskError("shift.not_open")

    for key in (F8, Qt.Key.Key_1, F8):
        looker.press(key)

    assert looker.text("problem") == say(DeskError("shift.not_open"))
    assert looker.text("record_state") == "Đang ở đây"


@pytest.mark.parametrize("act", [lambda looker: looker.press(F8), lambda looker: looker.ctrl("E")])
def test_what_was_taken_back_is_neither_taken_back_nor_corrected_again(
    looker: Looker, act: Callable[[Looker], None]
) -> None:
    looker.look_up(OLD)

    act(looker)

    assert looker.asks() == ""
    assert looker.going == []
    assert "đã rút rồi" in looker.text("problem")


def test_a_correction_goes_to_the_page_that_accepts_its_kind(looker: Looker) -> None:
    looker.look_up(ITEM)
    looker.ctrl("E")
    looker.look_up(DOSSIER)
    looker.ctrl("E")

    assert looker.going == [
        Going(Place.ACCEPT, correction_of(ITEM)),
        Going(Place.DOSSIER, correction_of(DOSSIER)),
    ]
    assert corrected_in(looker.going[0].ref) == ITEM


def test_a_paper_that_came_out_is_printed_again_for_a_reason(looker: Looker) -> None:
    looker.look_up(ITEM)
    looker.press(Qt.Key.Key_Down)

    looker.ctrl("P")
    asked = looker.asks()
    looker.press(ENTER)
    before = list(looker.needs.asked)
    looker.press(Qt.Key.Key_2)

    assert asked == "Vì sao in lại nhãn ME 473 124 829 VN?"
    assert before == []
    assert looker.needs.asked == [("reprint", "1", "lost")]


def test_of_what_was_taken_back_only_the_slip_that_says_so_can_be_printed_again(looker: Looker) -> None:
    old = looker.needs.records[OLD]
    assert isinstance(old, ItemRecord)
    slip = paper_row(9, item=OLD, role="receipt", template="reversal_slip")
    looker.needs.records[OLD] = replace(old, told=replace(old.told, papers=(slip, *old.told.papers)))
    button = part(looker.window, ActionButton, "reprint")
    looker.look_up(OLD)
    at_slip = (button.isEnabled(), button.toolTip())

    looker.press(Qt.Key.Key_Down)
    at_receipt = (button.isEnabled(), button.toolTip())
    looker.ctrl("P")

    assert at_slip == (True, "")
    assert at_receipt == (False, say(DeskError("print.reversed")))
    assert button.isVisible()
    assert looker.asks() == ""
    assert looker.text("problem") == say(DeskError("print.reversed"))


def test_a_paper_in_doubt_is_printed_again_without_another_question(looker: Looker) -> None:
    looker.look_up(DOSSIER)
    for _ in range(2):
        looker.press(Qt.Key.Key_Down)

    looker.ctrl("P")

    assert looker.needs.asked == [("reprint", "31", "in_doubt")]


def test_a_free_number_is_taken_out_by_its_key_twice_and_nothing_else(looker: Looker) -> None:
    looker.look_up(FREE)
    state = looker.text("record_state")

    looker.press(F8)
    looker.ctrl("H")
    for key in (Qt.Key.Key_2, ENTER, SPACE, F8):
        looker.press(key)
    before = list(looker.needs.asked)
    looker.ctrl("H")

    assert state == "Còn trống, chưa cấp"
    assert before == []
    assert looker.needs.asked == [("void", FREE, "lost")]
    assert looker.text("record_state") == "Đã hủy số"
    assert not looker.offers("void_number")


def test_a_number_that_an_item_has_is_not_taken_out(looker: Looker) -> None:
    looker.look_up(ITEM)

    looker.ctrl("H")

    assert looker.asks() == ""
    assert "F8" in looker.text("problem")
