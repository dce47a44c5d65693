"""What stands on the custody certificate of one item: each station with who gave and who took it, and the signed code that proves it.

It names the people who held the item and none of its parties. This module must not know where anything stands on the paper, nor what the
code means.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kt1desk.domain.events import Event
from kt1desk.domain.kt1 import Secrecy, Urgency
from kt1desk.services.paper_head import PaperHead, numbered, present
from kt1desk.services.wording import urgency_name, weight_text

CERTIFICATE, CERTIFICATE_VERSION = "custody_certificate", 1
CERTIFICATE_FORM = "custody_certificate"


@dataclass(frozen=True, slots=True)
class CertificateStation:
    """One station of the chain.

    Attributes:
        at_ms: when it happened.
        act: what happened, in words.
        giver: who gave: a person, a place or a receptacle, in words.
        taker: who took, likewise.
        place: at which point, in words.
        seal: number of the seal, or "".
        event_ref: reference of its event.
        event_hash: the first twelve hex digits of its hash, not grouped.
    """

    at_ms: int
    act: str
    giver: str = field(repr=False)
    taker: str = field(repr=False)
    place: str
    seal: str
    event_ref: str
    event_hash: str


@dataclass(frozen=True, slots=True)
class CertificatePaper:
    """Everything the certificate says.

    Attributes:
        head: ``head.event_ref`` is the last event it certifies.
        item: S10 number, not grouped.
        secrecy: its letter.
        urgency: its class.
        weight_g: its weight.
        stations: in the order of time, at least one.
        code: the signed certificate in base45, at most 830 characters, or "" where the desk has no key yet.
    """

    head: PaperHead
    item: str
    secrecy: Secrecy
    urgency: Urgency
    weight_g: int
    stations: tuple[CertificateStation, ...]
    code: str = field(default="", repr=False)

    def proved_by(self, event: Event) -> CertificatePaper:
        """The same with the event it proves."""
        return replace(self, head=self.head.proved_by(event))


def certificate_values(paper: CertificatePaper) -> dict[str, str]:
    """The texts of the A4 certificate, ``station_1_at`` and so on; ``code`` is the base45 text as it is scanned."""
    return present(
        {
            **paper.head.values(),
            "item": paper.item,
            "letter": paper.secrecy.letter,
            "urgency": urgency_name(paper.urgency),
            "weight": weight_text(paper.weight_g),
            "code": paper.code,
            **numbered("station", (_station(paper.head, station) for station in paper.stations)),
        }
    )


def _station(head: PaperHead, station: CertificateStation) -> Mapping[str, str]:
    return {
        "at": head.when(station.at_ms),
        "act": station.act,
        "giver": station.giver,
        "taker": station.taker,
        "place": station.place,
        "seal": station.seal,
        "event_ref": station.event_ref,
        "event_hash": station.event_hash,
    }
