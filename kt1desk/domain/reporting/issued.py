"""That a report was issued: under which number and version, when, by whom. What has none of it is a draft.

This module must not know how a report is kept.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Issued:
    """What stands on an issued report and is not in it.

    Attributes:
        number: of the report; a later version has the same.
        version: from 1.
        issued_on: the day, ISO.
        by: name of who issued it.
    """

    number: str
    version: int
    issued_on: str
    by: str
