"""The file of the key slots, fixed before the first desk: who has a slot, and what stands in it.

It knows no cipher (that is `kt1desk.store.key_wrap`), so that the log-in page can name the users before any is loaded. This module must
not know what a slot's box means.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
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
PUBLIC_BYTES = 32
SEALED_BYTES = PUBLIC_BYTES + KEY_BYTES + 16
MARK_BYTES = 32
MOST_KEYS = 2
"""So many database keys a slot is sealed to: one, or the new one and the old one while the file is written anew."""
DEAD_BOX: Final = bytes(SLOT_BYTES)
"""Of a slot that was dropped: nothing is wrapped in it, so that no password opens it."""
RECOVERY: Final = "recovery"
"""Holder of the slot that the recovery code opens; no user may be called so."""

MAX_FILE_BYTES = 131_072
MAX_SLOTS = 128
MIB_IN_KIB = 1_024
LEAST_MEMORY_KIB = 64 * MIB_IN_KIB
"""RFC 9106, second recommended choice; never below."""

_WRAPS_THE_KEY, _WRAPS_A_HALF = 1, 2
"""Formats of the file. The first one knows no pairs; a file whose slots have none yet is still written so."""
_MOST_MEMORY_KIB = 1_024 * MIB_IN_KIB
_LEAST_PASSES = 3
_MOST_PASSES = _MOST_LANES = 16
_SEPARATOR = "|"
_NAMES = frozenset({"box", "holder", "version", "cost", "given"})
_LATER_NAMES = frozenset({"public", "sealed", "out"})


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
class Sealing:
    """A database key for the owner of a public half (`kt1desk.store.key_seal`).

    Attributes:
        box: 80 bytes, the key sealed to the public half.
        mark: 32 bytes that only who has this key can make: it says whose the public half is.
    """

    box: bytes
    mark: bytes

    def __post_init__(self) -> None:
        """Only whole ones."""
        if (len(self.box), len(self.mark)) != (SEALED_BYTES, MARK_BYTES):
            raise DeskError("key.file_damaged")


@dataclass(frozen=True, slots=True)
class Half:
    """The public half of a slot's pair, and the database keys sealed to it, the newest first."""

    public: bytes
    sealings: tuple[Sealing, ...]

    def __post_init__(self) -> None:
        """Only whole ones."""
        if len(self.public) != PUBLIC_BYTES or not 1 <= len(self.sealings) <= MOST_KEYS:
            raise DeskError("key.file_damaged")


@dataclass(frozen=True, slots=True)
class Slot:
    """Who opens the desk by one secret. ``cost`` is None for the recovery slot; ``box`` has 76 bytes.

    Attributes:
        given: somebody else chose this password; it opens nothing before its owner has changed it.
        half: in the box is the private half of a pair, and this is the other one; None in a slot of the first format, whose box has
            the database key itself, and in a dead one.
        out: a dead slot from before the present database key: whoever had it does not have this key.
    """

    holder: str
    version: int
    cost: Cost | None
    box: bytes
    given: bool = False
    half: Half | None = None
    out: bool = False

    def __post_init__(self) -> None:
        """Only whole slots; a holder's name may not contain the separator."""
        shaped = len(self.box) == SLOT_BYTES and self.version >= 1
        of_code = self.cost is None
        if not shaped or _SEPARATOR in self.holder or of_code != (self.holder == RECOVERY):
            raise DeskError("key.file_damaged")
        if (of_code and self.given) or (self.out and not self.is_dead) or (self.half and self.is_dead):
            raise DeskError("key.file_damaged")

    @property
    def is_dead(self) -> bool:
        """Whether it was dropped."""
        return self.box == DEAD_BOX

    def dead(self, version: int) -> Slot:
        """What takes its place when it is dropped."""
        return replace(self, version=version, box=DEAD_BOX, half=None, out=False)


