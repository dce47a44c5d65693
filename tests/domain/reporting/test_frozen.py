"""Issued reports: their bytes, what is refused, and what is different later."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.reporting.frozen import Difference, differences, frozen, thawed
from kt1desk.domain.reporting.report import (
    Chart,
    ChartKind,
    Column,
    Kind,
    Missing,
    Prose,
    Report,
    Series,
    Signer,
    Table,
)

COLUMNS = (
    Column("row", "Điểm", Kind.TEXT),
    Column("items", "Bưu gửi"),
    Column("share", "Tỷ lệ", Kind.SHARE),
)
TABLE = Table(
    "Theo điểm", COLUMNS, (("Chi Lăng", 5, None), ("Hữu Lũng", 0, -25)), ("Cộng", 5, None), ("Ghi",)
)
PROSE = Prose("Lời văn", ("Nhận 5 bưu gửi.", "Không khiếu nại."))
CHART = Chart("Biểu đồ", ChartKind.LINE, ("Chi Lăng", "Hữu Lũng"), (Series("Bưu gửi", (5, None)),), Kind.DONG)
REPORT = Report(
    template="kt1",
    revision="2026-01-01",
    title="Báo cáo KT1",
    unit=("Tổng công ty", "Bưu điện tỉnh"),
    period="Quý IV/2026",
    first="2026-10-01",
    last="2026-12-31",
    scope="Toàn tỉnh",
    sections=(PROSE, TABLE, CHART),
    missing=(Missing("242000", "Hữu Lũng", "2026-11-01"), Missing("243000", "Bắc Sơn")),
    notes=("Số liệu mẫu.",),
    signers=(Signer("Người lập"), Signer("Giám đốc", "Hoàng Hà")),
)
BYTES = (
    '{"first":"2026-10-01","form":1,"last":"2026-12-31","missing":[["242000","Hữu Lũng","2026-11-01"],["243000","Bắc Sơn",""]],'
    '"notes":["Số liệu mẫu."],"period":"Quý IV/2026","revision":"2026-01-01","scope":"Toàn tỉnh","sections":['
    '{"is":"prose","sentences":["Nhận 5 bưu gửi.","Không khiếu nại."],"title":"Lời văn"},'
    '{"columns":[["row","Điểm","text"],["items","Bưu gửi","count"],["share","Tỷ lệ","share"]],"is":"table","notes":["Ghi"],'
    '"rows":[["Chi Lăng",5,[]],["Hữu Lũng",0,-25]],"title":"Theo điểm","total":["Cộng",5,[]]},'
    '{"is":"chart","kind":"line","labels":["Chi Lăng","Hữu Lũng"],"series":[["Bưu gửi",[5,[]]]],"title":"Biểu đồ","unit":"dong"}],'
    '"signers":[["Người lập",""],["Giám đốc","Hoàng Hà"]],"template":"kt1","title":"Báo cáo KT1",'
    '"unit":["Tổng công ty","Bưu điện tỉnh"]}'
)


def test_the_bytes_of_a_report_are_these_for_ever() -> None:
    assert frozen(REPORT).decode() == BYTES
    assert thawed(BYTES.encode()) == REPORT


@pytest.mark.parametrize(
    ("part", "instead"),
    [
        ('"form":1', '"form":2'),
        ('"is":"table"', '"is":"chart"'),
        ('"is":"chart"', '"is":"map"'),
        (',"count"]', ',"number"]'),
        ('["Bưu gửi",[5,[]]]', '["Bưu gửi",[5,["x"]]]'),
        ('["Bưu gửi",[5,[]]]', '["Bưu gửi",["năm",[]]]'),
        ('["Người lập",""]', '["Người lập"]'),
        ('["Hữu Lũng",0,-25]', '["Hữu Lũng",0,-25.0]'),
        ('"title":"Báo cáo KT1",', '"title":5,'),
        ('"notes":["Số liệu mẫu."]', '"notes":"Số liệu mẫu."'),
        ('"first":"2026-10-01",', ""),
        ('"first":"2026-10-01",', '"extra":1,"first":"2026-10-01",'),
    ],
)
def test_bytes_that_no_report_has_are_refused(part: str, instead: str) -> None:
    assert part in BYTES

    with pytest.raises(DeskError, match=r"reporting\.frozen"):
        thawed(BYTES.replace(part, instead, 1).encode())


@pytest.mark.parametrize("data", [b"", b"[]", b'"x"', b"{}", BYTES.encode()[:-1], b"\xff"])
def test_what_is_no_report_at_all_is_refused(data: bytes) -> None:
    with pytest.raises(DeskError, match=r"reporting\.frozen"):
        thawed(data)


def with_rows(*rows: tuple[str | int | None, ...], total: int = 5) -> Report:
    return replace(REPORT, sections=(PROSE, replace(TABLE, rows=rows, total=("Cộng", total, None)), CHART))


def test_late_figures_show_cell_by_cell() -> None:
    late = with_rows(("Bắc Sơn", 2, 1), ("Chi Lăng", 6, None), ("Hữu Lũng", 0, -25), total=8)

    assert differences(REPORT, late) == (
        Difference("Theo điểm", "Bắc Sơn", "Điểm", Kind.TEXT, None, "Bắc Sơn"),
        Difference("Theo điểm", "Bắc Sơn", "Bưu gửi", Kind.COUNT, None, 2),
        Difference("Theo điểm", "Bắc Sơn", "Tỷ lệ", Kind.SHARE, None, 1),
        Difference("Theo điểm", "Chi Lăng", "Bưu gửi", Kind.COUNT, 5, 6),
        Difference("Theo điểm", "Dòng cộng", "Bưu gửi", Kind.COUNT, 5, 8),
    )


def test_a_line_that_is_gone_and_a_share_that_became_known_show_too() -> None:
    late = with_rows(("Chi Lăng", 5, 764))

    assert differences(REPORT, late) == (
        Difference("Theo điểm", "Chi Lăng", "Tỷ lệ", Kind.SHARE, None, 764),
        Difference("Theo điểm", "Hữu Lũng", "Điểm", Kind.TEXT, "Hữu Lũng", None),
        Difference("Theo điểm", "Hữu Lũng", "Bưu gửi", Kind.COUNT, 0, None),
        Difference("Theo điểm", "Hữu Lũng", "Tỷ lệ", Kind.SHARE, -25, None),
    )


def test_of_two_lines_called_alike_the_one_that_changed_is_told() -> None:
    older = with_rows(("Điểm mới", 1, None), ("Điểm mới", 2, None))
    newer = with_rows(("Điểm mới", 1, None), ("Điểm mới", 3, None))

    assert [(each.row, each.old, each.new) for each in differences(older, newer)] == [("Điểm mới (2)", 2, 3)]


@pytest.mark.parametrize(
    "changed",
    [
        replace(REPORT, template="kt2"),
        replace(REPORT, revision="2026-02-01"),
        replace(REPORT, title="Khác"),
        replace(REPORT, unit=("Bưu điện tỉnh",)),
        replace(REPORT, first="2026-10-02"),
        replace(REPORT, missing=()),
        replace(REPORT, missing=(Missing("242000", "Hữu Lũng", "2026-11-02"), REPORT.missing[1])),
        replace(REPORT, notes=()),
        replace(REPORT, signers=(Signer("Người lập", "Hà"), REPORT.signers[1])),
        replace(REPORT, sections=(TABLE, PROSE, CHART)),
        replace(REPORT, sections=(PROSE, TABLE)),
        replace(REPORT, sections=(replace(PROSE, sentences=("Nhận 6.",)), TABLE, CHART)),
        replace(REPORT, sections=(PROSE, replace(TABLE, notes=("Khác",)), CHART)),
        replace(REPORT, sections=(PROSE, TABLE, replace(CHART, kind=ChartKind.BARS))),
        with_rows(("Hữu Lũng", 0, -25), ("Chi Lăng", 5, None)),
    ],
)
def test_whatever_else_is_not_the_same_is_told(changed: Report) -> None:
    assert differences(REPORT, changed)
    assert differences(changed, REPORT)
    assert frozen(changed) != frozen(REPORT)


def test_equal_reports_do_not_differ() -> None:
    assert differences(REPORT, thawed(frozen(REPORT))) == ()
