"""Doors of the services of a shift and its drawer."""

from __future__ import annotations

from collections.abc import Mapping

from kt1desk.domain.permissions import Act
from tests.access.kinds import Door, Free, Mixed

_LINES = Free("lines of money that name nobody; nothing of an item")

SHIFT: Mapping[str, Door] = {
    "drawer_book.DrawerBook.adjust": _LINES,
    "drawer_book.DrawerBook.move": _LINES,
    "drawer_book.DrawerBook.serve": _LINES,
    "drawer_book.DrawerBook.undo": _LINES,
    "drawer_book.DrawerBook.view": _LINES,
    "opening.Openings.checks": Free("how much waits; of KT1 for who is cleared alone, and no number of it"),
    "opening.Openings.open": Free("the drawer, and that machines were looked at"),
    "settling.Settling.close": Free(
        "asks for the things that the user may see; KT1 for who is cleared alone"
    ),
    "settling.Settling.questions": Mixed(Act.CLOSE_SHIFT),
    "settling.Settling.view": Mixed(Act.CLOSE_SHIFT),
    "shifts.Shifts.close": Free("the drawer: cash is counted whatever it was paid for"),
    "shifts.Shifts.current": Free("the drawer; pages are shown what the board leaves of it"),
    "shifts.Shifts.open": Free("the drawer"),
    "shifts.Shifts.proposed_date": Free("today"),
}
