"""A later incarnation of a desk: new chains under the same key, so that no name of an event and no number of an item is given twice.

A desk of which a copy was restored, whose tail was torn off, or that another machine speaks for does not know what was written after what
it knows. It must stop using the names it would use next before it writes anything (`docs/decisions/restore.md`). The first event of each
new chain names the last one known of the chain before, why, and who let it begin.

**Numbers.** Lost records may have given numbers of items. The marker says how many records are lost; each may have used one number, one of
the counter's stream two (a case with two legs). So many are passed over in every block. Where nobody knows how many are lost, only the
last number found on paper says where to go on; without one the block ends.

This module must not know who is asked for leave, nor whether there is a centre.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any, cast

from sqlalchemy import bindparam, select

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId, Stream
from kt1desk.domain.facts import DeskOpened, NumbersSkipped, RegisterOpened
from kt1desk.domain.facts.restored import Cause
from kt1desk.domain.identifiers import S10, number_at
from kt1desk.services.ports import Appending, Clock
from kt1desk.store import device_key, entries, standing, start_checks
from kt1desk.store.device_key import DeviceKey, Entropy
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore, Held, open_unchecked
from kt1desk.store.marker import Head, Heads
from kt1desk.store.projections import numbers
from kt1desk.store.start_checks import Loss
from kt1desk.store.statements import Connection, Prepared
from kt1desk.store.tables import block
from kt1desk.store.writing import Sources, Tail, Writer

NUMBERS_OF: Mapping[Stream, int] = {Stream.KT1: 1, Stream.COUNTER: 2}
"""How many numbers of items one event may give, at most: an item has one; a case has up to two legs."""

_BLOCKS = Prepared(
    select(block.c.prefix, block.c.next, block.c.last)
    .where(block.c.left > bindparam("none"))
    .order_by(block.c.incarnation, block.c.seq)
)


@dataclass(frozen=True, slots=True)
class Renewal:
    """Leave to begin a later incarnation.

    Attributes:
        cause: why it begins.
        approver: id of the supervisor who let it begin, known by his password.
        above: the highest incarnation of this desk that is known anywhere.
        missing: how many events are lost, by stream; None where nobody knows.
        last_numbers: the last numbers of items found on paper or on a roll, one for a prefix.
    """

    cause: Cause
    approver: str
    above: int = 0
    missing: Mapping[Stream, int] | None = None
    last_numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Begun:
    """What a later incarnation began with.

    Attributes:
        incarnation: its number.
        skipped: numbers passed over, with first and last serial of each prefix.
    """

    incarnation: int
    skipped: tuple[NumbersSkipped, ...] = ()


def begin(store: DeskStore, renewal: Renewal) -> Begun:
    """Begin a later incarnation of an open store. When this returns, its first events are on the disk and the marker names them.

    Raises:
        DeskError: ``store.no_desk`` without first events, ``number.*`` where a number on paper is none; ``store.busy``, ``disk.*``.
    """
    with store.held() as held:
        with _transaction(held):
            sources, tail = begin_in(held.connection, held.sources, held.tail, renewal)
            skipped, tail = pass_over(held.connection, sources, tail, renewal)
            standing.keep(held.connection, "")
        held.sources, held.tail = sources, tail
    return Begun(sources.key.incarnation, skipped)


def open_restored(
    folder: DataFolder, dek: bytes, outside: tuple[Clock, Entropy], renewal: Renewal
) -> tuple[DeskStore, Begun]:
    """Open a store that its marker contradicts, in a later incarnation; what the marker says goes before what ``renewal`` says.

    Raises:
        DeskError: ``restore.not_needed`` where marker and file agree; as `open_unchecked` and `begin`.
    """
    store = open_unchecked(folder, dek, *outside)
    try:
        return store, begin_where_needed(store, renewal)
    except BaseException:
        store.close()
        raise


def begin_where_needed(store: DeskStore, renewal: Renewal) -> Begun:
    """Begin a later incarnation of a store that was opened unchecked; what the marker says goes before what ``renewal`` says.

    Raises:
        DeskError: ``restore.not_needed`` where marker and file agree and the desk may write; as `begin`.
    """
    loss = loss_of(store)
    if loss is None and not _is_barred(store):
        raise DeskError("restore.not_needed")
    if loss is not None:
        above = max(loss.incarnation, renewal.above)
        renewal = replace(renewal, cause=loss.cause, missing=loss.missing, above=above)
    store.marker().make_room()
    return begin(store, renewal)


def loss_of(store: DeskStore) -> Loss | None:
    """What the marker knows and the open file does not."""
    with store.held() as held:
        return start_checks.loss_of(held.connection, held.sources.key, store.marker())


def bar(store: DeskStore, reason: str) -> None:
    """Write nothing any more, until a later incarnation begins: this desk may be a copy of another that goes on.

    Raises:
        DeskError: ``store.busy``, ``disk.*``.
    """
    with store.held() as held:
        with _transaction(held):
            standing.keep(held.connection, reason)
        held.sources = replace(held.sources, barred=reason)


def begin_in(connection: Connection, sources: Sources, tail: Tail, renewal: Renewal) -> tuple[Sources, Tail]:
    """The first events of a later incarnation, inside the caller's transaction: as whom and where the desk goes on.

    Raises:
        DeskError: as `begin`.
    """
    before = sources.key
    heads = start_checks.heads_of(connection, before)
    kinds = (DeskOpened, RegisterOpened)
    opened = [_opened(connection, before, kind, heads.of(kind.STREAM), renewal) for kind in kinds]
    incarnation = max(before.incarnation, renewal.above) + 1
    now = replace(sources, key=device_key.rise(connection, before, incarnation), barred="")
    fresh = Heads(Head(Stream.KT1, incarnation), Head(Stream.COUNTER, incarnation))
    writer = Writer(connection, now, Tail(fresh, tail.time))
    parents: tuple[EventId, ...] = ()
    for fact in opened:
        was = EventId.parse(fact.was)
        first = writer.append(fact, Appending(renewal.approver, parents=(was, *parents)))
        parents = (first.id,)
    return now, writer.tail


def pass_over(
    connection: Connection, sources: Sources, tail: Tail, renewal: Renewal
) -> tuple[tuple[NumbersSkipped, ...], Tail]:
    """Pass over the numbers that lost records may have given, inside the caller's transaction.

    It comes after what is written again, which keeps its numbers.
    """
    writer = Writer(connection, sources, tail)
    skipped = tuple(_skips(connection, renewal))
    for skip in skipped:
        writer.append(skip, Appending(renewal.approver))
    return skipped, writer.tail


def _opened(
    connection: Connection, key: DeviceKey, kind: type[DeskOpened], was: Head, renewal: Renewal
) -> DeskOpened:
    """The same desk, as its last incarnation began, and what this one follows.

    Raises:
        DeskError: ``store.no_desk``.
    """
    stream = kind.STREAM
    event = entries.read(connection, start_checks.chain_of(key, stream).id(1))
    if event is None:
        raise DeskError("store.no_desk")
    body = event.body()
    services, transports = (tuple(cast(list[str], body.get(name, []))) for name in ("services", "transports"))
    return kind(
        str(body["point"]),
        str(body["mode"]),
        str(body["key"]),
        str(body["program"]),
        desk_file=str(body.get("file", "")),
        services=services,
        transports=transports,
        province_key=str(body.get("province", "")),
        was=start_checks.chain_of(key, stream).id(was.seq).text,
        was_hash=was.hash.hex(),
        reason=renewal.cause.value,
        approved=renewal.approver,
    )


def _skips(connection: Connection, renewal: Renewal) -> Iterator[NumbersSkipped]:
    """How far each block is passed over; nothing where nothing is lost."""
    papers = {number.prefix: int(number.serial) for number in map(S10.parse, renewal.last_numbers)}
    missing = renewal.missing
    count = sum(NUMBERS_OF[stream] * lost for stream, lost in missing.items()) if missing is not None else 0
    for prefix, free, last in _BLOCKS.all(connection, {"none": 0}):
        upto = _after(connection, (prefix, free, last), count) if missing is not None else last
        seen = papers.get(prefix)
        if seen is not None:
            upto = max(upto if missing is not None else free - 1, min(seen, last))
        if upto >= free:
            yield NumbersSkipped(prefix, free, upto, renewal.cause.value)


def _after(connection: Connection, span: tuple[str, int, int], count: int) -> int:
    """The serial behind which ``count`` free numbers are passed over."""
    prefix, free, last = span
    serial = free - 1
    while count and serial < last:
        serial += 1
        count -= not numbers.is_used(connection, number_at(prefix, serial).text)
    return serial


def _is_barred(store: DeskStore) -> bool:
    with store.held() as held:
        return bool(held.sources.barred)


@contextmanager
def _transaction(held: Held) -> Iterator[None]:
    """All of it or nothing."""
    held.connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        held.connection.execute("COMMIT")
    except BaseException:
        if cast(Any, held.connection).in_transaction:
            held.connection.execute("ROLLBACK")
        raise
