"""The new recovery code on paper: only over a cable of this machine, whole, and nothing of it on any disk afterwards."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from kt1desk.app import code_printing
from kt1desk.app.code_printing import may_have_codes, print_code
from kt1desk.app.hardware import LABEL_STOCK, ROLL, Hardware
from kt1desk.app.options import Options
from kt1desk.app.place import TRIAL_PASSWORD, DeskPlace, take_place
from kt1desk.app.works import works_in
from kt1desk.domain.errors import DeskError
from kt1desk.domain.print_job import PrinterRole
from kt1desk.printing.layout import Text
from kt1desk.printing.payload import label_payload
from kt1desk.printing.ports.base import PortError, Progress
from kt1desk.printing.profile import Language, Link, PortKind, PrinterProfile, Stock
from kt1desk.printing.raster import rasterise
from kt1desk.printing.recovery_slip import RecoverySlip, slip_page
from kt1desk.store.journal import DeskStore
from kt1desk.store.keys import new_recovery_code
from kt1desk.store.settings import Settings
from tests.support.clocks import HandClock
from tests.support.staff_lists import staff_desk

CHIEF = "son.ly"


class Cable:
    """A port that keeps in memory what went over it; ``breaks`` after so many bytes."""

    hears = False

    def __init__(self, breaks: int = -1) -> None:
        self.taken, self.breaks = b"", breaks

    def open(self) -> None:
        """Always there."""

    def send(self, data: bytes, progress: Progress) -> int:
        if self.breaks >= 0:
            raise PortError("printer.unplugged", self.breaks)
        self.taken += data
        progress(len(data))
        return len(data)

    def receive(self, _seconds: float) -> bytes:
        return b""

    def close(self) -> None:
        """Nothing to give back."""


@pytest.fixture
def place(tmp_path: Path) -> Iterator[DeskPlace]:
    taken = take_place(Options(tmp_path / "data", tmp_path / "papers", trial=True))
    works_in(taken).make_sample()
    yield taken
    taken.leave()


@pytest.fixture
def store(place: DeskPlace) -> Iterator[DeskStore]:
    desk = works_in(place).opener.open(CHIEF, TRIAL_PASSWORD)
    yield desk.store
    desk.close()


@pytest.fixture
def cable(monkeypatch: pytest.MonkeyPatch) -> Cable:
    made = Cable()

    def port(_profile: PrinterProfile, _now: Callable[[], datetime]) -> Cable:
        return made

    monkeypatch.setattr(code_printing, "port_for", port)
    return made


def _printer(link: Link, stock: Stock = LABEL_STOCK) -> PrinterProfile:
    return PrinterProfile("label.zebra", "Zebra ZD220", PrinterRole.LABEL, Language.ZPL, link, stock)


def _keep(store: DeskStore, place: DeskPlace, link: Link) -> PrinterProfile:
    profile = _printer(link)
    Hardware(Settings(store), place.options.papers).keep_printer(profile)
    return profile


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _on_disk(root: Path) -> Iterator[bytes]:
    for folder, _, names in os.walk(root):
        for name in names:
            yield Path(folder, name).read_bytes()


def test_the_code_goes_over_the_cable_and_lies_on_no_disk_in_no_queue_and_in_no_log(
    store: DeskStore, place: DeskPlace, cable: Cable, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    profile = _keep(store, place, Link(PortKind.SERIAL, "/dev/ttyUSB0"))
    code, clock = new_recovery_code(), HandClock()

    with caplog.at_level("DEBUG"):
        said = print_code(store, place, clock, code)

    assert "Zebra ZD220" in said
    picture = rasterise(slip_page(RecoverySlip("", "", code), profile.stock), 203)
    assert len(cable.taken) > len(picture.sha256)
    body = max(cable.taken.split(b"^"), key=len)
    written = list(_on_disk(tmp_path))
    for secret in (code.encode(), *(group.encode() for group in code.split("-")[:5]), body[:200]):
        assert not any(secret in each for each in written)
    with store.held() as held:
        rows = held.connection.execute("SELECT * FROM print_job").fetchall()
    assert rows == []
    assert not [each for each in caplog.messages if any(group in each for group in code.split("-")[:5])]


@pytest.mark.parametrize(
    "link",
    [
        Link(PortKind.TCP, "10.0.0.7:9100"),
        Link(PortKind.SPOOLER, "Xprinter XP-420B"),
        Link(PortKind.SYSTEM, "may-in"),
        Link(PortKind.PDF_FOLDER, "/tmp"),
    ],
)
def test_what_would_keep_the_code_or_send_it_over_a_network_gets_nothing(
    store: DeskStore, place: DeskPlace, cable: Cable, link: Link
) -> None:
    _keep(store, place, link)

    with pytest.raises(DeskError, match=r"key\.code_no_printer"):
        print_code(store, place, HandClock(), new_recovery_code())

    assert cable.taken == b""
    assert not may_have_codes(link, trial=True)


@pytest.mark.skipif(os.name == "nt", reason="no device files there")
@pytest.mark.parametrize("make", [Path.touch, _pipe, Path.mkdir])
def test_a_device_that_is_a_file_a_pipe_or_a_folder_gets_nothing(
    store: DeskStore, place: DeskPlace, tmp_path: Path, make: Callable[[Path], None]
) -> None:
    path = tmp_path / "lp0"
    make(path)
    link = Link(PortKind.DEVICE, str(path))
    _keep(store, place, link)

    with pytest.raises(DeskError, match=r"key\.code_no_printer"):
        print_code(store, place, HandClock(), new_recovery_code())

    assert not may_have_codes(link, trial=False)
    if path.is_file():
        assert path.read_bytes() == b""


def test_whoever_listens_on_this_machine_gets_it_from_a_trial_desk_only(
    store: DeskStore, place: DeskPlace, cable: Cable, tmp_path: Path
) -> None:
    link = Link(PortKind.TCP, "127.0.0.1:9100")
    with staff_desk(tmp_path / "real").open() as real:
        _keep(real.store, place, link)
        with pytest.raises(DeskError, match=r"key\.code_no_printer"):
            print_code(real.store, place, HandClock(), new_recovery_code())
    refused = cable.taken
    _keep(store, place, link)
    print_code(store, place, HandClock(), new_recovery_code())

    assert refused == b""
    assert cable.taken


@pytest.mark.skipif(os.name == "nt", reason="no device files there")
def test_a_printer_of_this_machine_may_have_it() -> None:
    device = Link(PortKind.DEVICE, os.devnull)

    assert may_have_codes(device, trial=False)
    assert may_have_codes(Link(PortKind.SERIAL, "/dev/ttyS0"), trial=False)
    assert may_have_codes(Link(PortKind.TCP, "127.0.0.1:9100"), trial=True)
    assert not may_have_codes(Link(PortKind.TCP, "127.0.0.1.example.org:9100"), trial=True)
    assert not may_have_codes(Link(PortKind.DEVICE, os.devnull, usb="04B8:0202:gone"), trial=False)


def test_a_slip_that_broke_off_is_told_and_the_printer_is_woken_before_the_next_paper(
    store: DeskStore, place: DeskPlace, cable: Cable
) -> None:
    _keep(store, place, Link(PortKind.SERIAL, "/dev/ttyUSB0"))
    cable.breaks = 100

    with pytest.raises(DeskError, match=r"key\.code_not_printed"):
        print_code(store, place, HandClock(), new_recovery_code())
    cable.breaks = -1
    code = new_recovery_code()
    print_code(store, place, HandClock(), code)

    whole = cable.taken
    cable.taken = b""
    print_code(store, place, HandClock(), code)
    assert cable.taken
    assert whole.endswith(cable.taken)
    assert len(whole) > len(cable.taken)


@pytest.mark.parametrize("stock", [LABEL_STOCK, Stock(100, 75, 3), Stock(80, 50, 3), ROLL])
def test_the_slip_says_which_desk_what_for_and_the_whole_code_on_every_paper(stock: Stock) -> None:
    code = new_recovery_code()
    page = slip_page(RecoverySlip("Bàn số 17 · Bưu cục Kỳ Lừa 240000", "08:05 23/11/2026", code), stock)
    said = " ".join(each.text for each in page.elements if isinstance(each, Text))

    assert "MÃ KHÔI PHỤC" in said
    assert "Bàn số 17" in said
    assert "Mở được toàn bộ dữ liệu của bàn" in said
    assert all(group in said for group in code.split("-"))
    if stock.height_mm:
        assert label_payload(page, _printer(Link(PortKind.SERIAL, "x"), stock)).data


def test_neither_slip_nor_refusal_shows_the_code_where_it_is_printed_by_mistake() -> None:
    code = new_recovery_code()

    assert code not in repr(RecoverySlip("Bàn", "nay", code))
