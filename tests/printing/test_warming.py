"""The first paper of a day is drawn with what was read beforehand."""

from __future__ import annotations

from kt1desk.printing.fit import fit_text
from kt1desk.printing.fonts import _glyphs, advances_mm, pdf_font
from kt1desk.printing.templates import check_fit
from kt1desk.printing.warming import warm_up
from tests.printing.dossier_samples import SEND_LABEL, slip
from tests.printing.samples import LABEL, RECEIPT


def test_after_the_warming_the_papers_of_an_acceptance_read_no_face_any_more() -> None:
    for cached in (fit_text, pdf_font, advances_mm, _glyphs):
        cached.cache_clear()

    warm_up()
    read = pdf_font.cache_info().misses
    check_fit("kt1_label", 1, LABEL)
    check_fit("kt1_receipt", 1, RECEIPT)
    check_fit("dossier_label", 1, SEND_LABEL)
    check_fit("dossier_slip", 1, slip(8))

    assert read > 0
    assert pdf_font.cache_info().misses == read
