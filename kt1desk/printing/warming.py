"""What the first paper of a day would wait for: faces read, lines measured, codes and decoder loaded, on papers that nobody sees.

This module must not know when it is called; it writes nothing.
"""

from kt1desk.printing.decode_back import check_decodes
from kt1desk.printing.raster import rasterise
from kt1desk.printing.templates import preview_of
from kt1desk.printing.templates.kt1_label import TEMPLATE as LABEL
from kt1desk.printing.templates.kt1_receipt import TEMPLATE as RECEIPT

_DPI = 203
_BOTH = {
    "number": "MA000000005VN",
    "sender_name": "Nơi gửi",
    "receiver_name": "Nơi nhận",
    "weight": "1 g",
    "accepted_at": "00:00 01/01/2026",
    "point": "Điểm giao dịch",
    "trial": "1",
}
_LABEL = {**_BOTH, "route": "HƯỚNG"}
_RECEIPT = {
    **_BOTH,
    "product": "KT1",
    "product_code": "KT1001",
    "provider": "Bưu điện",
    "total_amount": "0 đ",
    "payment": "Tiền mặt",
    "clerk_name": "Giao dịch viên",
}


def warm_up() -> None:
    """Draw one label and one receipt, and read their codes back."""
    for template, values in ((LABEL, _LABEL), (RECEIPT, _RECEIPT)):
        page = preview_of(template.name, template.version, values)
        check_decodes(page, rasterise(page, _DPI))
