"""The slip of a result that is given out, on a roll: two liên one after the other, each with the same facts as on A5."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kt1desk.printing.document import Document
from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import Page
from kt1desk.printing.templates.base import grouped_number, read_values, reprint_text, take_rows
from kt1desk.printing.templates.flow import Style
from kt1desk.printing.templates.result_receipt import CLAUSE, MARKS, PieceTexts, ResultReceiptValues
from kt1desk.printing.templates.rolls import heads
from kt1desk.printing.templates.rolls.parts import bars, proof, signatures
from kt1desk.printing.templates.rolls.strip import PLAIN, STRONG, Strip

_BOLD = Style(9.5, Face.BOLD)


def build(raw: Mapping[str, str], copy: int) -> Document:
    """The slip: two liên.

    Raises:
        DeskError: like `read_values` and what fitting raises.
    """
    rest, given = take_rows(PieceTexts, "given", raw)
    rest, withdrawn = take_rows(PieceTexts, "withdrawn", rest)
    values = read_values(ResultReceiptValues, rest)
    again = reprint_text(copy, values.reprinted_at)
    return Document(tuple((_part(values, given, withdrawn, mark, again),) for mark in MARKS))


def _part(
    values: ResultReceiptValues,
    given: Sequence[PieceTexts],
    withdrawn: Sequence[PieceTexts],
    mark: str,
    again: str,
) -> Page:
    strip = Strip()
    heads.post(strip, values.provider, values.point, values.point_address)
    form = ("form_code", f"Mẫu {values.form_code}" if values.form_code else "")
    made = ("made_at", f"Lập lúc {values.made_at}")
    heads.title(strip, values.title.upper(), form, made, mark=mark, again=again)
    bars(strip, "item", values.item)
    strip.fact("number", "Số hồ sơ (do bưu điện cấp)", values.number, _BOLD)
    _facts(strip, values)
    _pieces(strip, "given", "Đã trả", given)
    _pieces(strip, "withdrawn", "Giấy tờ thu hồi từ người nhận", withdrawn)
    _closing(strip, values)
    signatures(
        strip,
        (
            (values.taker_role, "taker_name", values.taker_name),
            ("Nhân viên bưu chính", "clerk_name", values.clerk_name),
        ),
    )
    proof(strip, values.number or values.item, values.event_ref, values.event_hash)
    return strip.page(trial=bool(values.trial))


def _facts(strip: Strip, values: ResultReceiptValues) -> None:
    strip.rule()
    strip.fact("taker_name", values.taker_role, values.taker_name, _BOLD)
    shown = f"{values.identity_paper}, 4 số cuối {values.identity_end}"
    strip.fact("identity_end", "Giấy tờ đã xem", shown)
    strip.fact("authorisation", "Giấy ủy quyền", values.authorisation)
    strip.fact("place", "Nơi trả", values.place)
    strip.fact("applicant_name", "Người nộp hồ sơ", values.applicant_name)
    strip.fact("official", "Mã hồ sơ", values.official, _BOLD)
    strip.fact("authority_name", "Cơ quan giải quyết", values.authority_name)
    strip.fact("procedure_name", "Thủ tục", values.procedure_name)


def _pieces(strip: Strip, field: str, heading: str, pieces: Sequence[PieceTexts]) -> None:
    if not pieces:
        return
    strip.rule(0.3)
    strip.money(("caption", heading), ("caption", "Số lượng"), STRONG)
    for at, piece in enumerate(pieces, start=1):
        name = (f"{field}_{at}_name", f"{at}. {piece.name}")
        strip.money(name, (f"{field}_{at}_count", piece.count), Style(9, Face.SEMIBOLD))


def _closing(strip: Strip, values: ResultReceiptValues) -> None:
    strip.rule(0.3)
    back = f"Giấy tờ thu hồi: {values.withdrawn_none}" if values.withdrawn_none else ""
    strip.say("withdrawn_none", back, STRONG)
    item = grouped_number(values.withdrawn_item)
    sent = f"Giấy tờ thu hồi chuyển về cơ quan trong bì {item}" if item else ""
    strip.say("withdrawn_item", sent, STRONG)
    strip.say("slip_back", f"Giấy hẹn trả kết quả: {values.slip_back}", STRONG)
    if values.paid_amount:
        strip.money(("caption", "Đã thu"), ("paid_amount", values.paid_amount), Style(11, Face.BOLD))
        strip.say("paid_words", f"Bằng chữ: {values.paid_words}", PLAIN)
    strip.say("caption", CLAUSE, PLAIN)
