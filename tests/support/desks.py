"""Whole desks for tests: a real encrypted store in a folder of its own, with real services on it and a clock in the test's hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from kt1desk.app.desk import PaperFit, reference_for, starter_procedures
from kt1desk.app.first_run import trial_plan
from kt1desk.app.reference_docs import index
from kt1desk.domain.checklist import all_confirmed
from kt1desk.domain.kt1 import Secrecy
from kt1desk.domain.reference import ReferenceData
from kt1desk.services.acceptance import Acceptance, Accepted
from kt1desk.services.board import Board
from kt1desk.services.dossier_drafts import DossierDraft
from kt1desk.services.dossiers import Dossiers, DossierTaken
from kt1desk.services.drafts import AcceptanceDraft
from kt1desk.services.finding import Finder
from kt1desk.services.papers import Papers
from kt1desk.services.reversal import Reversals
from kt1desk.services.rows import PaperRow
from kt1desk.services.sessions import Session, begin_session
from kt1desk.services.set_up import Block, DeskPlan
from kt1desk.services.shifts import Shifts
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from tests.support.clocks import HandClock
from tests.support.dossiers import PROCEDURES, ordinary_dossier
from tests.support.furnished import furnished


@cache
def sample_reference() -> ReferenceData:
    """The reference data of a trial desk, read once."""
    return reference_for(trial=True)


@dataclass(frozen=True)
class Counter:
    """A desk at work: store, services, clock."""

    folder: DataFolder
    store: DeskStore
    clock: HandClock
    reference: ReferenceData

    @property
    def acceptance(self) -> Acceptance:
        return Acceptance(self.store, self.reference, self.clock, PaperFit())

    @property
    def dossiers(self) -> Dossiers:
        return Dossiers(self.store, self.reference, self.clock, PaperFit())

    @property
    def reversals(self) -> Reversals:
        return Reversals(self.store, self.reference, self.clock, PaperFit())

    @property
    def shifts(self) -> Shifts:
        return Shifts(self.store, self.clock)

    @property
    def papers(self) -> Papers:
        return Papers(self.store, self.clock)

    @property
    def finder(self) -> Finder:
        return Finder(self.store, self.reference, self.clock)

    @property
    def board(self) -> Board:
        return Board(self.store, self.reference, self.clock)

    def papers_of(self, item: str = "") -> Sequence[PaperRow]:
        """Papers with all that stands on them, newest first; of one item where a number is given."""
        with self.store.read() as reader:
            return reader.papers(item)

    def session(self, user: str = "clerk") -> Session:
        with self.store.read() as reader:
            return begin_session(reader, user, {})

    def open_shift(self, float_dong: int = 500_000) -> None:
        self.shifts.open(self.session(), self.shifts.proposed_date(), float_dong)

    def complete(self, draft: AcceptanceDraft, user: str = "clerk") -> AcceptanceDraft:
        """The draft with every must of its checklist confirmed."""
        return replace(
            draft, answers=all_confirmed(self.acceptance.quote(self.session(user), draft).checklist)
        )

    def accept(self, draft: AcceptanceDraft | None = None, user: str = "clerk") -> Accepted:
        return self.acceptance.accept(self.session(user), self.complete(draft or ordinary(), user))

    def accept_dossier(self, draft: DossierDraft | None = None, user: str = "clerk") -> DossierTaken:
        return self.dossiers.accept(self.session(user), draft or ordinary_dossier())

    def accept_secret(self) -> Accepted:
        return self.accept(replace(ordinary(), secrecy=Secrecy.C))


def ordinary() -> AcceptanceDraft:
    """An ordinary item between two agencies of the sample."""
    return AcceptanceDraft(sender="SNV", receiver="UBVL", weight_g=340)


def _find_the_sample(store: DeskStore) -> None:
    index(store, sample_reference(), date(2026, 11, 23), starter_procedures())
    with store.work() as work:
        work.put_procedures(PROCEDURES)
        work.commit()


@contextmanager
def counter(
    root: Path, plan: DeskPlan | None = None, reference: ReferenceData | None = None
) -> Iterator[Counter]:
    """A desk with its first events and its staff, no shift open; what is found is the sample, whatever else ``reference`` says."""
    rows = reference or sample_reference()
    folder = DataFolder(root / "desk")
    store, clock = furnished(folder, plan or trial_plan(rows), _find_the_sample, seed=1)
    try:
        if reference is not None:
            index(store, rows, date(2026, 11, 23), starter_procedures())
        yield Counter(folder, store, clock, rows)
    finally:
        store.close()


def small_block(count: int) -> DeskPlan:
    """The trial desk with only a few numbers."""
    return replace(trial_plan(sample_reference()), blocks=(Block("MX", 1, count),))


@contextmanager
def marker_refused(desk: Counter) -> Iterator[None]:
    """A disk that takes what is committed and refuses the head marker after it."""
    marker = desk.folder.marker
    desk.store.marker().close()
    marker.unlink()
    marker.mkdir()
    yield
    marker.rmdir()


def later(moment_ms: int, hours: int) -> int:
    """A time some hours on."""
    return moment_ms + int(timedelta(hours=hours).total_seconds()) * 1000
