"""Processes for everything: two desks with encrypted files, the real gate over TLS, the real integrator, and a line that is cut at byte k.

Each connection is cut at the next k, upwards and downwards in turn, while both desks write. Then the line is whole, nobody writes, and
within a minute everything is everywhere, once.
"""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from kt1desk.centre.pki import GATE_KEY
from kt1desk.centre.place import CentrePlace
from kt1desk.domain.events import Event, Stream
from kt1desk.exchange.kept_desk_file import keep_desk_file
from kt1desk.exchange.kept_keys import keep_keys
from kt1desk.exchange.key_list import sign_key_list
from kt1desk.exchange.trust import KeyList
from kt1desk.store.journal import DeskStore
from kt1desk.store.settings import Settings
from kt1desk.store.verify import verify
from tests.centre.children.exchanging_desk import END, REST, WRITE, Seat
from tests.centre.oracle import violations
from tests.support.centre_mail import desk_file
from tests.support.clocks import HandClock
from tests.support.exchange_keys import (
    COMMUNE_POINT,
    NOON_MS,
    OFFICE_POINT,
    PROVINCE,
    PROVINCE_KEY,
    row_of,
    seeded,
)
from tests.support.integrating import KEY, PgCentre
from tests.support.line_proxy import LineProxy
from tests.support.line_scripts import Script
from tests.support.mail_desks import DEK, MailDesk, mail_desk
from tests.support.postgres import ADDRESS, HOST, Cluster
from tests.support.tree import ROOT

EVER = (date(2020, 1, 1), date(2099, 12, 31))
"""The integrator reads the machine's clock, whatever it says."""
SEATS = ((7, OFFICE_POINT, COMMUNE_POINT), (9, COMMUNE_POINT, OFFICE_POINT))
HEALED_WITHIN_S = 60
SHORT_CUTS = 24
"""Cuts of each desk in make check."""


