"""One look at a draft on one business date: what it comes to, what is wrong with it, and the fact it would become.

This module must not know the journal: it decides by reference data, the draft and the time alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from kt1desk.domain.checklist import ChecklistLine, Review, lines_for, review
from kt1desk.domain.deadline import Deadline, Way, area_of, deadline
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Moment
from kt1desk.domain.facts import Charge, ItemAccepted, Party
from kt1desk.domain.kt1 import (
    Payment,
    RouteScope,
    check_agreed_time,
    check_pieces,
    check_weight,
)
from kt1desk.domain.permissions import Act
from kt1desk.domain.reference import Point, ReferenceData
from kt1desk.domain.tariff import Price, PriceRequest, Unpriced
from kt1desk.domain.text import as_name, clean
from kt1desk.services.drafts import AcceptanceDraft, Quote
from kt1desk.services.paper_values import AcceptedPaper, when_words
from kt1desk.services.parties import Parties
from kt1desk.services.problems import Problems
from kt1desk.services.rights import require_point
from kt1desk.services.rows import ShiftRow
from kt1desk.services.sessions import Session

NAMED_PERSON = "named_person"
"""The checklist's fact «Chỉ người có tên mới được bóc bì»."""

MAX_PERSON = 80
MAX_PHONE = 20

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Examination:
    """A draft held against the rules of the day.

    ``on`` and ``now`` are day and time of the acceptance, ``entered`` when it is written where that is later.
    """

    reference: ReferenceData
    session: Session
    draft: AcceptanceDraft
    on: date
    now: Moment
    entered: Moment | None = None

    def quote(self) -> Quote:
        """Everything that can be said; a step that fails leaves its place empty and adds its problem, in the order of the fields."""
        draft, problems = self.draft, Problems()
        problems.tried(self._check_place)
        sender = problems.tried(lambda: self._parties.sender(draft))
        receiver = problems.tried(lambda: self._parties.receiver(draft))
        if sender and receiver and sender.agency and sender.agency == receiver.agency:
            problems.add(DeskError("item.same_party", "receiver"))
        product = problems.tried(lambda: self.reference.product(draft.urgency, draft.secrecy, self.on))
        timely = problems.tried(self._has_its_time)
        weight_g = problems.tried(self._weight)
        problems.tried(self._person)
        route = problems.tried(lambda: self._route(receiver)) if receiver else None
        price = problems.tried(lambda: self._price(route)) if route and weight_g else None
        problems.tried(lambda: self._check_payment(price))
        due = problems.tried(lambda: self._deadline(route, receiver)) if route and timely else None
        checklist = lines_for(self.reference.checklist, draft.secrecy, self.on)
        problems.tried(lambda: self._review(checklist))
        return Quote("", sender, receiver, route, product, price, due, checklist, tuple(problems.found))

    def fact(self, quote: Quote, number: str, shift: ShiftRow) -> ItemAccepted:
        """The acceptance as an event's body; both parties of a marked item stand beside it instead."""
        draft, product, route = self.draft, _known(quote.product), _known(quote.route)
        open_cover = not draft.secrecy.is_marked
        return ItemAccepted(
            item=number,
            product=product.code,
            urgency=draft.urgency.value,
            secrecy=draft.secrecy.value,
            scope=route.scope.value,
            named_person=draft.answers.get(NAMED_PERSON, False),
            weight_g=draft.weight_g,
            pieces=draft.pieces,
            place=draft.place.value,
            checks=self._review(quote.checklist).confirmed,
            payment=draft.payment.value,
            shift=shift.shift,
            point=self.session.desk.point,
            sender=quote.sender if open_cover else None,
            receiver=quote.receiver if open_cover else None,
            charge=_charge(quote.price) if isinstance(quote.price, Price) else None,
            agreed_ms=draft.agreed_ms or 0,
            deadline_ms=quote.deadline.due_ms if quote.deadline else 0,
        )

    def beside(self, quote: Quote) -> dict[str, dict[str, str]]:
        """Particulars: who hands it in, and both parties of a marked item."""
        name, phone = self._person()
        made = {"handed_by": {"name": name, "phone": phone}} if name or phone else {}
        if self.draft.secrecy.is_marked:
            made["sender"] = _known(quote.sender).fields()
            made["receiver"] = _known(quote.receiver).fields()
        return made

    def paper(self, quote: Quote, number: str) -> AcceptedPaper:
        """Everything that label and receipt say, but for the event they prove."""
        receiver = _known(quote.receiver)
        return AcceptedPaper(
            number=number,
            draft=self.draft,
            product=_known(quote.product),
            scope=_known(quote.route).scope,
            sender=_known(quote.sender),
            receiver=receiver,
            route=self._parties.route_words(receiver, self._point().province),
            price=_priced(quote.price),
            point=self._point(),
            provider=str(self.reference.setting("provider.name", self.on).value),
            accepted=self.now,
            clerk=self.session.name,
            handed_by=self._person()[0],
            trial=self.session.desk.trial,
            zero_tens=self.reference.zero_tens(self.on),
            entered_at=when_words(self.entered.utc_ms, self.entered.offset_min) if self.entered else "",
        )

    @property
    def _parties(self) -> Parties:
        return Parties(self.reference, self.on)

    def _check_place(self) -> None:
        """The desk's file must allow the service, and the point must accept KT1 items."""
        require_point(self.reference, self.session.desk, Act.ACCEPT_ITEM, self.on)

    def _point(self) -> Point:
        return self.reference.point(self.session.desk.point, self.on)

    def _has_its_time(self) -> bool:
        """Hẹn giờ is measured against the agreed time alone: without a good one there is no deadline, and nothing else to refuse."""
        check_agreed_time(self.draft.urgency, self.draft.agreed_ms, self.now.utc_ms)
        return True

    def _person(self) -> tuple[str, str]:
        name = as_name(clean(self.draft.handed_by, "handed_by", MAX_PERSON), "handed_by")
        return name, clean(self.draft.handed_by_phone, "handed_by_phone", MAX_PHONE)

    def _weight(self) -> int:
        check_weight(self.draft.weight_g, self.reference.setting_int("item.weight_max_g", self.on))
        check_pieces(self.draft.pieces, self.reference.setting_int("item.pieces_max", self.on))
        return self.draft.weight_g

    def _route(self, receiver: Party) -> RouteScope:
        return self.reference.route(self._point().province, receiver.province, self.on)

    def _price(self, route: RouteScope | None) -> Price | Unpriced:
        request = PriceRequest(_known(route), self.draft.weight_g, self.draft.urgency, self.draft.secrecy)
        return self.reference.quote(request, self.on, trial=self.session.desk.trial)

    def _check_payment(self, price: Price | Unpriced | None) -> None:
        """Without a price only an account can be charged later; an account needs an agency with a contract."""
        if self.draft.payment is Payment.CASH:
            if isinstance(price, Unpriced):
                raise DeskError("item.unpriced_needs_account", "payment")
        elif self.draft.sender and not self._parties.agency(self.draft.sender, "sender").uses_kt1:
            raise DeskError("item.no_account", "payment")

    def _deadline(self, route: RouteScope | None, receiver: Party | None) -> Deadline:
        commune = receiver.commune if receiver else ""
        way = Way(_known(route).scope, area_of(self.reference.transit_areas, commune, self.on))
        rows, agreed = self.reference.transit_hours, self.draft.agreed_ms
        return deadline(rows, way, self.draft.urgency, self.now.utc_ms, agreed, self.on)

    def _review(self, checklist: tuple[ChecklistLine, ...]) -> Review:
        return review(checklist, self.draft.answers)


def _charge(price: Price) -> Charge:
    parts = tuple((part.kind.value, part.amount_dong) for part in price.components)
    return Charge(price.table_id, price.status.value, parts, price.vat_bp, price.vat_dong, price.total_dong)


def _known(value: _T | None) -> _T:
    """What a draft without problems always has."""
    if value is None:
        raise DeskError("item.incomplete")
    return value


def _priced(price: Price | Unpriced | None) -> Price | Unpriced:
    if price is None:
        raise DeskError("item.incomplete")
    return price
