"""Published texts that are not the project's: they stay in a folder beside it, and tests that want them skip where it is absent."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import pytest

from kt1desk.domain.procedure import Channel
from kt1desk.services.import_columns import CHANNEL_NAMES
from tests.support.tree import ROOT

_PROCEDURES = ROOT.parent / "shared" / "data" / "procedures.json"
_FIRST_DAY = "10/06/2026"
"""The first of the days on which the pages were read; the pages themselves say no day."""
_PAPERS_IN_A_CELL = 20
_KNOWN = {None: "", True: "có", False: "không"}
_UNITS = {"working_day": " ngày làm việc", "calendar_day": " ngày", "hour": " giờ"}


@cache
def published_procedures() -> Sequence[Mapping[str, str]]:
    """The three hundred procedures of the national portal, each as a line of a catalogue: text by title of the column."""
    if not _PROCEDURES.is_file():
        pytest.skip("needs shared/data/procedures.json beside the project: its texts are not part of it")
    return [_line(row) for row in json.loads(_PROCEDURES.read_text("utf-8"))["rows"]]


def _line(row: Mapping[str, Any]) -> Mapping[str, str]:
    return {
        "Mã TTHC": row["code"],
        "Tên thủ tục": row["name"],
        "Lĩnh vực": row["field"],
        "Cấp": ", ".join(row["levels"]),
        "Cơ quan tiếp nhận": "; ".join(row["ls_authority_ids"]),
        "Quyết định công bố": row["decision"],
        "Gửi qua bưu chính": _KNOWN[row["may_send_by_post"]],
        "Trả qua bưu chính": _KNOWN[row["may_return_by_post"]],
        "Nguồn": row["source"],
        "Có hiệu lực từ": _FIRST_DAY,
        **dict(_papers(row["papers"])),
        **dict(text for channel in Channel for text in _channel(row["channels"], channel)),
    }


def _papers(rows: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """A few to a cell: a cell of a workbook takes 32,767 characters, and the longest list has 53,000."""
    for place, first in enumerate(range(0, len(rows), _PAPERS_IN_A_CELL), start=1):
        yield f"Giấy tờ {place}", "\n".join(map(_paper, rows[first : first + _PAPERS_IN_A_CELL]))


def _paper(row: Mapping[str, Any]) -> str:
    """Instructions among the papers are lines without a count, as the portal has them."""
    certified = {"certified": "chứng thực", "plain": "bản sao thường"}.get(row["copy_kind"], "")
    counts = (str(row["original_count"] or ""), str(row["copy_count"] or ""))
    return " | ".join((_flat(row["name"]), *counts, certified, _flat(row["group"])))


def _flat(text: str) -> str:
    return " ".join(text.replace("|", "/").split())


def _channel(rows: Sequence[Mapping[str, Any]], channel: Channel) -> Iterator[tuple[str, str]]:
    """Where pages say several times of one way, the longest."""
    name = CHANNEL_NAMES[channel]
    said = [row for row in rows if row["channel"] == channel.value]
    row = max(said, key=lambda one: one["duration"] or 0, default=None)
    if row is None:
        return
    fees = [fee["amount"] for fee in row["fees"]]
    yield f"Thời hạn {name}", _duration(row)
    yield f"Phí {name}", str(fees[0]) if len(fees) == 1 and fees[0] is not None else ""
    yield f"Ghi chú {name}", row["note"] or ""


def _duration(row: Mapping[str, Any]) -> str:
    if row["duration_unit"] == "same_day":
        return "trong ngày"
    return f"{row['duration']}{_UNITS.get(row['duration_unit'] or '', '')}" if row["duration"] else ""
