"""A hand-over draft held against what lies here: covers in hand, of the right authority, counted against their lists.

Everything is asked once before the transaction, for the record's texts, and once more in it. This module must not know how a record is
written or printed.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kt1desk.domain.case import CaseStep, require_case_step
from kt1desk.domain.coded import CodeList
from kt1desk.domain.custody import Step
from kt1desk.domain.errors import DeskError
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.reference_tthc import authority
from kt1desk.domain.text import clean
from kt1desk.services.case_covers import Contents, contents
from kt1desk.services.case_rows import CaseRow, FeeDue, Way
from kt1desk.services.case_steps import coded
from kt1desk.services.cover_parties import goes_to_authority, way_of
from kt1desk.services.custody_rows import HeldItem, StandingRow
from kt1desk.services.custody_steps import Occasion, in_hand, numbers_once
from kt1desk.services.handover_drafts import CountedCover, HandoverDraft
from kt1desk.services.officers import officer_fields
from kt1desk.services.ports import Reader
from kt1desk.services.remitting import due_of

ITEMS_MAX, COPIES_MAX = "handover.items_max", "tthc.copies_max"
OFF_THE_LIST = "?"
"""Stands for a paper that is on no line of the list."""
MAX_REFERENCE = 40
HANDED_BY = frozenset({Way.SEND, Way.SUPPLEMENT})
"""Covers that bring the case itself to its authority; papers taken back from an applicant do not."""


def goes_back(held: HeldItem) -> bool:
    """Whether a cover is a result that goes back to its authority."""
    return held.returning and way_of(held) is Way.RETURN


def step_of(held: HeldItem | None) -> Step:
    """What a hand-over does to a cover."""
    return Step.HAND_BACK if held is not None and goes_back(held) else Step.DELIVER


def check_case(case: CaseRow | None, way: Way | None) -> None:
    """Whether the case is where its own cover may be handed over; papers beside it follow no state.

    Raises:
        DeskError: ``case.step``.
    """
    if case is not None and way in HANDED_BY:
        require_case_step(case.dossier, case.state, CaseStep.HAND)


@dataclass(frozen=True, slots=True)
class Counted:
    """A cover that may be handed over, with everything known of it."""

    said: CountedCover
    standing: StandingRow
    contents: Contents
    case: CaseRow | None
    origin: str = ""
    """The point that accepted it, as the case or the dispatch that brought it says."""
    fees_dong: int = 0
    returned: bool = False
    """A result that could not be delivered and is given back."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft without problems, in the spelling that is stored."""

    draft: HandoverDraft = field(repr=False)
    authority_name: str
    covers: tuple[Counted, ...]
    dues: tuple[FeeDue, ...]

    @property
    def officer(self) -> dict[str, str]:
        """Who received, as it stands beside the events."""
        return officer_fields(self.draft.officer_name, self.draft.officer_position)

    @property
    def fees_dong(self) -> int:
        """The authority's money that goes along."""
        return sum(due.amount_dong for due in self.dues)


@dataclass(frozen=True, slots=True)
class HandoverChecks:
    """The rules of a hand-over on an occasion."""

    reference: ReferenceData
    at: Occasion

    def checked(self, reader: Reader, draft: HandoverDraft) -> Checked:
        """The draft as it may be written.

        Raises:
            DeskError: ``handover.*``, ``custody.*``, ``case.step``, ``fees.not_due``, ``code.unknown``, ``text.*``.
        """
        draft = self._texts(draft)
        most = self.reference.setting_int(ITEMS_MAX, self.at.on)
        if len(draft.covers) > most:
            raise DeskError("handover.too_many", "items", limit=most)
        numbers_once(cover.item for cover in draft.covers)
        dues = due_of(reader, draft.authority, draft.fees)
        money = {due.dossier: due.amount_dong for due in dues}
        covers = tuple(self._cover(reader, draft, cover, money) for cover in draft.covers)
        return Checked(draft, self._authority_name(draft, covers), covers, dues)

    def _texts(self, draft: HandoverDraft) -> HandoverDraft:
        if not draft.authority:
            raise DeskError("handover.authority_missing", "authority")
        officer = officer_fields(draft.officer_name, draft.officer_position)
        covers = tuple(replace(cover, item="".join(cover.item.split()).upper()) for cover in draft.covers)
        return replace(
            draft,
            officer_name=officer["name"],
            officer_position=officer.get("position", ""),
            covers=covers,
            fee_reference=clean(draft.fee_reference, "fee_reference", MAX_REFERENCE) if draft.fees else "",
        )

    def _cover(
        self, reader: Reader, draft: HandoverDraft, said: CountedCover, money: dict[str, int]
    ) -> Counted:
        """The money of a case stands at the first of its covers: it is taken out of ``money`` there."""
        held = reader.held_item(said.item, service=self.at.service)
        returned = held is not None and goes_back(held)
        standing = in_hand(reader, self.at, said.item, step_of(held))
        found = contents(reader, said.item)
        case = reader.case(found.dossier) if found.dossier else None
        if found.way is not None and held is not None and not goes_to_authority(held):
            raise DeskError("handover.not_for_authority", "items", number=said.item)
        self._check_authority(draft, said, case)
        check_case(case, found.way)
        self._check_count(said, found)
        origin = case.origin if case is not None else held.origin if held is not None else ""
        return Counted(said, standing, found, case, origin, money.pop(found.dossier, 0), returned)

    def _check_authority(self, draft: HandoverDraft, said: CountedCover, case: CaseRow | None) -> None:
        """Whether it goes to this authority. Of a label alone nobody can say; its data will show where it was."""
        if case is not None and case.authority != draft.authority:
            raise DeskError("handover.other_authority", "items", number=said.item)

    def _check_count(self, said: CountedCover, found: Contents) -> None:
        """What was counted and what is said to differ must agree: a record that says both would prove nothing."""
        most = self.reference.setting_int(COPIES_MAX, self.at.on) * max(1, len(found.papers) + 1)
        if not 0 <= said.documents <= most:
            raise DeskError("handover.count_range", "documents", number=said.item, limit=most)
        keys = [key for key, _ in said.differences]
        if len(set(keys)) < len(keys):
            raise DeskError("handover.difference_twice", "differences", number=said.item)
        lines = {line.key for line in found.papers}
        if any(key != OFF_THE_LIST and key not in lines for key in keys):
            raise DeskError("handover.paper_unknown", "differences", number=said.item)
        for _, code in said.differences:
            coded(self.reference, CodeList.PAPER_DIFFERENCE, code, self.at.on, "differences")
        if found.known and not keys and said.documents != found.documents:
            raise DeskError(
                "handover.count_differs",
                "differences",
                number=said.item,
                listed=found.documents,
                counted=said.documents,
            )

    def _authority_name(self, draft: HandoverDraft, covers: tuple[Counted, ...]) -> str:
        """By the list of the day; an authority that was renamed meanwhile is called as the case calls it."""
        known = next((each.case.authority_name for each in covers if each.case is not None), "")
        try:
            return authority(self.reference, draft.authority, self.at.on).name
        except DeskError:
            if not known:
                raise
            return known
