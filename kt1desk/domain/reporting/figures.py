"""Figures: what happened on a day at a point, counted. Every report is made of these and of nothing else that happened.

A figure is counted where the event was written, at the desk that wrote it, and there alone: the figures of points add up to those of the
province, those of days to those of a year, and nothing is counted twice. «Nhận» counts at the acceptance, «trả» at the confirmed delivery;
what was taken back later is not counted at all, from whichever day it was (so that late news changes old figures, and an issued report is
frozen with its version).

No figure names a person, an item or a case. This module must not know any table of a database.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum


class Measure(StrEnum):
    """What is counted. Beside each: what stands in ``what``, ``about`` and ``whose``; "" where nothing is said."""

    ITEMS = "items"
    """KT1 items accepted. what: product (KT1001); about: scope; ``dong``: price with VAT, 0 while there is none."""
    ITEMS_PAID = "items_paid"
    """The same items once more. what: ``account`` or ``cash``; ``dong`` as above."""
    ITEMS_UNPRICED = "items_unpriced"
    """Accepted items that have no price yet. what: product."""
    AGENCY_ITEMS = "agency_items"
    """Accepted items without a letter, by who sent them (of an A, B or C item no figure says who). whose: agency; ``dong``: price."""
    FIRST_OFFERS = "first_offers"
    """Items offered for the first time. what: product; about: ``in_time``, ``late``, or ``open`` where no time was laid down."""
    ITEMS_DELIVERED = "items_delivered"
    """Items delivered. what: product."""
    ITEMS_RETURNED = "items_returned"
    """Items sent back to their senders. what: product."""
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
    """The same results. about: ``in_time``, ``late`` or ``open``; whose: authority."""
    DOSSIER_MONEY = "dossier_money"
    """Money of cases taken. what: ``postage``, ``collected``, ``pass_on``; ``count``: cases with such a sum."""
    REMITTED = "remitted"
    """Collected money passed on. whose: authority; ``count``: cases."""
    COMPLAINTS = "complaints"
    """Complaints received. what: code; whose: ``kt1`` or ``tthc``."""
    COMPLAINTS_ANSWERED = "complaints_answered"
    """Complaints answered. what: outcome; about: ``in_time`` or ``late``, whose as above."""
    CASH = "cash"
    """Cash of the drawer by its kind (`kt1desk.domain.drawer.CashKind`). what: kind; about: ``in`` or ``out``."""
    COUNTER_SERVICES = "counter_services"
    """Simple lines of other counter services. what: service; about: ``in`` or ``out``; ``count``: customers."""
    SHIFTS = "shifts"
    """Shifts closed. about: ``even``, ``over`` or ``short``; ``dong``: the difference, not less than zero."""


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
    sums: dict[Figure, Tally] = {}
    for figure in figures:
        name = replace(figure, count=0, dong=0)
        sums[name] = sums.get(name, Tally()) + Tally(figure.count, figure.dong)
    return tuple(
        replace(name, count=sum_.count, dong=sum_.dong)
        for name, sum_ in sorted(sums.items())
        if sum_ != Tally()
    )
