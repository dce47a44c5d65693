"""Everything that a template says, held against what there is: a slip is found when it is read, not when a report is due.

This module must not know any report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NoReturn

from kt1desk.domain.errors import DeskError
from kt1desk.domain.register_columns import Kind as ColumnKind
from kt1desk.domain.register_columns import Register
from kt1desk.domain.reporting.dimensions import CLOSED, PARTS, SAYS, TIMES, Dimension
from kt1desk.domain.reporting.report import Kind
from kt1desk.domain.reporting.template_kinds import Quantities, can_be_parted, kind_of, rests_on
from kt1desk.domain.reporting.template_parts import (
    ChartSection,
    Choice,
    Compare,
    Compared,
    Counted,
    Entered,
    IndicatorSection,
    ListSection,
    ProseSection,
    Quantity,
    Rows,
    SectionOf,
    Shared,
    Summed,
    TableSection,
    Take,
)

PLACE = re.compile(r"\{([a-z0-9_]*)(?::(words|some)(?: ([^{}:]+))?)?\}")
"""A place for a number in a sentence: of what, how it is said, and in which unit."""
SAID = frozenset({"period", "last_period", "scope", "row"})
"""What sentences may name besides quantities."""
CHANGES = frozenset({Kind.CHANGE, Kind.CHANGE_DONG, Kind.CHANGE_SHARE})
_CODE = re.compile(r"[a-z][a-z0-9_]{0,31}")
_MOST_SERIES = 4
_MOST_PLACES = 2


def _refuse(where: str) -> NoReturn:
    raise DeskError("reporting.template", "template", where=where)


def _must(holds: bool, where: str) -> None:
    if not holds:
        _refuse(where)


def _counted(quantity: Counted) -> None:
    says = dict(zip(PARTS, SAYS[quantity.measure], strict=True))
    for part, values in (("what", quantity.what), ("about", quantity.about), ("whose", quantity.whose)):
        said = says[part]
        _must(not values or said is not None, f"{quantity.code}: {part}")
        closed = (
            CLOSED.get(said) if said else None
        )  # a slip there would count nothing, and nobody would see it
        _must(closed is None or set(values) <= closed.keys(), f"{quantity.code}: {part}")
    _must(quantity.take is not Take.SUM, f"{quantity.code}: value")
    if quantity.take is Take.DISTINCT:
        _must(quantity.of == "point" or says.get(quantity.of) is not None, f"{quantity.code}: of")
    else:
        _must(not quantity.of, f"{quantity.code}: of")


def _compared(quantity: Compared, known: Quantities) -> None:
    """Last year cannot be asked of what already is last year's, nor of entries that are told as they stand today."""
    stack = [quantity.of]
    while stack:
        of = known[stack.pop()]
        if isinstance(of, Entered):
            _must(of.choice.dated, f"{quantity.code}: {of.code}")
        _must(not (isinstance(of, Compared) and of.how is Compare.LAST_YEAR), f"{quantity.code}: {of.code}")
        stack.extend(rests_on(of))


