"""What the page of the shift needs: to open one, to close it, and to keep the drawer's own book.

Fields of refusals: ``business_date``, ``float`` where a shift is opened; ``notes``, ``answers``, ``reason``, ``user``, ``second``,
``password`` where one is closed; ``service``, ``customers``, ``amount``, ``reference``, ``line``, ``about``, ``kind`` in the book.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # named in annotations only: the log-in page is painted without them
    from kt1desk.desktop.needs.approval import AtDesk
    from kt1desk.desktop.needs.machines import Choice
    from kt1desk.desktop.needs.window import Tone
    from kt1desk.services.drawer_book import Adjusted, DrawerView, Moved, Served
    from kt1desk.services.drawer_rows import DrawerLine
    from kt1desk.services.rows import CashSum, ItemRow, ShiftRow


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One thing looked at when a shift begins: what, and how it is, in words."""

    what: str
    words: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class ShiftView:
    """What the shift's page shows, read at once.

    ``open`` is the open shift or None; ``proposed_date`` and ``proposed_float_dong`` are offered for the next one;
    ``denominations`` the notes in circulation in đồng, largest first; ``items`` those of the open (else the last) shift, newest first,
    ``cash`` what came into its drawer and left it, by kind. Where not ``sees_items``, the reader is not cleared for KT1: no item is listed
    or counted. ``checks`` is what is looked at before one is opened.
    """

    open: ShiftRow | None
    last: ShiftRow | None
    proposed_date: date
    proposed_float_dong: int
    denominations: tuple[int, ...]
    items: tuple[ItemRow, ...]
    offset_min: int
    cash: tuple[CashSum, ...] = ()
    sees_items: bool = True
    checks: tuple[CheckLine, ...] = ()


class ShiftNeeds(Protocol):
    """What opening a shift needs."""

    def shift_view(self) -> ShiftView:
        """Everything the page shows."""

    def start_shift(self, business_date: date, float_dong: int) -> ShiftRow:
        """Open a shift of a business date with what lies in the drawer; what was looked at is written down with it.

        Raises:
            DeskError: ``shift.*``.
        """


@dataclass(frozen=True, slots=True)
class ThingLine:
    """An item or a cover that must be seen.

    Attributes:
        what: ``Bưu gửi KT1`` or ``Bì hồ sơ``.
        where: who or what holds it, in words.
        inside: the closed bag it lies in, "" for none: the bag's number ticks it.
    """

    number: str
    what: str
    where: str
    inside: str = ""


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """What one kind of cash should have left in the drawer, in đồng; less than zero where more went out than came in."""

    says: str
    amount_dong: int


@dataclass(frozen=True, slots=True)
class ClosingView:
    """The open shift as it is when it is to be closed, read at once: not what the books expect, which nobody is told before he counted.

    Attributes:
        denominations: the notes in circulation in đồng, largest first.
        may_close_alone: whether a shift may be closed without a second person here.
    """

    shift: ShiftRow
    things: tuple[ThingLine, ...]
    denominations: tuple[int, ...]
    may_close_alone: bool = False


@dataclass(frozen=True, slots=True)
class AskedLine:
    """One question of the closing with the answers it may have. ``is_reason``: answered by why counted and expected differ."""

    key: str
    title: str
    text: str
    answers: tuple[Choice, ...]
    is_reason: bool = False


@dataclass(frozen=True, slots=True)
class ComparedView:
    """What was counted against the books.

    Attributes:
        asked: what is to be asked now, in its order.
        kinds: cash by its kind; with the float they make what must lie in the drawer, ``expected_dong``.
    """

    asked: tuple[AskedLine, ...]
    kinds: tuple[MoneyLine, ...]
    expected_dong: int


@dataclass(frozen=True, slots=True)
class ClosingDraft:
    """What was counted, seen and answered, and who takes over: None where the shift is closed alone.

    Attributes:
        notes: pieces by value in đồng, those of which there are none left out.
        seen: numbers that were ticked.
        answers: code of the answer by the key of its question.
    """

    notes: Mapping[int, int]
    seen: frozenset[str]
    answers: Mapping[str, str] = field(default_factory=dict)
    taker: AtDesk | None = None


@dataclass(frozen=True, slots=True)
class ClosedShift:
    """What was written: counted and expected in đồng, everything else as lines of what and how, and the papers that are printed.

    ``records`` says how many incident records were promised for the beginning of the next shift.
    """

    shift: str
    counted_dong: int
    expected_dong: int
    lines: tuple[tuple[str, str], ...] = ()
    papers: tuple[str, ...] = ()
    records: int = 0


class SettleNeeds(Protocol):
    """What closing a shift needs."""

    def closing(self) -> ClosingView:
        """What must be seen and counted.

        Raises:
            DeskError: ``shift.not_open``, rights.
        """

    def compare(self, draft: ClosingDraft) -> ComparedView:
        """What this was against the books, and what is to be asked after it."""

    def settle(self, draft: ClosingDraft) -> ClosedShift:
        """Close the shift for ever and print its papers.

        Raises:
            DeskError: ``shift.*``, ``settle.*``, ``login.*``, ``approval.*``, rights.
        """


@dataclass(frozen=True, slots=True)
class DrawerBookView:
    """The drawer and its lines, and the offset of the wall clock."""

    drawer: DrawerView
    offset_min: int


class DrawerNeeds(Protocol):
    """What the drawer's own book needs."""

    def drawer(self) -> DrawerBookView:
        """The drawer and its lines."""

    def serve(self, draft: Served) -> DrawerLine:
        """Write a line of another counter service down."""

    def move_cash(self, draft: Moved) -> DrawerLine:
        """Bring cash from the post's till, or take some there."""

    def undo_line(self, line: str, reason: str) -> DrawerLine:
        """Take a line of the open shift back."""

    def adjust(self, draft: Adjusted) -> DrawerLine:
        """Put right what a closed shift had wrong."""


class ShiftPageNeeds(ShiftNeeds, SettleNeeds, DrawerNeeds, Protocol):
    """What the page of the shift needs."""
