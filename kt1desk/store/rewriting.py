"""A journal brought together with what the centre has of it, on a copy of the file: nothing is deleted but from the copy.

Chains are only ever added to, so a branch that the centre contradicts cannot stay where it is: its names belong to others. On the copy
the chain takes the centre's events, and the desk's own branch is written again at the end, under new names, in the order in which it
happened; which event is now which is written down too (`JournalReissued`), for the receipts that were printed. What came back but does not
fit what was done without it stays in the journal and nothing follows from it (`JournalSetAside`).

The file of before is kept beside, whole. This module must not know where the centre's events come from, nor who is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar, cast

from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, EventId, Stream, seal
from kt1desk.domain.facts import (
    SIGNED,
    DeskOpened,
    DossierAccepted,
    ItemAccepted,
    JournalReissued,
    JournalSetAside,
    LineAllowed,
    RegisterOpened,
    RegisterReissued,
)
from kt1desk.domain.facts.restored import MOST_ROWS, Renamed, SetAside
from kt1desk.domain.signing import signed
from kt1desk.domain.touching import touches
from kt1desk.services.ports import Appending
from kt1desk.store import chains, entries, rebuild, standing
from kt1desk.store.entries import Chain
from kt1desk.store.incarnations import Begun, Renewal, begin_in, pass_over
from kt1desk.store.schema_sql import TRIGGERS
from kt1desk.store.statements import Connection
from kt1desk.store.writing import Sources, Tail, Writer

FOLLOWS = "restore.follows"
"""Why an event was not written again: what it goes on from was not."""
ALLOW_AGAIN = "restore.allow_again"
"""Why leave for the network was not: nobody knows whether it was taken back in what is lost, so an administrator gives it once more."""

Row = TypeVar("Row")

_DROP_EVENTS = "DELETE FROM event WHERE id > ? AND id <= ?"
_DROP_BESIDE = "DELETE FROM particulars WHERE stream = ? AND incarnation = ? AND seq > ?"
_DROP_FRAMES = "DELETE FROM frame WHERE stream = ? AND incarnation = ? AND number >= ?"
_ADD_FRAME = "INSERT INTO frame (stream, incarnation, number, data) VALUES (?, ?, ?, ?)"
_OPENINGS = {DeskOpened.TYPE, RegisterOpened.TYPE}


@dataclass(frozen=True, slots=True)
class Known:
    """What the centre has of one chain of this desk, from where it is more or other than ours.

    Attributes:
        common: the last event that both have; 0 for none.
        events: the centre's events after it, proved.
        first_frame: number of the first frame that is not common.
        frames: the centre's frames from that number on.
    """

    stream: Stream
    incarnation: int
    common: int
    events: tuple[Event, ...] = field(default=(), repr=False)
    first_frame: int = 1
    frames: tuple[bytes, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Rewritten:
    """What came of it.

    Attributes:
        came_back: how many events of the centre's were added.
        renamed: the desk's own branch, event by event.
        aside: what came back and does not fit.
        begun: the later incarnation, where one began.
        tail: where the desk stands.
    """

    came_back: int
    renamed: tuple[Renamed, ...]
    aside: tuple[SetAside, ...]
    begun: Begun | None
    tail: Tail

    @property
    def not_reissued(self) -> tuple[Renamed, ...]:
        """Events of the branch that lie in the archived file alone: somebody has to look at each."""
        return tuple(row for row in self.renamed if not row.now)


def rewrite(
    copy: Connection,
    sources: Sources,
    tail: Tail,
    known: Sequence[Known],
    renewal: Renewal | None,
    actor: str,
) -> Rewritten:
    """Bring a copy together with what the centre has, in one transaction, and prove it.

    Args:
        copy: a connection to the copy, without authorizer.
        sources: as whom the desk writes.
        tail: where it stands.
        known: what the centre has, each chain once.
        renewal: leave for a later incarnation; needed where the chain that the desk writes in changes.
        actor: who is named with what is written.

    Raises:
        DeskError: ``restore.does_not_fit`` with ``event`` where the centre's events do not follow the common ones; ``restore.result_bad``
            where the copy is not what a replay of its journal gives; ``disk.*``. The copy is to be thrown away then.
    """
    copy.execute("BEGIN IMMEDIATE")
    branch = [event for each in known for event in _ours(copy, sources, each)]
    _without_branch(copy, sources, known)
    for each in known:
        _take(copy, sources, each)
    aside = rebuild.again_without_strangers(copy)
    times = [event.envelope.hlc for each in known for event in each.events]
    tail = replace(tail, time=max([tail.time, *times]))
    if renewal is not None:
        sources, tail = begin_in(copy, sources, tail, renewal)
    writer = _Again(copy, sources, tail, actor)
    writer.tell(JournalSetAside(rows) for rows in _parts(aside))
    writer.write(sorted(branch, key=lambda event: event.envelope.hlc))
    begun, tail = None, writer.tail
    if renewal is not None:
        skipped, tail = pass_over(copy, sources, tail, renewal)
        begun = Begun(sources.key.incarnation, skipped)
    standing.keep(copy, "")
    copy.execute("COMMIT")
    _prove(copy, sources)
    came_back = sum(len(each.events) for each in known)
    return Rewritten(came_back, tuple(writer.renamed), aside, begun, tail)


def _ours(copy: Connection, sources: Sources, known: Known) -> Iterator[Event]:
    """The desk's own events after the common ones, with what stands beside them."""
    chain = _chain(sources, known)
    for entry in entries.walk(copy, chain, known.common + 1):
        yield entries.whole(entry, entries.beside(copy, chain.id(entry.seq)))


