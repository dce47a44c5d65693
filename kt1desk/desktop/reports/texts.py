"""What the page of reports says: answers of its choices, rows of its lists, what is asked before a report is issued."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from kt1desk.desktop.choice_field import Answer
from kt1desk.desktop.widgets import Column, TableRow
from kt1desk.domain.reporting.differing import Difference
from kt1desk.domain.reporting.issued import Issued
from kt1desk.domain.reporting.periods import Preset, words
from kt1desk.domain.reporting.sources import Scope
from kt1desk.domain.reporting.template import ReportTemplate
from kt1desk.domain.reporting.written import cell_text
from kt1desk.domain.text import fold
from kt1desk.services.report_gathering import written
from kt1desk.services.report_periods import OfferedPeriod, QuarterOver
from kt1desk.services.report_values import IssuedReport, Made

ISSUED_COLUMNS = (
    Column("Số", 160),
    Column("Bản", 56, right=True),
    Column("Báo cáo", cut=True),
    Column("Kỳ", 176, cut=True),
    Column("Phát hành", 124),
)
CHANGE_COLUMNS = (
    Column("Phần", 196, cut=True),
    Column("Dòng", cut=True),
    Column("Cột", 140, cut=True),
    Column("Đã phát hành", 124, right=True, cut=True),
    Column("Bây giờ", 96, right=True, cut=True),
)
_RUNS = "chưa hết"
_SHIFTED = "từ ngày 15"
_QUARTER = re.compile(r"\bquy 0?([1-4])\b")
_ROMAN = ("i", "ii", "iii", "iv")
TEMPLATE_COLUMNS = (Column("Báo cáo", cut=True),)


def day_text(day: date) -> str:
    """As it is typed and read."""
    return f"{day:%d/%m/%Y}"


def among(text: str, answers: Iterable[Answer]) -> list[Answer]:
    """Those that have every word that was typed."""
    wanted = fold(text).split()
    return [each for each in answers if all(word in fold(f"{each.title} {each.ref}") for word in wanted)]


def template_row(template: ReportTemplate) -> TableRow:
    """A template as it is chosen."""
    return TableRow(template.code, (template.title,))


def period_answer(offered: OfferedPeriod) -> Answer:
    """A period as it is chosen, with its days."""
    days = f"{day_text(offered.period.first)} – {day_text(offered.period.last)}"
    name = offered.words
    if offered.kind is Preset.QUARTER_SHIFTED:
        name = f"{name.partition(' (')[0]} ({_SHIFTED})"
    return Answer(
        f"{offered.kind.value}:{offered.period.first}",
        name,
        days if offered.ended else f"{days}, {_RUNS}",
    )


def periods_named(text: str, offered: Iterable[OfferedPeriod]) -> list[Answer]:
    """Those that are called so, in the order given: month 1 is none of 10, 11 and 12, quarter I none of II to IV; «quy 4» is quarter IV."""
    named = _QUARTER.sub(lambda found: f"quy {_ROMAN[int(found[1]) - 1]}", fold(text))
    wanted = _tokens(named)
    found = among(named, map(period_answer, offered))
    return sorted(found, key=lambda each: not wanted <= _tokens(fold(each.title)))


def _tokens(folded: str) -> set[str]:
    return {word.lstrip("0") for word in re.findall(r"\w+", folded)}


def scope_answer(scope: Scope) -> Answer:
    """A scope as it is chosen."""
    return Answer(written(scope), scope.words)


def over_text(over: Sequence[QuarterOver]) -> str:
    """Which quarters are over without their reports; "" where there are none."""
    if not over:
        return ""
    first = over[0]
    titles = f"«{first.title}»" if len(over) == 1 else f"{len(over)} báo cáo"
    return f"{first.offered.words} đã hết, chưa phát hành {titles}. Hạn {day_text(first.by)}."


def question_text(made: Made, on: date) -> str:
    """What is asked before a report is issued."""
    as_what = (
        f"thành phiên bản {made.before.version + 1} của số {made.before.number}"
        if made.before is not None
        else "với một số mới"
    )
    runs = " Kỳ này chưa hết." if made.asked.period.last >= on else ""
    return (
        f"Phát hành «{made.report.title}», {made.report.period}, {as_what}?{runs} Phát hành rồi không xóa được. "
        "F9 lần nữa: phát hành. Esc: thôi."
    )


def state_text(made: Made, issued: Issued | None) -> str:
    """What becomes of the report in front."""
    if issued is not None:
        return f"Số {issued.number}, phiên bản {issued.version}"
    if made.before is not None:
        return f"Bản nháp; đã phát hành số {made.before.number}, phiên bản {made.before.version}"
    return "Bản nháp, chưa phát hành"


def key_of(entry: IssuedReport) -> str:
    """By which a row is found."""
    return f"{entry.issued.number}/{entry.issued.version}"


def issued_row(entry: IssuedReport) -> TableRow:
    """One version in the list."""
    issued = entry.issued
    on = day_text(date.fromisoformat(issued.issued_on))
    return TableRow(
        key_of(entry), (issued.number, str(issued.version), entry.title, words(entry.asked.period), on)
    )


def change_row(at: int, change: Difference) -> TableRow:
    """One thing that is not the same."""
    old, new = cell_text(change.old, change.kind), cell_text(change.new, change.kind)
    return TableRow(str(at), (change.section, change.row, change.column, old, new))


def change_texts(change: Difference) -> tuple[str, str, str]:
    """One thing that is not the same, whole: its place, what stood there, what stands there now."""
    old, new = cell_text(change.old, change.kind), cell_text(change.new, change.kind)
    place = " · ".join(filter(None, (change.section, change.row, change.column)))
    return place, f"Đã phát hành: {old}", f"Bây giờ: {new}"
