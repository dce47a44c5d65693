"""Which events of a desk are followed next, where its two streams do not come together. See `kt1desk.centre.projector`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kt1desk.centre.cluster_sql import Connection
from kt1desk.centre.desks_schema import SCHEMA
from kt1desk.centre.projecting_aside import Aside
from kt1desk.centre.projecting_rows import Book, Waiting
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import HybridTime, Stream
from kt1desk.domain.facts import BlockGranted, DeskOpened, ShiftOpened

BATCH: Final = 200
_BEFORE_OTHERS: Final = frozenset({DeskOpened.TYPE, ShiftOpened.TYPE, BlockGranted.TYPE})
"""What comes after these at a desk counts on them."""
_SHIFT: Final = f"SELECT 1 FROM {SCHEMA}.shift WHERE shift = %s"  # noqa: S608 - a name of our own


class Order:
    """The order in which events of one desk are followed."""

    def __init__(self, connection: Connection, book: Book, aside: Aside) -> None:
        self._connection = connection
        self._book = book
        self._aside = aside

    def ready(self, desk: int) -> list[Waiting]:
        """The next events, without what was done in a shift whose opening has not come and all that was written after it."""
        ready: list[Waiting] = []
        known, held = set[str](), False
        for each in self._book.next(desk, BATCH):
            shift = _shift_of(each) if each.id.stream is Stream.KT1 else ""
            held = held or bool(shift and shift not in known and not self._may_follow(desk, each.hlc, shift))
            if each.id.stream is Stream.KT1 and held:
                continue
            known |= {shift} if shift else set()
            if each.type == ShiftOpened.TYPE:
                known.add(_shift_of(each))
            ready.append(each)
        return ready

    def _may_follow(self, desk: int, hlc: HybridTime, shift: str) -> bool:
        if self._connection.execute(_SHIFT, (shift,)).fetchone() is not None:
            return True
        return self._book.heard(desk, Stream.COUNTER) > hlc

    def mark_late(self, desk: int, ready: Sequence[Waiting]) -> None:
        """Have the desk made anew where one of these should have come before what was followed already."""
        if any(each.type in _BEFORE_OTHERS for each in ready):
            front = self._book.front(desk)
            if any(each.type in _BEFORE_OTHERS and each.hlc < front for each in ready):
                self._aside.make_anew(desk, "late")


def _shift_of(each: Waiting) -> str:
    """The shift an event names, "" for none or where its body cannot be read: that is found out where it is followed."""
    try:
        shift = each.event().body().get("shift", "")
    except DeskError:
        return ""
    return shift if isinstance(shift, str) else ""
