"""The key ring: who can open this desk's database. One slot for each user, one for the printed recovery code.

Changing a password rewrites one slot; the database is not touched. A slot of the first format, which has no pair, is written anew with one
when its owner logs in. This module must not know the journal: that an older slot file was put back is seen by the caller, who compares
`KeyRing.versions` with what the journal says.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping

from kt1desk.domain.errors import DeskError
from kt1desk.domain.passwords import FIELD, PasswordPolicy, composed_password
from kt1desk.services.ports import Clock
from kt1desk.store import device_secret, recovery_code
from kt1desk.store.attempts import Attempts
from kt1desk.store.connection import is_keyed, is_opened_by
from kt1desk.store.durable import replace_file
from kt1desk.store.failures import translated
from kt1desk.store.folder import DataFolder
from kt1desk.store.key_format import (
    KEY_BYTES,
    LEAST_MEMORY_KIB,
    RECOVERY,
    SALT_BYTES,
    Cost,
    Slot,
    SlotFile,
    read_slots,
)
from kt1desk.store.key_slots import keys_in, recovery_slot, user_slot
from kt1desk.store.key_wrap import Binding, password_key, recovery_key

_TARGET_MS = 1_000


class KeyRing:
    """The slots of one desk.

    Args:
        folder: the data folder.
        clock: for the wait after wrong passwords.
        cost: of new slots; `calibrated` finds the right one for this machine.
        policy: says what a new password must be like today.
    """

    def __init__(
        self,
        folder: DataFolder,
        clock: Clock,
        cost: Cost | None = None,
        policy: Callable[[], PasswordPolicy] = PasswordPolicy,
    ) -> None:
        self._folder = folder
        self._clock = clock
        self._cost = cost or Cost()
        self.policy = policy

    def create(self, device: int, dek: bytes, passwords: Mapping[str, str]) -> str:
        """Write all first slots (version 1) at once. Done last when a desk is set up: a folder with a slot file is a whole desk.

        Returns:
            The recovery code, to be printed and shown once.

        Raises:
            DeskError: ``key.exists``, ``key.password_*``, ``disk.*``.
        """
        if self._folder.keys.exists():
            raise DeskError("key.exists")
        for user, password in passwords.items():
            self.policy().check(user, password)
        of_users = {user: Binding(device, user, 1, self._cost) for user in sorted(passwords)}
        made = [self._user_slot(binding, passwords[user], dek) for user, binding in of_users.items()]
        code = new_recovery_code()
        recovery = recovery_slot(device, dek, 1, code)
        self._store(SlotFile(device, {slot.holder: slot for slot in (*made, recovery)}))
        return code

    def unlock(self, user: str, password: str) -> bytes:
        """The database key, 32 bytes. An unknown user takes as long as a known one.

        Raises:
            DeskError: ``login.wrong_password`` (also for an unknown user), ``login.wait`` with ``seconds``; ``login.password_given`` where
                the password is right and somebody else chose it; ``key.missing``, ``key.file_damaged``, ``key.file_newer``,
                ``key.device_secret_missing``, ``key.device_secret_foreign``, ``disk.*``.
        """
        dek, slot = self._opened(user, password)
        if slot.given:
            raise DeskError("login.password_given", FIELD)
        return dek

    def change(self, user: str, old: str, new: str) -> tuple[bytes, int]:
        """A new password of his own for whoever knows the old one, also one that was given to him.

        Returns:
            The database key and the slot's new version, which belongs into the journal.

        Raises:
            DeskError: ``key.password_*`` (``key.password_same`` among them) with field ``password`` before anything is tried; then as
                `unlock`, with field ``old``; ``login.wait``.
        """
        name = _name(user)
        self.policy().check(name, new)
        if composed_password(new) == composed_password(old):
            raise DeskError("key.password_same", FIELD)
        dek, _ = self._opened(name, old)
        return dek, self.write_slot(name, new, dek)

    def write_slot(self, user: str, password: str, dek: bytes, *, given: bool = False, after: int = 0) -> int:
        """Give a user a slot, or a new password; returns the slot's version, which belongs into the journal.

        On a machine without a device secret (a desk that was recovered) one is made; slots of the old machine stay dead until rewritten.

        Args:
            user: whose slot.
            password: what opens it.
            dek: the database key.
            given: somebody else than the user chose the password; it must be changed before it opens anything (`change`).
            after: the newest version of his slot that the journal knows. The file may know less, or have no slot of his: whoever was
                put out without one, or came back with the flight recorder.

        Raises:
            DeskError: ``key.password_*``, ``key.slots_full``, ``key.file_*``, ``key.missing``, ``disk.*``: the file stays as it is.
        """
        self.policy().check(user, password)
        file = self._load()
        version = _version_after(file, user, after)
        slot = self._user_slot(Binding(file.device, user, version, self._cost, given), password, dek)
        self._store(file.with_slot(slot))
        return version

    def refresh(self, user: str, password: str, dek: bytes, cost: Cost | None) -> int | None:
        """Write a user's slot anew where it is cheaper than ``cost`` or has no pair; new slots cost as much from now on.

        None for a cost that was not measured yet. Nothing is ever made cheaper. Called right after `unlock`, with the same password.
        Returns the slot's new version, None where nothing was to be done.

        Raises:
            DeskError: ``key.file_*``, ``key.missing``, ``key.no_memory``, ``disk.*``.
        """
        self._cost = cost or self._cost
        file, name = self._load(), _name(user)
        slot = file.slots.get(name)
        if slot is None or slot.cost is None or slot.is_dead:
            return None
        is_cheap = cost is not None and slot.cost.cheaper_than(cost)
        if slot.half is not None and not is_cheap:
            return None
        paid = cost if cost is not None and is_cheap else slot.cost
        binding = Binding(file.device, name, slot.version + 1, paid, slot.given)
        self._store(file.with_slot(self._user_slot(binding, password, dek)))
        return binding.version

    def write_recovery(self, dek: bytes, code: str, after: int = 0) -> int:
        """From now on this code opens (`new_recovery_code`), and the old one nothing any more; returns the slot's version.

        ``after`` is the newest version that the journal knows: the file may be an older one that was put back.

        Raises:
            DeskError: ``key.file_*``, ``key.missing``, ``disk.*``.
        """
        file = self._load()
        version = _version_after(file, RECOVERY, after)
        slot = recovery_slot(file.device, dek, version, code)
        self._store(file.with_slot(slot))
        return slot.version

    def unlock_recovery(self, typed: str) -> bytes:
        """The database key by the recovery code, on this machine or another.

        Raises:
            DeskError: with field ``recovery_code``: ``key.recovery_code_length``, ``key.recovery_code_symbol``,
                ``key.recovery_code_typo`` before anything is tried; ``key.recovery_code_wrong``. ``key.file_*``, ``key.missing``.
        """
        secret = recovery_code.read(typed)
        file = self._load()
        slot = file.slots.get(RECOVERY)
        if slot is not None:
            kek = recovery_key(secret, slot.box[:SALT_BYTES], Binding.of(file.device, slot))
            if found := keys_in(kek, file.device, slot):
                return self._fitting(found)
        raise DeskError("key.recovery_code_wrong", recovery_code.FIELD)

    def users(self) -> list[str]:
        """Everybody who has a slot, in alphabetical order; the recovery slot is nobody's."""
        return self._load().users

    def versions(self) -> dict[str, int]:
        """Version of each slot by its holder, the recovery slot included."""
        return {holder: slot.version for holder, slot in self._load().slots.items()}

    def _load(self) -> SlotFile:
        return read_slots(self._folder)

    def _store(self, file: SlotFile) -> None:
        with translated():
            replace_file(self._folder.keys, file.encode())

    def _opened(self, user: str, password: str) -> tuple[bytes, Slot]:
        """The database key and the slot that gave it; the try is counted before it is made."""
        name = _name(user)
        file = self._load()
        secret = device_secret.read(self._folder.device_secret)
        attempts = Attempts(self._folder.attempts, secret, self._clock)
        attempts.begin(name)
        slot = file.slots.get(name) if name != RECOVERY else None
        binding = Binding.of(file.device, slot) if slot else _nobody(file)
        salt = slot.box[:SALT_BYTES] if slot else bytes(SALT_BYTES)
        kek = password_key(password, salt, secret, binding)
        found = keys_in(kek, file.device, slot) if slot else ()
        if slot is None or not found:
            raise DeskError("login.wrong_password", FIELD)
        attempts.succeeded(name)
        return self._fitting(found), slot

    def _fitting(self, found: tuple[bytes, ...]) -> bytes:
        """The key that the database has: of two, where a new one was begun and cut off. Where neither fits, its opening says so."""
        if len(found) == 1:
            return found[0]
        asked = ((fits, key) for fits in (is_keyed, is_opened_by) for key in found)
        return next((key for fits, key in asked if fits(self._folder.database, key)), found[0])

    def _user_slot(self, binding: Binding, password: str, dek: bytes) -> Slot:
        return user_slot(binding, password, device_secret.read_or_make(self._folder.device_secret), dek)


