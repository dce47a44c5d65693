"""Lines of a register as a report: what is printed and written into files, and never issued, for the journal itself is the register.

This module must not know any register.
"""

from __future__ import annotations

from kt1desk.domain.reporting.report import Report

_EXTRACT = "register."


def extract_of(register: str) -> str:
    """What such a report says that it was made by."""
    return f"{_EXTRACT}{register}"


def is_extract(report: Report) -> bool:
    """Whether a report is lines of a register: no draft of anything."""
    return report.template.startswith(_EXTRACT)
