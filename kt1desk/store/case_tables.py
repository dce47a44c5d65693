"""Projections of cases: their rows, their covers, what is known to have happened to them, and the books of the one-stop desk.

Of a case three things are kept: each event's place in time with what the fold needs of it (``case_event``), the covers that are its
(``cover``), and what follows from all of them (columns of ``dossier``). Nobody's name stands here.

This module must not know any query.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, PrimaryKeyConstraint, Table, text

from kt1desk.store.columns import APPENDED, CLUSTERED, Number, metadata, number, words

IDENTITY = ("device", "stream", "incarnation", "seq")

CASES_HERE = "source = 1"
HAS_OFFICIAL = "official <> ''"
NOT_TOLD = "decided <> '' AND told_ms = 0 AND source <> 2"
MONEY_HERE = "collected_dong > remitted_dong AND source = 1 AND stage <> 'reversed'"
LABEL_ONLY = "dossier = ''"
NO_ANSWER = "answered_ms = 0"
NOT_DONE = "outcome = ''"
STANDS_THERE = "closed_ms = 0"
MONEY_PASSED = "type = 'dossier.fees_remitted'"
SLIP_HERE = "slip = 1 AND slip_told_ms = 0 AND +stage IN ('registered', 'supplement', 'supplemented')"
"""Conditions of partial indexes; see `kt1desk.store.tables.OPEN`. The sign keeps SQLite to the index of the few whose slip is here: it
would take the one of all cases in those stages."""
DUE = "coalesce(nullif(official_day, ''), promised)"
"""The day a result is due by, as an index has it: the authority's own, else the provisional one; "" for none."""

dossier = Table(
    "dossier",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=False),
    words("dossier"),
    *(number(name) for name in IDENTITY),
    words("form"),
    words("procedure"),
    words("authority"),
    words("official"),
    number("accepted_ms"),
    words("promised"),
    words("shift"),
    words("user"),
    words("payment"),
    number("postage_dong"),
    number("collected_dong"),
    number("pass_on_dong"),
    number("documents"),
    words("state"),
    number("source"),
    words("origin"),
    words("stage"),
    number("since_ms"),
    words("head"),
    number("unfit"),
    words("received_day"),
    words("official_day"),
    words("decided"),
    number("decided_ms"),
    number("told_ms"),
    words("asked_until"),
    number("results"),
    number("delivered"),
    number("slip"),
    number("slip_told_ms"),
    number("remitted_dong"),
    words("receipt"),
    **APPENDED,
)
"""Cases, counted from 1 in the order they became known. Legs, names and the list of papers are read from events, who applies from beside.

``source`` is 1 for a case accepted at this desk, 2 for one that another point told of, 3 for one that another desk here accepted.
``state`` says whether its acceptance stands (`kt1desk.domain.custody.Custody`); ``stage`` is where the case
stands (`kt1desk.domain.case.CaseState`), ``head`` the event that says so.
All from ``origin`` on follows from the case's events in the order of hybrid time, whatever the order they came in."""
Index("dossier_number", dossier.c.dossier, unique=True)
Index("dossier_official", dossier.c.official, sqlite_where=text(HAS_OFFICIAL))
Index("dossier_here", dossier.c.state, sqlite_where=text(CASES_HERE))
Index("dossier_event", *(dossier.c[name] for name in IDENTITY), unique=True)
Index("dossier_stage", dossier.c.stage, dossier.c.authority)
Index("dossier_due", dossier.c.stage, dossier.c.authority, text(DUE), dossier.c.form)
Index("dossier_slip", dossier.c.since_ms, sqlite_where=text(SLIP_HERE))
Index("dossier_notice", dossier.c.decided_ms, sqlite_where=text(NOT_TOLD))
Index("dossier_money", dossier.c.accepted_ms, sqlite_where=text(MONEY_HERE))

cover = Table(
    "cover",
    metadata,
    words("item"),
    words("dossier"),
    words("way"),
    number("given"),
    number("hlc_ms"),
    number("hlc_count"),
    number("weight_g"),
    words("due"),
    PrimaryKeyConstraint("item"),
    **CLUSTERED,
)
"""Numbers of covers: of which case (empty while only the label is known), which way (`kt1desk.services.case_rows.Way`), and when it was
made, by hybrid time. ``given``: the number was given out by this desk, and is used. A cover is in ``item`` from when somebody holds it."""
Index("cover_dossier", cover.c.dossier)

