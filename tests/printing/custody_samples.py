"""Papers of custody as the services make them, for the tests of the paper."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from kt1desk.domain.dated import Status
from kt1desk.domain.events import Moment
from kt1desk.domain.kt1 import Secrecy, Urgency
from kt1desk.domain.money import ZeroTens
from kt1desk.domain.reference import FormCode, Point
from kt1desk.domain.tariff import ComponentKind
from kt1desk.services.bag_tag_paper import BagTagPaper, bag_tag_values
from kt1desk.services.blank_register_paper import BlankColumn, BlankRegisterPaper, blank_register_values
from kt1desk.services.certificate_paper import CertificatePaper, CertificateStation, certificate_values
from kt1desk.services.handover_paper import HandoverPaper, HandoverThing, handover_values
from kt1desk.services.incident_paper import (
    IncidentContact,
    IncidentPaper,
    IncidentTold,
    incident_values,
)
from kt1desk.services.manifest_paper import (
    ManifestItem,
    ManifestPaper,
    ManifestReceptacle,
    manifest_values,
)
from kt1desk.services.paper_head import PaperHead
from kt1desk.services.round_paper import RoundItem, RoundPaper, round_values
from kt1desk.services.statement_paper import StatementPaper, StatementRow, statement_values
from tests.printing.samples import LABEL, s10_numbers

AT = Moment(1_795_333_925_000)
_HOUR_MS = 3_600_000
EVENT = {"event_ref": "12.kt1.1.10432", "event_hash": "3fa91b0c77e2"}
_AGENCIES = (
    "Ủy ban nhân dân xã Quốc Khánh, tỉnh Lạng Sơn",
    "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh Lạng Sơn, phường Lương Văn Tri",
    "Đảng ủy xã Thất Khê, tỉnh Lạng Sơn",
    "Chi cục Hải quan khu vực VI, phường Đồng Đăng, tỉnh Lạng Sơn",
)
_ADDRESSES = (LABEL["sender_address"], LABEL["receiver_address"])
_LETTERS = (Secrecy.NONE, Secrecy.C, Secrecy.NONE, Secrecy.B, Secrecy.A)
_URGENCIES = tuple(Urgency)
SECRET_PARTY = "Ban Chỉ huy Quân sự tỉnh"


def point(code: str, name: str) -> Point:
    """A point as the reference data knows it."""
    return Point(
        valid_from=date(2025, 7, 1),
        valid_to=None,
        source="sample",
        status=Status.SAMPLE,
        code=code,
        name=name,
        kind="post_office",
        province="20",
        commune="",
        address="Số 49 đường Lê Lợi, phường Kỳ Lừa, tỉnh Lạng Sơn",
        kt1_accept=True,
        kt1_relay=True,
        kt1_deliver=True,
        takes_dossiers=True,
        one_person=False,
    )


HERE, THERE = point("240110", "Bưu cục Kỳ Lừa"), point("245330", "Bưu điện xã Thất Khê")


def head(title: str, *, trial: bool = False) -> PaperHead:
    """The head of a paper of that name."""
    form = FormCode(
        valid_from=date(2023, 1, 1),
        valid_to=None,
        source="plain",
        status=Status.SAMPLE,
        form="x",
        title=title,
        code="BĐ10",
    )
    return PaperHead(form, HERE, "Bưu điện tỉnh Lạng Sơn", AT, "Nông Văn Bình", trial, **EVENT)


def manifest(items: int, parts: int = 0, bags: int = 3) -> ManifestPaper:
    """A dispatch of so many items in so many receptacles; every second or so bears a letter."""
    numbers = s10_numbers(items, 7)
    made = [
        ManifestItem(
            number,
            _LETTERS[at % 5],
            _URGENCIES[at % 4],
            50 + at * 7,
            SECRET_PARTY if _LETTERS[at % 5].is_marked else _AGENCIES[at % 4],
        )
        for at, number in enumerate(numbers)
    ]
    receptacles = tuple(
        ManifestReceptacle(
            f"TUI{at:08d}", f"NP{at:07d}", 4_250 + at, len(made[at - 1 :: bags]), tuple(made[at - 1 :: bags])
        )
        for at in range(1, bags + 1)
    )
    chance = random.Random(parts)
    return ManifestPaper(
        head("Bản kê giao nhận bưu gửi KT1"),
        "CT240110-261122-7-1",
        THERE,
        "Đường thư cấp 2 Lạng Sơn – Thất Khê",
        "12C-123.45",
        False,
        "Lương Thị Hòa",
        "Hoàng Đình Giong",
        "Hoàng Đình Giong",
        receptacles,
        tuple(chance.randbytes(830) for _ in range(parts)),
    )


def bag_tag() -> BagTagPaper:
    """The tag of a receptacle with express items."""
    return BagTagPaper(
        head("Nhãn cổ túi", trial=True),
        "TUI00000001",
        "NP0000001",
        THERE,
        12_250,
        43,
        Urgency.TIMED_EXPRESS,
        "CT240110-261122-7-1",
        "Đường thư cấp 2 Lạng Sơn – Thất Khê",
    )


def round_list(items: int) -> RoundPaper:
    """The list of a postman with so many items."""
    made = tuple(
        RoundItem(
            number,
            _LETTERS[at % 5],
            _URGENCIES[at % 4],
            50 + at * 7,
            _AGENCIES[at % 4].split(",")[0],
            _ADDRESSES[at % 2],
            at % 3 == 1,
            AT.utc_ms + at * _HOUR_MS if at % 4 else 0,
        )
        for at, number in enumerate(s10_numbers(items, 11))
    )
    return RoundPaper(head("Danh sách phát"), "PH240110-261122-7-1", "Vi Thị Xuân", "Tuyến 3", made)


def incident(letter: Secrecy = Secrecy.B) -> IncidentPaper:
    """A broken seal at an arrival."""
    return IncidentPaper(
        head("Biên bản sự vụ"),
        "BB245330-261122-9-1",
        "Túi",
        "TUI00000001",
        letter,
        AT.utc_ms - _HOUR_MS,
        0,
        ("Niêm phong đứt", "Khối lượng không khớp"),
        "Nghiêm trọng",
        (
            ("Số niêm phong trên bản kê", "NP0000001"),
            ("Số niêm phong trên túi", "Không có"),
            ("Khối lượng trên bản kê", "12.250 g"),
            ("Khối lượng cân lại", "12.190 g"),
        ),
        "CT240110-261122-7-1",
        "Lái xe Hoàng Đình Giong",
        (
            IncidentTold("Trưởng bưu cục", "Nông Văn Bình", "Điện thoại", AT.utc_ms - _HOUR_MS // 2),
            IncidentTold("Bưu điện tỉnh, bộ phận KT1", "", "Điện thoại", AT.utc_ms - _HOUR_MS // 3),
        ),
        ("Kiểm đếm lại từng bưu gửi trước hai người", "Niêm phong lại bằng số mới NP0000099"),
        0,
        (
            IncidentContact("Trưởng bưu cục", "0205 000 0001"),
            IncidentContact("Bưu điện tỉnh", "0205 000 0002"),
            IncidentContact("Công an tỉnh", ""),
        ),
        "Hoàng Đình Giong",
        "Bên giao",
    )


def certificate(stations: int = 7) -> CertificatePaper:
    """The chain of one item."""
    acts = ("Chấp nhận", "Kiểm soát", "Đóng túi", "Giao chuyến thư", "Xác nhận đến", "Giao bưu tá", "Phát")
    made = tuple(
        CertificateStation(
            AT.utc_ms + at * _HOUR_MS,
            acts[at % 7],
            "Nông Văn Bình, giao dịch viên",
            "Vi Thị Xuân, bưu tá" if at % 2 else "Két số 1",
            "Bưu cục Kỳ Lừa – 240110",
            "NP0000001" if at % 3 == 2 else "",
            f"12.kt1.1.{10432 + at}",
            f"{at:x}fa91b0c77e2"[:12],
        )
        for at in range(stations)
    )
    number = s10_numbers(1, 3)[0]
    code = "6BFOXN%TSMAHN-HWVKK9Q5PFK6GKO+VKO0H$$K1" * 7
    return CertificatePaper(
        head("Chứng nhận chuỗi giao nhận"), number, Secrecy.C, Urgency.EXPRESS, 250, made, code[:255]
    )


def statement(rows: int) -> StatementPaper:
    """The month of an agency."""
    made = tuple(
        StatementRow(
            number,
            AT.utc_ms + at * _HOUR_MS,
            _LETTERS[at % 5],
            _URGENCIES[at % 4],
            250 + at,
            {}
            if at % 9 == 8
            else {
                ComponentKind.BASE: 15_000,
                ComponentKind.FURTHER: 4_500 * (at % 3),
                ComponentKind.URGENCY: 40_000 * (at % 2),
                ComponentKind.SECRECY: 30_909 if _LETTERS[at % 5].is_marked else 0,
            },
            0
            if at % 9 == 8
            else 15_000 + 4_500 * (at % 3) + 40_000 * (at % 2) + 30_909 * _LETTERS[at % 5].is_marked,
            None if at % 7 == 6 else at % 5 != 4,
            True,
        )
        for at, number in enumerate(s10_numbers(rows, 13))
    )
    return StatementPaper(
        head("Bảng kê tháng"),
        "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh Lạng Sơn",
        "Số 2 đường Hoàng Văn Thụ, phường Lương Văn Tri, tỉnh Lạng Sơn",
        "4900000000",
        "25/2026/HĐ-KT1",
        2026,
        11,
        made,
        2_345_000,
        ((800, 87_600), (1_000, 125_000)),
        2_557_600,
        ZeroTens.LINH,
        True,
    )


def handover(things: int) -> HandoverPaper:
    """Items and receptacles that change hands at the end of a shift."""
    numbers = s10_numbers(things, 17)
    made = tuple(
        HandoverThing("Túi", f"TUI{at:08d}", Secrecy.NONE, f"NP{at:07d}", 4_250, 12)
        if at % 4 == 3
        else HandoverThing("Bưu gửi", numbers[at], _LETTERS[at % 5], "", 250)
        for at in range(things)
    )
    return HandoverPaper(
        head("Phiếu chuyển giữ"), "Nông Văn Bình", "Vi Thị Xuân", "Giao ca", "Két số 1, ngăn 2", made
    )


def blank_register(sheets: int = 2) -> BlankRegisterPaper:
    """A register to be written by hand."""
    columns = (
        BlankColumn("Số hiệu bưu gửi", 4),
        BlankColumn("Giờ, ngày", 2),
        BlankColumn("Bên giao (ký tên)", 3),
        BlankColumn("Bên nhận (ký tên)", 3),
    )
    return BlankRegisterPaper(head("Sổ giao nhận bưu gửi KT1"), columns, sheets)


CUSTODY = {
    "manifest": ("manifest", manifest_values(manifest(14, 2))),
    "manifest of 200 items": ("manifest", manifest_values(manifest(200, 16))),
    "bag tag": ("bag_tag", bag_tag_values(bag_tag())),
    "plain bag tag": ("bag_tag", bag_tag_values(replace(bag_tag(), dispatch="", urgency=Urgency.NONE))),
    "round list": ("round_list", round_values(round_list(23))),
    "incident": ("incident_record", incident_values(incident())),
    "plain incident": ("incident_record", incident_values(incident(Secrecy.NONE))),
    "certificate": ("custody_certificate", certificate_values(certificate())),
    "long certificate": ("custody_certificate", certificate_values(certificate(40))),
    "statement": ("statement", statement_values(statement(9))),
    "statement of 120 items": ("statement", statement_values(statement(120))),
    "handover": ("handover_slip", handover_values(handover(6))),
    "long handover": ("handover_slip", handover_values(handover(60))),
    "blank register": ("blank_register", blank_register_values(blank_register())),
}
"""Documents of custody as a print job keeps them."""
