"""A case on the page of records: its chain, its days, its covers, and what goes on from there, by keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from kt1desk.desktop.navigation import Going, Place, tasks_about
from kt1desk.desktop.widgets import ActionButton, StationLine
from kt1desk.domain.errors import DeskError
from tests.support.keys import part, type_text
from tests.support.record_fakes import DOSSIER, ITEM
from tests.support.record_page import ESC, Looker

IDENTITY = "020190000123"


@pytest.fixture
def case(looker: Looker) -> Looker:
    """A case stands in front."""
    looker.needs.tells_story = True
    looker.look_up(DOSSIER)
    return looker


def answer(case: Looker, digit: str) -> None:
    """The digit of a reason, and what comes of it."""
    type_text(digit)
    case.press(Qt.Key.Key_Shift)


def test_the_chain_of_a_case_stands_as_a_line_of_stations_that_ends_where_it_is(case: Looker) -> None:
    assert part(case.window, StationLine, "journey").isVisible()
    assert case.text("journey_station").startswith("5. Báo người nộp · Điện thoại")
    assert case.text("record_state") == "Cơ quan yêu cầu bổ sung"


def test_the_day_of_the_authority_and_the_provisional_one_are_told_apart_in_words(case: Looker) -> None:
    shown = case.visible_texts()

    assert "Hẹn trả\n25/11/2026, còn 2 ngày làm việc" in shown
    assert "Dự kiến\n24/11/2026, còn 1 ngày làm việc" in shown


def test_every_cover_says_where_it_is(case: Looker) -> None:
    assert "Hồ sơ RX 000 000 016 VN: đã phát" in case.visible_texts()
    assert "Bổ sung RX 000 000 020 VN: đã cất · Hoàng Thị Lan" in case.visible_texts()


def test_the_whole_number_is_shown_for_a_reason_alone_and_is_gone_with_the_case(case: Looker) -> None:
    before = case.visible_texts()
    case.ctrl("O")
    answer(case, "2")
    shown = case.text("problem")

    case.look_up(ITEM)

    assert IDENTITY not in before
    assert case.needs.asked == [("identity", DOSSIER, "complaint")]
    assert IDENTITY in shown
    assert IDENTITY not in case.visible_texts()


def test_esc_leaves_the_question_and_nothing_is_shown_or_written(case: Looker) -> None:
    case.ctrl("O")

    case.press(ESC)

    assert case.needs.asked == []
    assert IDENTITY not in case.visible_texts()


def test_that_the_applicant_was_told_is_written_down_by_how_he_was(case: Looker) -> None:
    case.ctrl("Y")
    answer(case, "1")

    assert case.needs.asked == [("tell", DOSSIER, "telephone")]
    assert case.said == ["Đã ghi: người nộp đã được báo."]


def test_the_notice_is_printed_by_its_key(case: Looker) -> None:
    case.ctrl("L")

    assert case.needs.asked == [("notice", DOSSIER, "")]


def test_a_refusal_is_told_and_nothing_else_changes(case: Looker) -> None:
    case.needs.refusal = DeskError("shift.not_open", "shift")

    case.ctrl("L")

    assert part(case.window, QLabel, "problem").isVisible()
    assert case.said == []


def test_an_item_has_none_of_this(looker: Looker) -> None:
    looker.look_up(ITEM)

    looker.ctrl("O")

    assert looker.needs.asked == []
    assert "Chưa có hồ sơ nào" in looker.text("problem")


def test_what_must_be_done_next_with_a_case_is_gone_to_by_key_and_by_button(case: Looker) -> None:
    gone: list[Going] = []
    case.page.going.connect(gone.append)

    case.ctrl("U")
    part(case.window, ActionButton, "do_next").click()

    assert gone == [Going(Place.ONE_STOP, tasks_about(DOSSIER))] * 2


def test_the_acts_of_a_case_have_buttons_beside_it_and_an_item_has_none(case: Looker) -> None:
    names = ("do_next", "tell_applicant", "print_notice", "show_identity")
    of_case = [part(case.window, ActionButton, name).isVisible() for name in names]

    case.look_up(ITEM)

    assert of_case == [True] * 4
    assert not any(part(case.window, ActionButton, name).isVisible() for name in names)
