"""Sentences for reports: what is wrong and what to do. Part of `kt1desk.services.sentences_registers`."""

from collections.abc import Mapping
from types import MappingProxyType

_FIGURE_FILES: Mapping[str, str] = {
    "figure_file.damaged": "Tệp này không phải tệp số liệu của bàn hoặc đã bị hỏng. Xin điểm đó ghi lại tệp.",
    "figure_file.newer": "Tệp số liệu do bản chương trình mới hơn ghi. Cài bản mới của chương trình.",
    "figure_file.forged": "Tệp số liệu không có chữ ký đúng của bàn. Không dùng; xin điểm đó ghi lại tệp và báo người quản trị.",
    "figure_file.stranger": "Danh sách khóa không có khóa đã ký tệp số liệu này. Không dùng; nạp danh sách khóa mới rồi thử lại.",
    "figure_file.other_desk": "Tệp số liệu ghi cho bàn {device} nhưng không do bàn đó ký. Không dùng; báo người quản trị.",
    "figure_file.future": "Tệp số liệu ghi ngày lập sau hôm nay. Kiểm tra đồng hồ của bàn đó và của máy này, rồi ghi lại tệp.",
    "figure_file.period": "Số liệu đi theo nửa tháng: chọn kỳ từ ngày 1 hoặc 15 đến ngày 14 hoặc cuối tháng, hay đến hôm nay.",
    "figure_file.cuts": "Kỳ này cắt đôi nửa tháng của tệp số liệu. Chọn kỳ từ ngày 1 hoặc 15 đến ngày 14 hoặc cuối tháng.",
    "figure_file.contradicts": "Hai tệp số liệu của bàn {device} không cùng một sổ gốc. Không dùng cả hai; báo người quản trị.",
    "reporting.not_readable": "Tài khoản này không được đọc báo cáo của phạm vi đã chọn. Chọn phạm vi khác, hoặc xin quyền ở trung tâm.",
    "figure_file.exists": "Đã có tệp cùng tên. Chọn tên khác cho tệp số liệu.",
}

REPORTING: Mapping[str, str] = MappingProxyType(
    {
        **_FIGURE_FILES,
        "reporting.period": "Ngày cuối ở trước ngày đầu, trước năm 2000, hoặc dài quá 20 năm. Sửa lại ngày.",
        "reporting.template": "Mẫu báo cáo có chỗ sai ({where}). Sửa mẫu rồi nhập lại, hoặc báo người quản trị.",
        "reporting.template_unknown": "Không có mẫu báo cáo này trong ngày đã chọn. Chọn lại trong danh sách mẫu.",
        "reporting.frozen": "Bản báo cáo đã lưu không đọc được. Ghi lại số báo cáo và báo người quản trị.",
        "reporting.scope": "Ở đây không có số liệu của phạm vi này. Chọn lại phạm vi trong danh sách.",
        "reporting.unknown": "Không có báo cáo hoặc phiên bản này. Xem số báo cáo trong danh sách đã phát hành.",
        "reporting.file_ending": "Tên tệp báo cáo phải có đuôi .pdf, .xlsx hoặc .csv. Sửa tên tệp.",
        "reporting.file_exists": "Đã có tệp cùng tên. Chọn tên khác; tệp cũ không bị ghi đè.",
        "reporting.day": "Ngày gõ chưa đúng. Gõ như 01/07/2026.",
        "reporting.too_large": "Báo cáo dài bằng {percent} % mức lưu được nên chưa phát hành. Chọn kỳ ngắn hơn, hoặc lưu tệp.",
    }
)
