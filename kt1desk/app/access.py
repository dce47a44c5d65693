"""Which right each place of the window needs, and which places are therefore not offered to whoever works at this desk now.

This hides nothing that a service would not refuse: it spares the clerk a page of refusals. A place that is not listed here counts as one
of KT1.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kt1desk.desktop.navigation import Place
from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import NEEDS_CLEARANCE, Act, act_for
from kt1desk.domain.service import Service
from kt1desk.services.ports import Clock
from kt1desk.services.rights import require_now
from kt1desk.services.rows import ShiftRow
from kt1desk.services.sessions import Session
from kt1desk.services.wording import sentence

PLACES: Mapping[str, Act] = MappingProxyType(
    {
        "TODAY": Act.SEE_DOSSIERS,
        "ACCEPT": Act.ACCEPT_ITEM,
        "DOSSIER": Act.ACCEPT_DOSSIER,
        "RECORD": Act.SEE_DOSSIERS,
        "INCIDENTS": Act.SEE_DOSSIER_INCIDENTS,
        "REGISTERS": Act.SEE_REGISTERS,
        "LINE": Act.SEE_LINE,
        "LISTS": Act.SEE_DOSSIERS,
        "DISPATCH": Act.SEE_DOSSIER_CUSTODY,
        "DELIVERY": Act.SEE_DOSSIER_CUSTODY,
        "ONE_STOP": Act.SEE_DOSSIERS,
        "HOLDING": Act.SEE_DOSSIER_CUSTODY,
        "SHIFT": Act.SEE_DOSSIERS,
        "PRINTERS": Act.SEE_DOSSIERS,
        "DEVICES": Act.CONFIGURE_DEVICES,
        "ADMIN": Act.CHANGE_OWN_PASSWORD,
    }
)
"""By the name of the place. A place for items and dossiers alike stands with the right to dossiers: its services leave KT1 out, or it has
a side for each (`SIDES`)."""

_CUSTODY: Mapping[Service, Act] = MappingProxyType(
    {service: act_for(service, Act.SEE_CUSTODY) for service in Service}
)
SIDES: Mapping[str, Mapping[Service, Act]] = MappingProxyType(
    {
        "DISPATCH": _CUSTODY,
        "DELIVERY": _CUSTODY,
        "HOLDING": _CUSTODY,
        "INCIDENTS": MappingProxyType({service: act_for(service, Act.SEE_INCIDENTS) for service in Service}),
    }
)
"""Places with a side for each service, and the right that each side needs."""


def barred_sides(session: Session, shift: ShiftRow | None, clock: Clock) -> dict[str, Mapping[Service, str]]:
    """The sides that are not offered now, by place, each with the sentence that says why and what to do."""
    barred: dict[str, Mapping[Service, str]] = {}
    for place, sides in SIDES.items():
        said = {side: why for side, act in sides.items() if (why := _why_not(session, act, shift, clock))}
        if said:
            barred[place] = said
    return barred


def _why_not(session: Session, act: Act, shift: ShiftRow | None, clock: Clock) -> str:
    """Why a right to KT1 is not there now, "" where it is; what needs no clearance is refused by the services alone."""
    if act not in NEEDS_CLEARANCE:
        return ""
    try:
        require_now(session, act, shift, clock)
    except DeskError as error:
        return sentence(error)
    return ""


def barred_places(session: Session, shift: ShiftRow | None, clock: Clock) -> dict[str, str]:
    """The places of KT1 that are not offered now, by name, each with the sentence that says why and what to do.

    A place with a side for each service is one of KT1 where the desk has no other side of it.
    """
    barred: dict[str, str] = {}
    only_kt1 = Service.TTHC.value not in session.desk.services
    for place in Place:
        act = PLACES.get(place.name, Act.SEE_ITEMS)
        if only_kt1 and place.name in SIDES:
            act = SIDES[place.name][Service.KT1]
        if why := _why_not(session, act, shift, clock):
            barred[place.name] = why
    return barred