def calibrated(clock: Clock) -> Cost:
    """The dearest cost of {64, 128, 256} MiB that this machine pays in at most one second; 64 MiB on the slowest."""
    best = Cost(memory_kib=LEAST_MEMORY_KIB)
    for factor in (1, 2, 4):
        cost = Cost(memory_kib=LEAST_MEMORY_KIB * factor)
        begun = clock.monotonic_ms()
        password_key("calibration", bytes(SALT_BYTES), b"", Binding(0, "nobody", 1, cost))
        took = clock.monotonic_ms() - begun
        if took > _TARGET_MS:
            break
        best = cost
        if took * 2 > _TARGET_MS:  # twice the memory takes twice the time: no need to try
            break
    return best


def new_dek() -> bytes:
    """A fresh database key, from the operating system."""
    return secrets.token_bytes(KEY_BYTES)


def new_recovery_code() -> str:
    """A fresh recovery code, in groups as it is printed; it opens nothing before `KeyRing.write_recovery`."""
    return recovery_code.make(secrets.token_bytes(recovery_code.SECRET_BYTES))[1]


def _name(user: str) -> str:
    return user.strip().lower()


def _version_after(file: SlotFile, holder: str, known: int) -> int:
    slot = file.slots.get(holder)
    return 1 + max(known, slot.version if slot else 0)


def _nobody(file: SlotFile) -> Binding:
    """What an unknown user is tried against: as dear as the dearest slot there is."""
    costs = [slot.cost for slot in file.slots.values() if slot.cost is not None]
    dearest = max(costs, key=lambda cost: cost.memory_kib * cost.passes, default=Cost())
    return Binding(file.device, "", 1, dearest)
