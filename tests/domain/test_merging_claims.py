"""What another point says of a thing that lies here: it counts only where that point took the thing over."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from kt1desk.domain import custody
from kt1desk.domain.custody import State
from kt1desk.domain.events import Event
from kt1desk.domain.facts import (
    DispatchRecalled,
    DispatchSent,
    ItemApproved,
    ItemArrived,
    ItemDelivered,
    ReceptacleClosed,
)
from kt1desk.domain.merging import fold
from tests.support.custody_events import (
    BAG,
    DISPATCH,
    HERE,
    ITEM,
    SEAL,
    THERE,
    Pen,
    accepted,
    bag_line,
    known,
    line,
)


def _on_its_way() -> list[Event]:
    """Accepted, approved, packed and sent by the first desk."""
    pen = Pen(1)
    took = pen.write(accepted())
    approved = pen.write(ItemApproved(ITEM, 2, HERE, "s1", "spot"), [took], second="binh")
    closed = pen.write(ReceptacleClosed(BAG, SEAL, 500, THERE, ((ITEM, 3),), HERE, "s1"), [approved])
    bags = (bag_line(closed, [line(n=4)]),)
    sent = pen.write(
        DispatchSent(DISPATCH, HERE, THERE, "LS-01", "12C-001.23", True, "spot", bags, "s1"), [closed]
    )
    return [took, approved, closed, sent]


def _claim(n: int = 99, scan: bool = False, parents: Iterable[Event] = ()) -> Event:
    """A point that never had the item says that it delivered it."""
    return Pen(7, 5_000).write(
        ItemDelivered(
            ITEM, n, "243000", "s7", custody.RECEIVER, "PH243000-261123-7-1/1", origin=HERE, scan=scan
        ),
        parents or [Pen(7).write(accepted("MX000000031VN"))],
    )


def test_what_lies_here_is_not_taken_away_by_a_point_that_never_took_it_over() -> None:
    took, approved = _on_its_way()[:2]
    claim = _claim()

    stands = fold(known(ITEM, [took, approved, claim]), HERE)

    assert (stands.state, stands.holder, stands.head) == (
        State.APPROVED,
        custody.person(HERE, "an"),
        approved.id,
    )
    assert stands.losers == (claim.id,)


@pytest.mark.parametrize("here", [2, 3])
def test_a_claim_that_names_our_last_event_as_parent_is_no_more_than_one_that_names_none(here: int) -> None:
    events = _on_its_way()[:here]
    claim = _claim(scan=True, parents=[events[-1]])

    stands = fold(known(ITEM, [*events, claim]), HERE)

    assert (stands.head, stands.losers) == (events[-1].id, (claim.id,))


def test_who_scans_the_thing_itself_has_taken_it_over_whatever_the_books_of_the_other_point_say() -> None:
    events = _on_its_way()[:2]
    scanned = Pen(7, 5_000).write(
        ItemArrived(ITEM, "intact", "243000", "s7", 9, scan=True), [events[-1]], actor="chi"
    )

    stands = fold(known(ITEM, [*events, scanned]), HERE)

    assert stands.holder == custody.person("243000", "chi")


def test_what_was_sent_away_may_be_delivered_by_a_point_further_on() -> None:
    stands = fold(known(ITEM, [*_on_its_way(), _claim(11)]), HERE)

    assert stands.state is State.DELIVERED
    assert not stands.losers


def test_only_who_sent_a_thing_calls_it_back() -> None:
    events = _on_its_way()
    stranger = Pen(7, 5_000).write(
        DispatchRecalled(DISPATCH, 9, ((BAG, 9),), ((ITEM, 9),), THERE, "vehicle", "243000", "s7"),
        [events[-1]],
    )

    stands = [fold(known(number, [*events, stranger]), THERE) for number in (ITEM, BAG, DISPATCH)]

    assert {each.head for each in stands} == {events[-1].id}
