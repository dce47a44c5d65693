"""What the one-stop place needs, on the services of an open desk. This module must not know any screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from kt1desk.app.custody_services import point_name
from kt1desk.app.desk import OpenDesk, PaperFit
from kt1desk.app.one_stop_care import ComplaintCounter, VisitCounter
from kt1desk.app.one_stop_duties import FeeCounter, TaskCounter
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
from kt1desk.domain.case import Outcome
from kt1desk.domain.coded import CodeList, words_of
from kt1desk.domain.dossier import PaperLine
from kt1desk.domain.identity import parse_card
from kt1desk.domain.reference_tthc import receiving_authorities
from kt1desk.services.case_lists import CaseLists
from kt1desk.services.case_rows import CaseRow, TakenResult
from kt1desk.services.decision_drafts import DecisionDraft, RegisterDraft
from kt1desk.services.decisions import Decisions
from kt1desk.services.giving import GiveDraft
from kt1desk.services.handover_aside import HandoversAside
from kt1desk.services.handover_drafts import CountSheet, HandoverDraft
from kt1desk.services.handovers import Handovers
from kt1desk.services.pickup import Pickup
from kt1desk.services.result_books import Difference, day_of
from kt1desk.services.result_scans import ScanOutcome
from kt1desk.services.takeovers import RESULT, Takeovers
from kt1desk.services.wording_case import case_state_name
from kt1desk.store.drafts import ParkedDrafts

_CHIP_CARD = "cccd"
"""Code of the paper whose QR says number and name."""
Wake = Callable[[], None]


class HandCounter:
    """Implements `kt1desk.desktop.needs.one_stop.HandNeeds`; ``wake`` is called after a paper was queued."""

    def __init__(self, desk: OpenDesk, wake: Wake) -> None:
        self._desk, self._wake = desk, wake
        self._handovers = Handovers(desk.store, desk.reference, desk.clock, PaperFit())
        places = ParkedDrafts(desk.store, desk.clock)
        self._aside = HandoversAside(places, desk.store, desk.reference, desk.clock)
        self._kept: dict[str, tuple[int, HandoverDraft]] = {}

    def ready(self) -> ReadyView:
        """See the port."""
        desk, now = self._desk, self._desk.clock.now()
        return ReadyView(
            self._handovers.ready(desk.session),
            _choices(self._handovers.differences(desk.session)),
            now.utc_ms,
            now.offset_min,
            tuple(
                (point_name(desk.reference, point), covers)
                for point, covers in self._handovers.elsewhere(desk.session)
            ),
        )

    def sheet(self, item: str) -> CountSheet:
        """See the port."""
        return self._handovers.sheet(self._desk.session, item)

    def kept(self) -> Sequence[HandoverDraft]:
        """See the port."""
        session = self._desk.session
        places = [row.parked for row in self._aside.parked(session)]
        drafts = [(place, self._aside.resume(session, place)) for place in reversed(places)]
        self._kept = {draft.authority: (place, draft) for place, draft in drafts}
        return tuple(draft for _, draft in self._kept.values())

    def keep(self, drafts: Sequence[HandoverDraft]) -> None:
        """See the port: only what changed is written."""
        session, wanted = self._desk.session, {each.authority: each for each in drafts}
        for authority, draft in wanted.items():
            parked, before = self._kept.get(authority, (0, None))
            if draft != before:
                self._kept[authority] = (self._aside.park(session, draft, parked), draft)
        for authority in self._kept.keys() - wanted.keys():
            self._aside.drop(session, self._kept.pop(authority)[0])

    def hand_over(self, draft: HandoverDraft) -> str:
        """See the port."""
        parked, _ = self._kept.get(draft.authority, (0, None))
        handed = self._handovers.hand_over(self._desk.session, draft, parked)
        self._kept.pop(draft.authority, None)
        self._wake()
        return handed.handover


class CaseCounter:
    """Implements `kt1desk.desktop.needs.one_stop.CaseNeeds`."""

    def __init__(self, desk: OpenDesk, wake: Wake) -> None:
        self._desk, self._wake = desk, wake
        self._lists = CaseLists(desk.store, desk.clock)
        self._decisions = Decisions(desk.store, desk.reference, desk.clock, PaperFit())

    def cases(self) -> CasesView:
        """See the port."""
        desk, now = self._desk, self._desk.clock.now()
        reasons: Mapping[Outcome, tuple[Choice, ...]] = {
            outcome: _choices(self._decisions.reasons(desk.session, outcome)) for outcome in Outcome
        }
        there = self._lists.with_authority(desk.session)
        cases = tuple(_line(row) for row in there.first)
        return CasesView(cases, there.total, reasons, desk.today.isoformat(), now.utc_ms, now.offset_min)

    def case(self, number: str) -> CaseLine:
        """See the port."""
        return _line(self._lists.at_authority(self._desk.session, number))

    def papers(self, dossier: str) -> Sequence[PaperLine]:
        """See the port."""
        return self._lists.may_be_asked(self._desk.session, dossier)

    def register(self, wanted: RegisterDraft) -> None:
        """See the port."""
        self._decisions.register(self._desk.session, wanted)

    def decide(self, wanted: DecisionDraft) -> Sequence[int]:
        """See the port."""
        jobs = self._decisions.decide(self._desk.session, wanted).jobs
        if jobs:
            self._wake()
        return jobs


class TakeCounter:
    """Implements `kt1desk.desktop.needs.one_stop.TakeNeeds`."""

    def __init__(self, desk: OpenDesk, wake: Wake) -> None:
        self._desk, self._wake = desk, wake
        self._takeovers = Takeovers(desk.store, desk.reference, desk.clock, PaperFit())

    def givers(self) -> Sequence[GivingAuthority]:
        """See the port."""
        desk = self._desk
        books = {row.authority: row for row in self._takeovers.books(desk.session)}
        waiting = self._takeovers.waiting(desk.session)
        found = [
            GivingAuthority(
                row.authority_id,
                row.name,
                waiting.get(row.authority_id, 0),
                books[row.authority_id].takeover if row.authority_id in books else "",
                books[row.authority_id].taken if row.authority_id in books else 0,
            )
            for row in receiving_authorities(desk.reference, desk.today)
        ]
        return sorted(found, key=lambda each: (not each.takeover, not each.waiting, -each.waiting))

    def open_book(self, authority: str, expected: int) -> str:
        """See the port."""
        self._takeovers.open(self._desk.session, authority, expected)
        books = self._takeovers.books(self._desk.session)
        return next(row.takeover for row in books if row.authority == authority)

    def book(self, takeover: str) -> BookView:
        """See the port."""
        desk = self._desk
        view = self._takeovers.view(desk.session, takeover)
        names = {row.authority_id: row.name for row in receiving_authorities(desk.reference, desk.today)}
        return BookView(
            takeover=view.row.takeover,
            authority=view.row.authority,
            name=names.get(view.row.authority, view.row.authority),
            expected=view.row.expected,
            lines=view.lines,
            missing=tuple(
                ExpectedLine(case.dossier, case.return_item, case.official, case.procedure_name, day_of(case))
                for case in view.missing
            ),
            back=view.given_back,
            today=desk.today.isoformat(),
            offset_min=desk.clock.now().offset_min,
        )

    def take_result(self, takeover: str, text: str, kind: str, further: str = "") -> TakenScan:
        """See the port."""
        kinds, session = ((kind, 1),) if kind else RESULT, self._desk.session
        scan = self._takeovers.scan(session, takeover, text, kinds, scan=True)
        if further and scan.outcome is ScanOutcome.UNKNOWN:
            scan = self._takeovers.scan(session, takeover, further, kinds, label=text, scan=True)
        if scan.event is None:
            return TakenScan(scan)
        at_ms = scan.event.envelope.happened.utc_ms
        line = TakenResult(scan.item, scan.dossier, scan.official, kinds, scan.event.id, at_ms)
        return TakenScan(scan, line)

    def give_back(self, takeover: str, item: str) -> None:
        """See the port."""
        self._takeovers.give_back(self._desk.session, takeover, item)

    def close_book(self, end: BookEnd) -> None:
        """See the port."""
        differs = Difference(end.missing, end.surplus)
        self._takeovers.close(
            self._desk.session, end.takeover, end.officer_name, end.officer_position, differs
        )
        self._wake()

    def result_kinds(self) -> Sequence[Choice]:
        """See the port."""
        return _coded(self._desk, CodeList.RESULT_KIND)


class PickupCounter:
    """Implements `kt1desk.desktop.needs.one_stop.PickupNeeds`."""

    def __init__(self, desk: OpenDesk, wake: Wake) -> None:
        self._desk, self._wake = desk, wake
        self._pickup = Pickup(desk.store, desk.reference, desk.clock, PaperFit())

    def waiting(self, text: str) -> WaitingView:
        """See the port."""
        desk = self._desk
        return WaitingView(self._pickup.find(desk.session, text), desk.clock.now().offset_min)

    def result(self, item: str) -> ResultAtCounter:
        """See the port."""
        sheet = self._pickup.sheet(self._desk.session, item)
        names = {each.key: each.text for each in _coded(self._desk, CodeList.RESULT_KIND)}
        held = ", ".join(
            f"{names.get(kind, kind)} ({pieces})" if pieces > 1 else names.get(kind, kind)
            for kind, pieces in sheet.kinds
        )
        return ResultAtCounter(sheet, held)

    def pickup_choices(self) -> PickupChoices:
        """See the port."""
        papers = _coded(self._desk, CodeList.IDENTITY_PAPER)
        return PickupChoices(papers, _coded(self._desk, CodeList.PROXY), _CHIP_CARD)

    def shown_card(self, raw: str) -> ShownCard:
        """See the port."""
        card = parse_card(raw)
        return ShownCard(card.number, card.name)

    def give(self, wanted: GiveDraft) -> str:
        """See the port."""
        given = self._pickup.give(self._desk.session, wanted)
        self._wake()
        return given.withdrawn_item


class OneStopCounter(
    HandCounter,
    CaseCounter,
    TakeCounter,
    PickupCounter,
    TaskCounter,
    FeeCounter,
    ComplaintCounter,
    VisitCounter,
):
    """Implements `kt1desk.desktop.needs.one_stop.OneStopNeeds`."""

    def __init__(self, desk: OpenDesk, wake: Wake) -> None:
        for each in OneStopCounter.__bases__:
            each.__init__(self, desk, wake)  # type: ignore[misc]  # all of them are made alike


def _choices(words: Sequence[tuple[str, str]]) -> tuple[Choice, ...]:
    return tuple(Choice(code, name) for code, name in words)


def _coded(desk: OpenDesk, code_list: CodeList) -> tuple[Choice, ...]:
    return tuple(Choice(row.code, row.name) for row in words_of(desk.reference.coded, code_list, desk.today))


def _line(case: CaseRow) -> CaseLine:
    return CaseLine(
        dossier=case.dossier,
        official=case.official,
        procedure=case.procedure_name,
        authority=case.authority_name,
        state=case.state,
        state_words=case_state_name(case.state),
        since_ms=case.since_ms,
        received_day=case.received_day,
        official_day=case.official_day,
        promised=case.promised,
        items=tuple(item for item in (case.send_item, case.return_item) if item),
    )
