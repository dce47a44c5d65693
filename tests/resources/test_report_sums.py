"""The tables of the shipped reports add up: rows to their total, points to the province, and the order of figures changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from random import Random

import pytest

from kt1desk.domain.reporting.dimensions import TIMES, Dimension
from kt1desk.domain.reporting.frozen import frozen
from kt1desk.domain.reporting.making import make_report
from kt1desk.domain.reporting.periods import Preset, preset, same_period_last_year
from kt1desk.domain.reporting.report import Cell, Kind, Table
from kt1desk.domain.reporting.sources import Scope, Sources
from kt1desk.domain.reporting.template import ReportTemplate
from kt1desk.domain.reporting.template_kinds import leaves
from kt1desk.domain.reporting.template_parts import Counted, Entered, Outside, Quantity, TableSection, Take
from kt1desk.services.report_sources import Gathered, sources_of
from tests.support.rich_figures import DATA, POINTS, entries, figures, procedure_of

QUARTER = preset(Preset.QUARTER, 2024, 1)
"""With a 29th of February."""
HERE = POINTS[:16]
TEMPLATES = {row.code: row for row in DATA.report_templates}
ADDITIVE = {Kind.COUNT, Kind.DONG, Kind.CHANGE, Kind.CHANGE_DONG}


@cache
def sources() -> Sources:
    """Figures of some points, and of the same days of last year."""
    gathered = Gathered(
        figures(QUARTER, HERE), figures(same_period_last_year(QUARTER), HERE), entries(QUARTER, HERE)
    )
    return sources_of(gathered, DATA, procedure_of, QUARTER)


def _adds_up(quantity: Quantity, by: Dimension, template: ReportTemplate) -> bool:
    """Not how many different ones there are, not what somebody says of each row, not how many there are at the end of each month."""
    for leaf in leaves(quantity, template.known):
        if isinstance(leaf, Outside) or leaf.take is Take.DISTINCT:
            return False
        if isinstance(leaf, Entered) and by in TIMES and (leaf.choice.since or leaf.choice.until):
            return False
    return True


def _columns(template: ReportTemplate, scope: Scope) -> Iterator[tuple[str, list[Cell], Cell]]:
    """Name, rows and total of every column that adds up."""
    report = make_report(template, QUARTER, scope, sources())
    told = {section.title: section for section in report.sections if isinstance(section, Table)}
    for section in template.sections:
        if not (isinstance(section, TableSection) and section.title in told):
            continue
        table = told[section.title]
        for at, column in enumerate(table.columns[1:], start=1):
            quantity = template.known[column.code]
            if table.total and column.kind in ADDITIVE and _adds_up(quantity, section.rows.by, template):
                yield f"{section.code} {column.code}", [row[at] for row in table.rows], table.total[at]


def _sum(cells: list[Cell]) -> int:
    return sum(cell for cell in cells if isinstance(cell, int))


@pytest.mark.parametrize("code", TEMPLATES)
def test_the_rows_of_every_table_are_its_total(code: str) -> None:
    columns = list(_columns(TEMPLATES[code], Scope("Toàn tỉnh")))

    assert columns
    assert [(name, _sum(rows), total) for name, rows, total in columns if _sum(rows) != total] == []


@pytest.mark.parametrize("code", TEMPLATES)
def test_halves_of_the_points_add_up_to_all_of_them(code: str) -> None:
    halves = [
        {name: total for name, _, total in _columns(TEMPLATES[code], Scope("Nửa", points=frozenset(points)))}
        for points in (HERE[:8], HERE[8:])
    ]

    for name, _, total in _columns(TEMPLATES[code], Scope("Toàn tỉnh")):
        assert _sum([half[name] for half in halves]) == total, name


@pytest.mark.parametrize("code", TEMPLATES)
def test_figures_and_entries_in_another_order_give_the_same_bytes(code: str) -> None:
    chance = Random(1)
    whole = sources()
    mixed = replace(
        whole,
        figures=tuple(chance.sample(whole.figures, len(whole.figures))),
        registers={key: tuple(chance.sample(rows, len(rows))) for key, rows in whole.registers.items()},
    )

    one, other = (
        frozen(make_report(TEMPLATES[code], QUARTER, Scope("Tỉnh"), each)) for each in (whole, mixed)
    )

    assert one == other


def test_what_does_not_add_up_is_left_out_of_these_sums() -> None:
    template = TEMPLATES["kt1_results"]

    assert isinstance(template.known["senders"], Counted)
    assert not _adds_up(template.known["senders"], Dimension.MONTH, template)
    assert _adds_up(template.known["items_change"], Dimension.MONTH, template)
