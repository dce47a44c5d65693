"""Planted bugs: each breaks the real code in one place while a run goes on, and the oracle must find it.

They are the test of the simulation itself: a rule that no bug can break proves nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from typing import Any
from unittest.mock import patch

from kt1desk.centre import routing
from kt1desk.domain import merging
from kt1desk.domain.approval import Manner
from kt1desk.domain.custody import ThingKind
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, EventId, HybridTime, Stream
from kt1desk.domain.identifiers import LocalKind, local_number
from kt1desk.domain.merging import Known, Standing
from kt1desk.exchange import judging, mail_kinds, outgoing, taking_all
from kt1desk.exchange.bundle import NOTHING, MailMark
from kt1desk.exchange.frames import Frame, Mark
from kt1desk.exchange.mailroom import Mailroom
from kt1desk.exchange.outbox import Outbox
from kt1desk.exchange.taking import Outcome, take_event
from kt1desk.services import (
    approvals,
    arrival_matching,
    arrivals,
    confirming,
    custody_steps,
    dispatching,
    holding,
    incidents,
    packing,
    rounds,
)
from kt1desk.services.confirming import Confirmed
from kt1desk.services.custody_rows import StandingRow
from kt1desk.services.custody_steps import Occasion, standing_of
from kt1desk.services.ports import PaperDraft, Reader, Work
from kt1desk.services.shifts import local_date
from kt1desk.store import inbound, received
from kt1desk.store.projections import custody as custody_projection
from kt1desk.store.work import StoreWork
from tests.simulation.desk import Shown, SimDesk
from tests.simulation.line import PAUSE_MS, Exchange
from tests.simulation.run import Run

Planting = Callable[[Run], AbstractContextManager[object]]


def paper_before_commit(run: Run) -> AbstractContextManager[object]:
    """The printer gets a paper when it is queued, and not once its event is on the disk."""
    queue = StoreWork.queue_paper

    def queued(work: StoreWork, draft: PaperDraft) -> int:
        job = queue(work, draft)
        for desk in run.all_desks:
            if desk.store._opened.connection is work._connection:
                values = draft.values
                ref, digits = values.get("event_ref", ""), values.get("event_hash", "")
                desk.shown.append(Shown(draft.template, draft.item, ref, digits.replace(" ", ""), values))
        return job

    return patch.object(StoreWork, "queue_paper", queued)


def sent_before_the_answer(run: Run) -> AbstractContextManager[object]:
    """A frame counts as sent when it is handed to the line, whatever the other side says."""
    to_send = Outbox.to_send
    sent: dict[tuple[int, Stream], int] = {}

    def sending(outbox: Outbox, stream: Stream, taken: Mark) -> Iterator[Frame]:
        for frame in to_send(outbox, stream, taken):
            chain = (frame.head.first.device, stream)
            if frame.head.number > sent.get(chain, 0):
                sent[chain] = frame.head.number
                yield frame

    return patch.object(Outbox, "to_send", sending)


def frame_not_on_the_disk(run: Run) -> AbstractContextManager[object]:
    """A sealed frame is remembered by the program and not kept."""
    seal = Outbox.seal_next

    class Memory:
        def __init__(self) -> None:
            self.frames: dict[Stream, list[bytes]] = {stream: [] for stream in Stream}

        def of(self, incarnation: int) -> Memory:
            return self

        def last_frame(self, stream: Stream) -> bytes | None:
            return self.frames[stream][-1] if self.frames[stream] else None

        def frame(self, stream: Stream, number: int) -> bytes | None:
            kept = self.frames[stream]
            return kept[number - 1] if 0 < number <= len(kept) else None

        def keep_frame(self, stream: Stream, number: int, data: bytes) -> None:
            self.frames[stream].append(data)

    def sealing(outbox: Outbox, stream: Stream) -> Frame | None:
        if not isinstance(outbox._shelf, Memory):
            outbox._shelf = Memory()
        return seal(outbox, stream)

    return patch.object(Outbox, "seal_next", sealing)


@contextmanager
def duplicate_is_an_error(run: Run) -> Iterator[None]:
    """An event that is here already is an error of the store."""

    def taking(work: Work, room: Mailroom, event: Event, way: str, actor: str) -> Outcome:
        if work.any_event(event.id) is not None:
            raise DeskError("store.refused")
        return take_event(work, room, event, way, actor)

    with patch.object(taking_all, "take_event", taking), patch.object(mail_kinds, "take_event", taking):
        yield


def no_retry_timer(run: Run) -> AbstractContextManager[object]:
    """Nothing is tried again unless somebody writes something new."""
    tick = Exchange.tick
    last: dict[int, int] = {}

    def ticking(exchange: Exchange) -> None:
        seq = exchange.desk.store.heads().of(Stream.KT1).seq
        if last.get(id(exchange)) == seq:
            run.world.after(PAUSE_MS, lambda: ticking(exchange))
            return
        last[id(exchange)] = seq
        tick(exchange)

    return patch.object(Exchange, "tick", ticking)


@contextmanager
def mail_taken_twice(run: Run) -> Iterator[None]:
    """The same mail by another way is taken in once more."""
    write = received.write

    def writing(connection: Any, event: Event) -> None:
        if received.read(connection, event.id) is None:
            write(connection, event)

    def taking(work: Work, _room: Mailroom, event: Event, way: str, actor: str) -> Outcome:
        return Outcome.NEW if work.take_mail(event, way, actor) else Outcome.ALREADY

    with (
        patch.object(inbound, "is_new", lambda _connection, _event: True),
        patch.object(received, "write", writing),
        patch.object(taking_all, "take_event", taking),
    ):
        yield


def arrival_without_parent(run: Run) -> AbstractContextManager[object]:
    """Whoever receives does not name the event by which it was sent."""
    step = arrival_matching.next_step

    def orphan(*args: Any, **named: Any) -> tuple[int, tuple[EventId, ...]]:
        return step(*args, **named)[0], ()

    return patch.object(arrivals, "next_step", orphan)


def recall_beats_scan(run: Run) -> AbstractContextManager[object]:
    """What was said last wins, and not what was scanned."""

    def line(
        top: EventId,
        children: Mapping[EventId, list[EventId]],
        events: Mapping[EventId, Known],
        depth: Mapping[EventId, int],
    ) -> list[EventId]:
        deepest: Mapping[EventId, tuple[int, HybridTime]] = merging._deepest(top, children, events, depth)
        found = [top]
        while found[-1] in children:
            found.append(
                max(children[found[-1]], key=lambda id_: (not events[id_].touch.scan, deepest[id_], id_))
            )
        return found

    return patch.object(merging, "_line", line)


def custody_not_counted(run: Run) -> AbstractContextManager[object]:
    """Putting away does not count custody on."""
    in_hand = custody_steps.in_hand

    def uncounted(*args: Any) -> StandingRow:
        standing = in_hand(*args)
        return replace(standing, n=standing.n - 1)

    return patch.object(holding, "in_hand", uncounted)


@contextmanager
def audience_not_asked(run: Run) -> Iterator[None]:
    """Whatever comes is kept, for whomever it is."""

    def everybody(_kind: str, _body: object) -> tuple[str, ...]:
        return tuple(run.desks)

    with patch.object(judging, "audience", everybody), patch.object(routing, "audience", everybody):
        yield


@contextmanager
def numbers_from_memory(run: Run) -> Iterator[None]:
    """Dispatches are counted by the program, from one again when it starts again."""
    given: Counter[tuple[int, int, LocalKind]] = Counter()
    desks: dict[int, SimDesk] = {desk.device: desk for desk in run.all_desks}

    def next_number(_reader: Reader, kind: LocalKind, at: Occasion) -> str:
        device = at.session.desk.device
        life = (device, desks[device].deaths, kind)
        given[life] += 1
        return local_number(kind, at.point, local_date(at.now), device, given[life])

    with (
        patch.object(dispatching, "next_local_number", next_number),
        patch.object(rounds, "next_local_number", next_number),
        patch.object(incidents, "next_local_number", next_number),
    ):
        yield


def signature_not_checked(run: Run) -> AbstractContextManager[object]:
    """A dispatch on paper is believed for its looks."""
    return patch.object(judging, "verify_event", lambda _event, _keys: None)


def exception_counts_as_approval(run: Run) -> AbstractContextManager[object]:
    """Where nobody looked, it is written that somebody did."""
    approve = approvals._approve

    def approved(work: Work, at: Occasion, standing: StandingRow, confirmed: Confirmed) -> Event:
        return approve(work, at, standing, replace(confirmed, manner=Manner.SPOT, reason=""))

    return patch.object(approvals, "_approve", approved)


@contextmanager
def item_in_two_bags(run: Run) -> Iterator[None]:
    """Whatever number is typed goes into the receptacle."""

    def anywhere(reader: Reader, _at: Occasion, number: str, _step: object) -> StandingRow:
        return standing_of(reader, ThingKind.ITEM, number)

    with patch.object(packing, "in_hand", anywhere):
        yield


def seal_used_again(run: Run) -> AbstractContextManager[object]:
    """Nobody asks whether a seal was used before."""
    return patch.object(packing, "check_seal", lambda _reader, _seal, _service: None)


def own_approval(run: Run) -> AbstractContextManager[object]:
    """Nobody asks who accepted the item that is approved."""
    return patch.object(confirming.Confirmations, "_check_other", lambda *_args: None)


def bundles_go_on_from_what_was_sent(run: Run) -> AbstractContextManager[object]:
    """The next bundle has what the one before had not, taken or not."""

    def sure(reader: Reader, room: Mailroom, to: str, _said: object) -> MailMark:
        upto = reader.bundles_to(to, service=room.service)[1]
        rows = reader.mail(to, upto - 1, 1, service=room.service) if upto else ()
        event = reader.event(rows[0].event) if rows else None
        return MailMark(upto, event.hash.hex()) if event is not None else NOTHING

    return patch.object(outgoing, "_sure", sure)


def folded_as_it_came(run: Run) -> AbstractContextManager[object]:
    """A thing stands as the event says that came last."""
    fold = merging.fold

    def last(known: Iterable[Known], home: str = "") -> Standing:
        return fold(list(known)[-2:], home)

    return patch.object(custody_projection, "fold", last)
