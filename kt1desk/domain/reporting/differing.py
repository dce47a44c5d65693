"""What is different between two versions of a report: late figures show cell by cell. This module must not know what is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kt1desk.domain.reporting.report import Cell, Chart, Kind, Prose, Report, Section, Table

_HEAD = "Đầu báo cáo"
_MISSING = "Điểm chưa đủ số liệu"
_NOTES = "Ghi chú"
_FORM = "Cách trình bày"
_TITLE = "Tiêu đề"
_TOTAL = "Dòng cộng"
_SENTENCE = "Câu"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not the same.

    Attributes:
        section: title of the section, or of the part of the report outside of sections.
        row: first cell of the line, or which sentence, label or note.
        column: title of the column, "" where there is none.
        kind: how ``old`` and ``new`` are written.
        old: what stood there; None where nothing did, or nothing was known.
        new: what stands there now, the same.
    """

    section: str
    row: str
    column: str
    kind: Kind
    old: Cell
    new: Cell


_Place = tuple[str, str, str, Kind]
_Told = tuple[_Place, Cell]


def differences(older: Report, newer: Report) -> tuple[Difference, ...]:
    """Everything that differs, in the order of the newer report, then what is gone; empty if and only if both are equal."""
    if older == newer:
        return ()
    before, now = dict(_told(older)), dict(_told(newer))
    places = [*now, *(place for place in before if place not in now)]
    found = tuple(
        Difference(*place, before.get(place), now.get(place))
        for place in places
        if before.get(place) != now.get(place)
    )
    return found or (Difference(_FORM, "", "", Kind.TEXT, "", ""),)


def _told(report: Report) -> Iterator[_Told]:
    """Every cell and text with its place, each place once."""
    yield from _each_once(_all(report))


def _each_once(told: Iterable[_Told]) -> Iterator[_Told]:
    """Lines that are called alike are numbered from the second on."""
    seen: Counter[_Place] = Counter()
    for place, cell in told:
        seen[place] += 1
        section, row, column, kind = place
        yield (section, row if seen[place] == 1 else f"{row} ({seen[place]})", column, kind), cell


def _all(report: Report) -> Iterator[_Told]:
    for section in report.sections:
        yield from _of_section(section)
    for each in report.missing:
        yield (_MISSING, f"{each.name} ({each.point})", "", Kind.TEXT), each.since or "–"
    yield from _of_texts(_NOTES, report.notes)
    head = {
        "Tên": report.title,
        "Kỳ": report.period,
        "Từ ngày": report.first,
        "Đến ngày": report.last,
        "Phạm vi": report.scope,
        "Mẫu": f"{report.template} {report.revision}",
    }
    for row, text in head.items():
        yield (_HEAD, row, "", Kind.TEXT), text
    yield from _of_texts("Đơn vị", report.unit)
    yield from _of_texts("Người ký", [f"{signer.title} {signer.name}".strip() for signer in report.signers])


def _of_texts(title: str, texts: Sequence[str]) -> Iterator[_Told]:
    for at, text in enumerate(texts, start=1):
        yield (title, f"{at}", "", Kind.TEXT), text


def _of_section(section: Section) -> Iterator[_Told]:
    match section:
        case Table():
            yield from _of_table(section)
        case Prose():
            for at, sentence in enumerate(section.sentences, start=1):
                yield (section.title, f"{_SENTENCE} {at}", "", Kind.TEXT), sentence
        case Chart():
            return  # it shows what stands in its table, and would say everything twice


def _of_table(table: Table) -> Iterator[_Told]:
    columns = table.columns
    yield (table.title, _TITLE, "", Kind.TEXT), " | ".join(column.title for column in columns)
    for row in (*table.rows, *((table.total,) if table.total else ())):
        name = _TOTAL if row is table.total else str(row[0] if row else "")
        for column, cell in zip(columns, row, strict=False):
            yield (table.title, name, column.title, column.kind), cell
    for note in table.notes:
        yield (table.title, _NOTES, "", Kind.TEXT), note
