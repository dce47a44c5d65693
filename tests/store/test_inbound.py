"""What comes from another desk is taken in once, as it is, and only where a point may send it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.store.journal import DeskStore
from kt1desk.store.verify import verify
from tests.support.clocks import NOON_MS, HandClock
from tests.support.custody import (
    BAG,
    CLERK,
    HERE,
    THERE,
    TRIP,
    approve,
    close,
    desk_at,
    items,
    send,
    sent,
    take,
)
from tests.support.journals import accept


def test_the_same_event_again_changes_nothing_and_another_under_its_identity_is_a_fork(
    here: DeskStore, there: DeskStore
) -> None:
    numbers = items(here, 2)
    event = sent(here, numbers)
    other = desk_at(HERE, 7)
    fork = sent(other, items(other, 3)[:2])
    while fork.id.seq < event.id.seq:
        fork = approve(other, items(other, 1)[0])

    assert take(there, event, event) == (True, False)
    count = there.heads()
    with there.work() as work, pytest.raises(DeskError, match=r"inbox\.fork"):
        work.take_mail(_under(fork, event), "paper", CLERK)

    assert there.heads() == count
    with there.read() as reader:
        assert reader.received(event.id) == event
        assert reader.any_event(event.id) == event
        own = reader.mail_event(event.id)
        taken = reader.event(own) if own is not None else None
    assert taken is not None
    assert taken.body() == {"event": event.id.text, "hash": event.hash.hex(), "way": "bundle"}


def _under(fork: Event, event: Event) -> Event:
    """Other bytes under the identity of an event."""
    return replace(event, hash=fork.hash)


def test_what_no_point_may_send_is_refused_before_anything_is_written(
    here: DeskStore, there: DeskStore
) -> None:
    accepted = accept(here)
    before = there.heads()

    with there.work() as work:
        with pytest.raises(DeskError, match=r"event\.unknown_type"):
            work.take_mail(accepted, "paper", CLERK)
        work.commit()

    assert there.heads() == before


def test_an_event_under_our_own_number_is_refused(here: DeskStore) -> None:
    twin = desk_at(THERE, 7)
    event = send(twin, TRIP, [close(twin, BAG, items(twin, 1))])

    with here.work() as work, pytest.raises(DeskError, match=r"store\.refused"):
        work.take_mail(event, "paper", CLERK)


@pytest.mark.parametrize(("ahead_min", "followed"), [(9, True), (11, False)])
def test_the_hybrid_time_follows_another_desk_only_where_its_clock_is_not_far_ahead(
    there: DeskStore, ahead_min: int, followed: bool
) -> None:
    ahead = desk_at(HERE, 7, HandClock(NOON_MS + ahead_min * 60_000))
    event = sent(ahead, items(ahead, 1))

    take(there, event)

    with there.read() as reader:
        own = reader.mail_event(event.id)
        taken = reader.event(own) if own is not None else None
    assert taken is not None
    assert (taken.envelope.hlc > event.envelope.hlc) is followed
    assert verify(there).ok
