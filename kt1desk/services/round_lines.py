"""What goes on a delivery list, and what the postman reads there of each item.

This module must not know who gives him the list.
"""

from __future__ import annotations

from kt1desk.domain.facts import Party
from kt1desk.domain.kt1 import Secrecy, Urgency
from kt1desk.domain.service import Service
from kt1desk.services.cover_parties import goes_to_authority, phone_of
from kt1desk.services.custody_rows import HeldItem
from kt1desk.services.ports import Reader
from kt1desk.services.round_paper import RoundItem
from kt1desk.services.wording_case import way_name


def goes_out(item: HeldItem) -> bool:
    """Whether it is delivered at an address: what goes to an authority is handed over there, with a record that both sign."""
    return item.service is Service.KT1 or not goes_to_authority(item)


def round_line(reader: Reader, item: HeldItem, receiver: Party) -> RoundItem:
    """An item as its line says it; of a cover what it carries, and how its applicant is called before somebody comes."""
    is_cover = item.service is Service.TTHC
    return RoundItem(
        number=item.item,
        secrecy=Secrecy(item.secrecy),
        urgency=Urgency(item.urgency),
        weight_g=item.weight_g,
        receiver=receiver.name,
        address=receiver.address,
        named_person=item.named_person and not item.returning,
        due_ms=0 if item.returning else item.agreed_ms or item.deadline_ms,
        way=way_name(item.product) if is_cover else "",
        phone=phone_of(reader, item) if is_cover else "",
    )
