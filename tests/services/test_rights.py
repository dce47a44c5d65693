"""On which day rights are judged, and what a point may do with KT1 items."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Act
from kt1desk.domain.point_flags import POINT_NEEDS, PointFlag
from kt1desk.domain.reference import ReferenceData
from kt1desk.services.rights import day_of_rights, flags_of, permits_now, require_now, require_point
from kt1desk.services.sessions import Session
from tests.support.desks import Counter, ordinary

TODAY = date(2026, 11, 23)
DAY_MS = 24 * 3_600_000


def until(desk: Counter, last_day: date | None) -> Session:
    session = desk.session()
    return replace(session, actor=replace(session.actor, clearance_until=last_day))


@pytest.mark.parametrize(
    ("business_date", "judged"),
    [
        (None, TODAY),
        (TODAY - timedelta(days=1), TODAY),
        (TODAY + timedelta(days=1), TODAY + timedelta(days=1)),
    ],
    ids=["no shift", "a shift of yesterday", "a shift of tomorrow"],
)
def test_rights_are_judged_on_the_later_of_business_date_and_today(
    desk: Counter, business_date: date | None, judged: date
) -> None:
    assert day_of_rights(business_date, desk.clock) == judged


def test_a_clearance_ends_at_midnight_although_the_shift_goes_on(desk: Counter) -> None:
    clerk, draft = until(desk, TODAY), desk.complete(ordinary())
    before = desk.acceptance.accept(clerk, draft).item

    desk.clock.pass_ms(DAY_MS)

    with pytest.raises(DeskError) as refused:
        desk.acceptance.accept(clerk, draft)
    assert before
    assert (refused.value.code, refused.value.details["until"]) == ("user.clearance_expired", "23/11/2026")


def test_work_on_dossiers_goes_on_when_the_clearance_has_ended(desk: Counter) -> None:
    clerk = until(desk, TODAY - timedelta(days=1))

    require_now(clerk, Act.ACCEPT_DOSSIER, TODAY, desk.clock)

    assert permits_now(clerk, Act.SEE_DOSSIERS, TODAY, desk.clock)
    assert not permits_now(clerk.actor, Act.SEE_ITEMS, TODAY, desk.clock)


def with_flags(desk: Counter, *flags: PointFlag) -> ReferenceData:
    """The reference data in which the desk's point has these flags alone."""
    points = tuple(
        replace(
            row,
            kt1_accept=PointFlag.ACCEPT in flags,
            kt1_relay=PointFlag.RELAY in flags,
            kt1_deliver=PointFlag.DELIVER in flags,
        )
        if row.code == "240000"
        else row
        for row in desk.reference.points
    )
    return replace(desk.reference, points=points)


@pytest.mark.parametrize("act", sorted(POINT_NEEDS))
def test_a_point_without_the_flag_of_an_act_refuses_with_its_name(desk: Counter, act: Act) -> None:
    lacking = with_flags(desk, *(flag for flag in PointFlag if flag not in POINT_NEEDS[act]))

    with pytest.raises(DeskError) as refused:
        require_point(lacking, desk.session().desk, act, TODAY)

    assert refused.value.code in {
        "item.point_not_enabled",
        "point.not_relaying",
        "point.not_delivering",
        "point.no_kt1",
    }
    assert refused.value.details["point"] == lacking.point("240000", TODAY).name


@pytest.mark.parametrize("act", sorted(POINT_NEEDS))
@pytest.mark.parametrize("flag", PointFlag)
def test_each_flag_that_an_act_may_have_is_enough_alone(desk: Counter, act: Act, flag: PointFlag) -> None:
    reference = with_flags(desk, flag)

    allowed = flag in POINT_NEEDS[act]

    if allowed:
        assert flags_of(require_point(reference, desk.session().desk, act, TODAY)) == {flag}
    else:
        with pytest.raises(DeskError):
            require_point(reference, desk.session().desk, act, TODAY)


def test_an_act_that_asks_nothing_of_the_point_still_needs_the_service_in_the_desk_file(
    desk: Counter,
) -> None:
    dossiers_only = replace(desk.session().desk, services=frozenset({"tthc"}))

    require_point(with_flags(desk), desk.session().desk, Act.STORE_ITEM, TODAY)

    with pytest.raises(DeskError, match=r"item\.service_not_allowed"):
        require_point(desk.reference, dossiers_only, Act.STORE_ITEM, TODAY)
