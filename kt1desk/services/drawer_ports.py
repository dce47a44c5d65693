"""Ports of the drawer: what shift and cash ask of the store beside `kt1desk.services.ports`, as a Protocol."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from kt1desk.services.drawer_rows import DrawerLine, SettledRow
from kt1desk.services.rows import CashSum, ShiftRow


class DrawerReader(Protocol):
    """Reading of drawers and of shifts that are over."""

    def shift(self, shift: str) -> ShiftRow | None:
        """One shift of this desk by its name, open or closed."""

    def closed_shifts(self, limit: int) -> Sequence[ShiftRow]:
        """The shifts of this desk that are closed, the last one first."""

    def cash_by_kind(self, shift: str) -> Sequence[CashSum]:
        """What came into a drawer and left it, by `kt1desk.domain.drawer.CashKind`: acceptances, lines and moves alike."""

    def drawer_lines(self, shift: str) -> Sequence[DrawerLine]:
        """The lines of a shift in their order."""

    def drawer_line(self, line: str) -> DrawerLine | None:
        """One line by its number."""

    def drawer_lines_from(self, start: str) -> int:
        """How many lines have a number that begins so: the next number follows from it."""

    def settled(self, shift: str) -> SettledRow | None:
        """How a shift was settled; None for one that is open, or was closed before shifts were settled."""

    def item_numbers_of(self, shift: str) -> Sequence[str]:
        """Numbers that this desk gave to KT1 items in a shift, those taken back included."""

    def cover_numbers_of(self, shift: str) -> Sequence[str]:
        """Numbers that this desk gave to covers of the cases that it accepted in a shift, those taken back included."""
