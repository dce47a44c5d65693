"""Facts of the network line of the KT1 register: that somebody allowed it, on which written approval, and that it was closed again.

Both stand in the KT1 stream, so the register itself says since when it travels and by whose word. This module must not know who may allow
it, nor what else a line needs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kt1desk.domain.events import Stream
from kt1desk.domain.facts.plain import PlainFact


@dataclass(frozen=True, slots=True)
class LineAllowed(PlainFact):
    """From here on the KT1 register may go over the network.

    Attributes:
        approval: number of the written approval in the register of whoever gave it («12/BĐT»).
        day: its date (ISO).
    """

    TYPE: ClassVar[str] = "line.allowed"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    approval: str
    day: str
    point: str


@dataclass(frozen=True, slots=True)
class LineClosed(PlainFact):
    """From here on it may not. ``reason`` is a code."""

    TYPE: ClassVar[str] = "line.closed"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    reason: str
    point: str
