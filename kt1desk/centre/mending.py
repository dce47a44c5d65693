"""Gate and ledger are brought together again after one of them was restored, or after the program died between the two.

Mail that the gate has and the ledger lost is proved and adopted, so that its numbers are never given twice and nothing in it is sent again.
Mail that the ledger has and the gate lost is copied again. Where both have another frame under one number, the mailbox is held and
a person is told: desks may have read either. Frames of desks that the gate lost come back by themselves; that they are the same ones is
seen from their hashes.

This module must not know what events mean.
"""

from __future__ import annotations

from collections.abc import Sequence

from kt1desk.centre.ledger_values import (
    DEAD_LETTERS,
    Alarm,
    Batch,
    ChainKey,
    ChainMark,
    ChainState,
    EventKey,
    MailedRow,
    MailRow,
)
from kt1desk.centre.standing import Standing, Works
from kt1desk.centre.taking_in import FORK
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Envelope
from kt1desk.exchange import wire
from kt1desk.exchange.bundle import NOTHING, MailMark
from kt1desk.exchange.mail_frames import MailRecord, OpenedMail, RecordKind, open_mail
from kt1desk.exchange.reading import ByteReader

MAIL_FORK = "mail_fork"
_AT_ONCE = 64
_ALL_POSTED = 10_000


def mend(works: Works, standing: Standing) -> None:
    """Make the mailboxes of gate and ledger the same.

    Raises:
        DeskError: ``centre.*_away``, ``centre.lease_lost``.
    """
    theirs = works.gate.mailboxes()
    for point in sorted((theirs.keys() | standing.boxes.keys()) - {DEAD_LETTERS}):
        their, our = theirs.get(point, NOTHING), standing.boxes.get(point, NOTHING)
        if their.number > our.number:
            _adopt(works, standing, point)
        elif their != our and _is_ours(works, point, their):
            _copy(works, point, their)
        elif their != our:
            _hold(works, standing, point, their.number)


def compare_chains(works: Works, standing: Standing, found: dict[ChainKey, tuple[int, bytes]]) -> None:
    """Hold what the gate has against what was taken in, where the gate has no more than that.

    Raises:
        DeskError: ``centre.*_away``, ``centre.lease_lost``.
    """
    marks = standing.marks
    behind = {
        (chain, number): hashed
        for chain, (number, hashed) in found.items()
        if chain in marks and 0 < number <= marks[chain].number and (number, hashed) != _place(marks[chain])
    }
    if behind == standing.behind:
        return
    known = works.ledger.read.frame_hashes(list(behind))
    forked = [place[0] for place, hashed in behind.items() if known.get(place, hashed) != hashed]
    standing.behind = behind
    chains = {chain: _forked(marks[chain]) for chain in forked}
    if chains:
        alarms = tuple(Alarm(FORK, chain.text, f"{found[chain][0]}") for chain in forked)
        batch = Batch(works.now().utc_ms, chains=chains, alarms=alarms)
        works.ledger.write(batch)
        standing.written(batch)


def _place(mark: ChainMark) -> tuple[int, bytes]:
    return mark.number, mark.hash


def _forked(mark: ChainMark) -> ChainMark:
    return ChainMark(mark.number, mark.hash, mark.seq, mark.head, ChainState.FORKED)


def _is_ours(works: Works, point: str, their: MailMark) -> bool:
    if their == NOTHING:
        return True
    rows = works.ledger.read.mail_after(point, their.number - 1, 1)
    return bool(rows) and rows[0].mark == their


def _copy(works: Works, point: str, their: MailMark) -> None:
    after = their.number
    while rows := works.ledger.read.mail_after(point, after, _AT_ONCE):
        works.gate.put_mail(rows)
        after = rows[-1].number


def _adopt(works: Works, standing: Standing, point: str) -> None:
    while rows := works.gate.mail_after(point, standing.boxes.get(point, NOTHING).number, _AT_ONCE):
        mark = standing.boxes.get(point, NOTHING)
        mailed: list[MailedRow] = []
        for row in rows:
            opened = next_of(works, row, mark)
            if opened is None:
                _hold(works, standing, point, row.number)
                return
            mailed.extend(mailed_in(works, row, opened))
            mark = row.mark
        batch = Batch(works.now().utc_ms, mail=tuple(rows), mailed=_new(works, mailed))
        works.ledger.write(batch)
        standing.written(batch)


def _new(works: Works, mailed: Sequence[MailedRow]) -> tuple[MailedRow, ...]:
    """Those of which the ledger does not know, each once."""
    rows = {(row.point, EventKey(*row[1:5])): row for row in reversed(mailed)}
    known = works.ledger.read.mailed(list(rows))
    return tuple(row for place, row in sorted(rows.items()) if place not in known)


def next_of(works: Works, row: MailRow, mark: MailMark) -> OpenedMail | None:
    """The frame, where the centre signed it and it follows."""
    try:
        opened = open_mail(row.data, works.key.public, works.presets)
    except DeskError:
        return None
    head = opened.frame.head
    prev = head.prev.hex() if head.number > 1 else NOTHING.hash
    fits = (head.point, head.number, opened.frame.hash) == (row.point, row.number, row.hash)
    return opened if fits and MailMark(head.number - 1, prev) == mark else None


def mailed_in(works: Works, row: MailRow, opened: OpenedMail) -> list[MailedRow]:
    """What went out in an adopted frame: events by their identity, what was posted by what it says."""
    own = [record for record in opened.records if record.kind != RecordKind.EVENT]
    waiting = works.ledger.read.posted(_ALL_POSTED) if own else []
    said = {(record.kind, record.body) for record in own}
    rows = [
        MailedRow(row.point, 0, 0, 0, posted.id, row.number)
        for posted in waiting
        if (posted.kind, posted.content) in said
    ]
    return rows + [_of_event(row, record) for record in opened.records if record.kind == RecordKind.EVENT]


def _of_event(row: MailRow, record: MailRecord) -> MailedRow:
    reader = ByteReader(record.body, wire.DAMAGED)
    reader.take(32)
    first = Envelope.decode(wire.take_core(reader)[0]).id
    return MailedRow(row.point, first.device, int(first.stream), first.incarnation, first.seq, row.number)


def _hold(works: Works, standing: Standing, point: str, number: int) -> None:
    standing.held.add(point)
    alarm = Alarm(MAIL_FORK, point, f"{number}")
    works.ledger.write(Batch(works.now().utc_ms, alarms=(alarm,)))
