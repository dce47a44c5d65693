"""Sentences for what is entered later. Part of `kt1desk.services.sentences_registers`."""

from collections.abc import Mapping
from types import MappingProxyType

LATER: Mapping[str, str] = MappingProxyType(
    {
        "later.time_missing": "Chưa có giờ thật. Gõ giờ ghi trên tờ giấy, như 14:52 hoặc 14:52 22/11.",
        "later.reason_missing": "Chưa chọn lý do nhập bù. Enter rồi chọn trong danh sách.",
        "later.not_past": "Giờ thật phải trước bây giờ. Việc vừa làm thì để trống ô nhập bù.",
        "later.too_old": "Chỉ nhập bù được việc trong {days} ngày gần đây. Xem lại giờ ghi trên tờ giấy; lâu hơn thì báo trưởng điểm.",
        "later.before_desk": "Lúc đó chưa có bàn này: nhập bù được từ {since}. Xem lại giờ ghi trên tờ giấy.",
        "later.before_accepted": "Lúc đó bưu gửi chưa được chấp nhận. Xem lại giờ ghi trên tờ giấy.",
        "later.sheet": "Số tờ giấy chỉ gồm chữ, số và dấu - . / viết liền, nhiều nhất 20 ký tự.",
        "blank.unknown": "Không có mẫu tờ ghi tay này. Chọn lại trong danh sách.",
        "blank.sheets": "In mỗi lần từ 1 đến {limit} tờ. Gõ lại số tờ.",
        "register.too_many": "Khoảng ngày này có hơn {limit} dòng. Chọn khoảng ngắn hơn, hoặc gõ chữ để lọc bớt.",
        "later.shape": "Gõ giờ thật như 14:52 hoặc 14:52 22/11.",
    }
)
