"""Convert collected facts into the project's reference rows: communes, provinces, authorities, calendar, KT1 caps.

Run: ``python installer/reference/build_facts.py FOLDER_WITH_FACTS resources/reference``. The output is committed; the
program never runs this. Rows seen in a source become confirmed, derived ones become sample.
"""

import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rows_file import RowOut, write_rows

_STATUS = {"seen": "confirmed", "derived": "sample"}
_SCOPES = {"intra": "KT1 nội tỉnh", "regional": "KT1 nội vùng", "inter": "KT1 liên tỉnh"}
_TWO_LEVELS = "2025-07-01"
_NOTES = (
    (re.compile(r"procedures\.json"), "danh mục thủ tục, bản sao công khai của Cổng dịch vụ công quốc gia"),
    (re.compile(r"\s*\(shared/[^)]*\)|;?\s*shared/\S+"), ""),
    (re.compile(r",?\s*dẫn lại(?: trong tệp GitHub)?,? id \d+(?:, \d+)*|\(dẫn lại, id \d+\)"), ""),
)
"""Working notes of the collection that mean nothing outside it."""


def main(facts: Path, out: Path) -> None:
    """Write every file that is built from facts."""
    _communes(_load(facts, "communes"), out)
    _provinces(_load(facts, "provinces"), out)
    _authorities(_load(facts, "authorities"), out)
    _calendar(_load(facts, "calendar"), out)
    _caps(_load(facts, "kt1_tariff"), out)


