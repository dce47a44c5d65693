"""Sentences for the security log and its extracts: what is wrong and what to do. Part of `kt1desk.services.sentences`."""

from collections.abc import Mapping
from types import MappingProxyType

AUDIT: Mapping[str, str] = MappingProxyType(
    {
        "extract.too_many": "Quá {limit} dòng cho một tệp. Chọn ít ngày hơn rồi xuất từng phần.",
        "extract.exists": "Đã có tệp tên này, không ghi đè. Chọn tên khác.",
        "extract.damaged": "Tệp trích hỏng từ dòng {line}. Lấy lại tệp từ người đã xuất.",
        "extract.newer": "Tệp trích do phiên bản chương trình mới hơn ghi. Cập nhật chương trình rồi kiểm tra lại.",
        "extract.altered": "TỆP TRÍCH ĐÃ BỊ SỬA: ở dòng {line} có dòng bị bỏ, thêm, đổi chỗ hoặc sửa chữ. Không dùng tệp này.",
        "extract.forged": "CHỮ KÝ SAI: tệp trích không do bàn ghi trong tệp ký. Không dùng tệp này.",
        "extract.contradicts": "Dòng {line} của tệp trích trái với sổ gốc hoặc với số dòng đã ghi. Không dùng tệp này, báo Bưu điện tỉnh.",
        "extract.other_key": "Khóa ký tệp trích không phải khóa của bàn {device} trong danh sách khóa của tỉnh. Không dùng tệp này.",
    }
)
