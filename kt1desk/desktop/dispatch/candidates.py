"""The items that could go into the bag at hand, and those that were put into it. It must not know which bag that is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.dispatch.marks import Marks
from kt1desk.desktop.dispatch.waiting_rows import WAITING_COLUMNS, waiting_rows
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.side_words import KT1, SideWords
from kt1desk.desktop.needs.approval import WaitingItem
from kt1desk.desktop.needs.dispatch import PackView
from kt1desk.desktop.widgets import WholeRowsTable
from kt1desk.domain.errors import DeskError

_ASTRAY = "{items} trong túi đi điểm khác. Lấy ra, hoặc F9 lần nữa để đóng túi."


class Candidates(QObject):
    """`changed`: something else is in the bag. `entered`: Enter was pressed. `told`: why an item cannot go into it."""

    changed = Signal()
    entered = Signal()
    told = Signal(str)

    def __init__(self, table: WholeRowsTable, words: SideWords = KT1) -> None:
        super().__init__(table)
        self._words = words
        self._items: tuple[WaitingItem, ...] = ()
        self._told_astray: frozenset[str] = frozenset()
        self._marks = Marks(table, WAITING_COLUMNS)
        self._marks.changed.connect(self.changed)
        self._marks.entered.connect(self.entered)
        self._marks.refused.connect(lambda item: self.told.emit(say(self._hindrance(item))))

    def show(self, view: PackView) -> None:
        """Show these; what was put in and is still there stays in."""
        self._items, self._told_astray = view.items, frozenset()
        rows = waiting_rows(view.items, view.now_ms, view.offset_min, self._words)
        self._marks.show(rows, (each.item.item for each in view.items if each.hindered))

    def inside(self) -> Sequence[WaitingItem]:
        """What is in the bag."""
        marked = set(self._marks.marked())
        return [each for each in self._items if each.item.item in marked]

    def put_in(self, item: str) -> None:
        """An item was scanned.

        Raises:
            DeskError: ``receptacle.item_not_here``, ``receptacle.item_inside``, or what must be done with it first.
        """
        if not self._marks.has(item):
            raise DeskError("receptacle.item_not_here", "items", number=item)
        hindrance = self._hindrance(item)
        if hindrance.code:
            raise hindrance
        if not self._marks.mark(item):
            raise DeskError("receptacle.item_inside", "items", number=item)

    def sure_of_way(self) -> bool:
        """Whether nothing in the bag ends at another point, or this is asked once more after it was told of just these items."""
        astray = frozenset(each.item.item for each in self.inside() if each.belongs is False)
        if astray == self._told_astray:
            return True
        self._told_astray = astray
        if astray:
            self.told.emit(_ASTRAY.format(items=self._words.counted(len(astray))))
        return not astray

    def clear(self) -> None:
        """The next bag."""
        self._marks.clear()

    def _hindrance(self, item: str) -> DeskError:
        """What must be done first with an item; with an empty code for nothing."""
        found = (each.hindered for each in self._items if each.item.item == item)
        return DeskError(next(found, ""), "items", number=item)
