"""Catalogues of procedures as tables: one of our own with every shape a published one has met, and the published one where it lies.

A line is text by title of the column, as the one-stop centre's file has it; "" and a missing title are the same.
"""

from __future__ import annotations

import csv
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from kt1desk.domain.text import fold
from tests.support.shared_data import published_procedures
from tests.support.sheets import written

Line = Mapping[str, str]
CODE, NAME, FIELD = "Mã TTHC", "Tên thủ tục", "Lĩnh vực"
SOURCES = ("own", "published")
WITHOUT_CODE = {"own": 3, "published": 10}
CROWDED = "Đăng ký thuyền bè"
"""A field of our own with more procedures than a page shows."""

_BOATS = ("độc mộc", "nan", "thúng", "buồm", "máy", "rồng", "đuôi én", "mành", "câu", "lưới", "chài", "tán")
_ODD: Sequence[Line] = (
    {NAME: "Cấp bản sao gia phả dòng họ", FIELD: "Gia phả"},
    {NAME: "Xác nhận nghề chạm bạc gia truyền", "Giấy tờ": "Đơn | 1"},
    {NAME: "Công nhận người giữ hội Lồng Tồng", FIELD: "Lễ hội", "Thời hạn bưu chính": "12 ngày"},
    {CODE: "9.300001.000.00.00.H37", NAME: unicodedata.normalize("NFD", "Đăng ký giống hồng Bảo Lâm")},
    {CODE: "9.300002.H37", NAME: "Giới thiệu \u200enghệ nhân hát then", FIELD: "Nghệ\u200e nhân"},
    {
        CODE: "9.300003",
        NAME: "Công nhận nghĩa trang dòng họ, "
        + "kể cả nơi đã dời mộ theo quy hoạch của xã, " * 24
        + "đợt hai",
        FIELD: "Nghĩa trang",
        "Giấy tờ": "\n".join(f"Sơ đồ khu {at} {'kèm thuyết minh ' * 15} | 1" for at in range(1, 95)),
    },
    {
        CODE: "9.300004",
        NAME: "Chuyển đổi mùa vụ thạch đen",
        FIELD: "Trồng trọt",
        "Giấy tờ": "Đơn | 1 | | | Hộ gia đình\nNghị quyết | 1 | 2 | chứng thực | Hợp tác xã\nGhi chú nguồn | | | | Chung",
        "Thời hạn bưu chính": "trong ngày",
        "Phí bưu chính": "miễn phí",
        "Thời hạn trực tuyến": "8 giờ",
        "Gửi qua bưu chính": "có",
        "Trả qua bưu chính": "không",
    },
    {CODE: "9.300005", NAME: "Xin giống quế", FIELD: "Trồng trọt", "Thời hạn trực tiếp": "3"},
)


def catalogue(source: str) -> Sequence[Line]:
    """The lines of one of the `SOURCES`; the published one skips the test where it is absent."""
    return published_procedures() if source == "published" else _own()


def as_file(lines: Sequence[Line], path: Path) -> Path:
    """The table as CSV or XLSX, as the ending says."""
    titles = list(dict.fromkeys(title for line in lines for title in line))
    rows = [titles, *([line.get(title, "") for title in titles] for line in lines)]
    if path.suffix == ".xlsx":
        return written(path, rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def rare_words(lines: Sequence[Line]) -> Mapping[str, str]:
    """For each name its three rarest words, without marks, not in their order."""
    named = {line[NAME]: dict.fromkeys(fold(line[NAME]).split()) for line in lines}
    counted = Counter(word for words in named.values() for word in words)
    made = {}
    for name, words in named.items():
        rarest = sorted(words, key=lambda word: (counted[word], word))[:3]
        in_turn = sorted(rarest, key=list(words).index, reverse=True)
        made[name] = " ".join(in_turn)
    return made


def _own() -> Sequence[Line]:
    """Each with its day and its source; boats begin with the same eight words."""
    boats = [
        {
            CODE: f"9.2000{at:02}",
            NAME: f"Cấp giấy chứng nhận đăng ký lần đầu cho thuyền {boat} trên sông Kỳ Cùng",
            FIELD: CROWDED,
            "Cấp": "xã",
            "Cơ quan tiếp nhận": "XA-TTHCC",
            "Thời hạn bưu chính": "5 ngày làm việc",
        }
        for at, boat in enumerate(_BOATS)
    ]
    dated = {"Có hiệu lực từ": "10/06/2026", "Nguồn": "danh mục thử"}
    return [{**line, **dated} for line in (*boats, *_ODD)]
