"""Results taken from an authority by scan after scan: none lost, none twice, wrong ones heard, one book at the end."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from kt1desk.desktop.navigation import Place
from kt1desk.desktop.needs.one_stop_results import BookEnd
from kt1desk.desktop.pages.one_stop import OneStopPage
from kt1desk.domain.errors import DeskError
from kt1desk.services.rows import SearchHit
from tests.support.keys import focus_name
from tests.support.one_stop_fakes import FakeOneStop
from tests.support.one_stop_people import JUSTICE, local, number, official
from tests.support.screen_texts import texts_of
from tests.support.work_page import CTRL, DOWN, ENTER, ESC, F8, F9, SPACE, AtWorks, Opener

BOOK = "KQ240000-261122-7-1"
FREE = number(500, "RX")
"""A label of the roll that no case has."""


@pytest.fixture
def needs() -> FakeOneStop:
    return FakeOneStop.busy()


@pytest.fixture
def clerk(needs: FakeOneStop, at_works: Opener) -> AtWorks:
    """A clerk at an open book of 300."""
    made = at_works(lambda jobs: OneStopPage(needs, jobs), Place.ONE_STOP)
    made.ctrl("2")
    made.press(DOWN, ENTER)
    made.enter("300")
    return made


def label(at: int) -> str:
    return number(at, "BR")


def test_a_book_is_opened_with_the_number_on_the_list_of_the_authority(
    clerk: AtWorks, needs: FakeOneStop
) -> None:
    assert needs.asked == [("open_book", JUSTICE, 300)]
    assert clerk.text("count") == "0 / 300"
    assert focus_name() == "items"


@pytest.mark.parametrize("found", [(), (SearchHit("item", number(1, "BR"), "", ""),)])
def test_an_empty_book_says_what_to_do_and_a_number_that_is_typed_so_is_taken(
    clerk: AtWorks, found: tuple[SearchHit, ...]
) -> None:
    clerk.found.hits = found
    said = [spot.text for spot in texts_of(clerk.window) if spot.text.startswith("Quét nhãn kết quả")]

    clerk.ctrl("K")
    clerk.type(label(1))
    clerk.press(ENTER)

    assert said == ["Quét nhãn kết quả; không có máy quét: Ctrl+K, gõ số rồi Enter."]
    assert clerk.text("count") == "1 / 300"


def test_three_hundred_scans_without_a_pause_are_three_hundred_lines_each_once_and_none_is_drawn_anew(
    clerk: AtWorks, needs: FakeOneStop
) -> None:
    drawn: list[None] = []
    clerk.table().model().modelReset.connect(lambda: drawn.append(None))
    labels = [label(at) for at in range(300)]

    for each in labels:
        assert clerk.window.take_scan(each)
    clerk.settle()

    assert [text for what, text, _ in needs.asked[1:] if what == "take"] == labels
    assert clerk.text("count") == "300 / 300"
    assert clerk.rows()[0][2] == official(299)
    assert len({row[1] for row in clerk.rows()}) == 300
    assert drawn == []


def test_the_same_label_twice_is_heard_at_once_and_sent_once(clerk: AtWorks, needs: FakeOneStop) -> None:
    assert clerk.window.take_scan(label(1))

    with pytest.raises(DeskError, match=r"result\.already"):
        clerk.window.take_scan(label(1))  # while the first is under way
    clerk.settle()
    later = clerk.scan(label(1), official(1))

    assert later == ["result.already", "result.already"]
    assert [each for each in needs.asked if each[0] == "take"] == [("take", label(1), "")]
    assert clerk.text("count") == "1 / 300"


def test_a_wrong_result_is_said_in_words_and_heard_and_does_not_count(clerk: AtWorks) -> None:
    clerk.scan(label(1), label(905))

    assert "của cơ quan khác" in clerk.text("last_scan")
    assert "của cơ quan khác" in clerk.heard[-1]
    assert clerk.text("count") == "1 / 300"


def test_a_scan_that_could_not_be_written_says_so_and_can_be_repeated(
    clerk: AtWorks, needs: FakeOneStop
) -> None:
    needs.refusal = DeskError("disk.full")
    clerk.scan(label(1))
    told = clerk.text("last_scan")
    needs.refusal = None

    again = clerk.scan(label(1))

    assert "CHƯA ghi được" in told
    assert "CHƯA ghi được" in clerk.heard[-1]
    assert again == [""]
    assert clerk.text("count") == "1 / 300"


def test_what_lies_in_the_next_cover_counts_for_that_one_alone(clerk: AtWorks, needs: FakeOneStop) -> None:
    clerk.press(F8, Qt.Key.Key_3)
    said = clerk.text("kind")

    clerk.scan(label(1), label(2))

    assert said == "Bì tiếp theo: Phiếu từ chối"
    assert [each[2] for each in needs.asked if each[0] == "take"] == ["refusal", ""]
    assert [row[3] for row in clerk.rows()] == ["Kết quả", "Phiếu từ chối"]


def test_what_the_list_has_and_was_not_given_and_what_is_on_no_list_stand_in_the_book(
    clerk: AtWorks, needs: FakeOneStop
) -> None:
    clerk.scan(label(0), label(20))
    clerk.press(SPACE)  # the newest line, label 20, is on no list
    clerk.ctrl("L")
    missing = [row[0] for row in clerk.rows()]
    clerk.press(SPACE, F9)

    clerk.enter("Binh", "Chuyen vien")

    assert missing == [official(at) for at in range(1, 6)]
    assert needs.asked[-1] == (
        "close_book",
        BookEnd(BOOK, "Binh", "Chuyen vien", (official(1),), (label(20),)),
    )
    assert BOOK in clerk.said[-1]


def test_a_result_that_is_given_back_leaves_the_book_and_can_be_taken_again(
    clerk: AtWorks, needs: FakeOneStop
) -> None:
    clerk.scan(label(1), label(2))

    clerk.press(Qt.Key.Key_Delete, modifiers=CTRL)

    assert ("give_back", label(2)) in needs.asked
    assert clerk.text("count") == "1 / 300"
    assert [row[1][:10] for row in clerk.rows()] == ["BR 001 000"]
    assert clerk.scan(label(2)) == [""]


def test_a_book_that_was_left_goes_on_where_it_was(clerk: AtWorks, needs: FakeOneStop) -> None:
    clerk.scan(label(1), label(2))

    clerk.press(ESC)
    between = [row[2] for row in clerk.rows()]
    refused = clerk.scan(label(3))
    clerk.press(ENTER)

    assert "2 kết quả" in between
    assert refused == ["one_stop.no_book"]
    assert clerk.text("count") == "2 / 300"
    assert clerk.scan(label(1)) == ["result.already"]


def furthers(needs: FakeOneStop) -> list[tuple[object, ...]]:
    return [each for each in needs.asked if each[0] == "further"]


def test_a_further_result_of_a_case_in_the_book_is_taken_under_the_next_free_label(
    clerk: AtWorks, needs: FakeOneStop
) -> None:
    again = clerk.scan(label(1), official(1))
    asked = clerk.text("last_scan")

    clerk.scan(FREE, label(2))

    assert again == ["", "result.already"]
    assert "Kết quả khác của cùng hồ sơ? Quét nhãn mới" in asked
    assert furthers(needs) == [("further", FREE, local(1))]
    assert clerk.text("count") == "3 / 300"
    assert "Kết quả khác" not in clerk.text("last_scan")


def test_a_case_whose_result_came_on_another_day_is_asked_about_as_well(
    clerk: AtWorks, needs: FakeOneStop
) -> None:
    needs.out_already = {label(7)}

    clerk.scan(label(7))
    asked = clerk.text("last_scan")
    clerk.scan(FREE)

    assert "Kết quả khác của cùng hồ sơ? Quét nhãn mới" in asked
    assert furthers(needs) == [("further", FREE, local(7))]


def test_a_result_of_another_case_answers_the_question_with_no(clerk: AtWorks, needs: FakeOneStop) -> None:
    clerk.scan(label(1), label(1))

    clerk.scan(label(2), FREE)

    assert furthers(needs) == []
    assert clerk.text("count") == "2 / 300"


def test_esc_says_no_to_a_further_result_and_the_book_stays(clerk: AtWorks, needs: FakeOneStop) -> None:
    clerk.scan(label(1), label(1))

    clerk.press(ESC)
    told = clerk.text("last_scan")
    clerk.scan(FREE)

    assert told == ""
    assert furthers(needs) == []
    assert clerk.text("count") == "1 / 300"


def test_a_further_result_that_could_not_be_written_is_asked_for_again(
    clerk: AtWorks, needs: FakeOneStop
) -> None:
    clerk.scan(label(1), label(1))
    needs.refusal = DeskError("disk.full")
    clerk.scan(FREE)
    told = clerk.text("last_scan")
    needs.refusal = None

    clerk.scan(FREE)

    assert "CHƯA ghi được" in told
    assert "Quét nhãn mới" in told
    assert furthers(needs) == [("further", FREE, local(1))]


def test_the_whole_question_for_a_further_result_is_in_sight(clerk: AtWorks) -> None:
    clerk.window.resize(1280, 720)
    clerk.settle()

    clerk.scan(label(1), official(1))

    (shown,) = (each for each in clerk.window.findChildren(QLabel, "last_scan") if each.isVisible())
    assert shown.height() >= shown.heightForWidth(shown.width()) > 0


def test_letters_typed_in_the_list_leave_only_authorities_with_such_a_name_and_enter_takes_the_first(
    needs: FakeOneStop, at_works: Opener
) -> None:
    clerk = at_works(lambda jobs: OneStopPage(needs, jobs), Place.ONE_STOP)
    clerk.ctrl("2")
    hint = clerk.field("list_search").placeholderText()

    clerk.type("phap tu")
    found, said = [row[0] for row in clerk.rows()], clerk.text("list_count")
    clerk.press(ENTER)
    clerk.enter("12")

    assert "Gõ vài chữ trong tên cơ quan" in hint
    assert (found, said) == (["Sở Tư pháp tỉnh Lạng Sơn"], "1 / 3 cơ quan")
    assert needs.asked == [("open_book", JUSTICE, 12)]
    assert not clerk.sees("list_search")


def test_esc_shows_all_authorities_again(needs: FakeOneStop, at_works: Opener) -> None:
    clerk = at_works(lambda jobs: OneStopPage(needs, jobs), Place.ONE_STOP)
    clerk.ctrl("2")
    clerk.type("xyz")
    none = clerk.rows()

    clerk.press(ESC, ESC)

    assert none == []
    assert len(clerk.rows()) == 3
    assert clerk.field("list_search").text() == ""
