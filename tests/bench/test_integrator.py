"""Measured: the ledger's step of the integrator, from frames at the gate to events, mail and the gate's copy of it, against a plain COPY.

The plain COPY puts the very same rows into the same tables, emptied, in one transaction, in turn with it. Prints events a second of
both and how they stand to each other, once for points with one desk and once for a point whose desks are told everything twice; the same
in seconds of a processor, the server's among them, for a machine that does other things besides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from statistics import median
from typing import Any

import pytest

from kt1desk.centre.pg_ledger import copy_rows
from kt1desk.domain.events import Moment
from kt1desk.exchange.dictionary import shipped
from kt1desk.exchange.frames import START, Frame, seal_frame
from kt1desk.exchange.trust import KeyList
from tests.bench.spent import Spent, Watch
from tests.bench.test_exchange_sizes import _day
from tests.support.exchange_keys import KEYS, NOON_MS, OFFICE, OFFICE_SECOND
from tests.support.integrating import Connection, PgCentre
from tests.support.postgres import Cluster, own_cluster

pytestmark = pytest.mark.bench

EVENTS = 20_000
TURNS = 3
ONE_DESK_EACH = replace(KEYS, desks=tuple(row for row in KEYS.desks if row.device != OFFICE_SECOND.device))
TABLES: Mapping[str, tuple[str, ...]] = {
    "frame": ("int4", "int2", "int4", "int8", "bytea", "int8", "int4"),
    "event": (
        *("int4", "int2", "int4", "int8", "text", "int4", "int8", "int4", "text", "int8"),
        *("bytea", "bytea", "bytea", "bytea"),
    ),
    "particulars": ("int4", "int2", "int4", "int8", "text", "bytea", "bytea"),
    "mail": ("text", "int8", "bytea", "bytea", "int8"),
    "mailed": ("text", "int4", "int2", "int4", "int8", "int8"),
}


@pytest.fixture(scope="module")
def server() -> Iterator[Cluster]:
    with own_cluster(fsync=True) as cluster:
        yield cluster


@pytest.fixture(scope="module")
def frames() -> list[Frame]:
    events, made, mark, at = _day(EVENTS), [], START, 0
    while at < len(events):
        frame = seal_frame(events[at : at + 250], mark, Moment(NOON_MS), OFFICE, shipped())
        made.append(frame)
        at, mark = at + frame.head.count, frame.mark
    return made


@pytest.mark.parametrize(
    ("title", "keys"), [("one desk a point", ONE_DESK_EACH), ("two desks at the point", KEYS)]
)
def test_the_ledger_step_against_a_plain_copy(
    server: Cluster, frames: list[Frame], title: str, keys: KeyList
) -> None:
    ours: list[Spent] = []
    plain: list[Spent] = []
    rows: dict[str, list[tuple[Any, ...]]] = {}
    for _ in range(TURNS):
        ours.append(_integrated(server, frames, keys))
        with server.admin("core") as core:
            rows = {name: core.execute(f"SELECT * FROM ledger.{name}").fetchall() for name in TABLES}
            plain.append(_copied(server, core, rows))
    count = len(rows["event"])
    figures = [count / median(each.wall_s for each in turns) for turns in (ours, plain)]
    spent = [median(each.processor_s for each in turns) for turns in (ours, plain)]
    print(
        f"{title}: {count} events in {len(frames)} frames, {len(rows['mailed'])} of them mailed in {len(rows['mail'])} frames"
    )
    print(
        f"  integrator {figures[0]:,.0f} events/s, plain COPY {figures[1]:,.0f} events/s: {figures[0] / figures[1]:.2f}"
    )
    print(f"  processor {spent[0]:.2f} s, plain COPY {spent[1]:.2f} s: {spent[1] / spent[0]:.2f}")
    assert sum(row[2] > 0 for row in rows["event"]) == EVENTS, "what has no incarnation is the centre's own"


def _integrated(server: Cluster, frames: list[Frame], keys: KeyList) -> Spent:
    """All rounds, the connections open and the key list read."""
    server.empty()
    centre = PgCentre(server)
    centre.list_keys(keys)
    integrator = centre.integrator()
    integrator.round()
    centre.lay(*frames)
    watch = Watch(server)
    while integrator.round().frames:
        pass
    spent = watch.spent()
    centre.gone()
    return spent


def _copied(server: Cluster, core: Connection, rows: Mapping[str, list[tuple[Any, ...]]]) -> Spent:
    core.execute("TRUNCATE ledger.frame, ledger.event, ledger.particulars, ledger.mail, ledger.mailed")
    watch = Watch(server)
    with core.transaction():
        for name, types in TABLES.items():
            copy_rows(core, f"COPY ledger.{name} FROM STDIN (FORMAT binary)", types, rows[name])
    return watch.spent()
