"""Sentences for a desk that is to be left for an upgrade. Part of `kt1desk.services.sentences`."""

from collections.abc import Mapping
from types import MappingProxyType

UPGRADING: Mapping[str, str] = MappingProxyType(
    {
        "upgrade.papers_open": "Còn {count} tờ giấy chưa rõ đã in ra chưa. Trả lời ở Máy in (F10) rồi cập nhật.",
        "upgrade.half_typed": "Có phần đang nhập dở trên trang khác. Nhận, hoặc xóa phần nhập dở, rồi cập nhật.",
        "upgrade.training": "Bàn tập dùng và bàn tạm không cập nhật chương trình. Đóng cửa sổ này, vào bàn thật rồi cập nhật.",
    }
)
