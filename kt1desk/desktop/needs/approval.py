"""What asking for a second person needs: whoever stands here, whoever answers the telephone, or nobody.

Fields of refusals: ``user``, ``password``, ``device``, ``answer``, ``reason``, ``question``, ``things``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from kt1desk.desktop.needs.reviewing import ReviewNeeds

if TYPE_CHECKING:  # named in annotations only: the log-in page is painted without them
    from kt1desk.desktop.needs.machines import Choice
    from kt1desk.domain.due import Due
    from kt1desk.domain.permissions import Act
    from kt1desk.services.custody_rows import HeldItem
    from kt1desk.services.remote_approval import Question


@dataclass(frozen=True, slots=True)
class AtDesk:
    """Somebody confirms here with his own user and password."""

    user: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ByPhone:
    """Somebody at another desk read eight digits back."""

    question: Question
    approver: str
    told: str


@dataclass(frozen=True, slots=True)
class Alone:
    """Nobody could be asked: an exception, with a coded reason, that somebody reviews later."""

    reason: str


Yes = AtDesk | ByPhone | Alone
"""How a second person takes part."""


@dataclass(frozen=True, slots=True)
class WaitingItem:
    """An item that waits to leave, and how much time it has.

    ``hindered`` is the code of what must be done first, "" for nothing; ``belongs`` whether it goes the way of the bag at hand, None where
    nobody knows or there is no bag.
    """

    item: HeldItem
    due: Due
    hindered: str = ""
    belongs: bool | None = None


@dataclass(frozen=True, slots=True)
class ApprovalView:
    """What waits for a second person, in the order in which it must leave.

    ``alone`` lists the reasons of an exception, none where there is none here; ``exceptions`` counts those that nobody looked at yet.
    """

    items: tuple[WaitingItem, ...]
    alone: tuple[Choice, ...]
    now_ms: int
    offset_min: int
    exceptions: int = 0


class PhoneNeeds(Protocol):
    """Asking a desk over the telephone."""

    def ask_by_phone(self, act: Act, numbers: Sequence[str], device: int) -> Question:
        """The digits to be read out to that desk.

        Raises:
            DeskError: ``approval.*``, ``trust.*``, rights.
        """


class ApprovalNeeds(PhoneNeeds, ReviewNeeds, Protocol):
    """What the work «Chờ duyệt» needs."""

    def approval_view(self) -> ApprovalView:
        """Everything it shows.

        Raises:
            DeskError: rights.
        """

    def reject_reasons(self) -> Sequence[Choice]:
        """Why an item may be held back."""

    def approve(self, items: Sequence[str], yes: Yes) -> int:
        """Let items go; all of them or none. Returns how many.

        Raises:
            DeskError: ``approval.*``, ``custody.*``, ``login.*``, rights.
        """

    def reject(self, item: str, reason: str, yes: Yes) -> None:
        """Do not let an item go.

        Raises:
            DeskError: as `approve`.
        """

    def answer_phone(self, device: int, digits: str, act: Act, things: int) -> str:
        """At the approver's desk: the eight digits that answer a question which was read to him.

        Args:
            device: who asks.
            digits: as they were read out.
            act: what for, as he was told.
            things: how many, as he was told.

        Raises:
            DeskError: ``approval.*``, ``trust.*``, rights.
        """
