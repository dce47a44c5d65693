"""«Chuyển, hoàn»: an item that cannot be delivered as written goes to another address, back to its sender, or aside.

First the item, then the way and the reason, then the second person who approves it. The work must not know who may approve.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kt1desk.desktop.delivery.list_card import ListCard
from kt1desk.desktop.delivery.rows import TURN_COLUMNS, receiver_words, turn_rows
from kt1desk.desktop.delivery.turn_acts import TurnActs
from kt1desk.desktop.delivery.turn_form import TurnForm
from kt1desk.desktop.dispatch.second_panel import SecondPanel
from kt1desk.desktop.forms.delivery_turn_side import Ui_TurnSide
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.side_words import KT1, SideWords
from kt1desk.desktop.models.texts import count, item_number
from kt1desk.desktop.navigation import Page, PageKey, reading
from kt1desk.desktop.needs.delivery import TurnItem, TurnNeeds, TurnView
from kt1desk.desktop.row_opening import RowOpening
from kt1desk.desktop.widgets import Hint
from kt1desk.devices.scan_shapes import Shape, classify
from kt1desk.domain.errors import DeskError

DROP_KEY = "Ctrl+Delete"


class TurnWork(Page):
    """The fourth work of the page of delivery."""

    def __init__(
        self, needs: TurnNeeds, jobs: Jobs, words: SideWords = KT1, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._needs, self._words = needs, words
        hints = (Hint(f"chọn {words.noun}", "Enter"),)
        self._list = ListCard(
            "Chưa phát được như ghi trên bì", f"Không có {words.noun} nào ở đây.", hints, self
        )
        self._form = TurnForm(needs, jobs, self, listed=words.is_kt1)
        self._stack = QStackedWidget(self)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._stack)
        for part in (self._list, self._form):
            self._stack.addWidget(part)
        self._right = QWidget(self)
        self._side = Ui_TurnSide()
        self._side.setupUi(self._right)  # type: ignore[no-untyped-call]
        self._right.hide()
        self._second = SecondPanel(self._right)
        self._side.second_body.addWidget(self._second)
        self._rows = self._list.table.show_rows(TURN_COLUMNS)
        self._view: TurnView | None = None
        self._acts = TurnActs(needs, jobs, self._form, self._second)
        self._reads = Newest(jobs)
        self._join()

    def entered(self, _ref: str = "") -> None:
        """Read what can be turned; the list takes the keys, or the item that was begun."""
        self._tell("")
        self._reads.run(self._needs.turn_view, self._show, self._acts.refuse)
        if self._acts.number:
            self._form.start()
        else:
            self._list.table.setFocus()

    def forget(self) -> None:
        """See `Page.forget`."""
        self._reads.forget()
        self._view = None
        self._rows.set_rows(())
        self._drop()

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._right

    def step_back(self) -> bool:
        """An open list, back to the form, back to the items; what was chosen stays with its item."""
        if self._form.close_lists():
            return True
        if self._stack.currentWidget() is self._list:
            return False
        if not self._form.has_keys():
            self._form.take_keys()
            return True
        self._stack.setCurrentWidget(self._list)
        self._list.table.setFocus()
        return True

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        how = "nơi nhận ghi như ngoài bì, hoặc trong danh mục"
        write = (PageKey("Ctrl+N", how, self._form.write_other),) if self._words.is_kt1 else ()
        return (
            PageKey("Enter", f"chọn {self._words.noun}"),
            PageKey("F9", "chuyển tiếp, chuyển hoàn hoặc để riêng", self._acts.turn),
            *write,
            PageKey("Ctrl+M", "đổi cách duyệt: ở đây, gọi máy", self._second.change_way),
            PageKey(DROP_KEY, "bỏ việc đang làm dở", self._drop),
            reading(self.entered),
        )

    def take_scan(self, code: str) -> bool:
        """An item was scanned: it is the one. One that was begun is not put aside for it."""
        scan = classify(code)
        if scan.kind is not Shape.ITEM:
            return False
        if self._is_unfinished(scan.value):
            raise DeskError("redirect.unfinished", "items", number=self._acts.number)
        found = _find(self._view, scan.value)
        if found is None:
            raise DeskError("redirect.not_here", "items", number=scan.value)
        self._begin(found)
        return True

    def _join(self) -> None:
        RowOpening(self._list.table).opened.connect(self._open_row)
        self._form.finished.connect(self._second.start)
        self._second.given.connect(self._acts.turn)
        self._acts.told.connect(self._tell)
        self._acts.done.connect(self._turned)
        self._side.do.clicked.connect(self._acts.turn)
        self._second.set_alone((), by_phone=self._words.is_kt1)
        self._drop()

    def _show(self, view: TurnView) -> None:
        self._view = view
        self._second.set_alone(view.alone, by_phone=self._words.is_kt1)
        at = max(0, self._list.table.currentIndex().row())
        self._rows.set_rows(turn_rows(view.items, self._words))
        self._list.say(self._words.counted(len(view.items)))
        if view.items:
            self._list.table.selectRow(min(at, len(view.items) - 1))

    def _open_row(self, item: str) -> None:
        found = _find(self._view, item)
        if self._is_unfinished(item):
            self._tell(say(DeskError("redirect.unfinished", "items", number=self._acts.number)))
        elif found is not None:
            self._begin(found)

    def _is_unfinished(self, item: str) -> bool:
        """Whether another item was begun."""
        return self._form.is_begun() and self._acts.number not in {"", item}

    def _begin(self, found: TurnItem) -> None:
        if self._acts.number != found.line.line.item.item and self._view is not None:
            self._form.clear({way: self._view.reasons(way) for way in found.ways})
        self._acts.number = found.line.line.item.item
        self._tell("")
        _show_item(self._side, found, self._words)
        self._stack.setCurrentWidget(self._form)
        self._form.start()

    def _turned(self, sentence: str) -> None:
        self._drop()
        self.said.emit(sentence)
        self.changed.emit()
        self.entered()

    def _drop(self) -> None:
        """Nothing is begun."""
        self._acts.number = ""
        self._form.clear({})
        self._second.forget()
        _show_item(self._side, None, self._words)
        self._tell("")
        self._stack.setCurrentWidget(self._list)
        self._list.table.setFocus()

    def _tell(self, sentence: str) -> None:
        self._side.problem.setText(sentence)
        self._side.problem.setVisible(bool(sentence))


def _show_item(side: Ui_TurnSide, found: TurnItem | None, words: SideWords) -> None:
    """The item at hand, or what to do first."""
    side.second_card.setVisible(found is not None)
    side.do.setEnabled(found is not None)
    side.item_receiver.setVisible(found is not None)
    side.item_tried.setVisible(found is not None)
    if found is None:
        side.item_number.setText(f"Quét {words.noun}")
        side.item_kind.setText("hoặc chọn dòng rồi Enter.")
        side.do.setText("Chuyển, hoàn")
        return
    item = found.line.line.item
    name, address = receiver_words(found.line)
    side.item_number.setText(item_number(item.item))
    side.item_kind.setText(words.kind(item))
    side.item_receiver.setText(f"{name}\n{address}" if address else name)
    tried = f"Đã phát {count(found.tried)} lần: {found.why}" if found.tried else "Chưa phát lần nào"
    side.item_tried.setText(tried)


def _find(view: TurnView | None, item: str) -> TurnItem | None:
    """What can be turned of that number."""
    items = view.items if view is not None else ()
    return next((each for each in items if each.line.line.item.item == item), None)
