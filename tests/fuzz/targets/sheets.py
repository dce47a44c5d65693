"""Lists that offices bring, as files: CSV and workbooks.

Opening a workbook takes openpyxl milliseconds. So most inputs go in behind that: the package alone, and the walk through one sheet's XML;
every fortieth or so goes all the way.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from io import BytesIO
from typing import cast
from zipfile import ZIP_STORED, ZipFile

from openpyxl import Workbook

from kt1desk.exchange.sheets.csv_text import read_csv
from kt1desk.exchange.sheets.grid import sheet_of
from kt1desk.exchange.sheets.package import DAMAGED, open_package, parts_of, refuse_envelope
from kt1desk.exchange.sheets.scan import range_text, scan, swallowed
from kt1desk.exchange.sheets.workbook import read_workbook
from tests.fuzz.target import Layer, Target
from tests.support.sheets import LETTERS, windows_1258

_TEXT = 'Cơ quan gửi;Cơ quan nhận;Khối lượng (g)\r\n"Sở Nội vụ";UBND xã Văn Lãng;340\r\n'
_WORDS = (
    "Cơ quan gửi".encode(),
    b";",
    b",",
    b"\t",
    b'"',
    b'""',
    b"\r\n",
    b"\r",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\0",
    b"=1+1",
    "Độ mật".encode(),
)
_XML = (
    *(
        b"<c ",
        b'r="',
        b't="s"',
        b't="e"',
        b't="d"',
        b"<v>",
        b"</v>",
        b"<f>",
        b'<row r="',
        b"<mergeCell ref=",
        b'"A1:XFD1048576"',
        b'hidden="1"',
    ),
    *(
        b"<!DOCTYPE",
        b"&x;",
        b"<![CDATA[",
        b"1e999",
        b"2026-13-45",
        b"-1",
        b"99999999999999999999",
        b'state="hidden"',
        b"../../etc/passwd",
        b'r="0"',
    ),
)


def _csv(data: bytes) -> None:
    sheet_of(read_csv(data, LETTERS), LETTERS, "danh-sach.csv", "0" * 64)


def _csv_seeds() -> list[bytes]:
    marked = [_TEXT.encode(encoding) for encoding in ("utf-8", "utf-8-sig", "utf-16")]
    return [*marked, windows_1258(_TEXT), _TEXT.replace(";", "\t").encode()]


@cache
def _book() -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (
        ("Cơ quan gửi", "Cơ quan nhận", "Khối lượng (g)"),
        ("Sở Nội vụ", "UBND xã Văn Lãng", 340),
        ("Sở Y tế", date(2026, 11, 23), "=1+1"),
    ):
        sheet.append(list(row))
    sheet.merge_cells("A3:A4")
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def _parts() -> dict[str, bytes]:
    with ZipFile(BytesIO(_book())) as package:
        return {name: package.read(name) for name in package.namelist()}


_CHANGED = (
    "xl/worksheets/sheet1.xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
    "xl/sharedStrings.xml",
    "[Content_Types].xml",
)


def _repacked(name: str, content: bytes) -> bytes:
    """The workbook with one part as it was changed, its check sum right."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_STORED) as package:
        for part, data in _parts().items():
            package.writestr(part, content if part == name else data)
    return made.getvalue()


def _whole(data: bytes) -> None:
    refuse_envelope(data)
    sheet_of(read_workbook(data, LETTERS), LETTERS, "danh-sach.xlsx", "0" * 64)


def _part(data: bytes) -> None:
    """The first byte says which part of the workbook the rest stands for."""
    if data:
        _whole(_repacked(_CHANGED[data[0] % len(_CHANGED)], data[1:]))


def _package(data: bytes) -> None:
    refuse_envelope(data)
    parts_of(open_package(data))


def _small_package() -> list[bytes]:
    made = BytesIO()
    parts = _parts()
    with ZipFile(made, "w") as package:
        for name in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels"):
            package.writestr(name, parts[name])
    return [made.getvalue()]


class _OnePart:
    """A package in which every part is the one that was changed."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def open(self, _path: str) -> BytesIO:
        return BytesIO(self._data)


def _sheet(data: bytes) -> None:
    """What `kt1desk.exchange.sheets.workbook` does around the walk: only the errors it knows may come out of it."""
    try:
        found = scan(cast(ZipFile, _OnePart(data)), "sheet1.xml")
    except DAMAGED:
        return
    for cells in found.merged[:4]:
        range_text(cells)
        if found.last_line * found.last_column < 100_000:
            swallowed(cells, found)


def _sheet_seeds() -> list[bytes]:
    return [_parts()[_CHANGED[0]]]


def _part_seeds() -> list[bytes]:
    parts = _parts()
    return [bytes([at]) + parts[name] for at, name in enumerate(_CHANGED) if name in parts]


_WORKBOOK = (
    Layer(
        "package",
        _small_package,
        _package,
        (b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"xl/workbook.xml", b"../"),
        share=12,
    ),
    Layer("sheet", _sheet_seeds, _sheet, _XML, share=27),
    Layer("part", _part_seeds, _part, _XML),
)

TARGETS = (
    Target("csv_lists", (Layer("file", _csv_seeds, _csv, _WORDS),)),
    Target("workbooks", _WORKBOOK),
)
