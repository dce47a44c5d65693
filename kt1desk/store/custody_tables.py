"""Projections of custody: who holds what, receptacles, dispatches, delivery lists, incidents, registers, what waits for a review.

Of a thing's custody three things are kept: each event's place in time and its parents (``custody_event``), what it did to each thing
(``touch``), and what follows from all of them (``standing``). An item that was accepted and nothing else has none of the three: all of it
follows from its row in ``item``, and a million such rows do not become two million.

This module must not know any query.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, PrimaryKeyConstraint, Table, text

from kt1desk.store.columns import APPENDED, CLUSTERED, Number, metadata, number, words

OURS = "ours = 1"
STILL_OPEN = "open > 0"
NOT_CLOSED = "closed_ms = 0"
ARRIVED_IN = "step = 'arrive'"
OFFERED = "step IN ('attempt', 'deliver', 'return')"
"""Conditions of partial indexes; see `kt1desk.store.tables.OPEN`."""

IDENTITY = ("device", "stream", "incarnation", "seq")

custody_event = Table(
    "custody_event",
    metadata,
    *(number(name) for name in IDENTITY),
    number("hlc_ms"),
    number("hlc_count"),
    number("happened_ms"),
    words("parents"),
    PrimaryKeyConstraint(*IDENTITY),
    **CLUSTERED,
)
"""What orders an event among those of the same thing; ``parents`` are identities as printed, separated by blanks."""

touch = Table(
    "touch",
    metadata,
    words("number"),
    words("kind"),
    *(number(name) for name in IDENTITY),
    words("step"),
    words("holder"),
    words("point"),
    number("n"),
    number("scan"),
    words("link"),
    words("to_point"),
    PrimaryKeyConstraint("number", "kind", *IDENTITY),
    **CLUSTERED,
)
"""What an event did to a thing (`kt1desk.domain.merging.Touch`)."""
Index("touch_arrived", touch.c.link, sqlite_where=text(ARRIVED_IN))
Index("touch_offered", touch.c.number, touch.c.step, sqlite_where=text(OFFERED))

standing = Table(
    "standing",
    metadata,
    words("number"),
    words("kind"),
    words("state"),
    words("holder"),
    words("point"),
    *(number(name) for name in IDENTITY),
    number("n"),
    number("since_ms"),
    number("unheard"),
    number("losers"),
    PrimaryKeyConstraint("number", "kind"),
    **CLUSTERED,
)
"""What follows from all touches of a thing (`kt1desk.domain.merging.Standing`); the identity is that of the head."""

holding = Table(
    "holding",
    metadata,
    words("service"),
    words("keeper"),
    words("state"),
    number("items"),
    PrimaryKeyConstraint("service", "keeper", "state"),
    **CLUSTERED,
)
"""How many items of a service in which state each keeper of this point has; no row where there is none."""

receptacle = Table(
    "receptacle",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=False),
    words("receptacle"),
    words("seal"),
    number("weight_g"),
    words("to_point"),
    number("items"),
    number("seen"),
    words("dispatch"),
    number("closed_ms"),
    number("source"),
    words("state"),
    number("ours"),
    words("service"),
    **APPENDED,
)
"""Receptacles in the order they became known. ``source`` says where weight and seal come from: 0 found at the arrival, 1 told by a
dispatch, 2 closed here. ``ours``: this point closed, sent or received it. ``seen`` counts its items that were confirmed."""
Index("receptacle_number", receptacle.c.receptacle, unique=True)
Index("receptacle_seal", receptacle.c.seal)
Index("receptacle_ours", receptacle.c.service, receptacle.c.state, sqlite_where=text(OURS))

packed = Table(
    "packed",
    metadata,
    words("receptacle"),
    number("place"),
    words("item"),
    number("seen"),
    PrimaryKeyConstraint("receptacle", "place"),
    **CLUSTERED,
)
"""The items a receptacle was closed over or sent with, from 1; ``seen`` once the item was confirmed at its arrival."""
Index("packed_item", packed.c.item)

dispatch = Table(
    "dispatch",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=False),
    words("dispatch"),
    *(number(name) for name in IDENTITY),
    words("point"),
    words("to_point"),
    words("route"),
    words("vehicle"),
    number("dedicated"),
    number("sent_ms"),
    number("arrived_ms"),
    number("receptacles"),
    number("items"),
    number("source"),
    words("state"),
    number("direction"),
    words("service"),
    **APPENDED,
)
"""Dispatches in the order they became known. ``source`` is 0 while only its number is known, then the identity is that of the event that
named it; ``direction`` is 0 from this point, 1 to it, 2 neither."""
Index("dispatch_number", dispatch.c.dispatch, unique=True)
Index("dispatch_way", dispatch.c.service, dispatch.c.direction, dispatch.c.state)

trip_bag = Table(
    "trip_bag",
    metadata,
    words("dispatch"),
    number("place"),
    words("receptacle"),
    PrimaryKeyConstraint("dispatch", "place"),
    **CLUSTERED,
)
"""The receptacles of a dispatch, from 1."""

round_ = Table(
    "round",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=False),
    words("round"),
    words("postman"),
    words("point"),
    number("started_ms"),
    number("open"),
    words("service"),
    **APPENDED,
)
"""Delivery lists; ``open`` counts the items that were neither delivered nor given back by the postman."""
Index("round_number", round_.c.round, unique=True)
Index("round_service", round_.c.service)
Index("round_open", round_.c.service, sqlite_where=text(STILL_OPEN))

round_line = Table(
    "round_line",
    metadata,
    words("round"),
    number("place"),
    words("item"),
    number("back"),
    PrimaryKeyConstraint("round", "place"),
    **CLUSTERED,
)
"""The items of a delivery list, from 1; ``back`` once it is delivered or was given back."""

incident = Table(
    "incident",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=False),
    words("incident"),
    *(number(name) for name in IDENTITY),
    words("code"),
    words("severity"),
    words("thing"),
    words("number"),
    words("secrecy"),
    words("point"),
    words("other_point"),
    words("dispatch"),
    words("user"),
    number("found_ms"),
    number("opened_ms"),
    words("remedy"),
    words("outcome"),
    number("closed_ms"),
    words("service"),
    **APPENDED,
)
"""Incident records; one whose closing came before its opening has no ``code`` yet."""
Index("incident_number", incident.c.incident, unique=True)
Index("incident_service", incident.c.service)
Index("incident_thing", incident.c.number)
Index("incident_open", incident.c.closed_ms, sqlite_where=text(NOT_CLOSED))

incident_told = Table(
    "incident_told",
    metadata,
    words("incident"),
    number("place"),
    words("who"),
    words("way"),
    number("told_ms"),
    PrimaryKeyConstraint("incident", "place"),
    **CLUSTERED,
)

register_entry = Table(
    "register_entry",
    metadata,
    words("register"),
    words("entry"),
    *(number(name) for name in IDENTITY),
    PrimaryKeyConstraint("register", "entry"),
    **CLUSTERED,
)
"""Where the newest wording of an entry stands; the wording itself is read from the event and from beside it."""

exception = Table(
    "exception",
    metadata,
    *(number(name) for name in IDENTITY),
    words("what"),
    words("number"),
    words("reason"),
    words("user"),
    number("done_ms"),
    PrimaryKeyConstraint(*IDENTITY),
    **CLUSTERED,
)
"""What was done without a second person and nobody has looked at yet."""

last_word = Table(
    "last_word",
    metadata,
    words("what"),
    words("key"),
    number("hlc_ms"),
    number("hlc_count"),
    *(number(name) for name in IDENTITY),
    PrimaryKeyConstraint("what", "key"),
    **CLUSTERED,
)
"""Which event spoke last, by hybrid time, of what several desks of the point may speak of (`kt1desk.store.projections.last_words`)."""

PROJECTIONS = (
    custody_event,
    touch,
    standing,
    holding,
    receptacle,
    packed,
    dispatch,
    trip_bag,
    round_,
    round_line,
    incident,
    incident_told,
    register_entry,
    exception,
    last_word,
)
