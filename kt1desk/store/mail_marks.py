"""How far the centre's mail was taken: a mark for every frame of the point's mailbox.

This module must not know what was in the frames.
"""

from __future__ import annotations

from sqlalchemy import bindparam, delete, insert, select

from kt1desk.store.centre_tables import mail_mark
from kt1desk.store.statements import Connection, Prepared

_LAST = Prepared(select(mail_mark.c.number, mail_mark.c.hash).order_by(mail_mark.c.number.desc()).limit(1))
_HASH = Prepared(select(mail_mark.c.hash).where(mail_mark.c.number == bindparam("of_number")))
_DROP = Prepared(delete(mail_mark).where(mail_mark.c.number > bindparam("after")))
_ADD = Prepared(insert(mail_mark))


def last(connection: Connection) -> tuple[int, bytes]:
    """The newest mark; 0 and nothing before the first."""
    row = _LAST.one(connection)
    return (int(row[0]), bytes(row[1])) if row is not None else (0, b"")


def hash_of(connection: Connection, number: int) -> bytes | None:
    """Hash of the frame of this number, None where it was not taken."""
    row = _HASH.one(connection, {"of_number": number})
    return bytes(row[0]) if row is not None else None


def add(connection: Connection, number: int, hashed: bytes) -> None:
    """The mailbox is taken up to here."""
    drop_after(connection, number - 1)
    _ADD.run(connection, {"number": number, "hash": hashed})


def drop_after(connection: Connection, number: int) -> None:
    """Forget the marks after a number."""
    _DROP.run(connection, {"after": number})
