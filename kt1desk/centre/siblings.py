"""A point gets a second desk: what the first one did before is told to it, too, a piece at a time.

From the day on which a point has two desks, each new event of theirs that the other needs goes into the point's own mailbox. What came
before is read from the ledger in the order of the chains; what went out already is left out, so a piece that is done twice does no harm.

This module must not know how mail is sealed.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from kt1desk.centre.ledger_ports import LedgerReader
from kt1desk.centre.ledger_values import ChainKey, EventKey, SiblingRow, StoredEvent
from kt1desk.centre.routing import Province
from kt1desk.centre.stored import record_of
from kt1desk.centre.taking_in import Wanted
from kt1desk.domain.errors import DeskError
from kt1desk.domain.mail import siblings
from kt1desk.exchange.mail_frames import MailRecord, RecordKind

AT_ONCE = 500
"""Events read in one round: some hundred kilobytes."""


@dataclass
class Told:
    """One piece: what is to go out, and how far it goes."""

    wanted: list[Wanted] = field(default_factory=list)
    rows: list[SiblingRow] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.rows or self.gone)


def tell_siblings(reader: LedgerReader, chains: Collection[ChainKey], province: Province) -> Told:
    """The next piece for each point that has several desks and was not told everything."""
    told = Told()
    known = reader.siblings()
    told.gone.extend(sorted(known.keys() - province.shared.keys()))
    for point in sorted(province.shared):
        row = known.get(point) or SiblingRow(point, 0, 0, 0, 0, done=False)
        if not row.done:
            own = sorted(chain for chain in chains if chain.device in province.shared[point])
            told.rows.append(_piece(reader, row, own, told.wanted))
    return told


def _piece(reader: LedgerReader, row: SiblingRow, chains: list[ChainKey], wanted: list[Wanted]) -> SiblingRow:
    left = AT_ONCE
    at = EventKey(row.device, row.stream, row.incarnation, row.seq)
    for chain in (each for each in chains if each >= at.chain):
        after = at.seq if chain == at.chain else 0
        for stored in reader.events_after(chain, after, left):
            at = stored.row.key
            left -= 1
            if stored.row.point == row.point and siblings(stored.row.type):
                _want(wanted, row.point, at, stored)
        if left == 0:
            return SiblingRow(row.point, *at, done=False)
    return SiblingRow(row.point, *at, done=True)


def _want(wanted: list[Wanted], point: str, key: EventKey, stored: StoredEvent) -> None:
    try:
        record = MailRecord(RecordKind.EVENT, record_of(stored))
    except DeskError:  # it was parked when it came in, and a person was told
        return
    wanted.append(Wanted(point, key, record))
