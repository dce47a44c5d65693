"""A desk is killed so many times, and each time its clerk looks at the paper before it is started again."""

from __future__ import annotations

import json
import os
import random
import select
import socket
import subprocess
import sys
import termios
from dataclasses import asdict, astuple, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Self

from kt1desk.printing.capabilities import Fence
from kt1desk.printing.profile import PortKind
from kt1desk.printing.raster import Raster, dots
from kt1desk.simprinter.attached import AttachedPrinter
from kt1desk.simprinter.escpos import EscPos
from kt1desk.simprinter.line import Line
from kt1desk.simprinter.parts import Wait
from kt1desk.simprinter.picture import Picture
from tests.printing.kills.judging import Verdict, judge
from tests.printing.kills.life import Order
from tests.printing.kills.printers import HEIGHT_MM, SCENES, WIDTH_MM, Scene
from tests.support.journals import begin, make
from tests.support.tree import ROOT

_DPI = 203
_LONGEST_LIFE_S = 0.2
_LATER_S = 0.06
_POWER_CUT, _DRIVER_EMPTIED = 0.3, 0.7
_WAITING = 4
_QUIET_WITHIN_S = 30
_LIVES_PER_KILL = 5
_KILLED = -9


@dataclass(frozen=True)
class Plan:
    """How one desk is killed.

    Attributes:
        scene: name of its printer in `SCENES`.
        seed: of everything that is left to chance.
        kills: how many.
        resync: see `PrintWorker`. Without it the printer loses nothing besides, so that what it still waits for is seen.
        in_labels_only: it is killed at a byte of its first label alone, so that it is certainly in the middle of one.
        asks: how often each paper is asked for, as by a double click.
    """

    scene: str
    seed: int
    kills: int
    resync: bool = True
    in_labels_only: bool = False
    asks: int = 1


@dataclass(frozen=True)
class _Death:
    """How a life ends: at a byte, or so long after it, or so long after birth; see `Order`."""

    at: int = -1
    later_s: float = 0.0
    after_s: float = -1.0


_NEVER = _Death()


