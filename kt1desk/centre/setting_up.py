"""Making a centre: keys and certificates, roles and databases, and what the server's own files must say.

Run again, it changes nothing that is good: a certificate that ends soon is made anew, a database of an older program is brought up.

This module must not know who asks.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import psycopg

from kt1desk.centre import pki
from kt1desk.centre.cluster_sql import (
    CORE,
    GATE,
    SETTINGS,
    Connect,
    Connection,
    hba_lines,
    prepare_cluster,
)
from kt1desk.centre.migrate import upgrade
from kt1desk.centre.place import CentrePlace
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.brought_file import read_brought
from kt1desk.store.durable import replace_file

POSTGRESQL = "postgresql"
"""Folder below the centre's with what belongs to the server."""
_CONF, _HBA, _IDENT, _ROOT = "kt1desk.conf", "pg_hba.conf", "pg_ident.conf", "root.crt"
_SERVER_FILES = (pki.SERVER_CERTIFICATE, pki.SERVER_KEY)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be made.

    Attributes:
        place: the centre's folder and where it answers.
        network: from where desks call, as an address range.
        people: from where people read reports, "" for nowhere.
        accounts: users of the operating system that work as the operator and as the integrator.
    """

    place: CentrePlace
    network: str
    people: str = ""
    accounts: tuple[str, str] = ("kt1operator", "kt1integrator")

    def __post_init__(self) -> None:
        """A range of addresses goes into a file that decides who may come in.

        Raises:
            DeskError: ``centre.network`` with ``network``.
        """
        for told in filter(None, (self.network, self.people)):
            try:
                ipaddress.ip_network(told)
            except ValueError as error:
                raise DeskError("centre.network", "network", network=told) from error


@dataclass(frozen=True, slots=True)
class Made:
    """What ``init`` did, as names: ``authority``, ``server``, ``gate_key``, ``databases``."""

    steps: tuple[str, ...]


def make_keys(plan: Plan, passphrase: str, now: datetime) -> Made:
    """Keys and certificates, and the server's files.

    Raises:
        DeskError: ``centre.passphrase_short``, ``centre.wrong_passphrase``, ``centre.key_damaged``; ``province.folder``.
    """
    plan.place.keep()
    folder, steps = plan.place.folder, []
    if not (folder / pki.AUTHORITY_BOX).exists():
        authority = pki.make_authority(folder, passphrase, now)
        steps.append("authority")
    else:
        authority = pki.open_authority(folder, passphrase)
    if not (folder / pki.GATE_KEY).exists():
        pki.make_gate_key(folder)
        steps.append("gate_key")
    if not pki.server_is_good(folder, plan.place.hosts, now):
        certificate, key = authority.issue_server(plan.place.hosts, now)
        _put(folder / pki.SERVER_KEY, key)
        _put(folder / pki.SERVER_CERTIFICATE, certificate)
        steps.append("server")
    _write_server_files(plan, authority)
    return Made(tuple(steps))


def make_databases(connect: Connect) -> Made:
    """Roles, rights and the two databases, brought to this program.

    Args:
        connect: gives connections of a superuser.

    Raises:
        DeskError: ``centre.unreachable``, ``centre.newer_schema``, ``centre.not_superuser``.
    """
    try:
        prepare_cluster(connect)
        for database in (GATE, CORE):
            upgrade(database, connect)
    except psycopg.errors.InsufficientPrivilege as error:
        raise DeskError("centre.not_superuser") from error
    except psycopg.OperationalError as error:
        raise DeskError("centre.unreachable", database="postgres") from error
    return Made(("databases",))


def superuser(dsn: str) -> Connect:
    """Connections by libpq words, to whichever database is asked for."""

    def connect(database: str) -> Connection:
        return psycopg.connect(dsn, dbname=database, autocommit=True, connect_timeout=10)

    return connect


def server_settings(folder: Path, hosts: Sequence[str], port: int) -> str:
    """What ``postgresql.conf`` is to include; ``folder`` is where the server's files were copied to."""
    answers = [host for host in hosts if _is_address(host)] or ["*"]
    own = {
        "listen_addresses": f"'{','.join(answers)}'",
        "port": str(port),
        "ssl": "on",
        "ssl_cert_file": f"'{folder / pki.SERVER_CERTIFICATE}'",
        "ssl_key_file": f"'{folder / pki.SERVER_KEY}'",
        "ssl_ca_file": f"'{folder / _ROOT}'",
        "hba_file": f"'{folder / _HBA}'",
        "ident_file": f"'{folder / _IDENT}'",
    }
    return "".join(f"{name} = {value}\n" for name, value in (own | dict(SETTINGS)).items())


def _write_server_files(plan: Plan, authority: pki.Authority) -> None:
    place = plan.place
    folder = place.folder / POSTGRESQL
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        for name in _SERVER_FILES:
            replace_file(folder / name, read_brought(place.folder / name, pki.MAX_FILE_BYTES))
    except OSError as error:
        raise DeskError("province.folder") from error
    operator, integrator = plan.accounts
    # root is the superuser as well: it owns the folder that init works in, and could become postgres at any time
    superusers = "kt1desk postgres postgres\nkt1desk root postgres\n"
    ident = f"{superusers}kt1desk {operator} operator\nkt1desk {integrator} integrator\n"
    _put(folder / _ROOT, authority.pem)
    _put(folder / _HBA, "\n".join((*hba_lines(plan.network, plan.people), "")))
    _put(folder / _IDENT, ident)
    _put(folder / _CONF, server_settings(Path("/etc/kt1desk/postgresql"), place.hosts, place.port))


def _put(path: Path, text: str) -> None:
    try:
        replace_file(path, text.encode())
    except OSError as error:
        raise DeskError("province.folder") from error


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
