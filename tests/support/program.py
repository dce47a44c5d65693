"""The program as a process of its own on a private screen, worked at by keys."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from types import MappingProxyType

from tests.support.tree import ROOT

START_S = 120
LOOK_AGAIN_S = 0.1
GATE, OPEN = "Bàn KT1", "Bàn KT1 · DÙNG THỬ"
NOTHING: Mapping[str, str] = MappingProxyType({})


@contextmanager
def started(
    display: str, *words: str, beside: Mapping[str, str] = NOTHING
) -> Iterator[subprocess.Popen[str]]:
    """The desk on the private screen; ended at the latest with the test.

    Args:
        display: the screen.
        words: of the command line.
        beside: what else its environment says.
    """
    process = subprocess.Popen(
        [sys.executable, "-m", "kt1desk", *words],
        env={**os.environ, **beside, "DISPLAY": display},
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
        process.communicate()


def tool(display: str, *words: str) -> str:
    """What ``xdotool`` says, as the hands and eyes at the screen."""
    done = subprocess.run(
        ["xdotool", *words],
        env={**os.environ, "DISPLAY": display},
        capture_output=True,
        text=True,
        timeout=START_S,
        check=False,
    )
    return done.stdout.strip()


def until_titled(display: str, process: subprocess.Popen[str], title: str) -> str:
    """The id of the process's visible window, once it has this title."""
    end = time.monotonic() + START_S
    while time.monotonic() < end:
        for window in tool(
            display, "search", "--onlyvisible", "--pid", str(process.pid), "--name", "KT1"
        ).split():
            if tool(display, "getwindowname", window) == title:
                return window
        with suppress(subprocess.TimeoutExpired):
            process.wait(LOOK_AGAIN_S)
            raise AssertionError(f"ended before its window: {process.communicate()}")
    raise AssertionError(f"no window {title!r}")


def log_in(display: str, process: subprocess.Popen[str]) -> None:
    """Name and password of the trial desk's clerk, typed."""
    window = until_titled(display, process, GATE)
    tool(display, "windowactivate", "--sync", window)
    for words in ("ha.hoang", "ban-dung-thu"):
        tool(display, "type", words)
        tool(display, "key", "Return")
    until_titled(display, process, OPEN)
