"""What stands on the answer to a complaint about the service («trả lời khiếu nại», TT 17/2017/TT-BTTTT, Điều 6): texts in Vietnamese.

What it is about and how it ends are words of coded values, the facts are times and numbers out of the case; the compensation is reckoned
from the stored price. This module must not know where anything stands on the paper, nor the codes.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kt1desk.domain.events import Event
from kt1desk.domain.money import ZeroTens, dong_in_words, format_dong
from kt1desk.services.paper_head import PaperHead, day_words, numbered, present

COMPLAINT_ANSWER, COMPLAINT_ANSWER_VERSION = "complaint_answer", 1
COMPLAINT_ANSWER_FORM = "complaint_answer"
NO_COMPENSATION = "Không bồi thường"


@dataclass(frozen=True, slots=True)
class ComplaintAnswerPaper:
    """Everything the answer says.

    Attributes:
        head: ``head.clerk`` answers, ``head.at`` is when.
        number: ``KN…``.
        dossier: the post's own number of the case.
        item: the cover it is about, or "".
        complainant: who complained.
        role: as what, in words: ``Người nộp hồ sơ``, ``Cơ quan giải quyết``.
        received_day, due_day: ISO; it must be answered by the second.
        about: what it is about, in words.
        outcome: how it ends, in words.
        facts: what the case says, as (name, value) in words and figures: ``("Giao cơ quan", "09:12 20/11/2026")``.
        compensation_dong: what is paid, 0 for nothing.
        rule: how that was reckoned, in words with its source; "" without compensation.
        zero_tens: how a missing ten is spoken.
    """

    head: PaperHead
    number: str
    dossier: str
    complainant: str = field(repr=False)
    role: str
    received_day: str
    due_day: str
    about: str
    outcome: str
    item: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    compensation_dong: int = 0
    rule: str = ""
    zero_tens: ZeroTens = ZeroTens.LINH

    def proved_by(self, event: Event) -> ComplaintAnswerPaper:
        """The same with the event it proves."""
        return replace(self, head=self.head.proved_by(event))


def complaint_answer_values(paper: ComplaintAnswerPaper) -> dict[str, str]:
    """The texts of the A5 answer, the same on both liên; ``fact_1_name``/``fact_1_value`` are counted on."""
    paid_dong = paper.compensation_dong
    return present(
        {
            **paper.head.values(),
            "number": paper.number,
            "dossier": paper.dossier,
            "item": paper.item,
            "complainant_name": paper.complainant,
            "complainant_role": paper.role,
            "received_day": day_words(paper.received_day),
            "due_day": day_words(paper.due_day),
            "about": paper.about,
            "outcome": paper.outcome,
            "compensation_amount": format_dong(paid_dong) if paid_dong else NO_COMPENSATION,
            "compensation_words": dong_in_words(paid_dong, paper.zero_tens) if paid_dong else "",
            "rule": paper.rule if paid_dong else "",
            **numbered("fact", ({"name": name, "value": value} for name, value in paper.facts)),
        }
    )
