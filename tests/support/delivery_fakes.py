"""Delivery in memory, for tests of the page alone: what can go out, two lists that are out, one item at the counter. Deterministic.

The fake remembers what it was asked and keeps the rules that a page must hear of: only a postman's own password, only what is out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.approval import AtDesk, Yes
from kt1desk.desktop.needs.delivery import (
    GoingItem,
    OutLine,
    OutView,
    StartedRound,
    StartView,
    Turning,
    TurnItem,
    TurnView,
)
from kt1desk.domain.custody import State
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import Party
from kt1desk.domain.permissions import Act
from kt1desk.domain.reference import Agency, Province
from kt1desk.services.custody_rows import HeldItem
from kt1desk.services.delivery_rules import DeliveryDraft
from kt1desk.services.drafts import OtherParty
from kt1desk.services.remote_approval import Question
from kt1desk.services.round_sheets import SheetLine, Whither
from tests.support.desk_fakes import NOW_MS, OFFSET_MIN, PASSWORD
from tests.support.desks import sample_reference
from tests.support.dispatch_fakes import held, waiting

POSTMAN, POSTMAN_NAME = "tuan", "Hứa Văn Tuấn"
OTHER, OTHER_NAME = "hoa", "Nông Thị Hoa"
FIRST, SECOND = "PH240000-261122-7-1", "PH240000-261122-7-2"
QUESTION = "48210957"
ATTEMPTS = (
    Choice("no_address", "Không có địa chỉ hoặc sai địa chỉ"),
    Choice("moved", "Người nhận đã chuyển địa chỉ"),
    Choice("not_found", "Không tìm được người nhận"),
    Choice("refused", "Người nhận từ chối nhận"),
    Choice("not_collected", "Mời nhận hai lần mà chưa đến nhận"),
    Choice("closed", "Cơ quan nhận không có người trực"),
    Choice("named_absent", "Người có tên trên bì vắng mặt"),
    Choice("taker_not_registered", "Người nhận thay chưa đăng ký với bưu điện"),
)
FORWARDS = (
    Choice("moved", "Cơ quan nhận đã chuyển địa chỉ"),
    Choice("merged", "Cơ quan nhận đã sáp nhập hoặc đổi tên"),
    Choice("wrong_address", "Địa chỉ trên bì ghi sai, người gửi đã xác nhận"),
)
RETURNS = (
    Choice("undeliverable", "Không phát được theo Điều 17 Luật Bưu chính"),
    Choice("refused", "Người nhận từ chối nhận"),
)
ASIDES = (Choice("both_refuse", "Người nhận và người gửi đều từ chối nhận"),)
_RECEIVERS = (
    ("Sở Tài chính", "LS-STC", "Sở Tài chính tỉnh Lạng Sơn"),
    ("UBND P. Lương Văn Tri", "LS-UBLVT", "Ủy ban nhân dân phường Lương Văn Tri"),
    ("Công an tỉnh", "LS-CAT", "Công an tỉnh Lạng Sơn"),
)
_ADDRESS = "Số 4 đường Hùng Vương, phường Lương Văn Tri, tỉnh Lạng Sơn"


def whither(at: int, **changes: object) -> Whither:
    """To whom the how-many-eth example goes; `changes` name fields of `Whither`."""
    _, agency, name = _RECEIVERS[at % len(_RECEIVERS)]
    made = Whither(Party(agency, name, _ADDRESS, "20"))
    return replace(made, **changes)  # type: ignore[arg-type]


def going(at: int, hindered: str = "", warning: str = "") -> GoingItem:
    """The how-many-eth item that could go out."""
    found = waiting(at)
    return GoingItem(found.item, found.due, _RECEIVERS[at % len(_RECEIVERS)][0], hindered, warning)


def out(at: int, line: int, round_number: str = FIRST, **changes: object) -> OutLine:
    """The how-many-eth item as a line of a list; `changes` name fields of `Whither`."""
    postman, name = (POSTMAN, POSTMAN_NAME) if round_number == FIRST else (OTHER, OTHER_NAME)
    item = replace(held(at), state=State.OUT, holder=f"person:240000/{postman}")
    made = SheetLine(item, waiting(at).due, whither(at, **changes), line, is_out=True)
    return OutLine(made, round_number, postman, name, _RECEIVERS[at % len(_RECEIVERS)][0])


def counter_item(at: int = 40) -> OutLine:
    """An item that lies here and is fetched at the counter."""
    made = SheetLine(replace(held(at), state=State.STORED), waiting(at).due, whither(at))
    return OutLine(made, "", "", "", _RECEIVERS[at % len(_RECEIVERS)][0])


def turnable(at: int, state: State = State.ATTEMPTED) -> TurnItem:
    """The how-many-eth item that could not be delivered."""
    item: HeldItem = replace(held(at), state=state)
    line = OutLine(SheetLine(item, waiting(at).due, whither(at)), "", "", "", _RECEIVERS[at % 3][0])
    if state is State.UNCLAIMED:
        return TurnItem(line, (Turning.RETURN,), 2, ATTEMPTS[3].text)
    return TurnItem(line, tuple(Turning), 1 + at % 2, ATTEMPTS[at % len(ATTEMPTS)].text)


def number(at: int) -> str:
    """The number of the how-many-eth example."""
    return held(at).item


@dataclass
class FakeTurns:
    """Remembers what it was asked to do. `refusal` is raised once instead of doing it."""

    turns: list[TurnItem] = field(default_factory=list)
    asked: list[tuple[object, ...]] = field(default_factory=list)
    refusal: DeskError | None = None
    alone: bool = False

    def turn_view(self) -> TurnView:
        return TurnView(tuple(self.turns), FORWARDS, RETURNS, ASIDES, NOW_MS, OFFSET_MIN)

    def agencies(self, text: str) -> Sequence[Agency]:
        rows = [row for row in sample_reference().agencies if text.upper() == row.call_code]
        return rows[:3]

    def provinces(self, text: str) -> Sequence[Province]:
        return [row for row in sample_reference().provinces if text and row.name.startswith("Cao")][:1]

    def forward(self, item: str, receiver: OtherParty | str, reason: str, yes: Yes) -> None:
        self._turn(item, ("forward", item, receiver, reason), yes)

    def give_back(self, item: str, reason: str, yes: Yes) -> None:
        self._turn(item, ("return", item, reason), yes)

    def set_aside(self, item: str, reason: str, yes: Yes) -> None:
        self._turn(item, ("aside", item, reason), yes)

    def ask_by_phone(self, act: Act, numbers: Sequence[str], device: int) -> Question:
        self.asked.append(("phone", act, tuple(numbers), device))
        return Question(QUESTION, device, act, tuple(numbers), "lan")

    def _turn(self, item: str, what: tuple[object, ...], yes: Yes) -> None:
        self._confirm(yes)
        self.asked.append((*what, yes))
        self.turns = [each for each in self.turns if each.line.line.item.item != item]

    def _confirm(self, yes: Yes | None) -> None:
        self._refuse()
        if yes is None and not self.alone:
            raise DeskError("round.postman_needed", "postman")
        if isinstance(yes, AtDesk) and yes.password != PASSWORD:
            raise DeskError("login.wrong_password", "password")

    def _refuse(self) -> None:
        error, self.refusal = self.refusal, None
        if error is not None:
            raise error


@dataclass
class FakeDelivery(FakeTurns):
    """The other works as well."""

    going: list[GoingItem] = field(default_factory=list)
    lines: list[OutLine] = field(default_factory=list)
    at_counter: dict[str, OutLine] = field(default_factory=dict)

    @classmethod
    def busy(cls) -> FakeDelivery:
        """A day with work in it."""
        waits = [going(at) for at in range(18)]
        waits += [going(18, warning="round.other_point"), going(19, hindered="approval.item_needed")]
        lines = [out(30 + at, at + 1) for at in range(8)] + [out(50 + at, at + 1, SECOND) for at in range(7)]
        lines[1] = out(31, 2, only_named=True)
        fetched = counter_item()
        turns = [turnable(60 + at) for at in range(15)] + [turnable(80, State.UNCLAIMED)]
        return cls(turns, going=waits, lines=lines, at_counter={fetched.line.item.item: fetched})

    def start_view(self) -> StartView:
        return StartView(tuple(self.going), NOW_MS, OFFSET_MIN, self.alone)

    def start_round(self, items: Sequence[str], postman: AtDesk | None) -> StartedRound:
        self._confirm(postman)
        self.asked.append(("start", tuple(items), postman.user if postman else ""))
        far = sum(bool(each.warning) for each in self.going if each.item.item in items)
        self.going = [each for each in self.going if each.item.item not in items]
        return StartedRound("PH240000-261122-7-3", len(items), far)

    def out_view(self) -> OutView:
        return OutView(tuple(self.lines), ATTEMPTS, NOW_MS, OFFSET_MIN, self.alone)

    def fetched(self, item: str) -> OutLine:
        if item not in self.at_counter:
            raise DeskError("custody.unknown", "item", thing="item", number=item)
        return self.at_counter[item]

    def deliver(self, wanted: DeliveryDraft) -> None:
        self._refuse()
        self.asked.append(("deliver", wanted))
        self._put(wanted.item, State.DELIVERED, is_out=False)

    def attempt(self, item: str, reason: str, round_number: str, *, scan: bool) -> None:
        self._refuse()
        self.asked.append(("attempt", item, reason, round_number, scan))
        self._put(item, State.ATTEMPTED, is_out=True)

    def bring_back(self, items: Sequence[str], postman: AtDesk | None, *, scan: bool) -> int:
        self._confirm(postman)
        self.asked.append(("back", tuple(items), postman.user if postman else "", scan))
        for item in items:
            self._put(item, State.STORED, is_out=False)
        return len(items)

    def _put(self, item: str, state: State, *, is_out: bool) -> None:
        """The line of an item as it is now; a list that nothing of is out any more is closed."""
        for at, each in enumerate(self.lines):
            if each.line.item.item == item:
                line = replace(each.line, item=replace(each.line.item, state=state), is_out=is_out)
                self.lines[at] = replace(each, line=line)
        still = {each.round for each in self.lines if each.line.is_out}
        self.lines = [each for each in self.lines if each.round in still]
