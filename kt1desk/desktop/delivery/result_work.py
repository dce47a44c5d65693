"""«Kết quả phát»: an item is scanned and its result said: given into whose hands, or offered in vain and why.

What is still out stands in the list, list by list; an item that is in no list is fetched at the counter. The work must not know what is
stored.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kt1desk.desktop.delivery.list_card import ListCard
from kt1desk.desktop.delivery.result_form import ResultForm
from kt1desk.desktop.delivery.rounds_shown import RoundsShown
from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.dispatch.reasons import ReasonPanel, ReasonQuestion
from kt1desk.desktop.forms.delivery_result_side import Ui_ResultSide
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import item_number
from kt1desk.desktop.navigation import Page, PageKey
from kt1desk.desktop.needs.delivery import OutLine, OutView, ResultNeeds
from kt1desk.desktop.row_opening import RowOpening
from kt1desk.desktop.widgets import Hint
from kt1desk.devices.scan_shapes import Shape, classify
from kt1desk.domain.errors import DeskError

ATTEMPT_KEY, SAME_KEY, NEXT_KEY = "F8", "Ctrl+B", "Ctrl+L"
_NONE = "Quét bưu gửi, hoặc chọn dòng rồi Enter trước."
_OTHER_PLACE = "Người nhận trước không nhận cho nơi này. Gõ tên người nhận."
_DONE = "Dòng này đã có kết quả."


class ResultWork(Page):
    """The second work of the page of delivery."""

    def __init__(self, needs: ResultNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs = needs
        hints = (Hint("ghi kết quả", "Enter"), Hint("chuyến khác", NEXT_KEY))
        self._list = ListCard("Chuyến đang phát", "Không có chuyến nào đang phát.", hints, self)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._list)
        self._right = QWidget(self)
        self._side = Ui_ResultSide()
        self._side.setupUi(self._right)  # type: ignore[no-untyped-call]
        self._right.hide()
        self._asking = ReasonPanel(self._right)
        self._side.side_body.insertWidget(1, self._asking)
        self._form = ResultForm(self._side, self._right)
        self._rounds = RoundsShown(self._list)
        self._view: OutView | None = None
        self._reads, self._looks, self._doing = Newest(jobs), Newest(jobs), Doing(jobs, self)
        self._join()

    def entered(self, _ref: str = "") -> None:
        """Read what is out; the list takes the keys, or the item that was begun."""
        self._tell("")
        self._reads.run(self._needs.out_view, self._show, self._refuse)
        if self._form.line() is not None and not self._asking.is_open():
            self._form.start()
        else:
            self._list.table.setFocus()

    def forget(self) -> None:
        """See `Page.forget`."""
        self._reads.forget()
        self._looks.forget()
        self._asking.close_question()
        self._view = None
        self._rounds.show((), frozenset())
        self._form.forget()
        self._settle()

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._right

    def step_back(self) -> bool:
        """The question, then back to the list; what was typed stays with its item."""
        if self._asking.close_question():
            self._form.start()
            return True
        if self._form.line() is None and self._list.table.hasFocus():
            return False
        self._form.close()
        self._settle()
        self._list.table.setFocus()
        return True

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        return (
            PageKey("Enter", "ghi kết quả của dòng đang chọn"),
            PageKey("F9", "lưu: đã phát", self._deliver),
            PageKey(ATTEMPT_KEY, "phát chưa được, rồi phím số của lý do", self._attempt),
            PageKey(SAME_KEY, "như người nhận trước", self._repeat),
            PageKey(NEXT_KEY, "xem từng chuyến, xem mọi chuyến", self._rounds.next),
            PageKey("Ctrl+R", "đọc lại", self.entered),
        )

    def take_scan(self, code: str) -> bool:
        """An item was scanned: its result is asked for. A question that is open is not answered by it."""
        scan = classify(code)
        if scan.kind is not Shape.ITEM or self._asking.is_open():
            return False
        line = self._rounds.find(scan.value)
        if line is not None and line.line.is_out:
            self._rounds.go_to(scan.value)
            self._open(line, scan=True)
        else:
            self._looks.run(
                lambda: self._needs.fetched(scan.value),
                lambda found: self._open(found, scan=True),
                self._missed,
            )
        return True

    def _join(self) -> None:
        side, form = self._side, self._form
        RowOpening(self._list.table).opened.connect(self._open_row)
        form.finished.connect(self._deliver)
        for began in (self._asking.began, self._asking.ended):
            began.connect(self._settle)
        self._doing.refused.connect(self._refuse)
        side.deliver.clicked.connect(self._deliver)
        side.attempt.clicked.connect(self._attempt)
        side.same.clicked.connect(self._repeat)
        self._tell("")
        self._settle()

    def _show(self, view: OutView) -> None:
        self._view = view
        self._rounds.show(view.lines, self._form.begun())

    def _open_row(self, item: str) -> None:
        line = self._rounds.find(item)
        if line is not None and line.line.is_out:
            self._open(line, scan=False)
        else:
            self._tell(_DONE)

    def _open(self, line: OutLine, *, scan: bool) -> None:
        self._tell("")
        self._form.open(line, scan=scan)
        self._settle()
        self._form.start()

    def _settle(self) -> None:
        """What can be done now."""
        line, asked, side = self._form.line(), self._asking.is_open(), self._side
        side.taker_card.setVisible(line is not None and not asked)
        for button in (side.deliver, side.attempt, side.same):
            button.setVisible(not asked)
            button.setEnabled(line is not None)
        side.attempt.setEnabled(line is not None and bool(line.round))
        self._rounds.mark_begun(self._form.begun())

    def _deliver(self) -> None:
        line = self._form.line()
        if self._asking.is_open():
            return
        if line is None:
            self._tell(_NONE)
            return
        draft = self._form.draft()
        if draft is None:
            return
        said = f"Đã phát {item_number(draft.item)} cho {draft.taker_name.strip()}, ký ở {draft.reference.strip()}."
        self._doing.run(lambda: self._needs.deliver(draft), lambda _: self._stored(draft.item, said))

    def _attempt(self) -> None:
        line, view = self._form.line(), self._view
        if self._asking.is_open():
            return
        if line is None or view is None or not line.round:
            self._tell(_NONE)
            return
        item, number, scan = line.line.item.item, line.round, self._form.is_scanned()

        def act(reason: str) -> None:
            self._doing.run(
                lambda: self._needs.attempt(item, reason, number, scan=scan),
                lambda _: self._stored(item, f"{item_number(item)}: phát chưa được, bưu tá còn giữ."),
            )

        title = f"Vì sao chưa phát được {item_number(item)}?"
        self._asking.begin(ReasonQuestion(title, "Bấm phím số là ghi ngay.", view.reasons, act))

    def _repeat(self) -> None:
        if not self._asking.is_open() and not self._form.repeat():
            self._tell(_OTHER_PLACE if self._form.line() is not None else _NONE)

    def _stored(self, item: str, sentence: str) -> None:
        self._form.stored(item)
        self._settle()
        self.said.emit(sentence)
        self.changed.emit()
        self.entered()

    def _missed(self, error: DeskError) -> None:
        self._refuse(error)
        self.scan_failed.emit(say(error))

    def _refuse(self, error: DeskError) -> None:
        is_said = self._form.refuse(error)
        self._tell("" if is_said else say(error))

    def _tell(self, sentence: str) -> None:
        self._side.problem.setText(sentence)
        self._side.problem.setVisible(bool(sentence))
