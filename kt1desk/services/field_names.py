"""The inputs of the desk by the name an error gives them, as the screen calls them. Part of `kt1desk.services.sentences`."""

from collections.abc import Mapping
from types import MappingProxyType

from kt1desk.services.sentences_backup import FIELDS_BACKUP
from kt1desk.services.sentences_custody import FIELDS_CUSTODY
from kt1desk.services.sentences_registers import FIELDS_REGISTERS
from kt1desk.services.sentences_shift import FIELDS_SHIFT
from kt1desk.services.sentences_tthc import FIELDS_TTHC

FIELDS: Mapping[str, str] = MappingProxyType(
    {
        **FIELDS_SHIFT,
        **FIELDS_TTHC,
        **FIELDS_BACKUP,
        **FIELDS_CUSTODY,
        **FIELDS_REGISTERS,
        "": "Ô này",
        "number": "Số hiệu",
        "sender": "Cơ quan gửi",
        "sender_name": "Tên cơ quan gửi",
        "sender_address": "Địa chỉ cơ quan gửi",
        "receiver": "Cơ quan nhận",
        "receiver_name": "Tên cơ quan nhận",
        "receiver_address": "Địa chỉ cơ quan nhận",
        "receiver_province": "Tỉnh, thành phố nhận",
        "handed_by": "Tên người đưa gửi",
        "handed_in_by": "Tên người đưa gửi",
        "handed_by_phone": "Điện thoại người đưa gửi",
        "weight": "Khối lượng",
        "pieces": "Số lượng",
        "approval": "Số văn bản",
        "agreed_time": "Giờ hẹn phát",
        "urgency": "Độ khẩn",
        "secrecy": "Chữ ngoài bì",
        "payment": "Cách thanh toán",
        "price": "Giá cước",
        "user": "Tên đăng nhập",
        "name": "Họ tên",
        "clerk_name": "Tên giao dịch viên",
        "password": "Mật khẩu",
        "point": "Điểm giao dịch",
        "shift": "Ca",
        "drawer": "Ngăn tiền",
        "float": "Tiền đầu ca",
        "counted": "Tiền đếm được",
        "counts": "Số tờ",
        "business_date": "Ngày làm việc",
        "barcode": "Mã vạch",
        "route": "Hướng đi",
        "recovery_code": "Mã khôi phục",
        "fingerprint": "Dấu vân khóa",
        "desk_file": "Tệp bàn",
        "passphrase": "Câu mật khẩu",
        "address": "Địa chỉ máy in",
        "flow": "Điều khiển luồng",
        "coding": "Cách mã hóa",
        "stock": "Khổ giấy in",
        "language": "Ngôn ngữ máy in",
        "port": "Cổng máy in",
        "target": "Địa chỉ máy in",
        "printer": "Máy in",
        "dpi": "Độ phân giải",
        "scale_port": "Cổng của cân",
        "scanner_port": "Cổng máy quét",
        "letter": "Chữ ngoài bì",
        "data_matrix": "Mã vạch",
        "scope": "Phạm vi",
        "route_detail": "Hướng đi",
    }
)
"""Inputs by the name an error gives them, as the screen calls them; an unknown one is shown as it is."""
