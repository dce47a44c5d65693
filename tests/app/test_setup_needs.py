"""Setting up printers and devices on the real ports; only the system's list of serial ports is put in by hand."""

from __future__ import annotations

import fcntl
import os
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from serial.tools import list_ports
from serial.tools.list_ports_common import ListPortInfo

from kt1desk.app.hardware import Hardware, SettingsInHand, printer_at
from kt1desk.app.print_room import PrinterCondition
from kt1desk.app.setup_needs import DeviceSetup, PrinterSetup, unknown_state
from kt1desk.app.words import printer_words
from kt1desk.desktop.needs import DeviceSettings, PrinterProfile, Tone, Weighing
from kt1desk.domain.errors import DeskError
from kt1desk.domain.print_job import PrinterRole
from kt1desk.printing.encoders.zpl import RESYNC
from kt1desk.printing.profile import Language, Link, PortKind
from kt1desk.printing.slots import PrinterSlot
from kt1desk.services.wording import sentence
from tests.support.clocks import HandClock

LABEL = PrinterRole.LABEL


@pytest.fixture
def kept() -> list[str]:
    return []


@pytest.fixture
def hardware(tmp_path: Path) -> Hardware:
    return Hardware(SettingsInHand(), tmp_path / "giay")


@pytest.fixture
def printers(hardware: Hardware, kept: list[str]) -> PrinterSetup:
    return PrinterSetup(hardware, HandClock(), unknown_state, lambda: kept.append("kept"))


