"""A list whose letters or urgency stand under a heading that nobody knows is refused: no cover under A goes as an ordinary one."""

from __future__ import annotations

from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.exchange.sheets.reading import read_sheet
from kt1desk.services.batch_columns import KT1_COLUMNS
from kt1desk.services.sheets import Sheet
from kt1desk.services.wording import sentence


def read(folder: Path, title: str, *cells: str) -> Sheet:
    path = folder / "danh-sach.csv"
    lines = "".join(f"SNV;UBVL;340;{cell}\n" for cell in cells)
    path.write_text(f"Cơ quan gửi;Cơ quan nhận;Khối lượng (g);{title}\n{lines}", encoding="utf-8")
    return read_sheet(path, KT1_COLUMNS)


@pytest.mark.parametrize(
    "title",
    ["Ký hiệu bì", "Ký hiệu", "KÝ HIỆU A B C", "Chữ", "Độ mật", "Mức độ mật", "Mật", "Chu A, B, C"],
)
def test_the_letter_is_read_under_every_heading_that_offices_give_it(tmp_path: Path, title: str) -> None:
    sheet = read(tmp_path, f'"{title}"', "A", "")

    assert [line.text("secrecy") for line in sheet.lines] == ["A", ""]
    assert sheet.warnings == ()


@pytest.mark.parametrize("title", ["Độ khẩn", "Mức độ khẩn", "Khẩn", "Hỏa tốc", "Dịch vụ", "Loại dịch vụ"])
def test_the_urgency_is_read_under_every_heading_that_offices_give_it(tmp_path: Path, title: str) -> None:
    sheet = read(tmp_path, title, "Hỏa tốc")

    assert sheet.lines[0].text("urgency") == "Hỏa tốc"


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        ("Loại bì", "A"),
        ("Loại bì", " b "),
        ("Loại bì", "(C)"),
        ("Loại bì", "chữ C"),
        ("Loại bì", "Mật"),
        ("Loại bì", "HT"),
        ("Ghi chú", "Hỏa tốc, phát trước 10 giờ"),
        ("Ghi chú", "KT1 Hẹn giờ"),
        ("A", "x"),
        ("Có dấu mật không", "x"),
        ("", "A"),
    ],
)
def test_an_unknown_column_that_says_a_letter_or_an_urgency_refuses_the_whole_list(
    tmp_path: Path, title: str, cell: str
) -> None:
    with pytest.raises(DeskError) as caught:
        read(tmp_path, title, "", cell)

    said = sentence(caught.value)
    assert caught.value.code == "sheet.column_betrayed"
    assert f"«{title or 'thứ 4'}»" in said
    assert "«Ký hiệu bì», «Độ khẩn»" in said
    assert "xóa cột" in said


def test_a_letter_behind_the_last_heading_refuses_the_list_as_well(tmp_path: Path) -> None:
    path = tmp_path / "danh-sach.csv"
    path.write_text("Người gửi;Người nhận;Khối lượng\nSNV;UBVL;340;A\n", encoding="utf-8")

    with pytest.raises(DeskError, match="column_betrayed"):
        read_sheet(path, KT1_COLUMNS)


@pytest.mark.parametrize(
    ("title", "cell"),
    [("Ghi chú", "bì to"), ("Ghi chú", "tiền mặt"), ("Phòng", "A12"), ("Có dấu mật không", ""), ("STT", "A")],
)
def test_an_unknown_column_that_says_neither_stays_a_warning_or_nothing(
    tmp_path: Path, title: str, cell: str
) -> None:
    sheet = read(tmp_path, title, cell)

    assert {warning.code for warning in sheet.warnings} <= {"sheet.column_unknown"}
    assert "secrecy" not in sheet.lines[0].cells
