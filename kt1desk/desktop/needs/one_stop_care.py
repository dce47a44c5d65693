"""What the one-stop place needs of people who complain and people who are to be visited.

A person is named only where somebody is to go to him. Fields of refusals: ``dossier``, ``item``, ``name``, ``phone``, ``received_day``,
``visit_address``, ``commune``, ``procedure``, ``until``, ``happened``, ``visitor``, ``visits``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # named in annotations only: the log-in page is painted without them
    from kt1desk.desktop.needs.machines import Choice
    from kt1desk.domain.procedure import Procedure
    from kt1desk.services.case_rows import ComplaintRow, VisitRow
    from kt1desk.services.case_terms import Term
    from kt1desk.services.complaint_rules import Proposal
    from kt1desk.services.complaints import AnswerDraft, ComplaintDraft, Opened
    from kt1desk.services.visits import DoneDraft, VisitDraft


@dataclass(frozen=True, slots=True)
class FoundCase:
    """A case as it is named to whoever complains about it; ``state`` in words."""

    dossier: str
    official: str
    procedure: str
    authority: str
    state: str


@dataclass(frozen=True, slots=True)
class ComplaintLine:
    """A complaint: what about and by whom in words, and how the day of its answer stands."""

    row: ComplaintRow
    about: str
    who: str
    term: Term


@dataclass(frozen=True, slots=True)
class ComplaintsView:
    """Open complaints, the earliest day first; what is chosen from."""

    lines: tuple[ComplaintLine, ...]
    codes: tuple[Choice, ...]
    outcomes: tuple[Choice, ...]
    ways: tuple[Choice, ...]
    today: str


class ComplaintNeeds(Protocol):
    """What the work «Khiếu nại» needs."""

    def complaints(self) -> ComplaintsView:
        """What is still to be answered.

        Raises:
            DeskError: rights.
        """

    def case_of(self, text: str) -> FoundCase:
        """The case of a number that was typed or scanned.

        Raises:
            DeskError: ``case.unknown``, rights.
        """

    def proposal(self, complaint: str) -> Proposal:
        """The compensation that it can come to.

        Raises:
            DeskError: ``complaint.*``, rights.
        """

    def open_complaint(self, wanted: ComplaintDraft) -> Opened:
        """A complaint is taken.

        Raises:
            DeskError: ``complaint.*``, ``code.unknown``, ``identity.*``, ``text.*``, rights.
        """

    def answer_complaint(self, wanted: AnswerDraft) -> int:
        """It is answered and the answer printed; returns the compensation in đồng.

        Raises:
            DeskError: ``complaint.*``, ``code.unknown``, rights.
        """


@dataclass(frozen=True, slots=True)
class VisitLine:
    """A visit, and its commune and procedure in words."""

    row: VisitRow
    commune: str
    procedure: str


@dataclass(frozen=True, slots=True)
class VisitsView:
    """Open visits, the earliest first; ``reasons`` of one that was in vain or cancelled."""

    lines: tuple[VisitLine, ...]
    reasons: tuple[Choice, ...]
    now_ms: int
    offset_min: int


class VisitNeeds(Protocol):
    """What the work «Hẹn nhận» needs."""

    def visits(self) -> VisitsView:
        """Where somebody must go.

        Raises:
            DeskError: rights.
        """

    def visit_communes(self, text: str) -> Sequence[Choice]:
        """Communes of the province for a fragment, by their codes."""

    def visit_procedures(self, text: str) -> Sequence[Procedure]:
        """Procedures for a fragment."""

    def plan_visit(self, wanted: VisitDraft) -> str:
        """Somebody asked to be visited; returns its number.

        Raises:
            DeskError: ``visit.*``, ``reference.*``, ``identity.*``, ``text.*``, rights.
        """

    def end_visit(self, wanted: DoneDraft) -> None:
        """How it ended.

        Raises:
            DeskError: ``visit.*``, ``code.unknown``, rights.
        """

    def print_visits(self, visits: Sequence[str], visitor: str) -> None:
        """The list for the way is printed.

        Raises:
            DeskError: ``visit.*``, ``text.*``, rights.
        """

    def begin_dossier(self, visit: str) -> str:
        """A dossier is begun with what the visit says, and laid aside; returns what it is found by.

        Raises:
            DeskError: ``visit.*``, rights, ``disk.*``.
        """
