"""What is counted of KT1: items accepted, offered, delivered and sent back, and its complaints.

This module must not know where its statements run.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Subquery, and_, case, func, select, text

from kt1desk.domain.custody import SENDER, State, Step, ThingKind, party
from kt1desk.domain.events import Stream
from kt1desk.domain.reporting.figures import Measure
from kt1desk.domain.service import Service
from kt1desk.store.custody_tables import IDENTITY, OFFERED
from kt1desk.store.figure_place import Place, exactly, in_period, in_period_ms, whole, word
from kt1desk.store.figure_question import Counting, Part, Question, Told, counted, how_many, sum_of, times
from kt1desk.store.tables import OWN

IN_TIME, LATE, NOT_SAID = "in_time", "late", "open"
COMPLAINTS = "complaints"
"""The register of KT1's complaints."""

_GONE = [word(state.value) for state in (State.REVERSED, State.REJECTED)]


def questions(place: Place) -> tuple[Question, ...]:
    """All of them."""
    return (
        _accepted(place),
        _of_agencies(place),
        _first_offers(place),
        _delivered(place),
        _returned(place),
        _complaints(place),
        _answered(place),
    )


def _accepted(place: Place) -> Question:
    item, shift = place["item"], place["shift"]
    counting = Counting(
        shift.join(item, place.in_shift(shift, item, "first_item", "last_item")),
        place.of_text(shift.c.business_date),
        (item.c.product, item.c.scope, item.c.payment),
        (how_many(), sum_of(item.c.total_dong), times(item.c.total_dong == whole(0))),
        (
            in_period(shift.c.business_date),
            place.of_a_desk(shift),
            shift.c.first_item > whole(0),
            exactly(item.c.source, whole(OWN)),
            exactly(item.c.service, word(Service.KT1.value)),
            item.c.state.not_in(_GONE),
        ),
    )
    measures = frozenset({Measure.ITEMS, Measure.ITEMS_PAID, Measure.ITEMS_UNPRICED})
    return Question("items", measures, counted(place.at(shift), counting), 3, _tell_accepted)


def _tell_accepted(told: Told) -> Iterable[Part]:
    (product, scope, payment), (items, dong, unpriced) = told.says, told.sums
    yield told.figure(Measure.ITEMS, (product, scope, ""), (items, dong))
    yield told.figure(Measure.ITEMS_PAID, (payment, "", ""), (items, dong))
    yield told.figure(Measure.ITEMS_UNPRICED, (product, "", ""), (unpriced, 0))


def _of_agencies(place: Place) -> Question:
    rows = place["agency_day"]
    counting = Counting(
        rows,
        place.of_text(rows.c.day),
        (rows.c.agency,),
        (sum_of(rows.c["items"]), sum_of(rows.c.total_dong)),
        (in_period(rows.c.day), place.of_a_desk(rows)),
    )
    statement = counted(place.at(rows), counting)
    return Question("agency_items", frozenset({Measure.AGENCY_ITEMS}), statement, 1, _tell_agencies)


def _tell_agencies(told: Told) -> Iterable[Part]:
    items, dong = told.sums
    yield told.figure(Measure.AGENCY_ITEMS, ("", "", told.says[0]), (items, dong))


def _offered(place: Place, *steps: Step) -> Subquery:
    """What is known of these steps of KT1 items, each with its turn among those of its item."""
    touch, when = place["touch"], place["custody_event"]
    order = (
        *(when.c[name] for name in ("happened_ms", "hlc_ms", "hlc_count")),
        *(touch.c[name] for name in IDENTITY),
    )
    desk = (touch.c[place.at_desk],) if place.at_desk else ()
    return (
        select(
            *desk,
            *(touch.c[name] for name in ("number", "step", "holder", "device")),
            when.c.happened_ms,
            func.row_number().over(partition_by=(*desk, touch.c.number), order_by=order).label("turn"),
        )
        .select_from(touch.join(when, place.same(touch, when, *IDENTITY)))
        .where(
            text(f"touch.{OFFERED}"),
            touch.c.step.in_([word(step.value) for step in steps]),
            touch.c.kind == word(ThingKind.ITEM.value),
            touch.c.stream == whole(Stream.KT1.value),
        )
        .subquery("offered")
    )


def _of_items(place: Place, offered: Subquery) -> tuple[Any, ColumnElement[bool]]:
    """With the KT1 items that they are of, and whether it was done here on one of the days."""
    item = place["item"]
    same = and_(*place.here(offered, item), offered.c.number == item.c.item)
    here = and_(
        place.own(offered), in_period_ms(offered.c.happened_ms), item.c.service == word(Service.KT1.value)
    )
    return offered.join(item, same), here


