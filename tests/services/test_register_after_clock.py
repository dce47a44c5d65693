"""A register is whole after the clock of the desk ran ahead and was set right again."""

from __future__ import annotations

from kt1desk.domain.reporting.periods import Period
from kt1desk.services.register_views import Asked, RegisterViews
from tests.support.desks import Counter

DAY_MS = 24 * 3_600_000


def test_cases_after_the_clock_was_set_right_stand_in_the_register_of_the_day(desk: Counter) -> None:
    views = RegisterViews(desk.store, desk.reference, desk.clock)
    on = desk.shifts.proposed_date()

    def cases() -> int:
        return len(views.open(desk.session(), Asked("cases", Period(on, on))).lines)

    desk.accept_dossier()
    before = cases()
    desk.clock.pass_ms(40 * DAY_MS)
    desk.accept()  # one event while the clock was wrong
    desk.clock.wall_ms -= 40 * DAY_MS
    desk.accept_dossier()
    after = cases()
    desk.clock.pass_ms(50 * DAY_MS)
    desk.accept()

    assert (before, after, cases()) == (1, 2, 2)
