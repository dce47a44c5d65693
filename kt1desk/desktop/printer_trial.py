"""The third step of setting a printer up: the test page, and what the clerk sees on it.

Bars are proved by a scanner, never by looking: a code that is typed slowly is not taken for one that was read. This module must not know
what is on the page, nor how it went to the printer.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.forms.printer_trial import Ui_PrinterTrialForm
from kt1desk.desktop.jobs import Jobs, Lane
from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.printer_texts import TONE_BOXES, TONE_ROLES
from kt1desk.desktop.navigation import EnterWay, Step
from kt1desk.desktop.needs import PrintedTest, PrinterWizardNeeds, TestAnswers, TestScan, TestVerdict
from kt1desk.desktop.printer_facts import FactsTable
from kt1desk.desktop.widgets import Choice, FieldEdit, Role, set_role
from kt1desk.domain.errors import DeskError

_NUMBER = "number"
_BARS = ("bars_4", "bars_3", "bars_2")
_YES, _NO = "yes", "no"
_SCAN = "Quét từng mã trên trang; không có máy quét thì bấm Enter"
_TYPED = "Mã này gõ bằng tay nên không chứng minh được vạch in. Quét bằng máy quét, hoặc xóa rồi Enter."
_SENDING = "Đang gửi trang thử…"
_SCANNER_MS = 50
"""A scanner that types needs no longer for a character; a person does (`kt1desk.desktop.scanning`: 12 keys a second are fast)."""


class PrinterTrial(QWidget):
    """`saved` after the answers were kept, `finished` when Enter has nothing left to do here."""

    saved = Signal()
    finished = Signal()

    def __init__(
        self, parent: QWidget | None = None, now_ms: Callable[[], float] = lambda: time.monotonic() * 1000
    ) -> None:
        super().__init__(parent)
        self._needs: PrinterWizardNeeds | None = None
        self._jobs: Jobs | None = None
        self._slot = ""
        self._is_judged = False
        self._ui = Ui_PrinterTrialForm()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        ui = self._ui
        self._marks, self._hand = _Marks(ui), _Hand(ui.code, now_ms)
        self._facts = FactsTable(ui.proof)
        ui.code.attach_note(ui.code_note)
        ui.letters.set_choices((Choice(_YES, "Đủ dấu, rõ nét", "1"), Choice(_NO, "Thiếu hoặc vỡ chữ", "2")))
        ui.border.set_choices((Choice(_YES, "Đủ bốn cạnh", "1"), Choice(_NO, "Mất cạnh hoặc lệch", "2")))
        ui.code.textEdited.connect(lambda _: ui.code.show_idle(_SCAN))
        for choice in (ui.letters, ui.border):
            choice.chosen.connect(self._forget_verdict)
        ui.done.clicked.connect(self.done)
        ui.again.clicked.connect(self.print_page)
        self._way = EnterWay(
            self,
            (
                Step(ui.code, self._marks.is_waiting, self._take_typed),
                Step(ui.letters, lambda: ui.letters.value() is None),
                Step(ui.border, lambda: ui.border.value() is None),
                Step(ui.done, lambda: False),
            ),
        )
        self._way.finished.connect(self.done)

    def serve(self, needs: PrinterWizardNeeds, jobs: Jobs) -> None:
        """What prints the page and knows its codes."""
        self._needs, self._jobs = needs, jobs

    def begin(self, slot: str) -> None:
        """Print the test page of a slot's printer."""
        self._slot = slot
        self.print_page()

    def print_page(self) -> None:
        """Print it, once more: the codes of an older page count no longer."""
        needs, jobs, slot = self._needs, self._jobs, self._slot
        if needs is None or jobs is None:
            return
        ui = self._ui
        self._marks.begin(None)
        for choice in (ui.letters, ui.border):
            choice.set_value(None)
        self._forget_verdict()
        self._show_sent(_SENDING, Role.MUTED)
        jobs.run(lambda: needs.print_test_page(slot), self._show_page, self._refuse_page, Lane.OUTSIDE)

    def take_scan(self, code: str) -> None:
        """A code was read by a scanner."""
        needs, jobs, slot = self._needs, self._jobs, self._slot
        if needs is None or jobs is None:
            return
        jobs.run(
            lambda: needs.read_test(slot, code),
            lambda scan: self._mark(code, scan),
            self._refuse,
            Lane.OUTSIDE,
        )

    def done(self) -> None:
        """Keep what was seen; once it is kept, go on."""
        needs, jobs, slot, ui = self._needs, self._jobs, self._slot, self._ui
        if needs is None or jobs is None:
            return
        if self._is_judged:
            self.finished.emit()
            return
        if ui.letters.value() is None or ui.border.value() is None:
            for choice, note in ((ui.letters, ui.letters_note), (ui.border, ui.border_note)):
                note.show_note("Nhìn trang in rồi bấm 1 hoặc 2" if choice.value() is None else "", Role.ERROR)
            (ui.letters if ui.letters.value() is None else ui.border).setFocus()
            return
        answers = TestAnswers(self._marks.codes(), ui.letters.value() == _YES, ui.border.value() == _YES)
        jobs.run(lambda: needs.confirm(slot, answers), self._judge, self._refuse, Lane.OUTSIDE)

    # --- what came back --------------------------------------------------------------------------------------------

    def _show_page(self, page: PrintedTest) -> None:
        self._marks.begin(page)
        self._show_sent(page.text, Role.MUTED)
        self._ui.code.setFocus()

    def _refuse_page(self, error: DeskError) -> None:
        self._show_sent("", Role.MUTED)
        self._refuse(error)
        self._ui.again.setFocus()

    def _mark(self, code: str, scan: TestScan) -> None:
        self._ui.code.clear()
        self._ui.code_note.show_note(scan.text, TONE_ROLES[scan.tone])
        if self._marks.take(scan.mark, code):
            self._forget_verdict()
        if not self._marks.is_waiting():
            self._way.start()

    def _judge(self, verdict: TestVerdict) -> None:
        self._is_judged = True
        self._marks.show(shown=False)  # the verdict says it, and a small screen has no room for both
        self._ui.verdict.setText(verdict.text)
        set_role(self._ui.verdict, TONE_BOXES[verdict.tone])
        self._ui.verdict.show()
        self._facts.show(verdict.facts)
        self._ui.done.setFocus()
        self.saved.emit()

    def _refuse(self, error: DeskError) -> None:
        self._ui.problem.setText(say(error))
        self._ui.problem.show()

    # --- inside ----------------------------------------------------------------------------------------------------

    def _take_typed(self) -> bool:
        """Enter in the field: of a code, where it came as fast as a scanner types; without one, to the questions."""
        code = self._ui.code.text().strip()
        if not code:
            self._marks.give_up()
            return True
        if self._hand.is_slow():
            self._ui.code.show_error(_TYPED)
        else:
            self.take_scan(code)
        return False

    def _forget_verdict(self, *_: str) -> None:
        ui, self._is_judged = self._ui, False
        for widget in (ui.verdict, ui.proof, ui.problem):
            widget.hide()
        self._marks.show()
        for note in (ui.letters_note, ui.border_note):
            note.show_note("")
        ui.code.show_idle(_SCAN)

    def _show_sent(self, sentence: str, role: Role) -> None:
        set_role(self._ui.sent, role)
        self._ui.sent.setText(sentence)
        for widget in (self._ui.done, self._ui.code, self._ui.letters, self._ui.border):
            widget.setEnabled(self._marks.is_printed())


