"""Planted bugs of the exchange: gate, courier, integrator, restored desks and centres, the shared folder. As `tests.simulation.mutants`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from typing import Any
from unittest.mock import patch

from kt1desk.centre import integrator, turns, writing
from kt1desk.centre import mending as mending_
from kt1desk.centre.ledger_values import Batch
from kt1desk.exchange import lane, mail_intake, mail_lane, near, near_leaving
from kt1desk.exchange.gate_talk import Answer, Ask, Reason, Reply
from kt1desk.exchange.near_marks import NearPeer
from kt1desk.store import incarnations, rewriting, start_checks
from kt1desk.store.writing import Sources, Tail
from tests.simulation.run import Run
from tests.support import gate_model, ledger_in_memory
from tests.support.gate_model import GateModel


def gate_knows_one_token(run: Run) -> AbstractContextManager[object]:
    """The gate takes the newest word alone, and not the one before, whose successor may have been lost."""
    exchange = GateModel.exchange

    def answering(gate: GateModel, device: int, ask: Ask, *, certified: bool = True) -> Reply:
        reply = exchange(gate, device, ask, certified=certified)
        gate.devices[device].token_before = None
        return reply

    return patch.object(GateModel, "exchange", answering)


def repetition_is_a_fork(run: Run) -> AbstractContextManager[object]:
    """The gate says of a frame that it has that another one is there."""
    take = gate_model._take

    def taking(known: Any, frame: bytes) -> tuple[Answer, Reason]:
        answer, reason = take(known, frame)
        return (Answer.FORK, Reason.FRAME) if answer is Answer.DUP else (answer, reason)

    return patch.object(gate_model, "_take", taking)


def gate_is_not_believed(run: Run) -> AbstractContextManager[object]:
    """A desk does not go back where the gate says that it has less than before."""
    go_on = lane.Lane._go_on_after

    def going_on(one: Any, word: Any) -> None:
        before = one._at
        if (word.incarnation, word.mark.number) >= (before.incarnation, before.mark.number):
            go_on(one, word)

    return patch.object(lane.Lane, "_go_on_after", going_on)


def passed_over_for_good(run: Run) -> AbstractContextManager[object]:
    """What cannot be taken in while the line of the register is closed is not remembered."""
    return patch.object(mail_intake, "waiting", lambda known, _causes, _mark: known)


def mailbox_set_back_is_not_seen(run: Run) -> AbstractContextManager[object]:
    """A mailbox that was set back counts as an empty one."""

    def stand_still(one: Any) -> None:
        one._more = False

    return patch.object(mail_lane.MailLane, "_step_back", stand_still)


@contextmanager
def mail_before_its_chain(run: Run) -> Iterator[None]:
    """Mail is written in a transaction of its own, before the frames it came of."""

    class Apart:
        def __init__(self, ledger: Any) -> None:
            self._ledger = ledger

        def write(self, batch: Batch) -> None:
            if batch.mail:
                self._ledger.write(Batch(batch.now_ms, mail=batch.mail))
            self._ledger.write(replace(batch, mail=()))

        def __getattr__(self, name: str) -> Any:
            return getattr(self._ledger, name)

    write = writing.write

    def apart(works: Any, *rest: Any) -> int:
        return write(replace(works, ledger=Apart(works.ledger)), *rest)

    with patch.object(turns, "write", apart), patch.object(integrator, "write", apart):
        yield


def mail_is_not_copied_again(run: Run) -> AbstractContextManager[object]:
    """Mail that the ledger has and the gate has not is left where it is."""
    return patch.object(mending_, "_copy", lambda *_: None)


def mail_is_not_adopted(run: Run) -> AbstractContextManager[object]:
    """What a restored ledger lost and the gate still has is not looked at, so its numbers are given again."""
    return patch.object(mending_, "_adopt", lambda *_: None)


def lease_is_not_asked(run: Run) -> AbstractContextManager[object]:
    """Whoever lost the lock writes on."""
    return patch.object(ledger_in_memory.MemoryLedger, "_check", lambda _: None)


def folder_goes_on_from_what_was_left(run: Run) -> AbstractContextManager[object]:
    """The next file begins behind the last one, read or not."""
    leaving = near_leaving.to_leave
    left: dict[tuple[int, object], Any] = {}

    def from_there(reader: Any, known: NearPeer, streams: Any, point: str) -> Any:
        device = reader.desk().device
        marks = [mark for (of, _), mark in left.items() if of == device]
        found = leaving(reader, replace(known, acked=tuple(marks)), streams, point)
        for span in found.spans:
            left[device, span.upto.chain] = span.upto
        return found

    return patch.object(near, "to_leave", from_there)


@contextmanager
def same_life_goes_on(run: Run) -> Iterator[None]:
    """A desk whose file was put back writes on in the incarnation it was in."""

    def begin_in(connection: Any, sources: Sources, tail: Tail, _renewal: object) -> tuple[Sources, Tail]:
        heads = start_checks.heads_of(connection, sources.key)
        return replace(sources, barred=""), replace(tail, heads=heads)

    with patch.object(incarnations, "begin_in", begin_in), patch.object(rewriting, "begin_in", begin_in):
        yield
