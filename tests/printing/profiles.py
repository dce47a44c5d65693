"""Printers and times for the tests."""

from __future__ import annotations

from kt1desk.domain.print_job import PrinterRole
from kt1desk.printing.encoders.options import GraphicCoding
from kt1desk.printing.profile import Language, Link, PortKind, PrinterProfile, Stock

NOW_MS = 1_795_333_925_000
"""22/11/2026 14:32:05 in Lạng Sơn."""


def label_printer(
    address: str,
    kind: PortKind = PortKind.DEVICE,
    language: Language = Language.TSPL,
    coding: GraphicCoding = GraphicCoding.TSPL_TILES,
) -> PrinterProfile:
    """The label printer of a desk."""
    link = Link(kind, address, 115200, "none")
    return PrinterProfile(
        "label-1", "Máy in nhãn", PrinterRole.LABEL, language, link, Stock(100, 60, 3), coding=coding
    )


def receipt_folder(address: str) -> PrinterProfile:
    """Receipts as PDF in a folder."""
    link = Link(PortKind.PDF_FOLDER, address)
    return PrinterProfile(
        "receipt-1", "Thư mục PDF", PrinterRole.RECEIPT, Language.PDF, link, Stock(148, 210)
    )
