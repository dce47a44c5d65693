"""Reports that strain paper and files: tiny, 53 points by 12 columns, long names, every kind of chart, no rows, less than nothing."""

from __future__ import annotations

from kt1desk.domain.reporting.issued import Issued
from kt1desk.domain.reporting.report import (
    Chart,
    ChartKind,
    Column,
    Kind,
    Missing,
    Prose,
    Report,
    Section,
    Series,
    Signer,
    Table,
)
from kt1desk.printing.templates.queued_report import queued_values

ISSUED = Issued("BC-430100-7", 2, "2026-11-23", "Nguyễn Thị Ngọc Ánh")
UNIT = ("TỔNG CÔNG TY BƯU ĐIỆN VIỆT NAM", "BƯU ĐIỆN TỈNH LẠNG SƠN")
SIGNERS = (Signer("NGƯỜI LẬP", "Nguyễn Thị Ngọc Ánh"), Signer("THỦ TRƯỞNG ĐƠN VỊ"))
POINTS = tuple(
    f"Bưu cục {name} {at}"
    for at in range(1, 8)
    for name in (
        "Đồng Đăng",
        "Hữu Lũng",
        "Bắc Sơn",
        "Chi Lăng",
        "Lộc Bình",
        "Đình Lập",
        "Tràng Định",
        "Kỳ Lừa",
    )
)[:53]
LONG = "Bưu cục khai thác, vận chuyển và phát hành Khu kinh tế cửa khẩu Đồng Đăng – Lạng Sơn, phường Kỳ Lừa"


def report(
    *sections: Section, missing: tuple[Missing, ...] = (), title: str = "Báo cáo hồ sơ BCCI"
) -> Report:
    """A report of these sections."""
    return Report(
        "bcci_quarter",
        "2026-01-01",
        title,
        UNIT,
        "Quý III năm 2026 (từ 01/07/2026 đến 30/09/2026)",
        "2026-07-01",
        "2026-09-30",
        "Toàn tỉnh: 53 điểm giao dịch",
        sections,
        missing,
        (
            "Tiếp nhận tính theo ngày nhận, trả kết quả tính theo ngày phát.",
            "Nguồn mẫu số: Trung tâm PVHCC tỉnh.",
        ),
        SIGNERS,
    )


TINY = Table(
    "Hồ sơ",
    (
        Column("name", "Hình thức", Kind.TEXT),
        Column("count", "Số hồ sơ"),
        Column("share", "Tỷ lệ", Kind.SHARE),
        Column("change", "Tăng, giảm", Kind.CHANGE),
        Column("since", "Từ ngày", Kind.DATE),
    ),
    (("Tiếp nhận", 1_798, 200, 720, "2026-07-01"), ("Trả kết quả", 11_371, 1_100, -5_460, "2026-07-02")),
    ("Cộng", 13_169, None, -4_740, None),
    ("Tỷ lệ tính trên tổng số hồ sơ do Trung tâm công bố.",),
)
_WIDE_COLUMNS = (
    Column("point", "Điểm giao dịch", Kind.TEXT),
    Column("received", "Hồ sơ tiếp nhận"),
    Column("received_share", "Tỷ lệ tiếp nhận", Kind.SHARE),
    Column("received_change", "So với cùng kỳ", Kind.CHANGE),
    Column("returned", "Kết quả đã trả"),
    Column("returned_share", "Tỷ lệ trả đúng hạn", Kind.SHARE),
    Column("returned_change", "So với cùng kỳ năm trước, tỷ lệ", Kind.CHANGE_SHARE),
    Column("items", "Bưu gửi KT1"),
    Column("dong", "Doanh thu KT1 (đồng)", Kind.DONG),
    Column("dong_change", "Doanh thu tăng, giảm (đồng)", Kind.CHANGE_DONG),
    Column("collected", "Thu hộ (đồng)", Kind.DONG),
    Column("late", "Quá hạn"),
)


def _wide_row(at: int, name: str) -> tuple[str | int | None, ...]:
    share = None if at % 9 == 0 else 10_000 - 7 * at
    numbers = (1_000 + at, 100 + at, 3 * at - 70, 900 + at, share, 55 * at - 1_200, 120 + at)
    return (name, *numbers, 4_300_000 + 1_111 * at, 9_000 * at - 250_000, 12_500_000 + 37 * at, at % 4)


