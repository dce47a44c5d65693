"""What must be true of papers, journals and the centre once nobody works: rules of `tests.simulation.oracle`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kt1desk.centre.ledger_values import ChainKey, ChainState
from kt1desk.domain.events import GENESIS, Event, event_hash
from kt1desk.domain.mail import audience, siblings
from kt1desk.exchange import wire
from kt1desk.exchange.dictionary import shipped
from kt1desk.exchange.frames import FIRST_PREV, read_head
from kt1desk.exchange.mail_frames import open_mail
from kt1desk.exchange.round_report import Ending
from tests.centre.oracle import key_of
from tests.simulation.desk import SimDesk
from tests.simulation.known import Knowledge
from tests.simulation.run import Run
from tests.support.centre_mail import CENTRE_KEY

FORBIDDEN = (
    "inbox.fork",
    "bundle.fork",
    "outbox.fork",
    "outbox.ahead",
    "store.",
    "mail.",
    "centre.mail_collides",
    "centre.no",
)


def papers_prove_events(run: Run, known: list[Knowledge]) -> Iterator[str]:
    """Every paper that came out proves an event that is at its desk and, if that sends its journal, once at the centre."""
    for each in known:
        desk = each.desk
        own = {event.id.text: event for event in each.all_own()}
        for paper in desk.shown:
            event = own.get(paper.event)
            if event is None or not event.hash.hex().startswith(paper.digits):
                yield f"{desk.name} {paper.template} {paper.number} says {paper.event} {paper.digits}"


def centre_has_each_once(run: Run, known: list[Knowledge]) -> Iterator[str]:
    """The outbox is empty without anybody doing anything, and every event is at the centre, once, as it was written; and nobody else's."""
    here = run.centre.core.rows.events
    written = {event.id: event for each in known for event in each.all_own()}
    for each in known:
        for stream, events in each.own.items():
            for event in events if each.desk.sends(stream) else ():
                row = here.get(key_of(event.id))
                if row is None or row.hash != event.hash:
                    yield f"{each.desk.name} {event.id.text} {event.envelope.type} is {row and row.hash.hex()} there"
    theirs = {key_of(event_id): event.hash for event_id, event in written.items()}
    for key, row in here.items():
        if theirs.get(key) != row.hash:
            yield f"{key.text} {row.type} at the centre is of nobody"


def outbox_is_empty(run: Run, known: list[Knowledge]) -> Iterator[str]:
    """The last round of every desk ended well and left nothing."""
    for exchange in run.exchanges:
        report, desk = exchange.report, exchange.desk
        if report is None or report.ended is not Ending.DONE or report.mail.problem or report.mail.left:
            yield f"{desk.name} {report}"
            continue
        for stream in report.streams:
            if desk.sends(stream.stream) and (stream.unsent or stream.problem):
                yield f"{desk.name} {stream.stream.name} {stream.unsent} unsent {stream.problem}"


def centre_has_whole_chains(run: Run, known: list[Knowledge]) -> Iterator[str]:
    """Frames and events of each chain follow one another; nothing is parked, nothing stands still, and nobody was called."""
    rows = run.centre.core.rows
    for device, there in run.centre.gate.devices.items():
        for (stream, incarnation), frames in there.chains.items():
            head = FIRST_PREV
            for number, data in enumerate(frames, start=1):
                frame = read_head(data)
                if (frame.head.number, frame.head.prev) != (number, head):
                    yield f"device {device} {stream.name}/{incarnation} frame {number}"
                head = frame.hash
            mark = rows.chains.get(ChainKey(device, int(stream), incarnation))
            fits = mark is not None and mark.number >= len(frames) and mark.state is ChainState.WHOLE
            if mark is None or not fits or (mark.number == len(frames) and mark.hash != head):
                yield f"device {device} {stream.name}/{incarnation} is at {mark}"
    prev, last = GENESIS, None
    for key in sorted(rows.events):
        row = rows.events[key]
        if key.chain != last:
            prev, last = GENESIS, key.chain
        if (row.prev, row.hash) != (prev, event_hash(prev, row.envelope, row.body)):
            yield f"{key.text} does not follow"
        prev = row.hash
    yield from (f"parked {row.reason}" for row in rows.parked.values())
    yield from run.centre.alarms


def mailboxes_are_dense(run: Run, known: list[Knowledge]) -> Iterator[str]:
    """Each mailbox is numbered without a gap, chained and signed, the same in ledger and gate, with each event in it once."""
    for point in run.desks:
        box = run.centre.core.rows.mail.get(point, [])
        if [row.data for row in box] != [data for _, data in run.centre.gate.mail.get(point, [])]:
            yield f"the mail of {point} is another one at the gate"
        prev, seen = FIRST_PREV, Counter[bytes]()
        for number, row in enumerate(box, start=1):
            opened = open_mail(row.data, CENTRE_KEY, shipped())
            for event in (wire.decode(record.body) for record in opened.records):
                if not is_for(event, run.by_device[event.id.device], point):
                    yield f"{point} was sent {event.id.text} {event.envelope.type} which is not for it"
            head = opened.frame.head
            if (head.number, head.prev, head.point) != (number, prev, point):
                yield f"mail {number} of {point} does not follow"
            prev = opened.frame.hash
            seen.update(record.body for record in opened.records)
        yield from (f"{point} got a record {times} times" for times in seen.values() if times > 1)


def no_fork(run: Run, known: list[Knowledge]) -> Iterator[str]:
    """Nobody wrote two things under one number, and no store refused what a service wrote."""
    yield from run.barred
    for code in (*run.post.refused, *run.refusals, *run.centre.refused):
        if code.startswith(FORBIDDEN):
            yield code


def is_for(event: Event, writer: SimDesk, point: str) -> bool:
    """Whether an event is for a point: by what it says, or because the desk that wrote it stands there."""
    kind, body = event.envelope.type, event.body()
    if point == writer.point:
        return siblings(kind) and body.get("point") == point
    return point in audience(kind, body)
