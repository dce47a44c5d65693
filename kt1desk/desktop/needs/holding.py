"""What the page «Đang giữ» needs: holders with all they answer for, places, and two acts.

Fields of refusals: ``items``, ``place``, ``user``, ``password``, ``second``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # named in annotations only: the log-in page is painted without them
    from kt1desk.desktop.needs.approval import AtDesk
    from kt1desk.desktop.needs.machines import Choice
    from kt1desk.services.due import DueItem
    from kt1desk.services.whereabouts import HeldWhere


@dataclass(frozen=True, slots=True)
class HoldingBoard:
    """Every holder with all he answers for, and the places that something can be put into."""

    holders: tuple[HeldWhere, ...]
    places: tuple[Choice, ...]
    now_ms: int
    offset_min: int

    @property
    def total(self) -> int:
        """How many items these are together."""
        return sum(each.count for each in self.holders)

    def holder(self, key: str) -> HeldWhere | None:
        """The holder of that text, None for all of them together ("") or one that holds nothing any more."""
        return next((each for each in self.holders if each.holder.text == key), None)

    def held(self, key: str) -> Sequence[tuple[HeldWhere, DueItem]]:
        """What one holder has, or all of them ("")."""
        return [
            (where, each) for where in self.holders if key in {"", where.holder.text} for each in where.items
        ]

    def where_is(self, item: str) -> HeldWhere | None:
        """Who holds an item by the books, None where nobody of this point does."""
        return next(
            (each for each in self.holders if any(held.item.item == item for held in each.items)), None
        )


NOTHING_HELD = HoldingBoard((), (), 0, 0)
"""Before anything was read, and where nothing may be seen."""


class HoldingNeeds(Protocol):
    """What the page needs."""

    def holding(self) -> HoldingBoard:
        """Everything it shows.

        Raises:
            DeskError: rights.
        """

    def put(self, items: Sequence[str], place: str, *, scan: bool) -> int:
        """Put items into a place, one after another. Returns how many.

        Raises:
            DeskError: ``custody.*``, ``shift.not_open``, rights; what was put before the refused one stays there.
        """

    def hand(self, items: Sequence[str], taker: AtDesk, *, scan: bool) -> int:
        """Hand items to another user, who confirms; all of them or none. A slip is printed. Returns how many.

        Raises:
            DeskError: ``custody.*``, ``approval.*``, ``login.*``, rights of both.
        """
