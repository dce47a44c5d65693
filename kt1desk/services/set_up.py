"""Setting a desk up: its first events, whoever it is for.

A production desk comes only from a desk file signed by the province; without one there is the trial desk, device 0, whose first events
say so and of which nothing is ever accepted by a real desk.

This module must not know files, keys or signatures: what they say is handed in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import (
    BlockGranted,
    DeskOpened,
    KeySlotWritten,
    RegisterEntered,
    RegisterOpened,
    UserEnrolled,
)
from kt1desk.domain.permissions import Role
from kt1desk.domain.reference import SampleEntry
from kt1desk.domain.text import required
from kt1desk.services.ports import Appending, Journal, Work
from kt1desk.services.sessions import RECOVERY

SYSTEM = "system"
"""Actor of what the program does by itself before there is a user."""

LINE = "line"
"""Actor of what the line to the centre brings in; an id no person is given."""

TRIAL_DEVICE = 0
MAX_NAME = 80
MAX_USER = 16


@dataclass(frozen=True, slots=True)
class NewUser:
    """A user to be enrolled. ``user`` is what he types to log in: small letters, digits, dots."""

    user: str
    name: str = field(repr=False)
    roles: frozenset[Role]
    clearance_until: date | None = None

    def checked(self) -> NewUser:
        """The same with clean texts.

        Raises:
            DeskError: ``user.id_shape``, ``user.no_role`` or ``text.*``.
        """
        user = self.user.strip().lower()
        plain = user.replace(".", "")
        if not (plain.isascii() and plain.isalnum() and len(user) <= MAX_USER) or user in {
            SYSTEM,
            RECOVERY,
            LINE,
        }:
            raise DeskError("user.id_shape", "user", limit=MAX_USER)
        if not self.roles:
            raise DeskError("user.no_role", "user")
        return NewUser(user, required(self.name, "name", MAX_NAME), self.roles, self.clearance_until)


@dataclass(frozen=True, slots=True)
class Block:
    """Serial numbers ``first`` to ``last`` of one prefix."""

    prefix: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class DeskPlan:
    """Who the desk will be. ``desk_file`` is the SHA-256 of the signed file in hex, empty for the trial desk."""

    device: int
    point: str
    program: str
    blocks: tuple[Block, ...]
    desk_file: str = ""
    services: frozenset[str] = frozenset({"kt1", "tthc"})
    transports: frozenset[str] = frozenset()
    province_key: str = ""

    @property
    def mode(self) -> str:
        """``trial`` or ``production``; device 0 and a desk file exclude each other."""
        if (self.device == TRIAL_DEVICE) == bool(self.desk_file):
            raise DeskError("desk_file.device_zero")
        return "trial" if self.device == TRIAL_DEVICE else "production"


def open_desk(journal: Journal, plan: DeskPlan, users: tuple[NewUser, ...]) -> None:
    """Write the first events of both streams in one transaction; every user's key slot and the recovery slot count from version 1.

    Raises:
        DeskError: ``store.desk_exists`` when there already is a first event; ``desk_file.wrong_device`` when the store writes as another
            device than the plan's; ``user.*``.
    """
    enrolled = tuple(user.checked() for user in users)
    if not any(Role.ADMINISTRATOR in user.roles for user in enrolled):
        raise DeskError("user.no_administrator", "user")
    if len({user.user for user in enrolled}) != len(enrolled):
        raise DeskError("user.twice", "user")
    with journal.work() as work:
        if work.desk() is not None:
            raise DeskError("store.desk_exists")
        key = work.public_key()
        allowed = (tuple(sorted(plan.services)), tuple(sorted(plan.transports)), plan.province_key)
        opened = (plan.point, plan.mode, key, plan.program, plan.desk_file, *allowed)
        first = work.append(DeskOpened(*opened), Appending(SYSTEM))
        if first.id.device != plan.device:
            raise DeskError("desk_file.wrong_device", "desk_file")
        work.append(RegisterOpened(*opened), Appending(SYSTEM, parents=(first.id,)))
        for block in plan.blocks:
            _grant(work, block)
        for user in enrolled:
            until = user.clearance_until.isoformat() if user.clearance_until else ""
            fact = UserEnrolled(user.user, tuple(sorted(role.value for role in user.roles)), until)
            work.append(fact, Appending(SYSTEM, particulars={"person": {"name": user.name}}))
        for holder in (*(user.user for user in enrolled), RECOVERY):
            work.append(KeySlotWritten(holder, 1), Appending(SYSTEM))
        work.commit()


def grant_missing(journal: Journal, blocks: Sequence[Block]) -> None:
    """Give a trial desk the blocks of the sample that it was made without: an earlier program had no numbers for dossiers.

    A prefix it has, used up or not, is never granted again. A real desk is left alone: its numbers come from its province.

    Raises:
        DeskError: ``disk.*``.
    """
    with journal.read() as reader:
        desk = reader.desk()
        known = {block.prefix for block in reader.blocks()}
    missing = [block for block in blocks if block.prefix not in known]
    if desk is None or not desk.trial or not missing:
        return
    with journal.work() as work:
        for block in missing:
            _grant(work, block)
        work.commit()


def _grant(work: Work, block: Block) -> None:
    work.append(BlockGranted(block.prefix, block.first, block.last), Appending(SYSTEM))


def enter_missing(journal: Journal, entries: Sequence[SampleEntry]) -> None:
    """Give the registers of a trial desk the sample's entries that they lack; what somebody entered there stays as it is.

    A real desk is left alone: its places and vehicles are what its people enter.

    Raises:
        DeskError: ``disk.*``.
    """
    with journal.read() as reader:
        desk = reader.desk()
        known = {
            (row.register, row.entry)
            for row in entries
            for kept in reader.register_rows(row.register)
            if kept.entry == row.entry
        }
    missing = [row for row in entries if (row.register, row.entry) not in known]
    if desk is None or not desk.trial or not missing:
        return
    with journal.work() as work:
        for row in missing:
            work.append(RegisterEntered(row.register, row.entry, row.values, desk.point), Appending(SYSTEM))
        work.commit()
