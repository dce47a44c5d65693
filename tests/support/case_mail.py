"""What points tell each other of a case: facts as their services write them, for tests of the exchange."""

from __future__ import annotations

from dataclasses import replace

from kt1desk.domain.facts import (
    DossierAccepted,
    Fact,
    ItemLine,
    Leg,
    ResultTaken,
    Sums,
)
from kt1desk.domain.facts.authority import ApplicantTold, DossierDecided, DossierHanded, DossierRegistered
from kt1desk.domain.facts.dossier_custody import for_service
from kt1desk.domain.identifiers import number_at
from kt1desk.domain.service import Service
from tests.support.chains import SHIFT, dispatch
from tests.support.exchange_keys import COMMUNE_POINT, OFFICE_POINT

APPLICANT = {"applicant": {"name": "Lương Thị Mẫu", "identity": "020190000123"}}
CASE = f"{COMMUNE_POINT}-261123-9-001"
SEND, BACK = number_at("RC", 90_001).text, number_at("RC", 90_002).text


def accepted(
    dossier: str = CASE,
    point: str = COMMUNE_POINT,
    to: str = OFFICE_POINT,
    send: str = SEND,
    back: str = BACK,
) -> DossierAccepted:
    """A case of both ways, accepted at a point and told to the point of its authority."""
    return DossierAccepted(
        dossier=dossier,
        form="both",
        procedure="1.001612",
        procedure_name="Đăng ký thử nghiệm",
        procedure_version="2026-01-01",
        authority="LS-STP",
        authority_name="Sở Tư pháp",
        legs=(Leg(send, "send", "noi_huyen", 320, 26_500), Leg(back, "return", "noi_huyen", 100, 26_000)),
        sums=Sums(52_500),
        tariff="TT22-2017",
        payment="cash",
        place="counter",
        shift=SHIFT,
        point=point,
        to=to,
    )


def handed(point: str = OFFICE_POINT, origin: str = COMMUNE_POINT, dossier: str = CASE) -> DossierHanded:
    return DossierHanded(
        dossier, SEND, 5, f"GN{point}-261123-7-1", "LS-STP", 2, point, SHIFT, True, origin=origin
    )


def registered(
    point: str = OFFICE_POINT, origin: str = COMMUNE_POINT, dossier: str = CASE
) -> DossierRegistered:
    return DossierRegistered(
        dossier, "H37.10-261120-0005", "2026-11-23", point, SHIFT, "2026-11-26", origin=origin
    )


def decided(point: str = OFFICE_POINT, origin: str = COMMUNE_POINT, dossier: str = CASE) -> DossierDecided:
    return DossierDecided(
        dossier, "supplement", "12/TB", "2026-11-24", "papers_missing", point, SHIFT, ("2",), origin=origin
    )


def heard(point: str = COMMUNE_POINT, to: str = OFFICE_POINT, dossier: str = CASE) -> ApplicantTold:
    """The applicant knows of a decision."""
    return ApplicantTold(dossier, "9.2.1.4", "telephone", 1_795_000_000_000, point, SHIFT, to)


def result(point: str = OFFICE_POINT, origin: str = COMMUNE_POINT, dossier: str = CASE) -> ResultTaken:
    taken = f"KQ{point}-261123-7-1"
    return ResultTaken(dossier, BACK, taken, "LS-STP", (("result", 1),), point, SHIFT, origin=origin)


def cover_line(item: str = SEND) -> ItemLine:
    return ItemLine(item, "send", "none", "none", "", 320, 1_000, 9_000, 0, COMMUNE_POINT, 3)


def sent(items: tuple[ItemLine, ...] = (cover_line(),)) -> Fact:
    """A dispatch of dossiers from the office to the commune."""
    plain = dispatch(1)
    bag = replace(plain.receptacles[0], items=items)
    return for_service(replace(plain, receptacles=(bag,), manner="none"), Service.TTHC)
