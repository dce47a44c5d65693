"""Acts at the receiving end, for tests of arrivals."""

from __future__ import annotations

from typing import Any

from kt1desk.app.desk import PaperFit
from kt1desk.domain.custody import ThingKind
from kt1desk.services.arrivals import ArrivalScan
from kt1desk.services.dispatching import Sent
from kt1desk.services.incidents import IncidentDraft, Incidents
from tests.support.points import CENTRE, FAR, PointDesk


def sent(centre: PointDesk, *items: str, to: str = FAR, seal: str = "NP0000001") -> tuple[str, Sent]:
    bag = centre.pack(*items, to=to, seal=seal).receptacle
    return bag, centre.send(bag, to=to)


def came(far: PointDesk, bag: str, one: Sent, **changes: Any) -> None:
    """The receptacle is taken over and opened."""
    far.receive(bag, dispatch=one.dispatch, **changes)
    far.arrivals.open(far.session(), bag)


def scan(far: PointDesk, item: str, bag: str = "", condition: str = "intact") -> ArrivalScan:
    return far.arrivals.scan(far.session(), item, bag, condition)


def count(far: PointDesk) -> int:
    with far.store.read() as reader:
        return reader.event_count()


def record(far: PointDesk, code: str, kind: ThingKind, number: str, dispatch: str) -> str:
    incidents = Incidents(far.store, far.reference, far.clock, PaperFit())
    return incidents.open(far.session(), IncidentDraft(code, kind, number, CENTRE, dispatch)).incident
