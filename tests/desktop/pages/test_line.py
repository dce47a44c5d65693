"""«Liên lạc» by keys alone: what it shows, what the administrator does, what is refused, and what whom is offered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kt1desk.desktop.navigation import Place
from kt1desk.desktop.needs import Tone
from kt1desk.desktop.needs.line import LineActs
from kt1desk.desktop.pages.line import LinePage
from kt1desk.domain.errors import DeskError
from kt1desk.services.wording import sentence
from tests.support.line_fakes import ADMINISTRATOR, CLERK_VIEW, OFFLINE_VIEW, FakeLine, administrators
from tests.support.work_page import CTRL, DELETE, DOWN, ENTER, ESC, F8, F9, AtWorks, Opener

At = Callable[[FakeLine], AtWorks]


@pytest.fixture
def at(at_works: Opener) -> At:
    return lambda needs: at_works(lambda jobs: LinePage(needs, jobs), Place.LINE)


def test_both_journals_stand_with_their_ways_and_what_waits(at: At) -> None:
    clerk = at(FakeLine())

    assert clerk.rows("streams") == [
        ("Sổ KT1", "chưa có văn bản", "được", "tệp bàn cấm", "—", "—"),
        ("Sổ quầy", "được", "được", "được", "17", "14:02"),
    ]
    assert clerk.text("link") == "Đang nối · 14:50"
    assert clerk.text("good") == "14:50, thư số 412"
    assert clerk.text("siblings").splitlines() == ["Bàn 8: thấy lúc 14:51", "Bàn 11: im từ 09:12"]


def test_what_came_in_stands_newest_first_and_a_refusal_says_why_below(at: At) -> None:
    clerk = at(FakeLine())
    assert clerk.rows("came")[0] == ("14:50", "Mạng", "Chuyến thư gửi đi 241240-2026-118", "Đã nhận")
    assert not clerk.sees("why")

    clerk.press(DOWN)

    assert clerk.text("why") == CLERK_VIEW.came[1].why


def test_what_stands_still_is_said_with_what_to_do(at: At) -> None:
    clerk = at(FakeLine(OFFLINE_VIEW))

    assert clerk.text("problems") == sentence(DeskError("line.unreachable"))
    assert clerk.text("folder_trouble") == sentence(DeskError("near.read_only"))
    assert clerk.text("program") == "0.1.0, cần 0.2.0"


def test_f8_exchanges_at_once_and_waits_for_nothing(at: At) -> None:
    needs = FakeLine()
    clerk = at(needs)

    clerk.press(F8)

    assert needs.done == [("hurry",)]
    assert clerk.said == ["Đang gửi nhận."]


def test_what_changed_meanwhile_is_read_while_the_page_is_in_front(at: At) -> None:
    needs = FakeLine()
    clerk = at(needs)
    needs.view = replace(
        needs.view, about=replace(needs.view.about, link="Ngoại tuyến từ 14:53", tone=Tone.WARN)
    )

    assert isinstance(clerk.page, LinePage)
    clerk.page.line_changed()
    clerk.settle()

    assert clerk.text("link") == "Ngoại tuyến từ 14:53"


def test_a_clerk_is_offered_nothing_of_the_administrator(at: At) -> None:
    needs = FakeLine()
    clerk = at(needs)

    clerk.ctrl("O")
    clerk.ctrl("N")
    clerk.ctrl("G")
    clerk.press(DELETE, modifiers=CTRL)

    assert not clerk.sees("ask_card")
    assert [clerk.sees(name) for name in ("hurry", "approve", "join", "share", "leave")] == [
        True,
        *[False] * 4,
    ]
    assert needs.done == []


def test_whoever_may_nothing_has_no_key_that_does_anything(at: At) -> None:
    needs = FakeLine(replace(CLERK_VIEW, acts=LineActs()))
    clerk = at(needs)

    clerk.press(F8)

    offered = clerk.page.keys()
    assert needs.done == []
    assert {key.key for key in offered} == {"Ctrl+L", "Ctrl+R"}


def test_the_line_of_kt1_is_opened_by_number_day_and_a_second_enter(at: At) -> None:
    needs = administrators()
    clerk = at(needs)

    clerk.ctrl("O")
    clerk.enter("12/BDT", "20/11/2026")
    asked = clerk.text("sure")
    before = list(needs.done)
    clerk.press(ENTER)

    assert "lần nữa" in asked
    assert before == []
    assert needs.done == [("allow", "12/BDT", "2026-11-20")]
    assert clerk.text("approval") == "Theo văn bản 12/BĐT ngày 20/11/2026, từ 08:15."
    assert clerk.text("saved") == "Đã cho KT1 đi qua mạng."
    assert clerk.text("approve").startswith("Thôi cho KT1 qua mạng")


def test_what_is_changed_after_the_question_is_asked_for_again(at: At) -> None:
    needs = administrators()
    clerk = at(needs)
    clerk.ctrl("O")
    clerk.enter("12/BDT", "20/11/2026")

    clerk.press(Qt.Key.Key_Backspace)

    assert not clerk.sees("sure")
    assert needs.done == []


@pytest.mark.parametrize(
    ("typed", "name", "says"),
    [
        ((), "approval", "Gõ số ký hiệu trên văn bản cho phép."),
        (("12/BDT",), "day", "Gõ ngày văn bản như 04/12/2026."),
        (("12/BDT", "31/11/2026"), "day", "Gõ ngày văn bản như 04/12/2026."),
    ],
)
def test_what_lacks_is_said_under_its_input(at: At, typed: tuple[str, ...], name: str, says: str) -> None:
    needs = administrators()
    clerk = at(needs)

    clerk.ctrl("O")
    clerk.enter(*typed)
    clerk.press(F9)

    assert clerk.note(name) == says
    assert QApplication.focusWidget() is clerk.field(name)
    assert needs.done == []


def test_a_refusal_stands_at_its_input_and_what_was_typed_stays(at: At) -> None:
    error = DeskError("line.approval_number", "approval")
    needs = administrators()
    needs.refuses["allow"] = error
    clerk = at(needs)

    clerk.ctrl("O")
    clerk.enter("giay", "20/11/2026", "")

    assert clerk.note("approval") == sentence(error)
    assert clerk.field("approval").text() == "giay"
    assert clerk.field("day").text() == "20/11/2026"


def test_the_line_of_kt1_is_shut_for_one_of_four_reasons_by_its_number(at: At) -> None:
    needs = FakeLine(replace(CLERK_VIEW, acts=replace(ADMINISTRATOR, allow=False, shut=True)))
    clerk = at(needs)

    clerk.ctrl("O")
    clerk.press(Qt.Key.Key_1)
    clerk.press(Qt.Key.Key_3)
    clerk.press(F9, F9)

    assert needs.done == [("shut", "unsafe")]


def test_a_line_file_is_brought_in_with_its_code_and_without_a_desk_file(at: At) -> None:
    needs = administrators()
    clerk = at(needs)

    clerk.ctrl("N")
    clerk.enter("/usb/ban-7.kt1line", "K7QD-2M4X", "")
    clerk.press(ENTER)

    assert needs.done == [("join", "/usb/ban-7.kt1line", "K7QD-2M4X", "")]
    clerk.ctrl("N")
    assert clerk.field("code").text() == ""


def test_the_folder_is_chosen_and_an_empty_one_is_none(at: At) -> None:
    needs = administrators()
    clerk = at(needs)

    clerk.ctrl("G")
    was = clerk.field("folder").text()
    clerk.field("folder").selectAll()
    clerk.press(DELETE)
    clerk.press(ENTER, ENTER)

    assert was == CLERK_VIEW.near.folder
    assert needs.done == [("share", "")]


def test_leaving_asks_first_and_esc_leaves_everything_as_it_is(at: At) -> None:
    needs = administrators()
    clerk = at(needs)

    clerk.press(DELETE, modifiers=CTRL)
    asked = clerk.text("sure")
    clerk.press(ESC, ESC)
    after = clerk.sees("ask_card")
    clerk.press(DELETE, modifiers=CTRL)
    clerk.press(ENTER)

    assert "bỏ đường mạng" in asked
    assert not after
    assert needs.done == [("leave",)]
