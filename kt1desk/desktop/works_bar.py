"""The titles of the works of a page, side by side with their keys, and which of them is in front. It must not know what a work does."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.forms.delivery_works import Ui_WorksPage
from kt1desk.desktop.widgets import Choice

_WORKS_OF_A_LINE = 5
_ROOMY_WORKS = 4
"""With more works than these «Ctrl +» stands once, before all of them, so that they fit side by side."""


class WorksBar(QObject):
    """`chosen(name)`: a work, by the mouse or by the keys of the bar."""

    chosen = Signal(str)

    def __init__(self, ui: Ui_WorksPage, parent: QObject) -> None:
        super().__init__(parent)
        self._ui = ui
        self._lines = (ui.works, ui.more_works)
        for line in self._lines:
            line.chosen.connect(self.chosen)

    def show_works(self, works: Iterable[tuple[int, str, str]]) -> None:
        """The numbers, names and titles that may be gone to; many on two lines, so that no title is cut on a small screen."""
        numbered = list(works)
        is_short, is_parted = len(numbered) > _ROOMY_WORKS, len(numbered) > _WORKS_OF_A_LINE
        self._ui.works_key.setVisible(is_short and not is_parted)
        before = "" if is_short and not is_parted else "Ctrl+"
        shown = [Choice(name, title, f"{before}{at}") for at, name, title in numbered]
        first = (len(shown) + 1) // 2 if is_parted else len(shown)
        for line, part in zip(self._lines, (shown[:first], shown[first:]), strict=True):
            line.set_choices(part, columns=first)
            line.setVisible(bool(part) and len(shown) > 1)

    def show_front(self, name: str) -> None:
        """This one is in front; none of the titles where it has none."""
        for line in self._lines:
            values = {each.value for each in line.choices()}
            line.set_value(name if name in values else None)
