"""What stands on the slip of an acceptance that was taken back: every text, ready to print, in Vietnamese.

This module must not know where anything stands on the paper.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kt1desk.domain.events import Event, Moment
from kt1desk.domain.money import ZeroTens, dong_in_words, format_dong
from kt1desk.domain.reference import Point
from kt1desk.services.paper_values import when_words

REVERSAL_SLIP, REVERSAL_VERSION = "reversal_slip", 1
NO_REFUND = "Không thu tiền mặt nên không hoàn tiền"


@dataclass(frozen=True, slots=True)
class ReversalPaper:
    """Everything the slip says. ``event_ref`` and ``event_hash`` are empty until the event is written.

    Attributes:
        number: the item's number, or the post's own number of the case.
        items: numbers of the items that are taken back with it: the item itself, or the legs.
        service: ``KT1`` or ``Hồ sơ TTHC``.
        letter: ``A``, ``B``, ``C`` or "".
        customer: who gets it back; "" for an item with a letter, whose sender stands on no further paper.
        reason: in words.
        replaced_by: number of the acceptance that corrects it, or "".
        accepted_ms: when it had been accepted.
        refunds: what goes back in cash, by name, in đồng.
    """

    number: str
    items: tuple[str, ...]
    service: str
    letter: str
    customer: str = field(repr=False)
    reason: str
    replaced_by: str
    accepted_ms: int
    refunds: tuple[tuple[str, int], ...]
    point: Point
    provider: str
    at: Moment
    clerk: str = field(repr=False)
    trial: bool
    zero_tens: ZeroTens
    event_ref: str = ""
    event_hash: str = ""

    def proved_by(self, event: Event) -> ReversalPaper:
        """The same with the event it proves."""
        return replace(self, event_ref=event.id.text, event_hash=event.hash.hex()[:12])


def reversal_values(paper: ReversalPaper) -> dict[str, str]:
    """The texts of the A5 slip.

    ``item`` is the first item's number, for the barcode; ``item_2`` the second leg of a case. ``refund_1_name``/``refund_1_amount`` …
    at most 3; ``refund_note`` says why there is none. ``accepted_at`` is of the acceptance, ``reversed_at`` of now.
    """
    total_dong = sum(amount_dong for _, amount_dong in paper.refunds)
    made = {
        "number": paper.number,
        "item": paper.items[0],
        "item_2": paper.items[1] if len(paper.items) > 1 else "",
        "service": paper.service,
        "letter": paper.letter,
        "customer_name": paper.customer,
        "reason": paper.reason,
        "replaced_by": paper.replaced_by,
        "accepted_at": when_words(paper.accepted_ms, paper.at.offset_min),
        "reversed_at": when_words(paper.at.utc_ms, paper.at.offset_min),
        "total_amount": format_dong(total_dong),
        "total_words": dong_in_words(total_dong, paper.zero_tens),
        "refund_note": "" if total_dong else NO_REFUND,
        "point": f"{paper.point.name} – {paper.point.code}",
        "point_address": paper.point.address,
        "provider": paper.provider,
        "clerk_name": paper.clerk,
        "event_ref": paper.event_ref,
        "event_hash": paper.event_hash,
        "trial": "1" if paper.trial else "",
    }
    for at, (name, amount_dong) in enumerate(paper.refunds, start=1):
        made[f"refund_{at}_name"] = name
        made[f"refund_{at}_amount"] = format_dong(amount_dong)
    return {name: text for name, text in made.items() if text}
