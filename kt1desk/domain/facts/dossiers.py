"""Facts of dossiers: the case with its legs, the list of papers, the three sums; who applies stands beside it.

This module must not know prices, calendars or paper.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, cast

from kt1desk.domain.canonical import Json
from kt1desk.domain.dossier import PaperLine, Presence
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, Stream
from kt1desk.domain.facts.legs import Leg, Sums, texts

PAPERS_PER_EVENT = 6
MAX_PAPER_NAME = 160
"""So many lines with names of so many characters fit the body of one event, whatever letters they are made of (see `DossierListed`)."""

_OPTIONAL = (
    "seal",
    "exemption",
    "insisted",
    "promised",
    "official",
    "official_day",
    "line",
    "replaces",
    "to",
    "mode",
    "visit",
)
"""Texts of an acceptance that stand in its body under the same names, and only where there are any."""

APPLICANT, PROXY, DELIVERY, PROOF = "applicant", "proxy", "delivery", "proof"
"""Slots of the particulars beside `DossierAccepted`: the applicant; who hands it in for him; where the result goes when it is not his
address; the document that proves an exemption."""


@dataclass(frozen=True, slots=True)
class DossierAccepted:
    """A case taken over from its applicant.

    Attributes:
        dossier: the post's own number (`kt1desk.domain.dossier.LocalNumber`).
        form: ``send``, ``return`` or ``both``.
        procedure, procedure_name, procedure_version: as in force when it was accepted.
        authority, authority_name: who receives it or gives the result.
        authority_district: the former district it was said to sit in where its commune spans several, or "": legs are priced by it.
        legs: one or two.
        sums: the three sums.
        tariff: id of the table that priced it.
        papers: how many lines the list has, in `DossierListed` events that name this one; documents in the cover.
        exemption: id of the rule that reduced the postage, or "".
        insisted: coded reason where a paper is missing, or "".
        promised: provisional day of the result (ISO), or "".
        official, official_day: mã hồ sơ and day of the giấy hẹn, where the applicant has them already.
        receipt_number: number of the official biên lai for the collected money, or "".
        line: key of the line of a list it was accepted from, or "".
        replaces: the case this one corrects, or "".
        to: the point that hands it to its authority or takes its result over, so that it is told; "" where that is this one.
        mode: ``one_stop`` where the clerk works as one-stop reception staff (QĐ 468/QĐ-TTg), "" as the post's courier.
        visit: the visit at the applicant's address that it came from, or "".
    """

    TYPE: ClassVar[str] = "dossier.accepted"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    dossier: str
    form: str
    procedure: str
    procedure_name: str
    procedure_version: str
    authority: str
    authority_name: str
    legs: tuple[Leg, ...]
    sums: Sums
    tariff: str
    payment: str
    place: str
    shift: str
    point: str
    papers: int = 0
    documents: int = 0
    sets: int = 1
    seal: str = ""
    exemption: str = ""
    insisted: str = ""
    promised: str = ""
    official: str = ""
    official_day: str = ""
    receipt_number: str = ""
    line: str = ""
    replaces: str = ""
    authority_district: str = ""
    to: str = ""
    mode: str = ""
    visit: str = ""

    def body(self) -> Mapping[str, Json]:
        """See `Fact.body`."""
        made: dict[str, Json] = {
            "authority": {
                "id": self.authority,
                "name": self.authority_name,
                **texts(district=self.authority_district),
            },
            "documents": self.documents,
            "dossier": self.dossier,
            "form": self.form,
            "legs": [leg.fields() for leg in self.legs],
            "papers": self.papers,
            "pay": self.payment,
            "place": self.place,
            "point": self.point,
            "procedure": {
                "code": self.procedure,
                "name": self.procedure_name,
                "version": self.procedure_version,
            },
            "sets": self.sets,
            "shift": self.shift,
            "sums": {
                "collected": self.sums.collected_dong,
                "pass_on": self.sums.pass_on_dong,
                "postage": self.sums.postage_dong,
            },
            "tariff": self.tariff,
        }
        optional = {name: str(getattr(self, name)) for name in _OPTIONAL}
        return made | texts(receipt=self.receipt_number, **optional)


@dataclass(frozen=True, slots=True)
class DossierListed:
    """Some lines of the list of papers of a case, from line ``first`` (counted from 1) on. Its parent is the acceptance.

    A list may be longer than the body of one event, so it stands in as many of these as it needs, each of at most `PAPERS_PER_EVENT`.
    ``point`` wrote it, and ``to`` is told as with the acceptance.
    """

    TYPE: ClassVar[str] = "dossier.listed"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    dossier: str
    first: int
    lines: tuple[PaperLine, ...]
    point: str = ""
    to: str = ""

    def body(self) -> Mapping[str, Json]:
        """See `Fact.body`."""
        made: dict[str, Json] = {
            "dossier": self.dossier,
            "first": self.first,
            "lines": [_line_fields(line) for line in self.lines],
        }
        return made | texts(point=self.point, to=self.to)


def read_lines(body: Mapping[str, Json]) -> tuple[PaperLine, ...]:
    """The lines in the body of a `DossierListed`."""
    return tuple(
        PaperLine(
            str(line["key"]),
            str(line["name"]),
            cast(int, line.get("originals", 0)),
            cast(int, line.get("certified", 0)),
            cast(int, line.get("plain", 0)),
            cast(int, line.get("electronic", 0)),
            Presence(str(line.get("presence", Presence.BROUGHT.value))),
        )
        for line in cast(Sequence[Mapping[str, Json]], body["lines"])
    )


@dataclass(frozen=True, slots=True)
class DossierReversed:
    """The acceptance of a case taken back: the case ends, its numbers are never given out again. Its parent is the acceptance.

    ``reason`` is coded; ``replaced_by`` is the case that corrects it, or "" where the applicant took everything back; ``item`` is the cover
    that he has again, "" where none was handed over; ``to`` is told as with the acceptance.
    """

    TYPE: ClassVar[str] = "dossier.reversed"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    dossier: str
    reason: str
    shift: str
    point: str
    replaced_by: str = ""
    item: str = ""
    to: str = ""

    def body(self) -> Mapping[str, Json]:
        """See `Fact.body`."""
        made: dict[str, Json] = {
            "dossier": self.dossier,
            "point": self.point,
            "reason": self.reason,
            "shift": self.shift,
        }
        return made | texts(item=self.item, replaced_by=self.replaced_by, to=self.to)


def read_dossier_accepted(event: Event) -> DossierAccepted:
    """The acceptance that an event records; who applies comes from beside it (``event.particular``).

    Raises:
        DeskError: ``event.body`` where a part is missing.
    """
    body = event.body()
    try:
        procedure = cast(Mapping[str, Json], body["procedure"])
        authority = cast(Mapping[str, Json], body["authority"])
        sums = cast(Mapping[str, int], body["sums"])
        return DossierAccepted(
            dossier=str(body["dossier"]),
            form=str(body["form"]),
            procedure=str(procedure["code"]),
            procedure_name=str(procedure["name"]),
            procedure_version=str(procedure["version"]),
            authority=str(authority["id"]),
            authority_name=str(authority["name"]),
            legs=tuple(Leg.of(leg) for leg in cast(Sequence[Mapping[str, Json]], body["legs"])),
            sums=Sums(sums["postage"], sums["collected"], sums["pass_on"]),
            tariff=str(body["tariff"]),
            payment=str(body["pay"]),
            place=str(body["place"]),
            shift=str(body["shift"]),
            point=str(body["point"]),
            papers=cast(int, body["papers"]),
            documents=cast(int, body["documents"]),
            sets=cast(int, body["sets"]),
            receipt_number=str(body.get("receipt", "")),
            authority_district=str(authority.get("district", "")),
            **{name: str(body.get(name, "")) for name in _OPTIONAL},
        )
    except (KeyError, TypeError, ValueError) as error:
        raise DeskError("event.body", type=event.envelope.type) from error


def _line_fields(line: PaperLine) -> dict[str, Json]:
    counts = {
        "certified": line.certified,
        "electronic": line.electronic,
        "originals": line.originals,
        "plain": line.plain,
    }
    made: dict[str, Json] = {"key": line.key, "name": line.name}
    made |= {name: count for name, count in counts.items() if count}
    return made | ({} if line.presence is Presence.BROUGHT else {"presence": line.presence.value})
