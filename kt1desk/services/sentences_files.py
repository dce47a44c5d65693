"""Sentences of files that people bring, before anything in them was read. Part of `kt1desk.services.sentences`."""

from collections.abc import Mapping
from types import MappingProxyType

FILES: Mapping[str, str] = MappingProxyType(
    {
        "file.gone": "Không còn tệp nào ở đường dẫn này. Kiểm tra USB còn cắm không và đường dẫn, rồi chọn lại.",
        "file.folder": "Đường dẫn này là thư mục. Mở thư mục và chọn đúng một tệp.",
        "file.special": "Đường dẫn này là thiết bị hoặc ống dữ liệu, không phải tệp. Chọn tệp đã lưu trên USB hoặc ổ đĩa.",
        "file.link": "Đường dẫn này chỉ là lối tắt tới nơi khác nên không mở. Chọn chính tệp gốc, hoặc chép tệp sang USB rồi chọn lại.",
        "file.denied": "Người dùng máy này không có quyền đọc tệp. Chép tệp sang USB hoặc thư mục của mình rồi chọn lại.",
        "file.too_large": "Tệp lớn hơn {most}, mức lớn nhất được nhận. Xem có chọn nhầm tệp không; danh sách dài thì chia ra.",
        "file.unreadable": "Đọc tệp bị lỗi giữa chừng. Rút USB cắm lại rồi thử; vẫn lỗi thì xin tệp chép trên USB khác.",
    }
)
