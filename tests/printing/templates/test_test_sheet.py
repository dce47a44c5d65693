"""The test page of a printer for receipts shows on which paper everything else will come out."""

from __future__ import annotations

import pytest

from kt1desk.printing.decode_back import check_decodes
from kt1desk.printing.raster import rasterise
from kt1desk.printing.templates import document_of
from kt1desk.printing.validation import validate

VALUES = {
    "printer_name": "Máy in phiếu: …hp_laserjet_pro_m404dn_q3",
    "paper": "A4 (hai liên một tờ ngang)",
    "printed_at": "14:32 22/11/2026",
    "scan_code": "KT1TEST0001",
}


@pytest.mark.parametrize(
    ("paper", "sizes"), [((210, 297), [(297, 210)]), ((148, 210), [(148, 210), (148, 210)])]
)
def test_both_parts_of_a_test_page_come_out_as_those_of_a_case(
    paper: tuple[int, int], sizes: list[tuple[int, int]]
) -> None:
    sheets = document_of("test_sheet", 1, VALUES).sheets(*paper)

    assert [(sheet.width_mm, sheet.height_mm) for sheet in sheets] == sizes
    for sheet in sheets:
        validate(sheet)
        check_decodes(sheet, rasterise(sheet, 300))
    said = [text.text for sheet in sheets for text in sheet.texts()]
    assert [line for line in said if line.startswith("Liên")] == ["Liên 1", "Liên 2"]
    assert said.count("Khổ giấy: A4 (hai liên một tờ ngang)") == 2
