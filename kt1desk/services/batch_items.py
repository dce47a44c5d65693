"""Lists of KT1 items: how the lines of one become acceptances. This module must not know files, nor how lines are gone through."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from kt1desk.domain.checklist import all_confirmed, lines_for
from kt1desk.domain.identifiers import normalise_number
from kt1desk.domain.permissions import Act
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.tariff import Price
from kt1desk.services.acceptance import Acceptance
from kt1desk.services.batch_columns import KT1_COLUMNS
from kt1desk.services.batch_lines import Kt1Lines
from kt1desk.services.batches import ReadLine, Told
from kt1desk.services.drafts import AcceptanceDraft
from kt1desk.services.examination import NAMED_PERSON
from kt1desk.services.ports import Clock, Journal
from kt1desk.services.rights import require_now
from kt1desk.services.sessions import Session
from kt1desk.services.sheets import Layout, SheetLine
from kt1desk.services.shifts import needed_shift


@dataclass(frozen=True, slots=True)
class ItemTaker:
    """Implements `kt1desk.services.batches.Taker` for KT1 items.

    The clerk's one answer for all covers of a list stands for every must of the checklist; which facts a cover shows is in the list.
    """

    journal: Journal
    reference: ReferenceData
    clock: Clock
    acceptance: Acceptance

    @property
    def layout(self) -> Layout:
        """See `Taker.layout`."""
        return KT1_COLUMNS

    def lines(self, session: Session) -> ReadLine[AcceptanceDraft]:
        """See `Taker.lines`."""
        now = self.clock.now()
        with self.journal.read() as reader:
            shift = needed_shift(reader)
            require_now(session, Act.ACCEPT_ITEM, shift, self.clock)
        on = date.fromisoformat(shift.business_date)
        lines = Kt1Lines(self.reference, on, now)

        def read(line: SheetLine) -> AcceptanceDraft:
            draft = lines.draft(line)
            facts = frozenset({NAMED_PERSON} if lines.named_person(line) else ())
            asked = lines_for(self.reference.checklist, draft.secrecy, on)
            return replace(draft, answers=all_confirmed(asked, facts))

        return read

    def numbers(self, draft: AcceptanceDraft) -> tuple[str, ...]:
        """See `Taker.numbers`."""
        return (normalise_number(draft.number),) if draft.number else ()

    def quote(self, session: Session, draft: AcceptanceDraft) -> Told:
        """See `Taker.quote`. An empty block of numbers is found when its last number is gone: the lines before it can be accepted."""
        quote = self.acceptance.quote(session, draft)
        price = quote.price.total_dong if isinstance(quote.price, Price) else 0
        return Told(price, quote.problems)

    def take(self, session: Session, draft: AcceptanceDraft, key: str) -> str:
        """See `Taker.take`."""
        return self.acceptance.accept(session, draft, line=key).item
