"""«Đóng túi»: items are put into the bag at hand by scanning them, then it gets number, seal and weight, and its tag is printed.

What must leave next stands first, what goes to the chosen point before the rest. The work must not know what may be packed.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.choice_field import Answer, ChoiceField
from kt1desk.desktop.dispatch.bag_undoing import UNDO_KEY, BagUndoing
from kt1desk.desktop.dispatch.candidates import Candidates
from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.dispatch.pack_form import PackForm
from kt1desk.desktop.dispatch.reasons import ReasonPanel
from kt1desk.desktop.dispatch.waiting_rows import total_g
from kt1desk.desktop.forms.dispatch_pack import Ui_PackWork
from kt1desk.desktop.forms.dispatch_pack_side import Ui_PackSide
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.side_words import KT1, SideWords
from kt1desk.desktop.navigation import EnterWay, Page, PageKey, Step, reading
from kt1desk.desktop.needs.dispatch import NextPoint, PackNeeds, PackView
from kt1desk.devices.scan_shapes import Shape, classify
from kt1desk.domain.errors import DeskError
from kt1desk.services.packing import PackDraft
from kt1desk.services.paper_values import weight_words

_NOTHING = "Không có {noun} nào chờ đi."
_NO_POINT = "Không có điểm nào như vậy. Gõ mã 6 số hoặc vài chữ của tên."
_CHOOSE_POINT = "Chọn điểm đến trước."
_EMPTY_BAG = "Túi chưa có {noun} nào: quét nhãn hoặc bấm Dấu cách."


class PackWork(Page):
    """The second work of the page of dispatches."""

    def __init__(
        self, needs: PackNeeds, jobs: Jobs, words: SideWords = KT1, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._needs, self._words = needs, words
        self._ui = Ui_PackWork()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._right = QWidget(self)
        self._side = Ui_PackSide()
        self._side.setupUi(self._right)  # type: ignore[no-untyped-call]
        self._right.hide()
        self._reads, self._doing = Newest(jobs), Doing(jobs, self)
        self._asking = ReasonPanel(self._right)
        self._side.side_body.insertWidget(0, self._asking)
        self._undoing = BagUndoing(needs, self._doing, self._asking, words)
        self._form = PackForm(self._side, needs, jobs, self)
        self._items = Candidates(self._ui.items, words)
        self._ui.items.set_empty_text(words.say(_NOTHING))
        self._ui.items.setAccessibleName(f"{words.heading} có thể đóng túi")
        self._ui.to.attach_note(self._ui.to_note)
        self._to = ChoiceField(
            self._ui.to, self, jobs, lambda text: [answer_of(each) for each in needs.points(text)], _NO_POINT
        )
        self._join()

    def entered(self, _ref: str = "") -> None:
        """Read what can go; the keys are where something lacks."""
        self._tell("")
        self._form.watch_scale()
        self._read()
        (self._ui.items if self._to.answer() else self._ui.to).setFocus()

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._right

    def step_back(self) -> bool:
        """The question, the list of points, back to the items, back to the point."""
        if self._asking.close_question() or self._to.close_list():
            return True
        if self._ui.to.hasFocus():
            return False
        (self._ui.to if self._ui.items.hasFocus() else self._ui.items).setFocus()
        return True

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        return (
            PageKey("Space", f"cho {self._words.noun} vào túi, lấy ra"),
            PageKey("Ctrl+A", "cho hết vào túi, lấy hết ra"),
            PageKey("F9", "đóng túi, in nhãn cổ túi", self._close),
            PageKey(UNDO_KEY, "tháo túi đã đóng, bấm hai lần", self._undoing.press),
            PageKey("Ctrl+M", "đổi điểm đến", self._ui.to.setFocus),
            reading(self.entered),
        )

    def take_scan(self, code: str) -> bool:
        """An item goes into the bag, a bag's number and a seal into their inputs."""
        scan = classify(code)
        if self._asking.is_open():
            return scan.kind is Shape.RECEPTACLE and self._undoing.take(scan.value)
        if scan.kind is not Shape.ITEM:
            return self._form.take_scan(scan)
        self._items.put_in(scan.value)
        return True

    def _join(self) -> None:
        side = self._side
        self._to_way = EnterWay(self, (Step(self._ui.to, lambda: self._to.answer() is None, self._to.enter),))
        self._to_way.finished.connect(self._ui.items.setFocus)
        self._to.chosen.connect(lambda _: self._read())
        self._to.chosen.connect(lambda _: self._ui.items.setFocus())
        self._items.changed.connect(self._show_bag)
        self._items.entered.connect(self._form.start)
        self._items.told.connect(self._tell)
        self._form.finished.connect(self._close)
        for asked in (self._asking.began, self._asking.ended):
            asked.connect(self._show_bag)
        self._undoing.told.connect(self._tell)
        self._undoing.done.connect(self._done)
        self._doing.refused.connect(self._refuse)
        side.close_bag.clicked.connect(self._close)
        side.undo.clicked.connect(self._undoing.press)
        self._tell("")

    def _read(self) -> None:
        to = self._to.answer()
        code = to.ref if to else ""
        self._reads.run(lambda: self._needs.pack_view(code), self._show, lambda error: self._tell(say(error)))

    def _show(self, view: PackView) -> None:
        self._ui.list_count.setText(self._words.counted(len(view.items)))
        self._items.show(view)

    def _show_bag(self) -> None:
        side, inside, asked = self._side, self._items.inside(), self._asking.is_open()
        side.bag_figure.setText(self._words.counted(len(inside)))
        said = f"{weight_words(total_g(inside))} · {self._words.kinds(each.item for each in inside)}"
        side.bag_note.setText(said if inside else "Túi còn trống.")
        for part in (side.bag_card, side.seal_card, side.close_bag, side.undo):
            part.setVisible(not asked)
        side.close_bag.setEnabled(bool(inside))

    def _close(self) -> None:
        to, items = self._to.answer(), tuple(each.item.item for each in self._items.inside())
        if self._asking.is_open():
            return
        if to is None:
            self._ui.to.show_error(self._to.unread() or _CHOOSE_POINT)
            self._ui.to.setFocus(Qt.FocusReason.TabFocusReason)
        elif not items:
            self._tell(self._words.say(_EMPTY_BAG))
            self._ui.items.setFocus()
        elif not self._form.lacks() and self._items.sure_of_way():
            receptacle, seal, weight_g = self._form.values()
            draft = PackDraft(receptacle, seal, weight_g, to.ref, items)
            words = f"{self._words.counted(len(items))} đi {to.title}"
            self._doing.run(
                lambda: self._needs.close_bag(draft),
                lambda number: self._closed(f"Đã đóng túi {number}: {words}. Nhãn cổ túi đang in."),
            )

    def _closed(self, sentence: str) -> None:
        self._form.clear()
        self._items.clear()
        self._done(sentence)

    def _done(self, sentence: str) -> None:
        self.said.emit(sentence)
        self.changed.emit()
        self.entered()

    def _refuse(self, error: DeskError) -> None:
        if error.field == "to":
            self._ui.to.show_error(say(error))
            self._ui.to.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._form.refuse(error)
            self._tell(say(error))

    def _tell(self, sentence: str) -> None:
        self._side.problem.setText(sentence)
        self._side.problem.setVisible(bool(sentence))


def answer_of(point: NextPoint) -> Answer:
    """A point as the field shows it."""
    return Answer(point.code, point.name, point.note, point.code, note=point.note)
