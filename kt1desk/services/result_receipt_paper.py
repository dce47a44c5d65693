"""What stands on the slip of a result that is given out («phiếu trả kết quả»): what, to whom against which paper, and what came back.

Of the paper that was seen only its kind and the last four signs are printed (Luật 91/2025/QH15). Both sign, each keeps a liên. This module
must not know where anything stands on the paper.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kt1desk.domain.events import Event
from kt1desk.domain.money import ZeroTens, dong_in_words, format_dong
from kt1desk.services.paper_head import PaperHead, numbered, present

RESULT_RECEIPT, RESULT_RECEIPT_VERSION = "result_receipt", 1
RESULT_RECEIPT_FORM = "result_receipt"
LAST_SIGNS = 4
IN_PERSON, BY_PROXY = "Người nộp hồ sơ", "Người được ủy quyền"
SLIP_BACK, SLIP_NOT_BACK = "Đã thu lại", "Không thu lại"
NOTHING_BACK = "Không có"


@dataclass(frozen=True, slots=True)
class ResultReceiptPaper:
    """Everything the slip says.

    Attributes:
        head: ``head.clerk`` gives, ``head.at`` is when.
        dossier: the post's own number of the case, "" where only the label is known here.
        item: number of the cover, for the bars.
        official: mã hồ sơ, or "".
        procedure: code and name in one line, or "".
        authority: whose result it is, or "".
        applicant: whose case it is, or "".
        given: what was given, in words, and how many of each.
        taker: who took it.
        identity_paper: kind of the paper he showed, in words.
        identity: its number, whole; only its end is printed.
        authorisation: number of the paper that allows it, "" when the applicant himself came.
        place: where it was given, in words.
        withdrawn: papers taken back from him for the authority, in words and how many of each.
        withdrawn_item: number of the cover they go back in, or "".
        slip_back: whether the giấy hẹn was taken back.
        paid_dong: what he paid on this occasion.
        zero_tens: how a missing ten is spoken.
    """

    head: PaperHead
    dossier: str
    item: str
    given: tuple[tuple[str, int], ...]
    taker: str = field(repr=False)
    identity_paper: str
    identity: str = field(repr=False)
    place: str
    official: str = ""
    procedure: str = ""
    authority: str = ""
    applicant: str = field(default="", repr=False)
    authorisation: str = ""
    withdrawn: tuple[tuple[str, int], ...] = ()
    withdrawn_item: str = ""
    slip_back: bool = False
    paid_dong: int = 0
    zero_tens: ZeroTens = ZeroTens.LINH

    def proved_by(self, event: Event) -> ResultReceiptPaper:
        """The same with the event it proves."""
        return replace(self, head=self.head.proved_by(event))


def result_receipt_values(paper: ResultReceiptPaper) -> dict[str, str]:
    """The texts of the A5 slip, the same on both liên: ``given_1_name``/``given_1_count`` …, ``withdrawn_1_name`` …."""
    return present(
        {
            **paper.head.values(),
            "number": paper.dossier,
            "item": paper.item,
            "official": paper.official,
            "procedure_name": paper.procedure,
            "authority_name": paper.authority,
            "applicant_name": paper.applicant,
            "taker_name": paper.taker,
            "taker_role": BY_PROXY if paper.authorisation else IN_PERSON,
            "identity_paper": paper.identity_paper,
            "identity_end": paper.identity[-LAST_SIGNS:],
            "authorisation": paper.authorisation,
            "place": paper.place,
            "slip_back": SLIP_BACK if paper.slip_back else SLIP_NOT_BACK,
            "withdrawn_none": "" if paper.withdrawn else NOTHING_BACK,
            "withdrawn_item": paper.withdrawn_item,
            "paid_amount": format_dong(paper.paid_dong) if paper.paid_dong else "",
            "paid_words": dong_in_words(paper.paid_dong, paper.zero_tens) if paper.paid_dong else "",
            **numbered("given", map(_line, paper.given)),
            **numbered("withdrawn", map(_line, paper.withdrawn)),
        }
    )


def _line(line: tuple[str, int]) -> Mapping[str, str]:
    return {"name": line[0], "count": str(line[1])}
