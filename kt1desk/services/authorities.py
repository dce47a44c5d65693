"""Which authorities receive a procedure's dossiers, seen from a point: those the catalogue names, the nearest first.

The national catalogue says «cấp xã» without saying which commune: an id that begins with `ANY_COMMUNE` stands for that body of every
commune. This module must not know any authority.
"""

from __future__ import annotations

from datetime import date

from kt1desk.domain.errors import DeskError
from kt1desk.domain.procedure import Procedure
from kt1desk.domain.reference import Authority, ReferenceData
from kt1desk.domain.reference_tthc import authority, receiving_authorities

ANY_COMMUNE = "XA-"


def proposed(reference: ReferenceData, procedure: Procedure, commune: str, on: date) -> tuple[Authority, ...]:
    """The authorities that may receive it, in the catalogue's order; of bodies of every commune the one of ``commune`` first."""
    receiving = receiving_authorities(reference, on)
    found: dict[str, Authority] = {}
    for name in procedure.authorities:
        fitting = [row for row in receiving if _is(row, name)]
        for row in sorted(fitting, key=lambda row: row.commune != commune):
            found.setdefault(row.authority_id, row)
    return tuple(found.values())


def chosen(reference: ReferenceData, authority_id: str, on: date) -> Authority:
    """The authority that the clerk has chosen.

    Raises:
        DeskError: ``dossier.authority_unknown``, ``dossier.authority_not_receiving``.
    """
    try:
        row = authority(reference, authority_id, on)
    except DeskError as error:
        raise DeskError("dossier.authority_unknown", "authority") from error
    if not row.receives_dossiers:
        raise DeskError("dossier.authority_not_receiving", "authority")
    return row


def _is(row: Authority, name: str) -> bool:
    if name.startswith(ANY_COMMUNE):
        return bool(row.commune) and row.authority_id.endswith(name.removeprefix("XA"))
    return row.authority_id == name
