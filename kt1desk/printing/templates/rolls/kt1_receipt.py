"""The receipt of a KT1 item on a roll: the same facts as on A5."""

from __future__ import annotations

from collections.abc import Mapping

from kt1desk.printing.document import Document
from kt1desk.printing.fonts import Face
from kt1desk.printing.templates.base import read_values, reprint_text
from kt1desk.printing.templates.flow import Style
from kt1desk.printing.templates.kt1_receipt import SAMPLE_TARIFF_TEXT, TITLE, KT1ReceiptValues
from kt1desk.printing.templates.rolls import heads
from kt1desk.printing.templates.rolls.parts import bars, proof, signatures
from kt1desk.printing.templates.rolls.strip import CAPTION, PLAIN, STRONG, Strip

_PARTY = Style(9.5, Face.BOLD)


def build(raw: Mapping[str, str], copy: int) -> Document:
    """The receipt: one liên.

    Raises:
        DeskError: like `read_values`, ``paper.letter_only`` and what fitting raises.
    """
    values = read_values(KT1ReceiptValues, raw)
    strip = Strip()
    heads.post(strip, values.provider, values.point, values.point_address)
    product = ("product", f"{values.product} ({values.product_code})")
    heads.title(strip, TITLE, product, again=reprint_text(copy, values.reprinted_at))
    bars(strip, "number", values.number)
    strip.marks(values.letter, values.urgency)
    strip.fact("agreed_time", "Phát lúc", values.agreed_time, Style(10, Face.BOLD))
    strip.rule()
    for field, caption in (("sender", "Người gửi"), ("receiver", "Người nhận")):
        strip.say("caption", caption, CAPTION)
        strip.say(f"{field}_name", getattr(values, f"{field}_name"), _PARTY)
        strip.say(f"{field}_address", getattr(values, f"{field}_address"), PLAIN)
        strip.rule()
    strip.fact("accepted_at", "Chấp nhận lúc", values.accepted_at)
    strip.fact("entered_at", "Nhập bù lúc", values.entered_at)
    strip.fact("weight", "Khối lượng", values.weight)
    strip.fact("intake", "Nơi chấp nhận", values.intake)
    strip.fact("payment", "Thanh toán", values.payment)
    strip.rule(0.3)
    _prices(strip, values)
    signatures(
        strip,
        (
            ("Người gửi", "handed_in_by", values.handed_in_by),
            ("Giao dịch viên", "clerk_name", values.clerk_name),
        ),
    )
    proof(strip, values.number, values.event_ref, values.event_hash)
    return Document.of_page(strip.page(trial=bool(values.trial)))


def _prices(strip: Strip, values: KT1ReceiptValues) -> None:
    for field, name, amount in values.prices():
        strip.money((field, name), (field.replace("name", "amount"), amount))
    if values.net_amount:
        strip.rule(0.15)
        strip.money(("caption", "Cộng trước thuế"), ("net_amount", values.net_amount))
    if values.vat_amount:
        strip.money(("vat_name", values.vat_name), ("vat_amount", values.vat_amount))
    strip.rule(0.4)
    strip.money(("caption", "Tổng cộng"), ("total_amount", values.total_amount), Style(12, Face.BOLD))
    words = f"Bằng chữ: {values.total_words}" if values.total_words else ""
    strip.say("total_words", words, PLAIN)
    if values.sample_tariff:
        strip.say("sample_tariff", SAMPLE_TARIFF_TEXT, STRONG)
