"""What is checked each time a desk starts, at a cost that does not grow with the journal.

SQLCipher notices rot but not age: a flipped bit in the write-ahead log drops every later row without a word, and an older copy of the file
passes all its checks. The head marker outside the file shows both. Then the last thousand events of each stream are hashed again; all
others are left to `kt1desk.store.verify`, which runs in the background. Projections are trusted here.
"""

from __future__ import annotations

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import GENESIS, Envelope, HybridTime, Stream
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
    for stream in Stream:
        _compare(connection, chain_of(key, stream), heads.of(stream), marked.of(stream))
    for stream in Stream:
        _check_tail(connection, chain_of(key, stream), heads.of(stream))
    if marked != heads:
        marker.write(heads)
        if marked.damaged:
            marker.write(heads)  # both slots are good again
    return heads


def time_of(connection: Connection, key: DeviceKey, heads: Heads) -> HybridTime:
    """The hybrid time of the last event, in whichever stream it stands."""
    times = [HybridTime()]
    for stream in Stream:
        entry = entries.at(connection, chain_of(key, stream), heads.of(stream).seq)
        if entry is not None:
            times.append(Envelope.decode(entry.envelope).hlc)
    return max(times)


def _compare(connection: Connection, chain: Chain, head: Head, marked: Head) -> None:
    if marked.seq > head.seq:
        raise DeskError(
            "store.records_missing", stream=chain.stream.name.lower(), missing=marked.seq - head.seq
        )
    if marked.seq == 0:
        return
    entry = entries.at(connection, chain, marked.seq)
    if entry is None or entry.hash != marked.hash:
        raise DeskError("store.head_differs", event=chain.id(marked.seq).text)


def _check_tail(connection: Connection, chain: Chain, head: Head) -> None:
    seq = max(0, head.seq - TAIL)
    before = entries.at(connection, chain, seq)
    hashed = before.hash if before is not None else GENESIS
    for entry in entries.walk(connection, chain, seq + 1):
        if not entry.follows(seq, hashed):
            raise DeskError("store.chain_broken", event=chain.id(seq + 1).text)
        seq, hashed = entry.seq, entry.hash
