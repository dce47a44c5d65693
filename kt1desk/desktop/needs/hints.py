"""What the hints of the first use need: which of them their user has had."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol


class HintNeeds(Protocol):
    """Hints by the names of places, each shown once to a user of a desk."""

    def had(self) -> Collection[str]:
        """Those that whoever works here has had on this desk."""

    def note(self, place: str) -> None:
        """He has had this one."""
