"""What a desk does once and never again, done before any of them is born: fonts are read and letters are drawn."""

from __future__ import annotations

from kt1desk.domain.print_job import JobState, PrinterRole, PrintJob
from kt1desk.printing.payload import payload_for
from tests.printing.kills.printers import SCENES
from tests.printing.samples import LABEL


def warm_up() -> None:
    """Make the bytes of a label and of its reprint once for each printer."""
    for scene in SCENES.values():
        for copy in (1, 2):
            values = {**LABEL, "reprinted_at": "12:00 23/11/2026"}
            job = PrintJob("1", "key", "kt1_label", 1, values, copy, PrinterRole.LABEL, JobState.QUEUED, 0)
            payload_for(job, scene.profile("unused"))
