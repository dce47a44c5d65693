"""What the first paper of a day would wait for: faces read, lines measured, codes and decoder loaded, on papers that nobody sees.

This module must not know when it is called; it writes nothing.
"""

from kt1desk.printing.decode_back import check_decodes
from kt1desk.printing.raster import rasterise
from kt1desk.printing.templates import check_fit, preview_of
from kt1desk.printing.templates.dossier_label import TEMPLATE as DOSSIER_LABEL
from kt1desk.printing.templates.dossier_slip import TEMPLATE as SLIP
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


_SLIP = {
    "number": "000000-260101-0-001",
    "item": "RA000000005VN",
    "form": "Gửi hồ sơ",
    "procedure_code": "1.000000",
    "procedure_name": "Thủ tục",
    "authority_name": "Cơ quan",
    "applicant_name": "Người nộp",
    "applicant_address": "Địa chỉ",
    "provider": "Bưu điện",
    "point": "Điểm giao dịch",
    "accepted_at": "00:00 01/01/2026",
    "postage_amount": "0 đ",
    "total_amount": "0 đ",
    "payment": "Tiền mặt",
    "clerk_name": "Giao dịch viên",
    "paper_1_name": "Giấy tờ",
    "paper_1_originals": "1",
    "price_1_name": "Cước",
    "price_1_amount": "0 đ",
    "collected_note": "Biên lai",
    "total_words": "Không đồng",
    "promised": "01/01/2026 (dự kiến)",
}
_DOSSIER_LABEL = {
    **{name: _SLIP[name] for name in ("number", "item", "procedure_code", "accepted_at", "point")},
    "heading": "TRẢ KẾT QUẢ",
    "direction": "return",
    "from_name": "Cơ quan",
    "to_name": "Người nộp",
}


def warm_up() -> None:
    """Draw one label and one receipt and read their codes back; fit the papers of a dossier, original and reprint."""
    for template, values in ((LABEL, _LABEL), (RECEIPT, _RECEIPT)):
        page = preview_of(template.name, template.version, values)
        check_decodes(page, rasterise(page, _DPI))
    check_fit(SLIP.name, SLIP.version, _SLIP)
    check_fit(DOSSIER_LABEL.name, DOSSIER_LABEL.version, _DOSSIER_LABEL)
