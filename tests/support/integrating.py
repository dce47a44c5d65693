"""A centre for tests of the integrator, in memory or in a real PostgreSQL: frames are laid on the gate's shelves, rounds are gone through.

What the gate itself refuses is tested where the gate is; here its shelves hold whatever a test puts there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol

import psycopg

from kt1desk.centre.integrator import KEY_LIST, PROVINCE_KEY, Integrator
from kt1desk.centre.ledger_values import (
    Alarm,
    ChainKey,
    ChainMark,
    EventKey,
    EventRow,
    ParkedRow,
    StoredEvent,
)
from kt1desk.centre.pg_gate_store import PgGateStore
from kt1desk.centre.pg_ledger import PgLedger
from kt1desk.centre.pg_reader import PgLedgerReader
from kt1desk.centre.standing import Works
from kt1desk.domain.events import Stream
from kt1desk.domain.facts import LineAllowed
from kt1desk.exchange.dictionary import shipped
from kt1desk.exchange.frames import Frame
from kt1desk.exchange.key_list import sign_key_list
from kt1desk.exchange.trust import KeyList
from tests.support.clocks import HandClock
from tests.support.desk_chains import KEY, NOON, DeskChain, GateKey, forged, records_of
from tests.support.exchange_keys import NOON_MS, PROVINCE
from tests.support.gate_model import GateModel, ModelDevice
from tests.support.gate_shelves_in_memory import ModelGateStore
from tests.support.ledger_in_memory import (
    MemoryCore,
    MemoryLedger,
    MemoryReader,
    Step,
    no_step,
)
from tests.support.postgres import Cluster

Connection = psycopg.Connection[tuple[Any, ...]]


class Killed(BaseException):
    """The process ends here: nothing behind this is done, and nobody catches it."""


class Reading(Protocol):
    """What tests ask a ledger."""

    def marks(self) -> dict[ChainKey, ChainMark]: ...
    def parked(self) -> list[ParkedRow]: ...
    def events_after(self, chain: ChainKey, seq: int, limit: int) -> list[StoredEvent]: ...


class AnyCentre(Protocol):
    """A centre, wherever its rows lie."""

    clock: HandClock

    def lay(self, *frames: Frame) -> None:
        """Lay frames on the gate's shelves, each at the end of its chain."""

    def list_keys(self, keys: KeyList, *, approved: bool = True) -> None:
        """Bring a key list in; where it is approved, the line of each desk was allowed in a life before the ones that are looked at."""

    def integrator(self, holder: str = "one", step: Step = no_step, frames: int = 100) -> Integrator:
        """An integrator of its own process; ``step`` is called before each statement."""

    def gone(self) -> None:
        """The processes of all integrators are gone, with whatever they held."""

    @property
    def reader(self) -> Reading: ...

    def mail(self, point: str) -> list[bytes]:
        """The mail of a point at the gate."""

    def core_mail(self, point: str) -> list[bytes]:
        """The same in the ledger."""

    def alarms(self) -> dict[tuple[str, str], Alarm]:
        """The open ones."""

    def post(self, kind: int, content: bytes, target: str = "") -> None: ...


@dataclass
class MemoryCentre:
    """In memory."""

    clock: HandClock = field(default_factory=HandClock)
    core: MemoryCore = field(default_factory=MemoryCore)
    model: GateModel = field(default_factory=lambda: GateModel(lambda: bytes(16), lambda: NOON_MS))

    def lay(self, *frames: Frame) -> None:
        for frame in frames:
            first = frame.head.first
            known = self.model.devices.setdefault(first.device, ModelDevice(first.device, "?"))
            known.chains.setdefault((first.stream, first.incarnation), []).append(frame.data)

    def list_keys(self, keys: KeyList, *, approved: bool = True) -> None:
        for row in _approvals(keys) if approved else ():
            self.core.rows.events[row.key] = row
        self.core.rows.settings[KEY_LIST] = sign_key_list(keys, PROVINCE)
        self.core.rows.settings[PROVINCE_KEY] = PROVINCE.public_key().public_bytes_raw()

    def integrator(self, holder: str = "one", step: Step = no_step, frames: int = 100) -> Integrator:
        gate = ModelGateStore(self.model, lambda: self.clock.wall_ms, step)
        return Integrator(
            Works(MemoryLedger(self.core, holder, step), gate, KEY, self.clock, shipped()), frames
        )

    def gone(self) -> None:
        self.core.locked_by = None

    @property
    def reader(self) -> MemoryReader:
        return MemoryReader(self.core.rows)

    def mail(self, point: str) -> list[bytes]:
        return [data for _, data in self.model.mail.get(point, [])]

    def core_mail(self, point: str) -> list[bytes]:
        return [row.data for row in self.reader.mail_after(point, 0, 1_000_000)]

    def alarms(self) -> dict[tuple[str, str], Alarm]:
        return self.core.rows.alarms

    def post(self, kind: int, content: bytes, target: str = "") -> None:
        self.core.post(kind, content, target)


