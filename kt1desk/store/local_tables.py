"""Tables of this machine that belong to no event: device key, settings, print queue, drafts, procedures, the words of the reference data.

No replay makes them again. This module must not know any query.
"""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    ColumnElement,
    Index,
    PrimaryKeyConstraint,
    Table,
    literal_column,
    text,
)

from kt1desk.store.columns import APPENDED, CLUSTERED, Number, metadata, number, octets, words

WAITING = "state IN ('queued', 'sending', 'sent', 'unknown')"
"""Condition of a partial index; see `kt1desk.store.tables.OPEN`."""

device_key = Table(
    "device_key",
    metadata,
    number("id"),
    number("device"),
    number("incarnation"),
    octets("private_key"),
    PrimaryKeyConstraint("id"),
    CheckConstraint("id = 1 AND length(private_key) = 32", "device_key_one"),
    **CLUSTERED,
)
"""Who this file writes as: device number, incarnation and the Ed25519 key, all there before the first event."""

setting = Table("setting", metadata, words("name"), words("value"), PrimaryKeyConstraint("name"), **CLUSTERED)

frame = Table(
    "frame",
    metadata,
    number("stream"),
    number("incarnation"),
    number("number"),
    octets("data"),
    PrimaryKeyConstraint("stream", "incarnation", "number"),
    **APPENDED,
)
"""Sealed frames of this desk's events, as they are sent, however often."""

draft = Table(
    "draft",
    metadata,
    words("page"),
    words("value"),
    number("saved_ms"),
    PrimaryKeyConstraint("page"),
    **CLUSTERED,
)

search_doc = Table(
    "search_doc",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=False),
    words("kind"),
    words("ref"),
    words("title"),
    words("subtitle"),
    words("code"),
    words("initials"),
    words("sort"),
    words("words"),
    **APPENDED,
)
"""Rows of the reference data that can be found, numbered from -1 down; items are in the same index under their own numbers from 1 up.
The sign keeps thousands of agencies apart from a million items, without a list of a million entries that says "item"."""

print_job = Table(
    "print_job",
    metadata,
    Column("id", Number, primary_key=True),
    words("key"),
    words("item"),
    words("template"),
    number("version"),
    words("paper_values"),
    number("copy"),
    words("role"),
    words("state"),
    number("created_ms"),
    number("changed_ms"),
    number("released_ms", "0"),
    number("held", "0"),
    words("reason", "''"),
    words("evidence", "''"),
    words("printer", "''"),
    words("payload_sha256", "''"),
    **APPENDED,
)
Index("print_job_key", print_job.c.key, unique=True)
Index(
    "print_job_waiting",
    print_job.c.role,
    print_job.c.created_ms,
    sqlite_where=text(WAITING),
)
BY_NUMBER: ColumnElement[int] = literal_column("+print_job.id")
"""The order of papers that wait. The sign keeps SQLite from walking through the millions that came out, which lie in that very order, only
to be spared sorting the few in the index."""

print_link = Table(
    "print_link",
    metadata,
    words("printer"),
    number("dirty"),
    number("changed_ms"),
    PrimaryKeyConstraint("printer"),
    **CLUSTERED,
)

procedure = Table(
    "procedure",
    metadata,
    words("code"),
    words("valid_from"),
    words("value"),
    PrimaryKeyConstraint("code", "valid_from"),
    **APPENDED,
)
"""Every version of every procedure, as JSON; a case keeps the version it was accepted under, so none is ever changed."""

parked = Table(
    "parked",
    metadata,
    Column("id", Number, primary_key=True),
    words("kind"),
    words("title"),
    words("value"),
    number("saved_ms"),
    **APPENDED,
)
"""Half-done work laid aside, several pieces of a kind."""

imported_row = Table(
    "imported_row",
    metadata,
    words("kind"),
    words("key"),
    words("valid_from"),
    words("value"),
    PrimaryKeyConstraint("kind", "key", "valid_from"),
    **APPENDED,
)
"""Rows of reference data that were brought in from a file, as JSON: they join the shipped ones when a desk is opened. None is ever changed;
a new version has a later day."""

LOCAL = (
    device_key,
    setting,
    frame,
    draft,
    search_doc,
    print_job,
    print_link,
    procedure,
    parked,
    imported_row,
)
