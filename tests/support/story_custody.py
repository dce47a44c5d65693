"""Hands at a desk that exchanges KT1 mail: what a clerk, a second person and a scanner do there, and what a scanner reads from a paper.

What is told to a page is told by keys of the X server and by the scanner's line.
"""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import zxingcpp
from PIL import Image

from kt1desk.desktop.widgets import WholeRowsTable
from tests.support.story import RunningDesk, pass_ms, until
from tests.support.story_custody_desks import PASSWORD
from tests.support.story_dossiers import picture
from tests.support.story_machines import Counter

_RENDER_WAIT_S = 60
_SHOWS_DPI = 300
_TWO_FRAMES_MS = 60


@dataclass(frozen=True)
class Letter:
    """An item to be accepted: whom it is from and to as a clerk types it, its letter, its class by its digit, its weight."""

    sender: str
    receiver: str
    secrecy: str
    urgency: str
    weight_g: str


@dataclass(frozen=True)
class Bag:
    """A receptacle as it leaves."""

    number: str
    seal: str
    weight_g: str


@dataclass(frozen=True)
class Trip:
    """How a dispatch travels without a vehicle of the register."""

    route: str
    escort: str
    driver: str


@dataclass(frozen=True)
class AtMail:
    """A clerk at a running desk."""

    desk: RunningDesk
    counter: Counter
    step: str = ""
    pictures: Path | None = None

    # --- whatever the page ---------------------------------------------------------------------------------------

    def scan(self, *codes: str) -> None:
        """Labels and tags before the scanner on its line, one after the other."""
        for code in codes:
            self.counter.scanner.send(f"{code}\r".encode())
            self._wait_for_scan()

    def scan_parts(self, parts: Sequence[bytes]) -> None:
        """Codes of a manifest before the same scanner: it sends their bytes as they are."""
        for part in parts:
            self.counter.scanner.send(part + b"\r")
            self._wait_for_scan()

    def picture(self, name: str) -> None:
        """What the clerk sees now."""
        pass_ms(_TWO_FRAMES_MS)
        picture(self.desk, self.pictures, f"custody-{self.step}-{name}")

    def said(self, part: str) -> str:
        """The sentence below the search field, once it says so."""
        self.desk.until_text("search_note", part)
        return self.desk.text("search_note")

    def rows(self, table: str) -> list[list[str]]:
        """A table as it stands on the screen."""
        model = self.desk.part(WholeRowsTable, table).model()
        columns = range(model.columnCount())
        return [
            [str(model.index(at, column).data() or "") for column in columns]
            for at in range(model.rowCount())
        ]

    def papers(self, kind: str, count: int = 1) -> list[Path]:
        """The files of a kind of paper, once there are so many, oldest first."""
        folder = self.desk.place.options.papers
        until(lambda: len(list(folder.glob(f"{kind}*.pdf"))) >= count, f"{count} × {kind} in the folder")
        self.desk.idle()
        return sorted(folder.glob(f"{kind}*.pdf"))

    def _wait_for_scan(self) -> None:
        """The scan has reached the page and every job it began has come back."""
        report = self.desk.program.office
        assert report is not None
        dispatcher, before = report.machines.dispatcher, report.machines.dispatcher.last
        until(lambda: dispatcher.last is not before, "the scan to arrive")
        self.desk.idle()

    # --- accepting ------------------------------------------------------------------------------------------------

    def accept(self, letter: Letter) -> str:
        """An item at the counter; returns its number as the window says it."""
        desk, keys = self.desk, self.desk.keyboard
        keys.press("F2")
        desk.until_focus("sender")
        keys.enter(letter.sender)
        keys.enter(letter.receiver)
        keys.press(letter.secrecy, letter.urgency)
        desk.until_focus("weight")
        keys.type(letter.weight_g)
        keys.press("space")
        desk.until_text("missing", "Đủ rồi")
        keys.press("F9")
        said = self.said("Đã nhận ")
        desk.until_focus("sender")
        return said.split("Đã nhận ")[1].split(" · ")[0].replace(" ", "")

    # --- sending --------------------------------------------------------------------------------------------------

    def second(self, user: str) -> None:
        """The second person types his name and his password."""
        self.desk.until_focus("user")
        self.desk.keyboard.enter(user)
        self.desk.until_focus("password")
        self.desk.keyboard.enter(PASSWORD)

    def approve(self, items: Sequence[str], by: str) -> None:
        """Look at each by scanning it; another person lets them go."""
        self.work("F4", "ctrl+1", "items")
        self.scan(*items)
        self.picture("approving")
        self.desk.keyboard.press("Return")
        self.second(by)
        self.said(f"Đã duyệt {len(items)} bưu gửi.")
        self.desk.idle()

    def pack(self, to: str, items: Sequence[str], bag: Bag) -> None:
        """Items into a bag, its number, its seal, its weight."""
        desk, keys = self.desk, self.desk.keyboard
        self.work("F4", "ctrl+2", "to")
        keys.enter(to)
        desk.idle()
        self.scan(*items, bag.number, bag.seal)
        self.picture("packing")
        desk.until_focus("weight")
        keys.enter(bag.weight_g)
        self.said(f"Đã đóng túi {bag.number}: {len(items)} bưu gửi")
        desk.idle()

    def send(self, bags: Sequence[Bag], trip: Trip, by: str) -> str:
        """Bags by their tags, the trip, the second person; returns the number of the dispatch."""
        desk, keys = self.desk, self.desk.keyboard
        self.work("F4", "ctrl+3", "bags")
        self.scan(*(bag.number for bag in bags))
        keys.press("Return")
        desk.until_focus("route")
        keys.enter(trip.route)
        desk.until_focus("vehicle")
        keys.enter("khong")
        desk.until_focus("escort")
        keys.say(trip.escort)
        keys.enter()
        desk.until_focus("driver")
        keys.say(trip.driver)
        keys.enter()
        self.picture("sending")
        self.second(by)
        said = self.said("Đã gửi chuyến CT")
        desk.idle()
        return said.split("Đã gửi chuyến ")[1].split(".")[0]

    # --- receiving ------------------------------------------------------------------------------------------------

    def receive(self, bag: Bag, giver: str, *, sealed: bool = True) -> None:
        """A bag is taken over from whoever brought it; without its seal the input for it stays empty."""
        desk, keys = self.desk, self.desk.keyboard
        self.scan(bag.number)
        desk.until_focus("seal")
        if sealed:
            self.scan(bag.seal)
        else:
            keys.press("Return")
        desk.until_focus("weight")
        keys.enter(bag.weight_g)
        desk.until_focus("giver")
        keys.say(giver)
        keys.enter()
        self.said(f"Đã nhận túi {bag.number}.")
        desk.idle()

    def next(self, told: str) -> None:
        """F9: what is due at the arrival."""
        self.desk.keyboard.press("F9")
        self.said(told)
        self.desk.idle()

    def record(self, reason: str) -> str:
        """An incident record for the difference that the keys are at, its reason by its digit; returns its number."""
        desk, keys = self.desk, self.desk.keyboard
        keys.press("ctrl+b")
        until(lambda: desk.focus() == "reasons", "the reasons")
        self.picture(f"record-{reason}")
        keys.press(reason)
        said = self.said("Đã lập biên bản ")
        desk.idle()
        return said.split("Đã lập biên bản ")[1].split(" ")[0]

    # --- delivering -----------------------------------------------------------------------------------------------

    def start_round(self, items: Sequence[str]) -> str:
        """Whoever is alone goes out with them; returns the number of the list."""
        self.work("F5", "ctrl+1", "items")
        self.scan(*items)
        self.picture("round")
        self.desk.keyboard.press("Return")
        said = self.said(f"Đã giao {len(items)} bưu gửi: danh sách ")
        self.desk.idle()
        return said.split("danh sách ")[1].split(" ")[0]

    def deliver(self, item: str, taker: str, position: str, reference: str = "") -> None:
        """Into whose hands; without a reference the line of the list is one."""
        desk, keys = self.desk, self.desk.keyboard
        self.work("F5", "ctrl+2", "items")
        self.scan(item)
        for name, text in (("taker_name", taker), ("taker_position", position), ("reference", reference)):
            if text:
                desk.until_focus(name)
                keys.say(text)
                self.picture(f"deliver-{name}")
                keys.enter()
        self.said("Đã phát ")
        desk.idle()

    def fail(self, item: str, reason: str) -> None:
        """Offered in vain, why by its digit; then it is given back at the counter."""
        desk, keys = self.desk, self.desk.keyboard
        self.work("F5", "ctrl+2", "items")
        self.scan(item)
        desk.until_focus("taker_name")
        keys.press("F8")
        desk.until_focus("reasons")
        self.picture("attempt")
        keys.press(reason)
        self.said("phát chưa được")
        self.work("F5", "ctrl+3", "items")
        self.scan(item)
        keys.press("Return")
        self.said("Đã nhận lại 1 bưu gửi")
        desk.idle()

    def ask_to_return(self, item: str, reason: str, device: int) -> str:
        """Back to the sender; somebody at another desk is called. Returns the digits to be read out to him."""
        desk, keys = self.desk, self.desk.keyboard
        self.work("F5", "ctrl+4", "items")
        self.scan(item)
        desk.until_focus("turning")
        keys.press("2")
        desk.until_focus("reasons")
        keys.press(reason)
        desk.until_focus("user")
        keys.press("ctrl+m", "2")
        desk.until_focus("device")
        keys.enter(str(device))
        desk.until_focus("approver")
        self.picture("asking")
        return desk.text("digits").replace(" ", "")

    def answer_return(self, device: int, digits: str) -> str:
        """At the desk that is called: who calls, the digits, what for. Returns the digits to be read back."""
        desk, keys = self.desk, self.desk.keyboard
        self.work("F4", "ctrl+1", "items")
        keys.press("ctrl+g")
        desk.until_focus("asker")
        keys.enter(str(device))
        desk.until_focus("asked_digits")
        keys.enter(digits)
        desk.until_focus("asked")
        keys.press("4", "Return")
        desk.until_focus("things")
        keys.enter("1")
        until(lambda: desk.text("answer_digits") != "", "the digits to read back")
        self.picture("answering")
        return desk.text("answer_digits").replace(" ", "")

    def give_answer(self, approver: str, digits: str) -> None:
        """What was heard on the telephone."""
        desk, keys = self.desk, self.desk.keyboard
        keys.enter(approver)
        desk.until_focus("told")
        keys.enter(digits)
        self.said("đã có người thứ hai duyệt")
        desk.idle()

    def look_up(self, number: str) -> str:
        """A number on the page of records; returns in which state it is said to be."""
        self.desk.keyboard.press("ctrl+t")
        self.desk.idle()
        self.scan(number)
        until(lambda: self.desk.text("record_number").replace(" ", "") == number, f"the record of {number}")
        self.picture(f"record-{number}")
        return self.desk.text("record_state")

    def work(self, place: str, key: str, focus: str) -> None:
        """A work of a page: its place, its key, and where the keys are then."""
        self.desk.keyboard.press(place, key)
        self.desk.idle()
        self.desk.until_focus(focus)


def paper_codes(file: Path) -> list[bytes]:
    """What a scanner reads from the 2D codes of a paper: every page drawn by poppler at 300 dpi, every part of a dispatch on it."""
    return [code.bytes for picture in pages_drawn(file) for code in read_codes(picture)]


def pages_drawn(file: Path) -> list[Image.Image]:
    """The pages of a file as a laser printer draws them."""
    with TemporaryDirectory() as folder:
        words = ("pdftoppm", "-r", str(_SHOWS_DPI), "-gray", "-png", str(file), f"{folder}/page")
        subprocess.run(words, check=True, capture_output=True, timeout=_RENDER_WAIT_S)
        return [Image.open(BytesIO(page.read_bytes())) for page in sorted(Path(folder).glob("*.png"))]


def read_codes(picture: Image.Image) -> list[zxingcpp.Barcode]:
    """The QR codes on a page, as somebody scans them: from the top left on."""
    formats = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
    found = zxingcpp.read_barcodes(picture, formats=formats)
    return sorted(found, key=lambda code: (code.position.top_left.y // 100, code.position.top_left.x))
