"""Tables of the desk's database, as SQLAlchemy Core: the one list of names that queries, projections and migrations share.

The journal (``event``, ``particulars``) is only ever added to. Projections can be dropped and made again from the journal, row for row.
What belongs to this machine and to no event stands in `kt1desk.store.local_tables`.

What SQLAlchemy has no words for (triggers, the full-text index) stands in `kt1desk.store.schema_sql`. This module must not know any query.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, PrimaryKeyConstraint, Table, text

from kt1desk.store import case_tables, custody_tables, mail_tables, report_tables
from kt1desk.store.columns import APPENDED, CLUSTERED, Number, metadata, number, octets, words
from kt1desk.store.custody_tables import OURS

OWN, TOLD, NEAR = 1, 2, 3
"""Where the row of an item comes from: accepted at this desk, told by a dispatch of another point, or accepted at another desk of this
point; 0 while only its label is known."""

ACCEPTED_HERE = f"source = {OWN}"
OPEN = "closed_ms = 0"
KT1_HERE = "ours = 1 AND service = 'kt1'"
AWAITS_APPLICANT = (
    "ours = 1 AND service = 'tthc' AND product IN ('return', 'slip') AND goes_back = 0 AND inside = ''"
)
"""Conditions of partial indexes. SQLite uses such an index only for a query that says the very same words, so they stand here once."""


def place_in(rows: str) -> str:
    """Where the event of a row stands in the table ``event``, as SQL; ``rows`` is the table, or what a query calls it."""
    return f"({rows}.stream << 48) | ({rows}.incarnation << 32) | {rows}.seq"


_IDENTITY = ("device", "stream", "incarnation", "seq")

# --- journal ----------------------------------------------------------------------------------------------------------------------------

event = Table(
    "event",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=False),
    *(number(name) for name in _IDENTITY),
    words("type"),
    octets("envelope"),
    octets("body"),
    octets("prev"),
    octets("hash"),
    CheckConstraint("id = (stream << 48) | (incarnation << 32) | seq", "event_place"),
    CheckConstraint("stream IN (1, 2) AND length(prev) = 32 AND length(hash) = 32", "event_shape"),
    **APPENDED,
)
"""Exact bytes of every event. ``id`` is stream, incarnation and sequence in one number: the chain is the order of the table, and an index
beside it, two more pages to encrypt at every acceptance, is not needed. The device is one and the same in all rows."""

particulars = Table(
    "particulars",
    metadata,
    *(number(name) for name in _IDENTITY),
    words("slot"),
    octets("salt"),
    octets("row"),
    PrimaryKeyConstraint(*_IDENTITY, "slot"),
    **CLUSTERED,
)
"""What stands beside an event and can be erased."""

# --- projections ------------------------------------------------------------------------------------------------------------------------

desk = Table(
    "desk",
    metadata,
    number("device"),
    number("incarnation"),
    words("point"),
    words("mode"),
    words("public_key"),
    words("program"),
    words("desk_file"),
    words("services"),
    words("transports"),
    words("province_key"),
    PrimaryKeyConstraint("device", "incarnation"),
    **CLUSTERED,
)

user = Table(
    "user",
    metadata,
    words("user"),
    *(number(name) for name in _IDENTITY),
    words("roles"),
    words("clearance_until"),
    number("active"),
    PrimaryKeyConstraint("user"),
    **CLUSTERED,
)
"""The name is read from beside the enrolling event, whose identity stands here; roles are separated by blanks."""

key_slot = Table(
    "key_slot", metadata, words("holder"), number("version"), PrimaryKeyConstraint("holder"), **CLUSTERED
)

shift = Table(
    "shift",
    metadata,
    number("incarnation"),
    number("seq"),
    words("shift"),
    words("business_date"),
    words("drawer"),
    words("user"),
    number("float_dong"),
    number("cash_dong"),
    number("items"),
    number("first_item"),
    number("last_item"),
    number("opened_ms"),
    number("closed_ms"),
    number("counted_dong"),
    number("expected_dong"),
    number("paid_dong", "0"),
    number("dossiers", "0"),
    number("first_dossier", "0"),
    number("last_dossier", "0"),
    PrimaryKeyConstraint("incarnation", "seq"),
    **CLUSTERED,
)
"""In the order of the opening events, whatever the clock did. ``cash_dong`` is what came in, without the float, ``paid_dong`` what
was given back. Its items lie between ``first_item`` and ``last_item`` (numbers of rows of ``item``, 0 while there are none), its cases
likewise."""
Index("shift_name", shift.c.shift, unique=True)
Index("shift_open", shift.c.closed_ms, sqlite_where=text(OPEN))

block = Table(
    "block",
    metadata,
    number("incarnation"),
    number("seq"),
    words("prefix"),
    number("first"),
    number("last"),
    number("next"),
    number("left"),
    PrimaryKeyConstraint("incarnation", "seq"),
    **CLUSTERED,
)
"""In the order granted. ``next`` is always free, or ``last + 1``."""

voided_number = Table(
    "voided_number", metadata, words("item"), words("reason"), PrimaryKeyConstraint("item"), **CLUSTERED
)
"""Numbers that will never be given out. The others that are used stand in ``item`` and ``cover``."""

item = Table(
    "item",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=False),
    words("item"),
    *(number(name) for name in _IDENTITY),
    words("product"),
    words("urgency"),
    words("secrecy"),
    words("scope"),
    number("weight_g"),
    number("accepted_ms"),
    number("deadline_ms"),
    number("agreed_ms"),
    words("shift"),
    words("user"),
    words("payment"),
    number("total_dong"),
    words("state"),
    words("keeper"),
    words("inside"),
    number("ours"),
    words("origin"),
    number("source"),
    number("named_person"),
    number("goes_back"),
    words("service"),
    **APPENDED,
)
"""Items and covers of cases, counted from 1 in the order they became known here. Parties and the price in parts are read from the event
(or from beside it): nothing here has to be erased.

