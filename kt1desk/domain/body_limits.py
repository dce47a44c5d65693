"""How long the body of an event may be, by its type. Part of the canonical form: a limit may grow, never shrink.

This module must not know what stands in a body.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

MAX_BODY_BYTES = 4_096
_LARGE: Mapping[str, int] = MappingProxyType(
    {
        "dispatch.sent": 131_072,
        "dispatch.recalled": 16_384,
        "dispatch.arrived": 16_384,
        "receptacle.closed": 16_384,
        "receptacle.undone": 16_384,
        "round.started": 16_384,
        "dossier.handover": 16_384,
        "dossier.fees_remitted": 16_384,
        "dossier.persons_erased": 16_384,
        "result.takeover_closed": 16_384,
        "report.issued": 131_072,
        "kt1.report_issued": 131_072,
        "shift.items_counted": 16_384,
        "shift.covers_counted": 16_384,
        "elsewhere.exported": 32_768,
        "kt1.elsewhere_exported": 32_768,
        "elsewhere.taken": 32_768,
        "kt1.elsewhere_taken": 32_768,
    }
)
"""Types that name many items, or hold a report whole; a dispatch tells its taker
each of up to 250, about 470 bytes with both parties written out."""
LARGEST_BODY_BYTES = max(_LARGE.values())


def body_limit(kind: str) -> int:
    """How many bytes the body of an event of this type may have; an act of custody of dossiers may have what the same act of KT1 has."""
    return _LARGE.get(kind.removeprefix("tthc."), MAX_BODY_BYTES)
