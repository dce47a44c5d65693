"""A base backup and an archive of the log, and putting a server back to a moment between: the drill of ``docs/operations.md``."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import psycopg

from tests.support.postgres_server import ADDRESS, START_WITHIN_S, SUPERUSER, Cluster, run_as_server


@dataclass(frozen=True)
class Archive:
    """What is kept of a server beside it: its log, segment by segment, and one copy of its data folder."""

    cluster: Cluster

    @property
    def log(self) -> Path:
        return self.cluster.folder / "archived"

    @property
    def base(self) -> Path:
        return self.cluster.folder / "base"

    def begin(self) -> None:
        """Archive from now on; the server is started again for it."""
        data, owner = self.cluster.data, self.cluster.data.stat()
        self.log.mkdir(mode=0o700)
        os.chown(self.log, owner.st_uid, owner.st_gid)
        with (data / "postgresql.conf").open("a", encoding="utf-8") as file:
            file.write(
                f"archive_mode = on\narchive_command = 'test ! -f {self.log}/%f && cp %p {self.log}/%f'\n"
            )
        hba = data / "pg_hba.conf"
        hba.write_text(f"local replication {SUPERUSER} trust\n" + hba.read_text("utf-8"), "utf-8")
        self.cluster.stop()
        self.cluster.start()

    def back_up(self) -> None:
        """A base backup, while desks go on."""
        where = ("-h", str(self.cluster.folder), "-p", str(self.cluster.port), "-U", SUPERUSER)
        command = [str(self.cluster.programs / "pg_basebackup"), *where, "-D", str(self.base), "-c", "fast"]
        if run_as_server(command, self.cluster.folder / "log").wait(START_WITHIN_S):
            raise RuntimeError(self.cluster.log()[-2000:])

    def now(self) -> str:
        """The server's clock."""
        with self.cluster.admin() as admin:
            row = admin.execute("SELECT clock_timestamp()::text").fetchone()
        assert row is not None
        return str(row[0])

    def put_back(self, moment: str) -> None:
        """Everything that was committed until a moment, and nothing since, on a server that no desk can reach yet (see `let_in`)."""
        data = self.cluster.data
        self.cluster.stop()  # a clean stop archives the last segment
        shutil.rmtree(data)
        self.base.rename(data)
        with (data / "postgresql.conf").open("a", encoding="utf-8") as file:
            file.write(
                f"restore_command = 'cp {self.log}/%f %p'\nrecovery_target_time = '{moment}'\n"
                "recovery_target_action = 'promote'\nlisten_addresses = ''\n"
            )
        (data / "recovery.signal").touch()
        self.cluster.start()
        self._await_end_of_recovery()

    def let_in(self) -> None:
        """Start it again, so that desks reach it."""
        with (self.cluster.data / "postgresql.conf").open("a", encoding="utf-8") as file:
            file.write(f"listen_addresses = '{ADDRESS}'\n")
        self.cluster.stop()
        self.cluster.start()

    def _await_end_of_recovery(self) -> None:
        """`pg_promote` waits for the end of a recovery; it is refused where there is none any more."""
        with self.cluster.admin() as admin:
            try:
                admin.execute("SELECT pg_promote(true, %s)", (START_WITHIN_S,))
            except psycopg.errors.ObjectNotInPrerequisiteState:
                return
