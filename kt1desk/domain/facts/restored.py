"""Facts of a desk that goes on after its file was restored, lost or copied: what is passed over, what has a new name, what stands aside.

This module must not know how any of it is found out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from kt1desk.domain.canonical import Json
from kt1desk.domain.events import Stream

MOST_ROWS = 20
"""Rows of one fact: an identity with its hash, the new identity and a code have up to 170 bytes, a body 4,096."""


class Cause(StrEnum):
    """Why a desk began a new incarnation."""

    OLDER_COPY = "older_copy"
    """The head marker knows more events than the file: an older copy, or a tail that was torn off."""
    MARKER_LOST = "marker_lost"
    """The file has events and no marker says whether they are all."""
    HEAD_DIFFERS = "head_differs"
    """The file has another event at the marker's place: marker and file are of two lives."""
    CENTRE_AHEAD = "centre_ahead"
    """The centre has events of this desk that the file has not."""
    FORK = "fork"
    """The centre has other events under the same names."""
    COPIED = "copied"
    """Another machine speaks as this desk, or this one is not the machine that was enrolled."""


@dataclass(frozen=True, slots=True)
class NumbersSkipped:
    """Serials ``first`` to ``last`` of a block are not given out any more, as far as they are free: lost records may have used them."""

    TYPE: ClassVar[str] = "numbers.skipped"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    prefix: str
    first: int
    last: int
    reason: str

    def body(self) -> Mapping[str, Json]:
        """See `Fact.body`."""
        return {"first": self.first, "last": self.last, "prefix": self.prefix, "reason": self.reason}


@dataclass(frozen=True, slots=True)
class Renamed:
    """One event of a branch that the centre does not have: its name and hash on paper, and what became of it.

    Attributes:
        was: its identity, as printed.
        was_hash: its hash in hex; the first twelve digits are on the receipt.
        now: the identity it goes on under; empty where it could not be written again.
        why: then the code of what stood against it.
    """

    was: str
    was_hash: str
    now: str = ""
    why: str = ""

    def as_json(self) -> list[Json]:
        """The row as it stands in a body."""
        return [self.was, self.was_hash, self.now, self.why]


@dataclass(frozen=True, slots=True)
class JournalReissued:
    """Events of the counter's stream that were written again under new identities, in the order in which they happened.

    What could not be written again is named too; it lies in the archived file.
    """

    TYPE: ClassVar[str] = "journal.reissued"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    rows: tuple[Renamed, ...]

    def body(self) -> Mapping[str, Json]:
        """See `Fact.body`."""
        return {"rows": [row.as_json() for row in self.rows]}


@dataclass(frozen=True, slots=True)
class RegisterReissued(JournalReissued):
    """The same of the KT1 stream, so that nothing of it travels where it may not."""

    STREAM: ClassVar[Stream] = Stream.KT1


@dataclass(frozen=True, slots=True)
class SetAside:
    """An event that stands in the journal and that nothing follows from: its identity and the code of what stood against it."""

    event: str
    why: str

    def as_json(self) -> list[Json]:
        """The row as it stands in a body."""
        return [self.event, self.why]


@dataclass(frozen=True, slots=True)
class JournalSetAside:
    """Events that came back and do not fit what was done without them: they stay in the journal, and no projection follows them."""

    TYPE: ClassVar[str] = "journal.set_aside"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    rows: tuple[SetAside, ...]

    def body(self) -> Mapping[str, Json]:
        """See `Fact.body`."""
        return {"rows": [row.as_json() for row in self.rows]}
