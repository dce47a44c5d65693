"""What the services ask of the store about reports that were issued. What they say stands in their events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from kt1desk.domain.events import EventId


@dataclass(frozen=True, slots=True)
class IssuedRow:
    """One version of a report.

    Attributes:
        report: its number; a later version has the same.
        version: from 1.
        event: where it stands whole.
        template, revision: what it was made by.
        first, last: the days it speaks of (ISO).
        scope: code of the point, or ``province``.
        issued_ms: when, UTC.
        user: id of who issued it.
    """

    report: str
    version: int
    event: EventId
    template: str
    revision: str
    first: str
    last: str
    scope: str
    issued_ms: int
    user: str


class IssuedReader(Protocol):
    """Reading of reports that were issued."""

    def issued_reports(self, limit: int) -> Sequence[IssuedRow]:
        """The newest versions of all reports, newest first."""

    def issued_versions(self, report: str) -> Sequence[IssuedRow]:
        """All versions of a report, the newest first; none where nobody issued it."""

    def same_report(self, template: str, first: str, last: str, scope: str) -> str:
        """The number under which this desk issued a report on the same days of the same scope last; "" where it did not."""

    def reports_numbered(self, begins: str) -> int:
        """How many reports have a number that begins so."""
