"""A desk at work as a process of its own: it writes, prints what it wrote, and goes through rounds with its gate until it is told to end.

python -m tests.centre.children.exchanging_desk DESK.json < lines of a word: write | rest | end

stdout: «receipt <identity> <hash>» once an event is committed, «round <ending> <unsent> <left> <kept> <again>» after each round
"""

from __future__ import annotations

import json
import queue
import random
import sys
import threading
from dataclasses import asdict, dataclass
from pathlib import Path

from kt1desk.domain.facts import Fact
from kt1desk.exchange.courier import Courier
from kt1desk.exchange.gate_line import GateLine
from kt1desk.exchange.line_ports import LineDesk
from kt1desk.exchange.line_settings import LineSettings
from kt1desk.exchange.mail_intake import CentreInbox
from kt1desk.exchange.mail_kinds import CentreRoom
from kt1desk.exchange.round_report import RoundReport
from kt1desk.services.ports import Appending
from kt1desk.store.folder import DataFolder
from kt1desk.store.frame_shelf import FrameShelf
from kt1desk.store.journal import DeskStore
from kt1desk.store.own_keys import own_keys
from kt1desk.store.reference_files import check_document_for
from kt1desk.store.settings import Settings
from tests.support.centre_mail import PROGRAM
from tests.support.chains import arrived, item_number
from tests.support.clocks import HandClock
from tests.support.exchange_keys import NOON_MS
from tests.support.line_desks import PROGRAM as PROGRAM_NUMBER
from tests.support.mail_desks import DEK

WRITE, REST, END = "write", "rest", "end"
PAUSE_S = 0.02
"""Between two rounds: a real desk waits longer, and nothing here depends on it."""


@dataclass(frozen=True)
class Seat:
    """What such a process is told: where its desk lies, where it stands, where its gate is.

    Attributes:
        first: the number of the first item it writes about.
    """

    folder: str
    point: str
    other: str
    first: int
    host: str
    address: str
    port: int
    role: str
    root: str
    certificate: str
    key: str

    def keep(self, path: Path) -> None:
        """Write it down for the process."""
        path.write_text(json.dumps(asdict(self)), encoding="utf-8")

    @classmethod
    def read(cls, path: Path) -> Seat:
        """What was written down."""
        return cls(**json.loads(path.read_text(encoding="utf-8")))

    @property
    def line(self) -> LineSettings:
        """The way to the gate."""
        files = (Path(self.root), Path(self.certificate), Path(self.key))
        return LineSettings(self.host, self.port, self.role, *files, address=self.address, answer_s=5.0)


class Worker:
    """The desk, open."""

    def __init__(self, seat: Seat) -> None:
        self._seat, self._clock = seat, HandClock(NOON_MS)
        self._store = DeskStore.open(
            DataFolder(Path(seat.folder)), DEK, self._clock, random.Random(seat.first).randbytes
        )
        own = own_keys(self._store, seat.point)
        shelf, notes = FrameShelf(self._store, own.incarnation), Settings(self._store)
        hardware = own.device.to_bytes(16, "big")
        desk = LineDesk(
            self._store, own, own.incarnation, shelf, notes, self._clock, hardware, PROGRAM_NUMBER
        )
        inbox = CentreInbox(CentreRoom(self._store, own, self._clock, PROGRAM, check_document_for))
        self._line = GateLine(seat.line)
        self._courier = Courier(self._line, desk, inbox)
        self._written = 0

    def write(self) -> None:
        """One item arrived here from the other point; its receipt is printed once it is on the disk."""
        self._clock.pass_ms(1_000)
        number = item_number(self._seat.first + self._written)
        fact: Fact = arrived(number, point=self._seat.point, to=self._seat.other)
        with self._store.work() as work:
            event = work.append(fact, Appending("ha.hoang"))
            work.commit()
        self._written += 1
        print("receipt", event.id.text, event.hash.hex(), flush=True)

    def round(self) -> None:
        """One round, as the line lets it."""
        self._clock.pass_ms(1_000)
        print(said_of(self._courier.round()), flush=True)

    def close(self) -> None:
        """The program ends."""
        self._line.close()
        self._store.close()


def said_of(report: RoundReport) -> str:
    """What is on the screen when a round has ended."""
    kept, again = (sum(getattr(each, name) for each in report.streams) for name in ("kept", "again"))
    return f"round {report.ended} {report.unsent} {report.mail.left} {kept} {again}"


def _heard(words: queue.Queue[str]) -> None:
    for line in sys.stdin:
        words.put(line.strip())
    words.put(END)


def main(path: Path) -> None:
    """Work until told to end."""
    words: queue.Queue[str] = queue.Queue()
    threading.Thread(target=_heard, args=(words,), daemon=True).start()
    worker, doing = Worker(Seat.read(path)), REST
    while doing != END:
        if doing == WRITE:
            worker.write()
        worker.round()
        try:
            doing = words.get(timeout=PAUSE_S)
        except queue.Empty:
            continue
    worker.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
