"""Values of a dossier's papers as the services commit them."""

from __future__ import annotations

PAPER_NAMES = (
    "Tờ khai đăng ký khai sinh theo mẫu",
    "Giấy chứng sinh do cơ sở y tế nơi trẻ em sinh ra cấp; trường hợp không có thì nộp văn bản của người làm chứng xác nhận về việc sinh",
    "Giấy đề nghị đăng ký hộ kinh doanh",
    "Bản sao biên bản họp thành viên hộ gia đình về việc thành lập hộ kinh doanh",
    "Văn bản ủy quyền của thành viên hộ gia đình cho một thành viên làm chủ hộ kinh doanh",
    "Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất",
    "Ảnh chân dung cỡ 3 × 4 cm",
)
EVENT = {"event_ref": "12.kt1.1.10432", "event_hash": "3fa91b0c77e2"}
SLIP = {
    "number": "240110-261122-3-014",
    "item": "RX473124829VN",
    "send_item": "RX473124829VN",
    "return_item": "RX287043775VN",
    "form": "Gửi hồ sơ và nhận kết quả",
    "procedure_code": "1.001612",
    "procedure_name": "Đăng ký thành lập hộ kinh doanh",
    "authority_name": "Trung tâm Phục vụ hành chính công xã Quốc Khánh",
    "authority_address": "Thôn Long Thịnh, xã Quốc Khánh, tỉnh Lạng Sơn",
    "applicant_name": "Hoàng Thị Nguyệt",
    "applicant_identity": "••••••••1234",
    "identity_name": "Số định danh",
    "applicant_phone": "0912 345 678",
    "applicant_address": "Số 12 ngõ 5 đường Bắc Sơn, phường Lương Văn Tri, tỉnh Lạng Sơn",
    "proxy_name": "Hoàng Văn Đức",
    "proxy_identity": "••••••••5678",
    "proxy_authorisation": "số 12/UQ ngày 20/11/2026",
    "provider": "Bưu điện tỉnh Lạng Sơn",
    "point": "Bưu cục Kỳ Lừa – 240110",
    "point_address": "Số 49 đường Lê Lợi, phường Kỳ Lừa",
    "intake": "Tại quầy",
    "clerk_name": "Nông Văn Bình",
    "accepted_at": "14:32 22/11/2026",
    "documents": "16",
    "sets": "1",
    "weight": "250 g",
    "sealing": "Niêm phong số 0012345",
    "witness": "Hoàng Văn Đức",
    "insisted": "Người nộp sẽ bổ sung sau",
    "postage_amount": "52.500 đ",
    "price_1_name": "Gửi hồ sơ, liên huyện cũ",
    "price_1_amount": "26.000 đ",
    "price_2_name": "Chuyển trả kết quả, liên huyện cũ",
    "price_2_amount": "52.500 đ",
    "price_3_name": "Được giảm",
    "price_3_amount": "-26.000 đ",
    "collected_amount": "100.000 đ",
    "pass_on_amount": "11.000 đ",
    "collected_note": "Phiếu thu hộ nội bộ, không thay biên lai",
    "total_amount": "163.500 đ",
    "total_words": "Một trăm sáu mươi ba nghìn năm trăm đồng",
    "payment": "Chuyển khoản",
    "paid_note": "Không thu tiền mặt tại quầy",
    "exemption": "Hộ nghèo theo chuẩn nghèo đa chiều",
    "exemption_proof": "Giấy chứng nhận hộ nghèo số 118/2026",
    "price_note": "Giá tối đa theo TT 22/2017/TT-BTTTT; Bảng giá chưa được xác nhận",
    "promised": "01/12/2026 (dự kiến)",
    "promise_words": "2 ngày bưu chính, 3 ngày làm việc của cơ quan, 2 ngày chuyển trả",
    "official": "H37.10-261120-0005",
    "delivery": "Phát tại địa chỉ khác",
    "delivery_address": "Thôn Nà Chuông, xã Tràng Định, tỉnh Lạng Sơn",
    "replaces": "240110-261122-3-009",
    "trial": "1",
    **EVENT,
}
COMMON_SLIP = {
    key: text
    for key, text in SLIP.items()
    if key not in {"insisted", "replaces", "official", "delivery_address", "paid_note"}
} | {
    "payment": "Tiền mặt",
    "delivery": "Phát tại địa chỉ người nộp",
    "promise_words": "Cơ quan nhận 24/11 (J+1), giải quyết 3 ngày làm việc",
    "price_note": "Giá tối đa theo TT 22/2017/TT-BTTTT; Bảng giá chưa được xác nhận; Vùng cước suy từ huyện cũ, chưa được xác nhận",
}
"""What comes to the counter every day: somebody hands it in for another, who pays less, and a fee is collected; nothing is missing."""
SEND_LABEL = {
    "item": "RX473124829VN",
    "number": "240110-261122-3-014",
    "heading": "HỒ SƠ TTHC",
    "direction": "send",
    "procedure_code": "1.001612",
    "from_name": "Hoàng Thị Nguyệt",
    "from_commune": "phường Lương Văn Tri",
    "to_name": "Trung tâm Phục vụ hành chính công xã Quốc Khánh",
    "to_address": "Thôn Long Thịnh, xã Quốc Khánh, tỉnh Lạng Sơn",
    "accepted_at": "14:32 22/11/2026",
    "point": "Bưu cục Kỳ Lừa – 240110",
    "event_ref": EVENT["event_ref"],
    "route": "XÃ QUỐC KHÁNH",
    "route_detail": "25320",
    "weight": "250 g",
    "seal": "0012345",
    "trial": "1",
}
RETURN_LABEL = {
    **SEND_LABEL,
    "item": "RX287043775VN",
    "heading": "TRẢ KẾT QUẢ",
    "direction": "return",
    "from_name": SEND_LABEL["to_name"],
    "from_address": SEND_LABEL["to_address"],
    "from_commune": "",
    "to_name": "Hoàng Thị Nguyệt",
    "to_address": "Số 12 ngõ 5 đường Bắc Sơn, phường Lương Văn Tri, tỉnh Lạng Sơn",
    "route": "PHƯỜNG LƯƠNG VĂN TRI",
    "weight": "",
    "seal": "",
}
REVERSAL = {
    "number": "240110-261122-3-014",
    "item": "RX473124829VN",
    "item_2": "RX287043775VN",
    "service": "Hồ sơ TTHC",
    "reason": "Sửa sai sót khi chấp nhận",
    "customer_name": "Hoàng Thị Nguyệt",
    "replaced_by": "240110-261122-3-015",
    "accepted_at": "14:32 22/11/2026",
    "reversed_at": "14:50 22/11/2026",
    "refund_1_name": "Cước bưu chính",
    "refund_1_amount": "52.500 đ",
    "refund_2_name": "Thu hộ phí, lệ phí",
    "refund_2_amount": "100.000 đ",
    "refund_3_name": "Cước chuyển nộp phí, lệ phí",
    "refund_3_amount": "11.000 đ",
    "total_amount": "163.500 đ",
    "total_words": "Một trăm sáu mươi ba nghìn năm trăm đồng",
    "point": "Bưu cục Kỳ Lừa – 240110",
    "point_address": "Số 49 đường Lê Lợi, phường Kỳ Lừa",
    "provider": "Bưu điện tỉnh Lạng Sơn",
    "clerk_name": "Nông Văn Bình",
    "trial": "1",
    **EVENT,
}
KT1_REVERSAL = {
    **{
        key: text for key, text in REVERSAL.items() if not key.startswith(("refund_", "customer", "replaced"))
    },
    "number": "ME473124829VN",
    "item": "ME473124829VN",
    "item_2": "",
    "service": "KT1",
    "letter": "C",
    "reason": "Người gửi rút bưu gửi",
    "total_amount": "0 đ",
    "total_words": "Không đồng",
    "refund_note": "Không thu tiền mặt nên không hoàn tiền",
}


def slip(papers: int, **changed: str) -> dict[str, str]:
    """The values of a slip with so many papers on its list; every fourth is missing."""
    values = {**SLIP}
    for number in range(1, papers + 1):
        key = f"paper_{number}"
        values[f"{key}_name"] = PAPER_NAMES[number % len(PAPER_NAMES)]
        if number % 4 == 0:
            values[f"{key}_note"] = "Còn thiếu"
            continue
        values[f"{key}_originals"] = "1"
        values |= {f"{key}_certified": "2", f"{key}_plain": "3"} if number % 2 else {f"{key}_electronic": "4"}
    return {**values, **changed}
