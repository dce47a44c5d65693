"""Tasks, money, complaints and visits as rows and words. Pure functions, nothing of Qt's widgets."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.models.case_texts import task_in_short
from kt1desk.desktop.models.due_signs import IN_TIME, LATE, SOON
from kt1desk.desktop.models.texts import clock, count, day, dong, local
from kt1desk.desktop.needs.one_stop_care import ComplaintLine, VisitLine
from kt1desk.desktop.needs.one_stop_duties import TaskLine
from kt1desk.desktop.one_stop.rows import code_or_number, iso_day
from kt1desk.desktop.widgets import Column, Role, Sign, TableRow
from kt1desk.services.case_rows import FeeDue
from kt1desk.services.case_tasks import Task
from kt1desk.services.case_terms import Term
from kt1desk.services.fees import AuthorityFees

TASK_COLUMNS = (
    Column("Hạn", 126),
    Column("Tình trạng", 136),
    Column("Việc", cut=True),
    Column("Hồ sơ, số", 214, hide_below=700),
)
DUE_COLUMNS = (
    Column("Cơ quan", cut=True),
    Column("Hồ sơ", 84, right=True),
    Column("Chọn nộp", 96, right=True),
    Column("Tổng, đ", 132, right=True),
)
MONEY_COLUMNS = (
    Column("Nộp", 56),
    Column("Mã hồ sơ, số"),
    Column("Ngày nhận", 126),
    Column("Biên lai", 148),
    Column("Số tiền, đ", 128, right=True),
)
COMPLAINT_COLUMNS = (
    Column("Trả lời trước", 126),
    Column("Tình trạng", 136),
    Column("Về việc", cut=True),
    Column("Người", 114, hide_below=740),
    Column("Hồ sơ", 214),
)
VISIT_COLUMNS = (
    Column("In", 44),
    Column("Ngày", 72),
    Column("Giờ", 148),
    Column("Người hẹn", 168, cut=True),
    Column("Nơi đến", cut=True),
    Column("Thủ tục", 200, hide_below=900, cut=True),
)
_TERMS: Mapping[Term, tuple[str, Role, Sign]] = {
    Term.OVERDUE: ("quá hạn", Role.ERROR, LATE),
    Term.TODAY: ("hôm nay", Role.WARN, SOON),
    Term.SOON: ("sắp đến hạn", Role.WARN, SOON),
    Term.EARLY: ("trước hạn", Role.MUTED, IN_TIME),
}
_TICKS = {True: Sign(Icon.SQUARE_CHECK, "accent", "chọn"), False: Sign(Icon.SQUARE, "muted", "không chọn")}


def term_words(term: Term) -> str:
    """``quá hạn``."""
    return _TERMS[term][0]


def task_ref(task: Task) -> str:
    """What tells a task from every other."""
    return f"{task.kind.value}:{task.dossier}:{task.number}"


def task_rows(lines: Iterable[TaskLine]) -> Sequence[TableRow]:
    """Rows for `TASK_COLUMNS`."""
    return [_task(each.task) for each in lines]


def _task(task: Task) -> TableRow:
    words, role, sign = _TERMS[task.term]
    number = code_or_number(task.number, task.dossier) if task.dossier else ""
    cells = (iso_day(task.due_day), words, task.words, number)
    return TableRow(task_ref(task), cells, {1: role}, {1: sign}, {2: task_in_short(task)})


def due_rows(due: Iterable[AuthorityFees], chosen: Collection[str]) -> Sequence[TableRow]:
    """Rows for `DUE_COLUMNS`; ``chosen``: cases whose money goes."""
    return [
        TableRow(
            each.authority_id,
            (
                each.name,
                count(len(each.lines)),
                count(sum(line.dossier in chosen for line in each.lines)),
                dong(each.total_dong),
            ),
        )
        for each in due
    ]


def money_row(line: FeeDue, offset_min: int, *, chosen: bool) -> TableRow:
    """A row for `MONEY_COLUMNS`."""
    cells = (
        "",
        code_or_number(line.official, line.dossier),
        day(local(line.accepted_ms, offset_min).date()),
        line.receipt or "chưa có",
        dong(line.amount_dong),
    )
    return TableRow(line.dossier, cells, {} if line.receipt else {3: Role.MUTED}, {0: _TICKS[chosen]})


def complaint_rows(lines: Iterable[ComplaintLine]) -> Sequence[TableRow]:
    """Rows for `COMPLAINT_COLUMNS`."""
    made = []
    for each in lines:
        words, role, sign = _TERMS[each.term]
        cells = (iso_day(each.row.due_day), words, each.about, each.who, each.row.dossier)
        made.append(TableRow(each.row.complaint, cells, {1: role}, {1: sign}))
    return made


def visit_hours(line: VisitLine, offset_min: int) -> str:
    """``08:00–09:30``."""
    return f"{clock(line.row.from_ms, offset_min)}–{clock(line.row.until_ms, offset_min)}"


def visit_row(line: VisitLine, now_ms: int, offset_min: int, *, chosen: bool) -> TableRow:
    """A row for `VISIT_COLUMNS`; one whose time is over is a word's colour and a shape."""
    row = line.row
    is_late = row.until_ms < now_ms
    cells = (
        "",
        f"{local(row.from_ms, offset_min):%d/%m}",
        visit_hours(line, offset_min),
        row.name,
        f"{line.commune} · {row.address}" if row.address else line.commune,
        line.procedure,
    )
    roles = {2: Role.ERROR} if is_late else {}
    icons = {0: _TICKS[chosen]} | ({2: _TERMS[Term.OVERDUE][2]} if is_late else {})
    return TableRow(row.visit, cells, roles, icons)
