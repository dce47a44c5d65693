"""Where a thing stands, as a pure function of the set of known events about it: the order in which they came does not matter.

Each event names the event of the thing it saw before it (its parent). Mostly that makes one line. Two children of one parent are a
conflict, and the rule decides: a scan of the thing itself beats a statement, then the longer custody, then hybrid time, then identity. The
losing events stay known and are named, so that both points can be asked. Events whose parent is not known here (another point's, not
addressed to us) make a line of their own; the line with the higher custody number is the newer one, and that is no conflict.

An arrival that was recorded before its dispatch was known is the child of that dispatch as soon as it is.

Only the custodian's point may say what becomes of a thing: what another point writes goes on from an event only where that one sent the
thing there, or where the other point took the thing itself over. And what stands at a point's own desk is not taken away there by a line in
which nobody took it over, however high it counts.

This module must not know a store, nor what an event's body looks like: that is `kt1desk.domain.touching`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kt1desk.domain.custody import State, Step, ThingKind, after
from kt1desk.domain.events import EventId, HybridTime

_ARRIVALS = frozenset({Step.ARRIVE, Step.RECEIVE})
_TAKINGS = _ARRIVALS | {Step.ACCEPT, Step.TAKE_ON, Step.CLOSE}
"""Steps by which a point gets a thing into its hands."""


@dataclass(frozen=True, slots=True)
class Touch:
    """What one event does to one thing.

    Attributes:
        kind, number: the thing.
        step: what happened to it.
        holder: who answers for it from then on, "" for whoever did before.
        point: where it happened.
        n: custody number as the writer knew it (1 for the first event of the thing, 0 where he could not know).
        scan: whether the thing itself was scanned, not only spoken of.
        link: for ``SEND``, ``ARRIVE`` and ``RECEIVE`` the receptacle or dispatch it came by.
        to: for ``SEND`` the point it goes to.
    """

    kind: ThingKind
    number: str
    step: Step
    holder: str
    point: str
    n: int = 0
    scan: bool = True
    link: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """A touch with what orders it."""

    id: EventId
    hlc: HybridTime
    parents: tuple[EventId, ...]
    touch: Touch


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a thing stands.

    Attributes:
        head: the event that says so; whoever goes on names it as parent.
        n: its custody number, counted along the known line.
        unheard: the line begins with an arrival whose dispatch is not known yet.
        losers: events that lost against another child of the same parent, and all that was built on them.
        unfit: events of the winning line that the table would not have allowed after the one before.
    """

    state: State
    holder: str
    point: str
    head: EventId
    n: int
    unheard: bool = False
    losers: tuple[EventId, ...] = ()
    unfit: tuple[EventId, ...] = ()


def fold(known: Iterable[Known], home: str = "") -> Standing:
    """Where a thing stands by all events known of it (at least one; the same event twice counts once).

    Args:
        known: the events.
        home: the point of the desk that asks: it knows everything that was done there, so that nobody else can say that a thing left it.
    """
    events = {each.id: each for each in sorted(known, key=_order)}  # the order of arrival is forgotten here
    parent_of = _parents(events)
    children: dict[EventId, list[EventId]] = {}
    for child, parent in parent_of.items():
        children.setdefault(parent, []).append(child)
    depth = _depths(events, parent_of)
    tops = sorted(id_ for id_ in events if id_ not in parent_of)
    lines = [_line(top, children, events, depth) for top in tops]

    def weight(line: list[EventId]) -> tuple[bool, int, bool, HybridTime, EventId]:
        # nobody calls back what he is not known to have sent
        first, last = events[line[0]], events[line[-1]]
        return first.touch.step is not Step.RECALL, depth[last.id], last.touch.scan, *_order(last)

    best = max(lines, key=weight)
    lost = set[EventId]()
    own = [each for each in events.values() if each.touch.point == home]  # in their order
    newest = {each.id for each in [each for each in own if each.touch.step is not Step.RECALL][-1:]}
    held = [line for line in lines if _was_taken(line, events, home)]
    taken = max(held, key=lambda line: (newest <= set(line), *weight(line)), default=best)
    if taken is not best and home and _stands_at(events[taken[-1]].touch, home):
        beaten = [line for line in lines if weight(line) > weight(taken)]
        lost.update(id_ for line in beaten for id_ in (*line, *_lost(line, children)))
        best = taken
    lost.update(_lost(best, children))
    return _told([events[id_] for id_ in best], depth[best[-1]], tuple(sorted(lost)))


def _parents(events: Mapping[EventId, Known]) -> dict[EventId, EventId]:
    """The known parent of each event that has one. Of several the one with the later time: a thing has one line.

    An arrival that names none is not by a sending by which the thing came to this point before, and has left it again since.
    """
    found: dict[EventId, EventId] = {}
    came: dict[str, frozenset[EventId]] = {}
    over: dict[str, frozenset[EventId]] = {}
    for each in events.values():
        point = each.touch.point
        named = [events[id_] for id_ in each.parents if id_ in events and id_ != each.id]
        near = [parent for parent in named if _may_follow(parent.touch, each.touch)]
        if not near and each.touch.step in _ARRIVALS:
            near = [sent for sent in _sendings(each, events) if sent.id not in over.get(point, ())]
        if near:
            parent = max(near, key=_order)
            # a ring of parents can only be forged, and must not hang us
            if not _leads_to(parent.id, each.id, found):
                found[each.id] = parent.id
        if each.touch.step in _ARRIVALS and each.id in found:
            came[point] = came.get(point, frozenset()) | {found[each.id]}
        elif each.touch.step is Step.SEND:
            over[point] = came.get(point, frozenset())
    return found


