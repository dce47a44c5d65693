"""Facts of reports and of what other systems of the post have taken over; of each two kinds, for KT1 stays in its own stream.

This module must not know any template nor any file's columns.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kt1desk.domain.events import Stream
from kt1desk.domain.facts.plain import PlainFact


@dataclass(frozen=True, slots=True)
class ReportIssued(PlainFact):
    """A report frozen with its version: ``data`` is its canonical text, as it was signed and sent (`kt1desk.domain.reporting.frozen`).

    Attributes:
        report: its own number; a later version has the same.
        version: from 1.
        template, revision: what it was made by.
        first, last: the days it speaks of (ISO).
        scope: code of the point, or ``province``.
    """

    TYPE: ClassVar[str] = "report.issued"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    report: str
    version: int
    template: str
    revision: str
    first: str
    last: str
    scope: str
    data: str
    point: str


@dataclass(frozen=True, slots=True)
class Kt1ReportIssued(ReportIssued):
    """A report that speaks of KT1 items."""

    TYPE: ClassVar[str] = "kt1.report_issued"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1


@dataclass(frozen=True, slots=True)
class Exported(PlainFact):
    """Cases written into a file for another system of the post: ``batch`` is the file's own number, ``mapping`` which columns it has."""

    TYPE: ClassVar[str] = "elsewhere.exported"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    batch: str
    system: str
    mapping: str
    numbers: tuple[str, ...]
    point: str


@dataclass(frozen=True, slots=True)
class Kt1Exported(Exported):
    """KT1 items written into such a file."""

    TYPE: ClassVar[str] = "kt1.elsewhere_exported"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1


@dataclass(frozen=True, slots=True)
class TakenOver(PlainFact):
    """What came back from another system: our number and the code it has there ("" where it was only taken over)."""

    TYPE: ClassVar[str] = "elsewhere.taken"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    system: str
    taken: tuple[tuple[str, str], ...]
    point: str


@dataclass(frozen=True, slots=True)
class Kt1TakenOver(TakenOver):
    """The same of KT1 items."""

    TYPE: ClassVar[str] = "kt1.elsewhere_taken"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1


@dataclass(frozen=True, slots=True)
class EnteredLater(PlainFact):
    """Something was written on paper first and entered later (nhập bù): its parent is the event that was entered, with both its times.

    Attributes:
        number: of the case or of its cover.
        reason: coded: no power, no machine …
        sheet: number of the paper form, "" where it has none.
    """

    TYPE: ClassVar[str] = "entry.later"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    number: str
    reason: str
    point: str
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Kt1EnteredLater(EnteredLater):
    """The same of a KT1 item."""

    TYPE: ClassVar[str] = "kt1.entry_later"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
