"""«Người dùng» by keys alone: who is shown to whom, what each act asks, what is refused and where it is said."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kt1desk.desktop.admin.users_page import UsersPage
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.needs.users import Passwords, UserForm
from kt1desk.desktop.pages.admin import AdminPage
from kt1desk.domain.errors import DeskError
from kt1desk.services.wording import sentence
from tests.support.user_fakes import FROM_CENTRE, PEOPLE, FakeUsers, NotManaging
from tests.support.work_page import CTRL, DELETE, DOWN, ENTER, ESC, F9, AtWorks, Opener

At = Callable[[FakeUsers], AtWorks]
NEW, OWN = "dong-suoi-15", "cua-chinh-minh"


@pytest.fixture
def at(at_works: Opener) -> At:
    return lambda needs: at_works(lambda jobs: AdminPage({"Người dùng": UsersPage(needs, jobs)}), Place.ADMIN)


def test_everybody_stands_with_what_he_is_and_whoever_is_at_hand_stands_whole_beside(at: At) -> None:
    chief = at(FakeUsers())

    chief.press(DOWN, DOWN)

    assert [row[0] for row in chief.rows("users")] == [line.user for line in PEOPLE]
    assert chief.rows("users")[3] == ("minh.nong", "Nông Văn Minh", "Giao dịch viên", "—", "chưa có mật khẩu")
    assert chief.text("list_count") == "5 người, 1 đã thôi"
    assert (chief.text("name"), chief.text("cleared")) == ("Lương Minh Đức", "không làm KT1")
    assert chief.text("advice") == PEOPLE[2].advice
    assert chief.text("centre") == FROM_CENTRE


def test_a_new_user_gets_his_roles_and_a_password_by_enter_alone(at: At) -> None:
    needs = FakeUsers()
    chief = at(needs)

    chief.ctrl("N")
    chief.type("Vi Thanh Thuy")
    chief.press(ENTER)
    chief.type("thuy.vi")
    chief.press(ENTER)
    chief.type("122")  # the second 2 takes the role away again
    chief.press(ENTER)
    for typed in (NEW, NEW, OWN):
        chief.type(typed)
        chief.press(ENTER)

    form = UserForm("thuy.vi", "Vi Thanh Thuy", ("clerk",))
    assert needs.done == [("enrol", form, Passwords(NEW, OWN))]
    assert chief.said[-1] == "Đã thêm thuy.vi."


def test_two_passwords_that_differ_are_no_password(at: At) -> None:
    needs = FakeUsers()
    chief = at(needs)

    chief.ctrl("M")
    for typed in (NEW, f"{NEW}6", OWN):
        chief.type(typed)
        chief.press(ENTER)

    assert needs.done == []
    assert chief.text("again_note") == "Hai lần gõ không giống nhau. Gõ lại."


def test_a_refusal_stands_at_its_input_and_leaves_no_password_to_send_again(at: At) -> None:
    needs = FakeUsers(refusal=DeskError("login.wrong_password", "own"))
    chief = at(needs)

    chief.ctrl("M")
    for typed in (NEW, NEW, OWN):
        chief.type(typed)
        chief.press(ENTER)
    said = chief.text("own_note")
    needs.refusal = None
    chief.press(F9)

    assert said == sentence(DeskError("login.wrong_password", "own"))
    assert needs.done == []
    assert chief.text("password_note") == "Gõ mật khẩu."


def test_whoever_is_to_go_goes_after_a_reason_and_a_second_question(at: At) -> None:
    needs = FakeUsers()
    chief = at(needs)
    chief.press(DOWN)

    chief.press(DELETE, modifiers=CTRL)
    chief.press(F9)
    lacking = chief.text("why_note")
    chief.type("3")
    chief.press(F9)
    asked, before = chief.text("sure"), list(needs.done)
    chief.press(F9)

    assert lacking == "Chọn vì sao thôi."
    assert (asked.startswith("F9 lần nữa"), before) == (True, [])
    assert needs.done == [("revoke", "ha.hoang", "suspended")]


def test_esc_takes_the_question_back_first_and_then_the_form(at: At) -> None:
    needs = FakeUsers()
    chief = at(needs)
    chief.press(DELETE, modifiers=CTRL)
    chief.type("1")
    chief.press(F9, ESC)
    still = chief.sees("why")

    chief.press(ESC)

    assert (still, chief.sees("why"), chief.sees("users")) == (True, False, True)
    assert needs.done == []


def test_whoever_is_gone_comes_back_by_his_roles_and_gets_no_password_before(at: At) -> None:
    needs = FakeUsers()
    chief = at(needs)
    chief.press(*[DOWN] * 5)

    chief.ctrl("M")
    said = chief.said[-1]
    chief.ctrl("E")
    chief.press(F9)

    assert said == "tuan.vi đã thôi. Ctrl+E cho làm lại trước."
    assert needs.done == [("roles", "tuan.vi", ("clerk",))]


def test_whoever_does_not_manage_users_sees_nobody_and_is_told_why(at: At) -> None:
    clerk = at(NotManaging())

    clerk.ctrl("N")

    assert clerk.text("problem") == sentence(DeskError("user.not_allowed", "user", act="manage_users"))
    assert (clerk.sees("users"), clerk.sees("make"), clerk.sees("ask_card")) == (False, False, False)
