"""The one-stop desk in memory, for tests of the page alone. Deterministic.

The fake remembers what it was asked; it takes a label once, and a result of another authority not at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.one_stop import CaseLine, CasesView, ReadyView
from kt1desk.desktop.needs.one_stop_results import (
    BookEnd,
    BookView,
    ExpectedLine,
    GivingAuthority,
    PickupChoices,
    ResultAtCounter,
    ShownCard,
    TakenScan,
    WaitingView,
)
from kt1desk.domain.case import CaseState
from kt1desk.domain.custody import State
from kt1desk.domain.dossier import PaperLine
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId, Stream
from kt1desk.services.case_rows import CoverRow, FeeDue, TakenResult, WaitingResult, Way
from kt1desk.services.decision_drafts import DecisionDraft, RegisterDraft
from kt1desk.services.giving import GiveDraft
from kt1desk.services.handover_drafts import CountSheet, HandoverDraft, ReadyAuthority
from kt1desk.services.pickup import PickupSheet, ShownPerson
from kt1desk.services.result_scans import ResultScan, ScanOutcome
from tests.support.desk_fakes import NOW_MS, OFFSET_MIN
from tests.support.duty_fakes import FakeDuties
from tests.support.one_stop_people import (
    CENTRE,
    DIFFERENCES,
    JUSTICE,
    KINDS,
    LAND,
    NAMES,
    PAPERS,
    PEOPLE,
    PROCEDURES,
    PROXIES,
    REASONS,
    SHOWN_PAPERS,
    TODAY,
    case_line,
    case_row,
    cover,
    local,
    number,
    official,
    waiting,
)


@dataclass
class _Morning:
    """What all of it is about."""

    authorities: tuple[ReadyAuthority, ...] = ()
    elsewhere: tuple[tuple[str, int], ...] = ()
    listed: tuple[CaseLine, ...] = ()
    unlisted: tuple[CaseLine, ...] = ()
    waits: tuple[WaitingResult, ...] = ()
    missing: tuple[ExpectedLine, ...] = ()
    kept_drafts: tuple[HandoverDraft, ...] = ()
    books: dict[str, str] = field(default_factory=dict)
    lines: list[TakenResult] = field(default_factory=list)
    back: set[str] = field(default_factory=set)
    out_already: set[str] = field(default_factory=set)
    refusal: DeskError | None = None
    organisation: bool = False
    asked: list[tuple[object, ...]] = field(default_factory=list)
    expected: int = 0
    notice_jobs: tuple[int, ...] = (41,)

    def _refuse(self) -> None:
        if self.refusal is not None:
            raise self.refusal


class FakeHand(_Morning):
    """Implements `kt1desk.desktop.needs.one_stop.HandNeeds`."""

    def ready(self) -> ReadyView:
        return ReadyView(self.authorities, DIFFERENCES, NOW_MS, OFFSET_MIN, self.elsewhere)

    def sheet(self, item: str) -> CountSheet:
        at = int(item[7:10])
        found = next(each for group in self.authorities for each in group.covers if each.item == item)
        if found.item == number(40):
            return CountSheet(item, "", None, (), ())
        fees = (FeeDue(local(at), JUSTICE, 200_000, NOW_MS),) if at == 0 else ()
        return CountSheet(
            item, local(at), case_row(at, CaseState.ACCEPTED), PAPERS, fees, "send", "NP0012345", 5
        )

    def kept(self) -> Sequence[HandoverDraft]:
        return self.kept_drafts

    def keep(self, drafts: Sequence[HandoverDraft]) -> None:
        self.kept_drafts = tuple(drafts)

    def hand_over(self, draft: HandoverDraft) -> str:
        self._refuse()
        self.asked.append(("hand_over", draft))
        gone = {each.item for each in draft.covers}
        self.authorities = tuple(
            ReadyAuthority(
                group.authority_id, group.name, tuple(each for each in group.covers if each.item not in gone)
            )
            for group in self.authorities
            if any(each.item not in gone for each in group.covers)
        )
        return "GN240000-261122-7-1"


class FakeCases(_Morning):
    """Implements `kt1desk.desktop.needs.one_stop.CaseNeeds`."""

    def cases(self) -> CasesView:
        total = len((*self.listed, *self.unlisted))
        return CasesView(self.listed, total, REASONS, TODAY, NOW_MS, OFFSET_MIN)

    def case(self, number: str) -> CaseLine:
        known = {n: row for row in (*self.listed, *self.unlisted) for n in (row.dossier, row.official)}
        if number not in known:
            raise DeskError("one_stop.not_with_authority", "dossier", number=number)
        return known[number]

    def papers(self, dossier: str) -> Sequence[PaperLine]:
        return PAPERS

    def register(self, wanted: RegisterDraft) -> None:
        self._refuse()
        self.asked.append(("register", wanted))

    def decide(self, wanted: DecisionDraft) -> Sequence[int]:
        self._refuse()
        self.asked.append(("decide", wanted))
        return self.notice_jobs


class FakeTake(_Morning):
    """Implements `kt1desk.desktop.needs.one_stop_results.TakeNeeds`."""

    def givers(self) -> Sequence[GivingAuthority]:
        return [
            GivingAuthority(
                each,
                name,
                38 if each == JUSTICE else 4,
                self.books.get(each, ""),
                len(self.lines) if each in self.books else 0,
            )
            for each, name in NAMES.items()
        ]

    def open_book(self, authority: str, expected: int) -> str:
        self._refuse()
        self.asked.append(("open_book", authority, expected))
        self.books[authority] = "KQ240000-261122-7-1"
        self.expected = expected
        return self.books[authority]

    def book(self, takeover: str) -> BookView:
        whose = next(each for each, book in self.books.items() if book == takeover)
        taken = {line.dossier for line in self.lines}
        return BookView(
            takeover=takeover,
            authority=whose,
            name=NAMES[whose],
            expected=self.expected,
            lines=tuple(self.lines),
            missing=tuple(each for each in self.missing if each.dossier not in taken),
            back=frozenset(self.back),
            today=TODAY,
            offset_min=OFFSET_MIN,
        )

    def take_result(self, takeover: str, text: str, kind: str, further: str = "") -> TakenScan:
        self.asked.append(("take", text, kind))
        if self.refusal is not None:
            raise self.refusal
        if further and text.startswith("RX"):
            return self._further(text, kind, further)
        at = int(text[7:10])
        outcome = ScanOutcome.TAKEN
        if text in self.out_already or any(line.item == text for line in self.lines):
            outcome = ScanOutcome.ALREADY
        elif text.startswith("RX"):
            outcome = ScanOutcome.UNKNOWN
        elif at >= 900:
            outcome = ScanOutcome.WRONG_AUTHORITY
        scan = ResultScan(outcome, text, local(at), official(at), PEOPLE[at % 5])
        if outcome is not ScanOutcome.TAKEN:
            return TakenScan(scan)
        event = EventId(7, Stream.COUNTER, 1, len(self.lines) + 1)
        line = TakenResult(text, local(at), official(at), ((kind or "result", 1),), event, NOW_MS)
        self.lines.append(line)
        return TakenScan(scan, line)

    def _further(self, label: str, kind: str, dossier: str) -> TakenScan:
        self.asked.append(("further", label, dossier))
        scan = ResultScan(ScanOutcome.TAKEN, label, dossier, "", PEOPLE[0])
        event = EventId(7, Stream.COUNTER, 1, len(self.lines) + 1)
        line = TakenResult(label, dossier, "", ((kind or "result", 1),), event, NOW_MS)
        self.lines.append(line)
        return TakenScan(scan, line)

    def give_back(self, takeover: str, item: str) -> None:
        self._refuse()
        self.asked.append(("give_back", item))
        self.back.add(item)

    def close_book(self, end: BookEnd) -> None:
        self._refuse()
        self.asked.append(("close_book", end))
        self.books.clear()

    def result_kinds(self) -> Sequence[Choice]:
        return KINDS


class FakePickup(_Morning):
    """Implements `kt1desk.desktop.needs.one_stop_results.PickupNeeds`."""

    def waiting(self, text: str) -> WaitingView:
        words = text.casefold().split()
        found = [
            each
            for each in self.waits
            if all(
                word in f"{each.item} {each.applicant} {each.phone} {each.official}".casefold()
                for word in words
            )
        ]
        return WaitingView(tuple(found[:50]), OFFSET_MIN)

    def result(self, item: str) -> ResultAtCounter:
        found = next((each for each in self.waits if each.item == item), None)
        if found is None:
            raise DeskError("pickup.unknown", "item", number=item)
        at = self.waits.index(found)
        case = case_row(at, CaseState.RESULT)
        shown = ShownPerson(PEOPLE[at % 5], "… 0456", "0912345678", is_organisation=self.organisation)
        row = CoverRow(item, case.dossier, Way.RETURN, State.STORED, "place:K2", "240000")
        return ResultAtCounter(PickupSheet(case, row, shown, (("result", 1),), slip=True), "Kết quả")

    def pickup_choices(self) -> PickupChoices:
        return PickupChoices(SHOWN_PAPERS, PROXIES, "cccd")

    def shown_card(self, raw: str) -> ShownCard:
        parts = raw.split("|")
        return ShownCard(parts[0], parts[2])

    def give(self, wanted: GiveDraft) -> str:
        self._refuse()
        self.asked.append(("give", wanted))
        self.waits = tuple(each for each in self.waits if each.item != wanted.item)
        return number(77) if wanted.withdrawn else ""


@dataclass
class FakeOneStop(FakeHand, FakeCases, FakeTake, FakePickup, FakeDuties):
    """Implements `kt1desk.desktop.needs.one_stop.OneStopNeeds`."""

    @classmethod
    def busy(cls) -> FakeOneStop:
        """A morning."""
        made = cls(
            authorities=(
                ReadyAuthority(CENTRE, NAMES[CENTRE], tuple(cover(at) for at in range(20, 34))),
                ReadyAuthority(
                    JUSTICE,
                    NAMES[JUSTICE],
                    (
                        cover(0),
                        cover(1),
                        cover(2, "supplement"),
                        cover(3, hindered="Bì đang ở tủ khóa K9: lấy ra trước khi giao."),
                    ),
                ),
                ReadyAuthority(LAND, NAMES[LAND], (cover(10), cover(11))),
                ReadyAuthority("", "Chỉ biết nhãn", (cover(40),)),
            ),
            listed=tuple(case_line(at) for at in range(1, 17)),
            waits=tuple(waiting(at) for at in range(24)),
            missing=tuple(
                ExpectedLine(local(at), number(at, "BR"), official(at), PROCEDURES[at % 3], "2026-11-20")
                for at in range(6)
            ),
        )
        made.have_much()
        return made
