"""Chains that contradict themselves, for the tests of how a person settles them."""

from __future__ import annotations

from dataclasses import replace

from kt1desk.centre.ledger_values import ChainKey
from kt1desk.exchange.frames import Frame
from tests.support.chains import arrived, item_number
from tests.support.exchange_keys import (
    COMMUNE,
    KEYS,
    OFFICE_SECOND,
)
from tests.support.integrating import AnyCentre, DeskChain

ONE_DESK_EACH = replace(KEYS, desks=tuple(row for row in KEYS.desks if row.device != OFFICE_SECOND.device))
COMMUNE_CHAIN = ChainKey(COMMUNE.device, 1, 1)


def rounds(centre: AnyCentre) -> None:
    """A new integrator goes on until nothing is left."""
    integrator = centre.integrator()
    while integrator.round().frames:
        pass
    integrator.release()


def arrivals(chain: DeskChain, first: int, count: int) -> Frame:
    return chain.seal(*(arrived(item_number(first + at)) for at in range(count)))


def altered(chain: DeskChain, first: int) -> Frame:
    """The next frame of a desk whose journal somebody altered: its places follow, its hashes do not."""
    other = DeskChain()
    arrivals(other, 700, len(chain.writer.events))
    for at in range(2):
        other.writer.append(arrived(item_number(first + at)))
    other.mark, other.sent = chain.mark, chain.sent
    return other.seal()
