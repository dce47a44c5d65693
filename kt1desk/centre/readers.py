"""Who may read which reports: people of ``core``, each with a login of his own.

A person reads of points, of clusters of points, or of the whole province. This module must not know what there is to read.
"""

from __future__ import annotations

from enum import StrEnum

from psycopg import errors

from kt1desk.centre.cluster_sql import Connection
from kt1desk.domain.errors import DeskError

_ADD = """INSERT INTO access.reader AS r (person, scope, name, kt1) VALUES (%s, %s, %s, coalesce(%s::boolean, true))
  ON CONFLICT (person, scope, name) DO UPDATE SET kt1 = coalesce(%s::boolean, r.kt1) RETURNING kt1"""
_TAKE = "DELETE FROM access.reader WHERE person = %s AND scope = %s AND name = %s"
_MAKE = "SELECT roles.let_read(%s)"


class Scope(StrEnum):
    """Of what a person reads."""

    POINT = "point"
    CLUSTER = "cluster"
    PROVINCE = "province"


def let_read(core: Connection, person: str, scope: Scope, name: str = "", *, kt1: bool | None = None) -> bool:
    """Let a person read; he gets a login without a password where he has none, which whoever runs the server sets.

    Returns whether he may read of KT1 items now.

    Args:
        core: of the operator.
        person: his login.
        scope: of what he may read.
        name: of the point or the cluster; empty for the province.
        kt1: whether he may read of KT1 items, too; None leaves it as it is, and for somebody new that is yes.

    Raises:
        DeskError: ``centre.not_a_reader`` with ``person`` where a desk, a service or somebody with other rights has that name;
            ``centre.not_prepared`` where an earlier program made the server ready.
    """
    try:
        with core.transaction():
            core.execute(_MAKE, (person,))
            row = core.execute(_ADD, (person, scope.value, name, kt1, kt1)).fetchone()
    except errors.ReservedName as error:
        raise DeskError("centre.not_a_reader", "person", person=person) from error
    except errors.InvalidSchemaName as error:
        raise DeskError("centre.not_prepared") from error
    return row is not None and bool(row[0])


def read_no_more(core: Connection, person: str, scope: Scope, name: str = "") -> bool:
    """Take it from him again; whether he had it. His login stays."""
    return core.execute(_TAKE, (person, scope.value, name)).rowcount > 0