WIDE = Table(
    "Số liệu theo điểm giao dịch",
    _WIDE_COLUMNS,
    tuple(_wide_row(at, name) for at, name in enumerate(POINTS, start=1)),
    ("Cộng", 54_431, 1_531, 583, 49_131, 9_811, 10_635, 7_791, 229_489_841, -371_000, 662_552_947, 79),
)
WIDEST = Table(
    "Số liệu theo điểm và tháng",
    (
        Column("point", "Điểm", Kind.TEXT),
        *(Column(f"m{m}", f"Doanh thu tháng {m}", Kind.DONG) for m in range(1, 25)),
    ),
    tuple(
        (name, *(10_000_000 * at + month for month in range(1, 25))) for at, name in enumerate(POINTS[:12], 1)
    ),
)
LONG_NAMES = Table(
    "Cơ quan sử dụng dịch vụ KT1 và cơ quan có đủ điều kiện nhưng chưa sử dụng, lý do và lần liên hệ gần nhất",
    (
        Column("point", "Điểm giao dịch phục vụ", Kind.TEXT),
        Column("agency", "Cơ quan, tổ chức đủ điều kiện sử dụng dịch vụ KT1", Kind.TEXT),
        Column("items", "Số bưu gửi đã gửi trong kỳ báo cáo này"),
        Column("place", "Nơi đăng tải", Kind.TEXT),
    ),
    tuple(
        (f"{LONG} {at}", f"Văn phòng {LONG} ({at})", 17 * at, f"https://dichvucong.example/{'x' * 60}/{at}")
        for at in range(1, 8)
    ),
    ("Cộng", "", 476, ""),
)
EMPTY = Table("Sự vụ", TINY.columns, (), ("Cộng", 0, None, 0, None))
NEGATIVE = Table(
    "Chênh lệch",
    (Column("day", "Ngày", Kind.DATE), Column("dong", "Chênh lệch (đồng)", Kind.CHANGE_DONG)),
    (("2026-11-01", -1_234_567), ("2026-11-02", 0), ("2026-11-03", 89)),
    ("", -1_234_478),
)
PROSE = Prose(
    "Tình hình chung",
    (
        "Trong kỳ đã tiếp nhận 1.798 hồ sơ, chiếm 2 % tổng số hồ sơ, tăng 720 hồ sơ so với cùng kỳ năm trước.",
        "Đã trả 11.371 kết quả, chiếm 11 %, tăng 5.460 kết quả.",
        "Có 25/44 cơ quan sử dụng dịch vụ KT1 với 6.587 bưu gửi.",
    )
    * 4,
)
MONTHS = tuple(f"T{month}" for month in range(1, 13))
BY_MONTH = Chart(
    "Hồ sơ theo tháng",
    ChartKind.LINE,
    MONTHS,
    (
        Series("Năm 2026", (120, 140, 180, 175, 190, 210, 205, 198, 177, 203, None, None)),
        Series("Năm 2025", (80, 95, 97, 110, 120, 111, 130, 128, 140, 151, 148, 160)),
        Series("Chỉ tiêu", (150,) * 12),
    ),
)
BY_QUARTER = Chart(
    "Doanh thu KT1 theo quý (đồng)",
    ChartKind.BARS,
    ("Quý I", "Quý II", "Quý III", "Quý IV"),
    (
        Series("Năm 2026", (71_234_000, 80_111_000, 90_000_500, None)),
        Series("Năm 2025", (60_000_000, 61_500_000, 70_250_000, 75_000_000)),
    ),
    Kind.DONG,
)
BY_POINT = Chart(
    "Kết quả trả theo điểm, tăng giảm so với cùng kỳ",
    ChartKind.BARS,
    (LONG, *POINTS[:11]),
    (
        Series("Kết quả trả", tuple(40 * at for at in range(12))),
        Series("Tăng, giảm", tuple(15 * at - 60 if at % 5 else None for at in range(12))),
    ),
)
BY_FORM = Chart(
    "Hình thức nhận và trả",
    ChartKind.SHARES,
    ("Lĩnh vực đất đai", "Lĩnh vực tư pháp", "Lĩnh vực giao thông vận tải và xây dựng"),
    (
        Series("Gửi hồ sơ", (120, 3, None)),
        Series("Nhận kết quả", (310, 500, 12)),
        Series("Cả hai", (70, 1, 14)),
        Series("Khác", (2, 0, 8)),
    ),
)
DAYS = Chart(
    "Bưu gửi theo ngày",
    ChartKind.LINE,
    tuple(f"{day:02d}/{month:02d}" for month in (7, 8, 9) for day in range(1, 31)),
    (Series("Bưu gửi", tuple((at * 37) % 61 + at for at in range(90))),),
)
EVERY_POINT = Chart(
    "Hồ sơ tiếp nhận theo điểm",
    ChartKind.BARS,
    POINTS,
    (
        Series("Tiếp nhận", tuple(1_000 + at for at in range(53))),
        Series("Trả", tuple(1_500 - 9 * at for at in range(53))),
    ),
)
MISSING = (
    Missing("430110", POINTS[0], "2026-09-20"),
    Missing("430111", LONG),
    Missing("430112", POINTS[2], "2026-08-01"),
)
REPORTS = {
    "tiny": report(TINY),
    "wide": report(WIDE, missing=MISSING),
    "widest": report(WIDEST),
    "long names": report(LONG_NAMES, missing=MISSING, title=f"Báo cáo của {LONG}"),
    "charts": report(PROSE, BY_MONTH, BY_QUARTER, BY_POINT, BY_FORM, DAYS),
    "every point": report(EVERY_POINT),
    "empty": report(EMPTY),
    "negative": report(NEGATIVE, PROSE),
    "nothing": report(),
}
QUEUED = queued_values(
    report(TINY, PROSE, BY_QUARTER, missing=MISSING), ISSUED, "14:32 23/11/2026", trial=True
)
"""The texts of a job of the print queue."""
