"""What is kept of the centre's mail, as rows. This module must not know any table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class DocumentRow:
    """A version of a reference document: whole, and never changed.

    Attributes:
        name: name of the reference file it stands for, without its ending (``bcci_tariff``).
        version: a higher one replaces a lower one from its day on.
        valid_from: first business date it counts on.
        sha256: of its bytes.
    """

    name: str
    version: int
    valid_from: date
    sha256: bytes


@dataclass(frozen=True, slots=True)
class DocumentPiece:
    """A part of a document, as it came: ``part`` of ``parts``, counted from 1."""

    row: DocumentRow
    part: int
    parts: int
    data: bytes
