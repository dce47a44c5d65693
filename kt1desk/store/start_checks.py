"""What is checked each time a desk starts, at a cost that does not grow with the journal.

SQLCipher notices rot but not age: a flipped bit in the write-ahead log drops every later row without a word, and an older copy of the file
passes all its checks. The head marker outside the file shows both. Then the last thousand events of each stream are hashed again; all
others are left to `kt1desk.store.verify`, which runs in the background. Projections are trusted here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import GENESIS, Envelope, HybridTime, Stream
from kt1desk.domain.facts.restored import Cause
from kt1desk.store import entries
from kt1desk.store.device_key import DeviceKey
from kt1desk.store.entries import Chain
from kt1desk.store.marker import Head, Heads, Marker
from kt1desk.store.statements import Connection

TAIL = 1_000
"""Events of each stream hashed at the start: 4 ms of hashing."""


def chain_of(key: DeviceKey, stream: Stream) -> Chain:
    """The chain a desk writes in now."""
    return Chain(key.device, stream, key.incarnation)


def heads_of(connection: Connection, key: DeviceKey) -> Heads:
    """The last events of both streams, from the file."""
    return Heads(
        entries.head(connection, chain_of(key, Stream.KT1)),
        entries.head(connection, chain_of(key, Stream.COUNTER)),
    )


def check(connection: Connection, key: DeviceKey, marker: Marker) -> Heads:
    """Compare the journal with the marker, hash its tail, and return its heads. A marker that is behind is brought up.

    A marker may be behind by the one commit during which the program died: the marker is written after it. It is never ahead.

    Raises:
        DeskError: ``store.records_missing`` with ``stream`` and ``missing``; ``store.head_differs`` with ``event`` where the journal has
            another event at the marker's place; ``store.marker_missing``; ``store.chain_broken`` with ``event``, the first bad one;
            ``store.marker_damaged``; ``disk.*``.
    """
    heads = heads_of(connection, key)
    marked = marker.read()
    if marked is None:
        if heads.kt1.seq or heads.counter.seq:
            raise DeskError("store.marker_missing")
        marker.write(heads)
        return heads
    for found in _differences(connection, key, heads, marked):
        raise found.refusal
    check_tails(connection, key, marker)
    if marked != heads:
        marker.write(heads)
        if marked.damaged:
            marker.write(heads)  # both slots are good again
    return heads


@dataclass(frozen=True, slots=True)
class Loss:
    """What the marker says that the file does not.

    Attributes:
        cause: why the desk may not just go on.
        missing: events that the file lacks, by stream; None where nobody knows how many.
        incarnation: the highest one that the marker names; 0 where it names none.
        marked: the heads that the marker names, None where it names none or another event than the file at the same place.
    """

    cause: Cause
    missing: Mapping[Stream, int] | None = field(default_factory=dict)
    incarnation: int = 0
    marked: Heads | None = None


def loss_of(connection: Connection, key: DeviceKey, marker: Marker) -> Loss | None:
    """What is lost by the marker; None where marker and file agree.

    Raises:
        DeskError: ``disk.*``.
    """
    heads = heads_of(connection, key)
    try:
        marked = marker.read()
    except DeskError as error:
        if error.code != "store.marker_damaged":
            raise
        return Loss(Cause.MARKER_LOST, None)
    if marked is None:
        return Loss(Cause.MARKER_LOST, None) if heads.kt1.seq or heads.counter.seq else None
    found = list(_differences(connection, key, heads, marked))
    if not found:
        return None
    highest = max(marked.of(stream).incarnation for stream in Stream)
    cause = max((each.cause for each in found), key=lambda cause: cause is Cause.HEAD_DIFFERS)
    believed = marked if cause is Cause.OLDER_COPY else None
    if any(each.missing is None for each in found):
        return Loss(cause, None, highest, believed)
    return Loss(cause, {each.stream: each.missing or 0 for each in found}, highest, believed)


def check_tails(connection: Connection, key: DeviceKey, _marker: Marker) -> Heads:
    """Hash the last thousand events of each stream, those of the incarnation before this one too where it is short.

    Raises:
        DeskError: ``store.chain_broken`` with ``event``; ``disk.*``.
    """
    for stream in Stream:
        incarnation, left = key.incarnation, TAIL
        while incarnation and left > 0:
            chain = Chain(key.device, stream, incarnation)
            head = entries.head(connection, chain)
            _check_tail(connection, chain, head, left)
            incarnation, left = incarnation - 1, left - head.seq
    return heads_of(connection, key)


def time_of(connection: Connection, key: DeviceKey, heads: Heads) -> HybridTime:
    """The hybrid time of the last event, in whichever stream it stands."""
    times = [HybridTime()]
    for stream in Stream:
        entry = entries.at(connection, chain_of(key, stream), heads.of(stream).seq)
        if entry is not None:
            times.append(Envelope.decode(entry.envelope).hlc)
    return max(times)


@dataclass(frozen=True, slots=True)
class _Difference:
    """Where marker and file contradict each other in one stream, and the refusal it is at a usual start."""

    stream: Stream
    cause: Cause
    missing: int | None
    refusal: DeskError


def _differences(
    connection: Connection, key: DeviceKey, heads: Heads, marked: Heads
) -> Iterator[_Difference]:
    for stream in Stream:
        found = _difference(connection, chain_of(key, stream), heads.of(stream), marked.of(stream))
        if found is not None:
            yield found


def _difference(connection: Connection, chain: Chain, head: Head, marked: Head) -> _Difference | None:
    """A marker of an earlier incarnation is one that was left behind when this one began, and the first events here name its end."""
    if marked.incarnation < chain.incarnation:
        return None
    if (marked.incarnation, marked.seq) > (chain.incarnation, head.seq):
        known = marked.incarnation == chain.incarnation
        missing = marked.seq - head.seq if known else marked.seq
        told = DeskError("store.records_missing", stream=chain.stream.name.lower(), missing=missing)
        return _Difference(chain.stream, Cause.OLDER_COPY, missing if known else None, told)
    if marked.seq == 0:
        return None
    entry = entries.at(connection, chain, marked.seq)
    if entry is None or entry.hash != marked.hash:
        told = DeskError("store.head_differs", event=chain.id(marked.seq).text)
        return _Difference(chain.stream, Cause.HEAD_DIFFERS, None, told)
    return None


def _check_tail(connection: Connection, chain: Chain, head: Head, most: int) -> None:
    seq = max(0, head.seq - most)
    before = entries.at(connection, chain, seq)
    hashed = before.hash if before is not None else GENESIS
    for entry in entries.walk(connection, chain, seq + 1):
        if not entry.follows(seq, hashed):
            raise DeskError("store.chain_broken", event=chain.id(seq + 1).text)
        seq, hashed = entry.seq, entry.hash