@dataclass(frozen=True, slots=True)
class SlotFile:
    """All slots of a desk, by holder."""

    device: int
    slots: Mapping[str, Slot]

    @property
    def users(self) -> list[str]:
        """Everybody who has a slot, in alphabetical order; the recovery slot is nobody's, and so is one that was dropped."""
        living = {holder for holder, slot in self.slots.items() if not slot.is_dead}
        return sorted(living - {RECOVERY})

    @property
    def is_between(self) -> bool:
        """Whether two database keys are sealed in it: a new one was begun, and the old one is not gone yet."""
        return any(slot.half is not None and len(slot.half.sealings) > 1 for slot in self.slots.values())

    def with_slot(self, slot: Slot) -> SlotFile:
        """The same with this slot in place of its holder's. Where that is one too many, those that are `Slot.out` make room.

        Nothing is lost with them: the journal knows their versions, and whoever comes back gets a newer one (`KeyRing.write_slot`).
        """
        slots = {**self.slots, slot.holder: slot}
        if len(slots) > MAX_SLOTS:
            slots = {holder: each for holder, each in slots.items() if not each.out}
        return replace(self, slots=slots)

    def encode(self) -> bytes:
        """Canonical JSON, the boxes in hex.

        Raises:
            DeskError: ``key.slots_full``: nobody could read it back.
        """
        if len(self.slots) > MAX_SLOTS:
            raise DeskError("key.slots_full", most=MAX_SLOTS)
        rows: list[Json] = [_row(self.slots[holder]) for holder in sorted(self.slots)]
        newer = any(slot.half is not None or slot.out for slot in self.slots.values())
        said = _WRAPS_A_HALF if newer else _WRAPS_THE_KEY
        return canonical.encode({"device": self.device, "format": said, "slots": rows}, MAX_FILE_BYTES)

    @classmethod
    def decode(cls, data: bytes) -> SlotFile:
        """Read the file back.

        Raises:
            DeskError: ``key.file_damaged`` whatever is wrong with it, ``key.file_newer`` where a later program wrote it.
        """
        try:
            made = canonical.decode(data, MAX_FILE_BYTES)
            said = _whole(made["format"])
            if said not in {_WRAPS_THE_KEY, _WRAPS_A_HALF}:
                raise DeskError("key.file_newer")
            rows = made["slots"]
            if not isinstance(rows, list) or len(rows) > MAX_SLOTS:
                raise DeskError("key.file_damaged")
            slots = [_slot(row, said) for row in rows]
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
    if slot.out:
        made["out"] = 1
    if slot.half is not None:
        made["public"] = slot.half.public.hex()
        made["sealed"] = [(each.box + each.mark).hex() for each in slot.half.sealings]
    return made


def _slot(row: Json, said: int) -> Slot:
    known = _NAMES if said == _WRAPS_THE_KEY else _NAMES | _LATER_NAMES
    if not isinstance(row, dict) or not row.keys() <= known:
        raise TypeError
    if row.get("given", 1) != 1 or row.get("out", 1) != 1:
        raise TypeError
    holder, cost = row["holder"], row.get("cost")
    if not isinstance(holder, str):
        raise TypeError
    box, half = _bytes(row["box"]), _half(row)
    paid = None if cost is None else _cost(cost)
    return Slot(holder, _whole(row["version"]), paid, box, "given" in row, half, "out" in row)


def _half(row: dict[str, Json]) -> Half | None:
    if "public" not in row and "sealed" not in row:
        return None
    sealed = row["sealed"]
    if not isinstance(sealed, list):
        raise TypeError
    boxes = map(_bytes, sealed)
    sealings = (Sealing(each[:SEALED_BYTES], each[SEALED_BYTES:]) for each in boxes)
    return Half(_bytes(row["public"]), tuple(sealings))


def _cost(written: Json) -> Cost:
    if not isinstance(written, list):
        raise TypeError
    passes, memory, lanes = map(_whole, written)
    return Cost(passes, memory, lanes)


def _bytes(written: Json) -> bytes:
    if not isinstance(written, str):
        raise TypeError
    made = bytes.fromhex(written)
    if made.hex() != written:  # capitals and blanks pass `fromhex`, and one spelling is enough
        raise ValueError
    return made


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
