"""The way of one item from the counter to its receiver, each act by the service that the counter calls for it.

This module must not know how anything reaches the other desk.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from installer.demo.desks import CONTROLLER, PASSWORD, POSTMAN, DemoDesk
from kt1desk.app.desk import PaperFit
from kt1desk.domain.checklist import all_confirmed
from kt1desk.domain.custody import State
from kt1desk.domain.kt1 import Secrecy, Urgency
from kt1desk.domain.permissions import Act
from kt1desk.services.arrivals import ReceiveDraft
from kt1desk.services.confirming import Confirmed
from kt1desk.services.delivery_rules import DeliveryDraft
from kt1desk.services.dispatching import DispatchDraft
from kt1desk.services.drafts import AcceptanceDraft
from kt1desk.services.packing import PackDraft
from kt1desk.services.rounds import Rounds

SEAL = "NP0000001"


@dataclass(frozen=True)
class Journey:
    """From ``giver`` to ``taker``."""

    giver: DemoDesk
    taker: DemoDesk

    weight_g: ClassVar[int] = 340
    bag_g: ClassVar[int] = 200

    def accept(self) -> str:
        """A letter C, Hỏa tốc, is accepted, and a second person looks at it; returns its number."""
        at, session = self.giver.desk, self.giver.session()
        draft = AcceptanceDraft(
            sender="SNV", receiver="STC", weight_g=self.weight_g, secrecy=Secrecy.C, urgency=Urgency.EXPRESS
        )
        quote = at.acceptance.quote(session, draft)
        item = at.acceptance.accept(session, replace(draft, answers=all_confirmed(quote.checklist))).item
        second = _confirmed(self.giver, Act.APPROVE_ITEM, CONTROLLER)
        self.giver.services.approvals.approve(session, [item], second)
        return item

    def send(self, item: str, seal: str = SEAL) -> str:
        """It is packed and sent; returns the number of the dispatch."""
        at, session = self.giver.services, self.giver.session()
        to = self.taker.seat.point
        packed = at.packing.close(session, PackDraft("", seal, self.weight_g + self.bag_g, to, (item,)))
        draft = DispatchDraft(
            to, "DT1-05", "12A-123.45", False, (packed.receptacle,), "Trần Văn Tải", "Lê Văn Lái"
        )
        at.keys.refresh()
        second = _confirmed(self.giver, Act.APPROVE_DISPATCH, CONTROLLER)
        return at.dispatching.send(session, draft, second).dispatch

    def expects(self, dispatch: str) -> bool:
        """Whether the taker knows that it comes."""
        rows = self.taker.services.arrivals.expected(self.taker.session())
        return any(row.dispatch == dispatch for row in rows)

    def arrive(self, dispatch: str, item: str, seal: str = SEAL) -> None:
        """Taken over, opened, scanned, closed."""
        arrivals, session = self.taker.services.arrivals, self.taker.session()
        (bag,) = (each.row.receptacle for each in arrivals.view(session, dispatch).bags)
        weight_g = self.weight_g + self.bag_g
        arrivals.receive(
            session,
            ReceiveDraft(bag, seal, weight_g, "intact", "Lê Văn Lái", dispatch, scan=True),
        )
        arrivals.open(session, bag)
        arrivals.scan(session, item, bag)
        arrivals.close(session, dispatch)

    def deliver(self, item: str) -> None:
        """Handed to the postman, and by him to the receiver."""
        at, session = self.taker.desk, self.taker.session()
        rounds = Rounds(at.store, at.reference, at.clock, PaperFit())
        rounds.start(session, _confirmed(self.taker, Act.DELIVER_ITEM, POSTMAN), [item])
        rounds.deliver(session, DeliveryDraft(item, "Nguyễn Thị Mai", "Văn thư", scan=True))

    def giver_knows(self, item: str) -> bool:
        """Whether it is delivered by all that the giver knows."""
        with self.giver.desk.store.read() as reader:
            standing = reader.standing(item)
        return standing is not None and standing.state is State.DELIVERED

    def unknown_at(self, desk: DemoDesk, item: str) -> bool:
        """Whether a desk never heard of it."""
        with desk.desk.store.read() as reader:
            return reader.standing(item) is None


def _confirmed(at: DemoDesk, act: Act, user: str) -> Confirmed:
    return at.services.second.confirm(at.session(), act, user, PASSWORD)
