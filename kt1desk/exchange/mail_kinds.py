"""What each kind of record of the centre's mail asks of the desk: first it is proved, reading alone, then it is written.

The two are apart because a step of writing that fails undoes the transaction, while whatever is refused by reading costs nothing. This
module must not know in which frame a record came, nor what is done about one that is refused.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from kt1desk.domain.canonical import Json
from kt1desk.domain.desk_file import Transport
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, EventId
from kt1desk.domain.facts import BlockGranted, DocumentTaken
from kt1desk.domain.service import service_of
from kt1desk.exchange import wire
from kt1desk.exchange.gate_talk import LINE_ACTOR
from kt1desk.exchange.judging import judge
from kt1desk.exchange.kept_keys import keep_keys, kept_keys
from kt1desk.exchange.mail_frames import MailRecord, RecordKind
from kt1desk.exchange.mail_records import read_grant, read_piece, read_safe
from kt1desk.exchange.mailroom import Mailroom
from kt1desk.exchange.peers import Notes
from kt1desk.exchange.policy import province_key, require_way
from kt1desk.exchange.safe_marks import keep_safe
from kt1desk.exchange.staff_lists import STAFF, prove_document
from kt1desk.exchange.taking import Outcome, take_event
from kt1desk.exchange.trust import DeskKeys, KeyList, OwnKeys, local_day
from kt1desk.services.centre_rows import DocumentPiece, DocumentRow
from kt1desk.services.ports import Appending, Clock, Journal, Work

CheckDocument = Callable[[DocumentRow, bytes, str], None]
"""Raises ``document.*`` or ``reference.*`` for a whole document that the desks of a point could not work with."""
WAY = Transport.NETWORK.value


@dataclass(frozen=True, slots=True)
class CentreRoom:
    """What a desk takes the centre's mail in with.

    Attributes:
        journal: its open store.
        own: its keys.
        clock: the wall clock.
        program: the version of the program, so that a newer one knows what an older one passed over.
        check_document: refuses a document that this desk could not work with.
    """

    journal: Journal
    own: OwnKeys
    clock: Clock
    program: str
    check_document: CheckDocument


@dataclass(frozen=True, slots=True)
class Proved:
    """A record that may be taken in.

    Attributes:
        write: takes it in, in the transaction it was proved in.
        event, type: what it is about, None and "" where it is no event.
    """

    write: Callable[[Work], Outcome]
    event: EventId | None = None
    type: str = ""


class WorkNotes:
    """The notes of a desk inside one transaction. Implements `kt1desk.exchange.peers.Notes`."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def get(self, name: str) -> Mapping[str, Json] | None:
        """See the port."""
        return self._work.noted(name)

    def put(self, name: str, value: Mapping[str, Json]) -> None:
        """See the port."""
        self._work.note(name, value)


class Desk:
    """The desk while one frame is taken in.

    Args:
        room: what it takes mail in with.
        work: the transaction.
        sealed: the day on which the centre sealed the frame.
    """

    def __init__(self, room: CentreRoom, work: Work, sealed: date) -> None:
        self.room = room
        self.work = work
        self.sealed = sealed
        self.notes = WorkNotes(work)
        self._keys: KeyList | None = None

    def keys(self) -> KeyList:
        """The key list that is kept: proved once for all events of a frame.

        Raises:
            DeskError: ``key_list.*``.
        """
        if self._keys is None:
            self._keys = kept_keys(self.notes, province_key(self.work)).content
        return self._keys

    def keep_keys(self, data: bytes) -> Outcome:
        """Go on with a newer key list, from the next record on; an older one changes nothing.

        Raises:
            DeskError: ``key_list.*``.
        """
        before = issue_of(self.notes, province_key(self.work))
        try:
            kept = keep_keys(self.notes, province_key(self.work), data).content
        except DeskError as error:
            if error.code != "key_list.older":
                raise
            return Outcome.ALREADY
        self._keys = kept
        return Outcome.NEW if kept.issue != before else Outcome.ALREADY


def prove_record(desk: Desk, record: MailRecord) -> Proved:
    """Prove a record.

    Raises:
        DeskError: why it is not taken in: ``mail.kind`` for one this program does not know; ``mail.record``, ``wire.*``, ``trust.*``,
            ``inbox.*``, ``exchange.*``, ``key_list.*``, ``number.*``, ``document.*``, ``reference.*``, ``staff_list.*``.
    """
    prove = _KINDS.get(record.kind)
    if prove is None:
        raise DeskError("mail.kind")
    return prove(desk, record.body)


