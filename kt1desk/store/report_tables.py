"""Projections for the drawer, the registers' words, and reports: cash by kind, lines of other services, issued reports, what is elsewhere.

Nobody's name stands here. This module must not know any query.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, PrimaryKeyConstraint, Table, text

from kt1desk.store.columns import APPENDED, CLUSTERED, Number, metadata, number, words

IDENTITY = ("device", "stream", "incarnation", "seq")
NOT_TAKEN = "taken_ms = 0"
"""Condition of a partial index; see `kt1desk.store.tables.OPEN`."""

shift_cash = Table(
    "shift_cash",
    metadata,
    words("shift"),
    words("kind"),
    number("received_dong"),
    number("paid_dong"),
    number("moves"),
    PrimaryKeyConstraint("shift", "kind"),
    **CLUSTERED,
)
"""What moved in the drawer of a shift, by `kt1desk.domain.drawer.CashKind`; ``moves`` counts the entries."""

drawer_line = Table(
    "drawer_line",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=False),
    words("line"),
    *(number(name) for name in IDENTITY),
    words("shift"),
    words("kind"),
    words("what"),
    number("customers"),
    number("received_dong"),
    number("paid_dong"),
    words("reference"),
    words("undoes"),
    words("undone_by"),
    words("reason"),
    words("user"),
    number("at_ms"),
    **APPENDED,
)
"""Lines of other counter services, cash moved and adjusted, in their order. ``what`` is the service, or the shift an adjustment is about.

A line that undoes another one moves cash the other way; its ``customers`` are less than zero."""
Index("drawer_line_number", drawer_line.c.line, unique=True)
Index("drawer_line_shift", drawer_line.c.shift)

settled = Table(
    "settled",
    metadata,
    words("shift"),
    *(number(name) for name in IDENTITY),
    words("reason"),
    words("handed_to"),
    words("manner"),
    PrimaryKeyConstraint("shift"),
    **CLUSTERED,
)
"""How a closed shift was settled; what was counted and asked is read from the event."""

agency_day = Table(
    "agency_day",
    metadata,
    words("day"),
    words("agency"),
    number("items"),
    number("total_dong"),
    PrimaryKeyConstraint("day", "agency"),
    **CLUSTERED,
)
"""Items of a business day by the agency that sent them, accepted at this desk and not taken back; those with a letter are not in it."""

register_value = Table(
    "register_value",
    metadata,
    words("register"),
    words("entry"),
    words("name"),
    words("value"),
    PrimaryKeyConstraint("register", "entry", "name"),
    **CLUSTERED,
)
"""The newest wording of each entry, word by word, without what names a natural person."""

issued_report = Table(
    "issued_report",
    metadata,
    words("report"),
    number("version"),
    *(number(name) for name in IDENTITY),
    words("template"),
    words("revision"),
    words("first"),
    words("last"),
    words("scope"),
    number("issued_ms"),
    words("user"),
    PrimaryKeyConstraint("report", "version"),
    **CLUSTERED,
)
"""Reports as issued; what they say is read from their events."""

elsewhere = Table(
    "elsewhere",
    metadata,
    words("system"),
    words("number"),
    words("batch"),
    number("exported_ms"),
    words("code"),
    number("taken_ms"),
    PrimaryKeyConstraint("system", "number"),
    **CLUSTERED,
)
"""Items and cases written into a file for another system of the post: in which batch, and what that system said of them."""
Index("elsewhere_waiting", elsewhere.c.system, elsewhere.c.exported_ms, sqlite_where=text(NOT_TAKEN))

later_entry = Table(
    "later_entry",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=False),
    words("number"),
    *(number(name) for name in IDENTITY),
    words("reason"),
    words("sheet"),
    words("user"),
    number("entered_ms"),
    **APPENDED,
)
"""What was on paper first and entered later, in the order in which it was entered; both times stand in the event that was entered."""
Index("later_entry_number", later_entry.c.number)

PROJECTIONS = (
    shift_cash,
    drawer_line,
    settled,
    agency_day,
    register_value,
    issued_report,
    elsewhere,
    later_entry,
)
