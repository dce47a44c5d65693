"""Something on a serial line that answers as it is told to, at its own speed only: behind a real pseudo terminal."""

from __future__ import annotations

import os
import select
import termios
import threading
import tty
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

_SPEEDS = {termios.B115200: 115200, termios.B9600: 9600, termios.B19200: 19200, termios.B38400: 38400}
_TICK_S = 0.02

Answer = Callable[[bytes], bytes]


@dataclass
class SerialDevice:
    """What hangs on the line.

    Attributes:
        answer: what it says to the bytes that came in one piece; b"" for nothing.
        baud: the speed it understands; at another it hears noise and says nothing.
        says_at_once: what it says by itself, again and again, at whatever speed.
    """

    answer: Answer
    baud: int = 0
    says_at_once: bytes = b""
    heard: bytearray = field(default_factory=bytearray)
    name: str = ""
    _ending: threading.Event = field(default_factory=threading.Event)

    def run(self, master: int) -> None:
        while not self._ending.is_set():
            if self.says_at_once:
                os.write(master, self.says_at_once)
            if not select.select([master], [], [], _TICK_S)[0]:
                continue
            try:
                data = os.read(master, 4096)
            except OSError:  # nobody has the other end open
                self._ending.wait(_TICK_S)
                continue
            self.heard += data
            speed = _SPEEDS.get(termios.tcgetattr(master)[5], 0)
            if not self.baud or speed == self.baud:
                os.write(master, self.answer(data))

    def end(self) -> None:
        self._ending.set()


@contextmanager
def on_a_line(device: SerialDevice) -> Iterator[SerialDevice]:
    """The device on a pseudo terminal whose name is ``device.name``."""
    master, slave = os.openpty()
    tty.setraw(slave)
    device.name = os.ttyname(slave)
    thread = threading.Thread(target=device.run, args=(master,))
    thread.start()
    try:
        yield device
    finally:
        device.end()
        thread.join(10)
        os.close(master)
        os.close(slave)


def nothing(_question: bytes) -> bytes:
    """A device that has no answer to anything."""
    return b""
