"""Sentences for the users of a desk: what is wrong and what to do. Part of `kt1desk.services.sentences`."""

from collections.abc import Mapping
from types import MappingProxyType

USERS: Mapping[str, str] = MappingProxyType(
    {
        "user.own_rights": "Không ai tự bỏ quyền của chính mình. Nhờ người quản trị khác làm việc này.",
        "user.own_password": "Mật khẩu của chính mình thì đổi ở trang «Mật khẩu của tôi», cạnh trang này.",
        # the staff list of the province
        "login.put_out": "Bưu điện tỉnh vừa cho người đang làm thôi ở bàn này nên phiên đã đóng. Việc gõ dở đã cất lại. "
        "Nếu thấy sai, hỏi trưởng điểm.",
        "login.rights_less": "Bưu điện tỉnh vừa rút bớt vai trò hoặc quyền KT1 của người đang làm nên phiên đã đóng. "
        "Đăng nhập lại để làm tiếp.",
        "staff_list.damaged": "Tệp này không phải danh sách người dùng hoặc đã bị hỏng. Chọn tệp khác hoặc xin lại từ bưu điện tỉnh.",
        "staff_list.newer": "Danh sách người dùng do bản chương trình mới hơn tạo ra. Cài bản mới của chương trình.",
        "staff_list.forged": "Danh sách người dùng không có chữ ký đúng của tỉnh. Không dùng; báo bưu điện tỉnh ngay.",
        "staff_list.wrong_province": "Danh sách người dùng không do tỉnh của bàn này ký. Không dùng; xin lại từ bưu điện tỉnh.",
        "staff_list.content": "Danh sách người dùng có chỗ không hợp lệ ({part}). Sửa danh sách rồi ký lại.",
        "staff_list.no_manager": "Danh sách người dùng không còn trưởng điểm hay người quản trị nào. Thêm một người rồi ký lại.",
        "staff_list.other_point": "Danh sách người dùng này là của điểm {point}. Không nhận; lấy danh sách của điểm mình.",
        "staff_list.older": "Danh sách người dùng số {issue} cũ hơn số {kept} đang có. Giữ danh sách đang có.",
        "staff_list.two_of_one": "Có hai danh sách người dùng khác nhau cùng số {issue}. Không nhận; gọi bưu điện tỉnh kiểm tra ngay.",
        "staff_list.not_listed": "{user} không có trong danh sách người dùng nên không đặt quyền KT1 được. Kiểm tra tên đăng nhập.",
        "staff_list.clearance_untold": "Chưa nói quyền KT1 của: {users}. Thêm cho từng người «--clear tên:YYYY-MM-DD», "
        "hoặc «--clear tên:» nếu không được làm KT1, rồi ký lại; chưa ghi gì.",
        "staff_list.nothing": "Danh sách người dùng không có gì đổi so với số trước. Không cần ký số mới.",
        "staff_list.line": "Dòng {line} của bảng người dùng thiếu, sai hoặc trùng người. Sửa dòng ấy rồi ký lại; chưa ghi gì.",
        "staff_list.last_manager": "Chưa theo danh sách người dùng số {issue} của tỉnh: sau đó không còn ai quản lý được bàn. "
        "Đặt mật khẩu cho một người quản lý có tên trong đó.",
        "user.last_manager": "Bàn phải còn ít nhất một người quản lý được người dùng. Giao quyền cho người khác trước.",
    }
)