def _may_follow(before: Touch, touch: Touch) -> bool:
    """Whether it was for this point to go on from there."""
    if before.point == touch.point or touch.step in _ARRIVALS:
        return True
    return before.step is Step.SEND and touch.step is Step.SEND and before.to == touch.point


def _was_taken(line: list[EventId], events: Mapping[EventId, Known], home: str) -> bool:
    """Whether somebody had the thing in this line, so that he could pass it on."""
    touches = [events[id_].touch for id_ in line]
    return any(touch.step in _TAKINGS or touch.point == home for touch in touches)


def _stands_at(last: Touch, home: str) -> bool:
    """Whether a thing is at a point after this, or was done with there."""
    return last.point == home and last.step is not Step.SEND


def _sendings(arrival: Known, events: Mapping[EventId, Known]) -> list[Known]:
    """The sending that an arrival without known parent belongs to: by the receptacle or dispatch it came in, or by its point."""
    touch = arrival.touch
    sent = [
        each
        for each in events.values()
        if each.touch.step is Step.SEND
        and (each.touch.link == touch.link if touch.link else each.touch.to == touch.point)
    ]
    before = [each for each in sent if each.hlc <= arrival.hlc]
    if before:
        return before
    return sorted(sent, key=_order)[:1]


def _leads_to(start: EventId, wanted: EventId, parents: Mapping[EventId, EventId]) -> bool:
    here: EventId | None = start
    while here is not None:
        if here == wanted:
            return True
        here = parents.get(here)
    return False


def _depths(events: Mapping[EventId, Known], parent_of: Mapping[EventId, EventId]) -> dict[EventId, int]:
    """Custody numbers: as written, or one more than that of the parent, and of what the same point gave away, where that is higher.

    Whoever wrote it may have counted from too low, before he heard how long the way had been.
    """
    given = _given_away(events)
    depth: dict[EventId, int] = {}
    for start in events:
        waiting = [start]
        while waiting:
            id_ = waiting[-1]
            below = [each[id_] for each in (parent_of, given) if id_ in each]
            missing = [each for each in below if each not in depth and each not in waiting]
            if missing:
                waiting += missing[:1]
                continue
            depth[waiting.pop()] = max([events[id_].touch.n, *(depth.get(each, 0) + 1 for each in below), 1])
    return depth


def _given_away(events: Mapping[EventId, Known]) -> dict[EventId, EventId]:
    """For each arrival the last time that its point sent the thing away before, or took that back. The events are in their order."""
    last: dict[str, EventId] = {}
    found: dict[EventId, EventId] = {}
    for each in events.values():
        touch = each.touch
        if touch.step in _ARRIVALS and touch.point in last:
            found[each.id] = last[touch.point]
        elif touch.step in {Step.SEND, Step.RECALL}:
            last[touch.point] = each.id
    return found


def _line(
    top: EventId,
    children: Mapping[EventId, list[EventId]],
    events: Mapping[EventId, Known],
    depth: Mapping[EventId, int],
) -> list[EventId]:
    """The winning line from a first event to the last: at each fork the child that wins."""
    deepest = _deepest(top, children, events, depth)
    line = [top]
    while line[-1] in children:
        forks = children[line[-1]]
        line.append(max(forks, key=lambda id_: (events[id_].touch.scan, *deepest[id_], *_order(events[id_]))))
    return line


def _deepest(
    top: EventId,
    children: Mapping[EventId, list[EventId]],
    events: Mapping[EventId, Known],
    depth: Mapping[EventId, int],
) -> dict[EventId, tuple[int, HybridTime]]:
    """For each event below ``top`` the longest custody that was built on it, and the latest time of it."""
    order = [top]
    found: dict[EventId, tuple[int, HybridTime]] = {}
    for id_ in order:
        order += children.get(id_, [])
    for id_ in reversed(order):
        own = (depth[id_], events[id_].hlc)
        found[id_] = max([own, *(found[child] for child in children.get(id_, []))])
    return found


def _lost(line: list[EventId], children: Mapping[EventId, list[EventId]]) -> set[EventId]:
    """Everything beside the winning line that was built on one of its events."""
    kept, waiting = set(line), [child for id_ in line for child in children.get(id_, [])]
    lost: set[EventId] = set()
    while waiting:
        id_ = waiting.pop()
        if id_ not in kept and id_ not in lost:
            lost.add(id_)
            waiting += children.get(id_, [])
    return lost


def _told(line: list[Known], n: int, losers: tuple[EventId, ...]) -> Standing:
    """Go along the line by the table."""
    state, holder, unfit = State.UNKNOWN, "", []
    for each in line:
        touch = each.touch
        holder = touch.holder or holder or f"place:{touch.point}/-"
        following = after(touch.kind, state, touch.step, holder)
        if following is None:
            # the first event known of another point's line is what it is; anything else is written down as unfit, and still counts
            following = _usual(touch, holder, state)
            if state is not State.UNKNOWN:
                unfit.append(each.id)
        state = following
    last = line[-1]
    unheard = line[0].touch.step in _ARRIVALS
    return Standing(state, holder, last.touch.point, last.id, n, unheard, losers, tuple(unfit))


def _usual(touch: Touch, holder: str, state: State) -> State:
    """What a step makes of a thing whose state before it is not known, or would not have allowed it."""
    made = sorted(
        {
            following.value
            for before in State
            if (following := after(touch.kind, before, touch.step, holder)) is not None
        }
    )
    return State(made[0]) if len(made) == 1 else (state if state is not State.UNKNOWN else State.STORED)


def _order(each: Known) -> tuple[HybridTime, EventId]:
    return (each.hlc, each.id)
