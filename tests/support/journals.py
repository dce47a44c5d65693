"""Stores without services on them: the first events of a desk, items accepted straight into the journal, a file opened past all guards."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kt1desk.domain.events import Event
from kt1desk.domain.facts import (
    BlockGranted,
    CashReceived,
    Charge,
    DeskOpened,
    ItemAccepted,
    KeySlotWritten,
    Party,
    RegisterOpened,
    ShiftOpened,
    UserEnrolled,
)
from kt1desk.services.ports import Appending, PaperDraft
from kt1desk.store.connection import open_raw
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.work import StoreWork
from tests.support.clocks import HandClock
from tests.support.tree import ROOT

DEK = bytes(range(32))
SHIFT = "2026-11-23/1"
SENDER = Party("SNV", "Sở Nội vụ tỉnh Lạng Sơn", "Số 2 Hoàng Văn Thụ", "20")
RECEIVER = Party("UBVL", "Ủy ban nhân dân xã Vũ Lăng", "Đường Đinh Tiên Hoàng", "20")
HANDED_BY = {"name": "Nguyễn Văn Ân", "id": "020099001234"}
FIRST_RELEASE = ROOT / "tests" / "vectors" / "schema-0001"
THIRD_SCHEMA = ROOT / "tests" / "vectors" / "schema-0003"
FIRST_SERIAL, LAST_SERIAL = 47_312_400, 47_312_999


def make(root: Path, clock: HandClock | None = None, seed: int = 1) -> DeskStore:
    """A new, empty store of a trial desk."""
    return DeskStore.create(DataFolder(root), DEK, clock or HandClock(), random.Random(seed).randbytes)


def reopen(root: Path, clock: HandClock | None = None, seed: int = 2) -> DeskStore:
    """The store of a folder."""
    return DeskStore.open(DataFolder(root), DEK, clock or HandClock(), random.Random(seed).randbytes)


def first_release(root: Path) -> Path:
    """A folder as version 0.1.0 left it at the first schema: 35 items, papers, two shifts (`tests/vectors/schema-0001`)."""
    return _laid_out(root, FIRST_RELEASE)


def third_schema(root: Path) -> Path:
    """A folder at the third schema: 40 items, four of them taken back, and four cases (`tests/vectors/schema-0003`)."""
    return _laid_out(root, THIRD_SCHEMA)


def _laid_out(root: Path, vector: Path) -> Path:
    folder = DataFolder(root)
    folder.prepare()
    shutil.copyfile(vector / "desk.bin", folder.database)
    shutil.copyfile(vector / "heads.bin", folder.marker)
    return folder.root


def begin(store: DeskStore, first: int = FIRST_SERIAL, last: int = LAST_SERIAL) -> None:
    """The first events: the desk, one block, one user, one open shift."""
    with store.work() as work:
        opened = ("LS01", "trial", work.public_key(), "0.1.0")
        parent = work.append(DeskOpened(*opened), Appending("system"))
        work.append(RegisterOpened(*opened), Appending("system", parents=(parent.id,)))
        work.append(BlockGranted("ME", first, last), Appending("system"))
        beside = {"person": {"name": "Lý Thị Lan"}}
        work.append(UserEnrolled("lan", ("clerk",), "2027-11-23"), Appending("system", particulars=beside))
        work.append(KeySlotWritten("lan", 1), Appending("system"))
        work.append(ShiftOpened(SHIFT, "2026-11-23", "D0", 500_000), Appending("lan"))
        work.commit()


def item_fact(
    number: str, *, secret: bool = False, sender: Party = SENDER, receiver: Party = RECEIVER
) -> ItemAccepted:
    """An item as accepted at the counter."""
    return ItemAccepted(
        item=number,
        product="KT1003",
        urgency="hoa_toc",
        secrecy="C" if secret else "none",
        scope="province",
        named_person=False,
        weight_g=340,
        pieces=1,
        place="counter",
        checks=("sealed", "stamp"),
        payment="cash",
        shift=SHIFT,
        point="LS01",
        sender=None if secret else sender,
        receiver=None if secret else receiver,
        charge=Charge("kt1-2026", "sample", (("base", 30_000), ("speed", 20_000)), 800, 4_000, 54_000),
        deadline_ms=1_795_424_400_000,
    )


def accept(
    store: DeskStore,
    number: str = "",
    *,
    secret: bool = False,
    sender: Party = SENDER,
    receiver: Party = RECEIVER,
) -> Event:
    """One acceptance in one commit, as the counter does it: cash, item, both papers."""
    with store.work() as work:
        event = accept_in(work, number, secret=secret, sender=sender, receiver=receiver)
        work.commit()
    return event


def accept_in(
    work: StoreWork,
    number: str = "",
    *,
    secret: bool = False,
    sender: Party = SENDER,
    receiver: Party = RECEIVER,
) -> Event:
    """The same inside a transaction of the test."""
    number = number or work.take_number()
    cash = work.append(CashReceived(SHIFT, 54_000, "kt1"), Appending("lan"))
    beside: dict[str, Mapping[str, str]] = {"handed_by": HANDED_BY}
    if secret:
        beside |= {"sender": sender.fields(), "receiver": receiver.fields()}
    fact = item_fact(number, secret=secret, sender=sender, receiver=receiver)
    event = work.append(fact, Appending("lan", parents=(cash.id,), particulars=beside))
    for role in ("label", "receipt"):
        work.queue_paper(PaperDraft(role, f"kt1_{role}", 1, number, {"number": number, "ref": event.id.text}))
    return event


@contextmanager
def past_all_guards(root: Path) -> Iterator[Any]:
    """The file of a closed store for whoever has its key and no scruples: no authorizer, no triggers."""
    raw = open_raw(DataFolder(root).database, DEK)
    try:
        for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        yield raw
    finally:
        raw.close()
