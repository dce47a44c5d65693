"""A cover given away by a postman: to its applicant against his paper, as at the counter, or back to where it came from.

What goes to an authority is handed over there with a record that both sign, never here. This module must not know how the cover came to
whoever gives it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.identifiers import normalise_number
from kt1desk.domain.reference import ReferenceData
from kt1desk.services.case_rows import Way
from kt1desk.services.cover_parties import goes_to_authority
from kt1desk.services.custody_steps import Occasion, held_item
from kt1desk.services.delivery import write_delivery
from kt1desk.services.delivery_rules import DeliveryDraft
from kt1desk.services.enclosing import EnclosureSaid, write_enclosure
from kt1desk.services.giving import GiveDraft, give_cover
from kt1desk.services.ports import Work


@dataclass(frozen=True, slots=True)
class ResultDraft(DeliveryDraft):
    """What the clerk enters when a postman gave a result away; the parts are those of `GiveDraft`."""

    identity_paper: str = ""
    identity: str = field(default="", repr=False)
    proxy: str = ""
    authorisation: str = field(default="", repr=False)
    withdrawn: int = 0
    withdrawn_number: str = ""
    slip_back: bool = False

    @property
    def given(self) -> GiveDraft:
        """The same as it is said at the counter."""
        return GiveDraft(
            item=self.item,
            taker_name=self.taker_name,
            identity_paper=self.identity_paper,
            identity=self.identity,
            proxy=self.proxy,
            authorisation=self.authorisation,
            withdrawn=self.withdrawn,
            withdrawn_number=self.withdrawn_number,
            slip_back=self.slip_back,
            scan=self.scan,
            round=self.round,
        )


def write_result(work: Work, at: Occasion, reference: ReferenceData, draft: DeliveryDraft) -> Event:
    """A cover is in the hands it is for; old papers that were taken back begin their way to the authority. The caller commits.

    Raises:
        DeskError: ``delivery.for_authority``, ``delivery.identity_needed``; as `give_cover`, `write_enclosure`, `write_delivery`.
    """
    item = held_item(work, normalise_number(draft.item), at.service)
    if item.returning:
        return write_delivery(work, at, reference, draft)
    if goes_to_authority(item):
        raise DeskError("delivery.for_authority", "item", number=item.item)
    if not isinstance(draft, ResultDraft):
        raise DeskError("delivery.identity_needed", "identity_paper")
    given = give_cover(work, at, reference, draft.given)
    if draft.withdrawn:
        said = EnclosureSaid(Way.WITHDRAWN, draft.withdrawn, draft.withdrawn_number)
        write_enclosure(work, at, reference, given.case, said)
    return given.event
