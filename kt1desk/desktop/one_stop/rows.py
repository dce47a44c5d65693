"""Covers, cases and results as rows and words. Pure functions, nothing of Qt's widgets.

A person stands here as the service gives him: as he may be read by whoever stands before the screen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.models.due_signs import LATE
from kt1desk.desktop.models.texts import clock, count, day, item_number, local
from kt1desk.desktop.needs.one_stop import CaseLine
from kt1desk.desktop.needs.one_stop_results import ExpectedLine, GivingAuthority
from kt1desk.desktop.widgets import Column, Role, Sign, TableRow
from kt1desk.services.case_rows import TakenResult, WaitingResult, Way
from kt1desk.services.handover_drafts import CountedCover, ReadyAuthority, ReadyCover
from kt1desk.services.wording_case import way_name

AUTHORITY_COLUMNS = (
    Column("Cơ quan", cut=True),
    Column("Bì", 64, right=True),
    Column("Giấy tờ", 84, right=True),
    Column("Đã kiểm", 92, right=True),
    Column("Chờ từ", 124, hide_below=640),
)
COVER_COLUMNS = (
    Column("Số hiệu", 178),
    Column("Mã hồ sơ, số", 218, hide_below=740),
    Column("Thủ tục", cut=True),
    Column("Giấy tờ", 84, right=True, hide_below=840),
    Column("Kiểm", 166),
)
CASE_COLUMNS = (
    Column("Mã hồ sơ, số", 218),
    Column("Thủ tục", cut=True),
    Column("Cơ quan", 240, hide_below=960, cut=True),
    Column("Tình trạng", 150, cut=True),
    Column("Hẹn trả", 140),
)
GIVER_COLUMNS = (
    Column("Cơ quan", cut=True),
    Column("Đang chờ", 96, right=True),
    Column("Sổ đang mở", 160),
)
TAKEN_COLUMNS = (
    Column("Lúc", 72),
    Column("Số hiệu", 178),
    Column("Mã hồ sơ, số", 218),
    Column("Trong bì", cut=True),
)
EXPECTED_COLUMNS = (
    Column("Mã hồ sơ, số", 218),
    Column("Số hiệu", 178, hide_below=740),
    Column("Thủ tục", cut=True),
    Column("Hẹn trả", 140),
)
WAITING_COLUMNS = (
    Column("Người nộp", 180, cut=True),
    Column("Điện thoại", 96),
    Column("Mã hồ sơ, số", 218),
    Column("Thủ tục", cut=True),
    Column("Chờ từ", 124, hide_below=770),
)
_OPEN, _COUNTED = Sign(Icon.CIRCLE, "muted"), Sign(Icon.CHECK, "ok")
_DIFFERS, _BARRED = Sign(Icon.ALERT_TRIANGLE, "warn"), Sign(Icon.BAN, "muted")
_HINDERED = "chưa giao được"
_LATE = replace(LATE, words="quá hẹn")


def covers_words(number: int) -> str:
    """``12 bì``."""
    return f"{count(number)} bì"


def results_words(number: int) -> str:
    """``12 kết quả``."""
    return f"{count(number)} kết quả"


def iso_day(text: str) -> str:
    """An ISO day as people write it; "" for none."""
    return day(date.fromisoformat(text)) if text else ""


def code_or_number(official: str, dossier: str, item: str = "") -> str:
    """What a case is called: its mã hồ sơ, else the post's number, else the label of its cover."""
    return official or dossier or item_number(item)


def authority_rows(
    authorities: Iterable[ReadyAuthority], counted: Mapping[str, int], offset_min: int
) -> Sequence[TableRow]:
    """Rows for `AUTHORITY_COLUMNS`; ``counted``: how many covers of each were re-counted."""
    return [_authority(each, counted.get(each.authority_id, 0), offset_min) for each in authorities]


def _authority(each: ReadyAuthority, counted: int, offset_min: int) -> TableRow:
    since = min((cover.since_ms for cover in each.covers), default=0)
    cells = (
        each.name,
        count(len(each.covers)),
        count(sum(cover.documents for cover in each.covers)),
        count(counted) if counted else "",
        _moment(since, offset_min),
    )
    return TableRow(each.authority_id, cells)


