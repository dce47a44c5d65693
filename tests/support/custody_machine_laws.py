"""What must hold of custody whatever is done, said without the code that does it.

Each law takes a desk as it stands, or one event when it became known, and says what is wrong. This module must not know which acts there
are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from kt1desk.domain.custody import OVER, TABLES, Holder, HolderKind, State, Step, ThingKind, after
from kt1desk.domain.events import Event
from kt1desk.domain.mail import audience
from kt1desk.domain.merging import Known, Standing, fold
from kt1desk.store import rebuild
from kt1desk.store.tables import PROJECTIONS
from tests.support.custody_machine import Ground, Learnt, MachineDesk
from tests.support.points import COMMUNE

CLEARED = frozenset({"clerk", "other", "controller", "postman", "chief", "system"})
"""Who may be seen to act on KT1 items: an inspector only looks on, and one user has no clearance."""
_LEADS = frozenset({"controller", "chief"})
_COUNTER = _LEADS | {"clerk", "other"}
MAY_CONFIRM = {
    "item.approved": _LEADS,
    "item.rejected": _LEADS,
    "dispatch.sent": _LEADS,
    "dispatch.recalled": _LEADS,
    "item.forwarded": _COUNTER,
    "item.returned": _COUNTER,
    "item.unclaimed": _COUNTER,
}
"""Who may be the second person of what needs one; the postman stands in for the first four where a point has one person."""
FIRST = {
    ThingKind.ITEM: {Step.ACCEPT, Step.ARRIVE},
    ThingKind.RECEPTACLE: {Step.CLOSE, Step.RECEIVE},
    ThingKind.DISPATCH: {Step.SEND},
}
"""What a desk itself may write of a thing of which it knows nothing."""
FAR_AWAY = "thuy.vi"
"""Approves over the telephone, from a desk of another point."""
COMES = frozenset({Step.ARRIVE, Step.RECEIVE})
FROM_HAND = frozenset({Step.STORE, Step.PACK, Step.FORWARD, Step.RETURN, Step.SET_ASIDE})
HERE_ONLY = FROM_HAND | {Step.APPROVE, Step.REJECT, Step.REVERSE, Step.HAND, Step.GIVE, Step.BRING_BACK}
STATES = {kind: frozenset(table.values()) | {State.RETURNED} for kind, table in TABLES.items()}


def picture(desk: MachineDesk) -> list[object]:
    """Everything that a refusal must leave as it was: the number of events, and every row of every projection."""
    with desk.store.held() as held:
        rows = [held.connection.execute(f'SELECT * FROM "{table.name}"').fetchall() for table in PROJECTIONS]
        return [*rows, held.connection.execute("SELECT count(*) FROM event").fetchall()]


def check_written(ground: Ground, desk: MachineDesk, learnt: Learnt) -> None:
    """An event of this desk: by whom, with whom, and whether each of its things could take the step from where it stood."""
    event = learnt.event
    envelope, body = event.envelope, event.body()
    what = f"{desk.point} {event.id.text} {envelope.type} by {envelope.actor}, {envelope.second or 'alone'}"
    if learnt.things:
        assert envelope.actor in CLEARED, what
        assert envelope.second != envelope.actor, what
        assert str(body["point"]) == desk.point, what
    _check_second(desk, event, what)
    for known, before in learnt.things:
        if known.touch.step is Step.SEND and known.touch.kind is ThingKind.ITEM:
            _check_let_go(desk, known.touch.number, before, what)
        if not before:
            assert known.touch.step in FIRST[known.touch.kind], what
            assert known.touch.n <= 1, what
        elif not _came_untold(desk, known, fold(before, desk.point), before):
            _check_step(desk, event, known, before, what)
    ground.tell(desk, learnt)
    ground.posted(event)


def _check_second(desk: MachineDesk, event: Event, what: str) -> None:
    """Who must confirm did, is another person than who acted and than who accepted, and is cleared for it."""
    kind, body, second = event.envelope.type, event.body(), event.envelope.second
    manner, remote = str(body.get("manner", "")), second == FAR_AWAY
    if kind in MAY_CONFIRM and manner == "exception":
        assert (second, desk.point) == ("", COMMUNE), what
        assert kind in {"item.approved", "dispatch.sent"}, what
    elif kind in MAY_CONFIRM and not remote:
        stands_in = {"postman"} if desk.point == COMMUNE and MAY_CONFIRM[kind] is _LEADS else set()
        assert second in MAY_CONFIRM[kind] | stands_in, what
    elif second and not remote:
        assert second in CLEARED, what
    if kind in {"item.approved", "item.rejected"}:
        acceptance = desk.mind.accepted.get(str(body["item"]))
        assert acceptance is None or second != acceptance.envelope.actor, what


def _check_let_go(desk: MachineDesk, item: str, before: Iterable[Known], what: str) -> None:
    """A letter or Hỏa tốc that was accepted here left only after somebody let it go."""
    acceptance = desk.mind.accepted.get(item)
    if acceptance is None:
        return
    body = acceptance.body()
    if body["secrecy"] != "none" or "express" in str(body["urgency"]):
        assert any(each.touch.step is Step.APPROVE for each in before), f"{what}: {item} was not approved"


def _came_untold(desk: MachineDesk, known: Known, stands: Standing, before: Iterable[Known]) -> bool:
    """Whether a thing came by a leg that nobody told of here: then there is nothing it could name."""
    if known.touch.step not in COMES or stands.head in known.parents:
        return False
    last = next(each.touch for each in before if each.id == stands.head)
    came_by = {known.touch.link, last.link} - {""}  # what came loose, or without its manifest, names none
    return not (last.step is Step.SEND and last.to == desk.point and len(came_by) <= 1)


def _check_step(desk: MachineDesk, event: Event, known: Known, before: Collection[Known], what: str) -> None:
    """The table has the step, the event goes on from the last one, and whoever gives the thing away had it."""
    touch, stands = known.touch, fold(before, desk.point)
    what = f"{what}: {touch.step} {touch.number} ({stands.state}, {stands.holder})"
    assert after(touch.kind, stands.state, touch.step, touch.holder or stands.holder) is not None, what
    assert stands.head in known.parents, f"{what} does not name {stands.head.text}"
    assert touch.step is Step.REVERSE or touch.n == stands.n + 1, f"{what} counts {touch.n} after {stands.n}"
    if touch.kind is not ThingKind.ITEM:
        return
    holder = Holder.parse(stands.holder)
    if touch.step is Step.DELIVER and any(each.touch.step is Step.RETURN for each in before):
        assert touch.holder == "party:sender", f"{what}, and it went back"
    if touch.step in HERE_ONLY:
        assert holder.point == desk.point, f"{what} is not here"
    if touch.step in FROM_HAND and holder.kind is HolderKind.PERSON:
        assert holder.name == event.envelope.actor, f"{what} is not his"
    if touch.step is Step.REVERSE:
        assert touch.number in desk.mind.accepted, f"{what} was accepted elsewhere"


def check_stands(desk: MachineDesk, things: Iterable[tuple[ThingKind, str]]) -> None:
    """Each thing stands where the fold of all that is known of it says: in a state of its table, with one holder."""
    with desk.store.read() as reader:
        for kind, number in things:
            row, stands = reader.standing(number), fold(desk.mind.things[kind, number], desk.point)
            assert row is not None, f"{desk.point} {number} is nowhere"
            told = (row.kind, row.state, row.holder, row.point, row.head, row.n, row.losers, row.unheard)
            folded = (stands.state, stands.holder, stands.point, stands.head, stands.n)
            assert told == (kind, *folded, len(stands.losers), stands.unheard), f"{desk.point} {number}"
            assert row.state in STATES[kind], f"{desk.point} {number} is {row.state}"
            holder = Holder.parse(row.holder)
            if row.state in {State.DELIVERED, State.RETURNED, State.REVERSED}:
                assert holder.kind is HolderKind.PARTY, f"{desk.point} {number} {row.state} {row.holder}"
            else:
                assert holder.kind is not HolderKind.PARTY, f"{desk.point} {number} {row.state} {row.holder}"


def keeper_of(desk: MachineDesk, number: str) -> str:
    """Who answers for an item at this point by what is known at its desk: one holder, or "" where this point does not."""
    stands = fold(desk.mind.things[ThingKind.ITEM, number], desk.point)
    holder = Holder.parse(stands.holder)
    keeper, at = stands.holder, holder.point or stands.point
    if (
        holder.kind is HolderKind.RECEPTACLE
        and (bag := (ThingKind.RECEPTACLE, holder.ref)) in desk.mind.things
    ):
        inside = fold(desk.mind.things[bag], desk.point)
        at = inside.point
        keeper = inside.holder if inside.holder.startswith("trip:") else keeper
    return keeper if at == desk.point and stands.state not in OVER else ""


def check_holding(desk: MachineDesk) -> None:
    """What the point holds by its lists is what it answers for, each item once and with one keeper, and the counts add up."""
    with desk.store.read() as reader:
        listed = [(row.item, row.holder) for row in reader.held()]
        kept = {keeper: len(reader.held(keeper)) for keeper, _ in reader.holders()}
        counted = dict(reader.holders())
    items = [number for kind, number in desk.mind.things if kind is ThingKind.ITEM]
    known = {number: keeper for number in items if (keeper := keeper_of(desk, number))}
    assert len(listed) == len({number for number, _ in listed}), f"{desk.point} lists an item twice"
    assert {number for number, _ in listed} == set(known), f"{desk.point} lists {listed} and has {known}"
    assert counted == kept, f"{desk.point} counts {counted} and lists {kept}"
    whole = {keeper: list(known.values()).count(keeper) for keeper in known.values()}
    assert counted == whole, f"{desk.point} counts {counted} and answers for {whole}"


def check_agreement(ground: Ground) -> None:
    """Desks that know the same events of a thing say the same of it."""
    seen: dict[Any, tuple[str, Any]] = {}
    for desk in ground.desks:
        with desk.store.read() as reader:
            for thing in desk.mind.things:
                row = reader.standing(thing[1])
                name, told = seen.setdefault((thing, desk.mind.ids(thing)), (desk.point, row))
                assert told == row, f"{thing[1]} at {name} and {desk.point}"


def check_mail(desk: MachineDesk) -> None:
    """Nothing was taken in that is not addressed to this point."""
    for event in desk.mind.taken.values():
        assert desk.point in audience(event.envelope.type, event.body()), f"{desk.point} took {event.id.text}"


def check_rebuild(desk: MachineDesk) -> None:
    """What the lists show follows from the journal."""
    with desk.store.held() as held:
        assert rebuild.differences(held.connection) == (), desk.point


def check_hands(ground: Ground) -> None:
    """Once all mail has come, a thing that nobody told untruths of is held by the point where it is, and by no other."""
    for number, truth in ground.truth.items():
        if not number.startswith("MX") or ground.untrue & {number, *_lay_in(ground, number)}:
            continue
        claims = {
            desk.point: keeper
            for desk in ground.desks
            if (ThingKind.ITEM, number) in desk.mind.things
            and (keeper := keeper_of(desk, number))
            and not keeper.startswith("trip:")
            and not (desk.point != ground.place_of(number) and _is_told_nothing(ground, desk, number))
        }
        at = ground.place_of(number)
        told = "\n".join([f"{number} is {truth} and is claimed by {claims}", *ground.story])
        if at and truth.startswith("receptacle:"):
            bag = truth.partition(":")[2]  # until it is opened, it is the bag that its taker is sure to have
            assert set(claims.items()) <= {(at, truth)}, told
            assert (
                fold(ground.at(at).mind.things[ThingKind.RECEPTACLE, bag], at).holder == ground.truth[bag]
            ), told
        else:
            assert claims == ({at: truth} if at else {}), told


def _lay_in(ground: Ground, item: str) -> set[str]:
    """The receptacles that an item ever lay in: what is untrue of them is untrue of it."""
    known = [each for desk in ground.desks for each in desk.mind.things.get((ThingKind.ITEM, item), ())]
    return {
        each.touch.holder.partition(":")[2] for each in known if each.touch.holder.startswith("receptacle:")
    }


def _is_told_nothing(ground: Ground, desk: MachineDesk, number: str) -> bool:
    """Whether a point cannot know that a thing has come elsewhere.

    What was taken over before its data names no giver, so that no mail of it goes to him: his books are wrong until somebody looks.
    """
    things = {(ThingKind.ITEM, number)}
    holder = Holder.parse(ground.truth[number])
    if holder.kind is HolderKind.RECEPTACLE:
        things.add((ThingKind.RECEPTACLE, holder.ref))
    came = {ground.came[thing[1]]: thing for thing in things if thing[1] in ground.came}
    return any(event not in desk.mind.ids(thing) for event, thing in came.items())
