"""Values as the services commit them, for the tests of the paper."""

from __future__ import annotations

import random

from kt1desk.domain.identifiers import s10_check_digit
from kt1desk.printing.fonts import MM_PER_INCH
from kt1desk.printing.layout import Page
from kt1desk.printing.raster import Raster
from tests.printing.dossier_samples import KT1_REVERSAL, RETURN_LABEL, REVERSAL, SEND_LABEL

LABEL = {
    "number": "ME473124829VN",
    "letter": "C",
    "urgency": "HỎA TỐC HẸN GIỜ",
    "agreed_time": "14:30 23/11/2026",
    "route": "HÀ NỘI",
    "route_detail": "100000",
    "sender_name": "Ủy ban nhân dân xã Quốc Khánh",
    "sender_address": "Thôn Long Thịnh, xã Quốc Khánh, tỉnh Lạng Sơn",
    "receiver_name": "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh Lạng Sơn",
    "receiver_address": "Số 2 đường Hoàng Văn Thụ, phường Lương Văn Tri, tỉnh Lạng Sơn",
    "weight": "250 g",
    "accepted_at": "14:32 22/11/2026",
    "point": "Bưu cục Kỳ Lừa – 240110",
    "event_ref": "12.kt1.1.10432",
    "trial": "1",
}
PLAIN_LABEL = {**LABEL, "letter": "", "urgency": "", "agreed_time": "", "trial": ""}
RECEIPT = {
    "number": "ME473124829VN",
    "product": "KT1 Hỏa tốc – C",
    "product_code": "KT1010",
    "letter": "C",
    "urgency": "HỎA TỐC",
    "provider": "Bưu điện tỉnh Lạng Sơn",
    "point": "Bưu cục Kỳ Lừa – 240110",
    "point_address": "Số 49 đường Lê Lợi, phường Kỳ Lừa",
    "sender_name": "Ủy ban nhân dân xã Quốc Khánh",
    "sender_address": "Thôn Long Thịnh, xã Quốc Khánh, tỉnh Lạng Sơn",
    "handed_in_by": "Hoàng Thị Nguyệt",
    "receiver_name": LABEL["receiver_name"],
    "receiver_address": LABEL["receiver_address"],
    "intake": "Tại quầy",
    "weight": "250 g",
    "accepted_at": "14:32 22/11/2026",
    "price_1_name": "Cước KT1 nội tỉnh, đến 250 g",
    "price_1_amount": "15.000 đ",
    "price_2_name": "Hỏa tốc",
    "price_2_amount": "40.000 đ",
    "price_3_name": "Ký hiệu C",
    "price_3_amount": "30.909 đ",
    "net_amount": "85.909 đ",
    "vat_name": "Thuế GTGT 10 %",
    "vat_amount": "8.591 đ",
    "total_amount": "94.500 đ",
    "total_words": "Chín mươi tư nghìn năm trăm đồng",
    "payment": "Ghi nợ theo hợp đồng",
    "sample_tariff": "1",
    "clerk_name": "Nông Văn Bình",
    "event_ref": "12.kt1.1.10432",
    "event_hash": "3fa91b0c77e2",
    "trial": "1",
}
FULL_RECEIPT = {
    **RECEIPT,
    "agreed_time": "14:30 23/11/2026",
    **{f"price_{index}_name": f"Thành phần cước số {index}" for index in range(1, 7)},
    **{f"price_{index}_amount": f"{index}1.364 đ" for index in range(1, 7)},
}
TEST_PAGE = {
    "printer_name": "Quầy 3 – nhãn",
    "dpi": "203",
    "printed_at": "14:32 22/11/2026",
    "scan_code": "KT1TEST0001",
}
DOCUMENTS = {
    "label": ("kt1_label", LABEL),
    "plain label": ("kt1_label", PLAIN_LABEL),
    "receipt": ("kt1_receipt", RECEIPT),
    "full receipt": ("kt1_receipt", FULL_RECEIPT),
    "dossier label": ("dossier_label", SEND_LABEL),
    "result label": ("dossier_label", RETURN_LABEL),
    "dossier reversal": ("reversal_slip", REVERSAL),
    "item reversal": ("reversal_slip", KT1_REVERSAL),
    "test page": ("test_page", TEST_PAGE),
}
"""Documents of one page."""
VIETNAMESE_LETTERS = "".join(
    letter + letter.upper()
    for letter in "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵfjwz"
)


def s10_numbers(count: int, seed: int) -> list[str]:
    """Random valid item numbers, the same for the same seed."""
    chance = random.Random(seed)
    serials = [f"{chance.randrange(10**8):08d}" for _ in range(count)]
    letters = [chance.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ") for _ in range(count)]
    return [
        f"M{letter}{serial}{s10_check_digit(serial)}VN"
        for letter, serial in zip(letters, serials, strict=True)
    ]


def row_of(raster: Raster, y_mm: float) -> str:
    """One row of dots as text, 1 for black."""
    start = round(y_mm * raster.dpi / MM_PER_INCH) * raster.row_bytes
    row = raster.bits[start : start + raster.row_bytes]
    return "".join(f"{byte:08b}" for byte in row)[: raster.width_dots]


def said(page: Page) -> list[str]:
    """Every text of a page, as fitted, one string each."""
    return [" ".join(text.fitted().lines) for text in page.texts()]
