"""How the KT1 items of a point stand on a day: what leaves, what is on a way, what is to be delivered, what is late.

An item that this point accepted leaves it, any other is delivered from it; one on its way back is the other way round. An item whose
receiver this point serves itself counts with what leaves until a postman has it. This module must not know how a figure is shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from kt1desk.domain.custody import Holder, HolderKind, State
from kt1desk.domain.due import Clocked, Due, Warnings, due
from kt1desk.domain.events import Moment
from kt1desk.domain.kt1 import Secrecy, Urgency
from kt1desk.domain.service import Service
from kt1desk.services.day_rows import Coming, DayEdges, DayItem, DueCounts, SeatCount, edges_of
from kt1desk.services.ports import Reader
from kt1desk.services.shifts import local_date

LOOKED_AT = 1000
"""So many items are looked at, those with the first deadlines."""
_LEAVES = frozenset({State.ACCEPTED, State.APPROVED, State.PACKED, State.FORWARDED})
_STAYS = frozenset({State.ARRIVED})
_EITHER = frozenset({State.STORED, State.RETURNING})
"""States in which it depends on where an item comes from."""
OUT = frozenset({State.OUT})
_ASKS = _LEAVES | _STAYS | _EITHER | OUT | {State.ATTEMPTED}


@dataclass(frozen=True, slots=True)
class ItemsToday:
    """The figures of KT1 items; each item stands in one of the first five at most.

    Attributes:
        waiting: in the hands of this point and about to leave it, packed or not.
        under_way: left here in a dispatch that has not arrived.
        coming: not confirmed yet of dispatches under way to here.
        held: here, to be delivered, those that were offered in vain included.
        out: with a postman.
        late: those of `waiting`, `held` and `out` whose first attempt should have been made.
        appointed: those of them that were agreed for a time, before their first attempt.
        due: all of `waiting`, `held` and `out` by their deadline. What was tried or goes back has none any more; of more than were
            looked at the rest counts as later.
        least: whether more items are here than were looked at, all of them past their deadline, so that more may be late.
    """

    waiting: int
    under_way: int
    coming: Coming
    held: int
    out: int
    late: int
    appointed: int
    due: DueCounts = field(default_factory=DueCounts)
    least: bool = False


def items_today(reader: Reader, rows: Sequence[DayItem], here: str, now: Moment) -> ItemsToday:
    """The figures of this moment; ``rows`` are those of `DayReader.day_items`."""
    waiting = held = out = under_way = asking = 0
    for seat in reader.seats(Service.KT1):
        asking += seat.items if seat.state in _ASKS else 0
        if Holder.parse(seat.keeper).kind is HolderKind.TRIP:
            under_way += seat.items
        elif seat.state in _EITHER:
            leaves = _leaving(reader, seat, here)
            waiting, held = waiting + leaves, held + seat.items - leaves
        else:
            waiting += seat.items if seat.state in _LEAVES else 0
            held += seat.items if seat.state in _STAYS or seat.state is State.ATTEMPTED else 0
            out += seat.items if seat.state in OUT else 0
    running = [row for row in rows if not row.tried]
    due_ = _by_deadline(rows, now, max(0, asking - len(rows)))
    appointed = sum(row.agreed_ms > 0 for row in running)
    coming = reader.coming(Service.KT1)
    least = asking > len(rows) and all(0 < row.deadline_ms < now.utc_ms for row in rows)
    return ItemsToday(waiting, under_way, coming, held, out, due_.overdue, appointed, due_, least)


def _by_deadline(rows: Sequence[DayItem], now: Moment, others: int) -> DueCounts:
    edges = edges_of(local_date(now))
    parts = Counter(_part(row, now, edges) for row in rows)
    return DueCounts(
        overdue=parts["overdue"],
        today=parts["today"],
        tomorrow=parts["tomorrow"],
        week=parts["week"],
        later=parts["later"] + others,
        undated=parts["undated"],
    )


def _part(row: DayItem, now: Moment, edges: DayEdges) -> str:
    """Which part of `DueCounts` an item stands in; a deadline has an hour, a day is over at its end."""
    if row.tried or row.state is State.RETURNING or not row.deadline_ms:
        return "undated"
    if row.deadline_ms < now.utc_ms:
        return "overdue"
    day = local_date(Moment(row.deadline_ms, now.offset_min)).isoformat()
    parts = ((edges.tomorrow, "today"), (edges.after, "tomorrow"), (edges.next_week, "week"))
    return next((name for edge, name in parts if day < edge), "later")


def due_of(row: DayItem, now_ms: int, warnings: Warnings) -> Due:
    """How it stands with the time of an item."""
    clocked = Clocked(
        urgency=Urgency(row.urgency or Urgency.NONE),
        secrecy=Secrecy(row.secrecy or Secrecy.NONE),
        accepted_ms=0,
        deadline_ms=row.deadline_ms,
        agreed_ms=row.agreed_ms,
        returning=row.state is State.RETURNING,
    )
    return due(clocked, now_ms, warnings)


def _leaving(reader: Reader, seat: SeatCount, here: str) -> int:
    """How many of a place leave: those of ours, and of those that go back the others'."""
    back = seat.state is State.RETURNING
    return sum(row.items for row in reader.lying(Service.KT1, seat, here) if row.from_here != back)
