"""The same events in other orders: what a desk shows must not depend on when its mail came.

Each order is written into a transaction that is never committed. Numbers of rows say in which order things became known and are left out;
so are the tables that say when mail came and what went out after it. This module must not know how the events came to be.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import permutations
from typing import Any

from sqlcipher3 import dbapi2

from kt1desk.domain.custody import Step, ThingKind
from kt1desk.domain.events import Event, EventId, Stream
from kt1desk.domain.facts import MailTaken
from kt1desk.domain.merging import Known, fold
from kt1desk.domain.touching import touches
from kt1desk.store import entries, laid, projections, schema
from kt1desk.store.journal import DeskStore
from kt1desk.store.schema_sql import FTS
from kt1desk.store.statements import Connection
from kt1desk.store.tables import JOURNAL, PROJECTIONS
from kt1desk.store.writing import Tail, Writer
from tests.support.custody_machine import Ground, MachineDesk

_BY_ORDER = frozenset({"mail_in", "mail_out", "mailbox"})
_ROW_NUMBERS = frozenset({"id", "first_item", "last_item"})
_IDENTITY = frozenset({"device", "stream", "incarnation", "seq"})
_FROM_FIRST = {
    "item": _IDENTITY,
    "dispatch": _IDENTITY,
    "receptacle": frozenset({"seal", "weight_g", "closed_ms"}),
}
NEEDS_DATA = frozenset({Step.PACK, Step.SEND, Step.GIVE, Step.DELIVER})
"""What is not done with an item of which only the label is known."""
MOST = 4
"""Events of one item that are folded in all orders after each run; all orders of six take a second."""
Shown = dict[str, list[tuple[Any, ...]]]


def shown(connection: Connection) -> Shown:
    """Every row of every projection, but for the numbers of rows, and for which event was the first to name what is only a number yet."""
    made: Shown = {}
    for table in PROJECTIONS:
        names = [column.name for column in table.columns if column.name not in _ROW_NUMBERS]
        columns = ", ".join(f'"{name}"' for name in names)
        rows = connection.execute(f'SELECT {columns} FROM "{table.name}"').fetchall()
        if table.name not in _BY_ORDER:
            named = [_as_named(dict(zip(names, row, strict=True)), table.name) for row in rows]
            made[table.name] = sorted(tuple(row.values()) for row in named)
    return made


def _as_named(row: dict[str, Any], table: str) -> dict[str, Any]:
    """A row, without what it has from the first event that named it as long as nobody told of it."""
    first = _FROM_FIRST.get(table, frozenset())
    if row.get("source") != 0:
        return row
    return {name: type(value)() if name in first else value for name, value in row.items()}


def every_order(store: DeskStore, events: Sequence[Event]) -> list[Shown]:
    """What a desk shows after it took in these events, for each order of them; it forgets them again."""
    with store.held() as held:
        sources, tail = held.sources, held.tail
    made: list[Shown] = []

    def take(tail: Tail, left: Sequence[Event]) -> None:
        if not left:
            made.append(shown(connection))
        for event in left:
            connection.execute(f"SAVEPOINT left_{len(left)}")
            writer = Writer(connection, sources, tail)
            writer.take(event, "bundle", "clerk")
            take(writer.tail, [each for each in left if each is not event])
            connection.execute(f"ROLLBACK TO left_{len(left)}")

    with store.transaction() as connection:
        take(tail, events)
    return made


def _without_teller(rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    (names,) = [
        [column.name for column in table.columns if column.name not in _ROW_NUMBERS]
        for table in PROJECTIONS
        if table.name == "item"
    ]
    kept = [at for at, name in enumerate(names) if name not in _IDENTITY]
    return sorted(tuple(row[at] for at in kept) for row in rows)


def every_step(store: DeskStore, events: Sequence[Event]) -> list[str]:
    """Where it matters to a desk which of these events comes last to those that came before; it forgets them again.

    For each set of them, taken in in their order, each of the others follows: what stands then must stand for all ways to the same set.
    Six events have 192 such steps and 720 orders; those are in `every_order`. As long as the acceptance is missing, an item names whoever
    told of it first: only what stands in the end is compared in that too.
    """
    with store.held() as held:
        sources, tail = held.sources, held.tail
    first: dict[frozenset[int], Shown] = {}
    found: list[str] = []

    def take(tail: Tail, came: tuple[int, ...]) -> None:
        for at, event in enumerate(events):
            if at in came:
                continue
            connection.execute(f"SAVEPOINT after_{len(came)}")
            writer = Writer(connection, sources, tail)
            writer.take(event, "bundle", "clerk")
            here = shown(connection)
            if len(came) + 1 < len(events):
                here |= {"item": _without_teller(here["item"])}
            difference = first_difference(first.setdefault(frozenset((*came, at)), here), here)
            if difference:
                found.append(f"{came} {at}: {difference}")
            if at > max(came, default=-1):
                take(writer.tail, (*came, at))
            connection.execute(f"ROLLBACK TO after_{len(came)}")

    with store.transaction() as connection:
        take(tail, ())
    assert len(first) == 2 ** len(events) - 1
    return found


@contextmanager
def empty_books() -> Iterator[Connection]:
    """The tables of a journal and its projections, with nothing in them."""
    fresh: Any = dbapi2.connect(":memory:", isolation_level=None)
    try:
        for statement in (*schema.of_tables((*PROJECTIONS, *JOURNAL)), FTS):
            fresh.execute(statement)
        yield fresh
    finally:
        fresh.close()


def told(fresh: Connection, desk: MachineDesk, events: Sequence[Event]) -> Shown:
    """What the books of a desk show if its journal had been written in this order."""
    with desk.store.held() as held:
        connection = held.connection
        fresh.execute("BEGIN")
        try:
            for event in events:
                laid.before(connection, fresh, event)
                if entries.read(fresh, event.id) is None:
                    entries.write(fresh, event)
                projections.apply(fresh, event, event.body())
            return shown(fresh)
        finally:
            fresh.execute("ROLLBACK")


def journal(desk: MachineDesk) -> list[Event]:
    """Both chains of a desk in the order in which they were written."""
    with desk.store.read() as reader:
        events = [event for stream in Stream for event in reader.events_after(stream, 0, 10_000)]
    return sorted(events, key=lambda event: event.envelope.hlc)


def reordered(ground: Ground, desk: MachineDesk, chance: random.Random) -> list[Event]:
    """What a desk wrote itself in its order, and its mail at other times.

    Nothing comes before what was done before it was written, nor after what could only be done because it had come.
    """
    events = journal(desk)
    own = [event for event in events if event.envelope.type != MailTaken.TYPE]
    made: list[tuple[int, float, Event]] = [(at, 0, event) for at, event in enumerate(own)]
    for event in events:
        if event.envelope.type == MailTaken.TYPE:
            foreign = desk.mind.taken[MailTaken.of(event.body()).event_id]
            first = max(
                at
                for at, each in enumerate(own)
                if ground.written.get(each.id, 0) < ground.written[foreign.id]
            )
            things = _things(foreign)
            answers = (
                at
                for at, each in enumerate(own)
                if each.envelope.hlc > event.envelope.hlc and things & _things(each, NEEDS_DATA)
            )
            last = min(answers, default=len(own)) - 1
            made.append((chance.randint(first, last), 1 - chance.random(), event))
    return [event for _, _, event in sorted(made, key=lambda each: each[:2])]


def _things(event: Event, steps: Collection[Step] = frozenset(Step)) -> set[str]:
    return {touch.number for touch in touches(event.body(), event.envelope) if touch.step in steps}


def first_difference(one: Shown, other: Shown) -> str:
    """The first row that is not in both, "" where there is none."""
    for name, rows in one.items():
        for here, there in ((rows, other[name]), (other[name], rows)):
            for row in here:
                if row not in there:
                    return f"{name} {row} is not among {there}"
    return ""


def check_orders(ground: Ground, desk: MachineDesk, times: int = 4) -> None:
    """The mail of a desk at other times of its day: its books show the same in the end."""
    events = journal(desk)
    if not desk.mind.taken:
        return
    chance = random.Random(len(events))
    with empty_books() as fresh:
        wanted = told(fresh, desk, events)
        for _ in range(times):
            order = reordered(ground, desk, chance)
            different = first_difference(wanted, told(fresh, desk, order))
            assert not different, "\n".join([f"{desk.point}: {different}", *map(_line, order)])


def check_folds(desks: Iterable[MachineDesk]) -> None:
    """The last events of each item, by all that anybody knows of it, in every order: one standing."""
    known: dict[str, dict[EventId, Known]] = {}
    for desk in desks:
        for (kind, number), events in desk.mind.things.items():
            if kind is ThingKind.ITEM:
                known.setdefault(number, {}).update({each.id: each for each in events})
    for number, of_item in known.items():
        last = sorted(of_item.values(), key=lambda each: (each.hlc, each.id))[-MOST:]
        for home in ("", *{each.touch.point for each in last}):
            stands = fold(last, home)
            for order in permutations(last):
                assert fold(order, home) == stands, f"{number} {[each.id.text for each in order]}"


def _line(event: Event) -> str:
    said = (
        MailTaken.of(event.body()).event
        if event.envelope.type == MailTaken.TYPE
        else event.body_bytes.decode()
    )
    return f"{event.id.text} {event.envelope.type} {said[:200]}"
