"""Printer profiles: what is stored, what is refused, how long a label takes."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.print_job import JobState, PrinterRole, PrintJob
from kt1desk.printing.connect import port_for
from kt1desk.printing.encoders.options import GraphicCoding
from kt1desk.printing.estimates import wire_seconds
from kt1desk.printing.payload import payload_for, resync_bytes
from kt1desk.printing.ports.device_file import DeviceFilePort
from kt1desk.printing.ports.pdf_folder import PdfFolderPort
from kt1desk.printing.ports.serial_port import SerialPort
from kt1desk.printing.ports.system_printer import SystemPrinterPort
from kt1desk.printing.ports.tcp import TcpPort
from kt1desk.printing.profile import RAW, SLOW_SECONDS, Head, Language, Link, PortKind, PrinterProfile, Stock
from tests.printing.profiles import NOW_MS, label_printer
from tests.printing.samples import LABEL, RECEIPT


def _printer(coding: GraphicCoding, dpi: int = 203, baud: int = 115200) -> PrinterProfile:
    language = Language[coding.name.split("_")[0]]
    link = Link(PortKind.SERIAL, "/dev/ttyUSB0", baud)
    return PrinterProfile(
        "p", "Quầy 3", PrinterRole.LABEL, language, link, Stock(100, 60, 3), Head(dpi, 12, 4), coding
    )


@pytest.mark.parametrize("coding", list(GraphicCoding))
def test_a_profile_survives_json(coding: GraphicCoding) -> None:
    profile = _printer(coding, 300)

    stored = json.dumps(profile.to_json())

    assert PrinterProfile.from_json(json.loads(stored)) == profile


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("dpi", 250),
        ("dpi", "203"),
        ("dpi", True),
        ("language", "dpl"),
        ("capabilities", "x"),
        ("coding", "whole"),
        ("port", "lpt"),
        ("address", 7),
        ("role", None),
    ],
)
def test_a_stored_profile_with_a_wrong_value_is_refused_by_its_key(key: str, value: object) -> None:
    stored = {**_printer(GraphicCoding.ZPL_Z64).to_json(), {"capabilities": "fence"}.get(key, key): value}

    with pytest.raises(DeskError) as refusal:
        PrinterProfile.from_json(stored)

    assert (refusal.value.code, refusal.value.field) == ("printer.profile", key)


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("coding", list(GraphicCoding))
def test_the_estimate_shown_is_what_a_full_label_takes(coding: GraphicCoding, dpi: int) -> None:
    profile = _printer(coding, dpi)
    job = PrintJob("1", "k", "kt1_label", 1, LABEL, 1, PrinterRole.LABEL, JobState.QUEUED, NOW_MS)

    measured = profile.seconds_for(len(payload_for(job, profile).data))

    assert profile.estimated_seconds() == pytest.approx(measured, rel=0.03)


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("coding", list(GraphicCoding))
def test_the_estimate_for_a_roll_is_what_a_receipt_takes(coding: GraphicCoding, dpi: int) -> None:
    profile = replace(_printer(coding, dpi), stock=Stock(80, 0))
    job = PrintJob("1", "k", "kt1_receipt", 1, RECEIPT, 1, PrinterRole.RECEIPT, JobState.QUEUED, NOW_MS)

    measured = profile.seconds_for(len(payload_for(job, profile).data))

    assert profile.estimated_seconds() == pytest.approx(measured, rel=0.05)


def test_a_slow_line_is_warned_about_and_a_fast_one_is_not() -> None:
    slow = _printer(GraphicCoding.TSPL_WHOLE, baud=9600)
    fast = _printer(GraphicCoding.ZPL_Z64)

    assert slow.estimated_seconds() == pytest.approx(50.8, abs=0.1)
    assert slow.estimated_seconds() > SLOW_SECONDS > fast.estimated_seconds()
    assert label_printer("/dev/usb/lp0").estimated_seconds() < 1


@pytest.mark.parametrize(
    ("kind", "address", "port"),
    [
        (PortKind.SERIAL, "/dev/ttyUSB0", SerialPort),
        (PortKind.DEVICE, "/dev/usb/lp0", DeviceFilePort),
        (PortKind.TCP, "192.0.2.7", TcpPort),
        (PortKind.TCP, "192.0.2.7:9101", TcpPort),
        (PortKind.TCP, "[2001:db8::5]:9100", TcpPort),
        (PortKind.PDF_FOLDER, "/tmp", PdfFolderPort),
        (PortKind.SYSTEM, "", SystemPrinterPort),
    ],
)
def test_a_profile_leads_to_its_port(kind: PortKind, address: str, port: type) -> None:
    assert isinstance(port_for(label_printer(address, kind), datetime.now), port)


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        (PortKind.SERIAL, ""),
        (PortKind.TCP, "host:"),
        (PortKind.TCP, "host:99999"),
        (PortKind.TCP, "host:²"),
        (PortKind.TCP, ":9100"),
        (PortKind.TCP, "2001:db8::5"),
        (PortKind.TCP, "http://printer"),
    ],
)
def test_an_address_that_makes_no_sense_is_refused(kind: PortKind, address: str) -> None:
    with pytest.raises(DeskError) as refusal:
        port_for(label_printer(address, kind), datetime.now)

    assert (refusal.value.code, refusal.value.field) == ("printer.profile", "address")


def test_only_printers_that_wait_for_the_rest_of_a_bitmap_are_woken() -> None:
    assert all(resync_bytes(language) for language in RAW)
    assert resync_bytes(Language.PDF) == resync_bytes(Language.SYSTEM) == b""


@pytest.mark.parametrize("language", sorted(RAW))
def test_waking_a_printer_takes_less_than_ten_seconds_on_the_slowest_line(language: Language) -> None:
    assert wire_seconds(len(resync_bytes(language)), 9600) < 10
