"""The list of papers and what stands in it: the one that is chosen, the one that asks, the one that waits.

It must not know what is done with any of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from kt1desk.desktop.models.paper_rows import PAPER_COLUMNS, paper_rows
from kt1desk.desktop.widgets import WholeRowsTable
from kt1desk.domain.print_job import JobState
from kt1desk.services.rows import PaperRow

_OFFSET_MIN = 7 * 60


class PaperList:
    """Papers in a table, newest first, beside those that nobody has answered for yet, which need not stand in it."""

    def __init__(self, table: WholeRowsTable) -> None:
        self._table = table
        self._rows = table.show_rows(PAPER_COLUMNS)
        self._shown: dict[int, PaperRow] = {}
        self._questions: tuple[PaperRow, ...] = ()
        table.set_empty_text("Chưa in giấy nào.")

    def show(self, papers: Sequence[PaperRow], questions: Sequence[PaperRow]) -> None:
        """Show papers; the one that was chosen stays chosen where it is still among them, else it is the first."""
        self._questions = tuple(questions)
        shown = {paper.job: paper for paper in papers}
        if shown == self._shown:
            return
        chosen = self.chosen()
        self._shown = shown
        self._rows.set_rows(paper_rows(tuple(papers), _OFFSET_MIN))
        self._table.selectRow(
            list(shown).index(chosen.job) if chosen is not None and chosen.job in shown else 0
        )

    def __len__(self) -> int:
        return len(self._shown)

    def about(self) -> str:
        """What the first paper is about, as the table says it; "" without papers."""
        return self._rows.row(0).cells[1] if self._shown else ""

    def questions(self) -> int:
        """How many papers nobody has answered for."""
        return len(self._questions)

    def chosen(self) -> PaperRow | None:
        """The paper of the current row."""
        at = self._table.currentIndex()
        if not at.isValid() or at.row() >= self._rows.rowCount():
            return None
        return self._shown.get(int(self._rows.row(at.row()).ref))

    def asked(self) -> PaperRow | None:
        """The question of the paper that is chosen, else the oldest."""
        chosen = self.chosen()
        asked = {paper.job: paper for paper in self._questions}
        if chosen is not None and chosen.job in asked:
            return asked[chosen.job]
        return self._questions[0] if self._questions else None

    def waiting(self) -> PaperRow | None:
        """What may be let go: the chosen paper where it waits, else the one that is asked about."""
        papers = (self.chosen(), self.asked())
        return next((p for p in papers if p is not None and p.state == JobState.QUEUED.value), None)
