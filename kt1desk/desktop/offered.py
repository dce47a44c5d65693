"""The places that are offered to whoever works here, and why others are not. It decides nothing: it is told.

What only cannot be gone to now stands in the rail all the same, locked, with its reason: whoever looks for it is not left to guess. What no
role of the user ever works at is not there; its key says why.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from kt1desk.desktop.bars import FREE, Bars
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.widgets.rail import Rail


class Offered:
    """Which places may be gone to."""

    def __init__(self, rail: Rail) -> None:
        self._rail = rail
        self._barred: Mapping[str, str] = {}
        self._hidden: frozenset[str] = frozenset()
        self._home = ""

    def bar(self, barred: Mapping[str, str], bars: Bars = FREE) -> frozenset[Place]:
        """From now on these are not offered: sentences by the names of places. Returns those that were offered until now.

        ``bars`` say which of them are not to be seen, and where work begins.
        """
        lost = frozenset(place for place in Place if place.name in barred.keys() - self._barred.keys())
        self._home = bars.home
        if (barred, bars.hidden()) != (self._barred, self._hidden):
            self._barred, self._hidden = dict(barred), bars.hidden()
            self.show()
        return lost

    def show(self) -> None:
        """Lock the entries of the rail; also once it has been filled."""
        self._rail.bar(self._barred, self._hidden)

    def why_not(self, place: Place) -> str:
        """Why a place is not offered, "" where it is."""
        return self._barred.get(place.name, "")

    def first(self, places: Collection[Place]) -> Place:
        """Where work begins: the place that was told, else the first that is offered; where none is, the first there is."""
        of = self.of(places)
        return next(iter((*(place for place in of if place.name == self._home), *of, *places)))

    def of(self, places: Iterable[Place]) -> tuple[Place, ...]:
        """Those of the places that are offered, in their order."""
        return tuple(place for place in places if place.name not in self._barred)
