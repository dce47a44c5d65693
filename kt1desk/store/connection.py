"""Opening the encrypted database: the recipe, the assertions, one connection, transactions that begin when we say so.

``PRAGMA key`` on an ordinary SQLite is accepted in silence and leaves a plain file, so every opening proves that the build encrypts, that
the file does, and that each setting was taken. The key is handed to the driver itself: never through a URL, never as SQL text that a
statement cache or an exception could keep. This module must not know any table.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlcipher import SQLiteDialect_pysqlcipher
from sqlcipher3 import dbapi2

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import event_hash
from kt1desk.store.authorizer import Purpose, authorizer_for
from kt1desk.store.durable import sync_folder
from kt1desk.store.failures import translate, translated

KEY_BYTES = 32
SNAPSHOT = "kt1desk_snapshot"
"""Execution option: ``engine.execution_options(**{SNAPSHOT: True})`` begins transactions that only read."""

_PLAIN = b"SQLite format 3\x00"
_OLDEST_SQLITE = (3, 51, 3)
"""The WAL-reset bug is mended in it (sqlite.org/wal.html)."""
_TEMP_IN_MEMORY = {"TEMP_STORE=2", "TEMP_STORE=3"}
_BUSY_S = 5.0
_STATEMENTS = 512
_MEMORY = ":memory:"

_SETTINGS = (
    # Locking and wiping each block of memory made an acceptance three times slower (docs/decisions/memory-security.md).
    ("cipher_memory_security", "OFF", "0"),
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", "2"),
    ("secure_delete", "ON", "1"),  # what is erased does not stay in free pages for whoever has the key
    ("recursive_triggers", "ON", "1"),  # without it, REPLACE walks past a trigger on DELETE
    ("foreign_keys", "ON", "1"),
    ("trusted_schema", "OFF", "0"),
    ("cell_size_check", "ON", "1"),
)


class RawKeyDialect(SQLiteDialect_pysqlcipher):
    """SQLAlchemy's dialect, less the ``PRAGMA key`` that it would send after ours with the URL's (empty) password."""

    supports_statement_cache = True

    def on_connect_url(self, url: Any) -> Callable[[Any], Any] | None:  # noqa: ARG002 - the URL holds nothing
        """Only what plain SQLite gets."""
        return cast("Callable[[Any], Any] | None", self.on_connect())


registry.register("sqlite.kt1desk", __name__, RawKeyDialect.__name__)


def open_engine(
    path: Path, dek: bytes, purpose: Purpose = Purpose.WORK, guards: Sequence[str] = ()
) -> Engine:
    """Open (or make) the encrypted database at ``path`` with the 32 raw bytes of its key.

    The engine holds one connection (any thread, one at a time: the caller locks). ``begin()`` sends BEGIN IMMEDIATE; with the execution
    option `SNAPSHOT` a plain BEGIN. SQL may call ``sha256(blob)`` and ``event_hash(prev, envelope, body)``.

    Args:
        path: the file; its folder exists.
        dek: the raw key.
        purpose: what the authorizer lets through.
        guards: SQL run before the authorizer is set: TEMP triggers. Only those may call our functions, because with ``trusted_schema=OFF``
            a trigger in the file may not.

    Raises:
        DeskError: ``store.no_cipher``, ``store.temp_store``, ``store.sqlite_too_old``, ``store.setting_refused`` for a wrong build;
            ``store.not_encrypted`` for a plain file; ``store.key_or_damaged``; ``disk.*``, ``store.busy``, ``store.damaged``.
    """
    with translated():
        if not path.exists() or path.stat().st_size == 0:
            _create(path, dek)
        assert_encrypted(path)
    engine = create_engine(
        "sqlite+kt1desk://",
        creator=lambda: _connect(path, dek, purpose, guards),
        poolclass=StaticPool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    try:
        with engine.connect():
            pass
    except Exception as error:
        engine.dispose()
        raise translate(error) from error
    return engine


def open_raw(path: Path, dek: bytes, *, reads_only: bool = False) -> Any:
    """A keyed driver connection without authorizer: for SQLite's backup API, as source or as target. The caller closes it.

    Where it ``reads_only``, not even its closing writes what the log holds into the file: for whoever may have to leave the file alone.

    Raises:
        DeskError: as `open_engine`.
    """
    if len(dek) != KEY_BYTES:
        raise DeskError("store.key_or_damaged")
    with translated():
        connection = dbapi2.connect(
            f"{path.resolve().as_uri()}?mode=ro" if reads_only else str(path),
            timeout=_BUSY_S,
            isolation_level=None,  # the driver's own BEGIN is deferred and comes when it likes
            check_same_thread=False,
            cached_statements=_STATEMENTS,
            uri=reads_only,
        )
        try:
            # Every failed page check is printed to stderr otherwise.
            connection.execute("PRAGMA cipher_log_level=NONE").close()
            _assert_build(connection)
            connection.set_key(f"x'{dek.hex()}'")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except BaseException:
            connection.close()
            raise
    return connection


def is_keyed(path: Path, dek: bytes) -> bool:
    """Whether this is the key of the file at ``path``, which nobody has open. Nothing of it is changed, nor is its log taken over.

    Raises:
        DeskError: ``disk.*``.
    """
    with translated():
        if not path.exists() or path.stat().st_size == 0:
            return False
    try:
        with translated(), closing(_looked_at(path)) as connection:
            connection.execute("PRAGMA cipher_log_level=NONE").close()
            connection.set_key(f"x'{dek.hex()}'")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except DeskError as error:
        if error.code != "store.key_or_damaged":
            raise
        return False
    return True


def is_opened_by(path: Path, dek: bytes) -> bool:
    """As `is_keyed`, after whatever was cut off while the file was written is rolled back or taken in from its log.

    To be asked where no key is the file's as it lies there: its first page may be half written, and the whole one beside it.

    Raises:
        DeskError: ``disk.*``, ``store.*``.
    """
    with translated():
        if not path.exists() or path.stat().st_size == 0:
            return False
    try:
        open_raw(path, dek).close()
    except DeskError as error:
        if error.code != "store.key_or_damaged":
            raise
        return False
    return True


def _looked_at(path: Path) -> Any:
    return dbapi2.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True, isolation_level=None)


def open_in_memory(schema: Sequence[str], guards: Sequence[str]) -> Any:
    """A driver connection to a database that was never on a disk and has no key, with its schema; all else as `open_engine` has it.

    Raises:
        DeskError: as `open_engine`.
    """
    with translated():
        connection = dbapi2.connect(
            _MEMORY, isolation_level=None, check_same_thread=False, cached_statements=_STATEMENTS
        )
        try:
            _assert_build(connection)
            for statement in schema:
                connection.execute(statement).close()
            _set_up(connection, [each for each in _SETTINGS if each[0] != "journal_mode"], guards)
            connection.set_authorizer(authorizer_for(Purpose.WORK))
        except BaseException:
            connection.close()
            raise
    return connection


def _create(path: Path, dek: bytes) -> None:
    """Make the file before the real connection exists: closing a second handle of an open file would drop SQLite's locks on it."""
    connection = open_raw(path, dek)
    try:
        connection.execute("PRAGMA journal_mode=WAL").fetchone()
    finally:
        connection.close()
    path.chmod(0o600)
    sync_folder(path.parent)


