"""Lists as offices bring them: CSV in this country's code page, workbooks by openpyxl and by LibreOffice."""

from __future__ import annotations

import subprocess
import unicodedata
import zipfile
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

from kt1desk.services.sheets import Column, Layout

LETTERS = Layout(
    (
        Column("sender", "Cơ quan gửi", ("Người gửi",), required=True),
        Column("receiver", "Cơ quan nhận", ("Người nhận",), required=True),
        Column("weight", "Khối lượng (g)", ("Khối lượng",)),
        Column("paper", "Giấy tờ", numbered=True),
    )
)
"""A small layout for the reading alone."""

_TONES = "\u0300\u0301\u0303\u0309\u0323"


def windows_1258(text: str) -> bytes:
    """As Vietnamese Windows saves it: the tone is a character of its own behind the letter."""
    return "".join(map(_apart, text)).encode("cp1258")


def _apart(letter: str) -> str:
    parts = unicodedata.normalize("NFD", letter)
    plain = "".join(part for part in parts if part not in _TONES)
    return unicodedata.normalize("NFC", plain) + "".join(part for part in parts if part in _TONES)


def written(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    """A workbook of one sheet."""
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    book.save(path)
    return path


def by_libreoffice(source: Path, folder: Path) -> Path:
    """The XLSX that LibreOffice makes of a file, formulas computed."""
    profile = (folder / "profile").as_uri()
    words = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "xlsx"]
    made = folder / "out"
    done = subprocess.run(
        [*words, "--infilter=CSV:44,34,76,1,,0,false,true,false,false", "--outdir", str(made), str(source)]
        if source.suffix == ".csv"
        else [*words, "--outdir", str(made), str(source)],
        capture_output=True,
        timeout=120,
        check=False,
    )
    result = made / f"{source.stem}.xlsx"
    assert result.exists(), done.stderr.decode()
    return result


def repacked(source: Path, target: Path, part: str, content: bytes) -> Path:
    """The workbook with one part exchanged, as no program would write it."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return target
