"""What this point must do next about its cases, and how many cases stand where.

Everything is derived from what is known: nothing is a list that somebody keeps, so nothing is forgotten or ticked off. This module must
not know screens or SQL.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum
from itertools import groupby
from operator import attrgetter
from types import MappingProxyType

from kt1desk.domain.calendar import WorkingCalendar
from kt1desk.domain.case import NOT_HANDED, CaseState
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Moment
from kt1desk.domain.feasts import uncovered_feast
from kt1desk.domain.money import format_dong
from kt1desk.domain.permissions import Act
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.reference_tthc import authority
from kt1desk.services.case_rows import CaseQuery, CaseRow, DueQuery, FeeDue, Way
from kt1desk.services.case_terms import Term, Terms, day_of_ms, whose_day
from kt1desk.services.ports import Clock, Journal, Reader
from kt1desk.services.rights import require_now
from kt1desk.services.sessions import Session
from kt1desk.services.wording_case import outcome_name, way_name

WARN, KEEP, REMIND = "dossier.warn_days", "dossier.keep_days", "calendar.remind_days"
_LOOKED_AT = 500
"""So many of a kind are looked at, those that are due first: more tasks than that nobody works off in a day."""
_WITH_AUTHORITY = (CaseState.HANDED, CaseState.REGISTERED, CaseState.AWAITED)


class TaskKind(StrEnum):
    """What must be done, in the order of what comes first on the same day."""

    OVERDUE = "overdue"
    TELL = "tell"
    COMPLAINT_DUE = "complaint_due"
    SUPPLEMENT = "supplement"
    SLIP = "slip"
    RESULT_WAITS_LONG = "result_waits_long"
    FEES_DUE = "fees_due"
    SOON = "soon"
    HOLIDAY = "holiday"


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do. It names no person.

    Attributes:
        kind: what.
        dossier: the case, "" where it is about none.
        number: mã hồ sơ, number of a cover or complaint, id of an authority: what it is found by beside the case.
        due_day: until when (ISO), "" for as soon as possible.
        words: what is to be done, in one line.
        term: how its day stands to today.
    """

    kind: TaskKind
    dossier: str
    number: str
    due_day: str
    words: str
    term: Term = Term.TODAY


@dataclass(frozen=True, slots=True)
class AuthorityCount:
    """How many cases of an authority stand where, by `CaseState` value."""

    authority_id: str
    name: str
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Standpoint:
    """Where, on which day of the post and when tasks are looked for."""

    here: str
    on: date
    now: Moment


class CaseTasks:
    """Tasks and counts of this point."""

    def __init__(self, journal: Journal, reference: ReferenceData, clock: Clock) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock

    def tasks(self, session: Session) -> tuple[Task, ...]:
        """What must be done, what comes first in front.

        Raises:
            DeskError: rights, ``reference.setting_missing``.
        """
        with self._journal.read() as reader:
            on = require_now(session, Act.SEE_DOSSIERS, reader.open_shift(), self._clock)
            at = Standpoint(session.desk.point, on, self._clock.now())
            found = tasks_found(reader, self._reference, at, _LOOKED_AT)
        order = list(TaskKind)
        return tuple(
            sorted(found, key=lambda task: (task.due_day, order.index(task.kind), task.dossier, task.number))
        )

    def board(self, session: Session) -> tuple[AuthorityCount, ...]:
        """How many cases stand where, by authority, in the order of their names.

        Raises:
            DeskError: rights.
        """
        with self._journal.read() as reader:
            on = require_now(session, Act.SEE_DOSSIERS, reader.open_shift(), self._clock)
            rows = reader.case_counts()
        counts: dict[str, dict[str, int]] = {}
        for whose, state, count in rows:
            counts.setdefault(whose, {})[state] = count
        made = (
            AuthorityCount(whose, _name(self._reference, whose, on), MappingProxyType(states))
            for whose, states in counts.items()
        )
        return tuple(sorted(made, key=lambda row: (row.name, row.authority_id)))


def tasks_found(reader: Reader, reference: ReferenceData, at: Standpoint, most: int) -> tuple[Task, ...]:
    """What must be done, in no order, for whoever has asked for the rights: ``most`` of a kind, those that are due first.

    Raises:
        DeskError: ``reference.setting_missing``.
    """
    return tuple(_Finding(reference, reader, at, most).all())


