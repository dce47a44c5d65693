"""A desk whose printers are set up and troubled in a story: what is done at it by keys, and what its books say of labels."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from kt1desk.app.options import Options
from kt1desk.app.place import TRIAL_PASSWORD, take_place
from kt1desk.app.works import works_in
from kt1desk.services.rows import PaperRow
from kt1desk.simprinter.line import Line
from kt1desk.simprinter.troubles import Flow, Wiring
from tests.support.story import RunningDesk, until
from tests.support.story_printers import (
    Cable,
    Stopwatch,
    choose_place,
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


def open_the_shift(desk: RunningDesk) -> None:
    desk.log_in(USER, TRIAL_PASSWORD)
    desk.keyboard.press("F6")
    desk.until_focus("pieces_500000")
    desk.keyboard.press("F9")
    desk.until_text("search_note", "Đã mở Ca 1")


def set_up_the_zebra(scene: Scene, line: Line) -> None:
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
    accept(desk)
    until(
        lambda: desk.cell("recent", 0, LABEL_COLUMN) == "Đã in (máy báo)", "the printer to confirm its label"
    )


def set_up_the_tsc(scene: Scene, line: Line) -> None:
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


def set_up_the_epson(scene: Scene, line: Line) -> None:
    desk = scene.desk
    choose_place(desk, "ctrl+3", "TM-T82")
    desk.keyboard.enter()
    desk.until_focus("stock")
    assert desk.text("said").startswith("Máy in trả lời: ESC/POS")
    desk.keyboard.enter()
    desk.until_focus("test")
    prove_by_its_test_page(desk, line)
    scene.picture("epson-proved")


def accept(desk: RunningDesk) -> str:
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


def until_label(desk: RunningDesk, words: str) -> None:
    """Beside the newest item, what its label is at."""
    until(lambda: desk.cell("recent", 0, LABEL_COLUMN) == words, f"{words!r} at the label")


def labels_kept(options: Options, number: str) -> list[PaperRow]:
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
