"""What a screen reader hears: the program as a process of its own tells every button, field, choice and table by name, over D-Bus."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from kt1desk.app.options import Options
from tests.support import day_ends
from tests.support.program import GATE, START_S, until_titled
from tests.support.tree import ROOT
from tests.support.watched_desk import WatchedDesk, watched

SYSTEM_PYTHON = Path("/usr/bin/python3")
EAR = ROOT / "tests" / "support" / "outside_ear.py"
NEEDED = (
    Path("/usr/libexec/at-spi-bus-launcher"),
    Path("/usr/libexec/at-spi2-registryd"),
    Path("/usr/lib/python3/dist-packages/gi/__init__.py"),
)
pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(
        not all(path.exists() for path in NEEDED) or not shutil.which("dbus-run-session"),
        reason="at-spi2-core or python3-gi is not installed: installer/bootstrap/system.sh soak",
    ),
]
ACTED_ON = {
    *("push button", "button", "toggle button", "check box", "radio button", "combo box", "spin button"),
    *("entry", "text", "password text", "table", "list", "tree", "tree table", "page tab", "link"),
}
"""Roles of what somebody does something with, as AT-SPI calls them."""
PAGES = (
    ("F2", "sender", {"text", "push button", "radio button"}),
    ("F3", "form", {"text", "radio button"}),
    ("F10", "", {"table", "push button"}),
)
"""Key, where the keyboard is then, and roles of some of the things that must be heard."""

Heard = Sequence[dict[str, Any]]


@pytest.fixture
def session_bus(monkeypatch: pytest.MonkeyPatch, display: str) -> Iterator[None]:
    """A session of its own, with a bus on which nobody but this test and the program is."""
    words = ("dbus-run-session", "--", "sh", "-c", 'echo "$DBUS_SESSION_BUS_ADDRESS"; cat')
    monkeypatch.setenv("DISPLAY", display)
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as bus:
        assert bus.stdout is not None
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.stdout.readline().strip())
        monkeypatch.setenv("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "1")
        yield


def test_a_screen_reader_in_another_process_hears_a_name_for_everything_that_can_be_used(
    session_bus: None, display: str, tmp_path: Path
) -> None:
    options = Options(tmp_path / "data", tmp_path / "papers", trial=True)
    words = ("--trial", "--data-dir", str(options.data), "--paper-dir", str(options.papers))
    with watched(display, *words) as desk:
        until_titled(display, desk.process, GATE)
        gate = _hear(desk)
        day_ends.begin(desk)
        pages = {key: _at(desk, key, focus) for key, focus, _ in PAGES}
        day_ends.leave(desk)

    assert _roles(gate) >= {"text", "push button"}
    for key, _, needed in PAGES:
        assert _roles(pages[key]) >= needed, key
    for heard in (gate, *pages.values()):
        assert _nameless(heard) == []
        assert _focused(heard)


def _at(desk: WatchedDesk, key: str, focus: str) -> Heard:
    desk.press(key)
    desk.until(focus, idle=True)
    return _hear(desk)


def _hear(desk: WatchedDesk) -> Heard:
    """What the ear hears of the program; asked again while it has told the bus nothing yet."""
    end = time.monotonic() + START_S
    while time.monotonic() < end:
        done = subprocess.run(
            [SYSTEM_PYTHON, EAR, str(desk.process.pid)],
            env=os.environ,
            capture_output=True,
            text=True,
            timeout=START_S,
            check=False,
        )
        assert not done.stderr, done.stderr
        if done.returncode == 0:
            heard: Heard = json.loads(done.stdout)
            return heard
    raise AssertionError("the program is not on the bus")


def _roles(heard: Heard) -> set[str]:
    return {each["role"] for each in heard}


def _nameless(heard: Heard) -> list[dict[str, Any]]:
    return [each for each in heard if each["role"] in ACTED_ON and not each["name"].strip()]


def _focused(heard: Heard) -> list[str]:
    """Names of what has the keyboard."""
    return [each["name"] for each in heard if each["has_focus"] and each["name"].strip()]
