"""What the page of one item or case needs: its record, and what may be done with it.

This module must not know any screen; it implements what the page says it needs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kt1desk.app.desk import OpenDesk, PaperFit
from kt1desk.app.mail_room import keys_of
from kt1desk.desktop.needs import Choice, RecordView
from kt1desk.domain.coded import CodeList, words_of
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.permissions import Act
from kt1desk.exchange.certificate_signer import CertificateSigner
from kt1desk.services.case_journeys import CaseJourneys
from kt1desk.services.certificates import Certificates
from kt1desk.services.decisions import Decisions
from kt1desk.services.journeys import Journeys
from kt1desk.services.numbers import Rolls, VoidReason, void_number
from kt1desk.services.papers import ReprintReason
from kt1desk.services.privacy import Privacy
from kt1desk.services.records import DossierRecord, ItemRecord, Record, Records
from kt1desk.services.reversal import ReversalReason, Reversals
from kt1desk.store.drafts import ParkedDrafts


class RecordCounter:
    """Implements `kt1desk.desktop.needs.RecordNeeds`."""

    def __init__(self, desk: OpenDesk, wake: Callable[[], None]) -> None:
        self._desk = desk
        self._wake = wake
        self._records = Records(desk.store, desk.reference, desk.clock)
        self._rolls = Rolls(desk.store, desk.reference, desk.clock)
        self._journeys = Journeys(desk.store, desk.reference, desk.clock)
        self._stories = CaseJourneys(desk.store, desk.reference, desk.clock)
        self._decisions = Decisions(desk.store, desk.reference, desk.clock, PaperFit())
        self._privacy = Privacy(desk.store, desk.reference, desk.clock, ParkedDrafts(desk.store, desk.clock))
        self._reversals = Reversals(desk.store, desk.reference, desk.clock, PaperFit())

    def find(self, text: str) -> RecordView:
        """See the port."""
        now = self._desk.clock.now()
        record = self._records.find(self._desk.session, text)
        journey = None
        if record is None or isinstance(record, ItemRecord):
            number = record.number if record is not None else text
            journey = self._journeys.of(self._desk.session, number)
        story = (
            self._stories.of(self._desk.session, record.number) if isinstance(record, DossierRecord) else None
        )
        return RecordView(record, now.utc_ms, now.offset_min, journey, story)

    def withdraw(self, record: Record, reason: ReversalReason) -> Event:
        """See the port."""
        is_case = isinstance(record, DossierRecord)
        take_back = self._reversals.withdraw_dossier if is_case else self._reversals.withdraw_item
        event = take_back(self._desk.session, record.number, reason)
        self._wake()
        return event

    def void(self, number: str, reason: VoidReason) -> None:
        """See the port."""
        void_number(self._rolls, self._desk.session, number, reason)

    def print_again(self, job: int, reason: ReprintReason) -> None:
        """See the port."""
        self._desk.papers.reprint(self._desk.session, job, reason)
        self._wake()

    def identity_reasons(self) -> Sequence[Choice]:
        """See the port."""
        return self._words(CodeList.IDENTITY_VIEW)

    def identity(self, dossier: str, reason: str) -> str:
        """See the port."""
        return self._privacy.identity(self._desk.session, dossier, reason)

    def telling_ways(self) -> Sequence[Choice]:
        """See the port."""
        return self._words(CodeList.DOSSIER_WAY)

    def tell(self, dossier: str, way: str) -> None:
        """See the port."""
        self._decisions.tell(self._desk.session, dossier, way)

    def print_notice(self, dossier: str) -> int:
        """See the port."""
        jobs = self._decisions.print_notice(self._desk.session, dossier)
        self._wake()
        return len(jobs)

    def _words(self, code_list: CodeList) -> Sequence[Choice]:
        desk = self._desk
        return [Choice(row.code, row.name) for row in words_of(desk.reference.coded, code_list, desk.today)]

    def certify(self, number: str) -> int:
        """See the port. A desk for trying out has no key that anybody would believe: its paper would certify nothing."""
        desk = self._desk
        desk.require(Act.CERTIFY_CUSTODY)
        if desk.session.desk.trial:
            raise DeskError("certificate.trial_desk")
        signer = CertificateSigner(keys_of(desk))
        made = Certificates(desk.store, desk.reference, desk.clock, PaperFit(), signer)
        jobs = made.print_of(desk.session, number)
        self._wake()
        return len(jobs)
