"""What is the matter with a printer, as far as it is known. Silence is not "unplugged", and "unplugged" is not a guess."""

from __future__ import annotations

from enum import StrEnum


class Condition(StrEnum):
    """The one thing a clerk must know of a printer now; where several hold, the one to be put right first."""

    UNKNOWN = "unknown"
    """It can say nothing, or was not asked yet."""
    READY = "ready"
    PAPER_LOW = "paper_low"
    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    RIBBON_OUT = "ribbon_out"
    PAUSED = "paused"
    JAMMED = "jammed"
    """Paper jam, cutter, head too hot: the printer says an error and not more."""
    OFFLINE = "offline"
    BUSY = "busy"
    """It takes no bytes for some seconds: out of paper, cover open, or at work on a long job."""
    DEAF = "deaf"
    """It was asked as its profile says and did not answer; it may print all the same."""
    UNPLUGGED = "unplugged"
    """The port is gone, or nobody listens at the address."""


FIRST_TO_MEND = (
    Condition.UNPLUGGED,
    Condition.COVER_OPEN,
    Condition.PAPER_OUT,
    Condition.RIBBON_OUT,
    Condition.JAMMED,
    Condition.PAUSED,
    Condition.OFFLINE,
    Condition.BUSY,
    Condition.DEAF,
    Condition.PAPER_LOW,
    Condition.READY,
    Condition.UNKNOWN,
)
"""Of several conditions that hold together the first of these is shown."""


def worst(*conditions: Condition) -> Condition:
    """The condition to be put right first; `Condition.UNKNOWN` of none."""
    return min(conditions, key=FIRST_TO_MEND.index, default=Condition.UNKNOWN)
