"""What an examined dossier becomes: the fact of its acceptance, the facts of its list, and what its papers say.

This module must not know the journal.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kt1desk.domain import canonical
from kt1desk.domain.dossier import Direction, Form, PaperLine, count_papers
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Moment
from kt1desk.domain.facts import DossierAccepted, DossierListed
from kt1desk.domain.facts.dossiers import PAPERS_PER_EVENT
from kt1desk.domain.procedure import Procedure
from kt1desk.domain.reference import Authority
from kt1desk.domain.reference_tthc import point_of_authority
from kt1desk.services.dossier_examination import Examined
from kt1desk.services.dossier_list import shortened
from kt1desk.services.dossier_occasion import Occasion
from kt1desk.services.dossier_papers import DossierPaper
from kt1desk.services.dossier_people import Places
from kt1desk.services.paper_values import when_words
from kt1desk.services.rows import ShiftRow

MAX_NAME_ON_PAPER = 400
"""Characters of a procedure's name on the slip: six lines. Published names have up to a thousand."""
MAX_NAME_BYTES = 2_000
"""Bytes of a procedure's name in its event, as they are written; what else stands there never takes the rest of its body.

The whole name stands in the version of the procedure, which the event names by code and version.
"""


@dataclass(frozen=True, slots=True)
class Case:
    """An examined dossier without problems, with the numbers it gets."""

    occasion: Occasion
    examined: Examined
    number: str
    happened: Moment
    """When it was received: before it was entered, where that was at the applicant's address."""

    def numbered(self, number: str, items: Mapping[Direction, str]) -> Case:
        """The same with its own number and those of its legs."""
        quote = self.examined.quote
        legs = tuple(replace(leg, item=items[Direction(leg.direction)]) for leg in quote.legs)
        return replace(self, examined=replace(self.examined, quote=replace(quote, legs=legs)), number=number)

    @property
    def form(self) -> Form:
        """Which of the three."""
        if self.examined.draft.form is None:
            raise DeskError("dossier.form_missing", "form")
        return self.examined.draft.form

    def fact(self, shift: ShiftRow, line: str) -> DossierAccepted:
        """The acceptance as an event's body; nobody is named in it."""
        draft, quote = self.examined.draft, self.examined.quote
        procedure, authority = self._whole
        return DossierAccepted(
            dossier=self.number,
            form=self.form.value,
            procedure=procedure.code,
            procedure_name=_name_in_event(procedure.name),
            procedure_version=procedure.version,
            authority=authority.authority_id,
            authority_name=authority.name,
            authority_district=draft.authority_district,
            legs=quote.legs,
            sums=quote.sums,
            tariff=quote.tariff,
            payment=draft.payment.value,
            place=draft.place.value,
            shift=shift.shift,
            point=self.occasion.session.desk.point,
            papers=len(draft.papers),
            documents=count_papers(draft.papers),
            sets=draft.sets,
            seal=draft.seal,
            exemption=draft.exemption,
            insisted=draft.insists.value if draft.insists else "",
            promised=quote.promise.day.isoformat() if quote.promise else "",
            official=draft.official,
            official_day=draft.official_day,
            receipt_number=draft.receipt_number,
            line=line,
            replaces=draft.replaces,
            to=self.told,
            mode=draft.mode.value,
            visit=draft.visit,
        )

    @property
    def told(self) -> str:
        """The other point that hands it to its authority or takes its result over, "" where that is this one."""
        occasion, here = self.occasion, self.occasion.session.desk.point
        found = point_of_authority(occasion.reference, self._whole[1].authority_id, occasion.on)
        return "" if found == here else found

    def lists(self) -> Iterator[DossierListed]:
        """The list of papers in as many parts as it needs."""
        here, told = self.occasion.session.desk.point, self.told
        for first, lines in parted(self.examined.draft.papers):
            yield DossierListed(self.number, first, lines, here, told)

    def paper(self) -> DossierPaper:
        """Everything that slip and labels say, but for the event they prove."""
        occasion, draft, now = self.occasion, self.examined.draft, self.occasion.now
        procedure, authority = self._whole
        reduction = self.examined.exemption
        return DossierPaper(
            number=self.number,
            form=self.form,
            draft=draft,
            procedure=replace(procedure, name=shortened(procedure.name, MAX_NAME_ON_PAPER)),
            authority=authority,
            quote=self.examined.quote,
            addresses=Places(occasion.reference, occasion.point, occasion.on).addresses(draft, authority),
            point=occasion.point,
            provider=str(occasion.reference.setting("provider.name", occasion.on).value),
            accepted=self.happened,
            entered_at=when_words(now.utc_ms, now.offset_min) if self.happened != now else "",
            clerk=occasion.session.name,
            trial=occasion.session.desk.trial,
            zero_tens=occasion.reference.zero_tens(occasion.on),
            exemption=f"{reduction.who} (giảm {reduction.percent}%)" if reduction else "",
        )

    @property
    def _whole(self) -> tuple[Procedure, Authority]:
        """What a case without problems always has."""
        quote = self.examined.quote
        if quote.procedure is None or quote.authority is None or not quote.legs:
            raise DeskError("dossier.incomplete")
        return quote.procedure, quote.authority


def parted(lines: tuple[PaperLine, ...], after: int = 0) -> Iterator[tuple[int, tuple[PaperLine, ...]]]:
    """A list in parts that fit one event each, with the number of their first line; ``after`` lines of the case stand before it."""
    for at in range(0, len(lines), PAPERS_PER_EVENT):
        yield after + at + 1, lines[at : at + PAPERS_PER_EVENT]


def _name_in_event(name: str) -> str:
    """The name as far as the event takes it, cut at a word."""
    kept = name
    while len(canonical.encode(kept, canonical.MAX_INT)) > MAX_NAME_BYTES:
        kept = shortened(name, len(kept) - 1)
    return kept
