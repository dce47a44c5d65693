"""An open desk: the store of whoever logged in, and the services on it.

This module must not know any screen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from kt1desk.app.centre_staff import DeskStaff
from kt1desk.app.costs import measured_cost
from kt1desk.app.entropy import Entropy
from kt1desk.app.first_run import trial_plan
from kt1desk.app.key_ending import KeyEnding
from kt1desk.app.reference_docs import index
from kt1desk.app.shift_around import DeskSurroundings
from kt1desk.config import reference_folder, sample_folder
from kt1desk.domain.errors import DeskError
from kt1desk.domain.passwords import PasswordPolicy
from kt1desk.domain.permissions import Act
from kt1desk.domain.procedure import Procedure
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.sessions import Leaving, Proof
from kt1desk.printing.templates import check_fit
from kt1desk.services.acceptance import Acceptance
from kt1desk.services.audit import RefusalBook
from kt1desk.services.board import Board
from kt1desk.services.clock_jumps import ClockJumps
from kt1desk.services.documents import counting_on
from kt1desk.services.dossiers import Dossiers
from kt1desk.services.drawer_book import DrawerBook
from kt1desk.services.finding import Finder
from kt1desk.services.import_agencies import with_agencies
from kt1desk.services.opening import Openings
from kt1desk.services.papers import Papers
from kt1desk.services.parking import Aside
from kt1desk.services.passwords import change_password, note_slot, password_policy
from kt1desk.services.ports import Clock, Reader
from kt1desk.services.rights import permits_now, require_now
from kt1desk.services.session_book import SessionBook
from kt1desk.services.sessions import Session, begin_session
from kt1desk.services.set_up import enter_missing, grant_missing
from kt1desk.services.settling import Settling
from kt1desk.services.shifts import Shifts, local_date
from kt1desk.store.attempts import Attempts
from kt1desk.store.drafts import ParkedDrafts
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.key_renewal import settle
from kt1desk.store.keys import KeyRing
from kt1desk.store.reference_files import load_reference, procedures_of, with_documents
from kt1desk.store.reference_tthc import load_procedures
from kt1desk.store.settings import Settings


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
    book: SessionBook
    ending: KeyEnding | None = None

    @property
    def drawer(self) -> DrawerBook:
        """The drawer's own lines."""
        return DrawerBook(self.store, self.reference, self.clock)

    @property
    def openings(self) -> Openings:
        """The beginning of a shift."""
        return Openings(self.store, self.clock, DeskSurroundings(self.store, self.aside, self.clock))

    @property
    def settling(self) -> Settling:
        """The end of a shift."""
        around = DeskSurroundings(self.store, self.aside, self.clock)
        return Settling(self.store, self.reference, self.clock, PaperFit(), around)

    @property
    def today(self) -> date:
        """By the wall clock, for what belongs to no shift."""
        return local_date(self.clock.now())

    def may(self, act: Act) -> bool:
        """Whether the user may do this now; for leaving something out, not for refusing: services do that."""
        return permits_now(self.session, act, self.shifts.current(), self.clock)

    def require(self, act: Act) -> None:
        """Refuse what the user may not do now, where the wiring itself has to; the refusal is in the journal like those of services.

        Raises:
            DeskError: as `require_now`; ``disk.*``.
        """
        with self.store.read() as reader:
            require_now(self.session, act, reader.open_shift(), self.clock)

    def close(self, why: Leaving = Leaving.ENDED) -> None:
        """End the session and let the store go, under a new key where somebody was put out and nobody takes over.

        Twice is the same as once.
        """
        self.book.closed(why)
        user = self.session.actor.user_id
        last = self.ending.of(self.store, user, why) if self.ending is not None else None
        self.store.close()
        if last is not None:
            last()


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


def policy_of_today(clock: Clock) -> PasswordPolicy:
    """What a password that is chosen now must be like, as the program's own reference data say: at first there is no other.

    Raises:
        DeskError: ``reference.*``.
    """
    return password_policy(reference_for(trial=False), local_date(clock.now()))


@cache
def starter_procedures() -> tuple[Procedure, ...]:
    """The catalogue a desk begins with, read once, until the province's own is imported.

    Raises:
        DeskError: ``reference.*``.
    """
    return load_procedures(reference_folder() / "procedures.json")


