"""Other words for what keys do, as clerks say it, and which keys only open or show something. Data, by the paths of `kt1desk.desktop.bars`.

A path leaves out the side of a place with two services. Every path stands for a key that there is (`tests/desktop/test_actions.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

MORE_WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        ":F12": ("khóa màn hình", "tạm rời bàn"),
        ":Shift+F12": ("thoát", "đổi người làm việc", "hết phiên"),
        ":Ctrl+F12": ("đổi giao diện", "đổi màu màn hình"),
        "ACCEPT/:F9": ("nhận bì", "chấp nhận bưu gửi"),
        "ACCEPT/:F8": ("lặp lại người gửi trước",),
        "ACCEPT/:Ctrl+Z": ("rút lại bì vừa nhận", "hủy bì vừa nhận", "nhận nhầm bì"),
        "ACCEPT/:Ctrl+Delete": ("làm lại từ đầu", "bỏ bì đang nhập"),
        "DOSSIER/:F9": ("nhận hồ sơ", "tiếp nhận hồ sơ"),
        "DOSSIER/:F8": ("lặp lại người nộp",),
        "DOSSIER/:Ctrl+Z": ("rút lại hồ sơ vừa nhận", "hủy hồ sơ vừa nhận"),
        "DOSSIER/:Ctrl+G": ("gác hồ sơ lại",),
        "DOSSIER/:Ctrl+L": ("mở lại hồ sơ đang gác",),
        "RECORD/:F8": ("hủy chấp nhận", "thu hồi bì đã nhận", "xóa bì nhận nhầm"),
        "RECORD/:Ctrl+E": ("sửa bì đã nhận", "đính chính", "sửa sai cước, địa chỉ"),
        "RECORD/:Ctrl+P": ("in lại nhãn", "in lại biên nhận", "in lại phiếu", "in lại giấy hẹn"),
        "RECORD/:Ctrl+G": ("giấy chứng nhận", "chứng nhận quá trình giữ"),
        "RECORD/:Ctrl+N": ("báo mất", "báo hỏng"),
        "RECORD/:Ctrl+U": ("bổ sung giấy tờ",),
        "RECORD/:Ctrl+O": ("xem số căn cước",),
        "SHIFT/till/:F9": ("mở ca", "đóng ca", "kết ca", "chốt ca", "bàn giao ca", "đếm tiền cuối ca"),
        "SHIFT/book/:F8": ("rút tiền", "nộp tiền về quỹ", "tiếp quỹ", "nhận tiền từ quỹ"),
        "SHIFT/book/:F9": ("thu tiền dịch vụ", "ghi sổ quỹ"),
        "SHIFT/book/:Ctrl+E": ("điều chỉnh ca cũ", "sửa số tiền ca đã kết"),
        "DISPATCH/approval/:F9": ("duyệt bưu gửi",),
        "DISPATCH/approval/:Ctrl+G": ("trả lời mã duyệt",),
        "DISPATCH/pack/:F9": ("đóng túi thư", "in nhãn cổ túi"),
        "DISPATCH/pack/:Ctrl+U": ("mở lại túi đã đóng",),
        "DISPATCH/send/:F9": ("gửi chuyến thư", "giao xe", "in bản kê"),
        "DISPATCH/send/:Ctrl+U": ("thu lại chuyến",),
        "DISPATCH/arrival/:F9": ("nhận chuyến thư đến", "mở túi đến"),
        "DELIVERY/start/:F9": ("giao bưu tá", "đi phát"),
        "DELIVERY/result/:F9": ("ghi đã phát", "phát được"),
        "DELIVERY/result/:F8": ("phát không được", "vắng nhà"),
        "DELIVERY/back/:F9": ("bưu tá nộp lại",),
        "DELIVERY/turn/:F9": ("chuyển hoàn", "trả lại người gửi", "chuyển tiếp"),
        "ONE_STOP/hand/first/:F9": ("giao hồ sơ cho cơ quan", "biên bản giao nhận"),
        "ONE_STOP/take/:F9": ("nhận kết quả từ cơ quan",),
        "ONE_STOP/pickup/:F9": ("trả kết quả cho dân", "trả kết quả tại quầy"),
        "ONE_STOP/fees/:F9": ("nộp phí, lệ phí cho cơ quan", "nộp tiền thu hộ"),
        "ONE_STOP/fees/:F8": ("thu nhầm phí",),
        "ONE_STOP/complaints/:F8": ("khiếu nại", "phản ánh, góp ý"),
        "ONE_STOP/visits/:F8": ("hẹn đến tận nhà", "đặt lịch nhận hồ sơ tại nhà"),
        "HOLDING/put/:F9": ("cất vào két", "cất tủ"),
        "HOLDING/hand/:F9": ("bàn giao cho người khác", "giao lại cho đồng nghiệp"),
        "HOLDING/count/:F8": ("kiểm kê", "đếm lại"),
        "INCIDENTS/:Ctrl+N": ("lập biên bản sự vụ", "báo sự cố", "báo mất, báo rách"),
        "INCIDENTS/:F8": ("đóng sự vụ",),
        "REGISTERS/book/:Ctrl+N": ("ghi sổ",),
        "REPORTS/make/:F9": ("chốt báo cáo", "ký báo cáo"),
        "REPORTS/make/:F8": ("xuất Excel", "lưu báo cáo ra tệp"),
        "LISTS/brought/:Ctrl+O": ("nhập từ Excel", "nhận theo danh sách"),
        "LISTS/brought/:Ctrl+M": ("nhập người dùng", "nhập cơ quan", "nhập thủ tục"),
        "LINE/:F8": ("đồng bộ", "gửi lên trung tâm"),
        "PRINTERS/:Ctrl+1": ("đổi máy in", "chọn máy in nhãn", "máy in nhãn không in"),
        "PRINTERS/:Ctrl+2": ("đổi máy in phiếu", "chọn máy in A5"),
        "PRINTERS/:Ctrl+3": ("đổi máy in cuộn",),
        "PRINTERS/:F8": ("in lại nhãn vừa in", "in lại tờ bị hỏng", "kẹt giấy, in lại"),
        "PRINTERS/:F9": ("in tiếp", "cho in giấy đang chờ"),
        "DEVICES/:F8": ("thử máy quét", "máy quét không nhận"),
        "DEVICES/:F9": ("đổi cân, máy quét, âm thanh",),
        "ADMIN/Mật khẩu của tôi/:F9": ("đặt lại mật khẩu của tôi", "thay mật khẩu"),
        "ADMIN/Người dùng/:Ctrl+N": ("thêm người dùng", "thêm tài khoản", "nhân viên mới"),
        "ADMIN/Người dùng/:Ctrl+E": ("phân quyền", "đổi vai trò"),
        "ADMIN/Người dùng/:Ctrl+M": ("cấp lại mật khẩu", "quên mật khẩu của người khác"),
        "ADMIN/Người dùng/:Ctrl+Delete": ("khóa tài khoản", "xóa người dùng", "nghỉ việc"),
        "ADMIN/Nhật ký an ninh/:F9": ("xuất nhật ký an ninh",),
        "ADMIN/Sao lưu/:F9": ("sao lưu ngay", "backup", "chép dự phòng"),
        "ADMIN/Sao lưu/:Ctrl+E": ("đặt nơi sao lưu", "ổ sao lưu, USB"),
    }
)
"""Words by paths."""

PLACE_WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "TODAY": ("Trang đầu", "Bảng trong ngày"),
        "ACCEPT": ("Nhận bì", "Nhận bưu gửi"),
        "DOSSIER": ("Nhận hồ sơ", "Dịch vụ công"),
        "DISPATCH": ("Đóng túi, gửi xe",),
        "DELIVERY": ("Bưu tá",),
        "RECORD": ("Tìm bưu gửi, hồ sơ", "Hành trình"),
        "SHIFT": ("Ca trực", "Két tiền"),
        "LINE": ("Trung tâm, đồng bộ",),
        "DEVICES": ("Cân, máy quét", "Cài đặt"),
        "ADMIN": ("Tài khoản, người dùng",),
    }
)
"""Other names of places, by the names of `kt1desk.desktop.navigation.Place`."""

BEGINS: frozenset[str] = frozenset(
    {
        "ACCEPT/:Ctrl+Z",
        "ADMIN/Người dùng/:Ctrl+N",
        "ADMIN/Sao lưu/:Ctrl+L",
        "ADMIN/Nhật ký an ninh/:Ctrl+L",
        "DISPATCH/pack/:Ctrl+M",
        "DOSSIER/:Ctrl+L",
        "DOSSIER/:Ctrl+Z",
        "HOLDING/:Ctrl+L",
        "INCIDENTS/:Ctrl+1",
        "INCIDENTS/:Ctrl+2",
        "INCIDENTS/:Ctrl+N",
        "LISTS/brought/:Ctrl+M",
        "LISTS/brought/:Ctrl+O",
        "ONE_STOP/complaints/:F8",
        "ONE_STOP/fees/:F8",
        "ONE_STOP/visits/:F8",
        "PRINTERS/:Ctrl+1",
        "PRINTERS/:Ctrl+2",
        "PRINTERS/:Ctrl+3",
        "REPORTS/make/:Ctrl+M",
        "SHIFT/book/:F8",
        "TODAY/:Ctrl+B",
    }
)
"""Keys that open a form, a list or a choice of files and write nothing: choosing such an action presses the key, too."""
