"""All figures as statements: valid for SQLite and for PostgreSQL, over the tables of one desk or over those of all desks together.

Which measure counts what is said at `kt1desk.domain.reporting.figures.Measure`. A statement is made for a `Place`, run by whoever has the
connection with the parameters of `kt1desk.store.figure_place.asked` (at a desk ``OWN_DEVICE`` beside them), and its rows are read by
`Question.figures`. Rows may tell a figure in parts: `kt1desk.domain.reporting.figures.merged` puts them together, in order.

This module must not know any connection.
"""

from __future__ import annotations

from kt1desk.store import figure_cases, figure_drawer, figure_items
from kt1desk.store.columns import metadata
from kt1desk.store.figure_place import Place
from kt1desk.store.figure_question import Question

TABLES = (
    "agency_day",
    "case_event",
    "complaint",
    "cover",
    "custody_event",
    "dossier",
    "drawer_line",
    "incident",
    "item",
    "last_word",
    "register_entry",
    "register_value",
    "shift",
    "shift_cash",
    "standing",
    "touch",
)
"""The projections that figures are counted from: what whoever counts must be let read."""

AT_A_DESK = Place({name: metadata.tables[name] for name in TABLES})


def questions(place: Place) -> tuple[Question, ...]:
    """Every statement; each measure is told by at least one of them, complaints by one for each service."""
    return (
        *figure_items.questions(place),
        *figure_cases.questions(place),
        *figure_drawer.questions(place),
    )
