"""The lists that reports over many points go by: those of the program, with the province's documents in their place as at a desk.

A document is a file ``NAME.json`` of a folder, the very one that `kt1desk centre post` gives to desks. This module must not know reports.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kt1desk.app.desk import reference_for, starter_procedures
from kt1desk.domain.errors import DeskError
from kt1desk.domain.procedure import Procedure
from kt1desk.domain.reference import ReferenceData
from kt1desk.exchange.brought_file import read_brought
from kt1desk.services.report_sources import ProcedureOf
from kt1desk.store.reference_files import check_document, procedures_of, with_documents

MAX_BYTES = 16 * 1024 * 1024
"""The catalogue of procedures, the largest of them, has a tenth of it."""
_FIELD = "documents"


def lists_of(folder: Path | None) -> tuple[ReferenceData, ProcedureOf]:
    """Reference data and the catalogue of procedures.

    Args:
        folder: of the province's documents; None where there are none.

    Raises:
        DeskError: ``file.gone`` where there is no such folder; as `check_document` and `read_brought`.
    """
    documents = {} if folder is None else _documents(folder)
    procedures = procedures_of(documents) or starter_procedures()

    def procedure_of(code: str, on: date) -> Procedure | None:
        return next((row for row in procedures if row.code == code and row.holds(on)), None)

    return with_documents(reference_for(trial=False), documents), procedure_of


def _documents(folder: Path) -> dict[str, bytes]:
    if not folder.is_dir():
        raise DeskError("file.gone", _FIELD)
    found = {path.stem: read_brought(path, MAX_BYTES, _FIELD) for path in sorted(folder.glob("*.json"))}
    if not found:
        raise DeskError("file.gone", _FIELD)
    for name, data in found.items():
        check_document(name, data)
    return found
