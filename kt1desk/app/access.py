"""Which right each place of the window needs, and which places are therefore not offered to whoever works at this desk now.

This hides nothing that a service would not refuse: it spares the clerk a page of refusals. A place that is not listed here counts as one
of KT1.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kt1desk.desktop.navigation import Place
from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import NEEDS_CLEARANCE, Act
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
        "INCIDENTS": Act.SEE_INCIDENTS,
        "REGISTERS": Act.SEE_REGISTERS,
        "LISTS": Act.SEE_DOSSIERS,
        "DISPATCH": Act.SEE_CUSTODY,
        "DELIVERY": Act.SEE_CUSTODY,
        "HOLDING": Act.SEE_CUSTODY,
        "SHIFT": Act.SEE_DOSSIERS,
        "PRINTERS": Act.SEE_DOSSIERS,
        "DEVICES": Act.CONFIGURE_DEVICES,
    }
)
"""By the name of the place. A place for items and dossiers alike stands with the right to dossiers: its services leave KT1 out."""


def barred_places(session: Session, shift: ShiftRow | None, clock: Clock) -> dict[str, str]:
    """The places of KT1 that are not offered now, by name, each with the sentence that says why and what to do."""
    barred: dict[str, str] = {}
    for place in Place:
        act = PLACES.get(place.name, Act.SEE_ITEMS)
        if act not in NEEDS_CLEARANCE:
            continue
        try:
            require_now(session, act, shift, clock)
        except DeskError as error:
            barred[place.name] = sentence(error)
    return barred
