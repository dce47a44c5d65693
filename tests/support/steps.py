"""How much SQLite does for an answer, counted in its own steps: a measure that no other program on the machine disturbs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kt1desk.store.journal import DeskStore


def steps(store: DeskStore, act: Callable[[], object]) -> int:
    """How many tens of steps it took."""
    with store.transaction() as connection:
        driver: Any = connection
    counted: list[None] = []
    driver.set_progress_handler(lambda: counted.append(None), 10)
    try:
        act()
    finally:
        driver.set_progress_handler(None, 0)
    return len(counted)
