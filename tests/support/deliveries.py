"""A desk that delivers: rounds, what cannot be delivered, incidents, registers, statements and certificates on a real store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from kt1desk.app.desk import PaperFit
from kt1desk.domain.events import Event
from kt1desk.domain.kt1 import Secrecy
from kt1desk.domain.permissions import Act
from kt1desk.services.certificates import Certificates, CertifiedChain
from kt1desk.services.confirming import Confirmed
from kt1desk.services.delivery_rules import DeliveryDraft
from kt1desk.services.drafts import AcceptanceDraft
from kt1desk.services.incidents import Incidents
from kt1desk.services.redirecting import Redirecting
from kt1desk.services.registers import Registers
from kt1desk.services.rounds import Rounds, Started
from kt1desk.services.statements import Statements
from tests.support.desks import ordinary
from tests.support.points import DISTRICT, PointDesk, point_desk

HERE = "STC"
"""Call code of an agency to which `DISTRICT` delivers."""
TAKER = "Nguyễn Thị Mai"
POSITION = "Văn thư"
VALID = {
    "vetted_on": "2026-01-01",
    "vetted_until": "2028-01-01",
    "committed_on": "2026-01-02",
    "committed_until": "2027-01-02",
    "trained_on": "2026-01-03",
    "trained_until": "2027-12-03",
}


class CountingSigner:
    """Signs by saying how many stations it was given; remembers the chains."""

    def __init__(self, codes: int = 1) -> None:
        self.chains: list[CertifiedChain] = []
        self._codes = codes

    def sign(self, chain: CertifiedChain) -> tuple[str, ...]:
        self.chains.append(chain)
        return tuple(f"SIGNED{len(chain.stations)}-{at}" for at in range(self._codes))


@dataclass(frozen=True)
class DeliveryDesk:
    """A point's desk, seen from delivery."""

    at: PointDesk

    @property
    def rounds(self) -> Rounds:
        return Rounds(self.at.store, self.at.reference, self.at.clock, PaperFit())

    @property
    def redirecting(self) -> Redirecting:
        return Redirecting(self.at.store, self.at.reference, self.at.clock)

    @property
    def incidents(self) -> Incidents:
        return Incidents(self.at.store, self.at.reference, self.at.clock, PaperFit())

    @property
    def registers(self) -> Registers:
        return Registers(self.at.store, self.at.reference, self.at.clock)

    @property
    def statements(self) -> Statements:
        return Statements(self.at.store, self.at.reference, self.at.clock, PaperFit())

    def certificates(self, signer: CountingSigner) -> Certificates:
        return Certificates(self.at.store, self.at.reference, self.at.clock, PaperFit(), signer)

    def item(self, receiver: str = HERE, **changes: object) -> str:
        """An accepted item; with a letter it is approved too, for without that it would not leave."""
        draft: AcceptanceDraft = replace(ordinary(), receiver=receiver, **changes)  # type: ignore[arg-type]
        item = self.at.accept(draft).item
        if draft.secrecy is not Secrecy.NONE:
            self.at.approve(item)
        return item

    def postman(self, user: str = "postman") -> Confirmed:
        return self.at.confirmed(Act.DELIVER_ITEM, user)

    def start(self, *items: str) -> Started:
        return self.rounds.start(self.at.session(), self.postman(), items)

    def deliver(self, item: str, **changes: object) -> Event:
        draft = DeliveryDraft(item, TAKER, POSITION, scan=True)
        return self.rounds.deliver(self.at.session(), replace(draft, **changes))  # type: ignore[arg-type]

    def attempt(self, item: str, reason: str = "closed") -> Event:
        return self.rounds.attempt(self.at.session(), item, reason)

    def bring_back(self, *items: str) -> Sequence[Event]:
        return self.rounds.bring_back(self.at.session(), items, self.postman())

    def enter(self, register: str, values: Mapping[str, str], entry: str = "") -> str:
        return self.registers.enter(self.at.session("chief"), register, entry, values).entry


@contextmanager
def delivery_desk(root: Path, point: str = DISTRICT, device: int = 7) -> Iterator[DeliveryDesk]:
    """A desk at a point that delivers to most agencies of the sample."""
    with point_desk(root, point, device) as made:
        yield DeliveryDesk(made)
