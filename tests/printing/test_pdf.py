"""PDF, as poppler and Ghostscript see it."""

from __future__ import annotations

import subprocess
from itertools import groupby
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from kt1desk.printing.barcodes import code128_modules
from kt1desk.printing.layout import Code128, Page
from kt1desk.printing.paper import Paper
from kt1desk.printing.pdf import page_pdf, pages_pdf
from kt1desk.printing.templates import document_of, layout_of
from tests.printing.paper_samples import ALL, ON_PAPER
from tests.printing.samples import DOCUMENTS, LABEL, RECEIPT, said


def _tool(name: str, *arguments: str | Path) -> str:
    done = subprocess.run([name, *arguments], capture_output=True, check=True, text=True)
    return done.stdout


PAGES = {
    **{name: (*document, Paper.USUAL) for name, document in DOCUMENTS.items()},
    **{f"{name} on {paper}": (*ALL[name], paper) for name, paper in ON_PAPER},
}
"""Every document of one page, and every layout for another paper."""
_WITH_BARS = (
    "label",
    "receipt",
    "label on label_80_50",
    "label on label_100_75",
    "receipt on roll_80",
    "slip on roll_80",
)


def _pages(document: str) -> tuple[Page, ...]:
    name, values, paper = PAGES[document]
    return document_of(name, 1, values, paper=paper).pages


def _saved(folder: Path, document: str, dpi: int = 300) -> Path:
    path = folder / "page.pdf"
    path.write_bytes(pages_pdf(_pages(document), dpi))
    return path


def _drawn(program: str, path: Path, dpi: int) -> Image.Image:
    """The first page as black and white dots, as an office printer's own program makes them."""
    if program == "poppler":
        _tool("pdftoppm", "-r", str(dpi), "-mono", "-singlefile", path, path.with_suffix(""))
    else:
        page = path.with_suffix(".pbm")
        _tool(
            "gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-dLastPage=1", "-sDEVICE=pbmraw",
            f"-r{dpi}", f"-sOutputFile={page}", path,
        )  # fmt: skip
    return Image.open(path.with_suffix(".pbm")).convert("L")


@pytest.mark.parametrize("document", PAGES)
def test_the_text_poppler_extracts_is_the_text_of_the_record(document: str, tmp_path: Path) -> None:
    path = _saved(tmp_path, document)

    extracted = _tool("pdftotext", "-raw", "-enc", "UTF-8", path, "-").split()

    wanted = [word for page in _pages(document) for text in said(page) for word in text.split()]
    assert sorted(extracted) == sorted(wanted)


@pytest.mark.parametrize("document", PAGES)
def test_every_font_is_embedded_as_a_subset_and_none_is_a_stand_in(document: str, tmp_path: Path) -> None:
    path = _saved(tmp_path, document)

    fonts = _tool("pdffonts", path).splitlines()[2:]

    assert fonts
    assert [line for line in fonts if line.split()[-5:-2] != ["yes", "yes", "yes"]] == []
    assert b"Helvetica" not in path.read_bytes()


@pytest.mark.parametrize(("grid", "dpi"), [(203, 203), (300, 300), (300, 600), (600, 600)])
@pytest.mark.parametrize("program", ["poppler", "ghostscript"])
@pytest.mark.parametrize("document", _WITH_BARS)
def test_bars_drawn_by_two_programs_are_exact_and_read_back(
    document: str, program: str, grid: int, dpi: int, tmp_path: Path
) -> None:
    path = _saved(tmp_path, document, grid)
    page = _pages(document)[0]
    symbol = next(each for each in page.symbols() if isinstance(each, Code128))
    module = symbol.module_dots(grid) * dpi // grid

    picture = _drawn(program, path, dpi)

    y = round((symbol.box.y + symbol.box.h / 2) * dpi / 25.4)
    left, right = (round(side * dpi / 25.4) for side in (symbol.box.x, symbol.box.right))
    dark = ["1" if level == 0 else "0" for level in picture.crop((left, y, right, y + 1)).tobytes()]
    bars = [len(list(run)) for _, run in groupby("".join(dark).strip("0"))]
    wanted = [len(list(run)) * module for _, run in groupby(code128_modules(symbol.value))]
    assert bars == wanted
    assert sorted(code.bytes for code in zxingcpp.read_barcodes(picture)) == sorted(
        each.payload for each in page.symbols()
    )


@pytest.mark.parametrize("values", [LABEL, RECEIPT])
def test_the_properties_of_a_file_name_nobody(values: dict[str, str], tmp_path: Path) -> None:
    document = "label" if values is LABEL else "receipt"
    path = _saved(tmp_path, document)

    about = _tool("pdfinfo", path)

    assert "Title:           KT1" in about
    assert [text for text in values.values() if len(text) > 3 and text in about] == []


def test_the_same_values_give_the_same_bytes() -> None:
    first = page_pdf(layout_of("kt1_receipt", 1, RECEIPT))

    second = page_pdf(layout_of("kt1_receipt", 1, dict(RECEIPT)))

    assert first == second


def test_a_receipt_is_one_page_of_a5(tmp_path: Path) -> None:
    about = _tool("pdfinfo", _saved(tmp_path, "receipt"))

    assert "Pages:           1" in about
    assert "419.528 x 595.276 pts" in about


def test_a_receipt_for_a_roll_is_a_page_as_long_as_its_text(tmp_path: Path) -> None:
    sizes = {
        name: _tool("pdfinfo", _saved(tmp_path, f"{name} on roll_80")).split("Page size:")[1].split()[:3]
        for name in ("receipt", "full receipt")
    }

    assert {size[0] for size in sizes.values()} == {"204.094"}
    assert float(sizes["full receipt"][2]) > float(sizes["receipt"][2]) > 500
