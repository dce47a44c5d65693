"""The registers that the KT1 service keeps: people cleared for it, places, cameras, guards, vehicles, inspections, agencies, complaints.

Each is declared here with its columns, the purpose of each and its maximum length; nothing else can be entered. There is no column for
anybody's words: codes of dated lists, dates, counts, short references without a blank, ids, and names and addresses of who is registered.
Columns that name a natural person stand beside the event. Which duties there are: QĐ 55/2016/QĐ-TTg, QĐ 37/2021/QĐ-TTg, TT 15/2022/TT-BTTTT
(nhân sự, nơi bảo quản, phương tiện, kiểm tra, giám sát). What reports are made from stands in `kt1desk.domain.post_registers`.

This module must not know where entries are kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

from kt1desk.domain.coded import CodeList
from kt1desk.domain.errors import DeskError
from kt1desk.domain.post_registers import BOOKS, OF_KT1
from kt1desk.domain.register_columns import Column, Kind, Register
from kt1desk.domain.register_makers import agency, coded, day, sign, user

PEOPLE, PLACES, VEHICLES = "people", "safes", "vehicles"
AGENCIES, RECEIVERS = "served_agencies", "agency_receivers"

EXPIRIES = ("vetted_until", "committed_until", "trained_until")
"""Columns of `PEOPLE` of which the earliest ends a clearance."""

_DECLARED = (
    Register(
        PEOPLE,
        "Người được làm KT1",
        (
            user("user", "Tài khoản", "ai được làm KT1"),
            day("vetted_on", "Thẩm tra ngày", "thẩm tra tiêu chuẩn chính trị"),
            day("vetted_until", "Thẩm tra có hạn đến", "hết hạn thì không được làm KT1"),
            day("committed_on", "Ký cam kết ngày", "cam kết bảo vệ đã ký"),
            day("committed_until", "Cam kết có hạn đến", "hết hạn thì không được làm KT1"),
            day("trained_on", "Tập huấn ngày", "tập huấn nghiệp vụ và an ninh"),
            day("trained_until", "Tập huấn có hạn đến", "hết hạn thì không được làm KT1"),
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
            sign("place", "Mã nơi cất", "bưu gửi đang nằm ở đâu", 12),
            coded("kind", "Loại", CodeList.SAFE_KIND, "bảo quản đúng nơi"),
            coded("fire_proof", "Chống cháy", CodeList.YES_NO, "két chống cháy theo quy định"),
            sign("room", "Phòng", "vị trí trong điểm", 12),
        ),
        key="place",
    ),
    Register(
        "cameras",
        "Camera",
        (
            sign("camera", "Mã camera", "camera nào", 12),
            sign("place", "Nơi đặt", "quan sát nơi nào", 12),
            day("since", "Lắp từ ngày", "thời gian có giám sát"),
            day("until", "Đến ngày", "thời gian có giám sát", required=False),
        ),
        key="camera",
        spans=(("since", "until"),),
        ends=("until",),
    ),
    Register(
        "camera_checks",
        "Kiểm tra camera",
        (
            sign("camera", "Mã camera", "camera nào", 12),
            day("on", "Ngày", "khi nào kiểm tra"),
            coded("finding", "Tình trạng", CodeList.CHECK, "camera có hoạt động không"),
            user("by", "Người kiểm tra", "ai kiểm tra"),
        ),
    ),
    Register(
        "guard_roster",
        "Lịch trực bảo vệ 24/7",
        (
            day("on", "Ngày", "ngày trực"),
            coded("shift", "Ca trực", CodeList.GUARD_SHIFT, "giờ nào có người trực"),
            Column("guard", "Người trực", Kind.PERSON, "ai trực", 80),
        ),
    ),
    Register(
        "guard_checks",
        "Kiểm tra trực bảo vệ",
        (
            day("on", "Ngày", "khi nào kiểm tra"),
            coded("shift", "Ca trực", CodeList.GUARD_SHIFT, "ca nào"),
            coded("finding", "Tình trạng", CodeList.CHECK, "có đủ người trực không"),
            user("by", "Người kiểm tra", "ai kiểm tra"),
        ),
    ),
    Register(
        VEHICLES,
        "Phương tiện",
        (
            sign("plate", "Biển số", "xe nào chở KT1", 12),
            coded("dedicated", "Chuyên dùng", CodeList.YES_NO, "xe không chuyên dùng phải có người áp tải"),
            day("until", "Dùng đến ngày", "hết hạn đăng kiểm hoặc phân công", required=False),
        ),
        key="plate",
        ends=("until",),
    ),
    Register(
        "inspections",
        "Kiểm tra giá, chất lượng, an ninh",
        (
            coded("what", "Việc kiểm tra", CodeList.INSPECTION, "kiểm tra việc gì"),
            day("on", "Ngày", "khi nào kiểm tra"),
            coded("finding", "Kết quả", CodeList.FINDING, "thấy gì"),
            coded("remedy", "Khắc phục", CodeList.FINDING_REMEDY, "phải làm gì"),
            day("due", "Hạn khắc phục", "khi nào phải xong", required=False),
            day("done", "Đã xong ngày", "đã khắc phục", required=False),
        ),
        spans=(("on", "done"), ("on", "due")),
        ends=("due",),
        done="done",
    ),
    Register(
        "found_mail",
        "Thư KT1 lẫn trong bưu gửi thường",
        (
            day("on", "Ngày", "khi nào thấy"),
            agency("gặp cơ quan gửi để hướng dẫn dùng KT1"),
            Column("count", "Số lượng", Kind.NUMBER, "nhiều hay ít", 4),
        ),
    ),
    Register(
        AGENCIES,
        "Cơ quan được phục vụ",
        (
            agency("ai được phục vụ"),
            sign("contract", "Số hợp đồng", "căn cứ ghi nợ", 32),
            day("since", "Từ ngày", "hợp đồng có hiệu lực"),
            day("until", "Đến ngày", "hợp đồng hết hiệu lực", required=False),
            coded("ground", "Căn cứ", CodeList.GROUND, "điểm a, b, c của đối tượng phục vụ"),
            sign("tax_code", "Mã số thuế", "ghi hóa đơn", 14, required=False),
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
            agency("người nhận của cơ quan nào"),
            Column("name", "Họ tên", Kind.PERSON, "chỉ giao cho người đã đăng ký", 80),
            day("since", "Từ ngày", "đăng ký có hiệu lực"),
            day("until", "Đến ngày", "đăng ký hết hiệu lực", required=False),
        ),
        spans=(("since", "until"),),
        ends=("until",),
    ),
    Register(
        "complaints",
        "Khiếu nại",
        (
            day("on", "Ngày nhận", "khi nào khiếu nại"),
            agency("ai khiếu nại"),
            sign("item", "Số hiệu bưu gửi", "khiếu nại về bưu gửi nào", 24, required=False),
            coded("what", "Về việc", CodeList.COMPLAINT, "khiếu nại điều gì"),
            coded("outcome", "Kết quả", CodeList.COMPLAINT_OUTCOME, "đã giải quyết thế nào"),
            day("answered", "Trả lời ngày", "thời hạn trả lời", required=False),
        ),
        spans=(("on", "answered"),),
    ),
    *OF_KT1,
    *BOOKS,
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


def clearance_until(
    rows: Iterable[Mapping[str, str]], of_user: str, enrolled_until: date | None
) -> date | None:
    """The last day on which a user may work on KT1: by his entry and by what he was enrolled with, whichever ends first.

    Args:
        rows: the values of the entries of `PEOPLE`.
        of_user: his id.
        enrolled_until: as the journal has it from his enrolment; None without a clearance, which no entry can give him.
    """
    own = [row for row in rows if row.get("user") == of_user]
    if enrolled_until is None or any(not row.get(expiry) for row in own for expiry in EXPIRIES):
        return None
    return min([enrolled_until, *(date.fromisoformat(row[expiry]) for row in own for expiry in EXPIRIES)])
