"""Sentences for reports: what is wrong and what to do. Part of `kt1desk.services.sentences_registers`."""

from collections.abc import Mapping
from types import MappingProxyType

REPORTING: Mapping[str, str] = MappingProxyType(
    {
        "reporting.period": "Ngày cuối kỳ ở trước ngày đầu kỳ, hoặc năm không có kỳ này. Chọn lại kỳ báo cáo.",
        "reporting.template": "Mẫu báo cáo có chỗ sai ({where}). Sửa mẫu rồi nhập lại, hoặc báo người quản trị.",
        "reporting.template_unknown": "Không có mẫu báo cáo này trong ngày đã chọn. Chọn lại trong danh sách mẫu.",
        "reporting.frozen": "Bản báo cáo đã lưu không đọc được. Ghi lại số báo cáo và báo người quản trị.",
    }
)
