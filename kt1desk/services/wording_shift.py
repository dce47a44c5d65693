"""The words of a shift's two ends: what is asked and how it is answered, what is looked at, which money is whose.

The words stand by the values of the enums, as in `kt1desk.services.wording`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

QUESTIONS: Mapping[str, str] = MappingProxyType(
    {
        "item_missing": "Bưu gửi KT1 còn trên sổ mà chưa thấy.",
        "cover_missing": "Bì hồ sơ còn trên sổ mà chưa thấy.",
        "difference": "Tiền đếm được khác sổ.",
        "numbers": "Có số hiệu chưa rõ đã dùng hay còn.",
        "paper": "Giấy in chưa rõ đã ra hay chưa.",
        "arrival": "Chuyến đến còn mở.",
        "round": "Chuyến phát còn mở.",
        "aside": "Việc để dở chưa làm xong.",
        "unsent": "Sổ chưa gửi hết về trung tâm.",
    }
)
"""A question of the closing, alone."""

ANSWERS: Mapping[str, str] = MappingProxyType(
    {
        "found": "Có ở đây, chưa quét",
        "incident": "Lập biên bản sự vụ ngay",
        "on_round": "Bưu tá đang giữ",
        "other_desk": "Đếm ở bàn khác của điểm",
        "explained": "Đã ghi lý do",
        "labels_kept": "Nhãn còn trên cuộn",
        "to_void": "Sẽ hủy số",
        "came_out": "Đã ra giấy",
        "not_out": "Chưa ra giấy",
        "next_shift": "Ca sau làm tiếp",
        "by_file": "Gửi bằng tệp",
        "when_line": "Tự gửi khi có đường truyền",
    }
)

CASH_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "kt1": "Cước KT1",
        "postage": "Cước hồ sơ",
        "collected": "Phí, lệ phí thu hộ",
        "pass_on": "Tiền chuyển hộ",
        "remitted": "Nộp phí cho cơ quan",
        "served": "Dịch vụ khác tại quầy",
        "advance": "Nhận từ quỹ",
        "deposit": "Nộp về quỹ",
        "adjusted": "Điều chỉnh ca đã kết",
    }
)
