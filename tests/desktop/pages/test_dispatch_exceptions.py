"""«Ngoại lệ chờ xét» by keyboard alone: what was done without a second person is looked at, one by one, never by whoever did it."""

from __future__ import annotations

from typing import get_type_hints

from kt1desk.desktop.dispatch.exception_rows import WHAT
from kt1desk.desktop.messages import say
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import KNOWN
from kt1desk.services.wording_custody import STEPS
from tests.support.dispatch_fakes import full, held
from tests.support.dispatch_page import DOWN, ENTER, ESC, SPACE, Clerk, Opener
from tests.support.keys import focus_name, type_text
from tests.support.review_fakes import OUTCOMES, exceptional

FIRST, SECOND, OWN = (exceptional(at).row.event for at in range(3))


def _turned(at_dispatches: Opener) -> Clerk:
    clerk = at_dispatches(full())
    clerk.ctrl("L")
    return clerk


def test_how_many_wait_stands_at_the_work_and_ctrl_l_turns_to_them_and_back(at_dispatches: Opener) -> None:
    clerk = at_dispatches(full())
    told = clerk.text("exception_count")

    clerk.ctrl("L")
    turned, focus = clerk.rows(), focus_name()
    clerk.ctrl("L")

    assert told == "4 ngoại lệ chờ xét"
    assert (len(turned), focus) == (4, "exceptions")
    assert (len(clerk.rows()), focus_name()) == (17, "items")


def test_a_row_says_when_what_number_why_and_who(at_dispatches: Opener) -> None:
    clerk = _turned(at_dispatches)

    assert [row[1:] for row in clerk.rows()[:2]] == [
        ("Duyệt", "ME 473 125 002 VN", "Không liên lạc được người duyệt", "Hoàng Thúy Vi"),
        ("Gửi chuyến thư", "CT240000-261122-7-1", "Xe thư chạy, không kịp chờ duyệt", "Hoàng Thúy Vi"),
    ]


def test_enter_asks_for_the_outcome_and_a_digit_writes_it(at_dispatches: Opener) -> None:
    clerk = _turned(at_dispatches)
    clerk.press(DOWN)

    clerk.press(ENTER)
    type_text("2")
    clerk.settle()

    assert clerk.needs.reviewed == [(SECOND, OUTCOMES[1].key)]
    assert clerk.said == ["Đã ghi kết quả xét gửi chuyến thư CT240000-261122-7-1."]
    assert (len(clerk.rows()), focus_name()) == (3, "exceptions")
    clerk.press(ESC)
    assert clerk.text("exception_count") == "3 ngoại lệ chờ xét"


def test_arrows_and_enter_write_an_outcome_as_well(at_dispatches: Opener) -> None:
    clerk = _turned(at_dispatches)

    clerk.press(ENTER)
    clerk.press(DOWN)
    clerk.press(DOWN)
    clerk.press(ENTER)

    assert clerk.needs.reviewed == [(FIRST, OUTCOMES[1].key)]


def test_what_one_did_himself_is_not_asked_about_and_says_why(at_dispatches: Opener) -> None:
    clerk = _turned(at_dispatches)

    clerk.press(DOWN)
    others = clerk.sees("own_work")
    clerk.press(DOWN)
    clerk.press(ENTER)

    assert not others
    assert clerk.text("own_work") == say(DeskError("approval.review_own", "event"))
    assert not clerk.sees("reason_card")
    assert clerk.needs.reviewed == []


def test_one_that_was_looked_at_meanwhile_is_refused_with_its_reason(at_dispatches: Opener) -> None:
    clerk = _turned(at_dispatches)
    clerk.needs.gone = {FIRST}

    clerk.press(ENTER)
    type_text("1")
    clerk.settle()

    assert clerk.text("problem") == say(DeskError("approval.review_unknown", "event"))
    assert clerk.said == []


def test_esc_goes_back_from_the_question_to_the_list_and_from_it_to_what_waits(at_dispatches: Opener) -> None:
    clerk = _turned(at_dispatches)
    clerk.press(ENTER)

    clerk.press(ESC)
    listed = (clerk.sees("reason_card"), focus_name())
    clerk.press(ESC)

    assert listed == (False, "exceptions")
    assert focus_name() == "items"
    assert clerk.needs.reviewed == []


def test_keys_and_scans_of_approving_do_nothing_while_exceptions_are_shown(at_dispatches: Opener) -> None:
    clerk = _turned(at_dispatches)

    said = clerk.scan(held(2).item)
    clerk.press(SPACE)
    acts = clerk.page.keys()

    assert said == ["refused"]
    assert "F9" not in {act.key for act in acts}
    assert clerk.needs.approved == []


def test_everything_that_can_be_done_alone_has_words() -> None:
    custody = {kind: fact for kind, fact in KNOWN.items() if "item." in kind or "dispatch." in kind}
    alone = {kind for kind, fact in custody.items() if "manner" in get_type_hints(fact)}

    assert {kind.removeprefix("tthc.") for kind in alone} == set(WHAT)
    assert set(WHAT.values()) <= set(STEPS)
