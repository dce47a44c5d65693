"""What looking at exceptions needs: what was done without a second person, until another user said what he thinks of it.

Fields of refusals: ``event``, ``review``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # named in annotations only: the log-in page is painted without them
    from kt1desk.desktop.needs.machines import Choice
    from kt1desk.domain.events import EventId
    from kt1desk.services.custody_rows import ExceptionRow


@dataclass(frozen=True, slots=True)
class OpenException:
    """One that waits: its reason in words, who did it by his name, and whether that was whoever looks now."""

    row: ExceptionRow
    reason: str
    who: str
    own: bool


@dataclass(frozen=True, slots=True)
class ExceptionView:
    """What waits, oldest first, and what can be said of it."""

    waiting: tuple[OpenException, ...]
    outcomes: Sequence[Choice]
    offset_min: int


class ReviewNeeds(Protocol):
    """What the list «Ngoại lệ chờ xét» needs."""

    def exception_view(self) -> ExceptionView:
        """Everything it shows.

        Raises:
            DeskError: rights.
        """

    def review(self, event: EventId, outcome: str) -> None:
        """Write what came of looking at one.

        Raises:
            DeskError: ``approval.review_own``, ``approval.review_unknown``, ``code.unknown``, rights.
        """
