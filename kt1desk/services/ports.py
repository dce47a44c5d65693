"""Ports: what the services need from outside, as Protocols. Store, printing and app implement them; services never import those.

A `Work` is one transaction. Everything a use case does happens in one: read, decide, append, queue papers, commit. Paper may start
only after `Work.commit` has returned: by then the event is on the disk and the head marker outside the database says so.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

from kt1desk.domain.canonical import Json
from kt1desk.domain.events import Event, EventId, Moment
from kt1desk.domain.facts import Fact
from kt1desk.domain.print_job import JobTrigger
from kt1desk.domain.procedure import Procedure
from kt1desk.domain.reference import Agency
from kt1desk.services.case_ports import CaseReader, CounterBookReader, DossierReader
from kt1desk.services.centre_ports import CentreReader, CentreWork
from kt1desk.services.custody_ports import CustodyReader, MailReader, MailWork
from kt1desk.services.day_ports import DayReader
from kt1desk.services.drawer_ports import DrawerReader
from kt1desk.services.rows import (
    BlockRow,
    CashSum,
    DeskRow,
    ItemRow,
    PaperRow,
    ParkedRow,
    SearchHit,
    ShiftRow,
    UserRow,
)
from kt1desk.services.sound_ports import SoundReader
from kt1desk.services.stream_ports import StreamReader
from kt1desk.services.system_ports import SystemReader


class Clock(Protocol):
    """Wall clock and boot id; tests and the simulation hand in their own."""

    def now(self) -> Moment:
        """The wall clock: UTC milliseconds and the offset in minutes."""

    def monotonic_ms(self) -> int:
        """Milliseconds that never go back, for time-outs only."""

    def boot_id(self) -> str:
        """Id of the machine's boot, so that two readings can be compared or not."""


@dataclass(frozen=True, slots=True)
class PaperDraft:
    """A paper to be queued with the event it proves: template, version and every text that stands on it.

    ``role`` says which printer (``label`` or ``receipt``); ``item`` the number it belongs to; ``copy`` counts from 1.
    """

    role: str
    template: str
    version: int
    item: str
    values: Mapping[str, str] = field(repr=False)
    copy: int = 1


@dataclass(frozen=True, slots=True)
class Appending:
    """How an event is to be written: who, with whom, after what, when it happened, and what stands beside it.

    ``particulars`` maps a slot to its fields; the store adds the salts.
    """

    actor: str
    second: str = ""
    parents: tuple[EventId, ...] = ()
    happened: Moment | None = None
    particulars: Mapping[str, Mapping[str, str]] | None = field(default=None, repr=False)


class PaperReader(Protocol):
    """Reading of what is to be printed and what was."""

    def papers(self, item: str = "", limit: int = 50) -> Sequence[PaperRow]:
        """Print jobs, newest first; of one item where a number is given."""

    def paper(self, job: int) -> PaperRow:
        """One print job, however old.

        Raises:
            DeskError: ``print.unknown_job`` with ``job``.
        """

    def open_questions(self) -> Sequence[PaperRow]:
        """Print jobs that ask the clerk something: UNKNOWN, and those that waited too long."""


class ItemReader(Protocol):
    """Reading of items."""

    def item(self, item: str) -> ItemRow | None:
        """One item by its number."""

    def items_of_shift(self, shift: str, limit: int) -> Sequence[ItemRow]:
        """The newest items of a shift, newest first."""

    def last_receivers(self, sender_agency: str, limit: int) -> Sequence[str]:
        """Ids of the agencies that this sender's items went to, the most frequent and newest first (A, B and C items do not count)."""

    def frequent_agencies(self, limit: int, *, receiving: bool) -> Sequence[str]:
        """Ids of the agencies that send most from here, or that most goes to, the newest first among equals (A, B, C do not count)."""


class Reader(
    ItemReader,
    StreamReader,
    DossierReader,
    CaseReader,
    CounterBookReader,
    PaperReader,
    CustodyReader,
    MailReader,
    CentreReader,
    DayReader,
    DrawerReader,
    SystemReader,
    SoundReader,
    Protocol,
):
    """Reading: the same inside a transaction and outside."""

    def desk(self) -> DeskRow | None:
        """Who this desk is; None before its first event."""

    def slot_versions(self) -> Mapping[str, int]:
        """The newest version of each key slot by its holder: an older slot file is refused by it."""

    def users(self) -> Sequence[UserRow]:
        """All users, in the order of their names."""

    def user(self, user: str) -> UserRow | None:
        """One user by id."""

    def last_log_ins(self) -> Mapping[str, int]:
        """UTC milliseconds of each user's last log-in at this desk; slow on a long journal."""

    def open_shift(self) -> ShiftRow | None:
        """The shift that is open, if one is."""

    def last_shift(self) -> ShiftRow | None:
        """The shift opened last, open or closed."""

    def cash_of_shift(self, shift: str) -> Sequence[CashSum]:
        """What came into and left the drawer of the newest shifts, by kind; those kinds only that had any."""

    def shifts_on(self, business_date: str) -> int:
        """How many shifts this desk has opened for a business date (ISO), in whatever order."""

    def blocks(self) -> Sequence[BlockRow]:
        """The number blocks of this desk, the one in use first."""

    def number_is_used(self, item: str) -> bool:
        """Whether the number was ever given out or voided."""

    def search(self, text: str, kinds: Sequence[str], limit: int) -> Sequence[SearchHit]:
        """Diacritic-free search by prefixes in any order of words; best first."""

    def event(self, event_id: EventId) -> Event | None:
        """One event, as stored."""

    def event_count(self) -> int:
        """How many events stand in both streams."""


