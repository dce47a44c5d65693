"""What receiving a dispatch needs: its data by paper, file or network, its bags, its items one by one, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # named in annotations only: the log-in page is painted without them
    from kt1desk.desktop.needs.machines import Choice, Weighing
    from kt1desk.domain.service import Service
    from kt1desk.services.arrival_view import ArrivalView, Difference, Wrong
    from kt1desk.services.arrivals import ArrivalScan, Received, ReceiveDraft
    from kt1desk.services.custody_rows import DispatchRow


@dataclass(frozen=True, slots=True)
class Coming:
    """A dispatch under way to this point, or being received."""

    row: DispatchRow
    from_name: str


@dataclass(frozen=True, slots=True)
class ComingView:
    """The dispatches that are expected, the oldest first."""

    dispatches: tuple[Coming, ...]
    now_ms: int
    offset_min: int


@dataclass(frozen=True, slots=True)
class ArrivalDetail:
    """A dispatch as it stands here."""

    view: ArrivalView
    from_name: str
    offset_min: int


@dataclass(frozen=True, slots=True)
class ItemScanned:
    """One item at its arrival, as it was scanned or typed."""

    item: str
    receptacle: str = ""
    condition: str = "intact"
    scan: bool = True


@dataclass(frozen=True, slots=True)
class PartNews:
    """How much of a paper's code is there. ``missing`` are numbers of parts from 1; ``dispatches`` what was taken in once it is whole."""

    have: int
    of: int
    missing: tuple[int, ...]
    dispatches: tuple[str, ...] = ()
    known: bool = False
    """It is whole, and all of it was known before."""
    elsewhere: Service | None = None
    """Where it turned out to be of the other service: that one, at whose side its dispatches are received."""


class ArrivalNeeds(Protocol):
    """What the work «Nhận chuyến» needs."""

    def coming(self) -> ComingView:
        """What is expected.

        Raises:
            DeskError: rights.
        """

    def dispatch_of(self, receptacle: str) -> str:
        """The dispatch under way to here that a bag came with, "" where none is known."""

    def arrival(self, dispatch: str) -> ArrivalDetail:
        """One dispatch.

        Raises:
            DeskError: ``dispatch.unknown``, rights.
        """

    def receive_bag(self, bag: ReceiveDraft) -> Received:
        """Take a bag over, as it is found.

        Raises:
            DeskError: ``receptacle.*``, ``arrival.*``, ``custody.*``, rights.
        """

    def open_bag(self, receptacle: str) -> None:
        """Break its seal.

        Raises:
            DeskError: ``receptacle.*``, ``custody.*``, rights.
        """

    def scan(self, scanned: ItemScanned) -> ArrivalScan:
        """Confirm one item.

        Raises:
            DeskError: ``arrival.*``, ``custody.*``, ``number.*``, rights.
        """

    def take_part(self, data: bytes) -> PartNews:
        """One part of a paper's code; when it was the last, the dispatch is taken in.

        Raises:
            DeskError: ``paper_code.*``, ``inbox.*``, ``trust.*``.
        """

    def forget_parts(self) -> None:
        """Begin with another paper."""

    def take_bundle(self, path: str) -> Sequence[str]:
        """A bundle file; returns the dispatches that were new in it.

        Raises:
            DeskError: ``bundle.*``, ``inbox.*``, ``trust.*``, field ``file``.
        """

    def incident_codes(self, wrong: Wrong) -> Sequence[Choice]:
        """What an incident record of that difference can say."""

    def open_incident(self, dispatch: str, difference: Difference, code: str) -> str:
        """Open an incident record; returns its number.

        Raises:
            DeskError: ``incident.*``, rights.
        """

    def close_arrival(self, dispatch: str) -> None:
        """Close it: what is missing then is missing.

        Raises:
            DeskError: ``arrival.incident_needed`` with what lacks a record, ``arrival.*``, rights.
        """

    def has_scale(self) -> bool:
        """Whether a scale is set up."""

    def weigh(self) -> Weighing:
        """One reading.

        Raises:
            DeskError: ``scale.*``.
        """