def _first_offers(place: Place) -> Question:
    offered, item = _offered(place, Step.ATTEMPT, Step.DELIVER, Step.RETURN), place["item"]
    rows, here = _of_items(place, offered)
    due = case((item.c.agreed_ms > whole(0), item.c.agreed_ms), else_=item.c.deadline_ms)
    timely = case(
        (due == whole(0), word(NOT_SAID)), (offered.c.happened_ms <= due, word(IN_TIME)), else_=word(LATE)
    )
    counting = Counting(
        rows,
        place.of_ms(offered.c.happened_ms),
        (item.c.product, timely),
        (how_many(),),
        (
            here,
            offered.c.turn == whole(1),
            offered.c.step != word(Step.RETURN.value),
            offered.c.holder != word(party(SENDER)),
        ),
    )
    statement = counted(place.at(offered), counting)
    return Question("first_offers", frozenset({Measure.FIRST_OFFERS}), statement, 2, _tell_offers)


def _tell_offers(told: Told) -> Iterable[Part]:
    product, timely = told.says
    yield told.figure(Measure.FIRST_OFFERS, (product, timely, ""), (told.sums[0], 0))


def delivered(place: Place, service: Service) -> tuple[Any, tuple[ColumnElement[bool], ...]]:
    """Deliveries to receivers that stand, and what keeps them to this place, period and service: each has its own stream.

    Since when a thing stands where it does is when the event happened that says so, which is the delivery itself.
    """
    touch, standing = place["touch"], place["standing"]
    rows = touch.join(standing, place.same(touch, standing, "number", "kind", *IDENTITY))
    where = (
        text(f"touch.{OFFERED}"),
        touch.c.step == word(Step.DELIVER.value),
        touch.c.kind == word(ThingKind.ITEM.value),
        touch.c.stream == whole((Stream.KT1 if service is Service.KT1 else Stream.COUNTER).value),
        place.own(touch),
        in_period_ms(standing.c.since_ms),
        standing.c.state == word(State.DELIVERED.value),
    )
    return rows, where  # type: ignore[return-value]


def _delivered(place: Place) -> Question:
    rows, where = delivered(place, Service.KT1)
    touch, item = place["touch"], place["item"]
    counting = Counting(
        rows.join(item, and_(*place.here(touch, item), touch.c.number == item.c.item)),
        place.of_ms(place["standing"].c.since_ms),
        (item.c.product,),
        (how_many(),),
        where,
    )
    statement = counted(place.at(touch), counting)
    return Question("items_delivered", frozenset({Measure.ITEMS_DELIVERED}), statement, 1, _tell_delivered)


def _tell_delivered(told: Told) -> Iterable[Part]:
    yield told.figure(Measure.ITEMS_DELIVERED, (told.says[0], "", ""), (told.sums[0], 0))


def _returned(place: Place) -> Question:
    offered, item = _offered(place, Step.RETURN), place["item"]
    rows, here = _of_items(place, offered)
    counting = Counting(
        rows,
        place.of_ms(offered.c.happened_ms),
        (item.c.product,),
        (how_many(),),
        (here, offered.c.turn == whole(1)),
    )
    statement = counted(place.at(offered), counting)
    return Question("items_returned", frozenset({Measure.ITEMS_RETURNED}), statement, 1, _tell_returned)


def _tell_returned(told: Told) -> Iterable[Part]:
    yield told.figure(Measure.ITEMS_RETURNED, (told.says[0], "", ""), (told.sums[0], 0))


def _complaint_words(place: Place, *names: str) -> tuple[Any, dict[str, Any]]:
    """Entries of KT1's complaints with some of their words; the first one must be there, of the others "" stands for none."""
    entry, found = place["register_entry"], {}
    rows = entry
    for number, name in enumerate(names):
        value = place["register_value"].alias(f"said_{name}")
        same = and_(place.same(entry, value, "register", "entry"), value.c.name == word(name))
        rows = rows.join(value, same, isouter=number > 0)
        found[name] = value.c.value if number == 0 else func.coalesce(value.c.value, word(""))
    return rows, found


def _complaints(place: Place) -> Question:
    rows, said = _complaint_words(place, "on", "what")
    entry = place["register_entry"]
    counting = Counting(
        rows,
        place.of_text(said["on"]),
        (said["what"],),
        (how_many(),),
        (in_period(said["on"]), entry.c.register == word(COMPLAINTS), place.own(entry)),
    )
    statement = counted(place.at(entry), counting)
    return Question("kt1_complaints", frozenset({Measure.COMPLAINTS}), statement, 1, _tell_complaints)


def _tell_complaints(told: Told) -> Iterable[Part]:
    yield told.figure(Measure.COMPLAINTS, (told.says[0], "", Service.KT1.value), (told.sums[0], 0))


def _answered(place: Place) -> Question:
    rows, said = _complaint_words(place, "answered", "outcome")
    entry = place["register_entry"]
    counting = Counting(
        rows,
        place.of_text(said["answered"]),
        (said["outcome"],),
        (how_many(),),
        (in_period(said["answered"]), entry.c.register == word(COMPLAINTS), place.own(entry)),
    )
    statement = counted(place.at(entry), counting)
    return Question(
        "kt1_complaints_answered", frozenset({Measure.COMPLAINTS_ANSWERED}), statement, 1, _tell_answered
    )


def _tell_answered(told: Told) -> Iterable[Part]:
    says = (told.says[0], NOT_SAID, Service.KT1.value)
    yield told.figure(Measure.COMPLAINTS_ANSWERED, says, (told.sums[0], 0))
