"""What stands on the slip of a handover from hand to hand («phiếu chuyển giữ»), which both sign. It names no party of an item.

This module must not know where anything stands on the paper.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kt1desk.domain.events import Event
from kt1desk.domain.kt1 import Secrecy
from kt1desk.domain.service import Service
from kt1desk.services.paper_head import PaperHead, numbered, present, service_value
from kt1desk.services.wording import weight_text

HANDOVER_SLIP, HANDOVER_SLIP_VERSION = "handover_slip", 1
HANDOVER_FORM = "handover_slip"


@dataclass(frozen=True, slots=True)
class HandoverThing:
    """One thing that changes hands.

    Attributes:
        kind: in words: ``Bưu gửi``, ``Túi``.
        number: its number, not grouped.
        secrecy: letter of an item.
        seal: number of the seal, or "".
        weight_g: its weight, 0 where it was not weighed.
        item_count: items inside a receptacle, 0 for an item.
    """

    kind: str
    number: str
    secrecy: Secrecy = Secrecy.NONE
    seal: str = ""
    weight_g: int = 0
    item_count: int = 0


@dataclass(frozen=True, slots=True)
class HandoverPaper:
    """Everything the slip says.

    Attributes:
        head: ``head.at`` is the time of the handover.
        giver: who gives: a person, or a place with its keeper, in words.
        taker: who takes, likewise.
        reason: why, in words of a code, or "".
        place: where the things lie afterwards, in words, or "".
        things: at least one.
        service: whose they are.
    """

    head: PaperHead
    giver: str = field(repr=False)
    taker: str = field(repr=False)
    reason: str
    place: str
    things: tuple[HandoverThing, ...]
    service: Service = Service.KT1

    def proved_by(self, event: Event) -> HandoverPaper:
        """The same with the event it proves."""
        return replace(self, head=self.head.proved_by(event))


def handover_values(paper: HandoverPaper) -> dict[str, str]:
    """The texts of the A4 slip, ``thing_1_number`` and so on."""
    return present(
        {
            **paper.head.values(),
            "service": service_value(paper.service),
            "giver_name": paper.giver,
            "taker_name": paper.taker,
            "reason": paper.reason,
            "place": paper.place,
            "thing_count": str(len(paper.things)),
            **numbered("thing", map(_thing, paper.things)),
        }
    )


def _thing(thing: HandoverThing) -> Mapping[str, str]:
    return {
        "kind": thing.kind,
        "number": thing.number,
        "letter": thing.secrecy.letter,
        "seal": thing.seal,
        "weight": weight_text(thing.weight_g) if thing.weight_g else "",
        "count": str(thing.item_count) if thing.item_count else "",
    }
