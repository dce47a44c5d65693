"""A printer on a line: a thread around it, so that it runs beside the host as a real one does.

The thread sleeps until something can happen: bytes, time for the next piece of wire or paper, or a change from outside.
"""

from __future__ import annotations

import selectors
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from typing import TypeVar

from kt1desk.simprinter.attached import AttachedPrinter, Rest
from kt1desk.simprinter.machine import Machine
from kt1desk.simprinter.picture import Picture
from kt1desk.simprinter.plug import Plug
from kt1desk.simprinter.troubles import Troubles, Wiring

_Answer = TypeVar("_Answer")


class Line(AbstractContextManager["Line"]):
    """A printer that runs behind a plug until it is closed; all of it may be used from any thread.

    Args:
        machine: the printer.
        plug: where the host's cable ends.
        name: under which the plug is there from the beginning.
        wiring: speed, buffer and flow control.

    Raises:
        OSError: the name cannot be had.
    """

    def __init__(self, machine: Machine, plug: Plug, name: str, wiring: Wiring | None = None) -> None:
        plug.put_in(name)
        self._printer = AttachedPrinter(machine, plug, wiring or Wiring(), time.monotonic())
        self._moved = threading.Condition()
        self._is_ending = False
        # Sockets, not a pipe: Windows waits for nothing else.
        self._woken, self._wake = socket.socketpair()
        for end in (self._woken, self._wake):
            end.setblocking(False)
        self._thread = threading.Thread(target=self._run, name=f"simprinter {name}", daemon=True)
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def address(self) -> str:
        """What the host opens: a path, or ``host:port``; empty while unplugged."""
        with self._moved:
            return self._printer.plug.address

    @property
    def pages(self) -> tuple[Picture, ...]:
        """Everything printed so far, the oldest first."""
        return self.ask(lambda printer: printer.machine.pages)

    @property
    def troubles(self) -> Troubles:
        """What is the matter now."""
        return self.ask(lambda printer: printer.troubles)

    def change(self, troubles: Troubles) -> None:
        """From now on this is the matter, and nothing else."""
        with self._changing() as printer:
            printer.troubles = troubles

    def load_paper(self, length_mm: float) -> None:
        """Put in so much paper; 0 takes it out."""
        with self._changing() as printer:
            printer.machine.load_paper(length_mm)

    def unplug(self) -> None:
        """Pull the cable out; the printer keeps its power, and what it was waiting for."""
        with self._changing() as printer:
            printer.plug.pull_out()

    def replug(self, name: str) -> None:
        """Put the cable in, perhaps under another name.

        Raises:
            OSError: the name cannot be had.
        """
        with self._changing() as printer:
            printer.plug.pull_out()
            printer.plug.put_in(name)

    def switch_off_and_on(self) -> None:
        """The memory of the printer is empty afterwards."""
        with self._changing() as printer:
            printer.machine.switch_on()

    def ask(self, question: Callable[[AttachedPrinter], _Answer]) -> _Answer:
        """Look at the printer while nothing moves."""
        with self._moved:
            return question(self._printer)

    def wait_until(self, seen: Callable[[AttachedPrinter], bool], seconds: float = 10.0) -> bool:
        """Wait until something is so; returns False where it was not within this time."""
        with self._moved:
            return self._moved.wait_for(lambda: seen(self._printer), seconds)

    def close(self) -> None:
        """Pull the cable out and end the thread; may be called twice."""
        if self._is_ending:
            return
        with self._changing() as printer:
            self._is_ending = True
            printer.plug.pull_out()
        self._thread.join()
        self._woken.close()
        self._wake.close()

    @contextmanager
    def _changing(self) -> Iterator[AttachedPrinter]:
        """The printer, alone; the thread looks at it again afterwards."""
        with self._moved:
            yield self._printer
            self._moved.notify_all()
            with suppress(BlockingIOError):  # what is full wakes just as well
                self._wake.send(b"!")

    def _run(self) -> None:
        while True:
            with self._moved:
                if self._is_ending:
                    return
                rest = self._printer.step(time.monotonic())
                self._moved.notify_all()
            _sleep(self._woken, rest)


def _sleep(woken: socket.socket, rest: Rest) -> None:
    """Until it is time, something came, or somebody changed something."""
    with selectors.DefaultSelector() as selector:
        selector.register(woken, selectors.EVENT_READ)
        if rest.watched is not None:
            with suppress(OSError, ValueError):  # unplugged in the meantime: the change wakes us at once
                selector.register(rest.watched, selectors.EVENT_READ)
        selector.select(rest.seconds)
    with suppress(BlockingIOError):
        woken.recv(4096)
