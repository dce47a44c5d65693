"""Keys that are pressed while an item is being written mean the next item: real key events of a real X server, and a slow disk."""

from __future__ import annotations

import subprocess
import threading

from PySide6.QtCore import QTimer

from tests.support.accepting import F9, SPACE, AtCounter, wait_until
from tests.support.keys import press


def slow(clerk: AtCounter) -> threading.Event:
    """From now on the disk takes its time, until the test lets it go on."""
    gate = threading.Event()
    clerk.needs.before_writing = lambda: gate.wait(20)
    return gate


def test_keys_pressed_while_an_item_is_written_begin_the_next_one(clerk: AtCounter) -> None:
    gate = slow(clerk)
    clerk.ordinary()
    clerk.key(SPACE)
    seen: list[str] = []

    def type_on() -> None:
        subprocess.run(["xdotool", "type", "--delay", "5", "stc"], check=True, timeout=20)
        QTimer.singleShot(50, let_go)

    def let_go() -> None:
        seen.append(clerk.text("weight") + clerk.text("sender"))
        gate.set()

    QTimer.singleShot(0, type_on)
    press(F9)
    wait_until(lambda: clerk.text("sender") == "stc")

    assert seen == ["340Sở Nội vụ tỉnh Lạng Sơn"]
    assert len(clerk.items()) == 1
    assert clerk.text("weight") == ""


def test_f9_pressed_twice_accepts_once(clerk: AtCounter) -> None:
    gate = slow(clerk)
    clerk.ordinary()
    clerk.key(SPACE)

    QTimer.singleShot(0, lambda: press(F9))
    QTimer.singleShot(20, gate.set)
    press(F9)
    clerk.settle()

    assert len(clerk.items()) == 1
    assert clerk.focus() == "sender"
