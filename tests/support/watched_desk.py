"""A clerk's hands and eyes at the program in a process of its own: keys of the X server go in, what the window shows comes out.

Every key that is pressed is counted where it leaves the hand and where it reaches the window: whoever looks, waits until all are there.
"""

from __future__ import annotations

import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from tests.support.program import START_S
from tests.support.tree import ROOT
from tests.support.xtest_keys import TO_THE_TRIGGER_MS, XKeys, keys_of

PATIENCE_MS = 120_000
"""For a state of the window that comes in a tenth of a second, on a machine that others use, too."""
HAND_MS = 125
"""What `xdotool` is told for a quick hand: some fourteen keys a second. Much faster is a scanner, and is taken for one, rightly."""
_LOOK_AGAIN_S = 0.05
NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True)
class Seen:
    """What the window showed: texts by the names of what shows them, what has the keyboard, when keys came since the last look."""

    texts: Mapping[str, str]
    focus: str
    times_ms: Sequence[int]

    def text(self, name: str) -> str:
        """What a label, field, choice or first line of a table says; "" where there is none to see."""
        return self.texts.get(name, "")


@dataclass
class WatchedDesk:
    """The running program. ``pressed`` counts the keys so far, ``bursts_ms`` has the median gap of each burst."""

    process: subprocess.Popen[str]
    display: str
    keys: XKeys
    hole: socket.socket
    pressed: int = 0
    looked_at: int = 0
    bursts_ms: list[float] = field(default_factory=list)

    def press(self, *names: str) -> None:
        """Keys by their X names: ``Return``, ``F9``, ``ctrl+n``."""
        self._xdotool("key", *names)
        self.pressed += len(names)

    def type(self, text: str) -> None:
        """A hand types, Vietnamese letters among it."""
        self._xdotool("type", "--delay", str(HAND_MS), text)
        self.pressed += len(text)

    def enter(self, text: str = "") -> None:
        """Type, then Enter."""
        if text:
            self.type(text)
        self.press("Return")

    def burst(self, code: str, gap_ms: int) -> None:
        """A wedge scanner reads a code; what it pressed is no key of the clerk's, and reaches the window all the same."""
        self.until()
        self.keys.burst(code, 1000 / gap_ms, after_ms=TO_THE_TRIGGER_MS)
        self.pressed += len(code) + 1
        gaps = [after - before for before, after in pairwise(self.until().times_ms)]
        self.bursts_ms.append(statistics.median(gaps))

    def until(
        self,
        focus: str = "",
        *others: str,
        leaves: str = "",
        tell: str = "",
        texts: Mapping[str, str] = NOTHING,
        idle: bool = False,
        picture: Path | None = None,
    ) -> Seen:
        """Wait until every key pressed has come, the focus is in one of these and the texts have these parts; what is seen then.

        Args:
            focus, others: names of widgets, one of which has the keyboard then; none for any.
            leaves: the widget that has it no longer.
            tell: what else is to be read out.
            texts: names of what shows a text, with a part of it.
            idle: whether all work behind the window has come back, too, and no key is held for a scan.
            picture: where to keep what is seen.
        """
        asked = {
            "keys": self.pressed,
            "from": self.looked_at,
            "focus": [each for each in (focus, *others) if each],
            "leaves": leaves,
            "tell": [tell, *texts] if tell else list(texts),
            "texts": dict(texts),
            "idle": idle,
            "picture": str(picture or ""),
            "within_ms": PATIENCE_MS,
        }
        self.hole.sendall(json.dumps(asked).encode() + b"\n")
        answer = json.loads(self._line())
        seen = Seen(answer["texts"], answer["focus"], answer["times"])
        self.looked_at += len(seen.times_ms)
        assert answer["so"], (asked, self.looked_at, seen.focus, seen.texts)
        return seen

    def _line(self) -> bytes:
        said = b""
        while not said.endswith(b"\n"):
            more = self.hole.recv(1 << 16)
            assert more, f"the program ended: {self.process.communicate()}"
            said += more
        return said

    def _xdotool(self, *words: str) -> None:
        environment = {**os.environ, "DISPLAY": self.display}
        subprocess.run(["xdotool", *words], env=environment, check=True, stdin=subprocess.DEVNULL)


@contextmanager
def watched(display: str, *words: str) -> Iterator[WatchedDesk]:
    """The program on the private screen with a hole in its wall; ended at the latest with the test."""
    with tempfile.TemporaryDirectory(prefix="kt1-hole-") as folder, keys_of(display) as keys:
        name = f"{folder}/hole"
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.peephole", name, *words],
            env={**os.environ, "DISPLAY": display},
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            with _looking_into(name, process) as hole:
                yield WatchedDesk(process, display, keys, hole)
        finally:
            if process.poll() is None:
                process.kill()
            process.communicate()


@contextmanager
def _looking_into(name: str, process: subprocess.Popen[str]) -> Iterator[socket.socket]:
    """The socket, once the program has made it; it answers for as long as its longest question may wait."""
    end = time.monotonic() + START_S
    with socket.socket(socket.AF_UNIX) as hole:
        hole.settimeout(2 * PATIENCE_MS / 1000)
        while hole.connect_ex(name) != 0:
            assert time.monotonic() < end, "no window"
            with suppress(subprocess.TimeoutExpired):
                process.wait(_LOOK_AGAIN_S)
                raise AssertionError(f"ended before its window: {process.communicate()}")
        yield hole
