"""What is taken back with a dispatch: all of it or nothing, and only while nothing has arrived.

This module must not know who takes it back.
"""

from __future__ import annotations

from kt1desk.domain.custody import Step, ThingKind, after
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId
from kt1desk.domain.facts import DispatchRecalled
from kt1desk.services.custody_rows import StandingRow
from kt1desk.services.custody_steps import Occasion, heads, standing_of
from kt1desk.services.ports import Reader


def recalled(
    reader: Reader, at: Occasion, number: str, reason: str
) -> tuple[DispatchRecalled, tuple[EventId, ...]]:
    """What is taken back: nothing of it may have arrived, by all that is known here."""
    sent = _still_away(reader, at, ThingKind.DISPATCH, number)
    row = reader.dispatch(number, service=at.service)
    if row is None or row.point != at.point:
        raise DeskError("custody.elsewhere", "dispatch", number=number)
    bags, items = list[StandingRow](), list[StandingRow]()
    for bag in reader.dispatch_receptacles(number, service=at.service):
        bags.append(_still_away(reader, at, ThingKind.RECEPTACLE, bag.receptacle))
        inside = reader.items_in(bag.receptacle, service=at.service)
        items += [_still_away(reader, at, ThingKind.ITEM, item.item) for item in inside]
    fact = DispatchRecalled(
        dispatch=number,
        n=sent.n + 1,
        receptacles=tuple((bag.number, bag.n + 1) for bag in bags),
        items=tuple((item.number, item.n + 1) for item in items),
        to=row.to,
        reason=reason,
        point=at.point,
        shift=at.shift.shift,
    )
    return fact, heads([sent, *bags, *items])


def _still_away(reader: Reader, at: Occasion, kind: ThingKind, number: str) -> StandingRow:
    """A thing of a dispatch that nobody has received.

    Raises:
        DeskError: ``custody.unknown``, ``dispatch.received``.
    """
    standing = standing_of(reader, kind, number, at.service)
    if after(kind, standing.state, Step.RECALL) is None:
        raise DeskError("dispatch.received", "dispatch", number=number)
    return standing
