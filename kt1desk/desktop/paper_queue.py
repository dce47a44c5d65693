"""The papers of this desk: what was printed, what is in doubt, what waits. Questions are answered by keys of their own, never by Enter.

It must not know what a printer is, nor on which page it stands.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.forms.paper_queue import Ui_PaperQueueForm
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.paper_rows import (
    paper_name,
    paper_reason,
    question_text,
    question_title,
)
from kt1desk.desktop.models.texts import count, item_number
from kt1desk.desktop.needs import PapersNeeds
from kt1desk.desktop.paper_list import PaperList
from kt1desk.desktop.widgets import Choice
from kt1desk.domain.errors import DeskError
from kt1desk.domain.print_job import JobState
from kt1desk.services.papers import ReprintReason
from kt1desk.services.rows import PaperRow

_LIMIT = 200
_AGAIN_MS = 3_000
_REASONS = (
    Choice(ReprintReason.DAMAGED.value, "Giấy hỏng, mờ", "1"),
    Choice(ReprintReason.LOST.value, "Mất giấy", "2"),
    Choice(ReprintReason.CUSTOMER.value, "Khách xin thêm", "3"),
)
_Read = tuple[tuple[PaperRow, ...], tuple[PaperRow, ...]]


class PaperQueue(QWidget):
    """Questions on top, the queue below, newest first; read again every few seconds while it is seen. `changed` after an answer."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs: PapersNeeds | None = None
        self._jobs: Jobs | None = None
        self._reprint: PaperRow | None = None
        self._item = ""
        self._busy = False
        self._ui = Ui_PaperQueueForm()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        ui = self._ui
        self._list = PaperList(ui.papers)
        ui.reason.set_choices(_REASONS)
        ui.reason.chosen.connect(self._print_for)
        ui.printed.clicked.connect(self.is_printed)
        ui.again.clicked.connect(self.print_again)
        ui.papers.selectionModel().selectionChanged.connect(self._show_question)
        for widget in (ui.reason_card, ui.question_card, ui.problem):
            widget.hide()
        self._timer = QTimer(self)
        self._timer.setInterval(_AGAIN_MS)
        self._timer.timeout.connect(lambda: self.read() if self.isVisible() else None)
        self._timer.start()

    def serve(self, needs: PapersNeeds, jobs: Jobs) -> None:
        """What knows the papers."""
        self._needs, self._jobs = needs, jobs

    def start(self, item: str = "") -> None:
        """Show the papers of one item, or all; the list takes the keys."""
        self._item = item
        self._ui.reason_card.hide()
        self._ui.problem.hide()
        self._ui.papers.setFocus()
        self.read()

    def read(self) -> None:
        """Read again."""
        needs = self._needs
        if needs is not None and self._jobs is not None:
            self._jobs.run(
                lambda: (tuple(needs.questions()), tuple(needs.papers(_LIMIT))), self._show, self._refuse
            )

    def forget(self) -> None:
        """Drop the papers shown, and read those again that may be seen."""
        self._item, self._reprint = "", None
        self._ui.reason_card.hide()
        self._show(((), ()))
        if self.isVisible():
            self.read()

    def step_back(self) -> bool:
        """From the reason to the list, from one item to all."""
        if self._ui.reason_card.isVisibleTo(self) or self._item:
            self.start()
            return True
        return False

    def is_printed(self) -> None:
        """The clerk has the paper in his hand."""
        needs, paper = self._needs, self._list.asked()
        if needs is not None and paper is not None and paper.state == JobState.UNKNOWN.value:
            self._answer(lambda: needs.is_printed(paper.job))

    def print_again(self) -> None:
        """There is no paper in the tray; or the chosen paper is printed once more, for a reason."""
        needs, paper = self._needs, self._list.asked() or self._list.chosen()
        if needs is None or paper is None:
            return
        if paper.state == JobState.UNKNOWN.value:
            self._answer(lambda: needs.print_again(paper.job, ReprintReason.IN_DOUBT))
        elif paper.state == JobState.DONE.value:
            self._reprint = paper
            self._ui.reason_title.setText(f"Vì sao in lại {_named(paper)}?")
            self._ui.reason.set_value(None)
            self._ui.reason_card.show()
            self._ui.reason.setFocus()

    def release(self) -> None:
        """Let the paper that waits go to the printer."""
        needs, paper = self._needs, self._list.waiting()
        if needs is not None and paper is not None:
            self._answer(lambda: needs.release(paper.job))

    def _print_for(self, reason: str) -> None:
        # The one that the question named, wherever the list stands by now.
        needs, paper = self._needs, self._reprint
        self._ui.reason_card.hide()
        self._ui.papers.setFocus()
        if needs is not None and paper is not None:
            self._answer(lambda: needs.print_again(paper.job, ReprintReason(reason)))

    def _answer(self, work: Callable[[], None]) -> None:
        if self._busy or self._jobs is None:
            return
        self._busy = True
        self._ui.problem.hide()

        def answered(_: None) -> None:
            self._busy = False
            self.changed.emit()
            self.read()

        self._jobs.run(work, answered, self._refuse)

    def _refuse(self, error: DeskError) -> None:
        self._busy = False
        self._ui.problem.setText(say(error))
        self._ui.problem.show()

    def _show(self, read: _Read) -> None:
        questions, newest = read
        self._list.show([paper for paper in newest if not self._item or paper.item == self._item], questions)
        about = f" của {self._list.about()}" if self._item and len(self._list) else ""
        self._ui.papers_title.setText(f"Giấy in{about}")
        self._ui.papers_count.setText(f"{count(len(self._list))} giấy")
        self._show_question()

    def _show_question(self) -> None:
        paper, chosen, ui = self._list.asked(), self._list.chosen(), self._ui
        ui.why.setText(paper_reason(chosen) if chosen is not None else "")
        ui.why.setVisible(bool(ui.why.text()))
        _show_keys(ui, paper or chosen, self._list.waiting())
        ui.question_card.setVisible(paper is not None)
        if paper is None:
            return
        ui.question_title.setText(question_title(paper))
        ui.question_text.setText(question_text(paper))
        ui.question_count.setText(f"{count(self._list.questions())} giấy cần trả lời")
        for button in (ui.printed, ui.again):
            button.setVisible(paper.state == JobState.UNKNOWN.value)


def _named(paper: PaperRow) -> str:
    """``nhãn ME 473 124 829 VN``, inside a sentence."""
    name = paper_name(paper)
    return f"{name[:1].lower()}{name[1:]} {item_number(paper.item)}"


def _show_keys(ui: Ui_PaperQueueForm, paper: PaperRow | None, waiting: PaperRow | None) -> None:
    """Below the list: which keys act now, and on which paper."""
    in_doubt = paper is not None and paper.state == JobState.UNKNOWN.value
    printable = paper is not None and paper.state in {JobState.UNKNOWN.value, JobState.DONE.value}
    ui.again_says.setText(f"in lại {_named(paper)}" if paper is not None else "")
    ui.release_says.setText(f"cho in {_named(waiting)}" if waiting is not None else "")
    for shown, widgets in (
        (in_doubt, (ui.key_printed, ui.printed_says)),
        (printable, (ui.key_again, ui.again_says)),
        (waiting is not None, (ui.key_release, ui.release_says)),
    ):
        for widget in widgets:
            widget.setVisible(shown)
