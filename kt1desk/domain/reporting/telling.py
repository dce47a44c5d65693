"""Sections of a template that are sentences or charts. This module must not know how numbers are reckoned."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kt1desk.domain.reporting.counting import time_name, times
from kt1desk.domain.reporting.dimensions import TIMES
from kt1desk.domain.reporting.periods import words
from kt1desk.domain.reporting.reckoning import Reckoning
from kt1desk.domain.reporting.report import Chart, Kind, Prose, Series, Table
from kt1desk.domain.reporting.sources import Scope
from kt1desk.domain.reporting.template_checks import PLACE
from kt1desk.domain.reporting.template_kinds import Quantities, kind_of
from kt1desk.domain.reporting.template_parts import ChartSection, ProseSection, Rows, Sentence
from kt1desk.domain.reporting.written import cell_text, grouped_number, percent

_SAME = "không thay đổi"
_NOTHING = "Chưa có số liệu."


def prose_of(section: ProseSection, known: Quantities, reckoning: Reckoning, scope: Scope) -> Prose:
    """The sentences of a section with their numbers; one whose numbers are unknown is said otherwise, or not at all, but never nothing."""
    said = {
        "period": words(reckoning.period),
        "last_period": words(reckoning.last_period),
        "scope": scope.words,
    }
    keys = times(section.each, reckoning.period) if section.each in TIMES else ("",)
    told = (
        _Teller(known, reckoning, Rows(section.each), key, {**said, "row": time_name(key)}).sentence(sentence)
        for key in keys
        for sentence in section.sentences
    )
    return Prose(section.title, tuple(text for text in told if text) or (_NOTHING,))


class _Teller:
    """Says sentences of the whole, or of one row.

    Args:
        known: the quantities.
        reckoning: their values.
        rows, key: which row.
        said: what is told besides quantities.
    """

    def __init__(
        self, known: Quantities, reckoning: Reckoning, rows: Rows, key: str, said: Mapping[str, str]
    ) -> None:
        self._known = known
        self._reckoning = reckoning
        self._row = (rows, key)
        self._said = said

    def sentence(self, sentence: Sentence) -> str:
        """The first wording of which all numbers are known, "" where neither is; whatever it begins with has a capital letter."""
        texts = (text for text in (sentence.text, sentence.otherwise) if self._knows(text))
        told = PLACE.sub(self._number, next(texts, ""))
        return told[:1].upper() + told[1:]

    def _knows(self, text: str) -> bool:
        codes = {code for code, _, _ in PLACE.findall(text)} - self._said.keys()
        return all(self._reckoning.value(code, *self._row) is not None for code in codes)

    def _number(self, place: re.Match[str]) -> str:
        code, how, unit = place.groups()
        if code in self._said:
            return self._said[code]
        kind = kind_of(self._known[code], self._known)
        value = self._reckoning.value(code, *self._row)
        if value is None or not how:
            return cell_text(value, kind)
        return change_words(value, kind, unit or "") if how == "words" else some_words(value, unit)


def change_words(value: int, kind: Kind, unit: str = "") -> str:
    """A change as it is said: «tăng 720 hồ sơ», «giảm 5 %», «không thay đổi»."""
    if not value:
        return _SAME
    number = percent(abs(value)) if kind is Kind.CHANGE_SHARE else grouped_number(abs(value))
    return f"{'tăng' if value > 0 else 'giảm'} {number} {unit}".strip()


def some_words(value: int, unit: str) -> str:
    """A count as it is said, also where there is none: «có 3 khiếu nại», «không có khiếu nại»."""
    return f"có {grouped_number(value)} {unit}" if value else f"không có {unit}"


def chart_of(section: ChartSection, table: Table) -> Chart:
    """The columns of a table drawn; of more rows than fit, those with the most in the first column, in their order."""
    codes = [column.code for column in table.columns]
    places = [codes.index(code) for code in section.columns]
    rows = list(table.rows)
    if len(rows) > section.most:
        ranked = sorted(range(len(rows)), key=lambda at: (-_size(rows[at][places[0]]), at))
        rows = [rows[at] for at in sorted(ranked[: section.most])]
    title = section.title + (f" ({section.most} dòng lớn nhất)" if len(rows) < len(table.rows) else "")
    series = tuple(
        Series(table.columns[place].title, tuple(_value(row[place]) for row in rows)) for place in places
    )
    labels = tuple(str(row[0]) for row in rows)
    return Chart(title, section.kind, labels, series, table.columns[places[0]].kind)


def _value(cell: object) -> int | None:
    return cell if isinstance(cell, int) else None


def _size(cell: object) -> int:
    return abs(_value(cell) or 0)
