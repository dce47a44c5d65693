"""An open desk: the store of whoever logged in, and the services on it.

This module must not know any screen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from kt1desk.app.entropy import Entropy
from kt1desk.app.first_run import trial_plan
from kt1desk.app.reference_docs import index
from kt1desk.config import reference_folder, sample_folder
from kt1desk.domain.permissions import Act
from kt1desk.domain.procedure import Procedure
from kt1desk.domain.reference import ReferenceData
from kt1desk.printing.templates import check_fit
from kt1desk.services.acceptance import Acceptance
from kt1desk.services.board import Board
from kt1desk.services.dossiers import Dossiers
from kt1desk.services.finding import Finder
from kt1desk.services.import_agencies import with_agencies
from kt1desk.services.papers import Papers
from kt1desk.services.parking import Aside
from kt1desk.services.ports import Clock
from kt1desk.services.rights import permits_now
from kt1desk.services.sessions import Session, begin_session
from kt1desk.services.set_up import enter_missing, grant_missing
from kt1desk.services.shifts import Shifts, local_date
from kt1desk.store.drafts import ParkedDrafts
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.keys import KeyRing
from kt1desk.store.reference_files import load_reference
from kt1desk.store.reference_tthc import load_procedures


class PaperFit:
    """Implements `kt1desk.services.ports.Documents` with the templates that ship."""

    def check_fit(self, template: str, version: int, values: Mapping[str, str]) -> None:
        """See the port."""
        check_fit(template, version, values)


@dataclass(frozen=True, slots=True)
class OpenDesk:
    """What a session works with, until it is closed."""

    store: DeskStore
    session: Session
    reference: ReferenceData
    acceptance: Acceptance
    dossiers: Dossiers
    aside: Aside
    shifts: Shifts
    papers: Papers
    finder: Finder
    board: Board
    clock: Clock

    @property
    def today(self) -> date:
        """By the wall clock, for what belongs to no shift."""
        return local_date(self.clock.now())

    def may(self, act: Act) -> bool:
        """Whether the user may do this now; for leaving something out, not for refusing: services do that."""
        return permits_now(self.session, act, self.shifts.current(), self.clock)

    def close(self) -> None:
        """Let the store go."""
        self.store.close()


def reference_for(*, trial: bool) -> ReferenceData:
    """The reference data of a desk; invented staff and numbers exist in trial mode only.

    Points and agencies are a sample list until the province's own is confirmed, and every row of them says so.

    Raises:
        DeskError: ``reference.*`` where a file is missing or a row is wrong.
    """
    whole = _whole_reference()
    return whole if trial else replace(whole, sample_users=(), sample_blocks=(), sample_entries=())


@cache
def _whole_reference() -> ReferenceData:
    """Read once: the files belong to the program and do not change while it runs."""
    return load_reference(reference_folder(), sample_folder())


@cache
def starter_procedures() -> tuple[Procedure, ...]:
    """The catalogue a desk begins with, read once, until the province's own is imported.

    Raises:
        DeskError: ``reference.*``.
    """
    return load_procedures(reference_folder() / "procedures.json")


class DeskOpener:
    """Opens the desk of one data folder for a user. The caller holds the folder's lock."""

    def __init__(self, folder: DataFolder, keys: KeyRing, clock: Clock, entropy: Entropy) -> None:
        self._folder = folder
        self._keys = keys
        self._clock = clock
        self._entropy = entropy

    def open(self, user: str, password: str) -> OpenDesk:
        """Unlock the key, open and check the journal, begin the session.

        Raises:
            DeskError: ``login.*``, ``key.*``, ``store.*``, ``disk.*``, ``reference.*``.
        """
        dek = self._keys.unlock(user, password)
        store = DeskStore.open(self._folder, dek, self._clock, self._entropy)
        try:
            with store.read() as reader:
                session = begin_session(reader, user.strip().lower(), self._keys.versions())
                imported = reader.imported_agencies()
            shipped = reference_for(trial=session.desk.trial)
            grant_missing(store, trial_plan(shipped).blocks)
            enter_missing(store, shipped.sample_entries)
            return self._wired(store, session, with_agencies(shipped, imported))
        except BaseException:
            store.close()
            raise

    def _wired(self, store: DeskStore, session: Session, reference: ReferenceData) -> OpenDesk:
        index(store, reference, local_date(self._clock.now()), starter_procedures())
        return OpenDesk(
            store=store,
            session=session,
            reference=reference,
            acceptance=Acceptance(store, reference, self._clock, PaperFit()),
            dossiers=Dossiers(store, reference, self._clock, PaperFit()),
            aside=Aside(ParkedDrafts(store, self._clock), store, self._clock),
            shifts=Shifts(store, self._clock),
            papers=Papers(store, self._clock),
            finder=Finder(store, reference, self._clock),
            board=Board(store, reference, self._clock),
            clock=self._clock,
        )
