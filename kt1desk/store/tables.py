"""Tables of the desk's database, as SQLAlchemy Core: the one list of names that queries, projections and migrations share.

Three kinds. The journal (``event``, ``particulars``) is only ever added to. Projections can be dropped and made again from the journal,
row for row. Local tables belong to this machine and to no event: device key, settings, print queue, drafts, the words of the reference
data.

What SQLAlchemy has no words for (triggers, the full-text index) stands in `kt1desk.store.schema_sql`. This module must not know any query.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    text,
)

metadata = MetaData()

_Number = BigInteger().with_variant(Integer(), "sqlite")
_CLUSTERED: dict[str, Any] = {"sqlite_strict": True, "sqlite_with_rowid": False}
_APPENDED: dict[str, Any] = {"sqlite_strict": True}
OPEN = "closed_ms = 0"
WAITING = "state IN ('queued', 'sending', 'sent', 'unknown')"
"""Conditions of partial indexes. SQLite uses such an index only for a query that says the very same words, so they stand here once."""

PLACE_OF_ITEM = "(item.stream << 48) | (item.incarnation << 32) | item.seq"
"""Where the event of an item stands in the table ``event``."""

_IDENTITY = ("device", "stream", "incarnation", "seq")


def _number(name: str, default: str | None = None) -> Column[int]:
    return Column(name, _Number, nullable=False, server_default=text(default) if default else None)


def _text(name: str, default: str | None = None) -> Column[str]:
    return Column(name, Text, nullable=False, server_default=text(default) if default else None)


def _bytes(name: str) -> Column[bytes]:
    return Column(name, LargeBinary, nullable=False)


# --- journal ----------------------------------------------------------------------------------------------------------------------------

event = Table(
    "event",
    metadata,
    Column("id", _Number, primary_key=True, autoincrement=False),
    *(_number(name) for name in _IDENTITY),
    _text("type"),
    _bytes("envelope"),
    _bytes("body"),
    _bytes("prev"),
    _bytes("hash"),
    CheckConstraint("id = (stream << 48) | (incarnation << 32) | seq", "event_place"),
    CheckConstraint("stream IN (1, 2) AND length(prev) = 32 AND length(hash) = 32", "event_shape"),
    **_APPENDED,
)
"""Exact bytes of every event. ``id`` is stream, incarnation and sequence in one number: the chain is the order of the table, and an index
beside it, two more pages to encrypt at every acceptance, is not needed. The device is one and the same in all rows."""

particulars = Table(
    "particulars",
    metadata,
    *(_number(name) for name in _IDENTITY),
    _text("slot"),
    _bytes("salt"),
    _bytes("row"),
    PrimaryKeyConstraint(*_IDENTITY, "slot"),
    **_CLUSTERED,
)
"""What stands beside an event and can be erased."""

# --- projections ------------------------------------------------------------------------------------------------------------------------

desk = Table(
    "desk",
    metadata,
    _number("device"),
    _number("incarnation"),
    _text("point"),
    _text("mode"),
    _text("public_key"),
    _text("program"),
    _text("desk_file"),
    _text("services"),
    _text("transports"),
    _text("province_key"),
    PrimaryKeyConstraint("device", "incarnation"),
    **_CLUSTERED,
)

user = Table(
    "user",
    metadata,
    _text("user"),
    *(_number(name) for name in _IDENTITY),
    _text("roles"),
    _text("clearance_until"),
    _number("active"),
    PrimaryKeyConstraint("user"),
    **_CLUSTERED,
)
"""The name is read from beside the enrolling event, whose identity stands here; roles are separated by blanks."""

key_slot = Table(
    "key_slot", metadata, _text("holder"), _number("version"), PrimaryKeyConstraint("holder"), **_CLUSTERED
)

shift = Table(
    "shift",
    metadata,
    _number("incarnation"),
    _number("seq"),
    _text("shift"),
    _text("business_date"),
    _text("drawer"),
    _text("user"),
    _number("float_dong"),
    _number("cash_dong"),
    _number("items"),
    _number("first_item"),
    _number("last_item"),
    _number("opened_ms"),
    _number("closed_ms"),
    _number("counted_dong"),
    _number("expected_dong"),
    PrimaryKeyConstraint("incarnation", "seq"),
    **_CLUSTERED,
)
"""In the order of the opening events, whatever the clock did. ``cash_dong`` is what came in, without the float. Its items lie between
``first_item`` and ``last_item`` (numbers of rows of ``item``, 0 while there are none)."""
Index("shift_name", shift.c.shift, unique=True)
Index("shift_open", shift.c.closed_ms, sqlite_where=text(OPEN))

block = Table(
    "block",
    metadata,
    _number("incarnation"),
    _number("seq"),
    _text("prefix"),
    _number("first"),
    _number("last"),
    _number("next"),
    _number("left"),
    PrimaryKeyConstraint("incarnation", "seq"),
    **_CLUSTERED,
)
"""In the order granted. ``next`` is always free, or ``last + 1``."""

voided_number = Table(
    "voided_number", metadata, _text("item"), _text("reason"), PrimaryKeyConstraint("item"), **_CLUSTERED
)
"""Numbers that will never be given out. The others that are used stand in ``item``."""

item = Table(
    "item",
    metadata,
    Column("id", _Number, primary_key=True, autoincrement=False),
    _text("item"),
    *(_number(name) for name in _IDENTITY),
    _text("product"),
    _text("urgency"),
    _text("secrecy"),
    _text("scope"),
    _number("weight_g"),
    _number("accepted_ms"),
    _number("deadline_ms"),
    _number("agreed_ms"),
    _text("shift"),
    _text("user"),
    _text("payment"),
    _number("total_dong"),
    **_APPENDED,
)
"""Items, counted from 1 in the order of acceptance. Parties and the price in parts are read from the event (or from beside it): nothing
here has to be erased."""
Index("item_number", item.c.item, unique=True)

pair = Table(
    "pair",
    metadata,
    _text("sender"),
    _text("receiver"),
    _number("count"),
    _number("last_ms"),
    PrimaryKeyConstraint("sender", "receiver"),
    **_CLUSTERED,
)
"""How often one agency wrote to another; A, B and C items do not count."""
Index("pair_receiver", pair.c.receiver)

# --- local ------------------------------------------------------------------------------------------------------------------------------

device_key = Table(
    "device_key",
    metadata,
    _number("id"),
    _number("device"),
    _number("incarnation"),
    _bytes("private_key"),
    PrimaryKeyConstraint("id"),
    CheckConstraint("id = 1 AND length(private_key) = 32", "device_key_one"),
    **_CLUSTERED,
)
"""Who this file writes as: device number, incarnation and the Ed25519 key, all there before the first event."""

setting = Table(
    "setting", metadata, _text("name"), _text("value"), PrimaryKeyConstraint("name"), **_CLUSTERED
)

draft = Table(
    "draft",
    metadata,
    _text("page"),
    _text("value"),
    _number("saved_ms"),
    PrimaryKeyConstraint("page"),
    **_CLUSTERED,
)

search_doc = Table(
    "search_doc",
    metadata,
    Column("id", _Number, primary_key=True, autoincrement=False),
    _text("kind"),
    _text("ref"),
    _text("title"),
    _text("subtitle"),
    _text("code"),
    _text("initials"),
    _text("sort"),
    _text("words"),
    **_APPENDED,
)
"""Rows of the reference data that can be found, numbered from -1 down; items are in the same index under their own numbers from 1 up.
The sign keeps thousands of agencies apart from a million items, without a list of a million entries that says "item"."""

print_job = Table(
    "print_job",
    metadata,
    Column("id", _Number, primary_key=True),
    _text("key"),
    _text("item"),
    _text("template"),
    _number("version"),
    _text("paper_values"),
    _number("copy"),
    _text("role"),
    _text("state"),
    _number("created_ms"),
    _number("changed_ms"),
    _number("released_ms", "0"),
    _number("held", "0"),
    _text("reason", "''"),
    _text("evidence", "''"),
    _text("printer", "''"),
    _text("payload_sha256", "''"),
    **_APPENDED,
)
Index("print_job_key", print_job.c.key, unique=True)
Index(
    "print_job_waiting",
    print_job.c.role,
    print_job.c.created_ms,
    sqlite_where=text(WAITING),
)

print_link = Table(
    "print_link",
    metadata,
    _text("printer"),
    _number("dirty"),
    _number("changed_ms"),
    PrimaryKeyConstraint("printer"),
    **_CLUSTERED,
)

PROJECTIONS = (desk, user, key_slot, shift, block, voided_number, item, pair)
"""What `kt1desk.store.verify` makes again and compares, as it does with the words of the items."""
