"""Tables of what is exchanged with other points: events of other desks as they came, what goes out to whom, what was taken in when.

``received`` and ``received_beside`` belong to the journal and are only ever added to; the others are projections. This module must not know
any query.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, PrimaryKeyConstraint, Table, UniqueConstraint

from kt1desk.store.columns import APPENDED, CLUSTERED, Number, metadata, number, octets, words
from kt1desk.store.custody_tables import IDENTITY

received = Table(
    "received",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=False),
    *(number(name) for name in IDENTITY),
    words("type"),
    octets("envelope"),
    octets("body"),
    octets("prev"),
    octets("hash"),
    UniqueConstraint(*IDENTITY, name="received_identity"),
    CheckConstraint("stream IN (1, 2) AND length(prev) = 32 AND length(hash) = 32", "received_shape"),
    **APPENDED,
)
"""Exact bytes of events of other desks, in the order they were taken in. One identity is one event for ever."""

received_beside = Table(
    "received_beside",
    metadata,
    *(number(name) for name in IDENTITY),
    words("slot"),
    octets("salt"),
    octets("row"),
    PrimaryKeyConstraint(*IDENTITY, "slot"),
    **CLUSTERED,
)
"""What stands beside them, as far as it came with them."""

mail_in = Table(
    "mail_in",
    metadata,
    *(number(name) for name in IDENTITY),
    number("own_stream"),
    number("own_incarnation"),
    number("own_seq"),
    words("way"),
    number("received_ms"),
    PrimaryKeyConstraint(*IDENTITY),
    **CLUSTERED,
)
"""Which event of ours took in which event of another desk."""

mail_out = Table(
    "mail_out",
    metadata,
    words("point"),
    words("service"),
    number("number"),
    number("stream"),
    number("incarnation"),
    number("seq"),
    PrimaryKeyConstraint("point", "service", "number"),
    **CLUSTERED,
)
"""Our events addressed to a point, those of each service numbered from 1 without a gap."""

mailbox = Table(
    "mailbox",
    metadata,
    words("point"),
    words("service"),
    number("last"),
    number("bundle"),
    number("upto"),
    PrimaryKeyConstraint("point", "service"),
    **CLUSTERED,
)
"""For each point and service the last mail number, the last bundle written, and the last mail number in it."""

line = Table(
    "line",
    metadata,
    number("stream"),
    number("allowed"),
    words("approval"),
    words("day"),
    words("reason"),
    number("since_ms"),
    PrimaryKeyConstraint("stream"),
    **CLUSTERED,
)
"""Whether a stream that needs a written approval may go over the network: its number and date while it is ``allowed``, else why not."""

PROJECTIONS = (mail_in, mail_out, mailbox, line)
