"""What stands on the tag of a closed receptacle («nhãn cổ túi»): every text, ready to print. It never names a party.

This module must not know where anything stands on the tag.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kt1desk.domain.events import Event
from kt1desk.domain.kt1 import Urgency
from kt1desk.domain.reference import Point
from kt1desk.domain.service import Service
from kt1desk.services.paper_head import PaperHead, present, service_value
from kt1desk.services.paper_values import URGENCY_WORDS
from kt1desk.services.wording import weight_text

BAG_TAG, BAG_TAG_VERSION = "bag_tag", 1
BAG_TAG_FORM = "bag_tag"


@dataclass(frozen=True, slots=True)
class BagTagPaper:
    """Everything the tag says.

    Attributes:
        head: ``head.point`` closed it, ``head.at`` when.
        receptacle: ``TUI…``.
        seal: number of its seal.
        destination: the point that opens it.
        weight_g: as weighed, closed.
        item_count: how many items were counted into it.
        urgency: the most urgent class of what is inside.
        dispatch: number of the dispatch, or "" while there is none.
        route: in words, or "".
        service: whose items are inside.
    """

    head: PaperHead
    receptacle: str
    seal: str
    destination: Point
    weight_g: int
    item_count: int
    urgency: Urgency = Urgency.NONE
    dispatch: str = ""
    route: str = ""
    service: Service = Service.KT1

    def proved_by(self, event: Event) -> BagTagPaper:
        """The same with the event that closed the receptacle."""
        return replace(self, head=self.head.proved_by(event))


def bag_tag_values(paper: BagTagPaper) -> dict[str, str]:
    """The texts of the 100 × 60 mm tag."""
    head = paper.head.values()
    return present(
        {
            **{name: head[name] for name in ("title", "form_code", "point", "made_at", "event_ref", "trial")},
            "service": service_value(paper.service),
            "receptacle": paper.receptacle,
            "seal": paper.seal,
            "destination": paper.destination.name,
            "destination_code": paper.destination.code,
            "weight": weight_text(paper.weight_g),
            "item_count": str(paper.item_count),
            "urgency": URGENCY_WORDS[paper.urgency],
            "dispatch": paper.dispatch,
            "route": paper.route,
        }
    )
