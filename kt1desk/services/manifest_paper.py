"""What stands on the manifest of a dispatch («bản kê giao nhận»): every text, ready to print, in Vietnamese, and the parts of its 2D code.

Of an A, B or C item only the letter is said and no party; of dossiers only number, way and weight. This module must not know where
anything stands on the paper, nor what the bytes of a code mean.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from kt1desk.domain.events import Event
from kt1desk.domain.kt1 import Secrecy, Urgency
from kt1desk.domain.reference import Point
from kt1desk.domain.service import Service
from kt1desk.services.paper_head import MASK, PaperHead, numbered, point_words, present, service_value
from kt1desk.services.wording import urgency_name, weight_text

MANIFEST, MANIFEST_VERSION = "manifest", 1
MANIFEST_FORM = "manifest"
MANIFEST_FORMS: Mapping[Service, str] = MappingProxyType(
    {Service.KT1: MANIFEST_FORM, Service.TTHC: "dossier_manifest"}
)
"""Whose manifest has which title."""
MOST_PARTS = 16
MOST_PART_BYTES = 830
NOT_WEIGHED = "chưa cân"
"""Of a result nobody knows the weight before it is delivered."""
DEDICATED, NOT_DEDICATED = "Xe chuyên dùng", "Xe không chuyên dùng, có người áp tải"


@dataclass(frozen=True, slots=True)
class ManifestItem:
    """One item of a receptacle.

    Attributes:
        number: S10 number, not grouped.
        secrecy: its letter.
        urgency: its class.
        weight_g: its weight.
        receiver: who receives it and where, in one line; never printed for A, B and C, nor for a dossier.
        way: what the cover of a dossier carries and which way, in words; "" for KT1.
    """

    number: str
    secrecy: Secrecy
    urgency: Urgency
    weight_g: int
    receiver: str = field(default="", repr=False)
    way: str = ""


@dataclass(frozen=True, slots=True)
class ManifestReceptacle:
    """One receptacle of the dispatch.

    Attributes:
        number: ``TUI…``.
        seal: number of its seal.
        weight_g: as weighed, closed.
        item_count: how many items were counted into it.
        items: one by one; empty where it is passed on closed and nobody here knows them.
    """

    number: str
    seal: str
    weight_g: int
    item_count: int
    items: tuple[ManifestItem, ...] = ()


@dataclass(frozen=True, slots=True)
class ManifestPaper:
    """Everything the manifest says.

    Attributes:
        head: ``head.point`` gives, ``head.clerk`` signs as giver, ``head.at`` is the departure.
        dispatch: its number, ``CT…``.
        destination: the point that receives.
        route: route in words, or "".
        plate: of the vehicle, or "" for another way of carrying.
        dedicated: whether the vehicle carries nothing else; not said of dossiers, that need no such vehicle.
        escort: who escorts it, or "".
        driver: who drives, or "".
        taker: who takes it over from the giver; "" leaves his name to be written by hand.
        receptacles: at least one.
        parts: the dispatch event as bytes for 2D codes, known only after the event: at most 16 parts of at most 830 bytes.
        service: whose items they are: of dossiers no letter, class, escort or party stands on it.
    """

    head: PaperHead
    dispatch: str
    destination: Point
    route: str
    plate: str
    dedicated: bool
    escort: str = field(repr=False)
    driver: str = field(repr=False)
    taker: str = field(repr=False)
    receptacles: tuple[ManifestReceptacle, ...]
    parts: tuple[bytes, ...] = field(default=(), repr=False)
    service: Service = Service.KT1

    def proved_by(self, event: Event, parts: tuple[bytes, ...] = ()) -> ManifestPaper:
        """The same with the event it proves and the parts that carry it."""
        return replace(self, head=self.head.proved_by(event), parts=parts)


def manifest_values(paper: ManifestPaper) -> dict[str, str]:
    """The texts of the A4 manifest.

    ``receptacle_1_number`` … and ``item_1_number`` … are two lists, the items in the order of the receptacles; ``item_1_receptacle`` is the
    place of its receptacle in the first list. ``part_1_code`` … are the bytes of the 2D codes in base64.
    """
    receptacles = paper.receptacles
    dossiers = paper.service is Service.TTHC
    return present(
        {
            **paper.head.values(),
            "service": service_value(paper.service),
            "dispatch": paper.dispatch,
            "destination": point_words(paper.destination),
            "route": paper.route,
            "plate": paper.plate,
            "vehicle": "" if dossiers else _vehicle(paper),
            "escort_name": "" if dossiers else paper.escort,
            "driver_name": paper.driver,
            "taker_name": paper.taker,
            "receptacle_count": str(len(receptacles)),
            "item_count": str(sum(receptacle.item_count for receptacle in receptacles)),
            "total_weight": weight_text(sum(receptacle.weight_g for receptacle in receptacles)),
            **numbered("receptacle", map(_receptacle, receptacles)),
            **numbered("item", _covers(receptacles) if dossiers else _items(receptacles)),
            **numbered("part", ({"code": b64encode(part).decode("ascii")} for part in paper.parts)),
        }
    )


def _vehicle(paper: ManifestPaper) -> str:
    if not paper.plate:
        return ""
    return DEDICATED if paper.dedicated else NOT_DEDICATED


def _receptacle(receptacle: ManifestReceptacle) -> Mapping[str, str]:
    return {
        "number": receptacle.number,
        "seal": receptacle.seal,
        "weight": weight_text(receptacle.weight_g),
        "count": str(receptacle.item_count),
    }


def _covers(receptacles: tuple[ManifestReceptacle, ...]) -> Iterator[Mapping[str, str]]:
    """Dossiers: who applies for what is nobody's business on the way."""
    for at, receptacle in enumerate(receptacles, start=1):
        for item in receptacle.items:
            yield {
                "receptacle": str(at),
                "number": item.number,
                "way": item.way,
                "weight": weight_text(item.weight_g) if item.weight_g else NOT_WEIGHED,
            }


def _items(receptacles: tuple[ManifestReceptacle, ...]) -> Iterator[Mapping[str, str]]:
    for at, receptacle in enumerate(receptacles, start=1):
        for item in receptacle.items:
            yield {
                "receptacle": str(at),
                "number": item.number,
                "letter": item.secrecy.letter,
                "urgency": urgency_name(item.urgency),
                "weight": weight_text(item.weight_g),
                "receiver": MASK if item.secrecy.is_marked else item.receiver,
            }
