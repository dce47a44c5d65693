"""Sentences for upgrades of the program itself and the way back. Part of `kt1desk.services.sentences`."""

from collections.abc import Mapping
from types import MappingProxyType

UPGRADE: Mapping[str, str] = MappingProxyType(
    {
        "upgrade.no_trust": "Máy này chưa có khóa để kiểm tra bản mới. "
        "Cài lại chương trình bằng bộ cài của bưu điện tỉnh; dữ liệu của bàn còn nguyên.",
        "upgrade.none_found": "Không thấy bản mới nào. Cắm USB có thư mục «kt1desk-capnhat», hoặc chọn đúng thư mục, rồi tìm lại.",
        "upgrade.too_old": "USB này cũ hơn bản máy đã biết nên không dùng. Xin bưu điện tỉnh USB mới nhất.",
        "upgrade.expired": "Bản trên USB đã quá hạn {until}, hoặc đồng hồ của máy sai (máy đang là {now}). "
        "Xem lại ngày giờ của máy, rồi xin USB mới.",
        "upgrade.foreign_key": "Bản này không do bưu điện tỉnh ký. Không dùng, giữ USB lại và báo bưu điện tỉnh.",
        "upgrade.damaged": "Bản trên USB bị hỏng ở tệp {name}. Chép lại USB hoặc dùng USB khác; chương trình đang dùng không đổi.",
        "upgrade.mixed": "USB này lẫn tệp của nhiều bản hoặc chép thiếu: {name}. "
        "Xóa thư mục «kt1desk-capnhat» trên USB và chép lại cả bản.",
        "upgrade.not_for_us": "Bản {version} không có cho loại máy này. Báo bưu điện tỉnh.",
        "upgrade.source_gone": "Đang đọc thì không thấy USB hay thư mục nữa. Cắm lại và làm lại; chương trình đang dùng không đổi.",
        "upgrade.shift_open": "Bàn đang mở ca. Kết ca rồi mới cập nhật.",
        "upgrade.desk_running": "Chương trình bàn đang chạy. Đóng mọi cửa sổ của chương trình rồi cập nhật.",
        "upgrade.at_work": "Một lần cập nhật khác đang chạy trên máy này. Chờ xong rồi xem kết quả.",
        "upgrade.no_room": "Ổ đĩa của chương trình còn thiếu {mib} MB. "
        "Dọn bớt tệp khác rồi cập nhật lại; chương trình đang dùng không đổi.",
        "upgrade.disk": "Ổ đĩa không cho ghi bản mới. Chương trình đang dùng không đổi; báo kỹ thuật xem lại ổ đĩa.",
        "upgrade.self_test": "Bản {version} không qua được tự kiểm tra trên máy này nên không dùng. "
        "Máy vẫn chạy bản cũ; báo kỹ thuật mã {exit_code}.",
        "upgrade.not_installed": "Chương trình này chưa được cài theo bộ cài nên không tự cập nhật được. "
        "Cài bằng bộ cài của bưu điện tỉnh.",
        "upgrade.no_way_back": "Không quay về bản trước được: không có bản trước, hoặc dữ liệu đã theo bản mới. "
        "Muốn quay về thì phục hồi từ bản sao lưu.",
        "upgrade.not_allowed": "Tài khoản này không có quyền thay chương trình. Nhờ kỹ thuật chạy bằng quyền quản trị của máy.",
        "upgrade.no_answer": "Chưa thấy máy trả lời yêu cầu cập nhật. "
        "Chờ vài phút rồi mở lại chương trình; vẫn chưa thấy thì báo kỹ thuật.",
        "upgrade.bad_request": "Tệp yêu cầu cập nhật không đọc được nên bị bỏ. Bấm cập nhật lại trên bàn.",
    }
)
