"""The columns of a list of KT1 items. There is none for what is inside a cover: such a column is unknown and never read.

Keys are the fields that refusals of an acceptance name, so that each stands at its place. This module must not know what a cell says.
"""

from __future__ import annotations

import re

from kt1desk.services.sheets import Column, Layout, Telltale

LIST = "list"
"""Key of the column with the number of the list."""

LIST_COLUMN = Column(LIST, "Số danh sách", ("Số bảng kê", "Danh sách số", "Mã danh sách"))

_SECRECY = (
    "Chữ",
    "Chữ A, B, C",
    "Chữ A B C",
    "Chữ ngoài bì",
    "Chữ A/B/C",
    "Chữ ABC",
    "Ký hiệu",
    "Ký hiệu A B C",
    "Ký hiệu A, B, C",
    "Ký hiệu A/B/C",
    "Ký hiệu ABC",
    "Ký hiệu chữ",
    "Ký hiệu ngoài bì",
    "Ký hiệu trên bì",
    "Ký hiệu mật",
    "Dấu mật",
    "Dấu độ mật",
    "Độ mật",
    "Mức độ mật",
    "Mức mật",
    "Mật",
)
_URGENCY = (
    "Độ khẩn bì",
    "Mức khẩn",
    "Mức độ khẩn",
    "Dấu khẩn",
    "Dấu độ khẩn",
    "Khẩn",
    "Hỏa tốc",
    "Hỏa tốc, hẹn giờ",
    "Hỏa tốc hẹn giờ",
    "Dịch vụ",
    "Loại dịch vụ",
    "Tên dịch vụ",
    "Phụ thu độ khẩn",
)
"""Words of stamps, registers and the screen for one column each; what is not among them and looks like it is refused (below)."""

KT1_COLUMNS = Layout(
    (
        Column(
            "sender",
            "Cơ quan gửi",
            ("Người gửi", "Nơi gửi", "Đơn vị gửi", "Bên gửi", "Mã gọi gửi"),
            required=True,
            says="tên, tên tắt hoặc mã gọi",
        ),
        Column(
            "receiver",
            "Cơ quan nhận",
            ("Người nhận", "Nơi nhận", "Đơn vị nhận", "Bên nhận", "Mã gọi nhận", "Tên cơ quan nhận"),
            required=True,
            says="tên, tên tắt hoặc mã gọi; người nhận khác thì thêm «Địa chỉ nhận»",
        ),
        Column("receiver_address", "Địa chỉ nhận", ("Địa chỉ", "Địa chỉ người nhận", "Địa chỉ cơ quan nhận")),
        Column(
            "receiver_province", "Tỉnh nhận", ("Tỉnh", "Tỉnh, thành phố", "Tỉnh/TP", "Tỉnh thành phố nhận")
        ),
        Column("secrecy", "Ký hiệu bì", _SECRECY, says="A, B, C hoặc để trống"),
        Column("urgency", "Độ khẩn", _URGENCY, says="Hỏa tốc, Hẹn giờ, Hỏa tốc Hẹn giờ hoặc để trống"),
        Column(
            "agreed_time",
            "Hẹn giờ",
            ("Giờ hẹn", "Giờ hẹn phát", "Thời gian hẹn"),
            says="như 8h30 24/11/2026, hoặc chỉ giờ khi có «Ngày hẹn»",
        ),
        Column("agreed_day", "Ngày hẹn", ("Ngày hẹn phát",), says="như 24/11/2026"),
        Column(
            "weight",
            "Khối lượng (g)",
            ("Khối lượng", "Khối lượng gam", "Trọng lượng", "Trọng lượng (g)", "Gam", "KL (g)", "KL"),
            required=True,
            says="số gam nguyên như 340",
        ),
        Column("pieces", "Số bì", ("Số lượng", "Số lượng bì", "Số gói"), says="trống là 1"),
        Column(
            "number",
            "Số hiệu",
            ("Số hiệu bưu gửi", "Mã bưu gửi", "Mã vạch", "Số nhãn"),
            says="chỉ khi bì đã có nhãn",
        ),
        Column("handed_by", "Người giao", ("Người đưa gửi", "Văn thư", "Họ tên người giao")),
        Column("handed_by_phone", "Điện thoại người giao", ("Điện thoại", "Số điện thoại", "SĐT")),
        Column(
            "payment",
            "Thanh toán",
            ("Cách thanh toán", "Hình thức thanh toán"),
            says="Ghi nợ, Tiền mặt hoặc để trống là ghi nợ",
        ),
        Column(
            "named_person",
            "Chỉ người có tên bóc bì",
            ("Chỉ người có tên mới được bóc bì", "Đích danh"),
            says="Có, Không hoặc để trống",
        ),
        LIST_COLUMN,
    ),
    telltale=Telltale(
        ("secrecy", "urgency"),
        cells=re.compile(
            r"(chu )?[abc]|(?!tien )(\w+ )?mat( [abc])?|ht|hg|hthg|(\w+ )?khan|.*\b(hoa toc|hen gio)\b.*"
        ),
        titles=re.compile(r"[abc]|.*\b(mat|khan|hoa toc|hen gio|ky hieu|chu [abc])\b.*"),
    ),
)
"""An unknown column that seems to say a letter or an urgency refuses the list: unread, a cover under A would be an ordinary one."""
