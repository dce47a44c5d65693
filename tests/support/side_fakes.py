"""Two sides of a place in memory, for tests of the switch alone: KT1 numbers begin with M, bags are known by a table. Deterministic."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.approval import WaitingItem
from kt1desk.desktop.needs.delivery import OutLine, OutView, TurnView
from kt1desk.desktop.needs.dispatch import SendView
from kt1desk.domain.facts import Party
from kt1desk.domain.identifiers import number_at
from kt1desk.domain.service import Service
from kt1desk.services.case_rows import Way
from kt1desk.services.custody_rows import HeldItem
from tests.support.delivery_fakes import FIRST, FakeDelivery, going, out, turnable
from tests.support.dispatch_fakes import FakeDispatches, bag, dispatch_row, held, waiting
from tests.support.review_fakes import closed_alone, exceptional

_WAYS = (Way.SEND, Way.RETURN, Way.SEND, Way.SUPPLEMENT, Way.SLIP)


def cover(at: int) -> HeldItem:
    """The how-many-eth example cover."""
    plain = {"urgency": "none", "secrecy": "none", "product": _WAYS[at % len(_WAYS)].value}
    return replace(held(at), item=number_at("RB", 11_500_200 + at).text, **plain)  # type: ignore[arg-type]


def waiting_cover(at: int) -> WaitingItem:
    """A cover and its time."""
    return replace(waiting(at), item=cover(at))


@dataclass
class FakeSides:
    """Whose a number is. ``bags`` are those that somebody knows; ``asked`` what was looked up."""

    bags: dict[str, Service] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def side_of(self, code: str) -> Service | None:
        if len(code) != 13:
            return None
        return Service.KT1 if code.startswith("M") else Service.TTHC

    def is_shared(self, code: str) -> bool:
        return code.startswith(("TUI", "CT"))

    def whose(self, number: str) -> Service | None:
        self.asked.append(number)
        return self.bags.get(number)


@dataclass
class FakeDossierDispatches(FakeDispatches):
    """Dispatches of dossiers: nobody approves one."""

    def send_view(self) -> SendView:
        return replace(super().send_view(), second=False, alone=())


def dossier_dispatches(number: int = 12) -> FakeDossierDispatches:
    """Covers that wait, closed bags of them, a dispatch under way."""
    return FakeDossierDispatches(
        packable=[waiting_cover(at) for at in range(number)],
        bags=[bag(40 + at) for at in range(3)],
        sent=[dispatch_row(5)],
        exceptions=[exceptional(2, "tthc."), exceptional(3, "tthc."), closed_alone()],
    )


PAPERS = (
    Choice("cccd", "Căn cước công dân gắn chip"),
    Choice("id_card", "Thẻ căn cước"),
    Choice("passport", "Hộ chiếu"),
)
PROXIES = (
    Choice("authorised", "Người được ủy quyền có giấy ủy quyền"),
    Choice("guardian", "Cha, mẹ, người giám hộ"),
)
ALONE = (Choice("nobody_reached", "Không liên lạc được người duyệt"),)
_APPLICANTS = ("Lộc Thị Hương", "Hoàng Văn Pảo", "Nông Thị Mai")


@dataclass
class FakeDossierDelivery(FakeDelivery):
    """Results that go to applicants."""

    def out_view(self) -> OutView:
        return replace(super().out_view(), papers=PAPERS, proxies=PROXIES)

    def turn_view(self) -> TurnView:
        return replace(super().turn_view(), alone=ALONE)


def out_cover(at: int, line: int) -> OutLine:
    """The how-many-eth result as a line of a list."""
    made = out(at, line, FIRST)
    name = _APPLICANTS[at % len(_APPLICANTS)]
    party = Party("", name, "Số 12 đường Lê Lợi, xã Vũ Lăng, tỉnh Lạng Sơn", "20")
    item = replace(
        made.line.item, item=cover(at).item, product=Way.RETURN.value, secrecy="none", urgency="none"
    )
    whither = replace(made.line.whither, party=party)
    return replace(made, line=replace(made.line, item=item, whither=whither), receiver=name)


def dossier_delivery() -> FakeDossierDelivery:
    """Results that can go out, one list that is out, some that could not be delivered."""
    waits = [replace(going(at), item=cover(at), receiver=_APPLICANTS[at % 3]) for at in range(9)]
    turns = []
    for at in range(70, 74):
        made = turnable(at)
        item = replace(cover(at), state=made.line.line.item.state)
        turns.append(replace(made, line=replace(made.line, line=replace(made.line.line, item=item))))
    return FakeDossierDelivery(turns, going=waits, lines=[out_cover(30 + at, at + 1) for at in range(6)])
