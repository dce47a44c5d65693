"""What stands on the list of collected fees passed on to their authority («bảng kê nộp phí, lệ phí thu hộ»): texts in Vietnamese.

Only the authority's money stands on it, never the post's own (QĐ 45/2016/QĐ-TTg, Điều 11). It names no applicant; both sign, each keeps a
liên. This module must not know where anything stands on the paper.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kt1desk.domain.events import Event
from kt1desk.domain.money import ZeroTens, dong_in_words, format_dong
from kt1desk.services.paper_head import PaperHead, numbered, present

REMITTANCE_LIST, REMITTANCE_LIST_VERSION = "remittance_list", 1
REMITTANCE_LIST_FORM = "remittance_list"


@dataclass(frozen=True, slots=True)
class RemittedFee:
    """Money of one case: the post's number, mã hồ sơ or "", biên lai or "", when it was collected, đồng."""

    dossier: str
    accepted_ms: int
    amount_dong: int
    official: str = ""
    receipt: str = ""


@dataclass(frozen=True, slots=True)
class RemittancePaper:
    """Everything the list says.

    Attributes:
        head: ``head.clerk`` pays in, ``head.at`` is when.
        number: ``NP…``.
        authority: whose money it is.
        officer: who receives it; "" leaves the name to be written by hand.
        manner: how it is paid in, in words: ``Tiền mặt``, ``Chuyển khoản``.
        reference: number of the authority's receipt or of the transfer order, or "".
        handover: number of the hand-over record it goes along with, or "".
        fees: at least one, the oldest first.
        zero_tens: how a missing ten is spoken.
    """

    head: PaperHead
    number: str
    authority: str
    officer: str = field(repr=False)
    manner: str
    fees: tuple[RemittedFee, ...]
    reference: str = ""
    handover: str = ""
    zero_tens: ZeroTens = ZeroTens.LINH

    def proved_by(self, event: Event) -> RemittancePaper:
        """The same with the event it proves."""
        return replace(self, head=self.head.proved_by(event))


def remittance_values(paper: RemittancePaper) -> dict[str, str]:
    """The texts of the A4 list, the same on both liên: ``fee_1_dossier`` and so on, and the total in figures and words."""
    total_dong = sum(fee.amount_dong for fee in paper.fees)
    return present(
        {
            **paper.head.values(),
            "number": paper.number,
            "authority_name": paper.authority,
            "officer_name": paper.officer,
            "manner": paper.manner,
            "reference": paper.reference,
            "handover": paper.handover,
            "fee_count": str(len(paper.fees)),
            "total_amount": format_dong(total_dong),
            "total_words": dong_in_words(total_dong, paper.zero_tens),
            **numbered("fee", (_fee(paper.head, fee) for fee in paper.fees)),
        }
    )


def _fee(head: PaperHead, fee: RemittedFee) -> Mapping[str, str]:
    return {
        "dossier": fee.dossier,
        "official": fee.official,
        "receipt": fee.receipt,
        "accepted_at": head.when(fee.accepted_ms),
        "amount": format_dong(fee.amount_dong).removesuffix(" đ"),
    }
