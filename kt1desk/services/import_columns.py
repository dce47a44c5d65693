"""The columns of catalogues: procedures, agencies, staff. This module must not know what a cell says."""

from __future__ import annotations

from kt1desk.domain.procedure import Channel
from kt1desk.services.sheets import Column, Layout

CHANNEL_NAMES = {Channel.POST: "bưu chính", Channel.DIRECT: "trực tiếp", Channel.ONLINE: "trực tuyến"}

_VALID_FROM = Column("valid_from", "Có hiệu lực từ", ("Hiệu lực từ", "Ngày hiệu lực", "Từ ngày"))
_SOURCE = Column("source", "Nguồn", ("Căn cứ", "Văn bản", "Nguồn số liệu"))
_CONFIRMED = Column("confirmed", "Đã xác nhận", ("Đã duyệt", "Xác nhận", "Đã phê duyệt"))
_PROVINCE = Column("province", "Tỉnh", ("Tỉnh, thành phố", "Tỉnh/TP", "Mã tỉnh"))
_COMMUNE = Column("commune", "Xã, phường", ("Xã", "Phường", "Xã/phường", "Mã xã", "Xã, phường, đặc khu"))


def _channel(channel: Channel, name: str) -> tuple[Column, ...]:
    return (
        Column(f"{channel}_duration", f"Thời hạn {name}", (f"Thời hạn giải quyết {name}",)),
        Column(f"{channel}_fee", f"Phí {name}", (f"Phí, lệ phí {name}", f"Lệ phí {name}")),
        Column(f"{channel}_note", f"Ghi chú {name}"),
    )


PROCEDURE_COLUMNS = Layout(
    (
        Column("code", "Mã thủ tục", ("Mã TTHC", "Mã số thủ tục", "Mã số TTHC", "Mã"), required=True),
        Column("name", "Tên thủ tục", ("Tên TTHC", "Tên thủ tục hành chính", "Thủ tục"), required=True),
        Column("field", "Lĩnh vực", ("Tên lĩnh vực",)),
        Column("level", "Cấp", ("Cấp thực hiện", "Cấp giải quyết")),
        Column(
            "authorities",
            "Cơ quan tiếp nhận",
            ("Mã cơ quan tiếp nhận", "Cơ quan thực hiện", "Nơi nhận hồ sơ"),
        ),
        Column("decision", "Quyết định công bố", ("Quyết định", "Số quyết định")),
        Column("may_send", "Gửi qua bưu chính", ("Được gửi bưu chính", "Nhận hồ sơ qua bưu chính")),
        Column("may_return", "Trả qua bưu chính", ("Được trả bưu chính", "Trả kết quả qua bưu chính")),
        *(column for channel, name in CHANNEL_NAMES.items() for column in _channel(channel, name)),
        Column("paper", "Giấy tờ", ("Thành phần hồ sơ", "Giấy tờ phải nộp", "Hồ sơ"), numbered=True),
        _VALID_FROM,
        _SOURCE,
        _CONFIRMED,
    )
)
"""A paper is ``tên | bản chính | bản sao | chứng thực | trường hợp``; several stand in one cell line by line, or in numbered columns."""

AGENCY_COLUMNS = Layout(
    (
        Column("agency_id", "Mã cơ quan", ("Mã định danh", "Mã đơn vị", "Mã số cơ quan")),
        Column("call_code", "Mã gọi", ("Mã viết tắt", "Viết tắt"), required=True),
        Column("name", "Tên cơ quan", ("Tên đơn vị", "Cơ quan", "Tên"), required=True),
        Column("short_name", "Tên ngắn", ("Tên gọi tắt", "Tên rút gọn")),
        Column("kind", "Loại", ("Loại cơ quan", "Khối")),
        Column("ground", "Diện phục vụ", ("Điểm khoản", "Đối tượng")),
        Column("address", "Địa chỉ", ("Địa chỉ cơ quan", "Trụ sở"), required=True),
        _COMMUNE,
        _PROVINCE,
        Column("postal_code", "Mã bưu chính", ("Mã bưu điện", "Zip")),
        Column("uses_kt1", "Có hợp đồng KT1", ("Hợp đồng", "Hợp đồng KT1", "Ghi nợ")),
        Column("point", "Điểm phát", ("Mã điểm phát", "Bưu cục phát", "Điểm giao dịch")),
        _VALID_FROM,
        _SOURCE,
        _CONFIRMED,
    )
)

STAFF_COLUMNS = Layout(
    (
        Column("user", "Tên đăng nhập", ("Tài khoản", "Mã nhân viên", "Người dùng"), required=True),
        Column("name", "Họ tên", ("Họ và tên", "Họ tên nhân viên"), required=True),
        Column("roles", "Vai trò", ("Chức danh", "Quyền", "Nhiệm vụ"), required=True),
    )
)
"""No column gives clearance for A, B and C items: the province's signed desk file does."""
