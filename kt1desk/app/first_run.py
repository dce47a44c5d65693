"""Making a desk: the database, its first events, and last of all the key slots.

The slot file is written last, in one rename: a folder that has one holds a whole desk. Until then a note lies in the folder, so that a
set-up that was cut off is begun again, and a desk that merely lost its slot file is never mistaken for one and thrown away.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from kt1desk import __version__
from kt1desk.app.entropy import Entropy
from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Role
from kt1desk.domain.reference import ReferenceData
from kt1desk.exchange.kept_desk_file import keep_desk_file
from kt1desk.services.ports import Clock
from kt1desk.services.set_up import TRIAL_DEVICE, Block, DeskPlan, NewUser, open_desk
from kt1desk.services.shifts import local_date
from kt1desk.store.durable import sync_folder
from kt1desk.store.failures import translated
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.keys import KeyRing, new_dek
from kt1desk.store.set_aside import is_set_aside
from kt1desk.store.settings import Settings

TRIAL_POINT = "240000"
TRIAL_CLEARANCE_DAYS = 365
FIRST_USER_ROLES = frozenset({Role.ADMINISTRATOR, Role.HEAD, Role.CLERK})
"""Most points have one person: whoever sets the desk up also works at it. More users come later."""


@dataclass(frozen=True, slots=True)
class Person:
    """A user with the password chosen for him. Never shown by ``repr``."""

    user: NewUser
    password: str

    def __repr__(self) -> str:
        """Nothing of a person, nothing secret."""
        return "Person(…)"


class DeskMaker:
    """Makes the desk of one data folder. The caller holds the folder's lock."""

    def __init__(self, folder: DataFolder, keys: KeyRing, clock: Clock, entropy: Entropy) -> None:
        self._folder = folder
        self._keys = keys
        self._clock = clock
        self._entropy = entropy

    def check(self, person: Person) -> None:
        """Refuse what `make` would refuse, before anything is made.

        Raises:
            DeskError: ``user.*``, ``text.*``, ``key.password_*``.
        """
        user = person.user.checked()
        self._keys.policy().check(user.user, person.password)

    def make(
        self,
        plan: DeskPlan,
        people: tuple[Person, ...],
        desk_file: bytes = b"",
        fill: Callable[[DeskStore], None] = lambda _: None,
    ) -> str:
        """Make the desk; returns the recovery code, to be printed and shown once.

        Args:
            plan: who it will be.
            people: its first users.
            desk_file: the proved file of a real desk: it is kept, for the key of the centre is in it.
            fill: brings in what comes with the desk; cut off in it, or refused by it, the desk is not there.

        Raises:
            DeskError: ``store.desk_exists``, ``key.missing`` (a desk without its slot file lies there, or one that a
                restore set aside), ``user.*``, ``disk.*``; what ``fill`` raises.
        """
        for person in people:
            self.check(person)
        users = tuple(person.user.checked() for person in people)
        passwords = {user.user: person.password for user, person in zip(users, people, strict=True)}
        self._clear_unfinished()
        dek = new_dek()
        store = DeskStore.create(self._folder, dek, self._clock, self._entropy, plan.device)
        try:
            open_desk(store, plan, users)
            if desk_file:
                province = bytes.fromhex(plan.province_key)
                keep_desk_file(Settings(store), province, desk_file, (plan.device, plan.point))
            fill(store)
        finally:
            store.close()
        code = self._keys.create(plan.device, dek, passwords)
        self._note.unlink()
        return code

    @property
    def _note(self) -> Path:
        return self._folder.database.parent / "unfinished"

    def _clear_unfinished(self) -> None:
        """Put a set-up that was cut off out of the way; refuse where a desk lies."""
        if self._folder.keys.exists():
            raise DeskError("store.desk_exists")
        self._folder.prepare()
        if is_set_aside(self._folder):  # its head marker knows which numbers were used
            raise DeskError("key.missing")
        left = [
            self._folder.database.with_name(self._folder.database.name + end) for end in ("", "-wal", "-shm")
        ]
        with translated():
            if self._folder.database.exists() and not self._note.exists():
                raise DeskError("key.missing")
            self._note.touch(mode=0o600)
            sync_folder(self._note.parent)
            for path in (*left, self._folder.marker):
                path.unlink(missing_ok=True)


def trial_plan(reference: ReferenceData) -> DeskPlan:
    """The desk for trying out: device 0, the sample's block of numbers."""
    blocks = tuple(Block(row.prefix, row.first, row.last) for row in reference.sample_blocks)
    return DeskPlan(TRIAL_DEVICE, TRIAL_POINT, __version__, blocks)


def first_user(user: str, name: str, cleared_until: date | None) -> NewUser:
    """Whoever sets a desk up."""
    return NewUser(user, name, FIRST_USER_ROLES, cleared_until)


def trial_clearance(clock: Clock) -> date:
    """In trial mode everybody who sets a desk up may work on KT1; a real desk has its clearances from the desk file."""
    return local_date(clock.now()) + timedelta(days=TRIAL_CLEARANCE_DAYS)


def file_digest(data: bytes) -> str:
    """SHA-256 of a desk file in hex, as the first event names it."""
    return hashlib.sha256(data).hexdigest()


def sample_people(reference: ReferenceData, clock: Clock, password: str) -> tuple[Person, ...]:
    """The invented staff of the trial point, all with one password that the log-in page tells."""
    today = local_date(clock.now())
    return tuple(
        Person(NewUser(row.user_id, row.name, row.roles, _until(today, row.cleared_days)), password)
        for row in reference.sample_users
        if row.point == TRIAL_POINT
    )


def _until(today: date, days: int) -> date | None:
    return today + timedelta(days=days) if days else None