def _without_branch(copy: Connection, sources: Sources, known: Sequence[Known]) -> None:
    """Take the branches out: only here, and only from a copy, is anything taken out of a journal.

    All guards are made anew: whoever edited the file by hand may have taken them away.
    """
    for trigger in TRIGGERS:
        copy.execute(f"DROP TRIGGER IF EXISTS {trigger.split()[2]}")
    for each in known:
        span = _chain(sources, each).span(each.common)
        copy.execute(_DROP_BESIDE, (each.stream.value, each.incarnation, each.common))
        copy.execute(_DROP_EVENTS, (span["place"], span["upto"]))
    for trigger in TRIGGERS:
        copy.execute(trigger)


def _take(copy: Connection, sources: Sources, known: Known) -> None:
    chain = _chain(sources, known)
    head = entries.head(copy, chain)
    seq, hashed = head.seq, head.hash
    for event in known.events:
        if event.id != chain.id(seq + 1) or event.prev != hashed:
            raise DeskError("restore.does_not_fit", event=event.id.text)
        entries.write(copy, event)
        seq, hashed = event.id.seq, event.hash
    place = (known.stream.value, known.incarnation)
    copy.execute(_DROP_FRAMES, (*place, known.first_frame))
    for number, data in enumerate(known.frames, start=known.first_frame):
        copy.execute(_ADD_FRAME, (*place, number, data))


def _prove(copy: Connection, sources: Sources) -> None:
    _, faults = chains.check(copy, sources.key.device)
    if faults or rebuild.differences(copy):
        raise DeskError("restore.result_bad")


class _Again:
    """Writes a branch once more, under new names.

    Attributes:
        renamed: what became of each event, in the order in which they happened.
    """

    def __init__(self, copy: Connection, sources: Sources, tail: Tail, actor: str) -> None:
        self._copy = copy
        self._sources = sources
        self._tail = tail
        self._actor = actor
        self._names: dict[str, str] = {}
        self._gone: set[str] = set()
        self.renamed: list[Renamed] = []

    @property
    def tail(self) -> Tail:
        """Where the desk stands."""
        return self._tail

    def tell(self, facts: Iterable[JournalSetAside | JournalReissued]) -> None:
        """Write facts about what was done."""
        for fact in facts:
            writer = Writer(self._copy, self._sources, self._tail)
            writer.append(fact, Appending(self._actor))
            self._tail = writer.tail

    def write(self, branch: Sequence[Event]) -> None:
        """Every event once more that can be; then which is which, in the stream that each belongs to."""
        for event in branch:
            row = self._one(event)
            self.renamed.append(row)
            if row.now:
                self._names |= {row.was: row.now}
            else:
                self._gone |= {row.was, *_named(event)}
        for kind in (JournalReissued, RegisterReissued):
            rows = [row for row in self.renamed if EventId.parse(row.was).stream is kind.STREAM]
            self.tell(kind(part) for part in _parts(rows))

    def _one(self, event: Event) -> Renamed:
        was, was_hash = event.id.text, event.hash.hex()
        head = self._tail.heads.of(event.id.stream)
        if event.envelope.type in _OPENINGS:  # this incarnation has begun with one of its own
            return Renamed(was, was_hash, replace(event.id, incarnation=head.incarnation, seq=1).text)
        if any(parent.text in self._gone for parent in event.envelope.parents) or self._goes_on(event):
            return Renamed(was, was_hash, why=FOLLOWS)
        if event.envelope.type == LineAllowed.TYPE:
            return Renamed(was, was_hash, why=ALLOW_AGAIN)
        made = self._renewed(event)
        refused = rebuild.follow(self._copy, made, is_new=True)
        if refused:
            return Renamed(was, was_hash, why=refused)
        self._tail = self._tail.after(made)
        self._names[was_hash] = made.hash.hex()
        return Renamed(was, was_hash, made.id.text)

    def _goes_on(self, event: Event) -> bool:
        """Whether it goes on with a thing whose beginning is not written again: the number is another's."""
        return any(each.number in self._gone for each in touches(event.body(), event.envelope))

    def _renewed(self, event: Event) -> Event:
        head = self._tail.heads.of(event.id.stream)
        before = event.envelope
        envelope = replace(
            before,
            id=replace(before.id, incarnation=head.incarnation, seq=head.seq + 1),
            hlc=self._tail.time.next(self._sources.clock.now().utc_ms),
            parents=tuple(
                EventId.parse(self._names.get(parent.text, parent.text)) for parent in before.parents
            ),
        )
        body = {name: value for name, value in event.body().items() if name not in {"beside", "sig"}}
        renamed = cast(Mapping[str, Json], _renamed(body, self._names))
        made = seal(head.hash, envelope, renamed, event.particulars)
        return signed(made, self._sources.key.sign) if before.type in SIGNED else made


def _renamed(value: Json, names: Mapping[str, str]) -> Json:
    """The same with the new names in place of the old ones: identities and hashes of events, wherever they stand alone."""
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, Mapping):
        return {name: _renamed(each, names) for name, each in value.items()}
    if isinstance(value, Sequence):
        return [_renamed(each, names) for each in value]
    return value


def _named(event: Event) -> Iterator[str]:
    """The numbers that an acceptance gave."""
    body = event.body()
    if event.envelope.type == ItemAccepted.TYPE:
        yield str(body["item"])
    if event.envelope.type == DossierAccepted.TYPE:
        yield from (str(leg["item"]) for leg in cast(Sequence[Mapping[str, Json]], body["legs"]))


def _parts(rows: Sequence[Row]) -> Iterator[tuple[Row, ...]]:
    """Rows in the numbers that one fact holds."""
    return (tuple(rows[at : at + MOST_ROWS]) for at in range(0, len(rows), MOST_ROWS))


def _chain(sources: Sources, known: Known) -> Chain:
    return Chain(sources.key.device, known.stream, known.incarnation)
