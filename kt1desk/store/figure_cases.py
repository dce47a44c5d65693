"""What is counted of cases: taken, results given, their money, complaints; and the incident records of both services.

This module must not know where its statements run.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import and_, case, func, text

from kt1desk.domain.custody import Custody
from kt1desk.domain.dossier import Form
from kt1desk.domain.reporting.figures import Measure
from kt1desk.domain.service import Service
from kt1desk.services.case_rows import Way
from kt1desk.store.case_tables import MONEY_PASSED
from kt1desk.store.figure_items import IN_TIME, LATE, NOT_SAID, delivered
from kt1desk.store.figure_place import LocalDay, Place, exactly, in_period, in_period_ms, whole, word
from kt1desk.store.figure_question import Counting, Part, Question, Told, counted, how_many, sum_of, times
from kt1desk.store.projections.counter_books import ANSWERED
from kt1desk.store.projections.incidents import CLOSED
from kt1desk.store.tables import OWN

_SUMS = ("postage", "collected", "pass_on")


def questions(place: Place) -> tuple[Question, ...]:
    """All of them."""
    return (
        _taken(place),
        _results(place),
        _remitted(place),
        _complaints(place),
        _answered(place),
        _incidents(place),
        _incidents_closed(place),
    )


def _taken(place: Place) -> Question:
    dossier, shift = place["dossier"], place["shift"]
    sums = [dossier.c[f"{kind}_dong"] for kind in _SUMS]
    counting = Counting(
        shift.join(dossier, place.in_shift(shift, dossier, "first_dossier", "last_dossier")),
        place.of_text(shift.c.business_date),
        (dossier.c.form, dossier.c.procedure, dossier.c.authority),
        (how_many(), *map(sum_of, sums), *(times(dong > whole(0)) for dong in sums)),
        (
            in_period(shift.c.business_date),
            place.of_a_desk(shift),
            shift.c.first_dossier > whole(0),
            exactly(dossier.c.source, whole(OWN)),
            dossier.c.state != word(Custody.REVERSED.value),
        ),
    )
    measures = frozenset({Measure.DOSSIERS, Measure.RESULT_ORDERS, Measure.DOSSIER_MONEY})
    return Question("dossiers", measures, counted(place.at(shift), counting), 3, _tell_taken)


def _tell_taken(told: Told) -> Iterable[Part]:
    (form, procedure, authority), (cases, *sums) = told.says, told.sums
    measure = Measure.RESULT_ORDERS if form == Form.RETURN else Measure.DOSSIERS
    yield told.figure(measure, (form, procedure, authority), (cases, sums[0]))
    for number, kind in enumerate(_SUMS):
        tally = (sums[len(_SUMS) + number], sums[number])
        yield told.figure(Measure.DOSSIER_MONEY, (kind, "", ""), tally)


def _results(place: Place) -> Question:
    rows, where = delivered(place, Service.TTHC)
    touch, cover, dossier = place["touch"], place["cover"], place["dossier"]
    happened_ms = place["standing"].c.since_ms
    due = func.coalesce(
        func.nullif(dossier.c.official_day, word("")), func.nullif(dossier.c.promised, word(""))
    )
    timely = case(
        (due.is_(None), word(NOT_SAID)), (LocalDay(happened_ms) <= due, word(IN_TIME)), else_=word(LATE)
    )
    said = [func.coalesce(dossier.c[name], word("")) for name in ("form", "procedure", "authority")]
    counting = Counting(
        rows.join(cover, and_(*place.here(touch, cover), cover.c.item == touch.c.number)).outerjoin(
            dossier, place.same(cover, dossier, "dossier")
        ),
        place.of_ms(happened_ms),
        (*said, timely),
        (how_many(),),
        (*where, cover.c.way == word(Way.RETURN.value)),
    )
    measures = frozenset({Measure.RESULTS, Measure.RESULTS_ON_TIME})
    return Question("results", measures, counted(place.at(touch), counting), 4, _tell_results)


def _tell_results(told: Told) -> Iterable[Part]:
    (form, procedure, authority, timely), (results,) = told.says, told.sums
    yield told.figure(Measure.RESULTS, (form, procedure, authority), (results, 0))
    yield told.figure(Measure.RESULTS_ON_TIME, ("", timely, authority), (results, 0))


def _remitted(place: Place) -> Question:
    passed, dossier = place["case_event"], place["dossier"]
    counting = Counting(
        passed.outerjoin(dossier, place.same(passed, dossier, "dossier")),
        place.of_ms(passed.c.happened_ms),
        (func.coalesce(dossier.c.authority, word("")),),
        (how_many(), sum_of(passed.c.amount_dong)),
        (text(f"case_event.{MONEY_PASSED}"), place.own(passed), in_period_ms(passed.c.happened_ms)),  # type: ignore[arg-type]
    )
    statement = counted(place.at(passed), counting)
    return Question("remitted", frozenset({Measure.REMITTED}), statement, 1, _tell_remitted)


def _tell_remitted(told: Told) -> Iterable[Part]:
    cases, dong = told.sums
    yield told.figure(Measure.REMITTED, ("", "", told.says[0]), (cases, dong))


def _complaints(place: Place) -> Question:
    rows = place["complaint"]
    counting = Counting(
        rows,
        place.of_text(rows.c.received_day),
        (rows.c.code,),
        (how_many(),),
        (in_period(rows.c.received_day), place.own(rows)),
    )
    statement = counted(place.at(rows), counting)
    return Question("complaints", frozenset({Measure.COMPLAINTS}), statement, 1, _tell_complaints)


def _tell_complaints(told: Told) -> Iterable[Part]:
    yield told.figure(Measure.COMPLAINTS, (told.says[0], "", Service.TTHC.value), (told.sums[0], 0))


def _answered(place: Place) -> Question:
    complaint, said = place["complaint"], place["last_word"]
    same = and_(
        *place.here(complaint, said),
        said.c.what == word(ANSWERED),
        said.c["key"] == complaint.c.complaint,
    )
    timely = case((LocalDay(complaint.c.answered_ms) <= complaint.c.due_day, word(IN_TIME)), else_=word(LATE))
    counting = Counting(
        complaint.join(said, same),
        place.of_ms(complaint.c.answered_ms),
        (complaint.c.outcome, timely),
        (how_many(),),
        (in_period_ms(complaint.c.answered_ms), complaint.c.answered_ms > whole(0), place.own(said)),
    )
    measures = frozenset({Measure.COMPLAINTS_ANSWERED})
    return Question("complaints_answered", measures, counted(place.at(said), counting), 2, _tell_answered)


def _tell_answered(told: Told) -> Iterable[Part]:
    outcome, timely = told.says
    yield told.figure(Measure.COMPLAINTS_ANSWERED, (outcome, timely, Service.TTHC.value), (told.sums[0], 0))


def _incidents(place: Place) -> Question:
    rows = place["incident"]
    counting = Counting(
        rows,
        place.of_ms(rows.c.opened_ms),
        (rows.c.code, rows.c.severity, rows.c.service),
        (how_many(),),
        (in_period_ms(rows.c.opened_ms), rows.c.code != word(""), place.own(rows)),
    )
    statement = counted(place.at(rows), counting)
    return Question("incidents", frozenset({Measure.INCIDENTS}), statement, 3, _tell_incidents)


def _tell_incidents(told: Told) -> Iterable[Part]:
    code, severity, service = told.says
    yield told.figure(Measure.INCIDENTS, (code, severity, service), (told.sums[0], 0))


def _incidents_closed(place: Place) -> Question:
    incident, said = place["incident"], place["last_word"]
    same = and_(
        *place.here(incident, said),
        said.c.what == word(CLOSED),
        said.c["key"] == incident.c.incident,
    )
    counting = Counting(
        incident.join(said, same),
        place.of_ms(incident.c.closed_ms),
        (incident.c.code, incident.c.severity, incident.c.service),
        (how_many(),),
        (in_period_ms(incident.c.closed_ms), incident.c.closed_ms > whole(0), place.own(said)),
    )
    measures = frozenset({Measure.INCIDENTS_CLOSED})
    return Question("incidents_closed", measures, counted(place.at(said), counting), 3, _tell_closed)


def _tell_closed(told: Told) -> Iterable[Part]:
    code, severity, service = told.says
    yield told.figure(Measure.INCIDENTS_CLOSED, (code, severity, service), (told.sums[0], 0))
