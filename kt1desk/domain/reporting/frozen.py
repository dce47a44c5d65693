"""An issued report as it is kept: canonical bytes that never change, and what is different now.

The bytes are canonical JSON (`kt1desk.domain.canonical`) with one object for the report; of each part that has several shapes the key
``is`` says which. What is unknown in a cell is an empty list: canonical JSON has no null, and a zero would be a figure. This module must
not know what is counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kt1desk.domain.canonical import Json, decode, encode, text_of
from kt1desk.domain.errors import DeskError
from kt1desk.domain.reporting.differing import Difference, differences
from kt1desk.domain.reporting.report import (
    Cell,
    Chart,
    ChartKind,
    Column,
    Kind,
    Missing,
    Prose,
    Report,
    Section,
    Series,
    Signer,
    Table,
)

__all__ = ["MAX_BYTES", "Difference", "differences", "frozen", "thawed"]

MAX_BYTES = 8 * 1024 * 1024
"""Of one report: a table of every agency of a province over a year has a tenth of it."""
_FORM = 1
_UNKNOWN: tuple[Json, ...] = ()
_TEXTS = ("template", "revision", "title", "period", "first", "last", "scope")


def frozen(report: Report) -> bytes:
    """The bytes of a report; equal for equal reports only.

    Raises:
        DeskError: ``canonical.*`` where a text or number has no canonical form, or there is too much of it.
    """
    said: dict[str, Json] = {name: getattr(report, name) for name in _TEXTS}
    return encode(
        {
            **said,
            "form": _FORM,
            "unit": report.unit,
            "notes": report.notes,
            "sections": [_section(section) for section in report.sections],
            "missing": [[each.point, each.name, each.since] for each in report.missing],
            "signers": [[signer.title, signer.name] for signer in report.signers],
        },
        MAX_BYTES,
    )


def _section(section: Section) -> Json:
    match section:
        case Table():
            columns = [[column.code, column.title, column.kind.value] for column in section.columns]
            rows = [_cells(row) for row in section.rows]
            said: dict[str, Json] = {"columns": columns, "rows": rows, "notes": section.notes}
            return {"is": "table", "title": section.title, "total": _cells(section.total), **said}
        case Prose():
            return {"is": "prose", "title": section.title, "sentences": section.sentences}
        case Chart():
            series = [[each.name, _cells(each.values)] for each in section.series]
            said = {"kind": section.kind.value, "unit": section.unit.value, "labels": section.labels}
            return {"is": "chart", "title": section.title, "series": series, **said}


def _cells(cells: Sequence[Cell]) -> Json:
    return [_UNKNOWN if cell is None else cell for cell in cells]


def thawed(data: bytes) -> Report:
    """The report of such bytes; anything else is refused.

    Raises:
        DeskError: ``reporting.frozen``.
    """
    try:
        report = _report(decode(data, MAX_BYTES))
        again = frozen(report)
    except (KeyError, TypeError, ValueError, DeskError) as error:
        raise DeskError("reporting.frozen") from error
    if again != data:
        raise DeskError("reporting.frozen")
    return report


def _report(said: Mapping[str, Json]) -> Report:
    if said["form"] != _FORM:
        raise ValueError
    template, revision, title, period, first, last, scope = (text_of(said[name]) for name in _TEXTS)
    return Report(
        template=template,
        revision=revision,
        title=title,
        unit=_texts(said["unit"]),
        period=period,
        first=first,
        last=last,
        scope=scope,
        sections=tuple(map(_read_section, _list(said["sections"]))),
        missing=tuple(Missing(*_exactly(each, 3)) for each in _list(said["missing"])),
        notes=_texts(said["notes"]),
        signers=tuple(Signer(*_exactly(each, 2)) for each in _list(said["signers"])),
    )


def _read_section(value: Json) -> Section:
    if not isinstance(value, Mapping):
        raise TypeError
    title = text_of(value["title"])
    if value["is"] == "prose":
        return Prose(title, _texts(value["sentences"]))
    if value["is"] == "table":
        columns = tuple(_column(each) for each in _list(value["columns"]))
        rows = tuple(_read_cells(row) for row in _list(value["rows"]))
        return Table(title, columns, rows, _read_cells(value["total"]), _texts(value["notes"]))
    series = tuple(_series(each) for each in _list(value["series"]))
    kind, unit = ChartKind(text_of(value["kind"])), Kind(text_of(value["unit"]))
    return Chart(title, kind, _texts(value["labels"]), series, unit)


def _column(value: Json) -> Column:
    code, title, kind = _exactly(value, 3)
    return Column(code, title, Kind(kind))


def _series(value: Json) -> Series:
    name, values = _list(value)
    cells = _read_cells(values)
    return Series(text_of(name), tuple(cell for cell in cells if not isinstance(cell, str)))


def _read_cells(value: Json) -> tuple[Cell, ...]:
    return tuple(map(_read_cell, _list(value)))


def _read_cell(value: Json) -> Cell:
    if isinstance(value, str | int):
        return value
    if _list(value):
        raise TypeError
    return None


def _list(value: Json) -> Sequence[Json]:
    if not isinstance(value, list):
        raise TypeError
    return value


def _texts(value: Json) -> tuple[str, ...]:
    return tuple(map(text_of, _list(value)))


def _exactly(value: Json, many: int) -> Iterator[str]:
    texts = _texts(value)
    if len(texts) != many:
        raise ValueError
    return iter(texts)
