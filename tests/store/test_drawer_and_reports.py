"""Drawers by kind, lines undone, what agencies sent by day, registers word by word, reports and other systems; all made again alike."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kt1desk.domain.facts import (
    BookEntered,
    CashAdjusted,
    CashMoved,
    CounterServed,
    EnteredLater,
    Fact,
    Kt1ReportIssued,
    ReportIssued,
    ShiftSettled,
    TakenOver,
)
from kt1desk.domain.service import Service
from kt1desk.services.ports import Appending
from kt1desk.services.reversal import ReversalReason
from kt1desk.store.rebuild import differences
from tests.support.desks import Counter, counter

P = "240000"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Counter]:
    """With an open shift and 500.000 đồng in the drawer."""
    with counter(tmp_path) as made:
        made.open_shift()
        yield made


def shift(desk: Counter) -> str:
    open_ = desk.shifts.current()
    assert open_ is not None
    return open_.shift


def append(desk: Counter, *facts: Fact) -> None:
    with desk.store.work() as work:
        for fact in facts:
            work.append(fact, Appending("clerk"))
        work.commit()


def rows(desk: Counter, question: str) -> list[tuple[object, ...]]:
    with desk.store.read() as reader:
        return list(reader._connection.execute(question).fetchall())


def made_alike(desk: Counter) -> bool:
    with desk.store.read() as reader:
        return differences(reader._connection) == ()


def test_every_kind_of_cash_has_its_own_sum_and_the_drawer_has_all(desk: Counter) -> None:
    s = shift(desk)
    append(
        desk,
        CashMoved("L1", "advance", 40_000_000, s, P, "TQ-1"),
        CounterServed("L2", "pension", 12, s, P, 0, 36_000_000),
        CounterServed("L3", "postmart", 2, s, P, 150_000, 0),
        CashMoved("L4", "deposit", 3_000_000, s, P, "NQ-1"),
        CashAdjusted("L5", "2026-11-21/1", "kt1", "found_later", s, P, 20_000),
    )

    kinds = {kind: (received, paid) for _, kind, received, paid, _ in rows(desk, "SELECT * FROM shift_cash")}
    open_ = desk.shifts.current()
    assert kinds == {
        "advance": (40_000_000, 0),
        "served": (150_000, 36_000_000),
        "deposit": (0, 3_000_000),
        "adjusted": (20_000, 0),
    }
    assert open_ is not None
    assert (open_.cash_dong, open_.paid_dong) == (40_170_000, 39_000_000)
    assert made_alike(desk)


def test_a_line_that_undoes_another_moves_its_cash_back_and_both_are_named(desk: Counter) -> None:
    s = shift(desk)
    append(
        desk,
        CashMoved("L1", "advance", 1_000_000, s, P),
        CounterServed("L2", "pension", 1, s, P, 0, 600_000),
        CounterServed("L3", "pension", 1, s, P, 600_000, 0, "L2", "mistake"),
        CashMoved("L4", "advance", 1_000_000, s, P, undoes="L1", reason="mistake"),
    )

    lines = rows(
        desk, "SELECT line, customers, received_dong, paid_dong, undone_by FROM drawer_line ORDER BY id"
    )
    assert lines == [
        ("L1", 0, 1_000_000, 0, "L4"),
        ("L2", 1, 0, 600_000, "L3"),
        ("L3", -1, 600_000, 0, ""),
        ("L4", 0, 0, 1_000_000, ""),
    ]
    open_ = desk.shifts.current()
    assert open_ is not None
    assert open_.cash_dong == open_.paid_dong
    assert made_alike(desk)


def test_what_an_agency_sent_counts_on_its_day_until_it_is_taken_back(desk: Counter) -> None:
    first = desk.accept()
    desk.accept()
    desk.accept_secret()
    question = "SELECT agency, items FROM agency_day"
    assert rows(desk, question) == [("LS-SNV", 2)]

    desk.reversals.withdraw_item(desk.session(), first.item, ReversalReason.WITHDRAWN)

    assert rows(desk, question) == [("LS-SNV", 1)]
    assert made_alike(desk)


def test_a_new_wording_of_an_entry_replaces_every_word_of_the_old_one(desk: Counter) -> None:
    append(
        desk,
        BookEntered("service_points", "X-1", (("commune", "06040"), ("staffed", "no")), P),
        BookEntered("service_points", "X-1", (("staffed", "yes"),), P),
    )

    assert rows(desk, "SELECT name, value FROM register_value WHERE entry = 'X-1'") == [("staffed", "yes")]
    assert made_alike(desk)


def test_issued_reports_settled_shifts_and_later_entries_have_their_rows(desk: Counter) -> None:
    s = shift(desk)
    said = ("bcci", "2023-01-01", "2026-07-01", "2026-09-30", P, "{}", P)
    append(
        desk,
        ReportIssued("BC1", 1, *said),
        ReportIssued("BC1", 2, *said),
        Kt1ReportIssued("BC2", 1, *said),
        ShiftSettled(s, 1, 1, P, reason="rounding", handed_to="lan", manner="spot"),
        EnteredLater("HS1", "no_power", P, "0012"),
        TakenOver("one_stop", (("HS1", "H37.10-261120-0005"),), P),
    )

    assert rows(desk, "SELECT report, version FROM issued_report") == [("BC1", 1), ("BC1", 2), ("BC2", 1)]
    assert rows(desk, "SELECT shift, reason, handed_to FROM settled") == [(s, "rounding", "lan")]
    assert rows(desk, "SELECT number, reason, sheet FROM later_entry") == [("HS1", "no_power", "0012")]
    assert rows(desk, "SELECT number, batch, code FROM elsewhere") == [("HS1", "", "H37.10-261120-0005")]
    assert made_alike(desk)


def test_a_shift_settled_alone_waits_with_what_dossiers_did_alone(desk: Counter) -> None:
    s = shift(desk)
    append(desk, ShiftSettled(s, 1, 2, P, reason="change", manner="alone"))

    with desk.store.read() as reader:
        (row,) = reader.exceptions(service=Service.TTHC)
        assert reader.exceptions() == []
    assert (row.what, row.number, row.reason) == ("shift.settled", s, "change")
    assert made_alike(desk)
