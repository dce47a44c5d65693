"""The words of dossiers and reversals on screen and paper: each value that is shown, by the enum's value or the code of a flag.

Values and not enums are asked for where a row or an event has only the text. This module must not know who shows the words.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kt1desk.domain.dossier import (
    ApplicantKind,
    DeliverTo,
    Direction,
    DossierPayment,
    Form,
    InsistReason,
)
from kt1desk.domain.procedure import is_local_key

_FORMS: Mapping[str, str] = MappingProxyType(
    {"send": "Gửi hồ sơ", "return": "Nhận kết quả", "both": "Gửi hồ sơ và nhận kết quả"}
)
_DIRECTIONS: Mapping[str, str] = MappingProxyType({"send": "Gửi hồ sơ", "return": "Chuyển trả kết quả"})
_INSISTS: Mapping[str, str] = MappingProxyType(
    {
        "brings_later": "Người nộp sẽ bổ sung sau",
        "authority_agreed": "Cơ quan giải quyết đã đồng ý nhận",
        "authority_has_it": "Cơ quan giải quyết đã có giấy tờ này",
        "applicant_wants": "Người nộp đã được hướng dẫn và vẫn đề nghị gửi",
    }
)
_APPLICANTS: Mapping[str, str] = MappingProxyType(
    {"person": "Cá nhân", "organisation": "Tổ chức, doanh nghiệp"}
)
_PAYMENTS: Mapping[str, str] = MappingProxyType({"cash": "Tiền mặt", "transfer": "Chuyển khoản"})
_DELIVERIES: Mapping[str, str] = MappingProxyType(
    {
        "applicant": "Phát tại địa chỉ người nộp",
        "other": "Phát tại địa chỉ khác",
        "point": "Nhận tại điểm giao dịch",
    }
)
_ZONES: Mapping[str, str] = MappingProxyType(
    {
        "noi_huyen": "nội huyện cũ",
        "lien_huyen": "liên huyện cũ",
        "noi_vung": "liên tỉnh nội vùng",
        "v13_v2": "vùng 1, vùng 3 – vùng 2",
        "v1_v3": "vùng 1 – vùng 3",
    }
)
"""The tariff still speaks of the districts that were abolished on 01/07/2025."""

_REASONS: Mapping[str, str] = MappingProxyType(
    {
        "withdrawn": "Người gửi rút lại",
        "corrected": "Sửa thông tin, nhận lại bằng số hiệu mới",
        "mistake": "Giao dịch viên nhận nhầm",
    }
)
_REFUNDS: Mapping[str, str] = MappingProxyType(
    {
        "kt1": "Cước KT1",
        "postage": "Cước hồ sơ",
        "collected": "Phí, lệ phí thu hộ",
        "pass_on": "Giá chuyển nộp phí, lệ phí",
        "remitted": "Phí, lệ phí đã nộp cơ quan",
    }
)

FLAGS: Mapping[str, str] = MappingProxyType(
    {
        "maximum_tariff": "Giá tối đa theo TT 22/2017/TT-BTTTT",
        "sample_tariff": "Bảng giá chưa được xác nhận",
        "derived_zone": "Vùng cước suy từ huyện cũ, chưa được xác nhận",
        "uncertain_exemption": "Nguồn chưa thống nhất về diện giảm này",
        "sample_pass_on": "Giá chuyển nộp phí hộ chưa được xác nhận",
        "send_unknown": "Chưa rõ thủ tục này có được nộp qua bưu chính",
        "return_unknown": "Chưa rõ thủ tục này có được trả kết quả qua bưu chính",
        "papers_unknown": "Nguồn chưa cho thành phần hồ sơ",
        "collected_without_receipt": "Thu hộ chưa có biên lai: in phiếu thu hộ nội bộ",
        "collected_differs": "Số thu hộ khác mức phí đã công bố",
        "promise_unknown": "Chưa biết ngày trả kết quả",
        "calendar_missing": "Chưa có lịch nghỉ để tính ngày trả",
        "promise_sample": "Ngày dự kiến tính theo thời gian chưa được xác nhận",
        "official_day_past": "Ngày hẹn trả đã qua: hỏi khách kết quả đã có chưa",
        "one_stop": "Nhân viên một cửa (QĐ 468/QĐ-TTg): giấy tiếp nhận do hệ thống một cửa cấp",
        "received_differs": "Ngày tiếp nhận khác ngày trong mã hồ sơ",
        "official_doubt": "Mã hồ sơ không đúng dạng thường gặp",
    }
)
"""Reservations that are said beside a dossier and refuse nothing, by code."""


def form_name(form: Form | str) -> str:
    """``Gửi hồ sơ``."""
    return _FORMS[form]


def direction_name(direction: Direction | str) -> str:
    """``Chuyển trả kết quả``."""
    return _DIRECTIONS[direction]


def insist_name(reason: InsistReason | str) -> str:
    """Why it goes although a paper is missing."""
    return _INSISTS[reason]


def applicant_name(kind: ApplicantKind | str) -> str:
    """``Cá nhân``."""
    return _APPLICANTS[kind]


def dossier_payment_name(payment: DossierPayment | str) -> str:
    """``Tiền mặt``."""
    return _PAYMENTS[payment]


def delivery_name(deliver_to: DeliverTo | str) -> str:
    """``Nhận tại điểm giao dịch``."""
    return _DELIVERIES[deliver_to]


def zone_name(zone: str) -> str:
    """``liên huyện cũ``, by the zone's value."""
    return _ZONES[zone]


def reversal_reason_name(reason: str) -> str:
    """``Người gửi rút lại``."""
    return _REASONS[reason]


def refund_name(kind: str) -> str:
    """What a sum of cash was received for, by its kind."""
    return _REFUNDS[kind]


def flag_text(flag: str) -> str:
    """A reservation in words."""
    return FLAGS[flag]


def procedure_code_words(code: str) -> str:
    """``1.001612``; ``chưa có mã`` for a procedure that this desk knows by its name alone."""
    return "chưa có mã" if is_local_key(code) else code


def procedure_words(code: str, name: str) -> str:
    """``1.001612 Đăng ký thành lập hộ kinh doanh``; without a published code the name comes first."""
    return f"{name} ({procedure_code_words(code)})" if is_local_key(code) else f"{code} {name}"


def masked_identity(identity: str) -> str:
    """The last four signs of a personal number or passport: paper and lists show no more of it (Luật 91/2025/QH15)."""
    kept = identity[-4:]
    return f"{'•' * (len(identity) - len(kept))}{kept}"
