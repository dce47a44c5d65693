"""A desk that sells, an in-memory gate, and what is done to its folder: copied, put back, damaged, edited."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from kt1desk.domain.events import Event, EventId, Stream, proof_of
from kt1desk.domain.facts import ShiftOpened
from kt1desk.domain.facts.line import LineAllowed
from kt1desk.domain.facts.restored import Cause
from kt1desk.exchange.bundle import MailMark
from kt1desk.exchange.courier import Courier
from kt1desk.exchange.dictionary import shipped
from kt1desk.exchange.frames import open_frame
from kt1desk.exchange.gate_talk import Gate
from kt1desk.exchange.inbox import Taken
from kt1desk.exchange.line_ports import LineDesk
from kt1desk.exchange.round_report import RoundReport
from kt1desk.exchange.trust import KeyList
from kt1desk.recovery.bringing_back import Brought, Resting, bring_together, settle_alone
from kt1desk.recovery.restoring import Approval
from kt1desk.services.ports import Appending
from kt1desk.services.set_up import Block, DeskPlan, open_desk
from kt1desk.store import incarnations, reissued
from kt1desk.store.folder import DataFolder
from kt1desk.store.frame_shelf import FrameShelf
from kt1desk.store.incarnations import Renewal
from kt1desk.store.journal import DeskStore, in_memory, open_unchecked
from kt1desk.store.own_keys import own_keys
from kt1desk.store.rewriting import Rewritten
from kt1desk.store.settings import Settings
from tests.support import journals
from tests.support.clocks import HandClock
from tests.support.exchange_keys import DAY, NOON_MS, OFFICE_POINT, PROVINCE_KEY, row_of
from tests.support.gate_model import GateModel
from tests.support.journals import DEK, FIRST_SERIAL, LAST_SERIAL, SHIFT
from tests.support.mail_desks import STAFF

DEVICE = 7
HARDWARE = bytes(range(16))
EVERY_WAY = frozenset({"network", "bundle", "paper"})


class NoMail:
    """Nothing is in the mailbox."""

    def mark(self) -> MailMark:
        return MailMark()

    def take(self, data: bytes) -> Sequence[Taken]:
        raise AssertionError(data)

    def go_back(self, mark: MailMark) -> None:
        raise AssertionError(mark)


class Lines(Protocol):
    """A gate in memory, or a real one."""

    def line(self, device: int) -> Gate:
        """The way to it for one desk."""


def gate_of(seed: int = 5) -> GateModel:
    """A gate that has let the desk in."""
    dice = random.Random(seed)
    gate = GateModel(lambda: dice.randbytes(16), lambda: NOON_MS)
    gate.enrol(DEVICE, OFFICE_POINT)
    return gate


@dataclass
class Seller:
    """A desk with its folder, and every receipt that it printed: number and twelve digits."""

    root: Path
    store: DeskStore
    clock: HandClock
    receipts: list[tuple[str, str]] = field(default_factory=list)
    lives: int = 1

    @property
    def folder(self) -> DataFolder:
        return DataFolder(self.root)

    @property
    def line(self) -> LineDesk:
        return self.line_of(self.store)

    def line_of(self, store: DeskStore) -> LineDesk:
        own = own_keys(store, OFFICE_POINT)
        shelf, notes = FrameShelf(store, own.incarnation), Settings(store)
        return LineDesk(store, own, own.incarnation, shelf, notes, self.clock, HARDWARE, 1_000_000)

    def sell(self, count: int = 1, *, secret: bool = False) -> list[Event]:
        """Accept items; each prints a receipt after its commit."""
        made = []
        for _ in range(count):
            self.clock.pass_ms(1_000)
            event = journals.accept(self.store, secret=secret)
            self.receipts.append((str(event.body()["item"]), event.proof))
            made.append(event)
        return made

    def allow(self) -> None:
        """An administrator has the written approval in his hands and enters it."""
        with self.store.work() as work:
            work.append(LineAllowed("12/BĐT", "2026-11-20", OFFICE_POINT), Appending("ha.hoang"))
            work.commit()

    def push(self, gate: Lines) -> RoundReport:
        """One round with the gate."""
        self.clock.pass_ms(1_000)
        return Courier(gate.line(DEVICE), self.line, NoMail()).round()

    def copy(self, target: Path, *, marker: bool = False) -> Path:
        """A backup of the database now; with the marker, as an image of the disk would have it."""
        self.store.backup(target)
        if marker:
            shutil.copyfile(self.folder.marker, target.with_suffix(".heads"))
        return target

    def put_back(self, copy: Path, *, marker: bool = False) -> None:
        """Close the desk and lay an older copy in its place; it is not opened."""
        self.store.close()
        for rest in ("-wal", "-shm"):
            self.folder.database.with_name(self.folder.database.name + rest).unlink(missing_ok=True)
        shutil.copyfile(copy, self.folder.database)
        if marker:
            shutil.copyfile(copy.with_suffix(".heads"), self.folder.marker)

    def start(self) -> None:
        """The usual start of a desk."""
        self.store = DeskStore.open(self.folder, DEK, self.clock, self._dice())

    def start_restored(self) -> incarnations.Begun:
        """The start of a desk that its marker contradicts, without the centre."""
        leave = Renewal(Cause.OLDER_COPY, "ha.hoang")
        self.store, begun = incarnations.open_restored(self.folder, DEK, (self.clock, self._dice()), leave)
        return begun

    def start_unchecked(self) -> None:
        """The same, for whoever asks the centre before anything is written."""
        self.store = open_unchecked(self.folder, DEK, self.clock, self._dice())

    def bring_together(self, gate: Lines, numbers: tuple[str, ...] = ()) -> Rewritten:
        """Compare with the gate and do what has to be done."""
        rests = Resting(self.folder, DEK, self.clock, self._dice())
        approval = Approval("ha.hoang", numbers)
        brought = bring_together(self.store, rests, gate.line(DEVICE), self.line_of, approval)
        self.store = brought.store
        assert brought.rewritten is not None
        return brought.rewritten

    def settle_alone(self, gate: Lines) -> Brought:
        """What a log-in does while an earlier incarnation is not settled with the centre."""
        rests = Resting(self.folder, DEK, self.clock, self._dice())
        brought = settle_alone(self.store, rests, gate.line(DEVICE), self.line_of)
        self.store = brought.store
        return brought

    def found_by_receipt(self, digits: str) -> list[reissued.FoundReceipt]:
        """What the desk knows of a printed receipt by its twelve digits."""
        with self.store.held() as held:
            return list(reissued.by_proof(held.connection, digits))

    def _dice(self) -> Callable[[int], bytes]:
        self.lives += 1
        return random.Random(self.lives).randbytes


def seller(root: Path, last: int = LAST_SERIAL, *, on_disk: bool = True, allowed: bool = True) -> Seller:
    """A real desk, number 7, with a block and an open shift; its register may go over the network unless said otherwise."""
    clock = HandClock(NOON_MS)
    dice = random.Random(DEVICE).randbytes
    store = (
        DeskStore.create(DataFolder(root), DEK, clock, dice, DEVICE)
        if on_disk
        else in_memory(clock, dice, DEVICE)
    )
    blocks = (Block("ME", FIRST_SERIAL, last),)
    plan = DeskPlan(
        DEVICE,
        OFFICE_POINT,
        "0.0.0",
        blocks,
        "ab" * 32,
        transports=EVERY_WAY,
        province_key=PROVINCE_KEY.hex(),
    )
    open_desk(store, plan, STAFF)
    with store.work() as work:
        work.append(ShiftOpened(SHIFT, "2026-11-23", "D7", 500_000), Appending("ha.hoang"))
        work.commit()
    made = Seller(root, store, clock)
    if allowed:
        made.allow()
    return made


def checkpointed(desk: Seller) -> None:
    """What is in the write-ahead log goes into the file, as when a session ends."""
    desk.store.close()
    desk.start()


def start_again_elsewhere(desk: Seller, gate: GateModel, root: Path) -> None:
    """An image of a desk goes on in a later incarnation on the same machine and sends; the desk itself does not know."""
    desk.store.backup(root)
    other = Seller(root.with_suffix(".desk"), desk.store, desk.clock)
    other.folder.prepare()
    shutil.copyfile(root, other.folder.database)
    shutil.copyfile(desk.folder.marker, other.folder.marker)
    other.start()
    incarnations.begin(other.store, Renewal(Cause.COPIED, "ha.hoang"))
    other.push(gate)
    other.store.close()


def events_at(gate: GateModel, desk: Seller) -> list[Event]:
    """Every event that the gate has of the desk, proved frame by frame, in the order of its chains."""
    keys = KeyList((row_of(own_keys(desk.store, OFFICE_POINT)),), 1, DAY)
    chains = gate.devices[DEVICE].chains
    return [
        event
        for place in sorted(chains)
        for data in chains[place]
        for event in open_frame(data, keys, shipped()).events
    ]


def ours(desk: Seller) -> list[Event]:
    """Every event in the file of the desk."""
    found: list[Event] = []
    with desk.store.read() as reader:
        for stream in Stream:
            for incarnation in range(1, 9):
                seq = 1
                while (event := reader.event(EventId(DEVICE, stream, incarnation, seq))) is not None:
                    found.append(event)
                    seq += 1
    return found


def accepted(events: Sequence[Event]) -> Counter[str]:
    """How often each number was given out."""
    return Counter(str(event.body()["item"]) for event in events if event.envelope.type == "item.accepted")


def digits_of(event: Event) -> str:
    """The twelve digits on its receipt."""
    return proof_of(event.hash)
