"""Who sends and who receives: agencies of the list in force on a day, and receivers as written on the cover.

This module must not know who may write to whom, nor what it costs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import Party
from kt1desk.domain.reference import Agency, ReferenceData
from kt1desk.domain.text import as_name, fold, required
from kt1desk.services.drafts import AcceptanceDraft, OtherParty

MAX_NAME = 160
MAX_ADDRESS = 200


@dataclass(frozen=True, slots=True)
class Parties:
    """Both ends of an item, by the reference data of the day."""

    reference: ReferenceData
    on: date

    def sender(self, draft: AcceptanceDraft) -> Party:
        """The sending agency.

        Raises:
            DeskError: ``item.sender_missing``, ``item.agency_unknown``.
        """
        if not draft.sender:
            raise DeskError("item.sender_missing", "sender")
        return _party(self.agency(draft.sender, "sender"))

    def receiver(self, draft: AcceptanceDraft) -> Party:
        """The receiving agency, or whoever the cover names.

        Raises:
            DeskError: ``item.receiver_missing``, ``item.agency_unknown``, ``item.province_missing``, ``text.*`` with the input.
        """
        if draft.other_receiver is not None:
            return self._other(draft.other_receiver)
        if not draft.receiver:
            raise DeskError("item.receiver_missing", "receiver")
        return _party(self.agency(draft.receiver, "receiver"))

    def agency(self, key: str, field_name: str) -> Agency:
        """One agency by its id or call code.

        Raises:
            DeskError: ``item.agency_unknown`` with the input.
        """
        try:
            return self.reference.agency(key, self.on)
        except DeskError as error:
            raise DeskError("item.agency_unknown", field_name) from error

    def route_words(self, receiver: Party, home: str) -> tuple[str, str]:
        """The big line of the label and the smaller one below it: where it must go, seen from the province ``home``."""
        province = self.reference.province(receiver.province, self.on)
        if receiver.province != home or not receiver.commune:
            return province.name.upper(), ""
        return self.reference.commune(receiver.commune, self.on).full_name.upper(), province.name

    def _other(self, other: OtherParty) -> Party:
        name = as_name(required(other.name, "receiver", MAX_NAME), "receiver")
        if not other.province:
            raise DeskError("item.province_missing", "receiver_province")
        province = self.reference.province(other.province, self.on)
        address = required(other.address, "receiver_address", MAX_ADDRESS)
        if fold(province.name) not in fold(address):  # the papers print the address alone
            address = f"{address}, {province.full_name}"
        return Party("", name, address, province.code)


def _party(agency: Agency) -> Party:
    return Party(agency.agency_id, agency.name, agency.address, agency.province, agency.commune)
