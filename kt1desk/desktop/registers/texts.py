"""What is said of registers and statements: rows of lists, days as they are typed, sums and quality. Pure functions, no widgets of Qt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.models.due_signs import LATE, SOON
from kt1desk.desktop.models.texts import count, day, dong, item_number, local, marks
from kt1desk.desktop.needs.registers import StatementView
from kt1desk.desktop.widgets import Column, MoneyRow, Role, Sign, TableRow
from kt1desk.domain.register_columns import Column as RegisterColumn
from kt1desk.domain.register_columns import Kind, Register
from kt1desk.domain.register_ends import Ending, Validity
from kt1desk.domain.registers import PEOPLE, RECEIVERS
from kt1desk.domain.tariff import ComponentKind
from kt1desk.services.paper_values import NO_PRICE, vat_name
from kt1desk.services.register_book import Book, BookEntry
from kt1desk.services.wording import part_name

NEW = "new:"
"""Begins the `ref` of the row of somebody who has no entry yet; his id follows."""
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})|(\d{2})(\d{2})(\d{4}|\d{2})")
_MONTH = re.compile(r"(\d{1,2})[/.-]?(\d{4})")
_ENDINGS: Mapping[Validity, tuple[Sign, Role]] = MappingProxyType(
    {
        Validity.OVER: (
            replace(LATE, words=""),
            Role.ERROR,
        ),  # a paper that ran out is not late; its cell says it
        Validity.SOON: (replace(SOON, words=""), Role.WARN),
        Validity.HOLDS: (Sign(Icon.CHECK, "ok"), Role.BODY),
        Validity.ENDLESS: (Sign(Icon.CHECK, "ok"), Role.BODY),
    }
)
_QUALITY = {True: ("đạt", Role.OK), False: ("chưa đạt", Role.ERROR), None: ("chưa rõ", Role.MUTED)}
REGISTER_COLUMNS = (Column("", spoken="Sổ"),)
STATEMENT_COLUMNS = (
    Column("Ngày", 72),
    Column("Số hiệu", 180),
    Column("Loại"),
    Column("Cước", 112, right=True),
    Column("Đúng giờ", 100),
    Column("An toàn", 100),
)


_NAMED = {Kind.AGENCY, Kind.ADDRESS}


def entry_columns(of: Register) -> tuple[Column, ...]:
    """The columns of the list of entries: what it is about, and until when; or the first three where nothing runs out."""
    if of.ends:
        # Until when somebody may work on KT1 is always to be seen; elsewhere the word is enough where there is little room,
        # and names that begin alike (agencies, points) need more of it.
        main = of.column(_main(of))
        least = 600 if main.kind in _NAMED else 440
        until = Column("Làm KT1 đến", 132) if of.code == PEOPLE else Column("Đến ngày", 132, hide_below=least)
        return (Column(main.title, cut=True), until, Column("Hạn", 140))
    first, *others = _listed(of)
    rooms = ((148, 0), (132, 400))  # where there is little room the first one's title would be cut
    return (
        Column(first.title, cut=True),
        *(
            Column(each.title, width, hide_below=least)
            for each, (width, least) in zip(others, rooms, strict=False)
        ),
    )


def entry_rows(book: Book) -> Sequence[TableRow]:
    """Rows for `entry_columns`."""
    return [_row(book.register, each) for each in book.entries]


def entries_words(book: Book) -> str:
    """How many there are, and of how many the time is over or soon over."""
    over = sum(each.ending.validity is Validity.OVER for each in book.entries)
    soon = sum(each.ending.validity is Validity.SOON for each in book.entries)
    parts = (
        f"{count(len(book.entries))} dòng",
        f"{count(over)} hết hạn" if over else "",
        f"{count(soon)} sắp hết hạn" if soon else "",
    )
    return " · ".join(part for part in parts if part)


def ending_words(ending: Ending) -> str:
    """``còn 12 ngày``, ``hết hạn``; what ends within the days of warning says how many are left."""
    match ending.validity:
        case Validity.OVER:
            return "hết hạn"
        case Validity.SOON:
            return f"còn {count(ending.left_days)} ngày" if ending.left_days else "hết hôm nay"
        case Validity.HOLDS:
            return "còn hạn"
        case Validity.ENDLESS:
            return "không hạn"


def shown_value(column: RegisterColumn, text: str) -> str:
    """A stored value as it stands in an input: days as people write them."""
    return day(date.fromisoformat(text)) if column.kind is Kind.DATE and text else text


def read_day(text: str) -> date | None:
    """A day as people type it: ``4/12/2026``, ``04.12.26``, ``041226``; None for no day."""
    found = _DAY.fullmatch(text.strip())
    if found is None:
        return None
    of_day, month, year = (int(part) for part in found.groups() if part is not None)
    try:
        return date(year if year > 99 else 2000 + year, month, of_day)
    except ValueError:
        return None


def read_month(text: str) -> str:
    """A month as people type it, ``11/2026``, as it is asked for: ``2026-11``; "" for no month."""
    found = _MONTH.fullmatch(text.strip())
    return f"{found[2]}-{int(found[1]):02d}" if found is not None and 1 <= int(found[1]) <= 12 else ""


def month_text(month: str) -> str:
    """``11/2026`` of ``2026-11``."""
    return f"{month[5:]}/{month[:4]}"


def statement_rows(view: StatementView) -> Sequence[TableRow]:
    """Rows for `STATEMENT_COLUMNS`."""
    made = []
    for row in view.statement.rows:
        (in_time, time_role), (safe, safe_role) = _QUALITY[row.in_time], _QUALITY[row.safe]
        priced = bool(row.parts_dong)
        cells = (
            f"{local(row.accepted_ms, view.offset_min):%d/%m}",
            item_number(row.number),
            marks(row.urgency, row.secrecy),
            dong(row.net_dong) if priced else NO_PRICE,
            in_time,
            safe,
        )
        roles = {4: time_role, 5: safe_role} | ({} if priced else {3: Role.WARN})
        made.append(TableRow(row.number, cells, roles))
    return made


def sums(view: StatementView) -> tuple[Sequence[MoneyRow], MoneyRow]:
    """The totals by component, before VAT, VAT by rate, and what is to be paid."""
    statement = view.statement
    parts: Counter[ComponentKind] = Counter()
    for row in statement.rows:
        parts.update(row.parts_dong)
    rows = [MoneyRow(part_name(kind), dong(parts[kind])) for kind in ComponentKind if parts[kind]]
    rows.append(MoneyRow("Chưa có thuế", dong(statement.net_dong), Role.BODY))
    rows += [MoneyRow(vat_name(rate), dong(amount)) for rate, amount in statement.vats]
    return rows, MoneyRow("Phải trả", f"{dong(statement.total_dong)} đ")


def quality_words(name: str, judged: Sequence[bool | None]) -> str:
    """``Đúng thời gian: đạt 12, chưa đạt 1, chưa rõ 3``."""
    found = Counter(judged)
    parts = [f"{_QUALITY[each][0]} {count(found[each])}" for each in (True, False, None) if found[each]]
    return f"{name}: {', '.join(parts)}" if parts else f"{name}: chưa có"


def _row(of: Register, each: BookEntry) -> TableRow:
    ref = each.entry or f"{NEW}{each.values[of.key]}"
    if not of.ends:
        return TableRow(ref, tuple(_words(column, each) for column in _listed(of)))
    sign, role = _ENDINGS[each.ending.validity]
    words = ending_words(each.ending)
    if not each.cleared:
        sign, role, words = Sign(Icon.BAN, "danger"), Role.ERROR, "chưa cấp"
    elif not each.entry:
        sign, role, words = Sign(Icon.ALERT_TRIANGLE, "warn"), Role.WARN, "chưa ghi sổ"
    last = day(each.ending.last) if each.ending.last is not None else ""
    return TableRow(ref, (each.words.get(_main(of), ""), last, words), {2: role}, {2: sign})


def _listed(of: Register) -> tuple[RegisterColumn, ...]:
    return tuple(map(of.column, of.listed)) or of.columns[:3]


def _words(column: RegisterColumn, each: BookEntry) -> str:
    text = each.words.get(column.code, "")
    return count(int(text)) if column.kind is Kind.NUMBER and text else shown_value(column, text)


def _main(of: Register) -> str:
    """The column by which people know an entry."""
    if of.code == RECEIVERS:
        return "name"
    return next(iter(of.listed), of.key or of.columns[0].code)
