"""Questions of the day's board: counts from what is counted along, else from an index, and the first rows of what waits.

Nothing here walks a table: what lies at the point is looked at place by place, what is due in the order of an index.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnClause, Select, and_, bindparam, case, func, literal_column, or_, select, text

from kt1desk.domain.case import CaseState
from kt1desk.domain.custody import Custody, State, Step, ThingKind
from kt1desk.domain.dossier import Form
from kt1desk.domain.service import Service
from kt1desk.services.case_rows import Way
from kt1desk.services.day_rows import Coming, DayEdges, DayItem, DueCounts, HourCount, Lying, SeatCount
from kt1desk.store.case_tables import CASES_HERE, DUE, NOT_DONE, NOT_TOLD, case_count, cover, dossier, visit
from kt1desk.store.columns import Number
from kt1desk.store.custody_tables import OURS, dispatch, holding, receptacle, touch, trip_bag
from kt1desk.store.held_rows import WAITING
from kt1desk.store.projections.label_rows import TO_HERE
from kt1desk.store.reader_centre import CentreRows
from kt1desk.store.statements import Connection, Prepared
from kt1desk.store.tables import ACCEPTED_HERE, KT1_HERE, item, shift

_ASKS = (*sorted(WAITING), State.OUT)
"""States in which an item asks for something: this point's own work, and what a postman has."""
_MAY_BE_TRIED = frozenset({State.STORED, State.FORWARDED, State.OUT})
_STATES = {state.value: state for state in State}
_HOUR_MS, _MINUTE_MS = 3_600_000, 60_000


def _literal(word: str) -> Any:
    return literal_column(f"'{word}'")


_SHIFTS = Prepared(
    select(
        shift.c.shift, shift.c.first_item, shift.c.last_item, shift.c.first_dossier, shift.c.last_dossier
    ).where(shift.c.shift > bindparam("low"), shift.c.shift < bindparam("high"))
)
"""The shifts of a business date, with the numbers of rows between which their items and cases lie."""


def _by_hour(rows: Any, here: str, gone: Sequence[Any]) -> Prepared:
    """What was accepted in a shift and stands, by hour: the rows between two numbers."""
    hour = (rows.c.accepted_ms + bindparam("offset_ms", type_=Number)) // literal_column(
        str(_HOUR_MS), Number
    )
    between = (rows.c.id >= bindparam("first"), rows.c.id <= bindparam("last"))
    kept = (rows.c.shift == bindparam("of_shift"), text(f"{rows.name}.{here}"), rows.c.state.not_in(gone))
    return Prepared(
        select(hour.label("hour"), func.count()).where(*between, *kept).group_by(literal_column("hour"))
    )


_ITEMS_BY_HOUR = _by_hour(
    item, ACCEPTED_HERE, [_literal(state.value) for state in (State.REVERSED, State.REJECTED)]
)
_CASES_BY_HOUR = _by_hour(dossier, CASES_HERE, [_literal(Custody.REVERSED.value)])
_SEATS = Prepared(
    select(holding.c.keeper, holding.c.state, holding.c["items"])
    .where(holding.c.service == bindparam("of_service"))
    .order_by(holding.c.keeper, holding.c.state)
)
_at_place = (
    text(f"item.{OURS}"),
    item.c.service == bindparam("of_service"),
    item.c.state == bindparam("of_state"),
    item.c.keeper == bindparam("of_keeper"),
)
_to_applicant = and_(
    item.c.product.in_([_literal(way.value) for way in Way if not way.to_authority]),
    item.c.goes_back == literal_column("0"),
)
_authority = func.coalesce(
    select(dossier.c.authority)
    .select_from(cover.join(dossier, dossier.c.dossier == cover.c.dossier))
    .where(cover.c.item == item.c.item)
    .correlate(item)
    .scalar_subquery(),
    _literal(""),
)
_whose = case(
    (or_(_to_applicant, item.c.service == _literal(Service.KT1.value)), _literal("")), else_=_authority
)
_LYING = Prepared(
    select(
        (item.c.origin == bindparam("at_point")).label("a"),
        case((_to_applicant, literal_column("1")), else_=literal_column("0")).label("b"),
        _whose.label("c"),
        func.count(),
    )
    .where(*_at_place)
    .group_by(literal_column("a"), literal_column("b"), literal_column("c"))
)


