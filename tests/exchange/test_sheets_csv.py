"""CSV lists: every encoding and separator of this country's offices, titles found by name, and a clear refusal where they are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.exchange.sheets.limits import MAX_BYTES, MAX_LINES
from kt1desk.exchange.sheets.reading import read_sheet
from kt1desk.exchange.sheets.writing import csv_bytes
from kt1desk.services.sheets import Sheet
from tests.support.sheets import LETTERS, windows_1258

LIST = (
    "Cơ quan gửi;Cơ quan nhận;Khối lượng (g)\r\nSở Nội vụ;UBND xã Văn Lãng;340\r\nSở Y tế;Sở Tư pháp;20\r\n"
)


def read(folder: Path, data: bytes) -> Sheet:
    path = folder / "danh-sach.csv"
    path.write_bytes(data)
    return read_sheet(path, LETTERS)


def refusal(folder: Path, data: bytes) -> DeskError:
    with pytest.raises(DeskError) as caught:
        read(folder, data)
    return caught.value


def said(sheet: Sheet) -> list[tuple[int, dict[str, str]]]:
    return [(line.number, dict(line.cells)) for line in sheet.lines]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(LIST.encode(), id="utf-8"),
        pytest.param(LIST.encode("utf-8-sig"), id="utf-8 with a mark"),
        pytest.param(LIST.encode("utf-16"), id="utf-16"),
        pytest.param(b"\xfe\xff" + LIST.encode("utf-16-be"), id="utf-16 big-endian"),
        pytest.param(windows_1258(LIST), id="windows-1258"),
        pytest.param(LIST.replace(";", ",").encode(), id="comma"),
        pytest.param(LIST.replace(";", "\t").encode(), id="tab"),
        pytest.param(LIST.replace("\r\n", "\n").encode(), id="LF"),
        pytest.param(LIST.replace("\r\n", "\r").encode(), id="CR"),
        pytest.param(LIST.replace("340", "\xa0340\u202f").encode(), id="no-break blanks"),
        pytest.param(
            LIST.replace("Sở", "\u200eS\u00adở\u200b")
            .replace("Cơ quan gửi", "Cơ\u2060 quan gửi\ufeff")
            .encode(),
            id="signs that nobody sees",
        ),
    ],
)
def test_the_same_list_is_read_from_every_encoding_and_separator(tmp_path: Path, data: bytes) -> None:
    sheet = read(tmp_path, data)

    assert said(sheet) == [
        (2, {"sender": "Sở Nội vụ", "receiver": "UBND xã Văn Lãng", "weight": "340"}),
        (3, {"sender": "Sở Y tế", "receiver": "Sở Tư pháp", "weight": "20"}),
    ]
    assert sheet.warnings == ()


def test_swapped_columns_are_the_same_list_whatever_marks_and_capitals_their_titles_have(
    tmp_path: Path,
) -> None:
    sheet = read(tmp_path, "KHOI LUONG (G),người nhận,  co quan  GỬI\n340,B,A\n".encode())

    assert said(sheet) == [(2, {"sender": "A", "receiver": "B", "weight": "340"})]


def test_lines_keep_their_numbers_behind_headings_blank_lines_and_cells_of_several_lines(
    tmp_path: Path,
) -> None:
    text = 'SỞ NỘI VỤ\n\nDANH SÁCH,,\nCơ quan gửi,Cơ quan nhận\nA,"B\nở xã"\n\n,\nC,D\n'

    sheet = read(tmp_path, text.encode())

    assert said(sheet) == [(5, {"sender": "A", "receiver": "B\nở xã"}), (9, {"sender": "C", "receiver": "D"})]


def test_numbered_columns_stand_beside_each_other(tmp_path: Path) -> None:
    sheet = read(tmp_path, "Cơ quan gửi,Cơ quan nhận,Giấy tờ 2,Giấy tờ 1\nA,B,hai,một\n".encode())

    assert sheet.lines[0].text("paper 1") == "một"
    assert sheet.layout.title_of("paper 2") == "Giấy tờ 2"


def test_unknown_columns_are_named_and_never_read(tmp_path: Path) -> None:
    sheet = read(tmp_path, "STT,Cơ quan gửi,Cơ quan nhận,Trích yếu\n1,A,B,mật khẩu kho\n".encode())

    assert [(warning.code, dict(warning.details)) for warning in sheet.warnings] == [
        ("sheet.column_unknown", {"titles": "«Trích yếu»"})
    ]
    assert "mật khẩu kho" not in repr([dict(line.cells) for line in sheet.lines])


@pytest.mark.parametrize(
    ("data", "code", "details"),
    [
        ("Cơ quan gửi,Khối lượng (g)\nA,1\n".encode(), "sheet.column_missing", {"titles": "«Cơ quan nhận»"}),
        (
            "Cơ quan gửi,Người gửi,Cơ quan nhận\nA,B,C\n".encode(),
            "sheet.column_twice",
            {"title": "Cơ quan gửi"},
        ),
        (b"1,2,3\n4,5,6\n", "sheet.no_titles", {"titles": "«Cơ quan gửi», «Cơ quan nhận»"}),
        (b"", "sheet.no_titles", {"titles": "«Cơ quan gửi», «Cơ quan nhận»"}),
        ("Cơ quan gửi,Cơ quan nhận\n,\n".encode(), "sheet.no_lines", {}),
        ('Cơ quan gửi,Cơ quan nhận\nA,B\nC,"D\nE,F\n'.encode(), "sheet.quotes", {"line": 3}),
        (b"Co quan gui,Co quan nhan\nA\0,B\n", "sheet.zero_bytes", {}),
        (b"\xff\xfeA", "sheet.encoding", {}),
        (b"\x8a\x8d\x90", "sheet.encoding", {}),
        (
            "Khối lượng (kg),Cơ quan gửi,Cơ quan nhận".encode() + b",x" * 200 + b"\n",
            "sheet.too_many_columns",
            {"limit": 200},
        ),
    ],
)
def test_what_is_no_such_list_is_refused_with_its_reason(
    tmp_path: Path, data: bytes, code: str, details: dict[str, str | int]
) -> None:
    error = refusal(tmp_path, data)

    assert (error.code, dict(error.details)) == (code, details)


def test_kilograms_are_not_taken_for_grams(tmp_path: Path) -> None:
    sheet = read(tmp_path, "Cơ quan gửi,Cơ quan nhận,Khối lượng (kg)\nA,B,2\n".encode())

    assert sheet.lines[0].text("weight") == ""


def test_fifty_thousand_lines_are_read_and_one_more_is_refused(tmp_path: Path) -> None:
    titles, line = "Cơ quan gửi,Cơ quan nhận\n", "SNV,UBVL\n"

    whole = read(tmp_path, (titles + line * MAX_LINES).encode())
    error = refusal(tmp_path, (titles + line * (MAX_LINES + 1)).encode())

    assert (len(whole.lines), whole.lines[-1].number) == (MAX_LINES, MAX_LINES + 1)
    assert (error.code, error.details["limit"]) == ("sheet.too_many_lines", MAX_LINES)


def test_a_file_above_ten_megabytes_or_not_there_is_refused(tmp_path: Path) -> None:
    too_large = refusal(tmp_path, b"x" * (MAX_BYTES + 1))
    with pytest.raises(DeskError) as absent:
        read_sheet(tmp_path / "khong-co.csv", LETTERS)

    assert (too_large.code, too_large.details["most"]) == ("file.too_large", "10 MB")
    assert absent.value.code == "file.gone"


def test_a_report_begins_with_the_mark_and_computes_nothing(tmp_path: Path) -> None:
    data = csv_bytes(("Cơ quan gửi", "Cơ quan nhận"), [("=1+1", 'B "hai"'), ("@x", "-1")])

    assert data.startswith(b"\xef\xbb\xbf")
    assert said(read(tmp_path, data)) == [
        (2, {"sender": "'=1+1", "receiver": 'B "hai"'}),
        (3, {"sender": "'@x", "receiver": "'-1"}),
    ]
