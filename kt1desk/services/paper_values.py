"""What stands on label and receipt: every text, ready to print, in Vietnamese.

The template and these texts are what a print job keeps, so a paper printed years later says the same. This module must not know where
anything stands on the paper.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache

from kt1desk.domain.events import Moment
from kt1desk.domain.facts import Party
from kt1desk.domain.kt1 import Product, Scope, Urgency
from kt1desk.domain.money import ZeroTens, dong_in_words, format_dong
from kt1desk.domain.reference import Point
from kt1desk.domain.tariff import ComponentKind, Price, PriceComponent, Unpriced
from kt1desk.services.drafts import AcceptanceDraft
from kt1desk.services.wording import payment_name, place_name, scope_name, urgency_name, weight_text

URGENCY_WORDS = {
    Urgency.NONE: "",
    Urgency.EXPRESS: "HỎA TỐC",
    Urgency.TIMED: "HẸN GIỜ",
    Urgency.TIMED_EXPRESS: "HỎA TỐC HẸN GIỜ",
}
URGENCY_NAMES = {urgency: urgency_name(urgency) for urgency in Urgency}
NO_PRICE = "Chưa có giá"
weight_words = weight_text


@dataclass(frozen=True, slots=True)
class AcceptedPaper:
    """Everything the papers of one acceptance say. ``event_ref`` and ``event_hash`` are empty until the event is written.

    ``entered_at`` is when it was entered, in words, "" where that was at once.
    """

    number: str
    draft: AcceptanceDraft = field(repr=False)
    product: Product
    scope: Scope
    sender: Party
    receiver: Party
    route: tuple[str, str]
    price: Price | Unpriced
    point: Point
    provider: str
    accepted: Moment
    clerk: str = field(repr=False)
    handed_by: str = field(repr=False)
    trial: bool
    zero_tens: ZeroTens
    entered_at: str = ""
    event_ref: str = ""
    event_hash: str = ""


def label_values(paper: AcceptedPaper) -> dict[str, str]:
    """The texts of the 100 × 60 mm label."""
    return _present(
        {
            **_common(paper),
            "point": f"{paper.point.name} – {paper.point.code}",
            "route": paper.route[0],
            "route_detail": paper.route[1],
        }
    )


def receipt_values(paper: AcceptedPaper) -> dict[str, str]:
    """The texts of the A5 receipt."""
    draft = paper.draft
    return _present(
        {
            **_common(paper),
            **_price_values(paper),
            "point": f"{paper.point.name} – {paper.point.code}",
            "point_address": paper.point.address,
            "product": paper.product.name,
            "product_code": paper.product.code,
            "provider": paper.provider,
            "handed_in_by": paper.handed_by,
            "intake": place_name(draft.place),
            "payment": payment_name(draft.payment),
            "clerk_name": paper.clerk,
            "event_hash": paper.event_hash,
        }
    )


@lru_cache(maxsize=64)
def when_words(utc_ms: int, offset_min: int) -> str:
    """``14:32 22/11/2026`` by the wall clock of the desk."""
    zone = timezone(timedelta(minutes=offset_min))
    return f"{datetime.fromtimestamp(utc_ms / 1000, tz=UTC).astimezone(zone):%H:%M %d/%m/%Y}"


def component_name(part: PriceComponent, scope: Scope, urgency: Urgency, letter: str) -> str:
    """What a part of the price is called on screen and paper."""
    return {
        ComponentKind.BASE: f"KT1 {scope_name(scope)}",
        ComponentKind.FURTHER: f"{part.count} nấc khối lượng tiếp theo",
        ComponentKind.URGENCY: URGENCY_NAMES[urgency],
        ComponentKind.SECRECY: f"Ký hiệu {letter}",
    }[part.kind]


def vat_name(vat_bp: int) -> str:
    """``Thuế GTGT 10%``, ``Thuế GTGT 8,5%``."""
    whole, rest = divmod(vat_bp, 100)
    return f"Thuế GTGT {whole}{f',{rest:02d}'.rstrip('0') if rest else ''}%"


def _common(paper: AcceptedPaper) -> dict[str, str]:
    draft, offset = paper.draft, paper.accepted.offset_min
    return {
        "number": paper.number,
        "letter": draft.secrecy.letter,
        "urgency": URGENCY_WORDS[draft.urgency],
        "agreed_time": when_words(draft.agreed_ms, offset) if draft.agreed_ms else "",
        "sender_name": paper.sender.name,
        "sender_address": paper.sender.address,
        "receiver_name": paper.receiver.name,
        "receiver_address": paper.receiver.address,
        "weight": weight_words(draft.weight_g),
        "accepted_at": when_words(paper.accepted.utc_ms, offset),
        "entered_at": paper.entered_at,
        "event_ref": paper.event_ref,
        "trial": "1" if paper.trial else "",
    }


def _price_values(paper: AcceptedPaper) -> dict[str, str]:
    price, draft = paper.price, paper.draft
    if isinstance(price, Unpriced):
        return {"total_amount": NO_PRICE}
    made = {
        "net_amount": format_dong(price.net_dong),
        "vat_name": vat_name(price.vat_bp),
        "vat_amount": format_dong(price.vat_dong),
        "total_amount": format_dong(price.total_dong),
        "total_words": dong_in_words(price.total_dong, paper.zero_tens),
        "sample_tariff": "1" if price.flags else "",
    }
    for at, part in enumerate(price.components, start=1):
        made[f"price_{at}_name"] = component_name(part, paper.scope, draft.urgency, draft.secrecy.letter)
        made[f"price_{at}_amount"] = format_dong(part.amount_dong)
    return made


def _present(values: dict[str, str]) -> dict[str, str]:
    """Empty texts are left out: the template knows what may be missing."""
    return {name: text for name, text in values.items() if text}
