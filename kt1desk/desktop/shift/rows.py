"""Rows of the shift's lists: what is looked at, what must be seen, money by its kind, questions, what was written. Pure functions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.models.texts import dong, item_number, shift_name
from kt1desk.desktop.needs.shift import CheckLine, ClosedShift, ThingLine
from kt1desk.desktop.needs.window import Tone
from kt1desk.desktop.shift.state import ClosingState
from kt1desk.desktop.widgets import Column, Role, Sign, TableRow

CHECK_COLUMNS = (Column("Xem trước", 152), Column("Tình trạng", cut=True))
THING_COLUMNS = (
    Column("Thấy", 64),
    Column("Số hiệu", 190),
    Column("Là", 122),
    Column("Trên sổ đang ở", cut=True),
)
MONEY_COLUMNS = (Column("Khoản"), Column("Trong ngăn, đ", 148, right=True))
ASKED_COLUMNS = (
    Column("", 36, spoken="Đã trả lời"),
    Column("Câu hỏi", cut=True),
    Column("Trả lời", 250, cut=True),
)
SUMMARY_COLUMNS = (Column("Sẽ ghi", cut=True), Column("", 250, cut=True, spoken="Giá trị"))
WRITTEN_COLUMNS = (Column("Đã ghi", cut=True), Column("", 250, cut=True, spoken="Giá trị"))

_SEEN = {True: Sign(Icon.SQUARE_CHECK, "accent", "đã thấy"), False: Sign(Icon.SQUARE, "muted", "chưa thấy")}
_TONES: Mapping[Tone, tuple[Role, Sign]] = {
    Tone.GOOD: (Role.BODY, Sign(Icon.CHECK, "ok", "được")),
    Tone.CALM: (Role.BODY, Sign(Icon.CHECK, "muted", "để biết")),
    Tone.WARN: (Role.WARN, Sign(Icon.ALERT_TRIANGLE, "warn", "cần xem")),
}


def check_rows(checks: Sequence[CheckLine]) -> list[TableRow]:
    """Rows for `CHECK_COLUMNS`."""
    made = []
    for each in checks:
        role, sign = _TONES.get(each.tone, _TONES[Tone.WARN])
        made.append(TableRow(each.what, (each.what, each.words), {1: role}, {1: sign}))
    return made


def thing_row(thing: ThingLine, *, seen: bool) -> TableRow:
    """A row for `THING_COLUMNS`."""
    where = thing.where
    cells = ("", item_number(thing.number), thing.what, where)
    roles = {1: Role.MUTED, 2: Role.MUTED, 3: Role.MUTED} if seen else {}
    return TableRow(thing.number, cells, roles, {0: _SEEN[seen]})


def thing_rows(state: ClosingState) -> list[TableRow]:
    """Rows for `THING_COLUMNS`."""
    return [thing_row(thing, seen=state.is_seen(thing)) for thing in state.view.things]


def money_rows(state: ClosingState) -> list[TableRow]:
    """Rows for `MONEY_COLUMNS`: float, each kind apart, what must be there, what is, and the difference."""
    view, difference = state.view, state.difference_dong
    word = "Thừa" if difference > 0 else "Thiếu" if difference else "Khớp sổ"
    lines = [
        ("Quỹ đầu ca", view.shift.float_dong),
        *((each.says, each.amount_dong) for each in state.compared.kinds),
        ("Sổ ghi phải có", state.compared.expected_dong),
        ("Đếm được", state.counted_dong),
    ]
    made = [TableRow(says, (says, signed(amount))) for says, amount in lines]
    role, sign = (Role.WARN, Icon.ALERT_TRIANGLE) if difference else (Role.OK, Icon.CHECK)
    last = TableRow("", (word, dong(abs(difference))), {0: role, 1: role}, {0: Sign(sign, role.value)})
    return [*made, last]


def signed(amount_dong: int) -> str:
    """``-38.450.000``."""
    return f"-{dong(-amount_dong)}" if amount_dong < 0 else dong(amount_dong)


def asked_rows(state: ClosingState) -> list[TableRow]:
    """Rows for `ASKED_COLUMNS`; the one that is asked now is marked."""
    now = state.open_question()
    made = []
    for at, each in enumerate(state.compared.asked, 1):
        said = state.answer_words(each)
        words = f"{each.title} {each.text}".strip()
        icons = {2: Sign(Icon.CHECK, "ok", "đã trả lời")} if said else {}
        waits = "đang hỏi" if each is now else "chưa hỏi"
        made.append(
            TableRow(each.key, (str(at), words, said or waits), {} if said else {2: Role.MUTED}, icons)
        )
    return made


def summary_rows(state: ClosingState) -> list[TableRow]:
    """Rows for `SUMMARY_COLUMNS`."""
    view = state.view
    seen = len(view.things) - len(state.unseen())
    lines = [
        ("Ca", shift_name(view.shift.shift)),
        ("Bưu gửi, hồ sơ đã thấy", f"{seen} / {len(view.things)}"),
        ("Đếm được", f"{dong(state.counted_dong)} đ"),
        ("Sổ ghi phải có", f"{dong(state.compared.expected_dong)} đ"),
        *((f"{each.title} {each.text}", state.answer_words(each)) for each in state.compared.asked),
    ]
    return [TableRow(str(at), line) for at, line in enumerate(lines)]


def written_rows(closed: ClosedShift) -> list[TableRow]:
    """Rows for `WRITTEN_COLUMNS`."""
    lines = [
        ("Đếm được", f"{dong(closed.counted_dong)} đ"),
        ("Sổ ghi phải có", f"{dong(closed.expected_dong)} đ"),
        *closed.lines,
        *(("Giấy đang in", paper) for paper in closed.papers),
    ]
    return [TableRow(str(at), line) for at, line in enumerate(lines)]
