"""What the papers of a shift share: texts of both, the table of cash by its kind, facts, signatures. Part of the two templates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import Align
from kt1desk.printing.templates import a4
from kt1desk.printing.templates.a4 import LEFT, WIDTH, Fact, ProvedTexts, Signer
from kt1desk.printing.templates.flow import Block, Column, Style
from kt1desk.printing.templates.table import Col, Grid, Section, joined

FIGURE = Style(9, align=Align.RIGHT)
_SUM = Style(9, Face.SEMIBOLD, Align.RIGHT)
NAME = Style(9, Face.SEMIBOLD)
NOBODY_BESIDE = "Người xem lại"
COUNTED_ALONE = "Giao dịch viên kết ca một mình; người xem lại đối chiếu rồi ký."
LOCKED = "Ca đã khóa; sai thì điều chỉnh ở ca sau."


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftTexts(ProvedTexts):
    """Texts of both papers.

    Attributes:
        number: of the papers of this shift.
        shift: the how-many-eth of its day.
        business_date: its day.
        opened_at: when it was opened.
        drawer: which drawer.
        manner: how the second person signed, in words.
        float_amount: what the drawer began with.
        expected_amount: what it should hold.
        counted_amount: what was counted.
        difference: in words.
        reason: why there is one.
        taker_name: who signs as second.
        undone: what the cash by its kind leaves out, in words; "" for nothing.
    """

    number: str
    shift: str
    business_date: str
    opened_at: str
    drawer: str
    manner: str
    float_amount: str
    expected_amount: str
    counted_amount: str
    difference: str
    reason: str = ""
    taker_name: str = ""
    undone: str = ""


@dataclass(frozen=True, slots=True)
class CashTexts:
    """Cash of one kind, without its unit."""

    name: str
    received: str
    paid: str
    left: str


_CASH = Grid(
    LEFT,
    (
        Col("name", "Khoản tiền", 72, NAME, lines=2),
        Col("received", "Thu (đ)", 36, FIGURE),
        Col("paid", "Chi (đ)", 36, FIGURE),
        Col("left", "Còn lại (đ)", 36, _SUM),
    ),
)

_BELOW = Grid(LEFT, (Col("text", "", WIDTH, Style(9), lines=2),))


def cash_section(title: str, cash: Sequence[CashTexts], undone: str) -> Section:
    """Cash by its kind, never added up here: the sum stands in the closing lines. Below it what it leaves out."""
    rows = tuple(
        _CASH.row(f"cash_{at}", (each.name, each.received, each.paid, each.left))
        for at, each in enumerate(cash, start=1)
    )
    below = (_BELOW.row("undone", (undone,)),) if undone else ()
    return section(title, (*rows, *below), _CASH)


def section(title: str, rows: tuple[Block, ...], grid: Grid) -> Section:
    """A table under its heading; both come again on each page, for a table may begin at the top of one."""
    return Section(rows, joined(a4.heading(title), grid.head()))


def facts_of(values: ShiftTexts) -> Block:
    """Which shift, from when to when, who gave and who took."""
    return a4.fact_grid(
        (
            Fact("shift", "Ca", f"{values.shift} ngày {values.business_date}", strong=True),
            Fact("opened_at", "Mở ca lúc", values.opened_at),
            Fact("made_at", "Kết ca lúc", values.made_at),
            Fact("clerk_name", "Người giao", values.clerk_name, strong=True),
            Fact("taker_name", "Người nhận", values.taker_name, strong=True),
            Fact("manner", "Cách ký nhận", values.manner),
            Fact("drawer", "Ngăn tiền", values.drawer),
        )
    )


def sums_of(values: ShiftTexts, words: str = "") -> Column:
    """Float, expected, counted, difference and its reason below each other."""
    column = Column(LEFT, WIDTH, 2)
    for field, name, text in (
        ("float_amount", "Tiền đầu ca", values.float_amount),
        ("expected_amount", "Phải có theo sổ", values.expected_amount),
        ("counted_amount", "Đếm được", values.counted_amount),
    ):
        column.pair(("caption", name), (field, text), Style(9.5))
    column.rule()
    column.pair(("caption", "Chênh lệch"), ("difference", values.difference), Style(11.5, Face.BOLD), 0.5)
    if values.reason:
        column.pair(("caption", "Lý do"), ("reason", values.reason), Style(9.5))
    if words:
        column.say("counted_words", f"Đếm được, bằng chữ: {words}", Style(9), lines=3)
    return column


def signed(column: Column, values: ShiftTexts, confirmed: str) -> Block:
    """Sums, what both confirm (or that there was one alone), and the places to sign."""
    column.gap(1)
    said = confirmed if values.taker_name else COUNTED_ALONE
    column.say("caption", f"{said} {LOCKED}", Style(8.5), lines=2)
    second = "Người nhận" if values.taker_name else NOBODY_BESIDE
    signers = (
        Signer("Người giao (giao dịch viên)", "clerk_name", values.clerk_name),
        Signer(second, "taker_name", values.taker_name, dated=not values.taker_name),
    )
    return joined(column.block(), a4.signatures(signers))
