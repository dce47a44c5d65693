"""«Ngoại lệ chờ xét»: what was done without a second person, until another one says what he thinks of it.

While too many wait, or one too long, nothing more may be done alone: here they are looked at, one by one, each with a coded outcome. What
somebody did himself is not his to look at. The work must not know what may be done alone, nor how much of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.dispatch.exception_rows import (
    EXCEPTION_COLUMNS,
    exception_rows,
    number_words,
    what_words,
)
from kt1desk.desktop.dispatch.reasons import ReasonPanel, ReasonQuestion
from kt1desk.desktop.forms.exceptions import Ui_ExceptionWork
from kt1desk.desktop.forms.exceptions_side import Ui_ExceptionSide
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import clock_and_day, count
from kt1desk.desktop.navigation import Page, PageKey, reading
from kt1desk.desktop.needs.reviewing import ExceptionView, OpenException, ReviewNeeds
from kt1desk.desktop.row_opening import RowOpening
from kt1desk.domain.errors import DeskError

_NOTHING = "Không có ngoại lệ nào chờ xét."
_OWN = DeskError("approval.review_own", "event")


class ExceptionWork(Page):
    """The list of what waits for a look; of dossiers a work of its own, of KT1 items a list of the work of approval."""

    def __init__(self, needs: ReviewNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs = needs
        self._ui = Ui_ExceptionWork()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._right = QWidget(self)
        self._side = Ui_ExceptionSide()
        self._side.setupUi(self._right)  # type: ignore[no-untyped-call]
        self._right.hide()
        self._view: ExceptionView | None = None
        self._rows = self._ui.exceptions.show_rows(EXCEPTION_COLUMNS)
        self._ui.exceptions.set_empty_text(_NOTHING)
        self._reads, self._doing = Newest(jobs), Doing(jobs, self)
        self._asking = ReasonPanel(self._right)
        self._side.side_body.insertWidget(1, self._asking)
        self._join()

    def entered(self, _ref: str = "") -> None:
        """Read what waits; the list takes the keys."""
        self._asking.close_question()
        self._tell("")
        self._reads.run(self._needs.exception_view, self._show, lambda error: self._tell(say(error)))
        self._ui.exceptions.setFocus()

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._right

    def step_back(self) -> bool:
        """The question, the way back to the list."""
        if not self._asking.close_question() and self._ui.exceptions.hasFocus():
            return False
        self._ui.exceptions.setFocus()
        return True

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        return (
            PageKey("Return", "ghi kết quả xét dòng đang chọn"),
            reading(self.entered),
        )

    def _join(self) -> None:
        RowOpening(self._ui.exceptions).opened.connect(lambda _: self._ask())
        self._ui.exceptions.selectionModel().currentRowChanged.connect(lambda *_: self._show_chosen())
        self._side.review.clicked.connect(self._ask)
        self._asking.began.connect(self._show_chosen)
        self._asking.ended.connect(self._show_chosen)
        self._doing.refused.connect(self._refuse)
        self._tell("")
        self._show_chosen()

    def _show(self, view: ExceptionView) -> None:
        at = max(0, self._ui.exceptions.currentIndex().row())
        self._view = view
        self._rows.set_rows(exception_rows(view))
        self._ui.list_count.setText(f"{count(len(view.waiting))} ngoại lệ")
        if view.waiting:
            self._ui.exceptions.selectRow(min(at, len(view.waiting) - 1))
        self._show_chosen()

    def _chosen(self) -> OpenException | None:
        at = self._ui.exceptions.currentIndex().row()
        waiting = self._view.waiting if self._view else ()
        return waiting[at] if 0 <= at < len(waiting) else None

    def _show_chosen(self) -> None:
        side, each, view = self._side, self._chosen(), self._view
        asked, own = self._asking.is_open(), each is not None and each.own
        side.chosen_card.setVisible(each is not None)
        side.own_work.setText(say(_OWN) if own else "")
        side.own_work.setVisible(own)
        side.review.setVisible(not asked)
        side.review.setEnabled(each is not None and not own)
        if each is not None and view is not None:
            side.chosen_title.setText(what_words(each))
            side.chosen_figure.setText(number_words(each))
            when = clock_and_day(each.row.done_ms, view.offset_min)
            side.chosen_note.setText(f"{each.reason}\n{each.who}\n{when}")

    def _ask(self) -> None:
        """What came of looking at the row at hand; nothing is asked about what one did himself."""
        each, view = self._chosen(), self._view
        if each is None or view is None or each.own or self._asking.is_open():
            return
        self._tell("")
        title = f"Kết quả xét {number_words(each)}?"
        self._asking.begin(ReasonQuestion(title, "", view.outcomes, partial(self._review, each)))

    def _review(self, each: OpenException, outcome: str) -> None:
        said = f"Đã ghi kết quả xét {what_words(each).lower()} {number_words(each)}."
        self._doing.run(lambda: self._needs.review(each.row.event, outcome), lambda _: self._done(said))
        self._ui.exceptions.setFocus()

    def _done(self, sentence: str) -> None:
        self.said.emit(sentence)
        self.changed.emit()
        self.entered()

    def _refuse(self, error: DeskError) -> None:
        self._tell(say(error))

    def _tell(self, sentence: str) -> None:
        self._side.problem.setText(sentence)
        self._side.problem.setVisible(bool(sentence))
