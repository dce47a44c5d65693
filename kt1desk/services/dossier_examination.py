"""One look at a dossier's draft on one business date: what it comes to, what is wrong with it, and the facts it would become.

This module must not know the journal: the procedure is handed in, and it decides by reference data, the draft and the time alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from kt1desk.domain.bcci import Exemption, ZoneFound
from kt1desk.domain.dossier import Direction, Form, Presence
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import Leg, Sums
from kt1desk.domain.procedure import Procedure, procedure_code
from kt1desk.domain.reference import Authority
from kt1desk.domain.reference_tthc import exemption
from kt1desk.domain.text import clean
from kt1desk.services.authorities import chosen, proposed
from kt1desk.services.dossier_drafts import DossierDraft, DossierQuote
from kt1desk.services.dossier_figures import Figures
from kt1desk.services.dossier_list import Count
from kt1desk.services.dossier_occasion import TTHC_SERVICE, Occasion
from kt1desk.services.dossier_people import Places, checked_applicant, checked_delivery, checked_proxy
from kt1desk.services.dossier_price import Flags, LegPrices, Ways, sums_of, tariff_of, weight_of
from kt1desk.services.dossier_promise import Promises
from kt1desk.services.problems import Problems, at_field

MAX_PROOF = 60


@dataclass(frozen=True, slots=True)
class Examined:
    """A draft in the one spelling that is stored, and what it comes to."""

    draft: DossierDraft
    quote: DossierQuote
    exemption: Exemption | None


@dataclass(frozen=True, slots=True)
class DossierExamination:
    """A draft held against the rules of the day.

    Attributes:
        occasion: where, by whom and when.
        draft: as the clerk has it.
        procedure: the version in force of what the draft names, None where there is none.
        numbers: the item number each leg would get, as far as there is one.
    """

    occasion: Occasion
    draft: DossierDraft
    procedure: Procedure | None
    numbers: Mapping[Direction, str]

    def examined(self) -> Examined:
        """Everything that can be said; a step that fails leaves its place empty and adds its problem, in the order of the fields."""
        problems, flags = Problems(), Flags()
        problems.tried(self._check_place)
        problems.tried(self._check_form)
        problems.tried(lambda: self._check_procedure(flags))
        authority = problems.tried(self._authority)
        draft = self._with_papers(self.draft, problems, flags)
        draft = replace(
            draft,
            applicant=checked_applicant(draft.applicant, problems),
            proxy=checked_proxy(draft.proxy, problems),
            delivery=checked_delivery(draft, problems),
        )
        problems.tried(lambda: self._check_commune(draft))
        reduction = problems.tried(lambda: self._exemption(flags))
        draft = Figures(self.occasion, draft, self.procedure).checked(problems, flags)
        quote = DossierQuote(procedure=self.procedure, authority=authority, papers=draft.papers)
        if authority is not None:
            quote = self._priced(quote, draft, reduction, (problems, flags))
        return Examined(
            draft, replace(quote, flags=tuple(flags.found), problems=tuple(problems.found)), reduction
        )

    def _check_place(self) -> None:
        """The desk's file must allow the service, and the point must take dossiers."""
        if TTHC_SERVICE not in self.occasion.session.desk.services:
            raise DeskError("dossier.service_not_allowed", "point")
        point = self.occasion.point
        if not point.takes_dossiers:
            raise DeskError("dossier.point_not_enabled", "point", point=point.name)

    def _check_form(self) -> None:
        if self.draft.form is None:
            raise DeskError("dossier.form_missing", "form")

    def _check_procedure(self, flags: Flags) -> None:
        """Two flags of their own say whether it may be sent and whether its result may come by post; what no source says is said."""
        if not self.draft.procedure.strip():
            raise DeskError("dossier.procedure_missing", "procedure")
        procedure_code(self.draft.procedure)
        if self.procedure is None:
            raise DeskError("dossier.procedure_unknown", "procedure")
        form = self.draft.form
        if form is None:
            return
        if form.sends and self.procedure.may_send is False:
            raise DeskError("dossier.not_by_post", "procedure")
        if form.returns and self.procedure.may_return is False:
            raise DeskError("dossier.result_not_by_post", "procedure")
        flags.add("send_unknown", when=form.sends and self.procedure.may_send is None)
        flags.add("return_unknown", when=form.returns and self.procedure.may_return is None)

    def _authority(self) -> Authority:
        """The one chosen; where the catalogue names a single one there is nothing to choose."""
        reference, on = self.occasion.reference, self.occasion.on
        if self.draft.authority:
            return chosen(reference, self.draft.authority, on)
        if self.procedure is not None:
            found = proposed(reference, self.procedure, self.occasion.point.commune, on)
            if len(found) == 1:
                return found[0]
        raise DeskError("dossier.authority_missing", "authority")

    def _with_papers(self, draft: DossierDraft, problems: Problems, flags: Flags) -> DossierDraft:
        """The list as counted; nothing is handed over where only a result is fetched."""
        if draft.form is Form.RETURN:
            return replace(draft, papers=(), insists=None, sets=1)
        if self.procedure is not None:
            flags.add("papers_unknown", when=not self.procedure.papers)
        count = Count(self.procedure, draft.papers, self.occasion.figure("tthc.copies_max"))
        lines = problems.tried(count.lines)
        if lines is not None:
            problems.tried(lambda: count.check(lines, draft.insists))
        most_sets = self.occasion.figure("tthc.sets_max")
        if not 1 <= draft.sets <= most_sets:
            problems.add(DeskError("dossier.sets_range", "sets", limit=most_sets))
        counted = lines if lines is not None else draft.papers
        missing = any(line.presence is Presence.MISSING for line in counted)
        return replace(draft, papers=counted, insists=draft.insists if missing else None)

    def _check_commune(self, draft: DossierDraft) -> None:
        """The applicant's commune stands on paper even where no leg goes there."""
        places = Places(self.occasion.reference, self.occasion.point, self.occasion.on)
        at_field(lambda: places.residence(draft.applicant.residence), "applicant_commune")

    def _exemption(self, flags: Flags) -> Exemption | None:
        """A reduction needs the number of the document that proves it (TT 22/2017 says who is exempted, not how that is proved)."""
        if not self.draft.exemption:
            return None
        found = exemption(self.occasion.reference, self.draft.exemption, self.occasion.on)
        proof = clean(self.draft.exemption_proof, "exemption_proof", MAX_PROOF)
        if found.needs_proof and not proof:
            raise DeskError("exemption.proof_missing", "exemption_proof")
        flags.add("uncertain_exemption", when=found.uncertain)
        return found

    def _priced(
        self,
        quote: DossierQuote,
        draft: DossierDraft,
        reduction: Exemption | None,
        said: tuple[Problems, Flags],
    ) -> DossierQuote:
        """Legs, sums and the provisional day; a leg whose zone is not known leaves its place empty."""
        problems, flags = said
        occasion, authority, form = self.occasion, quote.authority, draft.form
        tariff = problems.tried(
            lambda: tariff_of(occasion.reference, occasion.on, trial=occasion.session.desk.trial)
        )
        if authority is None or form is None or tariff is None:
            return quote
        tariff.flag(flags)
        ways = Ways(occasion.reference, occasion.point, occasion.on)
        prices = LegPrices(occasion.reference, tariff, reduction, occasion.on)
        zones: dict[Direction, ZoneFound] = {}
        legs: dict[Direction, Leg] = {}
        for direction in form.directions:
            zone = problems.tried(partial(ways.zone, draft, authority, direction))
            if zone is None:
                continue
            zones[direction] = zone
            flags.add("derived_zone", when=zone.derived)
            weight_g = weight_of(occasion.reference, draft, direction, occasion.on)
            if weight_g <= 0:
                continue
            item = self.numbers.get(direction, "")
            leg = problems.tried(partial(prices.leg, direction, zone.zone, weight_g, item))
            if leg is not None:
                legs[direction] = leg
        sums = sums_of(occasion.reference, legs, draft, occasion.on, flags) if legs else Sums()
        quote = replace(quote, legs=tuple(legs.values()), sums=sums, tariff=tariff.table.table_id)
        return self._promised(quote, draft, zones.get(Direction.SEND), flags)

    def _promised(
        self, quote: DossierQuote, draft: DossierDraft, zone: ZoneFound | None, flags: Flags
    ) -> DossierQuote:
        """The authority's own day counts where the applicant has it already; for a dossier that is sent it is counted provisionally."""
        if draft.official_day:
            return quote
        if zone is None or self.procedure is None:
            flags.add("promise_unknown", when=draft.form is Form.RETURN)
            return quote
        found = Promises(self.occasion.reference, self.occasion.on).of(self.procedure, zone.zone, flags)
        return replace(quote, promise=found)
