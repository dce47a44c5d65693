"""What must be done next, done by keyboard alone: told, printed, enclosed, brought, or gone to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from kt1desk.desktop.navigation import Going, Place, tasks_about
from kt1desk.desktop.needs.one_stop_duties import TaskAct
from kt1desk.desktop.pages.one_stop import OneStopPage
from kt1desk.domain.dossier import DossierPayment, PaperLine
from kt1desk.domain.errors import DeskError
from kt1desk.services.supplement_rules import SupplementDraft
from tests.support.care_fakes import COMPLAINT, code, dossier
from tests.support.duty_fakes import HOLIDAY, WANTED
from tests.support.keys import focus_name
from tests.support.one_stop_fakes import FakeOneStop
from tests.support.work_page import DOWN, ENTER, ESC, F8, F9, SPACE, AtWorks, Opener

_1, _2, _3, _K = Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_K


@pytest.fixture
def needs() -> FakeOneStop:
    return FakeOneStop.busy()


@pytest.fixture
def went() -> list[object]:
    """Where the page wanted to go."""
    return []


@pytest.fixture
def clerk(needs: FakeOneStop, at_works: Opener, went: list[object]) -> AtWorks:
    """A clerk at «Việc cần làm»."""
    made = at_works(lambda jobs: OneStopPage(needs, jobs), Place.ONE_STOP)
    made.page.going.connect(went.append)
    made.ctrl("4")
    return made


def test_each_task_says_its_day_in_words_beside_the_colour(clerk: AtWorks) -> None:
    words = [row[1] for row in clerk.rows()[:6]]

    assert words == ["quá hạn", "quá hạn", "hôm nay", "sắp đến hạn", "quá hạn", "trước hạn"]


def test_what_a_line_may_have_no_room_for_stands_beside(clerk: AtWorks) -> None:
    labels = clerk.window.findChildren(QLabel, "subject_what")

    (shown,) = (label.text() for label in labels if label.isVisible())
    assert shown == "Hỏi cơ quan kết quả: quá hẹn 3 ngày làm việc (ngày hẹn của cơ quan)"


def test_days_off_that_are_not_known_stand_above_the_list(clerk: AtWorks) -> None:
    label = clerk.window.findChild(QLabel, "holiday")

    assert label is not None
    assert label.isVisible()
    assert label.text() == HOLIDAY


def test_an_applicant_is_told_with_four_keys_and_the_time_is_now(clerk: AtWorks, needs: FakeOneStop) -> None:
    clerk.press(DOWN)

    clerk.press(ENTER, _1, _2, ENTER)

    assert needs.did == [("tell", dossier(2), "message", 0)]
    assert code(2) in clerk.said[-1]
    assert focus_name() == "items"


def test_a_time_that_is_none_is_said_at_its_input(clerk: AtWorks, needs: FakeOneStop) -> None:
    clerk.press(DOWN, ENTER, _1, _1)
    clerk.type("hom qua")

    clerk.press(F9)

    assert needs.did == []
    assert clerk.note("told") == "Gõ giờ như 14:52 hoặc 14:52 22/11."


def test_the_notice_is_printed_from_its_task(clerk: AtWorks, needs: FakeOneStop) -> None:
    clerk.press(DOWN, ENTER, _2)

    assert needs.did == [("print_notice", dossier(2))]


def test_a_task_with_one_way_only_is_begun_without_a_question(clerk: AtWorks, went: list[object]) -> None:
    clerk.press(ENTER)

    assert went == [Going(Place.RECORD, dossier(1))]


def test_a_slip_goes_back_in_a_cover_of_its_own(clerk: AtWorks, needs: FakeOneStop) -> None:
    clerk.press(DOWN, DOWN, ENTER, _1)

    clerk.press(F9)

    assert needs.did == [("enclose_slip", dossier(3), 1, "")]
    assert "nhãn đang in" in clerk.said[-1]


def test_what_is_brought_is_ticked_counted_weighed_and_sealed_by_keys_and_scans(
    clerk: AtWorks, needs: FakeOneStop
) -> None:
    clerk.press(DOWN, DOWN, DOWN, ENTER, _1)
    clerk.press(SPACE, _K, DOWN, _2, ENTER)
    at = focus_name()
    clerk.enter("80")
    clerk.scan("NP0012345")

    clerk.press(F8, F9)

    papers = (
        PaperLine("3", WANTED[0].line.name, certified=1),
        PaperLine("1", WANTED[1].line.name, originals=2),
    )
    assert at == "weight"
    assert needs.did == [
        (
            "take_supplement",
            SupplementDraft(dossier(4), papers, 80, "NP0012345", "", DossierPayment.TRANSFER),
        )
    ]


def test_the_price_stands_below_while_it_is_entered(clerk: AtWorks) -> None:
    clerk.press(DOWN, DOWN, DOWN, ENTER, _1, SPACE, ENTER)

    clerk.type("80")

    assert clerk.text("price") == "Cước 25.500 đ · tiền mặt"


def test_esc_goes_back_and_what_was_typed_is_there_again(clerk: AtWorks) -> None:
    clerk.press(DOWN, DOWN, ENTER, _1)
    clerk.type("BQ00100077")
    clerk.press(ESC)
    at = focus_name()

    clerk.press(ENTER, _1)

    assert at == "items"
    assert clerk.field("number").text() == "BQ00100077"


def test_money_and_complaints_are_gone_to_in_their_own_work(clerk: AtWorks, went: list[object]) -> None:
    clerk.press(DOWN, DOWN, DOWN, DOWN, ENTER)
    clerk.ctrl("4")
    clerk.press(DOWN, ENTER)

    assert went == [Going(Place.ONE_STOP, "fees:LS-STP"), Going(Place.ONE_STOP, f"complaints:{COMPLAINT}")]


def test_a_scanned_slip_begins_the_task_of_its_case(clerk: AtWorks) -> None:
    taken = clerk.scan(code(2))

    assert taken == [""]
    assert clerk.text("reason_title") == "Làm gì?"
    assert clerk.text("subject_number") == code(2)


def test_a_case_without_a_task_is_refused_with_words(clerk: AtWorks) -> None:
    assert clerk.scan("H37.12-261120-0999") == ["one_stop.no_task"]


def test_a_refusal_stands_at_its_input_and_what_was_typed_stays(clerk: AtWorks, needs: FakeOneStop) -> None:
    clerk.press(DOWN, ENTER, _1, _1)
    clerk.type("14:00")
    needs.duty_refusal = DeskError("decision.told_time", "told")

    clerk.press(ENTER)

    assert clerk.field("told").text() == "14:00"
    assert "Xem bên dưới" in clerk.note("told")
    assert "Ghi lại giờ đã báo" in clerk.text("problem")


def test_whoever_comes_for_a_case_finds_its_task_begun(clerk: AtWorks, needs: FakeOneStop) -> None:
    wanted = next(line.task.dossier for line in needs.tasks().lines if line.acts[0] is TaskAct.BRING)
    clerk.window.go(Place.TODAY)

    clerk.window.go(Place.ONE_STOP, tasks_about(wanted))
    clerk.settle()

    clerk.press(_1)
    assert clerk.text("form_title") == "Giấy tờ bổ sung"


def test_a_case_with_no_task_is_said_to_have_none(clerk: AtWorks) -> None:
    clerk.window.go(Place.ONE_STOP, tasks_about("240000-261122-0-999"))
    clerk.settle()

    assert "240000-261122-0-999" in clerk.text("problem")
