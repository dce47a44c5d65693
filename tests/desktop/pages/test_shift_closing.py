"""A shift is closed by keyboard and scanner: seen, counted, asked about, signed; Esc goes back, and nothing that was done is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from kt1desk.desktop.help.where import path_to, section_at
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.needs.approval import AtDesk
from kt1desk.desktop.pages.shift import ShiftPage
from kt1desk.domain.errors import DeskError
from tests.support.desk_fakes import PASSWORD, open_shift
from tests.support.keys import focus_name
from tests.support.shift_fakes import BAG, ITEMS, THINGS, FakeShift
from tests.support.work_page import ESC, F8, F9, AtWorks, Opener

_1, _2 = Qt.Key.Key_1, Qt.Key.Key_2
PADDING = 11

Clerk = Callable[[FakeShift], AtWorks]


@pytest.fixture
def at(at_works: Opener) -> Clerk:
    """A clerk at the page of the shift."""
    return lambda needs: at_works(lambda jobs: ShiftPage(needs, jobs), Place.SHIFT)


def exact(**more: object) -> FakeShift:
    """A drawer that notes can pay, with nothing to be seen or asked."""
    return replace(FakeShift(open_shift(112_000)), **more)  # type: ignore[arg-type]  # fields of the fake


def _count(clerk: AtWorks, *pieces: str) -> None:
    clerk.enter(*pieces)
    clerk.press(F9)


def _sign(clerk: AtWorks) -> None:
    clerk.enter("minh", PASSWORD)


def test_a_plain_shift_is_counted_signed_and_closed(at: Clerk) -> None:
    needs = exact()
    clerk = at(needs)
    opened = section_at(path_to(Place.SHIFT, clerk.page))

    clerk.press(F9)
    helped = section_at(path_to(Place.SHIFT, clerk.page))
    _count(clerk, "2", "1", "1", "0", "0", "1", "0", "1", "0")
    compared = clerk.text("verdict")
    clerk.press(F9)
    _sign(clerk)

    assert (opened, helped) == ("shift-till", "shift-closing")
    assert compared == "Khớp sổ."
    assert [draft.taker for draft in needs.settled] == [AtDesk("minh", PASSWORD)]
    assert needs.settled[0].notes == {500_000: 2, 200_000: 1, 100_000: 1, 10_000: 1, 2_000: 1}
    assert ("Giấy đang in", "Biên bản kiểm quỹ") in clerk.rows("steps")
    assert clerk.text("figure") == "Khớp sổ"
    clerk.press(F9)
    assert clerk.text("shift_figure") == "Chưa mở ca"
    assert clerk.text("float_value") == "1.312.000 đ"


def test_what_is_signed_shows_the_whole_number_of_a_thing_that_was_not_seen(at: Clerk) -> None:
    clerk = at(exact())
    clerk.press(F9)
    _count(clerk, "2", "1", "1", "0", "0", "1", "0", "1", "0")
    clerk.press(F9)

    shown = clerk.table("steps")
    says, answer = "Bì hồ sơ còn trên sổ mà chưa thấy. RX 000 000 014 VN", "Lập biên bản sự vụ đầu ca sau"
    room = [shown.columnWidth(at) - 2 * PADDING for at in range(2)]
    assert clerk.rows("steps")[0] == ("Ca", "Ca 2")
    assert [
        room[at] > shown.fontMetrics().horizontalAdvance(said) for at, said in enumerate((says, answer))
    ] == [True, True]


def test_the_books_are_shown_after_the_count_and_not_before(at: Clerk) -> None:
    clerk = at(exact())

    clerk.press(F9)
    before = clerk.rows("lines")
    sees_books = clerk.sees("expected_value")
    _count(clerk, "2")

    assert before == []
    assert not sees_books
    assert ("Sổ ghi phải có", "1.312.000") in clerk.rows("lines")
    assert clerk.rows("lines")[-1] == ("Thiếu", "312.000")


def test_each_question_is_asked_once_and_its_answer_recorded(at: Clerk) -> None:
    needs = exact(things=THINGS, unsent=True)
    clerk = at(needs)
    clerk.press(F9)
    clerk.scan(BAG)
    clerk.press(F9)
    _count(clerk, "2")
    left = clerk.text("figure_note")
    clerk.press(F9)

    asked = clerk.text("reason_title"), clerk.text("reason_text")
    clerk.press(_2, _1, _2)
    answered = clerk.rows("steps")
    _sign(clerk)

    assert left == "Còn 3 câu hỏi trước khi ký."
    assert asked == ("Bưu gửi KT1 chưa thấy.", ITEMS[0])
    assert (f"Bưu gửi KT1 chưa thấy. {ITEMS[0]}", "Lập biên bản sự vụ đầu ca sau") in answered
    assert needs.settled[0].answers == {
        f"item_missing/{ITEMS[0]}": "incident",
        "difference/": "change",
        "unsent/": "by_file",
    }
    assert needs.settled[0].seen == {ITEMS[1], ITEMS[2]}


def test_records_that_were_promised_are_told_for_the_beginning_of_the_next_shift(at: Clerk) -> None:
    clerk = at(exact(things=THINGS[:2]))
    clerk.press(F9, F9)
    _count(clerk, "2", "1", "1", "0", "0", "1", "0", "1")
    clerk.press(F9, _2, _2)

    _sign(clerk)

    assert clerk.text("figure_note").endswith("Đầu ca sau lập 2 biên bản sự vụ.")


def test_a_missing_item_that_turns_up_while_asked_is_asked_about_no_more(at: Clerk) -> None:
    needs = exact(things=THINGS[:1], unsent=True)
    clerk = at(needs)
    clerk.press(F9, F9)
    _count(clerk, "2", "1", "1", "0", "0", "1", "0", "1")
    clerk.press(F9)
    before = clerk.text("reason_title")

    assert clerk.scan(ITEMS[0]) == [""]

    assert (before, clerk.text("reason_title")) == ("Bưu gửi KT1 chưa thấy.", "Sổ chưa gửi hết về trung tâm.")


def test_esc_goes_back_step_by_step_and_keeps_what_was_done(at: Clerk) -> None:
    needs = exact(things=THINGS, unsent=True)
    clerk = at(needs)
    clerk.press(F9)
    clerk.scan(BAG, ITEMS[0])
    clerk.press(F9)
    _count(clerk, "2", "1", "1", "0", "0", "1", "0", "1")
    clerk.press(F9, _1)
    titles = []
    for _ in range(5):
        clerk.press(ESC)
        titles.append(clerk.text("figure_title") or clerk.text("shift_figure"))

    assert [title.removeprefix("Kết Ca 2 · bước ") for title in titles] == [
        "4 / 5",
        "3 / 5",
        "2 / 5",
        "1 / 5",
        "Ca 2",
    ]
    assert clerk.text("go").startswith("Kết ca tiếp")
    clerk.press(F9)
    assert clerk.text("figure") == "3 / 3"
    clerk.press(F9)
    assert clerk.field("pieces_500000").text() == "2"


def test_a_closing_that_is_half_done_outlives_leaving_the_page(at: Clerk) -> None:
    clerk = at(exact(things=THINGS))
    clerk.press(F9)
    clerk.scan(ITEMS[0])

    clerk.go(Place.TODAY)
    clerk.go(Place.SHIFT)

    assert clerk.text("figure") == "1 / 3"
    assert clerk.scan(BAG) == [""]


def test_what_came_in_meanwhile_is_asked_about_before_anybody_signs(at: Clerk) -> None:
    needs = exact()
    clerk = at(needs)
    clerk.press(F9)
    _count(clerk, "2", "1", "1", "0", "0", "1", "0", "1")
    clerk.press(F9)
    clerk.go(Place.TODAY)
    needs.open = open_shift(164_000)

    clerk.go(Place.SHIFT)

    assert clerk.text("figure_title") == "Kết Ca 2 · bước 3 / 5"
    assert clerk.text("verdict") == "Thiếu 52.000 đ so với sổ."
    clerk.press(F9)
    assert clerk.text("reason_title") == "Tiền đếm được khác sổ."


def test_a_wrong_password_is_told_at_its_input_and_nothing_is_closed(at: Clerk) -> None:
    needs = exact()
    clerk = at(needs)
    clerk.press(F9)
    _count(clerk, "2", "1", "1", "0", "0", "1", "0", "1")
    clerk.press(F9)

    clerk.enter("minh", "sai-mat-khau")

    assert needs.settled == []
    assert clerk.note("password")
    assert clerk.field("password").text() == ""
    assert focus_name() == "password"
    clerk.enter(PASSWORD)
    assert len(needs.settled) == 1


def test_a_shift_is_closed_alone_only_where_that_may_be_and_only_by_f9(at: Clerk) -> None:
    strict, alone = exact(), exact(alone=True)
    clerk = at(strict)
    clerk.press(F9)
    _count(clerk, "2", "1", "1", "0", "0", "1", "0", "1")
    clerk.press(F9, F8, F9)
    assert strict.settled == []
    assert clerk.text("other") == ""

    clerk = at(alone)
    clerk.press(F9)
    _count(clerk, "2", "1", "1", "0", "0", "1", "0", "1")
    clerk.press(F9, F8)
    assert "Không có người nhận ca ký." in clerk.text("verdict")
    assert alone.settled == []
    clerk.press(F9)
    assert [draft.taker for draft in alone.settled] == [None]


def test_a_reason_that_is_not_believed_is_asked_again(at: Clerk) -> None:
    needs = exact()
    clerk = at(needs)
    clerk.press(F9)
    _count(clerk, "2")
    clerk.press(F9, _1)
    needs.refuses = DeskError("settle.rounding_too_much", "reason", missing_dong=400, surplus_dong=0)

    _sign(clerk)

    assert clerk.text("reason_title") == "Tiền đếm được khác sổ."
    assert "Tiền lẻ chỉ giải thích được" in clerk.text("problem")


def test_a_wrong_count_stops_where_it_stands(at: Clerk) -> None:
    clerk = at(exact())
    clerk.press(F9)

    clerk.type("5,5")
    clerk.press(F9)

    assert clerk.text("figure_title") == "Kết Ca 2 · bước 2 / 5"
    assert focus_name() == "pieces_500000"
