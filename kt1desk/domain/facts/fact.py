"""What every fact can do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Protocol

from kt1desk.domain.canonical import Json
from kt1desk.domain.events import Stream


class Fact(Protocol):
    """What every body can do."""

    TYPE: ClassVar[str]
    VERSION: ClassVar[int]
    STREAM: ClassVar[Stream]

    def body(self) -> Mapping[str, Json]:
        """The body for the journal: no empty texts, no absent parts."""
