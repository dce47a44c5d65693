"""Figures: what happened on a day at a point, counted. Every report is made of these and of nothing else that happened.

A figure is counted where the event was written, at the desk that wrote it, and there alone: the figures of points add up to those of the
province, those of days to those of a year, and nothing is counted twice. «Nhận» counts at the acceptance, «trả» at the confirmed delivery;
what was taken back later is not counted at all, from whichever day it was (so that late news changes old figures, and an issued report is
frozen with its version).

No figure names a person, an item or a case. This module must not know any table of a database.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from kt1desk.domain.service import Service


class Measure(StrEnum):
    """What is counted. Beside each: what stands in ``what``, ``about`` and ``whose``; "" where nothing is said."""

    ITEMS = "items"
    """KT1 items accepted and neither taken back nor rejected by the second person. what: product (KT1001); about: scope; ``dong``: price
    with VAT, 0 while there is none."""
    ITEMS_PAID = "items_paid"
    """The same items once more. what: ``account`` or ``cash``; ``dong`` as above."""
    ITEMS_UNPRICED = "items_unpriced"
    """Accepted items that have no price yet. what: product."""
    AGENCY_ITEMS = "agency_items"
    """Accepted items without a letter, by who sent them (of an A, B or C item no figure says who). whose: agency; ``dong``: price. One that
    the second person rejected counts until it is taken back: whoever pays for it sees it on his statement so long, too."""
    FIRST_OFFERS = "first_offers"
    """Items offered to their receivers for the first time, by when it happened: the agreed time counts before the deadline. What is given
    back to the sender was not offered. what: product; about: ``in_time``, ``late``, or ``open`` where no time was laid down."""
    ITEMS_DELIVERED = "items_delivered"
    """Items delivered to their receivers; a delivery that lost against what another desk did counts nowhere. what: product."""
    ITEMS_RETURNED = "items_returned"
    """Items sent back to their senders, counted where and when that was decided, once for each item. what: product."""
    INCIDENTS = "incidents"
    """Incident records opened. what: code; about: severity; whose: ``kt1`` or ``tthc``."""
    INCIDENTS_CLOSED = "incidents_closed"
    """Incident records closed, as above."""
    DOSSIERS = "dossiers"
    """Cases taken that have a way to the authority: «hồ sơ tiếp nhận». what: form; about: procedure; whose: authority;
    ``dong``: postage."""
    RESULT_ORDERS = "result_orders"
    """Cases taken for the result alone, as above."""
    RESULTS = "results"
    """Results given to the applicant: «kết quả trả». what: form; about: procedure; whose: authority."""
    RESULTS_ON_TIME = "results_on_time"
    """The same results, by the day the case was due: the authority's own day, else the provisional one. about: ``in_time``, ``late``, or
    ``open`` where there is none; whose: authority."""
    DOSSIER_MONEY = "dossier_money"
    """Money of cases taken, on the day they were taken. what: ``postage``, ``collected``, ``pass_on``; ``count``: cases with such a sum.
    What was put right later changes the authority's money (``collected``) alone; of the post's own it is cash of the day it moved."""
    REMITTED = "remitted"
    """Collected money passed on, on the local date. whose: authority; ``count``: cases."""
    COMPLAINTS = "complaints"
    """Complaints, on the day they were received. what: code; whose: ``kt1`` or ``tthc``. Those of KT1 are entries of its register:
    each counts at the desk of its newest wording."""
    COMPLAINTS_ANSWERED = "complaints_answered"
    """Complaints answered. what: outcome; about: ``in_time`` or ``late``, with KT1 ``open``: its register lays no day down. whose as
    above."""
    CASH = "cash"
    """Cash of the drawer by its kind (`kt1desk.domain.drawer.CashKind`), all that moved: what was taken back moved twice. what: kind;
    about: ``in`` or ``out``; ``count``: shifts in which such cash moved so."""
    COUNTER_SERVICES = "counter_services"
    """Simple lines of other counter services; neither a line that was taken back nor the one that takes it back, which lie in one shift, so
    that no day is less than nothing. what: service; about: ``in`` or ``out``; ``count``: customers."""
    SHIFTS = "shifts"
    """Shifts closed. about: ``even``, ``over`` or ``short``; ``dong``: the difference, not less than zero."""


OF_EITHER = frozenset(
    {Measure.INCIDENTS, Measure.INCIDENTS_CLOSED, Measure.COMPLAINTS, Measure.COMPLAINTS_ANSWERED}
)
"""Measures whose figures say in ``whose`` of which service they are."""
OF_KT1 = frozenset(
    {
        *(Measure.ITEMS, Measure.ITEMS_PAID, Measure.ITEMS_UNPRICED, Measure.AGENCY_ITEMS),
        *(Measure.FIRST_OFFERS, Measure.ITEMS_DELIVERED, Measure.ITEMS_RETURNED),
    }
)
"""Measures that speak of KT1 items alone. What a drawer holds of them is cash like any other, which who keeps the drawer must know."""


@dataclass(frozen=True, slots=True, order=True)
class Figure:
    """One figure.

    Attributes:
        point: code of the point.
        day: business date (ISO) of what happened in a shift, else the local date (UTC+7).
        measure: what is counted; it says what the next three are.
        count: how many; never less than zero, and not zero.
        dong: the money that belongs to it.
    """

    point: str
    day: str
    measure: Measure
    what: str = ""
    about: str = ""
    whose: str = ""
    count: int = 0
    dong: int = 0


def is_of_kt1(figure: Figure) -> bool:
    """Whether a figure speaks of KT1 items, so that only who may read of them may read it."""
    return figure.measure in OF_KT1 or (figure.measure in OF_EITHER and figure.whose != Service.TTHC)


@dataclass(frozen=True, slots=True)
class Tally:
    """A number and its money."""

    count: int = 0
    dong: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.count + other.count, self.dong + other.dong)


def total(figures: Iterable[Figure]) -> Tally:
    """All of them."""
    count = dong = 0
    for figure in figures:
        count += figure.count
        dong += figure.dong
    return Tally(count, dong)


def grouped(figures: Iterable[Figure], key: Callable[[Figure], str]) -> dict[str, Tally]:
    """Sums by whatever ``key`` says of a figure."""
    sums: dict[str, Tally] = {}
    for figure in figures:
        name = key(figure)
        sums[name] = sums.get(name, Tally()) + Tally(figure.count, figure.dong)
    return sums


def merged(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """One figure for each point, day, measure and what it says, in order; sums of nothing are left out."""
    # a year of a province is some 100,000 figures: names are compared as plain tuples, and what stands alone stays what it is
    found: dict[tuple[str, str, Measure, str, str, str], Figure] = {}
    for each in figures:
        name = (each.point, each.day, each.measure, each.what, each.about, each.whose)
        before = found.get(name)
        found[name] = (
            each if before is None else Figure(*name, before.count + each.count, before.dong + each.dong)
        )
    return tuple(found[name] for name in sorted(found) if found[name].count or found[name].dong)
