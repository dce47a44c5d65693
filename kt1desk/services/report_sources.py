"""What a report is made from, gathered for the engine: figures, entries of registers, numbers from outside, and how codes are said.

A desk has its own; the bureau gathers those of many points and hands them in the same form. This module must not know templates by name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol, TypeVar

from kt1desk.domain.coded import CodedWord, CodeList, word_for
from kt1desk.domain.dated import Dated
from kt1desk.domain.post_registers import OUTSIDE_FIGURES
from kt1desk.domain.procedure import Procedure
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.register_columns import Column, Kind
from kt1desk.domain.registers import REGISTERS
from kt1desk.domain.reporting.dimensions import Dimension, part_of
from kt1desk.domain.reporting.figures import Figure
from kt1desk.domain.reporting.periods import Period, same_period_last_year
from kt1desk.domain.reporting.report import Missing
from kt1desk.domain.reporting.sources import OF_POINT, Denominator, Names, PointName, ProcedureName, Sources
from kt1desk.domain.reporting.template import ReportTemplate
from kt1desk.domain.reporting.template_parts import Entered, ListSection, Outside, TableSection
from kt1desk.domain.text import sort_key
from kt1desk.services.report_ports import Entry, FigureReader

ProcedureOf = Callable[[str, date], Procedure | None]
"""The version of a procedure in force on a day, by its code."""
Known = TypeVar("Known", bound=Dated)
_LEVELS = ("tỉnh", "xã", "bộ")


class ReportReader(FigureReader, Protocol):
    """What a desk's report is read from."""

    def procedure(self, code: str, on: date) -> Procedure | None:
        """The version of a procedure in force on a day."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is there for a report, of whomever.

    Attributes:
        figures: of its days.
        last_year: of the same days of last year; None where nobody has them, or not all.
        registers: entries by register, each with ``point``, the point in whose register it stands.
        missing: points of which not everything is here.
        sample: whether these are invented figures.
    """

    figures: tuple[Figure, ...] = ()
    last_year: tuple[Figure, ...] | None = None
    registers: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    missing: tuple[Missing, ...] = ()
    sample: bool = False


def registers_of(template: ReportTemplate) -> frozenset[str]:
    """The registers that a template tells of, that of the numbers from outside among them where it needs any."""
    told = {each.choice.register for each in template.quantities if isinstance(each, Entered)}
    for section in template.sections:
        if isinstance(section, ListSection):
            told.add(section.choice.register)
        elif isinstance(section, TableSection) and section.rows.register:
            told.add(section.rows.register)
    if any(isinstance(each, Outside) for each in template.quantities):
        told.add(OUTSIDE_FIGURES)
    return frozenset(told)


def compared_with(period: Period, on: date) -> Period | None:
    """The days of last year that a period is held against on a day: of one that is not over, those up to the same day; None before it."""
    return same_period_last_year(Period(period.first, min(period.last, on))) if period.first <= on else None


def gathered_here(
    reader: ReportReader,
    template: ReportTemplate,
    period: Period,
    point: str,
    *,
    trial: bool,
    on: date = date.max,
) -> Gathered:
    """What a desk has for a report of its own point, made ``on`` a day; at its latest when the period is over.

    Last year is unknown where the desk began after those days had: what happened before it was there, nobody counted.
    """
    before = compared_with(period, on)
    begun = reader.first_day()
    knows = before is not None and bool(begun) and begun <= before.first.isoformat()
    entries = reader.register_entries(registers_of(template))
    return Gathered(
        tuple(reader.figures(period.first, period.last)),
        tuple(reader.figures(before.first, before.last)) if before and knows else None,
        {code: standing_at(point, rows) for code, rows in entries.items()},
        sample=trial,
    )


