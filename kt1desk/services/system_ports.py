"""What the files for other systems ask of the store: what is not taken over yet, what a batch held."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from kt1desk.domain.service import Service


@dataclass(frozen=True, slots=True)
class NotTaken:
    """A thing accepted at this desk that a system has not answered for.

    Attributes:
        place: its row, by which a list goes on.
        number: item or case.
        accepted_ms: when it was accepted.
        batch: the file it was last written into, "" for none; ``exported_ms`` when.
    """

    place: int
    number: str
    accepted_ms: int
    batch: str = ""
    exported_ms: int = 0


class SystemReader(Protocol):
    """Reading of what other systems were given and what they answered."""

    def not_taken(
        self, service: Service, system: str, since_ms: int, after: int, limit: int
    ) -> Sequence[NotTaken]:
        """Things of this desk that are not taken over, from a moment on, in the order of acceptance, after a place."""

    def never_exported(self, service: Service, system: str, since_ms: int, limit: int) -> Sequence[str]:
        """Numbers of those of them that stood in no file yet, in the order of acceptance."""

    def count_not_taken(self, service: Service, system: str, since_ms: int) -> tuple[int, int]:
        """How many were never written into a file, and how many were and have no answer."""

    def first_exported_ms(self, system: str) -> int:
        """When this desk first wrote a file for the system; 0 for never."""

    def batches(self, system: str) -> int:
        """How many files this desk wrote for the system."""

    def batch(self, system: str, batch: str) -> Sequence[str]:
        """Numbers that were last written in this file."""

    def taken_code(self, system: str, number: str) -> str | None:
        """What the system called it; None while it has not answered."""
