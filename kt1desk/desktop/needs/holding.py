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
