"""What the security log needs: its rows by day, person and kind, and a file of them that proves itself.

Fields of refusals: ``day``, ``file``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # named in annotations only: the log-in page is painted without them
    from kt1desk.desktop.needs.machines import Choice


@dataclass(frozen=True, slots=True)
class AuditAsked:
    """What of the log is wanted: first and last day by the desk's clock, of whom, of which kind; all where it is empty."""

    since: date | None = None
    until: date | None = None
    person: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One row: when it happened, who did it by his name, what it was, the particulars, and where it stands in the journal."""

    place: str
    at_ms: int
    who: str
    what: str
    more: str
    proof: str
    alarms: bool = False


@dataclass(frozen=True, slots=True)
class AuditView:
    """Newest first; ``more`` where older ones are left out."""

    lines: tuple[AuditLine, ...]
    more: bool
    offset_min: int


class AuditNeeds(Protocol):
    """What the page «Nhật ký an ninh» needs."""

    def log(self, asked: AuditAsked) -> AuditView:
        """The newest rows of what was asked for.

        Raises:
            DeskError: rights.
        """

    def people_of_log(self, text: str) -> Sequence[Choice]:
        """Users whose name or id has that text in it.

        Raises:
            DeskError: rights.
        """

    def kinds_of_log(self, text: str) -> Sequence[Choice]:
        """Kinds of events whose words have that text in it."""

    def proposed_file(self) -> str:
        """Where an extract may go."""

    def export_log(self, asked: AuditAsked, path: str) -> int:
        """Write the signed file of everything asked for; returns how many rows are in it.

        Raises:
            DeskError: rights; ``extract.too_many``, ``extract.exists``, ``province.folder``; ``disk.*``.
        """
