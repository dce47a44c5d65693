"""How long a desk may stay untouched: by who works there and the row of the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kt1desk.app.desk import reference_for
from kt1desk.app.idle import IDLE_SHORT, SHORTEST_MIN, idle_ms
from kt1desk.domain.permissions import Actor, Role

DAY = date(2026, 11, 23)
MINUTE_MS = 60_000


@pytest.mark.parametrize(
    ("roles", "cleared_until", "minutes"),
    [
        ({Role.CLERK}, DAY, 5),
        ({Role.CLERK}, date(2026, 11, 22), 15),
        ({Role.CLERK}, None, 15),
        ({Role.INSPECTOR}, DAY, 5),
        ({Role.ADMINISTRATOR}, None, 5),
        ({Role.TECHNICIAN}, None, 15),
    ],
)
def test_where_kt1_is_at_hand_or_the_desk_is_administered_the_screen_is_covered_sooner(
    roles: set[Role], cleared_until: date | None, minutes: int
) -> None:
    actor = Actor("lan", frozenset(roles), cleared_until)

    assert idle_ms(actor, reference_for(trial=False), DAY) == minutes * MINUTE_MS


def test_the_time_is_the_one_in_force_on_the_day() -> None:
    reference, next_year = reference_for(trial=False), date(2027, 1, 1)
    old = reference.setting(IDLE_SHORT, DAY)
    rows = tuple(row for row in reference.settings if row is not old)
    changed = (replace(old, valid_to=date(2026, 12, 31)), replace(old, value=3, valid_from=next_year))
    reference = replace(reference, settings=(*rows, *changed))
    actor = Actor("lan", frozenset({Role.ADMINISTRATOR}))

    assert idle_ms(actor, reference, DAY) == 5 * MINUTE_MS
    assert idle_ms(actor, reference, next_year) == 3 * MINUTE_MS


def test_a_list_of_settings_without_the_row_leaves_no_desk_open_for_ever() -> None:
    reference = replace(reference_for(trial=False), settings=())

    assert idle_ms(Actor("lan", frozenset({Role.CLERK})), reference, DAY) == SHORTEST_MIN * MINUTE_MS
