"""The record at hand in the right column: what it is about, who must be told and who was, what can be done next. It decides nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from kt1desk.desktop.forms.incidents_side import Ui_IncidentsSide
from kt1desk.desktop.incidents.texts import contact_words, incident_facts, state_words, thing_words
from kt1desk.desktop.models.side_words import KT1, SideWords
from kt1desk.desktop.needs.incidents import Contact, IncidentLine
from kt1desk.desktop.record.facts_panel import FactsPanel
from kt1desk.desktop.widgets import set_role, set_style_property

_NONE = "Chưa có sự vụ nào"
_NOTHING = "Ctrl+N lập biên bản, hoặc quét {noun}, túi có sự vụ."


class IncidentShown(QWidget):
    """Five buttons, each with its signal."""

    tell = Signal()
    remedy = Signal()
    close_wanted = Signal()
    print_wanted = Signal()
    begin = Signal()

    def __init__(self, words: SideWords = KT1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._ui = Ui_IncidentsSide()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        ui = self._ui
        self._facts = FactsPanel(narrow=True)
        ui.thing_facts.addWidget(self._facts)
        self._lines: list[QLabel] = []
        for button, signal in (
            (ui.tell, self.tell),
            (ui.remedy, self.remedy),
            (ui.close_incident, self.close_wanted),
            (ui.print_record, self.print_wanted),
            (ui.begin, self.begin),
        ):
            button.clicked.connect(signal)
        self.problem("")
        self.show_line(None, 0, 0)

    def show_line(self, line: IncidentLine | None, now_ms: int, offset_min: int) -> None:
        """Show this record instead, None for none."""
        ui = self._ui
        ui.thing_number.setText(thing_words(line, self._words) if line is not None else _NONE)
        ui.thing_code.setText(line.name if line is not None else self._words.say(_NOTHING))
        ui.thing_state.setVisible(line is not None)
        self._facts.show_facts(incident_facts(line, offset_min) if line is not None else ())
        self._show_contacts(line.contacts if line is not None else (), offset_min)
        usable = line is not None and line.ours and not line.row.closed_ms
        for button in (ui.tell, ui.remedy, ui.close_incident):
            button.setVisible(usable)
        if line is not None:
            main = ui.tell if line.untold else ui.close_incident if line.remedy else ui.remedy
            for button in (ui.tell, ui.remedy, ui.close_incident):
                set_style_property(button, "kind", "primary" if button is main else "")
        ui.print_record.setVisible(line is not None)
        if line is not None:
            words, role = state_words(line, now_ms, offset_min)
            ui.thing_state.setText(words)
            set_role(ui.thing_state, role)

    def problem(self, sentence: str) -> None:
        """A sentence about what could not be done; "" for none."""
        self._ui.problem.setText(sentence)
        self._ui.problem.setVisible(bool(sentence))

    def _show_contacts(self, contacts: tuple[Contact, ...], offset_min: int) -> None:
        for label in self._lines:
            label.setParent(None)
            label.deleteLater()
        self._lines = []
        for contact in contacts:
            words, role = contact_words(contact, offset_min)
            label = QLabel(words, self)
            label.setWordWrap(True)
            set_role(label, role)
            self._ui.told_lines.addWidget(label)
            self._lines.append(label)
        self._ui.told_card.setVisible(bool(contacts))
