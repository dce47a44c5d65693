"""From a printer on a cable to one that can be trusted: simulated printers on real lines, their pages read by a foreign decoder."""

from __future__ import annotations

import fcntl
import io
import os
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from kt1desk.app.hardware import Hardware, SettingsInHand
from kt1desk.app.printer_doors import RoomDoors
from kt1desk.app.printer_setup import PrinterSetup
from kt1desk.desktop.needs import (
    DeviceSettings,
    PrintedTest,
    PrinterDraft,
    PrinterProbe,
    TestAnswers,
    Tone,
)
from kt1desk.domain.errors import DeskError
from kt1desk.domain.identifiers import S10
from kt1desk.printing.capabilities import Fence, Origin, StatusWay
from kt1desk.printing.delivery import Delivery
from kt1desk.printing.encoders.options import GraphicCoding
from kt1desk.printing.encoders.zpl import RESYNC
from kt1desk.printing.finding import Find, Guess
from kt1desk.printing.profile import Language, PortKind, PrinterProfile
from kt1desk.printing.slots import PrinterSlot
from kt1desk.simprinter.line import Line
from kt1desk.simprinter.machine import Language as Spoken
from kt1desk.simprinter.models import machine_of
from kt1desk.simprinter.parts import Sheet
from kt1desk.simprinter.pty_line import PtyLine
from kt1desk.simprinter.troubles import Troubles
from tests.printing.serial_device import SerialDevice, on_a_line
from tests.printing.test_probing import HS
from tests.support.clocks import HandClock

LABEL, ROLL, PAGE = "label", "roll", "receipt"
SEEN = TestAnswers((), is_vietnamese_whole=True, is_frame_whole=True)


class Desk:
    """A counter with what is plugged in, and how often a profile was kept."""

    def __init__(self, folder: Path) -> None:
        self.hardware = Hardware(SettingsInHand(), folder / "giay")
        self.plugged_in: list[Find] = []
        self.kept = 0
        self.lent = 0
        self.clock = HandClock()
        doors = RoomDoors(kept=self._kept, lent=self._lent)
        self.setup = PrinterSetup(self.hardware, self.clock, doors, lambda: tuple(self.plugged_in))

    def _kept(self) -> None:
        self.kept += 1

    @contextmanager
    def _lent(self) -> Iterator[None]:
        self.lent += 1
        yield

    def plug_in(self, address: str, usb: str = "", guess: Guess | None = None) -> str:
        self.plugged_in.append(Find(PortKind.SERIAL, address, usb, "", guess))
        return f"serial:{address}"

    def profile(self, slot: PrinterSlot = PrinterSlot.LABEL) -> PrinterProfile:
        kept = self.hardware.printer(slot)
        assert kept is not None
        return kept

    def set_up(self, slot: str, port: str, language: str = "") -> PrinterDraft:
        draft = self.setup.propose(slot, port, probe=self.setup.probe(slot, port))
        if language not in {"", draft.language}:
            draft = replace(draft, language=language, coding="")
        draft = replace(draft, flow="none")
        self.setup.save(draft)
        return draft


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def attach(tmp_path: Path) -> Iterator[Callable[..., Line]]:
    lines: list[Line] = []

    def make(language: Spoken, sheet: Sheet | None = None) -> Line:
        lines.append(PtyLine(machine_of(language, sheet), str(tmp_path / f"tty{len(lines)}")))
        return lines[-1]

    yield make
    for line in lines:
        line.close()


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


def codes_on(line: Line) -> list[str]:
    """What a scanner reads on the newest page."""
    assert line.wait_until(lambda printer: bool(printer.machine.pages))
    picture = Image.open(io.BytesIO(line.pages[-1].png())).convert("L")
    framed = Image.new("L", (picture.width + 80, picture.height + 80), 255)
    framed.paste(picture, (40, 40))
    return sorted(code.text for code in zxingcpp.read_barcodes(framed, try_rotate=False, try_invert=False))


def refused(action: Callable[[], object]) -> tuple[str, str]:
    with pytest.raises(DeskError) as refusal:
        action()
    return refusal.value.code, refusal.value.field


# --- found, asked, proposed ----------------------------------------------------------------------------------------


