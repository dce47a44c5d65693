"""Which documents of the centre count on a business date.

A document is whole: of those whose day has come, the one with the highest version stands alone, whatever days the others name. What was
accepted under an earlier one keeps it, for the rows it was reckoned by stand in its event. This module must not know what documents say.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kt1desk.services.centre_rows import DocumentRow


def counting_on(documents: Iterable[DocumentRow], day: date) -> dict[str, DocumentRow]:
    """By name, the newest document that counts on a day; a name is missing where none does."""
    counting: dict[str, DocumentRow] = {}
    for row in sorted(documents, key=lambda each: each.version):
        if row.valid_from <= day:
            counting[row.name] = row
    return counting
