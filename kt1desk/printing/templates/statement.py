"""The monthly statement of an agency («bảng kê tháng»), A4 across: items with prices by component, VAT, and the quality both confirm.

The agency that pays is named and no receiver. Sums are printed as they come.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kt1desk.printing.document import Document
from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import Align
from kt1desk.printing.templates import a4
from kt1desk.printing.templates.a4 import ACROSS, LEFT, Fact, Paper, ProvedTexts, Signer
from kt1desk.printing.templates.base import Template, check_letter, grouped_number, read_values, take_rows
from kt1desk.printing.templates.dossier_values import AmountTexts
from kt1desk.printing.templates.flow import Block, Column, Style, beside
from kt1desk.printing.templates.kt1_receipt import SAMPLE_TARIFF_TEXT
from kt1desk.printing.templates.table import Col, Grid, Section, joined

NAME = "statement"
VERSION = 1
_FIGURE = Style(8, align=Align.RIGHT)
_SUMS_MM = 105.0


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementValues(ProvedTexts):
    """Every single text on the statement; beside them stand the rows, ``row_1_number`` and so on, and ``vat_1_name``/``vat_1_amount``.

    Attributes:
        agency_name: who pays.
        month: ``11/2026``.
        item_count: items.
        net_amount: before VAT.
        total_amount: with VAT.
        total_words: the total in words.
        in_time_count: items whose first attempt kept its time; ``late_count`` those that did not.
        safe_count: items that arrived undamaged and sealed; ``unsafe_count`` those that did not.
        agency_address: its address.
        tax_code: for the invoice.
        contract: number of the contract.
        sample_tariff: "1" when prices are samples.
    """

    agency_name: str
    month: str
    item_count: str
    net_amount: str
    total_amount: str
    total_words: str
    in_time_count: str
    late_count: str
    safe_count: str
    unsafe_count: str
    agency_address: str = ""
    tax_code: str = ""
    contract: str = ""
    sample_tariff: str = ""


@dataclass(frozen=True, slots=True)
class RowTexts:
    """An item: when accepted, what service, its price by component without unit, and whether it kept time and seal."""

    number: str
    accepted_at: str
    product: str
    weight: str
    net: str
    letter: str = ""
    base: str = ""
    further: str = ""
    urgency: str = ""
    secrecy: str = ""
    in_time: str = ""
    safe: str = ""

    def __post_init__(self) -> None:
        """Refuse anything but a letter where only a letter may stand."""
        check_letter(self.letter)


_ROWS = Grid(
    LEFT,
    (
        Col("at", "STT", 9, Style(8, align=Align.CENTRE)),
        Col("number", "Số hiệu bưu gửi", 39, Style(8.5, Face.SEMIBOLD)),
        Col("accepted_at", "Chấp nhận lúc", 29),
        Col("letter", "Chữ", 9, Style(8.5, Face.BOLD, Align.CENTRE)),
        Col("product", "Dịch vụ", 27),
        Col("weight", "Khối lượng", 18, _FIGURE),
        Col("base", "Cước chính (đ)", 20, _FIGURE),
        Col("further", "Khối lượng tiếp theo (đ)", 20, _FIGURE),
        Col("urgency", "Độ khẩn (đ)", 19, _FIGURE),
        Col("secrecy", "Theo chữ (đ)", 19, _FIGURE),
        Col("net", "Cộng trước thuế (đ)", 24, Style(8.5, Face.SEMIBOLD, Align.RIGHT)),
        Col("in_time", "Đúng giờ", 17, Style(8, align=Align.CENTRE)),
        Col("safe", "An toàn", 17, Style(8, align=Align.CENTRE)),
    ),
)


def _row(at: int, row: RowTexts) -> Block:
    what = (grouped_number(row.number), row.accepted_at, row.letter, row.product, row.weight)
    price = (row.base, row.further, row.urgency, row.secrecy, row.net)
    return _ROWS.row(f"row_{at}", (str(at), *what, *price, row.in_time, row.safe))


def _closing(values: StatementValues, vats: Sequence[AmountTexts]) -> Block:
    signers = (
        Signer("Đại diện cơ quan (đóng dấu)", "agency_name", "", dated=True),
        Signer("Đại diện bưu điện", "clerk_name", values.clerk_name),
    )
    return joined(beside(_quality(values), _sums(values, vats)), a4.signatures(signers, ACROSS))


def _quality(values: StatementValues) -> Column:
    column = Column(LEFT, ACROSS - _SUMS_MM - 8, 2)
    column.say("caption", "Xác nhận chất lượng", Style(9.5, Face.BOLD))
    for name, kept, missed in (
        (
            "Đúng thời gian toàn trình",
            ("in_time_count", values.in_time_count),
            ("late_count", values.late_count),
        ),
        (
            "An toàn, nguyên niêm phong",
            ("safe_count", values.safe_count),
            ("unsafe_count", values.unsafe_count),
        ),
    ):
        said = f"{name}: đạt {kept[1]}, chưa đạt {missed[1]} bưu gửi"
        column.say(kept[0], said, Style(9))
    column.say("caption", "Cơ quan đánh dấu:  Đồng ý ……    Không đồng ý ……", Style(9))
    if values.sample_tariff:
        column.gap(1)
        warning = f"{SAMPLE_TARIFF_TEXT}. Không dùng để xuất hóa đơn."
        column.say("sample_tariff", warning, Style(9.5, Face.BOLD))
    return column


def _sums(values: StatementValues, vats: Sequence[AmountTexts]) -> Column:
    column = Column(LEFT + ACROSS - _SUMS_MM, _SUMS_MM, 2)
    column.pair(
        ("caption", f"Cộng {values.item_count} bưu gửi, trước thuế"),
        ("net_amount", values.net_amount),
        Style(9),
    )
    for at, vat in enumerate(vats, start=1):
        column.pair((f"vat_{at}_name", vat.name), (f"vat_{at}_amount", vat.amount), Style(9))
    column.rule()
    column.pair(("caption", "Tổng cộng"), ("total_amount", values.total_amount), Style(11.5, Face.BOLD), 0.5)
    column.say("total_words", f"Bằng chữ: {values.total_words}", Style(8.5), lines=3)
    return column


def _build(raw: Mapping[str, str], copy: int) -> Document:
    rest, rows = take_rows(RowTexts, "row", raw)
    rest, vats = take_rows(AmountTexts, "vat", rest)
    values = read_values(StatementValues, rest)
    facts = (
        Fact("agency_name", "Cơ quan", values.agency_name, strong=True),
        Fact("agency_address", "Địa chỉ", values.agency_address),
        Fact("month", "Tháng", values.month, strong=True),
        Fact("contract", "Hợp đồng số", values.contract),
        Fact("tax_code", "Mã số thuế", values.tax_code),
    )
    sections = (Section(tuple(_row(at, row) for at, row in enumerate(rows, start=1)), _ROWS.head()),)
    grid = a4.fact_grid(facts, width_mm=ACROSS)
    paper = Paper(values, "", grid, sections, _closing(values, vats), across=True, key=values.month)
    return a4.document(paper, copy)


TEMPLATE = Template(NAME, VERSION, _build, a4.WIDEST)
