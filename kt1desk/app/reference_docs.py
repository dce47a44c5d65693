"""What the search index holds of the reference data: agencies, authorities that take dossiers, points and procedures.

The index is brought up to date at every log-in, so a fingerprint says whether there is anything to do. This module must not know how the
index is built.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date

from kt1desk import __version__
from kt1desk.domain.dated import in_force
from kt1desk.domain.procedure import Procedure
from kt1desk.domain.reference import Agency, Authority, Commune, ReferenceData
from kt1desk.domain.reference_tthc import receiving_authorities
from kt1desk.domain.text import initials
from kt1desk.services.finding import AGENCY, AUTHORITY, POINT
from kt1desk.store.journal import DeskStore
from kt1desk.store.search import ReferenceDoc, replace_reference
from kt1desk.store.settings import Settings

_INDEXED = "reference.indexed"
_PROVINCE = "LS-"
"""What the ids of this province's authorities begin with: nobody types it."""


def reference_docs(reference: ReferenceData, on: date) -> tuple[ReferenceDoc, ...]:
    """One document for each row in force; procedures have their own place in the index and come through `index`."""
    communes = {row.code: row for row in in_force(reference.communes, on)}
    agencies = tuple(_agency(row, communes.get(row.commune)) for row in in_force(reference.agencies, on))
    authorities = tuple(
        _authority(row, communes.get(row.commune)) for row in receiving_authorities(reference, on)
    )
    points = tuple(
        ReferenceDoc(POINT, row.code, row.name, row.address, row.code)
        for row in in_force(reference.points, on)
    )
    return agencies + points + authorities


def index(
    store: DeskStore, reference: ReferenceData, on: date, procedures: tuple[Procedure, ...] = ()
) -> None:
    """Bring the search index up to the reference data of the day, and put the starter catalogue where no other is.

    Nothing is compared row by row unless the data, the program or a row in force has changed since the last time.
    """
    docs = reference_docs(reference, on)
    fingerprints = {"docs": _fingerprint(docs), "procedures": _fingerprint(procedures)}
    settings = Settings(store)
    known = settings.get(_INDEXED) or {}
    if known == fingerprints:
        return
    if known.get("docs") != fingerprints["docs"]:
        with store.local() as connection:
            replace_reference(connection, docs)
    if known.get("procedures") != fingerprints["procedures"]:
        _seed(store, procedures)
    settings.put(_INDEXED, fingerprints)


def _seed(store: DeskStore, procedures: Iterable[Procedure]) -> None:
    """Put the starter rows. A version that is there already, imported perhaps, is the better one and stays."""
    with store.work() as work:
        work.put_procedures([row for row in procedures if work.procedure(row.code, row.valid_from) is None])
        work.commit()


def _agency(row: Agency, commune: Commune | None) -> ReferenceDoc:
    codes = _codes((row.call_code, initials(row.short_name)), row.name, commune)
    return ReferenceDoc(AGENCY, row.agency_id, row.name, row.address, codes, _extra(row.short_name, commune))


def _authority(row: Authority, commune: Commune | None) -> ReferenceDoc:
    """«Sở Tư pháp» is ``stp``; a commune's bodies are found by the commune's initials too."""
    own = "" if commune else row.authority_id.removeprefix(_PROVINCE)
    codes = _codes((own, initials(row.short_name)), row.name, commune)
    return ReferenceDoc(
        AUTHORITY, row.authority_id, row.name, row.short_name, codes, _extra(row.short_name, commune)
    )


def _codes(own: Iterable[str], name: str, commune: Commune | None) -> str:
    """What people at the counter type: call code, first letters of the short name, and of the commune whose body it is.

    «UBND tỉnh» is ``ut``, «UBND xã Văn Lãng» is ``uxvl`` and ``vl``.
    """
    at_commune = initials(commune.name) if commune and commune.name in name else ""
    return " ".join(dict.fromkeys(code for code in (*own, at_commune) if code))


def _extra(short_name: str, commune: Commune | None) -> str:
    """Names of the merged communes and the former districts beside the short name: people go on saying them for years."""
    older = " ".join((*commune.old_names, *commune.former_districts)) if commune else ""
    return f"{short_name} {older}"


def _fingerprint(rows: object) -> str:
    """What tells these rows, as this version of the program indexes them, from others; the same in every run."""
    return hashlib.sha256(f"{__version__} {rows!r}".encode()).hexdigest()
