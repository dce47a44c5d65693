"""What tests of the print queue share: a desk whose first papers wait, the next job of a printer, the state of one."""

from __future__ import annotations

from pathlib import Path

from kt1desk.domain.print_job import PrinterRole
from kt1desk.printing.queue import QueueStore
from kt1desk.store.journal import DeskStore
from tests.support.clocks import NOON_MS, HandClock
from tests.support.journals import accept, begin, make

HASH = "ab" * 32
LABEL, RECEIPT = PrinterRole.LABEL, PrinterRole.RECEIPT


def desk_with_papers(root: Path, clock: HandClock | None = None) -> DeskStore:
    """A store whose only item waits for its label and its receipt."""
    made = make(root, clock)
    begin(made)
    accept(made)
    return made


def claim(queue: QueueStore, role: PrinterRole = LABEL) -> str:
    """The job that a worker of this printer would send next."""
    job = queue.claim_next(role, NOON_MS)
    assert job is not None
    return job.job_id


def state(store: DeskStore, job_id: str) -> tuple[str, str, str]:
    """State, evidence and reason of a job."""
    with store.read() as reader:
        return next(
            (row.state, row.evidence, row.reason) for row in reader.papers() if row.job == int(job_id)
        )