def test_what_was_found_is_shown_with_a_guess_and_with_what_uses_it_already(desk: Desk) -> None:
    desk.plug_in("/dev/ttyUSB0", "1203:0250:TE2", Guess("TSC", Language.TSPL))
    desk.plug_in("/dev/ttyUSB1")
    desk.plug_in("/dev/ttyUSB2")
    desk.hardware.keep_devices(DeviceSettings(True, 0, "/dev/ttyUSB1", "/dev/ttyUSB2", "cas"))

    found = {each.key: each for each in desk.setup.find(LABEL).found}

    assert found["serial:/dev/ttyUSB0"].guess == "có thể là TSC, TSPL (TSC, HPRT, Xprinter nhãn)"
    assert [found[f"serial:/dev/ttyUSB{number}"].used_by for number in (0, 1, 2)] == ["", "máy quét", "cân"]
    assert {key for key, each in found.items() if each.is_typed} == {"tcp", "pdf_folder", "device"}


def test_a_port_of_a_scanner_or_a_scale_is_not_asked(desk: Desk, attach: Callable[..., Line]) -> None:
    line = attach(Spoken.ZPL)
    port = desk.plug_in(line.address)
    desk.hardware.keep_devices(DeviceSettings(True, 0, "", line.address, "cas"))

    assert refused(lambda: desk.setup.probe(LABEL, port)) == ("printer.port_taken", "port")


def test_a_printer_that_serves_another_slot_is_shown_as_used(desk: Desk, attach: Callable[..., Line]) -> None:
    line = attach(Spoken.ZPL)
    port = desk.plug_in(line.address)
    desk.set_up(LABEL, port)

    shown = {each.key: each.used_by for each in desk.setup.find(ROLL).found}

    assert shown[port] == "máy in nhãn"
    assert {each.key: each.used_by for each in desk.setup.find(LABEL).found}[port] == ""


@pytest.mark.parametrize(
    ("spoken", "slot", "language", "status", "fence"),
    [
        (Spoken.ZPL, LABEL, Language.ZPL, StatusWay.HS, Fence.NONE),
        (Spoken.TSPL, LABEL, Language.TSPL, StatusWay.ESC_Q, Fence.NONE),
        (Spoken.ESCPOS, ROLL, Language.ESCPOS, StatusWay.ASB, Fence.GS_H),
    ],
)
def test_a_printer_is_asked_proposed_and_kept_with_what_it_said_itself(
    spoken: Spoken,
    slot: str,
    language: Language,
    status: StatusWay,
    fence: Fence,
    desk: Desk,
    attach: Callable[..., Line],
) -> None:
    line = attach(spoken)
    port = desk.plug_in(line.address)

    probe = desk.setup.probe(slot, port)
    desk.setup.save(desk.setup.propose(slot, port, probe=probe))

    kept = desk.profile(PrinterSlot(slot))
    assert (kept.language, kept.can.status, kept.can.fence) == (language, status, fence)
    assert (kept.can.status_by, kept.can.coding_by) == (Origin.PROBED, Origin.DOCUMENTED)
    assert probe.tone is Tone.GOOD
    assert (desk.kept, desk.lent) == (1, 1)
    assert line.pages == ()


def test_silence_is_told_as_silence_and_the_guess_is_proposed(
    desk: Desk, attach: Callable[..., Line]
) -> None:
    line = attach(Spoken.TSPL)
    line.change(Troubles(deaf=True))
    port = desk.plug_in(line.address, guess=Guess("TSC", Language.TSPL))

    probe = desk.setup.probe(LABEL, port)
    draft = desk.setup.propose(LABEL, port, probe=probe)

    assert (probe.language, probe.tone) == ("", Tone.CALM)
    assert "không trả lời" in probe.text
    assert "hỏng" not in probe.text
    assert (draft.language, draft.coding, draft.stock) == ("tspl", "tiles", "100x60")


def test_without_an_answer_and_a_guess_the_language_is_asked_unless_there_is_only_one(desk: Desk) -> None:
    port = desk.plug_in("/dev/ttyS0")

    label, roll = desk.setup.propose(LABEL, port), desk.setup.propose(ROLL, port)

    assert (label.language, label.stock) == ("", "100x60")
    assert (roll.language, roll.stock, roll.coding) == ("escpos", "roll80", "lines")
    assert refused(lambda: desk.setup.save(label)) == ("printer.profile", "language")


def test_a_wrong_address_is_refused_where_it_was_typed(desk: Desk) -> None:
    draft = PrinterDraft(LABEL, "tcp", "zpl", "100x60", target="192.0.2.7:none")

    assert refused(lambda: desk.setup.save(draft)) == ("printer.profile", "target")
    assert refused(lambda: desk.setup.save(replace(draft, target=" "))) == (
        "printer.address_missing",
        "target",
    )
    assert desk.kept == 0


