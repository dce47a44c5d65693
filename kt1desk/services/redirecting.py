"""What cannot be delivered as written: forwarded to another address, returned to its sender, or set aside because nobody takes it.

Each needs the approval of another person, on the spot or over the telephone; it can wait for one, so there is no exception here. With
dossiers it is the head, a controller or the bureau, on the spot; a point with one person need not wait for one, because a result must come
back to its authority in time, and says why nobody confirmed. This module must not know how somebody confirms.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from kt1desk.domain.approval import Manner
from kt1desk.domain.coded import CodeList, check_code, list_for
from kt1desk.domain.custody import Step
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts import ItemForwarded, ItemReturned, ItemUnclaimed, Party
from kt1desk.domain.facts.fact import Fact
from kt1desk.domain.identifiers import normalise_number
from kt1desk.domain.permissions import Act, act_for
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.service import Service
from kt1desk.domain.text import as_name, required
from kt1desk.services.confirming import Asked, Confirmations, Confirmed
from kt1desk.services.custody_rows import HeldItem, StandingRow
from kt1desk.services.custody_steps import Occasion, held_item, in_hand, occasion, written
from kt1desk.services.destinations import delivering_point, parties_of
from kt1desk.services.parties import MAX_ADDRESS, MAX_NAME
from kt1desk.services.ports import Clock, Journal, Reader
from kt1desk.services.sessions import Session

_SPOT = ""
"""How an approval on the spot stands in the body: as nothing."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """What turns an item from its way: the step, who may approve it, and the list of its reasons."""

    step: Step
    act: Act
    reasons: CodeList


_FORWARD = _Turn(Step.FORWARD, Act.FORWARD_ITEM, CodeList.FORWARD)
_RETURN = _Turn(Step.RETURN, Act.RETURN_ITEM, CodeList.RETURN)
_SET_ASIDE = _Turn(Step.SET_ASIDE, Act.RETURN_ITEM, CodeList.UNCLAIMED)


@dataclass(frozen=True, slots=True)
class _Turned:
    """An item about to be turned, with all that its fact needs."""

    at: Occasion
    standing: StandingRow
    item: HeldItem
    manner: str
    question: str


class Redirecting:
    """Forwarding, returning, setting aside."""

    service: ClassVar[Service] = Service.KT1

    def __init__(self, journal: Journal, reference: ReferenceData, clock: Clock) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock
        self._rules = Confirmations(reference, clock)

    def approval(self, act: Act) -> Act:
        """What whoever confirms must be allowed to do: the same act as who does it, unless the service has one of its own for him."""
        return act_for(self.service, act)

    def finished(self, fact: Fact, confirmed: Confirmed) -> Fact:  # noqa: ARG002 - another service says more
        """The fact as the service writes it."""
        return fact

    def forward(
        self, session: Session, item: str, receiver: Party | str, reason: str, confirmed: Confirmed
    ) -> Event:
        """Send an item on to another address.

        Args:
            session: who does it.
            item: its number.
            receiver: id or call code of an agency, or whoever the new address names.
            reason: coded.
            confirmed: who approved.

        Raises:
            DeskError: ``redirect.same_receiver``, ``reference.*``, ``text.*``, ``code.unknown``, ``custody.*``, ``approval.*``,
                ``shift.not_open``, rights of both.
        """

        def fact(reader: Reader, turned: _Turned) -> tuple[Fact, Mapping[str, Mapping[str, str]]]:
            party = self._party(receiver, turned.at)
            known = parties_of(reader, turned.item)
            if known is not None and known.receiver == party:
                raise DeskError("redirect.same_receiver", "receiver")
            made = ItemForwarded(
                *_common(turned),
                reason,
                to=delivering_point(self._reference, party, turned.at.on),
                origin=turned.item.origin,
                manner=turned.manner,
                question=turned.question,
            )
            return made, {"receiver": party.fields()}

        return self._turn(session, item, _FORWARD, (reason, confirmed), fact)

    def give_back(self, session: Session, item: str, reason: str, confirmed: Confirmed) -> Event:
        """Send an item back to its sender.

        Raises:
            DeskError: ``code.unknown``, ``custody.*``, ``approval.*``, ``shift.not_open``, rights of both.
        """

        def fact(_reader: Reader, turned: _Turned) -> tuple[Fact, Mapping[str, Mapping[str, str]]]:
            last = (turned.item.origin, turned.manner, turned.question)
            return ItemReturned(*_common(turned), reason, *last), {}

        return self._turn(session, item, _RETURN, (reason, confirmed), fact)

    def set_aside(self, session: Session, item: str, reason: str, confirmed: Confirmed) -> Event:
        """Keep an item apart that neither receiver nor sender takes, until it is decided on.

        Raises:
            DeskError: as `give_back`.
        """

        def fact(_reader: Reader, turned: _Turned) -> tuple[Fact, Mapping[str, Mapping[str, str]]]:
            last = (turned.item.origin, turned.manner, turned.question)
            return ItemUnclaimed(*_common(turned), reason, *last), {}

        return self._turn(session, item, _SET_ASIDE, (reason, confirmed), fact)

    def _turn(
        self,
        session: Session,
        item: str,
        turn: _Turn,
        why: tuple[str, Confirmed],
        fact: Callable[[Reader, _Turned], tuple[Fact, Mapping[str, Mapping[str, str]]]],
    ) -> Event:
        number = normalise_number(item)
        reason, confirmed = why
        if self.service is Service.KT1 and confirmed.manner is Manner.EXCEPTION:
            raise DeskError("approval.nobody", "second")
        with self._journal.work() as work:
            at = occasion(work, session, turn.act, self._clock, self.service)
            check_code(self._reference.coded, list_for(turn.reasons, self.service), reason, at.on)
            standing = in_hand(work, at, number, turn.step)
            self._rules.check(work, session, Asked(self.approval(turn.act), (number,)), confirmed)
            manner = _SPOT if confirmed.manner is Manner.SPOT else confirmed.manner.value
            turned = _Turned(at, standing, held_item(work, number, self.service), manner, confirmed.question)
            made, beside = fact(work, turned)
            made = self.finished(made, confirmed)
            event = written(work, at, made, (standing.head,), second=confirmed.second, beside=beside)
            work.commit()
        return event

    def _party(self, receiver: Party | str, at: Occasion) -> Party:
        """The new receiver, held against the lists of the day."""
        if isinstance(receiver, str):
            row = self._reference.agency(receiver, at.on)
            return Party(row.agency_id, row.name, row.address, row.province, row.commune)
        name = as_name(required(receiver.name, "receiver", MAX_NAME), "receiver")
        address = required(receiver.address, "receiver_address", MAX_ADDRESS)
        province = self._reference.province(receiver.province, at.on).code
        return Party(receiver.agency, name, address, province, receiver.commune)


def _common(turned: _Turned) -> tuple[str, int, str, str]:
    """Item, custody number, point and shift: the first fields of every such fact."""
    at, standing = turned.at, turned.standing
    return standing.number, standing.n + 1, at.point, at.shift.shift
