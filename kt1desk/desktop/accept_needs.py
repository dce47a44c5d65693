"""What the acceptance page asks of the services; `app` hands in what fulfils it.

Every method may be slow and is called through `Jobs`. This module must not know how anything is stored, printed or measured.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from kt1desk.desktop.needs import PrinterState, Tone, Weighing
from kt1desk.desktop.take_back_needs import TakeBackNeeds
from kt1desk.domain.checklist import ChecklistLine
from kt1desk.domain.events import Event
from kt1desk.domain.kt1 import Secrecy
from kt1desk.domain.reference import Agency, Province
from kt1desk.services.acceptance import Accepted
from kt1desk.services.drafts import AcceptanceDraft, Quote
from kt1desk.services.rows import ItemRow


@dataclass(frozen=True, slots=True)
class LabelPicture:
    """The raster that would be printed: 1 bit a dot, 1 is black, most significant bit first, rows padded to whole bytes."""

    width_dots: int
    height_dots: int
    bits: bytes


@dataclass(frozen=True, slots=True)
class RecentItem:
    """An item accepted in this shift, its receiver as short as people say it, and what is known of its label, in words.

    ``receiver`` is empty where the reader may not see the parties.
    """

    row: ItemRow
    receiver: str
    label: str
    label_tone: Tone


@dataclass(frozen=True, slots=True)
class CounterView:
    """What the acceptance page shows beside the draft, read at once.

    ``label_printer`` says what is wrong with the printer for labels, and whether a label waits for it; None while nothing is.
    ``label_size`` is the paper in it: ``100 × 60 mm``.
    """

    shift_open: bool
    next_number: str
    numbers_left: int
    numbers_low: bool
    items: tuple[RecentItem, ...]
    accepted: int
    now_ms: int
    offset_min: int
    label_printer: PrinterState | None = None
    label_size: str = ""


@dataclass(frozen=True, slots=True)
class QuoteView:
    """What the draft comes to at a moment of the desk's time."""

    quote: Quote
    now_ms: int
    offset_min: int


@dataclass(frozen=True, slots=True)
class AgreedTime:
    """A time in UTC milliseconds, and how it was understood: ``14:30 23/11/2026``."""

    at_ms: int
    words: str


@dataclass(frozen=True, slots=True)
class Correction:
    """An accepted item as its form was filled, with the agencies and provinces that the draft names and that are still in the lists.

    ``agreed`` is the agreed time as it would be typed, "" for none; ``real_time`` the same of what was entered later. ``aside`` is where a
    draft lies that was laid aside, 0 for none.
    """

    number: str
    draft: AcceptanceDraft
    agencies: tuple[Agency, ...] = ()
    provinces: tuple[Province, ...] = ()
    agreed: str = ""
    aside: int = 0
    real_time: str = ""


class LaterNeeds(Protocol):
    """What is asked of something that is entered later. In memory: may be asked in the GUI thread."""

    def real_time(self, text: str) -> AgreedTime:
        """What a typed time means.

        Raises:
            DeskError: ``later.shape``.
        """

    def later_reasons(self) -> Sequence[tuple[str, str]]:
        """Code and words of every reason."""


class HalfTypedNeeds(Protocol):
    """What the acceptance page needs of items that are on the form again."""

    def correction(self, number: str) -> Correction:
        """An accepted item, to be corrected.

        Raises:
            DeskError: ``reversal.*``; rights, with a clearance for an item with a letter.
        """

    def lay_aside(self, draft: AcceptanceDraft, aside: int = 0) -> int:
        """The session ends: keep what is half typed for its owner alone, in the place where it lies already; returns the place.

        Raises:
            DeskError: rights, ``disk.*``.
        """

    def left_over(self) -> Correction | None:
        """What this user had half typed when a session ended, of no number; None where nothing is left.

        It lies there until it is accepted, handed back or thrown away: a power cut after this loses nothing.

        Raises:
            DeskError: rights; ``parked.damaged``.
        """

    def throw_away(self, aside: int) -> None:
        """What lies there is not wanted any more.

        Raises:
            DeskError: rights, ``disk.*``.
        """


class AcceptNeeds(HalfTypedNeeds, LaterNeeds, TakeBackNeeds, Protocol):
    """What the acceptance page needs.

    Fields of its refusals: ``number``, ``sender``, ``receiver``, ``receiver_province``, ``receiver_address``, ``secrecy``, ``weight``,
    ``agreed_time``, ``payment``, ``handed_by``, ``later_time``, ``later_reason``, ``later_sheet``, the
    code of a checklist line, a text of the papers (``sender_name``), or none.
    """

    def counter(self) -> CounterView:
        """Supply of numbers and what was accepted in this shift."""

    def agencies(self, text: str, sender: str) -> Sequence[Agency]:
        """Agencies for a fragment, best first; those that ``sender`` writes to come first.

        With nothing typed the usual ones of this counter: who sends most, or, of a known sender, whom he and others write to most.
        """

    def agency(self, ref: str) -> Agency:
        """One agency by its id. In memory: may be asked in the GUI thread.

        Raises:
            DeskError: ``reference.agency_unknown``.
        """

    def provinces(self, text: str) -> Sequence[Province]:
        """Provinces for a fragment."""

    def checklist(self, secrecy: Secrecy) -> Sequence[ChecklistLine]:
        """The questions for a cover with this letter. In memory: may be asked in the GUI thread."""

    def agreed(self, text: str) -> AgreedTime:
        """What a typed time means. In memory: may be asked in the GUI thread.

        Raises:
            DeskError: ``item.agreed_time_shape``.
        """

    def quote(self, draft: AcceptanceDraft) -> QuoteView:
        """What the draft comes to; bad input is in its problems."""

    def label(self, draft: AcceptanceDraft) -> LabelPicture | None:
        """The label as it would come out now; None while something that stands on it is missing."""

    def accept(self, draft: AcceptanceDraft, replaces: str = "", aside: int = 0) -> Accepted:
        """Take the item over; ``replaces`` is the number that it corrects, taken back in the same moment.

        What lies at ``aside`` is gone with it.

        Raises:
            DeskError: the first problem, with its field.
        """

    def refuse_cover(self, draft: AcceptanceDraft, line: str, aside: int = 0) -> Event:
        """Record that the cover was handed back, for the question with this code; what lies at ``aside`` is gone with it.

        Raises:
            DeskError: ``shift.not_open``, rights, ``disk.*``.
        """

    def weigh(self) -> Weighing:
        """What the scale says now.

        Raises:
            DeskError: ``scale.*``.
        """

    def has_scale(self) -> bool:
        """Whether a scale is set up."""
