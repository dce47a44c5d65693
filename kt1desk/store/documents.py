"""Reference documents of the centre: parts until they are whole, then every version for good.

This module must not know what a document says, nor when one counts.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import bindparam, delete, func, insert, select

from kt1desk.domain.errors import DeskError
from kt1desk.services.centre_rows import DocumentPiece, DocumentRow
from kt1desk.store.centre_tables import document, document_part
from kt1desk.store.statements import Connection, Prepared

_ROWS = Prepared(
    select(document.c.name, document.c.version, document.c.valid_from, document.c.sha256).order_by(
        document.c.name, document.c.version
    )
)
_ONE = Prepared(
    select(document.c.data, document.c.valid_from, document.c.sha256).where(
        document.c.name == bindparam("of_name"), document.c.version == bindparam("of_version")
    )
)
_PUT = Prepared(insert(document))
_OF = document_part.c.sha256 == bindparam("of_sha256")
_HERE = Prepared(select(func.count()).select_from(document_part).where(_OF))
_DROP_PART = Prepared(delete(document_part).where(_OF, document_part.c.part == bindparam("of_part")))
_PUT_PART = Prepared(insert(document_part))
_PARTS = Prepared(select(document_part.c.data).where(_OF).order_by(document_part.c.part))
_DROP_PARTS = Prepared(delete(document_part).where(_OF))


def rows(connection: Connection) -> tuple[DocumentRow, ...]:
    """Every version of every document, by name and version."""
    return tuple(
        DocumentRow(name, version, date.fromisoformat(day), bytes(sha256))
        for name, version, day, sha256 in _ROWS.all(connection)
    )


def read(connection: Connection, name: str, version: int) -> bytes:
    """The bytes of one version.

    Raises:
        DeskError: ``document.unknown`` with ``name``.
    """
    found = _ONE.one(connection, {"of_name": name, "of_version": version})
    if found is None:
        raise DeskError("document.unknown", name=name)
    return bytes(found[0])


def gather(connection: Connection, piece: DocumentPiece) -> bytes | None:
    """Keep a part, in place of one that came before; the whole once all are here, of which no part is kept any more."""
    of = {"of_sha256": piece.row.sha256}
    _DROP_PART.run(connection, {**of, "of_part": piece.part})
    _PUT_PART.run(connection, {"sha256": piece.row.sha256, "part": piece.part, "data": piece.data})
    counted = _HERE.one(connection, of)
    if counted is None or counted[0] < piece.parts:
        return None
    whole = b"".join(bytes(data) for (data,) in _PARTS.all(connection, of))
    _DROP_PARTS.run(connection, of)
    return whole


def put(connection: Connection, row: DocumentRow, data: bytes) -> bool:
    """Keep a whole document; whether it is new.

    Raises:
        DeskError: ``document.differs`` with ``name`` and ``version``.
    """
    found = _ONE.one(connection, {"of_name": row.name, "of_version": row.version})
    day = row.valid_from.isoformat()
    if found is not None:
        if (found[1], bytes(found[2])) != (day, row.sha256):
            raise DeskError("document.differs", name=row.name, version=row.version)
        return False
    _PUT.run(
        connection,
        {"name": row.name, "version": row.version, "valid_from": day, "sha256": row.sha256, "data": data},
    )
    return True
