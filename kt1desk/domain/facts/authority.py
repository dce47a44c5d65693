"""Facts at the authority: a dossier handed over against its list, what the authority said of it, and what the applicant was told.

The official side (mã hồ sơ, dates, outcomes) is the authority's word, entered from its papers; the post never makes any of it (NĐ 61/2018,
Điều 26). Officers and applicants are natural persons and stand beside the events. This module must not know the states of a case.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kt1desk.domain.events import Stream
from kt1desk.domain.facts.plain import PlainFact

OFFICER = "officer"
"""Slot of who received for the authority (name, position)."""


@dataclass(frozen=True, slots=True)
class DossierHanded(PlainFact):
    """A cover given to its authority after a re-count piece by piece (QĐ 45/2016, Điều 7; TT 17/2017). The officer stands beside.

    Attributes:
        dossier: the case, "" where only its label is known here yet.
        item, n: the cover and its custody number.
        handover: the hand-over record (Biên bản giao nhận) it stands on.
        documents: how many documents the re-count found.
        seal_intact: whether the cover's seal was whole.
        differences: key of a paper of the list (or ``?`` for one that is not on it) and the code of what differs.
        fees_dong: the authority's money handed over with it.
        origin: the point that accepted the case, so that it is told.
        returned: whether it is a result that could not be delivered and is with its authority again.
    """

    TYPE: ClassVar[str] = "dossier.handed"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    dossier: str
    item: str
    n: int
    handover: str
    authority: str
    documents: int
    point: str
    shift: str
    seal_intact: bool = False
    differences: tuple[tuple[str, str], ...] = ()
    fees_dong: int = 0
    origin: str = ""
    scan: bool = False
    returned: bool = False


@dataclass(frozen=True, slots=True)
class HandoverMade(PlainFact):
    """A hand-over record signed by both sides: its parents are the `DossierHanded` of its covers, in the order of their lines."""

    TYPE: ClassVar[str] = "dossier.handover"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    handover: str
    authority: str
    items: tuple[str, ...]
    documents: int
    differences: int
    point: str
    shift: str
    fees_dong: int = 0


@dataclass(frozen=True, slots=True)
class DossierRegistered(PlainFact):
    """The authority took the dossier into its system; entered again, the newer entry counts.

    Attributes:
        official: mã hồ sơ.
        received_day: day on the official slip (ISO), from which its term runs.
        official_day: day of the result on it (ISO), "" where it names none.
        slip: whether the giấy hẹn is in our hands, to be brought to the applicant.
    """

    TYPE: ClassVar[str] = "dossier.registered"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    dossier: str
    official: str
    received_day: str
    point: str
    shift: str
    official_day: str = ""
    slip: bool = False
    origin: str = ""


@dataclass(frozen=True, slots=True)
class DossierDecided(PlainFact):
    """The authority asked for more, refused, stopped or postponed; the applicant must be told.

    Attributes:
        outcome: ``supplement``, ``refused``, ``stopped`` or ``extended``.
        paper, paper_day: number and day (ISO) of the authority's paper.
        asked: keys of the papers that are asked for.
        reason: coded.
        day: the new day of the result (``extended``) or the last day to bring what is asked (``supplement``), ISO; "" for none.
    """

    TYPE: ClassVar[str] = "dossier.decided"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    dossier: str
    outcome: str
    paper: str
    paper_day: str
    reason: str
    point: str
    shift: str
    asked: tuple[str, ...] = ()
    day: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class ApplicantTold(PlainFact):
    """The applicant was told: of what (the event's reference), by which way (coded), and when by the clerk's word.

    Attributes:
        to: the point that entered the decision he was told of, where it is another one: its record says so too.
    """

    TYPE: ClassVar[str] = "dossier.told"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    dossier: str
    event: str
    way: str
    told_ms: int
    point: str
    shift: str
    to: str = ""


@dataclass(frozen=True, slots=True)
class DossierSupplemented(PlainFact):
    """The applicant brought what was asked for: a cover of its own goes after the first one. Its lines follow in ``dossier.listed`` events.

    Attributes:
        item: number of the new cover.
        papers, documents: lines of its list, documents in it.
        price_dong: what was paid for its way.
        to: the point that hands it to the authority, so that it is told.
    """

    TYPE: ClassVar[str] = "dossier.supplemented"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    dossier: str
    item: str
    weight_g: int
    price_dong: int
    papers: int
    documents: int
    point: str
    shift: str
    zone: str = ""
    tariff: str = ""
    payment: str = ""
    seal: str = ""
    due: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True)
class EnclosureMade(PlainFact):
    """A paper that travels free of charge beside a case, under a number of its own (TT 22/2017: contained in the two prices).

    Attributes:
        way: ``slip``: the giấy hẹn goes to the applicant; ``withdrawn``: old papers taken back from him go to the authority.
        item: its number.
        pieces: how many papers.
        to: the point it goes to, so that it is told.
        origin: the point that accepted the case.
    """

    TYPE: ClassVar[str] = "enclosure.made"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    dossier: str
    item: str
    way: str
    pieces: int
    point: str
    shift: str
    weight_g: int = 0
    to: str = ""
    origin: str = ""
