"""Reports: made from figures and registers, issued once and frozen under a number and a version, held against what came in since.

A report that speaks of KT1 items is for who is cleared, and stands in their stream. What was seen on the screen is what is issued, and not
what the journal would say a moment later. This module must not know paper, files or screens.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from typing import Protocol

from kt1desk.domain import canonical
from kt1desk.domain.body_limits import body_limit
from kt1desk.domain.dated import in_force
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Moment, Stream
from kt1desk.domain.facts import Kt1ReportIssued, ReportIssued
from kt1desk.domain.identifiers import count_in_life
from kt1desk.domain.permissions import Act, permits
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.reporting.differing import Difference, differences
from kt1desk.domain.reporting.frozen import MAX_BYTES, frozen, thawed
from kt1desk.domain.reporting.issued import Issued
from kt1desk.domain.reporting.making import make_report
from kt1desk.domain.reporting.periods import Period
from kt1desk.domain.reporting.report import Report
from kt1desk.domain.reporting.template import ReportTemplate, template_of
from kt1desk.domain.reporting.template_kinds import Subject
from kt1desk.services.issued_ports import IssuedRow
from kt1desk.services.ports import Appending, Clock, Work
from kt1desk.services.record_check import require_sound
from kt1desk.services.report_gathering import Basis, ReportReader, ReportSource, Wanted, written
from kt1desk.services.report_periods import QuarterOver, quarters_over
from kt1desk.services.report_rights import permits_subjects, require_subjects
from kt1desk.services.report_values import Asked, Choices, IssuedReport, Made, ReadReport
from kt1desk.services.rights import day_of_rights, require_now
from kt1desk.services.sessions import Session
from kt1desk.services.shifts import local_date

MOST_ISSUED = 500
"""So many versions are listed, the newest: ten reports each quarter for ten years."""


class ReportWork(ReportReader, Work, Protocol):
    """One transaction that may write, and read all that reports are made from."""


class ReportJournal(Protocol):
    """The open store of one desk, as reports use it."""

    def work(self) -> AbstractContextManager[ReportWork]:
        """See `kt1desk.services.ports.Journal`."""

    def read(self) -> AbstractContextManager[ReportReader]:
        """See `kt1desk.services.ports.Journal`."""


class Reports:
    """The use cases of reports."""

    def __init__(
        self, journal: ReportJournal, reference: ReferenceData, clock: Clock, source: ReportSource
    ) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock
        self._source = source

    def choices(self, session: Session) -> Choices:
        """What this user may ask for: templates of KT1 only where he is cleared.

        Raises:
            DeskError: ``user.not_allowed``; ``reference.*``.
        """
        with self._journal.read() as reader:
            require_now(session, Act.SEE_REPORTS, reader.open_shift(), self._clock)
            on = self._today()
            templates = tuple(
                each
                for each in in_force(self._reference.report_templates, on)
                if permits_subjects(session, each.subjects, day_of_rights(reader.open_shift(), self._clock))
            )
            return Choices(templates, self._source.scopes(reader, session.desk, on), on)

    def make(self, session: Session, asked: Asked) -> Made:
        """Make a report from all that is known now.

        Raises:
            DeskError: ``reporting.template_unknown``, ``reporting.scope``, ``record.doubted``, rights.
        """
        with self._journal.read() as reader:
            require_now(session, Act.SEE_REPORTS, reader.open_shift(), self._clock)
            template = template_of(self._reference.report_templates, asked.template, self._today())
            require_subjects(reader, session, template.subjects, self._clock)
            wanted, basis = self._gathered(reader, session, asked, template)
            before = self._newest(reader, wanted)
        said = replace(asked, scope=written(wanted.scope))
        return Made(said, _report(wanted, basis), before, Subject.KT1 in template.subjects)

    def issue(self, session: Session, made: Made) -> Issued:
        """Freeze a report as it was made; the same report again is its next version.

        Raises:
            DeskError: ``reporting.template_unknown``; ``reporting.too_large`` where it does not fit one event; ``record.doubted``,
                ``disk.*``, rights.
        """
        now = self._clock.now()
        with self._journal.work() as work:
            require_now(session, Act.ISSUE_REPORT, work.open_shift(), self._clock)
            report, asked = made.report, made.asked
            template = self._template(report.template, report.revision)
            require_subjects(work, session, template.subjects, self._clock, issue=True)
            require_sound(work)
            number = work.same_report(template.code, report.first, report.last, asked.scope)
            version = work.issued_versions(number)[0].version + 1 if number else 1
            kind = Kt1ReportIssued if Subject.KT1 in template.subjects else ReportIssued
            fact = kind(
                report=number or _new_number(work, session, now),
                version=version,
                template=template.code,
                revision=report.revision,
                first=report.first,
                last=report.last,
                scope=asked.scope,
                data=frozen(report).decode(),
                point=session.desk.point,
            )
            _require_room(fact)
            work.append(fact, Appending(session.actor.user_id, happened=now))
            work.commit()
        return Issued(fact.report, version, local_date(now).isoformat(), session.name)

    def issued(self, session: Session) -> Sequence[IssuedReport]:
        """Reports that were issued, the newest first; those of KT1 for who is cleared.

        Raises:
            DeskError: ``user.not_allowed``.
        """
        with self._journal.read() as reader:
            on = require_now(session, Act.SEE_REPORTS, reader.open_shift(), self._clock)
            cleared = permits(session.actor, Act.SEE_KT1_REPORTS, on)
            rows = (row for row in reader.issued_reports(MOST_ISSUED) if cleared or not _is_kt1(row))
            return [self._entry(reader, row) for row in rows]

    def read(self, session: Session, report: str, version: int = 0) -> ReadReport:
        """An issued report as it was frozen; its newest version where none is said.

        Raises:
            DeskError: ``reporting.unknown``, ``reporting.frozen``, rights.
        """
        with self._journal.read() as reader:
            return self._read(reader, session, report, version)

    def difference(self, session: Session, report: str, version: int = 0) -> Sequence[Difference]:
        """What late data changed since a report was issued, by the version of the template that it was made by.

        Raises:
            DeskError: ``reporting.unknown``, ``reporting.frozen``, ``reporting.scope``, ``reporting.template_unknown``,
                ``record.doubted``, rights.
        """
        with self._journal.read() as reader:
            old = self._read(reader, session, report, version)
            template = self._template(old.report.template, old.report.revision)
            wanted, basis = self._gathered(reader, session, old.entry.asked, template)
        return differences(old.report, _report(wanted, basis))

    def quarters_over(self, session: Session) -> tuple[QuarterOver, ...]:
        """Quarters that are over and whose reports this user may issue and nobody did; of days before this desk there is nothing to issue.

        Raises:
            DeskError: ``reference.*``.
        """
        with self._journal.read() as reader:
            on = day_of_rights(reader.open_shift(), self._clock)
            templates = [
                each
                for each in in_force(self._reference.report_templates, self._today())
                if permits_subjects(session, each.subjects, on, issue=True)
            ]
            rows = reader.issued_reports(MOST_ISSUED) if templates else ()
            began = reader.first_day()
        over = quarters_over(templates, {(row.template, row.first, row.last) for row in rows}, self._today())
        return tuple(each for each in over if began and began <= each.offered.period.last.isoformat())

    def _today(self) -> date:
        return local_date(self._clock.now())

    def _template(self, code: str, revision: str) -> ReportTemplate:
        for template in self._reference.report_templates:
            if template.code == code and template.valid_from.isoformat() == revision:
                return template
        raise DeskError("reporting.template_unknown", "template")

    def _gathered(
        self, reader: ReportReader, session: Session, asked: Asked, template: ReportTemplate
    ) -> tuple[Wanted, Basis]:
        require_sound(reader)
        scopes = self._source.scopes(reader, session.desk, self._today())
        found = [scope for scope in scopes if asked.scope in {"", written(scope)}]
        if not found:
            raise DeskError("reporting.scope", "scope")
        wanted = Wanted(template, asked.period, found[0], self._today())
        return wanted, self._source.gather(reader, session.desk, wanted)

    def _newest(self, reader: ReportReader, wanted: Wanted) -> Issued | None:
        days = (wanted.period.first.isoformat(), wanted.period.last.isoformat())
        number = reader.same_report(wanted.template.code, *days, written(wanted.scope))
        return _issued(reader, reader.issued_versions(number)[0], self._clock) if number else None

    def _read(self, reader: ReportReader, session: Session, report: str, version: int) -> ReadReport:
        require_now(session, Act.SEE_REPORTS, reader.open_shift(), self._clock)
        rows = reader.issued_versions(report.strip())
        row = next((each for each in rows if version in {0, each.version}), None)
        if row is None:
            raise DeskError("reporting.unknown", "report")
        if _is_kt1(row):
            require_now(session, Act.SEE_KT1_REPORTS, reader.open_shift(), self._clock)
        event = reader.event(row.event)
        if event is None:
            raise DeskError("store.damaged")
        return ReadReport(self._entry(reader, row), thawed(ReportIssued.of(event.body()).data.encode()))

    def _entry(self, reader: ReportReader, row: IssuedRow) -> IssuedReport:
        titles = {each.code: each.title for each in self._reference.report_templates}
        period = Period(date.fromisoformat(row.first), date.fromisoformat(row.last))
        return IssuedReport(
            _issued(reader, row, self._clock),
            titles.get(row.template, row.template),
            Asked(row.template, period, row.scope),
            row.revision,
            _is_kt1(row),
        )


def _report(wanted: Wanted, basis: Basis) -> Report:
    """Reckoned where nobody waits for the store."""
    report = make_report(wanted.template, wanted.period, wanted.scope, basis.sources)
    return replace(report, notes=(*basis.notes, *report.notes))


def _is_kt1(row: IssuedRow) -> bool:
    return row.event.stream is Stream.KT1


def _issued(reader: ReportReader, row: IssuedRow, clock: Clock) -> Issued:
    user = reader.user(row.user)
    on = local_date(Moment(row.issued_ms, clock.now().offset_min))
    return Issued(row.report, row.version, on.isoformat(), user.name if user is not None else row.user)


def _new_number(work: ReportWork, session: Session, now: Moment) -> str:
    """By day and desk: no two desks of a province give the same, nor one desk in two lives."""
    begins = f"BC-{local_date(now):%y%m%d}-{session.desk.device}-"
    return f"{begins}{count_in_life(session.desk.incarnation, work.reports_numbered(begins) + 1):02d}"


def _require_room(fact: ReportIssued) -> None:
    """Refuse what one event cannot hold, before anything is written; quotation marks of the report count twice there."""
    size = len(canonical.encode(fact.body(), 3 * MAX_BYTES))
    if size > body_limit(fact.TYPE):
        raise DeskError("reporting.too_large", "template", percent=-(-100 * size // body_limit(fact.TYPE)))
