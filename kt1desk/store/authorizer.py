"""What SQL may do on an open connection. SQLite asks while it compiles a statement, so a refused one never runs.

It stops accidents and careless code, not an attacker with the key. ``REPLACE`` is not reported as a DELETE, so the triggers of the journal
stay needed. This module must not know columns, only names of tables.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from sqlcipher3 import dbapi2

from kt1desk.store.schema_sql import ERASES

PROTECTED = frozenset({"event", "particulars", "device_key", "received", "received_beside"})
"""Tables whose rows are written once."""

Authorizer = Callable[[int, str | None, str | None, str | None, str | None], int]

# Named pragmas only: an unknown one may loosen something (key, rekey, writable_schema, temp_store, mmap_size, cipher_*).
_READABLE = frozenset(
    {
        "application_id",
        "busy_timeout",
        "cell_size_check",
        "cipher_integrity_check",
        "cipher_memory_security",
        "cipher_version",
        "compile_options",
        "data_version",  # FTS5 asks for it
        "database_list",
        "encoding",
        "foreign_key_check",
        "foreign_keys",
        "freelist_count",
        "integrity_check",
        "journal_mode",
        "journal_size_limit",
        "mmap_size",
        "page_count",
        "page_size",
        "quick_check",
        "read_uncommitted",  # SQLAlchemy asks for it at the first connection
        "recursive_triggers",
        "schema_version",
        "synchronous",
        "table_list",
        "temp_store",
        "trusted_schema",
        "user_version",
        "wal_checkpoint",
        "writable_schema",
    }
)
_WITH_ARGUMENT = frozenset(
    {
        "foreign_key_check",
        "foreign_key_list",
        "index_info",
        "index_list",
        "index_xinfo",
        "integrity_check",
        "quick_check",
        "table_info",
        "table_list",
        "table_xinfo",
        "wal_checkpoint",
    }
)
_ARGUMENTS_OF = {
    "work": _WITH_ARGUMENT,
    "migration": _WITH_ARGUMENT | {"user_version"},
    "bulk": _WITH_ARGUMENT | {"synchronous", "cache_size"},
}
_FORBIDDEN_FUNCTIONS = frozenset({"load_extension", "sqlcipher_export", "fts3_tokenizer"})
_ERASED = frozenset({"particulars", "received_beside"})
"""What an erasure deletes, and only from inside the trigger of the file that follows it."""
_RISES = ("device_key", "incarnation")
"""The one value of a protected row that changes: a guard of the connection lets it only rise (`schema_sql.HASH_GUARDS`)."""
_ROW_CHANGES = frozenset({dbapi2.SQLITE_UPDATE, dbapi2.SQLITE_DELETE})
# What each action hands over as the table it concerns: 1st or 2nd argument.
_SCHEMA_CHANGES = {
    dbapi2.SQLITE_DROP_TABLE: 0,
    dbapi2.SQLITE_DROP_INDEX: 1,
    dbapi2.SQLITE_DROP_TRIGGER: 1,
    dbapi2.SQLITE_DROP_TEMP_TRIGGER: 1,
    dbapi2.SQLITE_ALTER_TABLE: 1,
    dbapi2.SQLITE_CREATE_TRIGGER: 1,
    dbapi2.SQLITE_CREATE_TEMP_TRIGGER: 1,
}
# A temporary table of the same name would stand in front of the real one.
_TEMPORARY = frozenset(
    {dbapi2.SQLITE_CREATE_TEMP_TABLE, dbapi2.SQLITE_CREATE_TEMP_VIEW, dbapi2.SQLITE_CREATE_VIEW}
)
_ATTACHING = frozenset({dbapi2.SQLITE_ATTACH, dbapi2.SQLITE_DETACH})


class Purpose(Enum):
    """What a connection is opened for."""

    WORK = "work"
    MIGRATION = "migration"
    BULK = "bulk"
    """Making a sample: how often the disk is waited for may be changed, nothing else."""


def authorizer_for(purpose: Purpose) -> Authorizer:
    """The function SQLite asks. A migration may change the schema; rows of protected tables stay as they are even then.

    Dropping a protected table is refused in both: SQLite asks for it as a DELETE of its rows too.
    """
    with_argument = _ARGUMENTS_OF[purpose.value]
    schema_fixed = purpose is not Purpose.MIGRATION

    def authorize(
        action: int, first: str | None, second: str | None, _database: str | None, inside: str | None
    ) -> int:
        if action == dbapi2.SQLITE_PRAGMA:
            denied = (first or "").lower() not in (_READABLE if second is None else with_argument)
        elif action in _ROW_CHANGES:
            rises = action == dbapi2.SQLITE_UPDATE and (first, second) == _RISES
            denied = _protected(first) and not rises and not _erasing(action, first, inside)
        elif action in _SCHEMA_CHANGES:
            denied = schema_fixed and _protected((first, second)[_SCHEMA_CHANGES[action]])
        elif action in _TEMPORARY:
            denied = _protected(first)
        elif action == dbapi2.SQLITE_FUNCTION:
            denied = (second or "").lower() in _FORBIDDEN_FUNCTIONS
        else:
            denied = action in _ATTACHING
        return int(dbapi2.SQLITE_DENY if denied else dbapi2.SQLITE_OK)

    return authorize


def _erasing(action: int, table: str | None, inside: str | None) -> bool:
    return action == dbapi2.SQLITE_DELETE and (table or "").lower() in _ERASED and inside == ERASES


def _protected(table: str | None) -> bool:
    return (table or "").lower() in PROTECTED
