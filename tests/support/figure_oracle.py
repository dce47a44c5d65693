"""Figures counted by going through what happened, one by one, past all tables: what the statements must agree with.

Slow and plain on purpose. It knows the journal of a desk (its own events, and those of others that it took in) and the rules of
`kt1desk.domain.reporting.figures.Measure`, and no table but those of the journal.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from kt1desk.domain.custody import State, Step, ThingKind
from kt1desk.domain.events import Envelope, Event, EventId
from kt1desk.domain.merging import Known, Standing, fold
from kt1desk.domain.reporting.figures import Figure, Measure, merged
from kt1desk.domain.touching import touches
from kt1desk.store import statements

_OWN = "SELECT envelope, body, prev, hash FROM event ORDER BY id"
_TAKEN = "SELECT envelope, body, prev, hash FROM received ORDER BY id"
_OFFERS = frozenset({Step.ATTEMPT, Step.DELIVER, Step.RETURN})
_SUMS = ("postage", "collected", "pass_on")


@dataclass
class Minded:
    """What a desk knows, by going through it."""

    own: list[Event] = field(default_factory=list)
    every: list[Event] = field(default_factory=list)
    things: dict[str, list[Known]] = field(default_factory=dict)
    stands: dict[str, Standing] = field(default_factory=dict)
    accepted: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    cases: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    case_of: dict[str, str] = field(default_factory=dict)
    shift_days: dict[str, str] = field(default_factory=dict)
    happened: dict[EventId, int] = field(default_factory=dict)

    def at_ms(self, event_id: EventId) -> int:
        """When it happened."""
        return self.happened[event_id]

    def is_own(self, event: Event) -> bool:
        """Whether this desk wrote it."""
        return event.id.device == self.own[0].id.device


def minded(desk: statements.Connection, point: str) -> Minded:
    """All of it."""
    own, taken = (list(_events(desk, question)) for question in (_OWN, _TAKEN))
    made = Minded(own, [*own, *taken])
    for event in made.every:
        body, envelope = event.body(), event.envelope
        made.happened[event.id] = envelope.happened.utc_ms
        for touch in touches(body, envelope):
            if touch.kind is ThingKind.ITEM:
                known = Known(event.id, envelope.hlc, envelope.parents, touch)
                made.things.setdefault(touch.number, []).append(known)
        if envelope.type == "item.accepted":
            made.accepted[str(body["item"])] = body
        elif envelope.type == "dossier.accepted":
            made.cases[str(body["dossier"])] = body
            made.case_of |= {leg["item"]: str(body["dossier"]) for leg in _list(body["legs"])}
        elif envelope.type == "shift.opened":
            made.shift_days[str(body["shift"])] = str(body["date"])
    made.stands = {number: fold(known, point) for number, known in made.things.items()}
    return made


def figures(desk: statements.Connection, device: int, point: str) -> tuple[Figure, ...]:
    """All of them, of all days."""
    mind = minded(desk, point)
    found = [
        *_items(mind),
        *_agencies(mind),
        *_offers(mind, device),
        *_cases(mind),
        *_money(mind),
        *_drawer(mind),
        *_records(mind),
        *_complaints(mind),
    ]
    return merged(Figure(point, *each) for each in found)


_Found = tuple[str, Measure, str, str, str, int, int]


def _items(mind: Minded) -> Iterator[_Found]:
    for body in _own(mind, "item.accepted"):
        number, day = body["item"], mind.shift_days[body["shift"]]
        if mind.stands[number].state in {State.REVERSED, State.REJECTED}:
            continue
        dong = body.get("charge", {}).get("total", 0)
        yield day, Measure.ITEMS, body["product"], body["scope"], "", 1, dong
        yield day, Measure.ITEMS_PAID, body["pay"], "", "", 1, dong
        if not dong:
            yield day, Measure.ITEMS_UNPRICED, body["product"], "", "", 1, 0


def _agencies(mind: Minded) -> Iterator[_Found]:
    taken_back = {body["item"] for body in _own(mind, "item.reversed")}
    for body in _own(mind, "item.accepted"):
        if "from" in body and body["item"] not in taken_back:
            dong = body.get("charge", {}).get("total", 0)
            day = mind.shift_days[body["shift"]]
            yield day, Measure.AGENCY_ITEMS, "", "", body["from"]["agency"], 1, dong


def _offers(mind: Minded, device: int) -> Iterator[_Found]:
    for number, known in mind.things.items():
        shown = [each for each in known if each.touch.step in _OFFERS]
        shown.sort(key=lambda each: (mind.at_ms(each.id), each.hlc, each.id))
        stand = mind.stands[number]
        gave = stand.head if stand.state is State.DELIVERED else None
        if number in mind.case_of:
            if gave is not None and gave.device == device:
                yield from _result(mind, number, mind.at_ms(gave))
            continue
        body = mind.accepted.get(number, {})
        product = body.get("product", "")
        first = shown[0] if shown else None
        if first is not None and first.id.device == device and _is_offer(first):
            at_ms, due = mind.at_ms(first.id), body.get("agreed", 0) or body.get("deadline", 0)
            timely = ("in_time" if at_ms <= due else "late") if due else "open"
            yield _day(at_ms), Measure.FIRST_OFFERS, product, timely, "", 1, 0
        if gave is not None and gave.device == device:
            yield _day(mind.at_ms(gave)), Measure.ITEMS_DELIVERED, product, "", "", 1, 0
        back = [each for each in shown if each.touch.step is Step.RETURN]
        if back and back[0].id.device == device:
            yield _day(mind.at_ms(back[0].id)), Measure.ITEMS_RETURNED, product, "", "", 1, 0


def _is_offer(known: Known) -> bool:
    return known.touch.step is not Step.RETURN and known.touch.holder != "party:sender"


def _result(mind: Minded, number: str, at_ms: int) -> Iterator[_Found]:
    body = mind.cases[mind.case_of[number]]
    if next(leg["way"] for leg in body["legs"] if leg["item"] == number) != "return":
        return
    due = body.get("official_day", "") or body.get("promised", "")
    timely = ("in_time" if _day(at_ms) <= due else "late") if due else "open"
    whose = body["authority"]["id"]
    yield _day(at_ms), Measure.RESULTS, body["form"], body["procedure"]["code"], whose, 1, 0
    yield _day(at_ms), Measure.RESULTS_ON_TIME, "", timely, whose, 1, 0


def _cases(mind: Minded) -> Iterator[_Found]:
    taken_back = {body["dossier"] for body in _own(mind, "dossier.reversed")}
    more: dict[str, int] = {}
    for event in mind.every:
        if event.envelope.type == "dossier.fee_corrected":
            body = _body(event)
            dong = body.get("more_dong", 0) - body.get("back_dong", 0)
            more[body["dossier"]] = more.get(body["dossier"], 0) + dong
    for body in _own(mind, "dossier.accepted"):
        if body["dossier"] in taken_back:
            continue
        day, form = mind.shift_days[body["shift"]], body["form"]
        measure = Measure.RESULT_ORDERS if form == "return" else Measure.DOSSIERS
        said = (form, body["procedure"]["code"], body["authority"]["id"])
        yield day, measure, *said, 1, body["sums"]["postage"]
        for kind in _SUMS:
            dong = body["sums"][kind] + (more.get(body["dossier"], 0) if kind == "collected" else 0)
            if dong:
                yield day, Measure.DOSSIER_MONEY, kind, "", "", 1, dong


def _money(mind: Minded) -> Iterator[_Found]:
    for event in mind.own:
        if event.envelope.type == "dossier.fees_remitted":
            for dossier, dong in _list(event.body()["cases"]):
                whose = mind.cases[dossier]["authority"]["id"]
                day = _day(event.envelope.happened.utc_ms)
                yield day, Measure.REMITTED, "", "", whose, 1, dong


def _drawer(mind: Minded) -> Iterator[_Found]:
    cash: dict[tuple[str, str, str], int] = {}
    for shift, kind, flow, dong in _cash(mind.own):
        if dong:
            cash[shift, kind, flow] = cash.get((shift, kind, flow), 0) + dong
    for (shift, kind, flow), dong in cash.items():
        yield mind.shift_days[shift], Measure.CASH, kind, flow, "", 1, dong
    lines = list(_own(mind, "counter.served"))
    undone = {body["undoes"] for body in lines if body.get("undoes")}
    for body in lines:
        if body.get("undoes") or body["line"] in undone:
            continue
        flow, dong = (
            ("out", body["paid_dong"]) if body.get("paid_dong") else ("in", body.get("received_dong", 0))
        )
        day = mind.shift_days[body["shift"]]
        yield day, Measure.COUNTER_SERVICES, body["service"], flow, "", body["customers"], dong
    for body in _own(mind, "shift.closed"):
        over = body["counted"] - body["expected"]
        how = "over" if over > 0 else "short" if over else "even"
        yield mind.shift_days[body["shift"]], Measure.SHIFTS, "", how, "", 1, abs(over)


def _cash(own: Iterable[Event]) -> Iterator[tuple[str, str, str, int]]:
    for event in own:
        kind, body = event.envelope.type, _body(event)
        if kind in {"cash.received", "cash.paid"}:
            flow = "in" if kind == "cash.received" else "out"
            yield body["shift"], body["kind"], flow, body["amount"]
        elif kind == "counter.served":
            yield body["shift"], "served", "in", body.get("received_dong", 0)
            yield body["shift"], "served", "out", body.get("paid_dong", 0)
        elif kind == "cash.moved":
            yield body["shift"], body["way"], "in" if body["way"] == "advance" else "out", body["amount_dong"]


def _records(mind: Minded) -> Iterator[_Found]:
    opened = {}
    for event in mind.every:
        if event.envelope.type.endswith("incident.opened"):
            body = _body(event)
            whose = "tthc" if event.envelope.type.startswith("tthc.") else "kt1"
            opened[body["incident"]] = (body["code"], body["severity"], whose)
            if mind.is_own(event):
                day = _day(event.envelope.happened.utc_ms)
                yield day, Measure.INCIDENTS, *opened[body["incident"]], 1, 0
    for event in _last(mind, "incident.closed", "incident"):
        body = _body(event)
        said = opened.get(body["incident"], ("", "", "tthc" if "tthc" in event.envelope.type else "kt1"))
        yield _day(event.envelope.happened.utc_ms), Measure.INCIDENTS_CLOSED, *said, 1, 0


def _complaints(mind: Minded) -> Iterator[_Found]:
    due = {}
    for event in mind.every:
        if event.envelope.type == "dossier.complaint_opened":
            body = _body(event)
            due[body["complaint"]] = body["due_day"]
            if mind.is_own(event):
                yield body["received_day"], Measure.COMPLAINTS, body["code"], "", "tthc", 1, 0
    for event in _last(mind, "dossier.complaint_answered", "complaint"):
        body = _body(event)
        if body["complaint"] in due:
            day = _day(body["answered_ms"])
            timely = "in_time" if day <= due[body["complaint"]] else "late"
            yield day, Measure.COMPLAINTS_ANSWERED, body["outcome"], timely, "tthc", 1, 0
    for event in _last(mind, "register.entered", "entry"):
        body = _body(event)
        values = dict(body["values"])
        if body["register"] == "complaints":
            yield values["on"], Measure.COMPLAINTS, values["what"], "", "kt1", 1, 0
            if values.get("answered"):
                said = (values.get("outcome", ""), "open", "kt1")
                yield values["answered"], Measure.COMPLAINTS_ANSWERED, *said, 1, 0


def _last(mind: Minded, kind: str, key: str) -> list[Event]:
    """Own events that spoke last of what they speak of."""
    newest: dict[str, Event] = {}
    for event in mind.every:
        if event.envelope.type.endswith(kind):
            name = str(event.body()[key])
            before = newest.get(name)
            if before is None or _order(before) < _order(event):
                newest[name] = event
    return [event for event in newest.values() if mind.is_own(event)]


def _order(event: Event) -> tuple[Any, ...]:
    return event.envelope.hlc, event.id


def _own(mind: Minded, kind: str) -> Iterator[Mapping[str, Any]]:
    return (_body(event) for event in mind.own if event.envelope.type == kind)


def _body(event: Event) -> Mapping[str, Any]:
    body: Mapping[str, Any] = json.loads(event.body_bytes)
    return body


def _list(value: object) -> list[Any]:
    assert isinstance(value, list | tuple)
    return list(value)


def _events(desk: statements.Connection, question: str) -> Iterator[Event]:
    for envelope, body, prev, hashed in desk.execute(question):
        yield Event(Envelope.decode(envelope), prev, hashed, envelope, body, ())


def _day(ms: int) -> str:
    return (datetime.fromtimestamp(ms / 1000, UTC) + timedelta(hours=7)).date().isoformat()
