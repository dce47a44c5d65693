"""Lists of dossiers: how the lines of one become acceptances. This module must not know files, nor how lines are gone through."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kt1desk.domain.errors import DeskError
from kt1desk.domain.identifiers import normalise_number
from kt1desk.domain.permissions import Act, require
from kt1desk.domain.procedure import Procedure, procedure_code
from kt1desk.domain.reference import ReferenceData
from kt1desk.services.batches import ReadLine, Told
from kt1desk.services.dossier_columns import DOSSIER_COLUMNS
from kt1desk.services.dossier_drafts import DossierDraft
from kt1desk.services.dossier_lines import DossierLines
from kt1desk.services.dossiers import Dossiers
from kt1desk.services.ports import Journal
from kt1desk.services.sessions import Session
from kt1desk.services.sheets import Layout, SheetLine
from kt1desk.services.shifts import needed_shift


@dataclass(frozen=True, slots=True)
class DossierTaker:
    """Implements `kt1desk.services.batches.Taker` for dossiers.

    The clerk's one answer for all lines of a list stands for the count of every dossier's papers against its line.
    """

    journal: Journal
    reference: ReferenceData
    dossiers: Dossiers

    @property
    def layout(self) -> Layout:
        """See `Taker.layout`."""
        return DOSSIER_COLUMNS

    def lines(self, session: Session) -> ReadLine[DossierDraft]:
        """See `Taker.lines`."""
        with self.journal.read() as reader:
            on = date.fromisoformat(needed_shift(reader).business_date)
            require(session.actor, Act.ACCEPT_DOSSIER, on)
        home = self.reference.point(session.desk.point, on).province
        lines = DossierLines(self.reference, on, home)
        return lambda line: lines.draft(line, self._procedure(line, on))

    def numbers(self, draft: DossierDraft) -> tuple[str, ...]:
        """See `Taker.numbers`."""
        return tuple(
            normalise_number(number) for number in (draft.send_number, draft.return_number) if number
        )

    def quote(self, session: Session, draft: DossierDraft) -> Told:
        """See `Taker.quote`: all three sums together are what the applicant pays."""
        quote = self.dossiers.quote(session, draft)
        return Told(quote.sums.total_dong, quote.problems)

    def take(self, session: Session, draft: DossierDraft, key: str) -> str:
        """See `Taker.take`."""
        return self.dossiers.accept(session, draft, line=key).dossier

    def _procedure(self, line: SheetLine, on: date) -> Procedure | None:
        """The version in force, None where the cell names none; the examination says what is wrong with it."""
        try:
            code = procedure_code(line.text("procedure"))
        except DeskError:
            return None
        with self.journal.read() as reader:
            return reader.procedure(code, on)
