"""Holders in memory, for tests of the page alone: three persons, two safes, a bag, a dispatch. Deterministic.

The fake remembers what it was asked and moves items as the books would.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.approval import AtDesk
from kt1desk.desktop.needs.holding import HoldingBoard
from kt1desk.domain import custody
from kt1desk.domain.custody import Holder, State
from kt1desk.domain.errors import DeskError
from kt1desk.services.due import DueItem
from kt1desk.services.whereabouts import HeldWhere
from tests.support.desk_fakes import NOW_MS, OFFSET_MIN, PASSWORD
from tests.support.dispatch_fakes import held, waiting

POINT, TAKER = "240000", "minh"
ME = custody.person(POINT, "lan")
OTHER, SAFE, CABINET = custody.person(POINT, TAKER), custody.place(POINT, "K1"), custody.place(POINT, "T2")
BAG, TRIP = custody.receptacle("TUI00000007"), custody.trip("CT240000-261122-7-1")
PLACES = (Choice("K1", "Két sắt K1"), Choice("T2", "Tủ có khóa T2"), Choice("N3", "Ngăn N3"))
_NAMES = {
    ME: "Hoàng Thị Lan",
    OTHER: "Nông Văn Minh",
    SAFE: "Két sắt K1",
    CABINET: "Tủ có khóa T2",
    custody.place(POINT, "N3"): "Ngăn N3",
    BAG: "TUI00000007",
    TRIP: "BC Hữu Lũng",
}


def _item(at: int, holder: str) -> DueItem:
    found = waiting(at)
    return DueItem(replace(held(at), state=State.STORED, holder=holder), found.due)


def number(at: int) -> str:
    """The number of the how-many-eth example."""
    return held(at).item


@dataclass
class FakeHolding:
    """Remembers what it was asked to do. `refusal` is raised once instead of doing it."""

    items: dict[str, list[DueItem]] = field(default_factory=dict)
    asked: list[tuple[object, ...]] = field(default_factory=list)
    refusal: DeskError | None = None

    @classmethod
    def full(cls) -> FakeHolding:
        """Six items with me, four with somebody else, twelve in a safe, two in another, three in a bag, two on their way."""
        sizes = {ME: 6, OTHER: 4, SAFE: 12, CABINET: 2, BAG: 3, TRIP: 2}
        made: dict[str, list[DueItem]] = {}
        for at, (holder, size) in enumerate(sizes.items()):
            made[holder] = [_item(20 * at + each, holder) for each in range(size)]
        return cls(made)

    def holding(self) -> HoldingBoard:
        rows = tuple(
            HeldWhere(Holder.parse(holder), _NAMES[holder], len(items), tuple(items), holder == ME)
            for holder, items in self.items.items()
        )
        return HoldingBoard(rows, PLACES, NOW_MS, OFFSET_MIN)

    def put(self, items: Sequence[str], place: str, *, scan: bool) -> int:
        self._refuse()
        self.asked.append(("put", tuple(items), place, scan))
        self._move(items, custody.place(POINT, place))
        return len(items)

    def hand(self, items: Sequence[str], taker: AtDesk, *, scan: bool) -> int:
        self._refuse()
        if taker.password != PASSWORD:
            raise DeskError("login.wrong_password", "password")
        self.asked.append(("hand", tuple(items), taker.user, scan))
        self._move(items, custody.person(POINT, taker.user))
        return len(items)

    def _refuse(self) -> None:
        error, self.refusal = self.refusal, None
        if error is not None:
            raise error

    def _move(self, items: Sequence[str], to: str) -> None:
        moved = [each for kept in self.items.values() for each in kept if each.item.item in items]
        for holder, kept in self.items.items():
            self.items[holder] = [each for each in kept if each.item.item not in items]
        self.items.setdefault(to, []).extend(moved)
