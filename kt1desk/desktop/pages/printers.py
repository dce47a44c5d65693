"""Printers and their papers: what was printed, what is in doubt, how each printer is set up.

A paper in doubt is a question that only a person can answer who looks into the printer's tray: its answers are keys of their own, and
Enter never answers it. The page must not know what a printer is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from kt1desk.desktop.forms.printers import Ui_PrintersPage
from kt1desk.desktop.forms.printers_side import Ui_PrintersSide
from kt1desk.desktop.jobs import Jobs, Lane
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import Page, PageKey
from kt1desk.desktop.needs import PapersNeeds, PrinterChoices, PrinterSetupNeeds
from kt1desk.desktop.paper_queue import PaperQueue
from kt1desk.desktop.printer_form import PrinterForm
from kt1desk.domain.errors import DeskError

LABEL, RECEIPT = "label", "receipt"


class PrintersPage(Page):
    """The queue with its questions; Ctrl+1 and Ctrl+2 set a printer up."""

    def __init__(
        self, needs: PapersNeeds, printers: PrinterSetupNeeds, jobs: Jobs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._printers = printers
        self._jobs = jobs
        self._ui = Ui_PrintersPage()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._right = QWidget(self)
        self._side = Ui_PrintersSide()
        self._side.setupUi(self._right)  # type: ignore[no-untyped-call]
        self._right.hide()
        self._queue, self._form = PaperQueue(self), PrinterForm(self)
        self._ui.stack.insertWidget(0, self._queue)
        self._ui.form_body.addWidget(self._form)
        self._queue.serve(needs, jobs)
        self._queue.changed.connect(self.changed)
        self._form.serve(printers, jobs)
        self._form.finished.connect(self.entered)
        self._form.saved.connect(self._printer_kept)
        self._side.label_set.clicked.connect(lambda: self._set_up(LABEL))
        self._side.receipt_set.clicked.connect(lambda: self._set_up(RECEIPT))

    def side(self) -> QWidget:
        """The two printers."""
        return self._right

    def entered(self, ref: str = "") -> None:
        """Show the queue; of one item only, where a number is given."""
        self._ui.stack.setCurrentWidget(self._queue)
        self._queue.start(ref)
        self._read_printers()

    def forget(self) -> None:
        """See `Page.forget`."""
        self._queue.forget()

    def take_scan(self, code: str) -> bool:
        """The papers of the item that was scanned."""
        self.entered(code)
        return True

    def step_back(self) -> bool:
        """From a printer to the queue; inside the queue."""
        if self._is_setting_up():
            self.entered()
            return True
        return self._queue.step_back()

    def keys(self) -> Sequence[PageKey]:
        """What acts here; Ctrl+R, Ctrl+P and F9 mean the printer while it is being set up."""
        queue, form = self._queue, self._form
        return (
            PageKey("Ctrl+1", "cài đặt máy in nhãn", partial(self._set_up, LABEL)),
            PageKey("Ctrl+2", "cài đặt máy in phiếu gửi", partial(self._set_up, RECEIPT)),
            PageKey("Ctrl+R", "đọc lại; khi cài đặt: tìm lại", self._either(queue.read, form.look_again)),
            PageKey(
                "Ctrl+P", "giấy đã ra; khi cài đặt: in thử", self._either(queue.is_printed, form.print_test)
            ),
            PageKey("F8", "in lại giấy đang chọn", self._either(queue.print_again, _nothing)),
            PageKey("F9", "cho in giấy đang chờ; khi cài đặt: lưu", self._either(queue.release, form.save)),
        )

    def _either(self, in_queue: Callable[[], None], in_form: Callable[[], None]) -> Callable[[], None]:
        return lambda: in_form() if self._is_setting_up() else in_queue()

    def _is_setting_up(self) -> bool:
        return self._ui.stack.currentWidget() is not self._queue

    def _set_up(self, role: str) -> None:
        self._ui.stack.setCurrentWidget(self._ui.form_page)
        self._form.load(role)
        self._form.start()

    def _printer_kept(self) -> None:
        self.changed.emit()
        self._read_printers()

    def _read_printers(self) -> None:
        for role, label in ((LABEL, self._side.label_state), (RECEIPT, self._side.receipt_state)):
            self._jobs.run(
                partial(self._printers.choices, role),
                partial(_show_state, label.setText),
                partial(_show_refusal, label.setText),
                Lane.OUTSIDE,
            )


def _show_state(show: Callable[[str], None], choices: PrinterChoices) -> None:
    show(choices.state.text)


def _show_refusal(show: Callable[[str], None], error: DeskError) -> None:
    show(say(error))


def _nothing() -> None:
    """The key has no meaning while a printer is set up."""
