"""One PostgreSQL server of a test: started, stopped, killed, logged in to. How it is made stands in `tests.support.postgres`."""

from __future__ import annotations

import contextlib
import os
import pwd
import signal
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from kt1desk.centre.cluster_sql import CORE, GATE, create_device, role_of
from tests.support.postgres_tls import Authority, ClientCertificate

SUPERUSER = "postgres"
HOST = "localhost"
ADDRESS = "127.0.0.1"
START_WITHIN_S = 30
Connection = psycopg.Connection[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Desk:
    """A desk that is enrolled: number, point, machine, and its way in."""

    number: int
    point: str
    certificate: ClientCertificate
    hardware: bytes

    @property
    def role(self) -> str:
        """The name it logs in with."""
        return role_of(self.number)


@dataclass
class Cluster:
    """One server. Made by `own_cluster`; stopped, killed and started again as a test wants."""

    folder: Path
    port: int
    authority: Authority
    programs: Path
    """The folder with the server's programs: the distribution's, or a copy in which a test breaks something."""
    _process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def data(self) -> Path:
        """The server's data folder."""
        return self.folder / "data"

    @property
    def running(self) -> bool:
        """Whether the server's first process lives."""
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int:
        """Of its first process, 0 where it does not run."""
        return self._process.pid if self._process is not None else 0

    def start(self) -> None:
        """Start it and wait until it answers.

        Raises:
            RuntimeError: it did not start; says what its log says.
        """
        tried = time.monotonic()
        while True:
            self._process = run_as_server(
                [str(self.programs / "postgres"), "-D", str(self.data)], self.folder / "log"
            )
            while self._process.poll() is None:
                with contextlib.suppress(psycopg.OperationalError), self.admin():
                    return
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self._process.wait(0.02)
            # after a kill its orphans go first, then their shared memory: until then it ends by itself and is started again
            if time.monotonic() - tried > START_WITHIN_S:
                raise RuntimeError(f"the server did not start:\n{self.log()[-2000:]}")

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Stop it: SIGINT ends sessions cleanly (fast), SIGQUIT at once (immediate), SIGKILL as a power cut would."""
        if self._process is None:
            return
        self._process.send_signal(how)
        self._process.wait(START_WITHIN_S)
        self._process = None

    def kill(self) -> None:
        """Kill the first process with what it cannot catch; its children notice and go."""
        self.stop(signal.SIGKILL)

    def log(self) -> str:
        """What the server has said since it was made."""
        return (self.folder / "log").read_text(encoding="utf-8", errors="replace")

    def admin(self, database: str = "postgres") -> Connection:
        """A connection of the superuser, each statement for itself."""
        return psycopg.connect(
            host=str(self.folder), port=self.port, user=SUPERUSER, dbname=database, autocommit=True
        )

    def parameters(
        self, certificate: ClientCertificate, database: str = GATE, **others: str | int
    ) -> Mapping[str, str | int]:
        """What a client of this certificate hands to `psycopg.connect`; ``others`` replaces single values."""
        given: dict[str, str | int] = {
            "host": HOST,
            "hostaddr": ADDRESS,
            "port": self.port,
            "user": certificate.name,
            "dbname": database,
            "sslmode": "verify-full",
            "sslrootcert": str(self.authority.certificate),
            "sslcert": str(certificate.certificate),
            "sslkey": str(certificate.key),
            "connect_timeout": 10,
        }
        return given | others

    def connect(
        self, certificate: ClientCertificate, database: str = GATE, **others: str | int
    ) -> Connection:
        """Log in over TLS with a certificate."""
        given: dict[str, Any] = dict(self.parameters(certificate, database, **others))
        return psycopg.connect(**given, autocommit=True)

    def add_desk(self, number: int, point: str, *, enrolled_ms: int = 0) -> Desk:
        """Enrol a desk as the program does: role, certificate, row."""
        certificate = self.authority.client(role_of(number))
        with self.admin(GATE) as admin:
            create_device(admin, number, point, certificate.serial, enrolled_ms)
        return Desk(number, point, certificate, number.to_bytes(16, "big"))

    def empty(self) -> None:
        """Take every row out of `gate` and `core` and every desk's role away, so that the next test begins anew."""
        for database in (GATE, CORE):
            with self.admin(database) as admin:
                _empty(admin)
        with self.admin(GATE) as admin:
            admin.execute("UPDATE gate.centre SET epoch = 1, wanted_program = 0, bytes_a_day = DEFAULT")
            rows = admin.execute("SELECT rolname FROM pg_roles WHERE rolname ~ '^d[0-9]{5}$'").fetchall()
            for (role,) in rows:
                admin.execute(f"DROP ROLE {role}")


def _empty(admin: Connection) -> None:
    """All rows but Alembic's and those of the migrations themselves (single rows that say how things are set)."""
    rows = admin.execute(
        "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
        " WHERE schemaname IN ('gate', 'ledger', 'desks', 'projecting', 'access')"
        " AND tablename NOT IN ('alembic_version', 'centre', 'lease')"
        # a table that never had a row is left alone: there are a hundred, and making one empty makes its files anew
        " AND pg_relation_size(format('%I.%I', schemaname, tablename)::regclass) > 0"
    ).fetchall()
    if rows:
        admin.execute("TRUNCATE " + ", ".join(name for (name,) in rows) + " RESTART IDENTITY CASCADE")


def server_user() -> pwd.struct_passwd | None:
    """Whom the server runs as; None for oneself."""
    return pwd.getpwnam("postgres") if os.geteuid() == 0 else None


def run_as_server(command: list[str], log: Path) -> subprocess.Popen[bytes]:
    user = server_user()
    with log.open("ab") as out:
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            cwd="/",
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"},
            user=user.pw_uid if user else None,
            group=user.pw_gid if user else None,
            extra_groups=[] if user else None,
        )


def programs() -> Path:
    """The newest PostgreSQL of the distribution; the environment may name another."""
    if named := os.environ.get("KT1DESK_POSTGRES"):
        return Path(named)
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[-3].split(".")[0])
    )
    if not found:
        raise RuntimeError("PostgreSQL is not installed: apt-get install postgresql-15")
    return found[-1].parent
