"""Where an item must go from here: its receiver, or its sender once it goes back, and the point that delivers there.

This module must not know what is done with the answer.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kt1desk.domain.custody import RECEIVER, SENDER, State
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import Party
from kt1desk.domain.reference import ReferenceData
from kt1desk.services.custody_rows import HeldItem
from kt1desk.services.ports import Reader
from kt1desk.services.rows import ItemRow


@dataclass(frozen=True, slots=True)
class Destination:
    """Where an item goes.

    Attributes:
        which: ``receiver`` or ``sender``, as a party of custody.
        party: who that is; None where it is not known here (the item came before its data) or was erased.
        point: code of the point that delivers there, "" where the list of agencies does not say.
    """

    which: str
    party: Party | None = field(repr=False)
    point: str

    @property
    def agency(self) -> str:
        """Id of the agency, "" for a party that is in no list."""
        return self.party.agency if self.party is not None else ""


def destination_of(reader: Reader, reference: ReferenceData, item: HeldItem, on: date) -> Destination:
    """Where an item goes, by what is known of it here."""
    row = reader.item(item.item)
    if item.returning:
        which, party = SENDER, row.sender if row is not None else None
    else:
        which, party = RECEIVER, receiver_now(reader, row)
    return Destination(which, party, delivering_point(reference, party, on))


def receiver_now(reader: Reader, row: ItemRow | None) -> Party | None:
    """Whom an item is for: the last one it was forwarded to, else the one on its cover; None where neither is known here."""
    if row is None:
        return None
    forwarded = reader.forwarded_to(row.item) if row.state != State.ACCEPTED else None
    return forwarded.receiver if forwarded is not None else row.receiver


def delivering_point(reference: ReferenceData, party: Party | None, on: date) -> str:
    """The point that delivers to a party, "" where nobody knows."""
    if party is None or not party.agency:
        return ""
    try:
        return reference.agency(party.agency, on).point
    except DeskError:
        return ""
