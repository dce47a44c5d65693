"""Custody straight into the journal, without services: items on their way from one point's desk to another's, for tests of the store."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from kt1desk.domain.events import Event, EventId
from kt1desk.domain.facts import (
    BlockGranted,
    DeskOpened,
    DispatchArrived,
    DispatchSent,
    ItemApproved,
    ItemArrived,
    ItemLine,
    ReceptacleClosed,
    ReceptacleLine,
    ReceptacleOpened,
    ReceptacleReceived,
    RegisterOpened,
    ShiftOpened,
    UserEnrolled,
)
from kt1desk.domain.facts.fact import Fact
from kt1desk.services.ports import Appending
from kt1desk.store.journal import DeskStore, in_memory
from tests.support.clocks import HandClock
from tests.support.journals import FIRST_SERIAL, LAST_SERIAL, RECEIVER, SENDER, SHIFT, accept

HERE, THERE = "LS01", "LS02"
CLERK = "lan"
BAG, TRIP = "TUI00000001", f"CT{HERE}-261123-7-1"


def desk_at(
    point: str,
    device: int,
    clock: HandClock | None = None,
    first: int = FIRST_SERIAL,
    last: int = LAST_SERIAL,
) -> DeskStore:
    """A desk in memory with its first events: one block, one clerk, one open shift."""
    store = in_memory(clock or HandClock(), random.Random(device).randbytes, device)
    set_up(store, point, first, last)
    return store


def set_up(store: DeskStore, point: str, first: int = FIRST_SERIAL, last: int = LAST_SERIAL) -> None:
    """The first events of a desk at a point."""
    with store.work() as work:
        opened = (point, "production", work.public_key(), "0.3.0")
        parent = work.append(DeskOpened(*opened), Appending("system"))
        work.append(RegisterOpened(*opened), Appending("system", parents=(parent.id,)))
        work.append(BlockGranted("ME", first, last), Appending("system"))
        work.append(UserEnrolled(CLERK, ("clerk",), "2027-11-23"), Appending("system"))
        work.append(ShiftOpened(SHIFT, "2026-11-23", "D0", 500_000), Appending(CLERK))
        work.commit()


def write(
    store: DeskStore,
    fact: Fact,
    parents: Sequence[EventId] = (),
    beside: Mapping[str, Mapping[str, str]] | None = None,
) -> Event:
    """One event in one commit."""
    with store.work() as work:
        event = work.append(fact, Appending(CLERK, parents=tuple(parents), particulars=beside))
        work.commit()
    return event


def take(store: DeskStore, *events: Event, way: str = "bundle") -> tuple[bool, ...]:
    """Events of other desks taken in, each in its own commit."""
    made = []
    for event in events:
        with store.work() as work:
            made.append(work.take_mail(event, way, CLERK))
            work.commit()
    return tuple(made)


def head_of(store: DeskStore, number: str) -> EventId:
    """The last event of a thing."""
    with store.read() as reader:
        row = reader.standing(number)
    assert row is not None
    return row.head


def n_of(store: DeskStore, number: str) -> int:
    """The custody number of a thing's last event."""
    with store.read() as reader:
        row = reader.standing(number)
    assert row is not None
    return row.n


def approve(store: DeskStore, item: str, *, manner: str = "spot", reason: str = "") -> Event:
    """A second person lets an item go."""
    fact = ItemApproved(item, n_of(store, item) + 1, HERE, SHIFT, manner, reason)
    return write(store, fact, [head_of(store, item)])


def close(store: DeskStore, bag: str, items: Sequence[str], *, to: str = THERE, at: str = HERE) -> Event:
    """A receptacle closed over items."""
    counted = tuple((item, n_of(store, item) + 1) for item in items)
    fact = ReceptacleClosed(bag, f"NP{bag[3:10]}", 1_200, to, counted, at, SHIFT)
    return write(store, fact, [head_of(store, item) for item in items])


def line_of(store: DeskStore, item: str) -> ItemLine:
    """An item as its dispatch tells it; parties of A, B and C items stand beside."""
    with store.read() as reader:
        row = reader.item(item)
        held = reader.held_item(item)
    assert row is not None
    assert held is not None
    told = (row.product, row.urgency, row.secrecy, row.scope, row.weight_g)
    times = (row.accepted_ms, row.deadline_ms, row.agreed_ms)
    written = row.secrecy == "none"
    return ItemLine(
        item,
        *told,
        *times,
        held.origin,
        n_of(store, item) + 1,
        sender=row.sender if written else None,
        receiver=row.receiver if written else None,
    )


def send(
    store: DeskStore,
    dispatch: str,
    closed: Sequence[Event],
    *,
    to: str = THERE,
    at: str = HERE,
    manner: str = "spot",
) -> Event:
    """A dispatch of receptacles, with the parties of A, B and C items and the escort beside it."""
    bags, beside = [], {"escort": {"name": "Vi Văn Bảo"}}
    for event in closed:
        fact = ReceptacleClosed.of(event.body())
        lines = tuple(line_of(store, item) for item, _ in fact.items)
        whole = (fact.receptacle, fact.seal, fact.weight_g, n_of(store, fact.receptacle) + 1)
        bags.append(ReceptacleLine(*whole, event.id, event.hash.hex(), lines, to))
        for line in lines:
            if line.sender is None:
                beside |= {f"from.{line.item}": SENDER.fields(), f"to.{line.item}": RECEIVER.fields()}
    fact_sent = DispatchSent(dispatch, at, to, "R1", "12C-34567", True, manner, tuple(bags), SHIFT)
    parents = [head_of(store, bag.receptacle) for bag in bags]
    return write(store, fact_sent, parents, beside)


def receive(store: DeskStore, bag: str, dispatch: str, *, at: str = THERE, giver: str = HERE) -> Event:
    """A receptacle taken over from whoever brought it."""
    n = n_of(store, bag) + 1
    fact = ReceptacleReceived(
        bag, n, f"NP{bag[3:10]}", 1_200, "intact", at, SHIFT, dispatch, giver, scan=True
    )
    return write(store, fact, [head_of(store, bag)])


def open_bag(store: DeskStore, bag: str, *, at: str = THERE) -> Event:
    """Its seal broken."""
    return write(store, ReceptacleOpened(bag, n_of(store, bag) + 1, at, SHIFT), [head_of(store, bag)])


def arrive(
    store: DeskStore, item: str, bag: str = "", dispatch: str = "", *, at: str = THERE, giver: str = HERE
) -> Event:
    """An item confirmed by its label."""
    with store.read() as reader:
        row = reader.standing(item)
    n, parents = (row.n + 1, [row.head]) if row is not None else (0, [])
    fact = ItemArrived(item, "intact", at, SHIFT, n, bag, dispatch, giver if dispatch else "", scan=True)
    return write(store, fact, parents)


def close_arrival(
    store: DeskStore, dispatch: str, expected: int, *, at: str = THERE, giver: str = HERE
) -> Event:
    """The arrival of a dispatch closed."""
    n = n_of(store, dispatch) + 1
    fact = DispatchArrived(dispatch, n, giver, expected, expected, at, SHIFT)
    return write(store, fact, [head_of(store, dispatch)])


def items(store: DeskStore, count: int) -> list[str]:
    """So many accepted items, every third with a letter."""
    return [str(accept(store, secret=at % 3 == 0).body()["item"]) for at in range(count)]


def sent(store: DeskStore, numbers: list[str]) -> Event:
    """All of them on their way in one receptacle."""
    return send(store, TRIP, [close(store, BAG, numbers)])
