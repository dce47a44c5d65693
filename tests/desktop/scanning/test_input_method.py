"""A real input method of the system (ibus-unikey, Telex) is on: Vietnamese can be typed, and a scan is exact or refused, never wrong."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pytestqt.exceptions import TimeoutError
from pytestqt.qtbot import QtBot

from tests.devices.keyboard import item_number
from tests.support.tree import ROOT
from tests.support.xtest_keys import XKeys

ENGINE = Path("/usr/libexec/ibus-engine-unikey")
pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(
        not ENGINE.exists() or not shutil.which("ibus-daemon"),
        reason="ibus-unikey is not installed: installer/bootstrap/system.sh soak",
    ),
]
PREFIXES = ("ME", "MA", "MD", "MO", "MU", "MW", "AA", "DD", "EE", "OO", "UW", "RR")
"""Series that Telex lets through, and series that it rewrites."""
FIELDS = ("words", "note", "number")
START_S = 20.0
TRIES = 8
AFTER_MS = 200
"""What comes sooner after a letter typed by hand is typing, too."""


@dataclass
class Composing:
    """The small desk, its keyboard, and how it is asked."""

    process: subprocess.Popen[str]
    keyboard: XKeys
    qtbot: QtBot

    def say(self, word: str) -> dict[str, Any]:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{word}\n")
        self.process.stdin.flush()
        told: dict[str, Any] = json.loads(self.process.stdout.readline())
        return told

    def until(self, holds: Callable[[dict[str, Any]], bool], timeout_ms: int = 5000) -> dict[str, Any]:
        told: list[dict[str, Any]] = []

        def asked() -> bool:
            told.append(self.say("tell"))
            return holds(told[-1])

        self.qtbot.waitUntil(asked, timeout=timeout_ms)
        return told[-1]

    def type(self, text: str, field: str) -> None:
        """A hand, eleven keys a second."""
        self.say("clear")
        self.say(field)
        self.keyboard.burst(text, 11, suffix="")

    def scan(self, code: str, keys_per_s: float, field: str, suffix: str = "\r") -> dict[str, Any]:
        """A burst, again where the machine itself halted in the middle of it: no scanner does that."""
        for _ in range(TRIES):
            self.say("clear")
            self.say(field)
            self.keyboard.burst(code, keys_per_s, suffix, after_ms=AFTER_MS)
            with suppress(TimeoutError):  # letters that were let out and are still being composed
                told = self.until(lambda told: _is_over(told, code, suffix))
                if not told["stuttered"]:
                    return told
            assert self.say("tell")["stuttered"], f"{code} was lost in {field}"
        raise AssertionError("the machine is too busy to play a scanner")


def _is_over(told: dict[str, Any], code: str, suffix: str) -> bool:
    """Whether all of a burst came in, as a scan or as text."""
    heard = bool(told["codes"] or told["refused"])
    text = max(len(each) for each in told["texts"])
    return bool(told["ends"] >= len(suffix)) and (heard or text >= len(code) - 2)


def _has(text: str, told: dict[str, Any]) -> bool:
    return text in told["texts"]


@pytest.fixture(scope="module")
def bus(display: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """A message bus and ibus with Unikey switched on; what a program must know to find them."""
    home = tmp_path_factory.mktemp("ibus")
    env = {
        **os.environ,
        "XDG_CONFIG_HOME": str(home),
        "XDG_CACHE_HOME": str(home),
        "GSETTINGS_BACKEND": "memory",
    }
    with ExitStack() as things:
        daemon = _started(things, ["dbus-daemon", "--session", "--nofork", "--print-address"], env)
        assert daemon.stdout is not None
        env["DBUS_SESSION_BUS_ADDRESS"] = daemon.stdout.readline().strip()
        _started(things, ["ibus-daemon", "--panel", "disable", "--emoji-extension", "disable"], env)
        _switch_on(env)
        yield env


def _started(things: ExitStack, command: Sequence[str], env: dict[str, str]) -> subprocess.Popen[str]:
    process = things.enter_context(
        subprocess.Popen(
            command,
            env=env,
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
        )
    )
    things.callback(process.kill)
    return process


def _switch_on(env: dict[str, str]) -> None:
    """Ask until the daemon is there: it takes a second to come up."""
    until = time.monotonic() + START_S
    while time.monotonic() < until:
        _ask(
            env, "Unikey"
        )  # says no where the layout of the screen cannot be set, and switches on all the same
        if _ask(env) == "Unikey":
            return
    raise AssertionError("ibus does not switch Unikey on")


def _ask(env: dict[str, str], *engine: str) -> str:
    command = ["ibus", "engine", *engine]
    return subprocess.run(
        command, env=env, capture_output=True, text=True, timeout=START_S, check=False
    ).stdout.strip()


@pytest.fixture
def desk(bus: dict[str, str], qtbot: QtBot) -> Iterator[Composing]:
    with ExitStack() as things:
        keyboard = XKeys(os.environ["DISPLAY"])
        things.callback(keyboard.close)
        command = [sys.executable, "-m", "tests.support.composing_desk"]
        process = _started(things, command, {**bus, "QT_IM_MODULE": "ibus", "PYTHONPATH": str(ROOT)})
        made = Composing(process, keyboard, qtbot)
        made.until(lambda told: bool(told["active"]), timeout_ms=15_000)
        yield made


def test_vietnamese_is_typed_where_it_should_be_and_not_where_numbers_go(desk: Composing) -> None:
    desk.type("tieengs Vieetj vaf mootj cawn nhaf ", "words")
    desk.until(lambda told: told["texts"][1] == "tiếng Việt và một căn nhà ", timeout_ms=15_000)
    desk.type("tieengs Vieetj ", "note")
    desk.until(lambda told: told["texts"][2] == "tiếng Việt ", timeout_ms=15_000)
    desk.type("tieengs ", "number")

    told = desk.until(lambda told: told["texts"][0] == "tieengs ", timeout_ms=15_000)

    assert (told["codes"], told["refused"]) == ([], 0)


@pytest.mark.parametrize("keys_per_s", [30, 60, 100, 250, 500, 1000])
@pytest.mark.parametrize("field", FIELDS)
def test_every_scan_is_exact_or_refused_and_nothing_stays_behind(
    desk: Composing, field: str, keys_per_s: int
) -> None:
    rng = random.Random(f"{field} {keys_per_s}")
    codes = [item_number(rng, prefix) for prefix in PREFIXES for _ in range(3)]
    codes += ["TUI25000017", "NP0041772", "H37.12-251120-0012"]
    exact, refused = 0, 0

    for code in codes:
        told = desk.scan(code, keys_per_s, field)
        assert told["codes"] in ([code], []), f"{code} came as {told}"
        assert told["refused"] == (0 if told["codes"] else 1), f"{code} came as {told}"
        assert told["texts"] == ["", "", ""], f"{code} left {told}"
        assert told["enters"] == 0
        exact += bool(told["codes"])
        refused += told["refused"]

    print(f"{field} {keys_per_s}/s: {exact} exact, {refused} refused of {len(codes)}")
    assert exact >= len(codes) - 3


@pytest.mark.parametrize("field", FIELDS)
def test_a_scan_without_suffix_leaves_nothing_of_what_was_being_composed(desk: Composing, field: str) -> None:
    for code in ("ME473124829VN", "AA123456785VN"):
        told = desk.scan(code, 100, field, suffix="")
        assert (told["codes"], told["texts"]) == ([code], ["", "", ""])
        desk.type("mootj ", field)
        typed = "mootj " if field == "number" else "một "
        desk.until(partial(_has, typed), timeout_ms=10_000)


def test_a_scan_in_the_middle_of_a_sentence_takes_nothing_of_it(desk: Composing) -> None:
    desk.type("hoaf ", "words")
    desk.keyboard.burst("ME473124829VN", 100, after_ms=300)
    desk.until(lambda told: told["codes"] == ["ME473124829VN"], timeout_ms=10_000)
    desk.keyboard.burst("binhf ", 11, suffix="", after_ms=300)

    told = desk.until(lambda told: told["texts"][1].endswith("bình "), timeout_ms=10_000)

    assert told["texts"][1] in {"hòa bình ", "hoà bình "}
