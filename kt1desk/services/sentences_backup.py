"""Sentences for backups, the flight recorder and what is restored from them. Part of `kt1desk.services.sentences`."""

from collections.abc import Mapping
from types import MappingProxyType

BACKUP: Mapping[str, str] = MappingProxyType(
    {
        "backup.no_place": "Không thấy nơi lưu bản sao. Cắm lại ổ hay USB, hoặc kiểm tra thư mục mạng, rồi bấm F9 để sao lưu.",
        "backup.no_room": "Nơi lưu bản sao còn thiếu {mib} MB. Dọn bớt tệp khác ở đó hoặc chọn nơi lưu khác rồi sao lưu lại.",
        "backup.full": "Nơi lưu bản sao đã đầy. Dọn bớt tệp khác ở đó hoặc đặt nơi lưu khác rồi bấm F9 để sao lưu.",
        "backup.no_flight": "Ở {folder} không có hộp đen của bàn này. Chọn đúng thư mục, hoặc bỏ trống nếu không còn; máy chưa ghi gì.",
        "backup.flight_away": "Không thấy nơi của hộp đen. Cắm lại ổ hay USB: các việc còn thiếu tự được ghi tiếp vào đó.",
        "backup.none": "Thư mục này không có bản sao lưu nào của bàn KT1. Chọn thư mục có tên bắt đầu bằng «kt1desk-» hoặc nơi chứa nó.",
        "backup.unreadable": "Bản sao lưu này hỏng ở tờ khai, không dùng được. Chọn bản liền trước.",
        "backup.newer": "Bản sao lưu này do phiên bản mới hơn của chương trình ghi. Cập nhật chương trình rồi khôi phục.",
        "backup.damaged": "Bản sao lưu này bị hỏng hoặc thiếu dữ liệu, không dùng được. Chọn bản liền trước.",
        "backup.records": "Sổ trong bản sao lưu này sai từ việc {event}, không dùng được. Chọn bản liền trước và báo bưu điện tỉnh.",
        "backup.other_desk": "Các tệp của bản sao lưu này không cùng của một bàn. Không dùng; chọn bản khác và báo bưu điện tỉnh.",
        "backup.not_this_desk": "Bản sao lưu này của bàn số {device}, máy này là bàn số {here}. Chọn bản sao lưu của bàn số {here}.",
        "backup.wrong_key": "Khóa mở được không phải của bản sao lưu này. Dùng mã khôi phục in vào thời gian đó hoặc chọn bản khác.",
        "backup.path": "Nơi lưu phải là thư mục đang có, ghi cả đường dẫn (ví dụ E:\\SaoLuu). Kiểm tra rồi nhập lại.",
        "backup.path_own": "Thư mục này nằm trong dữ liệu của bàn, mất cùng lúc với bàn. Chọn ổ khác, USB hoặc thư mục mạng.",
        "backup.no_places": "Chưa đặt nơi lưu bản sao nào. Người quản trị đặt ổ thứ hai, USB hoặc thư mục mạng ở «Sao lưu».",
        "backup.flight_damaged": "Hộp đen bị hỏng từ bản ghi thứ {record}; các việc trước đó vẫn lấy lại được. Báo bưu điện tỉnh.",
        "backup.flight_gap": "Hộp đen thiếu từ việc {first} đến việc {last}: việc trước đó đã lấy lại, {unused} việc sau không nối được. "
        "Dùng bản sao lưu mới hơn nếu có.",
        "backup.flight_other_key": "Hộp đen từ {began} ghi bằng khóa khác nên chưa lấy lại được gì từ lúc đó. "
        "Dùng bản sao lưu mới hơn; không có thì nhập lại theo phiếu giấy.",
        "backup.not_user": "Người này không phải trưởng điểm hay quản trị trong bản sao lưu. Nhập tên một người có quyền phục hồi.",
        "backup.has_desk": "Thư mục này đã có bàn, không ghi đè. Chọn thư mục dữ liệu còn trống để khôi phục.",
    }
)

FIELDS_BACKUP: Mapping[str, str] = MappingProxyType(
    {
        "disk": "Ổ thứ hai",
        "stick": "USB",
        "share": "Thư mục mạng",
        "flight": "Hộp đen",
        "backup": "Bản sao lưu",
    }
)
