"""Approval of items: who approves what, in which state, and the telephone with its eight digits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.domain.approval import TRIES
from kt1desk.domain.events import EventId, Stream
from kt1desk.domain.facts import RemoteGranted
from kt1desk.domain.kt1 import Secrecy, Urgency
from kt1desk.domain.permissions import Act
from kt1desk.services.approvals import Approvals
from kt1desk.services.confirming import Confirmed
from tests.support.points import CENTRE, COMMUNE, PASSWORD, PointDesk, point_desk
from tests.support.reversals import WITHDRAWN, refusal


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[PointDesk]:
    with point_desk(tmp_path, CENTRE, 1) as made:
        yield made


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[PointDesk]:
    with point_desk(tmp_path, COMMUNE, 3) as made:
        yield made


def test_marked_and_express_items_wait_for_a_second_person_and_nothing_else_does(centre: PointDesk) -> None:
    express = centre.new_item(urgency=Urgency.EXPRESS)
    centre.new_item()
    marked = [centre.new_item(letter) for letter in (Secrecy.A, Secrecy.B, Secrecy.C)]

    waiting = [row.item for row in centre.approvals().waiting(centre.session())]

    assert waiting == [express, *marked]


def test_an_approved_item_waits_no_more_and_names_both_people(centre: PointDesk) -> None:
    item = centre.new_item(Secrecy.A)

    (event,) = centre.approve(item)

    assert (event.envelope.actor, event.envelope.second) == ("clerk", "controller")
    assert event.envelope.parents == (accepted(centre, item),)
    assert event.body()["n"] == 2
    assert centre.state(item) == ("approved", "person:240000/clerk")
    assert centre.approvals().waiting(centre.session()) == ()


def test_who_accepted_an_item_does_not_approve_it_whoever_sits_at_the_desk(centre: PointDesk) -> None:
    by_chief = centre.new_item(Secrecy.A, user="chief")
    confirmed = centre.confirmed(Act.APPROVE_ITEM, "chief", session="other")

    found = refusal(lambda: centre.approvals().approve(centre.session("other"), [by_chief], confirmed))

    assert found.code == "approval.by_acceptor"
    assert centre.state(by_chief)[0] == "accepted"


def test_a_confirmation_given_to_one_session_is_no_way_to_approve_oneself(centre: PointDesk) -> None:
    item = centre.new_item(Secrecy.A)
    given_to_clerk = centre.confirmed(Act.APPROVE_ITEM, "controller", session="clerk")

    found = refusal(lambda: centre.approvals().approve(centre.session("controller"), [item], given_to_clerk))

    assert found.code == "approval.same_person"


def test_several_items_are_approved_together_or_not_at_all(centre: PointDesk) -> None:
    first, second = centre.new_item(Secrecy.A), centre.new_item(Secrecy.B)
    centre.approve(second)

    found = refusal(lambda: centre.approve(first, second))
    twice = refusal(lambda: centre.approve(first, first.lower()))
    none = refusal(centre.approve)

    assert (found.code, found.details["state"]) == ("custody.step", "approved")
    assert (twice.code, none.code) == ("custody.twice", "custody.nothing")
    assert centre.state(first)[0] == "accepted"


def test_a_rejected_item_goes_nowhere_but_back(centre: PointDesk) -> None:
    item = centre.new_item(Secrecy.A)

    event = centre.approvals().reject(
        centre.session(), item, "cover_damaged", centre.confirmed(Act.APPROVE_ITEM)
    )

    assert (event.body()["reason"], event.envelope.second) == ("cover_damaged", "controller")
    assert refusal(lambda: centre.approve(item)).code == "custody.step"
    assert refusal(lambda: centre.pack(item, to="241000")).code == "custody.step"
    from_reversal = centre.reversals.withdraw_item(centre.session(), item, WITHDRAWN)
    assert from_reversal.envelope.parents[-1] == event.id
    assert centre.state(item)[0] == "reversed"


def test_nobody_rejects_by_an_exception_or_for_a_reason_of_his_own(alone: PointDesk) -> None:
    item = alone.new_item(Secrecy.A)
    exception = alone.second.exception(alone.session(), Act.APPROVE_ITEM, "line_down")
    taker = alone.second.confirm(alone.session(), Act.APPROVE_ITEM, "postman", PASSWORD)

    nobody = refusal(lambda: alone.approvals().reject(alone.session(), item, "wrong_letter", exception))
    free = refusal(lambda: alone.approvals().reject(alone.session(), item, "bì rách nát", taker))

    assert (nobody.code, free.code) == ("approval.nobody", "code.unknown")


@pytest.mark.parametrize("user", ["inspector", "postman", "uncleared"])
def test_who_may_not_work_on_items_asks_for_no_approval(centre: PointDesk, user: str) -> None:
    item = centre.new_item(Secrecy.A)
    confirmed = centre.confirmed(Act.APPROVE_ITEM)

    found = refusal(lambda: centre.approvals().approve(centre.session(user), [item], confirmed))

    assert found.code in {"user.not_allowed", "user.clearance_missing"}


# --- over the telephone ----------------------------------------------------------------------------------------


def test_eight_digits_read_out_and_eight_read_back_approve_exactly_what_was_told(
    centre: PointDesk, alone: PointDesk
) -> None:
    items = [alone.new_item(Secrecy.A), alone.new_item(Secrecy.C)]
    asking, answering = alone.approvals(), centre.approvals()

    question = asking.ask_remote(alone.session(), Act.APPROVE_ITEM, items, device=1)
    told = answering.grant_remote(centre.session("controller"), 3, question.digits, Act.APPROVE_ITEM, 2)
    confirmed = asking.take_answer(alone.session(), question, "controller", f"{told[:4]} {told[4:]}")
    made = asking.approve(alone.session(), items, confirmed)

    assert [event.body()["question"] for event in made] == [question.digits] * 2
    assert [event.envelope.second for event in made] == ["controller"] * 2
    assert last_granted(centre) == RemoteGranted(3, question.digits, "item", 2, CENTRE)


def test_an_answer_for_some_items_is_none_for_others(centre: PointDesk, alone: PointDesk) -> None:
    told_of, other = alone.new_item(Secrecy.A), alone.new_item(Secrecy.A)
    asking = alone.approvals()
    confirmed = answered(asking, centre, alone, [told_of])

    swapped = refusal(lambda: asking.approve(alone.session(), [other], confirmed))
    more = refusal(lambda: asking.approve(alone.session(), [told_of, other], confirmed))

    assert (swapped.code, more.code) == ("approval.other_things", "approval.other_things")


def test_an_answer_to_a_question_for_a_dispatch_approves_no_item(centre: PointDesk, alone: PointDesk) -> None:
    item = alone.new_item(Secrecy.A)
    asking = alone.approvals()
    confirmed = answered(asking, centre, alone, [item], Act.APPROVE_DISPATCH)

    found = refusal(lambda: asking.approve(alone.session(), [item], confirmed))

    assert found.code == "approval.other_things"


def test_whoever_approved_must_be_the_one_who_is_named(centre: PointDesk, alone: PointDesk) -> None:
    item = alone.new_item(Secrecy.A)
    asking = alone.approvals()
    question = asking.ask_remote(alone.session(), Act.APPROVE_ITEM, [item], device=1)
    told = centre.approvals().grant_remote(
        centre.session("controller"), 3, question.digits, Act.APPROVE_ITEM, 1
    )

    other = refusal(lambda: asking.take_answer(alone.session(), question, "chief", told))
    himself = refusal(lambda: asking.take_answer(alone.session(), question, "clerk", told))
    renamed = replace(asking.take_answer(alone.session(), question, "controller", told), second="clerk")

    assert (other.code, other.details["left"]) == ("approval.wrong_answer", TRIES - 1)
    assert himself.code == "approval.same_person"
    assert refusal(lambda: asking.approve(alone.session(), [item], renamed)).code == "approval.same_person"


def test_five_wrong_answers_make_a_question_void_and_a_right_one_uses_it_up(
    centre: PointDesk, alone: PointDesk
) -> None:
    item = alone.new_item(Secrecy.A)
    asking, session = alone.approvals(), alone.session()
    question = asking.ask_remote(session, Act.APPROVE_ITEM, [item], device=1)
    right = centre.approvals().grant_remote(
        centre.session("controller"), 3, question.digits, Act.APPROVE_ITEM, 1
    )
    wrong = f"{(int(right) + 1) % 10**8:08d}"

    codes = [
        refusal(lambda: asking.take_answer(session, question, "controller", wrong)).code for _ in range(TRIES)
    ]
    after = refusal(lambda: asking.take_answer(session, question, "controller", right))
    again = answered(asking, centre, alone, [item])

    assert codes == ["approval.wrong_answer"] * (TRIES - 1) + ["approval.question_void"]
    assert after.code == "approval.question_void"
    assert again.second == "controller"


def test_a_right_answer_serves_once(centre: PointDesk, alone: PointDesk) -> None:
    item = alone.new_item(Secrecy.A)
    asking = alone.approvals()
    question = asking.ask_remote(alone.session(), Act.APPROVE_ITEM, [item], device=1)
    told = centre.approvals().grant_remote(centre.session("chief"), 3, question.digits, Act.APPROVE_ITEM, 1)
    asking.take_answer(alone.session(), question, "chief", told)

    found = refusal(lambda: asking.take_answer(alone.session(), question, "chief", told))

    assert found.code == "approval.question_void"


def test_two_questions_about_the_same_item_have_different_digits(alone: PointDesk) -> None:
    item = alone.new_item(Secrecy.A)
    asking = alone.approvals()

    first = asking.ask_remote(alone.session(), Act.APPROVE_ITEM, [item], device=1)
    second = asking.ask_remote(alone.session(), Act.APPROVE_ITEM, [item], device=1)

    assert first.digits != second.digits


def test_no_desk_asks_itself_and_nobody_answers_without_the_right(
    centre: PointDesk, alone: PointDesk
) -> None:
    asking = centre.approvals()

    own = refusal(lambda: asking.ask_remote(centre.session(), Act.APPROVE_ITEM, ["MX1"], device=1))
    own_answer = refusal(
        lambda: asking.grant_remote(centre.session("chief"), 1, "12345678", Act.APPROVE_ITEM, 1)
    )
    clerk = refusal(lambda: asking.grant_remote(centre.session("clerk"), 3, "12345678", Act.APPROVE_ITEM, 1))
    shape = refusal(lambda: asking.grant_remote(centre.session("chief"), 3, "1234567", Act.APPROVE_ITEM, 1))
    delivery = refusal(lambda: asking.ask_remote(centre.session(), Act.DELIVER_ITEM, ["MX1"], device=3))

    assert (own.code, own_answer.code) == ("approval.own_device", "approval.own_device")
    assert (clerk.code, shape.code) == ("user.not_allowed", "approval.question_shape")
    assert delivery.code == "approval.not_remote"


def accepted(desk: PointDesk, item: str) -> EventId:
    with desk.store.read() as reader:
        row = reader.item(item)
    assert row is not None
    return row.event


def answered(
    asking: Approvals, centre: PointDesk, alone: PointDesk, items: list[str], act: Act = Act.APPROVE_ITEM
) -> Confirmed:
    question = asking.ask_remote(alone.session(), act, items, device=1)
    told = centre.approvals().grant_remote(centre.session("controller"), 3, question.digits, act, len(items))
    return asking.take_answer(alone.session(), question, "controller", told)


def last_granted(desk: PointDesk) -> RemoteGranted:
    with desk.store.read() as reader:
        events = reader.events_after(Stream.KT1, 0)
    return RemoteGranted.of(events[-1].body())
