"""Where a thing stands: one line, forks, lines whose beginning is not known here, arrivals before their data."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kt1desk.domain import custody
from kt1desk.domain.custody import State
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, EventId, HybridTime, Stream
from kt1desk.domain.facts import (
    DispatchRecalled,
    DispatchSent,
    ItemApproved,
    ItemArrived,
    ItemDelivered,
    ItemHanded,
    ItemStored,
    ReceptacleClosed,
    ReceptacleReceived,
)
from kt1desk.domain.merging import Known, Touch, fold
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
    standing,
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


def _arrived(scan: bool = True, at: int = 0) -> tuple[Pen, Event]:
    pen = Pen(2)
    return pen, pen.write(
        ItemArrived(ITEM, "intact", THERE, "s9", receptacle=BAG, scan=scan), actor="chi", at=at
    )


def test_each_step_moves_the_item_to_its_next_holder() -> None:
    events = _on_its_way()

    stands = [standing(ITEM, events[: count + 1]) for count in range(4)]

    assert [each.state for each in stands] == [State.ACCEPTED, State.APPROVED, State.PACKED, State.DISPATCHED]
    assert [each.holder for each in stands] == [
        custody.person(HERE, "an"),
        custody.person(HERE, "an"),
        custody.receptacle(BAG),
        custody.receptacle(BAG),
    ]
    assert [each.n for each in stands] == [1, 2, 3, 4]


def test_the_receptacle_is_on_the_trip_its_items_are_in_it() -> None:
    events = _on_its_way()

    bag, trip = standing(BAG, events), standing(DISPATCH, events)

    assert (bag.state, bag.holder) == (State.SENT, custody.trip(DISPATCH))
    assert trip.state is State.SENT


def test_six_events_give_one_answer_in_every_order_of_arrival() -> None:
    pen, arrival = _arrived()
    stored = pen.write(ItemStored(ITEM, 2, THERE, "s9", "ket1"), [arrival], actor="chi")
    events = [*_on_its_way(), arrival, stored]

    answers = {standing(ITEM, order) for order in permutations(events)}

    (answer,) = answers
    assert (answer.state, answer.holder, answer.n) == (State.STORED, custody.place(THERE, "ket1"), 6)
    assert not answer.unheard
    assert not answer.losers
    assert not answer.unfit


def test_an_arrival_before_its_dispatch_is_held_by_the_taker_and_says_that_the_sender_was_not_heard() -> None:
    _pen, arrival = _arrived()

    alone = standing(ITEM, [arrival])

    assert (alone.state, alone.holder, alone.unheard) == (State.ARRIVED, custody.person(THERE, "chi"), True)


def test_an_arrival_is_the_child_of_its_dispatch_even_when_the_clocks_disagree() -> None:
    _pen, early = _arrived(at=10)  # the taker's clock runs far behind the sender's
    events = _on_its_way()

    stands = standing(ITEM, [early, *events])

    assert (stands.state, stands.holder, stands.n) == (State.ARRIVED, custody.person(THERE, "chi"), 5)
    assert not stands.losers


def test_of_two_who_both_received_it_the_scan_beats_the_statement() -> None:
    events = _on_its_way()
    spoken = Pen(3, 9_000).write(
        ItemArrived(ITEM, "intact", "242000", "s3", 5, BAG, DISPATCH), [events[-1]], actor="dung"
    )
    scanned = Pen(2, 5_000).write(
        ItemArrived(ITEM, "intact", THERE, "s9", 5, BAG, DISPATCH, scan=True), [events[-1]], actor="chi"
    )

    stands = standing(ITEM, [*events, spoken, scanned])

    assert stands.holder == custody.person(THERE, "chi")
    assert stands.losers == (spoken.id,)


def test_what_was_built_on_a_loser_is_lost_with_it() -> None:
    events = _on_its_way()
    spoken_pen = Pen(3)
    spoken = spoken_pen.write(ItemArrived(ITEM, "intact", "242000", "s3", 5, BAG), [events[-1]])
    built = spoken_pen.write(ItemStored(ITEM, 6, "242000", "s3", "tu1"), [spoken])
    scanned = Pen(2).write(ItemArrived(ITEM, "intact", THERE, "s9", 5, BAG, scan=True), [events[-1]])

    stands = standing(ITEM, [*events, spoken, built, scanned])

    assert stands.head == scanned.id
    assert set(stands.losers) == {spoken.id, built.id}


def test_of_two_scans_the_longer_custody_wins_and_of_equal_ones_the_later() -> None:
    events = _on_its_way()
    first_pen = Pen(2, 5_000)
    first = first_pen.write(ItemArrived(ITEM, "intact", THERE, "s9", 5, BAG, scan=True), [events[-1]])
    later = Pen(3, 9_000).write(ItemArrived(ITEM, "intact", "242000", "s3", 5, BAG, scan=True), [events[-1]])
    went_on = first_pen.write(ItemStored(ITEM, 6, THERE, "s9", "ket1"), [first])

    assert standing(ITEM, [*events, first, later]).head == later.id
    assert standing(ITEM, [*events, first, later, went_on]).head == went_on.id


def test_a_recall_loses_against_the_receptacle_that_was_received() -> None:
    events = _on_its_way()
    recalled = Pen(1, 8_000)
    recalled.seq = 4
    back = recalled.write(
        DispatchRecalled(DISPATCH, 2, ((BAG, 3),), ((ITEM, 5),), THERE, "vehicle", HERE, "s1"), [events[-1]]
    )
    received = Pen(2).write(
        ReceptacleReceived(BAG, 3, SEAL, 500, "intact", THERE, "s9", DISPATCH, HERE, scan=True), [events[-1]]
    )

    stands = standing(BAG, [*events, back, received])

    assert (stands.state, stands.losers) == (State.RECEIVED, (back.id,))


def test_news_from_a_point_further_on_is_newer_than_the_line_that_ends_here_and_no_conflict() -> None:
    events = _on_its_way()
    delivered = Pen(7).write(
        ItemDelivered(ITEM, 11, "243000", "s7", custody.RECEIVER, "PH243000-261123-7-1/4", origin=HERE),
        [Pen(7).write(accepted("MX000000031VN"))],  # its true parent is not known here
    )

    stands = standing(ITEM, [*events, delivered])

    assert (stands.state, stands.holder) == (State.DELIVERED, custody.party(custody.RECEIVER))
    assert not stands.losers


def test_a_step_the_table_does_not_have_is_named_and_somebody_still_holds_the_item() -> None:
    pen = Pen(1)
    took = pen.write(accepted())
    delivered = pen.write(
        ItemDelivered(ITEM, 2, HERE, "s1", custody.RECEIVER, "PH240000-261122-1-1/1"), [took]
    )
    handed = pen.write(ItemHanded(ITEM, 3, HERE, "s1", "binh"), [delivered])

    stands = standing(ITEM, [took, delivered, handed])

    assert stands.unfit == (delivered.id, handed.id)
    assert stands.holder == custody.person(HERE, "binh")


def test_a_ring_of_parents_does_not_hang_and_has_one_holder() -> None:
    first, second = (EventId(1, Stream.KT1, 1, seq) for seq in (1, 2))
    touch = Touch(custody.ThingKind.ITEM, ITEM, custody.Step.HAND, custody.person(HERE, "an"), HERE)
    forged = [Known(first, HybridTime(1), (second,), touch), Known(second, HybridTime(2), (first,), touch)]

    assert fold(forged) == fold(reversed(forged))
    assert fold(forged).holder == custody.person(HERE, "an")


def test_the_same_event_twice_counts_once() -> None:
    events = _on_its_way()

    assert standing(ITEM, [*events, *events]) == standing(ITEM, events)


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_any_subset_in_any_order_has_exactly_one_holder_and_one_answer(data: st.DataObject) -> None:
    pen, arrival = _arrived(scan=data.draw(st.booleans()), at=data.draw(st.integers(0, 9_000)))
    stored = pen.write(ItemStored(ITEM, 2, THERE, "s9", "ket1"), [arrival])
    other = Pen(3, data.draw(st.integers(0, 9_000)))
    events = _on_its_way()
    rival = other.write(
        ItemArrived(ITEM, "wet", "242000", "s3", 5, BAG, scan=data.draw(st.booleans())), [events[-1]]
    )
    chosen = data.draw(st.lists(st.sampled_from([*events, arrival, stored, rival]), min_size=1, unique=True))

    stands = standing(ITEM, chosen)

    assert stands == standing(ITEM, data.draw(st.permutations(chosen)))
    assert custody.Holder.parse(stands.holder).text == stands.holder
    assert stands.state is not State.UNKNOWN
    assert stands.head in {each.id for each in known(ITEM, chosen)}
    assert stands.head not in stands.losers


@pytest.mark.parametrize("text", ["", "person", "person:", "ghost:1", ":x"])
def test_a_holder_that_is_no_holder_is_refused(text: str) -> None:
    with pytest.raises(DeskError, match=r"custody\.holder"):
        custody.Holder.parse(text)


def _claim(n: int = 99, scan: bool = False, parents: Iterable[Event] = ()) -> Event:
    """A point that never had the item says that it delivered it."""
    return Pen(7, 5_000).write(
        ItemDelivered(
            ITEM, n, "243000", "s7", custody.RECEIVER, "PH243000-261123-7-1/1", origin=HERE, scan=scan
        ),
        parents or [Pen(7).write(accepted("MX000000031VN"))],
    )
