"""One case of those that authorities have, by any of its numbers: of the list at once, any other as soon as it was looked for.

It must not know what is done with a case.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.models.texts import count
from kt1desk.desktop.needs.one_stop import CaseLine, CaseNeeds, CasesView


class CaseFinding(QObject):
    """`found(CaseLine)`, or `failed(DeskError)`."""

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, needs: CaseNeeds, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._needs, self._looks = needs, Newest(jobs)

    def find(self, number: str, listed: Iterable[CaseLine]) -> None:
        """A number was scanned, or typed and found."""
        case = next((c for c in listed if number in {c.dossier, c.official, *c.items}), None)
        if case is not None:
            self._looks.forget()
            self.found.emit(case)
        else:
            self._looks.run(lambda: self._needs.case(number), self.found.emit, self.failed.emit)


def count_words(view: CasesView) -> str:
    """How many there are; where the list has no room for all, how the others are reached."""
    listed = len(view.cases)
    if listed >= view.total:
        return f"{count(view.total)} hồ sơ"
    return f"{count(listed)} gần hạn nhất trong {count(view.total)} hồ sơ; hồ sơ khác: quét, hoặc Ctrl+K"
