"""Weight, money, seal and the authority's own number of a dossier's draft.

This module must not know what a dossier costs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kt1desk.domain.dossier import Form, Mode
from kt1desk.domain.errors import DeskError
from kt1desk.domain.identifiers import LocalKind, read_local_number
from kt1desk.domain.kt1 import Place
from kt1desk.domain.official_code import official_code
from kt1desk.domain.procedure import Channel, Procedure
from kt1desk.domain.text import clean
from kt1desk.services.dossier_drafts import DossierDraft
from kt1desk.services.dossier_occasion import Occasion
from kt1desk.services.dossier_price import Flags
from kt1desk.services.problems import Problems

MAX_RECEIPT = 40
_OLDEST_RESULT = timedelta(days=2 * 365)
"""No procedure keeps a result for fetching that long; an older day is a year typed wrong."""
_SEAL = re.compile(r"[A-Z0-9][A-Z0-9/.-]{2,19}")


@dataclass(frozen=True, slots=True)
class Figures:
    """What is weighed, counted and copied, held against the settings of the day."""

    occasion: Occasion
    draft: DossierDraft
    procedure: Procedure | None

    def checked(self, problems: Problems, flags: Flags) -> DossierDraft:
        """The draft with its figures in the one spelling that is stored; what is wrong is added to the problems."""
        draft = self.draft
        problems.tried(self._check_weight)
        problems.tried(lambda: self._check_collected(flags))
        receipt = problems.tried(lambda: clean(draft.receipt_number, "receipt_number", MAX_RECEIPT))
        seal = problems.tried(self._seal)
        official = problems.tried(lambda: self._official(flags))
        official_day = problems.tried(lambda: self._official_day(flags))
        proof = draft.exemption_proof if draft.exemption else ""
        return replace(
            draft,
            weight_g=draft.weight_g if draft.form is not Form.RETURN else 0,
            receipt_number=receipt or "",
            seal=seal or "",
            official=official or "",
            official_day=official_day or "",
            visit=problems.tried(self._visit) or "",
            exemption_proof=" ".join(proof.split()),
        )

    def _check_weight(self) -> None:
        if self.draft.form is Form.RETURN:
            return
        weight_g, maximum_g = self.draft.weight_g, self.occasion.figure("tthc.weight_max_g")
        if weight_g <= 0:
            raise DeskError("dossier.weight_zero", "weight")
        if weight_g > maximum_g:
            raise DeskError("dossier.weight_range", "weight", weight_g=weight_g, maximum_g=maximum_g)

    def _check_collected(self, flags: Flags) -> None:
        """Money of the authority: what has no official receipt is said on paper to have only the post's own slip."""
        draft, most_dong = self.draft, self.occasion.figure("tthc.collected_max_dong")
        if not 0 <= draft.collected_dong <= most_dong:
            raise DeskError("dossier.collected_range", "collected", limit=most_dong)
        if draft.receipt_number and not draft.collected_dong:
            raise DeskError("dossier.receipt_without_money", "collected")
        flags.add("collected_without_receipt", when=draft.collected_dong > 0 and not draft.receipt_number)
        rule = self.procedure.channel(Channel.POST) if self.procedure else None
        known = rule is not None and rule.fee_dong is not None
        flags.add(
            "collected_differs",
            when=known
            and draft.collected_dong > 0
            and rule is not None
            and rule.fee_dong != draft.collected_dong,
        )

    def _seal(self) -> str:
        seal = "".join(self.draft.seal.split()).upper()
        if seal and _SEAL.fullmatch(seal) is None:
            raise DeskError("dossier.seal_shape", "seal")
        return seal

    def _visit(self) -> str:
        """A dossier comes from a visit only where it was received at the address."""
        if not self.draft.visit or self.draft.place is not Place.ADDRESS:
            return ""
        return read_local_number(LocalKind.VISIT, self.draft.visit)

    def _official(self, flags: Flags) -> str:
        """The authority's number is copied and never made here; without it nobody knows which result to fetch.

        One-stop staff issue the official paper out of the one-stop system before the post takes the dossier, so its number is there.
        """
        one_stop = self.draft.mode is Mode.ONE_STOP
        flags.add("one_stop", when=one_stop)
        if not self.draft.official.strip():
            if one_stop:
                raise DeskError("dossier.one_stop_official", "official")
            if self.draft.form is Form.RETURN:
                raise DeskError("dossier.official_missing", "official")
            return ""
        found = official_code(self.draft.official)
        flags.add("official_doubt", when=bool(found.doubt))
        return found.text

    def _official_day(self, flags: Flags) -> str:
        """The day as copied; a result that is already due may be fetched, so a day gone by is only flagged.

        One from before the case was received, or from years ago, is a slip of the hand.
        """
        if not self.draft.official_day:
            if self.draft.mode is Mode.ONE_STOP:
                raise DeskError("dossier.one_stop_day", "official_day")
            return ""
        try:
            day = date.fromisoformat(self.draft.official_day)
        except ValueError as error:
            raise DeskError("dossier.promised_day", "official_day") from error
        received = self._received()
        if received is not None and day < received:
            raise DeskError("dossier.result_before_receipt", "official_day", received=f"{received:%d/%m/%Y}")
        if self.occasion.on - day > _OLDEST_RESULT:
            raise DeskError("dossier.result_too_old", "official_day")
        flags.add("official_day_past", when=day < self.occasion.on)
        return day.isoformat()

    def _received(self) -> date | None:
        """The day in the authority's number, where it has one; what is wrong with the number is said at its own field."""
        try:
            return official_code(self.draft.official).day
        except DeskError:
            return None
