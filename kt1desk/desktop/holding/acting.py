"""What one work of the page of holders must be able to do: its keys, its scans, what it does with ticks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from kt1desk.desktop.navigation import PageKey
from kt1desk.desktop.widgets import Hint


class HoldingWork(Protocol):
    """A work; the lists stand in the middle for all of them."""

    @property
    def hints(self) -> Sequence[Hint]:
        """Three keys that act in the items."""

    def begin(self) -> None:
        """It comes to the front; what was ticked is settled for it."""

    def settle(self) -> None:
        """Other items are ticked."""

    def go_on(self) -> None:
        """Enter in the items."""

    def keys(self) -> Sequence[PageKey]:
        """The keys that act in this work."""

    def take_scan(self, code: str) -> bool:
        """A scan; False where the work has no use for it.

        Raises:
            DeskError: it is refused.
        """

    def tell(self, sentence: str) -> None:
        """A sentence that belongs to no input."""

    def step_back(self) -> bool:
        """One step inside the column; False where there is none."""

    def forget(self) -> None:
        """Drop what is shown."""
