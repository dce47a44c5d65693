"""What is done with an item next by people who do their work right: nothing of it may be refused.

The way of an item is long, and acts that are drawn one by one seldom come to its end; this goes on from wherever a thing is. This module
must not know what else happens meanwhile.
"""

from __future__ import annotations

from dataclasses import replace

from kt1desk.domain.custody import Holder, HolderKind, State, ThingKind
from kt1desk.services.custody_rows import HeldItem, StandingRow
from tests.support import custody_machine_acts as acts
from tests.support.custody_machine import POINTS, Ground, MachineDesk
from tests.support.custody_machine_doing import Doing
from tests.support.points import CENTRE, COMMUNE, DISTRICT

_S = State
LEAVES = frozenset({_S.ACCEPTED, _S.APPROVED, _S.STORED, _S.ARRIVED, _S.FORWARDED, _S.RETURNING})
NEXT = {CENTRE: (DISTRICT, COMMUNE), DISTRICT: (CENTRE, COMMUNE), COMMUNE: (DISTRICT, CENTRE)}


def standing(desk: MachineDesk, number: str) -> StandingRow | None:
    """Where a thing stands at a desk."""
    with desk.store.read() as reader:
        return reader.standing(number)


def held(desk: MachineDesk, number: str) -> HeldItem | None:
    """What a desk knows of an item."""
    with desk.store.read() as reader:
        return reader.held_item(number)


def goes_on(ground: Ground, item: str, turn: int) -> None:
    """The next right thing is done with an item, or with what it lies in; ``turn`` chooses where there is a choice."""
    holder = Holder.parse(ground.truth[item])
    if holder.kind is HolderKind.RECEPTACLE:
        _bag_goes_on(ground, item, holder.ref, turn)
    elif holder.point:
        desk = ground.at(holder.point)
        user = holder.name if holder.kind is HolderKind.PERSON else "clerk"
        _item_goes_on(Doing(ground, desk, user, right=item not in ground.untrue), item, turn)


def _item_goes_on(doing: Doing, item: str, turn: int) -> None:
    desk, row, known = doing.desk, standing(doing.desk, item), held(doing.desk, item)
    if row is None or known is None:
        assert not doing.right, f"{item} is at {desk.point}, where nobody knows it"
        return
    if row.state is _S.OUT:
        _is_out(doing, item, turn)
    elif row.holder == f"person:{desk.point}/postman":
        acts.bring_back(replace(doing, user="clerk"), [item], "postman")
    elif row.state is _S.ACCEPTED and (known.secrecy != "none" or "express" in known.urgency):
        acts.approve(replace(doing, user="clerk"), [item], "controller")
    elif row.state is _S.ATTEMPTED:
        how = "controller" if doing.user != "controller" else "chief"
        (
            lambda: acts.turn_back(doing, item, how, aside=False),
            lambda: acts.turn_back(doing, item, how, aside=True),
            lambda: acts.start_round(doing, [item], "postman"),
        )[turn % 3]()
    elif row.state is _S.UNCLAIMED:
        acts.turn_back(doing, item, "controller" if doing.user != "controller" else "chief", aside=False)
    elif row.state in LEAVES and not known.known:
        _waits_for_data(doing, item, turn)
    elif row.state in LEAVES:
        (
            lambda: acts.pack(doing, [item], NEXT[desk.point][turn // 4 % 2]),
            lambda: acts.pack(doing, [item], NEXT[desk.point][0]),
            lambda: acts.start_round(doing, [item], "postman"),
            lambda: acts.store(doing, item),
        )[turn % 4]()


def _waits_for_data(doing: Doing, item: str, turn: int) -> None:
    """Only its label is known: it is kept, or refused at once by whom it is for, or its data comes."""
    row = standing(doing.desk, item)
    if row is not None and row.state is _S.ARRIVED and turn % 3 == 0:
        acts.turn_back(doing, item, "controller" if doing.user != "controller" else "chief", aside=False)
    elif turn % 3 == 1:
        acts.store(doing, item)
    else:
        for event in [each for desk, each in doing.ground.untaken() if desk is doing.desk]:
            doing.ground.take(doing.desk, event)


def _is_out(doing: Doing, item: str, turn: int) -> None:
    """Whoever has it delivers it, or tries, or gives it back to somebody else."""
    postman = doing.user
    at_desk = replace(doing, user="clerk" if postman != "clerk" else "other")
    (
        lambda: acts.deliver(at_desk, item, ""),
        lambda: acts.attempt(at_desk, item),
        lambda: acts.bring_back(at_desk, [item], postman),
    )[turn % 3]()


def _bag_goes_on(ground: Ground, item: str, bag: str, turn: int) -> None:
    holder = Holder.parse(ground.truth[bag])
    right = not {item, bag} & ground.untrue
    if holder.kind is HolderKind.TRIP:
        _comes(ground, bag, holder.ref, turn)
        return
    doing = Doing(ground, ground.at(holder.point), holder.name, right=right)
    row = standing(doing.desk, bag)
    if row is None:
        assert not right, f"{bag} is at {holder.point}, where nobody knows it"
    elif row.state is _S.CLOSED:
        with doing.desk.store.read() as reader:
            told = reader.receptacle(bag)
        how = "controller" if doing.user != "controller" else "chief"
        acts.send(doing, [bag], told.to if told is not None else CENTRE, how)
    elif row.state is _S.RECEIVED:
        acts.open_bag(doing, bag)
    elif row.state is _S.OPENED:
        for _ in range(1 + turn % 2):
            acts.scan(doing, item, bag if turn % 3 else "")


def _comes(ground: Ground, bag: str, dispatch: str, turn: int) -> None:
    """It comes where it was sent, with its manifest read before, or after, or never."""
    sender = ground.at(dispatch[2:8])
    with sender.store.read() as reader:
        sent = reader.dispatch(dispatch)
        told = reader.receptacle(bag)
    assert sent is not None
    assert told is not None
    desk = ground.at(sent.to)
    if turn % 4:
        for event in [each for each in ground.post[sent.to] if each.id == sent.event]:
            ground.take(desk, event)
    doing = Doing(ground, desk, "clerk", right=bag not in ground.untrue)
    acts.receive(doing, bag, dispatch if turn % 3 else "", told.seal if turn % 5 else "")


def recalled_too_late(ground: Ground, item: str) -> None:
    """The dispatch of an item is received where it was sent, with its data, and called back by whoever sent it."""
    bag = ground.truth[item].partition(":")[2]
    if not ground.truth.get(bag, "").startswith("trip:"):
        return
    dispatch = ground.truth[bag].partition(":")[2]
    _comes(ground, bag, dispatch, turn=1)
    acts.recall(Doing(ground, ground.at(dispatch[2:8])), dispatch, "controller")


def arrivals_close(ground: Ground, desk: MachineDesk) -> None:
    """Whatever differs at arrivals of a point gets its record, and those that are all opened are closed."""
    doing = Doing(ground, desk)
    with desk.store.read() as reader:
        coming = [
            row.dispatch for row in reader.dispatches(incoming=True, states=(_S.SENT,)) if row.receptacles
        ]
    for dispatch in coming:
        for each in desk.arrivals.view(desk.session(), dispatch).lacking:
            code = "missing" if each.kind is ThingKind.RECEPTACLE or "missing" in each.wrong else "damaged"
            acts.incident(doing, code, each.number, dispatch[2:8], dispatch)
        acts.close_arrival(doing, dispatch)


def elsewhere(point: str, at: int) -> str:
    """Another point."""
    others = [each for each in POINTS if each != point]
    return others[at % len(others)]
