"""One item or case by keyboard alone: found by any of its numbers, shown as the books have it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kt1desk.desktop.messages import say
from kt1desk.desktop.widgets import FieldEdit, FieldState, WholeRowsTable
from kt1desk.domain.errors import DeskError
from kt1desk.services.rows import SearchHit
from tests.support.keys import focus_name, part
from tests.support.record_fakes import DOSSIER, ENTERED, ITEM, LEGS, NEW, OLD, SECRET
from tests.support.record_page import ESC, F8, Looker


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


def test_while_nothing_is_in_front_stands_what_the_field_takes(looker: Looker) -> None:
    looker.ctrl("T")
    before = looker.visible_texts()

    looker.look_up(ITEM)

    assert "Gõ hoặc quét được" in before
    assert "TUI00000052" in before
    assert "Gõ hoặc quét được" not in looker.visible_texts()


def test_an_item_shows_parties_price_books_and_state(looker: Looker) -> None:
    looker.look_up(ITEM)

    shown = looker.visible_texts()
    assert looker.text("record_state") == "Đang ở đây"
    for text in ("Sở Nội vụ", "Hữu Liên", "16.500 đ", "Ca 2 ngày 22/11/2026", "0.1.1.3 · 1a2b 3c4d 5e6f"):
        assert text in shown


def test_what_was_entered_later_says_so_beside_its_real_time(looker: Looker) -> None:
    looker.look_up(ITEM)
    at_once = looker.visible_texts()
    looker.look_up(ENTERED)

    shown = looker.visible_texts()
    assert "Nhập bù" not in at_once
    for text in ("Nhập bù", "Mất điện", "PT-0012"):
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
