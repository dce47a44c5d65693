"""What an authority said, held against the case and the calendar of common sense: codes and days are copied by hand from paper.

A code of another form is doubted and not refused (`kt1desk.domain.official_code`). This module must not know how anything is written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType

from kt1desk.domain.case import CaseState, CaseStep, Outcome, require_case_step
from kt1desk.domain.coded import CodeList
from kt1desk.domain.dossier import PaperLine
from kt1desk.domain.errors import DeskError
from kt1desk.domain.official_code import official_code
from kt1desk.domain.procedure import Procedure
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.text import clean, required
from kt1desk.services.case_rows import CaseRow
from kt1desk.services.case_steps import coded
from kt1desk.services.case_terms import day_of_ms
from kt1desk.services.custody_steps import Occasion
from kt1desk.services.decision_drafts import DecisionDraft, RegisterDraft
from kt1desk.services.ports import Reader

REASONS: Mapping[Outcome, CodeList] = MappingProxyType(
    {
        Outcome.SUPPLEMENT: CodeList.DECISION_SUPPLEMENT,
        Outcome.REFUSED: CodeList.DECISION_REFUSED,
        Outcome.STOPPED: CodeList.DECISION_STOPPED,
        Outcome.EXTENDED: CodeList.DECISION_EXTENDED,
    }
)
"""The list that the reason of an outcome comes from."""
MAX_PAPER = 40
_FARTHEST = timedelta(days=2 * 365)
"""No term runs that long, and nobody fetches a result that old: a day beyond it is a year typed wrong."""


@dataclass(frozen=True, slots=True)
class DecisionChecks:
    """The rules for one case on an occasion."""

    reference: ReferenceData
    at: Occasion
    case: CaseRow

    def registered(self, reader: Reader, draft: RegisterDraft) -> RegisterDraft:
        """The official slip in the spelling that is stored.

        Raises:
            DeskError: ``case.step``, ``dossier.official_code``, ``decision.*``.
        """
        require_case_step(self.case.dossier, self.case.state, CaseStep.REGISTER)
        code = official_code(draft.official).text
        other = reader.case(code)
        if other is not None and other.dossier != self.case.dossier and other.state is not CaseState.REVERSED:
            raise DeskError("decision.official_twice", "official", number=other.dossier)
        received = self._past_day(draft.received_day, "received_day")
        day = self._day(draft.official_day, "official_day") if draft.official_day else None
        if day is not None and day < received:
            raise DeskError("decision.day_before", "official_day", day=f"{received:%d/%m/%Y}")
        made = replace(
            draft,
            official=code,
            received_day=received.isoformat(),
            official_day=day.isoformat() if day is not None else "",
        )
        case = self.case
        said = (case.official, case.received_day, case.official_day, case.slip)
        if said == (made.official, made.received_day, made.official_day, made.slip):
            raise DeskError("decision.nothing_new", "official")
        return made

    def decided(
        self, draft: DecisionDraft, papers: Sequence[PaperLine], procedure: Procedure | None
    ) -> DecisionDraft:
        """The decision in the spelling that is stored; ``papers`` is the case's list, ``procedure`` its version.

        Raises:
            DeskError: ``case.step``, ``code.unknown``, ``text.*``, ``decision.*``.
        """
        if draft.outcome is None:
            raise DeskError("decision.outcome_missing", "outcome")
        require_case_step(self.case.dossier, self.case.state, draft.outcome.step)
        coded(self.reference, REASONS[draft.outcome], draft.reason, self.at.on, "reason")
        paper_day = self._past_day(draft.paper_day, "paper_day")
        known = {line.key for line in papers} | {line.key for line in (procedure.papers if procedure else ())}
        return replace(
            draft,
            paper=clean(required(draft.paper, "paper", MAX_PAPER), "paper", MAX_PAPER),
            paper_day=paper_day.isoformat(),
            asked=_asked(draft, known),
            day=self._decided_day(draft, paper_day),
        )

    def _decided_day(self, draft: DecisionDraft, paper_day: date) -> str:
        """A supplement may have a last day, an extension must have its new day; the others have none."""
        if draft.outcome in {Outcome.REFUSED, Outcome.STOPPED}:
            return ""
        if not draft.day:
            if draft.outcome is Outcome.EXTENDED:
                raise DeskError("decision.day_missing", "day")
            return ""
        day = self._day(draft.day, "day")
        before = paper_day
        if draft.outcome is Outcome.EXTENDED and self.case.official_day:
            before = max(before, date.fromisoformat(self.case.official_day))
        if day < before or (draft.outcome is Outcome.EXTENDED and day == before):
            raise DeskError("decision.day_before", "day", day=f"{before:%d/%m/%Y}")
        return day.isoformat()

    def _past_day(self, text: str, field: str) -> date:
        """A day on which the authority did something: never one to come, nor from before the post had the case.

        Where the applicant handed it in himself, it was with the authority before it was with the post.
        """
        day = self._day(text, field)
        if day > self.at.on:
            raise DeskError("decision.day_to_come", field, day=f"{self.at.on:%d/%m/%Y}")
        accepted = day_of_ms(self.case.accepted_ms, self.at.now.offset_min)
        if self.case.send_item and day < accepted:
            raise DeskError("decision.day_before", field, day=f"{accepted:%d/%m/%Y}")
        return day

    def _day(self, text: str, field: str) -> date:
        try:
            day = date.fromisoformat(text)
        except ValueError as error:
            raise DeskError("decision.day_shape", field) from error
        if abs(day - self.at.on) > _FARTHEST:
            raise DeskError("decision.day_far", field)
        return day


def doubts(draft: RegisterDraft) -> tuple[str, ...]:
    """Reservations that refuse nothing, by code (`kt1desk.services.wording_tthc.flag_text`)."""
    try:
        found = official_code(draft.official)
    except DeskError:
        return ()
    differs = found.day is not None and found.day.isoformat() != draft.received_day
    return (*(("official_doubt",) if found.doubt else ()), *(("received_differs",) if differs else ()))


def _asked(draft: DecisionDraft, known: set[str]) -> tuple[str, ...]:
    """What is asked for, each once; only a supplement asks."""
    if draft.outcome is not Outcome.SUPPLEMENT:
        return ()
    asked = tuple(dict.fromkeys(draft.asked))
    if any(key not in known for key in asked):
        raise DeskError("decision.paper_unknown", "asked")
    if known and not asked:
        raise DeskError("decision.asked_missing", "asked")
    return asked
