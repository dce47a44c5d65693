"""The sample staff: all work can be tried, alone and by two."""

from __future__ import annotations

from datetime import date

import pytest

from kt1desk.domain.permissions import Role
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
