"""The plan of a province: which point has how much on which day, and what happens there, act by act.

Pure: everything follows from the order and the reference data. The days of a point are planned one at a time, each from a source of
chance of its own, so that a plan of a million items needs no memory and a day is the same whatever was planned before it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from kt1desk.domain.calendar import WorkingCalendar
from kt1desk.domain.dated import in_force
from kt1desk.domain.procedure import Procedure
from kt1desk.domain.reference import Point, ReferenceData
from kt1desk.sampling.acts import (
    Act,
    CoverRefused,
    Day,
    DossierBrought,
    ItemBrought,
    ItemCorrected,
    ItemWithdrawn,
    NumberSpoilt,
    PaperAgain,
    ShiftBegun,
    ShiftEnded,
)
from kt1desk.sampling.cases import Cases
from kt1desk.sampling.covers import Covers
from kt1desk.sampling.load import NOON_MS, apportion, arrivals, day_share, point_shares
from kt1desk.sampling.order import SampleOrder
from kt1desk.sampling.people import CLERK, Staff, staff_of
from kt1desk.sampling.virtual import chance_of, midnight_ms
from kt1desk.services.drafts import AcceptanceDraft
from kt1desk.services.numbers import VoidReason
from kt1desk.services.papers import ReprintReason
from kt1desk.services.reversal import ReversalReason

REVISION = 3
"""Counted up when the same order comes to mean other work."""

_REFUSED, _SPOILT, _MISCOUNTED = 0.008, 0.004, 0.06
_WITHDRAWN, _CORRECTED, _AGAIN, _DOSSIER = 0.006, 0.008, 0.006, 0.02
_TOO_LIGHT_G = 5
_REGRETTED = 5
_MISCOUNTS = (-50_000, -20_000, -10_000, -5_000, -1_000, 1_000, 2_000, 5_000, 10_000)
_FLOAT_DONG = 500_000
_BEGIN_MS, _END_MS = 6 * 3_600_000 + 45 * 60_000, 18 * 3_600_000 + 20 * 60_000
_HANDOVER_MS = 5 * 60_000
_BUSY = "provincial_kt1"
_WITHDRAWN_FOR = (ReversalReason.WITHDRAWN, ReversalReason.MISTAKE)
_SECOND_SHARE = 0.35
_SPARE_SERIALS = 1_000


@dataclass(frozen=True, slots=True)
class PointPlan:
    """One point of the plan.

    Attributes:
        items: how many are accepted on each date of the order.
        first, last: serials of its block of numbers; no two points share one.
    """

    point: Point
    staff: Staff
    items: tuple[int, ...]
    first: int
    last: int


def points_of(order: SampleOrder, reference: ReferenceData) -> tuple[PointPlan, ...]:
    """All points of an order, the busiest first.

    Raises:
        DeskError: ``sample.*`` where the order cannot be carried out; ``reference.calendar_missing``.
    """
    there = [point for point in in_force(reference.points, order.last_day) if point.kt1_accept]
    points = there[: order.checked(len(there)).points]
    calendar = WorkingCalendar(reference.calendar)
    planned: list[PointPlan] = []
    first = 1
    for point, items in zip(points, apportion(order.items, point_shares(points)), strict=True):
        chance = chance_of(order.seed, point.code, "point")
        shares = [day_share(day, calendar, chance) for day in order.dates()]
        last = first + _block(items) - 1
        staff = staff_of(point, order.last_day, chance)
        planned.append(PointPlan(point, staff, tuple(apportion(items, shares)), first, last))
        first = last + 1
    return tuple(planned)


def days_of(
    order: SampleOrder, reference: ReferenceData, procedures: Sequence[Procedure], plan: PointPlan
) -> Iterator[Day]:
    """What happens at a point, day by day; ``procedures`` are those that the desk knows."""
    covers = Covers(order.seed, reference, plan.point, order.last_day)
    cases = Cases(reference, procedures, plan.point, order.last_day)
    calendar = WorkingCalendar(reference.calendar)
    for day, items in zip(order.dates(), plan.items, strict=True):
        chance = chance_of(order.seed, plan.point.code, day)
        takes_cases = plan.point.takes_dossiers and calendar.is_working(day)
        yield _day(_Desk(plan.point, plan.staff, covers, cases if takes_cases else None, chance), day, items)


@dataclass(frozen=True, slots=True)
class _Desk:
    """What a day is drawn from; no dossiers come on a day off."""

    point: Point
    staff: Staff
    covers: Covers
    cases: Cases | None
    chance: random.Random

    def user(self) -> str:
        second = self.staff.second
        return second if second and self.chance.random() < _SECOND_SHARE else CLERK


def _day(desk: _Desk, day: date, items: int) -> Day:
    """Shifts around what comes; the busy bureau has two, all others one."""
    begun = midnight_ms(day)
    times = [begun + at for at in arrivals(items, desk.chance)]
    if desk.point.kind != _BUSY:
        return Day(day, tuple(_shift(desk, day, begun + _BEGIN_MS, begun + _END_MS, times)))
    noon = begun + NOON_MS
    morning = [at for at in times if at < noon - _HANDOVER_MS]
    afternoon = [max(at, noon + _HANDOVER_MS) for at in times if at >= noon - _HANDOVER_MS]
    return Day(
        day,
        (
            *_shift(desk, day, begun + _BEGIN_MS, noon, morning),
            *_shift(desk, day, noon + 1, begun + _END_MS, afternoon),
        ),
    )


def _shift(desk: _Desk, day: date, begin: int, end: int, times: Sequence[int]) -> Iterator[Act]:
    chance = desk.chance
    yield ShiftBegun(begin, CLERK, day, _FLOAT_DONG)
    taken = _Taken()
    for at in times:
        yield from _visit(desk, at, day, taken)
        yield from _regretted(chance, at, taken)
        if desk.cases is not None and chance.random() < _DOSSIER:
            yield DossierBrought(at, desk.staff.uncleared or CLERK, desk.cases.brought(day, chance))
    difference = chance.choice(_MISCOUNTS) if chance.random() < _MISCOUNTED else 0
    yield ShiftEnded(end, CLERK, difference)


@dataclass(slots=True)
class _Taken:
    """The items of a shift so far, in their order, and which of them were taken back."""

    drafts: list[AcceptanceDraft] = field(default_factory=list)
    undone: set[int] = field(default_factory=set)


def _visit(desk: _Desk, at: int, day: date, taken: _Taken) -> Iterator[Act]:
    """Somebody at the counter: an item that is accepted, and now and then a cover handed back or a label spoilt before it."""
    chance, user = desk.chance, desk.user()
    if chance.random() < _REFUSED:
        yield CoverRefused(at, user, *desk.covers.refused(day, chance))
    if chance.random() < _SPOILT:
        yield NumberSpoilt(at, user, chance.choice(tuple(VoidReason)))
    draft = desk.covers.brought(at, day, chance)
    taken.drafts.append(draft)
    yield ItemBrought(at, user, draft)


def _regretted(chance: random.Random, at: int, taken: _Taken) -> Iterator[Act]:
    """What turns out wrong: the weight of the last item, a paper, or that an item was sent at all."""
    last = len(taken.drafts) - 1
    if chance.random() < _AGAIN:
        yield PaperAgain(
            at, CLERK, last, chance.choice(("label", "receipt")), chance.choice(tuple(ReprintReason))
        )
    if chance.random() < _CORRECTED:
        right = replace(taken.drafts[last], weight_g=taken.drafts[last].weight_g - _TOO_LIGHT_G)
        yield ItemCorrected(at, CLERK, last, right)
        taken.undone.add(last)
        taken.drafts.append(right)
    if chance.random() < _WITHDRAWN:
        which = chance.randint(max(0, last - _REGRETTED), last)
        if which not in taken.undone:
            taken.undone.add(which)
            yield ItemWithdrawn(at, CLERK, which, chance.choice(_WITHDRAWN_FOR))


def _block(items: int) -> int:
    """How many numbers a point gets: what it needs, a twentieth more, and a reserve to go on with."""
    return items + items // 20 + _SPARE_SERIALS
