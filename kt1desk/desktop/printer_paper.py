"""Language and paper of a printer, as a part of the form that sets it up.

It must not know how paper is fed, nor what is printed on it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.forms.printer_settings import Ui_PrinterSettingsForm
from kt1desk.desktop.models.printer_texts import fitting, keyed, languages_beside, note_of, short
from kt1desk.desktop.needs import Choice, PrinterDraft, PrinterFindings, SetupOption
from kt1desk.desktop.widgets import Role

_CHOOSE = "Chưa chọn: bấm một phím số"


class LanguageAndPaper(QObject):
    """Two choices, the second of which depends on the first. `changed` when the clerk chose."""

    changed = Signal()

    def __init__(self, ui: Ui_PrinterSettingsForm) -> None:
        super().__init__(ui.stock)
        self._ui = ui
        self._languages: Sequence[Choice] = ()
        self._stocks: Sequence[SetupOption] = ()
        ui.language.chosen.connect(self._language_chosen)
        ui.stock.chosen.connect(self._stock_chosen)

    def offer(self, findings: PrinterFindings, draft: PrinterDraft) -> None:
        """Show what can be chosen, as the draft has it."""
        language, self._stocks = self._ui.language, findings.stocks
        self._languages = languages_beside(findings.languages, draft.language)
        language.set_choices(short(self._languages))
        there = {choice.value for choice in language.choices()}
        language.set_value(draft.language if draft.language in there else None)
        self._show_stocks(draft.stock)

    def language(self) -> str | None:
        """The key, None while none is chosen."""
        return self._ui.language.value()

    def stock(self) -> str | None:
        """The key, None while none is chosen."""
        return self._ui.stock.value()

    def show_missing(self) -> bool:
        """Say what is not chosen, and go there; False where both are."""
        ui = self._ui
        for choice, note in ((ui.language, ui.language_note), (ui.stock, ui.stock_note)):
            if choice.value() is None:
                note.show_note(_CHOOSE, Role.ERROR)
                choice.setFocus()
                return True
        return False

    def show_error(self, field: str, sentence: str) -> bool:
        """A refusal at its choice; False where it is about another input."""
        ui = self._ui
        notes = {"language": (ui.language, ui.language_note), "stock": (ui.stock, ui.stock_note)}
        if field not in notes:
            return False
        choice, note = notes[field]
        note.show_note(sentence, Role.ERROR)
        choice.setFocus()
        return True

    def _show_stocks(self, wanted: str | None) -> None:
        there = fitting(self._stocks, self.language())
        self._ui.stock.set_choices(keyed(there))
        keys = [one.key for one in there]
        self._ui.stock.set_value(wanted if wanted in keys else keys[0] if len(keys) == 1 else None)
        self._describe()

    def _language_chosen(self, _: str) -> None:
        self._show_stocks(self.stock())
        self.changed.emit()

    def _stock_chosen(self, _: str) -> None:
        self._describe()
        self.changed.emit()

    def _describe(self) -> None:
        self._ui.language_note.show_note(note_of(self._languages, self.language()))
        note = next((one.note for one in self._stocks if one.key == self.stock()), "")
        self._ui.stock_note.show_note(note)
