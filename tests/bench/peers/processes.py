"""PouchDB and Anki: each a server and a client in processes of their own, told what to do by lines of JSON."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from kt1desk.domain.events import Event
from tests.bench.peers.installing import HERE
from tests.bench.peers.tls_front import TlsFront
from tests.bench.peers.ways import key, record
from tests.support.line_bench import until
from tests.support.line_proxy import LineProxy
from tests.support.postgres import ADDRESS, HOST, Cluster

Talker = subprocess.Popen[str]
_USER, _PASSWORD = "desk", "desk-password"


class Peer:
    """A client behind its proxy. It closes its connections only when it is made to: the proxy cuts them."""

    def __init__(self, name: str, client: Talker, proxy: LineProxy) -> None:
        self.name = name
        self.proxy = proxy
        self._client = client

    def write(self, events: Sequence[Event]) -> None:
        records = [{"key": key(event), "record": record(event)} for event in events]
        told = self.ask(do="write", records=records)
        assert told["written"] == len(events)

    def exchange(self) -> float:
        told = self.ask(do="exchange")
        assert told["well"]
        return float(told["seconds"])

    def hang_up(self) -> None:
        """See the class."""

    def arrived(self) -> int:
        return int(self.ask(do="arrived")["count"])

    def ask(self, **order: Any) -> Mapping[str, Any]:
        """One order, one answer."""
        assert self._client.stdin is not None
        self._client.stdin.write(json.dumps(order) + "\n")
        self._client.stdin.flush()
        return _told(self._client)


class AnkiPeer(Peer):
    """Anki; its server's collection is a file that can be counted in."""

    def __init__(self, name: str, client: Talker, proxy: LineProxy, served: Path) -> None:
        super().__init__(name, client, proxy)
        self._served = served
        self._begun = False

    def exchange(self) -> float:
        if not self._begun:
            # until the server has a card, an exchange is another thing: the whole collection goes up as a file
            self._begun = True
            self.ask(do="exchange")
        return super().exchange()

    def arrived(self) -> int:
        # the server keeps its file locked, so a copy is counted in, with what is still in the log
        copy = _made(self._served.parent.parent / "counted") / self._served.name
        for ending in ("", "-wal"):
            if (file := Path(f"{self._served}{ending}")).exists():
                shutil.copyfile(file, f"{copy}{ending}")
        with contextlib.closing(sqlite3.connect(copy)) as opened:
            return int(opened.execute("SELECT count(*) FROM notes").fetchone()[0])


@contextlib.contextmanager
def pouch(packages: Path, folder: Path, tls: Cluster | None) -> Iterator[Peer]:
    """PouchDB and its server, over TLS or in clear."""
    name = "PouchDB over TLS" if tls else "PouchDB in clear"
    served, kept = _made(folder / "server"), _made(folder / "client")
    with contextlib.ExitStack() as stack:
        server = stack.enter_context(_process(["node", HERE / "pouch_server.js", packages, served]))
        proxy, address = _line(stack, int(_told(server)["port"]), tls)
        trust = {"NODE_EXTRA_CA_CERTS": str(tls.authority.certificate)} if tls else {}
        command: list[str | Path] = ["node", HERE / "pouch_client.js", packages, kept, f"{address}/desk"]
        yield Peer(name, stack.enter_context(_process(command, trust)), proxy)


@contextlib.contextmanager
def anki(python: Path, folder: Path, tls: Cluster | None) -> Iterator[Peer]:
    """Anki and its server, over TLS or in clear."""
    name = "Anki over TLS" if tls else "Anki in clear"
    served, kept = _made(folder / "server"), _made(folder / "client")
    port = _free_port()
    settings = {
        "SYNC_USER1": f"{_USER}:{_PASSWORD}",
        "SYNC_HOST": ADDRESS,
        "SYNC_PORT": str(port),
        "SYNC_BASE": str(served),
        "RUST_LOG": "error",
    }
    with contextlib.ExitStack() as stack:
        server = stack.enter_context(_process([python, "-m", "anki.syncserver"], settings))
        _answers(port, server)
        proxy, address = _line(stack, port, tls)
        trust = {"SSL_CERT_FILE": str(tls.authority.certificate)} if tls else {}
        command: list[str | Path] = [
            python,
            HERE / "anki_client.py",
            kept / "desk.anki2",
            f"{address}/",
            _USER,
            _PASSWORD,
        ]
        client = stack.enter_context(_process(command, trust))
        yield AnkiPeer(name, client, proxy, served / _USER / "collection.anki2")


def _line(stack: contextlib.ExitStack, port: int, tls: Cluster | None) -> tuple[LineProxy, str]:
    """The proxy before a server, and what its client is told."""
    if tls is not None:
        shown = tls.authority.server(HOST, ADDRESS)
        front = TlsFront((ADDRESS, port), str(shown.certificate), str(shown.key))
        port = stack.enter_context(front).port
    proxy = stack.enter_context(LineProxy((ADDRESS, port)))
    return proxy, f"https://{HOST}:{proxy.port}" if tls else f"http://{ADDRESS}:{proxy.port}"


@contextlib.contextmanager
def _process(command: Sequence[str | Path], settings: Mapping[str, str] | None = None) -> Iterator[Talker]:
    """A process that ends when its input does."""
    environment = {**os.environ, **(settings or {})}
    with subprocess.Popen(
        [str(part) for part in command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=sys.stderr.fileno(),
        text=True,
        env=environment,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def _told(process: Talker) -> Mapping[str, Any]:
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line, "the peer has ended"
    told: Mapping[str, Any] = json.loads(line)
    assert "trouble" not in told, told
    return told


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((ADDRESS, 0))
        port: int = probe.getsockname()[1]
        return port


def _answers(port: int, server: Talker) -> None:
    """Wait until a server that says nothing takes connections."""

    def is_there() -> bool:
        assert server.poll() is None, "the server has ended"
        with contextlib.suppress(OSError), socket.create_connection((ADDRESS, port), 1):
            return True
        return False

    until(is_there)
