"""The columns of the plan of a rollout, and the words that may stand in its cells. This module must not know what becomes of a plan."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kt1desk.domain.desk_file import Service, Transport
from kt1desk.domain.kit import Slot, Way
from kt1desk.services.sheets import Column, Layout

PLAN_COLUMNS = Layout(
    (
        Column(
            "point", "Mã điểm", ("Mã bưu cục", "Điểm"), required=True, says="mã điểm giao dịch như 240000"
        ),
        Column("device", "Bàn số", ("Số bàn", "Số thiết bị", "Máy số"), required=True, says="1 đến 65535"),
        Column(
            "blocks",
            "Dải số",
            ("Dải số hiệu",),
            required=True,
            says="như MA 1000-1999; nhiều dải cách nhau dấu chấm phẩy",
        ),
        Column("services", "Dịch vụ", says="KT1; TTHC; để trống là cả hai"),
        Column("transports", "Đường truyền", says="mạng; tệp; giấy; để trống là tệp, giấy"),
        Column("label", "Máy in nhãn", says="như TSPL; USB; 100x60. Để trống: chưa biết"),
        Column("receipt", "Máy in phiếu", says="như hệ thống HP LaserJet; A4"),
        Column("roll", "Máy in cuộn", says="như ESC/POS; mạng 10.1.2.3:9100"),
        Column("centre", "Trung tâm", ("Địa chỉ trung tâm",), says="tên máy:cổng, khi có đường mạng"),
        Column("cleared", "Được làm KT1", says="như lan:31/12/2027; ha.hoang:31/12/2027"),
    ),
    skipped=("STT", "TT", "Số TT", "Số thứ tự", "Ghi chú"),
)
EXAMPLES = (
    (
        "240000",
        "7",
        "MA 1000-1999; ME 50000-50999",
        "KT1; TTHC",
        "tệp; giấy",
        "TSPL; USB; 100x60",
        "hệ thống; A4",
        "",
        "",
        "lan:31/12/2027",
    ),
)
"""Under the titles of a new plan."""
WIDTHS = (10, 8, 32, 12, 16, 24, 24, 28, 24, 28)

SERVICES: Mapping[str, Service] = MappingProxyType({"kt1": Service.KT1, "tthc": Service.TTHC})
TRANSPORTS: Mapping[str, Transport] = MappingProxyType(
    {
        "mang": Transport.NETWORK,
        "network": Transport.NETWORK,
        "tep": Transport.BUNDLE,
        "bundle": Transport.BUNDLE,
        "giay": Transport.PAPER,
        "paper": Transport.PAPER,
    }
)
LANGUAGES: Mapping[str, str] = MappingProxyType(
    {"zpl": "zpl", "tspl": "tspl", "epl": "epl", "cpcl": "cpcl", "esc/pos": "escpos", "escpos": "escpos"}
)
STOCKS: Mapping[str, str] = MappingProxyType(
    {
        "100x60": "100x60",
        "100x75": "100x75",
        "80x50": "80x50",
        "a4": "a4",
        "a5": "a5",
        "80": "roll80",
        "80mm": "roll80",
        "roll80": "roll80",
    }
)
WAYS: Mapping[str, Way] = MappingProxyType(
    {
        "usb": Way.USB,
        "com": Way.SERIAL,
        "noi tiep": Way.SERIAL,
        "mang": Way.NETWORK,
        "he thong": Way.SYSTEM,
        "windows": Way.SYSTEM,
        "thu muc": Way.FOLDER,
        "pdf": Way.FOLDER,
    }
)
"""By the first word or two of a part of the cell; what follows is the address."""
SLOT_NAMES: Mapping[Slot, str] = MappingProxyType(
    {Slot.LABEL: "Máy in nhãn", Slot.PAGE: "Máy in phiếu", Slot.ROLL: "Máy in cuộn"}
)
WAY_NAMES: Mapping[Way, str] = MappingProxyType(
    {
        Way.USB: "USB",
        Way.SERIAL: "cổng nối tiếp",
        Way.NETWORK: "mạng",
        Way.SYSTEM: "máy in của hệ thống",
        Way.FOLDER: "thư mục PDF",
    }
)
LANGUAGE_NAMES: Mapping[str, str] = MappingProxyType(
    {"zpl": "ZPL", "tspl": "TSPL", "epl": "EPL", "cpcl": "CPCL", "escpos": "ESC/POS"}
)
STOCK_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "100x60": "nhãn 100 × 60 mm",
        "100x75": "nhãn 100 × 75 mm",
        "80x50": "nhãn 80 × 50 mm",
        "a4": "A4",
        "a5": "A5",
        "roll80": "cuộn 80 mm",
    }
)
TRANSPORT_NAMES: Mapping[Transport, str] = MappingProxyType(
    {Transport.NETWORK: "mạng", Transport.BUNDLE: "tệp", Transport.PAPER: "giấy"}
)