The identity is that of the acceptance, of the dispatch that told of it, or of the event that named its label first (``source``).
``state`` is a `kt1desk.domain.custody.State`. ``keeper`` is where to look for it: its holder, or the trip that its receptacle (``inside``)
is on. ``ours``: this point answers for it. ``origin`` is the point that accepted it. ``service`` is a `kt1desk.domain.service.Service`:
with a cover of a case ``product`` is the way it goes, and it has neither shift nor price of its own."""
Index("item_number", item.c.item, unique=True)
Index("item_ours", item.c.service, item.c.state, item.c.keeper, sqlite_where=text(OURS))
Index("item_deadline", item.c.deadline_ms, sqlite_where=text(KT1_HERE))
Index("item_accepted", item.c.accepted_ms, sqlite_where=text(ACCEPTED_HERE))
Index("item_awaited", item.c.accepted_ms, sqlite_where=text(AWAITS_APPLICANT))

pair = Table(
    "pair",
    metadata,
    words("sender"),
    words("receiver"),
    number("count"),
    number("last_ms"),
    PrimaryKeyConstraint("sender", "receiver"),
    **CLUSTERED,
)
"""How often one agency wrote to another; A, B and C items do not count."""
Index("pair_receiver", pair.c.receiver)

batch_line = Table(
    "batch_line",
    metadata,
    words("line"),
    words("number"),
    PrimaryKeyConstraint("line", "number"),
    **CLUSTERED,
)
"""Lines of lists that have been accepted: by the key of the line, the number of the item or case that it became; several where desks of the
point brought the same list at once."""

JOURNAL = (event, particulars, mail_tables.received, mail_tables.received_beside)
"""What is only ever added to."""

PROJECTIONS = (
    desk,
    user,
    key_slot,
    shift,
    block,
    voided_number,
    item,
    pair,
    batch_line,
    *case_tables.PROJECTIONS,
    *custody_tables.PROJECTIONS,
    *mail_tables.PROJECTIONS,
    *report_tables.PROJECTIONS,
)
"""What `kt1desk.store.verify` makes again and compares, as it does with the words of items and cases."""