class DeskOpener:
    """Opens the desk of one data folder for a user. The caller holds the folder's lock.

    ``settle`` has its hand on the store before anything is read from it, and may hand back another one (`kt1desk.app.recovering`).
    """

    def __init__(
        self,
        folder: DataFolder,
        keys: KeyRing,
        clock: Clock,
        entropy: Entropy,
        settle: Callable[[DeskStore, bytes], DeskStore] = lambda store, _dek: store,
    ) -> None:
        self._folder = folder
        self._keys = keys
        self._clock = clock
        self._entropy = entropy
        self._settle = settle

    def open(self, user: str, password: str) -> OpenDesk:
        """Unlock the key, open and check the journal, begin the session. A slot that is cheap or has no pair is written anew.

        Raises:
            DeskError: ``login.*``, ``key.*``, ``store.*``, ``disk.*``, ``reference.*``.
        """
        dek = self._keys.unlock(user, password)
        return self._open(dek, user, Proof.PASSWORD, lambda store: self._refresh(store, user, password, dek))

    def open_changing(self, user: str, old: str, new: str) -> OpenDesk:
        """As `open`, for whoever was given a password by somebody else: with one of his own from now on.

        Raises:
            DeskError: ``key.password_*`` with field ``password``; ``login.*`` of the old one with field ``old``; as `open`.
        """
        dek, _ = change_password(self._keys, user, old, new)
        return self._open(dek, user, Proof.PASSWORD)

    def open_recovered(self, dek: bytes, user: str) -> OpenDesk:
        """As `open`, for whoever has just set his password by the printed code.

        Raises:
            DeskError: as `open`.
        """
        return self._open(dek, user, Proof.RECOVERY)

    def opened_store(self, dek: bytes) -> DeskStore:
        """The store alone, checked and settled, before anybody has a session.

        Raises:
            DeskError: ``store.*``, ``disk.*``.
        """
        store = DeskStore.open(self._folder, dek, self._clock, self._entropy)
        try:
            settle(self._folder, dek)
            return self._settle(store, dek)
        except BaseException:
            store.close()
            raise

    def _open(
        self, dek: bytes, user: str, proof: Proof, first: Callable[[DeskStore], None] = lambda _: None
    ) -> OpenDesk:
        name = user.strip().lower()
        store = self.opened_store(dek)
        try:
            DeskStaff(store, self._folder, self._keys).catch_up()
            # Dropped just now, or by whoever was cut off before the journal was told.
            if name not in self._keys.users():
                raise DeskError("login.user_gone", "user")
            with store.read() as reader:
                session = begin_session(reader, name, self._keys.versions())
                imported = reader.imported_agencies()
                documents = _documents(reader, self._clock)
            store.tell_refusals(RefusalBook(store, self._clock).note)
            ClockJumps(store, self._clock).note_at_opening()
            shipped = reference_for(trial=session.desk.trial)
            grant_missing(store, trial_plan(shipped).blocks)
            enter_missing(store, shipped.sample_entries)
            reference = with_agencies(with_documents(shipped, documents), imported)
            procedures = procedures_of(documents) or starter_procedures()
            desk = self._wired(store, session, reference, procedures)
            first(store)
            note_slot(store, name, self._keys.versions()[name])
            self._enter(desk.book, proof)
            return desk
        except BaseException:
            store.close()
            raise

    def _enter(self, book: SessionBook, proof: Proof) -> None:
        """Write who has come, with the wrong passwords before him. Told twice after a crash in between is better than never."""
        tries = Attempts.of(self._folder, self._clock)
        refused = tries.refused()
        if book.opened(proof, refused):
            tries.told(refused)

    def _refresh(self, store: DeskStore, user: str, password: str, dek: bytes) -> None:
        self._keys.refresh(user, password, dek, measured_cost(Settings(store)))

    def _wired(
        self,
        store: DeskStore,
        session: Session,
        reference: ReferenceData,
        procedures: tuple[Procedure, ...],
    ) -> OpenDesk:
        index(store, reference, local_date(self._clock.now()), procedures)
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
            book=SessionBook(store, session.actor.user_id),
            ending=KeyEnding(self._folder, self._clock, self._entropy),
        )


def _documents(reader: Reader, clock: Clock) -> dict[str, bytes]:
    """The centre's documents that count on the business date: that of the open shift, else today's."""
    shift = reader.open_shift()
    day = date.fromisoformat(shift.business_date) if shift else local_date(clock.now())
    return {
        name: reader.document(name, row.version) for name, row in counting_on(reader.documents(), day).items()
    }
