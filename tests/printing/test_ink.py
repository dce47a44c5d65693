"""Ink of charts: the same in the raster and in the PDF, patterns told apart in black and white, and no text over it."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from kt1desk.domain.errors import DeskError
from kt1desk.domain.reporting.chart_parts import PATTERNS, Area, Bar, Pattern, Stroke
from kt1desk.printing.layout import Ink, Page, Rect, Text, moved
from kt1desk.printing.pdf import page_pdf
from kt1desk.printing.raster import rasterise
from kt1desk.printing.validation import validate

AREAS = tuple(Area(5.0 + 20 * at, 5.0, 12.0, 20.0) for at in range(len(PATTERNS)))
INK = Ink(
    Rect(10, 10, 90, 40),
    tuple(Bar(area, pattern) for area, pattern in zip(AREAS, PATTERNS, strict=True)),
    (Stroke(5.0, 38.0, 85.0, 28.0), Stroke(0.0, 39.5, 90.0, 39.5, thin=True)),
)
PAGE = Page(120, 80, 5, (INK,), "KT1")


def _black(picture: Image.Image, area: Area, dpi: int) -> float:
    """How much of an area is inked."""
    left, top = INK.box.x + area.x, INK.box.y + area.y
    box = tuple(round(side * dpi / 25.4) for side in (left, top, left + area.w, top + area.h))
    dots = picture.convert("L").crop((box[0], box[1], box[2], box[3])).tobytes()
    return dots.count(0) / len(dots)


@pytest.mark.parametrize("dpi", [203, 300])
def test_raster_and_pdf_show_the_same_patterns_and_each_is_darker_than_the_one_before(
    dpi: int, tmp_path: Path
) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(page_pdf(PAGE))
    subprocess.run(
        ["pdftoppm", "-r", str(dpi), "-mono", "-singlefile", path, path.with_suffix("")], check=True
    )
    drawn = {"raster": rasterise(PAGE, dpi).image(), "poppler": Image.open(path.with_suffix(".pbm"))}

    for picture in drawn.values():
        shares = {pattern: _black(picture, area, dpi) for area, pattern in zip(AREAS, PATTERNS, strict=True)}
        empty, rising, crossed, solid = (
            shares[each] for each in (Pattern.EMPTY, Pattern.RISING, Pattern.CROSSED, Pattern.SOLID)
        )
        assert solid > 0.98
        assert empty + 0.08 < rising < crossed - 0.08 < solid - 0.2
    stroke = Area(40, 31, 10, 5)
    # poppler inks every dot that is touched, the raster those of which most is
    assert all(0.04 < _black(picture, stroke, dpi) < 0.12 for picture in drawn.values())


def test_a_text_stands_beside_ink_and_never_over_it() -> None:
    free = Text("value", Rect(15 + 12.5, 20, 7, 5), "1.798", 7.5)
    validate(replace(PAGE, elements=(INK, free)))

    for box in (Rect(12, 20, 10, 5), Rect(48, 42, 8, 5)):
        with pytest.raises(DeskError, match=r"paper\.overlap"):
            validate(replace(PAGE, elements=(INK, free.within(box))))


def test_ink_moves_with_its_block() -> None:
    further = moved(INK, 3, 4)

    assert isinstance(further, Ink)
    assert further.box == Rect(13, 14, 90, 40)
    assert further.bars == INK.bars
