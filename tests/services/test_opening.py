"""The beginning of a shift: what waits, what was left, how the machines are."""

from __future__ import annotations

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.domain.facts import ShiftChecked, ShiftOpened
from kt1desk.services.opening import Check, Machine, Openings
from tests.support.desks import Counter
from tests.support.settling import Around

FOUND = {Check.LABEL_PRINTER: Machine.READY, Check.SCANNER: Machine.ABSENT}


def openings(desk: Counter) -> Openings:
    return Openings(desk.store, desk.clock, Around(waiting=57, drafts=1))


def test_what_waits_is_looked_at_and_of_kt1_only_for_who_is_cleared(desk: Counter) -> None:
    desk.accept()
    desk.accept_dossier()
    desk.shifts.close(desk.session(), 499_000)

    cleared, other = ({found.check: found.count for found in openings(desk).checks(desk.session(user))}
                      for user in ("clerk", "uncleared"))  # fmt: skip

    assert cleared == {
        Check.FLOAT: 499_000, Check.ITEMS_HERE: 1, Check.COVERS_HERE: 1, Check.PAPERS: 0,
        Check.ASIDE: 1, Check.UNSENT: 57,
    }  # fmt: skip
    assert other == {check: count for check, count in cleared.items() if check is not Check.ITEMS_HERE}


def test_what_was_looked_at_is_written_with_the_opening_and_no_number_of_kt1_items(desk: Counter) -> None:
    desk.accept()
    desk.shifts.close(desk.session(), 499_000)

    opened = openings(desk).open(desk.session(), desk.shifts.proposed_date(), 499_000, FOUND)

    with desk.store.read() as reader:
        newest = reader.newest(Stream.COUNTER)
        checked, first = next(newest), next(newest)
    fact = ShiftChecked.of(checked.body())
    assert (first.envelope.type, checked.envelope.type) == (ShiftOpened.TYPE, ShiftChecked.TYPE)
    assert fact.shift == opened.shift == "2026-11-23/2"
    assert dict(fact.checks) == {
        "float": "same", "covers_here": "0", "papers": "0", "aside": "1", "unsent": "57",
        "label_printer": "ready", "scanner": "absent",
    }  # fmt: skip


def test_a_refused_opening_writes_nothing(desk: Counter) -> None:
    with desk.store.read() as reader:
        before = reader.event_count()

    for machines, code in (
        (FOUND, "shift.already_open"),
        ({Check.UNSENT: Machine.READY}, "opening.no_machine"),
    ):
        with pytest.raises(DeskError) as refused:
            openings(desk).open(desk.session(), desk.shifts.proposed_date(), 0, machines)
        assert refused.value.code == code

    with desk.store.read() as reader:
        assert reader.event_count() == before
