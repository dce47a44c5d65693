"""Reports on paper: a report on the screen, or one that was issued, goes to the printer of receipts and lists as an A4 paper.

Of an issued report the first paper of a version is the original and every other a reprint; a draft is none of both. This module must not
know where anything stands on the paper.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from kt1desk.domain.permissions import Act
from kt1desk.domain.print_job import PrinterRole, numbered_apart, own_copy
from kt1desk.domain.reporting.issued import Issued
from kt1desk.domain.reporting.report import Report
from kt1desk.services.paper_values import when_words
from kt1desk.services.ports import Clock, Documents, Journal, PaperDraft, Work
from kt1desk.services.report_values import Shown
from kt1desk.services.rights import require_now
from kt1desk.services.sessions import Session

REPORT, REPORT_VERSION = "report", 1
REPORT_OF_CASES = "report_of_cases"
"""The same paper where no figure is of KT1: whoever is not cleared may answer for it."""
_DRAFT = "NHAP"


class ReportTexts(Protocol):
    """What stands on the paper of a report, as texts that wait in the queue."""

    def __call__(
        self, report: Report, issued: Issued | None, printed_at: str, *, trial: bool
    ) -> Mapping[str, str]:
        """The texts.

        Raises:
            DeskError: ``canonical.*``, ``paper.text_does_not_fit``.
        """


class ReportPapers:
    """Puts reports into the print queue."""

    def __init__(self, journal: Journal, clock: Clock, documents: Documents, texts: ReportTexts) -> None:
        self._journal = journal
        self._clock = clock
        self._documents = documents
        self._texts = texts

    def print(self, session: Session, shown: Shown) -> int:
        """Print it; returns the number of the job.

        Raises:
            DeskError: ``paper.text_does_not_fit``, ``paper.character_not_printable``; ``disk.*``; rights.
        """
        act = Act.SEE_KT1_REPORTS if shown.kt1 else Act.SEE_REPORTS
        with self._journal.read() as reader:
            require_now(session, act, reader.open_shift(), self._clock)
        now = self._clock.now()
        at = when_words(now.utc_ms, now.offset_min)
        values = self._texts(shown.report, shown.issued, at, trial=session.desk.trial)
        template = REPORT if shown.kt1 else REPORT_OF_CASES
        self._documents.check_fit(template, REPORT_VERSION, values)
        with self._journal.work() as work:
            require_now(session, act, work.open_shift(), self._clock)
            name, copy, texts = _numbered(work, shown, values)
            if own_copy(copy, texts) > 1:
                texts = {**texts, "reprinted_at": at}
            draft = PaperDraft(PrinterRole.RECEIPT.value, template, REPORT_VERSION, name, texts, copy)
            job = work.queue_paper(draft)
            work.commit()
        return job


def _numbered(work: Work, shown: Shown, values: Mapping[str, str]) -> tuple[str, int, Mapping[str, str]]:
    """By what it is found, which copy it is, and its texts: each version and each draft is an original with reprints of its own."""
    name = shown.issued.number if shown.issued else f"{_DRAFT}-{shown.report.template}"
    before = [row.copy for row in work.papers(name, limit=1_000) if row.template in {REPORT, REPORT_OF_CASES}]
    if shown.issued is None:
        return name, *numbered_apart(len(before) + 1, values)
    first, texts = numbered_apart(shown.issued.version, values)
    follow, _ = numbered_apart(shown.issued.version + 1, values)
    return name, max((1 + copy for copy in before if first <= copy < follow), default=first), texts
