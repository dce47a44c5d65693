"""«Chờ duyệt» by keyboard and scanner alone: items are let go by somebody here, at a telephone, or by nobody; one is held back."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kt1desk.desktop.messages import say
from kt1desk.desktop.needs.approval import Alone, AtDesk, ByPhone
from kt1desk.desktop.widgets import FieldState
from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Act
from tests.support.desk_fakes import PASSWORD
from tests.support.dispatch_fakes import ALONE, ANSWER, APPROVER, QUESTION, REASONS, full, held
from tests.support.dispatch_page import DOWN, ENTER, ESC, F8, F9, SPACE, Clerk, Opener
from tests.support.keys import focus_name, type_text

FIRST, SECOND, THIRD = (held(at).item for at in range(3))


def test_chosen_items_are_let_go_by_a_second_person_here(at_dispatches: Opener) -> None:
    clerk = at_dispatches(full())

    clerk.press(SPACE)
    clerk.press(SPACE)
    clerk.press(ENTER)
    clerk.enter(APPROVER, PASSWORD)

    assert clerk.needs.approved == [((FIRST, SECOND), AtDesk(APPROVER, PASSWORD))]
    assert clerk.said == ["Đã duyệt 2 bưu gửi."]
    assert len(clerk.rows()) == 15
    assert focus_name() == "items"


def test_a_scan_chooses_the_item_and_goes_to_it(at_dispatches: Opener) -> None:
    clerk = at_dispatches(full())

    said = clerk.scan(THIRD, held(5).item)

    assert said == ["", ""]
    assert clerk.text("chosen_figure") == "2 bưu gửi"
    assert clerk.table().currentIndex().row() == 5


def test_an_item_that_does_not_wait_is_refused_with_its_reason(at_dispatches: Opener) -> None:
    clerk = at_dispatches(full())

    assert clerk.scan(held(99).item, "TUI00000012") == ["approval.not_waiting", "refused"]
    assert clerk.needs.approved == []


def test_what_must_leave_next_stands_first_with_a_word_and_a_sign(at_dispatches: Opener) -> None:
    clerk = at_dispatches(full())

    rows = clerk.rows()

    assert [row[2] for row in rows[:5]] == [
        "trễ 1 giờ",
        "trễ 30 phút",
        "đến hạn",
        "còn 30 phút",
        "còn 1 giờ",
    ]
    model = clerk.table().model()
    assert model.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole) == "trễ 1 giờ"
    assert model.index(3, 2).data(Qt.ItemDataRole.AccessibleTextRole) == "sắp trễ: còn 30 phút"
    assert not model.index(0, 2).data(Qt.ItemDataRole.DecorationRole).isNull()


def test_a_wrong_password_is_told_at_its_field_and_does_not_stay(at_dispatches: Opener) -> None:
    clerk = at_dispatches(full())

    clerk.press(ENTER)
    clerk.enter(APPROVER, "sai")

    assert clerk.needs.approved == []
    assert clerk.field("password").text() == ""
    assert clerk.field("password").state() is FieldState.ERROR
    assert clerk.text("problem") == say(DeskError("login.wrong_password", "password"))
    assert focus_name() == "password"


def test_nobody_approves_for_himself(at_dispatches: Opener) -> None:
    clerk = at_dispatches(full())

    clerk.press(ENTER)
    clerk.enter("lan", PASSWORD)

    assert clerk.needs.approved == []
    assert clerk.field("user").state() is FieldState.ERROR
    assert "khác người đang làm" in clerk.text("problem")


def test_after_any_refusal_no_password_stays_and_enter_in_the_name_only_goes_on_to_it(
    at_dispatches: Opener,
) -> None:
    clerk = at_dispatches(full())
    clerk.press(ENTER)
    clerk.enter("lan", PASSWORD)
    assert (focus_name(), clerk.field("password").text()) == ("user", "")

    type_text(APPROVER)
    clerk.press(ENTER)
    type_text(PASSWORD)
    clerk.field("user").setFocus()
    clerk.press(ENTER)

    assert (focus_name(), clerk.needs.approved) == ("password", [])
    clerk.press(ENTER)
    assert len(clerk.needs.approved) == 1


def test_f9_goes_to_what_lacks_and_approves_nothing_without_a_second_person(at_dispatches: Opener) -> None:
    clerk = at_dispatches(full())

    clerk.press(F9)

    assert (focus_name(), clerk.needs.approved) == ("user", [])


def test_eight_digits_are_read_out_in_groups_and_eight_come_back(at_dispatches: Opener) -> None:
    clerk = at_dispatches(full())
    clerk.press(SPACE)

    clerk.ctrl("M")
    type_text("2")
    clerk.enter("12")
    shown = clerk.text("digits")
    clerk.enter("hung", ANSWER)

    assert shown == f"{QUESTION[:4]} {QUESTION[4:]}"
    ((items, yes),) = clerk.needs.approved
    assert items == (FIRST,)
    assert isinstance(yes, ByPhone)
    assert (yes.question.device, yes.approver, yes.told) == (12, "hung", ANSWER)


def test_an_answer_over_the_telephone_holds_for_what_was_asked_alone(at_dispatches: Opener) -> None:
    clerk = at_dispatches(full())
    clerk.press(SPACE)
    clerk.ctrl("M")
    type_text("2")
    clerk.enter("12")

    clerk.scan(held(4).item)
    clerk.enter("hung", ANSWER)

    assert clerk.needs.approved == []
    assert focus_name() == "device"
    assert clerk.text("digits") == ""


def test_a_wrong_answer_is_told_at_its_field(at_dispatches: Opener) -> None:
    clerk = at_dispatches(full())
    clerk.ctrl("M")
    type_text("2")

    clerk.enter("12", "hung", "11112222")

    assert clerk.needs.approved == []
    assert focus_name() == "told"


def test_where_a_point_has_one_person_an_exception_has_a_coded_reason(at_dispatches: Opener) -> None:
    needs = full()
    needs.alone = ALONE
    clerk = at_dispatches(needs)

    clerk.ctrl("M")
    type_text("3")
    type_text("2")
    clerk.settle()

    assert clerk.needs.approved == [((FIRST,), Alone(ALONE[1].key))]


def test_where_others_work_there_is_no_exception(at_dispatches: Opener) -> None:
    clerk = at_dispatches(full())

    clerk.ctrl("M")
    type_text("3")

    assert not clerk.sees("alone")
    assert clerk.sees("at_desk")


def test_one_item_is_held_back_with_a_reason_and_a_second_person(at_dispatches: Opener) -> None:
    clerk = at_dispatches(full())
    clerk.press(DOWN)

    clerk.press(F8)
    type_text("2")
    clerk.enter(APPROVER, PASSWORD)

    assert clerk.needs.rejected == [(SECOND, REASONS[1].key, AtDesk(APPROVER, PASSWORD))]
    assert clerk.needs.approved == []
    assert len(clerk.rows()) == 16


def test_esc_takes_a_rejection_back_step_by_step(at_dispatches: Opener) -> None:
    clerk = at_dispatches(full())
    clerk.press(F8)
    type_text("1")

    clerk.press(ESC)
    clerk.press(ENTER)
    clerk.enter(APPROVER, PASSWORD)

    assert clerk.needs.rejected == []
    assert len(clerk.needs.approved) == 1


def test_two_items_are_not_held_back_at_once(at_dispatches: Opener) -> None:
    clerk = at_dispatches(full())
    clerk.press(SPACE)
    clerk.press(SPACE)

    clerk.press(F8)

    assert not clerk.sees("reason_card")
    assert "một dòng" in clerk.text("problem")


def test_a_scan_never_answers_a_question(at_dispatches: Opener) -> None:
    clerk = at_dispatches(full())
    clerk.press(F8)

    assert clerk.scan(SECOND) == ["refused"]
    assert clerk.sees("reason_card")


def _answer(clerk: Clerk) -> None:
    clerk.ctrl("G")
    clerk.enter("12", QUESTION)
    type_text("2")
    clerk.press(ENTER)
    clerk.enter("3")


def test_the_telephone_is_answered_with_eight_digits_in_groups(at_dispatches: Opener) -> None:
    clerk = at_dispatches(full())

    _answer(clerk)

    assert clerk.needs.answered == [(12, QUESTION, Act.APPROVE_DISPATCH, 3)]
    assert clerk.text("answer_digits") == f"{ANSWER[:4]} {ANSWER[4:]}"


def test_an_answer_does_not_stand_beside_another_question(at_dispatches: Opener) -> None:
    clerk = at_dispatches(full())
    _answer(clerk)

    type_text("9")

    assert clerk.text("answer_digits") == ""
