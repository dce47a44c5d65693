"""Desks at several points that take dossiers, carry their covers and give results out: real stores and services."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from kt1desk.app.desk import PaperFit
from kt1desk.domain.approval import Manner
from kt1desk.domain.dossier import Form
from kt1desk.domain.events import Event, Stream
from kt1desk.domain.facts import BlockGranted, ResultTaken
from kt1desk.domain.mail import audience
from kt1desk.domain.permissions import Act
from kt1desk.domain.service import Service
from kt1desk.services.arrivals import ReceiveDraft
from kt1desk.services.case_journeys import CaseJourneys
from kt1desk.services.confirming import Confirmed
from kt1desk.services.dispatching import DispatchDraft, Sent
from kt1desk.services.dossier_custody import (
    DossierArrivals,
    DossierDispatching,
    DossierDispatchViews,
    DossierHolding,
    DossierIncidents,
    DossierLocator,
    DossierPacking,
    DossierRedirecting,
    DossierReviews,
    DossierRounds,
    DossierRoundSheets,
)
from kt1desk.services.dossiers import DossierTaken
from kt1desk.services.packing import PackDraft, Packed
from kt1desk.services.ports import Appending
from kt1desk.services.result_delivery import ResultDraft
from kt1desk.services.rounds import Started
from tests.support.dossiers import PROCEDURES, ordinary_dossier
from tests.support.points import PASSWORD, PlainCodes, PointDesk, point_desk

AUTHORITY = "LS-05983-TTHCC"
OFFICIAL = "H37.10-261120-0005"
IDENTITY = "020190000123"
"""Of the applicant of `ordinary_dossier`."""


@dataclass(frozen=True)
class DossierServices:
    """The services of custody for dossiers at a point's desk."""

    at: PointDesk

    @property
    def holding(self) -> DossierHolding:
        return DossierHolding(self.at.store, self.at.reference, self.at.clock, PaperFit())

    @property
    def packing(self) -> DossierPacking:
        return DossierPacking(self.at.store, self.at.reference, self.at.clock, PaperFit())

    @property
    def dispatching(self) -> DossierDispatching:
        return DossierDispatching(self.at.store, self.at.reference, self.at.clock, PaperFit(), PlainCodes())

    @property
    def views(self) -> DossierDispatchViews:
        return DossierDispatchViews(self.at.store, self.at.clock)

    @property
    def arrivals(self) -> DossierArrivals:
        return DossierArrivals(self.at.store, self.at.reference, self.at.clock)

    @property
    def rounds(self) -> DossierRounds:
        return DossierRounds(self.at.store, self.at.reference, self.at.clock, PaperFit())

    @property
    def sheets(self) -> DossierRoundSheets:
        return DossierRoundSheets(self.at.store, self.at.reference, self.at.clock)

    @property
    def redirecting(self) -> DossierRedirecting:
        return DossierRedirecting(self.at.store, self.at.reference, self.at.clock)

    @property
    def reviews(self) -> DossierReviews:
        return DossierReviews(self.at.store, self.at.reference, self.at.clock)

    @property
    def incidents(self) -> DossierIncidents:
        return DossierIncidents(self.at.store, self.at.reference, self.at.clock, PaperFit())

    @property
    def stories(self) -> CaseJourneys:
        return CaseJourneys(self.at.store, self.at.reference, self.at.clock)

    @property
    def locator(self) -> DossierLocator:
        return DossierLocator(self.at.store, self.at.reference, self.at.clock)


