"""«Chờ duyệt»: items wait for a second person, in the order in which they must leave; he lets them go or holds one back.

Items are chosen by Space or by scanning them, which is how one looks at each. At the approver's own desk the telephone is answered here.
Behind Ctrl+L stands what was done without a second person and waits for somebody's look.
The work must not know how anything is confirmed.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QWidget

from kt1desk.desktop.dispatch.answer_panel import AnswerPanel
from kt1desk.desktop.dispatch.approval_acts import REJECT_KEY, ApprovalActs, Mode, Panels
from kt1desk.desktop.dispatch.exception_work import ExceptionWork
from kt1desk.desktop.dispatch.marks import Marks
from kt1desk.desktop.dispatch.reasons import ReasonPanel
from kt1desk.desktop.dispatch.second_panel import SecondPanel
from kt1desk.desktop.dispatch.waiting_rows import WAITING_COLUMNS, waiting_rows
from kt1desk.desktop.forms.approval import Ui_ApprovalWork
from kt1desk.desktop.forms.approval_side import Ui_ApprovalSide
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.side_words import KT1
from kt1desk.desktop.models.texts import count, item_number
from kt1desk.desktop.navigation import Page, PageKey, reading
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.approval import ApprovalNeeds, ApprovalView
from kt1desk.devices.scan_shapes import Shape, classify
from kt1desk.domain.errors import DeskError

_NOTHING = "Không có bưu gửi nào chờ duyệt."


class ApprovalWork(Page):
    """The first work of the page of dispatches."""

    def __init__(self, needs: ApprovalNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs = needs
        self._ui = Ui_ApprovalWork()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._sides = QStackedWidget(self)
        self._sides.hide()
        self._right = QWidget(self._sides)
        self._side = Ui_ApprovalSide()
        self._side.setupUi(self._right)  # type: ignore[no-untyped-call]
        self._exceptions = ExceptionWork(needs, jobs, self)
        self._exceptions.hide()
        self._ui.work_body.addWidget(self._exceptions)
        for side in (self._right, self._exceptions.side()):
            self._sides.addWidget(side)
        self._view: ApprovalView | None = None
        self._marks = Marks(self._ui.items, WAITING_COLUMNS)
        self._ui.items.set_empty_text(_NOTHING)
        self._reads = Newest(jobs)
        panels = Panels(SecondPanel(self._right), ReasonPanel(self._right), AnswerPanel(self._right))
        self._second = panels.second
        self._side.second_body.addWidget(panels.second)
        for panel in (panels.asking, panels.answering):
            self._side.side_body.insertWidget(0, panel)
        self._acts = ApprovalActs(needs, jobs, panels, self._chosen)
        self._join()

    def entered(self, _ref: str = "") -> None:
        """Read what waits; the list takes the keys."""
        if self._shows_exceptions():
            self._exceptions.entered()
            return
        self._tell("")
        self._reads.run(self._read, self._show, lambda error: self._tell(say(error)))
        self._ui.items.setFocus()

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._sides

    def step_back(self) -> bool:
        """The telephone, the question, the reason, the way back to the list, from the exceptions to what waits."""
        if self._shows_exceptions():
            if not self._exceptions.step_back():
                self._turn()
            return True
        if not self._acts.step_back() and self._ui.items.hasFocus():
            return False
        self._ui.items.setFocus()
        return True

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        if self._shows_exceptions():
            return (PageKey("Ctrl+L", "về bưu gửi chờ duyệt", self._turn), *self._exceptions.keys())
        acts = self._acts
        return (
            PageKey("Space", "chọn hoặc bỏ chọn dòng"),
            PageKey("Ctrl+A", "chọn tất cả, bỏ tất cả"),
            PageKey("F9", "duyệt những gì đã chọn", acts.approve),
            PageKey(REJECT_KEY, "từ chối bưu gửi đã chọn", acts.reject),
            PageKey("Ctrl+M", "đổi cách duyệt: ở đây, gọi máy, ngoại lệ", self._second.change_way),
            PageKey("Ctrl+G", "trả lời máy khác gọi tới", acts.answer),
            PageKey("Ctrl+L", "ngoại lệ chờ xét", self._turn),
            reading(self.entered),
        )

    def take_scan(self, code: str) -> bool:
        """A label was scanned: its item is chosen. A question that is open is not answered by it."""
        scan = classify(code)
        if scan.kind is not Shape.ITEM or self._acts.mode is not Mode.APPROVE or self._shows_exceptions():
            return False
        if not self._marks.has(scan.value):
            raise DeskError("approval.not_waiting", "item", number=scan.value)
        self._marks.mark(scan.value)
        return True

    def _join(self) -> None:
        side, acts = self._side, self._acts
        self._marks.changed.connect(self._show_chosen)
        self._marks.entered.connect(self._second.start)
        side.approve.clicked.connect(acts.approve)
        side.reject.clicked.connect(acts.reject)
        side.answer.clicked.connect(acts.answer)
        acts.moved.connect(self._show_chosen)
        acts.told.connect(self._tell)
        acts.done.connect(self._done)
        self._exceptions.said.connect(self.said)
        self._exceptions.changed.connect(self.changed)
        self._tell("")
        self._show_chosen()

    def _read(self) -> tuple[ApprovalView, tuple[Choice, ...]]:
        return self._needs.approval_view(), tuple(self._needs.reject_reasons())

    def _show(self, read: tuple[ApprovalView, tuple[Choice, ...]]) -> None:
        view, self._acts.reasons = read
        self._view = view
        self._second.set_alone(view.alone)
        self._ui.list_count.setText(KT1.counted(len(view.items)))
        self._ui.exception_count.setText(f"{count(view.exceptions)} ngoại lệ chờ xét")
        self._marks.show(waiting_rows(view.items, view.now_ms, view.offset_min))

    def _shows_exceptions(self) -> bool:
        return not self._exceptions.isHidden()

    def _turn(self) -> None:
        """The other list; what was asked in this one is asked no more."""
        self._acts.step_back()
        shown = not self._shows_exceptions()
        self._ui.list_card.setVisible(not shown)
        self._exceptions.setVisible(shown)
        self._sides.setCurrentIndex(int(shown))
        self.keys_changed.emit()
        self.entered()

    def _chosen(self) -> tuple[str, ...]:
        """What the keys act on: the ticked rows, or else the one they are at."""
        current = self._marks.current()
        return self._marks.marked() or ((current,) if current else ())

    def _show_chosen(self) -> None:
        side, chosen, mode = self._side, set(self._chosen()), self._acts.mode
        items = [each for each in (self._view.items if self._view else ()) if each.item.item in chosen]
        single = items[0].item.item if len(items) == 1 else ""
        side.chosen_title.setText("Từ chối" if mode is Mode.REJECT else "Đang chọn")
        side.chosen_figure.setText(item_number(single) if single else KT1.counted(len(items)))
        side.chosen_note.setText(KT1.kinds(each.item for each in items) if items else "")
        side.approve.setText(f"Duyệt {KT1.counted(len(items))}" if items else "Duyệt")
        side.approve.setEnabled(bool(items))
        side.reject.setEnabled(bool(single))
        for part in (side.chosen_card, side.second_card, side.reject):
            part.setVisible(mode in {Mode.APPROVE, Mode.REJECT})
        for part in (side.approve, side.answer):
            part.setVisible(mode is Mode.APPROVE)

    def _done(self, sentence: str) -> None:
        self._marks.clear()
        self.said.emit(sentence)
        self.changed.emit()
        self.entered()

    def _tell(self, sentence: str) -> None:
        self._side.problem.setText(sentence)
        self._side.problem.setVisible(bool(sentence))
