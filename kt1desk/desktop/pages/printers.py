"""Printers and their papers: what was printed, what is in doubt, how each printer is set up.

A paper in doubt is a question that only a person can answer who looks into the printer's tray: its answers are keys of their own, and
Enter never answers it. The page must not know what a printer is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from kt1desk.desktop.barred_side import BarredSide
from kt1desk.desktop.forms.printers import Ui_PrintersPage
from kt1desk.desktop.forms.printers_side import Ui_PrintersSide
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.printer_texts import LABEL, RECEIPT, ROLL, TONE_ROLES, state_words
from kt1desk.desktop.navigation import Page, PageKey, reading
from kt1desk.desktop.needs import PapersNeeds, PrinterState, PrinterWizardNeeds
from kt1desk.desktop.paper_queue import PaperQueue
from kt1desk.desktop.printer_form import PrinterForm
from kt1desk.desktop.widgets import set_role

PAPERS = "papers"
"""The list of papers, in a path of `kt1desk.desktop.bars`."""
_NO_PAPERS = "Vai trò này không xem giấy đã in. Ctrl+1, Ctrl+2, Ctrl+3: cài đặt máy in."


class PrintersPage(Page):
    """The queue with its questions; Ctrl+1, Ctrl+2 and Ctrl+3 set a printer up."""

    def __init__(
        self, needs: PapersNeeds, printers: PrinterWizardNeeds, jobs: Jobs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._needs = needs
        self._newest = Newest(jobs)
        self._ui = Ui_PrintersPage()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._right = QWidget(self)
        self._side = Ui_PrintersSide()
        self._side.setupUi(self._right)  # type: ignore[no-untyped-call]
        side = self._side
        self._right.hide()
        self._queue, self._form, self._no_papers = PaperQueue(self), PrinterForm(self), BarredSide(self)
        self._no_papers.tell(_NO_PAPERS)
        self.state = lambda: "setup" if self._is_setting_up() else ""
        for front in (self._no_papers, self._queue):
            self._ui.stack.insertWidget(0, front)
        self._ui.form_body.addWidget(self._form)
        self._queue.serve(needs, jobs)
        self._queue.changed.connect(self.changed)
        self._form.serve(printers, jobs)
        self._form.finished.connect(self.entered)
        self._form.saved.connect(self._printer_kept)
        for slot, button in ((LABEL, side.label_set), (RECEIPT, side.receipt_set), (ROLL, side.roll_set)):
            button.clicked.connect(partial(self._set_up, slot))

    def side(self) -> QWidget:
        """The three printers."""
        return self._right

    def entered(self, ref: str = "") -> None:
        """Show the queue; of one item only, where a number is given."""
        sees_papers = not self.bars.why(PAPERS)
        self._ui.stack.setCurrentWidget(self._queue if sees_papers else self._no_papers)
        if sees_papers:
            self._queue.start(ref)
        self._read_printers()

    def forget(self) -> None:
        """See `Page.forget`."""
        self._queue.forget()

    def papers_changed(self) -> None:
        """A paper came out, or a printer says something else: both are read at once."""
        if self.isVisible():
            self._read_printers()
            if not self.bars.why(PAPERS):
                self._queue.read()

    def take_scan(self, code: str) -> bool:
        """A code of the test page, where one is looked at; else the papers of the item that was scanned."""
        if self.works_with_scans():
            self._form.trial.take_scan(code)
        else:
            self.entered(code)
        return True

    def works_with_scans(self) -> bool:
        """While a test page is looked at, a scan proves that page and nothing else."""
        return self._is_setting_up() and self._form.trial.isVisibleTo(self)

    def step_back(self) -> bool:
        """From a printer to the queue, step by step; inside the queue."""
        if not self._is_setting_up():
            return self._queue.step_back()
        if not self._form.step_back():
            self.entered()
        return True

    def keys(self) -> Sequence[PageKey]:
        """What acts here; Ctrl+R, Ctrl+P and F9 mean the printer while it is being set up."""
        queue, form = self._queue, self._form
        return (
            PageKey("Ctrl+1", "cài đặt máy in nhãn", partial(self._set_up, LABEL)),
            PageKey("Ctrl+2", "cài đặt máy in phiếu, giấy A4/A5", partial(self._set_up, RECEIPT)),
            PageKey("Ctrl+3", "cài đặt máy in cuộn 80 mm", partial(self._set_up, ROLL)),
            reading(self._either(queue.read, form.found.look_again), "đọc lại; khi cài đặt: tìm lại"),
            PageKey(
                "Ctrl+P", "giấy đã ra; khi cài đặt: in thử", self._either(queue.is_printed, form.print_test)
            ),
            PageKey("Ctrl+H", "khi cài đặt: hỏi máy in", self._either(_nothing, form.found.ask)),
            PageKey("F8", "in lại giấy đang chọn", self._either(queue.print_again, _nothing)),
            PageKey("F9", "cho in giấy đang chờ; khi cài đặt: lưu", self._either(queue.release, form.save)),
            PageKey("Ctrl+M", "khi cài đặt: thêm thiết lập", self._either(_nothing, form.settings.open_more)),
            PageKey("Ctrl+Delete", "thôi dùng máy in cuộn", self._either(_nothing, form.clear)),
        )

    def _either(self, in_queue: Callable[[], None], in_form: Callable[[], None]) -> Callable[[], None]:
        def act() -> None:
            if self._is_setting_up():
                in_form()
            elif not self.bars.why(PAPERS):
                in_queue()

        return act

    def _is_setting_up(self) -> bool:
        return self._ui.stack.currentWidget() is self._ui.form_page

    def _set_up(self, slot: str, _clicked: bool = False) -> None:
        self._ui.stack.setCurrentWidget(self._ui.form_page)
        self._form.load(slot)
        self._form.start()

    def _printer_kept(self) -> None:
        self.changed.emit()
        self._read_printers()

    def _read_printers(self) -> None:
        self._newest.run(self._needs.printers, self._show_printers, lambda error: self.said.emit(say(error)))

    def _show_printers(self, states: Mapping[str, PrinterState]) -> None:
        side = self._side
        for slot, label in (
            (LABEL, side.label_state),
            (RECEIPT, side.receipt_state),
            (ROLL, side.roll_state),
        ):
            label.setText(state_words(states[slot]))
            set_role(label, TONE_ROLES[states[slot].tone])


def _nothing() -> None:
    """The key has no meaning here."""
