"""Reports at the bureau: the same templates over what many points counted, with the points that are missing written on the report.

Figures come from the centre's tables or from files of figures; both are a `ManyPoints`. This module must not know either.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from kt1desk.domain.errors import DeskError
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.reporting.dimensions import Dimension
from kt1desk.domain.reporting.figures import Figure, Measure
from kt1desk.domain.reporting.making import make_report
from kt1desk.domain.reporting.periods import Period, whole_until
from kt1desk.domain.reporting.report import Missing, Report
from kt1desk.domain.reporting.sources import Scope
from kt1desk.domain.reporting.template import ReportTemplate, template_of
from kt1desk.domain.reporting.template_kinds import Subject, compares
from kt1desk.domain.reporting.template_parts import Counted, TableSection
from kt1desk.services.report_gathering import PROVINCE, Wanted, scope_of_point
from kt1desk.services.report_ports import Entry
from kt1desk.services.report_sources import Gathered, ProcedureOf, compared_with, registers_of, sources_of

_CLUSTER = "cluster:"


class ManyPoints(Protocol):
    """What many desks counted."""

    def counted(
        self, first: date, last: date, measures: frozenset[Measure], *, by_day: bool
    ) -> Sequence[Figure]:
        """Figures of the days, at least those of these measures; told apart by days where that is asked for and known."""

    def register_entries(self, registers: Collection[str]) -> Mapping[str, tuple[Entry, ...]]:
        """The entries of registers, each with its point."""

    def missing(self, first: date, last: date, names: Mapping[str, str], *, kt1: bool) -> Sequence[Missing]:
        """The points of which not all is here, those of ``names`` that nothing is known of among them."""

    def begun(self) -> Mapping[str, str]:
        """From which day (ISO) on each point counted, by its latest desk."""

    def tells(self, first: date, last: date) -> bool:
        """Whether there are sums of just these days."""

    def may_read(self, points: frozenset[str], *, kt1: bool) -> bool:
        """Whether whoever asks may read of all these points; none stands for the whole province."""


def measures_of(template: ReportTemplate) -> frozenset[Measure]:
    """The measures that a template counts."""
    return frozenset(each.measure for each in template.quantities if isinstance(each, Counted))


@dataclass(frozen=True, slots=True)
class Bureau:
    """Where reports over many points are made.

    Attributes:
        told: what the points counted.
        reference: in force.
        procedure_of: the catalogue of procedures.
        source: where the figures come from, as a note says it.
    """

    told: ManyPoints
    reference: ReferenceData
    procedure_of: ProcedureOf
    source: str

    def report(self, template: str, period: Period, scope: str, today: date) -> Report:
        """Make a report.

        Args:
            template: its code.
            period: its days.
            scope: ``province``, the code of a point, or ``cluster:`` and the name of a cluster.
            today: the day on which it is made.

        Raises:
            DeskError: ``reporting.template_unknown``, ``reporting.scope``; ``reporting.not_readable`` where whoever asks may not read of
                all of it; ``reference.*``; what reading the figures refuses.
        """
        found = template_of(self.reference.report_templates, template, today)
        wanted = Wanted(found, period, self._scope(scope, today), today)
        kt1 = Subject.KT1 in found.subjects
        if not self.told.may_read(wanted.scope.points, kt1=kt1):
            raise DeskError("reporting.not_readable", "scope")
        gathered = self._gathered(wanted, kt1=kt1)
        made = make_report(
            found, period, wanted.scope, sources_of(gathered, self.reference, self.procedure_of, period)
        )
        return replace(made, notes=(*self._notes(wanted, gathered), *made.notes))

    def _gathered(self, wanted: Wanted, *, kt1: bool) -> Gathered:
        template, period = wanted.template, wanted.period
        by_day = any(
            isinstance(each, TableSection) and each.rows.by is Dimension.DAY for each in template.sections
        )
        measures = measures_of(template)
        until = whole_until(period.first, period.last, wanted.on)
        found = self.told.missing(period.first, until, self._names(wanted.scope, wanted.on), kt1=kt1)
        missing = tuple(each for each in found if wanted.scope.takes(each.point))
        before = None if missing else self._before(wanted, kt1=kt1)
        return Gathered(
            tuple(self.told.counted(period.first, period.last, measures, by_day=by_day)),
            None
            if before is None
            else tuple(self.told.counted(before.first, before.last, measures, by_day=by_day)),
            self.told.register_entries(registers_of(template)),
            missing,
        )

    def _before(self, wanted: Wanted, *, kt1: bool) -> Period | None:
        """The days of last year, where they are asked for and can be cut so, and every point had begun by then and misses nothing."""
        before = compared_with(wanted.period, wanted.on)
        if before is None or not _compares(wanted) or not self.told.tells(before.first, before.last):
            return None
        begun = {point: day for point, day in self.told.begun().items() if wanted.scope.takes(point)}
        if not begun or max(begun.values()) > before.first.isoformat():
            return None
        missing = self.told.missing(before.first, before.last, {}, kt1=kt1)
        return None if any(wanted.scope.takes(each.point) for each in missing) else before

    def _scope(self, said: str, on: date) -> Scope:
        provider = str(self.reference.setting("provider.name", on).value)
        if said in {"", PROVINCE}:
            return Scope("Toàn tỉnh", (provider,))
        if not said.startswith(_CLUSTER):
            return scope_of_point(self.reference, said, on)
        name = said.removeprefix(_CLUSTER)
        points = frozenset(
            row.code for row in self.reference.points if name and row.cluster == name and row.holds(on)
        )
        if not points:
            raise DeskError("reporting.scope", "scope")
        called = name if name.startswith("Cụm ") else f"Cụm {name}"
        return Scope(called, (provider, called), name, points)

    def _names(self, scope: Scope, on: date) -> Mapping[str, str]:
        return {
            row.code: row.name for row in self.reference.points if row.holds(on) and scope.takes(row.code)
        }

    def _notes(self, wanted: Wanted, gathered: Gathered) -> tuple[str, ...]:
        notes = [self.source]
        if wanted.period.last >= wanted.on:
            notes.append(f"Kỳ báo cáo chưa hết: số liệu tính đến ngày {wanted.on:%d/%m/%Y}.")
        if _compares(wanted) and gathered.missing:
            notes.append("Không so sánh với cùng kỳ năm trước: còn điểm thiếu số liệu của kỳ này.")
        return tuple(notes)


def _compares(wanted: Wanted) -> bool:
    """Whether a template asks for last year."""
    known = wanted.template.known
    return any(compares(quantity, known) for quantity in wanted.template.quantities)
