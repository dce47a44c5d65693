"""«Kết quả phát»: an item is scanned and its result said: given into whose hands, or offered in vain and why.

What is still out stands in the list, list by list; an item that is in no list is fetched at the counter. The work must not know what is
stored.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kt1desk.desktop.delivery.dossier_form import DossierResultForm
from kt1desk.desktop.delivery.list_card import ListCard
from kt1desk.desktop.delivery.result_acts import ResultActs
from kt1desk.desktop.delivery.result_form import ResultForm
from kt1desk.desktop.delivery.rounds_shown import RoundsShown
from kt1desk.desktop.delivery.typed_result import TypedResult
from kt1desk.desktop.dispatch.reasons import ReasonPanel
from kt1desk.desktop.forms.delivery_result_side import Ui_ResultSide
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.side_words import KT1, SideWords
from kt1desk.desktop.navigation import Page, PageKey, reading
from kt1desk.desktop.needs.delivery import OutLine, OutView, ResultNeeds
from kt1desk.desktop.row_opening import RowOpening
from kt1desk.desktop.widgets import Hint
from kt1desk.devices.scan_shapes import Shape, classify
from kt1desk.domain.errors import DeskError

ATTEMPT_KEY, SAME_KEY, NEXT_KEY = "F8", "Ctrl+B", "Ctrl+L"
_DONE = "Dòng này đã có kết quả."


class ResultWork(Page):
    """The second work of the page of delivery."""

    def __init__(
        self, needs: ResultNeeds, jobs: Jobs, words: SideWords = KT1, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._needs, self._words = needs, words
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
        self._form: TypedResult = (
            ResultForm(self._side, self._right, words)
            if words.is_kt1
            else DossierResultForm(self._side, jobs, self._right)
        )
        self._rounds = RoundsShown(self._list, words)
        self._acts = ResultActs(needs, jobs, self._form, self._asking)
        self._reads, self._looks = Newest(jobs), Newest(jobs)
        self._join()

    def entered(self, _ref: str = "") -> None:
        """Read what is out; the list takes the keys, or the item that was begun."""
        self._tell("")
        self._reads.run(self._needs.out_view, self._show, self._acts.refuse)
        if self._form.line() is not None and not self._asking.is_open():
            self._form.start()
        else:
            self._list.table.setFocus()

    def forget(self) -> None:
        """See `Page.forget`."""
        self._reads.forget()
        self._looks.forget()
        self._asking.close_question()
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
        same = (PageKey(SAME_KEY, "như người nhận trước", self._acts.repeat),) if self._words.is_kt1 else ()
        return (
            PageKey("Enter", "ghi kết quả của dòng đang chọn"),
            PageKey("F9", "lưu: đã phát", self._acts.deliver),
            PageKey(ATTEMPT_KEY, "phát chưa được, rồi phím số của lý do", self._acts.attempt),
            *same,
            PageKey(NEXT_KEY, "xem từng chuyến, xem mọi chuyến", self._rounds.next),
            reading(self.entered),
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
        side, acts = self._side, self._acts
        RowOpening(self._list.table).opened.connect(self._open_row)
        self._form.finished.connect(acts.deliver)
        self._asking.ended.connect(self._settle)
        acts.asks.connect(lambda: self._settle(asked=True))
        acts.told.connect(self._tell)
        acts.done.connect(self._stored)
        for button, act in (
            (side.deliver, acts.deliver),
            (side.attempt, acts.attempt),
            (side.same, acts.repeat),
        ):
            button.clicked.connect(act)
        self._tell("")
        self._settle()

    def _show(self, view: OutView) -> None:
        self._acts.reasons = view.reasons
        if isinstance(self._form, DossierResultForm):
            self._form.use_lists(view)
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

    def _settle(self, *, asked: bool | None = None) -> None:
        """What can be done now; ``asked`` where a question is about to come."""
        line, side = self._form.line(), self._side
        asked = self._asking.is_open() if asked is None else asked
        self._form.show_inputs(wanted=line is not None and not asked)
        for button in (side.deliver, side.attempt, side.same):
            button.setVisible(not asked and (button is not side.same or self._words.is_kt1))
            button.setEnabled(line is not None)
        side.attempt.setEnabled(line is not None and bool(line.round))
        self._rounds.mark_begun(self._form.begun())

    def _stored(self, sentence: str) -> None:
        self._settle()
        self.said.emit(sentence)
        self.changed.emit()
        self.entered()

    def _missed(self, error: DeskError) -> None:
        self._tell(say(error))
        self.scan_failed.emit(say(error))

    def _tell(self, sentence: str) -> None:
        self._side.problem.setText(sentence)
        self._side.problem.setVisible(bool(sentence))
