"""The roads between points: what leaves arrives later, with its manifest or without."""

from __future__ import annotations

from functools import partial

from kt1desk.domain.events import Event
from tests.simulation.chance import Faults
from tests.simulation.desk import SimDesk
from tests.simulation.ground import Ground, Trip
from tests.simulation.world import MINUTE, World


class Roads:
    """Dispatches on their way."""

    def __init__(self, world: World, faults: Faults, ground: Ground) -> None:
        self._world, self._faults, self._ground = world, faults, ground

    def leaves(self, desk: SimDesk, event: Event) -> None:
        """A dispatch was sent."""
        world = self._world
        trip = self._ground.trips[str(event.body()["dispatch"])]
        span_ms = world.between(15 * MINUTE, 90 * MINUTE)
        world.after(world.between(2 * MINUTE, 12 * MINUTE), partial(self._loaded, desk, trip))
        world.after(span_ms, partial(self._arrives, trip))

    def _loaded(self, desk: SimDesk, trip: Trip) -> None:
        """The driver takes the manifest along, if it has come out by now."""
        if not self._faults.strikes("paper.left_behind"):
            papers = [
                shown
                for shown in desk.shown
                if shown.template == "manifest" and shown.number == trip.dispatch
            ]
            trip.manifest = papers[-1] if papers else None

    def _arrives(self, trip: Trip) -> None:
        if trip.over:
            return
        trip.arrived = True
        for bag in trip.bags:
            self._ground.at[bag] = trip.to
        self._world.note("--", f"{trip.dispatch} at {trip.to}, manifest {trip.manifest is not None}")
