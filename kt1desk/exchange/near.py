"""Desks of one point that see each other through a shared folder, without any server: one round of looking and leaving.

    look for the newest file of each sibling for us → prove it → take in what is new → leave a file with how far we have theirs,
    and with what they did not say they have of ours

Nothing follows from a file having been written: what the other one says it has is gone on from, so any file may be missing, torn, old,
doubled or another's. A folder that cannot be reached is a state of the round, never an error that stops a desk. Whoever calls decides how
often; a round with nothing new lists the folder and reads no file.

KT1 goes this way where its stream may go by file (`Transport.BUNDLE`), dossiers always may. This module must not know how a folder or a
file is made, nor who shows a round.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kt1desk.domain.desk_file import Transport
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, Moment, Stream
from kt1desk.domain.service import service_of
from kt1desk.exchange.gate_talk import LINE_ACTOR
from kt1desk.exchange.judging import judge
from kt1desk.exchange.mailroom import STREAM_OF, Mailroom
from kt1desk.exchange.near_file import (
    MAX_BYTES,
    MAX_CHAINS,
    ChainMark,
    NearHead,
    NearLetter,
    OpenedNear,
    Span,
    open_near,
    seal_near,
)
from kt1desk.exchange.near_folder import NearFolder, NearName
from kt1desk.exchange.near_leaving import to_leave
from kt1desk.exchange.near_marks import NearPeer, near_peer, note_near, with_mark
from kt1desk.exchange.policy import opening, require_way
from kt1desk.exchange.taking import Outcome, Taken, readable
from kt1desk.exchange.taking_all import take_all
from kt1desk.exchange.trust import DeskKeys, local_day

HEARTBEAT_MS = 60_000
"""A desk that has nothing new to say says so that often, so that the others know how old their picture of it is."""
WAY = "folder"
"""As `kt1desk.domain.facts.MailTaken` says it."""

_TRIED = 4
"""Files of one sibling that are tried: the newest, and a few more where somebody left bad ones under newer names."""


@dataclass(frozen=True, slots=True)
class Sibling:
    """Another desk of the point; ``made_ms`` is when its newest file that was proved was made, by its clock, 0 for never."""

    device: int
    made_ms: int
    age_ms: int


@dataclass(frozen=True, slots=True)
class NearReport:
    """What came of a round.

    Attributes:
        written: the desks that a new file was left for.
        taken: events that came, one by one.
        refused: names of files that were passed over, and why.
        siblings: the other desks of the point by the key list of the day.
        problem: why not everything could be done: ``near.folder``, ``near.read_only``, ``exchange.*``, ``disk.*``; None where it could.
    """

    written: tuple[int, ...] = ()
    taken: tuple[Taken, ...] = ()
    refused: tuple[tuple[str, DeskError], ...] = ()
    siblings: tuple[Sibling, ...] = ()
    problem: DeskError | None = None


class Near:
    """The shared folder of one desk.

    Args:
        kt1, tthc: its mailrooms of both services, on one journal with one key list; with a newer list another `Near` is made.
        folder: where the files lie.
    """

    def __init__(self, kt1: Mailroom, tthc: Mailroom, folder: NearFolder) -> None:
        self._rooms = (kt1, tthc)
        self._room = tthc
        self._folder = folder
        self._looked_at: dict[int, tuple[NearName, frozenset[Stream]]] = {}
        self._said: dict[int, tuple[tuple[ChainMark, ...], tuple[Span, ...], int]] = {}

    def round(self) -> NearReport:
        """Look once, leave once. Never raises for what lies in the folder, nor for what the folder does.

        Raises:
            DeskError: ``trust.trial_desk``, ``store.no_desk``.
        """
        now = self._room.clock.now()
        streams, problem = self._streams()
        found = self._siblings(now)
        report = NearReport(problem=problem)
        try:
            names = self._folder.names() if streams else ()
            for row in found:
                report = self._look(report, row, names, streams)
            for row in found:
                report = self._leave(report, row, names, (streams, now))
            self._tidy(names, found)
        except DeskError as error:
            report = replace(report, problem=error)
        return replace(report, siblings=tuple(self._seen(row.device, now) for row in found))

    def _streams(self) -> tuple[frozenset[Stream], DeskError | None]:
        """The streams that may go by file, and why one may not."""
        may, why = set[Stream](), None
        with self._room.journal.read() as reader:
            opening(reader)
            for room in self._rooms:
                try:
                    require_way(reader, Transport.BUNDLE, STREAM_OF[room.service])
                except DeskError as error:
                    why = error
                else:
                    may.add(STREAM_OF[room.service])
        return frozenset(may), None if may else why

    def _siblings(self, now: Moment) -> tuple[DeskKeys, ...]:
        own, day = self._room.own, local_day(now)
        rows = self._room.keys.desks
        return tuple(
            sorted(
                row
                for row in rows
                if row.point == own.point and row.holds_on(day) and row.device != own.device
            )
        )

    def _look(
        self, report: NearReport, row: DeskKeys, names: Sequence[NearName], streams: frozenset[Stream]
    ) -> NearReport:
        """Take in the newest good file of a sibling."""
        ours = self._room.own.device
        found = [name for name in names if (name.device, name.to) == (row.device, ours)]
        for name in found[: -_TRIED - 1 : -1]:
            if self._looked_at.get(row.device) == (name, streams):
                break
            data = self._folder.read(name, MAX_BYTES)
            if data is None:
                continue
            try:
                opened = self._proved(data, row.device)
            except DeskError as error:
                report = replace(report, refused=(*report.refused, (name.text, error)))
                continue
            taken = self._take(opened, streams)
            # once is enough, for what waits too: a newer program or key list makes this object anew, a gap is closed by another file
            self._looked_at[row.device] = name, streams
            return replace(report, taken=(*report.taken, *taken))
        return report

    def _proved(self, data: bytes, device: int) -> OpenedNear:
        opened = open_near(data, self._room.own, self._room.keys)
        if opened.head.device != device:
            raise DeskError("near.other_desk", device=opened.head.device)
        known = near_peer(self._room.notes, device)
        if (opened.head.incarnation, opened.head.number) < (known.incarnation, known.number):
            raise DeskError("near.older", number=opened.head.number, known=known.number)
        return opened

    def _take(self, opened: OpenedNear, streams: frozenset[Stream]) -> tuple[Taken, ...]:
        """What came of a file; how far we are now is remembered."""
        room, head = self._room, opened.head
        known = near_peer(room.notes, head.device)
        spans = [span for span in opened.letter.spans if span.after.stream in streams]
        goes_on = [span for span in spans if _goes_on(span, known)]
        events = [event for each in opened.records if _wanted(event := readable(each), goes_on)]
        rows = take_all(room, events, WAY, LINE_ACTOR, lambda event: self._judge(event, opened.desk))
        known = replace(
            known,
            incarnation=head.incarnation,
            number=head.number,
            made_ms=head.made.utc_ms,
            acked=opened.letter.acks,
        )
        for span in spans:
            mark = _taken_upto(span, known, events, rows) if span in goes_on else _from_before(span, known)
            known = replace(known, taken=with_mark(known.taken, mark))
        note_near(room.notes, head.device, known)
        return rows

    def _judge(self, event: Event, carrier: DeskKeys) -> None:
        room = self._room
        judge(event, room.own, room.keys, carrier, service_of(event.envelope.type))

    def _leave(
        self,
        report: NearReport,
        row: DeskKeys,
        names: Sequence[NearName],
        when: tuple[frozenset[Stream], Moment],
    ) -> NearReport:
        """A new file for a sibling, where there is anything new to say, or the last one is gone or old."""
        room, (streams, now) = self._room, when
        if not streams:
            return report
        known = near_peer(room.notes, row.device)
        acks = tuple(mark for mark in known.taken if mark.stream in streams)[-MAX_CHAINS:]
        with room.journal.read() as reader:
            leaving = to_leave(reader, known, streams, room.own.point)
            incarnation = opening(reader).id.incarnation
        said = self._said.get(row.device)
        lies = NearName(room.own.device, row.device, known.written) in names
        is_fresh = said is not None and 0 <= now.utc_ms - said[2] < HEARTBEAT_MS
        if lies and is_fresh and said is not None and said[:2] == (acks, leaving.spans):
            return report
        # by the clock, so that a copy of this desk that was put back does not write under numbers that were seen before
        number = max(known.written + 1, now.utc_ms // 1000)
        head = NearHead(room.own.device, row.device, incarnation, number, now)
        letter = NearLetter(room.own.point, acks, leaving.spans)
        data = seal_near(leaving.events, head, letter, row, room.own, room.entropy)
        self._folder.write(NearName(head.device, head.to, number), data)
        note_near(room.notes, row.device, replace(known, written=number))
        self._said[row.device] = (acks, leaving.spans, now.utc_ms)
        return replace(report, written=(*report.written, row.device))

    def _tidy(self, names: Sequence[NearName], found: Sequence[DeskKeys]) -> None:
        """Delete files of ours that a newer one stands for, or that are for nobody any more."""
        own = self._room.own.device
        newest = {row.device: near_peer(self._room.notes, row.device).written for row in found}
        mine = [name for name in names if name.device == own]
        self._folder.drop([name for name in mine if name.number != newest.get(name.to)])

    def _seen(self, device: int, now: Moment) -> Sibling:
        made_ms = near_peer(self._room.notes, device).made_ms
        return Sibling(device, made_ms, max(0, now.utc_ms - made_ms) if made_ms else 0)


def _goes_on(span: Span, known: NearPeer) -> bool:
    """Whether nothing is missing between what is here and a stretch."""
    at = known.taken_of(span.after.chain)
    if span.after.seq == at.seq:
        return span.after.hash == at.hash
    return span.after.seq < at.seq


def _from_before(span: Span, known: NearPeer) -> ChainMark:
    """Where to go on of a chain whose next stretch does not follow; from its beginning, where ours is no event of it."""
    at = known.taken_of(span.after.chain)
    return ChainMark(*at.chain) if span.after.seq == at.seq else at


def _wanted(event: Event | DeskError, spans: Sequence[Span]) -> bool:
    if isinstance(event, DeskError):
        return True
    chain = event.id.stream, event.id.incarnation
    return any(span.after.chain == chain and span.after.seq < event.id.seq <= span.upto.seq for span in spans)


def _before(event: Event) -> ChainMark:
    """The mark that an event comes after."""
    chain = event.id.stream, event.id.incarnation
    return ChainMark(*chain, event.id.seq - 1, event.prev.hex()) if event.id.seq > 1 else ChainMark(*chain)


def _taken_upto(
    span: Span, known: NearPeer, events: Sequence[Event | DeskError], rows: Sequence[Taken]
) -> ChainMark:
    """How far a chain is here after a stretch: to its end, or to before the first event that comes again.

    A stretch from the very beginning says that what we named is no event of the writer's: he was restored. Then it is said anew how far
    his chain is here, or the same stretch would come for ever and hide what follows.
    """
    at = known.taken_of(span.upto.chain) if span.after.seq else ChainMark(*span.upto.chain)
    waits = [
        _before(event)
        for event, row in zip(events, rows, strict=True)
        if row.outcome is Outcome.LATER and not isinstance(event, DeskError)
    ]
    ends = [mark for mark in waits if mark.chain == span.upto.chain and mark.seq > at.seq]
    if any(mark.chain == span.upto.chain and mark.seq <= at.seq for mark in waits):
        return at
    return max(at, min(ends, default=span.upto), key=lambda mark: mark.seq)
