"""What must be so when an item is given into somebody's hands: the right party, the right person, a signature that can be found again.

This module must not know which event is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from kt1desk.domain.custody import RECEIVER
from kt1desk.domain.errors import DeskError
from kt1desk.domain.registers import RECEIVERS
from kt1desk.domain.service import Service
from kt1desk.domain.text import as_name, clean, fold, required
from kt1desk.services.custody_rows import HeldItem, RegisterRow, RoundRow
from kt1desk.services.destinations import Destination
from kt1desk.services.ports import Reader

MAX_NAME = 80
MAX_POSITION = 40
_REFERENCE = re.compile(r"[0-9A-ZĐ][0-9A-ZĐ./-]{0,39}")
"""Number of a list and line, or of a paper: no blank, so no sentence."""


@dataclass(frozen=True, slots=True)
class DeliveryDraft:
    """What the clerk enters when an item was given away.

    Attributes:
        item: its number.
        taker_name: who took it.
        taker_position: as what, for an agency.
        reference: where the signature is; "" for the line of the delivery list.
        round: the delivery list, "" when fetched at the counter (or to look it up).
        named: that the person named on the cover took it, for an item that only he may open.
        party: ``receiver`` or ``sender``; "" for whoever it goes to.
        scan: whether the label was scanned for it.
    """

    item: str
    taker_name: str = field(repr=False)
    taker_position: str = field(default="", repr=False)
    reference: str = ""
    round: str = ""
    named: bool = False
    party: str = ""
    scan: bool = False


def check_party(draft: DeliveryDraft, to: Destination) -> str:
    """The party that the item is given to: the one it goes to, and no other.

    Raises:
        DeskError: ``delivery.party``.
    """
    if draft.party not in {"", to.which}:
        raise DeskError("delivery.party", "party", number=draft.item)
    return to.which


def check_named(draft: DeliveryDraft, item: HeldItem, which: str) -> bool:
    """Whether it is for a named person only and that person took it («Chỉ người có tên mới được bóc bì»; NĐ 26/2020/NĐ-CP).

    What goes back to its sender is for no named person any more.

    Raises:
        DeskError: ``delivery.named_person``.
    """
    only_named = item.named_person and which == RECEIVER
    if only_named and not draft.named:
        raise DeskError("delivery.named_person", "named", number=item.item)
    return only_named


def taker_fields(draft: DeliveryDraft, to: Destination) -> dict[str, str]:
    """Who took it, to stand beside the event. Of an agency the position is said too.

    Raises:
        DeskError: ``text.*`` at ``taker_name`` and ``taker_position``.
    """
    name = as_name(required(draft.taker_name, "taker_name", MAX_NAME), "taker_name")
    read = required if to.agency else clean
    position = read(draft.taker_position, "taker_position", MAX_POSITION)
    return {"name": name, **({"position": as_name(position, "taker_position")} if position else {})}


def registered_names(rows: Iterable[RegisterRow], to: Destination, on: date) -> tuple[str, ...]:
    """Who is registered to take for the agency that an item goes to; nobody where it has registered nobody."""
    today = on.isoformat()
    return tuple(
        row.values.get("name", "")
        for row in rows
        if row.register == RECEIVERS
        and to.agency
        and row.values.get("agency") == to.agency
        and row.values.get("since", "") <= today <= row.values.get("until", today)
    )


def check_registered(rows: Iterable[RegisterRow], to: Destination, name: str, on: date) -> None:
    """Whether the agency has registered this person; where it has registered nobody, anybody of it may take.

    Raises:
        DeskError: ``delivery.not_registered``.
    """
    known = [fold(each) for each in registered_names(rows, to, on)]
    if known and fold(name) not in known:
        raise DeskError("delivery.not_registered", "taker_name")


def round_of(reader: Reader, number: str, item: str, service: Service = Service.KT1) -> RoundRow:
    """The delivery list that an item is out with: the one named, or the open one that has it.

    Raises:
        DeskError: ``round.unknown``, ``round.other_items`` with ``number``.
    """
    if number:
        found = reader.round(number, service=service)
        if found is None:
            raise DeskError("round.unknown", "round")
        if item not in found.items:
            raise DeskError("round.other_items", "round", number=item)
        return found
    for row in reader.rounds(only_open=True, service=service):
        if item in row.items:
            return row
    raise DeskError("round.unknown", "round")


def signature_reference(draft: DeliveryDraft, row: RoundRow | None) -> str:
    """Where the signature is found: as typed, or the line of the delivery list.

    Raises:
        DeskError: ``delivery.reference``.
    """
    typed = draft.reference.strip().upper()
    if not typed and row is not None:
        return f"{row.round}/{row.items.index(draft.item) + 1}"
    if _REFERENCE.fullmatch(typed) is None:
        raise DeskError("delivery.reference", "reference")
    return typed
