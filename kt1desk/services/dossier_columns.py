"""The columns of a list of dossiers. Keys are the fields that refusals of an acceptance name, so that each stands at its place.

This module must not know what a cell says.
"""

from __future__ import annotations

from kt1desk.services.batch_columns import LIST_COLUMN
from kt1desk.services.sheets import Column, Layout

DOSSIER_COLUMNS = Layout(
    (
        Column(
            "form", "Hình thức", ("Hình thức sử dụng", "Dịch vụ"), required=True, says="Gửi, Nhận hoặc Cả hai"
        ),
        Column("procedure", "Mã thủ tục", ("Mã TTHC", "Mã số thủ tục"), required=True, says="như 1.004873"),
        Column("applicant_name", "Người nộp", ("Họ tên người nộp", "Họ tên", "Tên người nộp"), required=True),
        Column(
            "applicant_identity",
            "Số định danh",
            ("CCCD", "Số CCCD", "Số giấy tờ tùy thân", "Hộ chiếu"),
            each_line=True,
            says="12 chữ số; tổ chức thì ghi «Mã số thuế»",
        ),
        Column("applicant_tax_code", "Mã số thuế", ("MST",)),
        Column("applicant_phone", "Điện thoại", ("Số điện thoại", "SĐT"), each_line=True),
        Column("applicant_address", "Địa chỉ", ("Địa chỉ người nộp",), each_line=True),
        Column(
            "applicant_commune",
            "Xã, phường",
            ("Xã", "Phường", "Xã/phường", "Mã xã"),
            each_line=True,
            says="tên hoặc mã năm chữ số",
        ),
        Column("applicant_district", "Huyện cũ", ("Huyện", "Quận, huyện cũ")),
        Column("proxy_name", "Người nộp thay", ("Người được ủy quyền",)),
        Column("proxy_identity", "Số định danh người nộp thay", ("CCCD người nộp thay",)),
        Column("proxy_phone", "Điện thoại người nộp thay"),
        Column("proxy_authorisation", "Giấy ủy quyền", ("Số giấy ủy quyền",)),
        Column(
            "authority",
            "Cơ quan giải quyết",
            ("Cơ quan", "Cơ quan tiếp nhận", "Nơi nhận hồ sơ"),
            each_line=True,
            says="tên hoặc mã; để trống khi chỉ có một",
        ),
        Column("authority_district", "Huyện cũ của cơ quan"),
        Column(
            "papers",
            "Giấy tờ",
            ("Thành phần hồ sơ", "Giấy tờ nộp"),
            each_line=True,
            says="đủ, hoặc như 1: 1 bản chính; 2: không cần",
        ),
        Column("sets", "Số bộ", ("Số bộ hồ sơ",), says="trống là 1"),
        Column(
            "weight",
            "Khối lượng (g)",
            ("Khối lượng", "Trọng lượng", "Trọng lượng (g)"),
            each_line=True,
            says="số gam nguyên như 320",
        ),
        Column(
            "delivery",
            "Trả kết quả tại",
            ("Nơi nhận kết quả", "Nơi trả kết quả"),
            says="Tại nhà, Tại điểm hoặc để trống là tại nhà",
        ),
        Column(
            "collected",
            "Phí thu hộ",
            ("Phí, lệ phí thu hộ", "Thu hộ phí", "Lệ phí thu hộ"),
            says="số đồng như 150000",
        ),
        Column("pass_on", "Chuyển phí", ("Nộp phí hộ",), says="Có, Không hoặc để trống là có"),
        Column("receipt_number", "Số biên lai", ("Biên lai",)),
        Column(
            "exemption", "Đối tượng miễn, giảm", ("Đối tượng", "Miễn giảm", "Mã miễn giảm"), says="mã như E04"
        ),
        Column("exemption_proof", "Giấy chứng minh đối tượng", ("Số giấy chứng minh", "Giấy tờ miễn giảm")),
        Column(
            "payment",
            "Thanh toán",
            ("Cách thanh toán",),
            says="Tiền mặt, Chuyển khoản hoặc để trống là tiền mặt",
        ),
        Column("seal", "Số niêm phong", ("Niêm phong",)),
        Column("send_number", "Số hiệu gửi", ("Số hiệu", "Số hiệu bưu gửi")),
        Column("return_number", "Số hiệu trả", ("Số hiệu chiều về",)),
        Column("official", "Mã hồ sơ", ("Mã số hồ sơ",)),
        Column("official_day", "Ngày hẹn trả", ("Ngày trả kết quả", "Hẹn trả"), says="như 24/11/2026"),
        LIST_COLUMN,
    )
)
"""Papers are «đủ», or paper by paper with its number in the published list: ``1: 1 bản chính; 2: 2 bản sao; 3: không cần``."""
