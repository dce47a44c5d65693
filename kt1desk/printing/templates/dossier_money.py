"""The money on a dossier's slip: three sums that are never mixed (TT 22/2017/TT-BTTTT), and what is known of the result."""

from __future__ import annotations

from collections.abc import Iterator

from kt1desk.printing.fonts import Face
from kt1desk.printing.templates.dossier_head import LEFT, RIGHT, WIDTH
from kt1desk.printing.templates.dossier_values import DossierSlip, DossierSlipValues
from kt1desk.printing.templates.flow import FINE, NOTHING, STRONG, Block, Column, Style, beside

NOT_TAKEN = "Không thu"
_SUMS_MM = 68.0
_NAME_SHARE = 0.68
_DAY_MM = 57.0


def money(slip: DossierSlip) -> Block:
    """Sums on the left, what is to be said about them on the right."""
    values = slip.texts
    rule = Column(LEFT, WIDTH)
    rule.rule(0.3)
    sums = Column(LEFT, _SUMS_MM, rule.bottom_mm)
    sums.pair(
        ("caption", "1. Cước bưu chính"), ("postage_amount", values.postage_amount), STRONG, _NAME_SHARE
    )
    for at, price in enumerate(slip.prices, start=1):
        field = f"price_{at}"
        sums.pair((f"{field}_name", f"– {price.name}"), (f"{field}_amount", price.amount), FINE, _NAME_SHARE)
    collected = values.collected_amount or NOT_TAKEN
    sums.pair(
        ("caption", "2. Thu hộ phí, lệ phí của cơ quan"), ("collected_amount", collected), STRONG, _NAME_SHARE
    )
    passed_on = values.pass_on_amount or NOT_TAKEN
    sums.pair(
        ("caption", "3. Cước chuyển nộp phí, lệ phí"), ("pass_on_amount", passed_on), STRONG, _NAME_SHARE
    )
    sums.rule(0.3)
    sums.pair(("caption", "Tổng cộng"), ("total_amount", values.total_amount), Style(11, Face.BOLD), 0.5)
    left = LEFT + _SUMS_MM + 4
    notes = Column(left, RIGHT - left, rule.bottom_mm)
    for field, text, style in money_notes(values):
        notes.say(field, text, style, lines=4)
    both = beside(sums, notes)
    return Block((*rule.elements, *both.elements), both.height_mm + 0.3)


def money_notes(values: DossierSlipValues) -> Iterator[tuple[str, str, Style]]:
    """What is to be said about the sums: field, text and style."""
    if values.total_words:
        yield "total_words", f"Bằng chữ: {values.total_words}", FINE
    yield "collected_note", values.collected_note, Style(7.5, Face.BOLD)
    if values.exemption:
        proof = f", theo {values.exemption_proof}" if values.exemption_proof else ""
        yield "exemption", f"Giảm cước: {values.exemption}{proof}", FINE
    yield "paid_note", values.paid_note, Style(7.5, Face.SEMIBOLD)
    yield "price_note", values.price_note, Style(7.5, Face.BOLD)


def result(values: DossierSlipValues) -> Block:
    """The day, marked «dự kiến» while it is the post's own, and where the result goes."""
    column = Column(LEFT, WIDTH)
    if values.promised:
        column = _day(values)
    for field, text, style in result_notes(values):
        column.say(field, text, style, lines=3)
    if not column.elements:
        return NOTHING
    rule = Column(LEFT, WIDTH)
    rule.rule()
    return Block(
        (*rule.elements, *Block(tuple(column.elements), 0).at(rule.bottom_mm)),
        rule.bottom_mm + column.bottom_mm,
    )


def _day(values: DossierSlipValues) -> Column:
    """The day, and beside it how it was counted."""
    day = Column(LEFT, _DAY_MM if values.promise_words else WIDTH)
    day.say("promised", f"Ngày trả kết quả: {values.promised}", Style(8, Face.SEMIBOLD), lines=2)
    counted = Column(LEFT + _DAY_MM, WIDTH - _DAY_MM, 0.2)
    counted.say("promise_words", values.promise_words, FINE, lines=3)
    both = beside(day, counted)
    column = Column(LEFT, WIDTH, both.height_mm)
    column.elements += both.elements
    return column


def result_notes(values: DossierSlipValues) -> Iterator[tuple[str, str, Style]]:
    """The authority's own slip, and where the result goes: field, text and style."""
    if values.official or values.official_day:
        day = f", ngày hẹn trả {values.official_day}" if values.official_day else ""
        yield "official", f"Giấy hẹn của cơ quan: {values.official}{day}", Style(8, Face.SEMIBOLD)
    if values.delivery:
        where = f": {values.delivery_address}" if values.delivery_address else ""
        yield "delivery", f"Trả kết quả: {values.delivery}{where}", FINE
