"""Documents of several liên and pages, and the sheets they are printed on."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.print_job import JobState, PrinterRole, PrintJob
from kt1desk.printing.connect import port_for
from kt1desk.printing.decode_back import check_decodes
from kt1desk.printing.document import Document
from kt1desk.printing.encoders.options import GraphicCoding
from kt1desk.printing.layout import Line, Page, Rect, Text
from kt1desk.printing.payload import payload_for
from kt1desk.printing.ports.system_printer import SystemPrinterPort
from kt1desk.printing.profile import Language, Link, PortKind, PrinterProfile, Stock
from kt1desk.printing.raster import rasterise
from kt1desk.printing.templates import document_of
from kt1desk.printing.validation import validate
from tests.printing.custody_samples import CUSTODY
from tests.printing.dossier_samples import SEND_LABEL, slip
from tests.printing.profiles import NOW_MS, label_printer, receipt_folder
from tests.printing.samples import RECEIPT

A5, A4_UPRIGHT, A4_ACROSS = Stock(148, 210), Stock(210, 297), Stock(297, 210)


def _job(template: str, values: dict[str, str], role: PrinterRole = PrinterRole.RECEIPT) -> PrintJob:
    return PrintJob("1", "1", template, 1, values, 1, role, JobState.QUEUED, NOW_MS)


def _printer(stock: Stock) -> PrinterProfile:
    return replace(receipt_folder("papers"), stock=stock)


def _page_sizes(pdf: bytes, folder: Path) -> list[str]:
    path = folder / "job.pdf"
    path.write_bytes(pdf)
    about = subprocess.run(
        ["pdfinfo", "-l", "99", path], capture_output=True, check=True, text=True
    ).stdout.splitlines()
    return [" ".join(line.split()[3:6]) for line in about if line.startswith("Page ") and "size" in line]


def _page(text: str) -> Page:
    return Page(148, 210, 5, (Text("what", Rect(10, 10, 60, 6), text, 9),), "KT1")


def test_a_printer_with_a5_gets_one_part_after_the_other(tmp_path: Path) -> None:
    document = document_of("dossier_slip", 1, slip(25))

    payload = payload_for(_job("dossier_slip", slip(25)), _printer(A5))

    assert len(document.parts) == 2
    assert len(document.parts[0]) == len(document.parts[1]) > 1
    assert document.sheets(148, 210) == (*document.parts[0], *document.parts[1])
    assert _page_sizes(payload.data, tmp_path) == ["419.528 x 595.276"] * len(document.pages)


@pytest.mark.parametrize("stock", [A4_UPRIGHT, A4_ACROSS])
def test_a_printer_with_a4_gets_both_parts_of_a_page_on_one_sheet(stock: Stock, tmp_path: Path) -> None:
    document = document_of("dossier_slip", 1, slip(25))

    payload = payload_for(_job("dossier_slip", slip(25)), _printer(stock))
    sheets = document.sheets(stock.width_mm, stock.height_mm)

    assert _page_sizes(payload.data, tmp_path) == ["841.89 x 595.276"] * len(document.parts[0])
    assert [text.text for text in sheets[1].texts()] == [
        text.text for part in document.parts for text in part[1].texts()
    ]


def test_two_parts_on_a4_keep_their_size_and_a_line_to_cut_along_stands_free_between_them() -> None:
    document = Document(((_page("Liên 1"),), (_page("Liên 2"),)))

    (sheet,) = document.sheets(210, 297)

    validate(sheet)
    assert (sheet.width_mm, sheet.height_mm) == (297, 210)
    assert [(text.text, text.box) for text in sheet.texts()] == [
        ("Liên 1", Rect(10, 10, 60, 6)),
        ("Liên 2", Rect(159, 10, 60, 6)),
    ]
    dashes = [element.box for element in sheet.elements if isinstance(element, Line)]
    assert len(dashes) > 20
    assert {round(box.x + box.w / 2, 6) for box in dashes} == {148.5}


def test_a_document_of_one_part_is_cut_off_the_left_half_of_a4() -> None:
    document = document_of("kt1_receipt", 1, RECEIPT)

    (sheet,) = document.sheets(210, 297)

    assert (sheet.width_mm, sheet.height_mm) == (297, 210)
    assert [text.box for text in sheet.texts()] == [text.box for text in document.pages[0].texts()]


def test_a_label_stays_a_label_whatever_paper_there_is() -> None:
    document = document_of("dossier_label", 1, SEND_LABEL)

    assert document.sheets(210, 297) == document.pages
    assert document.sheets(100, 60) == document.pages


@pytest.mark.parametrize("dpi", [203, 300, 600])
@pytest.mark.parametrize("papers", [1, 25])
def test_the_codes_of_both_parts_on_one_sheet_are_read_back(papers: int, dpi: int) -> None:
    sheets = document_of("dossier_slip", 1, slip(papers)).sheets(210, 297)

    for sheet in sheets:
        validate(sheet)
        check_decodes(sheet, rasterise(sheet, dpi))

    assert len(list(sheets[0].symbols())) == 4


@pytest.mark.parametrize("stock", [A4_UPRIGHT, A4_ACROSS])
def test_a_paper_on_a4_goes_to_an_office_printer_with_a4_however_it_lies(
    stock: Stock, tmp_path: Path
) -> None:
    template, values = CUSTODY["round list"]

    payload = payload_for(_job(template, values), replace(_printer(stock), language=Language.SYSTEM))

    assert _page_sizes(payload.data, tmp_path) == ["841.89 x 595.276"] * 3


def test_a_paper_larger_than_what_lies_in_the_printer_is_refused_and_not_cut_off() -> None:
    office = replace(_printer(A5), language=Language.SYSTEM)
    small = replace(label_printer("/dev/null"), stock=Stock(70, 40, 3))

    for (template, values), profile in ((CUSTODY["handover"], office), (CUSTODY["bag tag"], small)):
        with pytest.raises(DeskError) as refusal:
            payload_for(_job(template, values), profile)
        assert refusal.value.code == "printer.paper_too_small"


def test_a_paper_larger_than_usual_goes_into_a_folder_as_it_is(tmp_path: Path) -> None:
    template, values = CUSTODY["handover"]

    payload = payload_for(_job(template, values), _printer(A5))

    assert _page_sizes(payload.data, tmp_path) == ["595.276 x 841.89"]


def test_a_job_with_a_spoilt_code_on_a_later_page_is_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    values = slip(25)
    spoilt = {"page": 0}

    def _spoilt(page: Page, dpi: int) -> object:
        spoilt["page"] += 1
        if spoilt["page"] == 2:
            return rasterise(replace(page, elements=tuple(page.texts())), dpi)
        return rasterise(page, dpi)

    monkeypatch.setattr("kt1desk.printing.payload.rasterise", _spoilt)
    with pytest.raises(DeskError) as refusal:
        payload_for(_job("dossier_slip", values), _printer(A4_ACROSS))

    assert refusal.value.code == "paper.decode_mismatch"


def test_labels_of_both_languages_are_made_for_a_dossier() -> None:
    for language, coding in (
        (Language.ZPL, GraphicCoding.ZPL_Z64),
        (Language.TSPL, GraphicCoding.TSPL_TILES),
    ):
        profile = label_printer("/dev/null", language=language, coding=coding)

        payload = payload_for(_job("dossier_label", SEND_LABEL, PrinterRole.LABEL), profile)

        assert payload.data.count(b"^XA" if language is Language.ZPL else b"PRINT 1,1") == 1


@pytest.mark.parametrize(("stock", "media"), [(A5, "A5"), (A4_UPRIGHT, "A4"), (A4_ACROSS, "A4")])
def test_the_spooler_is_told_the_paper(stock: Stock, media: str, tmp_path: Path) -> None:
    program = tmp_path / "lp"
    program.write_text(f'#!/bin/sh\nprintf "%s|" "$@" > {tmp_path}/arguments; cat > /dev/null\n')
    program.chmod(0o755)
    profile = PrinterProfile(
        "receipt-1", "Văn phòng", PrinterRole.RECEIPT, Language.SYSTEM, Link(PortKind.SYSTEM, "office"), stock
    )

    port = port_for(profile, lambda: None)  # type: ignore[arg-type, return-value]
    assert isinstance(port, SystemPrinterPort)
    SystemPrinterPort(port._queue, port._media, str(program)).send(b"%PDF", lambda _: None)

    assert f"|-o|media={media}|" in (tmp_path / "arguments").read_text()
    assert "|-o|sides=one-sided|" in (tmp_path / "arguments").read_text()


def test_all_sheets_of_a_slip_come_into_the_folder_as_one_file(tmp_path: Path) -> None:
    profile = replace(_printer(A5), link=Link(PortKind.PDF_FOLDER, str(tmp_path)))
    payload = payload_for(_job("dossier_slip", slip(25)), profile)
    port = port_for(profile, lambda: datetime(2026, 11, 22, 14, 32, 5, tzinfo=UTC))

    port.open()
    port.send(payload.data, lambda _: None)
    port.close()

    (written,) = tmp_path.iterdir()
    assert written.name == "phieu-20261122-143205-0001.pdf"
    assert (
        len(_page_sizes(written.read_bytes(), tmp_path))
        == len(document_of("dossier_slip", 1, slip(25)).pages)
        > 2
    )