class Nursery:
    """The process from which desks are forked."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.printing.kills.nursery"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def live(self, order: Order) -> tuple[bool, int]:
        """One life; whether it was killed, and how many bytes it handed to its port.

        Raises:
            RuntimeError: the desk failed by itself; its own words are on the standard error.
        """
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(asdict(order)) + "\n")
        self._process.stdin.flush()
        ended, _, handed = self._process.stdout.readline().strip().partition(" ")
        if ended not in {"0", str(_KILLED)}:
            raise RuntimeError(f"a desk ended with {ended or 'its nursery'}: {order}")
        return ended == str(_KILLED), int(handed)


def run(plan: Plan, nursery: Nursery, folder: Path) -> Verdict:
    """Kill a desk as planned, let it finish its work, and judge."""
    scene, chance = SCENES[plan.scene], random.Random(plan.seed)
    desk = folder / f"desk-{plan.seed}"
    store = make(desk, seed=plan.seed)
    begin(store, 10_000_000, 10_000_000 + plan.kills * _WAITING * _LIVES_PER_KILL + _WAITING)
    store.close()
    kills = lives = 0
    with scene.plugged_in(folder) as line:

        def order(waiting: int, death: _Death = _NEVER) -> Order:
            on_paper = tuple(sorted(digests(_paper(line))))
            place = (lives, str(desk), plan.scene, line.address, chance.randrange(2**32), waiting)
            return Order(*place, plan.asks, on_paper, plan.resync, *astuple(death))

        while kills < plan.kills:
            lives += 1
            assert lives <= plan.kills * _LIVES_PER_KILL, "it is hardly ever killed"
            death = _death(plan, scene, chance)
            before = _heard(line)
            was_killed, handed = nursery.live(order(_WAITING, death))
            kills += was_killed
            may_lose = was_killed and plan.resync and scene.fence is not Fence.NONE
            has_lost = may_lose and _has_lost_more(line, scene, chance.random())
            _wait_until_quiet(line, scene, 0 if has_lost else before + handed)
        lives += 1
        before = _heard(line)
        was_killed, handed = nursery.live(order(0 if plan.kills else _WAITING))
        assert not was_killed
        _wait_until_quiet(line, scene, before + handed)
        return judge(desk, scene, kills, [(page, digest(page)) for page in _paper(line)])


@lru_cache(4096)
def digest(page: Picture) -> str:
    """The name of the label on a piece of paper, as the queue writes it down; "" where it is torn, or anything stands beside it."""
    width, height = dots(WIDTH_MM, _DPI), dots(HEIGHT_MM, _DPI)
    label = page.cut_to(width, height)
    if not page.is_whole or page.garbage or label.cut_to(page.width_dots, page.height_dots).bits != page.bits:
        return ""
    return Raster(width, height, _DPI, label.bits).sha256


def digests(pages: list[Picture]) -> set[str]:
    """The labels that a clerk can see whole."""
    return {digest(page) for page in pages} - {""}


def _paper(line: Line) -> list[Picture]:
    """What lies on the counter, and what hangs out of the printer."""
    machine = line.ask(lambda printer: printer.machine)
    hanging = [machine.hanging] if isinstance(machine, EscPos) else []
    return [*line.pages, *(page for page in hanging if not page.is_blank)]


def _death(plan: Plan, scene: Scene, chance: random.Random) -> _Death:
    """A byte, or a moment: bytes find the middle of labels, moments what lies between and behind them."""
    size = scene.label_bytes
    if plan.in_labels_only:
        return _Death(chance.randrange(size // 10, size * 9 // 10))
    kind = chance.random()
    if kind < 0.4:
        return _Death(chance.randrange(size * 8 // 5))
    if kind < 0.8:
        return _Death(chance.randrange(size * 8 // 5), chance.uniform(0.001, _LATER_S))
    return _Death(after_s=chance.uniform(0.0, _LONGEST_LIFE_S))


def _heard(line: Line) -> int:
    return line.ask(lambda printer: printer.heard_bytes)


def _has_lost_more(line: Line, scene: Scene, fate: float) -> bool:
    """A printer that confirms may lose everything it has not confirmed: with its power, or in the driver of a line, as of a UART."""
    if fate < _POWER_CUT:
        name = line.address
        line.unplug()
        line.switch_off_and_on()
        line.replug(name)
    elif fate < _DRIVER_EMPTIED and scene.kind is PortKind.SERIAL:
        theirs = os.open(line.address, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK)
        try:
            termios.tcflush(theirs, termios.TCOFLUSH)
        finally:
            os.close(theirs)
    else:
        return False
    return True


def _wait_until_quiet(line: Line, scene: Scene, heard_bytes: int) -> None:
    """The clerk waits until the printer has heard everything and stands still."""

    def is_quiet(printer: AttachedPrinter) -> bool:
        if printer.heard_bytes < heard_bytes:  # a pseudo terminal hands over what was written a moment later
            return False
        if printer.machine.waits is not Wait.BYTES or len(printer.machine.intake):
            return False
        watched = printer.plug.watched
        if watched is None or select.select([watched], [], [], 0)[0]:
            return False
        return scene.kind is not PortKind.TCP or _is_listening(watched)

    assert line.wait_until(is_quiet, _QUIET_WITHIN_S), line.ask(_state)


def _is_listening(fd: int) -> bool:
    """Whether no host is connected: all that the last one sent has come."""
    with socket.fromfd(fd, socket.AF_INET, socket.SOCK_STREAM) as ours:
        return bool(ours.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))


def _state(printer: AttachedPrinter) -> str:
    """What a printer does that never stands still."""
    machine = printer.machine
    return f"{machine.waits.name}, {len(machine.intake)} bytes in its buffer, {len(machine.pages)} pages, {printer.plug.address}"