def _asking(when: str) -> Prepared:
    """KT1 items that ask for something here, the first deadline in front, by the index of deadlines: SQLite would sort all of them."""
    state: ColumnClause[str] = literal_column("state")
    return Prepared(
        select(literal_column("id"))
        .select_from(text("item INDEXED BY item_deadline"))
        .where(text(KT1_HERE), text(when), state.in_([_literal(each.value) for each in _ASKS]))
        .order_by(literal_column("deadline_ms"))
        .limit(bindparam("most"))
    )


_URGENT, _TIMELESS = _asking("deadline_ms > 0"), _asking("deadline_ms = 0")
_wanted: Select[Any] = select(literal_column("value")).select_from(
    func.json_each(bindparam("ids")).table_valued("value")
)
_DAY_ITEMS = Prepared(
    select(
        item.c.item,
        item.c.state,
        item.c.urgency,
        item.c.secrecy,
        item.c.deadline_ms,
        item.c.agreed_ms,
        item.c.origin,
    ).where(item.c.id.in_(_wanted))
)
_TRIED = Prepared(
    select(touch.c.number)
    .where(
        touch.c.number.in_(_wanted),
        touch.c.kind == _literal(ThingKind.ITEM.value),
        touch.c.step.in_([_literal(step.value) for step in (Step.ATTEMPT, Step.DELIVER)]),
    )
    .distinct()
)
_seen = (
    select(func.coalesce(func.sum(receptacle.c.seen), 0))
    .select_from(trip_bag.join(receptacle, receptacle.c.receptacle == trip_bag.c.receptacle))
    .where(trip_bag.c.dispatch == dispatch.c.dispatch)
    .correlate(dispatch)
    .scalar_subquery()
)
_left = case((dispatch.c["items"] > _seen, dispatch.c["items"] - _seen), else_=literal_column("0"))
_COMING = Prepared(
    select(func.count(), func.coalesce(func.sum(_left), 0)).where(
        dispatch.c.service == bindparam("of_service"),
        dispatch.c.direction == literal_column(str(TO_HERE)),
        dispatch.c.state == _literal(State.SENT.value),
    )
)
_PLACES = Prepared(select(case_count.c.authority, case_count.c.stage, case_count.c.cases))
_due: ColumnClause[str] = literal_column(DUE)
_place = (dossier.c.stage == bindparam("of_stage"), dossier.c.authority == bindparam("of_authority"))


def _due_between(low: str, high: str, *more: Any) -> Any:
    """How many cases of a place are due from one day on and before another; "" before the first of all days."""
    asked = (_due >= bindparam(low), _due < bindparam(high))
    return select(func.count()).select_from(dossier).where(*_place, *asked, *more).scalar_subquery()


_comes_back = dossier.c.form != _literal(Form.SEND.value)
_DUE_AT = Prepared(
    select(
        _due_between("first", "today"),
        _due_between("today", "tomorrow"),
        _due_between("tomorrow", "after"),
        _due_between("after", "next_week"),
        _due_between("none", "first"),
        _due_between("first", "tomorrow", _comes_back),
    )
)
_UNTOLD = Prepared(select(func.count()).select_from(dossier).where(text(NOT_TOLD)))
_VISITS = Prepared(select(func.count()).select_from(visit).where(text(NOT_DONE)))
_FIRST_DAY = "0"
"""Before every day that is one, after "" for none."""


