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


@dataclass(frozen=True, slots=True)
class PrinterProfile:
    """How a printer is reached. ``role`` is ``label`` or ``receipt``; ``language`` and ``port`` are keys of the choices.

    ``target`` is what the clerk types for a port that needs an address (``192.168.1.40:9100``), empty otherwise; ``paper`` the key of
    the paper in a printer for receipts, empty for labels.
    """

    role: str
    language: str
    port: str
    target: str = ""
    paper: str = ""


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """One paper: its key, its words, the languages of printers that have it unless somebody says otherwise, and what it comes to."""

    key: str
    text: str
    usual_for: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class PrinterChoices:
    """What can be chosen for a role, found just now; ``profile`` is what is set, or None. No ``papers``: there is only one."""

    languages: tuple[Choice, ...]
    ports: tuple[Choice, ...]
    typed_ports: tuple[str, ...]
    profile: PrinterProfile | None
    state: PrinterState
    papers: tuple[PaperChoice, ...] = ()


class PrinterSetupNeeds(Protocol):
    """What setting up printers needs. Its fields: ``language``, ``port``, ``target``, ``paper``."""

    def choices(self, role: str) -> PrinterChoices:
        """Look for ports and system printers."""

    def save_profile(self, profile: PrinterProfile) -> None:
        """Keep a profile.

        Raises:
            DeskError: ``printer.*`` with field ``port`` or ``target``.
        """

    def print_test(self, role: str) -> str:
        """Send the test page; returns in words what is known: sent, or printed.

        Raises:
            DeskError: ``printer.*``.
        """


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
    """Scanner and scale of this desk. Empty port: none. ``wedge_gap_ms`` 0: not measured yet, the tolerant profile is used."""

    wedge: bool
    wedge_gap_ms: int
    scanner_port: str
    scale_port: str
    scale_protocol: str


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
