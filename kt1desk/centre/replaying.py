"""What was parked is tried again: after an upgrade of the program, with a newer key list, or because a person says so.

A frame is put into the hole it left, between the events before and after it, if they are its neighbours. An event that lies in the ledger
is only addressed. What still cannot be read stays where it is. This module must not know when it is called.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kt1desk.centre.frame_reading import ReadFrame, read_frame
from kt1desk.centre.ledger_ports import LedgerReader
from kt1desk.centre.ledger_values import (
    ChainKey,
    ChainMark,
    ChainState,
    EventRow,
    GateFrame,
    ParkedRow,
    ParkedState,
    ParkedWhat,
)
from kt1desk.centre.stored import record_of
from kt1desk.centre.taking_in import PARKED, Means, Taken, add_event, points_for, send
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import KNOWN

Ended = tuple[str, str]


def replay(
    reader: LedgerReader, row: ParkedRow, mark: ChainMark, means: Means, others: Sequence[ParkedRow]
) -> tuple[Taken, Ended] | None:
    """Try one parked thing again.

    Args:
        reader: the ledger.
        row: what is parked.
        mark: where its chain is.
        means: what to read with.
        others: everything that is parked.

    Returns:
        What comes of it and which alarm is over; None where it still cannot be read.
    """
    if row.state is ParkedState.TRYING:
        return None
    taken = Taken()
    if row.what is ParkedWhat.EVENT:
        ended = _replay_event(reader, row, means, taken)
    else:
        ended = _replay_frame(reader, row, mark, means, taken)
        if ended and mark.state is ChainState.GAP and not any(_is_frame_of(other, row) for other in others):
            last = taken.chains.get(row.chain, mark)
            taken.chains[row.chain] = replace(last, state=ChainState.WHOLE)
    return (taken, (PARKED, ended)) if ended else None


def _is_frame_of(other: ParkedRow, row: ParkedRow) -> bool:
    return other.what is ParkedWhat.FRAME and other.chain == row.chain and other.at != row.at


def _replay_event(reader: LedgerReader, row: ParkedRow, means: Means, taken: Taken) -> str:
    found = reader.events_after(row.chain, row.at - 1, 1)
    if not found or found[0].row.seq != row.at:
        return ""
    stored = found[0]
    known = KNOWN.get(stored.row.type)
    if known is None or stored.row.version > known.VERSION:
        return ""
    try:
        record = record_of(stored)
    except DeskError:
        return ""
    send(taken, stored.row.key, points_for(taken, stored.row, means, careful=True), record)
    return "" if taken.parked else stored.row.key.text


def _replay_frame(reader: LedgerReader, row: ParkedRow, mark: ChainMark, means: Means, taken: Taken) -> str:
    hashes = reader.frame_hashes([(row.chain, row.at)])
    kept = GateFrame(row.chain, row.at, hashes.get((row.chain, row.at), b""), row.data, row.since_ms)
    try:
        frame = read_frame(kept, means.keys, means.presets)
    except DeskError:
        return ""
    if not _fits(reader, row.chain, frame):
        return ""
    for event in frame.events:
        add_event(taken, event, means, careful=True)
    last = frame.events[-1].row
    if mark.number == row.at:
        taken.chains[row.chain] = replace(mark, seq=last.seq, head=last.hash)
    return f"{row.chain.text} #{row.at}"


def _fits(reader: LedgerReader, chain: ChainKey, frame: ReadFrame) -> bool:
    """Whether its events are the ones between those that are there."""
    first, last = frame.events[0].row, frame.events[-1].row
    before = _at(reader, chain, first.seq - 1)
    if before is not None and before.hash != frame.prev:
        return False
    after = reader.events_after(chain, first.seq - 1, 1)
    if not after:
        return True
    following = after[0].row
    return following.seq > last.seq + 1 or (following.seq == last.seq + 1 and following.prev == last.hash)


def _at(reader: LedgerReader, chain: ChainKey, seq: int) -> EventRow | None:
    found = reader.events_after(chain, seq - 1, 1) if seq else []
    return found[0].row if found and found[0].row.seq == seq else None
