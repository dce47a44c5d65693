"""The slip of a dossier («phiếu gửi hồ sơ», QĐ 45/2016/QĐ-TTg, Điều 5; TT 17/2017/TT-BTTTT, Điều 9): two liên, each on A5 upright.

Both sign it: who sends what to whom for which procedure, the list of papers with originals and copies, the seal put on before the
sender's eyes, and three sums that are never mixed. A list may be longer than a sheet; it then goes on with the head repeated.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kt1desk.printing.document import Document
from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import Align, Element, Page, Text
from kt1desk.printing.templates.base import Template
from kt1desk.printing.templates.dossier_head import (
    FOOT,
    LEFT,
    MARK_FIELD,
    RIGHT,
    TOP,
    WIDTH,
    Sheet,
    first_head,
    foot,
    next_head,
)
from kt1desk.printing.templates.dossier_list import list_head, list_rows, list_sum
from kt1desk.printing.templates.dossier_money import money, result
from kt1desk.printing.templates.dossier_values import DossierSlip, DossierSlipValues
from kt1desk.printing.templates.flow import (
    CAPTION,
    FINE,
    STRONG,
    Block,
    Column,
    Style,
    beside,
    stacked,
    total_mm,
)

NAME = "dossier_slip"
VERSION = 1
WIDEST = {"event_ref": "65535.kt1.65535.4294967295", "event_hash": "dddddddddddd"}
MARKS = ("Liên 1: bưu điện lưu", "Liên 2: giao người nộp")
_SIGNING_MM = 10.0
"""Room for a hand-written name."""


def _parties(values: DossierSlipValues) -> Block:
    half = WIDTH / 2 - 2
    sender = Column(LEFT, half)
    sender.say("caption", "Người nộp hồ sơ (người gửi)", CAPTION)
    sender.say("applicant_name", values.applicant_name, Style(9, Face.BOLD), lines=3)
    sender.say("applicant_address", values.applicant_address, FINE, lines=4)
    reached = [f"{values.identity_name} {values.applicant_identity}"] if values.applicant_identity else []
    reached += [f"ĐT {values.applicant_phone}"] if values.applicant_phone else []
    sender.say("applicant_identity", ", ".join(reached), FINE, lines=2)
    authority = Column(LEFT + WIDTH / 2 + 2, half)
    authority.say("caption", "Cơ quan giải quyết", CAPTION)
    authority.say("authority_name", values.authority_name, Style(9, Face.BOLD), lines=4)
    authority.say("authority_address", values.authority_address, FINE, lines=4)
    both = beside(sender, authority)
    return Block(
        (*both.elements, *_proxy(values).at(both.height_mm)), both.height_mm + _proxy(values).height_mm
    )


def _proxy(values: DossierSlipValues) -> Block:
    """Who hands it in for the applicant and by what paper, from edge to edge."""
    column = Column(LEFT, WIDTH)
    named = (
        f"Người nộp thay: {values.proxy_name} {values.proxy_identity}".strip() if values.proxy_name else ""
    )
    allowed = f"giấy ủy quyền {values.proxy_authorisation}" if values.proxy_authorisation else ""
    column.say("proxy_name", ", ".join(filter(None, (named, allowed))), Style(7.5, Face.SEMIBOLD), lines=4)
    return column.block()


def _procedure(values: DossierSlipValues) -> Block:
    column = Column(LEFT, WIDTH)
    column.rule()
    named = f"Thủ tục {values.procedure_code} – {values.procedure_name}"
    column.say("procedure_name", named, STRONG, lines=6)
    if values.replaces:
        column.say("replaces", f"Thay cho hồ sơ số {values.replaces}", STRONG)
    if values.entered_at:
        column.say("entered_at", f"Nhận lúc {values.accepted_at}, nhập sau lúc {values.entered_at}", STRONG)
    column.gap(0.4)
    return column.block()


def _signatures(values: DossierSlipValues) -> Block:
    width = 60.0
    elements: list[Element] = []
    height = 0.0
    signer = (
        ("proxy_name", values.proxy_name) if values.proxy_name else ("applicant_name", values.applicant_name)
    )
    blocks = (
        (LEFT, "Người nộp", signer),
        (RIGHT - width, "Nhân viên bưu chính", ("clerk_name", values.clerk_name)),
    )
    for left, who, (field, name) in blocks:
        column = Column(left, width)
        column.say("caption", who, Style(9, Face.BOLD, Align.CENTRE))
        column.say("caption", "(ký, ghi rõ họ tên)", Style(7, Face.REGULAR, Align.CENTRE))
        column.gap(_SIGNING_MM)
        column.say(field, name, Style(8.5, Face.SEMIBOLD, Align.CENTRE), lines=3)
        elements += column.elements
        height = max(height, column.bottom_mm)
    return Block(tuple(elements), height + 0.6)


def _flowed(
    slip: DossierSlip, heads: tuple[float, float], signing_mm: float
) -> tuple[tuple[Block, ...], ...]:
    """Share the blocks out among sheets: rows go on under a repeated head, money and signatures stay on one sheet."""
    values = slip.texts
    head, rows = list_head(), list_rows(slip.papers)
    sheets: list[list[Block]] = [[_parties(values), _procedure(values)]]
    free = FOOT - TOP - heads[0] - total_mm(sheets[0])
    if rows:
        sheets[-1].append(head)
        free -= head.height_mm
    for block in (*rows, *list_sum(slip)):
        if block.height_mm > free:
            sheets.append([head])
            free = FOOT - TOP - heads[1] - head.height_mm
        sheets[-1].append(block)
        free -= block.height_mm
    closing = (money(slip), result(values))
    if total_mm(closing) + signing_mm > free:
        sheets.append([])
    sheets[-1] += closing
    return tuple(tuple(blocks) for blocks in sheets)


def _pages(values: DossierSlipValues, copy: int, sheets: Sequence[Sequence[Block]]) -> Iterator[Page]:
    signatures = _signatures(values)
    for number, blocks in enumerate(sheets, start=1):
        sheet = Sheet(MARKS[0], number, len(sheets), copy)
        head = first_head(values, sheet) if number == 1 else next_head(values, sheet)
        elements = list(stacked((head, *blocks), TOP))
        if number == len(sheets):
            elements += signatures.at(FOOT - signatures.height_mm)
        yield Page(148, 210, 5, (*elements, *foot(values, sheet)), "KT1")


def _marked(page: Page, mark: str) -> Page:
    """The same page of another liên: nothing but the mark differs, whatever the templates of its parts become."""
    elements = tuple(
        replace(element, text=mark) if isinstance(element, Text) and element.field == MARK_FIELD else element
        for element in page.elements
    )
    return replace(page, elements=elements)


def _build(raw: Mapping[str, str], copy: int) -> Document:
    slip = DossierSlip.read(raw)
    values = slip.texts
    probe = Sheet(MARKS[0], 1, 1, copy)
    heads = first_head(values, probe).height_mm, next_head(values, probe).height_mm
    sheets = _flowed(slip, heads, _signatures(values).height_mm)
    first = tuple(_pages(values, copy, sheets))
    return Document((first, tuple(_marked(page, MARKS[1]) for page in first)))


TEMPLATE = Template(NAME, VERSION, _build, WIDEST)
