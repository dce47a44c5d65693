"""«Cơ quan chưa dùng KT1»: agencies that may use KT1 and sent nothing by it in some days, why, and when somebody last spoke with them.

Who may: the agencies of the province in the list, and whoever stands in the register «Cơ quan dùng KT1» on those days. This module must not
know how a line is shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kt1desk.domain.coded import CodeList
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.domain.permissions import Act
from kt1desk.domain.post_registers import ADOPTION
from kt1desk.domain.reporting.periods import Period
from kt1desk.domain.text import sort_key
from kt1desk.services.register_view_kinds import Cells, RegisterView, count, day, text
from kt1desk.services.register_view_words import ViewWords

FOUND_MAIL = "found_mail"
"""The register of KT1 mail that was found among ordinary mail."""


@dataclass(frozen=True, slots=True)
class _Known:
    """An agency that may use KT1: on which ground, and what its entry says; {} without one."""

    agency: str
    ground: str
    entry: Mapping[str, str]


def _not_using(words: ViewWords, days: Period, point: str) -> Iterator[Cells]:
    sent = words.reader.senders_between(days.first.isoformat(), days.last.isoformat())
    found = _found(words, days)
    silent = [each for each in _eligible(words, days, point) if each.agency not in sent]
    for each in sorted(silent, key=lambda known: sort_key(words.agency(known.agency))):
        said = each.entry
        yield (
            words.agency(each.agency),
            words.coded(CodeList.GROUND, each.ground),
            {"yes": "Có dùng, kỳ này không gửi", "no": "Chưa dùng"}.get(said.get("uses", ""), "Chưa ghi sổ"),
            words.coded(CodeList.ADOPTION_REASON, said.get("reason", "")),
            said.get("contacted_on", ""),
            found[each.agency] or None,
        )


def _eligible(words: ViewWords, days: Period, point: str) -> Iterable[_Known]:
    """By agency, the register before the list; what was over before the days, or began after them, is left out."""
    on = days.last
    province = _province(words, point, days)
    listed = {
        row.agency_id: _Known(row.agency_id, row.ground.value, {})
        for row in words.reference.agencies
        if row.holds(on) and row.province == province
    }
    for entry in words.reader.register_rows(ADOPTION):
        said = entry.values
        agency, until = said.get("agency", ""), said.get("until", "")
        if said.get("since", "") > on.isoformat() or (until and until < days.first.isoformat()):
            listed.pop(agency, None)
        else:
            listed[agency] = _Known(agency, said.get("ground", ""), said)
    return listed.values()


def _province(words: ViewWords, point: str, days: Period) -> str:
    try:
        return words.reference.point(point, days.last).province
    except DeskError:
        return ""


def _found(words: ViewWords, days: Period) -> Counter[str]:
    """How much KT1 mail of each agency was found among ordinary mail on the days."""
    made: Counter[str] = Counter()
    for entry in words.reader.register_rows(FOUND_MAIL):
        said = entry.values
        if days.first.isoformat() <= said.get("on", "") <= days.last.isoformat():
            made[said.get("agency", "")] += int(said.get("count") or 0)
    return made


NOT_USING = RegisterView(
    "not_using",
    "Cơ quan chưa dùng KT1",
    (
        text("agency", "Cơ quan"),
        text("ground", "Căn cứ"),
        text("uses", "Theo sổ"),
        text("reason", "Lý do chưa dùng"),
        day("contacted", "Liên hệ lần cuối"),
        count("found", "Thư KT1 lẫn trong thư thường"),
    ),
    {},
    {Stream.KT1: Act.SEE_REGISTERS},
    (
        "Cơ quan của tỉnh trong danh mục hoặc trong sổ «Cơ quan dùng KT1», không gửi KT1 tại bàn này trong kỳ.",
        "Bì có ký hiệu A, B, C không tính là đã gửi: sổ không giữ tên cơ quan của các bì đó.",
    ),
    listing=_not_using,
)
