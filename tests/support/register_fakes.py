"""Registers and a month's statement in memory; the domain's own check refuses what is wrong in an entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.registers import StatementView
from kt1desk.domain.dated import Status
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId, Stream
from kt1desk.domain.kt1 import Secrecy, Urgency
from kt1desk.domain.post_registers import SERVICE_POINTS
from kt1desk.domain.reference import Agency
from kt1desk.domain.register_columns import Column, Kind, Register, checked
from kt1desk.domain.register_ends import ending, last_day
from kt1desk.domain.registers import PEOPLE, PLACES, REGISTERS
from kt1desk.domain.tariff import ComponentKind
from kt1desk.services.register_book import Book, BookEntry
from kt1desk.services.statement_paper import StatementRow
from kt1desk.services.statements import Statement
from tests.support.desk_fakes import NOW_MS, OFFSET_MIN
from tests.support.desks import sample_reference
from tests.support.register_view_fakes import FakeRegisterViews

TODAY = date(2026, 11, 22)
USERS = {"lan": "Hoàng Thị Lan", "minh": "Vi Văn Minh", "hung": "Lý Văn Hùng", "thu": "Nông Thị Thu"}
CODES = (
    Choice("safe", "Két sắt"),
    Choice("cabinet", "Tủ có khóa"),
    Choice("shelf", "Ngăn trong khu vực KT1"),
)
YES_NO = (Choice("yes", "Có"), Choice("no", "Không"))
POINT = {
    "code": "VHX-001",
    "name": "Điểm văn hóa xã Hội Hoan",
    "commune": "06151",
    "kind": "culture_point",
    "restored_on": "2026-03-01",
    "staffed": "yes",
    "target": "yes",
}
_DAY_MS = 24 * 3_600_000


def person(user: str, until: str) -> dict[str, str]:
    return {
        "user": user,
        "vetted_on": "2025-01-10",
        "vetted_until": "2027-01-09",
        "committed_on": "2025-01-10",
        "committed_until": "2027-12-31",
        "trained_on": "2025-03-01",
        "trained_until": until,
    }


def _kept() -> dict[str, dict[str, dict[str, str]]]:
    return {
        PEOPLE: {
            "hung": person("hung", "2026-11-20"),
            "minh": person("minh", "2026-12-04"),
            "lan": person("lan", "2027-03-01"),
        },
        PLACES: {"KET1": {"place": "KET1", "kind": "safe", "fire_proof": "yes", "room": "P101"}},
        SERVICE_POINTS: {"VHX-001": POINT},
        "served_agencies": {
            "LS-SNV": {
                "agency": "LS-SNV",
                "contract": "KT1-014/2025",
                "since": "2025-01-01",
                "until": "2026-12-31",
                "ground": "b",
                "address_1": "Số 9 Hoàng Văn Thụ",
            }
        },
    }


@dataclass
class FakeRegisters(FakeRegisterViews):
    """Keeps entries; `written` is what it was asked to keep."""

    may_keep: bool = True
    kept: dict[str, dict[str, dict[str, str]]] = field(default_factory=_kept)
    written: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    printed: list[tuple[str, str]] = field(default_factory=list)
    empty: bool = False

    def __post_init__(self) -> None:
        super().__init__()

    def registers(self) -> Sequence[Register]:
        return tuple(REGISTERS.values())

    def book(self, register: str) -> Book:
        of = REGISTERS[register]
        rows = [self._entry(of, key, values) for key, values in self.kept.get(register, {}).items()]
        if register == PEOPLE:
            end = ending(date(2027, 1, 1), TODAY, 30)
            rows.append(BookEntry("", {"user": "thu"}, {"user": USERS["thu"]}, end))
        return Book(of, tuple(sorted(rows, key=lambda row: row.ending.last or date.max)), self.may_keep)

    def column_choices(self, column: Column, text: str) -> Sequence[Choice]:
        if column.kind is Kind.USER:
            found: Sequence[Choice] = [Choice(user, name) for user, name in USERS.items()]
        elif column.kind is Kind.AGENCY:
            found = [Choice("LS-SNV", "Sở Nội vụ tỉnh Lạng Sơn")]
        else:
            found = YES_NO if column.code == "fire_proof" else CODES
        return [each for each in found if text.lower() in f"{each.key} {each.text}".lower()]

    def enter(self, register: str, entry: str, values: Mapping[str, str]) -> str:
        of = REGISTERS[register]
        made = checked(of, values, sample_reference().coded, TODAY)
        if register == PEOPLE and values["user"] == "lan":
            raise DeskError("register.own_entry", "user")
        whole = {**dict(made.values), **made.beside}
        key = entry or whole.get(of.key, "261122-7-001")
        self.written.append((register, entry, whole))
        self.kept.setdefault(register, {})[key] = whole
        return key

    def agencies(self, text: str) -> Sequence[Agency]:
        rows = [row for row in sample_reference().agencies if row.call_code in {"SNV", "UBVL"}]
        return [row for row in rows if text.lower() in row.call_code.lower()]

    def last_month(self) -> str:
        return "2026-10"

    def statement(self, agency: str, month: str) -> StatementView:
        payer = next(row for row in sample_reference().agencies if row.agency_id == agency)
        return StatementView(_statement(payer, month, () if self.empty else _ROWS), OFFSET_MIN)

    def print_statement(self, agency: str, month: str) -> None:
        if self.empty:
            raise DeskError("statement.empty", "month")
        self.printed.append((agency, month))

    def _entry(self, of: Register, key: str, values: dict[str, str]) -> BookEntry:
        words = {
            column.code: USERS.get(values.get(column.code, ""), values.get(column.code, ""))
            for column in of.columns
        }
        named = {
            "safe": "Két sắt",
            "yes": "Có",
            "LS-SNV": "Sở Nội vụ tỉnh Lạng Sơn",
            "b": "Điểm b: cơ quan ở địa phương",
            "culture_point": "Điểm bưu điện - văn hóa xã",
            "06151": "Xã Hội Hoan",
        }
        words = {code: named.get(text, text) for code, text in words.items()}
        return BookEntry(key, values, words, ending(last_day(of, values), TODAY, 30))


def _item(at: int, **changes: object) -> StatementRow:
    row = StatementRow(
        number=f"ME4731248{at:02d}VN",
        accepted_ms=NOW_MS - (40 - at) * _DAY_MS,
        secrecy=(Secrecy.NONE, Secrecy.B, Secrecy.NONE, Secrecy.C)[at % 4],
        urgency=(Urgency.NONE, Urgency.EXPRESS, Urgency.TIMED)[at % 3],
        weight_g=120 + 15 * at,
        parts_dong={ComponentKind.BASE: 15_000},
        net_dong=15_000,
        in_time=True,
        safe=True,
    )
    return replace(row, **changes)  # type: ignore[arg-type]


_ROWS = (
    *(_item(at) for at in range(12)),
    _item(12, in_time=False),
    _item(13, safe=False),
    _item(14, in_time=None, safe=None),
    _item(15, parts_dong={}, net_dong=0, in_time=None, safe=None),
)


def _statement(payer: Agency, month: str, rows: tuple[StatementRow, ...]) -> Statement:
    net = sum(row.net_dong for row in rows)
    return Statement(
        agency=payer,
        month=month,
        rows=rows,
        net_dong=net,
        vats=((1_000, net // 10),) if rows else (),
        total_dong=net + net // 10,
        unpriced=tuple(row.number for row in rows if not row.parts_dong),
        sample=bool(rows) and Status.SAMPLE is not None,
        last=EventId(7, Stream.KT1, 1, 99) if rows else None,
    )
