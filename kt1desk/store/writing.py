"""Writing events: identity, times, salts, hash, and the projections that follow, all inside the caller's transaction.

The desk's place in both chains is kept as a value: a transaction works on its own copy, and only a commit makes that copy the desk's. This
module must not know when a transaction begins or ends.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import (
    SALT_BYTES,
    Envelope,
    Event,
    EventId,
    HybridTime,
    Moment,
    Particulars,
    Stream,
    seal,
)
from kt1desk.domain.facts import SIGNED, DossierMailTaken, Fact, MailTaken, PersonsErased
from kt1desk.domain.service import Service, service_of
from kt1desk.domain.signing import signed
from kt1desk.services.ports import Appending, Clock
from kt1desk.store import entries, erasing, projections, received
from kt1desk.store.device_key import DeviceKey, Entropy
from kt1desk.store.marker import Head, Heads
from kt1desk.store.statements import Connection

_SAME_ACT_MS = 60_000
"""An act that is typed in within a minute was typed in when it happened; later is nhập bù, and both times are kept."""

_FOLLOWED_MS = 600_000
"""How far ahead of our clock the hybrid time of another desk may be to be followed."""


@dataclass(frozen=True, slots=True)
class Tail:
    """Where the desk stands: the heads of both streams and the hybrid time of the last event of either."""

    heads: Heads
    time: HybridTime

    def after(self, event: Event) -> Tail:
        """Where it stands after ``event``."""
        head = Head(event.id.stream, event.id.incarnation, event.id.seq, event.hash)
        if event.id.stream is Stream.KT1:
            return Tail(replace(self.heads, kt1=head), event.envelope.hlc)
        return Tail(replace(self.heads, counter=head), event.envelope.hlc)


@dataclass(frozen=True, slots=True)
class Sources:
    """What an event takes from outside: the key it is written under, the clock, and random bytes for the salts.

    Attributes:
        barred: why nothing may be written now, coded; empty where it may (`kt1desk.store.standing`).
    """

    key: DeviceKey
    clock: Clock
    entropy: Entropy
    barred: str = ""


class Writer:
    """Appends events to one transaction."""

    def __init__(self, connection: Connection, sources: Sources, tail: Tail) -> None:
        self._connection = connection
        self._sources = sources
        self._tail = tail

    @property
    def tail(self) -> Tail:
        """Where the desk stands if the transaction is committed."""
        return self._tail

    def append(self, fact: Fact, how: Appending) -> Event:
        """Write one event and let the projections follow.

        Raises:
            DeskError: ``canonical.*``, ``event.*``, ``number.*``, ``store.*``, ``disk.*``; ``desk.read_only``. The transaction must
                not be committed then.
        """
        if self._sources.barred:
            raise DeskError("desk.read_only", reason=self._sources.barred)
        body = fact.body()
        kept = tuple(
            Particulars.make(slot, fields, self._sources.entropy(SALT_BYTES))
            for slot, fields in sorted((how.particulars or {}).items())
        )
        head = self._tail.heads.of(fact.STREAM)
        event = seal(head.hash, self._envelope(fact, how, head.seq + 1), body, kept)
        if fact.TYPE in SIGNED:
            event = signed(event, self._sources.key.sign)
        if isinstance(fact, PersonsErased):
            erasing.words_of_persons(self._connection, fact)
        entries.write(self._connection, event)
        projections.apply(self._connection, event, body)
        self._tail = self._tail.after(event)
        return event

    def take(self, event: Event, way: str, actor: str) -> bool:
        """Keep an event of another desk, and write our own that says so, later than it in hybrid time.

        A clock that is far ahead would drag every desk along that hears of it: such a time is not followed.

        Raises:
            DeskError: as `append`.
        """
        theirs = event.envelope.hlc
        if theirs.ms <= self._sources.clock.now().utc_ms + _FOLLOWED_MS:
            self._tail = replace(self._tail, time=max(self._tail.time, theirs))
        received.write(self._connection, event)
        taken = DossierMailTaken if service_of(event.envelope.type) is Service.TTHC else MailTaken
        fact = taken(event.id.text, event.hash.hex(), way)
        self.append(fact, Appending(actor, parents=(event.id,)))
        return True

    def _envelope(self, fact: Fact, how: Appending, seq: int) -> Envelope:
        key, clock = self._sources.key, self._sources.clock
        now = clock.now()
        happened = how.happened or now
        return Envelope(
            id=EventId(key.device, fact.STREAM, key.incarnation, seq),
            type=fact.TYPE,
            version=fact.VERSION,
            happened=happened,
            hlc=self._tail.time.next(now.utc_ms),
            boot=clock.boot_id(),
            actor=how.actor,
            entered=now if _is_later_entry(happened, now) else None,
            second=how.second,
            parents=how.parents,
        )


def _is_later_entry(happened: Moment, now: Moment) -> bool:
    return abs(now.utc_ms - happened.utc_ms) >= _SAME_ACT_MS
