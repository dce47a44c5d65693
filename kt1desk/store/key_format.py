"""The file of the key slots, fixed before the first desk: who has a slot, and what stands in it.

It knows no cipher (that is `kt1desk.store.key_wrap`), so that the log-in page can name the users before any is loaded. This module must
not know what a slot's box means.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kt1desk.domain import canonical
from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.store.disk import disk_translated
from kt1desk.store.durable import read_small
from kt1desk.store.folder import DataFolder

SALT_BYTES = 16
NONCE_BYTES = 12
KEY_BYTES = 32
SLOT_BYTES = SALT_BYTES + NONCE_BYTES + KEY_BYTES + 16
DEAD_BOX: Final = bytes(SLOT_BYTES)
"""Of a slot that was dropped: nothing is wrapped in it, so that no password opens it."""
RECOVERY: Final = "recovery"
"""Holder of the slot that the recovery code opens; no user may be called so."""

MAX_FILE_BYTES = 65_536
MAX_SLOTS = 128
MIB_IN_KIB = 1_024
LEAST_MEMORY_KIB = 64 * MIB_IN_KIB
"""RFC 9106, second recommended choice; never below."""

_FORMAT = 1
_MOST_MEMORY_KIB = 1_024 * MIB_IN_KIB
_LEAST_PASSES = 3
_MOST_PASSES = _MOST_LANES = 16
_SEPARATOR = "|"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one try of a password costs (Argon2id): passes, memory in KiB, lanes. Cheaper than RFC 9106 allows cannot be made."""

    passes: int = 3
    memory_kib: int = 128 * MIB_IN_KIB
    lanes: int = 2

    def __post_init__(self) -> None:
        """Refuse what is too cheap, and what a forged file could ask for to exhaust the machine."""
        if not (
            _LEAST_PASSES <= self.passes <= _MOST_PASSES
            and LEAST_MEMORY_KIB <= self.memory_kib <= _MOST_MEMORY_KIB
            and 1 <= self.lanes <= _MOST_LANES
        ):
            raise DeskError("key.file_damaged")

    def cheaper_than(self, other: Cost) -> bool:
        """Whether a guess at this cost is cheaper than at the other, in memory touched."""
        return self.passes * self.memory_kib < other.passes * other.memory_kib

    @property
    def text(self) -> str:
        """As it stands under the authentication of the slot."""
        return f"argon2id,t={self.passes},m={self.memory_kib},p={self.lanes}"


@dataclass(frozen=True, slots=True)
class Slot:
    """One wrapped copy of the database key. ``cost`` is None for the recovery slot; ``box`` has 76 bytes.

    ``given``: somebody else chose this password; it opens nothing before its owner has changed it.
    """

    holder: str
    version: int
    cost: Cost | None
    box: bytes
    given: bool = False

    def __post_init__(self) -> None:
        """Only whole slots; a holder's name may not contain the separator."""
        shaped = len(self.box) == SLOT_BYTES and self.version >= 1
        of_code = self.cost is None
        if not shaped or _SEPARATOR in self.holder or of_code != (self.holder == RECOVERY):
            raise DeskError("key.file_damaged")
        if of_code and self.given:
            raise DeskError("key.file_damaged")


@dataclass(frozen=True, slots=True)
class SlotFile:
    """All slots of a desk, by holder."""

    device: int
    slots: Mapping[str, Slot]

    @property
    def users(self) -> list[str]:
        """Everybody who has a slot, in alphabetical order; the recovery slot is nobody's, and so is one that was dropped."""
        living = {holder for holder, slot in self.slots.items() if slot.box != DEAD_BOX}
        return sorted(living - {RECOVERY})

    def encode(self) -> bytes:
        """Canonical JSON, the boxes in hex."""
        rows: list[Json] = [_row(self.slots[holder]) for holder in sorted(self.slots)]
        return canonical.encode({"device": self.device, "format": _FORMAT, "slots": rows}, MAX_FILE_BYTES)

    @classmethod
    def decode(cls, data: bytes) -> SlotFile:
        """Read the file back.

        Raises:
            DeskError: ``key.file_damaged`` whatever is wrong with it, ``key.file_newer`` where a later program wrote it.
        """
        try:
            made = canonical.decode(data, MAX_FILE_BYTES)
            if _whole(made["format"]) != _FORMAT:
                raise DeskError("key.file_newer")
            rows = made["slots"]
            if not isinstance(rows, list) or len(rows) > MAX_SLOTS:
                raise DeskError("key.file_damaged")
            slots = [_slot(row) for row in rows]
            device = _whole(made["device"])
        except (KeyError, TypeError, ValueError) as error:
            raise DeskError("key.file_damaged") from error
        except DeskError as error:
            raise (error if error.code == "key.file_newer" else DeskError("key.file_damaged")) from error
        if len({slot.holder for slot in slots}) != len(slots):
            raise DeskError("key.file_damaged")
        return cls(device, {slot.holder: slot for slot in slots})


def _row(slot: Slot) -> dict[str, Json]:
    made: dict[str, Json] = {"box": slot.box.hex(), "holder": slot.holder, "version": slot.version}
    if slot.cost is not None:
        made["cost"] = [slot.cost.passes, slot.cost.memory_kib, slot.cost.lanes]
    if slot.given:
        made["given"] = 1
    return made


def _slot(row: Json) -> Slot:
    if not isinstance(row, dict) or not row.keys() <= {"box", "holder", "version", "cost", "given"}:
        raise TypeError
    if "given" in row and row["given"] != 1:
        raise TypeError
    given = "given" in row
    holder, written, cost = row["holder"], row["box"], row.get("cost")
    if not isinstance(holder, str) or not isinstance(written, str):
        raise TypeError
    box = bytes.fromhex(written)
    if box.hex() != written:  # capitals and blanks pass `fromhex`, and one spelling is enough
        raise ValueError
    if cost is None:
        return Slot(holder, _whole(row["version"]), None, box, given)
    if not isinstance(cost, list):
        raise TypeError
    passes, memory, lanes = map(_whole, cost)
    return Slot(holder, _whole(row["version"]), Cost(passes, memory, lanes), box, given)


def _whole(value: Json) -> int:
    if not isinstance(value, int):
        raise TypeError
    return value


def read_slots(folder: DataFolder) -> SlotFile:
    """The slots of a desk.

    Raises:
        DeskError: ``key.missing``, ``key.file_damaged``, ``key.file_newer``, ``disk.*``.
    """
    with disk_translated():
        if not folder.keys.exists():
            raise DeskError("key.missing")
        data = read_small(folder.keys, MAX_FILE_BYTES)
    return SlotFile.decode(data)
