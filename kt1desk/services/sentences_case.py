"""Sentences for cases after their acceptance: at the authority, their results, money, complaints. Part of `kt1desk.services.sentences`."""

from collections.abc import Mapping
from types import MappingProxyType

CASES: Mapping[str, str] = MappingProxyType(
    {
        "dossier.one_stop_day": "Nhân viên một cửa phải ghi ngày hẹn trả. Chép ngày trên giấy tiếp nhận của hệ thống một cửa.",
        "dossier.one_stop_official": "Nhân viên một cửa phải ghi mã hồ sơ. Chép mã trên giấy tiếp nhận của hệ thống một cửa.",
        "reversal.cover_gone": "Hồ sơ không còn ở điểm này hoặc phí đã nộp cho cơ quan, không rút được nữa. Mở hồ sơ để xem đang ở đâu.",
        "case.step": "Hồ sơ {number} đang ở bước khác nên không làm được việc này. Mở hồ sơ để xem đang ở đâu rồi làm tiếp từ đó.",
    }
)

FIELDS_CASES: Mapping[str, str] = MappingProxyType({})
"""Words of inputs, by their names in errors."""
