"""Mail is made: what points are to get becomes the next frames of their mailboxes, numbered without a gap, chained and signed.

This module must not know where mailboxes are kept, nor for whom an event is.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from kt1desk.centre.ledger_ports import Addressed
from kt1desk.centre.ledger_values import (
    DEAD_LETTERS,
    Alarm,
    EventKey,
    MailedRow,
    MailRow,
    ParkedRow,
    ParkedState,
    ParkedWhat,
    PostedRow,
)
from kt1desk.centre.routing import Province
from kt1desk.centre.taking_in import PARKED, Wanted
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Moment
from kt1desk.exchange.bundle import NOTHING, MailMark
from kt1desk.exchange.dictionary import CURRENT
from kt1desk.exchange.mail_frames import GOOD_BYTES, MAX_RECORDS, MailRecord, seal_mail
from kt1desk.exchange.paper_code import Dictionaries
from kt1desk.exchange.reading import deflated
from kt1desk.exchange.signed_file import Sign

DEAD_LETTER = "dead_letter"
_LONGEST_POINT = 32
_SAMPLE = 20
_FILLED = 0.9
_LEAST_SHARE = 0.01


@dataclass(frozen=True, slots=True)
class Sealing:
    """What mail is sealed with: the centre's key and its clock."""

    sign: Sign = field(repr=False)
    presets: Dictionaries = field(repr=False)
    made: Moment


@dataclass
class Mail:
    """New mail: grows with each mailbox."""

    rows: list[MailRow] = field(default_factory=list)
    mailed: list[MailedRow] = field(default_factory=list)
    parked: list[ParkedRow] = field(default_factory=list)
    alarms: list[Alarm] = field(default_factory=list)

    @property
    def boxes(self) -> dict[str, MailMark]:
        """Where the mailboxes are afterwards."""
        return {row.point: row.mark for row in self.rows}


def known_points(wanted: Sequence[Wanted], province: Province) -> tuple[list[Wanted], list[Alarm]]:
    """What is addressed to a point that nobody knows becomes a dead letter, and a person is told."""
    kept: list[Wanted] = []
    alarms: list[Alarm] = []
    for each in wanted:
        if each.point in province.known:
            kept.append(each)
            continue
        kept.append(Wanted(DEAD_LETTERS, each.key, each.record))
        alarms.append(Alarm(DEAD_LETTER, each.key.text, ascii(each.point)[1:-1][:_LONGEST_POINT]))
    return kept, alarms


def wanted_of_posted(posted: Sequence[PostedRow], province: Province) -> list[Wanted]:
    """What the centre posted, for each point it is for."""
    return [
        Wanted(point, EventKey(0, 0, 0, row.id), MailRecord(row.kind, row.content))
        for row in posted
        for point in ((row.target,) if row.target else province.working)
    ]


def make_mail(
    wanted: Sequence[Wanted],
    done: Collection[Addressed],
    boxes: Mapping[str, MailMark],
    sealing: Sealing,
) -> Mail:
    """Seal what was not sent yet.

    Args:
        wanted: the records, for known points; of each point in the order in which it is to get them.
        done: what went out already; left out.
        boxes: where the mailboxes are.
        sealing: with what.
    """
    by_point: dict[str, dict[EventKey, MailRecord]] = {}
    for each in wanted:
        if (each.point, each.key) not in done:
            by_point.setdefault(each.point, {})[each.key] = each.record
    mail = Mail()
    for point in sorted(by_point):
        _fill(mail, point, list(by_point[point].items()), boxes.get(point, NOTHING), sealing)
    return mail


def _fill(
    mail: Mail, point: str, records: list[tuple[EventKey, MailRecord]], mark: MailMark, sealing: Sealing
) -> None:
    at = 0
    share = _share_packed([record.body for _, record in records[:_SAMPLE]], sealing.presets)
    while at < len(records):
        part = [record for _, record in records[at : at + _fitting(records[at : at + MAX_RECORDS], share)]]
        try:
            frame = seal_mail(part, mark, sealing.made, point, sealing.presets, sealing.sign)
        except DeskError as error:
            _give_up(mail, records[at][0], error.code, sealing.made)
            at += 1
            continue
        row = MailRow(point, frame.head.number, frame.hash, frame.data, sealing.made.utc_ms)
        mail.rows.append(row)
        sealed = records[at : at + frame.head.count]
        share = len(frame.data) / sum(len(record.body) for _, record in sealed)
        mail.mailed.extend(MailedRow(point, *key, row.number) for key, _ in sealed)
        at += frame.head.count
        mark = frame.mark


def _share_packed(bodies: Sequence[bytes], presets: Dictionaries) -> float:
    """What packing leaves of a byte, from a few records."""
    whole = b"".join(bodies)
    return len(deflated(whole, presets[CURRENT])) / max(1, len(whole))


def _fitting(records: Sequence[tuple[EventKey, MailRecord]], share: float) -> int:
    """How many records go into one frame by all appearances, at least one: to find the most that do, each would be packed many times."""
    left = _FILLED * GOOD_BYTES / max(share, _LEAST_SHARE)
    for at, (_, record) in enumerate(records):
        left -= len(record.body)
        if left < 0:
            return max(1, at)
    return len(records)


def _give_up(mail: Mail, key: EventKey, reason: str, made: Moment) -> None:
    """One record that is larger than any frame stays where it is, and a person is told."""
    if key.device:
        row = ParkedRow(ParkedWhat.EVENT, *key, ParkedState.PARKED, reason, 1, made.utc_ms)
        mail.parked.append(row)
    mail.alarms.append(Alarm(PARKED, key.text, reason))
