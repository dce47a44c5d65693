"""What must be true once nobody works and nothing goes wrong: each rule finds its own violations, and every one of them is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from kt1desk.domain.approval import Manner
from kt1desk.domain.custody import OVER, Holder, HolderKind, ThingKind
from kt1desk.domain.custody import Step as Doing
from kt1desk.domain.desk_file import Transport
from kt1desk.domain.events import EventId, Stream
from kt1desk.domain.facts import DispatchSent, ItemAccepted, ItemApproved, read_dispatch_sent
from kt1desk.domain.merging import Standing
from kt1desk.store import rebuild
from tests.simulation.desk import SimDesk
from tests.simulation.known import Knowledge, Thing
from tests.simulation.oracle_centre import (
    centre_has_each_once,
    centre_has_whole_chains,
    is_for,
    mailboxes_are_dense,
    no_fork,
    outbox_is_empty,
    papers_prove_events,
)
from tests.simulation.run import Run
from tests.simulation.steps_rule import own_steps_are_allowed

MOST_EXCEPTIONS = 11
"""More than ten that nobody has reviewed allow no further one: the eleventh is the last."""


def violations(run: Run) -> list[str]:
    """Everything that is not as it must be; nothing where all is well."""
    known = [Knowledge.of(desk) for desk in run.all_desks]
    found = []
    for rule in RULES:
        found += [f"{rule.__name__}: {text}" for text in rule(run, known)]
    return found


def taken_mail_is_true(run: Run, known: list[Knowledge]) -> Iterator[str]:
    """What a desk took in was written so by another, is for its point, and was taken in once."""
    written = {event.id: event.hash for each in known for event in each.all_own()}
    for each in known:
        desk, times = each.desk, Counter(fact.event_id for fact, _ in each.taken)
        desks = {other.desk.device: other.desk for other in known}
        for fact, foreign in each.taken:
            hashed = written.get(fact.event_id)
            if foreign is None or not (foreign.hash == hashed == bytes.fromhex(fact.hash)):
                yield f"{desk.name} took {fact.event} which nobody wrote so"
            elif not is_for(foreign, desks[foreign.id.device], desk.point):
                yield f"{desk.name} has {fact.event} {foreign.envelope.type} which is not for it"
            if times[fact.event_id] != 1:
                yield f"{desk.name} took {fact.event} {times[fact.event_id]} times"


def mail_has_come(run: Run, known: list[Knowledge]) -> Iterator[str]:
    """All mail is where it is addressed, and its sender knows, without anybody doing anything."""
    for each in known:
        for event in each.own[Stream.KT1]:
            for other in known:
                if other is each or event.id in each.aside or not is_for(event, each.desk, other.desk.point):
                    continue
                by_file = run.post.goes_to(each.desk, other.desk) or _share(each.desk, other.desk)
                by_line = each.desk.sends(Stream.KT1) and other.desk.sends(Stream.KT1)
                if (by_file or by_line) and event.id not in other.here:
                    yield f"{other.desk.name} lacks {event.id.text} {event.envelope.type}"
    for desk in run.all_desks:
        if desk.program is None or run.post.due(desk):
            yield f"{desk.name} has mail that is not known to be taken"


def _share(one: SimDesk, other: SimDesk) -> bool:
    return (
        one.machine.folder is not None
        and one.machine.folder is other.machine.folder
        and Transport.BUNDLE in one.ways
    )


def projections_equal_rebuild(run: Run, known: list[Knowledge]) -> Iterator[str]:
    """What screens read follows from the journal alone."""
    for desk in run.all_desks:
        with desk.store.held() as held:
            for difference in rebuild.differences(held.connection):
                yield f"{desk.name} {difference}"


def one_holder(run: Run, known: list[Knowledge]) -> Iterator[str]:
    """Each thing stands as the fold of all events known of it says, with one holder, and what holds it is known itself."""
    for each in known:
        with each.desk.store.read() as reader:
            for thing in each.things:
                kind, number = thing
                row, stands = reader.standing(number), each.standing(thing)
                told = (stands.state, stands.holder, stands.point, stands.head, stands.n, len(stands.losers))
                if row is None or (row.state, row.holder, row.point, row.head, row.n, row.losers) != told:
                    yield f"{each.desk.name} {number} stands as {row} and not as {told}"
                holder = Holder.parse(stands.holder)
                inside = holder.kind is HolderKind.RECEPTACLE and kind is ThingKind.ITEM
                if inside and (ThingKind.RECEPTACLE, holder.ref) not in each.things:
                    yield f"{each.desk.name} {number} is in {holder.ref}, of which nothing is known"


def same_knowledge_same_standing(run: Run, known: list[Knowledge]) -> Iterator[str]:
    """Desks that know the same events of a thing agree, in whatever order these came."""
    seen: dict[tuple[Thing, frozenset[EventId]], tuple[str, Standing]] = {}
    for each in known:
        for thing in each.things:
            stands = each.standing(thing)
            name, told = seen.setdefault((thing, each.ids(thing)), (each.desk.name, stands))
            if told != stands:
                yield f"{thing[1]} at {name} and {each.desk.name}"


def claims_hold(run: Run, known: list[Knowledge]) -> Iterator[str]:
    """Whoever had a thing in his hands last says so, and nobody else says that he has it; every accepted item is somewhere, once."""
    by_device = {each.desk.device: each for each in known}
    late = {bag for name in run.ground.too_late for bag in run.ground.trips[name].bags}
    for number, claim in run.ground.claims.items():
        holder = Holder.parse(claim.holder)
        if number in late and holder.kind is HolderKind.TRIP:
            continue  # said to be back where it is not: it is decided when somebody scans it
        claimant, thing = by_device[claim.device], (claim.kind, number)
        told = claimant.standing(thing).holder if thing in claimant.things else "unknown there"
        if told != claim.holder:
            yield f"{claimant.desk.name} {number} was {claim.holder} and is {told}"
    accepted = Counter(
        str(event.body()["item"])
        for each in known
        for event in each.own[Stream.KT1]
        if event.envelope.type == ItemAccepted.TYPE
    )
    for number in sorted(accepted | Counter(run.ground.accepted.keys())):
        if accepted[number] != 1 or number not in run.ground.claims:
            yield f"{number} was accepted {accepted[number]} times"


def one_point_has_it(run: Run, known: list[Knowledge]) -> Iterator[str]:
    """No two points say of the same thing that it lies with them.

    Left out is what came before its data and without the number of a dispatch: its giver is not told then, for nobody knows who that is.
    """
    having: dict[Thing, set[str]] = {}
    untold = {thing for each in known for thing in _untold(each)}
    for each in known:
        for thing in each.things:
            stands = each.standing(thing)
            if thing[0] is not ThingKind.DISPATCH and stands.state not in OVER:
                at = _lies_at(each, Holder.parse(stands.holder))
                if at == each.desk.point:
                    having.setdefault(thing, set()).add(at)
    for thing, points in having.items():
        if len(points) > 1 and thing not in untold:
            yield f"{thing[1]} lies at {' and '.join(sorted(points))}"


def _untold(each: Knowledge) -> Iterator[Thing]:
    for step in each.steps:
        for thing, done, _ in step.known:
            came = done.touch.step in {Doing.ARRIVE, Doing.RECEIVE} and thing[0] is not ThingKind.DISPATCH
            if step.ours and came and not step.event.body().get("from_point"):
                yield thing
                yield from (
                    other
                    for other, events in each.things.items()
                    if any(one.touch.link == thing[1] for one in events)
                )


def _lies_at(each: Knowledge, holder: Holder) -> str:
    """The point of a holder; of a receptacle that of its own holder."""
    if holder.kind is HolderKind.RECEPTACLE:
        bag = (ThingKind.RECEPTACLE, holder.ref)
        return Holder.parse(each.standing(bag).holder).point if bag in each.things else ""
    return holder.point


def numbers_are_given_once(run: Run, known: list[Knowledge]) -> Iterator[str]:
    """A dispatch, a receptacle, a seal, a round and an incident have numbers of their own."""
    kinds = {
        "dispatch.sent": "dispatch",
        "receptacle.closed": "receptacle",
        "round.started": "round",
        "incident.opened": "incident",
    }
    given: Counter[str] = Counter()
    for each in known:
        for event in each.own[Stream.KT1]:
            name = kinds.get(event.envelope.type)
            if name:
                given[str(event.body()[name])] += 1
            if name == "receptacle":
                given[str(event.body()["seal"])] += 1
    for number, times in sorted(given.items()):
        if times > 1:
            yield f"{number} {times} times"


def second_person_saw_it(run: Run, known: list[Knowledge]) -> Iterator[str]:
    """What needs a second person left with one, who is another one, or with an exception, of which few are open."""
    for each in known:
        acceptors, approved = dict[str, str](), _approved_beside(each, known)
        for event in each.own[Stream.KT1]:
            kind, body, envelope = event.envelope.type, event.body(), event.envelope
            if kind == ItemAccepted.TYPE:
                acceptors[str(body["item"])] = envelope.actor
            if kind in {ItemApproved.TYPE, DispatchSent.TYPE}:
                item = str(body.get("item", ""))
                approved.add(item)
                alone = body["manner"] == Manner.EXCEPTION.value
                if alone == bool(envelope.second) or envelope.second in {envelope.actor, acceptors.get(item)}:
                    yield f"{each.desk.name} {event.id.text} {body['manner']} by {envelope.second}"
            if kind == DispatchSent.TYPE:
                for line in read_dispatch_sent(event).items:
                    must = line.secrecy in {"A", "B", "C"} or "express" in line.urgency
                    if must and line.item in acceptors and line.item not in approved:
                        yield f"{each.desk.name} {line.item} left and nobody approved it"
        with each.desk.store.read() as reader:
            waiting = len(reader.exceptions())
        if waiting > MOST_EXCEPTIONS:
            yield f"{each.desk.name} has {waiting} exceptions"


def _approved_beside(each: Knowledge, known: list[Knowledge]) -> set[str]:
    """Items that another desk of the point approved."""
    beside = (one for one in known if one.desk.point == each.desk.point and one is not each)
    events = (event for one in beside for event in one.own[Stream.KT1])
    return {str(event.body()["item"]) for event in events if event.envelope.type == ItemApproved.TYPE}


Rule = Callable[[Run, list[Knowledge]], Iterator[str]]
RULES: tuple[Rule, ...] = (
    papers_prove_events,
    centre_has_each_once,
    outbox_is_empty,
    centre_has_whole_chains,
    mailboxes_are_dense,
    no_fork,
    taken_mail_is_true,
    mail_has_come,
    projections_equal_rebuild,
    one_holder,
    same_knowledge_same_standing,
    own_steps_are_allowed,
    claims_hold,
    one_point_has_it,
    numbers_are_given_once,
    second_person_saw_it,
)
