"""The counter's printers through the real window: set up by keys, troubled one after the other, and what the status line says, and when.

Printers are simulated, on real pseudo-terminals and a real socket; keys are those of the X server. Seconds are counted because the
sentence has to be there within four seconds where a printer is asked and within one where it reports by itself.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from serial.tools import list_ports

from kt1desk.desktop.widgets import Card
from kt1desk.domain.print_job import Evidence, JobState
from kt1desk.printing.raster import rasterise
from kt1desk.printing.templates import layout_of
from kt1desk.simprinter.line import Line
from kt1desk.simprinter.machine import Language
from kt1desk.simprinter.models import machine_of
from kt1desk.simprinter.pty_line import PtyLine
from kt1desk.simprinter.tcp_line import TcpLine
from kt1desk.simprinter.troubles import Troubles
from tests.printing.samples import said
from tests.support.story import options_at, running, until
from tests.support.story_printer_desk import (
    ASKED_S,
    BY_ITSELF_S,
    EPSON,
    FIRST_BYTES,
    HEAD,
    LABEL_COLUMN,
    STATE_COLUMN,
    TSC,
    XONXOFF,
    Scene,
    accept,
    labels_kept,
    open_the_shift,
    set_up_the_epson,
    set_up_the_tsc,
    set_up_the_zebra,
    until_label,
)
from tests.support.story_printers import (
    Sockets,
    Stopwatch,
    codes_of,
)


def test_a_printer_that_prints_and_says_nothing_is_no_cable_and_a_scan_settles_its_label(
    qapp: QApplication, tmp_path: Path, picture_folder: Path
) -> None:
    options = options_at(tmp_path, trial=True)
    with TcpLine(machine_of(Language.ZPL), wiring=HEAD) as zebra, running(qapp, options, sample=True) as desk:
        scene = Scene(desk, Stopwatch(desk), picture_folder)
        open_the_shift(desk)
        set_up_the_zebra(scene, zebra)
        doubted = _a_deaf_printer_prints_and_a_scan_settles_it(scene, zebra)
        pages = zebra.pages
    print(f"\n{scene.watch.table()}")

    [label] = labels_kept(options, doubted)
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
        open_the_shift(desk)
        set_up_the_tsc(scene, tsc)
        _cover_and_cable(scene, tsc, sockets)
        _paper_out_in_the_middle(scene, tsc)
        again = _xoff_in_the_middle_and_pulled_out(scene, tsc, sockets)
        set_up_the_epson(scene, epson)
        _speaks_by_itself(scene, epson, sockets)
        [reprint] = [page for page in tsc.pages if again in codes_of(page)]
    print(f"\n{scene.watch.table()}")

    first, second = labels_kept(options, again)
    assert (first.state, second.state) == (JobState.CANCELLED.value, JobState.DONE.value)
    paper = layout_of(second.template, second.version, second.values, second.copy)
    assert [text[:9] for text in said(paper) if text.startswith("IN LẠI")] == ["IN LẠI 1 "]
    dots = rasterise(paper, 203)
    assert reprint.cut_to(dots.width_dots, dots.height_dots).bits == dots.bits


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
    number = accept(desk)
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
    accept(desk)
    until_label(desk, "Chờ: nắp đang mở")
    assert desk.text("label_size") == "Máy in: nắp đang mở – nhãn đang chờ"
    scene.picture("cover-open")
    watch.until_said(
        "đóng nắp (TSPL)", lambda: line.change(Troubles()), "Máy in nhãn: sẵn sàng", longest_s=ASKED_S
    )
    until_label(desk, "Đã gửi máy in")
    assert line.wait_until(lambda printer: len(printer.machine.pages) == before + 1), "the label that waited"

    watch.until_said("rút dây (TSPL)", line.unplug, "Máy in nhãn: mất kết nối", longest_s=ASKED_S)
    accept(desk)
    until_label(desk, "Chờ: mất kết nối")
    scene.picture("unplugged")
    name = str(sockets.name("ttyUSB7", TSC))
    watch.until_said(
        "cắm lại, cổng tên khác (TSPL)",
        lambda: line.replug(name),
        "Máy in nhãn: sẵn sàng",
        longest_s=2 * ASKED_S,
    )
    until_label(desk, "Đã gửi máy in")
    assert line.wait_until(lambda printer: len(printer.machine.pages) == before + 2), "the label that waited"


def _paper_out_in_the_middle(scene: Scene, line: Line) -> None:
    """Half a label: the printer has all of it, says that its paper is out, and prints it whole on the next roll."""
    desk, watch = scene.desk, scene.watch
    line.load_paper(30)
    before = len(line.pages)
    number = accept(desk)
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
    number = accept(desk)
    assert line.wait_until(lambda printer: printer.heard_bytes > heard + FIRST_BYTES), (
        "the label to be under way"
    )
    watch.until_said(
        "XOFF giữa nhãn (TSPL)",
        lambda: line.change(Troubles(holding=True)),
        "Máy in nhãn: đang bận",
        longest_s=ASKED_S,
    )
    until_label(desk, "Đang gửi: bận")
    scene.picture("xoff")
    watch.until_said("rút dây giữa nhãn (TSPL)", line.unplug, "Máy in nhãn: mất kết nối", longest_s=ASKED_S)
    until_label(desk, "Chưa rõ đã in")
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
    accept(desk)
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
