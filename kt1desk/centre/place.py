"""The centre's folder: its keys, where its gate answers, and how its commands reach the database.

    folder/centre.json      canonical JSON {"database": how to connect, "format": 1, "hosts": […], "port"}
    folder/…                see `kt1desk.centre.pki`

This module must not know certificates, nor what is asked of the database.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import psycopg

from kt1desk.centre.cluster_sql import GATE, Connection
from kt1desk.domain import canonical
from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.brought_file import read_brought
from kt1desk.store.durable import replace_file

FILE_NAME = "centre.json"
DEFAULT_PORT = 5432
DEFAULT_DATABASE = "user=operator"
"""Over the socket, as the operating system's user that ``pg_ident.conf`` maps to the operator."""

_FORMAT = 1
_MAX_BYTES = 8_192
_LAST_PORT = 65_535


@dataclass(frozen=True, slots=True)
class CentrePlace:
    """Where the gate answers.

    Attributes:
        folder: where the centre's files lie.
        hosts: names and addresses of the server; desks call the first.
        port: its port.
        database: libpq words with which the operator connects from here (``host=/run/postgresql user=operator``).
    """

    folder: Path
    hosts: tuple[str, ...]
    port: int
    database: str = DEFAULT_DATABASE

    def keep(self) -> None:
        """Write it into the folder, which is made where there is none.

        Raises:
            DeskError: ``province.folder`` where it cannot be written.
        """
        made: dict[str, Json] = {
            "database": self.database,
            "format": _FORMAT,
            "hosts": list(self.hosts),
            "port": self.port,
        }
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            replace_file(self.folder / FILE_NAME, canonical.encode(made, _MAX_BYTES))
        except OSError as error:
            raise DeskError("province.folder") from error

    def connect(self, database: str = GATE) -> Connection:
        """A connection as the operator, each statement for itself.

        Raises:
            DeskError: ``centre.unreachable`` with ``database``.
        """
        try:
            return psycopg.connect(
                self.database, dbname=database, port=self.port, autocommit=True, connect_timeout=10
            )
        except psycopg.OperationalError as error:
            raise DeskError("centre.unreachable", database=database) from error


def place_at(folder: Path) -> CentrePlace:
    """The centre of a folder.

    Raises:
        DeskError: ``centre.no_place`` where none was made there; ``centre.key_damaged`` where its file says nothing of one; as
            `read_brought`.
    """
    try:
        data = read_brought(folder / FILE_NAME, _MAX_BYTES, "folder")
    except DeskError as error:
        raise (DeskError("centre.no_place", "folder") if error.code == "file.gone" else error) from error
    try:
        made = canonical.decode(data, _MAX_BYTES)
        hosts, port, database = made["hosts"], made["port"], made["database"]
        if made["format"] != _FORMAT or not isinstance(hosts, list) or not isinstance(database, str):
            raise TypeError
        if not isinstance(port, int) or not 1 <= port <= _LAST_PORT or not hosts:
            raise ValueError
    except (DeskError, KeyError, TypeError, ValueError) as error:
        raise DeskError("centre.key_damaged") from error
    return CentrePlace(folder, tuple(map(str, hosts)), port, database)
