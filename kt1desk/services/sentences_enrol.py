"""Sentences for letting desks in and bringing a line to a desk: what is wrong and what to do. Part of `kt1desk.services.sentences`."""

from collections.abc import Mapping
from types import MappingProxyType

ENROL: Mapping[str, str] = MappingProxyType(
    {
        # one-time codes
        "one_time.code_length": "Mã một lần có {expected} ký tự, vừa gõ {found}. Xem lại mã rồi gõ đủ.",
        "one_time.code_symbol": "Ký tự thứ {at} không có trong mã một lần. Xem lại mã rồi gõ lại ký tự ấy.",
        "one_time.code_typo": "Mã một lần gõ sai ít nhất một ký tự. Xem lại mã rồi gõ lại.",
        "one_time.wrong_code": "Mã một lần không phải của tệp này, hoặc tệp đã bị sửa. Xem lại mã và tệp; nếu vẫn sai, xin tệp mới.",
        # line files
        "line_file.damaged": "Tệp này không phải tệp đường mạng hoặc đã bị hỏng. Chọn tệp khác hoặc xin trung tâm ghi lại.",
        "line_file.newer": "Tệp đường mạng do bản chương trình mới hơn tạo ra. Cài bản mới của chương trình.",
        "line_file.other_desk": "Tệp đường mạng cấp cho thiết bị {device}, điểm {point}, không phải bàn này. Xin trung tâm tệp đúng bàn.",
        "line_file.other_gate": "Khóa thư trong tệp đường mạng khác với tệp bàn của tỉnh. Không dùng; gọi bưu điện tỉnh kiểm tra ngay.",
        "line_file.no_own_key": "Tệp đường mạng cần khóa do bàn này tạo, mà bàn không còn khóa ấy. Ghi đơn mới (kt1desk line request).",
        "line_file.key_differs": "Chứng thư trong tệp đường mạng không khớp với khóa. Xin trung tâm ghi lại tệp.",
        "line_file.no_gate_key": "Tệp bàn này chưa ghi khóa thư của trung tâm. Xin bưu điện tỉnh tệp bàn mới có khóa «gate».",
        "line.not_joined": "Bàn này chưa có đường mạng. Nhập tệp đường mạng của trung tâm: kt1desk line join.",
        "line.nothing_left": "Không còn khung nào chưa gửi. Không cần ghi tệp.",
        # line requests
        "line_request.damaged": "Tệp này không phải đơn xin đường mạng hoặc đã bị hỏng. Xin bàn đó ghi lại đơn.",
        "line_request.newer": "Đơn xin đường mạng do bản chương trình mới hơn tạo ra. Cài bản mới của chương trình.",
        "line_request.forged": "Đơn xin đường mạng không do chính bàn đó ký. Không dùng; xin bàn đó ghi lại đơn.",
        "line_request.other_desk": "Đơn này của thiết bị {device}, điểm {point}. Chọn đúng đơn, hoặc sửa số thiết bị và mã điểm.",
        # frames carried by hand
        "rest_file.damaged": "Tệp này không phải tệp bản ghi chưa gửi hoặc đã bị hỏng. Xin bàn đó ghi lại tệp.",
        "rest_file.newer": "Tệp bản ghi chưa gửi do bản chương trình mới hơn tạo ra. Cài bản mới của chương trình.",
        # the machine
        "machine.no_id": "Không đọc được mã của máy này nên chưa nối được trung tâm. Báo người quản trị kiểm tra hệ điều hành.",
        # the centre's keys and folder
        "centre.passphrase_short": "Mật khẩu của khóa trung tâm phải có ít nhất {least} ký tự. Chọn một câu dài dễ nhớ.",
        "centre.wrong_passphrase": "Sai mật khẩu của khóa trung tâm. Gõ lại.",
        "centre.passphrase_mismatch": "Hai lần gõ mật khẩu không giống nhau. Chạy lại lệnh và gõ lại.",
        "centre.key_exists": "Thư mục này đã có khóa của trung tâm. Không ghi đè; chọn thư mục khác.",
        "centre.key_damaged": "Khóa hoặc tệp của trung tâm bị hỏng. Lấy lại từ bản sao lưu của thư mục trung tâm.",
        "centre.no_key": "Không thấy khóa của trung tâm trong thư mục này. Kiểm tra đường dẫn, hoặc chạy kt1desk centre init.",
        "centre.no_place": "Thư mục này chưa phải của trung tâm. Kiểm tra đường dẫn, hoặc chạy kt1desk centre init.",
        "centre.network": "Dải địa chỉ {network} không hợp lệ. Viết như 10.20.0.0/16.",
        "centre.not_superuser": "Tài khoản trong --admin-dsn không có quyền cao nhất của máy chủ. Nối bằng tài khoản postgres.",
        "centre.not_operator": "Tài khoản đang nối không phải người vận hành của trung tâm. Nối bằng tài khoản operator.",
        # desks
        "centre.not_prepared": "Máy chủ còn theo bản chương trình cũ. Chạy lại kt1desk centre init với --admin-dsn, rồi làm lại lệnh.",
        "centre.not_a_reader": "Tên {person} đã dành cho bàn, dịch vụ hoặc người có quyền khác. Chọn tên đăng nhập khác cho người đọc.",
        "centre.point_shape": "Mã điểm không hợp lệ. Gõ mã điểm giao dịch như trong danh sách điểm.",
        "centre.enrolled_already": "Thiết bị {device} đang dùng ở điểm {point}. Cấp chứng thư mới bằng centre renew, hoặc thu hồi trước.",
        "centre.unknown_device": "Thiết bị {device} chưa được ghi danh hoặc đã bị thu hồi. Kiểm tra số thiết bị.",
        "centre.revoked": "Thiết bị {device} đã bị thu hồi. Ghi danh lại bằng centre enrol.",
    }
)
"""By code."""
