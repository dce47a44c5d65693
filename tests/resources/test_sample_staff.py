"""The sample staff: all work can be tried, alone and by two."""

from __future__ import annotations

from datetime import date

import pytest

from kt1desk.domain.permissions import Role
from kt1desk.domain.reference import SampleEntry
from kt1desk.domain.register_columns import checked
from kt1desk.domain.registers import PLACES, VEHICLES, register
from tests.support.reference import trial_reference

DAY = date(2026, 11, 22)
DATA = trial_reference()


def test_the_sample_staff_can_do_everything_between_them_and_some_lack_clearance() -> None:
    assert frozenset[Role]().union(*(row.roles for row in DATA.sample_users)) == frozenset(Role)
    assert {row.cleared_days > 0 for row in DATA.sample_users if Role.CLERK in row.roles} == {True, False}


@pytest.mark.parametrize("kind", sorted({row.kind for row in DATA.points}))
def test_at_a_point_of_each_kind_the_sample_staff_can_try_work_of_two(kind: str) -> None:
    of_kind = {row.code for row in DATA.points if row.kind == kind}

    tried = {
        point: [row for row in DATA.sample_users if row.point == point]
        for point in of_kind & {row.point for row in DATA.sample_users}
    }

    assert any(
        {Role.CLERK, Role.CONTROLLER, Role.HEAD, Role.POSTMAN}
        <= frozenset[Role]().union(*(row.roles for row in staff if row.cleared_days))
        and any(row.roles == {Role.CLERK} and not row.cleared_days for row in staff)
        and len([row for row in staff if row.cleared_days]) > 2
        for staff in tried.values()
    )


@pytest.mark.parametrize("row", DATA.sample_entries, ids=lambda row: row.entry)
def test_an_entry_of_the_sample_is_one_that_the_register_takes_under_its_key(row: SampleEntry) -> None:
    of = register(row.register)

    made = checked(of, dict(row.values), DATA.coded, DAY)

    assert dict(made.values) == dict(row.values)
    assert not made.beside
    assert dict(row.values)[of.key] == row.entry


def test_storing_and_driving_can_be_tried_with_a_vehicle_of_each_kind() -> None:
    kept = {row.register for row in DATA.sample_entries}
    dedicated = {dict(row.values)["dedicated"] for row in DATA.sample_entries if row.register == VEHICLES}

    assert kept == {PLACES, VEHICLES}
    assert dedicated == {"yes", "no"}
