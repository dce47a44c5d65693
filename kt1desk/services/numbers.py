"""Numbers of this desk: the next free one, a scanned label of its roll, a voided one. A number is never given out twice.

This module must not know how a number is drawn on paper.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import DossierNumberVoided, NumberVoided
from kt1desk.domain.identifiers import S10, NumberRule, number_at
from kt1desk.domain.permissions import Act
from kt1desk.domain.reference import ReferenceData
from kt1desk.services.ports import Appending, Clock, Journal, Reader, Work
from kt1desk.services.rights import require_now
from kt1desk.services.rows import BlockRow
from kt1desk.services.sessions import Session
from kt1desk.services.shifts import needed_shift

_DOSSIERS = "tthc"


class VoidReason(StrEnum):
    """Why a number will never be given out."""

    SPOILT = "spoilt"
    LOST = "lost"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Supply:
    """How many numbers are left, and whether it is time to ask for a new block."""

    left: int
    low: bool


def prefixes_for(reader: Reader, rule: NumberRule) -> tuple[str, ...]:
    """Prefixes of this desk's blocks that serve a service, in the order of the blocks."""
    return tuple(dict.fromkeys(block.prefix for block in reader.blocks() if rule.holds_prefix(block.prefix)))


def service_prefixes(reader: Reader, rule: NumberRule) -> tuple[str, ...]:
    """As `prefixes_for`, where an acceptance cannot do without.

    Raises:
        DeskError: ``number.no_block`` where this desk has no block for the service: numbers of another are not given instead.
    """
    found = prefixes_for(reader, rule)
    if not found:
        raise DeskError("number.no_block", "number")
    return found


def supply(reader: Reader, warn_below: int, prefixes: Collection[str] | None = None) -> Supply:
    """How many numbers this desk's blocks with one of the prefixes still hold; all blocks where none are said."""
    left = sum(block.left for block in reader.blocks() if prefixes is None or block.prefix in prefixes)
    return Supply(left, left < warn_below)


def next_number(reader: Reader, prefixes: Collection[str] = (), after: str = "") -> str:
    """The number that the next acceptance would get from blocks with one of the prefixes; it is not taken by asking.

    ``after`` asks for the one behind that number, for the second leg of a case.

    Raises:
        DeskError: ``number.block_empty``.
    """
    for block in reader.blocks():
        if prefixes and block.prefix not in prefixes:
            continue
        for serial in range(block.next, block.last + 1):
            number = number_at(block.prefix, serial).text
            if number != after and not reader.number_is_used(number):
                return number
    raise DeskError("number.block_empty", "number")


def own_number(reader: Reader, typed: str, prefixes: Collection[str] = ()) -> str:
    """A number of this desk's blocks that is still free, in the one spelling that is stored, however it was typed or scanned.

    Raises:
        DeskError: ``number.shape``, ``number.check_digit``, ``number.not_in_block``, ``number.other_service``, ``number.used``.
    """
    parsed = S10.parse(typed)
    if parsed.country != "VN" or not any(_holds(block, parsed) for block in reader.blocks()):
        raise DeskError("number.not_in_block", "number", number=parsed.grouped)
    if prefixes and parsed.prefix not in prefixes:
        raise DeskError("number.other_service", "number", number=parsed.grouped)
    if reader.number_is_used(parsed.text):
        raise DeskError("number.used", "number", number=parsed.grouped)
    return parsed.text


def number_to_give(reader: Reader, typed: str, prefixes: Collection[str] = ()) -> str:
    """The number an acceptance would give out now: the one typed or scanned, else the next free one.

    Raises:
        DeskError: as `own_number` and `next_number`.
    """
    return own_number(reader, typed, prefixes) if typed else next_number(reader, prefixes)


def number_given(work: Work, typed: str, prefixes: Collection[str] = ()) -> str:
    """As `number_to_give`, in the transaction that gives it."""
    return own_number(work, typed, prefixes) if typed else work.take_number(prefixes)


@dataclass(frozen=True, slots=True)
class Rolls:
    """The desk's rolls of labels: where their numbers are written down, by which rules and at what time."""

    journal: Journal
    reference: ReferenceData
    clock: Clock


@dataclass(frozen=True, slots=True)
class Voids:
    """Taking numbers out, inside a transaction that may hold more than one."""

    reference: ReferenceData
    clock: Clock

    def write(self, work: Work, session: Session, number: str, reason: VoidReason) -> None:
        """As `void_number`."""
        shift = needed_shift(work)
        on = date.fromisoformat(shift.business_date)
        of_dossiers = self.reference.number_rule(on, _DOSSIERS).holds_prefix(S10.parse(number).prefix)
        act = Act.VOID_DOSSIER_NUMBER if of_dossiers else Act.VOID_ITEM_NUMBER
        require_now(session, act, shift, self.clock)
        own = own_number(work, number)
        kind = DossierNumberVoided if of_dossiers else NumberVoided
        work.append(kind(own, reason.value), Appending(session.actor.user_id))


def void_number(rolls: Rolls, session: Session, number: str, reason: VoidReason) -> None:
    """Take a number out for ever: a spoilt or lost label leaves no gap that nobody can explain.

    The event stands in the stream of the service that the number serves; so does the right to do it.

    Raises:
        DeskError: as `own_number`; ``shift.not_open``; rights.
    """
    with rolls.journal.work() as work:
        Voids(rolls.reference, rolls.clock).write(work, session, number, reason)
        work.commit()


def _holds(block: BlockRow, number: S10) -> bool:
    return block.prefix == number.prefix and block.first <= int(number.serial) <= block.last
