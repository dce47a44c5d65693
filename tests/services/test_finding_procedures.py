"""A whole catalogue brought in: each procedure is found by its code, its name without marks, its rarest words and its field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import pytest

from kt1desk.domain.procedure import local_key, procedure_code
from kt1desk.domain.text import clean, fold
from kt1desk.exchange.sheets.reading import read_sheet
from kt1desk.services.import_columns import PROCEDURE_COLUMNS
from kt1desk.services.import_procedures import ProcedureImporter
from kt1desk.services.imports import Imports, ImportState
from tests.support.catalogues import CODE, CROWDED, FIELD, NAME, SOURCES, Line, as_file, catalogue, rare_words
from tests.support.desks import Counter, counter

WHOLE = 1_000
"""More than there are."""


@dataclass(frozen=True)
class Stocked:
    """A desk and the catalogue that was brought in."""

    desk: Counter
    lines: Sequence[Line]

    @property
    def today(self) -> date:
        return self.desk.shifts.proposed_date()

    def found(self, typed: str, limit: int = 8) -> list[str]:
        """Codes, best first, as many as the page asks for."""
        return [row.code for row in self.desk.finder.procedures(typed, self.today, limit)]


@pytest.fixture(scope="module", params=SOURCES)
def stocked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stocked]:
    lines = catalogue(request.param)
    folder = tmp_path_factory.mktemp("stocked")
    brought = read_sheet(as_file(lines, folder / "danh-muc.csv"), PROCEDURE_COLUMNS)
    with counter(folder) as desk:
        importer = ProcedureImporter(desk.reference, desk.shifts.proposed_date())
        report = Imports(desk.store, desk.clock).take(desk.session("chief"), brought, importer)
        assert report.count(ImportState.TAKEN) == len(lines)
        yield Stocked(desk, lines)


def code_of(line: Line) -> str:
    return procedure_code(line[CODE]) if line.get(CODE) else local_key(line[NAME].replace("\u200e", ""))


def test_each_is_the_first_for_its_code_however_it_is_written(stocked: Stocked) -> None:
    for line in stocked.lines:
        code = code_of(line)
        for typed in (code, code.replace(".", ""), line.get(CODE) or code.lower()):
            assert stocked.found(typed.removesuffix(".000.00.00.H37").removesuffix(".H37"))[:1] == [code]


def test_each_is_found_by_its_whole_name_without_marks(stocked: Stocked) -> None:
    for line in stocked.lines:
        assert code_of(line) in stocked.found(fold(line[NAME].replace("\u200e", "")))


def test_each_is_found_by_its_name_as_it_is_published(stocked: Stocked) -> None:
    for line in stocked.lines:
        assert code_of(line) in stocked.found(line[NAME])


def test_each_is_found_by_its_three_rarest_words_in_another_order(stocked: Stocked) -> None:
    for name, typed in rare_words(stocked.lines).items():
        assert code_of(next(line for line in stocked.lines if line[NAME] == name)) in stocked.found(typed)


def test_a_field_brings_all_that_are_of_it_and_nothing_without_its_words(stocked: Stocked) -> None:
    by_field: dict[str, set[str]] = {}
    for line in stocked.lines:
        if line.get(FIELD):
            by_field.setdefault(fold(line[FIELD].replace("\u200e", "")), set()).add(code_of(line))

    for field, codes in by_field.items():
        hits = stocked.desk.finder.procedures(field, stocked.today, WHOLE)
        assert codes <= {row.code for row in hits}
        for row in hits:
            has = fold(f"{row.name} {row.field}").split()
            assert all(any(one.startswith(typed) for one in has) for typed in field.split())
        assert [row.code for row in hits[:8]] == stocked.found(field)


def test_of_a_crowded_field_each_is_on_the_first_page_with_rare_words_behind_the_field(
    stocked: Stocked,
) -> None:
    rare = rare_words(stocked.lines)
    for line in stocked.lines:
        field = fold(line.get(FIELD, "").replace("\u200e", ""))
        assert code_of(line) in stocked.found(f"{field} {rare[line[NAME]]}")


def test_our_own_catalogue_has_a_field_that_one_page_does_not_hold() -> None:
    assert sum(line.get(FIELD) == CROWDED for line in catalogue("own")) > 8
    assert clean(CROWDED, "field", 40) == CROWDED
