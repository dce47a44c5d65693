"""Sentences for the drawer and the end of a shift: what is wrong and what to do. Part of `kt1desk.services.sentences`."""

from collections.abc import Mapping
from types import MappingProxyType

SHIFT: Mapping[str, str] = MappingProxyType(
    {
        "drawer.customers_range": "Số khách phải từ 1 đến {limit}. Nhập lại.",
        "drawer.amount_range": "Số tiền phải từ 1 đến {limit} đồng. Nhập lại.",
        "drawer.both_ways": "Một dòng chỉ ghi thu hoặc chi. Có cả hai thì ghi hai dòng.",
        "drawer.short": "Ngăn tiền không đủ, còn thiếu {missing_dong}. Nhận thêm tiền từ quỹ rồi ghi lại.",
        "drawer.reference_twice": "Phiếu này hôm nay đã ghi ở bàn này. Xem lại số phiếu; ghi nhầm trong ca thì hủy dòng cũ trước.",
        "drawer.line_unknown": "Bàn này không có dòng đó. Chọn lại một dòng trong danh sách.",
        "drawer.line_closed": "Dòng này thuộc ca đã kết, không hủy được. Nhờ kiểm soát viên ghi điều chỉnh cho ca đó.",
        "drawer.line_undone": "Dòng này đã hủy rồi. Chọn dòng khác.",
        "drawer.line_undoes": "Đây là dòng hủy một dòng khác, không hủy tiếp được. Ghi lại dòng đúng.",
        "drawer.adjust_open": "Chỉ điều chỉnh được ca đã kết của bàn này. Chọn lại ca.",
        "drawer.adjust_kind": "Khoản này không điều chỉnh được. Chọn khoản khác.",
        "drawer.made_good": "Ca này chỉ còn thiếu {left_dong}. Nộp bù không quá số đó; khoản khác thì chọn lý do khác.",
        "drawer.handed_in": "Ca này chỉ còn thừa {left_dong}. Nộp lại không quá số đó; khoản khác thì chọn lý do khác.",
        "opening.no_machine": "Có mục kiểm đầu ca không phải máy của quầy. Mở lại màn hình ca rồi kiểm lại.",
        "settle.unanswered": "Còn câu hỏi chưa trả lời: {question} Trả lời hết rồi kết ca.",
        "settle.answer_unknown": "Câu trả lời không hợp với câu hỏi: {question} Chọn lại câu trả lời.",
        "settle.reason_missing": "Tiền đếm được khác sổ. Chọn lý do chênh lệch rồi kết ca.",
        "settle.reason_without": "Tiền đếm được đúng với sổ, không có chênh lệch. Bỏ lý do rồi kết ca.",
        "settle.rounding_too_much": "Tiền lẻ chỉ giải thích được thiếu {missing_dong}, thừa {surplus_dong}. Đếm lại hoặc chọn lý do khác.",
        "settle.paper_waits": "Việc in số {job} còn chờ trong hàng in nên chưa ra giấy được. Chọn in lại hoặc để ca sau.",
        "settle.too_many_to_void": "Có {count} số chưa rõ, kết ca chỉ hủy được {limit} số. Trả lời khác, hoặc hủy từng số ở «Tra cứu».",
        "settle.taker_missing": "Người nhận quỹ chưa ký. Người nhận gõ tên đăng nhập và mật khẩu của mình.",
        "settle.alone_not_here": "Điểm này có nhiều người, không kết ca một mình được. Nhờ người khác của điểm ký nhận.",
    }
)

FIELDS_SHIFT: Mapping[str, str] = MappingProxyType(
    {
        "amount": "Số tiền",
        "customers": "Số khách",
        "reference": "Số phiếu",
        "line": "Số dòng",
        "about": "Ca được điều chỉnh",
        "kind": "Khoản",
        "answers": "Câu trả lời",
        "notes": "Số tờ",
        "served": "Dịch vụ",
        "drawer_undo": "Lý do hủy",
        "cash_adjust": "Lý do điều chỉnh",
        "cash_difference": "Lý do chênh lệch",
    }
)
"""Inputs of the drawer by the name an error gives them."""
