"""What came in from another desk, in words: what happened to which thing. Numbers of things, and never who sent or gets anything.

A fact of the KT1 register is told in words only to whoever may see items. This module must not know which way anything came.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kt1desk.domain.events import Event, Stream
from kt1desk.exchange.taking import Outcome, Taken
from kt1desk.services.ports import Reader

_OF_KT1 = "Việc của sổ KT1"
_OF_THE_CENTRE = "Dữ liệu dùng chung của trung tâm"
_UNREADABLE = "Bản ghi không đọc được"
_OTHER = "Việc khác"
_TTHC = "tthc."
_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "dispatch.sent": "Chuyến thư gửi đi",
        "dispatch.arrived": "Chuyến thư đã đến",
        "dispatch.recalled": "Rút chuyến thư",
        "receptacle.closed": "Đóng túi",
        "receptacle.opened": "Mở túi",
        "receptacle.received": "Nhận túi",
        "receptacle.undone": "Tháo túi",
        "item.accepted": "Chấp nhận bưu gửi",
        "item.approved": "Duyệt bưu gửi",
        "item.rejected": "Không duyệt bưu gửi",
        "item.reversed": "Rút bưu gửi",
        "item.arrived": "Bưu gửi đến",
        "item.stored": "Cất bưu gửi",
        "item.handed": "Giao bưu gửi cho người khác",
        "item.delivered": "Phát bưu gửi",
        "item.attempted": "Phát chưa được",
        "item.brought_back": "Bưu tá nộp lại",
        "item.forwarded": "Chuyển tiếp",
        "item.returned": "Chuyển hoàn",
        "item.unclaimed": "Không có người nhận",
        "round.started": "Chuyến phát",
        "incident.opened": "Mở biên bản sự vụ",
        "incident.told": "Báo sự vụ",
        "incident.remedied": "Khắc phục sự vụ",
        "incident.closed": "Kết thúc sự vụ",
        "register.entered": "Ghi sổ nghiệp vụ",
        "book.entered": "Ghi sổ ngoài KT1",
        "dossier.accepted": "Nhận hồ sơ",
        "dossier.listed": "Thành phần hồ sơ",
        "dossier.reversed": "Rút hồ sơ",
        "dossier.handed": "Giao hồ sơ cho cơ quan",
        "dossier.handover": "Biên bản giao hồ sơ",
        "dossier.registered": "Cơ quan tiếp nhận",
        "dossier.supplemented": "Nhận bổ sung",
        "dossier.decided": "Cơ quan trả lời",
        "dossier.told": "Báo người nộp",
        "dossier.fee_corrected": "Sửa lệ phí",
        "dossier.fees_remitted": "Nộp lệ phí",
        "dossier.receipt_entered": "Ghi biên lai",
        "dossier.complaint_opened": "Khiếu nại",
        "dossier.complaint_answered": "Trả lời khiếu nại",
        "dossier.visit_planned": "Hẹn đến nhà",
        "dossier.visit_done": "Đã đến nhà",
        "enclosure.made": "Gói bì gửi kèm",
        "result.taken": "Nhận kết quả",
        "result.takeover_opened": "Mở lần nhận kết quả",
        "result.takeover_closed": "Kết thúc nhận kết quả",
    }
)
_NUMBERS = (
    "dispatch", "receptacle", "item", "incident", "dossier", "handover", "takeover", "round", "remittance",
    "complaint", "visit", "entry",
)  # fmt: skip
"""What the number of a thing is called in a fact, after the one that its type is called by; the first that is there names it best."""


def what_came(reader: Reader, taken: Taken, *, sees_kt1: bool) -> str:
    """``Chuyến thư gửi đi 2026-11-22/3``; for whoever may see no item of KT1 only that it is of that register."""
    if taken.event is None:
        return _UNREADABLE if taken.outcome is Outcome.REFUSED else _OF_THE_CENTRE
    if taken.event.stream is Stream.KT1 and not sees_kt1:
        return _OF_KT1
    kind = taken.type.removeprefix(_TTHC)
    words = _WORDS.get(kind, _OTHER)
    event = reader.any_event(taken.event)
    number = _number(event, kind.partition(".")[0]) if event is not None else ""
    return f"{words} {number}" if number else f"{words} (sổ {taken.event.text})"


def known_kinds() -> frozenset[str]:
    """The types that have words."""
    return frozenset(_WORDS)


def _number(event: Event, thing: str) -> str:
    body = event.body()
    found = next((body[name] for name in (thing, *_NUMBERS) if isinstance(body.get(name), str)), "")
    return str(found)
