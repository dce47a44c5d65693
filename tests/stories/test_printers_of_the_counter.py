"""The counter's printers through the real window: set up by keys, troubled one after the other, and what the status line says, and when.

Printers are simulated, on real pseudo-terminals and a real socket; keys are those of the X server. Seconds are counted because the
sentence has to be there within four seconds where a printer is asked and within one where it reports by itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from serial.tools import list_ports

from kt1desk.app.options import Options
from kt1desk.app.place import TRIAL_PASSWORD, take_place
from kt1desk.app.works import works_in
from kt1desk.desktop.widgets import Card
from kt1desk.domain.print_job import Evidence, JobState
from kt1desk.printing.raster import rasterise
from kt1desk.printing.templates import layout_of
from kt1desk.services.rows import PaperRow
from kt1desk.simprinter.line import Line
from kt1desk.simprinter.machine import Language
from kt1desk.simprinter.models import machine_of
from kt1desk.simprinter.pty_line import PtyLine
from kt1desk.simprinter.tcp_line import TcpLine
from kt1desk.simprinter.troubles import Flow, Troubles, Wiring
from tests.printing.samples import said
from tests.support.story import RunningDesk, options_at, running, until
from tests.support.story_printers import (
    Cable,
    Sockets,
    Stopwatch,
    choose_place,
    codes_of,
    prove_by_its_test_page,
)

USER = "ha.hoang"
LABEL_COLUMN, STATE_COLUMN = 4, 3
ASKED_S, BY_ITSELF_S = 4.0, 1.0
TSC = Cable(0x1203, 0x0230, "A10K3X", "USB Serial")
EPSON = Cable(0x04B8, 0x0E15, "X2RK77", "TM-T82")
HEAD = Wiring(head_mm_s=150)
XONXOFF = Wiring(baud=460_800, buffer_bytes=4096, flow=Flow.XONXOFF, head_mm_s=150)
FIRST_BYTES = 8_000
"""Of a label of 48,000: it is under way."""


@dataclass(frozen=True)
class Scene:
    """A desk, its stopwatch, and where pictures of it go."""

    desk: RunningDesk
    watch: Stopwatch
    pictures: Path

    def picture(self, name: str) -> None:
        self.desk.idle()
        self.desk.window.grab().save(str(self.pictures / f"printers-{name}.png"))


def test_a_printer_that_prints_and_says_nothing_is_no_cable_and_a_scan_settles_its_label(
    qapp: QApplication, tmp_path: Path, picture_folder: Path
) -> None:
    options = options_at(tmp_path, trial=True)
    with TcpLine(machine_of(Language.ZPL), wiring=HEAD) as zebra, running(qapp, options, sample=True) as desk:
        scene = Scene(desk, Stopwatch(desk), picture_folder)
        _open_the_shift(desk)
        _set_up_the_zebra(scene, zebra)
        doubted = _a_deaf_printer_prints_and_a_scan_settles_it(scene, zebra)
        pages = zebra.pages
    print(f"\n{scene.watch.table()}")

    [label] = _labels_kept(options, doubted)
    assert (label.state, label.evidence) == (JobState.DONE.value, Evidence.SCANNED.value)
    assert [doubted in codes_of(page) for page in pages] == [False, False, True]


def test_whatever_happens_to_a_printer_is_said_in_time_and_no_paper_is_lost_or_doubled(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, picture_folder: Path
) -> None:
    sockets = Sockets(tmp_path / "ports")
    sockets.folder.mkdir()
    monkeypatch.setattr(list_ports, "comports", sockets.plugged_in)
    options = options_at(tmp_path, trial=True)
    tsc = PtyLine(machine_of(Language.TSPL), sockets.name("ttyUSB0", TSC), XONXOFF)
    epson = PtyLine(machine_of(Language.ESCPOS), sockets.name("ttyUSB1", EPSON), HEAD)
    with tsc, epson, running(qapp, options, sample=True) as desk:
        scene = Scene(desk, Stopwatch(desk), picture_folder)
        _open_the_shift(desk)
        _set_up_the_tsc(scene, tsc)
        _cover_and_cable(scene, tsc, sockets)
        _paper_out_in_the_middle(scene, tsc)
        again = _xoff_in_the_middle_and_pulled_out(scene, tsc, sockets)
        _set_up_the_epson(scene, epson)
        _speaks_by_itself(scene, epson, sockets)
        [reprint] = [page for page in tsc.pages if again in codes_of(page)]
    print(f"\n{scene.watch.table()}")

    first, second = _labels_kept(options, again)
    assert (first.state, second.state) == (JobState.CANCELLED.value, JobState.DONE.value)
    paper = layout_of(second.template, second.version, second.values, second.copy)
    assert [text[:9] for text in said(paper) if text.startswith("IN LẠI")] == ["IN LẠI 1 "]
    dots = rasterise(paper, 203)
    assert reprint.cut_to(dots.width_dots, dots.height_dots).bits == dots.bits


# --- the printers ------------------------------------------------------------------------------------------------------


def _open_the_shift(desk: RunningDesk) -> None:
    desk.log_in(USER, TRIAL_PASSWORD)
    desk.keyboard.press("F6")
    desk.until_focus("pieces_500000")
    desk.keyboard.press("F9")
    desk.until_text("search_note", "Đã mở Ca 1")


def _set_up_the_zebra(scene: Scene, line: Line) -> None:
    """On the network: its address is typed, it is asked, its page is scanned back."""
    desk = scene.desk
    choose_place(desk, "ctrl+1", "Mạng")
    desk.keyboard.press("Tab", "ctrl+a")
    desk.until_focus("target")
    desk.keyboard.enter(line.address)
    desk.until_focus("stock")
    assert desk.text("said") == "Máy in trả lời: ZPL (Zebra)."
    desk.keyboard.enter()
    desk.until_focus("test")
    prove_by_its_test_page(desk, line)
    scene.picture("zebra-proved")
    assert desk.text("verdict").startswith("Máy in đã được xác nhận.")
    _accept(desk)
    until(
        lambda: desk.cell("recent", 0, LABEL_COLUMN) == "Đã in (máy báo)", "the printer to confirm its label"
    )


def _set_up_the_tsc(scene: Scene, line: Line) -> None:
    """On a cable: found by its USB numbers, asked, and told to send the whole picture and to heed XOFF."""
    desk = scene.desk
    choose_place(desk, "ctrl+1", "USB Serial")
    scene.picture("found")
    desk.keyboard.enter()
    desk.until_focus("stock")
    assert desk.text("said") == "Máy in trả lời: TSPL (TSC, HPRT, Xprinter nhãn), 115200 bit/giây."
    desk.keyboard.press("ctrl+m")
    desk.until_focus("coding")
    scene.picture("tsc-more")
    desk.keyboard.press("4", *["Tab"] * 5, "2")
    assert (desk.chosen("coding"), desk.chosen("flow")) == ("whole", "xonxoff")
    prove_by_its_test_page(desk, line)
    scene.picture("tsc-proved")


def _set_up_the_epson(scene: Scene, line: Line) -> None:
    desk = scene.desk
    choose_place(desk, "ctrl+3", "TM-T82")
    desk.keyboard.enter()
    desk.until_focus("stock")
    assert desk.text("said").startswith("Máy in trả lời: ESC/POS")
    desk.keyboard.enter()
    desk.until_focus("test")
    prove_by_its_test_page(desk, line)
    scene.picture("epson-proved")


# --- troubles ----------------------------------------------------------------------------------------------------------


def _a_deaf_printer_prints_and_a_scan_settles_it(scene: Scene, line: Line) -> str:
    """It prints and says nothing: not unplugged, and its label is a question until somebody scans it."""
    desk, watch = scene.desk, scene.watch
    watch.until_said(
        "máy in điếc (ZPL, TCP)",
        lambda: line.change(Troubles(deaf=True)),
        "Máy in nhãn: không trả lời",
        longest_s=ASKED_S,
    )
    assert "mất kết nối" not in desk.status()
    number = _accept(desk)
    until(lambda: desk.cell("recent", 0, LABEL_COLUMN) == "Chưa rõ đã in", "the label to be in doubt")
    scene.picture("in-doubt")
    _a_question_that_enter_cannot_dismiss(scene, number)
    [code] = [code for code in codes_of(line.pages[-1]) if code == number]
    desk.keyboard.scan(code)
    until(lambda: not desk.sees(Card, "question_card"), "the scan to answer the question")
    assert "Đã in, đã quét" in {desk.cell("papers", row, STATE_COLUMN) for row in range(4)}
    watch.until_said(
        "máy in nghe lại (ZPL, TCP)", lambda: line.change(Troubles()), "Máy in nhãn: sẵn sàng", longest_s=60.0
    )
    return number


def _a_question_that_enter_cannot_dismiss(scene: Scene, number: str) -> None:
    desk = scene.desk
    desk.keyboard.press("F10")
    desk.until_text("question_title", "có thể đã in")
    scene.picture("question")
    desk.keyboard.press("Return", "Return")
    desk.idle()
    assert "có thể đã in" in desk.text("question_title")


def _cover_and_cable(scene: Scene, line: Line, sockets: Sockets) -> None:
    """What the printer is asked for: a label waits behind an open cover, and behind a cable that is out."""
    desk, watch = scene.desk, scene.watch
    watch.until_said(
        "mở nắp (TSPL)",
        lambda: line.change(Troubles(cover_open=True)),
        "Máy in nhãn: nắp đang mở",
        longest_s=ASKED_S,
    )
    before = len(line.pages)
    _accept(desk)
    _until_label(desk, "Chờ: nắp đang mở")
    assert desk.text("label_size") == "Máy in: nắp đang mở – nhãn đang chờ"
    scene.picture("cover-open")
    watch.until_said(
        "đóng nắp (TSPL)", lambda: line.change(Troubles()), "Máy in nhãn: sẵn sàng", longest_s=ASKED_S
    )
    _until_label(desk, "Đã gửi máy in")
    assert line.wait_until(lambda printer: len(printer.machine.pages) == before + 1), "the label that waited"

    watch.until_said("rút dây (TSPL)", line.unplug, "Máy in nhãn: mất kết nối", longest_s=ASKED_S)
    _accept(desk)
    _until_label(desk, "Chờ: mất kết nối")
    scene.picture("unplugged")
    name = str(sockets.name("ttyUSB7", TSC))
    watch.until_said(
        "cắm lại, cổng tên khác (TSPL)",
        lambda: line.replug(name),
        "Máy in nhãn: sẵn sàng",
        longest_s=2 * ASKED_S,
    )
    _until_label(desk, "Đã gửi máy in")
    assert line.wait_until(lambda printer: len(printer.machine.pages) == before + 2), "the label that waited"


def _paper_out_in_the_middle(scene: Scene, line: Line) -> None:
    """Half a label: the printer has all of it, says that its paper is out, and prints it whole on the next roll."""
    desk, watch = scene.desk, scene.watch
    line.load_paper(30)
    before = len(line.pages)
    number = _accept(desk)
    watch.until_said(
        "hết giấy giữa nhãn (TSPL)",
        lambda: line.wait_until(lambda printer: printer.machine.feeder.is_out),
        "Máy in nhãn: hết giấy",
        longest_s=ASKED_S,
    )
    scene.picture("paper-out")
    watch.until_said(
        "lắp giấy mới (TSPL)", lambda: line.load_paper(2000), "Máy in nhãn: sẵn sàng", longest_s=ASKED_S
    )
    assert line.wait_until(lambda printer: len(printer.machine.pages) == before + 2), (
        "the label on the new roll"
    )
    torn, whole = line.pages[-2:]
    assert (torn.is_whole, whole.is_whole) == (False, True)
    assert number in codes_of(whole)


def _xoff_in_the_middle_and_pulled_out(scene: Scene, line: Line, sockets: Sockets) -> str:
    """XOFF is no cable: it is busy, and goes on; pulled out while it holds a half, its label is a question."""
    desk, watch = scene.desk, scene.watch
    before = len(line.pages)
    heard = line.ask(lambda printer: printer.heard_bytes)
    number = _accept(desk)
    assert line.wait_until(lambda printer: printer.heard_bytes > heard + FIRST_BYTES), (
        "the label to be under way"
    )
    watch.until_said(
        "XOFF giữa nhãn (TSPL)",
        lambda: line.change(Troubles(holding=True)),
        "Máy in nhãn: đang bận",
        longest_s=ASKED_S,
    )
    _until_label(desk, "Đang gửi: bận")
    scene.picture("xoff")
    watch.until_said("rút dây giữa nhãn (TSPL)", line.unplug, "Máy in nhãn: mất kết nối", longest_s=ASKED_S)
    _until_label(desk, "Chưa rõ đã in")
    line.change(Troubles())
    line.switch_off_and_on()
    name = str(sockets.name("ttyUSB0", TSC))
    watch.until_said(
        "cắm lại sau khi rút giữa nhãn (TSPL)",
        lambda: line.replug(name),
        "Máy in nhãn: sẵn sàng",
        longest_s=2 * ASKED_S,
    )
    _a_question_that_enter_cannot_dismiss(scene, number)
    assert len(line.pages) == before
    desk.keyboard.press("F8")
    assert line.wait_until(lambda printer: len(printer.machine.pages) == before + 1), "the reprint"
    until(lambda: desk.cell("papers", 0, 2) == "Nhãn, in lại 1", "the reprint in the list")
    scene.picture("reprinted")
    assert number in codes_of(line.pages[-1])
    return number


def _speaks_by_itself(scene: Scene, line: Line, sockets: Sockets) -> None:
    """The roll of receipts reports by itself, also in the middle of a receipt."""
    desk, watch = scene.desk, scene.watch
    for name, trouble, words in (
        ("mở nắp", Troubles(cover_open=True), "nắp đang mở"),
        ("đóng nắp", Troubles(), "sẵn sàng"),
    ):
        watch.until_said(
            f"{name} (ESC/POS, ASB)",
            partial(line.change, trouble),
            f"Máy in cuộn: {words}",
            longest_s=BY_ITSELF_S,
        )
    line.load_paper(40)
    before = len(line.pages)
    _accept(desk)
    watch.until_said(
        "hết giấy giữa phiếu (ESC/POS, ASB)",
        lambda: line.wait_until(lambda printer: printer.machine.feeder.is_out),
        "Máy in cuộn: hết giấy",
        longest_s=BY_ITSELF_S,
    )
    scene.picture("roll-out")
    watch.until_said(
        "lắp cuộn mới (ESC/POS, ASB)",
        lambda: line.load_paper(5000),
        "Máy in cuộn: đang in",
        longest_s=BY_ITSELF_S,
    )
    assert line.wait_until(lambda printer: len(printer.machine.pages) > before + 1), "the rest of the receipt"
    watch.until_said("rút dây (ESC/POS, ASB)", line.unplug, "Máy in cuộn: mất kết nối", longest_s=BY_ITSELF_S)
    other = str(sockets.name("ttyUSB3", EPSON))
    watch.until_said(
        "cắm lại, cổng tên khác (ESC/POS, ASB)",
        lambda: line.replug(other),
        "Máy in cuộn: sẵn sàng",
        longest_s=2 * ASKED_S,
    )


# --- the counter -------------------------------------------------------------------------------------------------------


def _accept(desk: RunningDesk) -> str:
    """An item for Văn Lãng; returns its number."""
    keys, before = desk.keyboard, desk.text("search_note")
    keys.press("F2")
    desk.until_focus("sender")
    keys.enter("snv")
    keys.enter("van lang")
    keys.press("0", "1")
    desk.until_focus("weight")
    keys.type("340")
    keys.press("space")
    desk.until_text("missing", "Đủ rồi")
    keys.press("F9")
    until(
        lambda: desk.text("search_note") not in {before, ""} and "Đã nhận" in desk.text("search_note"),
        "it to be taken",
    )
    found = re.search(r"[A-Z]{2} [\d ]{11} VN", desk.text("search_note"))
    assert found is not None
    return found[0].replace(" ", "")


def _until_label(desk: RunningDesk, words: str) -> None:
    """Beside the newest item, what its label is at."""
    until(lambda: desk.cell("recent", 0, LABEL_COLUMN) == words, f"{words!r} at the label")


def _labels_kept(options: Options, number: str) -> list[PaperRow]:
    """The labels of an item in the books, opened anew; the oldest first."""
    place = take_place(options)
    try:
        opened = works_in(place).opener.open(USER, TRIAL_PASSWORD)
        try:
            with opened.store.read() as reader:
                papers = reader.papers(number)
        finally:
            opened.close()
    finally:
        place.leave()
    return sorted((each for each in papers if each.role == "label"), key=lambda each: each.job)
