"""Until when an entry holds: the earliest last day counts, the day itself still does, and what is done with ends no more."""

from __future__ import annotations

from datetime import date

import pytest

from kt1desk.domain.register_columns import Kind
from kt1desk.domain.register_ends import Validity, ending, last_day
from kt1desk.domain.registers import PEOPLE, REGISTERS

ON = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("last", "validity", "left"),
    [
        (date(2026, 11, 21), Validity.OVER, -1),
        (date(2026, 11, 22), Validity.SOON, 0),
        (date(2026, 12, 22), Validity.SOON, 30),
        (date(2026, 12, 23), Validity.HOLDS, 31),
        (None, Validity.ENDLESS, 0),
    ],
)
def test_what_ends_within_the_days_of_warning_ends_soon(
    last: date | None, validity: Validity, left: int
) -> None:
    found = ending(last, ON, 30)

    assert (found.validity, found.left_days) == (validity, left)


def test_of_several_last_days_the_earliest_counts() -> None:
    values = {"vetted_until": "2027-01-09", "committed_until": "2026-12-04", "trained_until": "2028-01-01"}

    assert last_day(REGISTERS[PEOPLE], values) == date(2026, 12, 4)


def test_a_finding_that_was_remedied_runs_out_no_more() -> None:
    register = REGISTERS["inspections"]

    assert last_day(register, {"due": "2026-11-01"}) == date(2026, 11, 1)
    assert last_day(register, {"due": "2026-11-01", "done": "2026-10-30"}) is None
    assert last_day(register, {}) is None


@pytest.mark.parametrize("register", REGISTERS.values(), ids=REGISTERS.keys())
def test_whatever_has_a_last_day_among_its_columns_runs_out(register: object) -> None:
    of = REGISTERS[register.code]  # type: ignore[attr-defined]
    until = {column.code for column in of.columns if column.code.endswith("until")}

    assert until <= set(of.ends)
    assert all(of.column(code).kind is Kind.DATE for code in of.ends)
