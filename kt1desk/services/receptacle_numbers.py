"""Numbers of receptacles and seals: each is used once, whichever service used it, for tags and seals come off one roll.

This module must not know what is packed.
"""

from __future__ import annotations

from kt1desk.domain.errors import DeskError
from kt1desk.domain.identifiers import own_receptacle_number, own_receptacles_of, receptacle_number
from kt1desk.domain.service import Service
from kt1desk.services.custody_steps import Occasion
from kt1desk.services.ports import Reader
from kt1desk.services.rows import DeskRow


def number_to_use(reader: Reader, at: Occasion, typed: str) -> str:
    """The number on the tag, or the next one of this desk; a number is used once."""
    if not typed:
        return next_own_number(reader, at.session.desk)
    number = receptacle_number(typed)
    if _is_used(reader, number):
        raise DeskError("receptacle.number_used", "receptacle", number=number)
    return number


def _is_used(reader: Reader, number: str) -> bool:
    """By whichever service: the tags of both come off one roll."""
    return any(reader.standing(number, service=each) is not None for each in Service)


def next_own_number(reader: Reader, desk: DeskRow) -> str:
    """They are given in order, so the first free one is found by halving what is left of them."""
    device, counts = desk.device, own_receptacles_of(desk.incarnation)
    low, high = counts.start, counts.stop
    while low < high:
        middle = (low + high) // 2
        if _is_used(reader, own_receptacle_number(device, middle)):
            low = middle + 1
        else:
            high = middle
    return own_receptacle_number(device, low if low in counts else 0)


def check_seal(reader: Reader, seal: str, service: Service) -> None:
    """A seal is destroyed when it is opened: one that was used before is a copy, or was typed wrongly.

    Where the other service used it, no receptacle is named: whoever asks may not know of it.
    """
    for each in Service:
        receptacle = reader.sealed_with(seal, service=each)
        if receptacle and each is service:
            raise DeskError("receptacle.seal_used", "seal", seal=seal, receptacle=receptacle)
        if receptacle:
            raise DeskError("receptacle.seal_gone", "seal", seal=seal)
