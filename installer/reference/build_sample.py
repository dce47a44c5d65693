"""Build the sample data of the trial mode: 53 points, 44 agencies, staff, numbers and a tariff. Nothing of it is real.

Run: ``python installer/reference/build_sample.py FOLDER_WITH_FACTS resources/reference resources/sample``. The facts
give the points; the authorities and caps come from the reference rows built before.
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rows_file import RowOut, write_rows

_DEFAULTS: RowOut = {"valid_from": "2025-07-01", "source": "sample", "status": "sample"}
_RELAY_KINDS = frozenset({"provincial_kt1", "district_centre"})
_STEP_G = 50

# call code, authority, house and street, commune, uses KT1
_PROVINCIAL = """
TU   LS-TU      số 2, đường Hùng Vương          05983 1
VPTU LS-VPTU    số 2A, đường Hùng Vương         05983 1
BTC  LS-BTC     số 4, đường Hùng Vương          05983 1
UBKT LS-UBKT    số 6, đường Hùng Vương          05983 1
BNC  LS-BNC     số 8, đường Hùng Vương          05983 1
HDND LS-HDND    số 10, đường Hùng Vương         05983 1
UBND LS-UBND    số 12, đường Hùng Vương         05983 1
VPUB LS-VPUBND  số 12A, đường Hùng Vương        05983 1
SNV  LS-SNV     số 15, đường Hùng Vương         05983 1
STC  LS-STC     số 18, đường Đinh Tiên Hoàng    05983 1
SXD  LS-SXD     số 21, đường Đinh Tiên Hoàng    05983 0
SNN  LS-SNNMT   số 24, đường Nguyễn Du          05977 0
SKH  LS-SKHCN   số 27, đường Nguyễn Du          05977 1
SCT  LS-SCT     số 30, đường Lê Lợi             05977 0
SNG  LS-SNGV    số 33A, đường Lê Lợi            05977 1
STP  LS-STP     số 36, đường Lê Lợi             05977 0
SYT  LS-SYT     số 39, đường Trần Hưng Đạo      05986 0
SGD  LS-SGDDT   số 42, đường Trần Hưng Đạo      05986 0
TTT  LS-TTT     số 45, đường Trần Hưng Đạo      05986 1
CA   LS-CA      số 48, đường Hoàng Văn Thụ      06187 1
BCHQ LS-BCHQS   số 51, đường Hoàng Văn Thụ      06187 1
BDBP LS-BDBP    số 54, đường Hoàng Văn Thụ      06187 1
TAND LS-TAND    số 57, đường Bà Triệu           06187 1
VKS  LS-VKS     số 60, đường Bà Triệu           06187 1
THUE LS-THUE    số 63, đường Bà Triệu           06187 0
MTTQ LS-MTTQ    số 66, đường Tam Thanh          05986 0
"""
# call code, commune, serving point, uses KT1
_COMMUNAL = """
UBDK 05977 240000 1
UBTT 05986 241000 0
UBKL 06187 241800 1
UBDD 06184 241900 1
UBTK 06040 243100 1
UBBG 06112 244500 0
UBNS 06124 242500 0
UBVL 06154 242530 1
UBVQ 06253 243900 0
UBBS 06325 245000 0
UBHL 06385 246100 1
UBCH 06463 245600 0
UBLB 06529 246800 1
UBDL 06613 247500 0
"""
_OUTSIDE: tuple[tuple[str, str, str, str, str], ...] = (
    (
        "VPCP",
        "Văn phòng Chính phủ",
        "VP Chính phủ",
        "01",
        "Số 1, đường Hoàng Hoa Thám, phường Ba Đình, thành phố Hà Nội",
    ),
    ("BNV", "Bộ Nội vụ", "Bộ Nội vụ", "01", "Số 8, phố Tôn Thất Thuyết, phường Cầu Giấy, thành phố Hà Nội"),
    (
        "UBBN",
        "Ủy ban nhân dân tỉnh Bắc Ninh",
        "UBND tỉnh Bắc Ninh",
        "24",
        "Số 10, đường Phù Đổng Thiên Vương, tỉnh Bắc Ninh",
    ),
    (
        "UBSG",
        "Ủy ban nhân dân Thành phố Hồ Chí Minh",
        "UBND TP.HCM",
        "79",
        "Số 86, đường Lê Thánh Tôn, Thành phố Hồ Chí Minh",
    ),
)
# user, name, roles, days the clearance lasts from the first run, point
_STAFF = """
ha.hoang    | Hoàng Thị Hà      | clerk                     | 365 | 240000
minh.nong   | Nông Văn Minh     | clerk                     | 0   | 240000
thuy.vi     | Vi Thanh Thủy     | controller                | 365 | 240000
son.ly      | Lý Ngọc Sơn       | head                      | 365 | 240000
lan.be      | Bế Thị Lan        | bureau                    | 365 | 240000
duc.luong   | Lương Minh Đức    | inspector                 | 365 | 240000
quan.chu    | Chu Anh Quân      | administrator technician  | 0   | 240000
yen.lam     | Lâm Hải Yến       | clerk head                | 365 | 243120
phuong.dinh | Đinh Thu Phượng   | clerk head                | 0   | 242530
"""


def main(facts: Path, reference: Path, out: Path) -> None:
    """Write every file of the sample."""
    communes = {row["code"]: row for row in _rows(reference / "communes.json")}
    _points(json.loads((facts / "points_sample.json").read_text(encoding="utf-8"))["points"], communes, out)
    _agencies({row["authority_id"]: row for row in _rows(reference / "authorities.json")}, communes, out)
    _staff(out)
    _numbers(out)
    _tariff(_rows(reference / "kt1_caps.json")[0], out)


def _rows(path: Path) -> list[dict[str, Any]]:
    loaded = json.loads(path.read_text(encoding="utf-8"))
    return [loaded["defaults"] | row for row in loaded["rows"]]


def _points(points: Iterable[dict[str, Any]], communes: dict[str, dict[str, Any]], out: Path) -> None:
    rows: list[RowOut] = [
        {
            "code": point["code"],
            "name": point["name"],
            "kind": point["kind"],
            "commune": point["commune_code"],
            "address": _in_commune(communes[point["commune_code"]]),
            "kt1_relay": point["kind"] in _RELAY_KINDS,
            "one_person": point["one_person"],
        }
        for point in points
    ]
    about = (
        "53 điểm giao dịch để dùng thử, không phải mạng lưới thật: 15 mã lấy từ một danh sách bưu cục trước 07/2025, 38 mã "
        "và tên đặt ra. Mọi điểm đều chấp nhận và phát KT1, nhận hồ sơ; 12 điểm chuyển tiếp."
    )
    common: RowOut = {
        "province": "20",
        "kt1_accept": True,
        "kt1_relay": False,
        "kt1_deliver": True,
        "takes_dossiers": True,
    }
    write_rows(out / "points.json", about, {"sample": "đặt ra để dùng thử"}, _DEFAULTS | common, rows)


def _agencies(authorities: dict[str, Any], communes: dict[str, dict[str, Any]], out: Path) -> None:
    rows: list[RowOut] = []
    for line in _PROVINCIAL.strip().splitlines():
        call_code, authority, rest = line.split(maxsplit=2)
        street, commune, uses = rest.rsplit(maxsplit=2)
        body = authorities[authority]
        address = f"S{street.strip()[1:]}, {_in_commune(communes[commune])}"
        rows.append(_agency(call_code, body, commune, address) | {"uses_kt1": uses == "1"})
    for line in _COMMUNAL.strip().splitlines():
        call_code, commune, point, uses = line.split()
        body = authorities[f"LS-{commune}-UBND"]
        address = f"Trụ sở UBND, {_in_commune(communes[commune])}"
        agency = _agency(call_code, body, commune, address)
        rows.append(
            agency
            | {"uses_kt1": uses == "1", "point": point, "postal_code": communes[commune]["postal_code"]}
        )
    for call_code, name, short_name, province, address in _OUTSIDE:
        outside: RowOut = {"agency_id": f"TW-{call_code}", "ground": "a", "province": province, "point": ""}
        rows.append(
            outside
            | {"call_code": call_code, "name": name, "short_name": short_name, "kind": "government"}
            | {"address": address, "uses_kt1": False}
        )
    about = (
        "44 cơ quan để dùng thử, 25 cơ quan gửi KT1 theo hợp đồng. Tên cơ quan ở Lạng Sơn lấy từ danh sách cơ quan; địa chỉ "
        "đăng ký, mã gọi và việc dùng KT1 là đặt ra. Bốn cơ quan ngoài tỉnh để thử nội vùng và liên tỉnh."
    )
    common: RowOut = {"ground": "b", "province": "20", "commune": "", "postal_code": "", "point": "241000"}
    write_rows(out / "agencies.json", about, {"sample": "đặt ra để dùng thử"}, _DEFAULTS | common, rows)


def _agency(call_code: str, body: dict[str, Any], commune: str, address: str) -> RowOut:
    return {
        "agency_id": body["authority_id"],
        "call_code": call_code,
        "name": body["name"],
        "short_name": body["short_name"],
        "kind": body["kind"],
        "commune": commune,
        "address": address,
        "postal_code": body["postal_code"],
    }


def _staff(out: Path) -> None:
    rows: list[RowOut] = []
    for line in _STAFF.strip().splitlines():
        user, name, roles, days, point = (part.strip() for part in line.split("|"))
        rows.append(
            {
                "user_id": user,
                "name": name,
                "roles": roles.split(),
                "cleared_days": int(days),
                "point": point,
            }
        )
    about = "Nhân viên đặt ra để dùng thử; không có người nào như vậy. cleared_days: số ngày còn được làm KT1 A, B, C."
    write_rows(out / "staff.json", about, {"sample": "tên đặt ra"}, _DEFAULTS, rows)


def _numbers(out: Path) -> None:
    row: RowOut = {"prefix": "MX", "first": 1, "last": 99_999}
    about = (
        "Dải số của máy dùng thử (thiết bị 0). M là loại dịch vụ KT1; chữ X không dùng cho dải số nào của tỉnh, để nhìn "
        "là biết số dùng thử. Số có dạng thật và đúng chữ số kiểm tra, nhưng không bàn thật nào nhận giấy của thiết bị 0."
    )
    write_rows(out / "number_blocks.json", about, {"sample": "đặt ra để dùng thử"}, _DEFAULTS, [row])


def _tariff(caps: dict[str, Any], out: Path) -> None:
    scopes = [
        scope | {"steps": _straight_line(scope["steps"][0], scope["steps"][-1])} for scope in caps["scopes"]
    ]
    row: RowOut = {
        "table_id": "DUNG-THU-1",
        "title": "Bảng cước dùng thử, không phải giá thật",
        "scopes": scopes,
        "urgencies": caps["urgencies"],
        "secrecies": caps["secrecies"],
        "valid_from": "2018-01-01",
    }
    sources = {
        "sample": "bằng mức tối đa TT 23/2017/TT-BTTTT; các nấc 100, 150, 200 g không nguồn nào cho, đặt trên đường thẳng "
        "giữa mức thấp nhất (50 g) và cao nhất (250 g), làm tròn đồng; mỗi 250 g tiếp theo lấy mức cao nhất; Hỏa tốc Hẹn "
        "giờ lấy tổng phụ thu Hỏa tốc và Hẹn giờ"
    }
    about = "Bảng cước mẫu, chỉ dùng ở chế độ dùng thử; màn hình và giấy phải ghi rõ. Chưa gồm thuế."
    write_rows(out / "tariff.json", about, sources, _DEFAULTS, [row])


def _straight_line(low: dict[str, int], high: dict[str, int]) -> list[dict[str, int]]:
    """Steps of 50 g between two known ones; whole đồng, half rounded down so that no step passes the line."""
    span_g, span_dong = high["up_to_g"] - low["up_to_g"], high["amount_dong"] - low["amount_dong"]
    weights = range(low["up_to_g"], high["up_to_g"] + 1, _STEP_G)
    return [
        {
            "up_to_g": weight,
            "amount_dong": low["amount_dong"] + span_dong * (weight - low["up_to_g"]) // span_g,
        }
        for weight in weights
    ]


def _in_commune(commune: dict[str, Any]) -> str:
    return f"{commune['kind']} {commune['name']}, tỉnh Lạng Sơn"


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
