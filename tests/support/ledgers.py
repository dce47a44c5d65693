"""The ledger of the centre filled with what desks wrote, and what is projected of it held against the desks' own tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from kt1desk.centre.cluster_sql import Connection
from kt1desk.centre.desks_schema import AT_DESK, SCHEMA, SETTING
from kt1desk.domain.events import Envelope
from kt1desk.store import statements
from kt1desk.store.tables import PROJECTIONS
from tests.support.postgres import Cluster

_WRITTEN = "SELECT device, stream, incarnation, seq, type, envelope, body, prev, hash FROM event ORDER BY id"
_BESIDE = 'SELECT device, stream, incarnation, seq, slot, salt, "row" FROM particulars'
_EVENT = """INSERT INTO ledger.event (device, stream, incarnation, seq, type, version, hlc_ms, hlc_count, point, frame, prev, hash,
  envelope, body) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, '', 1, %s, %s, %s, %s)"""
_PARTICULARS = "INSERT INTO ledger.particulars (device, stream, incarnation, seq, slot, salt, row) VALUES (%s, %s, %s, %s, %s, %s, %s)"
_CHAIN = """INSERT INTO ledger.chain (device, stream, incarnation, number, hash, seq, head, integrated_ms)
  VALUES (%s, %s, %s, 1, '', %s, '', 1) ON CONFLICT (device, stream, incarnation) DO UPDATE SET seq = excluded.seq"""
NUMBERS_OF_ROWS = {"id", "first_item", "last_item", "first_dossier", "last_dossier"}
"""What says in which order a desk heard of things, and nothing else."""


def integrator(cluster: Cluster) -> Connection:
    """A connection to ``core`` of whoever integrates."""
    connection = cluster.admin("core")
    connection.execute("SET SESSION AUTHORIZATION integrator")
    return connection


def written(desk: statements.Connection, stream: int = 0) -> list[statements.Row]:
    """The events a desk wrote, of one stream or of both, as its file has them."""
    return [row for row in desk.execute(_WRITTEN) if stream in {0, row[1]}]


def take_in(core: Connection, desk: statements.Connection, stream: int = 0, upto: int = 2**32) -> int:
    """Put the events of a desk into the ledger that are not there yet, as the integrator would; how many there were."""
    beside = list(desk.execute(_BESIDE))
    with core.transaction(), core.cursor() as cursor:
        cursor.execute("SELECT device, stream, incarnation, seq FROM ledger.chain")
        known = {row[:3]: row[3] for row in cursor.fetchall()}
        new = [row for row in written(desk, stream) if known.get(row[:3], 0) < row[3] <= upto]
        cursor.executemany(_EVENT, [_as_event(row) for row in new])
        identities = {row[:4] for row in new}
        cursor.executemany(_PARTICULARS, [row for row in beside if row[:4] in identities])
        cursor.executemany(_CHAIN, sorted(identities))
    return len(new)


def _as_event(row: statements.Row) -> statements.Row:
    envelope, body, prev, hashed = row[5:]
    said = Envelope.decode(envelope)
    return (*row[:5], said.version, said.hlc.ms, said.hlc.count, prev, hashed, envelope, body)


def differences(
    core: Connection, desk: statements.Connection, *, number: int, ordered: bool = True
) -> list[str]:
    """The first row of each projection that the centre has otherwise than the desk.

    Args:
        core: whoever integrates.
        desk: the desk's own file.
        number: of the desk.
        ordered: whether numbers of rows must be equal, too.
    """
    return list(_differences(core, desk, number, () if ordered else NUMBERS_OF_ROWS))


def rows(core: Connection, table: str, number: int) -> list[statements.Row]:
    """What the centre has of one desk in a table."""
    with core.transaction():
        core.execute(f"SELECT set_config('{SETTING}', '{number}', true)")
        return core.execute(f'SELECT * FROM {SCHEMA}."{table}" WHERE {AT_DESK} = {number}').fetchall()


def _differences(
    core: Connection, desk: statements.Connection, number: int, without: Iterable[str]
) -> Iterator[str]:
    with core.transaction():
        core.execute(f"SELECT set_config('{SETTING}', '{number}', true)")
        for table in PROJECTIONS:
            columns = [f'"{column.name}"' for column in table.columns if column.name not in without]
            query = f"SELECT {', '.join(columns)} FROM {{}}"
            here = sorted(core.execute(query.format(f'{SCHEMA}."{table.name}"')).fetchall())
            there = sorted(desk.execute(query.format(f'"{table.name}"')).fetchall())
            for one, other in zip_longest(here, there):
                if one != other:
                    yield f"{table.name}: centre {one}, desk {other}"
                    break
