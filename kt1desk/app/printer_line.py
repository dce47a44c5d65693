"""The one way to a printer that everything at the desk shares: kept open between jobs where the printer has something to tell.

It is a port like those below it. It belongs to the thread of its printer; only `stalled_s`, `moved_s` and `is_open` are read by others.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress

from kt1desk.printing.ports.base import Port, PortError, Progress

_LISTEN_EVERY_S = 0.1
_MOST_HEARD = 4096
"""Bytes kept of what a printer says during a job; a confirmation is the last of it and has a dozen."""


class PrinterLine:
    """A port that stays open.

    Args:
        keeps: whether it stays open between jobs; else every job opens and closes it.
        heard: gets every byte the printer says, whoever reads it.
    """

    def __init__(self, keeps: bool, heard: Callable[[bytes], None]) -> None:
        self._keeps = keeps
        self._heard = heard
        self._port: Port | None = None
        self.moved_s = 0.0
        self._listened_s = 0.0
        self._sending = False
        self._meanwhile = b""
        self.is_open = False

    def over(self, port: Port) -> PrinterLine:
        """This line over a port that was just made; the one that is open already goes on being used."""
        if not self.is_open:
            self._port = port
        return self

    def open(self) -> None:
        """See the port; nothing happens where it is open."""
        if not self.is_open:
            self._made().open()
            self.is_open = True

    def send(self, data: bytes, progress: Progress) -> int:
        """See the port. What the printer says meanwhile is heard; after a failure the line is closed."""
        accepted = -1

        def moved(sent: int) -> None:
            nonlocal accepted
            if sent != accepted:
                accepted, self.moved_s = sent, time.monotonic()
            self._listen_meanwhile()
            progress(sent)

        self.moved_s, self._sending = time.monotonic(), True
        try:
            return self._made().send(data, moved)
        except PortError:
            self.drop()
            raise
        finally:
            self._sending = False

    @property
    def hears(self) -> bool:
        """See the port."""
        return self._made().hears

    def receive(self, wait_s: float) -> bytes:
        """See the port. What was said during the sending comes first: the answer to what was just sent may be among it."""
        if self._meanwhile:
            said, self._meanwhile = self._meanwhile, b""
            return said
        try:
            said = self._made().receive(wait_s)
        except PortError:
            self.drop()
            raise
        if said:
            self._heard(said)
        return said

    def close(self) -> None:
        """A job is through: the line stays open if it is kept."""
        if not self._keeps and self.is_open:
            self.is_open = False
            self._made().close()

    def rest(self) -> None:
        """A question is answered, or not: as `close`, and nothing of it can be lost."""
        if not self._keeps:
            self.drop()

    def drop(self) -> None:
        """Close whatever happens: the printer is gone, or somebody else is to have it."""
        self._meanwhile = b""
        if self.is_open:
            self.is_open = False
            with suppress(PortError):
                self._made().close()

    def stalled_s(self) -> float:
        """Seconds since the printer last took a byte of what is being sent; 0 while nothing is. For any thread."""
        return time.monotonic() - self.moved_s if self._sending else 0.0

    def _listen_meanwhile(self) -> None:
        """A printer that speaks by itself says why it takes no more while it takes no more."""
        if time.monotonic() - self._listened_s < _LISTEN_EVERY_S:
            return
        self._listened_s = time.monotonic()
        # A line that is gone shows in the sending too, and there with the number of bytes that went out.
        with suppress(PortError):
            if said := self._made().receive(0):
                self._meanwhile = (self._meanwhile + said)[-_MOST_HEARD:]
                self._heard(said)

    def _made(self) -> Port:
        if self._port is None:
            raise PortError("printer.missing")
        return self._port
