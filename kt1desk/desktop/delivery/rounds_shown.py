"""The open delivery lists in one table: all of them, or one after another. It must not know what becomes of an item."""

from __future__ import annotations

from collections.abc import Sequence

from kt1desk.desktop.delivery.list_card import ListCard
from kt1desk.desktop.delivery.rows import OUT_COLUMNS, out_rows
from kt1desk.desktop.models.side_words import KT1, SideWords
from kt1desk.desktop.models.texts import count
from kt1desk.desktop.needs.delivery import OutLine


class RoundsShown:
    """What is out; of one list where one is chosen."""

    def __init__(self, card: ListCard, words: SideWords = KT1) -> None:
        self._card, self._words = card, words
        self._rows = card.table.show_rows(OUT_COLUMNS)
        self._lines: tuple[OutLine, ...] = ()
        self._begun: frozenset[str] = frozenset()
        self._round = ""

    def show(self, lines: Sequence[OutLine], begun: frozenset[str]) -> None:
        """Show these, what is still out first; the row that the keys are at stays where it is as long as it is out."""
        self._lines, self._begun = tuple(lines), begun
        if self._round not in self._rounds():
            self._round = ""
        self._draw()

    def mark_begun(self, begun: frozenset[str]) -> None:
        """Of these something was typed and not saved."""
        if begun != self._begun:
            self._begun = begun
            self._draw()

    def find(self, item: str) -> OutLine | None:
        """The line of an item, one that is still out before one that is done."""
        lines = sorted(self._lines, key=lambda each: not each.line.is_out)
        return next((each for each in lines if each.line.item.item == item), None)

    def go_to(self, item: str) -> None:
        """Bring the row of an item in front, with its list."""
        line = self.find(item)
        if line is not None and self._round and line.round != self._round:
            self._round = line.round
            self._draw()
        self._select(item, 0)

    def next(self) -> None:
        """All lists, then one after another."""
        order = ("", *self._rounds())
        self._round = order[(order.index(self._round) + 1) % len(order)]
        self._draw()
        self._card.table.setFocus()

    def _rounds(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(each.round for each in self._lines))

    def _shown(self) -> list[OutLine]:
        here = [each for each in self._lines if self._round in {"", each.round}]
        return sorted(here, key=lambda each: not each.line.is_out)

    def _draw(self) -> None:
        at = self._card.table.currentIndex()
        current = self._rows.row(at.row()).ref if at.isValid() else ""
        shown = self._shown()
        out = sum(each.line.is_out for each in shown)
        self._rows.set_rows(out_rows(shown, self._begun, self._words))
        rounds = len(self._rounds())
        before = f"{count(rounds)} chuyến · " if rounds > 1 and not self._round else ""
        self._card.say(f"{before}còn ngoài {count(out)} / {count(len(shown))}", self._title(shown))
        self._select(current, at.row())

    def _title(self, shown: Sequence[OutLine]) -> str:
        if self._round and shown:
            return f"{self._round} · {shown[0].postman_name}"
        return "Mọi chuyến đang phát" if len(self._rounds()) > 1 else "Chuyến đang phát"

    def _select(self, item: str, otherwise: int) -> None:
        refs = [self._rows.row(row).ref for row in range(self._rows.rowCount())]
        if refs:
            at = refs.index(item) if item in refs else max(0, min(otherwise, len(refs) - 1))
            self._card.table.selectRow(at)