class _Marks:
    """Which codes of the page were read."""

    def __init__(self, ui: Ui_PrinterTrialForm) -> None:
        self._lines = {
            _NUMBER: (ui.number_icon, ui.number, ui.number_state),
            "bars_4": (ui.bars_4_icon, ui.bars_4, ui.bars_4_state),
            "bars_3": (ui.bars_3_icon, ui.bars_3, ui.bars_3_state),
            "bars_2": (ui.bars_2_icon, ui.bars_2, ui.bars_2_state),
        }
        self._page: PrintedTest | None = None
        self._read: dict[str, str] = {}
        self._is_given_up = False

    def begin(self, page: PrintedTest | None) -> None:
        """Another page, or none that came out."""
        self._page, self._read, self._is_given_up = page, {}, False
        self.show()

    def is_printed(self) -> bool:
        """Whether there is a page to look at."""
        return self._page is not None

    def is_waiting(self) -> bool:
        """Whether a code is left to be read, and somebody means to."""
        return not self._is_given_up and any(mark not in self._read for mark in self._wanted())

    def give_up(self) -> None:
        """Nobody has a scanner, or it reads no more of them."""
        self._is_given_up = True

    def take(self, mark: str, code: str) -> bool:
        """A code was read; False where it is none of this page."""
        if mark not in self._lines:
            return False
        self._read[mark] = code
        self.show()
        return True

    def codes(self) -> tuple[str, ...]:
        """What was read."""
        return tuple(self._read.values())

    def _wanted(self) -> Sequence[str]:
        bars = self._page is not None and self._page.shows_bars
        return (_NUMBER, *(_BARS if bars else ()))

    def show(self, *, shown: bool = True) -> None:
        """A line for each code of the page."""
        for mark, (icon, words, state) in self._lines.items():
            is_read = mark in self._read
            for widget in (icon, words, state):
                widget.setVisible(shown and mark in self._wanted())
            icon.set_icon(Icon.CIRCLE_CHECK if is_read else Icon.CIRCLE, "ok" if is_read else "muted")
            state.setText("đã quét" if is_read else "chờ quét")
            set_role(state, Role.OK if is_read else Role.MUTED)


class _Hand:
    """Whether what stands in a field was typed by a hand or by a scanner that types."""

    def __init__(self, field: FieldEdit, now_ms: Callable[[], float]) -> None:
        self._field = field
        self._now_ms = now_ms
        self._begun_ms = now_ms()
        self._length = 0
        field.textEdited.connect(self._typed)

    def is_slow(self) -> bool:
        """Whether it took longer than a scanner takes."""
        return self._now_ms() - self._begun_ms > _SCANNER_MS * max(1, len(self._field.text()))

    def _typed(self, text: str) -> None:
        if self._length == 0 or len(text) <= 1:
            self._begun_ms = self._now_ms()
        self._length = len(text)
