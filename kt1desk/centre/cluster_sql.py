"""The server of the centre as a whole: roles, the two databases, who may come in and what nobody may do there.

Desks log in to the database ``gate`` and may execute two functions there; the ledger lies in ``core``, which no desk can connect to. What
PostgreSQL lets everybody do by default and a desk needs not is taken away here: large objects (they fill the disk), advisory locks,
sleeping, anonymous blocks of code, temporary tables, the other databases. Everything here may be run again.

This module must not know what the tables look like; that is what the two histories are for (`kt1desk.centre.migrate`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, LiteralString

import psycopg
from psycopg import errors

from kt1desk.centre import role_functions
from kt1desk.domain.errors import DeskError

Connection = psycopg.Connection[tuple[Any, ...]]
Connect = Callable[[str], Connection]
"""Gives a connection of the superuser to the database of this name, each statement for itself."""

GATE = "gate"
CORE = "core"
GATE_OWNER = "gate_owner"
CORE_OWNER = "core_owner"
DESK_GROUP = "desk"
INTEGRATOR = "integrator"
OPERATOR = "operator"
READERS = "core_reader"
MAX_DEVICE = 65_535

SETTINGS: Mapping[str, str] = MappingProxyType(
    {
        "ssl_min_protocol_version": "'TLSv1.3'",
        "password_encryption": "'scram-sha-256'",
        "authentication_timeout": "'20s'",
        # a link that died without a word: found within half a minute, also in the middle of a statement
        "tcp_keepalives_idle": "15",
        "tcp_keepalives_interval": "5",
        "tcp_keepalives_count": "3",
        "tcp_user_timeout": "'30s'",
        "client_connection_check_interval": "'5s'",
        "log_connections": "on",
        "log_disconnections": "on",
        "log_min_error_statement": "'error'",
        # what a frame holds is nobody's business in a log
        "log_parameter_max_length": "0",
        "log_parameter_max_length_on_error": "0",
        "max_prepared_transactions": "0",
    }
)
"""What ``postgresql.conf`` must say besides addresses, certificates and sizes (`docs/decisions/gate.md` says why)."""

_GROUPS = (GATE_OWNER, CORE_OWNER, DESK_GROUP, READERS)
_LOGINS = (INTEGRATOR, OPERATOR)

_PLAIN = "NOSUPERUSER NOCREATEROLE NOCREATEDB NOREPLICATION NOBYPASSRLS"
"""What each role of the centre's own is, said anew each time: servers that were made ready before let the operator make roles."""

_MEMBERSHIPS: tuple[LiteralString, ...] = (
    role_functions.TAKEN_BACK,
    # who integrates watches the sessions of desks
    "GRANT pg_signal_backend, pg_read_all_stats TO integrator",
)

_SHUT_DATABASES: tuple[LiteralString, ...] = (
    "REVOKE ALL ON DATABASE gate, core, postgres, template0, template1 FROM PUBLIC",
    "GRANT CONNECT ON DATABASE gate TO desk, integrator, operator",
    "GRANT CONNECT ON DATABASE core TO core_reader, integrator, operator",
    # each statement of a desk is in the log: what it does in a transaction that it takes back leaves no other trace
    "ALTER DATABASE gate SET log_statement = 'all'",
    "ALTER DATABASE gate SET temp_file_limit = '64MB'",
    "ALTER ROLE integrator IN DATABASE gate SET log_statement = 'ddl'",
    "ALTER ROLE operator IN DATABASE gate SET log_statement = 'mod'",
)

_SHUT_FUNCTIONS: LiteralString = """
SELECT p.oid::regprocedure::text FROM pg_catalog.pg_proc p
 WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.prokind = 'f'
   AND (p.proname LIKE 'lo\\_%' OR p.proname IN ('loread', 'lowrite')
     OR p.proname LIKE 'pg\\_sleep%'
     OR p.proname LIKE 'pg\\_advisory%' OR p.proname LIKE 'pg\\_try\\_advisory%'
     OR p.proname IN ('pg_notify', 'pg_logical_emit_message', 'pg_export_snapshot', 'pg_current_xact_id', 'txid_current',
                      'query_to_xml', 'table_to_xml', 'cursor_to_xml', 'schema_to_xml', 'database_to_xml',
                      'query_to_xml_and_xmlschema', 'table_to_xml_and_xmlschema'))
"""
"""Large objects and emitted messages fill the disk; locks, snapshots and sleep hold others up; XML functions run SQL given as text."""

_SHUT_GATE: tuple[LiteralString, ...] = (
    "REVOKE ALL ON SCHEMA public FROM PUBLIC",
    "REVOKE USAGE ON LANGUAGE plpgsql, sql FROM PUBLIC",
    "GRANT USAGE ON LANGUAGE plpgsql, sql TO gate_owner",
    "CREATE SCHEMA IF NOT EXISTS sslinfo",
    "CREATE EXTENSION IF NOT EXISTS sslinfo SCHEMA sslinfo",
    "REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA sslinfo FROM PUBLIC",
    "GRANT USAGE ON SCHEMA sslinfo TO gate_owner",
    "GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA sslinfo TO gate_owner",
)

_SHUT_CORE: tuple[LiteralString, ...] = ("REVOKE ALL ON SCHEMA public FROM PUBLIC",)

