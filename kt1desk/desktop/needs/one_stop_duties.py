"""What the one-stop place needs of what is still to be done about cases: tasks, and the authorities' money.

Fields of refusals: ``told``, ``way``, ``pieces``, ``number``, ``papers``, ``weight``, ``seal``, ``dossier``, ``dossiers``, ``back``,
``more``, ``receipt``, ``fee_reference``, ``officer_name``, ``officer_position``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Protocol

from kt1desk.desktop.needs.one_stop_care import ComplaintNeeds, VisitNeeds

if TYPE_CHECKING:  # named in annotations only: the log-in page is painted without them
    from kt1desk.desktop.needs.machines import Choice
    from kt1desk.domain.dossier import DossierPayment, PaperLine
    from kt1desk.services.case_tasks import Task
    from kt1desk.services.fees import AuthorityFees, CorrectionDraft
    from kt1desk.services.remitting import RemitDraft
    from kt1desk.services.supplement_rules import SupplementDraft, SupplementQuote


class TaskAct(Enum):
    """What can be done about a task; its value is what the key says."""

    TELL = "Đã báo người nộp"
    NOTICE = "In thông báo cho người nộp"
    BRING = "Nhận giấy tờ bổ sung"
    SLIP = "Làm bì giấy hẹn, chuyển về điểm nhận"
    FEES = "Nộp phí cho cơ quan"
    COMPLAINT = "Trả lời khiếu nại"
    CASE = "Mở hồ sơ"


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task and what can be done about it, the usual first."""

    task: Task
    acts: tuple[TaskAct, ...]


@dataclass(frozen=True, slots=True)
class TasksView:
    """What must be done, what comes first in front.

    ``holiday`` says that days off are not known yet, "" where they are; ``ways`` are those of telling an applicant.
    """

    lines: tuple[TaskLine, ...]
    ways: tuple[Choice, ...]
    now_ms: int
    offset_min: int
    holiday: str = ""


@dataclass(frozen=True, slots=True)
class WantedPaper:
    """A paper of a case; ``asked``: the authority asks for it. As brought it counts one original, unless something else is said."""

    line: PaperLine
    asked: bool


class TaskNeeds(Protocol):
    """What the work «Việc cần làm» needs."""

    def tasks(self) -> TasksView:
        """What this point must do next.

        Raises:
            DeskError: rights.
        """

    def tell(self, dossier: str, way: str, told_ms: int) -> None:
        """The applicant was told; ``told_ms`` is 0 for now.

        Raises:
            DeskError: ``decision.*``, ``case.*``, ``code.unknown``, rights.
        """

    def print_notice(self, dossier: str) -> None:
        """The notice of the newest decision is printed.

        Raises:
            DeskError: ``decision.*``, ``case.*``, rights.
        """

    def enclose_slip(self, dossier: str, pieces: int, number: str) -> str:
        """A cover for the giấy hẹn begins its way; returns its number.

        Raises:
            DeskError: ``enclosure.*``, ``number.*``, ``case.*``, rights.
        """

    def wanted_papers(self, dossier: str) -> Sequence[WantedPaper]:
        """The papers that may be brought, those that are asked for first.

        Raises:
            DeskError: ``case.*``, rights.
        """

    def price_supplement(self, wanted: SupplementDraft) -> SupplementQuote:
        """What it costs and what is wrong with it.

        Raises:
            DeskError: ``shift.not_open``, rights.
        """

    def take_supplement(self, wanted: SupplementDraft) -> str:
        """It is taken over: slip and label are printed. Returns its number.

        Raises:
            DeskError: ``supplement.*``, ``case.*``, ``dossier.*``, ``number.*``, rights.
        """


@dataclass(frozen=True, slots=True)
class CaseMoney:
    """The three sums of a case, in đồng, by their kind and with their words; ``payment`` is how they were paid."""

    dossier: str
    official: str
    procedure: str
    sums: tuple[tuple[str, str, int], ...]
    payment: DossierPayment


@dataclass(frozen=True, slots=True)
class DueView:
    """What is still here for authorities; ``reasons`` of putting a sum right."""

    authorities: tuple[AuthorityFees, ...]
    reasons: tuple[Choice, ...]
    offset_min: int


class FeeNeeds(Protocol):
    """What the work «Phí thu hộ» needs."""

    def fees_due(self) -> DueView:
        """What is due to whom.

        Raises:
            DeskError: rights.
        """

    def remit(self, wanted: RemitDraft) -> str:
        """It was passed on: the list is printed. Returns its number.

        Raises:
            DeskError: ``fees.*``, ``text.*``, rights.
        """

    def case_money(self, text: str) -> CaseMoney:
        """The case of a number that was typed or scanned.

        Raises:
            DeskError: ``fees.*``, ``reversal.already``, rights.
        """

    def correct_fee(self, wanted: CorrectionDraft) -> int:
        """One sum is put right; returns what it is now, in đồng.

        Raises:
            DeskError: ``fees.*``, ``code.unknown``, ``reversal.*``, ``text.*``, rights.
        """

    def enter_receipt(self, dossier: str, receipt: str) -> None:
        """The number of the authority's biên lai.

        Raises:
            DeskError: ``fees.*``, ``text.*``, rights.
        """


class DutyNeeds(TaskNeeds, FeeNeeds, ComplaintNeeds, VisitNeeds, Protocol):
    """What the works about what is still to be done need."""
