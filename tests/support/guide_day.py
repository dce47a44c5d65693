"""The desk of which the guide's pictures are taken: a training desk, and on its last day something of everything a page has a list for.

What is done follows from the day alone; who does it is its head, with the controller and the postman of the point beside him.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from kt1desk.app.clock import SystemClock
from kt1desk.app.custody_services import CustodyServices, custody_services
from kt1desk.app.desk import OpenDesk, PaperFit, starter_procedures
from kt1desk.app.options import Options
from kt1desk.app.place import TRIAL_PASSWORD, take_place
from kt1desk.app.training import make_training_desk
from kt1desk.app.works import works_in
from kt1desk.desktop.needs.approval import AtDesk
from kt1desk.domain.case import Outcome
from kt1desk.domain.custody import ThingKind
from kt1desk.domain.drawer import MoveWay
from kt1desk.domain.permissions import Act
from kt1desk.domain.registers import PLACES
from kt1desk.sampling.cases import Cases
from kt1desk.sampling.people import CLERK, CONTROLLER, HEAD, POSTMAN
from kt1desk.services.case_lists import CaseLists
from kt1desk.services.complaints import ComplaintDraft, Complaints
from kt1desk.services.decision_drafts import DecisionDraft, RegisterDraft
from kt1desk.services.decisions import Decisions
from kt1desk.services.delivery_rules import DeliveryDraft
from kt1desk.services.dispatching import DispatchDraft
from kt1desk.services.drawer_book import Moved, Served
from kt1desk.services.handover_drafts import CountedCover, HandoverDraft
from kt1desk.services.handovers import Handovers
from kt1desk.services.incidents import IncidentDraft
from kt1desk.services.packing import PackDraft
from kt1desk.services.sessions import begin_session
from kt1desk.services.shifts import local_date
from kt1desk.services.takeovers import Takeovers
from kt1desk.services.visits import VisitDraft, Visits
from tests.support.story import options_at
from tests.support.story_pictures import HOUR_MS, work

USER = HEAD
SEED = 10
DOSSIERS, HANDED = 16, 6
"""So many are taken on the day; of those for an authority that this point serves so many are handed over."""
TOWARDS, ROAD, TRUCK = "241000", "DT1-05", "12A-123.45"
SAFE = "KET-01"
FEE_DONG = 8_000
OFFICER, OFFICE = "Vi Thị Hạnh", "Công chức một cửa"
CALLER, PHONE = "Lương Thị Nga", "0912345678"


@dataclass(frozen=True)
class Lived:
    """A desk that has lived; ``item`` is one that went all its way."""

    options: Options
    item: str


def lived_in(folder: Path) -> Lived:
    """A desk that has lived, closed again; its day is today, its first ones lie before."""
    options = options_at(folder, trial=True)
    make_training_desk(options.data, local_date(SystemClock().now()) - timedelta(days=1))
    place = take_place(options)
    works = works_in(place)
    desk = works.opener.open(USER, TRIAL_PASSWORD)
    work(desk)
    day = _Day(desk, custody_services(desk, works.keys.unlock, lambda: None))
    day.safe()
    day.round()
    day.mail()
    day.incident()
    day.drawer()
    day.cases()
    desk.close()
    place.leave()
    return Lived(options, day.delivered)


class _Day:
    """The acts of the day, each by the service that its page calls."""

    def __init__(self, desk: OpenDesk, custody: CustodyServices) -> None:
        self._desk, self._custody = desk, custody
        with desk.store.read() as reader:
            self._session = begin_session(reader, CLERK, {})
            self._plain = [
                held.item
                for held in reader.held()
                if held.secrecy == "none" and held.urgency == "none" and held.holder.endswith(f"/{CLERK}")
            ]
        self._parts = desk.store, desk.reference, desk.clock
        self.delivered = ""

    def _take(self, items: int) -> tuple[str, ...]:
        taken, self._plain = self._plain[-items:], self._plain[:-items]
        return tuple(taken)

    def safe(self) -> None:
        """Items lie in the safe overnight."""
        where = {"place": SAFE, "kind": "safe", "fire_proof": "yes", "room": "P1"}
        self._custody.registers.enter(self._desk.session, PLACES, "", where)
        holding = self._custody.kinds.holding(*self._parts, PaperFit())
        for item in self._take(5):
            holding.store(self._session, item, SAFE)

    def round(self) -> None:
        """The postman is on his way; one item is delivered, one was offered in vain."""
        items = self._take(6)
        rounds = self._custody.kinds.rounds(*self._parts, PaperFit())
        taken = self._custody.confirmed(Act.DELIVER_ITEM, AtDesk(POSTMAN, TRIAL_PASSWORD))
        rounds.start(self._session, taken, items)
        rounds.deliver(self._session, DeliveryDraft(items[0], CALLER, "Văn thư", named=True))
        self.delivered = items[0]
        for item, why in zip(items[1:3], ("closed", "moved"), strict=True):
            rounds.attempt(self._session, item, why)
        rounds.bring_back(self._desk.session, items[2:3], taken)

    def mail(self) -> None:
        """One dispatch has left, two bags wait for the next one."""
        bags = [self._bag(f"NP000010{at}", items) for at, items in enumerate((4, 3, 2))]
        second = self._custody.confirmed(Act.APPROVE_DISPATCH, AtDesk(CONTROLLER, TRIAL_PASSWORD))
        draft = DispatchDraft(TOWARDS, ROAD, TRUCK, False, (bags[0],), "Trần Văn Tải", "Lê Văn Lái")
        self._custody.dispatching.send(self._session, draft, second)

    def _bag(self, seal: str, items: int) -> str:
        chosen = self._take(items)
        with self._desk.store.read() as reader:
            grams = sum(held.weight_g for each in chosen if (held := reader.held_item(each)) is not None)
        return self._custody.packing.close(
            self._session, PackDraft("", seal, grams + 200, TOWARDS, chosen)
        ).receptacle

    def incident(self) -> None:
        """Two are open."""
        for code in ("damaged", "lost"):
            self._custody.incidents.open(self._session, IncidentDraft(code, ThingKind.ITEM, self._take(1)[0]))

    def drawer(self) -> None:
        """What else the drawer took and gave."""
        book, session = self._desk.drawer, self._desk.session
        view = book.view(session)
        book.serve(session, Served(min(view.pays_out), 12, paid_dong=400_000))
        book.serve(session, Served(min(view.brings_in), 3, received_dong=185_000))
        book.move(session, Moved(MoveWay.ADVANCE, 500_000, "PC-018"))

    def cases(self) -> None:
        """Dossiers on their way to an authority, with it, and back from it; a complaint, a visit."""
        desk, session = self._desk, self._desk.session
        chance = random.Random(SEED)
        point = desk.reference.point(session.desk.point, desk.today)
        brought = Cases(desk.reference, starter_procedures(), point, desk.today)
        for _ in range(DOSSIERS):
            draft = brought.brought(desk.today, chance)
            fee = FEE_DONG if draft.form is not None and draft.form.sends else 0
            desk.dossiers.accept(session, replace(draft, collected_dong=fee))
        handovers = Handovers(*self._parts, PaperFit())
        ready = handovers.ready(session)[0]
        covers = [cover for cover in ready.covers if not cover.hindered][:HANDED]
        counted = tuple(
            CountedCover(each.item, documents=handovers.sheet(session, each.item).documents)
            for each in covers
        )
        handovers.hand_over(session, HandoverDraft(ready.authority_id, OFFICER, OFFICE, counted))
        dossiers = [cover.dossier for cover in covers]
        self._answered(dossiers)
        self._come_back(ready.authority_id, dossiers[:2])
        complaints = Complaints(*self._parts, PaperFit())
        complaints.open(session, ComplaintDraft(dossiers[-1], "late", name=CALLER, phone=PHONE))
        self._visit(point.commune)

    def _answered(self, dossiers: Sequence[str]) -> None:
        """What the authority said: all have its number, one lacks a paper."""
        session, today = self._desk.session, self._desk.today
        decisions = Decisions(*self._parts, PaperFit())
        for at, dossier in enumerate(dossiers):
            official, until = f"H37.10-{today:%y%m%d}-{at + 1:04d}", today + timedelta(days=5)
            decisions.register(
                session, RegisterDraft(dossier, official, today.isoformat(), until.isoformat(), slip=True)
            )
        lists = CaseLists(self._desk.store, self._desk.clock)
        asked = (lists.may_be_asked(session, dossiers[-1])[0].key,)
        paper = ("02/PBS", today.isoformat(), "paper_missing")
        decisions.decide(session, DecisionDraft(dossiers[-1], Outcome.SUPPLEMENT, *paper, asked=asked))

    def _come_back(self, authority: str, dossiers: Sequence[str]) -> None:
        """Results lie here, to be fetched."""
        session, takeovers = self._desk.session, Takeovers(*self._parts, PaperFit())
        book = str(takeovers.open(session, authority, len(dossiers)).body()["takeover"])
        for dossier in dossiers:
            takeovers.scan(session, book, dossier)
        takeovers.close(session, book, OFFICER, OFFICE)

    def _visit(self, commune: str) -> None:
        """Somebody is to be called on tomorrow."""
        begins = self._desk.clock.now().utc_ms + 20 * HOUR_MS
        draft = VisitDraft(CALLER, PHONE, "Số 12 đường Bắc Sơn", commune, begins, begins + HOUR_MS)
        Visits(*self._parts, PaperFit()).plan(self._desk.session, draft)
