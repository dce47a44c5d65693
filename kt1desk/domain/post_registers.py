"""Registers that reports are made from: service points, figures that others know, and which agencies use KT1.

The first two say nothing of KT1: whoever has no clearance may read them, and they are written in the stream of the counter.

This module must not know any report.
"""

from __future__ import annotations

from kt1desk.domain.coded import CodeList
from kt1desk.domain.register_columns import Column, Kind, Register
from kt1desk.domain.register_makers import agency, coded, day, sign

SERVICE_POINTS, OUTSIDE_FIGURES = "service_points", "outside_figures"
ADOPTION = "adoption"

BOOKS = (
    Register(
        SERVICE_POINTS,
        "Điểm phục vụ",
        (
            sign("code", "Mã điểm", "điểm phục vụ nào", 12),
            Column("name", "Tên điểm", Kind.ADDRESS, "gọi tên điểm trong báo cáo", 120),
            Column("commune", "Xã, phường", Kind.COMMUNE, "điểm phục vụ xã, phường nào", 8),
            coded("kind", "Loại điểm", CodeList.SERVICE_POINT, "bưu cục hay điểm văn hóa xã"),
            day("opened_on", "Mở mới ngày", "đếm điểm mở mới trong kỳ", required=False),
            day("restored_on", "Khôi phục ngày", "đếm điểm khôi phục trong kỳ", required=False),
            coded("staffed", "Có người trực", CodeList.YES_NO, "điểm có người phục vụ"),
            coded("target", "Thuộc chỉ tiêu", CodeList.YES_NO, "điểm nằm trong chỉ tiêu được giao"),
            day("until", "Hoạt động đến ngày", "điểm đã đóng thì không đếm nữa", required=False),
        ),
        key="code",
        spans=(("opened_on", "restored_on"), ("opened_on", "until"), ("restored_on", "until")),
        ends=("until",),
        listed=("name",),
        open_to_all=True,
    ),
    Register(
        OUTSIDE_FIGURES,
        "Số liệu ngoài bưu điện",
        (
            coded("what", "Số liệu", CodeList.OUTSIDE_FIGURE, "mẫu số mà bưu điện không tự biết"),
            day("first", "Từ ngày", "kỳ của số liệu"),
            day("last", "Đến ngày", "kỳ của số liệu"),
            sign("scope", "Của điểm, cơ quan", "để trống là toàn tỉnh", 24, required=False),
            Column("number", "Số", Kind.NUMBER, "để tính tỷ lệ trong báo cáo", 9, most=999_999_999),
            coded("issuer", "Nơi cung cấp", CodeList.FIGURE_ISSUER, "ghi nguồn dưới báo cáo"),
            sign("source", "Số văn bản", "ghi nguồn dưới báo cáo", 32),
            day("source_day", "Ngày văn bản", "ghi nguồn dưới báo cáo"),
        ),
        spans=(("first", "last"),),
        listed=("what", "last", "number"),
        open_to_all=True,
    ),
)
"""Open to whoever may see books, cleared or not."""

OF_KT1 = (
    Register(
        ADOPTION,
        "Cơ quan dùng KT1",
        (
            agency("cơ quan đủ điều kiện dùng KT1"),
            coded("ground", "Căn cứ", CodeList.GROUND, "điểm a, b, c của đối tượng phục vụ"),
            day("since", "Đủ điều kiện từ", "đếm cơ quan đủ điều kiện theo năm"),
            day("until", "Đến ngày", "sáp nhập, giải thể thì không đếm nữa", required=False),
            coded("uses", "Đang dùng KT1", CodeList.YES_NO, "cơ quan đã dùng dịch vụ hay chưa"),
            coded("reason", "Lý do chưa dùng", CodeList.ADOPTION_REASON, "biết để vận động", required=False),
            day("contacted_on", "Liên hệ lần cuối", "bao lâu chưa liên hệ lại", required=False),
        ),
        key="agency",
        spans=(("since", "until"),),
        ends=("until",),
    ),
)
"""Which agencies may use KT1, and who does: of KT1 itself."""