@pytest.mark.parametrize(
    ("draft", "code", "field"),
    [
        (PrinterDraft(LABEL, "serial:/dev/ttyS0", "escpos", "100x60"), "printer.language_slot", "language"),
        (PrinterDraft(PAGE, "serial:/dev/ttyS0", "zpl", "a5"), "printer.language_slot", "language"),
        (PrinterDraft(ROLL, "serial:/dev/ttyS0", "zpl", "roll80"), "printer.language_slot", "language"),
        (
            PrinterDraft(LABEL, "pdf_folder", "zpl", "100x60", target="/tmp"),
            "printer.language_port",
            "language",
        ),
        (PrinterDraft(LABEL, "serial:/dev/ttyS0", "pdf", "100x60"), "printer.language_port", "language"),
        (PrinterDraft(LABEL, "serial:/dev/ttyS0", "zpl", "100x61"), "printer.profile", "stock"),
        (PrinterDraft(LABEL, "serial:/dev/ttyS0", "zpl", "100x60", "tiles"), "printer.profile", "coding"),
        (PrinterDraft(LABEL, "serial:/dev/ttyS0", "zpl", "100x60", dpi=180), "printer.profile", "dpi"),
        (PrinterDraft(LABEL, "lpt:1", "zpl", "100x60"), "printer.profile", "port"),
    ],
)
def test_what_does_not_go_together_is_refused_by_its_field(
    draft: PrinterDraft, code: str, field: str, desk: Desk
) -> None:
    assert refused(lambda: desk.setup.save(draft)) == (code, field)
    assert desk.kept == 0


@pytest.mark.parametrize("stock", ["100x60", "100x75", "80x50"])
@pytest.mark.parametrize(
    ("language", "coding"),
    [("zpl", "acs"), ("tspl", "pcx"), ("epl", "gw"), ("cpcl", "cg")],
)
def test_a_description_comes_back_as_it_was_saved(language: str, coding: str, stock: str, desk: Desk) -> None:
    draft = PrinterDraft(
        LABEL, "tcp", language, stock, coding, "192.0.2.7:9100", 300, 115200, "xonxoff", 12, 4
    )

    desk.setup.save(draft)
    desk.setup.save(draft)

    assert desk.setup.find(LABEL).kept == draft
    assert desk.kept == 1


def test_a_printer_with_a_serial_number_is_the_same_under_another_name(desk: Desk) -> None:
    port = desk.plug_in("/dev/ttyUSB0", "0403:6001:A10K3X")
    desk.setup.save(PrinterDraft(LABEL, port, "zpl", "100x60", "z64"))
    before = desk.profile()

    desk.plugged_in = [Find(PortKind.SERIAL, "/dev/ttyUSB7", "0403:6001:A10K3X")]
    kept = desk.setup.find(LABEL).kept
    assert kept is not None
    desk.setup.save(kept)

    assert kept.port == "serial:/dev/ttyUSB7"
    assert before.link.usb == "0403:6001:A10K3X"
    assert desk.profile().printer_id == before.printer_id


def test_two_devices_with_one_serial_number_are_told_apart_by_their_names_only(desk: Desk) -> None:
    port = desk.plug_in("/dev/ttyUSB0", "1A86:7523:0001")
    desk.plug_in("/dev/ttyUSB1", "1A86:7523:0001")

    desk.setup.save(PrinterDraft(LABEL, port, "zpl", "100x60", "z64"))

    assert desk.profile().link.usb == ""


def test_the_pace_is_told_and_above_five_seconds_with_what_to_do(desk: Desk) -> None:
    fast = PrinterDraft(LABEL, "serial:/dev/ttyS0", "zpl", "100x60", "z64")

    quick, slow = desk.setup.estimate(fast), desk.setup.estimate(replace(fast, baud=9600))

    assert (quick.is_slow, slow.is_slow) == (False, True)
    assert (quick.tone, slow.tone) == (Tone.CALM, Tone.WARN)
    assert quick.text == "Khoảng 1,4 giây một nhãn."
    assert slow.text.startswith("Khoảng 10 giây một nhãn: chậm.")


# --- tried on paper, and trusted -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("spoken", "slot", "sheet"),
    [
        (Spoken.ZPL, LABEL, Sheet()),
        (Spoken.TSPL, LABEL, Sheet()),
        (Spoken.EPL, LABEL, Sheet()),
        (Spoken.ESCPOS, ROLL, None),
    ],
)
def test_the_codes_of_a_test_page_are_scanned_back_and_the_printer_is_trusted(
    spoken: Spoken, slot: str, sheet: Sheet | None, desk: Desk, attach: Callable[..., Line]
) -> None:
    line = attach(spoken, sheet)
    desk.set_up(slot, desk.plug_in(line.address), spoken.value)

    printed = desk.setup.print_test_page(slot)
    read = codes_on(line)
    verdict = desk.setup.confirm(slot, replace(SEEN, scanned=tuple(read)))

    assert read == sorted((*printed.bars, printed.number))
    assert S10.parse(printed.number).prefix == "TT"
    assert [desk.setup.read_test(slot, code).mark for code in (*printed.bars, printed.number)] == [
        "bars_2",
        "bars_3",
        "bars_4",
        "number",
    ]
    assert (verdict.is_trusted, verdict.tone) == (True, Tone.GOOD)
    assert desk.profile(PrinterSlot(slot)).can.coding_by is Origin.CLERK
    assert any(fact.origin == "giao dịch viên đã xem trang thử" for fact in verdict.facts)


