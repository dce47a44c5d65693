"""What nobody may do, tried where everything else about it would be right: only the one rule stands in the way.

This module must not know what is done otherwise.
"""

from __future__ import annotations

from dataclasses import replace

from kt1desk.domain.custody import Holder, HolderKind, State, ThingKind
from kt1desk.services.reversal import ReversalReason
from tests.support import custody_machine_acts as acts
from tests.support.custody_machine import Ground, MachineDesk
from tests.support.custody_machine_days import LEAVES, NEXT, held, standing
from tests.support.custody_machine_doing import Doing

LEADS = ("controller", "chief")


def wrong_things(ground: Ground, item: str, turn: int) -> None:
    """Everything that is wrong with an item as it stands, at each desk that knows it; nothing of it is done."""
    for desk in ground.desks:
        row, known = standing(desk, item), held(desk, item)
        if row is None or known is None or item in ground.untrue:
            continue
        doing = Doing(ground, desk, LEADS[turn % 2], wrong=True)
        acts.approve(doing, [item], doing.user)
        acceptance = desk.mind.accepted.get(item)
        if acceptance is not None:
            by_other = replace(doing, user=next(user for user in LEADS if user != acceptance.envelope.actor))
            acts.approve(by_other, [item], acceptance.envelope.actor)
        holder = Holder.parse(row.holder)
        if row.state in {State.PACKED, State.DISPATCHED} or holder.point != desk.point:
            acts.reverse(doing, item, ReversalReason.WITHDRAWN)
            acts.store(doing, item)
        elif row.state in LEAVES and known.known:
            _here(replace(doing, user=holder.name if holder.kind is HolderKind.PERSON else "clerk"), item)
        if row.state in {State.DELIVERED, State.RETURNED, State.REVERSED}:
            acts.deliver(doing, item, "", at_counter=True)
            acts.start_round(doing, [item], "postman")


def _here(doing: Doing, item: str) -> None:
    """It could leave, but not so."""
    desk, to = doing.desk, NEXT[doing.desk.point][0]
    known, row = held(desk, item), standing(desk, item)
    assert known is not None
    assert row is not None
    if seal := _used_seal(desk):
        acts.pack(doing, [item], to, seal=seal)
    if row.state is State.ACCEPTED and (known.secrecy != "none" or "express" in known.urgency):
        acts.pack(doing, [item], to)
        acts.start_round(doing, [item], "postman")
    if row.holder == doing.me:
        others = replace(doing, user="other" if doing.user != "other" else "clerk")
        acts.store(others, item)
        acts.pack(others, [item], to)


def _used_seal(desk: MachineDesk) -> str:
    """A seal that a receptacle was closed with here, or came with; "" for none."""
    with desk.store.read() as reader:
        bags = [
            reader.receptacle(number) for kind, number in desk.mind.things if kind is ThingKind.RECEPTACLE
        ]
    return next((bag.seal for bag in bags if bag is not None and bag.seal), "")
