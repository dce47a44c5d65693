"""Simulated printers on a counter's cables in a story: plugged in, set up with the wizard by keys, and timed until the status line says it.

Nothing here knows how a printer is watched; a page is known by the names of its widgets alone.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import zxingcpp
from PIL import Image, ImageOps
from serial.tools.list_ports_common import ListPortInfo

from kt1desk.simprinter.line import Line
from kt1desk.simprinter.picture import Picture
from tests.support.story import RunningDesk, until

_QUIET_DOTS = 40
"""White around a label, as the counter is around it."""


@dataclass(frozen=True)
class Cable:
    """A USB device as the system lists it, under whatever name its port has now."""

    vendor: int
    product: int
    serial: str
    said: str


@dataclass(frozen=True)
class Sockets:
    """A folder of ports that come and go; which cable it is stays written beside its names."""

    folder: Path
    cables: dict[str, Cable] = field(default_factory=dict)

    def name(self, port: str, cable: Cable) -> Path:
        """Where this cable is plugged in when its port has this name."""
        self.cables[port] = cable
        return self.folder / port

    def ports(self) -> list[ListPortInfo]:
        """What the system lists: the cables that are plugged in."""
        return [_listed(self.folder / port, cable) for port, cable in sorted(self.cables.items())]

    def plugged_in(self) -> list[ListPortInfo]:
        """Those of `ports` that are there now; takes the place of `serial.tools.list_ports.comports`."""
        return [port for port in self.ports() if Path(port.device).is_symlink()]


@dataclass(frozen=True)
class Seen:
    """What the status line said of a trouble, and how long after it began."""

    trouble: str
    sentence: str
    seconds: float


@dataclass(frozen=True)
class Stopwatch:
    """From a trouble to the words on the status line."""

    desk: RunningDesk
    seen: list[Seen] = field(default_factory=list)

    def until_said(self, trouble: str, begin: Callable[[], object], words: str, *, longest_s: float) -> None:
        """Begin a trouble and wait until a part of the status line begins with these words.

        Args:
            trouble: what it is called in the table.
            begin: brings it about.
            words: how the part begins.
            longest_s: within which it has to be said.
        """
        begun_s = time.monotonic()
        begin()
        until(lambda: any(part.startswith(words) for part in self._parts()), f"{words!r} after {trouble}")
        seconds = time.monotonic() - begun_s
        said = next(part for part in self._parts() if part.startswith(words))
        self.seen.append(Seen(trouble, said, seconds))
        assert seconds <= longest_s, self.seen[-1]

    def table(self) -> str:
        """What was seen, as rows of a table."""
        return "\n".join(f"| {one.trouble} | {one.sentence} | {one.seconds:.2f} s |" for one in self.seen)

    def _parts(self) -> list[str]:
        return self.desk.status().split(" | ")


def codes_of(page: Picture) -> list[str]:
    """What a scanner reads of a printed page: linear codes, from the top down."""
    with Image.open(io.BytesIO(page.png())) as dots:
        paper = ImageOps.expand(dots.convert("L"), _QUIET_DOTS, 255)
    found = zxingcpp.read_barcodes(paper, formats=zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.Code128]))
    return [code.text for code in sorted(found, key=lambda code: code.position.top_left.y)]


# --- the wizard at F10 -----------------------------------------------------------------------------------------------


def choose_place(desk: RunningDesk, slot_key: str, words: str) -> None:
    """F10, the slot's key, and the row of the list of finds that holds these words."""
    desk.keyboard.press("F10")
    desk.keyboard.press(slot_key)
    desk.until_focus("ports")
    desk.idle()
    rows = range(12)
    until(lambda: any(words in _row(desk, row) for row in rows), f"{words!r} among what was found")
    at = next(row for row in rows if words in _row(desk, row))
    while desk.focus() != "ports":
        desk.keyboard.press("shift+Tab")
    desk.keyboard.press("ctrl+Home", *["Down"] * at)


def _row(desk: RunningDesk, row: int) -> str:
    return " ".join(desk.cell("ports", row, column) for column in range(3))


def prove_by_its_test_page(desk: RunningDesk, line: Line) -> None:
    """Print the test page, scan its codes back, answer for letters and frame, and leave the form."""
    keys, before = desk.keyboard, len(line.pages)
    keys.press("ctrl+p")
    desk.until_focus("code")
    assert line.wait_until(lambda printer: len(printer.machine.pages) > before), "no test page came out"
    for code in codes_of(line.pages[-1]):
        keys.scan(code)
        desk.idle()
    for question in ("letters", "border"):
        desk.until_focus(question)
        keys.press("1")
        keys.enter()
    desk.until_focus("done")
    desk.idle()


def _listed(port: Path, cable: Cable) -> ListPortInfo:
    info = ListPortInfo(str(port))
    info.vid, info.pid, info.serial_number, info.description = (
        cable.vendor,
        cable.product,
        cable.serial,
        cable.said,
    )
    return info
