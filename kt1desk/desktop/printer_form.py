"""Setting up one printer in three steps: which one it is, how it is used, and a test page that proves it.

The same form in the first run and on the printers' page. It must not know what a port is; it leads from one step to the next.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.forms.printer_form import Ui_PrinterFormUi
from kt1desk.desktop.jobs import Jobs, Lane
from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.models.printer_texts import LABEL, ROLL, TITLES, TONE_ROLES, state_words
from kt1desk.desktop.needs import PrinterDraft, PrinterFindings, PrinterState, PrinterWizardNeeds
from kt1desk.desktop.printer_found import PrinterFound
from kt1desk.desktop.printer_settings import PrinterSettings
from kt1desk.desktop.printer_trial import PrinterTrial
from kt1desk.desktop.widgets import Role, set_role
from kt1desk.domain.errors import DeskError

FOUND, SETTINGS, TRIAL = range(3)
_CLEARED = "Đã thôi dùng máy in này. Phiếu lại in ở máy in giấy A4/A5."


class PrinterForm(QWidget):
    """One printer of one slot. `saved` when something of it is kept, `finished` when Enter has nothing left to do here.

    Its steps act only while they are in front: a page hands its keys to all of them.
    """

    saved = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs: PrinterWizardNeeds | None = None
        self._jobs: Jobs | None = None
        self._slot = LABEL
        self._findings: PrinterFindings | None = None
        self._ui = Ui_PrinterFormUi()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._head = _Head(self._ui)
        self.found, self.settings, self.trial = PrinterFound(self), PrinterSettings(self), PrinterTrial(self)
        for step in (self.found, self.settings, self.trial):
            self._ui.stack.addWidget(step)
        self.found.found.connect(self._take_findings)
        self.found.described.connect(self._describe)
        self.settings.saved.connect(self._kept)
        self.settings.print_wanted.connect(self.print_test)
        self.settings.refused.connect(self._refuse_place)
        self.trial.saved.connect(self._kept)
        self.settings.finished.connect(self.finished)
        self.trial.finished.connect(self.finished)
        self._go(FOUND)

    def serve(self, needs: PrinterWizardNeeds, jobs: Jobs) -> None:
        """What finds, keeps and tests printers."""
        self._needs, self._jobs = needs, jobs
        self.found.serve(needs, jobs)
        self.settings.serve(needs, jobs)
        self.trial.serve(needs, jobs)

    def load(self, slot: str) -> None:
        """Show the printer of a slot (``label``, ``receipt``, ``roll``); look for ports anew."""
        self._slot, self._findings = slot, None
        self._head.begin(TITLES[slot])
        self._go(FOUND)
        self.found.load(slot)

    def start(self) -> None:
        """Bring the focus to what is missing."""
        if self._at == FOUND:
            self.found.start()

    def save(self) -> None:
        """Keep what stands here."""
        acts = {FOUND: self.found.go_on, SETTINGS: self.settings.save, TRIAL: self.trial.done}
        acts[self._at]()

    def print_test(self) -> None:
        """Keep the printer if it changed, then print its test page."""
        kept = self.found.kept_chosen()
        if self._at == FOUND and kept is None:
            self.found.go_on()
            return
        if self._at == FOUND and kept is not None:
            self._describe(kept)
        if self._at == SETTINGS and not self.settings.is_kept():
            self.settings.save(self._try_page)
        else:
            self._try_page()

    def clear(self) -> None:
        """No roll printer any more; the other two places always have one."""
        needs, jobs, slot = self._needs, self._jobs, self._slot
        if needs is None or jobs is None or not self._head.can_clear:
            return

        def cleared(_: None) -> None:
            self.load(slot)
            self.found.tell(_CLEARED)
            self.saved.emit()

        jobs.run(
            lambda: needs.clear(slot),
            cleared,
            self.found.refuse,
            Lane.OUTSIDE,
        )

    def step_back(self) -> bool:
        """One step back; what was chosen stays. False at the first."""
        if self._at == FOUND:
            return False
        self._go(self._at - 1)
        (self.found.start if self._at == FOUND else self.settings.start)()
        return True

    # --- inside ----------------------------------------------------------------------------------------------------

    @property
    def _at(self) -> int:
        return int(self._ui.stack.currentIndex())

    def _go(self, step: int) -> None:
        self._ui.stack.setCurrentIndex(step)
        self._head.show_step(step)

    def _take_findings(self, findings: PrinterFindings) -> None:
        self._findings = findings
        self._head.show_state(findings.state, can_clear=self._slot == ROLL and findings.kept is not None)
        if self.settings.is_kept():
            self.settings.show_facts(findings.facts)

    def _describe(self, draft: PrinterDraft) -> None:
        if self._findings is not None:
            self._go(SETTINGS)
            self.settings.begin(self._findings, draft)

    def _try_page(self) -> None:
        self._go(TRIAL)
        self.trial.begin(self._slot)

    def _kept(self) -> None:
        self.saved.emit()
        self.found.look_again()

    def _refuse_place(self, error: DeskError) -> None:
        self._go(FOUND)
        self.found.refuse(error)


class _Head:
    """What stands above and below the steps: which printer, its state, which step."""

    def __init__(self, ui: Ui_PrinterFormUi) -> None:
        self._ui = ui
        self.can_clear = False
        """Whether this printer can be taken away."""
        self._show_clearing()

    def begin(self, title: str) -> None:
        """Another printer."""
        self._ui.title.setText(title)
        self._ui.state.setText("Đang tìm…")
        set_role(self._ui.state, Role.MUTED)
        self.can_clear = False
        self._show_clearing()

    def show_state(self, state: PrinterState, *, can_clear: bool) -> None:
        """Its state in words."""
        self._ui.state.setText(state_words(state))
        set_role(self._ui.state, TONE_ROLES[state.tone])
        self.can_clear = can_clear
        self._show_clearing()

    def show_step(self, step: int) -> None:
        """Which step is at hand."""
        ui = self._ui
        lines = ((ui.icon_1, ui.step_1), (ui.icon_2, ui.step_2), (ui.icon_3, ui.step_3))
        for at, (icon, words) in enumerate(lines):
            done, now = at < step, at == step
            icon.set_icon(
                Icon.CIRCLE_CHECK if done else Icon.PLAYER_PLAY if now else Icon.CIRCLE,
                "ok" if done else "accent" if now else "muted",
            )
            set_role(words, Role.H2 if now else Role.BODY if done else Role.MUTED)

    def _show_clearing(self) -> None:
        for widget in (self._ui.key_clear, self._ui.clear_says):
            widget.setVisible(self.can_clear)
