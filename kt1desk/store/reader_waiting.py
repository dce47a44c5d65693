"""Questions about what waits: results for their day or their authority, and those in hand for their applicants.

It must not know what a whole case is, nor why anybody asks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kt1desk.domain.case import CaseState
from kt1desk.services.case_rows import DueDay, DueQuery, WaitingResult
from kt1desk.store import awaited, due_cases
from kt1desk.store.reader_cases import CaseReader


class WaitingRows(CaseReader):
    """Implements the part of `kt1desk.services.case_ports.CaseReader` that is about waiting."""

    def due_days(self, query: DueQuery) -> Sequence[DueDay]:
        """See `Reader.due_days`."""
        return due_cases.days(self._connection, query)

    def returning_counts(self, states: Sequence[CaseState]) -> Mapping[str, int]:
        """See `Reader.returning_counts`."""
        return due_cases.returning(self._connection, states)

    def waiting_results(self, text: str, limit: int = 50) -> Sequence[WaitingResult]:
        """See `Reader.waiting_results`."""
        return awaited.find(self._connection, text, limit)

    def waiting_since(self, before_ms: int, limit: int) -> Sequence[WaitingResult]:
        """See `Reader.waiting_since`."""
        return awaited.since(self._connection, before_ms, limit)