def _load(facts: Path, name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((facts / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def _communes(data: dict[str, Any], out: Path) -> None:
    rows: list[RowOut] = []
    for row in data["communes"]:
        districts = sorted(row["former_districts"], key=lambda d: d["code"] != row["main_former_district"])
        rows.append(
            {
                "code": row["code"],
                "name": row["name"],
                "kind": row["kind"],
                "province": data["meta"]["province_code"],
                "postal_code": row["postal_code"],
                "old_names": list(dict.fromkeys(old["name"] for old in row["old_units"])),
                "former_districts": [district["name"] for district in districts],
                "status": _STATUS[row["status"]],
            }
        )
    sources = {
        "nq1672": "NQ 1672/NQ-UBTVQH15 ngày 16/06/2025; mã và tên: vietnam-provinces 2026.9.0, thanglequoc 2026-07-25, "
        "vietnamadminunits 1.0.4; đơn vị cũ: vietnam-provinces 0.6.0; mã bưu chính: QĐ 2334/QĐ-BKHCN ngày 24/08/2025"
    }
    about = (
        "65 xã, phường của Lạng Sơn từ 01/07/2025, tên các xã cũ nhập vào và huyện cũ (huyện chiếm nhiều xã cũ nhất đứng "
        "trước). Phường Kỳ Lừa và xã Khánh Khê nằm trên hai huyện cũ mà nguồn không thống nhất nơi nào là chính."
    )
    write_rows(out / "communes.json", about, sources, _defaults("nq1672", _TWO_LEVELS), rows)


def _provinces(data: dict[str, Any], out: Path) -> None:
    rows: list[RowOut] = [
        {
            "code": row["code"],
            "name": row["name"],
            "full_name": row["full_name"],
            "old_names": [old["name"] for old in row["merged_from"] if old["name"] != row["name"]],
            "postal_prefixes": row["postal_prefixes"],
            "region": row["region"],
            "region_status": "sample",
            "status": _STATUS[row["status"]],
        }
        for row in data["provinces"]
    ]
    sources = {
        "nq202": "NQ 202/2025/QH15 ngày 12/06/2025; vietnam-provinces 2026.9.0; thanglequoc 2026-07-25; mã bưu chính: QĐ "
        "2334/QĐ-BKHCN. Vùng cước (region) suy theo địa lý, chưa thấy văn bản bưu chính nào; ba tỉnh để trống"
    }
    about = "34 tỉnh, thành phố từ 01/07/2025. V1 miền Bắc, V2 miền Trung và Tây Nguyên, V3 miền Nam."
    write_rows(out / "provinces.json", about, sources, _defaults("nq202", _TWO_LEVELS), rows)


def _authorities(data: dict[str, Any], out: Path) -> None:
    sources: dict[str, str] = {}
    rows: list[RowOut] = []
    for row in data["rows"]:
        if row["kind"] == "template":
            continue
        rows.append(
            {
                "authority_id": row["id"],
                "name": row["official_name"],
                "short_name": row["short_name"],
                "level": row["level"],
                "kind": row["kind"],
                "parent": row["parent_id"],
                "commune": row["commune_code"],
                "postal_code": row["postal_code_2017"],
                "receives_dossiers": row["receives_dossiers"],
                "kt1_candidate": row["kt1_candidate"],
                "valid_from": row["valid_from"] or _TWO_LEVELS,
                "source": _source_key(sources, row["source"]),
                "status": _STATUS[row["status"]],
            }
        )
    defaults = _defaults("", _TWO_LEVELS) | {
        "parent": "",
        "commune": "",
        "postal_code": "",
        "receives_dossiers": False,
    }
    del defaults["source"]
    about = (
        "Cơ quan ở Lạng Sơn sau 01/07/2025 nhận hồ sơ hoặc gửi, nhận bưu gửi KT1; không phải danh sách KT1 đã duyệt "
        "(phụ lục QĐ 32/2025/QĐ-TTg chưa đọc được). Mã bưu chính là mã 2017, suy từ quy tắc chung."
    )
    write_rows(out / "authorities.json", about, sources, defaults, rows)


def _calendar(data: dict[str, Any], out: Path) -> None:
    sources: dict[str, str] = {}
    rows: list[RowOut] = [
        {
            "day": row["date"],
            "kind": row["kind"].lower(),
            "name": row["name"],
            "announced": row["announced"],
            "source": _source_key(sources, row["source"]),
            "status": _STATUS[row["status"]],
        }
        for row in sorted(data["rows"], key=lambda row: str(row["date"]))
    ]
    about = (
        "Ngày nghỉ và ngày làm bù của công chức, viên chức 2025–2027; thứ Bảy và Chủ nhật không liệt kê. KT1 phục vụ mọi "
        "ngày và không dùng lịch này. Đề xuất hoán đổi 23/11/2026 sang 28/11/2026 chưa được phê duyệt nên không có ở đây."
    )
    defaults: RowOut = {"valid_from": "2025-01-01", "kind": "off", "announced": True, "status": "confirmed"}
    write_rows(out / "calendar.json", about, sources, defaults, rows)


def _caps(data: dict[str, Any], out: Path) -> None:
    figures = {(row["item"], row["field"]): row["value"] for row in data["rows"]}
    source = next(row["source"] for row in data["rows"] if row["field"] == "cap_min")
    express, timed = figures["Hỏa tốc", "surcharge"], figures["Hẹn giờ", "surcharge"]
    row: RowOut = {
        "table_id": "TT23-2017",
        "title": "Giá cước tối đa KT1 (TT 23/2017/TT-BTTTT)",
        "scopes": [_scope_caps(figures, scope, name) for scope, name in _SCOPES.items()],
        "urgencies": [
            {"urgency": "express", "amount_dong": express, "summed": False},
            {"urgency": "timed", "amount_dong": timed, "summed": False},
            {"urgency": "timed_express", "amount_dong": express + timed, "summed": True},
        ],
        "secrecies": [
            {"secrecy": item[0], "amount_dong": value}
            for (item, field), value in figures.items()
            if field == "surcharge" and item[1:2] == " "
        ],
    }
    sources = {
        "tt23": f"TT 23/2017/TT-BTTTT ngày 29/09/2017, hiệu lực 01/01/2018, theo {source}. Chưa rõ còn hiệu lực sau QĐ "
        "32/2025/QĐ-TTg; chưa gồm thuế (suy từ các mức nhân 1,10 ra tròn trăm)"
    }
    about = (
        "Mức tối đa, chưa thuế. Nguồn chỉ cho mức thấp nhất và cao nhất của các nấc từ 50 g đến 250 g: đến 50 g lấy mức "
        "thấp nhất, trên đó lấy mức cao nhất. Mức của Hỏa tốc Hẹn giờ không nguồn nào cho: lấy tổng hai mức, có đánh dấu."
    )
    write_rows(out / "kt1_caps.json", about, sources, _defaults("tt23", "2018-01-01", "sample"), [row])


def _scope_caps(figures: dict[tuple[str, str], Any], scope: str, name: str) -> RowOut:
    return {
        "scope": scope,
        "steps": [
            {"up_to_g": 50, "amount_dong": figures[name, "cap_min"]},
            {"up_to_g": 250, "amount_dong": figures[name, "cap_max"]},
        ],
        "further_g": 250,
        "further_dong": figures[name, "each_next_250g_max"],
    }


def _defaults(source: str, valid_from: str, status: str = "confirmed") -> RowOut:
    return {"valid_from": valid_from, "source": source, "status": status}


def _source_key(sources: dict[str, str], text: str) -> str:
    """Short key of a source text; the same text keeps its key."""
    for pattern, replacement in _NOTES:
        text = pattern.sub(replacement, text)
    text = text.strip(" ;")
    for key, known in sources.items():
        if known == text:
            return key
    key = f"s{len(sources) + 1}"
    sources[key] = text
    return key


def _arguments(given: Iterable[str]) -> tuple[Path, Path]:
    facts, out = given
    return Path(facts), Path(out)


if __name__ == "__main__":
    main(*_arguments(sys.argv[1:]))