@dataclass
class DeskProcess:
    """One desk's process, and what it printed."""

    desk: MailDesk
    proxy: LineProxy
    process: subprocess.Popen[str]
    receipts: dict[str, str] = field(default_factory=dict)
    rounds: list[list[str]] = field(default_factory=list)
    rests_since: int = 0
    """Rounds before it was told to write nothing more."""

    def listen(self) -> None:
        """Until it ends."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            kind, *words = line.split()
            if kind == "receipt":
                self.receipts[words[0]] = words[1]
            else:
                self.rounds.append(words)

    def tell(self, word: str) -> None:
        """What to do from now on."""
        assert self.process.stdin is not None
        self.process.stdin.write(word + "\n")
        self.process.stdin.flush()

    @property
    def is_quiet(self) -> bool:
        """Whether its last round ended well and left nothing on either side."""
        return len(self.rounds) > self.rests_since + 1 and self.rounds[-1] == ["done", "0", "0", "0", "0"]

    @property
    def sent_again(self) -> int:
        """Frames that the gate had already when they came."""
        return sum(int(words[4]) for words in self.rounds)

    @property
    def cuts(self) -> int:
        """Rounds that ended without an answer."""
        return sum(words[0] == "later" for words in self.rounds)


@dataclass(frozen=True)
class Province:
    """Everything that runs."""

    centre: PgCentre
    desks: tuple[DeskProcess, ...]

    def events(self, device: int) -> list[Event]:
        """What a desk wrote, in its file; its process has ended."""
        desk = next(each.desk for each in self.desks if each.desk.own.device == device)
        store = DeskStore.open(desk.folder, DEK, HandClock(NOON_MS), seeded())
        try:
            with store.read() as reader:
                return [event for stream in Stream for event in reader.events_after(stream, 0, 100_000)]
        finally:
            store.close()


@contextmanager
def _running(words: list[str]) -> Iterator[subprocess.Popen[str]]:
    both = subprocess.PIPE
    with subprocess.Popen([sys.executable, *words], cwd=ROOT, text=True, stdin=both, stdout=both) as process:
        try:
            yield process
        finally:
            process.terminate()
            process.wait(20)


def _centre_folder(cluster: Cluster, folder: Path) -> None:
    """What ``centre init`` leaves, with the key that these tests know."""
    CentrePlace(folder, (HOST, ADDRESS), cluster.port, f"host={cluster.folder} user=operator").keep()
    key = KEY.private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (folder / GATE_KEY).write_bytes(key)


def _made(keys: KeyList, desk: MailDesk) -> None:
    """The desk knows its centre's key and the province's list; its file is closed."""
    notes = Settings(desk.store)
    keep_desk_file(notes, PROVINCE_KEY, desk_file(desk, KEY.public), (desk.own.device, desk.own.point))
    keep_keys(notes, PROVINCE_KEY, sign_key_list(keys, PROVINCE))


@contextmanager
def _province(cluster: Cluster, root: Path) -> Iterator[Province]:
    with ExitStack() as files:
        made = [files.enter_context(mail_desk(root, device, point)) for device, point, _ in SEATS]
        keys = KeyList(tuple(row_of(desk.own, *EVER) for desk in made), 5, date(2026, 11, 23))
        for desk in made:
            _made(keys, desk)
    centre = PgCentre(cluster)
    centre.list_keys(keys)
    _centre_folder(cluster, root / "centre")
    with ExitStack() as running:
        dsn = f"host={cluster.folder} user=integrator"
        words = ["-m", "kt1desk", "centre", "integrate", "--folder", str(root / "centre"), "--dsn", dsn]
        running.enter_context(_running(words))
        desks = tuple(
            running.enter_context(_desk(cluster, root, desk, seat))
            for desk, seat in zip(made, SEATS, strict=True)
        )
        yield Province(centre, desks)
    centre.gone()


@contextmanager
def _desk(cluster: Cluster, root: Path, desk: MailDesk, seat: tuple[int, str, str]) -> Iterator[DeskProcess]:
    device, point, other = seat
    enrolled = cluster.add_desk(device, point)
    shown, path = enrolled.certificate, root / f"{device}.json"
    with LineProxy((ADDRESS, cluster.port)) as proxy:
        files = map(str, (cluster.authority.certificate, shown.certificate, shown.key))
        folder = str(desk.folder.root)
        Seat(folder, point, other, device * 100_000, HOST, ADDRESS, proxy.port, enrolled.role, *files).keep(
            path
        )
        with _running(["-m", "tests.centre.children.exchanging_desk", str(path)]) as process:
            made = DeskProcess(desk, proxy, process)
            listener = threading.Thread(target=made.listen, daemon=True)
            listener.start()
            yield made
            made.tell(END)
            process.wait(30)
            listener.join(30)


def _until(what: Callable[[], bool], seconds: float) -> float:
    """Wait for something; how long it took."""
    begun = time.monotonic()
    while not what():
        assert time.monotonic() - begun < seconds
        threading.Event().wait(0.05)
    return time.monotonic() - begun


def _whole_conversation(desk: DeskProcess) -> tuple[int, int]:
    """Bytes each way of a connection's first round, with a frame and its answer in it."""
    _until(lambda: desk.is_quiet, HEALED_WITHIN_S)
    first = desk.proxy.passages[0].counted
    return first.up, first.down


