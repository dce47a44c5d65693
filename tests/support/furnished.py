"""Desks with their first events and their staff: each plan is carried out once in a process, every further desk of it is a copy.

What tests are about comes afterwards; making the tables and the search index takes twenty times as long as copying the folder.
"""

from __future__ import annotations

import atexit
import copy
import random
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from kt1desk.domain.permissions import Role
from kt1desk.services.set_up import DeskPlan, NewUser, open_desk
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from tests.support.clocks import NOON_MS, HandClock

DEK = bytes(range(32))
CLEARED = date(2027, 11, 22)
STAFF = (
    NewUser("clerk", "Hoàng Thị Hà", frozenset({Role.CLERK}), CLEARED),
    NewUser("uncleared", "Nông Văn Minh", frozenset({Role.CLERK})),
    NewUser("inspector", "Lương Minh Đức", frozenset({Role.INSPECTOR}), CLEARED),
    NewUser("chief", "Lý Ngọc Sơn", frozenset({Role.ADMINISTRATOR, Role.HEAD, Role.CLERK}), CLEARED),
)
Furnish = Callable[[DeskStore], None]


@dataclass(frozen=True)
class _Pattern:
    folder: Path
    clock: HandClock
    chance: tuple[Any, ...]


def nothing_more(_store: DeskStore) -> None:
    """The first events alone."""


def furnished(
    folder: DataFolder,
    plan: DeskPlan,
    furnish: Furnish = nothing_more,
    *,
    seed: int,
    staff: tuple[NewUser, ...] = STAFF,
) -> tuple[DeskStore, HandClock]:
    """The open store of a new desk and its clock; it goes on with the chance that it was made by."""
    pattern = _pattern(plan, furnish, seed, staff)
    shutil.copytree(pattern.folder, folder.root)
    clock, chance = copy.deepcopy(pattern.clock), random.Random()
    chance.setstate(pattern.chance)
    return DeskStore.open(folder, DEK, clock, chance.randbytes), clock


@cache
def _pattern(plan: DeskPlan, furnish: Furnish, seed: int, staff: tuple[NewUser, ...]) -> _Pattern:
    root = Path(tempfile.mkdtemp(prefix="furnished-"))
    atexit.register(shutil.rmtree, root, ignore_errors=True)
    clock, chance = HandClock(NOON_MS), random.Random(seed)
    store = DeskStore.create(DataFolder(root), DEK, clock, chance.randbytes, plan.device)
    try:
        open_desk(store, plan, staff)
        furnish(store)
    finally:
        store.close()
    return _Pattern(root, clock, chance.getstate())
