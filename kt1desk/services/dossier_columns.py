"""The columns of a list of dossiers. Keys are the fields that refusals of an acceptance name, so that each stands at its place.

This module must not know what a cell says.
"""

from __future__ import annotations

from kt1desk.services.batch_columns import LIST_COLUMN
from kt1desk.services.sheets import Column, Layout

DOSSIER_COLUMNS = Layout(
    (
        Column("form", "Hình thức", ("Hình thức sử dụng", "Dịch vụ"), required=True),
        Column("procedure", "Mã thủ tục", ("Mã TTHC", "Mã số thủ tục"), required=True),
        Column("applicant_name", "Người nộp", ("Họ tên người nộp", "Họ tên", "Tên người nộp"), required=True),
        Column("applicant_identity", "Số định danh", ("CCCD", "Số CCCD", "Số giấy tờ tùy thân", "Hộ chiếu")),
        Column("applicant_tax_code", "Mã số thuế", ("MST",)),
        Column("applicant_phone", "Điện thoại", ("Số điện thoại", "SĐT")),
        Column("applicant_address", "Địa chỉ", ("Địa chỉ người nộp",)),
        Column("applicant_commune", "Xã, phường", ("Xã", "Phường", "Xã/phường", "Mã xã")),
        Column("applicant_district", "Huyện cũ", ("Huyện", "Quận, huyện cũ")),
        Column("proxy_name", "Người nộp thay", ("Người được ủy quyền",)),
        Column("proxy_identity", "Số định danh người nộp thay", ("CCCD người nộp thay",)),
        Column("proxy_phone", "Điện thoại người nộp thay"),
        Column("proxy_authorisation", "Giấy ủy quyền", ("Số giấy ủy quyền",)),
        Column("authority", "Cơ quan giải quyết", ("Cơ quan", "Cơ quan tiếp nhận", "Nơi nhận hồ sơ")),
        Column("authority_district", "Huyện cũ của cơ quan"),
        Column("papers", "Giấy tờ", ("Thành phần hồ sơ", "Giấy tờ nộp")),
        Column("sets", "Số bộ", ("Số bộ hồ sơ",)),
        Column("weight", "Khối lượng (g)", ("Khối lượng", "Trọng lượng", "Trọng lượng (g)")),
        Column("delivery", "Trả kết quả tại", ("Nơi nhận kết quả", "Nơi trả kết quả")),
        Column("collected", "Phí thu hộ", ("Phí, lệ phí thu hộ", "Thu hộ phí", "Lệ phí thu hộ")),
        Column("pass_on", "Chuyển phí", ("Nộp phí hộ",)),
        Column("receipt_number", "Số biên lai", ("Biên lai",)),
        Column("exemption", "Đối tượng miễn, giảm", ("Đối tượng", "Miễn giảm", "Mã miễn giảm")),
        Column("exemption_proof", "Giấy chứng minh đối tượng", ("Số giấy chứng minh", "Giấy tờ miễn giảm")),
        Column("payment", "Thanh toán", ("Cách thanh toán",)),
        Column("seal", "Số niêm phong", ("Niêm phong",)),
        Column("send_number", "Số hiệu gửi", ("Số hiệu", "Số hiệu bưu gửi")),
        Column("return_number", "Số hiệu trả", ("Số hiệu chiều về",)),
        Column("official", "Mã hồ sơ", ("Mã số hồ sơ",)),
        Column("official_day", "Ngày hẹn trả", ("Ngày trả kết quả", "Hẹn trả")),
        LIST_COLUMN,
    )
)
"""Papers are «đủ», or paper by paper with its number in the published list: ``1: 1 bản chính; 2: 2 bản sao; 3: không cần``."""
