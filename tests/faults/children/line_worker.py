"""A desk that goes through one round with its gate and dies when it is told to; forks and talk are those of `desk_worker`.

    python -m tests.faults.children.line_worker < a line with the key in hex, then one line (JSON) for each task

Beside the folder lies ``line.json``: where the gate is, and what the desk shows there.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kt1desk.domain.events import Event
from kt1desk.exchange.bundle import MailMark
from kt1desk.exchange.courier import Courier
from kt1desk.exchange.frames import read_head
from kt1desk.exchange.gate_line import GateLine
from kt1desk.exchange.gate_talk import Answer, Ask, Reply
from kt1desk.exchange.inbox import Taken
from kt1desk.exchange.line_ports import LineDesk
from kt1desk.exchange.line_settings import LineSettings
from kt1desk.exchange.mail_frames import read_mail_head
from kt1desk.exchange.mail_intake import CentreInbox
from kt1desk.exchange.mail_kinds import CentreRoom
from kt1desk.exchange.round_report import Ending, RoundReport
from kt1desk.store.folder import DataFolder
from kt1desk.store.frame_shelf import FrameShelf
from kt1desk.store.journal import DeskStore
from kt1desk.store.own_keys import own_keys
from kt1desk.store.reference_files import check_document_for
from kt1desk.store.settings import Settings
from tests.faults.children.desk_worker import Task, serve, wait_for_go
from tests.support.centre_mail import PROGRAM, Mailbox
from tests.support.chains import Writer, arrived, item_number
from tests.support.clocks import HandClock
from tests.support.exchange_keys import COMMUNE, NOON_MS, OFFICE_POINT, seeded
from tests.support.gate_model import GateModel, ModelLine
from tests.support.line_desks import PROGRAM as PROGRAM_NUMBER

DEVICE, LETTERS, EACH = 7, 3, 5
TOLD_ROUND = "round, told"
_PATHS = ("root", "certificate", "key")


def write_settings(settings: LineSettings, path: Path) -> None:
    """What a task is told of the line."""
    told = {name: getattr(settings, name) for name in ("host", "port", "role", "address")}
    path.write_text(json.dumps(told | {name: str(getattr(settings, name)) for name in _PATHS}))


def _settings(path: Path) -> LineSettings:
    told = json.loads(path.read_text())
    return LineSettings(**(told | {name: Path(told[name]) for name in _PATHS}))


@contextmanager
def opened_line(root: Path, dek: bytes, passed_ms: int = 0) -> Iterator[tuple[DeskStore, Courier]]:
    """The desk of a folder at its line, as the program puts them together after each start."""
    clock = HandClock(NOON_MS + passed_ms)
    store = DeskStore.open(DataFolder(root), dek, clock, random.Random(2).randbytes)
    line = GateLine(_settings(root.with_name("line.json")))
    try:
        yield store, Courier(line, at_line(store, clock), inbox_of(store, clock))
    finally:
        line.close()
        store.close()


def at_line(store: DeskStore, clock: HandClock) -> LineDesk:
    """An open desk of the provincial office as the courier has it."""
    own = own_keys(store, OFFICE_POINT)
    return LineDesk(
        journal=store,
        own=own,
        incarnation=1,
        shelf=FrameShelf(store, 1),
        notes=Settings(store),
        clock=clock,
        hardware=own.device.to_bytes(16, "big"),
        program=PROGRAM_NUMBER,
    )


def inbox_of(store: DeskStore, clock: HandClock) -> CentreInbox:
    """Where its mail goes."""
    room = CentreRoom(store, own_keys(store, OFFICE_POINT), clock, PROGRAM, check_document_for)
    return CentreInbox(room)


def said_of(report: RoundReport) -> str:
    """What is on the screen when the round has ended."""
    kept = sum(stream.kept for stream in report.streams)
    return f"{report.ended}:{kept}:{report.mail.frames}"


@dataclass
class Telling:
    """A gate in memory that says which frames it has as soon as it has them."""

    gate: ModelLine
    task: Task

    def talk(self, asks: Iterable[Ask]) -> Iterator[Reply]:
        for ask in asks:
            for reply in self.gate.talk([ask]):
                if ask.frame is not None and reply.answer is Answer.OK:
                    frame = read_head(ask.frame)
                    self.task.say(f"frame:{frame.head.first.stream:d}:{frame.head.number}:{frame.hash.hex()}")
                yield reply

    def close(self) -> None:
        self.gate.close()


@dataclass
class TellingInbox:
    """The desk's mail, which says what is taken in once it is."""

    inbox: CentreInbox
    task: Task

    def mark(self) -> MailMark:
        return self.inbox.mark()

    def take(self, data: bytes) -> Sequence[Taken]:
        taken = self.inbox.take(data)
        self.task.say(f"mail:{read_mail_head(data).head.number}")
        return taken

    def go_back(self, mark: MailMark) -> None:
        self.inbox.go_back(mark)


def gate_with_mail() -> tuple[GateModel, list[Event]]:
    """A gate that has let the desk in, and what waits there for it: the same each time."""
    writer, box, chance = Writer(COMMUNE), Mailbox(OFFICE_POINT), seeded(5)
    gate = GateModel(lambda: chance(16), lambda: NOON_MS)
    gate.enrol(DEVICE, OFFICE_POINT)
    mail = [writer.append(arrived(item_number(2_000 + at))) for at in range(LETTERS * EACH)]
    for at in range(LETTERS):
        frame = box.events(*mail[at * EACH : (at + 1) * EACH])
        gate.post(OFFICE_POINT, frame.hash, frame.data)
    return gate, mail


def _told_round(task: Task, dek: bytes) -> None:
    gate, _ = gate_with_mail()
    clock = HandClock(NOON_MS)
    store = DeskStore.open(DataFolder(task.root), dek, clock, random.Random(2).randbytes)
    inbox = TellingInbox(inbox_of(store, clock), task)
    courier = Courier(Telling(gate.line(DEVICE), task), at_line(store, clock), inbox)
    wait_for_go()
    assert courier.round().ended is Ending.DONE
    store.close()


def _work(task: Task, dek: bytes) -> None:
    if task.name == TOLD_ROUND:
        _told_round(task, dek)
        return
    with opened_line(task.root, dek) as (_, courier):
        wait_for_go()
        task.say(said_of(courier.round()))


if __name__ == "__main__":
    serve(_work)
