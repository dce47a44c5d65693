"""The paper of a printer for receipts, as a part of the form that sets a printer up.

It must not know how paper is fed, nor what is printed on it.
"""

from __future__ import annotations

from collections.abc import Sequence

from kt1desk.desktop.forms.printer_form import Ui_PrinterFormUi
from kt1desk.desktop.needs import Choice as Found
from kt1desk.desktop.needs import PaperChoice, PrinterProfile
from kt1desk.desktop.widgets import Choice


class PaperOfPrinter:
    """The paper of a printer for receipts: as kept for the kept printer, as usual for another, until the clerk says which.

    With nothing to choose (labels) it is not shown.
    """

    def __init__(self, ui: Ui_PrinterFormUi) -> None:
        self._ui = ui
        self._papers: Sequence[PaperChoice] = ()
        self._printer: tuple[str, str] | None = None
        self._seen = False
        ui.paper.chosen.connect(self._describe)

    def offer(self, papers: Sequence[PaperChoice]) -> None:
        """Show these; nothing is chosen yet and nobody has looked at them."""
        self._papers, self._printer, self._seen = papers, None, False
        self._ui.paper.set_choices(keyed(papers))
        for widget in (self._ui.paper_label, self._ui.paper, self._ui.paper_note):
            widget.setVisible(bool(papers))
        self._describe()

    def propose(self, port: str, language: str | None, kept: PrinterProfile | None) -> None:
        """Choose for the clerk where port or language became another; what he chose stays as long as they do."""
        if not self._papers or not port or language is None or (port, language) == self._printer:
            return
        self._printer, self._seen = (port, language), False
        usual = next((paper.key for paper in self._papers if language in paper.usual_for), None)
        as_kept = kept is not None and (kept.port, kept.language) == self._printer
        wanted = kept.paper if kept is not None and as_kept else usual
        self._ui.paper.set_value(wanted if wanted in {paper.key for paper in self._papers} else None)
        self._describe()

    def chosen(self) -> str | None:
        """The key; None while one has to be chosen, "" where there is nothing to choose."""
        return self._ui.paper.value() if self._papers else ""

    def is_asked(self, is_new: bool) -> bool:
        """Whether Enter stops here: nothing is chosen, or a new printer's proposal was not looked at."""
        return self.chosen() is None or (is_new and not self._seen)

    def see(self) -> bool:
        """Enter was pressed here."""
        self._seen = True
        return True

    def _describe(self) -> None:
        at = self._ui.paper.value()
        self._ui.paper_note.show_note(next((paper.note for paper in self._papers if paper.key == at), ""))


def keyed(choices: Sequence[Found | PaperChoice]) -> Sequence[Choice]:
    """Segments with the keys 1, 2 and so on."""
    return [Choice(choice.key, choice.text, str(at)) for at, choice in enumerate(choices, start=1)]
