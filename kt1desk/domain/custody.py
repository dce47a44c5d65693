"""Whether the post still has what it took over. The word stands in the desk's lists; what happened stands in the journal.

This module must not know who may change it.
"""

from __future__ import annotations

from enum import StrEnum


class Custody(StrEnum):
    """What became of an accepted item or case at this desk."""

    HERE = "here"
    REVERSED = "reversed"
