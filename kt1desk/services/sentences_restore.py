"""Sentences for a desk whose file was restored, lost or copied. Part of `kt1desk.services.sentences`."""

from collections.abc import Mapping
from types import MappingProxyType

RESTORE: Mapping[str, str] = MappingProxyType(
    {
        "desk.read_only": "Bàn này chỉ xem được vì có thể là bản sao của bàn khác. Trưởng điểm quyết định: "
        "gõ «kt1desk restore --user TÊN» ở đúng máy của bàn, hoặc ngừng dùng máy này.",
        "restore.not_needed": "Sổ khớp với dấu đầu sổ, không cần phục hồi. Đăng nhập làm việc bình thường.",
        "restore.not_approved": "Chỉ trưởng điểm hoặc người quản trị cho bàn chạy tiếp từ bản sao được. Nhờ họ chạy lệnh này.",
        "restore.unproved": "Khung dữ liệu lấy về từ trung tâm không đúng là của bàn này. Không dùng; gọi bưu điện tỉnh kiểm tra ngay.",
        "restore.does_not_fit": "Dữ liệu lấy về không nối được với sổ của bàn ở việc {event}. Không thay đổi gì; gọi bưu điện tỉnh.",
        "restore.result_bad": "Sổ dựng lại không khớp khi kiểm tra nên không dùng; sổ cũ vẫn giữ nguyên. Báo bưu điện tỉnh.",
        "restore.follows": "Việc này nối tiếp một việc không ghi lại được, nên nằm trong tệp lưu cũ. Trưởng điểm xem từng việc.",
        "restore.allow_again": "Sau phục hồi, sổ KT1 chưa đi qua mạng. Người quản trị nhập lại số, ngày văn bản cho phép rồi mở.",
        "restore.unsettled": "Sổ của bàn chưa so được với trung tâm sau phục hồi. Vẫn làm việc bình thường; lần đăng nhập sau so lại.",
        "restore.digits": "Mã trên biên nhận có 12 chữ số và chữ cái a–f. Xem lại giấy rồi nhập đủ 12 ký tự.",
        "key.code_no_printer": "Không có máy in nhãn hay cuộn cắm thẳng vào máy này; in cách khác thì mã nằm lại trên đĩa. Chép tay.",
        "key.code_not_printed": "Chưa in được phiếu mã. Xem giấy, nắp, cáp của máy in rồi bấm Ctrl+P lần nữa; tờ in dở thì xé bỏ.",
        "restore.no_answer": "Trung tâm chưa trả lời đủ nên chưa phục hồi được gì. Kiểm tra đường truyền rồi làm lại.",
    }
)
