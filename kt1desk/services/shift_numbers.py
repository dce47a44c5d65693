"""Numbers of a shift: used, voided, left, and the serials in between that nobody can account for.

This module must not know how a number is drawn on paper.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from kt1desk.domain.identifiers import S10, number_at
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.service import Service
from kt1desk.domain.settling import SerialsUsed, unaccounted
from kt1desk.services.numbers import prefixes_for
from kt1desk.services.ports import Reader
from kt1desk.services.rows import BlockRow, ShiftRow
from kt1desk.services.shift_events import ShiftEvents

_WALKED = 5_000
"""More serials than these between two are two rolls, not one with gaps: they are not walked through."""


def serials_of(
    reader: Reader,
    reference: ReferenceData,
    shift: ShiftRow,
    services: Iterable[Service],
    events: ShiftEvents,
) -> tuple[SerialsUsed, ...]:
    """What became of this desk's numbers in a shift, by block, of some services; blocks that gave none are left out."""
    on = date.fromisoformat(shift.business_date)
    found: list[SerialsUsed] = []
    for service in services:
        given = _given(reader, shift, service)
        voided = [S10.parse(number) for number in events.voided[service]]
        prefixes = prefixes_for(reader, reference.number_rule(on, service.value))
        for block in reader.blocks():
            if block.prefix in prefixes:
                found += _of_block(reader, block, given, voided)
    return tuple(found)


def _of_block(
    reader: Reader, block: BlockRow, given: Sequence[S10], voided: Sequence[S10]
) -> Iterable[SerialsUsed]:
    used = {int(each.serial) for each in given if _in_block(each, block)}
    gone = {int(each.serial) for each in voided if _in_block(each, block)}
    if not used | gone:
        return
    known = used | gone
    first, last = _first_of_roll(reader, block, min(known)), max(known)
    if last - first <= _WALKED:
        known |= {serial for serial in range(first, last + 1) if _is_known(reader, block.prefix, serial)}
        unknown = unaccounted(first, last, known)
    else:
        unknown = ()
    yield SerialsUsed(block.prefix, first, last, len(used), len(gone), block.left, unknown)


def _first_of_roll(reader: Reader, block: BlockRow, serial: int) -> int:
    """The first serial after the last one that was used before this one, or of the block: labels are lost between two shifts as well.

    The serial itself where nothing used is near: somebody began a roll in the middle of a block.
    """
    lowest = max(block.first, serial - _WALKED)
    for before in range(serial - 1, lowest - 1, -1):
        if _is_known(reader, block.prefix, before):
            return before + 1
    return block.first if lowest == block.first else serial


def _is_known(reader: Reader, prefix: str, serial: int) -> bool:
    return reader.number_is_used(number_at(prefix, serial).text)


def _in_block(number: S10, block: BlockRow) -> bool:
    return number.prefix == block.prefix and block.first <= int(number.serial) <= block.last


def _given(reader: Reader, shift: ShiftRow, service: Service) -> list[S10]:
    read = reader.item_numbers_of if service is Service.KT1 else reader.cover_numbers_of
    return [S10.parse(number) for number in read(shift.shift)]


def written_numbers(serials: Iterable[SerialsUsed], seals: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """What stands in the journal of them: counts by prefix, no serial."""
    sums: dict[str, int] = defaultdict(int)
    for each in serials:
        sums[f"{each.prefix}/used"] += each.used
        sums[f"{each.prefix}/voided"] += each.voided
        sums[f"{each.prefix}/left"] += each.left
        sums[f"{each.prefix}/unknown"] += len(each.unknown)
    return (*sums.items(), ("seals", len(seals)))
