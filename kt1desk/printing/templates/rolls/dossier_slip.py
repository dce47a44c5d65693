"""The slip of a dossier on a roll: two liên one after the other, with every paper of the list and three sums that are never mixed."""

from __future__ import annotations

from collections.abc import Mapping

from kt1desk.printing.document import Document
from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import Page
from kt1desk.printing.templates.base import grouped_number, reprint_text
from kt1desk.printing.templates.dossier_head import TITLE
from kt1desk.printing.templates.dossier_list import sealing_words
from kt1desk.printing.templates.dossier_money import NOT_TAKEN, money_notes, result_notes
from kt1desk.printing.templates.dossier_slip import MARKS
from kt1desk.printing.templates.dossier_values import DossierSlip, DossierSlipValues, PaperTexts
from kt1desk.printing.templates.flow import Style
from kt1desk.printing.templates.rolls import heads
from kt1desk.printing.templates.rolls.parts import bars, proof, signatures
from kt1desk.printing.templates.rolls.strip import CAPTION, PLAIN, STRONG, Strip

_BOLD = Style(9.5, Face.BOLD)
_KINDS = (
    ("originals", "bản chính"),
    ("certified", "bản sao chứng thực"),
    ("plain", "bản sao"),
    ("electronic", "bản điện tử"),
)


def build(raw: Mapping[str, str], copy: int) -> Document:
    """The slip: two liên.

    Raises:
        DeskError: like `DossierSlip.read` and what fitting raises.
    """
    slip = DossierSlip.read(raw)
    return Document(tuple((_part(slip, mark, copy),) for mark in MARKS))


def _part(slip: DossierSlip, mark: str, copy: int) -> Page:
    values = slip.texts
    strip = Strip()
    heads.post(strip, values.provider, values.point, values.point_address)
    again = reprint_text(copy, values.reprinted_at)
    heads.title(strip, TITLE, ("form", values.form), mark=mark, again=again)
    bars(strip, "item", values.item)
    _numbers(strip, values)
    _parties(strip, values)
    _list(strip, slip)
    _money(strip, slip)
    _result(strip, values)
    signer = (
        ("proxy_name", values.proxy_name) if values.proxy_name else ("applicant_name", values.applicant_name)
    )
    signatures(strip, (("Người nộp", *signer), ("Nhân viên bưu chính", "clerk_name", values.clerk_name)))
    proof(strip, values.item, values.event_ref, values.event_hash)
    return strip.page(trial=bool(values.trial))


def _numbers(strip: Strip, values: DossierSlipValues) -> None:
    strip.fact("number", "Số hồ sơ (do bưu điện cấp)", values.number, _BOLD)
    strip.fact("send_item", "Chiều đi", grouped_number(values.send_item))
    strip.fact("return_item", "Chiều về", grouped_number(values.return_item))
    strip.fact("accepted_at", "Chấp nhận lúc", values.accepted_at)
    entered = f"Nhận lúc {values.accepted_at}, nhập sau lúc {values.entered_at}" if values.entered_at else ""
    strip.say("entered_at", entered, STRONG)
    strip.fact("intake", "Nơi chấp nhận", values.intake)
    strip.fact("weight", "Khối lượng", values.weight)
    strip.fact("payment", "Thanh toán", values.payment)
    strip.fact("replaces", "Thay cho hồ sơ số", values.replaces)


def _parties(strip: Strip, values: DossierSlipValues) -> None:
    strip.rule()
    strip.say("caption", "Người nộp hồ sơ (người gửi)", CAPTION)
    strip.say("applicant_name", values.applicant_name, _BOLD)
    strip.say("applicant_address", values.applicant_address)
    reached = [f"{values.identity_name} {values.applicant_identity}"] if values.applicant_identity else []
    reached += [f"ĐT {values.applicant_phone}"] if values.applicant_phone else []
    strip.say("applicant_identity", ", ".join(reached))
    named = (
        f"Người nộp thay: {values.proxy_name} {values.proxy_identity}".strip() if values.proxy_name else ""
    )
    allowed = f"giấy ủy quyền {values.proxy_authorisation}" if values.proxy_authorisation else ""
    strip.say("proxy_name", ", ".join(filter(None, (named, allowed))), Style(8.5, Face.SEMIBOLD))
    strip.rule()
    strip.say("caption", "Cơ quan giải quyết", CAPTION)
    strip.say("authority_name", values.authority_name, _BOLD)
    strip.say("authority_address", values.authority_address)
    strip.rule()
    strip.say("procedure_name", f"Thủ tục {values.procedure_code} – {values.procedure_name}", STRONG)


def _list(strip: Strip, slip: DossierSlip) -> None:
    values = slip.texts
    strip.rule(0.3)
    if slip.papers:
        strip.say("caption", "Giấy tờ trong bì", STRONG)
    for at, paper in enumerate(slip.papers, start=1):
        strip.say(f"paper_{at}_name", f"{at}. {paper.name}")
        field, counted = _counted(paper)
        strip.say(f"paper_{at}_{field}", f"    {counted}", Style(8.5, Face.BOLD))
    sums = [f"Cộng {values.documents} giấy tờ"] if values.documents else []
    sums += [f"{values.sets} bộ"] if values.sets else []
    strip.say("documents", ", ".join(sums), STRONG)
    strip.say("sealing", sealing_words(values), STRONG)
    if values.insisted:
        text = f"Còn thiếu giấy tờ, người nộp vẫn gửi. Lý do: {values.insisted}."
        strip.say("insisted", text, Style(9, Face.BOLD))


def _counted(paper: PaperTexts) -> tuple[str, str]:
    """How many of each kind in words, for there are no columns here, and the field a refusal names."""
    if paper.note:
        return "note", paper.note
    counts = [(part, word, str(getattr(paper, part))) for part, word in _KINDS]
    said = [(part, f"{count} {word}") for part, word, count in counts if count]
    return (said[0][0] if said else "originals"), ", ".join(text for _, text in said)


def _money(strip: Strip, slip: DossierSlip) -> None:
    values = slip.texts
    strip.rule(0.3)
    strip.money(("caption", "1. Cước bưu chính"), ("postage_amount", values.postage_amount), STRONG)
    for at, price in enumerate(slip.prices, start=1):
        strip.money((f"price_{at}_name", f"– {price.name}"), (f"price_{at}_amount", price.amount), Style(8))
    collected = ("collected_amount", values.collected_amount or NOT_TAKEN)
    strip.money(("caption", "2. Thu hộ phí, lệ phí của cơ quan"), collected, STRONG)
    passed_on = ("pass_on_amount", values.pass_on_amount or NOT_TAKEN)
    strip.money(("caption", "3. Cước chuyển nộp phí, lệ phí"), passed_on, STRONG)
    strip.rule(0.4)
    strip.money(("caption", "Tổng cộng"), ("total_amount", values.total_amount), Style(12, Face.BOLD))
    for field, text, _ in money_notes(values):
        strip.say(field, text, PLAIN if field == "total_words" else Style(8.5, Face.SEMIBOLD))


def _result(strip: Strip, values: DossierSlipValues) -> None:
    notes = [(field, text) for field, text, _ in result_notes(values)]
    if not (values.promised or notes):
        return
    strip.rule()
    if values.promised:
        strip.say("promised", f"Ngày trả kết quả: {values.promised}", STRONG)
        strip.say("promise_words", values.promise_words)
    for field, text in notes:
        strip.say(field, text)
