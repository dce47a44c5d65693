"""Fault 2: the power fails. What was receipted is on the disk, what the gate has is here too, and marked mail is there.

The syncs are those of the program as it is (``synchronous=FULL``); with the log not synced, as under NORMAL, the same cuts find lost items.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.exchange.courier import Courier
from kt1desk.exchange.frames import read_head
from kt1desk.exchange.round_report import Ending
from kt1desk.store.folder import DataFolder
from kt1desk.store.frame_shelf import FrameShelf
from kt1desk.store.journal import DeskStore
from kt1desk.store.verify import verify
from tests.faults.children.desk_worker import opened
from tests.faults.children.line_worker import DEVICE, TOLD_ROUND, at_line, gate_with_mail, inbox_of
from tests.faults.power import OPTIONS, IsSynced, Power, steps_of
from tests.faults.sweep import Worker, worker
from tests.support.centre_mail import on_line
from tests.support.chains import arrived, item_number
from tests.support.clocks import HandClock
from tests.support.desks import counter
from tests.support.exchange_keys import COMMUNE, NOON_MS, OFFICE_POINT, row_of, seeded
from tests.support.furnished import DEK
from tests.support.killing import STRACE
from tests.support.mail_desks import listed, mail_desk

pytestmark = pytest.mark.skipif(STRACE is None, reason="needs strace")

FEW, MANY = range(1), range(25)
WRITTEN = 300


@dataclass(frozen=True)
class Cut:
    """What a cut at one moment left, and what somebody held in his hands by then."""

    moment: int
    seed: int | None
    root: Path
    told: tuple[str, ...]


def run(loaded: Worker, task: str, before: Path, tmp_path: Path, syncs: IsSynced = lambda _: True) -> Power:
    """Watch a task from its first call to its end."""
    root, trace = tmp_path / "desk", tmp_path / "trace"
    shutil.copytree(before, root)
    copy = tmp_path / "copy"
    pid = loaded.ready(task, root)
    shutil.copytree(root, copy)
    killed, _ = loaded.watched(pid, root, "-o", str(trace), *OPTIONS)
    assert not killed
    return Power(copy, root, steps_of(trace.read_text()), syncs)


def cuts(power: Power, tmp_path: Path, seeds: range, stride: int = 1) -> Iterator[Cut]:
    """The power fails at each n-th moment, with nothing left of what was not synced and with some of it."""
    root = tmp_path / "found"
    for moment in power.moments()[::stride]:
        for seed in (None, *seeds):
            power.fail(moment, root, seed)
            yield Cut(moment, seed, root, _told(power, tmp_path, moment))


def _told(power: Power, tmp_path: Path, moment: int) -> tuple[str, ...]:
    receipts = str(tmp_path / "receipts")
    told = b"".join(step.data for step in power.steps[:moment] if step.path == receipts)
    return tuple(told.decode().split())


def lost_items(power: Power, tmp_path: Path, seeds: range) -> tuple[list[str], int]:
    """The receipts that are not there after some cut, and at how many cuts somebody held one."""
    lost: list[str] = []
    held = 0
    for cut in cuts(power, tmp_path, seeds):
        held += bool(cut.told)
        try:
            desk = opened(cut.root, DEK)
        except DeskError as error:
            lost.append(f"{cut.moment}/{cut.seed}: {error.code}")
            continue
        try:
            with desk.store.read() as reader:
                shift = reader.open_shift()
                rows = reader.items_of_shift(shift.shift, 1_000) if shift is not None else ()
                items = [row.item for row in rows]
            lost += [f"{cut.moment}/{cut.seed}: {item}" for item in cut.told if items.count(item) != 1]
            if not verify(desk.store).ok:
                lost.append(f"{cut.moment}/{cut.seed}: verify")
        finally:
            desk.store.close()
    return lost, held


@pytest.fixture(scope="module")
def at_the_counter() -> Iterator[Worker]:
    with worker() as program:
        yield program


@pytest.fixture(scope="module")
def shut(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with an open shift that was closed in order."""
    with counter(tmp_path_factory.mktemp("closed")) as desk:
        desk.open_shift()
        return desk.folder.root


