"""From a described printer to one that can be trusted: its test page comes out, is read by a foreign decoder, and judged."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.desktop.needs import (
    PrintedTest,
    PrinterDraft,
    PrinterProbe,
    TestAnswers,
    Tone,
)
from kt1desk.domain.identifiers import S10
from kt1desk.printing.capabilities import Fence, Origin, StatusWay
from kt1desk.printing.delivery import Delivery
from kt1desk.printing.encoders.options import GraphicCoding
from kt1desk.printing.encoders.zpl import RESYNC
from kt1desk.printing.slots import PrinterSlot
from kt1desk.simprinter.machine import Language as Spoken
from kt1desk.simprinter.parts import Sheet
from tests.printing.serial_device import SerialDevice, on_a_line
from tests.printing.test_probing import HS
from tests.support.printer_desks import (
    LABEL,
    PAGE,
    ROLL,
    Attach,
    Paper,
    PrinterDesk,
    codes_on,
    lines_in,
    refused,
)

SEEN = TestAnswers((), is_vietnamese_whole=True, is_frame_whole=True)


@pytest.fixture
def desk(tmp_path: Path) -> PrinterDesk:
    return PrinterDesk(tmp_path)


@pytest.fixture
def attach(tmp_path: Path) -> Iterator[Attach]:
    with lines_in(tmp_path) as made:
        yield made


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
    spoken: Spoken, slot: str, sheet: Sheet | None, desk: PrinterDesk, attach: Attach
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


@pytest.mark.parametrize(
    ("spoken", "slot", "sheet", "paper"),
    [(Spoken.ZPL, LABEL, Sheet(), "nhãn"), (Spoken.ESCPOS, ROLL, None, "phiếu")],
)
def test_thin_bars_that_nobody_scanned_are_told_as_not_scanned_and_by_the_paper_of_the_printer(
    spoken: Spoken, slot: str, sheet: Sheet | None, paper: str, desk: PrinterDesk, attach: Attach
) -> None:
    line = attach(spoken, sheet)
    desk.set_up(slot, desk.plug_in(line.address), spoken.value)

    printed = desk.setup.print_test_page(slot)
    verdict = desk.setup.confirm(slot, replace(SEEN, scanned=(printed.number,)))

    assert verdict.is_trusted
    assert verdict.text == (f"Máy in đã được xác nhận. Chưa quét vạch 2 chấm; {paper} không dùng vạch ấy.")


def test_a_zpl_printer_that_confirms_its_test_page_is_asked_to_confirm_its_labels(
    desk: PrinterDesk, attach: Attach
) -> None:
    line = attach(Spoken.ZPL)
    desk.set_up(LABEL, desk.plug_in(line.address))

    printed = desk.setup.print_test_page(LABEL)

    can = desk.profile().can
    assert (can.fence, can.fence_by) == (Fence.HV, Origin.PROBED)
    assert printed.text.startswith("Máy in báo đã in xong trang thử")
    assert len(line.pages) == 1


def test_a_zpl_printer_that_prints_and_confirms_nothing_is_no_printer_in_doubt(
    desk: PrinterDesk, monkeypatch: pytest.MonkeyPatch
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


def _printed(desk: PrinterDesk, tmp_path: Path) -> PrintedTest:
    """A label printer that takes anything, and its test page."""
    device = tmp_path / "lp0"
    device.touch()
    desk.setup.save(PrinterDraft(LABEL, "device", "tspl", "100x60", "hybrid", str(device)))
    return desk.setup.print_test_page(LABEL)


def test_a_printer_draws_bars_of_its_own_for_items_only_after_its_page_was_scanned_back(
    desk: PrinterDesk, tmp_path: Path
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
    scanned: tuple[str, ...], vietnamese: bool, frame: bool, said: str, desk: PrinterDesk, tmp_path: Path
) -> None:
    printed = _printed(desk, tmp_path)
    codes = {"number": printed.number, "bars_4": printed.bars[2]}

    verdict = desk.setup.confirm(
        LABEL, TestAnswers(tuple(codes[each] for each in scanned), vietnamese, frame)
    )

    assert (verdict.is_trusted, verdict.tone) == (False, Tone.WARN)
    assert said in verdict.text
    assert desk.profile().can.coding_by is Origin.DOCUMENTED


def test_trust_is_lost_when_a_later_page_fails_or_the_settings_change(
    desk: PrinterDesk, tmp_path: Path
) -> None:
    printed = _printed(desk, tmp_path)
    desk.setup.confirm(LABEL, replace(SEEN, scanned=(printed.number,)))
    trusted = desk.profile().can.coding_by

    kept = desk.setup.find(LABEL).kept
    assert kept is not None
    desk.setup.save(replace(kept, density=14))

    assert trusted is Origin.CLERK
    assert desk.profile().can.coding_by is Origin.DOCUMENTED
    assert refused(lambda: desk.setup.confirm(LABEL, SEEN)) == ("printer.no_test_page", "port")


def test_saving_the_same_settings_again_keeps_what_was_confirmed(desk: PrinterDesk, tmp_path: Path) -> None:
    printed = _printed(desk, tmp_path)
    desk.setup.confirm(LABEL, replace(SEEN, scanned=(printed.number,)))

    kept = desk.setup.find(LABEL).kept
    assert kept is not None
    desk.setup.save(replace(kept, probe=PrinterProbe("tspl", 0, "esc_q", "none")))

    can = desk.profile().can
    assert (can.coding_by, can.status, can.status_by) == (Origin.CLERK, StatusWay.ESC_Q, Origin.PROBED)


def test_an_older_test_page_proves_nothing_about_the_newest(desk: PrinterDesk, tmp_path: Path) -> None:
    old = _printed(desk, tmp_path)
    desk.clock.pass_ms(61_000)
    desk.setup.print_test_page(LABEL)

    verdict = desk.setup.confirm(LABEL, replace(SEEN, scanned=(*old.bars, old.number)))

    assert not verdict.is_trusted
    assert desk.setup.read_test(LABEL, old.number).mark == ""


def test_sheets_have_a_number_to_scan_and_no_bars(desk: PrinterDesk, tmp_path: Path) -> None:
    desk.setup.save(PrinterDraft(PAGE, "pdf_folder", "pdf", "a5", target=str(tmp_path)))

    printed = desk.setup.print_test_page(PAGE)
    verdict = desk.setup.confirm(PAGE, replace(SEEN, scanned=(printed.number,)))

    assert (printed.bars, printed.shows_bars) == ((), False)
    assert verdict.is_trusted
    assert len(list(tmp_path.glob("phieu-*.pdf"))) == 1


def test_without_a_printer_on_the_roll_there_is_no_test_page_for_it(desk: PrinterDesk) -> None:
    assert refused(lambda: desk.setup.print_test_page(ROLL)) == ("printer.not_set_up", "port")
    assert desk.setup.find(ROLL).kept is None


def test_a_roll_printer_that_was_taken_away_is_none(desk: PrinterDesk, tmp_path: Path) -> None:
    desk.setup.save(PrinterDraft(ROLL, "device", "escpos", "roll80", "lines", str(tmp_path / "lp0")))
    had = set(desk.hardware.printers())

    desk.setup.clear(ROLL)

    assert had == {PrinterSlot.LABEL, PrinterSlot.PAGE, PrinterSlot.ROLL}
    assert set(desk.hardware.printers()) == {PrinterSlot.LABEL, PrinterSlot.PAGE}
    assert desk.kept == 2


def test_a_test_page_for_a_printer_that_is_not_there_is_refused(desk: PrinterDesk) -> None:
    desk.setup.save(PrinterDraft(LABEL, "device", "zpl", "100x60", "z64", "/dev/usb/lp-none"))

    assert refused(lambda: desk.setup.print_test_page(LABEL)) == ("printer.not_found", "port")


def test_after_half_a_test_page_the_next_one_wakes_the_printer_first(
    desk: PrinterDesk, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "lp0")
    desk.setup.save(PrinterDraft(LABEL, "device", "zpl", "100x60", "z64", str(tmp_path / "lp0")))

    unplugged = Paper(tmp_path / "lp0", most=100)
    first = refused(lambda: desk.setup.print_test_page(LABEL))
    unplugged.all()
    plugged_in = Paper(tmp_path / "lp0")
    desk.setup.print_test_page(LABEL)

    assert first == ("print.test_broken_off", "port")
    assert plugged_in.all().startswith(RESYNC + b"^XA")


@pytest.mark.parametrize(
    ("paper", "size", "sheets"), [("a4", "841.89 x 595.276", 1), ("a5", "419.528 x 595.276", 2)]
)
def test_receipts_come_out_on_the_paper_that_was_chosen_and_the_test_page_says_it(
    paper: str, size: str, sheets: int, desk: PrinterDesk, tmp_path: Path
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
