"""All of ``core`` that follows from the ledger: made by a revision, dropped and made again by a later one.

A desk's file makes a changed projection anew from its journal, too (`kt1desk.store.migrate`); here the projector does it in the background,
desk by desk. This module must not know any table.
"""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection

from kt1desk.centre import desks_schema, reports_schema


def statements() -> tuple[str, ...]:
    """All that makes it, in order."""
    return (*desks_schema.statements(), *reports_schema.statements())


def fingerprint() -> str:
    """Sixteen digits that change when anything of it does: the newest revision that makes it names them (``MADE_OF``)."""
    return hashlib.sha256("\0".join(statements()).encode()).hexdigest()[:16]


def make(connection: Connection) -> None:
    """Make it, as the owner of ``core``."""
    for statement in statements():
        connection.exec_driver_sql(statement)


def make_again(connection: Connection) -> None:
    """Drop it and make it as this program has it; every desk begins with its first event."""
    connection.exec_driver_sql(f"DROP SCHEMA {desks_schema.SCHEMA}, {reports_schema.SCHEMA} CASCADE")
    connection.exec_driver_sql(
        "TRUNCATE projecting.place, projecting.awaited, projecting.stuck, projecting.anew"
    )
    make(connection)
