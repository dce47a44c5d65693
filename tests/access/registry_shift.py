"""Doors of the services of a shift and its drawer."""

from __future__ import annotations

from collections.abc import Mapping

from tests.access.kinds import Door, Free

_LINES = Free("lines of money that name nobody; nothing of an item")

SHIFT: Mapping[str, Door] = {
    "drawer_book.DrawerBook.adjust": _LINES,
    "drawer_book.DrawerBook.move": _LINES,
    "drawer_book.DrawerBook.serve": _LINES,
    "drawer_book.DrawerBook.undo": _LINES,
    "drawer_book.DrawerBook.view": _LINES,
    "shifts.Shifts.close": Free("the drawer: cash is counted whatever it was paid for"),
    "shifts.Shifts.current": Free("the drawer; pages are shown what the board leaves of it"),
    "shifts.Shifts.open": Free("the drawer"),
    "shifts.Shifts.proposed_date": Free("today"),
}
