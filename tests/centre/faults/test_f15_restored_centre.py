"""The centre was restored from a backup: of the gate, of the ledger, of both. Desks send again what is missing, and the end is the same.

The backups are real: ``pg_dump`` at one moment, ``pg_restore`` later, in a server of the tests' own.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.exchange.frames import Frame
from kt1desk.exchange.mail_frames import RecordKind
from tests.centre.oracle import mailed_events, violations
from tests.support.chains import arrived, dispatch, item_number, send
from tests.support.exchange_keys import COMMUNE_POINT, KEYS, OFFICE, OFFICE_POINT, OFFICE_SECOND
from tests.support.integrating import AnyCentre, DeskChain, MemoryCentre, PgCentre, records_of
from tests.support.postgres import SUPERUSER, Cluster

POINTS = (OFFICE_POINT, COMMUNE_POINT)
ONE_DESK_EACH = replace(KEYS, desks=tuple(row for row in KEYS.desks if row.device != OFFICE_SECOND.device))
LOST = ("gate", "core", "both")


def _desks() -> tuple[DeskChain, DeskChain]:
    commune, office = DeskChain(), DeskChain.of(OFFICE)
    for number in range(6):
        commune.seal(*(arrived(item_number(number * 3 + at)) for at in range(3)))
        send(office.writer, dispatch(2 + number))
        office.seal()
    return commune, office


def _frames(desks: Sequence[DeskChain], first: int, last: int) -> list[Frame]:
    return [frame for desk in desks for frame in desk.frames[first:last]]


def _run_with_a_restore(
    centre: AnyCentre,
    backup: Callable[[], None],
    restore: Callable[[], None],
    at_gate: Callable[[], set[bytes]],
) -> list[str]:
    """Two frames of each desk before the backup, two after it, then the restore; desks send again what the gate lost, and two more."""
    desks = _desks()
    centre.list_keys(ONE_DESK_EACH)
    centre.post(RecordKind.KEYS, b"posted before")
    centre.lay(*_frames(desks, 0, 2))
    centre.integrator().round()
    centre.gone()
    backup()
    centre.lay(*_frames(desks, 2, 4))
    centre.integrator().round()
    centre.gone()

    restore()
    centre.clock.pass_ms(
        60_000
    )  # what is sealed anew has another time in it, so other bytes under the same number

    kept = at_gate()
    first = centre.integrator()
    first.round()
    centre.lay(*(frame for frame in _frames(desks, 0, 4) if frame.hash not in kept))
    first.round()
    centre.lay(*_frames(desks, 4, 6))
    first.round()
    centre.gone()
    events = [event for desk in desks for event in desk.writer.events]
    return violations(centre, events, POINTS) + _mail_violations(centre, desks)


def _mail_violations(centre: AnyCentre, desks: Sequence[DeskChain]) -> list[str]:
    """What each point was sent is what it is sent in a run in which nothing was lost, and in the same order for each desk."""
    found = []
    for point, writer in ((OFFICE_POINT, desks[0].writer), (COMMUNE_POINT, desks[1].writer)):
        if mailed_events(centre.mail(point)) != [event.id for event in writer.events]:
            found.append(f"{point} was sent something else")
        own = [record for record in records_of(centre.mail(point)) if record.kind != RecordKind.EVENT]
        if [record.body for record in own] != [b"posted before"]:
            found.append(f"{point} was sent what the centre posted {len(own)} times")
    return found


@pytest.mark.parametrize("lost", LOST)
def test_in_memory_a_restored_centre_ends_where_a_run_without_the_crash_does(lost: str) -> None:
    centre = MemoryCentre()
    held: list[object] = []

    def backup() -> None:
        held.extend((centre.model.backup(), centre.core.backup()))

    def restore() -> None:
        if lost != "core":
            centre.model.restore(held[0])
        if lost != "gate":
            centre.core.restore(held[1])

    def at_gate() -> set[bytes]:
        found = set()
        for key in (each for known in centre.model.devices.values() for each in known.chains.values()):
            found.update(key)
        return {frame.hash for desk in _desks() for frame in desk.frames if frame.data in found}

    wrong = _run_with_a_restore(centre, backup, restore, at_gate)

    assert wrong == []


@pytest.mark.parametrize("lost", LOST)
def test_a_restored_centre_ends_where_a_run_without_the_crash_does(
    cluster: Cluster, tmp_path: Path, lost: str
) -> None:
    centre = PgCentre(cluster)
    databases = ("gate", "core") if lost == "both" else (lost,)

    def backup() -> None:
        for database in databases:
            _tool(cluster, "pg_dump", "-Fc", "--data-only", "-f", str(tmp_path / database), database)

    def restore() -> None:
        for database in databases:
            _empty(cluster, database)
            options = ("--data-only", "--disable-triggers", "--single-transaction")
            _tool(cluster, "pg_restore", *options, "-d", database, str(tmp_path / database))

    def at_gate() -> set[bytes]:
        with cluster.admin("gate") as admin:
            return {bytes(row[0]) for row in admin.execute("SELECT hash FROM gate.frame_in")}

    wrong = _run_with_a_restore(centre, backup, restore, at_gate)
    centre.gone()

    assert wrong == []


def _empty(cluster: Cluster, database: str) -> None:
    """As a new server is before the backup is put in: every table of this database, and none of the other."""
    schemas = {"gate": "gate", "core": "ledger"}
    with cluster.admin(database) as admin:
        rows = admin.execute(
            "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
            " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
        ).fetchall()
        assert any(name.startswith(schemas[database]) for (name,) in rows)
        admin.execute(("TRUNCATE " + ", ".join(name for (name,) in rows) + " CASCADE").encode())


def _tool(cluster: Cluster, name: str, *words: str) -> None:
    where = ("-h", str(cluster.folder), "-p", str(cluster.port), "-U", SUPERUSER)
    subprocess.run([name, *where, *words], check=True, capture_output=True, timeout=120)
