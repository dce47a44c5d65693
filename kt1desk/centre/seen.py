"""What the gate knows of each desk, copied to where people read: when it was last there, its clock, its program, the numbers it has left.

The gate forgets the day before; reports and the administrator's window ask the ledger. This module must not know when it is called.
"""

from __future__ import annotations

from collections.abc import Sequence

from kt1desk.centre.desks_schema import AT_DESK, SCHEMA, SETTING
from kt1desk.centre.pg_reader import Connection

_READ = """SELECT device, point, coalesce(program, 0), enrolled_ms, revoked_ms, coalesce(seen_ms, 0), coalesce(said_ms, 0)
  FROM gate.device ORDER BY device"""
_KNOWN = "SELECT device, point, program, enrolled_ms, revoked_ms, seen_ms, said_ms FROM ledger.desk_seen"
_AS_DESK = "SELECT set_config(%s, %s, true)"
_LEFT = f'SELECT coalesce(sum("left"), 0) FROM {SCHEMA}.block WHERE {AT_DESK} = %s'  # noqa: S608 - names of our own
_WRITE = """INSERT INTO ledger.desk_seen AS s
    (device, point, program, enrolled_ms, revoked_ms, seen_ms, said_ms, numbers_left, copied_ms)
  VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)
  ON CONFLICT (device) DO UPDATE SET point = excluded.point, program = excluded.program, enrolled_ms = excluded.enrolled_ms,
    revoked_ms = excluded.revoked_ms, seen_ms = excluded.seen_ms, said_ms = excluded.said_ms,
    numbers_left = excluded.numbers_left, copied_ms = excluded.copied_ms"""


def copy_seen(gate: Connection, core: Connection, now_ms: int) -> int:
    """Copy what changed; returns how many desks that were.

    Args:
        gate: a connection of the integrator, each statement for itself.
        core: likewise.
        now_ms: the centre's time.

    Raises:
        psycopg.OperationalError: a database is away.
    """
    known = {tuple(row) for row in core.execute(_KNOWN).fetchall()}
    changed = [row for row in gate.execute(_READ).fetchall() if tuple(row) not in known]
    if changed:
        with core.transaction():
            for row in changed:
                core.execute(_WRITE, (*row, _numbers_left(core, row), now_ms))
    return len(changed)


def _numbers_left(core: Connection, row: Sequence[object]) -> int:
    """What the desk has told of its blocks; rows of a desk are seen only by whoever says that he asks as it."""
    core.execute(_AS_DESK, (SETTING, str(row[0])))
    found = core.execute(_LEFT, (row[0],)).fetchone()
    return int(found[0]) if found else 0
