"""Reads what came out: labels from the bytes that a TSPL printer was sent, receipts from PDF files.

Nothing here shares code with what made them.
"""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import zxingcpp
from PIL import Image, ImageOps

from tests.printing.encoders.tspl_reader import TsplReader

ROW_BYTES, ROWS = 100, 480
"""100 × 60 mm at 203 dpi: 799 dots, to whole bytes, by 480."""
_TEXT_WAIT_S = 30


def printed_labels(job: bytes) -> list[Image.Image]:
    """What the printer burnt, one picture for each label, black on white."""
    reader = TsplReader(ROW_BYTES, ROWS)
    reader.run(job)
    size = (ROW_BYTES * 8, ROWS)
    return [ImageOps.invert(Image.frombytes("1", size, bits).convert("L")) for bits in reader.printed]


def codes_on(picture: Image.Image) -> list[str]:
    """What a scanner reads from it, sorted."""
    formats = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.Code128, zxingcpp.BarcodeFormat.DataMatrix])
    return sorted(code.text for code in zxingcpp.read_barcodes(picture, formats=formats))


def pdf_texts(folder: Path, kind: str = "") -> Sequence[str]:
    """The text of each file of a folder whose name begins so, oldest first, with single spaces."""
    files = sorted(folder.glob(f"{kind}*.pdf"))
    return [" ".join(page_texts(file)) for file in files]


def page_texts(file: Path) -> Sequence[str]:
    """The text of each page of a file, with single spaces."""
    done = subprocess.run(
        ["pdftotext", "-raw", str(file), "-"], check=True, capture_output=True, timeout=_TEXT_WAIT_S
    )
    pages = unicodedata.normalize("NFC", done.stdout.decode("utf-8")).split("\f")
    return [" ".join(page.split()) for page in pages if page.strip()]


def codes_in(file: Path) -> list[str]:
    """What a scanner reads from the first page of a file, drawn by poppler at the dots of a laser printer, sorted."""
    done = subprocess.run(
        ["pdftoppm", "-r", "300", "-gray", "-singlefile", str(file)],
        check=True,
        capture_output=True,
        timeout=_TEXT_WAIT_S,
    )
    with Image.open(BytesIO(done.stdout)) as picture:
        return codes_on(picture)


def page_sizes(file: Path) -> Sequence[tuple[int, int]]:
    """Width and height of each page in whole millimetres."""
    done = subprocess.run(
        ["pdfinfo", "-f", "1", "-l", "99", str(file)], check=True, capture_output=True, timeout=_TEXT_WAIT_S
    )
    found = re.findall(r"Page\s+\d+ size:\s+([\d.]+) x ([\d.]+) pts", done.stdout.decode("utf-8"))
    return [(_mm(width), _mm(height)) for width, height in found]


def _mm(points: str) -> int:
    return round(float(points) * 25.4 / 72)
