"""What goes on beside the integrator that works: old sessions are ended, people see who was there, projections follow.

To project what 53 desks wrote in a day takes a minute, in which no mail may wait: hence a thread with a connection of its own. What it had
begun when the process ends is undone by the server, and done again by the next.

This module must not know what is projected, nor when the integrator works.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

import psycopg

from kt1desk.centre.cluster_sql import CORE, GATE
from kt1desk.centre.pg_reader import Connection
from kt1desk.centre.projector import Projector
from kt1desk.centre.seen import copy_seen
from kt1desk.centre.watchdog import end_stale_sessions
from kt1desk.services.ports import Clock

SEEN_EVERY_MS = 5_000
"""How old what the ledger knows of a desk's last call may be: a province of desks is compared in a few milliseconds, not every second."""
_GRACE_S = 1.0
"""So long whoever ends the process waits for a round to end by itself."""

Connect = Callable[[str], Connection]
"""Opens a connection to a database in which each statement stands for itself."""
Wait = Callable[[float], bool]
"""Waits so many seconds; True where it is time to end."""


class Watching:
    """The quick things, after each round of the integrator: old sessions are ended, and the ledger knows who was there.

    Args:
        connect: opens a connection to a database.
        clock: the centre's clock.
    """

    def __init__(self, connect: Connect, clock: Clock) -> None:
        self._connect = connect
        self._clock = clock
        self._open: tuple[Connection, Connection] | None = None
        self._seen_due_ms = 0

    def round(self) -> None:
        """Do both, as far as they are due.

        Raises:
            psycopg.OperationalError: a database is away.
        """
        if self._open is None:
            self._open = (self._connect(GATE), self._connect(CORE))
        gate, core = self._open
        end_stale_sessions(gate)
        now_ms = self._clock.monotonic_ms()
        if now_ms >= self._seen_due_ms:
            self._seen_due_ms = now_ms + SEEN_EVERY_MS
            copy_seen(gate, core, self._clock.now().utc_ms)

    def close(self) -> None:
        """Let the connections go; the next round opens others."""
        for each in self._open or ():
            each.close()
        self._open = None


class Following:
    """Projections, as long as there is somebody for whom they follow.

    Args:
        connect: opens a connection to a database.
        clock: the centre's clock.
    """

    def __init__(self, connect: Connect, clock: Clock) -> None:
        self._connect = connect
        self._clock = clock
        self._open: Connection | None = None
        self._projector: Projector | None = None

    def round(self) -> bool:
        """One round; True where there is more.

        Raises:
            psycopg.OperationalError: the database is away; the next round has another connection.
        """
        try:
            if self._projector is None:
                self._open = self._connect(CORE)
                self._projector = Projector(self._open, self._clock)
            return self._projector.round().more
        except psycopg.Error:
            self.close()
            raise

    def close(self) -> None:
        """Let the connection go."""
        if self._open is not None:
            self._open.close()
        self._open, self._projector = None, None


class Beside:
    """Something that goes on in a thread of its own until the process is told to end.

    Args:
        work: goes on until the waiting it is given says to end.
        ending: says so; set here as well where the work breaks, for otherwise nobody would notice that it stands still.
    """

    def __init__(self, work: Callable[[Wait], None], ending: threading.Event) -> None:
        self._work = work
        self._ending = ending
        self._failed: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="beside", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def end(self) -> None:
        """Have it end, and raise what it broke with. What does not end soon ends with the process."""
        self._ending.set()
        self._thread.join(_GRACE_S)
        if self._failed is not None:
            raise self._failed

    def _run(self) -> None:
        try:
            self._work(self._ending.wait)
        except BaseException as error:  # noqa: BLE001 - handed to whoever waits for the end
            self._failed = error
            self._ending.set()
