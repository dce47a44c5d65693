"""What the work «Hệ thống khác» needs: how far each system is behind, the file it is given next, and what it gives back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from kt1desk.services.other_systems import Feed
from kt1desk.services.system_answers import AnswerLine
from kt1desk.services.system_ports import NotTaken


@dataclass(frozen=True, slots=True)
class WaitingList:
    """What a system has not taken over, oldest first; ``more``: beyond these. ``offset_min`` is that of the wall clock."""

    rows: tuple[NotTaken, ...]
    more: bool
    offset_min: int


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file that was written: its number, how many lines, and where it is."""

    batch: str
    lines: int
    path: str


class SystemNeeds(Protocol):
    """What the work needs. Its fields: ``file``, ``batch``."""

    def feeds(self) -> Sequence[Feed]:
        """The systems that this user may feed.

        Raises:
            DeskError: rights, ``record.doubted``.
        """

    def not_taken(self, system: str) -> WaitingList:
        """The first of what a system has not taken over.

        Raises:
            DeskError: rights, ``system.unknown``, ``record.doubted``.
        """

    def proposed_export(self, system: str) -> str:
        """A name for its next file."""

    def export_file(self, system: str, path: str, batch: str) -> WrittenFile:
        """Write the next file, or (``batch``) one of before again.

        Raises:
            DeskError: ``system.*``, ``record.doubted``, ``disk.*``, rights.
        """

    def take_answer(self, system: str, path: str) -> Sequence[AnswerLine]:
        """Take in what a system gave back.

        Raises:
            DeskError: ``sheet.*``, ``text.*``, ``system.unknown``, ``record.doubted``, ``disk.*``, rights.
        """