def cover_row(cover: ReadyCover, counted: CountedCover | None) -> TableRow:
    """A row for `COVER_COLUMNS`."""
    words, sign = (_HINDERED, _BARRED) if cover.hindered else ("chưa kiểm", _OPEN)
    role = Role.MUTED
    if counted is not None and (counted.differences or not counted.seal_intact):
        words, sign, role = difference_words(counted), _DIFFERS, Role.WARN
    elif counted is not None:
        words, sign, role = f"đủ {count(counted.documents)}", _COUNTED, Role.OK
    cells = (
        item_number(cover.item),
        code_or_number(cover.official, cover.dossier) or "theo nhãn",
        _content(cover),
        count(cover.documents) if cover.documents else "",
        words,
    )
    return TableRow(cover.item, cells, {4: role}, {4: sign})


def _content(cover: ReadyCover) -> str:
    """What lies in it: the dossier itself needs no word before its procedure."""
    is_plain = cover.way in {"", Way.SEND}
    return cover.procedure_name if is_plain else f"{way_name(cover.way)}: {cover.procedure_name}"


def difference_words(counted: CountedCover) -> str:
    """What the re-count found wrong, in a few words."""
    wrong = len(counted.differences)
    parts = [f"{count(wrong)} sai lệch" if wrong else "", "" if counted.seal_intact else "niêm phong"]
    return ", ".join(filter(None, parts))


def case_rows(cases: Iterable[CaseLine], today: str) -> Sequence[TableRow]:
    """Rows for `CASE_COLUMNS`; a case past its day is a word's colour and a shape."""
    made = []
    for each in cases:
        due = each.official_day or each.promised
        is_late = bool(due) and due < today
        cells = (
            code_or_number(each.official, each.dossier),
            each.procedure,
            each.authority,
            each.state_words,
            iso_day(due),
        )
        roles, icons = ({4: Role.ERROR}, {4: _LATE}) if is_late else ({}, {})
        made.append(TableRow(each.dossier, cells, roles, icons))
    return made


def giver_rows(givers: Iterable[GivingAuthority]) -> Sequence[TableRow]:
    """Rows for `GIVER_COLUMNS`."""
    return [
        TableRow(
            each.authority,
            (
                each.name,
                count(each.waiting) if each.waiting else "",
                results_words(each.taken) if each.takeover else "",
            ),
            {2: Role.WARN},
            {2: Sign(Icon.HOURGLASS, "warn")} if each.takeover else {},
        )
        for each in givers
    ]


def taken_row(line: TakenResult, held: str, offset_min: int, mark: str = "") -> TableRow:
    """A row for `TAKEN_COLUMNS`; ``held`` says what lies in the cover, ``mark`` what is wrong with it ("" for nothing)."""
    cells = (
        clock(line.taken_ms, offset_min),
        item_number(line.item),
        code_or_number(line.official, line.dossier) or "theo nhãn",
        mark or held,
    )
    return TableRow(line.item, cells, {3: Role.WARN} if mark else {}, {3: _DIFFERS} if mark else {})


def expected_row(line: ExpectedLine, today: str, *, marked: bool) -> TableRow:
    """A row for `EXPECTED_COLUMNS`; ``marked``: the authority's list has it, and it was not given."""
    cells = (
        code_or_number(line.official, line.dossier),
        item_number(line.item),
        "có trong danh sách" if marked else line.procedure,
        iso_day(line.due_day),
    )
    roles = {2: Role.WARN} if marked else {}
    icons = {2: _DIFFERS} if marked else {}
    if line.due_day and line.due_day < today:
        roles, icons = {**roles, 3: Role.ERROR}, {**icons, 3: _LATE}
    return TableRow(line.dossier, cells, roles, icons)


def waiting_rows(results: Iterable[WaitingResult], offset_min: int) -> Sequence[TableRow]:
    """Rows for `WAITING_COLUMNS`."""
    return [
        TableRow(
            each.item,
            (
                each.applicant,
                _tail(each.phone),
                code_or_number(each.official, each.dossier, each.item),
                each.procedure_name,
                _moment(each.since_ms, offset_min),
            ),
        )
        for each in results
    ]


def _tail(phone: str) -> str:
    """The last three digits: enough to tell two of one name apart, and too few for whoever reads over a shoulder."""
    return f"… {phone[-3:]}" if phone else ""


def _moment(utc_ms: int, offset_min: int) -> str:
    return f"{local(utc_ms, offset_min):%d/%m %H:%M}" if utc_ms else ""
