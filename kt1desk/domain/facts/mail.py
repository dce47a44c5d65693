"""Facts of what is exchanged: an event of another desk taken in, a bundle written, a day's heads signed.

This module must not know how anything travels.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kt1desk.domain.events import EventId, Stream
from kt1desk.domain.facts.plain import PlainFact


@dataclass(frozen=True, slots=True)
class MailTaken(PlainFact):
    """An event of another desk is known here from now on: the third time of an event, when it was received.

    Attributes:
        event: its identity as printed, ``hash`` its hash in hex.
        way: ``paper``, ``bundle``, ``network``, or ``folder`` for what a desk beside this one left in their shared folder.
    """

    TYPE: ClassVar[str] = "mail.taken"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    event: str
    hash: str
    way: str

    @property
    def event_id(self) -> EventId:
        """The identity of the foreign event."""
        return EventId.parse(self.event)


@dataclass(frozen=True, slots=True)
class BundleWritten(PlainFact):
    """A bundle file was written for a point: ``number`` counts per point from 1, ``upto`` is the last mail number in it."""

    TYPE: ClassVar[str] = "bundle.written"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    to: str
    number: int
    upto: int
    sha256: str


@dataclass(frozen=True, slots=True)
class DossierMailTaken(MailTaken):
    """As `MailTaken`, of an event about dossiers."""

    TYPE: ClassVar[str] = "tthc.mail.taken"
    STREAM: ClassVar[Stream] = Stream.COUNTER


@dataclass(frozen=True, slots=True)
class DossierBundleWritten(BundleWritten):
    """As `BundleWritten`, of a bundle about dossiers: bundles of the two services are counted apart."""

    TYPE: ClassVar[str] = "tthc.bundle.written"
    STREAM: ClassVar[Stream] = Stream.COUNTER


@dataclass(frozen=True, slots=True)
class CheckpointMade(PlainFact):
    """The heads of both streams on a day, signed: whoever keeps one sees a journal that was cut or written anew."""

    TYPE: ClassVar[str] = "checkpoint.made"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    date: str
    kt1: str
    kt1_hash: str
    counter: str
    counter_hash: str
