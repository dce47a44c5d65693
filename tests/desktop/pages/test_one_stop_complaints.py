"""Complaints by keyboard alone: taken for a case found by any number, answered with an outcome, a way and a compensation by rule."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kt1desk.desktop.navigation import Place
from kt1desk.desktop.pages.one_stop import OneStopPage
from kt1desk.domain.errors import DeskError
from kt1desk.services.complaints import AnswerDraft, ComplaintDraft
from tests.support.care_fakes import COMPLAINT, code, dossier
from tests.support.keys import focus_name
from tests.support.one_stop_fakes import FakeOneStop
from tests.support.work_page import ENTER, ESC, F8, F9, AtWorks, Opener

_1, _2, _4 = Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_4


@pytest.fixture
def needs() -> FakeOneStop:
    return FakeOneStop.busy()


@pytest.fixture
def clerk(needs: FakeOneStop, at_works: Opener) -> AtWorks:
    """A clerk at «Khiếu nại»."""
    made = at_works(lambda jobs: OneStopPage(needs, jobs), Place.ONE_STOP)
    made.ctrl("6")
    return made


def test_a_complaint_is_taken_for_the_case_of_any_number(clerk: AtWorks, needs: FakeOneStop) -> None:
    clerk.press(F8)
    clerk.enter(dossier(1))
    found = clerk.text("subject_number")

    clerk.press(_1, _1)
    clerk.enter("Loc Thi Ha", "0912345678", "")
    clerk.press(F9)

    assert found == code(1)
    assert needs.did == [
        (
            "open_complaint",
            ComplaintDraft(dossier(1), "late", "applicant", "Loc Thi Ha", "0912345678", "2026-11-22"),
        )
    ]
    assert "trả lời trước hết 20/01/2027" in clerk.said[-1]


def test_a_scan_begins_a_complaint_about_its_case(clerk: AtWorks) -> None:
    clerk.scan(code(1))

    assert clerk.text("reason_title") == "Ai khiếu nại?"


def test_an_answer_shows_the_compensation_with_its_rule_and_f9_prints(
    clerk: AtWorks, needs: FakeOneStop
) -> None:
    clerk.press(ENTER, _2)
    offered = clerk.text("reason_text"), clerk.rows("reasons")

    clerk.press(_2, _1, F9)

    assert "NĐ 47/2011/NĐ-CP, Điều 25" in offered[0]
    assert offered[1][1] == ("2", "Bồi thường 102.000 đ")
    assert needs.did == [
        ("answer_complaint", AnswerDraft(COMPLAINT, "justified_compensated", "telephone", compensates=True))
    ]
    assert "Bồi thường 102.000 đ" in clerk.said[-1]


def test_where_nothing_is_to_be_paid_back_nobody_is_asked(clerk: AtWorks, needs: FakeOneStop) -> None:
    needs.compensation_dong = 0

    clerk.press(ENTER, _4, _1, F9)

    assert needs.did == [("answer_complaint", AnswerDraft(COMPLAINT, "not_ours", "telephone"))]


def test_enter_does_not_answer_by_accident(clerk: AtWorks, needs: FakeOneStop) -> None:
    clerk.press(ENTER, _2, _1, _1)

    clerk.press(ENTER, ENTER)

    assert needs.did == []


def test_a_case_that_nobody_knows_is_said_at_its_number(clerk: AtWorks, needs: FakeOneStop) -> None:
    clerk.press(F8)
    needs.duty_refusal = DeskError("case.unknown", "dossier", number="12")

    clerk.enter("12")

    assert focus_name() == "dossier"
    assert clerk.note("dossier") == "Xem bên dưới."
    assert "12" in clerk.text("problem")


def test_esc_keeps_what_was_typed_of_a_complaint(clerk: AtWorks) -> None:
    clerk.press(F8)
    clerk.enter(dossier(1))
    clerk.press(_1, _1)
    clerk.enter("Loc Thi Ha")

    clerk.press(ESC, F8)
    clerk.enter(dossier(1))
    clerk.press(_1, _1)

    assert clerk.field("name").text() == "Loc Thi Ha"


def test_the_place_is_entered_for_one_complaint(clerk: AtWorks) -> None:
    clerk.window.go(Place.ONE_STOP, "complaints:KN240000-261122-7-2")
    clerk.settle()

    assert clerk.text("subject_number") == "KN240000-261122-7-2"
