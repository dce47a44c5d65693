"""A PostgreSQL server of the demonstration's own: real TLS, below a temporary folder, on 127.0.0.1 alone, ended with it.

The server refuses to run as root, so it runs as the user ``postgres`` then. The system's own cluster is never touched. Settings, roles,
databases and who may come in are made by what the program itself brings; one line more lets the superuser in over the socket.
This module must not know what is shown.
"""

from __future__ import annotations

import contextlib
import getpass
import os
import pwd
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import psycopg

from kt1desk.centre import setting_up
from kt1desk.centre.place import CentrePlace

ADDRESS, HOST = "127.0.0.1", "localhost"
PROGRAMS = Path("/usr/lib/postgresql")
_PATIENCE_S = 30
_SUPERUSER = "postgres"


@dataclass(frozen=True, slots=True)
class Server:
    """A running server, and the centre it belongs to."""

    place: CentrePlace
    socket_folder: Path

    def words(self, role: str) -> str:
        """How to connect over the socket as a role, for libpq."""
        return f"host={self.socket_folder} port={self.place.port} user={role}"


@contextlib.contextmanager
def running_centre(folder: Path, passphrase: str) -> Iterator[Server]:
    """What ``kt1desk centre init`` makes, on a server that is started for it and stopped behind it.

    Args:
        folder: an empty folder that the server's user can enter.
        passphrase: of the centre's authority.

    Raises:
        RuntimeError: the server does not start; says what its log says.
    """
    programs, home = _programs(), folder / "server"
    home.mkdir(mode=0o700)
    place = CentrePlace(folder / "centre", (HOST, ADDRESS), _free_port(), f"host={home} user=operator")
    me = getpass.getuser()
    setting_up.make_keys(
        setting_up.Plan(place, f"{ADDRESS}/32", accounts=(me, me)), passphrase, datetime.now(UTC)
    )
    _give(home)
    _run(
        [
            str(programs / "initdb"),
            "-D",
            str(home / "data"),
            "-U",
            _SUPERUSER,
            "-A",
            "peer",
            "-E",
            "UTF8",
            "-N",
        ],
        home,
    )
    _configure(place, home)
    server = Server(place, home)
    process = _start([str(programs / "postgres"), "-D", str(home / "data")], home)
    try:
        _await(process, server)
        setting_up.make_databases(setting_up.superuser(server.words(_SUPERUSER)))
        yield server
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(_PATIENCE_S)


def _configure(place: CentrePlace, home: Path) -> None:
    """Put what ``centre init`` wrote for the server where the server looks, as its administrator would."""
    made, data, me = place.folder / setting_up.POSTGRESQL, home / "data", getpass.getuser()
    for path in made.iterdir():
        shutil.copyfile(path, data / path.name)
        (data / path.name).chmod(0o600)
    hba, ident = data / "pg_hba.conf", data / "pg_ident.conf"
    hba.write_text(f"local all {_SUPERUSER} peer map=demo\n{hba.read_text('utf-8')}", "utf-8")
    ident.write_text(f"demo {me} {_SUPERUSER}\n{ident.read_text('utf-8')}", "utf-8")
    settings = setting_up.server_settings(data, place.hosts, place.port)
    own = f"unix_socket_directories = '{home}'\nlc_messages = 'C'\nfsync = off\nshared_buffers = '32MB'\n"
    with (data / "postgresql.conf").open("a", encoding="utf-8") as file:
        file.write(settings + own)
    _give(home)


def _await(process: subprocess.Popen[bytes], server: Server) -> None:
    until = time.monotonic() + _PATIENCE_S
    while process.poll() is None and time.monotonic() < until:
        with contextlib.suppress(psycopg.OperationalError):
            psycopg.connect(server.words(_SUPERUSER), dbname="postgres").close()
            return
        time.sleep(0.05)
    raise RuntimeError((server.socket_folder / "log").read_text("utf-8", "replace")[-2000:])


def _run(command: Sequence[str], home: Path) -> None:
    if _start(command, home).wait(_PATIENCE_S):
        raise RuntimeError((home / "log").read_text("utf-8", "replace")[-2000:])


def _start(command: Sequence[str], home: Path) -> subprocess.Popen[bytes]:
    user = _server_user()
    with (home / "log").open("ab") as log:
        return subprocess.Popen(  # noqa: S603 - programs of the distribution
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd="/",
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"},
            start_new_session=True,  # Ctrl+C is for the demonstration, which then stops the server
            user=user.pw_uid if user else None,
            group=user.pw_gid if user else None,
            extra_groups=[] if user else None,
        )


def _give(home: Path) -> None:
    """To the user whom the server runs as."""
    if user := _server_user():
        for path in (home, *home.rglob("*")):
            os.chown(path, user.pw_uid, user.pw_gid)


def _server_user() -> pwd.struct_passwd | None:
    return pwd.getpwnam("postgres") if os.geteuid() == 0 else None


def _programs() -> Path:
    found = sorted(PROGRAMS.glob("*/bin/postgres"), key=lambda path: int(path.parts[-3].split(".")[0]))
    if not found:
        raise RuntimeError("không thấy PostgreSQL: apt-get install postgresql-15")
    return found[-1].parent


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((ADDRESS, 0))
        return int(probe.getsockname()[1])