_ADD_DEVICE: LiteralString = (
    "INSERT INTO gate.device (device, role, point, serial, enrolled_ms) VALUES (%s, %s, %s, %s, %s)"
    " ON CONFLICT (device) DO UPDATE SET point = excluded.point, serial = excluded.serial, hardware = NULL, token = NULL,"
    " token_before = NULL, revoked_ms = NULL, enrolled_ms = excluded.enrolled_ms"
)


def prepare_cluster(connect: Connect) -> None:
    """Make roles and databases and take from everybody what nobody needs.

    Run by a superuser of a server of its own; running it again changes nothing that is good, and takes back what an earlier program gave.

    Args:
        connect: see `Connect`; ``postgres`` is asked for first, then ``gate`` and ``core``.
    """
    with connect("postgres") as admin:
        _make_roles(admin)
        _make_databases(admin)
        _run(admin, _MEMBERSHIPS + _SHUT_DATABASES)
    with connect(GATE) as admin:
        _run(admin, _SHUT_GATE)
        with admin.transaction():
            _run(admin, role_functions.FOR_GATE)
        for (name,) in admin.execute(_SHUT_FUNCTIONS).fetchall():
            admin.execute(f"REVOKE EXECUTE ON FUNCTION pg_catalog.{name} FROM PUBLIC".encode())
    with connect(CORE) as admin:
        _run(admin, _SHUT_CORE)
        with admin.transaction():
            _run(admin, role_functions.FOR_CORE)


def hba_lines(network: str, people: str = "") -> tuple[str, ...]:
    """What ``pg_hba.conf`` must say, whole: whoever is not named is turned away.

    Args:
        network: from where desks call, as an address range (``10.20.0.0/16``; ``0.0.0.0/0`` for everywhere).
        people: from where people read reports in ``core``; empty for nowhere but the server itself.
    """
    lines = [
        "# the server's own users, over the socket: the map in pg_ident.conf says which of them is whom",
        "local   all,replication  postgres                 peer map=kt1desk",
        "local   gate,core  integrator,operator            peer map=kt1desk",
        "# desks: the certificate's common name is the role",
        f"hostssl gate       +{DESK_GROUP}  {network}  cert clientcert=verify-full",
    ]
    if people:
        lines += [
            "# people who read reports: password and a certificate of the same authority",
            f"hostssl core       +{READERS}  {people}  scram-sha-256 clientcert=verify-ca",
        ]
    return (*lines, "host    all        all  all  reject", "local   all        all       reject")


def role_of(device: int) -> str:
    """The role a desk logs in with; it stands in its certificate as common name.

    Raises:
        DeskError: ``centre.device_number``.
    """
    if not 1 <= device <= MAX_DEVICE:
        raise DeskError("centre.device_number", limit=MAX_DEVICE)
    return f"d{device:05d}"


def create_device(gate: Connection, device: int, point: str, serial: str, now_ms: int) -> None:
    """Let a desk in: role and row in one transaction; done again with a new certificate, the machine is bound anew at its next call.

    Args:
        gate: to the database ``gate``, of the operator or a superuser.
        device: its number.
        point: where it stands.
        serial: of its certificate, decimal.
        now_ms: when this is.

    Raises:
        DeskError: ``centre.device_number``, ``centre.not_operator``; ``centre.not_prepared`` after an older program.
    """
    role = role_of(device)
    with gate.transaction():
        _ask(gate, "SELECT roles.let_in(%s)", device)
        gate.execute(_ADD_DEVICE, (device, role, point, serial, now_ms))


def revoke_device(gate: Connection, device: int, now_ms: int) -> bool:
    """Put a desk out, at once: it cannot log in any more and its sessions end. Its frames stay; what it has not sent stays with it.

    Returns:
        Whether there was such a desk, not revoked yet.

    Raises:
        DeskError: as `create_device`.
    """
    role_of(device)
    with gate.transaction():
        done = gate.execute(
            "UPDATE gate.device SET revoked_ms = %s WHERE device = %s AND revoked_ms IS NULL",
            (now_ms, device),
        )
        if not done.rowcount:
            return False
        _ask(gate, "SELECT roles.put_out(%s)", device)
    # only now, for until the commit it could log in again
    _ask(gate, "SELECT roles.hang_up(%s)", device)
    return True


def _ask(gate: Connection, statement: LiteralString, device: int) -> None:
    try:
        gate.execute(statement, (device,))
    except errors.InvalidSchemaName as error:
        raise DeskError("centre.not_prepared") from error
    except errors.InsufficientPrivilege as error:
        raise DeskError("centre.not_operator") from error


def _make_roles(admin: Connection) -> None:
    known = {str(name) for (name,) in admin.execute("SELECT rolname FROM pg_roles").fetchall()}
    for role, kind in [*((role, "NOLOGIN") for role in _GROUPS), *((role, "LOGIN") for role in _LOGINS)]:
        if role not in known:
            admin.execute(f"CREATE ROLE {role} {kind}".encode())
        admin.execute(f"ALTER ROLE {role} {kind} {_PLAIN}".encode())


def _make_databases(admin: Connection) -> None:
    known = {str(name) for (name,) in admin.execute("SELECT datname FROM pg_database").fetchall()}
    for database, owner in ((GATE, GATE_OWNER), (CORE, CORE_OWNER)):
        if database not in known:
            admin.execute(
                f"CREATE DATABASE {database} OWNER {owner} TEMPLATE template0 ENCODING 'UTF8'".encode()
            )


def _run(admin: Connection, statements: tuple[LiteralString, ...]) -> None:
    for statement in statements:
        admin.execute(statement)
