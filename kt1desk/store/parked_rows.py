"""Drafts laid aside, within a transaction that is open already. This module must not know what a draft is about."""

from __future__ import annotations

from sqlalchemy import and_, bindparam, delete

from kt1desk.store.local_tables import parked
from kt1desk.store.statements import Connection, Prepared

PLACE = and_(parked.c.kind == bindparam("of_kind"), parked.c.id == bindparam("of_parked"))
"""A place holds a draft of one kind: its number alone would let it be read, or dropped, as the other kind."""

_DROP = Prepared(delete(parked).where(PLACE))


def drop(connection: Connection, kind: str, at: int) -> bool:
    """Forget the draft of a kind that lies at a place; False where none lies there."""
    return _DROP.run(connection, {"of_kind": kind, "of_parked": at}).rowcount > 0
