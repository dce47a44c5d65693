"""The words of a shift's two ends: what is asked and how it is answered, what is looked at, which money is whose.

The words stand by the values of the enums, as in `kt1desk.services.wording`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from kt1desk.domain.money import format_dong, grouped_digits
from kt1desk.domain.settling import Asked, Question

_S10 = re.compile(r"([A-Z]{2})(\d{3})(\d{3})(\d{3})([A-Z]{2})")

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
        "incident": "Lập biên bản sự vụ đầu ca sau",
        "on_round": "Bưu tá đang giữ",
        "other_desk": "Đếm ở bàn khác của điểm",
        "explained": "Đã ghi lý do",
        "labels_kept": "Nhãn còn trên cuộn",
        "to_void": "Hủy các số này",
        "came_out": "Đã ra giấy",
        "not_out": "Chưa ra giấy, in lại",
        "next_shift": "Ca sau làm tiếp",
        "by_file": "Gửi bằng tệp",
        "when_line": "Tự gửi khi có đường truyền",
    }
)

UNCOUNTED = "KT1 chưa kiểm: người kết ca chưa có quyền; người có quyền kiểm đầu ca sau."
"""A note of the report: nobody was asked it."""
STILL_HIS = "Bưu gửi vẫn ghi đứng tên người giao: làm bàn giao ở «Đang giữ»."
"""The same where the drawer was handed over and things were not."""
UNDONE = "Không gồm dòng ghi rồi hủy trong ca: thu {received}, chi {paid}."
"""Below the cash by its kind."""

_ASKED: Mapping[Question, tuple[str, str]] = MappingProxyType(
    {
        Question.ITEM_MISSING: ("Chưa thấy bưu gửi KT1 {about}.", "Chưa quét {count} bưu gửi KT1."),
        Question.COVER_MISSING: ("Chưa thấy bì hồ sơ {about}.", "Chưa quét {count} bì hồ sơ."),
        Question.NUMBERS: (
            "Dải {about}: một số ở giữa chưa rõ đã dùng hay còn.",
            "Dải {about}: {count} số ở giữa chưa rõ đã dùng hay còn.",
        ),
        Question.PAPER: (
            "Việc in số {about} chưa rõ đã ra giấy hay chưa.",
            "{count} việc in chưa rõ đã ra giấy hay chưa.",
        ),
        Question.ARRIVAL: ("Chuyến đến {about} còn mở.", "{count} chuyến đến còn mở."),
        Question.ROUND: ("Chuyến phát {about} còn mở.", "{count} chuyến phát còn mở."),
        Question.ASIDE: ("Còn một việc nhận để dở.", "Còn {count} việc nhận để dở."),
        Question.UNSENT: (
            "Còn một bản ghi chưa gửi về trung tâm.",
            "Còn {count} bản ghi chưa gửi về trung tâm.",
        ),
    }
)
"""One thing, several."""

CASH_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "kt1": "Cước KT1",
        "postage": "Cước hồ sơ",
        "collected": "Phí, lệ phí thu hộ",
        "pass_on": "Giá chuyển nộp phí, lệ phí",
        "remitted": "Phí, lệ phí đã nộp cơ quan",
        "served": "Dịch vụ khác tại quầy",
        "advance": "Nhận từ quỹ",
        "deposit": "Nộp về quỹ",
        "adjusted": "Điều chỉnh ca đã kết",
    }
)


def asked_words(asked: Asked) -> str:
    """A question with what it is about: ``Chưa thấy bưu gửi KT1 EA 473 124 829 VN``."""
    if asked.question is Question.DIFFERENCE:
        return _difference_words(asked)
    one, many = _ASKED[asked.question]
    about = grouped(asked.about)
    return (one if asked.count == 1 else many).format(about=about, count=grouped_digits(asked.count))


def difference_words(difference_dong: int) -> str:
    """``Thiếu 50.000 đ``, ``Thừa 200 đ``, ``Không chênh lệch``."""
    if not difference_dong:
        return "Không chênh lệch"
    return f"{'Thừa' if difference_dong > 0 else 'Thiếu'} {format_dong(abs(difference_dong))}"


def _difference_words(asked: Asked) -> str:
    said = f"{difference_words(asked.amount_dong)} so với sổ."
    bound = asked.bound
    if not bound.missing_dong and not bound.surplus_dong:
        return said
    least, most = format_dong(bound.missing_dong), format_dong(bound.surplus_dong)
    return f"{said} Tiền lẻ không có mệnh giá giải thích được thiếu đến {least}, thừa đến {most}."


def grouped(number: str) -> str:
    """An S10 number as people read it; any other text as it is."""
    found = _S10.fullmatch(number)
    return " ".join(found.groups()) if found else number
