"""The second step of setting a printer up: the language it understands, the paper in it, how long a label takes, what is known of it.

It must not know how a profile is kept, nor what is printed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.forms.printer_settings import Ui_PrinterSettingsForm
from kt1desk.desktop.jobs import Jobs, Lane, Newest
from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.printer_texts import TONE_BOXES, TONE_ROLES
from kt1desk.desktop.navigation import EnterWay, Step
from kt1desk.desktop.needs import (
    KnownFact,
    PrinterDraft,
    PrinterEstimate,
    PrinterFindings,
    PrinterProbe,
    PrinterWizardNeeds,
    Tone,
)
from kt1desk.desktop.printer_facts import FactsTable
from kt1desk.desktop.printer_more import MoreSettings
from kt1desk.desktop.printer_paper import LanguageAndPaper
from kt1desk.desktop.widgets import Role, set_role
from kt1desk.domain.errors import DeskError

_NOT_ASKED = "Chưa hỏi máy in này: chỉ dùng những gì tài liệu ghi. Esc rồi Ctrl+H để hỏi."


class PrinterSettings(QWidget):
    """`saved` once it is kept, `finished` when Enter has nothing left to do, `refused` with an error that the step before must show."""

    saved = Signal()
    finished = Signal()
    refused = Signal(object)
    print_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs: PrinterWizardNeeds | None = None
        self._jobs: Jobs | None = None
        self._begun: PrinterDraft | None = None
        self._kept: PrinterDraft | None = None
        self._seen = False
        self._ui = Ui_PrinterSettingsForm()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        ui = self._ui
        self._paper, self._more, self._known = LanguageAndPaper(ui), MoreSettings(ui), _Known(ui)
        self._paper.changed.connect(self._language_fits)
        self._more.changed.connect(self._changed)
        for widget in (ui.problem, ui.outcome):
            widget.hide()
        ui.save.clicked.connect(lambda: self.save())  # noqa: PLW0108  the button sends an argument of its own
        ui.test.clicked.connect(self.print_wanted)
        ui.open_more.clicked.connect(self.open_more)
        self._way = EnterWay(
            self,
            (
                Step(ui.language, lambda: self._paper.language() is None),
                Step(ui.stock, self._is_paper_asked, self._see),
                Step(ui.test, lambda: False),
            ),
        )
        self._way.finished.connect(self._all_given)

    def serve(self, needs: PrinterWizardNeeds, jobs: Jobs) -> None:
        """What keeps profiles and knows how long they take."""
        self._needs, self._jobs = needs, jobs
        self._known.serve(needs, jobs)

    def begin(self, findings: PrinterFindings, draft: PrinterDraft) -> None:
        """Show a printer as it is kept or proposed; with what it answered, where it was asked."""
        self._begun, self._kept, self._seen = draft, findings.kept, False
        self._known.fold_more()  # opened for another printer, they would hide what this one answered
        self._paper.offer(findings, draft)
        self._more.offer(findings, draft)
        same = self._kept is not None and replace(draft, probe=self._kept.probe) == self._kept
        can_answer = any(one.can_answer for one in findings.found if one.key == draft.port)
        self._known.show_answer(draft.probe, may_be_asked=can_answer and not same)
        self.show_facts(findings.facts if same else ())
        self._changed()
        if same:
            self._ui.test.setFocus()
        else:
            self._way.start()

    def start(self) -> None:
        """Bring the focus to what is missing."""
        self._way.start()

    def draft(self) -> PrinterDraft | None:
        """The printer as it stands here, None while something is missing or cannot be."""
        language, stock = self._paper.language(), self._paper.stock()
        if self._begun is None or language is None or stock is None:
            return None
        return self._more.of(replace(self._begun, language=language, stock=stock))

    def is_kept(self) -> bool:
        """Whether nothing is left to be saved."""
        return self._kept is not None and self.draft() == self._kept

    def save(self, go_on: Callable[[], None] = lambda: None) -> None:
        """Keep it, then go on."""
        needs, jobs, draft = self._needs, self._jobs, self.draft()
        if needs is None or jobs is None:
            return
        if draft is None:
            if not self._paper.show_missing():
                self._more.show_wrong()
            return

        def kept(_: None) -> None:
            self._kept = draft
            self._ui.outcome.show()
            self._ui.test.setFocus()
            self.saved.emit()
            go_on()

        jobs.run(lambda: needs.save(draft), kept, self._refuse, Lane.OUTSIDE)

    def open_more(self) -> None:
        """Show the settings that are nearly always right, or hide them again."""
        ui, opens = self._ui, self._ui.more.isHidden()
        if not ui.open_more.isVisibleTo(self) or not self.isVisible():
            return
        if opens:  # room first: a window that had to grow for a moment stays as large
            self._known.make_room(needed=True)
        ui.more.setVisible(opens)
        self._known.make_room(needed=opens)
        ui.open_more.setText("Bớt thiết lập" if opens else "Thêm thiết lập")
        (ui.coding if opens and ui.coding.isVisibleTo(self) else ui.language).setFocus()

    def show_facts(self, facts: Sequence[KnownFact]) -> None:
        """What is known of the printer, and where from; nothing while there is nothing."""
        self._known.facts.show(facts)

    # --- inside ----------------------------------------------------------------------------------------------------

    def _is_paper_asked(self) -> bool:
        """Enter stops here once for a printer that is new: what is proposed is seldom looked at else."""
        return self._paper.stock() is None or (not self.is_kept() and not self._seen)

    def _see(self) -> bool:
        self._seen = True
        return True

    def _all_given(self) -> None:
        if self.is_kept():
            self.finished.emit()
        else:
            self.save()

    def _language_fits(self) -> None:
        begun = self._begun
        same = begun is not None and self._paper.language() == begun.language
        self._more.fit(self._paper.language(), begun.coding if begun is not None and same else "")
        self._changed()

    def _changed(self) -> None:
        for widget in (self._ui.problem, self._ui.outcome):
            widget.hide()
        self._known.time(self.draft())

    def _refuse(self, error: DeskError) -> None:
        if error.field in {"port", "target"}:
            self.refused.emit(error)
        elif not self._paper.show_error(error.field, say(error)):
            self._ui.problem.setText(say(error))
            self._ui.problem.show()


class _Known:
    """What is known of the printer: its answer, what each ability is known from, how long a paper takes."""

    def __init__(self, ui: Ui_PrinterSettingsForm) -> None:
        self._ui = ui
        self._needs: PrinterWizardNeeds | None = None
        self._newest: Newest | None = None
        self._is_told = False
        self.facts = FactsTable(ui.facts)

    def serve(self, needs: PrinterWizardNeeds, jobs: Jobs) -> None:
        """What knows the time."""
        self._needs, self._newest = needs, Newest(jobs, Lane.OUTSIDE)

    def show_answer(self, probe: PrinterProbe | None, *, may_be_asked: bool) -> None:
        """What it answered, or that it was not asked; nothing of one that is kept, nor of a file or a queue, which cannot answer."""
        said, unsaid = self._ui.said, self._ui.unsaid
        self._is_told = probe is not None and probe.tone is not Tone.CALM
        words = probe.text if probe is not None else _NOT_ASKED if may_be_asked else ""
        if probe is not None and self._is_told:
            set_role(said, TONE_BOXES[probe.tone])
        for label in (said, unsaid):
            label.setText(words)
            label.setToolTip("\n".join(probe.said) if probe is not None else "")
        self.make_room(needed=not self._ui.more.isHidden())

    def fold_more(self) -> None:
        """Hide the settings that are nearly always right."""
        self._ui.more.hide()
        self.make_room(needed=False)
        self._ui.open_more.setText("Thêm thiết lập")

    def make_room(self, *, needed: bool) -> None:
        """Only the time is told beside the settings that are nearly always right."""
        self.facts.want(not needed)
        for label, shown in ((self._ui.said, self._is_told), (self._ui.unsaid, not self._is_told)):
            label.setVisible(shown and bool(label.text()) and not needed)

    def time(self, draft: PrinterDraft | None) -> None:
        """Ask how long a paper takes with these settings, and say it."""
        needs = self._needs
        if draft is None or needs is None or self._newest is None:
            self._show_time(None)
        else:
            self._newest.run(lambda: needs.estimate(draft), self._show_time, lambda _: self._show_time(None))

    def _show_time(self, pace: PrinterEstimate | None) -> None:
        ui, slow = self._ui, pace is not None and pace.is_slow
        ui.pace.setText(pace.text if pace is not None else "")
        set_role(ui.pace, TONE_ROLES[pace.tone] if pace is not None else Role.MUTED)
        icon = None if pace is None else Icon.ALERT_TRIANGLE if slow else Icon.CLOCK
        ui.pace_icon.set_icon(icon, "warn" if slow else "muted")