def _event(desk: Desk, body: bytes) -> Proved:
    event = wire.decode(body)
    if event.id.device == desk.room.own.device:  # other desks of the point get it in the same mailbox
        return _nothing(event)
    known = desk.work.any_event(event.id)
    if known is not None and known.hash == event.hash:
        return _nothing(event)
    service = service_of(event.envelope.type)
    require_way(desk.work, Transport.NETWORK, event.id.stream)
    keys, row = _keys_for(desk, event)
    judge(event, desk.room.own, keys, row, service)
    room = desk.room
    mailroom = Mailroom(room.journal, room.own, keys, desk.notes, room.clock, service=service)
    return Proved(
        lambda work: take_event(work, mailroom, event, WAY, LINE_ACTOR), event.id, event.envelope.type
    )


def _keys_for(desk: Desk, event: Event) -> tuple[KeyList, DeskKeys]:
    """The keys that an event is judged by: its desk's on the day it happened.

    Where the clock of that desk stood years off, its key does not hold on that day. The centre proved the frame all the same, on the day it
    came; so the day of the centre's own frame stands witness.
    """
    day = local_day(event.envelope.happened)
    keys = desk.keys().witnessed(event.id.device, day, desk.sealed)
    return keys, keys.of_device(event.id.device, day)


def _document(desk: Desk, body: bytes) -> Proved:
    piece = read_piece(body)
    row = piece.row
    if row in desk.work.documents():
        return _nothing()
    return Proved(lambda work: _keep(work, desk.room, piece))


def _keep(work: Work, room: CentreRoom, piece: DocumentPiece) -> Outcome:
    """Keep a part; with the last one the whole is proved and stands from then on, or none of it does."""
    whole = work.gather(piece)
    if whole is None:
        return Outcome.NEW
    row = piece.row
    if hashlib.sha256(whole).digest() != row.sha256:
        raise DeskError("document.damaged", name=row.name)
    if row.name == STAFF:
        prove_document(row, whole, province_key(work), room.own.point)
    else:
        room.check_document(row, whole, room.own.point)
    if not work.put_document(row, whole):
        return Outcome.ALREADY
    fact = DocumentTaken(row.name, row.version, row.valid_from.isoformat(), row.sha256.hex())
    work.append(fact, Appending(LINE_ACTOR))
    return Outcome.NEW


def _grant(desk: Desk, body: bytes) -> Proved:
    grant = read_grant(body)
    block = grant.block
    if grant.device != desk.room.own.device:
        return _nothing()
    if any(
        (row.prefix, row.first, row.last) == (block.prefix, block.first, block.last)
        for row in desk.work.blocks()
    ):
        return _nothing()
    fact = BlockGranted(block.prefix, block.first, block.last)
    return Proved(lambda work: _appended(work, fact))


def _appended(work: Work, fact: BlockGranted) -> Outcome:
    """Write it; the projection refuses a block that overlaps one of ours.

    Raises:
        DeskError: ``number.block_overlap``.
    """
    work.append(fact, Appending(LINE_ACTOR))
    return Outcome.NEW


def _keys(desk: Desk, body: bytes) -> Proved:
    return Proved(lambda _: desk.keep_keys(body))


def issue_of(notes: Notes, province: bytes) -> int:
    """Number of the key list that is kept, 0 where there is none.

    Raises:
        DeskError: ``key_list.*``.
    """
    try:
        return kept_keys(notes, province).content.issue
    except DeskError as error:
        if error.code != "key_list.none":
            raise
        return 0


def _safe(desk: Desk, body: bytes) -> Proved:
    marks = [mark for mark in read_safe(body) if mark.device == desk.room.own.device]
    return Proved(lambda work: keep_safe(WorkNotes(work), marks)) if marks else _nothing()


_KINDS: Mapping[int, Callable[[Desk, bytes], Proved]] = MappingProxyType(
    {
        RecordKind.EVENT: _event,
        RecordKind.DOCUMENT: _document,
        RecordKind.GRANT: _grant,
        RecordKind.KEYS: _keys,
        RecordKind.SAFE: _safe,
    }
)


def _nothing(event: Event | None = None) -> Proved:
    """What is here already, or for another desk."""
    if event is None:
        return Proved(lambda _: Outcome.ALREADY)
    return Proved(lambda _: Outcome.ALREADY, event.id, event.envelope.type)
