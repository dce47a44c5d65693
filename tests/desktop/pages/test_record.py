"""One item or case by keyboard alone: found by any of its numbers, nothing done for good without its own key pressed twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import Going, Place, corrected_in, correction_of
from kt1desk.desktop.pages.record import RecordPage
from kt1desk.desktop.widgets import ActionButton, Card, FieldEdit, FieldState, WholeRowsTable
from kt1desk.domain.errors import DeskError
from kt1desk.services.records import ItemRecord
from kt1desk.services.rows import SearchHit
from tests.support.desk_fakes import SESSION, FakeWindow
from tests.support.keys import focus_name, part, press, type_text
from tests.support.plain_desk import PlainPage
from tests.support.record_fakes import DOSSIER, FREE, ITEM, LEGS, NEW, OLD, SECRET, FakeRecords
from tests.support.setup_fakes import paper_row

ENTER, ESC, SPACE, F8 = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_F8
CTRL = Qt.KeyboardModifier.ControlModifier


class Looker:
    """A clerk at the page of records."""

    def __init__(self, window: MainWindow, page: RecordPage, needs: FakeRecords, settle: Callable[[], None]):
        self.window, self.page, self.needs = window, page, needs
        self._settle = settle
        self.said: list[str] = []
        self.going: list[Going] = []
        page.said.connect(self.said.append)
        page.going.connect(self.going.append)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        press(key, modifiers)
        self._settle()

    def ctrl(self, letter: str) -> None:
        self.press(Qt.Key[f"Key_{letter}"], CTRL)

    def look_up(self, number: str) -> None:
        self.ctrl("T")
        type_text(number)
        self.press(ENTER)

    def scan(self, code: str) -> bool:
        taken = self.window.take_scan(code)
        self._settle()
        return taken

    def text(self, name: str) -> str:
        label = part(self.window, QLabel, name)
        return label.text() if label.isVisible() else ""

    def visible_texts(self) -> str:
        return "\n".join(label.text() for label in self.window.findChildren(QLabel) if label.isVisible())

    def offers(self, name: str) -> bool:
        return part(self.window, ActionButton, name).isVisible()

    def asks(self) -> str:
        card = part(self.window, Card, "question_card")
        return part(card, QLabel, "question_title").text() if card.isVisible() else ""


@pytest.fixture
def looker(jobs: Jobs, activate: Callable[[QWidget], None], qtbot: QtBot) -> Looker:
    window, needs = MainWindow(jobs), FakeRecords.full()
    page = RecordPage(needs, jobs)
    pages = {Place.TODAY: PlainPage("TODAY"), Place.RECORD: page}
    window.furnish(SESSION, "Bưu cục Kỳ Lừa", FakeWindow(), pages)
    activate(window)

    def settle() -> None:
        qtbot.waitUntil(lambda: jobs.running == 0)

    settle()
    return Looker(window, page, needs, settle)


@pytest.mark.parametrize("number", [DOSSIER, *LEGS, "H37.10-261120-0005"])
def test_a_case_is_found_by_its_number_by_each_leg_and_by_its_official_code(
    looker: Looker, number: str
) -> None:
    looker.look_up(number)

    shown = looker.visible_texts()
    lines = part(looker.window, WholeRowsTable, "lines").model()
    assert looker.text("record_number") == DOSSIER
    assert all(f"RX 000 000 0{end} VN" in shown for end in ("16", "20"))
    assert (lines.rowCount(), lines.index(2, 1).data()) == (6, "2 chứng thực")


def test_an_item_shows_parties_price_books_and_state(looker: Looker) -> None:
    looker.look_up(ITEM)

    shown = looker.visible_texts()
    assert looker.text("record_state") == "Đang ở đây"
    for text in ("Sở Nội vụ", "Hữu Liên", "16.500 đ", "Ca 2 ngày 22/11/2026", "0.1.1.3 · 1a2b 3c4d 5e6f"):
        assert text in shown


def test_a_scan_and_an_answer_of_the_search_show_the_same(looker: Looker) -> None:
    looker.ctrl("T")

    scanned = looker.scan(ITEM)
    by_scan = looker.text("record_number")
    looker.page.take_found(SearchHit("dossier", DOSSIER, "", ""))
    looker.press(Qt.Key.Key_Shift)

    assert (scanned, by_scan) == (True, "ME 473 124 829 VN")
    assert looker.text("record_number") == DOSSIER


def test_an_identity_card_is_no_number_and_is_never_shown(looker: Looker) -> None:
    looker.look_up(ITEM)

    taken = looker.scan("020190000123|082123456|Lương Thị Mẫu|01011990|Nữ|Chi Lăng|02032022")

    assert not taken
    assert part(looker.window, FieldEdit, "number").text() == "ME 473 124 829 VN"


def test_an_unknown_number_is_told_at_its_field_and_nothing_else_stays(looker: Looker) -> None:
    looker.look_up(ITEM)

    looker.look_up("0912345678")

    field = part(looker.window, FieldEdit, "number")
    assert field.state() is FieldState.ERROR
    assert (field.text(), focus_name()) == ("0912345678", "number")
    assert looker.text("record_number") == ""
    assert not looker.offers("withdraw")


def test_a_mistyped_number_is_told_with_its_check_digit(looker: Looker) -> None:
    looker.look_up("ME473124820VN")

    error = DeskError("number.check_digit", "number", expected="9", found="0")
    assert part(looker.window, FieldEdit, "number").note_text() == say(error)


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


def test_old_and_new_number_lead_to_each_other_by_keys(looker: Looker) -> None:
    looker.look_up(OLD)
    state = looker.text("record_state")

    looker.ctrl("M")
    at_new = looker.text("record_number")
    looker.ctrl("B")

    assert state == "Đã sửa thành ME 473 124 801 VN"
    assert at_new.replace(" ", "") == NEW
    assert looker.text("record_number").replace(" ", "") == OLD


def test_parties_that_the_service_hides_are_told_to_be_hidden(looker: Looker) -> None:
    looker.look_up(SECRET)

    assert looker.visible_texts().count("chỉ người được giao A, B, C xem") == 2


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


def test_esc_leads_from_the_papers_to_the_field_and_then_to_where_one_came_from(looker: Looker) -> None:
    looker.look_up(ITEM)
    at_papers = focus_name()

    looker.press(ESC)
    at_field = focus_name()
    looker.press(ESC)

    assert (at_papers, at_field) == ("papers", "number")
    assert looker.window.page() is not looker.page


def test_a_paper_that_changed_is_shown_anew_without_losing_the_question(looker: Looker) -> None:
    looker.look_up(ITEM)
    looker.press(F8)

    looker.page.papers_changed()
    looker.press(Qt.Key.Key_Shift)

    assert looker.asks() != ""
