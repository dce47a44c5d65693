"""What the way from the counter to the next point needs: bags, dispatches, and what comes in.

Fields of refusals: ``to``, ``receptacle``, ``seal``, ``weight``, ``route``, ``vehicle``, ``escort``, ``driver``, ``giver``, ``file`` and
those of `kt1desk.desktop.needs.approval`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from kt1desk.desktop.needs.approval import ApprovalNeeds, PhoneNeeds, WaitingItem, Yes
from kt1desk.desktop.needs.arrival import ArrivalNeeds

if TYPE_CHECKING:  # named in annotations only: the log-in page is painted without them
    from kt1desk.desktop.needs.machines import Choice, Weighing
    from kt1desk.services.custody_rows import DispatchRow, ReceptacleRow
    from kt1desk.services.dispatching import DispatchDraft
    from kt1desk.services.packing import PackDraft


@dataclass(frozen=True, slots=True)
class NextPoint:
    """A point that things can be sent to. ``note`` says what it does with KT1 items."""

    code: str
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class PackView:
    """What can go into a bag, in the order in which it must leave."""

    items: tuple[WaitingItem, ...]
    now_ms: int
    offset_min: int


class PointNeeds(Protocol):
    """Choosing where something goes."""

    def points(self, text: str) -> Sequence[NextPoint]:
        """Points by code or fragments of their names; the usual next ones for an empty text."""


class PackNeeds(PointNeeds, Protocol):
    """What the work «Đóng túi» needs."""

    def pack_view(self, to: str) -> PackView:
        """What can go to a point ("" before one is chosen).

        Raises:
            DeskError: rights.
        """

    def new_receptacle(self) -> str:
        """The number that a bag without a printed one would get now.

        Raises:
            DeskError: ``receptacle.no_own_numbers``, rights.
        """

    def close_bag(self, bag: PackDraft) -> str:
        """Close it; its tag is printed. Returns its number.

        Raises:
            DeskError: ``receptacle.*``, ``custody.*``, rights.
        """

    def closed_bags(self) -> Sequence[ReceptacleRow]:
        """Bags that are closed and still here, newest first."""

    def undo_reasons(self) -> Sequence[Choice]:
        """Why a closed bag may be opened again."""

    def undo_bag(self, receptacle: str, reason: str) -> None:
        """Open a closed bag again that was not sent.

        Raises:
            DeskError: ``receptacle.*``, ``custody.*``, rights.
        """

    def has_scale(self) -> bool:
        """Whether a scale is set up."""

    def weigh(self) -> Weighing:
        """One reading.

        Raises:
            DeskError: ``scale.*``.
        """


@dataclass(frozen=True, slots=True)
class Vehicle:
    """A vehicle of the register; one that carries nothing else needs no escort."""

    code: str
    text: str
    dedicated: bool


@dataclass(frozen=True, slots=True)
class ClosedBag:
    """A closed bag and the name of the point that it goes to."""

    row: ReceptacleRow
    to_name: str


@dataclass(frozen=True, slots=True)
class SentDispatch:
    """A dispatch that left here and has not arrived, the name of the point it goes to, and its bags."""

    row: DispatchRow
    to_name: str
    bags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SendView:
    """Bags that are closed and here, dispatches under way, and what can be chosen.

    ``second``: somebody must approve a dispatch. ``alone`` as in `ApprovalView`.
    """

    bags: tuple[ClosedBag, ...]
    sent: tuple[SentDispatch, ...]
    vehicles: tuple[Vehicle, ...]
    alone: tuple[Choice, ...]
    now_ms: int
    offset_min: int
    second: bool = True


class SendNeeds(PhoneNeeds, PointNeeds, Protocol):
    """What the work «Gửi chuyến» needs."""

    def send_view(self) -> SendView:
        """Everything it shows.

        Raises:
            DeskError: rights.
        """

    def send(self, wanted: DispatchDraft, yes: Yes | None) -> str:
        """Send it; its manifest is printed. Returns its number. ``yes`` is None where nobody has to approve it.

        Raises:
            DeskError: ``dispatch.*``, ``custody.*``, ``approval.*``, ``login.*``, rights.
        """

    def recall_reasons(self) -> Sequence[Choice]:
        """Why a dispatch may be taken back."""

    def recall(self, dispatch: str, reason: str, yes: Yes | None) -> None:
        """Take a dispatch back that has not arrived; ``yes`` as in `send`.

        Raises:
            DeskError: as `send`.
        """


class DispatchNeeds(ApprovalNeeds, PackNeeds, SendNeeds, ArrivalNeeds, Protocol):
    """What the page needs."""
