"""What the page of delivery needs, on the services: lists for postmen, results, what comes back, what goes another way.

This module must not know any screen.
"""

from __future__ import annotations

from collections.abc import Sequence

from kt1desk.app.counter import short_name
from kt1desk.app.custody_services import CustodyServices
from kt1desk.app.desk import OpenDesk, PaperFit
from kt1desk.app.provinces import provinces_like
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.approval import AtDesk, Yes
from kt1desk.desktop.needs.delivery import (
    GoingItem,
    OutLine,
    OutView,
    StartedRound,
    StartView,
    Turning,
    TurnItem,
    TurnView,
)
from kt1desk.domain.coded import CodeList, word_for
from kt1desk.domain.custody import State, Step, ThingKind, after
from kt1desk.domain.facts import Party
from kt1desk.domain.kt1 import Secrecy
from kt1desk.domain.permissions import Act, act_for
from kt1desk.domain.reference import Agency, Province
from kt1desk.domain.service import Service
from kt1desk.services.confirming import Confirmed
from kt1desk.services.delivery_rules import DeliveryDraft
from kt1desk.services.drafts import AcceptanceDraft, OtherParty
from kt1desk.services.parties import Parties
from kt1desk.services.remote_approval import Question
from kt1desk.services.round_sheets import RoundSheet, SheetLine, TurnableItem
from kt1desk.services.rounds import RoundCandidate

_STEPS = {Turning.FORWARD: Step.FORWARD, Turning.RETURN: Step.RETURN, Turning.ASIDE: Step.SET_ASIDE}


class RoundCounter:
    """Implements `StartNeeds`, `ResultNeeds` and `BackNeeds` of `kt1desk.desktop.needs.delivery`."""

    def __init__(self, services: CustodyServices) -> None:
        desk = services.desk
        self._services = services
        self._rounds = services.kinds.rounds(desk.store, desk.reference, desk.clock, PaperFit())
        self._sheets = services.kinds.sheets(desk.store, desk.reference, desk.clock)

    def start_view(self) -> StartView:
        """See the port."""
        desk = self._services.desk
        sees = desk.may(Act.SEE_SECRET_PARTIES)
        items = tuple(_going(desk, row, sees=sees) for row in self._rounds.candidates(desk.session))
        now = desk.clock.now()
        return StartView(items, now.utc_ms, now.offset_min, self._is_alone())

    def start_round(self, items: Sequence[str], postman: AtDesk | None) -> StartedRound:
        """See the port."""
        started = self._rounds.start(self._services.desk.session, self._postman(postman), items)
        self._services.wake()
        return StartedRound(started.round, len(items), len(started.elsewhere))

    def out_view(self) -> OutView:
        """See the port."""
        desk = self._services.desk
        sheets = self._sheets.open(desk.session)
        lines = tuple(_line(desk, line, sheet) for sheet in sheets for line in sheet.lines)
        now = desk.clock.now()
        reasons = self._services.words(CodeList.ATTEMPT)
        papers, proxies = self._shown_papers()
        return OutView(lines, reasons, now.utc_ms, now.offset_min, self._is_alone(), papers, proxies)

    def fetched(self, item: str) -> OutLine:
        """See the port."""
        desk = self._services.desk
        return _line(desk, self._sheets.fetched(desk.session, item))

    def deliver(self, wanted: DeliveryDraft) -> None:
        """See the port."""
        self._rounds.deliver(self._services.desk.session, wanted)

    def attempt(self, item: str, reason: str, round_number: str, *, scan: bool) -> None:
        """See the port."""
        self._rounds.attempt(self._services.desk.session, item, reason, round_number, scan=scan)

    def bring_back(self, items: Sequence[str], postman: AtDesk | None, *, scan: bool) -> int:
        """See the port."""
        confirmed = self._postman(postman)
        return len(self._rounds.bring_back(self._services.desk.session, items, confirmed, scan=scan))

    def _postman(self, yes: AtDesk | None) -> Confirmed | None:
        return (
            self._services.confirmed(act_for(self._services.service, Act.DELIVER_ITEM), yes)
            if yes is not None
            else None
        )

    def _shown_papers(self) -> tuple[tuple[Choice, ...], tuple[Choice, ...]]:
        """What whoever takes a result may show, and as what somebody else takes it."""
        if self._services.service is Service.KT1:
            return (), ()
        return self._services.words(CodeList.IDENTITY_PAPER), self._services.words(CodeList.PROXY)

    def _is_alone(self) -> bool:
        """Whether the point has one person, who is the postman himself."""
        desk = self._services.desk
        return desk.reference.point(desk.session.desk.point, desk.today).one_person


