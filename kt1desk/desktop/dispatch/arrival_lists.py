"""The one table of an arrival and what it shows: what is coming, the items of one dispatch, its bags, what differs.

It must not know what is done with any of them.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.dispatch.arrival_rows import (
    BAG_COLUMNS,
    COMING_COLUMNS,
    ITEM_COLUMNS,
    WRONG_COLUMNS,
    bag_rows,
    coming_rows,
    item_row,
    item_rows,
    wrong_rows,
)
from kt1desk.desktop.dispatch.arrival_state import ArrivalState
from kt1desk.desktop.forms.arrival import Ui_ArrivalWork
from kt1desk.desktop.models.side_words import KT1, SideWords
from kt1desk.desktop.models.texts import clock_and_day, count
from kt1desk.desktop.needs.arrival import ComingView
from kt1desk.services.arrival_view import Difference


class Shown(Enum):
    """What the table shows: its heading, and what stands there when it is empty."""

    COMING = (
        "Chuyến đang tới",
        "Không có chuyến nào đang tới. Quét mã vuông trên bản kê, hoặc Ctrl+O lấy tệp.",
    )
    ITEMS = ("{heading} trong chuyến", "Chưa có {noun} nào để quét.")
    BAGS = ("Túi trong chuyến", "Không có túi.")
    WRONG = ("Sai lệch", "Không có gì sai lệch.")


_COLUMNS = {
    Shown.COMING: COMING_COLUMNS,
    Shown.ITEMS: ITEM_COLUMNS,
    Shown.BAGS: BAG_COLUMNS,
    Shown.WRONG: WRONG_COLUMNS,
}
_NEXT = {Shown.ITEMS: Shown.BAGS, Shown.BAGS: Shown.WRONG, Shown.WRONG: Shown.ITEMS}


class ArrivalLists(QObject):
    """Shows one list at a time. `turned`: another one of a dispatch is in front, which may have changed since it was read."""

    turned = Signal()

    def __init__(self, ui: Ui_ArrivalWork, parent: QObject, words: SideWords = KT1) -> None:
        super().__init__(parent)
        self._ui, self._words = ui, words
        self.shown = Shown.COMING
        self._rows = ui.rows.show_rows(words.columns(COMING_COLUMNS))
        self.show_coming(None)

    def show_coming(self, view: ComingView | None) -> None:
        """What is expected."""
        self._turn_to(Shown.COMING)
        self._ui.head_card.hide()
        self._rows.set_rows(coming_rows(view) if view else ())
        self._ui.list_count.setText(f"{count(len(view.dispatches))} chuyến" if view else "")
        if view and view.dispatches:
            self._ui.rows.selectRow(0)

    def show_arrival(self, state: ArrivalState) -> None:
        """One dispatch, in the list that is in front (its items at first)."""
        ui, row = self._ui, state.detail.view.dispatch
        at = ui.rows.currentIndex().row()
        if self.shown is Shown.COMING:
            self._turn_to(Shown.ITEMS)
            at = 0
        ui.head_card.show()
        ui.dispatch_number.setText(row.dispatch)
        ui.dispatch_from.setText(f"từ {state.detail.from_name}")
        ui.dispatch_state.setText(f"gửi {clock_and_day(row.sent_ms, state.detail.offset_min)}")
        view = state.detail.view
        if self.shown is Shown.WRONG:
            rows = wrong_rows(view.differences)
        else:
            rows = bag_rows(view.bags) if self.shown is Shown.BAGS else item_rows(state, self._words)
        self._rows.set_rows(rows)
        words = {Shown.ITEMS: self._words.noun, Shown.BAGS: "túi", Shown.WRONG: "sai lệch"}
        lacking = f", {count(len(view.lacking))} chưa lập biên bản" if self.shown is Shown.WRONG else ""
        ui.list_count.setText(f"{count(len(rows))} {words[self.shown]}{lacking}")
        if rows:
            ui.rows.selectRow(max(0, min(at, len(rows) - 1)))

    def turn(self, state: ArrivalState | None, to: Shown | None = None) -> None:
        """The next list of a dispatch, or this one."""
        if state is None:
            return
        self._turn_to(to or _NEXT.get(self.shown, Shown.ITEMS))
        self.show_arrival(state)
        self.turned.emit()

    def show_scanned(self, state: ArrivalState, item: str) -> None:
        """A scan changed one item: its row alone is drawn again."""
        at = state.place_of(item)
        if self.shown is Shown.ITEMS and at >= 0:
            self._rows.change_row(at, item_row(state, at, self._words))
            self._ui.rows.selectRow(at)

    def current(self) -> str:
        """The row that the keys are at, "" for none."""
        at = self._ui.rows.currentIndex().row()
        return self._rows.row(at).ref if 0 <= at < self._rows.rowCount() else ""

    def difference(self, state: ArrivalState) -> Difference | None:
        """The difference that the keys are at."""
        at = self._ui.rows.currentIndex().row()
        found = state.detail.view.differences
        return found[at] if self.shown is Shown.WRONG and 0 <= at < len(found) else None

    def _turn_to(self, shown: Shown) -> None:
        if shown is not self.shown:
            self.shown = shown
            self._rows = self._ui.rows.show_rows(self._words.columns(_COLUMNS[shown]))
        title, empty = map(self._words.say, shown.value)
        self._ui.list_title.setText(title)
        self._ui.rows.setAccessibleName(title)
        self._ui.rows.set_empty_text(empty)
