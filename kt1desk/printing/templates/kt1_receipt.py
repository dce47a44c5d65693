"""The receipt of a KT1 item («phiếu gửi»), A5 upright.

It carries the number of the event and twelve digits of its hash, so that the paper proves what the journal holds. It
has no line for a subject or content, and of A, B and C only the letter.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kt1desk.domain.errors import DeskError
from kt1desk.printing.document import Document
from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import Align, Box, Code128, Element, Line, Page, Rect, Text
from kt1desk.printing.templates.base import (
    Template,
    grouped_number,
    read_values,
    reprint_text,
)
from kt1desk.printing.templates.entered_later import later_text
from kt1desk.printing.templates.proof_foot import LEFT, RIGHT, proof_foot

NAME = "kt1_receipt"
VERSION = 1
SAMPLE_TARIFF_TEXT = "Bảng giá mẫu – chưa xác nhận"
WIDEST = {"event_ref": "65535.kt1.65535.4294967295", "event_hash": "dddddddddddd"}
MOST_PRICES = 6
TITLE = "PHIẾU GỬI KT1"
_LEFT, _RIGHT, _MIDDLE = LEFT, RIGHT, 74.0
_WIDTH = _RIGHT - _LEFT
_ROW_MM = 5.2


@dataclass(frozen=True, slots=True)
class KT1ReceiptValues:
    """Every text on the receipt; "" leaves a part out.

    Names as on the label; besides:

    Attributes:
        product: name of the product with its letter, ``KT1 Hỏa tốc – C``.
        product_code: ``KT1010``.
        provider: the post that accepts.
        payment: ``Ghi nợ theo hợp đồng`` or ``Tiền mặt``.
        total_amount: total with unit, or ``Chưa có giá``.
        clerk_name: who accepted.
        intake: ``Tại quầy`` or ``Tại địa chỉ``.
        handed_in_by: person who hands the item in.
        event_hash: twelve hex digits of the event's hash, not grouped.
        net_amount: sum before VAT.
        vat_name: VAT with its rate.
        vat_amount: the VAT.
        total_words: the total in words.
        sample_tariff: "1" when the prices are samples.
        entered_at: when it was entered, where that was later than it was accepted.
        price_1_name: first price component; six at most, numbered from 1 without a gap.
        price_1_amount: its amount with unit.
    """

    number: str
    product: str
    product_code: str
    provider: str
    point: str
    sender_name: str
    receiver_name: str
    weight: str
    accepted_at: str
    total_amount: str
    payment: str
    clerk_name: str
    event_ref: str
    event_hash: str
    sender_address: str = ""
    receiver_address: str = ""
    intake: str = ""
    letter: str = ""
    urgency: str = ""
    agreed_time: str = ""
    point_address: str = ""
    handed_in_by: str = ""
    price_1_name: str = ""
    price_1_amount: str = ""
    price_2_name: str = ""
    price_2_amount: str = ""
    price_3_name: str = ""
    price_3_amount: str = ""
    price_4_name: str = ""
    price_4_amount: str = ""
    price_5_name: str = ""
    price_5_amount: str = ""
    price_6_name: str = ""
    price_6_amount: str = ""
    net_amount: str = ""
    vat_name: str = ""
    vat_amount: str = ""
    total_words: str = ""
    sample_tariff: str = ""
    trial: str = ""
    reprinted_at: str = ""
    entered_at: str = ""

    def __post_init__(self) -> None:
        """Refuse anything but a letter where only a letter may stand."""
        if self.letter not in {"", "A", "B", "C"}:
            raise DeskError("paper.letter_only", "letter")

    def prices(self) -> tuple[tuple[str, str, str], ...]:
        """Components as (field, name, amount), up to the first empty one."""
        found: list[tuple[str, str, str]] = []
        for index in range(1, MOST_PRICES + 1):
            field = f"price_{index}_name"
            name = str(getattr(self, field))
            if not name:
                break
            found.append((field, name, str(getattr(self, f"price_{index}_amount"))))
        return tuple(found)


def _header(values: KT1ReceiptValues, copy: int) -> Iterator[Element]:
    half = _MIDDLE - _LEFT
    yield Text("provider", Rect(_LEFT, 9, half, 5.4), values.provider, 9.5, Face.BOLD)
    point = Text("point", Rect(_LEFT, 14.4, half, 8.4), values.point, 8.5, max_lines=2)
    height = point.fitted().height_mm
    yield replace(point, box=Rect(_LEFT, 14.4, half, height))
    address = Rect(_LEFT, 14.4 + height, half, 4.3)
    yield Text("point_address", address, values.point_address, 8, Face.REGULAR)
    title = Rect(_MIDDLE + 2, 8.2, _RIGHT - _MIDDLE - 2, 8.9)
    yield Text("title", title, TITLE, 17, Face.BOLD, Align.RIGHT)
    product = Rect(title.x, 17.2, title.w, 4.8)
    text = f"{values.product} ({values.product_code})"
    yield Text("product", product, text, 9, Face.SEMIBOLD, Align.RIGHT)
    again = reprint_text(copy, values.reprinted_at)
    if again:
        box = Rect(title.x, 22.2, title.w, 4.6)
        yield Text("reprinted_at", box, again, 8.5, Face.BOLD, Align.RIGHT)
    yield Line(Rect(_LEFT, 27.2, _WIDTH, 0.5))


def _codes(values: KT1ReceiptValues) -> Iterator[Element]:
    yield Code128("number", Rect(_LEFT - 3.5, 30, 67.2, 13), values.number)
    number = Rect(_LEFT + 4, 44.3, 52.2, 4.6)
    yield Text("number", number, grouped_number(values.number), 13, Face.BOLD, Align.CENTRE, flat=True)
    left, right = 82.0, _RIGHT
    if values.letter:
        square = Rect(right - 13, 30, 13, 13)
        yield Box(square, 0.6)
        yield Text(
            "letter", square.shrunk(0.8), values.letter, 28, Face.BOLD, Align.CENTRE, middle=True, flat=True
        )
        right -= 16
    if values.urgency:
        band = Rect(left, 30, right - left, 13)
        yield Box(band, filled=True)
        inner = Rect(band.x + 2, band.y, band.w - 4, band.h)
        yield Text(
            "urgency",
            inner,
            values.urgency,
            12,
            Face.BOLD,
            Align.CENTRE,
            max_lines=2,
            middle=True,
            inverse=True,
        )
    if values.agreed_time:
        text = f"Phát lúc {values.agreed_time}"
        box = Rect(left, 43.8, _RIGHT - left, 5)
        yield Text("agreed_time", box, text, 9.5, Face.BOLD, Align.RIGHT)


def _party(left: float, caption: str, name: tuple[str, str], address: tuple[str, str]) -> Iterator[Element]:
    width = 60.0
    frame = Rect(left, 51.5, width, 31)
    yield Box(frame, 0.25)
    inner = left + 2.5
    room = width - 5
    yield Text("caption", Rect(inner, 52.3, room, 4), caption, 7.5)
    wanted = Text(name[0], Rect(inner, 56.4, room, 12.7), name[1], 9.5, Face.BOLD, max_lines=3)
    height = wanted.fitted().height_mm
    yield replace(wanted, box=Rect(inner, 56.4, room, height))
    top = 56.4 + height + 0.4
    yield Text(address[0], Rect(inner, top, room, 82 - top), address[1], 8.5, max_lines=4)


def _parties(values: KT1ReceiptValues) -> Iterator[Element]:
    sender = ("sender_name", values.sender_name)
    yield from _party(_LEFT, "Người gửi", sender, ("sender_address", values.sender_address))
    receiver = ("receiver_name", values.receiver_name)
    yield from _party(_RIGHT - 60, "Người nhận", receiver, ("receiver_address", values.receiver_address))


def _details(values: KT1ReceiptValues) -> Iterator[Element]:
    cells = (
        ("accepted_at", "Thời điểm chấp nhận", values.accepted_at, 36.0),
        ("weight", "Khối lượng", values.weight, 24.0),
        ("intake", "Nơi chấp nhận", values.intake, 26.0),
        ("payment", "Thanh toán", values.payment, 42.0),
    )
    left = _LEFT
    for field, caption, text, width in cells:
        yield Text("caption", Rect(left, 84.8, width - 2, 4), caption, 7.5)
        room = Rect(left, 88.9, width - 2, 8.9)
        if field == "accepted_at" and values.entered_at:
            room = Rect(left, 88.9, width - 2, 4.45)
            below = Rect(left, 93.4, width - 2, 4.4)
            yield Text("entered_at", below, later_text(values.entered_at), 8, Face.SEMIBOLD)
        yield Text(field, room, text, 9, Face.SEMIBOLD, max_lines=2)
        left += width
    yield Line(Rect(_LEFT, 98.2, _WIDTH, 0.3))


def _row(top: float, name: tuple[str, str], amount: tuple[str, str], face: Face) -> Iterator[Element]:
    yield Text(name[0], Rect(_LEFT, top, 86, 4.8), name[1], 9, face)
    yield Text(amount[0], Rect(_LEFT + 88, top, _WIDTH - 88, 4.8), amount[1], 9, face, Align.RIGHT)


def _prices(values: KT1ReceiptValues) -> Iterator[Element]:
    top = 99.5
    for field, name, amount in values.prices():
        yield from _row(top, (field, name), (field.replace("name", "amount"), amount), Face.MEDIUM)
        top += _ROW_MM
    if values.net_amount:
        yield Line(Rect(_LEFT + 60, top + 0.4, _WIDTH - 60, 0.15))
        top += 1
        net = ("net_amount", values.net_amount)
        yield from _row(top, ("caption", "Cộng trước thuế"), net, Face.MEDIUM)
        top += _ROW_MM
    if values.vat_amount:
        vat = ("vat_amount", values.vat_amount)
        yield from _row(top, ("vat_name", values.vat_name), vat, Face.MEDIUM)
        top += _ROW_MM
    yield Line(Rect(_LEFT, top + 0.6, _WIDTH, 0.5))
    top += 1.6
    yield Text("caption", Rect(_LEFT, top, 26, 7.4), "Tổng cộng", 11, Face.BOLD, middle=True)
    if values.sample_tariff:
        flag = Rect(_LEFT + 27, top, 48, 7.4)
        yield Text("sample_tariff", flag, SAMPLE_TARIFF_TEXT, 8, Face.BOLD, middle=True)
    sum_box = Rect(_LEFT + 76, top, _WIDTH - 76, 7.4)
    yield Text("total_amount", sum_box, values.total_amount, 14, Face.BOLD, Align.RIGHT, middle=True)
    top += 7.6
    if values.total_words:
        words = f"Bằng chữ: {values.total_words}"
        yield Text("total_words", Rect(_LEFT, top, _WIDTH, 8.4), words, 8.5, Face.MEDIUM, max_lines=2)


def _signature(left: float, who: str, field: str, name: str) -> Iterator[Element]:
    width = 60.0
    yield Text("caption", Rect(left, 161.5, width, 4.8), who, 9, Face.BOLD, Align.CENTRE)
    note = Rect(left, 166.4, width, 4)
    yield Text("caption", note, "(ký, ghi rõ họ tên)", 7.5, Face.REGULAR, Align.CENTRE)
    yield Text(field, Rect(left, 180.5, width, 4.8), name, 9, Face.SEMIBOLD, Align.CENTRE)


def _footer(values: KT1ReceiptValues) -> Iterator[Element]:
    yield from _signature(_LEFT, "Người gửi", "handed_in_by", values.handed_in_by)
    yield from _signature(_RIGHT - 60, "Giao dịch viên", "clerk_name", values.clerk_name)
    yield from proof_foot(values.number, values.event_ref, values.event_hash, trial=bool(values.trial))


def _build(raw: Mapping[str, str], copy: int) -> Document:
    values = read_values(KT1ReceiptValues, raw)
    elements = (
        *_header(values, copy),
        *_codes(values),
        *_parties(values),
        *_details(values),
        *_prices(values),
        *_footer(values),
    )
    return Document.of_page(Page(148, 210, 5, elements, "KT1"))


TEMPLATE = Template(NAME, VERSION, _build, WIDEST)