def standing_at(point: str, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries of the register of a point, each with whose it is."""
    return tuple({**entry, OF_POINT: point} for entry in entries)


def sources_of(
    gathered: Gathered, reference: ReferenceData, procedure_of: ProcedureOf, period: Period
) -> Sources:
    """What the engine needs.

    Args:
        gathered: of a desk or of many.
        reference: how codes are said.
        procedure_of: the catalogue of procedures.
        period: the days of the report.
    """
    procedures = _procedures((*gathered.figures, *(gathered.last_year or ())), procedure_of)
    names = Names(
        _points(reference, period),
        procedures,
        {**_of(reference, period.last), Dimension.LEVEL: _levels(procedures.values())},
        _entered(reference, gathered.registers, period.last),
    )
    outside = gathered.registers.get(OUTSIDE_FIGURES, ())
    return Sources(
        gathered.figures,
        gathered.last_year,
        {code: rows for code, rows in gathered.registers.items() if code != OUTSIDE_FIGURES},
        tuple(_denominator(entry, reference.coded) for entry in outside),
        names,
        gathered.missing,
        gathered.sample,
    )


def _denominator(entry: Entry, words: Sequence[CodedWord]) -> Denominator:
    issuer = word_for(words, CodeList.FIGURE_ISSUER, entry["issuer"])
    return Denominator(
        entry["what"],
        Period(date.fromisoformat(entry["first"]), date.fromisoformat(entry["last"])),
        entry.get("scope", ""),
        int(entry["number"]),
        f"{issuer}, văn bản {entry['source']}",
        date.fromisoformat(entry["source_day"]),
    )


def _newest(rows: Iterable[Known], key: Callable[[Known], str], on: date) -> dict[str, Known]:
    """The newest row of each key that had begun by a day, ended or not, in the order of the list."""
    found: dict[str, Known] = {}
    for row in rows:
        code = key(row)
        if row.valid_from <= on and (code not in found or found[code].valid_from <= row.valid_from):
            found[code] = row
    return found


def _points(reference: ReferenceData, period: Period) -> dict[str, PointName]:
    """Points that were there on any of the days."""
    rows = _newest(reference.points, lambda row: row.code, period.last)
    return {
        code: PointName(row.name, row.cluster)
        for code, row in rows.items()
        if row.valid_to is None or row.valid_to >= period.first
    }


def _procedures(figures: Iterable[Figure], procedure_of: ProcedureOf) -> dict[str, ProcedureName]:
    """The procedures that figures speak of, as they were called on the last of their days, by their names."""
    last: dict[str, str] = {}
    for figure in figures:
        part = part_of(figure.measure, Dimension.PROCEDURE)
        code = getattr(figure, part) if part else ""
        if code:
            last[code] = max(figure.day, last.get(code, ""))
    found = {code: procedure_of(code, date.fromisoformat(day)) for code, day in last.items()}
    known = [(sort_key(row.name), code, row) for code, row in found.items() if row is not None]
    return {
        code: ProcedureName(row.name, row.field, row.level)
        for _, code, row in sorted(known, key=lambda each: each[:2])
    }


def _levels(procedures: Iterable[ProcedureName]) -> dict[str, str]:
    """Single levels first; what is settled at several is one level of its own, so that nothing counts twice."""
    found = {procedure.level for procedure in procedures} - {""}
    ranked = sorted(found, key=lambda level: (level.count(","), [*_LEVELS, level].index(level), level))
    return {level: f"Cấp {level}" for level in ranked}


def _of(reference: ReferenceData, on: date) -> dict[Dimension, Mapping[str, str]]:
    coded = reference.coded
    return {
        Dimension.PRODUCT: {
            code: row.name for code, row in _newest(reference.products, lambda row: row.code, on).items()
        },
        Dimension.AGENCY: _agencies(reference, on),
        Dimension.AUTHORITY: {
            code: row.name
            for code, row in _newest(reference.authorities, lambda row: row.authority_id, on).items()
        },
        Dimension.INCIDENT: {
            code: row.name
            for code, row in _newest(reference.incident_codes, lambda row: row.code, on).items()
        },
        Dimension.COUNTER_SERVICE: _words(coded, CodeList.SERVED, on),
        Dimension.COMPLAINT: _either(coded, CodeList.COMPLAINT, CodeList.DOSSIER_COMPLAINT, on),
        Dimension.OUTCOME: _either(coded, CodeList.COMPLAINT_OUTCOME, CodeList.DOSSIER_COMPLAINT_OUTCOME, on),
    }


def _agencies(reference: ReferenceData, on: date) -> dict[str, str]:
    return {
        code: row.name for code, row in _newest(reference.agencies, lambda row: row.agency_id, on).items()
    }


def _words(words: Iterable[CodedWord], code_list: CodeList, on: date) -> dict[str, str]:
    of_list = (row for row in words if row.code_list is code_list)
    return {code: row.name for code, row in _newest(of_list, lambda row: row.code, on).items()}


def _either(words: Sequence[CodedWord], of_kt1: CodeList, of_cases: CodeList, on: date) -> dict[str, str]:
    """Words of both services, in a table of both; where both have a code, in the words of KT1, which are the shorter ones."""
    return {**_words(words, of_kt1, on), **_words(words, of_cases, on), **_words(words, of_kt1, on)}


def _entered(
    reference: ReferenceData, registers: Iterable[str], on: date
) -> dict[tuple[str, str], Mapping[str, str]]:
    made = {}
    for code in registers:
        for column in REGISTERS[code].columns if code in REGISTERS else ():
            names = _names_in(column, reference, on)
            if names:
                made[code, column.code] = names
    return made


def _names_in(column: Column, reference: ReferenceData, on: date) -> Mapping[str, str]:
    """What stands for what in a column; a user is told by his account, so that no report names who works here."""
    if column.code_list is not None:
        return _words(reference.coded, column.code_list, on)
    if column.kind is Kind.AGENCY:
        return _agencies(reference, on)
    if column.kind is Kind.COMMUNE:
        rows = _newest(reference.communes, lambda row: row.code, on)
        return {code: row.full_name for code, row in rows.items()}
    return {}