@dataclass
class PgCentre:
    """In a real server."""

    cluster: Cluster
    clock: HandClock = field(default_factory=HandClock)
    _opened: list[Connection] = field(default_factory=list)
    _read: Connection | None = None

    def connect(self, database: str, step: Step = no_step) -> Connection:
        """A connection of the integrator's role; ``step`` is called with each statement before it goes out."""
        made = StepConnection.connect(
            host=str(self.cluster.folder),
            port=self.cluster.port,
            user="integrator",
            dbname=database,
            autocommit=True,
        )
        made.step = step
        self._opened.append(made)
        return made

    def lay(self, *frames: Frame) -> None:
        with self.cluster.admin("gate") as admin:
            for frame in frames:
                first = frame.head.first
                values = (first.device, int(first.stream), first.incarnation, frame.head.number, frame.hash)
                admin.execute(
                    "INSERT INTO gate.device (device, role, point, serial, enrolled_ms) VALUES (%s, %s, '', '', 0)"
                    " ON CONFLICT DO NOTHING",
                    (first.device, f"d{first.device:05}"),
                )
                admin.execute(
                    "INSERT INTO gate.frame_in VALUES (%s, %s, %s, %s, %s, %s, %s)",
                    (*values, frame.data, self.clock.wall_ms),
                )
                admin.execute(
                    "INSERT INTO gate.chain VALUES (%s, %s, %s, %s, %s) ON CONFLICT (device, stream, incarnation)"
                    " DO UPDATE SET number = excluded.number, hash = excluded.hash",
                    values,
                )

    def list_keys(self, keys: KeyList, *, approved: bool = True) -> None:
        with self.cluster.admin("core") as admin:
            for row in _approvals(keys) if approved else ():
                values = ", ".join(["%s"] * len(row))
                admin.execute(
                    f"INSERT INTO ledger.event VALUES ({values}) ON CONFLICT DO NOTHING".encode(), row
                )
            admin.execute(
                "INSERT INTO ledger.setting VALUES (%s, %s) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (KEY_LIST, sign_key_list(keys, PROVINCE)),
            )
            admin.execute(
                "INSERT INTO ledger.setting VALUES (%s, %s) ON CONFLICT (name) DO NOTHING",
                (PROVINCE_KEY, PROVINCE.public_key().public_bytes_raw()),
            )

    def integrator(self, holder: str = "one", step: Step = no_step, frames: int = 100) -> Integrator:
        ledger = PgLedger(partial(self.connect, "core", step), holder)
        gate = PgGateStore(partial(self.connect, "gate", step))
        return Integrator(Works(ledger, gate, KEY, self.clock, shipped()), frames)

    def gone(self) -> None:
        pids = [connection.info.backend_pid for connection in self._opened if not connection.closed]
        for connection in self._opened:
            connection.close()
        self._opened.clear()
        with (
            self.cluster.admin() as admin
        ):  # the server notices a little later, and holds the lock until then
            while admin.execute("SELECT 1 FROM pg_stat_activity WHERE pid = ANY(%s)", (pids,)).fetchone():
                pass

    @property
    def reader(self) -> PgLedgerReader:
        if self._read is None or self._read.closed:
            self._read = self.connect("core")
        reading = self._read
        return PgLedgerReader(lambda: reading)

    def mail(self, point: str) -> list[bytes]:
        return self._column("gate", "SELECT data FROM gate.mail_out WHERE point = %s ORDER BY number", point)

    def core_mail(self, point: str) -> list[bytes]:
        return self._column("core", "SELECT data FROM ledger.mail WHERE point = %s ORDER BY number", point)

    def alarms(self) -> dict[tuple[str, str], Alarm]:
        with self.cluster.admin("core") as admin:
            rows = admin.execute(
                "SELECT what, subject, detail, owner FROM ledger.alarm WHERE ended_ms IS NULL"
            )
            return {(row[0], row[1]): Alarm(*row) for row in rows}

    def post(self, kind: int, content: bytes, target: str = "") -> None:
        with self.cluster.admin("core") as admin:
            admin.execute(
                "INSERT INTO ledger.posted (target, kind, content, posted_ms) VALUES (%s, %s, %s, 0)",
                (target, kind, content),
            )

    def _column(self, database: str, statement: str, point: str) -> list[bytes]:
        with self.cluster.admin(database) as admin:
            return [bytes(row[0]) for row in admin.execute(statement, (point,))]


class StepConnection(psycopg.Connection[tuple[Any, ...]]):
    """A connection that tells before each statement."""

    step: Step = staticmethod(no_step)

    def execute(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        self.step(str(query)[:60])
        return super().execute(query, *args, **kwargs)

    def cursor(self, *args: Any, **kwargs: Any) -> Any:
        self.step("cursor")
        return super().cursor(*args, **kwargs)

    def commit(self) -> None:
        self.step("commit")
        super().commit()


def _approvals(keys: KeyList) -> list[EventRow]:
    """That the line of each desk is open: the last event of a life that has no chain any more."""
    said = (LineAllowed.TYPE, LineAllowed.VERSION, 0, 0)
    return [
        EventRow(desk.device, int(Stream.KT1), 0, 1, *said, desk.point, 1, b"", b"", b"", b"{}")
        for desk in keys.desks
    ]


def all_events(reader: Reading) -> Mapping[EventKey, StoredEvent]:
    """Every event of the ledger."""
    found = (each for chain in reader.marks() for each in reader.events_after(chain, 0, 1_000_000))
    return {each.row.key: each for each in found}


__all__ = [
    "KEY",
    "NOON",
    "AnyCentre",
    "Connection",
    "DeskChain",
    "GateKey",
    "Killed",
    "MemoryCentre",
    "PgCentre",
    "Reading",
    "all_events",
    "forged",
    "records_of",
]
