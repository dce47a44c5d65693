"""What the page of one item or case needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # named in annotations only: the log-in page is painted without them
    from kt1desk.desktop.needs.machines import Choice
    from kt1desk.domain.events import Event
    from kt1desk.services.case_journeys import CaseStory
    from kt1desk.services.journeys import Journey
    from kt1desk.services.numbers import VoidReason
    from kt1desk.services.papers import ReprintReason
    from kt1desk.services.records import Record
    from kt1desk.services.reversal import ReversalReason


@dataclass(frozen=True, slots=True)
class RecordView:
    """What a number stands for, None where nothing here has it; ``offset_min`` as in `DeskStatus`.

    ``journey`` is where it was and is, of an item, and of a bag or a dispatch, which have no record; ``story`` the same of a case.
    """

    record: Record | None
    now_ms: int
    offset_min: int
    journey: Journey | None = None
    story: CaseStory | None = None


class CaseCareNeeds(Protocol):
    """What may be done with a case from its record. Fields of refusals: ``reason``, ``way``."""

    def identity_reasons(self) -> Sequence[Choice]:
        """Why somebody may have the whole number of an applicant shown."""

    def identity(self, dossier: str, reason: str) -> str:
        """The whole number; that it was shown is written down first.

        Raises:
            DeskError: ``identity.*``, ``code.unknown``, ``shift.not_open``, rights.
        """

    def telling_ways(self) -> Sequence[Choice]:
        """How an applicant can be told."""

    def tell(self, dossier: str, way: str) -> None:
        """He was told, now.

        Raises:
            DeskError: ``case.unknown``, ``decision.*``, ``code.unknown``, ``shift.not_open``, rights.
        """

    def print_notice(self, dossier: str) -> int:
        """Print the notice of the newest answer; returns how many papers that are.

        Raises:
            DeskError: ``case.unknown``, ``decision.*``, ``shift.not_open``, rights.
        """


class RecordNeeds(CaseCareNeeds, Protocol):
    """What the page needs."""

    def find(self, text: str) -> RecordView:
        """By the number of an item or of a leg, of a bag or a dispatch, the post's own number of a case, or its mã hồ sơ.

        Raises:
            DeskError: ``number.check_digit``; rights.
        """

    def withdraw(self, record: Record, reason: ReversalReason) -> Event:
        """Take an acceptance back for good; its slip is printed.

        Raises:
            DeskError: ``reversal.*``, ``shift.not_open``, rights, ``disk.*``.
        """

    def void(self, number: str, reason: VoidReason) -> None:
        """Take a number of this desk out for ever.

        Raises:
            DeskError: ``number.*``, ``shift.not_open``, rights.
        """

    def print_again(self, job: int, reason: ReprintReason) -> None:
        """A new copy, marked as such.

        Raises:
            DeskError: ``print.*``, ``shift.not_open``, rights.
        """

    def certify(self, number: str) -> int:
        """Print the custody certificate of an item, signed with this desk's key; returns how many papers that are.

        Raises:
            DeskError: ``certificate.*``, ``custody.unknown``, ``shift.not_open``, ``disk.*``, rights.
        """
