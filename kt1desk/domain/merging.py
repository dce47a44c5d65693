"""Where a thing stands, as a pure function of the set of known events about it: the order in which they came does not matter.

Each event names the event of the thing it saw before it (its parent). Mostly that makes one line. Two children of one parent are a
conflict, and the rule decides: a scan of the thing itself beats a statement, then the longer custody, then hybrid time, then identity. The
losing events stay known and are named, so that both points can be asked. Events whose parent is not known here (another point's, not
addressed to us) make a line of their own; the line with the higher custody number is the newer one, and that is no conflict.

An arrival that was recorded before its dispatch was known is the child of that dispatch as soon as it is.

This module must not know a store, nor what an event's body looks like: that is `kt1desk.domain.touching`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kt1desk.domain.custody import State, Step, ThingKind, after
from kt1desk.domain.events import EventId, HybridTime

_ARRIVALS = frozenset({Step.ARRIVE, Step.RECEIVE})


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


def fold(known: Iterable[Known]) -> Standing:
    """Where a thing stands by all events known of it (at least one; the same event twice counts once)."""
    events = {each.id: each for each in sorted(known, key=_order)}  # the order of arrival is forgotten here
    parent_of = _parents(events)
    children: dict[EventId, list[EventId]] = {}
    for child, parent in parent_of.items():
        children.setdefault(parent, []).append(child)
    depth = _depths(events, parent_of)
    tops = sorted(id_ for id_ in events if id_ not in parent_of)
    lines = [_line(top, children, events, depth) for top in tops]
    best = max(
        lines, key=lambda line: (depth[line[-1]], events[line[-1]].touch.scan, *_order(events[line[-1]]))
    )
    lost = _lost(best, children)
    return _told([events[id_] for id_ in best], depth[best[-1]], lost)


def _parents(events: Mapping[EventId, Known]) -> dict[EventId, EventId]:
    """The known parent of each event that has one. Of several the one with the later time: a thing has one line."""
    found: dict[EventId, EventId] = {}
    for each in events.values():
        near = [events[id_] for id_ in each.parents if id_ in events and id_ != each.id]
        if not near and each.touch.step in _ARRIVALS:
            near = _sendings(each, events)
        if near:
            parent = max(near, key=_order)
            if not _leads_to(
                parent.id, each.id, found
            ):  # a ring of parents can only be forged, and must not hang us
                found[each.id] = parent.id
    return found


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
    """Custody numbers: as written, or one more than the parent's where that is higher."""
    depth: dict[EventId, int] = {}
    for start in events:
        waiting = [start]
        while waiting[-1] in parent_of and parent_of[waiting[-1]] not in depth:
            waiting.append(parent_of[waiting[-1]])
        for id_ in reversed(waiting):
            below = depth[parent_of[id_]] if id_ in parent_of else 0
            depth[id_] = max(events[id_].touch.n, below + 1)
    return depth


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


def _lost(line: list[EventId], children: Mapping[EventId, list[EventId]]) -> tuple[EventId, ...]:
    """Everything beside the winning line that was built on one of its events."""
    kept, waiting = set(line), [child for id_ in line for child in children.get(id_, [])]
    lost: set[EventId] = set()
    while waiting:
        id_ = waiting.pop()
        if id_ not in kept and id_ not in lost:
            lost.add(id_)
            waiting += children.get(id_, [])
    return tuple(sorted(lost))


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
