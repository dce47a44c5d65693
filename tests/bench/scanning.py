"""Desks on screens of their own that are given scans at a steady pace, one in turn with the other, and tell what they saw."""

from __future__ import annotations

import json
import os
import sched
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.children.receive_scans import READY
from tests.bench.figures import Figure
from tests.support.display import private_display
from tests.support.tree import ROOT

EVERY_S = 0.2
MOMENTS = ("heard", "on the screen", "written, and the screen knows")


@dataclass(frozen=True)
class Receiving:
    """A desk at work in a process of its own, on a screen of its own."""

    process: subprocess.Popen[str]

    def scan(self, item: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{item}\n")
        self.process.stdin.flush()

    def end(self) -> dict[str, Any]:
        """What it saw."""
        told, _ = self.process.communicate()
        assert self.process.returncode == 0
        found: dict[str, Any] = json.loads(told.splitlines()[-1])
        return found


def receiving(child: str, words: Sequence[str | Path], scratch: Path, things: ExitStack) -> Receiving:
    """A child of `tests.bench.children` that is ready for scans; it ends with ``things``."""
    scratch.mkdir()
    screen = things.enter_context(private_display(scratch))
    process = things.enter_context(
        subprocess.Popen(
            [sys.executable, "-m", f"tests.bench.children.{child}", *words],
            cwd=ROOT,
            env={**os.environ, "DISPLAY": screen},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
    )
    things.callback(process.kill)
    assert process.stdout is not None
    assert process.stdout.readline().strip() == READY
    return Receiving(process)


def scan_in_turn(both: tuple[Receiving, Receiving], items: Sequence[tuple[str, str]]) -> None:
    """Five a second at each desk, the one between two of the other, whatever each of them takes; a scan of each in every pair."""
    hand = sched.scheduler(time.perf_counter)
    begun = time.perf_counter()
    for at, pair in enumerate(items):
        for half, (desk, item) in enumerate(zip(both, pair, strict=True)):
            hand.enterabs(begun + (at + half / 2) * EVERY_S, 0, desk.scan, (item,))
    hand.run()


def figures(told: dict[str, Any]) -> list[Figure]:
    """The times of a desk, one figure for each of `MOMENTS`."""
    return [Figure(tuple(times[at] for times in told["after"])) for at in range(len(MOMENTS))]
