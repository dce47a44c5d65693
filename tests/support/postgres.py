"""A PostgreSQL of the tests' own: real server, real TLS, real client certificates, below a temporary folder, on 127.0.0.1 alone.

The server refuses to run as root, so it runs as the user ``postgres`` where the tests do, and as oneself elsewhere. The system's own
cluster is never touched. Roles, databases and ``pg_hba.conf`` are made by what the program itself brings (`kt1desk.centre`); only the line
that lets the superuser in over a socket inside a folder of mode 0700 is of the tests.
"""

from __future__ import annotations

import atexit
import contextlib
import functools
import os
import shutil
import signal
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

from kt1desk.centre.cluster_sql import SETTINGS, hba_lines
from kt1desk.centre.setting_up import make_databases
from tests.support.postgres_server import (
    ADDRESS,
    HOST,
    START_WITHIN_S,
    SUPERUSER,
    Cluster,
    Connection,
    Desk,
    programs,
    run_as_server,
    server_user,
)
from tests.support.postgres_tls import Authority

__all__ = [
    "ADDRESS",
    "HOST",
    "SUPERUSER",
    "Cluster",
    "Connection",
    "Desk",
    "bare_cluster",
    "own_cluster",
    "programs",
]

_SETTINGS = {
    "listen_addresses": f"'{ADDRESS}'",
    "ssl": "on",
    "max_connections": "130",
    "shared_buffers": "'32MB'",
    "max_wal_size": "'256MB'",
    "log_destination": "stderr",
    "log_line_prefix": "'%m [%p] user=%u db=%d '",
    "lc_messages": "'C'",
    "tcp_keepalives_idle": "15",
}


@contextlib.contextmanager
def own_cluster(*, fsync: bool = False) -> Iterator[Cluster]:
    """A running cluster with both databases, as ``kt1desk centre init`` would leave it: a copy of one that was made once in this process.

    Args:
        fsync: whether what is committed is on the disk: for tests that kill it.
    """
    made = _made_once()
    folder = _new_folder()
    try:
        shutil.copytree(made.data, folder / "data")
        _own_all(folder)
        cluster = Cluster(folder, _free_port(), made.authority, made.programs)
        _settle(cluster, fsync=fsync)
        with _running(cluster):
            yield cluster
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def bare_cluster() -> Iterator[Cluster]:
    """A running cluster in which nothing was made yet but its settings and who may come in."""
    folder = _new_folder()
    try:
        cluster = Cluster(folder, _free_port(), Authority(folder / "keys"), programs())
        _initialise(cluster)
        _settle(cluster, fsync=False)
        with _running(cluster):
            yield cluster
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@functools.cache
def _made_once() -> Cluster:
    """A cluster with both databases, stopped: the others are copies of it. It goes when the process does."""
    stack = contextlib.ExitStack()
    atexit.register(stack.close)
    cluster = stack.enter_context(bare_cluster())
    make_databases(cluster.admin)
    cluster.stop()
    return cluster


@contextlib.contextmanager
def _running(cluster: Cluster) -> Iterator[None]:
    cluster.start()
    try:
        yield
    finally:
        cluster.stop(signal.SIGQUIT)


def _new_folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="kt1-pg-"))
    _own_all(folder)
    return folder


def _own_all(folder: Path) -> None:
    """Give a folder to whom the server runs as."""
    if server := server_user():
        for path in (folder, *folder.rglob("*")):
            os.chown(path, server.pw_uid, server.pw_gid)


def _initialise(cluster: Cluster) -> None:
    command = [str(cluster.programs / "initdb"), "-D", str(cluster.data), "-U", SUPERUSER, "-A", "reject"]
    if run_as_server(
        [*command, "-E", "UTF8", "--locale=C.UTF-8", "-N", "--wal-segsize=1"], cluster.folder / "log"
    ).wait(START_WITHIN_S):
        raise RuntimeError(cluster.log())
    certificate = cluster.authority.server(HOST, ADDRESS)
    for source, name in (
        (certificate.certificate, "server.crt"),
        (certificate.key, "server.key"),
        (cluster.authority.certificate, "root.crt"),
    ):
        shutil.copyfile(source, cluster.data / name)
        (cluster.data / name).chmod(0o600)
    own = "local all postgres,integrator,operator trust"
    lines = "\n".join((own, *hba_lines(f"{ADDRESS}/32"), ""))
    (cluster.data / "pg_hba.conf").write_text(lines, encoding="utf-8")
    _own_all(cluster.data)


def _settle(cluster: Cluster, *, fsync: bool) -> None:
    """Settings at the end of the file; the last of two counts, so a copy may be settled anew."""
    settings = {
        **SETTINGS,
        **_SETTINGS,
        "ssl_ca_file": "'root.crt'",
        "port": str(cluster.port),
        "unix_socket_directories": f"'{cluster.folder}'",
        "fsync": "on" if fsync else "off",
        "full_page_writes": "on" if fsync else "off",
    }
    lines = "".join(f"{name} = {value}\n" for name, value in settings.items())
    with (cluster.data / "postgresql.conf").open("a", encoding="utf-8") as file:
        file.write(lines)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((ADDRESS, 0))
        port: int = probe.getsockname()[1]
        return port
