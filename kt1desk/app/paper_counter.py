"""What the page of the print queue needs: the clerk's questions, answers and reprints.

This module must not know any screen; it implements what the page says it needs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from kt1desk.app.desk import OpenDesk
from kt1desk.app.print_room import PrinterCondition
from kt1desk.app.words import printer_words
from kt1desk.desktop.needs import PrinterState
from kt1desk.services.papers import ReprintReason
from kt1desk.services.rows import PaperRow


class PaperCounter:
    """Implements `kt1desk.desktop.needs.PapersNeeds`.

    Args:
        desk: the open desk.
        wake: called after a paper was let go.
        conditions: what is known of each printer.
    """

    def __init__(
        self,
        desk: OpenDesk,
        wake: Callable[[], None],
        conditions: Callable[[], Sequence[PrinterCondition]] = tuple,
    ) -> None:
        self._desk = desk
        self._wake = wake
        self._conditions = conditions

    def printers(self) -> Mapping[str, PrinterState]:
        """See the port."""
        return {each.slot.value: printer_words(each) for each in self._conditions()}

    def questions(self) -> Sequence[PaperRow]:
        """See the port."""
        return sorted(self._desk.papers.questions(self._desk.session), key=lambda paper: paper.job)

    def papers(self, limit: int) -> Sequence[PaperRow]:
        """See the port."""
        return self._desk.papers.newest(self._desk.session, limit)

    def is_printed(self, job: int) -> None:
        """See the port."""
        self._desk.papers.seen(self._desk.session, job)

    def print_again(self, job: int, reason: ReprintReason) -> None:
        """See the port."""
        self._desk.papers.reprint(self._desk.session, job, reason)
        self._wake()

    def release(self, job: int) -> None:
        """See the port."""
        self._desk.papers.release(self._desk.session, job)
        self._wake()