def test_a_zpl_printer_that_confirms_its_test_page_is_asked_to_confirm_its_labels(
    desk: Desk, attach: Callable[..., Line]
) -> None:
    line = attach(Spoken.ZPL)
    desk.set_up(LABEL, desk.plug_in(line.address))

    printed = desk.setup.print_test_page(LABEL)

    can = desk.profile().can
    assert (can.fence, can.fence_by) == (Fence.HV, Origin.PROBED)
    assert printed.text.startswith("Máy in báo đã in xong trang thử")
    assert len(line.pages) == 1


def test_a_zpl_printer_that_prints_and_confirms_nothing_is_no_printer_in_doubt(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Delivery.__init__, "__defaults__", (0.2,))
    with on_a_line(SerialDevice(lambda data: HS if data == b"~HS" else b"")) as device:
        desk.set_up(LABEL, desk.plug_in(device.name))

        printed = desk.setup.print_test_page(LABEL)
        desk.setup.print_test_page(LABEL)

    can = desk.profile().can
    assert printed.text.startswith("Đã gửi trang thử")
    assert (can.fence, can.status) == (Fence.NONE, StatusWay.HS)
    assert RESYNC not in bytes(device.heard)


def _printed(desk: Desk, tmp_path: Path) -> PrintedTest:
    """A label printer that takes anything, and its test page."""
    device = tmp_path / "lp0"
    device.touch()
    desk.setup.save(PrinterDraft(LABEL, "device", "tspl", "100x60", "hybrid", str(device)))
    return desk.setup.print_test_page(LABEL)


def test_a_printer_draws_bars_of_its_own_for_items_only_after_its_page_was_scanned_back(
    desk: Desk, tmp_path: Path
) -> None:
    printed = _printed(desk, tmp_path)
    before = desk.hardware.printers()[PrinterSlot.LABEL]

    desk.setup.confirm(LABEL, replace(SEEN, scanned=(*printed.bars, printed.number)))

    assert before.coding is GraphicCoding.TSPL_TILES
    assert b"BARCODE" in (tmp_path / "lp0").read_bytes()
    assert desk.hardware.printers()[PrinterSlot.LABEL].coding is GraphicCoding.TSPL_HYBRID


@pytest.mark.parametrize(
    ("scanned", "vietnamese", "frame", "said"),
    [
        ((), True, True, "chưa đọc được mã lớn"),
        (("bars_4",), True, True, "chỉ đọc được vạch dày"),
        (("number",), False, True, "mất dấu"),
        (("number",), True, False, "thiếu cạnh"),
    ],
)
def test_a_page_that_is_not_whole_makes_no_trusted_printer_and_says_what_to_do(
    scanned: tuple[str, ...], vietnamese: bool, frame: bool, said: str, desk: Desk, tmp_path: Path
) -> None:
    printed = _printed(desk, tmp_path)
    codes = {"number": printed.number, "bars_4": printed.bars[2]}

    verdict = desk.setup.confirm(
        LABEL, TestAnswers(tuple(codes[each] for each in scanned), vietnamese, frame)
    )

    assert (verdict.is_trusted, verdict.tone) == (False, Tone.WARN)
    assert said in verdict.text
    assert desk.profile().can.coding_by is Origin.DOCUMENTED


def test_trust_is_lost_when_a_later_page_fails_or_the_settings_change(desk: Desk, tmp_path: Path) -> None:
    printed = _printed(desk, tmp_path)
    desk.setup.confirm(LABEL, replace(SEEN, scanned=(printed.number,)))
    trusted = desk.profile().can.coding_by

    kept = desk.setup.find(LABEL).kept
    assert kept is not None
    desk.setup.save(replace(kept, density=14))

    assert trusted is Origin.CLERK
    assert desk.profile().can.coding_by is Origin.DOCUMENTED
    assert refused(lambda: desk.setup.confirm(LABEL, SEEN)) == ("printer.no_test_page", "port")


