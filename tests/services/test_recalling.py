"""Taking a dispatch back while nobody has received anything of it, and what can be withdrawn afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from kt1desk.domain.events import Event
from kt1desk.domain.permissions import Act
from kt1desk.services.reversal import ReversalReason
from tests.support.desks import ordinary
from tests.support.points import CENTRE, COMMUNE, DISTRICT, PointDesk, point_desk
from tests.support.reversals import refusal


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[PointDesk]:
    with point_desk(tmp_path, CENTRE, 1) as made:
        yield made


@pytest.fixture
def district(tmp_path: Path) -> Iterator[PointDesk]:
    with point_desk(tmp_path, DISTRICT, 2) as made:
        yield made


def recall(desk: PointDesk, dispatch: str, reason: str = "wrong_route") -> Event:
    confirmed = desk.confirmed(Act.APPROVE_DISPATCH)
    return desk.dispatching.recall(desk.session(), dispatch, reason, confirmed)


def test_a_dispatch_taken_back_is_closed_and_here_and_can_leave_again(centre: PointDesk) -> None:
    item = centre.new_item()
    bag = centre.pack(item, to=DISTRICT).receptacle
    sent = centre.send(bag, to=DISTRICT)

    event = recall(centre, sent.dispatch.lower())

    assert (event.envelope.second, event.envelope.parents) == ("controller", (sent.event.id,))
    assert centre.state(sent.dispatch)[0] == "recalled"
    assert centre.state(bag) == ("closed", "person:240000/clerk")
    assert centre.state(item) == ("packed", f"receptacle:{bag}")
    again = centre.send(bag, to=DISTRICT)
    assert again.dispatch == "CT240000-261123-1-2"
    assert centre.state(item)[0] == "dispatched"
    assert refusal(lambda: recall(centre, sent.dispatch)).code == "dispatch.received"


def test_what_anybody_has_received_is_not_taken_back(centre: PointDesk, district: PointDesk) -> None:
    bag = centre.pack(centre.new_item(), to=DISTRICT).receptacle
    sent = centre.send(bag, to=DISTRICT)
    district.take(sent.event)
    district.receive(bag, dispatch=sent.dispatch)
    with district.store.read() as reader:
        standing = reader.standing(bag)
        assert standing is not None
        received = reader.event(standing.head)
    assert received is not None
    centre.take(received)

    found = refusal(lambda: recall(centre, sent.dispatch))

    assert (found.code, found.details["number"]) == ("dispatch.received", bag)


def test_nobody_takes_a_dispatch_back_alone(tmp_path: Path) -> None:
    with point_desk(tmp_path, COMMUNE, 3) as commune:
        bag = commune.pack(commune.new_item(), to=DISTRICT).receptacle
        sent = commune.send(bag, to=DISTRICT)
        alone = commune.second.exception(commune.session(), Act.APPROVE_DISPATCH, "nobody_reached")

        found = refusal(
            lambda: commune.dispatching.recall(commune.session(), sent.dispatch, "wrong_route", alone)
        )

        assert (found.code, commune.state(sent.dispatch)[0]) == ("approval.nobody", "sent")
        with commune.store.read() as reader:
            assert reader.exceptions() == []


@pytest.mark.parametrize(
    ("number", "reason", "code"),
    [
        ("CT240000-261123-1-9", "wrong_route", "custody.unknown"),
        ("PH240000-261123-1-1", "wrong_route", "number.local_shape"),
        ("CT240000-261123-1-1", "xe hỏng", "code.unknown"),
    ],
)
def test_only_a_dispatch_of_this_point_is_taken_back_for_a_coded_reason(
    centre: PointDesk, number: str, reason: str, code: str
) -> None:
    centre.send(centre.pack(centre.new_item(), to=DISTRICT).receptacle, to=DISTRICT)

    assert refusal(lambda: recall(centre, number, reason)).code == code


def test_what_left_cannot_be_withdrawn_and_what_came_back_can(centre: PointDesk) -> None:
    item = centre.accept(ordinary()).item
    bag = centre.pack(item, to=DISTRICT).receptacle
    sent = centre.send(bag, to=DISTRICT)

    away = refusal(partial(centre.reversals.withdraw_item, centre.session(), item, ReversalReason.WITHDRAWN))
    recall(centre, sent.dispatch)
    packed = refusal(
        partial(centre.reversals.withdraw_item, centre.session(), item, ReversalReason.WITHDRAWN)
    )
    undone = centre.packing.undo(centre.session(), bag, "item_wrong")
    event = centre.reversals.withdraw_item(centre.session(), item, ReversalReason.WITHDRAWN)

    assert (away.code, packed.code) == ("reversal.gone", "reversal.gone")
    assert event.envelope.parents[-1] == undone.id
    assert centre.state(item) == ("reversed", "party:sender")


def test_what_came_from_another_point_is_never_withdrawn_here(centre: PointDesk, district: PointDesk) -> None:
    item = centre.new_item()
    sent = centre.send(centre.pack(item, to=DISTRICT).receptacle, to=DISTRICT)
    district.take(sent.event)
    bag = "TUI90010001"
    district.receive(bag, dispatch=sent.dispatch)
    district.arrivals.open(district.session(), bag)
    district.arrivals.scan(district.session(), item, bag)
    district.place("K1")
    district.holding.store(district.session(), item, "K1")

    found = refusal(
        partial(district.reversals.withdraw_item, district.session(), item, ReversalReason.MISTAKE)
    )

    assert district.state(item)[0] == "stored"
    assert found.code == "reversal.gone"
