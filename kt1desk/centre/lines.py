"""Mail with KT1 events goes to a point only while one of its desks has an open line; until then it waits in the ledger, in its order.

Whether a line is open is the last word of the desk's own register that reached the ledger: a desk whose line is closed sends no frames of
that register, so without a word of it the line is closed. When a line opens, what waited is mailed a piece at a time, and what comes
meanwhile lines up behind it.

This module must not know how mail is sealed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from kt1desk.centre.ledger_values import DEAD_LETTERS, EventRow, LineWord, WaitingRow
from kt1desk.centre.stored import record_of
from kt1desk.centre.taking_in import Wanted
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.domain.facts import LineAllowed, LineClosed
from kt1desk.exchange.mail_frames import MailRecord, RecordKind

if TYPE_CHECKING:
    from kt1desk.centre.ledger_ports import LedgerReader
    from kt1desk.centre.routing import Province

AT_ONCE = 500
"""Events mailed to a point in one piece."""
_WORDS = frozenset({LineAllowed.TYPE, LineClosed.TYPE})


def words_after(words: Mapping[int, LineWord], events: Iterable[EventRow]) -> dict[int, LineWord]:
    """The last word of each desk's register about its line, with these events."""
    last = dict(words)
    for row in events:
        if row.type in _WORDS and row.stream == Stream.KT1:
            word = LineWord(row.device, row.incarnation, row.seq, row.type == LineAllowed.TYPE)
            last[row.device] = max(word, last.get(row.device, word))
    return last


def open_points(words: Mapping[int, LineWord], province: Province) -> frozenset[str]:
    """The points of which a desk that holds today has an open line."""
    opened = {device for device, word in words.items() if word.allowed}
    return frozenset(point for point, devices in province.desks.items() if not opened.isdisjoint(devices))


def hold_back(
    wanted: Iterable[Wanted], opened: Collection[str], behind: Collection[str], called: Collection[WaitingRow]
) -> tuple[list[Wanted], list[Wanted]]:
    """What may go out now, and what waits.

    Args:
        wanted: the records, for known points.
        opened: points with an open line.
        behind: points for which something waits already.
        called: what waited until now and is due.
    """
    going: list[Wanted] = []
    waits: list[Wanted] = []
    due = set(called)
    for each in wanted:
        closed = each.point not in opened
        held = closed or (each.point in behind and _row(each) not in due)
        is_register = each.key.stream == Stream.KT1 and each.point != DEAD_LETTERS
        (waits if is_register and held else going).append(each)
    return going, waits


def rows_of(waits: Iterable[Wanted], done: Collection[tuple[str, object]]) -> tuple[WaitingRow, ...]:
    """What is to wait, without what went out already."""
    return tuple(dict.fromkeys(_row(each) for each in waits if (each.point, each.key) not in done))


def call_waiting(reader: LedgerReader, point: str) -> tuple[list[Wanted], tuple[WaitingRow, ...]]:
    """The next piece of what waits for a point, in its order; what cannot be read was parked when it came in, and goes nowhere."""
    rows = reader.waiting(point, AT_ONCE)
    wanted: list[Wanted] = []
    for row in rows:
        found = reader.events_after(row.key.chain, row.seq - 1, 1)
        if found and found[0].row.key == row.key:
            try:
                wanted.append(Wanted(point, row.key, MailRecord(RecordKind.EVENT, record_of(found[0]))))
            except DeskError:
                continue
    return wanted, tuple(rows)


def _row(each: Wanted) -> WaitingRow:
    return WaitingRow(each.point, *each.key)
