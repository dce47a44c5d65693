"""Dispatches in memory, for tests of the page alone: items that wait, bags, dispatches, one that comes in. Deterministic.

The fake remembers what it was asked and keeps the rules that a page must hear of: nothing is written twice, differences need a record.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kt1desk.desktop.needs import Choice, Weighing
from kt1desk.desktop.needs.approval import Alone, ApprovalView, AtDesk, ByPhone, WaitingItem, Yes
from kt1desk.desktop.needs.dispatch import (
    ClosedBag,
    NextPoint,
    PackView,
    SendView,
    SentDispatch,
    Vehicle,
)
from kt1desk.domain.custody import State
from kt1desk.domain.due import Due, DueBasis, Level
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId, Stream
from kt1desk.domain.identifiers import number_at
from kt1desk.domain.permissions import Act
from kt1desk.services.arrival_view import ArrivalView, ArrivingBag, ArrivingItem
from kt1desk.services.custody_rows import DispatchRow, HeldItem, ReceptacleRow
from kt1desk.services.dispatching import DispatchDraft
from kt1desk.services.packing import PackDraft
from kt1desk.services.remote_approval import Question
from tests.support.arrival_fakes import FakeArrivals, arriving
from tests.support.desk_fakes import NOW_MS, OFFSET_MIN, PASSWORD
from tests.support.review_fakes import FakeReviews, exceptional

APPROVER = "minh"
QUESTION, ANSWER = "48210957", "73019264"
POINTS = (
    NextPoint("240500", "Bưu cục Vũ Lăng", "nhận, phát"),
    NextPoint("240100", "Bưu cục Lạng Sơn", "nhận, phát, chuyển tiếp"),
    NextPoint("242300", "Bưu cục Hữu Lũng", "nhận, phát, chuyển tiếp"),
)
VEHICLES = (
    Vehicle("12C-045.17", "12C-045.17", dedicated=True),
    Vehicle("12C-112.90", "12C-112.90", dedicated=False),
)
REASONS = (
    Choice("item_missing", "Còn bưu gửi phải đóng thêm"),
    Choice("seal_faulty", "Niêm phong hỏng hoặc ghi sai số"),
    Choice("wrong_address", "Địa chỉ trên bì khác địa chỉ đã nhập"),
)
ALONE = (
    Choice("nobody_reached", "Không liên lạc được người duyệt"),
    Choice("departure", "Xe thư chạy, không kịp chờ duyệt"),
    Choice("taker_unknown", "Người nhận chuyến không có mật khẩu ở bàn này"),
)
_KINDS = (("timed", "none"), ("express", "C"), ("express", "none"), ("none", "B"), ("none", "none"))
_HOUR_MS = 3_600_000


def held(at: int, **changes: object) -> HeldItem:
    """The how-many-eth example item; `changes` name fields of `HeldItem`."""
    urgency, secrecy = _KINDS[at % len(_KINDS)]
    made = HeldItem(
        item=number_at("ME", 47_312_400 + at).text,
        state=State.ACCEPTED,
        holder="person:240000/lan",
        inside="",
        product="KT1001",
        urgency=urgency,
        secrecy=secrecy,
        weight_g=120 + 15 * at,
        accepted_ms=NOW_MS - (4 + at) * 600_000,
        deadline_ms=NOW_MS + (at - 2) * 1_800_000,
        agreed_ms=0,
        origin="240000",
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def waiting(at: int, hindered: str = "") -> WaitingItem:
    """An item and its time: the first two are late, the next two nearly."""
    item = held(at)
    left_ms = item.deadline_ms - NOW_MS
    level = Level.LATE if left_ms < 0 else Level.SOON if left_ms < _HOUR_MS else Level.OK
    return WaitingItem(item, Due(item.deadline_ms, left_ms, level, DueBasis.TABLE), hindered)


def bag(at: int, to: str = POINTS[0].code) -> ReceptacleRow:
    """The how-many-eth example bag, closed."""
    return ReceptacleRow(
        receptacle=f"TUI{12 + at:08d}",
        seal=f"NP{771 + at:07d}",
        weight_g=1_400 + 300 * at,
        to=to,
        state=State.CLOSED,
        holder="person:240000/lan",
        dispatch="",
        items=4 + at,
        closed_ms=NOW_MS - (at + 1) * 900_000,
        head=EventId(7, Stream.KT1, 1, 50 + at),
        n=1,
    )


def dispatch_row(at: int, *, incoming: bool = False) -> DispatchRow:
    """The how-many-eth example dispatch on its way."""
    here, there = "240000", POINTS[0].code
    return DispatchRow(
        dispatch=f"CT{there if incoming else here}-261122-7-{at + 1}",
        event=EventId(7, Stream.KT1, 1, 80 + at),
        proof="1a2b 3c4d 5e6f",
        point=there if incoming else here,
        to=here if incoming else there,
        route="DT12",
        vehicle="12C-045.17",
        dedicated=True,
        state=State.SENT,
        sent_ms=NOW_MS - (at + 1) * 3_600_000,
        arrived_ms=0,
        receptacles=2,
        items=9,
        seen=0,
        incoming=incoming,
        head=EventId(7, Stream.KT1, 1, 80 + at),
        n=1,
    )


@dataclass
class FakeApprovals(FakeReviews):
    """Items that wait for a second person. `alone` empty: the point has more than one person."""

    waits: list[WaitingItem] = field(default_factory=list)
    alone: tuple[Choice, ...] = ()
    approved: list[tuple[tuple[str, ...], Yes]] = field(default_factory=list)
    rejected: list[tuple[str, str, Yes]] = field(default_factory=list)
    answered: list[tuple[int, str, Act, int]] = field(default_factory=list)

    def approval_view(self) -> ApprovalView:
        return ApprovalView(tuple(self.waits), self.alone, NOW_MS, OFFSET_MIN, len(self.exceptions))

    def reject_reasons(self) -> Sequence[Choice]:
        return REASONS

    def ask_by_phone(self, act: Act, numbers: Sequence[str], device: int) -> Question:
        if device == 7:
            raise DeskError("approval.own_device", "device")
        return Question(QUESTION, device, act, tuple(numbers), "lan")

    def answer_phone(self, device: int, digits: str, act: Act, things: int) -> str:
        self.answered.append((device, digits, act, things))
        return ANSWER

    def approve(self, items: Sequence[str], yes: Yes) -> int:
        check_yes(yes)
        self.approved.append((tuple(items), yes))
        self.waits = [each for each in self.waits if each.item.item not in items]
        return len(items)

    def reject(self, item: str, reason: str, yes: Yes) -> None:
        check_yes(yes)
        self.rejected.append((item, reason, yes))
        self.waits = [each for each in self.waits if each.item.item != item]


@dataclass
class FakeBags:
    """Items that can be packed, and bags that are closed. `seal_used` is refused."""

    packable: list[WaitingItem] = field(default_factory=list)
    bags: list[ReceptacleRow] = field(default_factory=list)
    scale: Weighing | None = None
    closed: list[PackDraft] = field(default_factory=list)
    undone: list[tuple[str, str]] = field(default_factory=list)
    seal_used: str = ""

    def points(self, text: str) -> Sequence[NextPoint]:
        words = {"vu": 0, "240500": 0, "lang": 1, "huu": 2}
        return POINTS if not text.strip() else [POINTS[words[text]]] if text in words else ()

    def pack_view(self, to: str) -> PackView:
        return PackView(tuple(self.packable), NOW_MS, OFFSET_MIN)

    def new_receptacle(self) -> str:
        return "TUI07000001"

    def close_bag(self, bag: PackDraft) -> str:
        if bag.seal == self.seal_used:
            raise DeskError("receptacle.seal_used", "seal", seal=bag.seal, receptacle="TUI00000001")
        self.closed.append(bag)
        self.packable = [each for each in self.packable if each.item.item not in bag.items]
        return bag.receptacle or self.new_receptacle()

    def closed_bags(self) -> Sequence[ReceptacleRow]:
        return self.bags

    def undo_reasons(self) -> Sequence[Choice]:
        return REASONS

    def undo_bag(self, receptacle: str, reason: str) -> None:
        self.undone.append((receptacle, reason))
        self.bags = [each for each in self.bags if each.receptacle != receptacle]

    def has_scale(self) -> bool:
        return self.scale is not None

    def weigh(self) -> Weighing:
        assert self.scale is not None
        return self.scale


@dataclass
class FakeDispatches(FakeApprovals, FakeBags, FakeArrivals):
    """Everything behind the page."""

    sent: list[DispatchRow] = field(default_factory=list)
    dispatched: list[tuple[DispatchDraft, Yes | None]] = field(default_factory=list)
    recalled: list[tuple[str, str, Yes | None]] = field(default_factory=list)

    def send_view(self) -> SendView:
        names = {point.code: point.name for point in POINTS}
        bags = tuple(ClosedBag(row, names[row.to]) for row in self.bags)
        sent = tuple(SentDispatch(row, names[row.to], ("TUI00000004", "TUI00000005")) for row in self.sent)
        return SendView(bags, sent, VEHICLES, self.alone, NOW_MS, OFFSET_MIN)

    def send(self, wanted: DispatchDraft, yes: Yes | None) -> str:
        if yes is not None:
            check_yes(yes)
        self.dispatched.append((wanted, yes))
        self.bags = [each for each in self.bags if each.receptacle not in wanted.receptacles]
        return "CT240000-261122-7-9"

    def recall_reasons(self) -> Sequence[Choice]:
        return REASONS

    def recall(self, dispatch: str, reason: str, yes: Yes | None) -> None:
        if yes is not None:
            check_yes(yes)
        self.recalled.append((dispatch, reason, yes))
        self.sent = [each for each in self.sent if each.dispatch != dispatch]


def check_yes(yes: Yes) -> None:
    """Minh knows his password; over the telephone one answer is right; an exception needs nobody."""
    match yes:
        case AtDesk(user, password):
            if user == "lan":
                raise DeskError("approval.same_person", "user")
            if (user, password) != (APPROVER, PASSWORD):
                raise DeskError("login.wrong_password", "password")
        case ByPhone(_, _, told):
            if told != ANSWER:
                raise DeskError("approval.wrong_answer", "answer", left=4)
        case Alone():
            pass


def expected(items: int = 9) -> dict[str, ArrivalView]:
    """A dispatch to here of one bag with so many items."""
    row = replace(dispatch_row(0, incoming=True), receptacles=1, items=items)
    own = replace(bag(40, row.to), state=State.SENT, dispatch=row.dispatch, items=items)
    inside = [
        ArrivingItem(held(100 + at, state=State.DISPATCHED), own.receptacle, seen=False)
        for at in range(items)
    ]
    return {row.dispatch: arriving(row, [ArrivingBag(own, None, opened=False)], inside)}


def full(items: int = 9) -> FakeDispatches:
    """A day with work in all four."""
    coming = expected(items)
    return FakeDispatches(
        coming_rows=[next(iter(coming.values())).dispatch, dispatch_row(1, incoming=True)],
        arriving=coming,
        waits=[waiting(at) for at in range(17)],
        packable=[waiting(at, "approval.item_needed" if at in {1, 6} else "") for at in range(20)],
        bags=[bag(at, POINTS[at // 3 % 3].code) for at in range(8)],
        sent=[dispatch_row(at) for at in range(3)],
        exceptions=[exceptional(at) for at in range(4)],
    )