class TemplateCheck:
    """One reading of one template.

    Args:
        registers: by code.

    Raises:
        DeskError: from every method: ``reporting.template`` with ``where``.
    """

    def __init__(self, registers: Mapping[str, Register]) -> None:
        self._registers = registers
        self._known: dict[str, Quantity] = {}
        self._sections: dict[str, SectionOf] = {}

    def quantity(self, quantity: Quantity) -> None:
        """Hold one against those before it."""
        code = quantity.code
        _must(_CODE.fullmatch(code) is not None and code not in self._known and code not in SAID, code)
        _must(bool(quantity.title), code)
        self._rests(quantity)
        if isinstance(quantity, Counted):
            _counted(quantity)
        elif isinstance(quantity, Entered):
            self._entered(quantity)
        self._known[code] = quantity

    def _rests(self, quantity: Quantity) -> None:
        for each in rests_on(quantity):
            _must(each in self._known, f"{quantity.code}: {each}")
        kinds = [kind_of(self._known[each], self._known) for each in rests_on(quantity)]
        _must(all(kind in {Kind.COUNT, Kind.DONG} for kind in kinds), quantity.code)
        if isinstance(quantity, Summed):
            _must(bool(quantity.plus), quantity.code)
        if isinstance(quantity, Summed | Shared):
            _must(len(set(kinds)) == 1, quantity.code)
        if isinstance(quantity, Shared):
            _must(0 <= quantity.places <= _MOST_PLACES, f"{quantity.code}: places")
        if isinstance(quantity, Compared):
            _compared(quantity, self._known)

    def _entered(self, quantity: Entered) -> None:
        self._choice(quantity.choice, quantity.code)
        _must(quantity.take is not Take.DONG, f"{quantity.code}: value")
        if quantity.take is Take.COUNT:
            _must(not quantity.of, f"{quantity.code}: of")
        else:
            wanted = {ColumnKind.NUMBER} if quantity.take is Take.SUM else set(ColumnKind)
            self._column(quantity.choice.register, quantity.of, wanted, quantity.code)

    def _choice(self, choice: Choice, where: str) -> None:
        _must(choice.register in self._registers, f"{where}: {choice.register}")
        for column, values in choice.where:
            self._column(choice.register, column, set(ColumnKind), where)
            _must(bool(values), f"{where}: {column}")
        for column in filter(None, (choice.during, choice.since, choice.until)):
            self._column(choice.register, column, {ColumnKind.DATE}, where)

    def _column(self, register: str, code: str, kinds: set[ColumnKind], where: str) -> None:
        found = [column for column in self._registers[register].columns if column.code == code]
        _must(bool(found) and found[0].kind in kinds - {ColumnKind.PERSON}, f"{where}: {code}")

    def section(self, section: SectionOf) -> None:
        """Hold one against the quantities and the sections before it."""
        _must(_CODE.fullmatch(section.code) is not None and section.code not in self._sections, section.code)
        _must(bool(section.title), section.code)
        match section:
            case TableSection():
                self._table(section)
            case IndicatorSection():
                self._indicators(section)
            case ListSection():
                self._list(section)
            case ProseSection():
                self._prose(section)
            case ChartSection():
                self._chart(section)
        self._sections[section.code] = section

    def _quantities(self, codes: Iterable[str], where: str) -> list[Quantity]:
        asked = list(codes)
        _must(bool(asked) and len(set(asked)) == len(asked), where)
        for code in asked:
            _must(code in self._known, f"{where}: {code}")
        return [self._known[code] for code in asked]

    def _table(self, table: TableSection) -> None:
        rows = table.rows
        if rows.by is Dimension.REGISTER:
            _must(rows.register in self._registers, f"{table.code}: {rows.register}")
            self._column(rows.register, rows.column, set(ColumnKind), table.code)
        else:
            _must(not (rows.register or rows.column), f"{table.code}: register")
        for quantity in self._quantities(table.columns, table.code):
            parted = can_be_parted(quantity, rows, self._known, self._registers)
            _must(parted, f"{table.code}: {quantity.code}")

    def _indicators(self, section: IndicatorSection) -> None:
        told = self._quantities([line.of for line in section.lines], section.code)
        kinds = {kind_of(quantity, self._known) for quantity in told}
        _must(kinds in ({Kind.COUNT}, {Kind.DONG}), section.code)
        for line in section.lines:
            _compared(Compared(code=section.code, title="", how=Compare.CHANGE, of=line.of), self._known)
            if line.share:
                (share,) = self._quantities([line.share], section.code)
                _must(isinstance(share, Shared), f"{section.code}: {line.share}")

    def _list(self, section: ListSection) -> None:
        self._choice(section.choice, section.code)
        _must(bool(section.columns) and len(set(section.columns)) == len(section.columns), section.code)
        for code in section.columns:
            self._column(section.choice.register, code, set(ColumnKind), section.code)

    def _prose(self, section: ProseSection) -> None:
        _must(bool(section.sentences) and section.each in {Dimension.WHOLE, *TIMES}, section.code)
        for sentence in section.sentences:
            _must(bool(sentence.text), section.code)
            for text in (sentence.text, sentence.otherwise):
                self._sentence(text, section)

    def _sentence(self, text: str, section: ProseSection) -> None:
        _must(not re.search(r"[{}]", PLACE.sub("", text)), section.code)
        for code, how, unit in PLACE.findall(text):
            where = f"{section.code}: {code}"
            _must(code in self._known or (code in SAID and not how), where)
            _must(code != "row" or section.each is not Dimension.WHOLE, where)
            if code in self._known:
                self._said(self._known[code], section, how, unit)

    def _said(self, quantity: Quantity, section: ProseSection, how: str, unit: str) -> None:
        where = f"{section.code}: {quantity.code}"
        _must(can_be_parted(quantity, Rows(section.each), self._known, self._registers), where)
        kind = kind_of(quantity, self._known)
        if how == "words":
            _must(kind in CHANGES, where)
        elif how == "some":
            _must(kind is Kind.COUNT and bool(unit), where)

    def _chart(self, section: ChartSection) -> None:
        table = self._sections.get(section.table)
        if not isinstance(table, TableSection):
            _refuse(f"{section.code}: {section.table}")
        drawn = self._quantities(section.columns, section.code)
        _must(set(section.columns) <= set(table.columns), section.code)
        _must(len({kind_of(quantity, self._known) for quantity in drawn}) == 1, section.code)
        _must(len(drawn) <= _MOST_SERIES and section.most > 0, section.code)
