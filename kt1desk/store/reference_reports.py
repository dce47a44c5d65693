"""The file of report templates: how a row becomes quantities and sections. What a template may say is checked by the template itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import TypedDict, TypeVar

from kt1desk.domain.reporting.dimensions import Dimension
from kt1desk.domain.reporting.figures import Measure
from kt1desk.domain.reporting.periods import Preset
from kt1desk.domain.reporting.report import ChartKind
from kt1desk.domain.reporting.template import ReportTemplate
from kt1desk.domain.reporting.template_kinds import Subject
from kt1desk.domain.reporting.template_parts import (
    ChartSection,
    Choice,
    Compare,
    Compared,
    Counted,
    Entered,
    IndicatorSection,
    Line,
    ListSection,
    Outside,
    ProseSection,
    Quantity,
    Rows,
    SectionOf,
    Sentence,
    Shared,
    Summed,
    TableSection,
    Take,
)
from kt1desk.store.reference_rows import RowReader


class _Quantity(StrEnum):
    COUNTED = "counted"
    ENTERED = "entered"
    OUTSIDE = "outside"
    SUMMED = "summed"
    COMPARED = "compared"
    SHARED = "shared"


class _Section(StrEnum):
    TABLE = "table"
    INDICATORS = "indicators"
    LIST = "list"
    PROSE = "prose"
    CHART = "chart"


class _Named(TypedDict):
    code: str
    title: str


Made = TypeVar("Made")


def report_template(row: RowReader) -> ReportTemplate:
    """One version of one report.

    Raises:
        DeskError: ``reference.bad_row`` for what is no template at all; ``reporting.template`` with ``where`` for what contradicts itself.
    """
    presets = row.texts("presets")
    known = row.choices("presets", Preset)
    return ReportTemplate(
        **row.dated(),
        code=row.text("code"),
        title=row.text("title"),
        subjects=row.choices("subjects", Subject),
        presets=tuple(sorted(known, key=lambda each: presets.index(each.value))),
        quantities=tuple(_whole(each, _quantity) for each in row.inner("quantities")),
        sections=tuple(_whole(each, _section) for each in row.inner("sections")),
        signers=row.texts("signers"),
        notes=_texts(row, "notes"),
    )


def _whole(row: RowReader, make: Callable[[RowReader], Made]) -> Made:
    """What a row says, and nothing in it unread."""
    made = make(row)
    row.done()
    return made


def _text(row: RowReader, name: str) -> str:
    return row.text(name) if row.known(name) else ""


def _texts(row: RowReader, name: str) -> tuple[str, ...]:
    return row.texts(name) if row.known(name) else ()


def _named(row: RowReader) -> _Named:
    return _Named(code=row.text("code"), title=row.text("title"))


def _take(row: RowReader) -> Take:
    return row.choice("take", Take) if row.known("take") else Take.COUNT


def _quantity(row: RowReader) -> Quantity:
    return _QUANTITIES[row.choice("kind", _Quantity)](row)


def _counted(row: RowReader) -> Quantity:
    return Counted(
        **_named(row),
        measure=row.choice("measure", Measure),
        take=_take(row),
        what=_texts(row, "what"),
        about=_texts(row, "about"),
        whose=_texts(row, "whose"),
        of=_text(row, "of"),
    )


def _entered(row: RowReader) -> Quantity:
    return Entered(**_named(row), choice=_choice(row), take=_take(row), of=_text(row, "of"))


def _choice(row: RowReader) -> Choice:
    where = row.inner("where") if row.known("where") else ()
    return Choice(
        register=row.text("register"),
        where=tuple(_whole(each, _condition) for each in where),
        during=_text(row, "during"),
        since=_text(row, "since"),
        until=_text(row, "until"),
    )


def _condition(row: RowReader) -> tuple[str, tuple[str, ...]]:
    return row.text("column"), row.texts("values")


def _outside(row: RowReader) -> Quantity:
    return Outside(**_named(row), what=row.text("what"))


def _summed(row: RowReader) -> Quantity:
    return Summed(**_named(row), plus=row.texts("plus"), less=_texts(row, "less"))


def _compared(row: RowReader) -> Quantity:
    return Compared(**_named(row), how=row.choice("how", Compare), of=row.text("of"))


def _shared(row: RowReader) -> Quantity:
    places = row.whole("places") if row.known("places") else 2
    return Shared(**_named(row), part=row.text("part"), base=row.text("base"), places=places)


_QUANTITIES: Mapping[_Quantity, Callable[[RowReader], Quantity]] = MappingProxyType(
    {
        _Quantity.COUNTED: _counted,
        _Quantity.ENTERED: _entered,
        _Quantity.OUTSIDE: _outside,
        _Quantity.SUMMED: _summed,
        _Quantity.COMPARED: _compared,
        _Quantity.SHARED: _shared,
    }
)


def _section(row: RowReader) -> SectionOf:
    return _SECTIONS[row.choice("kind", _Section)](row)


def _table(row: RowReader) -> SectionOf:
    return TableSection(
        **_named(row),
        rows=Rows(
            by=row.choice("by", Dimension),
            register=_text(row, "register"),
            column=_text(row, "column"),
            every=row.flag("every") if row.known("every") else False,
        ),
        columns=row.texts("columns"),
        head=_text(row, "head"),
        total=row.flag("total") if row.known("total") else True,
        notes=_texts(row, "notes"),
    )


def _indicators(row: RowReader) -> SectionOf:
    lines = tuple(_whole(each, _line) for each in row.inner("lines"))
    return IndicatorSection(**_named(row), lines=lines, notes=_texts(row, "notes"))


def _line(row: RowReader) -> Line:
    return Line(of=row.text("of"), share=_text(row, "share"))


def _list(row: RowReader) -> SectionOf:
    return ListSection(
        **_named(row), choice=_choice(row), columns=row.texts("columns"), notes=_texts(row, "notes")
    )


def _prose(row: RowReader) -> SectionOf:
    return ProseSection(
        **_named(row),
        sentences=tuple(_whole(each, _sentence) for each in row.inner("sentences")),
        each=row.choice("each", Dimension) if row.known("each") else Dimension.WHOLE,
    )


def _sentence(row: RowReader) -> Sentence:
    return Sentence(text=row.text("text"), otherwise=_text(row, "otherwise"))


def _chart(row: RowReader) -> SectionOf:
    return ChartSection(
        **_named(row),
        table=row.text("table"),
        columns=row.texts("columns"),
        kind=row.choice("drawn", ChartKind) if row.known("drawn") else ChartKind.BARS,
        most=row.whole("most") if row.known("most") else 12,
    )


_SECTIONS: Mapping[_Section, Callable[[RowReader], SectionOf]] = MappingProxyType(
    {
        _Section.TABLE: _table,
        _Section.INDICATORS: _indicators,
        _Section.LIST: _list,
        _Section.PROSE: _prose,
        _Section.CHART: _chart,
    }
)
