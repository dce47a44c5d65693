"""The file about other systems: their columns, what fills them, and what they answer. This module must not know who uses them."""

from __future__ import annotations

from enum import StrEnum

from kt1desk.domain.service import Service
from kt1desk.domain.system_file import FACTS, Answer, FileColumn, SystemFile
from kt1desk.store.reference_rows import RowReader


def system_file(row: RowReader) -> SystemFile:
    """One system and service."""
    service = row.choice("service", Service)
    return SystemFile(
        **row.dated(),
        system=row.text("system"),
        title=row.text("title"),
        service=service,
        columns=tuple(_column(each, FACTS[service]) for each in row.inner("columns")),
        answers=tuple(_column(each, Answer) for each in row.inner("answers")),
        registers=row.flag("registers"),
    )


def _column(row: RowReader, kind: type[StrEnum]) -> FileColumn:
    spellings = row.texts("spellings") if row.known("spellings") else ()
    made = FileColumn(row.text("title"), row.choice("holds", kind).value, spellings)
    row.done()
    return made