class TurnCounter:
    """Implements `kt1desk.desktop.needs.delivery.TurnNeeds`."""

    def __init__(self, services: CustodyServices) -> None:
        desk = services.desk
        self._services = services
        self._redirecting = services.kinds.redirecting(desk.store, desk.reference, desk.clock)
        self._sheets = services.kinds.sheets(desk.store, desk.reference, desk.clock)

    def turn_view(self) -> TurnView:
        """See the port."""
        desk, words, now = self._services.desk, self._services.words, self._services.desk.clock.now()
        return TurnView(
            tuple(_turnable(desk, row) for row in self._sheets.turnable(desk.session)),
            forward=words(CodeList.FORWARD),
            give_back=words(CodeList.RETURN),
            aside=words(CodeList.UNCLAIMED),
            now_ms=now.utc_ms,
            offset_min=now.offset_min,
            alone=self._services.alone() if self._services.service is Service.TTHC else (),
        )

    def agencies(self, text: str) -> Sequence[Agency]:
        """See the port."""
        desk = self._services.desk
        if self._services.service is not Service.KT1:
            return ()  # an applicant moves to an address, and the list of agencies is of KT1
        return desk.finder.agencies(desk.session, text)

    def provinces(self, text: str) -> Sequence[Province]:
        """See the port."""
        return provinces_like(self._services.desk, text)

    def forward(self, item: str, receiver: OtherParty | str, reason: str, yes: Yes) -> None:
        """See the port."""
        desk = self._services.desk
        whom: Party | str = receiver if isinstance(receiver, str) else self._as_written(receiver)
        confirmed = self._confirmed(Act.FORWARD_ITEM, yes)
        self._redirecting.forward(desk.session, item, whom, reason, confirmed)

    def give_back(self, item: str, reason: str, yes: Yes) -> None:
        """See the port."""
        confirmed = self._confirmed(Act.RETURN_ITEM, yes)
        self._redirecting.give_back(self._services.desk.session, item, reason, confirmed)

    def set_aside(self, item: str, reason: str, yes: Yes) -> None:
        """See the port."""
        confirmed = self._confirmed(Act.RETURN_ITEM, yes)
        self._redirecting.set_aside(self._services.desk.session, item, reason, confirmed)

    def ask_by_phone(self, act: Act, numbers: Sequence[str], device: int) -> Question:
        """See the port."""
        services = self._services
        services.keys.refresh()
        return services.approvals.ask_remote(services.desk.session, act, numbers, device)

    def _confirmed(self, act: Act, yes: Yes) -> Confirmed:
        return self._services.confirmed(self._redirecting.approval(act), yes)

    def _as_written(self, receiver: OtherParty) -> Party:
        """As an acceptance would write it: the papers print the address alone, with its province."""
        desk = self._services.desk
        return Parties(desk.reference, desk.today).receiver(AcceptanceDraft(other_receiver=receiver))


class DeliveryCounter(RoundCounter, TurnCounter):
    """Implements `kt1desk.desktop.needs.delivery.DeliveryNeeds`."""

    def __init__(self, services: CustodyServices) -> None:
        RoundCounter.__init__(self, services)
        TurnCounter.__init__(self, services)


def _going(desk: OpenDesk, row: RoundCandidate, *, sees: bool) -> GoingItem:
    hidden = not sees and Secrecy(row.item.secrecy or Secrecy.NONE).is_marked
    receiver = "" if hidden else short_name(desk, row.receiver)
    return GoingItem(row.item, row.due, receiver, row.hindered, row.warning)


def _line(desk: OpenDesk, line: SheetLine, sheet: RoundSheet | None = None) -> OutLine:
    receiver = short_name(desk, line.whither.party)
    if sheet is None:
        return OutLine(line, "", "", "", receiver)
    return OutLine(line, sheet.row.round, sheet.row.postman, sheet.postman_name, receiver)


def _turnable(desk: OpenDesk, row: TurnableItem) -> TurnItem:
    state: State = row.line.item.state
    ways = tuple(way for way, step in _STEPS.items() if after(ThingKind.ITEM, state, step) is not None)
    why = word_for(desk.reference.coded, CodeList.ATTEMPT, row.reason) if row.reason else ""
    return TurnItem(_line(desk, row.line), ways, row.tried, why)
