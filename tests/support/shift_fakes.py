"""What the shift's page needs, in memory: a drawer that is opened, seen, counted, asked about, signed for and closed, and its own book."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from kt1desk.desktop.models.texts import dong
from kt1desk.desktop.needs import Choice, Tone
from kt1desk.desktop.needs.shift import (
    AskedLine,
    CheckLine,
    ClosedShift,
    ClosingDraft,
    ClosingView,
    ComparedView,
    DrawerBookView,
    MoneyLine,
    ShiftView,
    ThingLine,
)
from kt1desk.domain.coded import CodedWord, CodeList
from kt1desk.domain.dated import Status
from kt1desk.domain.drawer import CashKind, MoveWay
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId, Stream
from kt1desk.services.drawer_book import Adjusted, DrawerView, Moved, Served
from kt1desk.services.drawer_rows import DrawerLine
from kt1desk.services.rows import CashSum, ItemRow, ShiftRow
from kt1desk.services.wording_shift import CASH_KINDS
from tests.support.desk_fakes import NOTES, NOW_MS, OFFSET_MIN, PASSWORD

TODAY = date(2026, 11, 22)
BAG = "TUI00000012"
ITEMS = ("EA123456785VN", "EA123456799VN", "EA123456808VN")
THINGS = (
    ThingLine(ITEMS[0], "Bưu gửi KT1", "Hoàng Thị Lan"),
    ThingLine(ITEMS[1], "Bưu gửi KT1", f"trong túi {BAG}", BAG),
    ThingLine(ITEMS[2], "Bưu gửi KT1", f"trong túi {BAG}", BAG),
)
CHECKS = (
    CheckLine("Máy in nhãn", "sẵn sàng", Tone.GOOD),
    CheckLine("Máy in A5", "hết giấy", Tone.WARN),
    CheckLine("Máy quét", "chưa cài: gõ tay", Tone.WARN),
    CheckLine("Bưu gửi ở điểm", "3 bưu gửi", Tone.CALM),
    CheckLine("Hồ sơ ở điểm", "12 bì hồ sơ", Tone.CALM),
    CheckLine("Giấy in", "không có gì chờ", Tone.GOOD),
    CheckLine("Việc để dở", "không có gì chờ", Tone.GOOD),
    CheckLine("Gửi trung tâm", "12 bản ghi chưa gửi", Tone.WARN),
)
REASONS = (Choice("change", "Trả nhầm tiền thừa"), Choice("unknown", "Chưa rõ, sẽ kiểm tra"))
_MISSING = (
    Choice("found", "Có ở đây, chưa quét"),
    Choice("incident", "Lập biên bản sự vụ đầu ca sau"),
    Choice("on_round", "Bưu tá đang giữ"),
    Choice("other_desk", "Đếm ở bàn khác của điểm"),
)
_UNSENT = (Choice("when_line", "Tự gửi khi có đường truyền"), Choice("by_file", "Gửi bằng tệp"))


def _words(code_list: CodeList, **words: str) -> tuple[CodedWord, ...]:
    since = date(2023, 1, 1)
    return tuple(
        CodedWord(
            valid_from=since,
            valid_to=None,
            source="",
            status=Status.CONFIRMED,
            code_list=code_list,
            code=code,
            name=name,
        )
        for code, name in words.items()
    )


@dataclass
class FakeShift:
    """One drawer; remembers what it was asked. ``things`` must be seen, ``unsent`` asks about the journal."""

    open: ShiftRow | None = None
    last: ShiftRow | None = None
    items: tuple[ItemRow, ...] = ()
    cash: tuple[CashSum, ...] = ()
    things: tuple[ThingLine, ...] = ()
    unsent: bool = False
    alone: bool = False
    checks: tuple[CheckLine, ...] = CHECKS
    settled: list[ClosingDraft] = field(default_factory=list)
    did: list[object] = field(default_factory=list)
    lines: list[DrawerLine] = field(default_factory=list)
    refuses: DeskError | None = None

    def shift_view(self) -> ShiftView:
        float_dong = self.last.counted_dong if self.last else 0
        checks = () if self.open else self.checks
        return ShiftView(
            self.open, self.last, TODAY, float_dong, NOTES, self.items, OFFSET_MIN, self.cash, checks=checks
        )

    def start_shift(self, business_date: date, float_dong: int) -> ShiftRow:
        if abs((business_date - TODAY).days) > 1:
            raise DeskError(
                "shift.date_far", "business_date", date=f"{business_date:%d/%m/%Y}", today="22/11/2026"
            )
        day = business_date.isoformat()
        self.open = ShiftRow(f"{day}/1", day, "D0", "lan", float_dong, 0, 0, NOW_MS)
        return self.open

    def closing(self) -> ClosingView:
        shift = self._shift()
        return ClosingView(shift, self.things, NOTES, self.alone)

    def compare(self, draft: ClosingDraft) -> ComparedView:
        kinds = tuple(
            MoneyLine(CASH_KINDS[each.kind], each.received_dong - each.paid_dong) for each in self.cash
        )
        return ComparedView(tuple(self._questions(draft)), kinds, self._expected(self._shift()))

    def _questions(self, draft: ClosingDraft) -> Sequence[AskedLine]:
        asked = [
            AskedLine(f"item_missing/{each.number}", "Bưu gửi KT1 chưa thấy.", each.number, _MISSING)
            for each in self.things
            if each.number not in draft.seen
        ]
        difference = self._counted(draft) - self._expected(self._shift())
        if difference:
            said = f"{'Thừa' if difference > 0 else 'Thiếu'} {dong(abs(difference))} đ. Vì sao?"
            asked.append(AskedLine("difference/", "Tiền đếm được khác sổ.", said, REASONS, is_reason=True))
        if self.unsent:
            asked.append(AskedLine("unsent/", "Sổ chưa gửi hết về trung tâm.", "12 bản ghi", _UNSENT))
        return asked

    def settle(self, draft: ClosingDraft) -> ClosedShift:
        shift = self._shift()
        if self.refuses is not None:
            raise self.refuses
        if draft.taker is not None and draft.taker.password != PASSWORD:
            raise DeskError("login.wrong_password", "password")
        self.settled.append(draft)
        counted = self._counted(draft)
        self.last, self.open = replace(shift, closed_ms=NOW_MS, counted_dong=counted), None
        taker = draft.taker.user if draft.taker is not None else "không có, chờ xem lại"
        papers = ("Báo cáo kết ca", "Biên bản kiểm quỹ")
        promised = sum(said == "incident" for said in draft.answers.values())
        lines = (("Người nhận ca", taker),)
        return ClosedShift(shift.shift, counted, self._expected(shift), lines, papers, promised)

    def drawer(self) -> DrawerBookView:
        served = _words(
            CodeList.SERVED,
            pension="Chi trả lương hưu, trợ cấp BHXH",
            postmart="Bán hàng Postmart",
            parcel="Bưu gửi dịch vụ khác",
        )
        undoes = _words(CodeList.DRAWER_UNDO, amount="Ghi sai số tiền", twice="Ghi hai lần")
        causes = _words(CodeList.CASH_ADJUST, found="Tìm ra tiền còn sót", made_good="Người giữ quỹ nộp bù")
        closed = (self.last,) if self.last is not None else ()
        holds = self._expected(self.open) if self.open is not None else 0
        ways = (frozenset({"postmart"}), frozenset({"pension"}))
        lines = tuple(self.lines)
        view = DrawerView(self.open or self.last, holds, lines, served, undoes, causes, closed, *ways)
        return DrawerBookView(view, OFFSET_MIN)

    def serve(self, draft: Served) -> DrawerLine:
        sums = (draft.received_dong, draft.paid_dong)
        return self._line(draft, CashKind.SERVED, draft.service, draft.customers, *sums)

    def move_cash(self, draft: Moved) -> DrawerLine:
        more = draft.way is MoveWay.ADVANCE
        sums = (draft.amount_dong, 0) if more else (0, draft.amount_dong)
        return self._line(draft, CashKind(draft.way), "", 0, *sums, draft.reference)

    def undo_line(self, line: str, reason: str) -> DrawerLine:
        at = next(at for at, each in enumerate(self.lines) if each.line == line)
        gone = self.lines[at]
        made = self._line(
            (line, reason), CashKind(gone.kind), gone.what, 0, gone.paid_dong, gone.received_dong
        )
        self.lines[at] = replace(gone, undone_by=made.line)
        self.lines[-1] = replace(made, undoes=line, reason=reason)
        return self.lines[-1]

    def adjust(self, draft: Adjusted) -> DrawerLine:
        sums = (draft.more_dong, draft.back_dong)
        return self._line(draft, CashKind.ADJUSTED, draft.about, 0, *sums, draft.kind)

    def _line(
        self,
        draft: object,
        kind: CashKind,
        what: str,
        customers: int,
        received: int,
        paid: int,
        reference: str = "",
    ) -> DrawerLine:
        if self.refuses is not None:
            raise self.refuses
        self.did.append(draft)
        number, event = len(self.lines) + 1, EventId(0, Stream.COUNTER, 1, len(self.lines) + 1)
        made = DrawerLine(
            f"NQ240000-261122-0-{number}", "2026-11-22/2", kind, what, customers, received, paid, reference, "", "", "",
            "lan", NOW_MS, event,
        )  # fmt: skip
        self.lines.append(made)
        return made

    def _shift(self) -> ShiftRow:
        if self.open is None:
            raise DeskError("shift.not_open")
        return self.open

    def _expected(self, shift: ShiftRow) -> int:
        return shift.float_dong + shift.cash_dong - shift.paid_dong

    def _counted(self, draft: ClosingDraft) -> int:
        return sum(value * pieces for value, pieces in draft.notes.items())
