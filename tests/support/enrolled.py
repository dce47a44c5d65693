"""A centre made by the program's own ``centre init`` on the tests' PostgreSQL: its authority, its certificates, its files."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg

from kt1desk.app.line_files import line_settings
from kt1desk.centre import pki, setting_up
from kt1desk.centre.enrolling import Centre, Enrolled, Wanted, enrol
from kt1desk.centre.place import CentrePlace
from kt1desk.exchange.line_access import access_from
from kt1desk.exchange.line_file import LineFile, open_line_file
from kt1desk.exchange.line_settings import LineSettings
from kt1desk.store.folder import DataFolder
from tests.support.postgres import ADDRESS, HOST, Cluster, Connection, own_cluster

PASSPHRASE = "mot cau dai cua trung tam"


@dataclass(frozen=True)
class MadeCentre:
    """A running centre, and everything its operator has."""

    cluster: Cluster
    place: CentrePlace
    centre: Centre

    def enrol(self, device: int, point: str = "243120") -> LineFile:
        """Let a desk in, and open its file with its code."""
        made = self.enrolled(device, point)
        return open_line_file(made.data, made.code)

    def enrolled(self, device: int, point: str = "243120") -> Enrolled:
        """Let a desk in."""
        with self.place.connect() as gate:
            return enrol(gate, self.centre, Wanted(device, point), datetime.now(UTC), os.urandom)

    def call(self, line: LineFile, folder: Path, **others: str | int) -> Connection:
        """Log in as a desk of this line file would, with its files in ``folder``."""
        return psycopg.connect(**self.parameters(line, folder, **others), autocommit=True)

    def parameters(self, line: LineFile, folder: Path, **others: str | int) -> dict[str, Any]:
        """What `psycopg.connect` is handed for a line; ``others`` replaces single values."""
        files = {"ca.crt": line.authority, "desk.crt": line.certificate, "desk.key": line.key}
        folder.mkdir(exist_ok=True)
        for name, text in files.items():
            path = folder / name
            path.touch(mode=0o600)
            path.write_text(text, encoding="ascii")
        given: dict[str, Any] = {
            "host": line.host,
            "hostaddr": ADDRESS,
            "port": line.port,
            "user": line.role,
            "dbname": line.database,
            "sslmode": "verify-full",
            "sslrootcert": str(folder / "ca.crt"),
            "sslcert": str(folder / "desk.crt"),
            "sslkey": str(folder / "desk.key"),
            "connect_timeout": 10,
        }
        return given | others

    def settings(self, line: LineFile, folder: Path, **others: Any) -> LineSettings:
        """The way to the gate as a desk keeps it: the key on the disk encrypted."""
        access = access_from(line, "", b"", os.urandom)
        data = DataFolder(folder)
        data.root.mkdir(exist_ok=True)
        return replace(line_settings(data, access), address=ADDRESS, answer_s=5.0, **others)

    def frames(self, device: int) -> int:
        """How many frames of a device lie at the gate."""
        with self.cluster.admin("gate") as admin:
            row = admin.execute("SELECT count(*) FROM gate.frame_in WHERE device = %s", (device,)).fetchone()
        return int(row[0]) if row else 0

    def audit(self, device: int) -> list[tuple[str, str]]:
        """What the audit says of a device, oldest first: who, what."""
        with self.cluster.admin("gate") as admin:
            rows = admin.execute("SELECT role, what FROM gate.audit WHERE device = %s ORDER BY id", (device,))
            return [(str(role), str(what)) for role, what in rows.fetchall()]


@contextlib.contextmanager
def made_centre(folder: Path) -> Iterator[MadeCentre]:
    """A centre with nobody enrolled; its server shows the certificate that ``centre init`` made.

    Its databases are copies of those that were made once in this process, by what ``centre init`` makes them with.
    """
    with own_cluster() as cluster:
        place = CentrePlace(folder, (HOST, ADDRESS), cluster.port, f"host={cluster.folder} user=operator")
        plan = setting_up.Plan(place, f"{ADDRESS}/32")
        setting_up.make_keys(plan, PASSPHRASE, datetime.now(UTC))
        install(cluster, folder / setting_up.POSTGRESQL)
        public = pki.load_gate_key(folder).public_key().public_bytes_raw()
        authority = pki.open_authority(folder, PASSPHRASE)
        yield MadeCentre(cluster, place, Centre(authority, HOST, cluster.port, public.hex()))


def install(cluster: Cluster, files: Path) -> None:
    """Put what ``centre init`` wrote for the server into its data folder, as its administrator would, and start it again."""
    owner = cluster.data.stat()
    for name in ("server.crt", "server.key", "root.crt"):
        shutil.copyfile(files / name, cluster.data / name)
        (cluster.data / name).chmod(0o600)
        os.chown(cluster.data / name, owner.st_uid, owner.st_gid)
    own = "local all postgres,integrator,operator trust\n"
    hba = own + (files / "pg_hba.conf").read_text(encoding="utf-8")
    (cluster.data / "pg_hba.conf").write_text(hba, encoding="utf-8")
    cluster.stop()
    cluster.start()


QUESTION = "SELECT answer, reason, token FROM gate.exchange(%s, %s, 1002003, %s, %s, NULL, NULL, NULL)"
NO_TOKEN = bytes(16)


def ask(
    connection: Connection, hardware: bytes, token: bytes = NO_TOKEN, frame: bytes | None = None
) -> tuple[str, str, bytes]:
    """One question at the gate: answer, reason, and the word to be shown next."""
    now_ms = int(datetime.now(UTC).timestamp() * 1000)
    row = connection.execute(QUESTION, (token, hardware, now_ms, frame)).fetchone()
    assert row is not None
    return str(row[0]), str(row[1]), bytes(row[2])