def assert_encrypted(path: Path) -> None:
    """Refuse a plain database. Before the file is opened by anything else here: to close a second handle drops SQLite's locks on it.

    Raises:
        DeskError: ``store.not_encrypted``.
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        if file.read(len(_PLAIN)) == _PLAIN:
            raise DeskError("store.not_encrypted")


def _assert_build(connection: Any) -> None:
    if not connection.execute("PRAGMA cipher_version").fetchall():
        raise DeskError("store.no_cipher")
    if dbapi2.sqlite_version_info < _OLDEST_SQLITE:
        raise DeskError("store.sqlite_too_old", found=dbapi2.sqlite_version)
    options = {str(row[0]) for row in connection.execute("PRAGMA compile_options")}
    if not options & _TEMP_IN_MEMORY:
        raise DeskError("store.temp_store")


def _connect(path: Path, dek: bytes, purpose: Purpose, guards: Sequence[str]) -> Any:
    connection = open_raw(path, dek)
    try:
        _set_up(connection, _SETTINGS, guards)
        connection.set_authorizer(authorizer_for(purpose))
    except BaseException:
        connection.close()
        raise
    return connection


def _set_up(connection: Any, settings: Sequence[tuple[str, str, str]], guards: Sequence[str]) -> None:
    for name, value, expected in settings:
        connection.execute(f"PRAGMA {name}={value}").close()
        if str(connection.execute(f"PRAGMA {name}").fetchone()[0]) != expected:
            raise DeskError("store.setting_refused", setting=name)
    connection.create_function("sha256", 1, _sha256, deterministic=True)
    connection.create_function("event_hash", 3, event_hash, deterministic=True)
    for guard in guards:
        connection.execute(guard).close()


def _sha256(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def _begin(connection: Connection) -> None:
    snapshot = connection.get_execution_options().get(SNAPSHOT, False)
    connection.exec_driver_sql("BEGIN" if snapshot else "BEGIN IMMEDIATE")
