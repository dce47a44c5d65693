"""The one place where codes become Vietnamese: refusals as sentences, enums as the words of screen and paper.

The sentences stand in :mod:`kt1desk.services.sentences`. This module must not know who shows them, and it never spells
out what the letters A, B and C stand for. The words stand by the enums' values and the enums themselves are not loaded: whoever only has
a refusal to tell, as the log-in page, does without the rules of tariff and permissions.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from string import Formatter
from types import MappingProxyType
from typing import TYPE_CHECKING

from kt1desk.domain.errors import DeskError
from kt1desk.domain.money import format_dong, grouped_digits
from kt1desk.services.sentences import FIELDS, GENERAL, SENTENCES
from kt1desk.services.wording_custody import STATES
from kt1desk.services.wording_shift import QUESTIONS

if TYPE_CHECKING:
    from kt1desk.domain.kt1 import Payment, Place, Scope, Secrecy, Urgency
    from kt1desk.domain.permissions import Role
    from kt1desk.domain.tariff import ComponentKind

_UNKNOWN_DETAIL = "…"
_NO_LETTER = "Không có chữ"
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_S10 = re.compile(r"([A-Z]{2})(\d{3})(\d{3})(\d{3})([A-Z]{2})")

_URGENCIES: Mapping[str, str] = MappingProxyType(
    {
        "none": "Thường",
        "express": "Hỏa tốc",
        "timed": "Hẹn giờ",
        "timed_express": "Hỏa tốc Hẹn giờ",
    }
)
_SCOPES: Mapping[str, str] = MappingProxyType(
    {"intra": "nội tỉnh", "regional": "nội vùng", "inter": "liên tỉnh"}
)
_PAYMENTS: Mapping[str, str] = MappingProxyType({"account": "Ghi nợ theo hợp đồng", "cash": "Tiền mặt"})
_PLACES: Mapping[str, str] = MappingProxyType({"counter": "Tại quầy", "address": "Tại địa chỉ khách hàng"})
_ROLES: Mapping[str, str] = MappingProxyType(
    {
        "clerk": "Giao dịch viên",
        "controller": "Kiểm soát viên",
        "head": "Trưởng điểm",
        "bureau": "Bưu điện tỉnh",
        "postman": "Bưu tá",
        "inspector": "Thanh tra, kiểm tra",
        "administrator": "Quản trị",
        "technician": "Kỹ thuật",
    }
)
_ACTS: Mapping[str, str] = MappingProxyType(
    {
        "open_shift": "mở ca",
        "close_shift": "kết ca",
        "accept_dossier": "nhận hồ sơ TTHC",
        "reverse_dossier": "rút hoặc sửa hồ sơ đã nhận",
        "see_dossiers": "xem hồ sơ của bàn",
        "reprint_dossier_paper": "in lại giấy tờ hồ sơ",
        "void_dossier_number": "hủy số hiệu hồ sơ",
        "accept_item": "chấp nhận bưu gửi KT1",
        "accept_secret_item": "chấp nhận bưu gửi A, B, C",
        "reverse_item": "rút hoặc sửa bưu gửi KT1 đã nhận",
        "see_items": "xem bưu gửi KT1 của bàn",
        "see_secret_parties": "xem nơi gửi, nơi nhận của bưu gửi A, B, C",
        "reprint_item_paper": "in lại giấy tờ bưu gửi KT1",
        "void_item_number": "hủy số hiệu bưu gửi KT1",
        "approve_item": "duyệt bưu gửi KT1",
        "approve_dispatch": "duyệt chuyến thư KT1",
        "grant_remote_approval": "duyệt từ xa",
        "store_item": "cất bưu gửi KT1",
        "hand_over_item": "giao nhận bưu gửi KT1",
        "pack_receptacle": "đóng túi KT1",
        "send_dispatch": "gửi chuyến thư KT1",
        "receive_dispatch": "nhận chuyến thư KT1",
        "relay_receptacle": "chuyển tiếp túi KT1 của điểm khác",
        "start_round": "giao chuyến phát KT1",
        "deliver_item": "phát bưu gửi KT1",
        "forward_item": "chuyển tiếp bưu gửi KT1",
        "return_item": "chuyển hoàn bưu gửi KT1",
        "open_incident": "lập biên bản sự vụ KT1",
        "close_incident": "kết thúc biên bản sự vụ KT1",
        "see_custody": "xem nơi giữ bưu gửi KT1",
        "see_incidents": "xem biên bản sự vụ KT1",
        "keep_registers": "ghi sổ theo dõi KT1",
        "see_registers": "xem sổ theo dõi KT1",
        "certify_custody": "xác nhận hành trình bưu gửi KT1",
        "make_statement": "lập bảng kê KT1",
        "exchange_mail": "trao đổi dữ liệu KT1",
        "see_dossier_custody": "xem nơi giữ hồ sơ",
        "store_dossier": "cất hồ sơ",
        "hand_on_dossier": "giao nhận hồ sơ trong điểm",
        "pack_dossiers": "đóng túi hồ sơ",
        "send_dossiers": "gửi chuyến thư hồ sơ",
        "receive_dossiers": "nhận chuyến thư hồ sơ",
        "relay_dossiers": "chuyển tiếp túi hồ sơ của điểm khác",
        "start_dossier_round": "giao chuyến phát hồ sơ",
        "deliver_result": "trả kết quả",
        "forward_result": "chuyển tiếp hồ sơ, kết quả",
        "return_result": "hoàn kết quả cho cơ quan",
        "approve_result_return": "duyệt hoàn kết quả",
        "open_dossier_incident": "lập biên bản sự vụ hồ sơ",
        "close_dossier_incident": "kết thúc biên bản sự vụ hồ sơ",
        "see_dossier_incidents": "xem biên bản sự vụ hồ sơ",
        "exchange_dossier_mail": "trao đổi dữ liệu hồ sơ",
        "hand_to_authority": "giao hồ sơ cho cơ quan",
        "record_decision": "ghi ý kiến của cơ quan",
        "tell_applicant": "báo người nộp",
        "supplement_dossier": "nhận bổ sung hồ sơ",
        "take_results": "nhận kết quả từ cơ quan",
        "remit_fees": "nộp phí cho cơ quan",
        "correct_fee": "sửa tiền của hồ sơ",
        "keep_complaints": "giải quyết khiếu nại hồ sơ",
        "plan_visits": "hẹn nhận tại địa chỉ",
        "see_identity": "xem số định danh đầy đủ",
        "erase_persons": "xóa dữ liệu cá nhân",
        "import_reference": "nhập danh mục",
        "manage_users": "quản lý người dùng",
        "configure_devices": "cài đặt thiết bị",
        "see_reports": "xem báo cáo",
        "issue_report": "phát hành báo cáo",
        "see_kt1_reports": "xem báo cáo KT1",
        "issue_kt1_report": "phát hành báo cáo KT1",
        "read_journal": "xem sổ",
        "allow_line": "cho hoặc thôi cho KT1 đi qua mạng",
        "keep_line": "nhập, bỏ đường mạng của bàn",
        "see_line": "xem đường mạng của bàn",
        "change_own_password": "đổi mật khẩu của mình",
        "see_audit": "xem nhật ký an ninh",
        "export_audit": "xuất nhật ký an ninh",
        "keep_backups": "giữ bản sao lưu",
        "verify": "kiểm tra sổ",
    }
)
_PARTS: Mapping[str, str] = MappingProxyType(
    {
        "base": "Cước chính",
        "further": "Khối lượng tiếp theo",
        "urgency": "Phụ thu độ khẩn",
        "secrecy": "Phụ thu theo chữ",
    }
)
_DESK_FILE_PARTS = {
    "blocks": "dải số",
    "clearances": "người được làm KT1",
    "dates": "ngày hiệu lực",
    "device": "số thiết bị",
    "keys": "khóa công khai",
    "point": "điểm giao dịch",
    "services": "dịch vụ",
}

_REASONS_TO_BAR: Mapping[str, str] = MappingProxyType(
    {
        "token": "máy khác đã nối bằng mã của bàn này",
        "hardware": "máy này không phải máy đã ghi danh",
        "incarnation": "bàn đã chạy tiếp ở nơi khác",
        "fork": "trung tâm có sổ khác sổ ở đây",
    }
)


def sentence(error: DeskError) -> str:
    """One sentence that says what is wrong and what to do; an unknown code gets a general one with the code."""
    template = SENTENCES.get(error.code, GENERAL)
    spoken = {name: _spoken(name, value) for name, value in error.details.items()}
    spoken |= {"code": error.code, "field": FIELDS.get(error.field, error.field)}
    return "".join(
        literal + (spoken.get(name, _UNKNOWN_DETAIL) if name else "")
        for literal, name, _, _ in Formatter().parse(template)
    )


def urgency_name(urgency: Urgency) -> str:
    """``Hỏa tốc``."""
    return _URGENCIES[urgency]


def secrecy_name(secrecy: Secrecy) -> str:
    """``Chữ A``; the letter alone is ``Secrecy.letter``."""
    return _with_letter(secrecy.letter) if secrecy.is_marked else _NO_LETTER


def scope_name(scope: Scope) -> str:
    """``nội tỉnh``."""
    return _SCOPES[scope]


def payment_name(payment: Payment) -> str:
    """``Ghi nợ theo hợp đồng``."""
    return _PAYMENTS[payment]


def place_name(place: Place) -> str:
    """``Tại quầy``."""
    return _PLACES[place]


def role_name(role: Role) -> str:
    """``Giao dịch viên``."""
    return _ROLES[role]


def part_name(kind: ComponentKind) -> str:
    """``Cước chính``."""
    return _PARTS[kind]


def _with_letter(letter: str) -> str:
    return f"Chữ {letter}"


def weight_text(weight_g: int) -> str:
    """``1.250 g``."""
    return f"{grouped_digits(weight_g)} g"


_SPOKEN: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "act": _ACTS,
        "scope": _SCOPES,
        "urgency": _URGENCIES,
        "state": STATES,
        "question": QUESTIONS,
        "reason": _REASONS_TO_BAR,
        "needs": {"": "mới hơn"},
        "thing": {"item": "bưu gửi", "receptacle": "túi", "dispatch": "chuyến thư"},
        "secrecy": {"none": _NO_LETTER} | {letter: _with_letter(letter) for letter in "ABC"},
        "part": {
            **_DESK_FILE_PARTS,
            **{kind: words[0].lower() + words[1:] for kind, words in _PARTS.items()},
        },
    }
)
"""Details that hold the value of an enum; another value is said as it is."""


def _spoken(name: str, value: str | int) -> str:
    if isinstance(value, int):
        return _spoken_figure(name, value)
    if _ISO_DAY.fullmatch(value):
        return "/".join(reversed(value.split("-")))
    if grouped := _S10.fullmatch(value):
        return " ".join(grouped.groups())
    return _SPOKEN.get(name, {}).get(value, value)


def _spoken_figure(name: str, value: int) -> str:
    if name.endswith("_dong"):
        return format_dong(value)
    if name.endswith("_g"):
        return weight_text(value)
    return grouped_digits(value) if name == "limit" else str(value)
