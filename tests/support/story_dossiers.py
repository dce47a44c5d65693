"""A counter that takes dossiers, in the running program: a trial desk with its machines plugged in, and what a clerk's hand does there.

What is told to the page is told by keys of the X server, by the scanner's line and by the scale's; nothing here knows how a page works.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from kt1desk.app.desk import OpenDesk
from kt1desk.app.hardware import Hardware, port_key
from kt1desk.app.options import Options
from kt1desk.app.place import TRIAL_PASSWORD, take_place
from kt1desk.app.printer_profiles import profile_of
from kt1desk.app.works import works_in
from kt1desk.desktop.dossier.paper_table import PaperTable
from kt1desk.desktop.needs import DeviceSettings, PrinterDraft
from kt1desk.desktop.widgets import MoneyTable
from kt1desk.services.ports import Reader
from kt1desk.store.settings import Settings
from tests.support.story import RunningDesk, until
from tests.support.story_machines import Counter
from tests.support.tree import ROOT

USER, NAME = "ha.hoang", "Hoàng Thị Hà"
TAKER = "son.ly"
"""Who takes the drawer over at the trial point."""
T = TypeVar("T")


@dataclass(frozen=True)
class Person:
    """Somebody at the counter, made up."""

    number: str
    name: str
    phone: str
    address: str
    commune: str


CARD = (
    "020190000123|082123456|Lương Thị Mẫu|01011990|Nữ|Khối 5, Chi Lăng, Thành phố Lạng Sơn, Lạng Sơn|02032022"
)
BY_CARD = Person("020190000123", "Lương Thị Mẫu", "0912345678", "Khối 5, Chi Lăng", "Phường Lương Văn Tri")
"""A made-up identity card, and what the program must make of it: her commune was merged after the card was issued."""


def prepare(options: Options, counter: Counter) -> None:
    """A trial desk whose label printer, scanner and scale are those on the table; closed again."""

    def set_up(hardware: Hardware) -> None:
        printer, scale, scanner = (
            machine.port for machine in (counter.printer.machine, counter.scale.machine, counter.scanner)
        )
        hardware.keep_printer(
            profile_of(PrinterDraft("label", f"serial:{printer}", "tspl", "100x60"), (), None)
        )
        hardware.keep_devices(DeviceSettings(False, 0, port_key(scanner), port_key(scale), ""))

    place = take_place(options)
    try:
        works_in(place).make_sample()
    finally:
        place.leave()
    with opened(options) as desk:
        set_up(Hardware(Settings(desk.store), options.papers))


@contextmanager
def opened(options: Options) -> Iterator[OpenDesk]:
    """The desk without a screen, once the program has ended."""
    place = take_place(options)
    try:
        desk = works_in(place).opener.open(USER, TRIAL_PASSWORD)
        try:
            yield desk
        finally:
            desk.close()
    finally:
        place.leave()


def books(options: Options, read: Callable[[Reader], T]) -> T:
    """What the books say."""
    with opened(options) as desk, desk.store.read() as reader:
        return read(reader)


def lying_aside(options: Options) -> int:
    """How many dossiers wait to be gone on with."""
    with opened(options) as desk:
        return len(desk.aside.dossiers(desk.session))


@dataclass(frozen=True)
class AtDossiers:
    """A clerk at the page of dossiers."""

    desk: RunningDesk
    counter: Counter

    def come(self) -> None:
        """To the page, to its first input."""
        self.desk.keyboard.press("F3")
        self.desk.until_focus("form")

    def procedure(self, form: str, fragment: str, name: str) -> None:
        """A form of service by its digit and a procedure by a few letters without marks."""
        desk = self.desk
        desk.keyboard.press(form)
        desk.until_focus("procedure")
        desk.keyboard.enter(fragment)
        desk.until_text("procedure", name)

    def all_papers(self) -> None:
        """All papers of the list are there."""
        self.desk.until_focus("paper_table")
        self.desk.keyboard.press("d")
        self.desk.until_focus("identity")

    def scan(self, code: str) -> None:
        """The scanner on its serial line."""
        self.counter.scanner.send(f"{code}\r".encode())

    def type_person(self, person: Person) -> None:
        """Number, name, telephone, address and commune of the applicant, by hand."""
        desk, keys = self.desk, self.desk.keyboard
        desk.until_focus("identity")
        keys.enter(person.number)
        keys.say(person.name)
        keys.enter()
        keys.enter(person.phone)
        keys.say(person.address)
        keys.enter()
        keys.enter(person.commune)

    def to_the_applicant(self) -> None:
        """The result goes to the address of the applicant."""
        self.desk.until_focus("deliver")
        self.desk.keyboard.enter()

    def weigh(self, reading: bytes, grams: str) -> None:
        """The cover lies on the scale."""
        self.desk.until_focus("weight")
        self.counter.scale.shows = reading
        self.desk.until_text("weight", grams)
        self.desk.until_focus("seal")

    def accept(self) -> str:
        """F9; returns the number of the case as the window says it."""
        desk = self.desk
        desk.until_text("missing", "Đủ rồi")
        desk.keyboard.press("F9")
        desk.until_text("search_note", "Đã nhận hồ sơ")
        self.counter.scale.shows = b""
        desk.until_focus("form")
        return desk.text("search_note").split("Đã nhận hồ sơ ")[1].split(" ")[0]

    def printed(self, labels: int, papers: int) -> None:
        """So many labels and files came out, all in all."""
        desk, printer = self.desk, self.counter.printer
        until(lambda: printer.taken.count(b"PRINT 1,1\r\n") == labels, f"{labels} labels at the printer")
        until(lambda: len(files(desk.place.options.papers)) == papers, f"{papers} papers in the folder")
        desk.idle()

    def total_dong(self) -> int:
        """What the page asks the applicant for."""
        said = self.desk.part(MoneyTable, "price").accessibleDescription()
        return int(said.removesuffix(" đ").rsplit(" ", 1)[1].replace(".", ""))

    def papers(self) -> list[list[str]]:
        """The list of papers as it stands on the screen."""
        model = self.desk.part(PaperTable, "paper_table").model()
        rows, columns = range(model.rowCount()), range(model.columnCount())
        return [[str(model.index(row, column).data() or "") for column in columns] for row in rows]


def files(folder: Path, kind: str = "") -> list[Path]:
    """The papers, oldest first; ``nhan`` for labels, ``phieu`` for receipts."""
    return sorted(folder.glob(f"{kind}*.pdf"))


def halves(pages: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """The sheets of the first liên and those of the second."""
    half = len(pages) // 2
    return pages[:half], pages[half:]


def grouped(number: str) -> str:
    """A number as people read it."""
    return f"{number[:2]} {number[2:5]} {number[5:8]} {number[8:11]} {number[11:]}"


def open_the_shift(desk: RunningDesk) -> None:
    """A million in twos: two of 500.000."""
    desk.keyboard.press("F6")
    desk.until_focus("pieces_500000")
    desk.keyboard.enter("2")
    desk.until_text("total_value", "1.000.000 đ")
    desk.keyboard.press("F9")
    desk.until_text("search_note", "Đã mở Ca 1, quỹ đầu ca 1.000.000 đ.")


def picture(desk: RunningDesk, folder: Path | None, name: str) -> None:
    """What the clerk sees now."""
    if folder is not None:
        desk.window.grab().save(str(folder / f"{name}.png"))


def verified(options: Options) -> str:
    """What `kt1desk verify` says of the books, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "kt1desk", "verify", "--data-dir", str(options.data), "--user", USER],
        input=f"{TRIAL_PASSWORD}\n",
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
