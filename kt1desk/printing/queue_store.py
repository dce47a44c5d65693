"""What the print worker asks of the queue on the disk. The store has this shape; neither knows the other."""

from collections.abc import Sequence
from typing import Protocol

from kt1desk.domain.print_job import Evidence, PrinterRole, PrintJob

EVERY_LAYOUT: frozenset[str] = frozenset()
"""No layout is left to another printer."""


class LinkStates(Protocol):
    """Which printers still wait for the rest of a job that broke off. Each call is one committed, durable transaction."""

    def is_link_dirty(self, printer_id: str) -> bool:
        """Whether a job to this printer broke off; False for a printer never used."""

    def mark_link_dirty(self, printer_id: str, at_ms: int) -> None:
        """Bytes that belong to no job of the queue are about to go out."""

    def mark_link_clean(self, printer_id: str, at_ms: int) -> None:
        """The printer was brought back to its senses, or has confirmed that it is through."""


class QueueStore(LinkStates, Protocol):
    """The queue on the disk. Each call is one committed, durable transaction."""

    def claim_next(
        self,
        role: PrinterRole,
        fresh_since_ms: int,
        only: frozenset[str] | None = None,
        but: frozenset[str] = EVERY_LAYOUT,
    ) -> PrintJob | None:
        """The oldest job of the role that is QUEUED, not held, and created or released since then. Reads only.

        ``only`` and ``but`` are names of layouts: those that are taken, None for all, and those that are left to another printer.
        """

    def mark_sending(self, job_id: str, printer_id: str, payload_sha256: str, at_ms: int) -> bool:
        """QUEUED → SENDING and the printer's link dirty, together; False if the job is not QUEUED any more."""

    def mark_sent(self, job_id: str, at_ms: int, link_clean: bool = True) -> None:
        """SENDING → SENT; the link is clean with it, unless the printer has yet to confirm."""

    def mark_done(self, job_id: str, evidence: Evidence, at_ms: int) -> None:
        """SENT → DONE; a job that a scan has proved meanwhile stays as it is."""

    def mark_unknown(self, job_id: str, reason: str, at_ms: int) -> None:
        """SENDING or SENT → UNKNOWN, the link stays as it is; a job that a scan has proved meanwhile stays too."""

    def requeue(self, job_id: str, reason: str, link_clean: bool, at_ms: int) -> None:
        """SENDING → QUEUED with a reason; nothing went out, so the link may be clean again."""

    def put_off(self, job_id: str, reason: str, at_ms: int) -> None:
        """QUEUED stays QUEUED and says why; a job that another printer has begun meanwhile is left to it."""

    def hold(self, job_id: str, reason: str, at_ms: int) -> None:
        """QUEUED stays QUEUED and waits for a click."""

    def recover(self, at_ms: int) -> Sequence[str]:
        """Every SENDING or SENT → UNKNOWN; the names of those jobs."""
