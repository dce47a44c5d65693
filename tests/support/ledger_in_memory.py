"""The ledger and the gate's shelves in memory, for the integrator in simulations: a batch goes in whole or not at all.

Deterministic: no clock, no chance, and everything is read in the order of its keys. What PostgreSQL refuses, an event twice or mail with a
hole, is refused here, too. `MemoryLedger.crash` ends the process, as it were, at the next steps that are counted.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from typing import Any

from kt1desk.centre.ledger_ports import Addressed
from kt1desk.centre.ledger_values import (
    Alarm,
    Batch,
    BesideRow,
    ChainKey,
    ChainMark,
    EventKey,
    EventRow,
    LineWord,
    MailRow,
    ParkedRow,
    ParkedWhat,
    PostedRow,
    SiblingRow,
    StoredEvent,
    WaitingRow,
)
from kt1desk.centre.lines import words_after
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Particulars
from kt1desk.exchange.bundle import MailMark

Step = Callable[[str], None]
ParkedKey = tuple[ParkedWhat, ChainKey, int]


def no_step(_: str) -> None:
    """Nothing happens between two statements."""


@dataclass
class Rows:
    """The tables."""

    settings: dict[str, bytes] = field(default_factory=dict)
    chains: dict[ChainKey, ChainMark] = field(default_factory=dict)
    frames: dict[tuple[ChainKey, int], bytes] = field(default_factory=dict)
    events: dict[EventKey, EventRow] = field(default_factory=dict)
    beside: dict[EventKey, list[BesideRow]] = field(default_factory=dict)
    parked: dict[ParkedKey, ParkedRow] = field(default_factory=dict)
    mail: dict[str, list[MailRow]] = field(default_factory=dict)
    mailed: dict[Addressed, int] = field(default_factory=dict)
    posted: dict[int, PostedRow] = field(default_factory=dict)
    waiting: list[int] = field(default_factory=list)
    siblings: dict[str, SiblingRow] = field(default_factory=dict)
    held_back: list[WaitingRow] = field(default_factory=list)
    alarms: dict[tuple[str, str], Alarm] = field(default_factory=dict)
    ended: list[tuple[str, str]] = field(default_factory=list)
    holder: str = ""
    doing: str = ""
    lag_ms: int = 0


@dataclass
class MemoryCore:
    """One database ``core``. Any number of `MemoryLedger` work on it; one of them holds the lock."""

    rows: Rows = field(default_factory=Rows)
    locked_by: object | None = None

    def backup(self) -> object:
        """All rows, for `restore`."""
        return copy.deepcopy(self.rows)

    def restore(self, held: object) -> None:
        """Go back to a backup; whoever was connected no longer is."""
        self.rows = copy.deepcopy(held)  # type: ignore[assignment]
        self.locked_by = None

    def post(self, kind: int, content: bytes, target: str = "") -> int:
        """Post something to a point, or to all."""
        number = len(self.rows.posted) + 1
        self.rows.posted[number] = PostedRow(number, target, kind, content)
        self.rows.waiting.append(number)
        return number


class MemoryLedger:
    """The ledger of one integrator over a `MemoryCore`.

    Args:
        core: the rows.
        holder: its name.
        step: called before each statement with its name; whatever it raises ends the integrator there.
    """

    def __init__(self, core: MemoryCore, holder: str = "one", step: Step = no_step) -> None:
        self.core = core
        self._holder = holder
        self._step = step
        self._session = object()

    @property
    def read(self) -> MemoryReader:
        """What lies in it."""
        return MemoryReader(self.core.rows)

    def take(self, now_ms: int, until_ms: int) -> str | None:
        """Become the one integrator, if no other is."""
        self._step("take")
        if self.core.locked_by not in {None, self._session}:
            return None
        self.core.locked_by = self._session
        self.core.rows.holder = self._holder
        return self.core.rows.doing

    def keep(self, now_ms: int, until_ms: int, doing: str, lag_ms: int) -> None:
        """Go on being it."""
        self._step("keep")
        self._check()
        self.core.rows.doing, self.core.rows.lag_ms = doing, lag_ms

    def tried(self, row: ParkedRow) -> int:
        """Note one more try."""
        self._step("tried")
        key = (row.what, row.chain, row.at)
        tries = self.core.rows.parked[key].tries + 1 if key in self.core.rows.parked else 1
        self.core.rows.parked[key] = replace_tries(row, tries)
        return tries

    def write(self, batch: Batch) -> None:
        """Write everything or nothing."""
        self._step("write")
        self._check()
        rows = _shallow(self.core.rows)
        _write(rows, batch)
        self._step("commit")
        self.core.rows = rows
        self._step("committed")

    def release(self) -> None:
        """Let another one work; also what happens to a lock when its process ends."""
        if self.core.locked_by is self._session:
            self.core.locked_by = None

    def _check(self) -> None:
        if self.core.locked_by is not self._session or self.core.rows.holder != self._holder:
            raise DeskError("centre.lease_lost")


@dataclass(frozen=True)
class MemoryReader:
    """Reads the rows."""

    rows: Rows

    def setting(self, name: str) -> bytes | None:
        return self.rows.settings.get(name)

    def marks(self) -> dict[ChainKey, ChainMark]:
        return dict(sorted(self.rows.chains.items()))

    def frame_hashes(self, wanted: Collection[tuple[ChainKey, int]]) -> dict[tuple[ChainKey, int], bytes]:
        return {place: self.rows.frames[place] for place in wanted if place in self.rows.frames}

    def events_after(self, chain: ChainKey, seq: int, limit: int) -> list[StoredEvent]:
        found = [key for key in self.rows.events if key.chain == chain and key.seq > seq]
        return [self._stored(key) for key in sorted(found)[:limit]]

    def parked(self) -> list[ParkedRow]:
        found = self.rows.parked.values()
        return sorted(found, key=lambda row: (row.chain, row.what is ParkedWhat.EVENT, row.at))

    def mailboxes(self) -> dict[str, MailMark]:
        return {point: box[-1].mark for point, box in sorted(self.rows.mail.items())}

    def mail_after(self, point: str, number: int, limit: int) -> list[MailRow]:
        return self.rows.mail.get(point, [])[number : number + limit]

    def mailed(self, wanted: Collection[Addressed]) -> set[Addressed]:
        return {each for each in wanted if each in self.rows.mailed}

    def mailed_after(self, point: str, number: int) -> list[EventKey]:
        found = [(at, key) for (to, key), at in self.rows.mailed.items() if to == point and at > number]
        return [key for _, key in sorted(found)]

    def posted(self, limit: int) -> list[PostedRow]:
        return [self.rows.posted[number] for number in self.rows.waiting[:limit]]

    def siblings(self) -> dict[str, SiblingRow]:
        return dict(sorted(self.rows.siblings.items()))

    def lines(self) -> dict[int, LineWord]:
        return words_after({}, self.rows.events.values())

    def waiting_points(self) -> set[str]:
        return {row.point for row in self.rows.held_back}

    def waiting(self, point: str, limit: int) -> list[WaitingRow]:
        return [row for row in self.rows.held_back if row.point == point][:limit]

    def _stored(self, key: EventKey) -> StoredEvent:
        beside = tuple(Particulars(row.slot, row.salt, row.row) for row in self.rows.beside.get(key, ()))
        return StoredEvent(self.rows.events[key], beside)


def replace_tries(row: ParkedRow, tries: int) -> ParkedRow:
    """The row with another number of tries."""
    return row._replace(tries=tries)


def _shallow(rows: Rows) -> Rows:
    copied: dict[str, Any] = {
        name: value.copy() if isinstance(value, dict | list) else value for name, value in vars(rows).items()
    }
    made = replace(rows, **copied)
    made.mail = {point: list(box) for point, box in rows.mail.items()}
    return made


def _write(rows: Rows, batch: Batch) -> None:
    rows.doing = ""
    rows.chains.update(batch.chains)
    for frame in batch.frames:
        rows.frames[ChainKey(*frame[:3]), frame.number] = frame.hash
    for event in batch.events:
        if event.key in rows.events:
            raise ValueError(f"event {event.key.text} twice")
        rows.events[event.key] = event
    for beside in batch.beside:
        key = EventKey(*beside[:4])
        rows.beside[key] = [*rows.beside.get(key, []), beside]
    for place in batch.unparked:
        rows.parked.pop(place, None)
    for parked in batch.parked:
        rows.parked[parked.what, parked.chain, parked.at] = parked
    _write_mail(rows, batch)
    for matter in batch.ended:
        if rows.alarms.pop(matter, None) is not None:
            rows.ended.append(matter)
    for alarm in batch.alarms:
        rows.alarms[alarm.what, alarm.subject] = alarm


def _write_settled(rows: Rows, batch: Batch) -> None:
    for point, number in batch.taken_back:
        rows.mail[point] = rows.mail[point][:number]
        gone = [place for place, at in rows.mailed.items() if place[0] == point and at > number]
        for place in gone:
            del rows.mailed[place]
    rows.waiting = sorted({*rows.waiting, *batch.posted_again})
    if batch.settled:
        rows.settings["settling"] = b""


def _write_mail(rows: Rows, batch: Batch) -> None:
    _write_settled(rows, batch)
    for mail in batch.mail:
        box = rows.mail.setdefault(mail.point, [])
        if mail.number != len(box) + 1:
            raise ValueError(f"mail {mail.point} #{mail.number}")
        box.append(mail)
    for row in batch.mailed:
        place = (row.point, EventKey(*row[1:5]))
        if place in rows.mailed:
            raise ValueError(f"event {place[1].text} twice for {row.point}")
        rows.mailed[place] = row.number
    rows.waiting = [number for number in rows.waiting if number not in batch.posted_done]
    rows.held_back = [row for row in rows.held_back if row not in batch.called]
    rows.held_back += [row for row in batch.waits if row not in rows.held_back]
    rows.siblings.update({row.point: row for row in batch.siblings})
    for point in batch.siblings_gone:
        rows.siblings.pop(point, None)
