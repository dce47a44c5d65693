"""Sentences of passwords and the recovery code. Part of `kt1desk.services.sentences`."""

from collections.abc import Mapping
from types import MappingProxyType

KEYS: Mapping[str, str] = MappingProxyType(
    {
        "login.password_given": "Mật khẩu này do người khác đặt. Mở màn hình đăng nhập và đặt mật khẩu của riêng mình trước.",
        "key.old_password_wrong": "Mật khẩu cũ không đúng. Gõ lại; xem phím Caps Lock và bộ gõ tiếng Việt.",
        "key.password_same": "Mật khẩu mới trùng mật khẩu cũ. Đặt mật khẩu khác.",
        "key.password_unrecorded": "Mật khẩu mới đã có hiệu lực nhưng chưa ghi được vào sổ. Giải phóng ổ đĩa; lần đăng nhập sau sẽ ghi.",
        "key.recovery_for_others": "Mã khôi phục chỉ mở cho người quản trị hoặc trưởng điểm đang làm việc. Chọn người khác.",
        "key.slots_full": "Bàn đã có {most} người có mật khẩu, kể cả người đã thôi, chưa thêm được ai. Cho thôi người không còn làm, "
        "đăng xuất để máy đổi khóa cơ sở dữ liệu, rồi làm lại.",
        "key.renew_waits": "Chưa đổi được khóa cơ sở dữ liệu: {holders} còn khóa kiểu cũ. Mỗi người đăng nhập một lần "
        "(«recovery»: mở bàn bằng mã khôi phục) rồi làm lại.",
        "key.renew_forged": "Chưa đổi khóa cơ sở dữ liệu: trong tệp khóa, khóa của {holders} đã bị thay. Đặt lại mật khẩu cho người ấy, "
        "báo sự cố, rồi làm lại.",
        "key.recovery_nobody": "Bàn không còn người quản trị hay trưởng điểm nào. Báo bưu điện tỉnh.",
    }
)
