"""A supplement held against the rules of the day: its list, its weight and seal, and what its way costs.

It is priced as a leg to the authority by the tariff of today, whatever the case was priced by; a setting may make it free. This module must
not know the journal beyond what it is handed.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kt1desk.domain.bcci import Exemption
from kt1desk.domain.dossier import Direction, DossierPayment, PaperLine, Presence, count_papers
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import Leg, Sums
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.reference_tthc import authority, exemption
from kt1desk.services.cover_papers import Accepted
from kt1desk.services.custody_steps import Occasion
from kt1desk.services.dossier_drafts import DossierDraft, DossierQuote
from kt1desk.services.dossier_figures import Figures
from kt1desk.services.dossier_list import Count
from kt1desk.services.dossier_occasion import Occasion as DraftOccasion
from kt1desk.services.dossier_papers import MOST_PAPERS
from kt1desk.services.dossier_price import Flags, LegPrices, Tariff, Ways, tariff_of
from kt1desk.services.problems import Problems

PRICE = "dossier.supplement_price"
FREE = "free"
"""Value of the setting by which a supplement costs nothing; by any other it is a leg."""


@dataclass(frozen=True, slots=True)
class SupplementDraft:
    """What the applicant brought.

    Attributes:
        dossier: the case.
        papers: its lines, by keys of the published list or added by hand; only what is there.
        weight_g: of the cover.
        seal: number of its seal, or "".
        number: scanned label of this desk's block, "" for the next free number.
        payment: how its price is paid.
    """

    dossier: str
    papers: tuple[PaperLine, ...] = field(default=(), repr=False)
    weight_g: int = 0
    seal: str = ""
    number: str = ""
    payment: DossierPayment = DossierPayment.CASH


@dataclass(frozen=True, slots=True)
class SupplementQuote:
    """What it comes to, and what is still wrong with it. ``leg`` is None where it cannot be priced yet."""

    leg: Leg | None = None
    tariff: str = ""
    papers: tuple[PaperLine, ...] = ()
    flags: tuple[str, ...] = ()
    problems: tuple[DeskError, ...] = ()

    @property
    def price_dong(self) -> int:
        """What is paid for its way."""
        return self.leg.price_dong if self.leg is not None else 0

    @property
    def documents(self) -> int:
        """Documents in the cover."""
        return count_papers(self.papers)


@dataclass(frozen=True, slots=True)
class Examined:
    """A supplement in the spelling that is stored, and what it comes to."""

    draft: DossierDraft
    quote: SupplementQuote

    def whole(self, of: Accepted, reference: ReferenceData, at: Occasion) -> DossierQuote:
        """As the papers of a case say a quote."""
        legs = (self.quote.leg,) if self.quote.leg is not None else ()
        return DossierQuote(
            procedure=of.procedure,
            authority=authority(reference, of.case.authority, at.on),
            legs=legs,
            sums=Sums(self.quote.price_dong),
            tariff=self.quote.tariff,
            flags=self.quote.flags,
            papers=self.quote.papers,
        )


@dataclass(frozen=True, slots=True)
class SupplementRules:
    """The rules of the day for the supplement of one case."""

    reference: ReferenceData
    at: Occasion
    of: Accepted

    def examined(self, said: SupplementDraft, number: str) -> Examined:
        """Everything that can be said of it; it never raises for bad input."""
        problems, flags = Problems(), Flags()
        lines = problems.tried(lambda: self._lines(said)) or ()
        draft = replace(self.of.draft(lines), weight_g=said.weight_g, seal=said.seal, payment=said.payment)
        draft = Figures(self._draft_occasion, draft, self.of.procedure).checked(problems, flags)
        tariff = problems.tried(
            lambda: tariff_of(self.reference, self.at.on, trial=self.at.session.desk.trial)
        )
        leg = None
        if tariff is not None and draft.weight_g > 0:
            leg = problems.tried(lambda: self._leg(draft, tariff, number, flags))
        quote = SupplementQuote(
            leg,
            tariff.table.table_id if tariff is not None else "",
            lines,
            tuple(flags.found),
            tuple(problems.found),
        )
        return Examined(draft, quote)

    def _lines(self, said: SupplementDraft) -> tuple[PaperLine, ...]:
        most = self.reference.setting_int("tthc.copies_max", self.at.on)
        if not said.papers:
            raise DeskError("supplement.no_papers", "papers")
        if any(line.presence is not Presence.BROUGHT for line in said.papers):
            raise DeskError("supplement.paper_absent", "papers")
        if len(said.papers) > MOST_PAPERS:
            raise DeskError("dossier.too_many_papers", "papers", limit=MOST_PAPERS)
        return Count(self.of.procedure, said.papers, most).lines()

    def _leg(self, draft: DossierDraft, tariff: Tariff, number: str, flags: Flags) -> Leg:
        """As a sending leg of today; free of charge it still has a zone and a last day."""
        to = authority(self.reference, self.of.case.authority, self.at.on)
        point = self.reference.point(self.at.point, self.at.on)
        zone = Ways(self.reference, point, self.at.on).zone(draft, to, Direction.SEND)
        prices = LegPrices(self.reference, tariff, self._reduction, self.at.on)
        leg = prices.leg(Direction.SEND, zone.zone, draft.weight_g, number)
        if self.reference.setting(PRICE, self.at.on).value == FREE:
            return replace(leg, price_dong=0, reduced_dong=0)
        flags.add("derived_zone", when=zone.derived)
        tariff.flag(flags)
        return leg

    @property
    def _reduction(self) -> Exemption | None:
        """Who was exempted at the acceptance still is, as long as the rule holds."""
        try:
            return (
                exemption(self.reference, self.of.fact.exemption, self.at.on)
                if self.of.fact.exemption
                else None
            )
        except DeskError:
            return None

    @property
    def _draft_occasion(self) -> DraftOccasion:
        return DraftOccasion(self.reference, self.at.session, self.at.on, self.at.now)
