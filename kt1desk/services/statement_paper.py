"""What stands on the monthly statement of an agency («bảng kê tháng»): items, prices by component, VAT, and the quality confirmed.

Only the sender that pays is named, and no receiver. Sums come ready: nothing is reckoned here. This module must not know where anything
stands on the paper.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kt1desk.domain.events import Event
from kt1desk.domain.kt1 import Secrecy, Urgency
from kt1desk.domain.money import ZeroTens, dong_in_words, format_dong
from kt1desk.domain.tariff import ComponentKind
from kt1desk.services.paper_head import PaperHead, numbered, present
from kt1desk.services.paper_values import NO_PRICE, vat_name
from kt1desk.services.wording import urgency_name, weight_text

STATEMENT, STATEMENT_VERSION = "statement", 1
STATEMENT_FORM = "statement"
_QUALITY: Mapping[bool | None, str] = {True: "Đạt", False: "Chưa đạt", None: ""}


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One item of the month.

    Attributes:
        number: S10 number, not grouped.
        accepted_ms: when it was accepted.
        secrecy: its letter.
        urgency: its class.
        weight_g: its weight.
        parts_dong: net price by component; empty while the item has no price.
        net_dong: its net price.
        in_time: whether the first attempt kept its time; None while that is not known.
        safe: whether it arrived undamaged and sealed; None likewise.
    """

    number: str
    accepted_ms: int
    secrecy: Secrecy
    urgency: Urgency
    weight_g: int
    parts_dong: Mapping[ComponentKind, int]
    net_dong: int
    in_time: bool | None
    safe: bool | None


@dataclass(frozen=True, slots=True)
class StatementPaper:
    """Everything the statement says.

    Attributes:
        head: ``head.clerk`` signs for the post.
        agency: who pays.
        agency_address: its address, or "".
        tax_code: for the invoice, or "".
        contract: number of the contract, or "".
        year: of the month.
        month: 1 to 12.
        rows: in the order of acceptance.
        net_dong: before VAT.
        vats: VAT as (hundredths of a percent, đồng): one line for each rate that held in the month.
        total_dong: with VAT.
        zero_tens: how a missing ten is spoken.
        sample_tariff: whether a price comes from a table that is not confirmed.
    """

    head: PaperHead
    agency: str
    agency_address: str
    tax_code: str
    contract: str
    year: int
    month: int
    rows: tuple[StatementRow, ...] = field(repr=False)
    net_dong: int
    vats: tuple[tuple[int, int], ...]
    total_dong: int
    zero_tens: ZeroTens
    sample_tariff: bool = False

    def proved_by(self, event: Event) -> StatementPaper:
        """The same with the event it proves."""
        return replace(self, head=self.head.proved_by(event))


def statement_values(paper: StatementPaper) -> dict[str, str]:
    """The texts of the A4 statement: ``row_1_number`` and so on, ``vat_1_name``/``vat_1_amount``, and how many kept time and seal."""
    head = paper.head
    return present(
        {
            **head.values(),
            "agency_name": paper.agency,
            "agency_address": paper.agency_address,
            "tax_code": paper.tax_code,
            "contract": paper.contract,
            "month": f"{paper.month:02d}/{paper.year}",
            "item_count": str(len(paper.rows)),
            "net_amount": format_dong(paper.net_dong),
            "total_amount": format_dong(paper.total_dong),
            "total_words": dong_in_words(paper.total_dong, paper.zero_tens),
            "in_time_count": str(sum(row.in_time is True for row in paper.rows)),
            "late_count": str(sum(row.in_time is False for row in paper.rows)),
            "safe_count": str(sum(row.safe is True for row in paper.rows)),
            "unsafe_count": str(sum(row.safe is False for row in paper.rows)),
            "sample_tariff": "1" if paper.sample_tariff else "",
            **numbered("row", (_row(head, row) for row in paper.rows)),
            **numbered(
                "vat", ({"name": vat_name(bp), "amount": format_dong(dong)} for bp, dong in paper.vats)
            ),
        }
    )


def _row(head: PaperHead, row: StatementRow) -> Mapping[str, str]:
    parts = {kind.value: _figure(row.parts_dong[kind]) for kind in ComponentKind if row.parts_dong.get(kind)}
    return {
        "number": row.number,
        "accepted_at": head.when(row.accepted_ms),
        "letter": row.secrecy.letter,
        "product": urgency_name(row.urgency),
        "weight": weight_text(row.weight_g),
        **parts,
        "net": _figure(row.net_dong) if row.parts_dong else NO_PRICE,
        "in_time": _QUALITY[row.in_time],
        "safe": _QUALITY[row.safe],
    }


def _figure(amount_dong: int) -> str:
    """The amount without its unit, which stands in the head of the column."""
    return format_dong(amount_dong).removesuffix(" đ")
