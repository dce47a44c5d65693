"""What the search index holds of the reference data: agencies and points in force on a day.

This module must not know how the index is built.
"""

from __future__ import annotations

from datetime import date

from kt1desk.domain.reference import Agency, ReferenceData
from kt1desk.domain.text import initials
from kt1desk.services.finding import AGENCY, POINT
from kt1desk.store.journal import DeskStore
from kt1desk.store.search import ReferenceDoc, replace_reference


def reference_docs(reference: ReferenceData, on: date) -> tuple[ReferenceDoc, ...]:
    """One document for each row."""
    communes = {row.code: row for row in reference.communes if row.holds(on)}

    def older_names(agency: Agency) -> str:
        """Names of the merged communes and the former districts: people go on saying them for years."""
        commune = communes.get(agency.commune)
        return " ".join((*commune.old_names, *commune.former_districts)) if commune else ""

    def codes(agency: Agency) -> str:
        """What people at the counter type: call code, first letters of the short name, and of the commune whose body it is.

        «UBND tỉnh» is ``ut``, «UBND xã Văn Lãng» is ``uxvl`` and ``vl``.
        """
        commune = communes.get(agency.commune)
        at_commune = commune is not None and commune.name in agency.name
        known = (
            agency.call_code,
            initials(agency.short_name),
            initials(commune.name) if commune and at_commune else "",
        )
        return " ".join(dict.fromkeys(code for code in known if code))

    agencies = tuple(
        ReferenceDoc(
            AGENCY, row.agency_id, row.name, row.address, codes(row), f"{row.short_name} {older_names(row)}"
        )
        for row in reference.agencies
        if row.holds(on)
    )
    points = tuple(
        ReferenceDoc(POINT, row.code, row.name, row.address, row.code)
        for row in reference.points
        if row.holds(on)
    )
    return agencies + points


def index(store: DeskStore, reference: ReferenceData, on: date) -> None:
    """Bring the search index up to the reference data of the day."""
    with store.local() as connection:
        replace_reference(connection, reference_docs(reference, on))