@dataclass(frozen=True, slots=True)
class _Finding:
    """One look at everything a point has."""

    reference: ReferenceData
    reader: Reader
    at: Standpoint
    most: int

    def all(self) -> Iterator[Task]:
        """Every task, in no order."""
        yield from self._to_tell()
        yield from self._slips()
        yield from self._supplements()
        yield from self._days()
        yield from self._results()
        yield from self._fees()
        yield from self._complaints()
        yield from self._feast()

    @property
    def terms(self) -> Terms:
        """Days seen from today."""
        warn_days = self.reference.setting_int(WARN, self.at.on)
        return Terms(WorkingCalendar(self.reference.calendar), self.at.on, warn_days)

    @property
    def zone(self) -> timezone:
        """Of the wall clock."""
        return timezone(timedelta(minutes=self.at.now.offset_min))

    def _all(self, state: CaseState) -> Sequence[CaseRow]:
        """Every case that stands so, however many: what is asked of it has another day than the order it came in."""
        many = sum(cases for _, stage, cases in self.reader.case_counts() if stage == state)
        return self.reader.cases(CaseQuery((state,), limit=many)) if many else ()

    def _to_tell(self) -> Iterator[Task]:
        for case in self.reader.notices(self.most):
            until = f", trước hết {_day(case.asked_until)}" if case.asked_until else ""
            words = f"{outcome_name(case.decided)}: báo và đưa thông báo cho người nộp{until}"
            yield self._task(TaskKind.TELL, case, self._day_of(case.since_ms), words)

    def _slips(self) -> Iterator[Task]:
        """A giấy hẹn in our hands: sent on where another point accepted the case, else the applicant is told."""
        for case in self.reader.slips_here(self.most):
            day = self._day_of(case.since_ms)
            if case.origin == self.at.here:
                yield self._task(TaskKind.SLIP, case, day, "Giấy hẹn đã có: báo hoặc phát cho người nộp")
            elif not any(cover.way == Way.SLIP for cover in self.reader.covers_of(case.dossier)):
                yield self._task(TaskKind.SLIP, case, day, "Giấy hẹn còn ở đây: làm bì, chuyển về điểm nhận")

    def _supplements(self) -> Iterator[Task]:
        """What is to be told first is there as that."""
        terms = self.terms
        for case in self._all(CaseState.SUPPLEMENT):
            if case.origin != self.at.here or not case.told_ms or not case.asked_until:
                continue
            day = date.fromisoformat(case.asked_until)
            words = f"Chờ người nộp bổ sung: {terms.words(day)}"
            yield self._task(TaskKind.SUPPLEMENT, case, day, words)

    def _days(self) -> Iterator[Task]:
        """Only what is near or past: the others are nobody's task today."""
        terms = self.terms
        query = DueQuery(_WITH_AUTHORITY, until=terms.horizon.isoformat(), limit=self.most)
        for iso, cases in groupby(self.reader.due_days(query), attrgetter("day")):
            day = date.fromisoformat(iso)
            term, words = terms.of(day), terms.words(day)
            late = term is Term.OVERDUE
            doing = "Hỏi cơ quan kết quả" if late else "Chuẩn bị lấy kết quả"
            for case in cases:
                said = f"{doing}: {words} ({whose_day(official=case.is_official)})"
                kind = TaskKind.OVERDUE if late else TaskKind.SOON
                yield Task(kind, case.dossier, case.official, iso, said, term)

    def _results(self) -> Iterator[Task]:
        """What lies here longer than it is kept, or will soon."""
        terms, keep = self.terms, timedelta(days=self.reference.setting_int(KEEP, self.at.on))
        after = terms.horizon - keep + timedelta(days=1)
        midnight = datetime(after.year, after.month, after.day, tzinfo=self.zone)
        for row in self.reader.waiting_since(int(midnight.timestamp() * 1000), self.most):
            day = self._day_of(row.since_ms) + keep
            words = f"{way_name(row.way)} chờ người nộp: mời nhận hoặc hoàn, giữ đến {day:%d/%m/%Y}"
            yield Task(
                TaskKind.RESULT_WAITS_LONG, row.dossier, row.item, day.isoformat(), words, terms.of(day)
            )

    def _fees(self) -> Iterator[Task]:
        """Money of cases that are with their authority already: it should have gone along (QĐ 45/2016/QĐ-TTg, Điều 7 và 11)."""
        whose: dict[str, list[FeeDue]] = {}
        for due in self.reader.fees_due():
            if due.state not in NOT_HANDED:
                whose.setdefault(due.authority, []).append(due)
        for authority_id, dues in whose.items():
            day = self._day_of(min(due.accepted_ms for due in dues))
            total = format_dong(sum(due.amount_dong for due in dues))
            name = _name(self.reference, authority_id, self.at.on)
            words = f"Nộp {total} thu hộ của {len(dues)} hồ sơ cho {name}"
            yield Task(TaskKind.FEES_DUE, "", authority_id, day.isoformat(), words, self.terms.of(day))

    def _complaints(self) -> Iterator[Task]:
        terms = self.terms
        for row in self.reader.complaints(only_open=True):
            day = date.fromisoformat(row.due_day)
            words = f"Trả lời khiếu nại: {terms.words(day)}"
            yield Task(TaskKind.COMPLAINT_DUE, row.dossier, row.complaint, row.due_day, words, terms.of(day))

    def _feast(self) -> Iterator[Task]:
        """Days off are announced late: without them every date that is told from now on may be wrong."""
        day = uncovered_feast(self.reference, self.at.on)
        remind = timedelta(days=self.reference.setting_int(REMIND, self.at.on))
        if day is not None and day <= self.at.on + remind:
            words = f"Chưa có lịch nghỉ được công bố quanh ngày {day:%d/%m/%Y}: xin lịch rồi nhập"
            yield Task(TaskKind.HOLIDAY, "", "", day.isoformat(), words, Term.SOON)

    def _task(self, kind: TaskKind, case: CaseRow, day: date, words: str) -> Task:
        return Task(kind, case.dossier, case.official, day.isoformat(), words, self.terms.of(day))

    def _day_of(self, utc_ms: int) -> date:
        return day_of_ms(utc_ms, self.at.now.offset_min)


def _day(iso: str) -> str:
    return f"{date.fromisoformat(iso):%d/%m/%Y}"


def _name(reference: ReferenceData, authority_id: str, on: date) -> str:
    """By the list of the day; its id where it is not in force any more."""
    try:
        return authority(reference, authority_id, on).name
    except DeskError:
        return authority_id
