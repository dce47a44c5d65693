"""What the check of all records found, in the words that stand over all pages: what, since when, what to do."""

from __future__ import annotations

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Moment
from kt1desk.services.record_check import CheckState, Finding
from kt1desk.services.shifts import local_time
from kt1desk.services.wording import sentence

_BROUGHT_BACK = frozenset(
    {
        "record.page_damaged",
        "record.tree_damaged",
        "record.unreadable",
        "record.chain_broken",
        "record.projection_differs",
    }
)
"""What only a backup, the flight recorder or the centre can put right."""


def finding_words(state: CheckState, now: Moment) -> str:
    """The worst finding, "" where there is none. A marker that was written again at once says nothing a clerk needs."""
    found = next((each for each in state.findings if not each.mended or each.code not in _SILENT), None)
    if found is None:
        return ""
    said = sentence(DeskError("record.mended" if found.mended else found.code, **_details(found, now)))
    if found.mended or found.code not in _BROUGHT_BACK:
        return said
    return f"{said} {sentence(DeskError('record.bring_back'))}"


_SILENT = frozenset({"record.log_long", "record.marker_damaged", "record.marker_differs"})


def _details(found: Finding, now: Moment) -> dict[str, str]:
    since = local_time(Moment(found.since_ms, now.offset_min))
    return {"at": found.at, "since": f"{since:%H:%M %d/%m}"}
