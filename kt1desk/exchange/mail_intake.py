"""The centre's mail comes in: one frame, its mark and everything it holds are one transaction.

A frame is taken only when it is the next one of this point's mailbox and the centre signed it, by the key that the province put into this
desk's file. The centre's word stands for the frames it opened (`docs/decisions/exchange.md`): an event in its mail is judged like one in a
frame of its own device. What cannot be taken in yet is told, passed over and remembered, and comes again when it can (`mail_waits`).

Nobody sits before it, so no session is asked for: what may come this way is a matter of the desk file and of the approval. This module must
not know how frames travel, nor what events mean.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kt1desk.domain.desk_file import Transport
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.exchange.bundle import NOTHING, MailMark
from kt1desk.exchange.dictionary import shipped
from kt1desk.exchange.kept_desk_file import gate_key
from kt1desk.exchange.mail_frames import MailHead, MailRecord, OpenedMail, RecordKind, open_mail
from kt1desk.exchange.mail_kinds import CentreRoom, Desk, WorkNotes, issue_of, prove_record
from kt1desk.exchange.mail_waits import LATER, Cause, cause_of, keep_waits, read_waits, waiting
from kt1desk.exchange.policy import province_key, ways_of
from kt1desk.exchange.taking import Taken, is_of_the_machine, readable, refused
from kt1desk.exchange.trust import local_day
from kt1desk.services.ports import Work


class CentreInbox:
    """Takes the centre's mail in for one desk. Implements `kt1desk.exchange.line_ports.MailIntake`."""

    def __init__(self, room: CentreRoom) -> None:
        self._room = room

    def mark(self) -> MailMark:
        """How far mail is here; further back than it was where something that was passed over can be taken in now.

        Raises:
            DeskError: ``store.no_desk``, ``trust.trial_desk``, ``key_list.*``, ``disk.*``.
        """
        with self._room.journal.work() as work:
            waits = read_waits(work)
            stands = self._stands(work)
            over = {cause for cause, wait in waits.items() if wait.stood != stands[cause]}
            if over:
                keep_waits(work, {cause: wait for cause, wait in waits.items() if cause not in over})
                _go_back(work, min((_mark(work), *(waits[cause].mark for cause in over))))
                mark = _mark(work)
                work.commit()
                return mark
            return _mark(work)

    def go_back(self, mark: MailMark) -> None:
        """See the port.

        Raises:
            DeskError: ``disk.*``.
        """
        with self._room.journal.work() as work:
            _go_back(work, mark)
            work.commit()

    def take(self, data: bytes) -> Sequence[Taken]:
        """Take the next frame in; what became of each record, in their order. A frame that is here already changes nothing.

        Raises:
            DeskError: ``mail.no_gate_key``; as `open_mail`; ``mail.other_point`` with ``point``; ``mail.gap`` with ``number`` and
                ``known`` where frames before it are missing; ``mail.fork`` with ``number`` where it does not follow the one that is here;
                ``disk.*``, ``store.*``. Nothing is changed then.
        """
        reasons: dict[int, DeskError] = {}
        while True:
            rows = self._try(data, reasons)
            if rows is not None:
                return rows

    def _try(self, data: bytes, reasons: dict[int, DeskError]) -> tuple[Taken, ...] | None:
        """One attempt; None where one more record has to be left out, which is in ``reasons`` then."""
        with self._room.journal.work() as work:
            notes = WorkNotes(work)
            opened = open_mail(data, gate_key(notes, province_key(work)), shipped())
            if _is_here(work, opened):
                return ()
            before, stood = _mark(work), self._stands(work)
            self._check_next(opened.frame.head, before)
            desk = Desk(self._room, work, local_day(opened.frame.head.made))
            rows: list[Taken] = []
            for at, record in enumerate(opened.records):
                try:
                    rows.append(_row(desk, record, reasons.get(at)))
                except DeskError as error:
                    if is_of_the_machine(error):
                        raise
                    reasons[at] = error
                    return None
            _keep_causes(work, rows, before, stood)
            work.mark_mail(opened.frame.head.number, opened.frame.hash)
            work.commit()
        return tuple(rows)

    def _check_next(self, head: MailHead, before: MailMark) -> None:
        if head.point != self._room.own.point:
            raise DeskError("mail.other_point", point=head.point)
        if head.number > before.number + 1:
            raise DeskError("mail.gap", number=head.number, known=before.number)
        if head.number <= before.number or (before != NOTHING and head.prev.hex() != before.hash):
            raise DeskError("mail.fork", number=head.number)

    def _stands(self, work: Work) -> dict[Cause, str]:
        """How things stand that something may wait for."""
        is_open = Transport.NETWORK in ways_of(work, Stream.KT1)
        return {
            Cause.PROGRAM: self._room.program,
            Cause.LINE: "open" if is_open else "closed",
            Cause.KEYS: str(issue_of(WorkNotes(work), province_key(work))),
        }


def _keep_causes(work: Work, rows: Sequence[Taken], before: MailMark, stood: Mapping[Cause, str]) -> None:
    """What was passed over, and how things stood before the frame: a key list at its end may be what its beginning waits for."""
    causes = {cause for row in rows if (cause := cause_of(row.reason)) is not None}
    if causes:
        keep_waits(work, waiting(read_waits(work), {cause: stood[cause] for cause in causes}, before))


def _row(desk: Desk, record: MailRecord, reason: DeskError | None) -> Taken:
    """What becomes of a record, or became of it in an attempt before.

    Raises:
        DeskError: where it was proved and could not be written.
    """
    if reason is not None:
        return _refused(record, reason)
    try:
        proved = prove_record(desk, record)
    except DeskError as error:
        if is_of_the_machine(error):
            raise
        return _refused(record, error)
    return Taken(proved.event, proved.type, proved.write(desk.work))


def _refused(record: MailRecord, reason: DeskError) -> Taken:
    about = readable(record.body) if record.kind == RecordKind.EVENT else reason
    return refused(about, reason, LATER)


def _is_here(work: Work, opened: OpenedMail) -> bool:
    return work.mail_hash(opened.frame.head.number) == opened.frame.hash


def _mark(work: Work) -> MailMark:
    number, hashed = work.mail_mark()
    return MailMark(number, hashed.hex()) if number else NOTHING


def _go_back(work: Work, mark: MailMark) -> None:
    if mark == NOTHING:
        work.go_back_in_mail(0)
    else:
        work.mark_mail(mark.number, bytes.fromhex(mark.hash))
