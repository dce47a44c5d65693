"""The label shown beside the draft is the one that will be sent: of the paper in the printer, dot for dot, but for its event."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import ImageDraw
from PySide6.QtWidgets import QApplication

from kt1desk.desktop.widgets import NoteLabel
from kt1desk.domain.print_job import JobState, PrinterRole, PrintJob
from kt1desk.printing.layout import Rect
from kt1desk.printing.paper import paper_of
from kt1desk.printing.payload import payload_for
from kt1desk.printing.raster import Raster, rasterise
from kt1desk.printing.templates import layout_of
from kt1desk.services.rows import PaperRow
from tests.printing.profiles import NOW_MS
from tests.support.accepting import F9, SPACE, at_counter
from tests.support.keys import part
from tests.support.label_printers import told

_PRINTERS = [
    pytest.param(100, 60, 203, id="100x60"),
    pytest.param(100, 75, 300, id="100x75 at 300 dpi"),
    pytest.param(80, 50, 203, id="80x50"),
]


@pytest.mark.parametrize(("width_mm", "height_mm", "dpi"), _PRINTERS)
def test_the_preview_is_the_raster_that_will_be_sent_but_for_the_event(
    worn: QApplication, tmp_path: Path, width_mm: int, height_mm: int, dpi: int
) -> None:
    printer = told(width_mm=width_mm, height_mm=height_mm, dpi=dpi)
    with at_counter(tmp_path, label_printer=lambda: printer) as clerk:
        clerk.ordinary(letter="c", urgency="2")
        clerk.key(SPACE)

        picture, said = clerk.needs.pictures[-1], part(clerk.window, NoteLabel, "label_size").text()
        clerk.key(F9)

        (label,) = [paper for paper in clerk.desk.papers_of() if paper.role == "label"]
        page = layout_of(label.template, label.version, label.values, paper=paper_of(width_mm, height_mm))
        sent = rasterise(page, dpi)
        shown = Raster(picture.width_dots, picture.height_dots, dpi, picture.bits)
        spots = [element.box for element in page.elements if getattr(element, "field", "") == "event_ref"]
        assert printer.profile is not None
        assert payload_for(_job(label), printer.profile).sha256 == sent.sha256
        assert said == f"{width_mm} × {height_mm} mm"
        assert (shown.width_dots, shown.height_dots) == (sent.width_dots, sent.height_dots)
        assert spots
        assert shown.bits != sent.bits
        assert _blacked(shown, spots) == _blacked(sent, spots)


def test_another_paper_in_the_printer_shows_the_draft_on_it_at_once(
    worn: QApplication, tmp_path: Path
) -> None:
    printers = [told()]
    with at_counter(tmp_path, label_printer=lambda: printers[-1]) as clerk:
        clerk.ordinary()
        before = clerk.needs.pictures[-1].width_dots

        printers.append(told(width_mm=80, height_mm=50))
        clerk.page.papers_changed()
        clerk.settle()

        assert (before, clerk.needs.pictures[-1].width_dots) == (799, 639)
        assert part(clerk.window, NoteLabel, "label_size").text() == "80 × 50 mm"


def _job(paper: PaperRow) -> PrintJob:
    """The label as the queue holds it."""
    key, state = f"label:{paper.job}", JobState.QUEUED
    return PrintJob(
        str(paper.job), key, paper.template, paper.version, paper.values, 1, PrinterRole.LABEL, state, NOW_MS
    )


def _blacked(raster: Raster, spots: list[Rect]) -> bytes:
    """The dots with these places painted over."""
    image = raster.image().convert("L")
    draw = ImageDraw.Draw(image)
    for spot in spots:
        corners = (spot.x - 0.2, spot.y - 0.2, spot.right + 0.2, spot.bottom + 0.2)
        draw.rectangle([mm * raster.dpi / 25.4 for mm in corners], fill=0)
    return image.tobytes()