@dataclass(frozen=True)
class DossierDesk(DossierServices):
    """A point's desk, seen from its dossiers; ``user`` has no clearance."""

    user: str = "uncleared"

    def accept(self) -> DossierTaken:
        """A case of both ways, handed in at this point by `ordinary_dossier`'s applicant; its cover is with the user."""
        return self.at.dossiers.accept(self.at.session("clerk"), ordinary_dossier())

    def awaited(self) -> DossierTaken:
        """A case of which only the result comes by post: its applicant handed it in himself."""
        draft = replace(ordinary_dossier(), form=Form.RETURN, papers=(), weight_g=0, official=OFFICIAL)
        return self.at.dossiers.accept(self.at.session("clerk"), draft)

    def cover(self) -> str:
        """The cover of a new case on its way to the authority, put into the safe so that anybody may take it."""
        item = self.accept().legs[0].item
        self.put(item)
        return item

    def put(self, item: str, user: str = "clerk") -> None:
        """Into the safe."""
        self.holding.store(self.at.session(user), item, "KET-1")

    def result(self, taken: DossierTaken, origin: str = "", item: str = "") -> str:
        """The result of a case taken over from its authority at this point; returns its cover, which is in the safe."""
        at = self.at.session().desk.point
        cover = item or taken.legs[-1].item
        fact = ResultTaken(
            taken.dossier, cover, "", AUTHORITY, (("result", 1),), at, "s", origin=origin or at
        )
        with self.at.store.work() as work:
            work.append(fact, Appending("clerk"))
            work.commit()
        self.put(cover)
        return cover

    def pack(self, *items: str, to: str, seal: str = "NP0000001", weight_g: int = 0) -> Packed:
        """With the weight of what is inside and its bag."""
        with self.at.store.read() as reader:
            rows = [reader.held_item(each, service=Service.TTHC) for each in items]
        inside_g = sum(row.weight_g for row in rows if row is not None)
        draft = PackDraft("", seal, weight_g or inside_g + 200, to, items)
        return self.packing.close(self.at.session(self.user), draft)

    def send(self, *bags: str, to: str) -> Sent:
        """Nobody else is asked."""
        draft = DispatchDraft(to, "DT1-05", "12A-123.45", False, bags, "", "Lê Văn Lái")
        return self.dispatching.send(self.at.session(self.user), draft)

    def receive(self, bag: str, dispatch: str = "", seal: str = "NP0000001") -> None:
        draft = ReceiveDraft(bag, seal, 540, "intact", "Lê Văn Lái", dispatch, scan=True)
        self.arrivals.receive(self.at.session(self.user), draft)

    def arrive(self, bag: str, dispatch: str, *items: str) -> None:
        """Receive, open, confirm each item, close."""
        session = self.at.session(self.user)
        self.receive(bag, dispatch)
        self.arrivals.open(session, bag)
        for item in items:
            self.arrivals.scan(session, item, bag)
        self.arrivals.close(session, dispatch)

    def start(self, *items: str) -> Started:
        return self.rounds.start(self.at.session("clerk"), self.postman(), items)

    def postman(self) -> Confirmed:
        return self.at.second.confirm(self.at.session("clerk"), Act.DELIVER_RESULT, "postman", PASSWORD)

    def approval(self, user: str = "controller") -> Confirmed:
        return self.at.second.confirm(self.at.session("clerk"), Act.APPROVE_RESULT_RETURN, user, PASSWORD)

    def give(self, item: str, **changes: object) -> Event:
        """To the applicant himself, at his address."""
        draft = ResultDraft(item, "Lương Thị Mẫu", identity_paper="cccd", identity=IDENTITY, scan=True)
        return self.rounds.deliver(
            self.at.session("clerk"),
            replace(draft, **changes),  # type: ignore[arg-type]
        )

    def tell(self, other: DossierDesk) -> list[Event]:
        """Everything of this desk that is addressed to the other's point comes there, the same twice changes nothing."""
        point = other.at.session().desk.point
        with self.at.store.read() as reader:
            events = [
                event
                for event in reader.events_after(Stream.COUNTER, 0, 1_000)
                if point in audience(event.envelope.type, event.body())
            ]
        for event in events:
            other.at.take(event)
        return events

    def state(self, number: str) -> tuple[str, str, str]:
        """State, holder and point of a thing of dossiers."""
        with self.at.store.read() as reader:
            row = reader.standing(number, service=Service.TTHC)
        assert row is not None
        return row.state.value, row.holder, row.point


ALONE = Confirmed(Manner.EXCEPTION, reason="nobody_reached")
BY_PHONE = Confirmed(Manner.REMOTE, "controller", "12345678", bound="00")


@contextmanager
def dossier_desk(root: Path, point: str, device: int) -> Iterator[DossierDesk]:
    """With numbers for covers, a safe, and the procedures of the tests."""
    with point_desk(root, point, device) as made:
        with made.store.work() as work:
            work.append(BlockGranted("RC", device * 10_000, device * 10_000 + 2_000), Appending("system"))
            work.put_procedures(PROCEDURES)
            work.commit()
        made.place("KET-1")
        yield DossierDesk(made)
