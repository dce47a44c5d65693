"""The second person: never the one who acts, always one who may, and an exception only where nobody else is and not too often."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from kt1desk.domain.approval import Manner
from kt1desk.domain.events import EventId
from kt1desk.domain.kt1 import Secrecy
from kt1desk.domain.permissions import Act
from kt1desk.services.confirming import Asked, Confirmations, Confirmed
from tests.support.points import CENTRE, COMMUNE, PASSWORD, PointDesk, point_desk, reviews
from tests.support.reversals import refusal

HOUR_MS = 3_600_000


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[PointDesk]:
    with point_desk(tmp_path, CENTRE, 1) as made:
        yield made


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[PointDesk]:
    """A point with one person."""
    with point_desk(tmp_path, COMMUNE, 3) as made:
        yield made


def exceptions(desk: PointDesk, count: int) -> list[str]:
    """Items approved by nobody, one exception each."""
    numbers = [desk.new_item(Secrecy.B) for _ in range(count)]
    for number in numbers:
        confirmed = desk.second.exception(desk.session(), Act.APPROVE_ITEM, "nobody_reached")
        desk.approvals().approve(desk.session(), [number], confirmed)
    return numbers


def test_somebody_else_confirms_with_his_own_password(centre: PointDesk) -> None:
    confirmed = centre.second.confirm(centre.session(), Act.APPROVE_ITEM, " Controller ", PASSWORD)

    assert confirmed == Confirmed(Manner.SPOT, "controller")
    assert centre.passwords.asked == ["controller"]


@pytest.mark.parametrize(
    ("user", "password", "code"),
    [
        ("clerk", PASSWORD, "approval.same_person"),
        ("CLERK ", PASSWORD, "approval.same_person"),
        ("", PASSWORD, "approval.nobody"),
        ("nobody", PASSWORD, "approval.user_unknown"),
        ("other", PASSWORD, "approval.not_allowed"),
        ("inspector", PASSWORD, "approval.not_allowed"),
        ("postman", PASSWORD, "approval.not_allowed"),
        ("uncleared", PASSWORD, "user.clearance_missing"),
        ("controller", "sai", "login.wrong_password"),
    ],
)
def test_who_may_not_approve_does_not_confirm_whatever_he_types(
    centre: PointDesk, user: str, password: str, code: str
) -> None:
    found = refusal(lambda: centre.second.confirm(centre.session(), Act.APPROVE_ITEM, user, password))

    assert found.code == code


def test_a_clearance_that_ended_since_does_not_confirm(centre: PointDesk) -> None:
    confirmed = centre.confirmed(Act.APPROVE_ITEM)
    item = centre.new_item(Secrecy.A)
    centre.clock.pass_ms(366 * 24 * HOUR_MS)

    found = refusal(lambda: centre.approvals().approve(centre.session("clerk"), [item], confirmed))

    assert found.code == "user.clearance_expired"
    assert centre.state(item)[0] == "accepted"


def test_at_a_point_with_one_person_the_taker_is_the_second_pair_of_eyes(alone: PointDesk) -> None:
    item = alone.new_item(Secrecy.A)

    confirmed = alone.second.confirm(alone.session(), Act.APPROVE_ITEM, "postman", PASSWORD)
    (event,) = alone.approvals().approve(alone.session(), [item], confirmed)

    assert event.envelope.second == "postman"
    assert event.body()["manner"] == "spot"


def test_where_others_are_nobody_works_alone(centre: PointDesk) -> None:
    found = refusal(lambda: centre.second.exception(centre.session(), Act.APPROVE_ITEM, "nobody_reached"))

    assert found.code == "approval.exception_not_here"


def test_an_exception_has_a_reason_of_the_list(alone: PointDesk) -> None:
    found = refusal(lambda: alone.second.exception(alone.session(), Act.APPROVE_ITEM, "khong co ai"))

    assert found.code == "code.unknown"


def test_what_goes_from_hand_to_hand_knows_no_exception(alone: PointDesk) -> None:
    for act in (Act.HAND_OVER_ITEM, Act.START_ROUND, Act.DELIVER_ITEM, Act.RECEIVE_DISPATCH):
        found = refusal(partial(alone.second.exception, alone.session(), act, "nobody_reached"))

        assert found.code == "approval.not_in_person"


def test_an_exception_is_remembered_until_somebody_else_has_looked_at_it(alone: PointDesk) -> None:
    (item,) = exceptions(alone, 1)

    (row,) = reviews(alone).exceptions(alone.session())
    own = refusal(lambda: reviews(alone).review(alone.session("chief"), row.event, "sai"))
    reviews(alone).review(alone.session("chief"), row.event, "in_order")

    assert (row.number, row.user, row.reason) == (item, "clerk", "nobody_reached")
    assert own.code == "code.unknown"
    assert reviews(alone).exceptions(alone.session()) == ()


def test_nobody_reviews_what_he_did_himself(alone: PointDesk) -> None:
    number = alone.new_item(Secrecy.B, user="chief")
    confirmed = alone.second.exception(alone.session("chief"), Act.APPROVE_ITEM, "line_down")
    (event,) = alone.approvals().approve(alone.session("chief"), [number], confirmed)

    found = refusal(lambda: reviews(alone).review(alone.session("chief"), event.id, "in_order"))
    unknown = refusal(
        lambda: reviews(alone).review(
            alone.session("controller"), EventId(3, event.id.stream, 1, 999), "in_order"
        )
    )

    assert found.code == "approval.review_own"
    assert unknown.code == "approval.review_unknown"


def test_eleven_open_exceptions_are_the_last_whichever_way_they_are_counted(alone: PointDesk) -> None:
    exceptions(alone, 9)
    ready = alone.second.exception(alone.session(), Act.APPROVE_ITEM, "nobody_reached")
    three = [alone.new_item(Secrecy.B) for _ in range(3)]

    at_once = refusal(lambda: alone.approvals().approve(alone.session(), three, ready))
    alone.approvals().approve(alone.session(), three[:2], ready)
    later = refusal(lambda: alone.second.exception(alone.session(), Act.APPROVE_ITEM, "nobody_reached"))
    saved_up = refusal(lambda: alone.approvals().approve(alone.session(), three[2:], ready))

    assert (at_once.code, at_once.details["open"]) == ("approval.exceptions_open", 9)
    assert (later.code, saved_up.code) == ("approval.exceptions_open", "approval.exceptions_open")


def test_an_exception_older_than_three_days_stops_the_next_until_it_is_reviewed(alone: PointDesk) -> None:
    exceptions(alone, 1)
    alone.clock.pass_ms(72 * HOUR_MS)
    still = alone.second.exception(alone.session(), Act.APPROVE_ITEM, "nobody_reached")
    alone.clock.pass_ms(1)

    found = refusal(lambda: alone.second.exception(alone.session(), Act.APPROVE_ITEM, "nobody_reached"))
    (row,) = reviews(alone).exceptions(alone.session())
    reviews(alone).review(alone.session("chief"), row.event, "not_needed")
    again = alone.second.exception(alone.session(), Act.APPROVE_ITEM, "nobody_reached")

    assert (found.code, found.details["hours"]) == ("approval.exceptions_old", 72)
    assert still == again


def test_a_confirmation_made_up_by_hand_is_held_against_the_same_rules(centre: PointDesk) -> None:
    rules = Confirmations(centre.reference, centre.clock)
    asked = Asked(Act.APPROVE_ITEM, ("MX000000014VN",))
    made_up = {
        "approval.same_person": Confirmed(Manner.SPOT, "clerk"),
        "approval.not_allowed": Confirmed(Manner.SPOT, "other"),
        "approval.other_things": Confirmed(Manner.REMOTE, "son.ly", "12345678", bound="00"),
        "approval.nobody": Confirmed(Manner.REMOTE, "", "12345678"),
        "approval.exception_not_here": Confirmed(Manner.EXCEPTION, reason="line_down"),
    }

    for code, confirmed in made_up.items():
        with centre.store.read() as reader:
            found = refusal(partial(rules.check, reader, centre.session(), asked, confirmed))
        assert found.code == code


def test_a_reason_or_a_digest_is_not_told_by_what_a_log_shows() -> None:
    confirmed = replace(Confirmed(Manner.REMOTE, "son.ly", "12345678"), bound="ab" * 32)

    assert "abab" not in repr(confirmed)
