"""Dossiers to their authority by keyboard and scanner alone: counted cover by cover, what differs in codes, one record at the end."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from kt1desk.desktop.navigation import Place
from kt1desk.desktop.pages.one_stop import OneStopPage
from kt1desk.domain.errors import DeskError
from kt1desk.services.handover_drafts import CountedCover, HandoverDraft
from tests.support.keys import focus_name
from tests.support.one_stop_fakes import FakeOneStop
from tests.support.one_stop_people import JUSTICE, local, number
from tests.support.screen_texts import texts_of
from tests.support.work_page import CTRL, DOWN, ENTER, ESC, F8, F9, SPACE, AtWorks, Opener

_1, _2, _3 = Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3
_T, _V = Qt.Key.Key_T, Qt.Key.Key_V
OFFICER = ("Hoang Van Binh", "Chuyen vien")


@pytest.fixture
def needs() -> FakeOneStop:
    return FakeOneStop.busy()


@pytest.fixture
def clerk(needs: FakeOneStop, at_works: Opener) -> AtWorks:
    """A clerk at «Giao cơ quan»."""
    return at_works(lambda jobs: OneStopPage(needs, jobs), Place.ONE_STOP)


def test_a_scan_chooses_the_authority_and_enter_confirms_everything_as_listed(
    clerk: AtWorks, needs: FakeOneStop
) -> None:
    taken = clerk.scan(number(0))
    sheet = (clerk.text("sheet_number"), focus_name(), clerk.field("documents").text())

    clerk.press(ENTER)

    assert taken == [""]
    assert sheet == ("BQ 001 000 007 VN", "papers", "5")
    assert clerk.text("figure") == "1 / 5 bì"
    assert clerk.rows()[0][4] == "đủ 5"


def test_all_covers_of_an_authority_are_handed_with_two_texts_and_what_differs(
    clerk: AtWorks, needs: FakeOneStop
) -> None:
    clerk.scan(number(0))
    clerk.press(ENTER)
    clerk.scan(number(1))
    clerk.press(DOWN, SPACE, _1, F8, ENTER)  # the second paper is missing, the seal is not whole

    clerk.press(F9)
    lacking = focus_name()
    clerk.enter(*OFFICER, "BL 77")

    assert lacking == "officer_name"
    assert needs.asked == [
        (
            "hand_over",
            HandoverDraft(
                JUSTICE,
                "Hoang Van Binh",
                "Chuyen vien",
                (
                    CountedCover(number(0), True, 5, (), True),
                    CountedCover(number(1), False, 4, (("2", "missing"),), True),
                ),
                (local(0),),
                "BL 77",
            ),
        )
    ]
    assert "GN240000-261122-7-1" in clerk.said[-1]
    assert needs.kept_drafts == ()


def test_t_marks_the_paper_at_hand_as_missing_and_no_letter_leads_to_another(
    clerk: AtWorks, needs: FakeOneStop
) -> None:
    clerk.scan(number(0))
    clerk.press(DOWN)

    clerk.press(_T, _V)  # «Tờ khai …» is the first paper, «Văn bản ủy quyền» the third
    here, marked = clerk.table("papers").currentIndex().row(), clerk.rows("papers")
    clerk.press(ENTER)

    assert here == 1
    assert [row[0].endswith("Thiếu giấy tờ") for row in marked] == [False, True, False, False, False]
    assert needs.kept_drafts[0].covers == (CountedCover(number(0), True, 4, (("2", "missing"),), True),)


def test_what_is_on_no_list_cannot_be_missing(clerk: AtWorks) -> None:
    clerk.scan(number(0))

    clerk.press(DOWN, DOWN, DOWN, DOWN, _T)

    assert clerk.table("papers").currentIndex().row() == 4
    assert clerk.text("confirm").startswith("Đúng như trên")


@pytest.mark.parametrize("keys", [(_T,), (SPACE, _3), (F8,), (Qt.Key.Key_Tab, _3)])
def test_with_a_difference_the_button_does_not_say_that_all_is_as_listed(
    clerk: AtWorks, keys: tuple[Qt.Key, ...]
) -> None:
    clerk.scan(number(0))
    before = clerk.text("confirm")

    clerk.press(*keys)

    assert before.startswith("Đúng như trên")
    assert clerk.text("confirm").startswith("Ghi có sai lệch")
    assert (clerk.text("papers_keys_key_1"), clerk.text("papers_keys_says_2")) == ("T", "khác danh mục")


@pytest.mark.parametrize(
    ("elsewhere", "words"),
    [
        ((), "Không có bì nào chờ giao."),
        (
            (("Bưu cục Chi Lăng", 2),),
            "Không có bì nào chờ giao; 2 bì chờ gửi sang điểm Bưu cục Chi Lăng: F4, bên Hồ sơ.",
        ),
        (
            (("Bưu cục Chi Lăng", 2), ("Bưu cục Cao Lộc", 1)),
            "Không có bì nào chờ giao; 3 bì chờ gửi sang điểm khác: F4, bên Hồ sơ.",
        ),
    ],
)
def test_an_empty_list_says_what_lies_here_for_authorities_of_other_points(
    at_works: Opener, elsewhere: tuple[tuple[str, int], ...], words: str
) -> None:
    needs = FakeOneStop(elsewhere=elsewhere)

    clerk = at_works(lambda jobs: OneStopPage(needs, jobs), Place.ONE_STOP)

    assert [spot.text for spot in texts_of(clerk.window) if spot.text.startswith("Không có bì")] == [words]


@pytest.mark.parametrize("keys", [lambda clerk: clerk.ctrl("1"), lambda clerk: clerk.go(Place.ONE_STOP)])
def test_the_key_of_the_work_and_of_the_place_lead_back_to_what_waits_to_be_handed_over(
    clerk: AtWorks, keys: Callable[[AtWorks], None]
) -> None:
    waiting = clerk.rows()
    clerk.ctrl("L")
    there = clerk.rows()

    keys(clerk)

    assert there != waiting
    assert clerk.rows() == waiting
    assert clerk.sees("hand_card")


def test_the_collected_money_stays_here_where_its_tick_is_taken_away(
    clerk: AtWorks, needs: FakeOneStop
) -> None:
    clerk.scan(number(0))
    clerk.ctrl("E")
    clerk.press(ENTER, F9)

    clerk.enter(*OFFICER)

    handed = needs.asked[0][1]
    assert isinstance(handed, HandoverDraft)
    assert (handed.fees, handed.fee_reference) == ((), "")


def test_what_was_counted_is_there_again_after_a_restart(
    clerk: AtWorks, needs: FakeOneStop, at_works: Opener
) -> None:
    clerk.scan(number(0))
    clerk.press(ENTER)
    clerk.press(F9)
    clerk.type("Binh")
    clerk.window.close()

    again = at_works(lambda jobs: OneStopPage(needs, jobs), Place.ONE_STOP)
    tallies = [row[3] for row in again.rows()]
    again.scan(number(1))
    again.press(ENTER)

    assert tallies == ["", "1", "", ""]
    assert again.text("figure") == "2 / 5 bì"
    assert again.field("officer_name").text() == "Binh"


def test_another_label_does_not_end_a_count_and_one_of_another_authority_is_refused(
    clerk: AtWorks, needs: FakeOneStop
) -> None:
    clerk.scan(number(0))

    refused = clerk.scan(number(1))
    clerk.press(ENTER)
    elsewhere = clerk.scan(number(20), number(99))

    assert refused == ["one_stop.count_first"]
    assert elsewhere == ["handover.other_authority", "one_stop.not_ready"]
    assert clerk.text("figure") == "1 / 5 bì"


def test_esc_leaves_the_count_then_the_authority_and_loses_no_count(
    clerk: AtWorks, needs: FakeOneStop
) -> None:
    clerk.scan(number(0))
    clerk.press(ENTER)
    clerk.scan(number(1))

    clerk.press(ESC)
    at_covers = clerk.sees("sheet_card"), clerk.text("list_title")
    clerk.press(ESC)

    assert at_covers == (False, "Sở Tư pháp tỉnh Lạng Sơn")
    assert clerk.rows()[1][3] == "1"
    assert [each.covers[0].item for each in needs.kept_drafts] == [number(0)]


def test_a_count_is_taken_back_by_its_key(clerk: AtWorks, needs: FakeOneStop) -> None:
    clerk.scan(number(0))
    clerk.press(ENTER)

    clerk.press(Qt.Key.Key_Delete, modifiers=CTRL)

    assert clerk.text("figure") == "0 / 5 bì"
    assert needs.kept_drafts == ()


def test_a_cover_that_is_hindered_says_why_and_opens_no_count(clerk: AtWorks) -> None:
    clerk.scan(number(3))

    assert "tủ khóa K9" in clerk.text("problem")
    assert not clerk.sees("sheet_card")


def test_a_label_without_data_is_counted_by_hand_and_may_be_for_any_authority(
    clerk: AtWorks, needs: FakeOneStop
) -> None:
    refused = clerk.scan(number(40))
    clerk.scan(number(0))
    clerk.press(ENTER)
    clerk.scan(number(40))
    clerk.press(ENTER)
    at = focus_name()

    clerk.enter("3")

    assert refused == ["one_stop.choose_authority"]
    assert at == "documents"
    assert clerk.text("figure") == "2 / 5 bì"


def test_a_refusal_stands_at_its_input_and_nothing_typed_is_lost(clerk: AtWorks, needs: FakeOneStop) -> None:
    needs.refusal = DeskError("text.empty", "officer_position")
    clerk.scan(number(1))
    clerk.press(ENTER, F9)

    clerk.enter(*OFFICER)

    assert focus_name() == "officer_position"
    assert clerk.field("officer_name").text() == "Hoang Van Binh"
    assert clerk.text("figure") == "1 / 5 bì"
