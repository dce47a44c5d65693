"""Loading the reference data: which file holds which rows, and whose documents stand for them.

The facts come from ``resources/reference``; in trial mode the sample (points, agencies, staff, numbers, a tariff that
is no real price) is added. On a real desk points and agencies come with the desk's own files of the same form. A document
that the centre sent has the form of such a file and stands in its place whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from kt1desk.domain.errors import DeskError
from kt1desk.domain.procedure import Procedure
from kt1desk.domain.reference import ReferenceData
from kt1desk.services.centre_rows import DocumentRow
from kt1desk.store.reference_kinds import OF_DESK, SAMPLE, SHIPPED
from kt1desk.store.reference_rows import load_rows, read_rows
from kt1desk.store.reference_tthc import procedures_in

PROCEDURES = "procedures"
_PLACES = {**SHIPPED, **OF_DESK}
DOCUMENTS = frozenset({*_PLACES, PROCEDURES})
"""Names of the files that a document of the centre may stand for."""


def load_reference(folder: Path, sample: Path | None = None) -> ReferenceData:
    """Read all reference data.

    Args:
        folder: the shipped facts (``resources/reference``).
        sample: points, agencies, staff, numbers and tariff (``resources/sample`` in trial mode); None leaves them out.

    Raises:
        DeskError: ``reference.unreadable`` with ``file``; ``reference.bad_row`` with ``row`` and ``part``.
    """
    made: dict[str, Any] = {
        part: load_rows(folder / f"{name}.json", make) for name, (part, make) in SHIPPED.items()
    }
    if sample:
        made |= {
            part: load_rows(sample / f"{name}.json", make)
            for name, (part, make) in {**OF_DESK, **SAMPLE}.items()
        }
    return ReferenceData(**made)


def with_documents(reference: ReferenceData, documents: Mapping[str, bytes]) -> ReferenceData:
    """The reference data with documents of the centre, by name, in place of the files.

    Raises:
        DeskError: as `load_reference`; never for a document that `check_document` let in.
    """
    read: dict[str, Any] = {}
    for name, data in documents.items():
        if name in _PLACES:
            read[_PLACES[name][0]] = _rows_of_place(name, data)
    return replace(reference, **read)


def procedures_of(documents: Mapping[str, bytes]) -> tuple[Procedure, ...] | None:
    """The catalogue of procedures among the documents, None where there is none.

    Raises:
        DeskError: as `with_documents`.
    """
    data = documents.get(PROCEDURES)
    return None if data is None else procedures_in(f"{PROCEDURES}.json", data)


def check_document(name: str, data: bytes) -> None:
    """Refuse what could not stand for the file of this name.

    Raises:
        DeskError: ``document.unknown`` with ``name``; ``reference.unreadable``, ``reference.bad_row``.
    """
    if name not in DOCUMENTS:
        raise DeskError("document.unknown", name=name)
    read = (procedures_of({name: data}),) if name == PROCEDURES else _rows_of_place(name, data)
    if not any(read):  # a desk without points or prices could do nothing any more
        raise DeskError("reference.unreadable", "reference", file=f"{name}.json")


def check_document_for(row: DocumentRow, data: bytes, point: str) -> None:
    """Refuse a document that the desks of a point could not work with.

    Raises:
        DeskError: as `check_document`; ``reference.point_unknown`` for points without their own: such a desk could not be opened any more.
    """
    check_document(row.name, data)
    if row.name == "points":
        with_documents(ReferenceData(), {row.name: data}).point(point, row.valid_from)


def _rows_of_place(name: str, data: bytes) -> tuple[Any, ...]:
    return read_rows(f"{name}.json", data, _PLACES[name][1])
