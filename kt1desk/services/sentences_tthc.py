"""Sentences for dossiers: what is wrong and what to do. Part of `kt1desk.services.sentences`."""

from collections.abc import Mapping
from types import MappingProxyType

TTHC: Mapping[str, str] = MappingProxyType(
    {
        "dossier.number_shape": "Số hồ sơ của bưu điện có dạng 240000-261122-1-001. Xem lại trên phiếu gửi.",
        "dossier.procedure_code": "Mã thủ tục «{typed}» không đúng dạng 1.001612. Xem lại hoặc tìm theo tên.",
        "number.other_service": "Số {number} thuộc dải của dịch vụ khác. Lấy nhãn đúng loại rồi quét lại.",
    }
)
