"""What the one-stop place needs at the authority: covers re-counted and handed to it, and what it says of a dossier.

Fields of refusals: ``items``, ``documents``, ``differences``, ``officer_name``, ``officer_position``, ``fee_reference``, ``official``,
``received_day``, ``official_day``, ``paper``, ``paper_day``, ``reason``, ``asked``, ``day``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from kt1desk.desktop.needs.one_stop_duties import DutyNeeds
from kt1desk.desktop.needs.one_stop_results import PickupNeeds, TakeNeeds

if TYPE_CHECKING:  # named in annotations only: the log-in page is painted without them
    from kt1desk.desktop.needs.machines import Choice
    from kt1desk.domain.case import CaseState, Outcome
    from kt1desk.domain.dossier import PaperLine
    from kt1desk.services.decision_drafts import DecisionDraft, RegisterDraft
    from kt1desk.services.handover_drafts import CountSheet, HandoverDraft, ReadyAuthority

OFF_LIST = "?"
"""Stands for a paper that is in the cover and not on its list, where differences are named."""


@dataclass(frozen=True, slots=True)
class ReadyView:
    """What can be handed over, by authority; ``differences`` are the codes of what may differ at the re-count.

    ``elsewhere`` are names of other points, and how many covers lie here that go to an authority by way of each.
    """

    authorities: tuple[ReadyAuthority, ...]
    differences: tuple[Choice, ...]
    now_ms: int
    offset_min: int
    elsewhere: tuple[tuple[str, int], ...] = ()


class HandNeeds(Protocol):
    """What the work «Giao cơ quan» needs."""

    def ready(self) -> ReadyView:
        """What lies here for authorities.

        Raises:
            DeskError: rights.
        """

    def sheet(self, item: str) -> CountSheet:
        """What must be in a cover.

        Raises:
            DeskError: ``custody.*``, ``handover.*``, rights.
        """

    def kept(self) -> Sequence[HandoverDraft]:
        """The hand-overs that were begun and not made, also before the program was started.

        Raises:
            DeskError: ``parked.damaged``, rights.
        """

    def keep(self, drafts: Sequence[HandoverDraft]) -> None:
        """Keep how far hand-overs have come; what is not among them is forgotten.

        Raises:
            DeskError: ``canonical.*``, ``disk.*``.
        """

    def hand_over(self, draft: HandoverDraft) -> str:
        """Both sign: the record is printed. Returns its number.

        Raises:
            DeskError: ``handover.*``, ``custody.*``, ``case.*``, ``code.unknown``, ``text.*``, rights.
        """


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case with its authority; days are ISO, "" where the authority has not said them. ``items`` are numbers of its covers."""

    dossier: str
    official: str
    procedure: str
    authority: str
    state: CaseState
    state_words: str
    since_ms: int
    received_day: str = ""
    official_day: str = ""
    promised: str = ""
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CasesView:
    """Cases with their authorities, of ``total`` those whose day comes first; ``reasons`` of each decision.

    ``today`` (ISO) is proposed as day of a paper.
    """

    cases: tuple[CaseLine, ...]
    total: int
    reasons: Mapping[Outcome, tuple[Choice, ...]]
    today: str
    now_ms: int
    offset_min: int


class CaseNeeds(Protocol):
    """What is entered of a case that its authority has."""

    def cases(self) -> CasesView:
        """Cases with their authorities, the earliest day first.

        Raises:
            DeskError: rights.
        """

    def case(self, number: str) -> CaseLine:
        """One case by any of its numbers, also where the list has no room for it.

        Raises:
            DeskError: ``one_stop.not_with_authority``, rights.
        """

    def papers(self, dossier: str) -> Sequence[PaperLine]:
        """The list of papers of a case.

        Raises:
            DeskError: rights.
        """

    def register(self, wanted: RegisterDraft) -> None:
        """The authority took it into its system.

        Raises:
            DeskError: ``case.*``, ``decision.*``, ``date.*``, rights.
        """

    def decide(self, wanted: DecisionDraft) -> Sequence[int]:
        """The authority wants more, refuses, stops or postpones. Returns the print jobs of the applicant's notice.

        There are none where another point accepted the case: its applicant is told there.

        Raises:
            DeskError: ``case.*``, ``decision.*``, ``code.unknown``, ``date.*``, ``text.*``, rights.
        """


class OneStopNeeds(HandNeeds, CaseNeeds, TakeNeeds, PickupNeeds, DutyNeeds, Protocol):
    """What the place needs."""
