"""Sentences for what the check of all records found: what it is, and what to do, the nearest help first.

Part of `kt1desk.services.sentences`.
"""

from collections.abc import Mapping
from types import MappingProxyType

RECORDS: Mapping[str, str] = MappingProxyType(
    {
        "record.doubted": "Sổ của bàn có chỗ không khớp ({at}) nên chưa xem, chưa chốt số liệu được. Vẫn nhận và giao bình thường; "
        "làm theo dòng đầu màn hình.",
        "record.page_damaged": "Từ {since}: ổ đĩa làm hỏng dữ liệu của bàn ({at}).",
        "record.tree_damaged": "Từ {since}: bảng và mục lục trong dữ liệu của bàn không khớp nhau.",
        "record.unreadable": "Từ {since}: có phần dữ liệu của bàn không đọc được ({at}).",
        "record.chain_broken": "Từ {since}: sổ bị đứt ở việc {at}, có việc bị sửa, thêm hoặc mất.",
        "record.projection_differs": "Từ {since}: bảng số liệu «{at}» không khớp với sổ gốc và dựng lại không được.",
        "record.bring_back": "Số liệu bị khóa. Trưởng điểm khôi phục từ bản sao lưu còn tốt mới nhất, rồi hộp đen, phần còn thiếu "
        "lấy từ trung tâm.",
        "record.log_damaged": "Từ {since}: nhật ký ghi của dữ liệu bị hỏng. Số liệu mở lại khi kiểm tra xong toàn bộ, trong ngày.",
        "record.marker_damaged": "Từ {since}: dấu đầu sổ bị hỏng, chưa ghi lại được. Sổ còn nguyên; đừng tắt máy, báo người quản trị.",
        "record.marker_differs": "Từ {since}: dấu đầu sổ khác với sổ, chưa ghi lại được. Sổ còn nguyên; đừng tắt máy, báo người quản trị.",
        "record.keys_changed": "Từ {since}: khe khóa của «{at}» bị hỏng. Người này đổi mật khẩu ngay, hoặc người quản trị đặt lại.",
        "record.keys_older": "Từ {since}: tệp khóa cũ hơn sổ ở «{at}», có thể bị chép đè. Người quản trị đặt lại mật khẩu người này.",
        "record.keys_damaged": "Từ {since}: tệp khóa không đọc được. Đừng đăng xuất; lấy lại tệp này từ bản sao lưu mới nhất.",
        "record.log_long": "Từ {since}: nhật ký ghi dài hơn thường lệ khi mở bàn. Máy đang tự kiểm tra lại toàn bộ, không phải làm gì.",
        "record.mended": "Lúc {since}, «{at}» không khớp với sổ gốc, đã dựng lại đúng. Đối chiếu giấy in từ hôm trước; báo trưởng điểm.",
    }
)
