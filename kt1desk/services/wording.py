"""The one place where codes become Vietnamese: refusals as sentences, enums as the words of screen and paper.

The sentences stand in :mod:`kt1desk.services.sentences`. This module must not know who shows them, and it never spells
out what the letters A, B and C stand for.
"""

import re
from collections.abc import Mapping
from string import Formatter
from types import MappingProxyType

from kt1desk.domain.errors import DeskError
from kt1desk.domain.kt1 import CoverMark, Payment, Place, Scope, Secrecy, Urgency
from kt1desk.domain.money import format_dong
from kt1desk.domain.permissions import Act, Role
from kt1desk.domain.tariff import ComponentKind, PriceFlag
from kt1desk.services.sentences import FIELDS, GENERAL, SENTENCES

_UNKNOWN_DETAIL = "…"
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

_URGENCIES: Mapping[Urgency, str] = MappingProxyType(
    {
        Urgency.NONE: "Thường",
        Urgency.EXPRESS: "Hỏa tốc",
        Urgency.TIMED: "Hẹn giờ",
        Urgency.TIMED_EXPRESS: "Hỏa tốc Hẹn giờ",
    }
)
_COVER_MARKS: Mapping[CoverMark, str] = MappingProxyType(
    {
        CoverMark.NONE: "Không có dấu",
        CoverMark.KHAN: "Khẩn",
        CoverMark.THUONG_KHAN: "Thượng khẩn",
        CoverMark.HOA_TOC: "Hỏa tốc",
        CoverMark.HOA_TOC_HEN_GIO: "Hỏa tốc hẹn giờ",
    }
)
_SCOPES: Mapping[Scope, str] = MappingProxyType(
    {Scope.INTRA: "nội tỉnh", Scope.REGIONAL: "nội vùng", Scope.INTER: "liên tỉnh"}
)
_PAYMENTS: Mapping[Payment, str] = MappingProxyType(
    {Payment.ACCOUNT: "Ghi nợ theo hợp đồng", Payment.CASH: "Tiền mặt"}
)
_PLACES: Mapping[Place, str] = MappingProxyType(
    {Place.COUNTER: "Tại quầy", Place.ADDRESS: "Tại địa chỉ khách hàng"}
)
_ROLES: Mapping[Role, str] = MappingProxyType(
    {
        Role.CLERK: "Giao dịch viên",
        Role.CONTROLLER: "Kiểm soát viên",
        Role.HEAD: "Trưởng điểm",
        Role.BUREAU: "Bưu điện tỉnh",
        Role.INSPECTOR: "Thanh tra, kiểm tra",
        Role.ADMINISTRATOR: "Quản trị",
        Role.TECHNICIAN: "Kỹ thuật",
    }
)
_ACTS: Mapping[Act, str] = MappingProxyType(
    {
        Act.OPEN_SHIFT: "mở ca",
        Act.CLOSE_SHIFT: "kết ca",
        Act.ACCEPT_ITEM: "chấp nhận bưu gửi",
        Act.ACCEPT_SECRET_ITEM: "chấp nhận bưu gửi A, B, C",
        Act.SEE_SECRET_PARTIES: "xem nơi gửi, nơi nhận của bưu gửi A, B, C",
        Act.REPRINT_PAPER: "in lại giấy tờ",
        Act.VOID_NUMBER: "hủy số hiệu",
        Act.MANAGE_USERS: "quản lý người dùng",
        Act.CONFIGURE_DEVICES: "cài đặt thiết bị",
        Act.READ_JOURNAL: "xem sổ",
        Act.VERIFY: "kiểm tra sổ",
    }
)
_PARTS: Mapping[ComponentKind, str] = MappingProxyType(
    {
        ComponentKind.BASE: "Cước chính",
        ComponentKind.FURTHER: "Khối lượng tiếp theo",
        ComponentKind.URGENCY: "Phụ thu độ khẩn",
        ComponentKind.SECRECY: "Phụ thu theo chữ",
    }
)
_FLAGS: Mapping[PriceFlag, str] = MappingProxyType(
    {
        PriceFlag.SAMPLE_TABLE: "Giá theo bảng cước dùng thử",
        PriceFlag.DERIVED_REGION: "Vùng cước chưa được xác nhận",
        PriceFlag.SUMMED_SURCHARGE: "Phụ thu Hỏa tốc Hẹn giờ là tổng hai phụ thu",
        PriceFlag.SAMPLE_VAT: "Thuế suất chưa được xác nhận",
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


def cover_mark_name(mark: CoverMark) -> str:
    """``Thượng khẩn``."""
    return _COVER_MARKS[mark]


def secrecy_name(secrecy: Secrecy) -> str:
    """``Chữ A``; the letter alone is ``Secrecy.letter``."""
    return f"Chữ {secrecy.letter}" if secrecy.is_marked else "Không có chữ"


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


def act_name(act: Act) -> str:
    """``chấp nhận bưu gửi``, as it follows «không được»."""
    return _ACTS[act]


def part_name(kind: ComponentKind) -> str:
    """``Cước chính``."""
    return _PARTS[kind]


def price_flag_text(flag: PriceFlag) -> str:
    """Why a price is shown with a reservation."""
    return _FLAGS[flag]


def weight_text(weight_g: int) -> str:
    """``1.250 g``."""
    return f"{weight_g:,d} g".replace(",", ".")


_SPOKEN: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "act": {act.value: words for act, words in _ACTS.items()},
        "scope": {scope.value: words for scope, words in _SCOPES.items()},
        "urgency": {urgency.value: words for urgency, words in _URGENCIES.items()},
        "secrecy": {secrecy.value: secrecy_name(secrecy) for secrecy in Secrecy},
        "part": {kind.value: words[0].lower() + words[1:] for kind, words in _PARTS.items()},
    }
)
"""Details that hold the value of an enum; another value is said as it is."""


def _spoken(name: str, value: str | int) -> str:
    if isinstance(value, int):
        return _spoken_figure(name, value)
    if _ISO_DAY.fullmatch(value):
        return "/".join(reversed(value.split("-")))
    return _SPOKEN.get(name, {}).get(value, value)


def _spoken_figure(name: str, value: int) -> str:
    if name.endswith("_dong"):
        return format_dong(value)
    if name.endswith("_g"):
        return weight_text(value)
    return f"{value:,d}".replace(",", ".") if name == "limit" else str(value)
