"""What the pages for printers, papers, scanner and scale need."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from kt1desk.desktop.needs.window import PrinterState

if TYPE_CHECKING:  # named in annotations only: the log-in page is painted without them
    from kt1desk.services.papers import ReprintReason
    from kt1desk.services.rows import PaperRow


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a list: its key and its words."""

    key: str
    text: str


class PapersNeeds(Protocol):
    """What the printers' page needs of the queue."""

    def questions(self) -> Sequence[PaperRow]:
        """Papers that ask the clerk something, oldest first."""

    def papers(self, limit: int) -> Sequence[PaperRow]:
        """The queue, newest first."""

    def is_printed(self, job: int) -> None:
        """The clerk has the paper in his hand."""

    def print_again(self, job: int, reason: ReprintReason) -> None:
        """A new copy, marked as such: nothing came out of the printer, or the paper was spoilt or lost."""

    def release(self, job: int) -> None:
        """Let a paper that waits go to the printer."""

    def printers(self) -> Mapping[str, PrinterState]:
        """What is known now of the printer of each slot (``label``, ``receipt``, ``roll``), in words."""


@dataclass(frozen=True, slots=True)
class DeviceSettings:
    """Scanner and scale of this desk. Empty port: none. ``wedge_gap_ms`` 0: not measured yet, the tolerant profile is used.

    ``sounds``: whether a scan is answered by a sound as well; the sentence on the screen is always there.
    """

    wedge: bool
    wedge_gap_ms: int
    scanner_port: str
    scale_port: str
    scale_protocol: str
    sounds: bool = True


@dataclass(frozen=True, slots=True)
class DeviceChoices:
    """What can be chosen, found just now, and what is set."""

    ports: tuple[Choice, ...]
    protocols: tuple[Choice, ...]
    settings: DeviceSettings


@dataclass(frozen=True, slots=True)
class Weighing:
    """What the scale says now. ``grams`` is None while it says nothing; ``text`` says it in words."""

    grams: int | None
    stable: bool
    text: str


class DevicesNeeds(Protocol):
    """What the devices' page needs. Its fields: ``scanner_port``, ``scale_port``, ``scale_protocol``."""

    def choices(self) -> DeviceChoices:
        """Look for ports; read what is set."""

    def save_devices(self, settings: DeviceSettings) -> None:
        """Keep and use from now on.

        Raises:
            DeskError: ``scale.*`` or ``scanner.*`` with its field.
        """

    def weigh(self) -> Weighing:
        """One reading.

        Raises:
            DeskError: ``scale.silent``, ``scale.port``.
        """
