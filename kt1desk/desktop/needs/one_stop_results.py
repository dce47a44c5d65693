"""What the one-stop place needs of results: taken from an authority into its book, and given out to whom they are for.

Persons come as they may stand on the screen: the last digits of a number, never the whole of it. Fields of refusals: ``authority``,
``expected``, ``officer_name``, ``officer_position``, ``missing``, ``surplus``, ``taker_name``, ``identity_paper``, ``identity``,
``proxy``, ``authorisation``, ``withdrawn``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # named in annotations only: the log-in page is painted without them
    from kt1desk.desktop.needs.machines import Choice
    from kt1desk.services.case_rows import TakenResult, WaitingResult
    from kt1desk.services.giving import GiveDraft
    from kt1desk.services.pickup import PickupSheet
    from kt1desk.services.result_scans import ResultScan


@dataclass(frozen=True, slots=True)
class GivingAuthority:
    """An authority that may have results for us: how many cases wait for one, and the book that is open with it ("" for none)."""

    authority: str
    name: str
    waiting: int
    takeover: str = ""
    taken: int = 0


@dataclass(frozen=True, slots=True)
class ExpectedLine:
    """A case of which a result is expected and was not given yet; its day (ISO) is the authority's, else the provisional one."""

    dossier: str
    item: str
    official: str
    procedure: str
    due_day: str = ""


@dataclass(frozen=True, slots=True)
class BookView:
    """An open book: ``expected`` by the authority's list, its lines in the order they were taken, and what its day has come for.

    ``back`` are numbers of lines that were given back.
    """

    takeover: str
    authority: str
    name: str
    expected: int
    lines: tuple[TakenResult, ...]
    missing: tuple[ExpectedLine, ...]
    back: frozenset[str]
    today: str
    offset_min: int


@dataclass(frozen=True, slots=True)
class TakenScan:
    """What a scan came to, and the line of the book that it became; the line holds only where the result was taken."""

    scan: ResultScan
    line: TakenResult | None = None


@dataclass(frozen=True, slots=True)
class BookEnd:
    """What both sign below a book: who gave for the authority, numbers on its list that were not given, covers on no list."""

    takeover: str
    officer_name: str = field(repr=False)
    officer_position: str = field(repr=False)
    missing: tuple[str, ...] = ()
    surplus: tuple[str, ...] = ()


class TakeNeeds(Protocol):
    """What the work «Kết quả» needs."""

    def givers(self) -> Sequence[GivingAuthority]:
        """Authorities, those with an open book first.

        Raises:
            DeskError: rights.
        """

    def open_book(self, authority: str, expected: int) -> str:
        """Begin a book; returns its number.

        Raises:
            DeskError: ``takeover.*``, rights.
        """

    def book(self, takeover: str) -> BookView:
        """A book as it stands.

        Raises:
            DeskError: ``takeover.*``, rights.
        """

    def take_result(self, takeover: str, text: str, kind: str, further: str = "") -> TakenScan:
        """One scan, written at once. ``kind`` is what lies in the cover, coded; "" for the result alone.

        ``further`` is the dossier of which the clerk was asked for one more result, "" for none: a label that is nobody's yet is given to
        that; any other scan means what it always means.

        Raises:
            DeskError: ``takeover.*``, ``case.*``, ``custody.*``, ``number.*`` for a label that cannot be given, rights.
        """

    def give_back(self, takeover: str, item: str) -> None:
        """One that was taken by mistake goes back over the counter.

        Raises:
            DeskError: ``takeover.*``, ``custody.*``, rights.
        """

    def close_book(self, end: BookEnd) -> None:
        """Both sign: the book is printed.

        Raises:
            DeskError: ``takeover.*``, ``text.*``, rights.
        """

    def result_kinds(self) -> Sequence[Choice]:
        """What may lie in a cover, the usual first."""


@dataclass(frozen=True, slots=True)
class WaitingView:
    """The answer to a text, best first."""

    results: tuple[WaitingResult, ...]
    offset_min: int


@dataclass(frozen=True, slots=True)
class PickupChoices:
    """Papers that prove who somebody is, and as what somebody else may take a result; the usual first. ``card`` is a chip card's code."""

    papers: tuple[Choice, ...]
    proxies: tuple[Choice, ...]
    card: str


@dataclass(frozen=True, slots=True)
class ResultAtCounter:
    """One result at the counter: ``held`` says what lies in its cover. Nothing is owed for it: a case is paid when it is accepted."""

    sheet: PickupSheet
    held: str


@dataclass(frozen=True, slots=True)
class ShownCard:
    """What a chip card says of whoever showed it."""

    number: str = field(repr=False)
    name: str = field(repr=False)


class PickupNeeds(Protocol):
    """What the work «Trả kết quả» needs."""

    def waiting(self, text: str) -> WaitingView:
        """Results that wait here: by label, name, phone or any number.

        Raises:
            DeskError: rights.
        """

    def result(self, item: str) -> ResultAtCounter:
        """One of them.

        Raises:
            DeskError: ``pickup.*``, rights.
        """

    def pickup_choices(self) -> PickupChoices:
        """What is chosen from."""

    def shown_card(self, raw: str) -> ShownCard:
        """A chip card that was scanned.

        Raises:
            DeskError: ``card.*``.
        """

    def give(self, wanted: GiveDraft) -> str:
        """It is in his hands: the receipt is printed. Returns the label of old papers that were taken back, "" for none.

        Raises:
            DeskError: ``pickup.*``, ``custody.*``, ``identity.*``, ``number.*``, ``text.*``, rights.
        """
