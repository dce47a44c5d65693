"""PDF, as poppler sees it."""

from __future__ import annotations

import subprocess
from itertools import groupby
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from kt1desk.printing.layout import Code128
from kt1desk.printing.pdf import page_pdf
from kt1desk.printing.templates import layout_of
from tests.printing.samples import DOCUMENTS, LABEL, RECEIPT, said


def _poppler(tool: str, *arguments: str | Path) -> str:
    done = subprocess.run([tool, *arguments], capture_output=True, check=True, text=True)
    return done.stdout


def _saved(folder: Path, document: str, dpi: int = 300) -> Path:
    name, values = DOCUMENTS[document]
    path = folder / "page.pdf"
    path.write_bytes(page_pdf(layout_of(name, 1, values), dpi))
    return path


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_text_poppler_extracts_is_the_text_of_the_record(document: str, tmp_path: Path) -> None:
    name, values = DOCUMENTS[document]
    path = _saved(tmp_path, document)

    extracted = _poppler("pdftotext", "-raw", "-enc", "UTF-8", path, "-").split()

    wanted = [word for text in said(layout_of(name, 1, values)) for word in text.split()]
    assert sorted(extracted) == sorted(wanted)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_font_is_embedded_as_a_subset_and_none_is_a_stand_in(document: str, tmp_path: Path) -> None:
    path = _saved(tmp_path, document)

    fonts = _poppler("pdffonts", path).splitlines()[2:]

    assert fonts
    assert [line for line in fonts if line.split()[-5:-2] != ["yes", "yes", "yes"]] == []
    assert b"Helvetica" not in path.read_bytes()


@pytest.mark.parametrize(("grid", "dpi"), [(203, 203), (300, 300), (300, 600), (600, 600)])
@pytest.mark.parametrize("document", ["label", "receipt"])
def test_bars_rendered_by_poppler_are_exact_and_read_back(
    document: str, grid: int, dpi: int, tmp_path: Path
) -> None:
    path = _saved(tmp_path, document, grid)
    name, values = DOCUMENTS[document]
    symbol = next(s for s in layout_of(name, 1, values).symbols() if isinstance(s, Code128))
    module = symbol.module_dots(grid) * dpi // grid

    _poppler("pdftoppm", "-r", str(dpi), "-mono", "-singlefile", path, tmp_path / "page")
    picture = Image.open(tmp_path / "page.pbm").convert("L")

    y = round((symbol.box.y + symbol.box.h / 2) * dpi / 25.4)
    left, right = (round(side * dpi / 25.4) for side in (symbol.box.x, symbol.box.right))
    dark = ["1" if level == 0 else "0" for level in picture.crop((left, y, right, y + 1)).tobytes()]
    bars = [len(list(run)) for _, run in groupby("".join(dark).strip("0"))]
    assert {width % module for width in bars} == {0}
    assert sum(bars) == 156 * module
    assert sorted(code.bytes for code in zxingcpp.read_barcodes(picture)) == sorted(
        s.payload for s in layout_of(name, 1, values).symbols()
    )


@pytest.mark.parametrize("values", [LABEL, RECEIPT])
def test_the_properties_of_a_file_name_nobody(values: dict[str, str], tmp_path: Path) -> None:
    document = "label" if values is LABEL else "receipt"
    path = _saved(tmp_path, document)

    about = _poppler("pdfinfo", path)

    assert "Title:           KT1" in about
    assert [text for text in values.values() if len(text) > 3 and text in about] == []


def test_the_same_values_give_the_same_bytes() -> None:
    first = page_pdf(layout_of("kt1_receipt", 1, RECEIPT))

    second = page_pdf(layout_of("kt1_receipt", 1, dict(RECEIPT)))

    assert first == second


def test_a_receipt_is_one_page_of_a5(tmp_path: Path) -> None:
    about = _poppler("pdfinfo", _saved(tmp_path, "receipt"))

    assert "Pages:           1" in about
    assert "419.528 x 595.276 pts" in about
