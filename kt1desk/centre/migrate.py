"""Bringing the two databases of the centre to the schema of this program, each by its own history, each step in one transaction.

A database that a newer program has upgraded is refused and left alone. There is no way down: the backup is the way back
(`docs/operations.md`). This module must not know any table.
"""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from psycopg import errors
from sqlalchemy import NullPool, create_engine, text
from sqlalchemy.exc import OperationalError

from kt1desk.centre import figures_schema
from kt1desk.centre.cluster_sql import CORE, CORE_OWNER, GATE, GATE_OWNER, Connect, Connection
from kt1desk.domain.errors import DeskError
from kt1desk.store.places import installation_root

_OWNERS = {GATE: GATE_OWNER, CORE: CORE_OWNER}
_COUNTS = "SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = %s"
_CURRENT = "SELECT version_num FROM public.alembic_version"


def head(database: str) -> str:
    """The newest revision of ``gate`` or ``core`` that this program knows; empty while there is none."""
    return str(_script(database).get_current_head() or "")


def current(database: Connection) -> str:
    """The revision a database is at, empty before the first."""
    try:
        with database.transaction():
            row = database.execute(_CURRENT.encode()).fetchone()
    except errors.UndefinedTable:
        return ""
    return str(row[0]) if row else ""


def upgrade(database: str, connect: Connect) -> None:
    """Bring ``gate`` or ``core`` to the newest revision; one that is there already is only looked at.

    The functions that count follow from the program alone: where ``core`` has others, they are made anew, whatever its revision. What is
    made belongs to the database's owner, which nobody can log in as.

    Args:
        database: which of the two.
        connect: gives the superuser's connection.

    Raises:
        DeskError: ``centre.newer_schema`` with ``database`` and ``found``: nothing is touched then; ``centre.unreachable`` where the server
            does not answer or turns the login away.
    """
    script = _script(database)
    try:
        with connect(database) as looked_at:
            found, counts = current(looked_at), database != CORE or _counts(looked_at)
    except errors.OperationalError as error:
        raise DeskError("centre.unreachable", database=database) from error
    if found == str(script.get_current_head() or "") and counts:
        return
    if found and found not in {revision.revision for revision in script.walk_revisions()}:
        raise DeskError("centre.newer_schema", database=database, found=found)
    _run(database, connect)


def _counts(core: Connection) -> bool:
    """Whether the functions that count are those of this program."""
    row = core.execute(_COUNTS, (figures_schema.SCHEMA,)).fetchone()
    return row is not None and row[0] == f"{figures_schema.KEPT_AS} {figures_schema.fingerprint()}"


def _run(database: str, connect: Connect) -> None:
    def creator() -> Connection:
        connection = connect(database)
        connection.autocommit = False
        return connection

    engine = create_engine("postgresql+psycopg://", creator=creator, poolclass=NullPool, hide_parameters=True)
    try:
        with engine.begin() as connection:
            connection.execute(text(f"SET LOCAL ROLE {_OWNERS[database]}"))
            config = _config(database)
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            if database == CORE:
                figures_schema.make_again(connection)
    except OperationalError as error:
        raise DeskError("centre.unreachable", database=database) from error
    finally:
        engine.dispose()


def _config(database: str) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_history(database)).replace("%", "%%"))
    return config


def _script(database: str) -> ScriptDirectory:
    return ScriptDirectory.from_config(_config(database))


def _history(database: str) -> Path:
    place = installation_root() / "alembic" / "centre" / database
    if not (place / "env.py").is_file():
        raise DeskError("store.migrations_missing")
    return place
