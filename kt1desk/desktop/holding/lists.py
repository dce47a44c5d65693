"""Holders at the left, what the chosen one holds at the right, with ticks. It must not know what is done with ticked items."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.dispatch.marks import Marks
from kt1desk.desktop.forms.holding_lists import Ui_HoldingLists
from kt1desk.desktop.holding.rows import (
    EVERYWHERE,
    HELD_COLUMNS,
    HOLDER_COLUMNS,
    held_rows,
    holder_name,
    holder_rows,
    items_words,
)
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.holding import HoldingBoard
from kt1desk.desktop.widgets import Hint
from kt1desk.domain.custody import HolderKind
from kt1desk.services.due import DueItem
from kt1desk.services.whereabouts import HeldWhere

_AWAY = {HolderKind.RECEPTACLE, HolderKind.TRIP}
"""Holders of which nothing can be taken out here."""
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right}


class HoldingLists(QWidget):
    """`changed`: a hand or a scan ticked other items. `entered`: Enter in the items. `turned`: another holder is shown.

    `refused(item)`: a hand wanted to tick what cannot be taken out here.
    """

    changed = Signal()
    entered = Signal()
    turned = Signal()
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = Ui_HoldingLists()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        ui = self._ui
        self._board: HoldingBoard | None = None
        self._holder = EVERYWHERE
        self._only: frozenset[str] | None = None
        self._quiet = False
        self._holders = ui.holders.show_rows(HOLDER_COLUMNS)
        ui.items.set_empty_text("Không giữ bưu gửi nào.")
        self._marks = Marks(ui.items, HELD_COLUMNS)
        self._marks.changed.connect(self._ticked)
        self._marks.entered.connect(self.entered)
        self._marks.refused.connect(self.refused)
        ui.holders.installEventFilter(self)
        ui.holders.selectionModel().currentRowChanged.connect(lambda now, _: self._turn(now.row()))

    def show_hints(self, hints: Sequence[Hint]) -> None:
        """The keys that act in the items now."""
        ui = self._ui
        caps = (
            (ui.list_key_1, ui.list_says_1),
            (ui.list_key_2, ui.list_says_2),
            (ui.list_key_3, ui.list_says_3),
        )
        for (cap, says), hint in zip(caps, hints, strict=True):
            cap.setText(hint.key)
            says.setText(hint.text)

    def show_board(self, board: HoldingBoard | None) -> None:
        """Show this; ticks stay where the items stay."""
        self._board = board
        holders = [EVERYWHERE, *(each.holder.text for each in board.holders)] if board else []
        if self._holder not in holders:
            self._holder = EVERYWHERE
        self._holders.set_rows(holder_rows(board) if board else ())
        if holders:
            self._ui.holders.selectRow(holders.index(self._holder))
        self._draw()

    def holder(self) -> HeldWhere | None:
        """The holder that is shown, None for all of them."""
        holders = self._board.holders if self._board else ()
        return next((each for each in holders if each.holder.text == self._holder), None)

    def shown(self) -> Sequence[tuple[HeldWhere, DueItem]]:
        """What is held there, all of it."""
        holders = self._board.holders if self._board else ()
        return [
            (where, each)
            for where in holders
            if self._holder in {EVERYWHERE, where.holder.text}
            for each in where.items
        ]

    def where_is(self, item: str) -> HeldWhere | None:
        """Who holds an item by the books, None where nobody of this point does."""
        holders = self._board.holders if self._board else ()
        return next((each for each in holders if any(held.item.item == item for held in each.items)), None)

    def places(self) -> Sequence[Choice]:
        """The places that something can be put into."""
        return self._board.places if self._board else ()

    def is_away(self, where: HeldWhere) -> bool:
        """Whether nothing can be taken out of a holder here: a closed bag, a dispatch under way."""
        return where.holder.kind in _AWAY

    def mark(self, item: str) -> bool:
        """Tick an item of those that are shown; False where it was ticked already."""
        return self._marks.mark(item)

    def marked(self) -> Sequence[DueItem]:
        """The ticked items, in their order."""
        marked = set(self._marks.marked())
        return [each for _, each in self.shown() if each.item.item in marked]

    def remark(self, items: Iterable[str]) -> None:
        """Tick these and no others; tells nobody."""
        self._quiet = True
        self._marks.clear()
        current = self._ui.items.currentIndex().row()
        for item in items:
            self._marks.mark(item)
        if current >= 0:
            self._ui.items.selectRow(current)
        self._quiet = False

    def visible(self) -> Sequence[str]:
        """The numbers that stand in the list now."""
        return [each.item.item for _, each in self._standing()]

    def show_everything(self) -> None:
        """All holders together: nothing that is ticked is lost by it."""
        self._ui.holders.selectRow(0)

    def show_only(self, items: frozenset[str] | None) -> None:
        """Only these of what is shown, or everything again."""
        self._only = items
        self._draw()

    def take_keys(self) -> None:
        """The items take the keys."""
        self._ui.items.setFocus(Qt.FocusReason.TabFocusReason)

    def choose_holder(self) -> None:
        """The holders take the keys."""
        self._ui.holders.setFocus(Qt.FocusReason.TabFocusReason)

    def has_keys(self) -> bool:
        """Whether the keys are at the items."""
        return self._ui.items.hasFocus()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Enter, or the arrow to the right, goes from the holders to what they hold."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            self.take_keys()
            return True
        return False

    def _ticked(self) -> None:
        if not self._quiet:
            self.changed.emit()

    def _standing(self) -> Sequence[tuple[HeldWhere, DueItem]]:
        return [each for each in self.shown() if self._only is None or each[1].item.item in self._only]

    def _turn(self, row: int) -> None:
        if 0 <= row < self._holders.rowCount() and self._holders.row(row).ref != self._holder:
            self._holder = self._holders.row(row).ref
            self._only = None
            self._draw()
            self.turned.emit()

    def _draw(self) -> None:
        held = self._standing()
        now_ms, offset_min = (self._board.now_ms, self._board.offset_min) if self._board else (0, 0)
        holder = self.holder()
        self._ui.list_title.setText(holder_name(holder) if holder else "Tất cả")
        self._ui.list_count.setText(items_words(len(held)))
        away = (each.item.item for where, each in held if self.is_away(where))
        self._quiet = True  # what is drawn here nobody has ticked
        self._marks.show(held_rows(held, now_ms, offset_min), away)
        self._quiet = False
