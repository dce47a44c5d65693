"""Catalogues as sheets bring them: five thousand lines, days as text, merged cells, other columns; nothing comes in by half."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.exchange.sheets.reading import read_sheet
from kt1desk.services.import_columns import PROCEDURE_COLUMNS
from kt1desk.services.imports import ImportState
from kt1desk.services.list_report import import_summary
from tests.services.test_imports import events, one, procedures, rows
from tests.support.desks import Counter
from tests.support.lists import import_outcomes

TAKEN, REFUSED = ImportState.TAKEN, ImportState.REFUSED


def test_five_thousand_lines_are_reported_row_by_row_and_a_refused_one_keeps_none_of_the_others_out(
    quiet_desk: Counter,
) -> None:
    lines = [one(code=f"1.{900_000 + at}", name=f"Thủ tục {at}") for at in range(5_000)]
    lines[17] = one(code="1.99")
    lines[4_242] = one(code="1.900000", name="Tên khác")

    report = procedures(quiet_desk, rows(*lines))
    again = procedures(quiet_desk, rows(*lines))

    refused = [(line.line, line.reason.code) for line in report.lines if line.reason]
    assert (len(report.lines), refused) == (5_000, [(19, "dossier.procedure_code"), (4_244, "import.twice")])
    assert import_summary(report) == ("Đã thêm: 4998 dòng", "Không nhận: 2 dòng")
    assert import_summary(again) == ("Đã có: 4998 dòng", "Không nhận: 2 dòng")


def test_a_day_may_be_a_day_of_the_sheet_or_a_text_and_both_mean_the_same(quiet_desk: Counter) -> None:
    procedures(
        quiet_desk,
        rows(one(valid_from="2026-11-05"), one(code="1.999002", valid_from="05/11/2026")),
    )

    with quiet_desk.store.read() as reader:
        first, second = (reader.procedure(code, date(2026, 11, 5)) for code in ("1.999001", "1.999002"))
    assert first is not None
    assert second is not None
    assert first.valid_from == second.valid_from == date(2026, 11, 5)


def test_a_merged_cell_refuses_its_own_line_alone(quiet_desk: Counter) -> None:
    whole = rows(one(), one(code="1.999002"))
    merged = replace(
        whole.lines[1],
        problem=DeskError("sheet.merged_cell", PROCEDURE_COLUMNS.columns[0].key, range="A2:A3"),
    )

    report = procedures(quiet_desk, replace(whole, lines=(whole.lines[0], merged)))

    assert import_outcomes(report) == [(2, TAKEN, ""), (3, REFUSED, "sheet.merged_cell")]


def test_a_table_of_other_columns_is_no_catalogue_and_changes_nothing(
    quiet_desk: Counter, tmp_path: Path
) -> None:
    file = tmp_path / "other.csv"
    file.write_text("Họ tên,Ngày sinh\nNông Thị Thử,01/01/1990\n", encoding="utf-8")
    before = events(quiet_desk)

    with pytest.raises(DeskError) as refused:
        procedures(quiet_desk, read_sheet(file, PROCEDURE_COLUMNS))

    assert refused.value.code.startswith("sheet.")
    assert events(quiet_desk) == before
