"""Where an item must go from here: its receiver, or its sender once it goes back, and the point that delivers there.

A cover of a case that is for an authority goes to the point that serves it; any other goes to the point that accepted the case, where its
applicant is at home.

This module must not know what is done with the answer.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kt1desk.domain.custody import RECEIVER, SENDER, State
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import Party
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.reference_tthc import point_of_authority
from kt1desk.domain.service import Service
from kt1desk.services.cover_parties import cover_parties, goes_to_authority
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


@dataclass(frozen=True, slots=True)
class Parties:
    """Between whom an item travels now.

    Attributes:
        scope: as a KT1 item has it, "" for a dossier.
        forwarded: whether its receiver is not the one on its cover any more.
    """

    sender: Party | None = field(repr=False)
    receiver: Party | None = field(repr=False)
    scope: str = ""
    forwarded: bool = False


def parties_of(reader: Reader, item: HeldItem) -> Parties | None:
    """Between whom an item travels, by what is known here; None where nothing but its label is."""
    if item.service is Service.TTHC:
        sender, receiver = cover_parties(reader, item)
        forwarded = reader.forwarded_to(item.item, service=item.service)
        if forwarded is not None:
            return Parties(sender, forwarded.receiver, forwarded=True)
        return Parties(sender, receiver)
    row = reader.item(item.item)
    return Parties(row.sender, receiver_now(reader, row), row.scope) if row is not None else None


def destination_of(reader: Reader, reference: ReferenceData, item: HeldItem, on: date) -> Destination:
    """Where an item goes, by what is known of it here."""
    parties = parties_of(reader, item)
    if parties is None:
        return Destination(SENDER if item.returning else RECEIVER, None, "")
    which, party = (SENDER, parties.sender) if item.returning else (RECEIVER, parties.receiver)
    if item.service is Service.KT1:
        return Destination(which, party, delivering_point(reference, party, on))
    is_elsewhere = parties.forwarded and not item.returning
    return Destination(which, party, "" if is_elsewhere else _end_of_cover(reference, item, party, on))


def receiver_now(reader: Reader, row: ItemRow | None) -> Party | None:
    """Whom an item is for: the last one it was forwarded to, else the one on its cover; None where neither is known here."""
    if row is None:
        return None
    forwarded = reader.forwarded_to(row.item) if row.state != State.ACCEPTED else None
    return forwarded.receiver if forwarded is not None else row.receiver


def _end_of_cover(reference: ReferenceData, item: HeldItem, party: Party | None, on: date) -> str:
    """The point where its way ends, "" where nobody knows."""
    if not goes_to_authority(item):
        return item.origin
    return point_of_authority(reference, party.agency, on) if party is not None else ""


def delivering_point(reference: ReferenceData, party: Party | None, on: date) -> str:
    """The point that delivers to a party, "" where nobody knows."""
    if party is None or not party.agency:
        return ""
    try:
        return reference.agency(party.agency, on).point
    except DeskError:
        return ""
