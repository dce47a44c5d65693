"""By what a table can be parted, and which part of a figure says it. This module must not know any report."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from kt1desk.domain.drawer import CashKind
from kt1desk.domain.reporting.figures import Measure


class Dimension(StrEnum):
    """What the rows of a table are."""

    WHOLE = "whole"
    """One row: all of it."""
    POINT = "point"
    CLUSTER = "cluster"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    PRODUCT = "product"
    REACH = "reach"
    """Within the province, in the region, beyond."""
    PAYMENT = "payment"
    AGENCY = "agency"
    AUTHORITY = "authority"
    PROCEDURE = "procedure"
    FIELD = "field"
    """Of a procedure."""
    LEVEL = "level"
    """Of a procedure."""
    FORM = "form"
    TIMELY = "timely"
    INCIDENT = "incident"
    SEVERITY = "severity"
    SERVICE = "service"
    COMPLAINT = "complaint"
    OUTCOME = "outcome"
    """How a complaint ended."""
    MONEY = "money"
    """Postage, collected, passed on."""
    CASH_KIND = "cash_kind"
    FLOW = "flow"
    """In or out."""
    COUNTER_SERVICE = "counter_service"
    BALANCE = "balance"
    """Even, over or short."""
    REGISTER = "register"
    """By a column of a register."""


_PLACES = frozenset({Dimension.WHOLE, Dimension.POINT, Dimension.CLUSTER})
TIMES = frozenset({Dimension.DAY, Dimension.MONTH, Dimension.YEAR})
EVERYWHERE = _PLACES | TIMES
"""What every figure says."""

_OF_CASE = (Dimension.FORM, Dimension.PROCEDURE, Dimension.AUTHORITY)
_OF_INCIDENT = (Dimension.INCIDENT, Dimension.SEVERITY, Dimension.SERVICE)

PARTS = ("what", "about", "whose")

SAYS: Mapping[Measure, tuple[Dimension | None, Dimension | None, Dimension | None]] = MappingProxyType(
    {
        Measure.ITEMS: (Dimension.PRODUCT, Dimension.REACH, None),
        Measure.ITEMS_PAID: (Dimension.PAYMENT, None, None),
        Measure.ITEMS_UNPRICED: (Dimension.PRODUCT, None, None),
        Measure.AGENCY_ITEMS: (None, None, Dimension.AGENCY),
        Measure.FIRST_OFFERS: (Dimension.PRODUCT, Dimension.TIMELY, None),
        Measure.ITEMS_DELIVERED: (Dimension.PRODUCT, None, None),
        Measure.ITEMS_RETURNED: (Dimension.PRODUCT, None, None),
        Measure.INCIDENTS: _OF_INCIDENT,
        Measure.INCIDENTS_CLOSED: _OF_INCIDENT,
        Measure.DOSSIERS: _OF_CASE,
        Measure.RESULT_ORDERS: _OF_CASE,
        Measure.RESULTS: _OF_CASE,
        Measure.RESULTS_ON_TIME: (None, Dimension.TIMELY, Dimension.AUTHORITY),
        Measure.DOSSIER_MONEY: (Dimension.MONEY, None, None),
        Measure.REMITTED: (None, None, Dimension.AUTHORITY),
        Measure.COMPLAINTS: (Dimension.COMPLAINT, None, Dimension.SERVICE),
        Measure.COMPLAINTS_ANSWERED: (Dimension.OUTCOME, Dimension.TIMELY, Dimension.SERVICE),
        Measure.CASH: (Dimension.CASH_KIND, Dimension.FLOW, None),
        Measure.COUNTER_SERVICES: (Dimension.COUNTER_SERVICE, Dimension.FLOW, None),
        Measure.SHIFTS: (None, Dimension.BALANCE, None),
    }
)
"""What stands in ``what``, ``about`` and ``whose`` of the figures of a measure; None where nothing does."""

_OF_PROCEDURE = frozenset({Dimension.FIELD, Dimension.LEVEL})


def part_of(measure: Measure, by: Dimension) -> str | None:
    """The part of a figure that says its row; None where the figures of a measure do not say it."""
    wanted = Dimension.PROCEDURE if by in _OF_PROCEDURE else by
    return next((part for part, said in zip(PARTS, SAYS[measure], strict=True) if said is wanted), None)


def parts(measure: Measure, by: Dimension) -> bool:
    """Whether the figures of a measure can be parted so, each belonging to exactly one row."""
    return by in EVERYWHERE or part_of(measure, by) is not None


TITLES: Mapping[Dimension, str] = MappingProxyType(
    {
        Dimension.WHOLE: "Phạm vi",
        Dimension.POINT: "Điểm",
        Dimension.CLUSTER: "Cụm",
        Dimension.DAY: "Ngày",
        Dimension.MONTH: "Tháng",
        Dimension.YEAR: "Năm",
        Dimension.PRODUCT: "Sản phẩm",
        Dimension.REACH: "Phạm vi chuyển",
        Dimension.PAYMENT: "Thanh toán",
        Dimension.AGENCY: "Cơ quan",
        Dimension.AUTHORITY: "Cơ quan giải quyết",
        Dimension.PROCEDURE: "Thủ tục",
        Dimension.FIELD: "Lĩnh vực",
        Dimension.LEVEL: "Cấp",
        Dimension.FORM: "Hình thức",
        Dimension.TIMELY: "Thời hạn",
        Dimension.INCIDENT: "Loại sự vụ",
        Dimension.SEVERITY: "Mức độ",
        Dimension.SERVICE: "Dịch vụ",
        Dimension.COMPLAINT: "Khiếu nại về việc",
        Dimension.OUTCOME: "Kết quả giải quyết",
        Dimension.MONEY: "Khoản tiền",
        Dimension.CASH_KIND: "Loại tiền mặt",
        Dimension.FLOW: "Thu, chi",
        Dimension.COUNTER_SERVICE: "Dịch vụ tại quầy",
        Dimension.BALANCE: "Kết quả kiểm quỹ",
        Dimension.REGISTER: "Mục",
    }
)
"""Head of the first column."""

UNSAID = "Không rõ"
"""Name of the row of what nobody said."""

_CLOSED: Mapping[Dimension, Mapping[str, str]] = {
    Dimension.REACH: {"intra": "Nội tỉnh", "regional": "Nội vùng", "inter": "Liên tỉnh"},
    Dimension.PAYMENT: {"account": "Ghi nợ theo hợp đồng", "cash": "Tiền mặt"},
    Dimension.FORM: {
        "send": "Gửi hồ sơ",
        "return": "Nhận kết quả",
        "both": "Gửi hồ sơ và nhận kết quả",
    },
    Dimension.TIMELY: {"in_time": "Đúng hạn", "late": "Quá hạn", "open": "Không có thời hạn"},
    Dimension.SEVERITY: {"minor": "Nhẹ", "major": "Nặng", "grave": "Nghiêm trọng"},
    Dimension.SERVICE: {"kt1": "KT1", "tthc": "Hồ sơ TTHC"},
    Dimension.MONEY: {"postage": "Cước", "collected": "Thu hộ phí, lệ phí", "pass_on": "Cước chuyển phí"},
    Dimension.CASH_KIND: {
        CashKind.KT1: "Cước KT1",
        CashKind.POSTAGE: "Cước hồ sơ TTHC",
        CashKind.COLLECTED: "Thu hộ phí, lệ phí",
        CashKind.PASS_ON: "Cước chuyển phí",
        CashKind.REMITTED: "Nộp phí cho cơ quan",
        CashKind.SERVED: "Dịch vụ khác tại quầy",
        CashKind.ADVANCE: "Tiếp quỹ",
        CashKind.DEPOSIT: "Nộp quỹ",
        CashKind.ADJUSTED: "Điều chỉnh ca đã khóa",
    },
    Dimension.FLOW: {"in": "Thu", "out": "Chi"},
    Dimension.BALANCE: {"even": "Khớp", "over": "Thừa", "short": "Thiếu"},
}
CLOSED: Mapping[Dimension, Mapping[str, str]] = MappingProxyType(_CLOSED)
"""Names of rows that no list of the post tells, in the order in which they are shown."""
