"""The flight recorder's room: what the journal has and the other medium has not goes there, in a thread of its own.

It goes on from the last recorded place, so that a stick that was taken out and comes back is brought up by itself; nobody at the counter
ever waits for it. How far behind it is, it says. This module must not know any screen.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from kt1desk.app.desk import OpenDesk
from kt1desk.app.entropy import system_entropy
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, Stream
from kt1desk.services.backup_places import BackupPlace, places_of
from kt1desk.services.backup_rules import KeepingRule
from kt1desk.store import device_key, entries
from kt1desk.store.device_key import DeviceKey
from kt1desk.store.entries import Chain
from kt1desk.store.flight import ChainAt, FlightFile
from kt1desk.store.flight_shelf import clear_old, recorded_upto
from kt1desk.store.settings import Settings

LOOK_S = 0.5
"""How often the room looks whether something was written."""
AGAIN_S = 10.0
"""So long a medium that failed is left alone."""
BATCH = 200
"""Events in one record at most: so many are lost at most with a torn end, and so long the store is held while they are read."""
_SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class FlightCondition:
    """How the recorder stands.

    Attributes:
        folder: where it records; None where no place is set.
        behind: how many events are not there yet.
        failed: why it cannot, coded; empty where it can.
    """

    folder: Path | None = None
    behind: int = 0
    failed: str = ""


class FlightRoom:
    """Records until it is closed.

    Args:
        desk: the open desk.
        faulted: called with an error that is no refusal.
    """

    def __init__(self, desk: OpenDesk, faulted: Callable[[BaseException], None]) -> None:
        self._desk = desk
        self._faulted = faulted
        self._condition = FlightCondition()
        self._file: FlightFile | None = None
        self._upto: dict[ChainAt, int] = {}
        self._closing = threading.Event()
        # A daemon: a dead medium may take minutes, and must not keep the program alive.
        self._thread = threading.Thread(target=self._serve, name="flight", daemon=True)

    def condition(self) -> FlightCondition:
        """How it stands now."""
        return self._condition

    def start(self) -> None:
        """Begin. Once only."""
        self._thread.start()

    def close(self, patience_s: float) -> bool:
        """End, with what was written up to now recorded as far as patience goes. May be called again; returns whether it has ended."""
        self._closing.set()
        if self._thread.is_alive():
            self._thread.join(patience_s)
        return not self._thread.is_alive()

    def record(self) -> None:
        """Everything that is not there yet.

        Raises:
            DeskError: ``backup.no_place``, ``disk.*``: the file is over, and the next call begins another one.
        """
        folder = places_of(Settings(self._desk.store)).get(BackupPlace.FLIGHT)
        if folder is None or (self._condition.folder not in {None, folder}):
            self._let_go()
        if folder is None:
            self._condition = FlightCondition()
            return
        key = self._key()
        try:
            file = self._file or self._begin(folder, key)
            while events := self._batch(key):
                upto = {
                    **self._upto,
                    **{(each.id.stream, each.id.incarnation): each.id.seq for each in events},
                }
                file.add(upto, events)
                self._upto = upto
        except DeskError as error:
            self._let_go()
            self._condition = FlightCondition(folder, self._behind(key), error.code)
            raise
        self._condition = FlightCondition(folder)

    def _begin(self, folder: Path, key: DeviceKey) -> FlightFile:
        dek, at = self._desk.store.lend_key(), self._desk.clock.now()
        self._upto = dict(recorded_upto(folder, key.device, dek))
        rule = KeepingRule.on(self._desk.reference, self._desk.today)
        clear_old(folder, key.device, rule.flight_days, at)
        self._file = FlightFile(folder, key.device, dek, at, system_entropy(_SALT_BYTES))
        return self._file

    def _batch(self, key: DeviceKey) -> tuple[Event, ...]:
        """The next events of the first chain that is not recorded whole."""
        with self._desk.store.look() as connection:
            for chain, seq in self._chains(key).items():
                walk = entries.walk(connection, chain, seq + 1)
                found = tuple(
                    entries.whole(entry, entries.beside(connection, chain.id(entry.seq)))
                    for entry in list(islice(walk, BATCH))
                )
                if found:
                    return found
        return ()

    def _behind(self, key: DeviceKey) -> int:
        with self._desk.store.look() as connection:
            return sum(
                max(0, entries.head(connection, chain).seq - seq) for chain, seq in self._chains(key).items()
            )

    def _chains(self, key: DeviceKey) -> Mapping[Chain, int]:
        """Every chain of the desk, and up to where it is recorded; the counter's goes first, which opens the desk."""
        return {
            Chain(key.device, stream, incarnation): self._upto.get((stream, incarnation), 0)
            for incarnation in range(1, key.incarnation + 1)
            for stream in reversed(Stream)
        }

    def _key(self) -> DeviceKey:
        with self._desk.store.look() as connection:
            return device_key.load(connection)

    def _let_go(self) -> None:
        file, self._file = self._file, None
        if file is not None:
            file.close()

    def _serve(self) -> None:
        wait = 0.0
        while True:
            last = self._closing.wait(wait)
            wait = LOOK_S
            try:
                self.record()
            except DeskError:
                wait = AGAIN_S  # told by the condition
            except Exception as error:  # noqa: BLE001  the room goes on; a fault is told
                wait = AGAIN_S
                if not last:
                    self._faulted(error)
            if last:
                self._let_go()
                return