def test_saving_the_same_settings_again_keeps_what_was_confirmed(desk: Desk, tmp_path: Path) -> None:
    printed = _printed(desk, tmp_path)
    desk.setup.confirm(LABEL, replace(SEEN, scanned=(printed.number,)))

    kept = desk.setup.find(LABEL).kept
    assert kept is not None
    desk.setup.save(replace(kept, probe=PrinterProbe("tspl", 0, "esc_q", "none")))

    can = desk.profile().can
    assert (can.coding_by, can.status, can.status_by) == (Origin.CLERK, StatusWay.ESC_Q, Origin.PROBED)


def test_an_older_test_page_proves_nothing_about_the_newest(desk: Desk, tmp_path: Path) -> None:
    old = _printed(desk, tmp_path)
    desk.clock.pass_ms(61_000)
    desk.setup.print_test_page(LABEL)

    verdict = desk.setup.confirm(LABEL, replace(SEEN, scanned=(*old.bars, old.number)))

    assert not verdict.is_trusted
    assert desk.setup.read_test(LABEL, old.number).mark == ""


def test_sheets_have_a_number_to_scan_and_no_bars(desk: Desk, tmp_path: Path) -> None:
    desk.setup.save(PrinterDraft(PAGE, "pdf_folder", "pdf", "a5", target=str(tmp_path)))

    printed = desk.setup.print_test_page(PAGE)
    verdict = desk.setup.confirm(PAGE, replace(SEEN, scanned=(printed.number,)))

    assert (printed.bars, printed.shows_bars) == ((), False)
    assert verdict.is_trusted
    assert len(list(tmp_path.glob("phieu-*.pdf"))) == 1


def test_without_a_printer_on_the_roll_there_is_no_test_page_for_it(desk: Desk) -> None:
    assert refused(lambda: desk.setup.print_test_page(ROLL)) == ("printer.not_set_up", "port")
    assert desk.setup.find(ROLL).kept is None


def test_a_roll_printer_that_was_taken_away_is_none(desk: Desk, tmp_path: Path) -> None:
    desk.setup.save(PrinterDraft(ROLL, "device", "escpos", "roll80", "lines", str(tmp_path / "lp0")))
    had = set(desk.hardware.printers())

    desk.setup.clear(ROLL)

    assert had == {PrinterSlot.LABEL, PrinterSlot.PAGE, PrinterSlot.ROLL}
    assert set(desk.hardware.printers()) == {PrinterSlot.LABEL, PrinterSlot.PAGE}
    assert desk.kept == 2


def test_a_test_page_for_a_printer_that_is_not_there_is_refused(desk: Desk) -> None:
    desk.setup.save(PrinterDraft(LABEL, "device", "zpl", "100x60", "z64", "/dev/usb/lp-none"))

    assert refused(lambda: desk.setup.print_test_page(LABEL)) == ("printer.missing", "port")


def test_after_half_a_test_page_the_next_one_wakes_the_printer_first(desk: Desk, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "lp0")
    desk.setup.save(PrinterDraft(LABEL, "device", "zpl", "100x60", "z64", str(tmp_path / "lp0")))

    unplugged = Paper(tmp_path / "lp0", most=100)
    first = refused(lambda: desk.setup.print_test_page(LABEL))
    unplugged.all()
    plugged_in = Paper(tmp_path / "lp0")
    desk.setup.print_test_page(LABEL)

    assert first == ("printer.unplugged", "port")
    assert plugged_in.all().startswith(RESYNC + b"^XA")


@pytest.mark.parametrize(
    ("paper", "size", "sheets"), [("a4", "841.89 x 595.276", 1), ("a5", "419.528 x 595.276", 2)]
)
def test_receipts_come_out_on_the_paper_that_was_chosen_and_the_test_page_says_it(
    paper: str, size: str, sheets: int, desk: Desk, tmp_path: Path
) -> None:
    desk.setup.save(PrinterDraft(PAGE, "pdf_folder", "pdf", paper, target=str(tmp_path)))

    said = desk.setup.print_test_page(PAGE).text

    (page,) = tmp_path.glob("phieu-*.pdf")
    about = subprocess.run(["pdfinfo", page], capture_output=True, check=True, text=True).stdout
    words = subprocess.run(["pdftotext", page, "-"], capture_output=True, check=True, text=True).stdout
    chosen = next(choice.text for choice in desk.setup.find(PAGE).stocks if choice.key == paper)
    assert chosen in said
    assert words.count(f"Khổ giấy: {chosen}") == 2
    assert (f"Pages:           {sheets}\n" in about, size in about) == (True, True)
