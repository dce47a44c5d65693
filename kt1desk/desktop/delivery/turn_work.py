"""«Chuyển, hoàn»: an item that cannot be delivered as written goes to another address, back to its sender, or aside.

First the item, then the way and the reason, then the second person who approves it. The work must not know who may approve.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kt1desk.desktop.delivery.list_card import ListCard
from kt1desk.desktop.delivery.rows import TURN_COLUMNS, items_words, receiver_words, turn_rows
from kt1desk.desktop.delivery.turn_form import WAYS, Turned, TurnForm
from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.dispatch.second_panel import SecondPanel
from kt1desk.desktop.forms.delivery_turn_side import Ui_TurnSide
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import count, item_number, marks
from kt1desk.desktop.navigation import Page, PageKey
from kt1desk.desktop.needs.approval import Yes
from kt1desk.desktop.needs.delivery import Turning, TurnItem, TurnNeeds, TurnView
from kt1desk.desktop.row_opening import RowOpening
from kt1desk.desktop.widgets import Hint
from kt1desk.devices.scan_shapes import Shape, classify
from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Act

DROP_KEY = "Ctrl+Delete"
_NONE = "Quét bưu gửi, hoặc chọn dòng rồi Enter trước."


class TurnWork(Page):
    """The fourth work of the page of delivery."""

    def __init__(self, needs: TurnNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs = needs
        hints = (Hint("chọn bưu gửi", "Enter"),)
        self._list = ListCard("Chưa phát được như ghi trên bì", "Không có bưu gửi nào ở đây.", hints, self)
        self._form = TurnForm(needs, jobs, self)
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
        self._open: TurnItem | None = None
        self._reads, self._doing = Newest(jobs), Doing(jobs, self)
        self._join()

    def entered(self, _ref: str = "") -> None:
        """Read what can be turned; the list takes the keys, or the item that was begun."""
        self._tell("")
        self._reads.run(self._needs.turn_view, self._show, self._refuse)
        if self._open is not None:
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
        return (
            PageKey("Enter", "chọn bưu gửi"),
            PageKey("F9", "chuyển tiếp, chuyển hoàn hoặc để riêng", self._turn),
            PageKey("Ctrl+N", "nơi nhận ghi như ngoài bì, hoặc trong danh mục", self._form.write_other),
            PageKey("Ctrl+M", "đổi cách duyệt: ở đây, gọi máy", self._second.change_way),
            PageKey(DROP_KEY, "bỏ việc đang làm dở", self._drop),
            PageKey("Ctrl+R", "đọc lại", self.entered),
        )

    def take_scan(self, code: str) -> bool:
        """An item was scanned: it is the one. One that was begun is not put aside for it."""
        scan = classify(code)
        if scan.kind is not Shape.ITEM:
            return False
        if self._open is not None and self._form.is_begun() and self._number() != scan.value:
            raise DeskError("redirect.unfinished", "items", number=self._number())
        found = self._find(scan.value)
        if found is None:
            raise DeskError("redirect.not_here", "items", number=scan.value)
        self._begin(found)
        return True

    def _join(self) -> None:
        RowOpening(self._list.table).opened.connect(self._open_row)
        self._form.finished.connect(self._second.start)
        self._second.given.connect(self._turn)
        self._second.asking.connect(self._ask_by_phone)
        self._doing.refused.connect(self._refuse)
        self._side.do.clicked.connect(self._turn)
        self._second.set_alone(())
        self._drop()

    def _show(self, view: TurnView) -> None:
        self._view = view
        at = max(0, self._list.table.currentIndex().row())
        self._rows.set_rows(turn_rows(view.items))
        self._list.say(items_words(len(view.items)))
        if view.items:
            self._list.table.selectRow(min(at, len(view.items) - 1))

    def _open_row(self, item: str) -> None:
        found = self._find(item)
        if self._open is not None and self._form.is_begun() and self._number() != item:
            self._tell(say(DeskError("redirect.unfinished", "items", number=self._number())))
        elif found is not None:
            self._begin(found)

    def _find(self, item: str) -> TurnItem | None:
        items = self._view.items if self._view is not None else ()
        return next((each for each in items if each.line.line.item.item == item), None)

    def _number(self) -> str:
        return self._open.line.line.item.item if self._open is not None else ""

    def _begin(self, found: TurnItem) -> None:
        if self._number() != found.line.line.item.item and self._view is not None:
            self._form.clear({way: self._view.reasons(way) for way in found.ways})
        self._open = found
        self._tell("")
        self._show_item(found)
        self._stack.setCurrentWidget(self._form)
        self._form.start()

    def _show_item(self, found: TurnItem | None) -> None:
        side = self._side
        side.second_card.setVisible(found is not None)
        side.do.setEnabled(found is not None)
        side.item_receiver.setVisible(found is not None)
        if found is None:
            side.item_number.setText("Quét bưu gửi")
            side.item_kind.setText("hoặc chọn dòng rồi Enter.")
            side.item_tried.setText("")
            side.do.setText("Chuyển, hoàn")
            return
        item = found.line.line.item
        name, address = receiver_words(found.line)
        side.item_number.setText(item_number(item.item))
        side.item_kind.setText(marks(item.urgency, item.secrecy))
        side.item_receiver.setText(f"{name}\n{address}" if address else name)
        tried = f"Đã phát {count(found.tried)} lần: {found.why}" if found.tried else "Chưa phát lần nào"
        side.item_tried.setText(tried)

    def _turn(self) -> None:
        found = self._open
        if found is None:
            self._tell(_NONE)
            return
        turned = self._form.turned()
        yes = self._second.yes((self._number(),)) if turned is not None else None
        if turned is None or yes is None:
            return
        number = self._number()
        said = f"{WAYS[turned.way]}: {item_number(number)}, đã có người thứ hai duyệt."
        self._doing.run(self._act(number, turned, yes), lambda _: self._turned(said))

    def _act(self, number: str, turned: Turned, yes: Yes) -> Callable[[], None]:
        needs = self._needs
        if turned.way is Turning.FORWARD:
            return lambda: needs.forward(number, turned.receiver, turned.reason, yes)
        if turned.way is Turning.RETURN:
            return lambda: needs.give_back(number, turned.reason, yes)
        return lambda: needs.set_aside(number, turned.reason, yes)

    def _ask_by_phone(self, device: int) -> None:
        act = Act.FORWARD_ITEM if self._form.chosen_way() is Turning.FORWARD else Act.RETURN_ITEM
        numbers, show = (self._number(),), self._second.show_question
        self._doing.run(lambda: self._needs.ask_by_phone(act, numbers, device), show)

    def _turned(self, sentence: str) -> None:
        self._drop()
        self.said.emit(sentence)
        self.changed.emit()
        self.entered()

    def _drop(self) -> None:
        """Nothing is begun."""
        self._open = None
        self._form.clear({})
        self._second.forget()
        self._show_item(None)
        self._tell("")
        self._stack.setCurrentWidget(self._list)
        self._list.table.setFocus()

    def _refuse(self, error: DeskError) -> None:
        if not (self._form.refuse(error) or self._second.refuse(error)):
            self._tell(say(error))

    def _tell(self, sentence: str) -> None:
        self._side.problem.setText(sentence)
        self._side.problem.setVisible(bool(sentence))
