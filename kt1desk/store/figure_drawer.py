"""What is counted of drawers: cash by its kind, lines of other counter services, shifts closed.

This module must not know where its statements run.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import and_, case

from kt1desk.domain.drawer import CashKind
from kt1desk.domain.reporting.figures import Measure
from kt1desk.store.figure_place import Place, in_period, whole, word
from kt1desk.store.figure_question import Counting, Part, Question, Told, counted, how_many, sum_of, times

IN, OUT = "in", "out"
EVEN, OVER, SHORT = "even", "over", "short"


def questions(place: Place) -> tuple[Question, ...]:
    """All of them."""
    return (_cash(place), _services(place), _shifts(place))


def _cash(place: Place) -> Question:
    shift, cash = place["shift"], place["shift_cash"]
    counting = Counting(
        shift.join(cash, place.same(shift, cash, "shift")),
        place.of_text(shift.c.business_date),
        (cash.c.kind,),
        (
            times(cash.c.received_dong > whole(0)),
            sum_of(cash.c.received_dong),
            times(cash.c.paid_dong > whole(0)),
            sum_of(cash.c.paid_dong),
        ),
        (in_period(shift.c.business_date), place.of_a_desk(shift)),
    )
    statement = counted(place.at(shift), counting)
    return Question("cash", frozenset({Measure.CASH}), statement, 1, _tell_cash)


def _tell_cash(told: Told) -> Iterable[Part]:
    kind, (received, received_dong, paid, paid_dong) = told.says[0], told.sums
    yield told.figure(Measure.CASH, (kind, IN, ""), (received, received_dong))
    yield told.figure(Measure.CASH, (kind, OUT, ""), (paid, paid_dong))


def _services(place: Place) -> Question:
    shift, line = place["shift"], place["drawer_line"]
    flow = case((line.c.paid_dong > whole(0), word(OUT)), else_=word(IN))
    counting = Counting(
        shift.join(line, and_(*place.here(shift, line), line.c.shift == shift.c.shift)),
        place.of_text(shift.c.business_date),
        (line.c.what, flow),
        (sum_of(line.c.customers), sum_of(line.c.received_dong.op("+")(line.c.paid_dong))),
        (
            in_period(shift.c.business_date),
            place.of_a_desk(shift),
            line.c.kind == word(CashKind.SERVED.value),
            line.c.undoes == word(""),
            line.c.undone_by == word(""),
        ),
    )
    statement = counted(place.at(shift), counting)
    return Question("counter_services", frozenset({Measure.COUNTER_SERVICES}), statement, 2, _tell_services)


def _tell_services(told: Told) -> Iterable[Part]:
    (service, flow), (customers, dong) = told.says, told.sums
    yield told.figure(Measure.COUNTER_SERVICES, (service, flow, ""), (customers, dong))


def _shifts(place: Place) -> Question:
    shift = place["shift"]
    over_dong = shift.c.counted_dong.op("-")(shift.c.expected_dong)
    balance = case(
        (shift.c.counted_dong > shift.c.expected_dong, word(OVER)),
        (shift.c.counted_dong < shift.c.expected_dong, word(SHORT)),
        else_=word(EVEN),
    )
    counting = Counting(
        shift,
        place.of_text(shift.c.business_date),
        (balance,),
        (how_many(), sum_of(over_dong)),
        (in_period(shift.c.business_date), place.of_a_desk(shift), shift.c.closed_ms > whole(0)),
    )
    statement = counted(place.at(shift), counting)
    return Question("shifts", frozenset({Measure.SHIFTS}), statement, 1, _tell_shifts)


def _tell_shifts(told: Told) -> Iterable[Part]:
    shifts, dong = told.sums
    yield told.figure(Measure.SHIFTS, ("", told.says[0], ""), (shifts, abs(dong)))