@pytest.fixture
def ports(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [ListPortInfo("/dev/ttyUSB0"), ListPortInfo("/dev/ttyUSB1")]
    monkeypatch.setattr(list_ports, "comports", lambda: found)


class Paper:
    """The printer behind a device file: reads all, or is unplugged after its first bytes."""

    def __init__(self, path: Path, most: int = 1 << 20) -> None:
        self._end = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        fcntl.fcntl(self._end, fcntl.F_SETPIPE_SZ, 4096)
        os.set_blocking(self._end, True)
        self._most = most
        self._taken = bytearray()
        self._begun = os.open(path, os.O_WRONLY)  # else reading ends before the desk has begun
        self._thread = threading.Thread(target=self._read)
        self._thread.start()

    def _read(self) -> None:
        while len(self._taken) < self._most and (piece := os.read(self._end, 100)):
            self._taken += piece
            self._let_go()
        os.close(self._end)

    def _let_go(self) -> None:
        if self._begun >= 0:
            os.close(self._begun)
            self._begun = -1

    def all(self) -> bytes:
        self._thread.join(30)
        return bytes(self._taken)


def refused(action: Callable[[], object]) -> DeskError:
    with pytest.raises(DeskError) as refusal:
        action()
    return refusal.value


def test_every_serial_port_is_offered_at_both_speeds_printers_leave_the_factory_with(
    printers: PrinterSetup, ports: None
) -> None:
    serial = [choice.key for choice in printers.choices("label").ports if choice.key.startswith("serial:")]

    assert serial == [
        "serial:/dev/ttyUSB0",
        "serial:/dev/ttyUSB1",
        "serial:/dev/ttyUSB0@9600",
        "serial:/dev/ttyUSB1@9600",
    ]


def test_a_slow_line_is_kept_as_chosen_and_shown_as_chosen(
    printers: PrinterSetup, hardware: Hardware, ports: None
) -> None:
    wanted = PrinterProfile("label", "tspl", "serial:/dev/ttyUSB1@9600")

    printers.save_profile(wanted)

    made = hardware.printer(LABEL)
    assert made is not None
    assert (made.link.address, made.link.baud) == ("/dev/ttyUSB1", 9600)
    assert printers.choices("label").profile == wanted


def test_a_printer_that_takes_long_for_a_label_says_how_long() -> None:
    slow = printer_at(LABEL, Language.TSPL, Link(PortKind.SERIAL, "/dev/ttyUSB0", 9600))
    fast = printer_at(LABEL, Language.TSPL, Link(PortKind.SERIAL, "/dev/ttyUSB0"))

    words = printer_words(PrinterCondition(PrinterSlot.LABEL, slow))

    assert (words.text, words.tone) == ("Máy in nhãn: ttyUSB0, khoảng 30 giây một nhãn", Tone.WARN)
    assert printer_words(PrinterCondition(PrinterSlot.LABEL, fast)).text == "Máy in nhãn: ttyUSB0"


def test_a_printer_that_is_unplugged_stands_in_the_list_as_the_one_that_is_set(
    printers: PrinterSetup, hardware: Hardware, ports: None
) -> None:
    hardware.keep_printer(printer_at(LABEL, Language.ZPL, Link(PortKind.SERIAL, "/dev/ttyUSB7")))

    choices = printers.choices("label")

    assert choices.profile is not None
    assert [choice.text for choice in choices.ports if choice.key == choices.profile.port] == [
        "Đang dùng, lúc này không thấy"
    ]


@pytest.mark.parametrize("typed", [":9100", "192.0.2.7:none", "http://printer"])
def test_a_wrong_address_is_refused_where_it_was_typed_and_nothing_is_kept(
    typed: str, printers: PrinterSetup, hardware: Hardware, kept: list[str]
) -> None:
    error = refused(lambda: printers.save_profile(PrinterProfile("label", "zpl", "tcp", typed)))

    assert (error.code, error.field) == ("printer.profile", "target")
    assert "Địa chỉ máy in" in sentence(error)
    assert kept == []
    assert hardware.settings.get("printer.label") is None


def test_a_printer_kept_as_it_was_is_not_started_anew(printers: PrinterSetup, kept: list[str]) -> None:
    wanted = PrinterProfile("label", "zpl", "tcp", "192.0.2.7")

    printers.save_profile(wanted)
    printers.save_profile(wanted)

    assert kept == ["kept"]


def test_a_test_page_goes_to_the_printer_and_says_how_long_a_label_takes(
    printers: PrinterSetup, tmp_path: Path
) -> None:
    (tmp_path / "nhan").mkdir()
    printers.save_profile(PrinterProfile("label", "pdf", "pdf_folder", str(tmp_path / "nhan")))

    said = printers.print_test("label")

    assert said.startswith("Đã gửi trang thử.")
    assert [path.read_bytes()[:5] for path in (tmp_path / "nhan").iterdir()] == [b"%PDF-"]


@pytest.mark.parametrize(
    ("paper", "size", "sheets"), [("a4", "841.89 x 595.276", 1), ("a5", "419.528 x 595.276", 2)]
)
def test_receipts_come_out_on_the_paper_that_was_chosen_and_the_test_page_says_it(
    paper: str, size: str, sheets: int, printers: PrinterSetup, tmp_path: Path
) -> None:
    (tmp_path / "phieu").mkdir()
    wanted = PrinterProfile("receipt", "pdf", "pdf_folder", str(tmp_path / "phieu"), paper)

    printers.save_profile(wanted)
    said = printers.print_test("receipt")

    (page,) = (tmp_path / "phieu").iterdir()
    about = subprocess.run(["pdfinfo", page], capture_output=True, check=True, text=True).stdout
    words = subprocess.run(["pdftotext", page, "-"], capture_output=True, check=True, text=True).stdout
    chosen = next(choice.text for choice in printers.choices("receipt").papers if choice.key == paper)
    assert printers.choices("receipt").profile == wanted
    assert chosen in said
    assert words.count(f"Khổ giấy: {chosen}") == 2
    assert (f"Pages:           {sheets}\n" in about, size in about) == (True, True)


def test_a_label_printer_has_no_paper_to_choose(printers: PrinterSetup) -> None:
    assert printers.choices("label").papers == ()


def test_a_test_page_for_a_printer_that_is_not_there_is_refused_in_words(printers: PrinterSetup) -> None:
    printers.save_profile(PrinterProfile("label", "zpl", "device", "/dev/usb/lp-none"))

    assert refused(lambda: printers.print_test("label")).code == "printer.missing"


def test_after_half_a_test_page_the_next_one_wakes_the_printer_first(
    printers: PrinterSetup, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "lp0")
    printers.save_profile(PrinterProfile("label", "zpl", "device", str(tmp_path / "lp0")))

    unplugged, first = Paper(tmp_path / "lp0", most=100), refused(lambda: printers.print_test("label"))
    unplugged.all()
    plugged_in = Paper(tmp_path / "lp0")
    printers.print_test("label")

    assert first.code == "printer.unplugged"
    assert plugged_in.all().startswith(RESYNC + b"^XA")


def test_scanner_and_scale_cannot_share_a_port(hardware: Hardware, kept: list[str]) -> None:
    devices = DeviceSetup(
        hardware, lambda: Weighing(None, stable=False, text=""), lambda: kept.append("kept")
    )
    shared = DeviceSettings(True, 0, "/dev/ttyUSB0", "/dev/ttyUSB0", "cas")

    error = refused(lambda: devices.save_devices(shared))

    assert (error.code, error.field) == ("scale.port_taken", "scale_port")
    assert kept == []


def test_devices_are_kept_and_shown_again(hardware: Hardware, ports: None, kept: list[str]) -> None:
    devices = DeviceSetup(
        hardware, lambda: Weighing(None, stable=False, text=""), lambda: kept.append("kept")
    )
    wanted = DeviceSettings(False, 31, "/dev/ttyUSB0", "/dev/ttyUSB1", "cas")

    devices.save_devices(wanted)

    assert devices.choices().settings == wanted
    assert kept == ["kept"]