case_event = Table(
    "case_event",
    metadata,
    words("dossier"),
    *(number(name) for name in IDENTITY),
    words("type"),
    number("hlc_ms"),
    number("hlc_count"),
    number("happened_ms"),
    words("item"),
    words("code"),
    words("official"),
    words("received_day"),
    words("day"),
    words("about"),
    number("flag"),
    number("amount_dong"),
    words("receipt"),
    PrimaryKeyConstraint("dossier", *IDENTITY),
    **CLUSTERED,
)
"""What is known to have happened to a case. ``dossier`` is empty while only the cover's label is known: the case's coming joins them.

``code`` is the form of an acceptance, the outcome of a decision, the party of a delivery; ``about`` the event that an applicant was told
of, the book of a result, the paper of a delivery; ``flag`` whether the giấy hẹn is here; ``amount_dong`` what it does to the authority's
money."""
Index("case_event_item", case_event.c.item, sqlite_where=text(LABEL_ONLY))
Index("case_event_passed", case_event.c.happened_ms, sqlite_where=text(MONEY_PASSED))

case_count = Table(
    "case_count",
    metadata,
    words("authority"),
    words("stage"),
    number("cases"),
    PrimaryKeyConstraint("authority", "stage"),
    **CLUSTERED,
)
"""How many cases of an authority stand where; no row where there is none."""

handover = Table(
    "handover",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=False),
    words("handover"),
    *(number(name) for name in IDENTITY),
    **APPENDED,
)
"""Hand-over records in their order; what they say is read from their events."""
Index("handover_number", handover.c.handover, unique=True)

takeover = Table(
    "takeover",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=False),
    words("takeover"),
    *(number(name) for name in IDENTITY),
    words("authority"),
    number("expected"),
    number("taken"),
    number("opened_ms"),
    number("closed_ms"),
    words("user"),
    **APPENDED,
)
"""Books of results; ``taken`` counts what is in hand so far: what was given back at once is not."""
Index("takeover_number", takeover.c.takeover, unique=True)
Index("takeover_open", takeover.c.closed_ms, sqlite_where=text(STANDS_THERE))

taken_result = Table(
    "taken_result",
    metadata,
    words("takeover"),
    number("place"),
    words("item"),
    *(number(name) for name in IDENTITY),
    number("taken_ms"),
    number("back"),
    PrimaryKeyConstraint("takeover", "place"),
    **CLUSTERED,
)
"""The lines of a book of results, from 1; ``back`` once it was given back while the book was open."""
Index("taken_item", taken_result.c.item)

remittance = Table(
    "remittance", metadata, words("remittance"), PrimaryKeyConstraint("remittance"), **CLUSTERED
)
"""Numbers of remittances: the next one follows from how many a day has."""

complaint = Table(
    "complaint",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=False),
    words("complaint"),
    *(number(name) for name in IDENTITY),
    words("dossier"),
    words("item"),
    words("code"),
    words("who"),
    words("received_day"),
    words("due_day"),
    words("outcome"),
    number("answered_ms"),
    number("compensation_dong"),
    **APPENDED,
)
"""Complaints in their order."""
Index("complaint_number", complaint.c.complaint, unique=True)
Index("complaint_open", complaint.c.due_day, sqlite_where=text(NO_ANSWER))

visit = Table(
    "visit",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=False),
    words("visit"),
    *(number(name) for name in IDENTITY),
    words("commune"),
    number("from_ms"),
    number("until_ms"),
    words("procedure"),
    words("outcome"),
    words("dossier"),
    **APPENDED,
)
"""Visits in their order; who asked stands beside the event."""
Index("visit_number", visit.c.visit, unique=True)
Index("visit_open", visit.c.from_ms, sqlite_where=text(NOT_DONE))

PROJECTIONS = (
    dossier,
    cover,
    case_event,
    case_count,
    handover,
    takeover,
    taken_result,
    remittance,
    complaint,
    visit,
)
