"""Words of custody on screen and paper: where a thing stands, how it was found, and what differs at an arrival.

Reasons have their words in a dated list (`kt1desk.domain.coded`); here is what the program itself distinguishes. This module must not know
who shows them, and it never spells out what the letters A, B and C stand for.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

ITEM_CONDITIONS: Mapping[str, str] = MappingProxyType(
    {"intact": "Nguyên", "damaged": "Rách", "opened": "Bị mở", "wet": "Ướt"}
)
"""How an item was found at its arrival."""

BAG_CONDITIONS: Mapping[str, str] = MappingProxyType(
    {"intact": "Nguyên", "seal_broken": "Mất niêm", "seal_differs": "Khác niêm", "damaged": "Rách"}
)
"""How a bag was found at its arrival."""

WRONG: Mapping[str, str] = MappingProxyType(
    {
        "missing": "Thiếu bưu gửi",
        "surplus": "Thừa bưu gửi",
        "damaged": "Bưu gửi không nguyên",
        "bag_missing": "Thiếu túi",
        "bag_damaged": "Túi không nguyên",
        "seal": "Niêm phong khác hoặc mất",
    }
)
"""What can differ between a dispatch and what came (`kt1desk.services.arrival_view.Wrong`)."""

STATES: Mapping[str, str] = MappingProxyType(
    {
        "accepted": "Đã chấp nhận",
        "rejected": "Bị từ chối",
        "reversed": "Đã rút",
        "approved": "Đã duyệt",
        "stored": "Đã cất",
        "packed": "Trong túi",
        "dispatched": "Đang đi",
        "arrived": "Đã tới",
        "out": "Đang phát",
        "attempted": "Phát chưa được",
        "delivered": "Đã phát",
        "forwarded": "Chuyển tiếp",
        "returning": "Đang hoàn",
        "returned": "Đã hoàn",
        "unclaimed": "Không ai nhận",
        "closed": "Đã đóng",
        "sent": "Đang đi",
        "received": "Đã nhận",
        "opened": "Đã mở",
        "undone": "Đã tháo",
        "recalled": "Đã rút",
    }
)
"""Where an item, a bag or a dispatch stands (`kt1desk.domain.custody.State`)."""

STEPS: Mapping[str, str] = MappingProxyType(
    {
        "accept": "Chấp nhận",
        "reverse": "Rút lại",
        "approve": "Duyệt",
        "reject": "Không duyệt",
        "store": "Cất giữ",
        "hand": "Bàn giao",
        "pack": "Đóng túi",
        "close": "Niêm phong túi",
        "unpack": "Lấy ra khỏi túi",
        "undo": "Tháo túi",
        "send": "Gửi chuyến thư",
        "recall": "Rút chuyến thư",
        "receive": "Nhận túi",
        "open": "Mở túi",
        "arrive": "Xác nhận đến",
        "give": "Giao bưu tá",
        "attempt": "Phát không thành",
        "bring_back": "Bưu tá trả lại",
        "deliver": "Phát",
        "forward": "Chuyển tiếp",
        "return": "Chuyển hoàn",
        "set_aside": "Vô thừa nhận",
    }
)
"""What happened at a station (`kt1desk.domain.custody.Step`)."""


def step_name(step: str) -> str:
    """What happened at a station; a step this program does not know yet as it is."""
    return STEPS.get(step, step)


def state_name(state: str) -> str:
    """A state in a word or two; a state this program does not know yet as it is."""
    return STATES.get(state, state)


def item_condition_name(condition: str) -> str:
    """How an item was found; a condition this program does not know yet as it is."""
    return ITEM_CONDITIONS.get(condition, condition)


def bag_condition_name(condition: str) -> str:
    """How a bag was found; a condition this program does not know yet as it is."""
    return BAG_CONDITIONS.get(condition, condition)


def wrong_name(wrong: str) -> str:
    """What differs; a kind this program does not know yet as it is."""
    return WRONG.get(wrong, wrong)
