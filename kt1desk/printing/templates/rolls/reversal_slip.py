"""The slip of an acceptance that was taken back, on a roll: the same facts as on A5."""

from __future__ import annotations

from collections.abc import Mapping

from kt1desk.printing.document import Document
from kt1desk.printing.fonts import Face
from kt1desk.printing.templates.base import grouped_number, read_values, reprint_text, take_rows
from kt1desk.printing.templates.dossier_values import AmountTexts
from kt1desk.printing.templates.flow import Style
from kt1desk.printing.templates.reversal_slip import TITLE, ReversalSlipValues
from kt1desk.printing.templates.rolls import heads
from kt1desk.printing.templates.rolls.parts import bars, proof, signatures
from kt1desk.printing.templates.rolls.strip import PLAIN, STRONG, Strip


def build(raw: Mapping[str, str], copy: int) -> Document:
    """The slip: one liên.

    Raises:
        DeskError: like `read_values`, ``paper.letter_only`` and what fitting raises.
    """
    rest, refunds = take_rows(AmountTexts, "refund", raw)
    values = read_values(ReversalSlipValues, rest)
    strip = Strip()
    heads.post(strip, values.provider, values.point, values.point_address)
    again = reprint_text(copy, values.reprinted_at)
    heads.title(strip, TITLE, ("service", f"Dịch vụ {values.service}"), again=again)
    bars(strip, "item", values.item)
    strip.marks(values.letter, "")
    strip.fact("number", "Số bị hủy, không cấp lại", grouped_number(values.number), Style(10, Face.BOLD))
    strip.fact("item_2", "Chiều về", grouped_number(values.item_2))
    strip.rule()
    strip.fact("customer_name", "Người gửi / người nộp", values.customer_name, Style(9.5, Face.BOLD))
    strip.fact("reason", "Lý do", values.reason)
    strip.fact("accepted_at", "Đã chấp nhận lúc", values.accepted_at)
    strip.fact("reversed_at", "Rút / hủy lúc", values.reversed_at)
    replaced = grouped_number(values.replaced_by)
    strip.fact("replaced_by", "Thay bằng bưu gửi / hồ sơ số", replaced, Style(9.5, Face.BOLD))
    strip.rule(0.3)
    strip.say("caption", "Hoàn lại tiền mặt", STRONG)
    for at, refund in enumerate(refunds, start=1):
        strip.money((f"refund_{at}_name", refund.name), (f"refund_{at}_amount", refund.amount))
    strip.rule()
    strip.money(("caption", "Tổng số tiền hoàn"), ("total_amount", values.total_amount), Style(11, Face.BOLD))
    words = f"Bằng chữ: {values.total_words}" if values.total_words else ""
    strip.say("total_words", words, PLAIN)
    strip.say("refund_note", values.refund_note, STRONG)
    signatures(
        strip,
        (
            ("Người gửi / người nộp", "customer_name", values.customer_name),
            ("Nhân viên bưu chính", "clerk_name", values.clerk_name),
        ),
    )
    proof(strip, values.item, values.event_ref, values.event_hash)
    return Document.of_page(strip.page(trial=bool(values.trial)))
