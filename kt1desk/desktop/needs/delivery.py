"""What delivery needs: lists given to a postman, what became of each item, what came back, and what goes another way.

Fields of refusals: ``items``, ``user``, ``password``, ``postman``, ``taker_name``, ``taker_position``, ``reference``, ``named``,
``attempt``, ``receiver``, ``receiver_province``, ``receiver_address``, ``forward``, ``return``, ``unclaimed``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from kt1desk.desktop.needs.approval import AtDesk, PhoneNeeds, Yes

if TYPE_CHECKING:  # named in annotations only: the log-in page is painted without them
    from kt1desk.desktop.needs.machines import Choice
    from kt1desk.domain.due import Due
    from kt1desk.domain.reference import Agency, Province
    from kt1desk.services.custody_rows import HeldItem
    from kt1desk.services.delivery_rules import DeliveryDraft
    from kt1desk.services.drafts import OtherParty
    from kt1desk.services.round_sheets import SheetLine


@dataclass(frozen=True, slots=True)
class GoingItem:
    """An item that could go out. ``receiver`` is how it is called in a line, "" where nobody may or can say.

    ``hindered`` and ``warning`` are codes as in `kt1desk.services.rounds.RoundCandidate`.
    """

    item: HeldItem
    due: Due
    receiver: str = field(repr=False)
    hindered: str = ""
    warning: str = ""


@dataclass(frozen=True, slots=True)
class StartView:
    """What can go out, in the order in which it must. ``alone``: the point has one person, who delivers himself."""

    items: tuple[GoingItem, ...]
    now_ms: int
    offset_min: int
    alone: bool = False


@dataclass(frozen=True, slots=True)
class StartedRound:
    """A list that was given out. ``elsewhere`` counts items for which another point delivers."""

    round: str
    items: int
    elsewhere: int


class StartNeeds(Protocol):
    """What the work «Lập chuyến phát» needs."""

    def start_view(self) -> StartView:
        """What can go out.

        Raises:
            DeskError: rights.
        """

    def start_round(self, items: Sequence[str], postman: AtDesk | None) -> StartedRound:
        """Give items to a postman; the list is printed.

        Raises:
            DeskError: ``round.*``, ``custody.*``, ``approval.*``, ``login.*``, ``point.not_delivering``, rights of both.
        """


@dataclass(frozen=True, slots=True)
class OutLine:
    """One line of a list, or an item that is fetched at the counter.

    ``round`` and ``postman`` (id) are "" there; ``receiver`` is how it is called in a line, ``hidden`` where it may not be seen.
    """

    line: SheetLine
    round: str
    postman: str
    postman_name: str
    receiver: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class OutView:
    """All lines of the open lists, list by list, done or not.

    ``reasons`` are those of an attempt in vain; ``alone`` as in `StartView`. ``papers`` and ``proxies`` are what whoever takes a result may
    show, and as what somebody else takes it; nothing for KT1.
    """

    lines: tuple[OutLine, ...]
    reasons: tuple[Choice, ...]
    now_ms: int
    offset_min: int
    alone: bool = False
    papers: tuple[Choice, ...] = ()
    proxies: tuple[Choice, ...] = ()


class OutNeeds(Protocol):
    """What is out with whom."""

    def out_view(self) -> OutView:
        """The open lists.

        Raises:
            DeskError: rights.
        """


class ResultNeeds(OutNeeds, Protocol):
    """What the work «Kết quả phát» needs."""

    def fetched(self, item: str) -> OutLine:
        """An item that somebody fetches at the counter.

        Raises:
            DeskError: ``custody.*``, ``shift.not_open``, rights.
        """

    def deliver(self, wanted: DeliveryDraft) -> None:
        """It is in the hands it is for.

        Raises:
            DeskError: ``delivery.*``, ``round.*``, ``custody.*``, ``text.*``, rights.
        """

    def attempt(self, item: str, reason: str, round_number: str, *, scan: bool) -> None:
        """It was offered in vain.

        Raises:
            DeskError: ``code.unknown``, ``round.*``, ``custody.*``, rights.
        """


class BackNeeds(OutNeeds, Protocol):
    """What the work «Nộp lại» needs."""

    def bring_back(self, items: Sequence[str], postman: AtDesk | None, *, scan: bool) -> int:
        """The postman gives back what he could not deliver; all of it or nothing. Returns how many.

        Raises:
            DeskError: ``round.*``, ``custody.*``, ``approval.*``, ``login.*``, rights of both.
        """


class Turning(StrEnum):
    """Which other way an item goes."""

    FORWARD = "forward"
    RETURN = "return"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class TurnItem:
    """An item that can be turned. ``ways`` are those that its state allows; ``why`` says how it was offered in vain, "" before."""

    line: OutLine
    ways: tuple[Turning, ...]
    tried: int = 0
    why: str = ""


@dataclass(frozen=True, slots=True)
class TurnView:
    """What can be turned, in the order in which it must leave, and the reasons of each way; ``alone`` as in `ApprovalView`."""

    items: tuple[TurnItem, ...]
    forward: tuple[Choice, ...]
    give_back: tuple[Choice, ...]
    aside: tuple[Choice, ...]
    now_ms: int
    offset_min: int
    alone: tuple[Choice, ...] = ()

    def reasons(self, way: Turning) -> tuple[Choice, ...]:
        """The reasons of one way."""
        return {Turning.FORWARD: self.forward, Turning.RETURN: self.give_back, Turning.ASIDE: self.aside}[way]


class TurnNeeds(PhoneNeeds, Protocol):
    """What the work «Chuyển, hoàn» needs."""

    def turn_view(self) -> TurnView:
        """What can be turned.

        Raises:
            DeskError: rights.
        """

    def agencies(self, text: str) -> Sequence[Agency]:
        """Agencies by a fragment.

        Raises:
            DeskError: rights.
        """

    def provinces(self, text: str) -> Sequence[Province]:
        """Provinces by a fragment."""

    def forward(self, item: str, receiver: OtherParty | str, reason: str, yes: Yes) -> None:
        """On to another address: id of an agency, or as it is written now.

        Raises:
            DeskError: ``redirect.*``, ``item.*``, ``text.*``, ``code.unknown``, ``custody.*``, ``approval.*``, ``login.*``, rights.
        """

    def give_back(self, item: str, reason: str, yes: Yes) -> None:
        """Back to its sender.

        Raises:
            DeskError: as `forward`.
        """

    def set_aside(self, item: str, reason: str, yes: Yes) -> None:
        """Kept apart: neither receiver nor sender takes it.

        Raises:
            DeskError: as `forward`.
        """


class DeliveryNeeds(StartNeeds, ResultNeeds, BackNeeds, TurnNeeds, Protocol):
    """What the page needs."""
