"""Drafts laid aside, within a transaction that is open already. This module must not know what a draft is about."""

from __future__ import annotations

from sqlalchemy import bindparam, delete

from kt1desk.store.local_tables import parked
from kt1desk.store.statements import Connection, Prepared

_DROP = Prepared(delete(parked).where(parked.c.id == bindparam("of_parked")))


def drop(connection: Connection, at: int) -> bool:
    """Forget the draft that lies at a place; False where nothing lies there."""
    return _DROP.run(connection, {"of_parked": at}).rowcount > 0
