"""A desk on a real disk whose key is to be made anew: two who stay, one who leaves, the printed code."""

from __future__ import annotations

import random
import shutil
from dataclasses import dataclass
from pathlib import Path

from kt1desk.store import recovery_code
from kt1desk.store.connection import is_keyed
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.key_dropping import drop_slot
from kt1desk.store.key_format import LEAST_MEMORY_KIB, RECOVERY, SALT_BYTES, Cost, read_slots
from kt1desk.store.key_slots import keys_in
from kt1desk.store.key_wrap import Binding, recovery_key
from kt1desk.store.keys import KeyRing
from tests.support.clocks import HandClock
from tests.support.journals import DEK, accept, begin, make

LAN, BINH, DI = "nang-som-tren-deo", "suong-mu-dinh-mau-son", "khong-tro-lai-nua"
STAYS = {"lan": 1, "binh": 1, RECOVERY: 1}


@dataclass(frozen=True)
class Leaving:
    """The folder of a closed desk from which «di» was put out, what he kept of it, and the printed code."""

    folder: DataFolder
    code: str
    kept: bytes

    @property
    def ring(self) -> KeyRing:
        return KeyRing(self.folder, HandClock(), Cost(memory_kib=LEAST_MEMORY_KIB))

    def opened(self, key: bytes) -> DeskStore:
        return DeskStore.open(self.folder, key, HandClock(), random.Random(5).randbytes)

    def by_code(self) -> tuple[bytes, ...]:
        """Every database key that the printed code gives; it needs no Argon2id."""
        file = read_slots(self.folder)
        slot = file.slots[RECOVERY]
        binding = Binding.of(file.device, slot)
        kek = recovery_key(recovery_code.read(self.code), slot.box[:SALT_BYTES], binding)
        return keys_in(kek, file.device, slot)

    def fitting(self) -> list[bytes]:
        """Those that open the database."""
        return [key for key in self.by_code() if is_keyed(self.folder.database, key)]

    def copied(self, root: Path) -> Leaving:
        """The same in another place."""
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(self.folder.root, root)
        return Leaving(DataFolder(root), self.code, self.kept)


def leaving(root: Path) -> Leaving:
    """Such a desk; its key is `DEK`."""
    store = make(root)
    begin(store)
    for _ in range(3):
        accept(store)
    store.close()
    folder = DataFolder(root)
    ring = KeyRing(folder, HandClock(), Cost(memory_kib=LEAST_MEMORY_KIB))
    code = ring.create(0, DEK, {"lan": LAN, "binh": BINH, "di": DI})
    kept = folder.keys.read_bytes()
    drop_slot(folder, "di", 2)
    return Leaving(folder, code, kept)
