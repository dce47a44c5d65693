"""The list of «Giao cơ quan»: the sorting view by authority, then the covers of one. It must not know what is done with them."""

from __future__ import annotations

from PySide6.QtCore import QObject

from kt1desk.desktop.delivery.list_card import ListCard
from kt1desk.desktop.one_stop.hand_state import HandState
from kt1desk.desktop.one_stop.hand_words import nothing_words
from kt1desk.desktop.one_stop.rows import (
    AUTHORITY_COLUMNS,
    COVER_COLUMNS,
    authority_rows,
    cover_row,
    covers_words,
)

_ALL = "Chờ giao cơ quan"


class HandList(QObject):
    """Shows the state in the one table."""

    def __init__(self, card: ListCard) -> None:
        super().__init__(card)
        self._card = card
        self._of_covers = False
        self._model = card.table.show_rows(AUTHORITY_COLUMNS)

    def show(self, state: HandState) -> None:
        """All of it; the row that the keys are at stays."""
        here = self.current()
        chosen = state.chosen()
        if self._of_covers != (chosen is not None):
            self._of_covers = chosen is not None
            self._model = self._card.table.show_rows(COVER_COLUMNS if self._of_covers else AUTHORITY_COLUMNS)
        if chosen is None:
            self._card.table.set_empty_text(nothing_words(state.view.elsewhere))
            rows = authority_rows(state.view.authorities, state.tallies(), state.view.offset_min)
            self._card.say(covers_words(sum(len(each.covers) for each in state.view.authorities)), _ALL)
        else:
            counted = state.counted()
            rows = [cover_row(each, counted.get(each.item)) for each in state.covers()]
            self._card.say(f"{len(counted)} / {covers_words(len(rows))}", chosen.name)
        self._model.set_rows(rows)
        self.go_to(here)

    def change(self, state: HandState, item: str) -> None:
        """One cover stands otherwise."""
        counted, covers = state.counted(), state.covers()
        for at, cover in enumerate(covers):
            if cover.item == item:
                self._model.change_row(at, cover_row(cover, counted.get(item)))
        self._card.say(f"{len(counted)} / {covers_words(len(covers))}")
        self.go_to(item)

    def current(self) -> str:
        """What the keys are at: an authority or a cover, "" for none."""
        at = self._card.table.currentIndex().row()
        return self._model.row(at).ref if 0 <= at < self._model.rowCount() else ""

    def go_to(self, ref: str) -> None:
        """The keys are at this row, or at the first."""
        refs = [self._model.row(at).ref for at in range(self._model.rowCount())]
        if refs:
            self._card.table.selectRow(refs.index(ref) if ref and ref in refs else 0)
