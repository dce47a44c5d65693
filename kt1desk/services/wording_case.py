"""The words of cases on screen and paper: states, outcomes, ways, tasks, each by its value.

Reasons have their words in a dated list (`kt1desk.domain.coded`); here is what the program itself distinguishes. This module must not know
who shows the words.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

CASE_STATES: Mapping[str, str] = MappingProxyType(
    {
        "unknown": "Chưa có dữ liệu",
        "accepted": "Đã nhận, chưa giao cơ quan",
        "awaited": "Chờ lấy kết quả",
        "handed": "Đã giao cơ quan",
        "registered": "Cơ quan đã tiếp nhận",
        "supplement": "Cơ quan yêu cầu bổ sung",
        "supplemented": "Đã bổ sung, chưa giao cơ quan",
        "refused": "Cơ quan từ chối",
        "stopped": "Cơ quan dừng giải quyết",
        "result": "Đã có kết quả",
        "delivered": "Đã trả kết quả",
        "given_back": "Đã hoàn cơ quan",
        "reversed": "Đã rút",
    }
)
"""Where a case stands (`kt1desk.domain.case.CaseState`)."""

OUTCOMES: Mapping[str, str] = MappingProxyType(
    {
        "supplement": "Yêu cầu bổ sung",
        "refused": "Từ chối",
        "stopped": "Dừng giải quyết",
        "extended": "Gia hạn",
    }
)
"""What an authority said (`kt1desk.domain.case.Outcome`)."""

WAYS: Mapping[str, str] = MappingProxyType(
    {
        "send": "Hồ sơ",
        "return": "Kết quả",
        "supplement": "Bổ sung",
        "slip": "Giấy hẹn",
        "withdrawn": "Giấy tờ thu hồi",
    }
)
"""What a cover carries (`kt1desk.services.case_rows.Way`)."""

TASKS: Mapping[str, str] = MappingProxyType(
    {
        "tell": "Báo người nộp",
        "slip": "Chuyển giấy hẹn",
        "supplement": "Chờ bổ sung",
        "overdue": "Quá hẹn",
        "soon": "Sắp đến hẹn",
        "result_waits_long": "Kết quả chờ lâu",
        "fees_due": "Nộp phí cho cơ quan",
        "complaint_due": "Trả lời khiếu nại",
        "holiday": "Lịch nghỉ",
    }
)
"""What this point must do next (`kt1desk.services.case_tasks.TaskKind`)."""

OFF_LIST = "Giấy tờ ngoài danh mục"
NO_DATA = "Chưa có dữ liệu"
"""Stands where only a label is known."""


def case_state_name(state: str) -> str:
    """``Đã giao cơ quan``; a state this program does not know yet as it is."""
    return CASE_STATES.get(state, state)


def outcome_name(outcome: str) -> str:
    """``Yêu cầu bổ sung``."""
    return OUTCOMES.get(outcome, outcome)


def way_name(way: str) -> str:
    """``Hồ sơ``; "" for a cover of which only the label is known."""
    return WAYS.get(way, way)


def task_name(kind: str) -> str:
    """``Báo người nộp``."""
    return TASKS[kind]