def _sweep(province: Province, cuts: int) -> dict[str, float]:
    """Cut each desk's line so often, at bytes as far apart as that allows; then heal and wait. Figures of what was done."""
    sizes = [_whole_conversation(desk) for desk in province.desks]
    for desk, (up, down) in zip(province.desks, sizes, strict=True):
        strides = (max(1, 2 * up // cuts), max(1, 2 * down // cuts))
        scripts = [Script(cut_up=k) for k in range(1, up + 1, strides[0])]
        scripts += [Script(cut_down=k) for k in range(1, down + 1, strides[1])]
        desk.proxy.scripts += [*scripts[::2], *scripts[1::2]]
        desk.tell(WRITE)
        desk.proxy.cut()
    _until(lambda: not any(desk.proxy.scripts for desk in province.desks), 60 + cuts)
    for desk in province.desks:
        desk.tell(REST)
        desk.proxy.cut()  # the last one was to be cut later than it spoke
        desk.rests_since = len(desk.rounds)
    healed = _until(lambda: _all_there(province), HEALED_WITHIN_S)
    for desk in (
        province.desks
    ):  # what was made of the last event is heard, and answered, in a round that begins after it
        desk.rests_since = len(desk.rounds)
    healed += _until(lambda: all(desk.is_quiet for desk in province.desks), HEALED_WITHIN_S - healed)
    healed += _until(lambda: _all_there(province), HEALED_WITHIN_S - healed)
    return {
        "cuts": sum(desk.cuts for desk in province.desks),
        "events": sum(len(desk.receipts) for desk in province.desks),
        "frames sent again": sum(desk.sent_again for desk in province.desks),
        "healed in s": round(healed, 1),
    }


def _all_there(province: Province) -> bool:
    """Whether the ledger has every receipt and every frame of the gate, and the gate every mail of the ledger."""
    admin = province.centre.cluster.admin
    with admin("core") as core, admin("gate") as gate:
        events = core.execute("SELECT count(*) FROM ledger.event WHERE type = 'item.arrived'").fetchone()
        has = core.execute("SELECT count(*), (SELECT count(*) FROM ledger.frame) FROM ledger.mail")
        lies = gate.execute("SELECT count(*), (SELECT count(*) FROM gate.frame_in) FROM gate.mail_out")
        return (events, has.fetchone()) == ((sum(len(d.receipts) for d in province.desks),), lies.fetchone())


def _check(province: Province) -> list[str]:
    """The oracle of the centre, the receipts, and what each desk has of the other; everybody's processes have ended."""
    written = {desk.desk.own.device: province.events(desk.desk.own.device) for desk in province.desks}
    everything = [event for events in written.values() for event in events]
    found = violations(province.centre, everything, (OFFICE_POINT, COMMUNE_POINT))
    hashes = {event.id.text: event.hash.hex() for event in everything}
    for desk in province.desks:
        found += [
            f"receipt {ref} is lost" for ref, digits in desk.receipts.items() if hashes.get(ref) != digits
        ]
        found += _lacking(desk, written)
    return found


def _lacking(desk: DeskProcess, written: dict[int, list[Event]]) -> list[str]:
    store = DeskStore.open(desk.desk.folder, DEK, HandClock(NOON_MS), seeded())
    device = desk.desk.own.device
    try:
        found = [] if verify(store).ok else [f"the books of {device} do not add up"]
        theirs = [event for other, events in written.items() if other != device for event in events]
        with store.read() as reader:
            mail = (event for event in theirs if event.envelope.type == "item.arrived")
            return found + [f"{device} lacks {e.id.text}" for e in mail if reader.received(e.id) != e]
    finally:
        store.close()


def _run(cluster: Cluster, root: Path, cuts: int) -> dict[str, float]:
    with _province(cluster, root) as province:
        figures = _sweep(province, cuts)
    ended = replace(province, centre=PgCentre(cluster))
    found = _check(ended)
    ended.centre.gone()
    assert found == []
    return figures


def test_a_line_cut_at_every_stride_of_bytes_loses_and_doubles_nothing(
    cluster: Cluster, tmp_path: Path
) -> None:
    figures = _run(cluster, tmp_path, SHORT_CUTS)

    assert figures["cuts"] >= SHORT_CUTS
    assert figures["events"] >= SHORT_CUTS


@pytest.mark.soak
def test_a_line_cut_at_every_byte_loses_and_doubles_nothing(
    cluster: Cluster, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = _run(cluster, tmp_path, 1_000_000)

    with capsys.disabled():
        print("\ncut at every byte:", figures)
    assert figures["cuts"] > 1_000
