"""The words of the questions that the page of a record asks."""

from __future__ import annotations

from collections.abc import Callable

from kt1desk.desktop.models.paper_rows import paper_name
from kt1desk.desktop.models.record_texts import number_of, refund_text
from kt1desk.desktop.models.texts import item_number
from kt1desk.desktop.record.question import Question
from kt1desk.desktop.widgets import Choice
from kt1desk.services.numbers import VoidReason
from kt1desk.services.papers import ReprintReason
from kt1desk.services.records import DossierRecord, ItemRecord, LooseNumber
from kt1desk.services.reversal import ReversalReason
from kt1desk.services.rows import PaperRow

WITHDRAW_KEY, VOID_KEY = "F8", "Ctrl+H"
_WITHDRAW = (
    Choice(ReversalReason.WITHDRAWN.value, "Người gửi rút", "1"),
    Choice(ReversalReason.MISTAKE.value, "Nhận nhầm", "2"),
)
_VOID = (
    Choice(VoidReason.SPOILT.value, "Hỏng", "1"),
    Choice(VoidReason.LOST.value, "Mất", "2"),
    Choice(VoidReason.MISSING.value, "Cuộn thiếu", "3"),
)
_REPRINT = (
    Choice(ReprintReason.DAMAGED.value, "Hỏng, mờ", "1"),
    Choice(ReprintReason.LOST.value, "Mất", "2"),
    Choice(ReprintReason.CUSTOMER.value, "Khách xin", "3"),
)
Act = Callable[[str], None]


def withdraw_question(record: ItemRecord | DossierRecord, act: Act) -> Question:
    """Whether it is really taken back, and what the customer gets."""
    return Question(
        title=f"Rút lại {number_of(record)}?",
        text=f"{refund_text(record.told)} Giấy chưa in bị hủy, phiếu rút được in.",
        reasons=_WITHDRAW,
        act=act,
        key=WITHDRAW_KEY,
        does="Rút lại",
        sure="Bấm F8 lần nữa để rút. Sau đó không lấy lại được, số này không cấp lại.",
    )


def void_question(record: LooseNumber, act: Act) -> Question:
    """Whether the number is really taken out."""
    return Question(
        title=f"Hủy số {number_of(record)}?",
        text="Số đã hủy không bao giờ cấp cho bưu gửi nào.",
        reasons=_VOID,
        act=act,
        key=VOID_KEY,
        does="Hủy số",
        sure="Bấm Ctrl+H lần nữa để hủy. Sau đó không lấy lại được.",
    )


def reprint_question(paper: PaperRow, act: Act) -> Question:
    """Why a paper that came out is printed again; the reason alone does it."""
    name = paper_name(paper)
    return Question(
        title=f"Vì sao in lại {name[:1].lower()}{name[1:]} {item_number(paper.item)}?",
        text="",
        reasons=_REPRINT,
        act=act,
    )
