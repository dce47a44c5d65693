"""Sentences for rights, clearance and what a point may do: what is wrong and what to do. Part of `kt1desk.services.sentences`."""

from collections.abc import Mapping
from types import MappingProxyType

ACCESS: Mapping[str, str] = MappingProxyType(
    {
        "item.point_not_enabled": "{point} chưa được phép chấp nhận KT1. Hướng dẫn khách đến điểm có chấp nhận KT1.",
        "item.service_not_allowed": "Tệp bàn của tỉnh không cho bàn này nhận KT1. Hướng dẫn khách sang bàn khác và báo trưởng điểm.",
        "user.not_allowed": "Tài khoản này không được {act}. Nhờ người có quyền đăng nhập làm việc này.",
        "user.clearance_missing": "Chưa được phân công làm KT1. Nhờ người đã được phân công đăng nhập làm việc này.",
        "user.clearance_expired": "Phân công làm KT1 đã hết hạn ngày {until}. Nhờ người còn hạn làm thay và xin bưu điện tỉnh gia hạn.",
        "point.not_relaying": "{point} chưa được phép chuyển tiếp KT1. Gửi về điểm chuyển tiếp của tuyến.",
        "point.not_delivering": "{point} chưa được phép phát KT1. Chuyển bưu gửi đến điểm có phát KT1.",
        "point.no_kt1": "{point} không làm KT1. Liên hệ bưu điện tỉnh để biết điểm làm KT1 gần nhất.",
    }
)
