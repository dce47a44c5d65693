"""Cases at work: desks that accept dossiers and hand them to their authority, with real services on real stores.

`one_stop` is one desk that does both; `commune_and_bureau` are two, of which the first accepts and the second stands at the authority.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from kt1desk.app.desk import PaperFit
from kt1desk.app.first_run import trial_plan
from kt1desk.domain.case import CaseState, Outcome
from kt1desk.domain.dossier import PaperLine
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, Stream
from kt1desk.domain.facts.dossier_custody import for_service
from kt1desk.domain.facts.receptacles import ItemArrived
from kt1desk.domain.mail import audience
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.service import Service
from kt1desk.services.case_rows import CaseRow
from kt1desk.services.case_tasks import CaseTasks
from kt1desk.services.decision_drafts import Decided, DecisionDraft, RegisterDraft
from kt1desk.services.decisions import Decisions
from kt1desk.services.dossiers import DossierTaken
from kt1desk.services.enclosures import Enclosures
from kt1desk.services.handover_aside import HandoversAside
from kt1desk.services.handover_drafts import CountedCover, HandedOver, HandoverDraft
from kt1desk.services.handovers import Handovers
from kt1desk.services.ports import Appending
from kt1desk.services.set_up import Block
from kt1desk.services.supplement_rules import SupplementDraft
from kt1desk.services.supplements import Supplemented, Supplements
from kt1desk.store.drafts import ParkedDrafts
from tests.support.desks import Counter, counter, sample_reference

AUTHORITY = "LS-05983-TTHCC"
OTHER_AUTHORITY = "LS-STP"
HERE, BUREAU = "240000", "240100"
OFFICIAL = "H37.10-261123-0005"
OFFICER = "Vi Văn Tiếp"
MORE = (PaperLine("3", "Văn bản ủy quyền", originals=1),)
"""What the authority asks for in these tests, as brought."""


def served_by(reference: ReferenceData, point: str) -> ReferenceData:
    """The same data, in which a point hands dossiers to both authorities."""
    rows = tuple(
        replace(row, point=point) if row.authority_id in {AUTHORITY, OTHER_AUTHORITY} else row
        for row in reference.authorities
    )
    return replace(reference, authorities=rows)


def with_setting(reference: ReferenceData, key: str, value: int | str) -> ReferenceData:
    """The same data with another value of a setting."""
    rows = tuple(replace(row, value=value) if row.key == key else row for row in reference.settings)
    return replace(reference, settings=rows)


@dataclass(frozen=True)
class CaseServices:
    """The services of cases on a desk."""

    desk: Counter = field(repr=False)

    @property
    def handovers(self) -> Handovers:
        return Handovers(self.desk.store, self.desk.reference, self.desk.clock, PaperFit())

    @property
    def decisions(self) -> Decisions:
        return Decisions(self.desk.store, self.desk.reference, self.desk.clock, PaperFit())

    @property
    def supplements(self) -> Supplements:
        return Supplements(self.desk.store, self.desk.reference, self.desk.clock, PaperFit())

    @property
    def enclosures(self) -> Enclosures:
        return Enclosures(self.desk.store, self.desk.reference, self.desk.clock, PaperFit())

    @property
    def tasks(self) -> CaseTasks:
        return CaseTasks(self.desk.store, self.desk.reference, self.desk.clock)

    @property
    def aside(self) -> HandoversAside:
        parking = ParkedDrafts(self.desk.store, self.desk.clock)
        return HandoversAside(parking, self.desk.store, self.desk.reference, self.desk.clock)


@dataclass(frozen=True)
class CaseDesk(CaseServices):
    """A desk with an open shift and everything that happens to cases."""

    def under(self, reference: ReferenceData) -> CaseDesk:
        """The same desk, after other reference data came."""
        return CaseDesk(replace(self.desk, reference=reference))

    def case(self, dossier: str) -> CaseRow:
        with self.desk.store.read() as reader:
            found = reader.case(dossier)
        assert found is not None
        return found

    def state(self, dossier: str) -> CaseState:
        return self.case(dossier).state

    def draft(self, *items: str, authority: str = AUTHORITY) -> HandoverDraft:
        """Covers counted as their lists say."""
        session = self.desk.session()
        counted = tuple(
            CountedCover(item, documents=self.handovers.sheet(session, item).documents) for item in items
        )
        return HandoverDraft(authority, OFFICER, "Chuyên viên", counted)

    def hand(self, *items: str) -> HandedOver:
        """Handed over with nothing that differs."""
        return self.handovers.hand_over(self.desk.session(), self.draft(*items))

    def found(self, item: str) -> None:
        """A cover taken out of a bag by its label; which bag that was is not told here."""
        with self.desk.store.work() as work:
            shift = work.open_shift()
            assert shift is not None
            fact = ItemArrived(item, "intact", self.desk.session().desk.point, shift.shift, scan=True)
            work.append(for_service(fact, Service.TTHC), Appending("clerk"))
            work.commit()

    def handed(self) -> DossierTaken:
        """A case that is with its authority."""
        taken = self.desk.accept_dossier()
        self.hand(taken.legs[0].item)
        return taken

    def register(self, dossier: str, official: str = OFFICIAL, *, slip: bool = False) -> Event:
        draft = RegisterDraft(dossier, official, "2026-11-23", "2026-11-30", slip)
        return self.decisions.register(self.desk.session(), draft)

    def decide(self, dossier: str, outcome: Outcome, day: str = "", **said: str) -> Decided:
        """With the reasons of the sample; a supplement asks for the third paper."""
        reasons = {
            Outcome.SUPPLEMENT: "paper_missing",
            Outcome.REFUSED: "not_competent",
            Outcome.STOPPED: "applicant_asked",
            Outcome.EXTENDED: "verification",
        }
        asked = ("3",) if outcome is Outcome.SUPPLEMENT else ()
        given = {"paper": "02/PBS", "paper_day": "2026-11-23", "reason": reasons[outcome]} | said
        draft = DecisionDraft(dossier, outcome, asked=asked, day=day, **given)
        return self.decisions.decide(self.desk.session(), draft)

    def supplement(self, dossier: str, weight_g: int = 80) -> Supplemented:
        return self.supplements.accept(self.desk.session(), SupplementDraft(dossier, MORE, weight_g))

    def events(self, kind: str) -> list[Event]:
        """All of one type that this desk wrote, oldest first."""
        with self.desk.store.read() as reader:
            found = reader.events_after(Stream.COUNTER, 0, 1_000)
        return [event for event in found if event.envelope.type == kind]


@contextmanager
def one_stop(root: Path, reference: ReferenceData | None = None) -> Iterator[CaseDesk]:
    """A desk whose own point serves the authority."""
    rows = served_by(reference or sample_reference(), HERE)
    with counter(root, reference=rows) as desk:
        desk.open_shift()
        yield CaseDesk(desk)


@contextmanager
def commune_and_bureau(root: Path) -> Iterator[tuple[CaseDesk, CaseDesk]]:
    """A desk that accepts, and one of another point that serves the authority; mail goes by `tell`."""
    rows = served_by(sample_reference(), BUREAU)
    plan = replace(
        trial_plan(rows),
        device=9,
        point=BUREAU,
        blocks=(Block("RX", 50_000_000, 50_000_999),),
        desk_file="ab" * 32,
        province_key="cd" * 32,
    )
    with counter(root / "commune", reference=rows) as commune, counter(root / "bureau", plan, rows) as bureau:
        commune.open_shift()
        bureau.open_shift()
        yield CaseDesk(commune), CaseDesk(bureau)


def tell(giver: CaseDesk, taker: CaseDesk, kinds: Callable[[str], bool] = bool) -> int:
    """What the giver wrote for the taker's point is taken in there; how much of it was new."""
    point = taker.desk.session().desk.point
    with giver.desk.store.read() as reader:
        written = reader.events_after(Stream.COUNTER, 0, 1_000)
    new = 0
    for event in written:
        if point in audience(event.envelope.type, event.body()) and kinds(event.envelope.type):
            with taker.desk.store.work() as work:
                new += work.take_mail(event, "bundle", "clerk")
                work.commit()
    return new


def refused(act: Callable[[], object]) -> DeskError:
    """What the act is refused with."""
    with pytest.raises(DeskError) as caught:
        act()
    return caught.value
