"""What an authority said is copied by keyboard and scanner alone: codes, days, what it asks for, its refusals."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kt1desk.desktop.navigation import Place
from kt1desk.desktop.pages.one_stop import OneStopPage
from kt1desk.domain.case import Outcome
from kt1desk.services.decision_drafts import DecisionDraft, RegisterDraft
from kt1desk.services.rows import SearchHit
from tests.support.keys import focus_name
from tests.support.one_stop_fakes import FakeOneStop
from tests.support.one_stop_people import case_line, local, official
from tests.support.work_page import DOWN, ENTER, F9, SPACE, AtWorks, Opener

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


def test_the_code_on_the_slip_is_scanned_and_its_day_typed(clerk: AtWorks, needs: FakeOneStop) -> None:
    clerk.ctrl("L")
    clerk.press(DOWN, ENTER, _1)
    at = focus_name()

    clerk.scan("H37.12-261120-0777")
    clerk.enter("4/12/2026")
    clerk.press(SPACE, ENTER)

    assert at == "official"
    assert needs.asked == [
        ("register", RegisterDraft(local(2), "H37.12-261120-0777", "2026-11-22", "2026-12-04", True))
    ]


def test_a_supplement_names_reason_paper_last_day_and_what_must_be_brought(
    clerk: AtWorks, needs: FakeOneStop
) -> None:
    clerk.ctrl("L")
    clerk.scan(official(1))

    clerk.press(_2, _3)
    clerk.enter("128/TB", "05/12/2026")
    at = focus_name()
    clerk.press(DOWN, SPACE, ENTER)

    assert at == "asked"
    assert needs.asked == [
        (
            "decide",
            DecisionDraft(
                local(1), Outcome.SUPPLEMENT, "128/TB", "2026-11-22", "data_differs", ("2",), "2026-12-05"
            ),
        )
    ]


@pytest.mark.parametrize(
    ("printed", "words"),
    [((41,), "thông báo đang in."), ((), "điểm nhận hồ sơ báo người nộp.")],
    ids=["accepted here", "accepted elsewhere"],
)
def test_a_notice_is_said_to_be_printed_only_where_it_is(
    clerk: AtWorks, needs: FakeOneStop, printed: tuple[int, ...], words: str
) -> None:
    needs.notice_jobs = printed
    clerk.ctrl("L")
    clerk.scan(official(1))
    clerk.press(_2, _3)
    clerk.enter("128/TB", "05/12/2026")

    clerk.press(DOWN, SPACE, ENTER)

    assert clerk.said[-1].endswith(f"», {words}")


def test_an_extension_wants_its_new_day(clerk: AtWorks, needs: FakeOneStop) -> None:
    clerk.ctrl("L")
    clerk.press(ENTER, Qt.Key.Key_5, _1)
    clerk.enter("9/GH")

    clerk.press(F9)

    assert needs.asked == []
    assert focus_name() == "day"
    assert clerk.note("day") == "Gõ ngày như 04/12/2026."


def test_a_case_that_no_authority_has_is_refused_by_its_scan(clerk: AtWorks) -> None:
    clerk.ctrl("L")

    clerk.scan("H37.12-261120-0999")

    assert "Không có hồ sơ H37.12-261120-0999 đang ở cơ quan" in clerk.heard[-1]
    assert not clerk.sees("official")


def test_a_list_that_has_no_room_for_all_says_so_and_any_other_case_is_opened_by_its_number(
    clerk: AtWorks, needs: FakeOneStop
) -> None:
    needs.unlisted = (case_line(700),)
    clerk.found.hits = (SearchHit("dossier", local(700), "", ""),)
    clerk.ctrl("L")
    said = clerk.text("list_count")

    clerk.ctrl("K")
    clerk.type(local(700))
    clerk.press(ENTER, _1)
    clerk.enter("H37.12-261120-0778", "4/12/2026")
    clerk.press(F9)

    assert said.startswith("16 gần hạn nhất trong 17 hồ sơ")
    assert needs.asked == [
        ("register", RegisterDraft(local(700), "H37.12-261120-0778", "2026-11-22", "2026-12-04"))
    ]
