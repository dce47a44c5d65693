"""The places that are offered to whoever works here, and why others are not. It decides nothing: it is told.

What is not offered stands in the rail all the same, locked, with its reason: whoever looks for it is not left to guess.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kt1desk.desktop.navigation import Place
from kt1desk.desktop.widgets.rail import Rail


class Offered:
    """Which places may be gone to."""

    def __init__(self, rail: Rail) -> None:
        self._rail = rail
        self._barred: Mapping[str, str] = {}

    def bar(self, barred: Mapping[str, str]) -> frozenset[Place]:
        """From now on these are not offered: sentences by the names of places. Returns those that were offered until now."""
        lost = frozenset(place for place in Place if place.name in barred.keys() - self._barred.keys())
        if barred != self._barred:
            self._barred = dict(barred)
            self.show()
        return lost

    def show(self) -> None:
        """Lock the entries of the rail; also once it has been filled."""
        self._rail.bar(self._barred)

    def why_not(self, place: Place) -> str:
        """Why a place is not offered, "" where it is."""
        return self._barred.get(place.name, "")

    def of(self, places: Iterable[Place]) -> tuple[Place, ...]:
        """Those of the places that are offered, in their order."""
        return tuple(place for place in places if place.name not in self._barred)
