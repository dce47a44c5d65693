"""The delivery list of a postman («danh sách phát»), A4 across: what he has with him for whom by when, and where each receiver signs.

The receiver stands there for A, B and C items too, for they must be delivered; a sender has no place on it. Whoever takes the result of a
dossier shows a paper, gives back what is withdrawn, and signs: for all that there is room.
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
from kt1desk.printing.templates.flow import Block, Column, Style
from kt1desk.printing.templates.service_words import ServiceWords, words_of
from kt1desk.printing.templates.table import Col, Grid, Section, joined

NAME = "round_list"
VERSION = 1
_TO_SIGN_MM = 13.0
_NAMED_ONLY = "Bưu gửi «Chỉ người có tên» chỉ giao cho đúng người đó, không bóc mở."
_SHOW_PAPER = (
    "Xem giấy tờ của người nhận trước khi giao và chỉ ghi 4 số cuối; nhận thay phải có giấy ủy quyền. "
    "Thu lại giấy hẹn và giấy tờ phải thu hồi."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundListValues(ProvedTexts):
    """Every single text on the list; beside them stand the rows, ``item_1_number`` and so on.

    Attributes:
        round: number of the round.
        postman_name: who delivers.
        item_count: items.
        area: the postman's round in words.
        service: "" for KT1, ``tthc`` for dossiers.
    """

    round: str
    postman_name: str
    item_count: str
    area: str = ""
    service: str = ""


@dataclass(frozen=True, slots=True)
class RoundItemTexts:
    """An item: number, weight, receiver, and by when; "" leaves a part out."""

    number: str
    receiver: str
    weight: str = ""
    address: str = ""
    letter: str = ""
    urgency: str = ""
    named_person: str = ""
    due: str = ""
    way: str = ""
    phone: str = ""

    def __post_init__(self) -> None:
        """Refuse anything but a letter where only a letter may stand."""
        check_letter(self.letter)


_ITEMS = Grid(
    LEFT,
    (
        Col("at", "STT", 9, Style(8, align=Align.CENTRE)),
        Col("number", "Số hiệu bưu gửi", 39, Style(9, Face.SEMIBOLD)),
        Col("letter", "Chữ", 10, Style(10, Face.BOLD, Align.CENTRE)),
        Col("urgency", "Độ khẩn", 20, Style(8, Face.SEMIBOLD), lines=2),
        Col("weight", "Khối lượng", 17, Style(8, align=Align.RIGHT)),
        Col("receiver", "Nơi nhận", 57, lines=4),
        Col("due", "Hạn phát", 22, Style(8, Face.SEMIBOLD), lines=3),
        Col("named_person", "Lưu ý", 19, Style(8, Face.BOLD), lines=2),
        Col("signed_name", "Họ tên, chức vụ người nhận", 38),
        Col("signed_at", "Giờ, ngày nhận", 18),
        Col("signature", "Ký nhận", 18),
    ),
    _TO_SIGN_MM,
)

_COVERS = Grid(
    LEFT,
    (
        Col("at", "STT", 9, Style(8, align=Align.CENTRE)),
        Col("number", "Số hiệu bì hồ sơ", 38, Style(9, Face.SEMIBOLD)),
        Col("way", "Loại", 18, Style(8, Face.SEMIBOLD), lines=3),
        Col("receiver", "Người nhận", 58, lines=12),
        Col("phone", "Điện thoại", 25, lines=2),
        Col("due", "Hạn phát", 20, Style(8, Face.SEMIBOLD), lines=3),
        Col("shown", "Giấy tờ đã xem, 4 số cuối", 23),
        Col("withdrawn", "Giấy tờ thu lại (bản)", 16),
        Col("signed_name", "Họ tên người nhận, giấy ủy quyền", 26),
        Col("signed_at", "Giờ, ngày nhận", 16),
        Col("signature", "Ký nhận", 18),
    ),
    _TO_SIGN_MM,
)


def _rows(items: Sequence[RoundItemTexts], words: ServiceWords) -> tuple[Block, ...]:
    row = _cover if words.dossiers else _row
    return tuple(row(at, item) for at, item in enumerate(items, start=1))


def _cover(at: int, item: RoundItemTexts) -> Block:
    for name in ("letter", "urgency", "named_person"):
        words_of("tthc").refuse_letters(**{f"item_{at}_{name}": getattr(item, name)})
    where = ", ".join(filter(None, (item.receiver, item.address)))
    known = (str(at), grouped_number(item.number), item.way, where, item.phone, item.due)
    return _COVERS.row(f"item_{at}", (*known, "", "", "", "", ""))


def _row(at: int, item: RoundItemTexts) -> Block:
    where = ", ".join(filter(None, (item.receiver, item.address)))
    number = grouped_number(item.number)
    known = (str(at), number, item.letter, item.urgency, item.weight, where, item.due, item.named_person)
    return _ITEMS.row(f"item_{at}", (*known, "", "", ""))


def _closing(values: RoundListValues, words: ServiceWords) -> Block:
    column = Column(LEFT, ACROSS, 2)
    column.say("item_count", f"Cộng: {values.item_count} {words.thing}", Style(10.5, Face.BOLD))
    column.say("caption", _SHOW_PAPER if words.dossiers else _NAMED_ONLY, Style(8.5), lines=2)
    signers = (
        Signer(f"Người giao {words.thing}", "clerk_name", values.clerk_name),
        Signer("Bưu tá nhận đi phát", "postman_name", values.postman_name, dated=True),
        Signer(f"Người nhận lại {words.thing} chưa phát", "clerk_name", "", dated=True),
    )
    return joined(column.block(), a4.signatures(signers, ACROSS))


def _build(raw: Mapping[str, str], copy: int) -> Document:
    rest, items = take_rows(RoundItemTexts, "item", raw)
    values = read_values(RoundListValues, rest)
    words = words_of(values.service)
    facts = (
        Fact("postman_name", "Bưu tá", values.postman_name, strong=True),
        Fact("area", "Tuyến phát", values.area),
        Fact("made_at", "Giờ giao", values.made_at),
        Fact("service", "Dịch vụ", words.name),
    )
    sections = (Section(_rows(items, words), (_COVERS if words.dossiers else _ITEMS).head()),)
    grid = a4.fact_grid(facts, 4 if words.dossiers else 3, ACROSS)
    return a4.document(
        Paper(values, values.round, grid, sections, _closing(values, words), across=True), copy
    )


TEMPLATE = Template(NAME, VERSION, _build, a4.WIDEST)