@pytest.mark.parametrize("seeds", [FEW, pytest.param(MANY, marks=pytest.mark.soak)], ids=["few", "many"])
def test_whatever_was_receipted_is_on_the_disk_when_the_power_fails(
    at_the_counter: Worker, shut: Path, tmp_path: Path, seeds: range
) -> None:
    power = run(at_the_counter, "accept three and end", shut, tmp_path)

    lost, held = lost_items(power, tmp_path, seeds)

    assert lost == []
    assert held > 10


def test_with_the_log_not_synced_the_same_cuts_lose_receipted_items(
    at_the_counter: Worker, shut: Path, tmp_path: Path
) -> None:
    """As under ``synchronous=NORMAL``: these cuts must see it, or they prove nothing."""
    power = run(
        at_the_counter,
        "accept three and end",
        shut,
        tmp_path,
        syncs=lambda path: not path.endswith("-wal"),
    )

    lost, _ = lost_items(power, tmp_path, range(0))

    assert lost != []


# --- in the middle of a round -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def at_the_line() -> Iterator[Worker]:
    with worker("line_worker") as program:
        yield program


@pytest.fixture(scope="module")
def with_events(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with events to send, ready for mail."""
    with mail_desk(tmp_path_factory.mktemp("line"), DEVICE, OFFICE_POINT) as made:
        desk = made.believing(listed(made, more=[row_of(COMMUNE)]))
        on_line(desk)
        desk.write(*(arrived(item_number(at), point=OFFICE_POINT, to="246940") for at in range(WRITTEN)))
    return desk.folder.root


def forgotten(cut: Cut) -> list[str]:
    """What the gate has heard, or what was said to be taken in, and the desk does not know; then it exchanges on."""
    clock = HandClock(NOON_MS + 60_000)
    store = DeskStore.open(DataFolder(cut.root), DEK, clock, seeded(9))
    try:
        gate, mail = gate_with_mail()
        lost = []
        chains = gate.devices[DEVICE].chains
        for word in cut.told:
            kind, *rest = word.split(":")
            if kind == "frame":
                stream, number = Stream(int(rest[0])), int(rest[1])
                data = FrameShelf(store, 1).frame(stream, number)
                if data is None or read_head(data).hash.hex() != rest[2]:
                    lost.append(word)
                else:
                    chains.setdefault((stream, 1), []).append(data)
            elif inbox_of(store, clock).mark().number < int(rest[0]):
                lost.append(word)
        courier = Courier(gate.line(DEVICE), at_line(store, clock), inbox_of(store, clock))
        rounds = [courier.round() for _ in range(2)]
        with store.read() as reader:
            missing = [event for event in mail if reader.received(event.id) != event]
        if [report.ended for report in rounds] != [Ending.DONE] * 2 or missing or not verify(store).ok:
            lost.append("the next round")
        lost += [f"{stream.problem}" for report in rounds for stream in report.streams if stream.problem]
    finally:
        store.close()
    return [f"{cut.moment}/{cut.seed}: {what}" for what in lost]


@pytest.mark.parametrize(
    ("seeds", "stride"),
    [(range(0), 5), pytest.param(range(2), 2, marks=pytest.mark.soak)],
    ids=["few moments", "many"],
)
def test_what_the_gate_has_and_what_was_taken_in_is_on_the_disk_when_the_power_fails_in_a_round(
    at_the_line: Worker, with_events: Path, tmp_path: Path, seeds: range, stride: int
) -> None:
    power = run(at_the_line, TOLD_ROUND, with_events, tmp_path)

    found = [(forgotten(cut), cut.told) for cut in cuts(power, tmp_path, seeds, stride)]

    assert [what for lost, _ in found for what in lost] == []
    assert {word.partition(":")[0] for _, told in found for word in told} == {"frame", "mail"}


def test_with_the_log_not_synced_a_round_forgets_what_the_gate_has(
    at_the_line: Worker, with_events: Path, tmp_path: Path
) -> None:
    """The same cuts see it."""
    power = run(at_the_line, TOLD_ROUND, with_events, tmp_path, syncs=lambda path: not path.endswith("-wal"))
    last = Cut(len(power.steps), None, tmp_path / "found", _told(power, tmp_path, len(power.steps)))
    moment = max(number for number, step in enumerate(power.steps) if step.is_sync and "-wal" in step.path)
    power.fail(moment, last.root, None)

    with pytest.raises(DeskError, match=r"store\."):
        forgotten(last)
