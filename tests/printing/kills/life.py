"""One life of a desk that prints: opened, its questions answered, items accepted, labels printed, until it dies or has no more to do.

Everything is the desk's own: encrypted store, queue, services, worker, ports. Only the port is wrapped, so that bytes trickle out as on a
line, and the process can be killed at any of them.
"""

from __future__ import annotations

import os
import random
import signal
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, Protocol

from kt1desk.domain.print_job import JobState
from kt1desk.printing.connect import port_for
from kt1desk.printing.ports.base import Port, PortError, Progress
from kt1desk.printing.queue import PrintWorker
from kt1desk.services.papers import Papers, ReprintReason
from kt1desk.services.ports import Appending, PaperDraft
from kt1desk.services.sessions import begin_session
from kt1desk.store import papers
from kt1desk.store.journal import DeskStore
from kt1desk.store.print_queue import PrintQueue
from tests.printing.kills.printers import PRINTER_ID, SCENES
from tests.printing.samples import LABEL
from tests.support.clocks import NOON_MS, HandClock
from tests.support.journals import item_fact, reopen

CLERK: Final = "lan"
_BETWEEN_LIVES_MS: Final = 10
_LONGEST_PIECE: Final = 700
_CONFIRM_S: Final = 20.0
"""Longer than any load of the machine; where nothing is woken, nobody waits for what cannot come."""
_CONFIRM_UNWOKEN_S: Final = 0.2


@dataclass(frozen=True)
class Order:
    """What one life is to be.

    Attributes:
        number: which life of this desk.
        root: folder of the desk.
        scene: name of the printer in `SCENES`.
        address: where it is.
        seed: of the lengths in which bytes trickle out.
        waiting: so many labels wait at least when printing begins.
        asks: how often each label is asked for when its item is accepted.
        on_paper: digests of the pictures that the clerk sees on whole pieces of paper.
        resync: see `PrintWorker`.
        die_at: killed when it has handed so many bytes to its port; never if negative.
        die_later_s: so many seconds after that byte, whatever it does then; at the byte itself if 0.
        die_after_s: killed so many seconds after its birth; never if negative.
    """

    number: int
    root: str
    scene: str
    address: str
    seed: int
    waiting: int
    asks: int = 1
    on_paper: tuple[str, ...] = ()
    resync: bool = True
    die_at: int = -1
    die_later_s: float = 0.0
    die_after_s: float = -1.0


class Handed(Protocol):
    """A number that outlives the process: bytes handed to its port."""

    value: int


class _MortalPort:
    """A port whose bytes trickle out, in a process that is killed at one of them."""

    def __init__(self, port: Port, order: Order, handed: Handed) -> None:
        self._port = port
        self._die_at = order.die_at
        self._die_later_s = order.die_later_s
        self._handed = handed
        self._chance = random.Random(order.seed)
        self.open, self.close, self.receive = port.open, port.close, port.receive

    @property
    def hears(self) -> bool:
        return self._port.hears

    def send(self, data: bytes, progress: Progress) -> int:
        done = 0
        while done < len(data):
            piece = data[done : done + self._chance.randint(1, _LONGEST_PIECE)]
            if self._handed.value <= self._die_at <= self._handed.value + len(piece):
                if not self._die_later_s:
                    self._port.send(piece[: self._die_at - self._handed.value], progress)
                    _die()
                signal.signal(signal.SIGALRM, _die)
                signal.setitimer(signal.ITIMER_REAL, self._die_later_s)
            try:
                self._port.send(piece, progress)
            except PortError as error:
                raise PortError(error.code, done + error.sent) from error
            done += len(piece)
            self._handed.value += len(piece)
        return done


def _die(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def live(order: Order, handed: Handed) -> None:
    """Live until the work is done, if nothing else happens."""
    clock = HandClock(NOON_MS + order.number * _BETWEEN_LIVES_MS)
    store = reopen(Path(order.root), clock, seed=order.seed)
    profile = SCENES[order.scene].profile(order.address)
    worker = PrintWorker(
        PrintQueue(store),
        {PRINTER_ID: profile},
        lambda wanted: _MortalPort(port_for(wanted, datetime.now), order, handed),
        lambda: clock.wall_ms,
        resync=order.resync,
    )
    worker.confirm_s = _CONFIRM_S if order.resync else _CONFIRM_UNWOKEN_S
    worker.recover()
    _answer(store, clock, frozenset(order.on_paper))
    _accept(store, order.waiting, order.asks)
    while (outcome := worker.run_once(PRINTER_ID)) is not None and outcome.state is not JobState.QUEUED:
        pass
    store.close()


def _answer(store: DeskStore, clock: HandClock, on_paper: frozenset[str]) -> None:
    """The clerk answers each question as the paper tells him."""
    desk_papers = Papers(store, clock)
    with store.read() as reader:
        session = begin_session(reader, CLERK, {})
    for row in desk_papers.questions(session):
        with store.transaction() as connection:
            job = papers.load(connection, row.job)
        if job.payload_sha256 in on_paper:
            desk_papers.seen(session, row.job)
        else:
            desk_papers.reprint(session, row.job, ReprintReason.IN_DOUBT)


def _accept(store: DeskStore, waiting: int, asks: int) -> None:
    """Items come in until so many labels wait; each with its label in one commit."""
    with store.read() as reader:
        queued = sum(row.state == JobState.QUEUED for row in reader.papers(limit=waiting))
    for _ in range(waiting - queued):
        with store.work() as work:
            number = work.take_number()
            work.append(item_fact(number), Appending(CLERK))
            values = {**LABEL, "number": number}
            work.queue_paper(PaperDraft("label", "kt1_label", 1, number, values))
            work.commit()
        for _ in range(asks - 1):
            with store.work() as work:
                work.queue_paper(PaperDraft("label", "kt1_label", 1, number, values))
                work.commit()
