"""Reports as poppler reads them back: every number, every page's foot, nothing clipped, no word over another."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kt1desk.domain.errors import DeskError
from kt1desk.domain.reporting.chart_shapes import NO_VALUES
from kt1desk.domain.reporting.report import Chart, ChartKind, Column, Kind, Table
from kt1desk.domain.reporting.written import cell_text
from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import Page, Rect, Text
from kt1desk.printing.pdf import page_pdf
from kt1desk.printing.templates.report import Printing, report_document, report_pdf
from kt1desk.printing.templates.report_parts import NO_ROWS
from kt1desk.printing.validation import validate
from tests.printing.report_reading import Read, flaws, numbers_of, read_back
from tests.printing.report_samples import ISSUED, POINTS, REPORTS, SIGNERS, TINY, report

PRINTED = "14:32 23/11/2026"


def _saved(folder: Path, name: str) -> Path:
    issued = None if name in {"empty", "negative"} else ISSUED
    path = folder / f"{name.replace(' ', '-')}.pdf"
    path.write_bytes(report_pdf(REPORTS[name], issued, PRINTED))
    return path


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Read]]:
    """Every sample as poppler reads it."""
    folder = tmp_path_factory.mktemp("reports")
    return {name: read_back(_saved(folder, name)) for name in REPORTS}


@pytest.mark.parametrize("name", REPORTS)
def test_every_number_of_the_report_stands_on_its_paper(name: str, pages: dict[str, list[Read]]) -> None:
    said = Counter(word.text for page in pages[name] for word in page.words)

    assert numbers_of(REPORTS[name]) - said == Counter()


@pytest.mark.parametrize("name", REPORTS)
def test_no_word_is_clipped_or_stands_over_another(name: str, pages: dict[str, list[Read]]) -> None:
    assert list(flaws(pages[name])) == []


def test_the_checker_finds_words_over_each_other_and_in_the_margin(tmp_path: Path) -> None:
    texts = (
        Text("a", Rect(20, 20, 60, 6), "Bưu điện tỉnh", 10),
        Text("b", Rect(24, 21, 60, 6), "Lạng Sơn", 10),
        Text("c", Rect(1, 60, 60, 6), "Mép", 10),
    )
    path = tmp_path / "bad.pdf"
    path.write_bytes(page_pdf(Page(210, 297, 5, texts, "KT1")))

    found = list(flaws(read_back(path)))

    assert any("Bưu" in flaw and "Lạng" in flaw for flaw in found)
    assert any("Mép" in flaw and "margin" in flaw for flaw in found)


@pytest.mark.parametrize("name", REPORTS)
def test_every_page_says_which_report_and_which_page_it_is(name: str, pages: dict[str, list[Read]]) -> None:
    count = len(pages[name])
    for number, page in enumerate(pages[name], start=1):
        said = " ".join(word.text for word in page.words)
        assert f"Trang {number}/{count}" in said
        assert f"In lúc {PRINTED}" in said
        if name in {"empty", "negative"}:
            assert "BẢN NHÁP" in said
        else:
            assert f"Số {ISSUED.number} · phiên bản 2" in said
            assert f"Phát hành ngày 23/11/2026: {ISSUED.by}" in said
            assert "NHÁP" not in said


def _said(pages: list[Read]) -> str:
    return " ".join(word.text for page in pages for word in page.words)


def test_a_table_repeats_its_head_on_every_page_and_ends_with_one_total(pages: dict[str, list[Read]]) -> None:
    wide = pages["wide"]

    assert len(wide) > 1
    assert all("Doanh" in _said([page]) and "Điểm giao dịch" in _said([page]) for page in wide)
    assert [_said([page]).count("Cộng") for page in wide] == [0] * (len(wide) - 1) + [1]
    assert all(page.width > page.height for page in wide)
    assert [page.width < page.height for page in pages["tiny"]] == [True]


def test_a_table_too_wide_for_any_type_comes_in_parts_that_begin_with_the_same_column(
    pages: dict[str, list[Read]],
) -> None:
    said = _said(pages["widest"])

    assert "(phần 1/2)" in said
    assert "(phần 2/2)" in said
    assert said.count(POINTS[11]) == 2


def test_what_is_missing_stands_before_any_figure(pages: dict[str, list[Read]]) -> None:
    said = _said(pages["wide"][:1])

    assert f"{POINTS[0]} (430110): thiếu số liệu từ 20/09/2026" in said
    assert "(430111): chưa có số liệu" in said
    assert said.index("thiếu số liệu") < said.index("Số liệu theo điểm giao dịch")


def test_the_head_names_unit_and_country_and_the_end_is_signed(pages: dict[str, list[Read]]) -> None:
    said = _said(pages["tiny"])

    for text in (*REPORTS["tiny"].unit, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập – Tự do – Hạnh phúc"):
        assert all(word in said for word in text.split())
    assert "BÁO CÁO HỒ SƠ BCCI" in said
    assert all(signer.title in said for signer in SIGNERS)
    assert all(" ".join(note.split()) in said for note in (*REPORTS["tiny"].notes, *TINY.notes))


def test_empty_tables_and_charts_of_nothing_say_so(tmp_path: Path, pages: dict[str, list[Read]]) -> None:
    assert NO_ROWS in _said(pages["empty"])
    path = tmp_path / "chart.pdf"
    path.write_bytes(report_pdf(report(Chart("Biểu đồ", ChartKind.BARS, (), ())), None, trial=True))

    read = read_back(path)

    assert NO_VALUES in _said(read)
    assert "DÙNG THỬ – KHÔNG CÓ GIÁ TRỊ" in _said(read)


def test_the_same_report_gives_the_same_bytes() -> None:
    assert report_pdf(REPORTS["charts"], ISSUED) == report_pdf(REPORTS["charts"], ISSUED)


def test_what_cannot_be_printed_is_refused_by_its_field() -> None:
    with pytest.raises(DeskError) as refusal:
        report_pdf(replace(REPORTS["tiny"], title="Báo cáo 中"), ISSUED)

    assert (refusal.value.code, refusal.value.field) == ("paper.character_not_printable", "title")


_WORDS = st.text(st.sampled_from("aăâbcđeêghioôơuưyẴỴ0123456789-/.,"), min_size=1, max_size=45)
_TEXTS = st.lists(_WORDS, max_size=8).map(" ".join)
_NUMBERS = st.one_of(st.none(), st.integers(-(10**12), 10**12), st.integers(-99, 99))


@st.composite
def _tables(draw: st.DrawFn) -> Table:
    """Any table: up to thirty columns of any kind with titles of any length, cells of either kind."""
    kinds = draw(st.lists(st.sampled_from([*Kind, Kind.TEXT]), min_size=1, max_size=30))
    kinds = [Kind.COUNT if kind is Kind.DATE else kind for kind in kinds]
    columns = tuple(Column(f"c{at}", draw(_TEXTS), kind) for at, kind in enumerate(kinds))
    row = st.tuples(*(_TEXTS if kind is Kind.TEXT else st.one_of(_NUMBERS, _WORDS) for kind in kinds))
    rows = tuple(draw(st.lists(row, max_size=12)))
    return Table(draw(_TEXTS), columns, rows, draw(row) if draw(st.booleans()) else (), (draw(_TEXTS),))


@given(tables=st.lists(_tables(), max_size=2), notes=st.lists(_TEXTS, max_size=3).map(tuple))
@settings(max_examples=12, deadline=None)
def test_any_table_fits_its_pages_with_every_number_whole(
    tables: list[Table], notes: tuple[str, ...]
) -> None:
    of = replace(report(*tables), notes=notes)

    pages = report_document(of, Printing(ISSUED, PRINTED)).pages

    for page in pages:
        validate(page)
    fitted = [
        text.fitted() for page in pages for text in page.texts() if text.field.startswith(("row", "total"))
    ]
    said = Counter(" ".join(each.lines) for each in fitted if len(each.lines) == 1)
    for table in tables:
        for row in (*table.rows, table.total):
            cells = zip(row, table.columns, strict=False)
            said.subtract(cell_text(cell, c.kind) for cell, c in cells if isinstance(cell, int))
    assert [text for text, left in said.items() if left < 0] == []
    assert all(each.pt >= 7 and each.face is not Face.CONDENSED for each in fitted)
