"""Sentences for generated sample desks. Part of `kt1desk.services.sentences`."""

from collections.abc import Mapping
from types import MappingProxyType

SAMPLE: Mapping[str, str] = MappingProxyType(
    {
        "sample.points_range": "Số điểm phải từ 1 đến {limit}. Ghi lại --points.",
        "sample.days_range": "Số ngày phải từ 1 đến {limit}. Ghi lại --days.",
        "sample.items_range": "Số bưu gửi phải từ 0 đến {limit}. Ghi lại --items.",
        "sample.folder_taken": "Thư mục này đã có dữ liệu khác. Chọn một thư mục trống để tạo sổ mẫu.",
        "sample.other_there": "Thư mục này đã có sổ mẫu tạo bằng lệnh khác hoặc bản khác. Chọn thư mục khác, hoặc tự xóa rồi tạo lại.",
        "sample.manifest_damaged": "Không đọc được tệp sample.json của sổ mẫu. Xóa cả thư mục sổ mẫu rồi tạo lại.",
        "training.not_one": "Thư mục bàn tập dùng lại đang có một bàn thật: không xóa. Báo người quản trị xem lại thư mục.",
    }
)
