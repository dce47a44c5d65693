"""Holders at the left, what the chosen one holds at the right, with ticks. It must not know what is done with ticked items."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
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
)
from kt1desk.desktop.models.side_words import KT1, SideWords
from kt1desk.desktop.needs.holding import NOTHING_HELD, HoldingBoard
from kt1desk.desktop.page_keys import PageKey
from kt1desk.desktop.widgets import Hint
from kt1desk.domain.custody import HolderKind
from kt1desk.services.due import DueItem
from kt1desk.services.whereabouts import HeldWhere

_AWAY = {HolderKind.RECEPTACLE, HolderKind.TRIP}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right}


class HoldingLists(QWidget):
    """`changed`: a hand or a scan ticked other items. `entered`: Enter in the items. `turned`: another holder is shown.

    `refused(item)`: a hand wanted to tick what cannot be taken out here. ``words`` are those of the service, ``board`` is
     what was read, ``key`` the holder that is shown ("" for all of them).
    """

    changed = Signal()
    entered = Signal()
    turned = Signal()
    refused = Signal(str)

    def __init__(self, words: SideWords = KT1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self._ui = Ui_HoldingLists()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        ui = self._ui
        self.board = NOTHING_HELD
        self.key = EVERYWHERE
        self._only: frozenset[str] | None = None
        self._holders = ui.holders.show_rows(HOLDER_COLUMNS)
        ui.items.set_empty_text(f"Không giữ {words.noun} nào.")
        ui.items.setAccessibleName(f"{words.heading} đang giữ")
        self._marks = Marks(ui.items, HELD_COLUMNS)
        self._marks.changed.connect(self.changed)
        self._marks.entered.connect(self.entered)
        self._marks.refused.connect(self.refused)
        _ToItems(self, ui.holders)
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

    def show_board(self, board: HoldingBoard) -> None:
        """Show this; ticks stay where the items stay."""
        self.board = board
        holders = [EVERYWHERE, *(each.holder.text for each in board.holders)]
        if self.key not in holders:
            self.key = EVERYWHERE
        is_there = board is not NOTHING_HELD
        self._holders.set_rows(holder_rows(board) if is_there else ())
        if is_there:
            self._ui.holders.selectRow(holders.index(self.key))
        self._draw()

    def standing(self) -> Sequence[tuple[HeldWhere, DueItem]]:
        """What stands in the list now."""
        held = self.board.held(self.key)
        return [each for each in held if self._only is None or each[1].item.item in self._only]

    def mark(self, item: str) -> bool:
        """Tick an item of those that are shown; False where it was ticked already."""
        return self._marks.mark(item)

    def marked(self) -> Sequence[DueItem]:
        """The ticked items, in their order."""
        marked = set(self._marks.marked())
        return [each for _, each in self.standing() if each.item.item in marked]

    def remark(self, items: Iterable[str]) -> None:
        """Tick these and no others; tells nobody."""
        quiet = QSignalBlocker(self._marks)
        current = self._ui.items.currentIndex().row()
        self._marks.clear()
        for item in items:
            self._marks.mark(item)
        if current >= 0:
            self._ui.items.selectRow(current)
        quiet.unblock()

    def show_everything(self) -> None:
        """All holders together: nothing that is ticked is lost by it."""
        self._ui.holders.selectRow(0)

    def show_only(self, items: frozenset[str] | None) -> None:
        """Only these of what is shown, or everything again."""
        self._only = items
        self._draw()

    def take_keys(self) -> bool:
        """The items take the keys; False where they had them."""
        had = self._ui.items.hasFocus()
        self._ui.items.setFocus(Qt.FocusReason.TabFocusReason)
        return not had

    def choose_holder(self) -> None:
        """The holders take the keys."""
        self._ui.holders.setFocus(Qt.FocusReason.TabFocusReason)

    def keys(self) -> Sequence[PageKey]:
        """The keys that act in the lists, whatever is done with what is ticked."""
        return (
            PageKey("Space", "chọn hoặc bỏ chọn dòng"),
            PageKey("Ctrl+A", "chọn tất cả, bỏ tất cả"),
            PageKey("Ctrl+L", "chọn người giữ hoặc nơi giữ", self.choose_holder),
        )

    def _turn(self, row: int) -> None:
        if 0 <= row < self._holders.rowCount() and self._holders.row(row).ref != self.key:
            self.key = self._holders.row(row).ref
            self._only = None
            self._draw()
            self.turned.emit()

    def _draw(self) -> None:
        held, board, holder = self.standing(), self.board, self.board.holder(self.key)
        self._ui.list_title.setText(holder_name(holder) if holder else "Tất cả")
        self._ui.list_count.setText(self.words.counted(len(held)))
        away = (each.item.item for where, each in held if is_away(where))
        quiet = QSignalBlocker(self._marks)  # what is drawn here nobody has ticked
        self._marks.show(held_rows(held, board.now_ms, board.offset_min, self.words), away)
        quiet.unblock()


class _ToItems(QObject):
    """Enter, or the arrow to the right, goes from the holders to what they hold."""

    def __init__(self, lists: HoldingLists, holders: QWidget) -> None:
        super().__init__(lists)
        self._lists = lists
        holders.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """See the class."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            self._lists.take_keys()
            return True
        return False


def is_away(where: HeldWhere) -> bool:
    """Whether nothing can be taken out of a holder here: a closed bag, a dispatch under way."""
    return where.holder.kind in _AWAY