class Work(Reader, MailWork, CentreWork, Protocol):
    """One transaction that may write. Leaving the context without `commit` undoes everything."""

    def append(self, fact: Fact, how: Appending) -> Event:
        """Write one event; the projections follow in the same transaction.

        Identity, times, salts, hash and, for the types that bear one, the device's signature are given here.
        """

    def take_number(self, prefixes: Collection[str] = (), after: str = "") -> str:
        """The next free item number of this desk's blocks (13 characters). It counts as used once an event names it.

        Args:
            prefixes: of the blocks that may be used; any block where none is said.
            after: a number to pass over, for a case whose first leg takes it.

        Raises:
            DeskError: ``number.block_empty``.
        """

    def put_procedures(self, rows: Sequence[Procedure]) -> int:
        """Add versions of procedures that are not there yet, each from its ``valid_from`` on; returns how many were new.

        The same version with other contents replaces nothing that a case was accepted under: its day is part of its name.

        Raises:
            DeskError: ``import.version_differs`` with ``procedure`` where a version of that day is there with other contents.
        """

    def put_agencies(self, rows: Sequence[Agency]) -> int:
        """Add versions of agencies that are not there yet; returns how many were new. They are known from the next log-in on.

        Raises:
            DeskError: ``import.version_differs`` where a version of that day is there with other contents.
        """

    def drop_draft(self, kind: str, parked: int) -> None:
        """Forget a draft of a kind that was laid aside, together with what it became: what is accepted is never taken up again.

        Raises:
            DeskError: ``parked.unknown`` where none of this kind lies there, for it was accepted or dropped before.
        """

    def queue_paper(self, draft: PaperDraft) -> int:
        """Queue a print job; returns its number. The same item, paper and copy twice is the same job."""

    def change_paper(self, job: int, trigger: JobTrigger, reason: str = "") -> PaperRow:
        """Let something happen to a print job by the table of its states; returns it as it is afterwards.

        ``release`` is not a change of state: see `release_paper`.

        Raises:
            DeskError: ``print.wrong_state`` or ``print.unknown_job``.
        """

    def release_paper(self, job: int) -> None:
        """Let a held or old print job go on: it counts as fresh from now."""

    def public_key(self) -> str:
        """The device's Ed25519 public key in hex: it exists before the first event."""

    def commit(self) -> None:
        """COMMIT, then the head marker. When this returns, paper may start."""


class Journal(Protocol):
    """The open store of one desk."""

    def work(self) -> AbstractContextManager[Work]:
        """Begin a transaction (BEGIN IMMEDIATE). Only one at a time: others wait."""

    def read(self) -> AbstractContextManager[Reader]:
        """Read without writing."""


class Documents(Protocol):
    """What the services know of paper: whether the texts fit."""

    def check_fit(self, template: str, version: int, values: Mapping[str, str]) -> None:
        """Lay the paper out with the given texts.

        Raises:
            DeskError: ``paper.text_does_not_fit`` with the field.
        """


class Parking(Protocol):
    """Half-done work laid aside on this desk: several pieces at once, encrypted like everything in the file, and no event.

    A number stands for a draft of one kind; asked for as another kind, nothing lies there.
    """

    def park(self, kind: str, title: str, value: Mapping[str, Json]) -> int:
        """Lay it aside; returns the number by which it is taken up again.

        Raises:
            DeskError: ``canonical.*`` for what has no JSON form or is too large; ``disk.*``.
        """

    def replace(self, kind: str, parked: int, title: str, value: Mapping[str, Json]) -> None:
        """Lay it aside again in the same place.

        Raises:
            DeskError: ``parked.unknown``; as `park`.
        """

    def parked(self, kind: str) -> Sequence[ParkedRow]:
        """What lies there of a kind, newest first."""

    def take(self, kind: str, parked: int) -> Mapping[str, Json]:
        """What was laid aside; it stays there until it is dropped, so that a power cut loses nothing.

        Raises:
            DeskError: ``parked.unknown``.
        """

    def drop(self, kind: str, parked: int) -> None:
        """Forget it; nothing happens where there is nothing of this kind."""
