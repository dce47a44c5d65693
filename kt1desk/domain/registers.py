"""The registers that the KT1 service keeps: people cleared for it, places, cameras, guards, vehicles, inspections, agencies, complaints.

Each is declared here with its columns, the purpose of each and its maximum length; nothing else can be entered. There is no column for
anybody's words: codes of dated lists, dates, counts, short references without a blank, ids, and names and addresses of who is registered.
Columns that name a natural person stand beside the event. Which duties there are: QĐ 55/2016/QĐ-TTg, QĐ 37/2021/QĐ-TTg, TT 15/2022/TT-BTTTT
(nhân sự, nơi bảo quản, phương tiện, kiểm tra, giám sát).

This module must not know where entries are kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

from kt1desk.domain.coded import CodeList
from kt1desk.domain.errors import DeskError
from kt1desk.domain.register_columns import Column, Kind, Register


def _day(code: str, title: str, purpose: str, *, required: bool = True) -> Column:
    return Column(code, title, Kind.DATE, purpose, 10, required)


def _coded(code: str, title: str, code_list: CodeList, purpose: str, *, required: bool = True) -> Column:
    return Column(code, title, Kind.CODE, purpose, 24, required, code_list)


def _sign(code: str, title: str, purpose: str, most: int = 24, *, required: bool = True) -> Column:
    return Column(code, title, Kind.REFERENCE, purpose, most, required)


def _user(code: str, title: str, purpose: str) -> Column:
    return Column(code, title, Kind.USER, purpose, 16)


def _agency(purpose: str) -> Column:
    return Column("agency", "Cơ quan", Kind.AGENCY, purpose, 24)


PEOPLE, PLACES, VEHICLES = "people", "safes", "vehicles"
AGENCIES, RECEIVERS = "served_agencies", "agency_receivers"

EXPIRIES = ("vetted_until", "committed_until", "trained_until")
"""Columns of `PEOPLE` of which the earliest ends a clearance."""

_DECLARED = (
    Register(
        PEOPLE,
        "Người được làm KT1",
        (
            _user("user", "Tài khoản", "ai được làm KT1"),
            _day("vetted_on", "Thẩm tra ngày", "thẩm tra tiêu chuẩn chính trị"),
            _day("vetted_until", "Thẩm tra có hạn đến", "hết hạn thì không được làm KT1"),
            _day("committed_on", "Ký cam kết ngày", "cam kết bảo vệ đã ký"),
            _day("committed_until", "Cam kết có hạn đến", "hết hạn thì không được làm KT1"),
            _day("trained_on", "Tập huấn ngày", "tập huấn nghiệp vụ và an ninh"),
            _day("trained_until", "Tập huấn có hạn đến", "hết hạn thì không được làm KT1"),
        ),
        key="user",
        spans=(
            ("vetted_on", "vetted_until"),
            ("committed_on", "committed_until"),
            ("trained_on", "trained_until"),
        ),
        ends=EXPIRIES,
    ),
    Register(
        PLACES,
        "Két, tủ, ngăn",
        (
            _sign("place", "Mã nơi cất", "bưu gửi đang nằm ở đâu", 12),
            _coded("kind", "Loại", CodeList.SAFE_KIND, "bảo quản đúng nơi"),
            _coded("fire_proof", "Chống cháy", CodeList.YES_NO, "két chống cháy theo quy định"),
            _sign("room", "Phòng", "vị trí trong điểm", 12),
        ),
        key="place",
    ),
    Register(
        "cameras",
        "Camera",
        (
            _sign("camera", "Mã camera", "camera nào", 12),
            _sign("place", "Nơi đặt", "quan sát nơi nào", 12),
            _day("since", "Lắp từ ngày", "thời gian có giám sát"),
            _day("until", "Đến ngày", "thời gian có giám sát", required=False),
        ),
        key="camera",
        spans=(("since", "until"),),
        ends=("until",),
    ),
    Register(
        "camera_checks",
        "Kiểm tra camera",
        (
            _sign("camera", "Mã camera", "camera nào", 12),
            _day("on", "Ngày", "khi nào kiểm tra"),
            _coded("finding", "Tình trạng", CodeList.CHECK, "camera có hoạt động không"),
            _user("by", "Người kiểm tra", "ai kiểm tra"),
        ),
    ),
    Register(
        "guard_roster",
        "Lịch trực bảo vệ 24/7",
        (
            _day("on", "Ngày", "ngày trực"),
            _coded("shift", "Ca trực", CodeList.GUARD_SHIFT, "giờ nào có người trực"),
            Column("guard", "Người trực", Kind.PERSON, "ai trực", 80),
        ),
    ),
    Register(
        "guard_checks",
        "Kiểm tra trực bảo vệ",
        (
            _day("on", "Ngày", "khi nào kiểm tra"),
            _coded("shift", "Ca trực", CodeList.GUARD_SHIFT, "ca nào"),
            _coded("finding", "Tình trạng", CodeList.CHECK, "có đủ người trực không"),
            _user("by", "Người kiểm tra", "ai kiểm tra"),
        ),
    ),
    Register(
        VEHICLES,
        "Phương tiện",
        (
            _sign("plate", "Biển số", "xe nào chở KT1", 12),
            _coded("dedicated", "Chuyên dùng", CodeList.YES_NO, "xe không chuyên dùng phải có người áp tải"),
            _day("until", "Dùng đến ngày", "hết hạn đăng kiểm hoặc phân công", required=False),
        ),
        key="plate",
        ends=("until",),
    ),
    Register(
        "inspections",
        "Kiểm tra giá, chất lượng, an ninh",
        (
            _coded("what", "Việc kiểm tra", CodeList.INSPECTION, "kiểm tra việc gì"),
            _day("on", "Ngày", "khi nào kiểm tra"),
            _coded("finding", "Kết quả", CodeList.FINDING, "thấy gì"),
            _coded("remedy", "Khắc phục", CodeList.FINDING_REMEDY, "phải làm gì"),
            _day("due", "Hạn khắc phục", "khi nào phải xong", required=False),
            _day("done", "Đã xong ngày", "đã khắc phục", required=False),
        ),
        spans=(("on", "done"), ("on", "due")),
        ends=("due",),
        done="done",
    ),
    Register(
        "found_mail",
        "Thư KT1 lẫn trong bưu gửi thường",
        (
            _day("on", "Ngày", "khi nào thấy"),
            _agency("gặp cơ quan gửi để hướng dẫn dùng KT1"),
            Column("count", "Số lượng", Kind.NUMBER, "nhiều hay ít", 4),
        ),
    ),
    Register(
        AGENCIES,
        "Cơ quan được phục vụ",
        (
            _agency("ai được phục vụ"),
            _sign("contract", "Số hợp đồng", "căn cứ ghi nợ", 32),
            _day("since", "Từ ngày", "hợp đồng có hiệu lực"),
            _day("until", "Đến ngày", "hợp đồng hết hiệu lực", required=False),
            _coded("ground", "Căn cứ", CodeList.GROUND, "điểm a, b, c của đối tượng phục vụ"),
            _sign("tax_code", "Mã số thuế", "ghi hóa đơn", 14, required=False),
            Column("address_1", "Địa chỉ 1", Kind.ADDRESS, "nơi nhận, phát đã đăng ký", 200),
            Column("address_2", "Địa chỉ 2", Kind.ADDRESS, "tối đa hai địa chỉ", 200, required=False),
        ),
        key="agency",
        spans=(("since", "until"),),
        ends=("until",),
    ),
    Register(
        RECEIVERS,
        "Người nhận đã đăng ký",
        (
            _agency("người nhận của cơ quan nào"),
            Column("name", "Họ tên", Kind.PERSON, "chỉ giao cho người đã đăng ký", 80),
            _day("since", "Từ ngày", "đăng ký có hiệu lực"),
            _day("until", "Đến ngày", "đăng ký hết hiệu lực", required=False),
        ),
        spans=(("since", "until"),),
        ends=("until",),
    ),
    Register(
        "complaints",
        "Khiếu nại",
        (
            _day("on", "Ngày nhận", "khi nào khiếu nại"),
            _agency("ai khiếu nại"),
            _sign("item", "Số hiệu bưu gửi", "khiếu nại về bưu gửi nào", 24, required=False),
            _coded("what", "Về việc", CodeList.COMPLAINT, "khiếu nại điều gì"),
            _coded("outcome", "Kết quả", CodeList.COMPLAINT_OUTCOME, "đã giải quyết thế nào"),
            _day("answered", "Trả lời ngày", "thời hạn trả lời", required=False),
        ),
        spans=(("on", "answered"),),
    ),
)

REGISTERS: Mapping[str, Register] = MappingProxyType({each.code: each for each in _DECLARED})
"""By code, in the order in which they are shown."""


def register(code: str) -> Register:
    """A register by its code.

    Raises:
        DeskError: ``register.unknown``.
    """
    if code not in REGISTERS:
        raise DeskError("register.unknown", "register")
    return REGISTERS[code]


def clearance_until(rows: Iterable[Mapping[str, str]], user: str, enrolled_until: date | None) -> date | None:
    """The last day on which a user may work on KT1: by his entry and by what he was enrolled with, whichever ends first.

    Args:
        rows: the values of the entries of `PEOPLE`.
        user: his id.
        enrolled_until: as the journal has it from his enrolment; None without a clearance, which no entry can give him.
    """
    own = [row for row in rows if row.get("user") == user]
    if enrolled_until is None or any(not row.get(expiry) for row in own for expiry in EXPIRIES):
        return None
    return min([enrolled_until, *(date.fromisoformat(row[expiry]) for row in own for expiry in EXPIRIES)])
