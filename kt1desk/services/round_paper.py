"""What stands on the delivery list of a postman («danh sách phát»): every text, ready to print, in Vietnamese.

Whoever delivers an item must know where to, so the receiver stands there for A, B and C too; the sender never does. This module must not
know where anything stands on the paper.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kt1desk.domain.events import Event
from kt1desk.domain.kt1 import Secrecy, Urgency
from kt1desk.domain.service import Service
from kt1desk.services.paper_head import PaperHead, numbered, present, service_value
from kt1desk.services.wording import urgency_name, weight_text

ROUND_LIST, ROUND_LIST_VERSION = "round_list", 1
ROUND_LIST_FORM = "round_list"
NAMED_PERSON = "Chỉ người có tên"


@dataclass(frozen=True, slots=True)
class RoundItem:
    """One item to deliver.

    Attributes:
        number: S10 number, not grouped.
        secrecy: its letter.
        urgency: its class.
        weight_g: its weight.
        receiver: the agency or person that receives.
        address: where.
        named_person: to be handed to the named person alone, unopened.
        due_ms: latest first attempt, or the agreed time of a Hẹn giờ item; 0 while nobody knows.
        way: what the cover of a dossier carries, in words: ``Kết quả``, ``Giấy hẹn``; "" for KT1.
        phone: of the applicant, so that he is called before; "" for KT1.
    """

    number: str
    secrecy: Secrecy
    urgency: Urgency
    weight_g: int
    receiver: str = field(repr=False)
    address: str = field(repr=False)
    named_person: bool = False
    due_ms: int = 0
    way: str = ""
    phone: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class RoundPaper:
    """Everything the list says.

    Attributes:
        head: ``head.clerk`` gives the items out, ``head.at`` when.
        round: number of the round, ``PH…``.
        postman: who delivers.
        area: the postman's round in words, or "".
        items: in the order in which they are to be delivered.
        service: whose items they are.
    """

    head: PaperHead
    round: str
    postman: str = field(repr=False)
    area: str
    items: tuple[RoundItem, ...]
    service: Service = Service.KT1

    def proved_by(self, event: Event) -> RoundPaper:
        """The same with the event it proves."""
        return replace(self, head=self.head.proved_by(event))


def round_values(paper: RoundPaper) -> dict[str, str]:
    """The texts of the A4 list, ``item_1_number`` and so on."""
    return present(
        {
            **paper.head.values(),
            "service": service_value(paper.service),
            "round": paper.round,
            "postman_name": paper.postman,
            "area": paper.area,
            "item_count": str(len(paper.items)),
            **numbered("item", (_item(paper, item) for item in paper.items)),
        }
    )


def _item(paper: RoundPaper, item: RoundItem) -> Mapping[str, str]:
    before = "Đúng" if item.urgency.is_timed else "Trước"
    return {
        "number": item.number,
        "letter": item.secrecy.letter,
        "urgency": "" if item.urgency is Urgency.NONE else urgency_name(item.urgency),
        "weight": "" if paper.service is Service.TTHC else weight_text(item.weight_g),
        "receiver": item.receiver,
        "address": item.address,
        "way": item.way,
        "phone": item.phone,
        "named_person": NAMED_PERSON if item.named_person else "",
        "due": f"{before} {paper.head.when(item.due_ms)}" if item.due_ms else "",
    }
