"""Setting up one printer: what was found, which language it speaks, a test page. The same form in the first run and on the printers' page.

It must not know what a port is; it shows choices and hands a profile over.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.forms.printer_form import Ui_PrinterFormUi
from kt1desk.desktop.jobs import Jobs, Lane
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import EnterWay, Step
from kt1desk.desktop.needs import Choice as Found
from kt1desk.desktop.needs import PrinterChoices, PrinterProfile, PrinterSetupNeeds, Tone
from kt1desk.desktop.printer_paper import PaperOfPrinter, keyed
from kt1desk.desktop.widgets import Column, Role, SegmentedChoice, TableRow, WholeRowsTable, set_role
from kt1desk.domain.errors import DeskError

TITLES = {"label": "Máy in nhãn", "receipt": "Máy in phiếu gửi"}
_SAVED = "Đã lưu. Ctrl+P: in thử một trang; Enter: đi tiếp."
_COLUMNS = (Column("Tìm thấy"), Column("Cổng", 300))
_TONE_ROLES = {Tone.CALM: Role.MUTED, Tone.GOOD: Role.OK, Tone.WARN: Role.WARN, Tone.BAD: Role.ERROR}


class PrinterForm(QWidget):
    """One printer of one role. `saved` when its profile is kept, `finished` when Enter has nothing left to do here."""

    saved = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs: PrinterSetupNeeds | None = None
        self._jobs: Jobs | None = None
        self._role = "label"
        self._choices: PrinterChoices | None = None
        self._kept: PrinterProfile | None = None
        self._ui = Ui_PrinterFormUi()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        ui = self._ui
        self._ports = _Ports(ui.ports)
        self._paper = PaperOfPrinter(ui)
        ui.target.attach_note(ui.target_note)
        ui.outcome.hide()
        ui.target.textEdited.connect(self._forget)
        ui.language.chosen.connect(self._forget)
        ui.paper.chosen.connect(self._forget)
        ui.ports.selectionModel().selectionChanged.connect(self._port_chosen)
        ui.save.clicked.connect(self.save)
        ui.test.clicked.connect(self.print_test)
        ui.refresh.clicked.connect(self.look_again)
        self._way = EnterWay(
            self,
            (
                Step(ui.ports, lambda: not self._ports.chosen()),
                Step(ui.target, lambda: self._ports.is_typed() and not ui.target.text().strip()),
                Step(ui.language, lambda: ui.language.value() is None),
                Step(ui.paper, lambda: self._paper.is_asked(self._profile() != self._kept), self._paper.see),
                Step(ui.test, lambda: False),
            ),
        )
        self._way.finished.connect(self._all_given)

    def serve(self, needs: PrinterSetupNeeds, jobs: Jobs) -> None:
        """What finds, keeps and tests printers."""
        self._needs, self._jobs = needs, jobs

    def load(self, role: str) -> None:
        """Show the printer of a role (``label`` or ``receipt``); look for ports anew."""
        self._role = role
        self._choices = None
        self._kept = None
        self._paper.offer(())
        self._ui.title.setText(TITLES[role])
        self._ui.outcome.hide()
        self._ui.target.clear()
        self._ports.show((), ())
        self.look_again()

    def look_again(self) -> None:
        """Look for ports and printers."""
        needs, jobs, role = self._needs, self._jobs, self._role
        if needs is None or jobs is None:
            return
        self._ui.state.setText("Đang tìm…")
        jobs.run(
            lambda: needs.choices(role),
            lambda choices: self._show(role, choices),
            self._refuse,
            Lane.OUTSIDE,
        )

    def start(self) -> None:
        """Bring the focus to what is missing."""
        self._way.start()

    def save(self) -> None:
        """Keep the profile."""
        needs, jobs, profile = self._needs, self._jobs, self._profile()
        if needs is None or jobs is None:
            return
        if profile is None:
            self._way.start()
            return
        jobs.run(lambda: needs.save_profile(profile), lambda _: self._is_kept(profile, _SAVED), self._refuse)

    def print_test(self) -> None:
        """Keep the profile if it changed, then send the test page."""
        needs, jobs, profile, role = self._needs, self._jobs, self._profile(), self._role
        if needs is None or jobs is None:
            return
        if profile is None:
            self._way.start()
            return
        self._tell("Đang gửi trang thử…", Role.MUTED)

        def work() -> str:
            needs.save_profile(profile)
            return needs.print_test(role)

        jobs.run(work, lambda words: self._is_kept(profile, words), self._refuse, Lane.OUTSIDE)

    # --- what came back --------------------------------------------------------------------------------------------

    def _show(self, role: str, choices: PrinterChoices) -> None:
        if role != self._role:
            return
        first = self._choices is None
        chosen = self._ports.chosen() or (choices.profile.port if choices.profile else "")
        self._choices = choices
        self._ports.show(choices.ports, choices.typed_ports)
        self._ui.state.setText(choices.state.text)
        set_role(self._ui.state, _TONE_ROLES[choices.state.tone])
        self._ports.choose(chosen)
        if first:
            self._ui.language.set_choices(keyed(choices.languages))
            self._paper.offer(choices.papers)
            self._kept = choices.profile
            if choices.profile is not None:
                self._ui.target.setText(choices.profile.target)
                self._ui.language.set_value(choices.profile.language)
            elif len(choices.languages) == 1:
                self._ui.language.set_value(choices.languages[0].key)
        self._port_chosen()
        if first and self.isVisible():
            self.start()

    def _is_kept(self, profile: PrinterProfile, words: str) -> None:
        self._kept = profile
        self._tell(words, Role.OK_BOX)
        self._ui.test.setFocus()
        self.saved.emit()

    def _refuse(self, error: DeskError) -> None:
        self._ui.state.setText("")
        if error.field == "target":
            self._ui.target.show_error(say(error))
            self._ui.target.setFocus()
        elif error.field == "language":
            self._ui.language_note.show_note(say(error), Role.ERROR)
            self._ui.language.setFocus()
        else:
            self._tell(say(error), Role.ERROR_BOX)

    # --- inside ----------------------------------------------------------------------------------------------------

    def _all_given(self) -> None:
        if self._profile() == self._kept:
            self.finished.emit()
        else:
            self.save()

    def _profile(self) -> PrinterProfile | None:
        port, language, paper = self._ports.chosen(), self._ui.language.value(), self._paper.chosen()
        if not port or language is None or paper is None:
            return None
        target = self._ui.target.text().strip() if self._ports.is_typed() else ""
        if self._ports.is_typed() and not target:
            return None
        return PrinterProfile(self._role, language, port, target, paper)

    def _port_chosen(self, *_: QItemSelection) -> None:
        _match_language(self._ui.language, self._ports.chosen(), self._kept)
        typed = self._ports.is_typed()
        for widget in (self._ui.target_label, self._ui.target, self._ui.target_note):
            widget.setVisible(typed)
        self._forget()

    def _forget(self) -> None:
        self._paper.propose(self._ports.chosen(), self._ui.language.value(), self._kept)
        self._ui.target.show_idle("Ví dụ 192.168.1.40:9100, hoặc đường dẫn thư mục")
        self._ui.language_note.show_note("")
        self._ui.outcome.hide()

    def _tell(self, sentence: str, role: Role) -> None:
        set_role(self._ui.outcome, role)
        self._ui.outcome.setText(sentence)
        self._ui.outcome.show()


def _match_language(language: SegmentedChoice, port: str, kept: PrinterProfile | None) -> None:
    """The kept language belongs to the kept port: at another one it is chosen anew."""
    if kept is None or len(language.choices()) < 2:
        return
    if port == kept.port:
        language.set_value(kept.language)
    elif language.value() == kept.language:
        language.set_value(None)


class _Ports:
    """The list of what was found; some entries need an address that is typed."""

    def __init__(self, table: WholeRowsTable) -> None:
        self._table = table
        self._rows = table.show_rows(_COLUMNS)
        self._typed: Sequence[str] = ()
        table.set_empty_text("Không tìm thấy máy in hay cổng nào. Cắm dây, bật máy in rồi bấm Ctrl+R.")

    def show(self, ports: Sequence[Found], typed: Sequence[str]) -> None:
        self._typed = typed
        self._rows.set_rows([TableRow(port.key, (port.text, port.key.partition(":")[2])) for port in ports])

    def chosen(self) -> str:
        at = self._table.currentIndex()
        return self._rows.row(at.row()).ref if at.isValid() else ""

    def is_typed(self) -> bool:
        return self.chosen() in self._typed

    def choose(self, port: str) -> None:
        for row in range(self._rows.rowCount()):
            if self._rows.row(row).ref == port:
                self._table.selectRow(row)
