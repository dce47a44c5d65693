"""The key ring: who can open this desk's database. One slot for each user, one for the printed recovery code.

Changing a password rewrites one slot of 76 bytes; the database is not touched. This module must not know the journal: that an older slot
file was put back is seen by the caller, who compares `KeyRing.versions` with what the journal says.
"""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from kt1desk.domain.errors import DeskError
from kt1desk.services.ports import Clock
from kt1desk.store import device_secret, recovery_code
from kt1desk.store.attempts import Attempts
from kt1desk.store.durable import replace_file
from kt1desk.store.failures import translated
from kt1desk.store.folder import DataFolder
from kt1desk.store.key_format import (
    KEY_BYTES,
    LEAST_MEMORY_KIB,
    NONCE_BYTES,
    RECOVERY,
    SALT_BYTES,
    Cost,
    Slot,
    SlotFile,
    read_slots,
)
from kt1desk.store.key_wrap import Binding, password_key, recovery_key, unwrap, wrap

_TARGET_MS = 1_000


@dataclass(frozen=True, slots=True)
class PasswordPolicy:
    """What a new password must be like; old ones stay valid until they are changed.

    TCVN 14423:2026, 5.6.2.2 lets an organisation choose by risk assessment; the device secret is the second factor here.
    """

    least_chars: int = 10
    most_chars: int = 256
    least_kinds: int = 4

    def check(self, user: str, password: str) -> None:
        """Refuse a weak password.

        Raises:
            DeskError: with field ``password``: ``key.password_too_short`` with ``least``, ``key.password_too_long`` with ``most``,
                ``key.password_bad_character``, ``key.password_too_simple`` with ``least`` (different characters),
                ``key.password_has_user``.
        """
        if len(password) > self.most_chars:
            raise DeskError("key.password_too_long", "password", most=self.most_chars)
        composed = unicodedata.normalize("NFC", password)
        if any(unicodedata.category(c) in {"Cc", "Cs"} for c in composed):
            raise DeskError("key.password_bad_character", "password")
        if len(composed) < self.least_chars:
            raise DeskError("key.password_too_short", "password", least=self.least_chars)
        if user.casefold() in composed.casefold():
            raise DeskError("key.password_has_user", "password")
        if len(set(composed)) < self.least_kinds:
            raise DeskError("key.password_too_simple", "password", least=self.least_kinds)


class KeyRing:
    """The slots of one desk.

    Args:
        folder: the data folder.
        clock: for the wait after wrong passwords.
        cost: of new slots; `calibrated` finds the right one for this machine.
        policy: for new passwords.
    """

    def __init__(
        self, folder: DataFolder, clock: Clock, cost: Cost | None = None, policy: PasswordPolicy | None = None
    ) -> None:
        self._folder = folder
        self._clock = clock
        self._cost = cost or Cost()
        self._policy = policy or PasswordPolicy()

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
            self._policy.check(user, password)
        made = [self._user_slot(device, user, passwords[user], dek, 1) for user in sorted(passwords)]
        recovery, code = _recovery_slot(device, dek, 1)
        self._store(SlotFile(device, {slot.holder: slot for slot in (*made, recovery)}))
        return code

    def unlock(self, user: str, password: str) -> bytes:
        """The database key, 32 bytes. An unknown user takes as long as a known one.

        Raises:
            DeskError: ``login.wrong_password`` (also for an unknown user), ``login.wait`` with ``seconds``; ``key.missing``,
                ``key.file_damaged``, ``key.file_newer``, ``key.device_secret_missing``, ``key.device_secret_foreign``, ``disk.*``.
        """
        name = user.strip().lower()
        file = self._load()
        secret = device_secret.read(self._folder.device_secret)
        attempts = Attempts(self._folder.attempts, secret, self._clock)
        attempts.begin(name)
        slot = file.slots.get(name) if name != RECOVERY else None
        binding = Binding(file.device, name, slot.version, slot.cost) if slot else _nobody(file)
        salt = slot.box[:SALT_BYTES] if slot else bytes(SALT_BYTES)
        kek = password_key(password, salt, secret, binding)
        dek = unwrap(kek, slot, binding) if slot else None
        if dek is None:
            raise DeskError("login.wrong_password", "password")
        attempts.succeeded(name)
        return dek

    def write_slot(self, user: str, password: str, dek: bytes) -> int:
        """Give a user a slot, or a new password; returns the slot's version, which belongs into the journal.

        On a machine without a device secret (a desk that was recovered) one is made; slots of the old machine stay dead until rewritten.

        Raises:
            DeskError: ``key.password_*``, ``key.file_*``, ``key.missing``, ``disk.*``.
        """
        self._policy.check(user, password)
        file = self._load()
        version = _version_after(file, user)
        slot = self._user_slot(file.device, user, password, dek, version)
        self._store(SlotFile(file.device, {**file.slots, user: slot}))
        return version

    def write_recovery(self, dek: bytes) -> str:
        """Make a new recovery code; the old one opens nothing any more.

        Raises:
            DeskError: ``key.file_*``, ``key.missing``, ``disk.*``.
        """
        file = self._load()
        slot, code = _recovery_slot(file.device, dek, _version_after(file, RECOVERY))
        self._store(SlotFile(file.device, {**file.slots, RECOVERY: slot}))
        return code

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
            binding = Binding(file.device, RECOVERY, slot.version, None)
            dek = unwrap(recovery_key(secret, slot.box[:SALT_BYTES], binding), slot, binding)
            if dek is not None:
                return dek
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

    def _user_slot(self, device: int, user: str, password: str, dek: bytes, version: int) -> Slot:
        binding = Binding(device, user, version, self._cost)
        salt = secrets.token_bytes(SALT_BYTES)
        machine = device_secret.read_or_make(self._folder.device_secret)
        kek = password_key(password, salt, machine, binding)
        return wrap(kek, dek, salt, secrets.token_bytes(NONCE_BYTES), binding)


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


def _recovery_slot(device: int, dek: bytes, version: int) -> tuple[Slot, str]:
    secret, code = recovery_code.make(secrets.token_bytes(recovery_code.SECRET_BYTES))
    binding = Binding(device, RECOVERY, version, None)
    salt = secrets.token_bytes(SALT_BYTES)
    kek = recovery_key(secret, salt, binding)
    return wrap(kek, dek, salt, secrets.token_bytes(NONCE_BYTES), binding), code


def _version_after(file: SlotFile, holder: str) -> int:
    slot = file.slots.get(holder)
    return slot.version + 1 if slot else 1


def _nobody(file: SlotFile) -> Binding:
    """What an unknown user is tried against: as dear as the dearest slot there is."""
    costs = [slot.cost for slot in file.slots.values() if slot.cost is not None]
    dearest = max(costs, key=lambda cost: cost.memory_kib * cost.passes, default=Cost())
    return Binding(file.device, "", 1, dearest)