class DayRows(CentreRows):
    """Implements `kt1desk.services.day_ports.DayReader`."""

    def accepted_on(self, business_date: str, offset_min: int) -> Sequence[HourCount]:
        """See `DayReader.accepted_on`; "0" is the character after the stroke in the name of a shift."""
        items, cases = Counter[int](), Counter[int]()
        for name, *edges in _SHIFTS.all(
            self._connection, {"low": f"{business_date}/", "high": f"{business_date}0"}
        ):
            asked = {"of_shift": name, "offset_ms": offset_min * _MINUTE_MS}
            for counted, way, (first, last) in (
                (items, _ITEMS_BY_HOUR, edges[:2]),
                (cases, _CASES_BY_HOUR, edges[2:]),
            ):
                counted.update(dict(way.all(self._connection, {**asked, "first": first, "last": last})))
        return [HourCount(hour, items[hour], cases[hour]) for hour in sorted({*items, *cases})]

    def seats(self, service: Service) -> Sequence[SeatCount]:
        """See `DayReader.seats`."""
        rows = _SEATS.all(self._connection, {"of_service": service})
        return [SeatCount(keeper, _STATES[state], int(items)) for keeper, state, items in rows]

    def lying(self, service: Service, seat: SeatCount, here: str) -> Sequence[Lying]:
        """See `DayReader.lying`."""
        asked = {"of_service": service, "of_state": seat.state, "of_keeper": seat.keeper, "at_point": here}
        rows = _LYING.all(self._connection, asked)
        return [Lying(bool(own), bool(back), whose, int(items)) for own, back, whose, items in rows]

    def day_items(self, here: str, most: int) -> Sequence[DayItem]:
        """See `DayReader.day_items`."""
        ids = [number for (number,) in _URGENT.all(self._connection, {"most": most})]
        ids += [number for (number,) in _TIMELESS.all(self._connection, {"most": most - len(ids)})]
        rows = _DAY_ITEMS.all(self._connection, {"ids": json.dumps(ids)})
        asked = [number for number, state, *_ in rows if state in _MAY_BE_TRIED]
        tried = _tried(self._connection, asked) if asked else frozenset[str]()
        return [
            DayItem(
                number,
                _STATES[state],
                urgency,
                secrecy,
                deadline_ms,
                agreed_ms,
                origin == here,
                state == State.ATTEMPTED or number in tried,
            )
            for number, state, urgency, secrecy, deadline_ms, agreed_ms, origin in rows
        ]

    def coming(self, service: Service) -> Coming:
        """See `DayReader.coming`."""
        row = _COMING.one(self._connection, {"of_service": service})
        return Coming(int(row[0]), int(row[1])) if row is not None else Coming(0, 0)

    def due_counts(self, states: Sequence[CaseState], edges: DayEdges) -> DueCounts:
        """See `DayReader.due_counts`: what is later is what is left of the count, for it is the most."""
        asked = {"none": "", "first": _FIRST_DAY, "today": edges.today, "tomorrow": edges.tomorrow}
        asked |= {"after": edges.after, "next_week": edges.next_week}
        sums, total = [0] * 6, 0
        for authority, stage, cases in _PLACES.all(self._connection):
            if stage in states:
                row = _DUE_AT.one(self._connection, {**asked, "of_stage": stage, "of_authority": authority})
                sums = [one + int(more) for one, more in zip(sums, row or (0,) * 6, strict=True)]
                total += int(cases)
        overdue, today, tomorrow, week, undated, to_fetch = sums
        later = total - overdue - today - tomorrow - week - undated
        return DueCounts(overdue, today, tomorrow, week, later, undated, to_fetch)

    def untold(self) -> int:
        """See `DayReader.untold`."""
        return int((_UNTOLD.one(self._connection) or (0,))[0])

    def open_visits(self) -> int:
        """See `DayReader.open_visits`."""
        return int((_VISITS.one(self._connection) or (0,))[0])


def _tried(connection: Connection, numbers: Sequence[str]) -> frozenset[str]:
    """Those of which an attempt or a delivery is known."""
    return frozenset(number for (number,) in _TRIED.all(connection, {"ids": json.dumps(list(numbers))}))
