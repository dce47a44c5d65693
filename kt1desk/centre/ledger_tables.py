"""Tables of the ledger: schema ``ledger`` of the database ``core``. The one list of their names.

Every event of every desk lies here once, byte for byte, under its identity; what is derived from events stands in other schemas and may
be made anew. The mailboxes' truth is here, too: what lies at the gate is a copy. Times are UTC milliseconds.

This module must not know who writes into the tables; revisions carry their own copy of them.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Identity,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
)

SCHEMA = "ledger"
metadata = MetaData(schema=SCHEMA)


def _chain_key(*, primary: bool = True) -> tuple[Column[int], ...]:
    return (
        Column("device", Integer, primary_key=primary, autoincrement=False, nullable=False),
        Column("stream", SmallInteger, primary_key=primary, autoincrement=False, nullable=False),
        Column("incarnation", Integer, primary_key=primary, autoincrement=False, nullable=False),
    )


chain = Table(
    "chain",
    metadata,
    *_chain_key(),
    Column("number", BigInteger, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("head", LargeBinary, nullable=False),
    Column("state", Text, nullable=False, server_default="whole"),
    Column("integrated_ms", BigInteger, nullable=False),
    CheckConstraint("state IN ('whole', 'gap', 'forked')", name="chain_state"),
    comment="How far each chain is taken in: the last frame, the last event and its hash.",
)
"""``state``: ``gap`` where a parked frame is missing before the newest event, ``forked`` where nothing more is taken in."""

frame = Table(
    "frame",
    metadata,
    *_chain_key(),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("hash", LargeBinary, nullable=False),
    Column("first_seq", BigInteger, nullable=False),
    Column("count", Integer, nullable=False),
    comment="Every frame that was taken in or parked: one that comes again is known by its hash.",
)

event = Table(
    "event",
    metadata,
    *_chain_key(),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("type", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("hlc_ms", BigInteger, nullable=False),
    Column("hlc_count", Integer, nullable=False),
    Column("point", Text, nullable=False),
    Column("frame", BigInteger, nullable=False),
    Column("prev", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("envelope", LargeBinary, nullable=False),
    Column("body", LargeBinary, nullable=False),
    comment="Every event of every desk, byte for byte, once.",
)
"""``type`` is empty where the envelope cannot be read: such an event is also in `parked`."""

particulars = Table(
    "particulars",
    metadata,
    *_chain_key(),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("slot", Text, primary_key=True),
    Column("salt", LargeBinary, nullable=False),
    Column("row", LargeBinary, nullable=False),
    comment="What stands beside events: natural persons, parties of secret items. Rows may be erased; the chain still holds.",
)

parked = Table(
    "parked",
    metadata,
    Column("what", Text, primary_key=True),
    *_chain_key(),
    Column("at", BigInteger, primary_key=True, autoincrement=False),
    Column("state", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("since_ms", BigInteger, nullable=False),
    Column("data", LargeBinary, nullable=False),
    CheckConstraint("what IN ('frame', 'event')", name="parked_what"),
    CheckConstraint("state IN ('trying', 'parked', 'needs_upgrade')", name="parked_state"),
    comment="What could not be read or passed on, and why. at: number of the frame, or seq of the event.",
)

mailbox = Table(
    "mailbox",
    metadata,
    Column("point", Text, primary_key=True),
    Column("number", BigInteger, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    comment="The newest mail frame of each point.",
)

mail = Table(
    "mail",
    metadata,
    Column("point", Text, primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("hash", LargeBinary, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Column("made_ms", BigInteger, nullable=False),
    comment="Mail frames, sealed once. The gate has copies.",
)

mailed = Table(
    "mailed",
    metadata,
    Column("point", Text, primary_key=True),
    *_chain_key(),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("number", BigInteger, nullable=False),
    comment="Which event went to which point, in which mail frame. Device 0: seq is the id of something posted.",
)

posted = Table(
    "posted",
    metadata,
    Column("id", BigInteger, Identity(always=False), primary_key=True),
    Column("target", Text, nullable=False),
    Column("kind", SmallInteger, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("posted_ms", BigInteger, nullable=False),
    Column("mailed", Boolean, nullable=False, server_default="false"),
    comment="What the centre itself wants told to a point, or to all where the target is empty.",
)

sibling = Table(
    "sibling",
    metadata,
    Column("point", Text, primary_key=True),
    *_chain_key(primary=False),
    Column("seq", BigInteger, nullable=False),
    Column("done", Boolean, nullable=False),
    comment="Points with several desks, and how far their earlier events were told to the desk that came later.",
)

waiting = Table(
    "waiting",
    metadata,
    Column("id", BigInteger, Identity(always=False), primary_key=True),
    Column("point", Text, nullable=False),
    *_chain_key(primary=False),
    Column("seq", BigInteger, nullable=False),
    comment="Events of the KT1 register for a point of which no desk has an open line, in their order.",
)

alarm = Table(
    "alarm",
    metadata,
    Column("id", BigInteger, Identity(always=False), primary_key=True),
    Column("what", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("first_ms", BigInteger, nullable=False),
    Column("last_ms", BigInteger, nullable=False),
    Column("times", BigInteger, nullable=False),
    Column("ended_ms", BigInteger),
    comment="What a person must look at. One open row for each matter; it counts how often it was seen.",
)

lease = Table(
    "lease",
    metadata,
    Column("id", SmallInteger, primary_key=True, autoincrement=False),
    Column("holder", Text, nullable=False),
    Column("until_ms", BigInteger, nullable=False),
    Column("doing", Text, nullable=False, server_default=""),
    Column("lag_ms", BigInteger, nullable=False, server_default="0"),
    Column("seen_ms", BigInteger, nullable=False, server_default="0"),
    CheckConstraint("id = 1", name="lease_single"),
    comment="Which integrator works, until when, what it has begun, and how far it lags behind.",
)

setting = Table(
    "setting",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", LargeBinary, nullable=False),
    comment="Named bytes: key_list is the province's newest key list as a file.",
)

Index(
    "waiting_once",
    *(waiting.c.point, waiting.c.device, waiting.c.stream, waiting.c.incarnation, waiting.c.seq),
    unique=True,
)
Index(
    "event_line",
    *(event.c.device, event.c.incarnation.desc(), event.c.seq.desc()),
    postgresql_where=(event.c.stream == 1) & event.c.type.in_(("line.allowed", "line.closed")),
)
Index("posted_waiting", posted.c.id, postgresql_where=~posted.c.mailed)
Index("alarm_open", alarm.c.what, alarm.c.subject, unique=True, postgresql_where=alarm.c.ended_ms.is_(None))
