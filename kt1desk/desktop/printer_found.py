"""The first step of setting a printer up: which of the things found is it, and what does it answer when it is asked.

It must not know what a port is, nor how a printer is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.forms.printer_found import Ui_PrinterFoundForm
from kt1desk.desktop.jobs import Jobs, Lane, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.printer_texts import FOUND_COLUMNS, found_rows
from kt1desk.desktop.navigation import EnterWay, Step
from kt1desk.desktop.needs import (
    FoundPrinter,
    PrinterDraft,
    PrinterFindings,
    PrinterProbe,
    PrinterWizardNeeds,
)
from kt1desk.desktop.widgets import Role, set_role
from kt1desk.domain.errors import DeskError

_NOTHING = "Không tìm thấy máy in hay cổng nào. Cắm dây, bật máy in rồi bấm Ctrl+R."
_ADDRESS = "Ví dụ 192.168.1.40:9100, hoặc đường dẫn thư mục"
_ASKING = "Đang hỏi máy in, lâu nhất 10 giây. Giấy không chạy, không có gì thay đổi."
_GO_ON = " Enter: vẫn cài, không hỏi máy."


class PrinterFound(QWidget):
    """`found` with `PrinterFindings` after each look; `described` with a `PrinterDraft` once a printer was chosen."""

    found = Signal(object)
    described = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs: PrinterWizardNeeds | None = None
        self._looking: Newest | None = None
        self._asking: Newest | None = None
        self._slot = ""
        self._findings: PrinterFindings | None = None
        self._refused: tuple[str, str] | None = None
        self._ui = Ui_PrinterFoundForm()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        ui = self._ui
        self._place = _Place(ui)
        ui.problem.hide()
        ui.target.textEdited.connect(self._forget)
        ui.ports.selectionModel().selectionChanged.connect(self._forget)
        ui.next.clicked.connect(self.go_on)
        ui.ask.clicked.connect(self.ask)
        ui.refresh.clicked.connect(self.look_again)
        self._way = EnterWay(
            self,
            (
                Step(ui.ports, lambda: self._place.chosen() is None),
                Step(ui.target, lambda: not ui.target.text().strip()),
                Step(ui.next, lambda: False),
            ),
        )
        self._way.finished.connect(self.go_on)

    def serve(self, needs: PrinterWizardNeeds, jobs: Jobs) -> None:
        """What finds printers and asks them."""
        self._needs = needs
        self._looking, self._asking = Newest(jobs, Lane.OUTSIDE), Newest(jobs, Lane.OUTSIDE)

    def load(self, slot: str) -> None:
        """Look for the printer of a slot."""
        self._slot, self._findings = slot, None
        self._ui.target.clear()
        self._ui.told.hide()
        self._place.show(())
        self._forget()
        self.look_again()

    def look_again(self) -> None:
        """Look for ports and printers."""
        needs, slot = self._needs, self._slot
        if needs is not None and self._looking is not None:
            self._looking.run(lambda: needs.find(slot), self._show, self.refuse)

    def start(self) -> None:
        """Bring the focus to what is missing."""
        self._way.start()

    def kept_chosen(self) -> PrinterDraft | None:
        """What is kept of the printer that is chosen, None where it is another one or none is kept."""
        kept = self._findings.kept if self._findings is not None else None
        return kept if kept is not None and (kept.port, kept.target) == self._place.key() else None

    def go_on(self) -> None:
        """To the settings of the printer that is chosen; one that can answer and is not known yet is asked first."""
        one, kept = self._place.chosen(), self.kept_chosen()
        if one is None or not self._place.is_whole():
            self._way.start()
        elif kept is not None:
            self.described.emit(kept)
        elif one.can_answer and not one.used_by and self._place.key() != self._refused:
            self.ask()
        else:
            self._propose(None)

    def ask(self) -> None:
        """Ask the printer that is chosen what it is. Moves no paper."""
        needs, slot, (port, target) = self._needs, self._slot, self._place.key()
        if needs is None or self._asking is None or not port or not self.isVisible():
            return
        if not self._place.is_whole():
            self._way.start()
            return
        self._ui.problem.hide()
        self._ui.guess.setText(_ASKING)
        self._asking.run(lambda: needs.probe(slot, port, target), self._propose, self._refuse_question)

    def refuse(self, error: DeskError, way_out: str = "") -> None:
        """Say what is wrong with the printer that is chosen; what was typed stays to be corrected."""
        self._place.say_guess()
        if error.field == "target" and self._ui.target.isVisibleTo(self):
            self._ui.target.show_error(say(error))
            self._ui.target.setFocus()
            return
        self._ui.problem.setText(f"{say(error)}{way_out}")
        self._ui.problem.show()
        self._ui.ports.setFocus()

    def tell(self, sentence: str) -> None:
        """What came of the last step."""
        self._ui.told.setText(sentence)
        self._ui.told.show()

    # --- what came back --------------------------------------------------------------------------------------------

    def _show(self, findings: PrinterFindings) -> None:
        kept, chosen, first = findings.kept, self._place.chosen(), self._findings is None
        self._findings = findings
        self._place.show(findings.found)
        begin = findings.suggested or kept
        if first and begin is not None:
            self._ui.target.setText(begin.target)
        self._place.choose(chosen.key if chosen else begin.port if begin else "")
        if findings.suggested_text:
            self.tell(findings.suggested_text)
        self._forget()
        self.found.emit(findings)
        if first and self.isVisible():
            self.start()

    def _propose(self, probe: PrinterProbe | None) -> None:
        needs, slot, (port, target), kept = self._needs, self._slot, self._place.key(), self.kept_chosen()
        self._place.say_guess()
        if needs is None or self._asking is None:
            return
        if kept is not None and probe is not None and probe.language in {"", kept.language}:
            self.described.emit(replace(kept, probe=probe))
        else:
            self._asking.run(
                lambda: needs.propose(slot, port, target, probe), self.described.emit, self.refuse
            )

    def _refuse_question(self, error: DeskError) -> None:
        """The port did not open; who knows better goes on all the same."""
        self._refused = self._place.key()
        self.refuse(error, _GO_ON)

    def _forget(self, *_: object) -> None:
        """Another printer is meant from now on: an answer under way is not its own."""
        if self._asking is not None:
            self._asking.forget()
        self._refused = None
        self._place.show_chosen()
        self._ui.problem.hide()


class _Place:
    """The list of what was found, and the address that some of it needs."""

    def __init__(self, ui: Ui_PrinterFoundForm) -> None:
        self._ui = ui
        self._rows = ui.ports.show_rows(FOUND_COLUMNS)
        self._found: Sequence[FoundPrinter] = ()
        ui.target.attach_note(ui.target_note)
        ui.ports.set_empty_text(_NOTHING)

    def show(self, found: Sequence[FoundPrinter]) -> None:
        """Show these; none is chosen."""
        self._found = tuple(found)
        self._rows.set_rows(found_rows(found))

    def chosen(self) -> FoundPrinter | None:
        """The current row."""
        at = self._ui.ports.currentIndex()
        return self._found[at.row()] if at.isValid() and at.row() < len(self._found) else None

    def choose(self, key: str) -> None:
        """Make it the current row where it is there."""
        for row, one in enumerate(self._found):
            if one.key == key:
                self._ui.ports.selectRow(row)

    def key(self) -> tuple[str, str]:
        """Key and address of what is chosen, two empty texts for nothing."""
        one = self.chosen()
        if one is None:
            return "", ""
        return one.key, self._ui.target.text().strip() if one.is_typed else ""

    def is_whole(self) -> bool:
        """Whether nothing has to be typed any more."""
        one, (_, target) = self.chosen(), self.key()
        return one is not None and (bool(target) or not one.is_typed)

    def show_chosen(self) -> None:
        """What belongs to the one that is chosen."""
        one, ui = self.chosen(), self._ui
        for widget in (ui.target_label, ui.target, ui.target_note):
            widget.setVisible(one is not None and one.is_typed)
        ui.ask.setEnabled(one is not None and one.can_answer)
        ui.target.show_idle(_ADDRESS)
        self.say_guess()

    def say_guess(self) -> None:
        """Below the list: what it may be, or for what it is used."""
        one = self.chosen()
        used = one is not None and bool(one.used_by)
        words = (
            "" if one is None else f"Đang dùng cho {one.used_by}, nên không tự hỏi." if used else one.guess
        )
        self._ui.guess.setText(words)
        set_role(self._ui.guess, Role.WARN if used else Role.MUTED)
