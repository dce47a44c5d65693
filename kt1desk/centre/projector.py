"""The centre follows every event of the ledger with the code that the desk follows its own with, and shows the rows to people.

One transaction holds a batch of one desk's events, the rows that follow from them, and how far it got: killed anywhere, it goes on where it
was, and nothing is followed twice. What one event breaks is undone and the batch tried once more, event by event: the one that cannot be
followed is tried three times, then put aside with an alarm, and those behind it pass. Anything else that goes wrong with the database is
raised: later is soon enough.

A desk has one clock for both streams, so hybrid time gives the order in which it wrote them, and a replay here makes row for row what the
desk has. Where one stream comes later than the other:

- what was done in a shift waits until the shift's opening is here, unless later events of that stream are;
- a block of numbers or an opening that comes after events it should have come before has the desk made anew, when there is time;
- all else does not mind, but for row numbers, which say in what order a thing became known.

This module must not know where frames come from, nor what follows from which event.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

import psycopg

from kt1desk.centre import province
from kt1desk.centre.cluster_sql import Connection
from kt1desk.centre.desk_connection import DeskConnection
from kt1desk.centre.desks_schema import PROVINCE, SCHEMA, tables
from kt1desk.centre.projecting_aside import NEEDS_UPGRADE, PARKED, TRYING, Aside, Fault
from kt1desk.centre.projecting_order import BATCH, Order
from kt1desk.centre.projecting_rows import Book, Waiting
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts import (
    KNOWN,
    DeskOpened,
    DossierMailTaken,
    MailTaken,
)
from kt1desk.services.ports import Clock
from kt1desk.store import projections
from kt1desk.store.projections import foreign, mail

_BATCHES: Final = 20
"""Of one desk in one round, so that one that was away for months does not keep the others waiting."""
_PATIENCE: Final = 3
_TAKEN: Final = frozenset({MailTaken.TYPE, DossierMailTaken.TYPE})
_UNKNOWN: Final = "event.unknown_type"


@dataclass(frozen=True, slots=True)
class Round:
    """What one round did. ``more``: there is work that it left for the next."""

    events: int = 0
    came: int = 0
    made_anew: int = 0
    more: bool = False


@dataclass(frozen=True, slots=True)
class _Step:
    """How many events were followed or put aside; ``stopped`` where the next one will be tried again later."""

    done: int
    stopped: bool = False


class _NotYetError(Exception):
    """The event will be tried again."""


class Projector:
    """Follows the ledger.

    Args:
        connection: of the integrator to ``core``, each statement for itself, and used by nobody else.
        clock: when something got stuck.
    """

    def __init__(self, connection: Connection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock
        self._desk = DeskConnection(connection)
        self._book, self._aside = Book(connection), Aside(connection)
        self._order = Order(connection, self._book, self._aside)

    def round(self) -> Round:
        """Follow what waits; then what was waited for and came; then, if nothing else is to do, make one desk anew.

        Raises:
            psycopg.OperationalError: the database is away, or full, or busy; nothing is lost.
        """
        events, more = 0, False
        for desk in self._book.desks():
            for _ in range(_BATCHES):
                step = self._batch(desk)
                events += step.done
                if step.stopped or step.done == 0:
                    break
            else:
                more = True
        came = self._take_in_what_came()
        self._try_what_is_known_now()
        to_make = [] if more else self._aside.to_make()
        for desk in to_make[:1]:
            self.make_anew(desk)
        return Round(events, came, len(to_make[:1]), more or len(to_make) > 1)

    def make_anew(self, desk: int) -> int:
        """Make all rows of a desk (or of the province) again, in one transaction; until it ends people read the old ones.

        Returns:
            How many events were followed.
        """
        with self._alone(desk):
            for table in reversed(tables()):
                self._connection.execute(f'DELETE FROM {SCHEMA}."{table.name}"'.encode())  # noqa: S608
            self._book.forget(desk)
            if desk == PROVINCE:
                return self._province_anew()
            done = 0
            while one := self._batch(desk, replay=True).done:
                done += one
            return done

    def _batch(self, desk: int, *, replay: bool = False) -> _Step:
        """The next events of a desk."""
        try:
            with self._alone(desk):
                ready = self._order.ready(desk)
                if not replay:
                    self._order.mark_late(desk, ready)
                for each in ready:
                    self._at_desk(desk, each)
                if not replay:
                    self._desk.at(PROVINCE)
                    for each in ready:
                        province.follow(self._desk, each.event())
                self._book.passed(ready)
        except psycopg.OperationalError:
            raise
        except Exception:  # noqa: BLE001 - whatever it was comes again below, where it is put down to its event
            return self._one_by_one(desk, replay=replay)
        return _Step(len(ready))

    def _one_by_one(self, desk: int, *, replay: bool) -> _Step:
        with self._alone(desk):
            ready = self._order.ready(desk)
            for done, each in enumerate(ready):
                tries = _PATIENCE if replay else self._aside.tries(each.id) + 1
                faults: list[Fault] = []
                try:
                    with self._connection.transaction():
                        faults += self._parts(desk, each, tries, replay=replay)
                        if any(fault.state == TRYING for fault in faults):
                            raise _NotYetError
                except _NotYetError:
                    self._aside.stuck(each, faults, tries, self._clock.now().utc_ms)
                    return _Step(done, stopped=True)
                for at in (desk, PROVINCE):
                    self._aside.free(each.id, at)
                self._aside.stuck(each, faults, tries, self._clock.now().utc_ms)
                self._book.passed([each])
                self._desk.at(desk)
        return _Step(len(ready))

    def _parts(self, desk: int, each: Waiting, tries: int, *, replay: bool) -> Iterator[Fault]:
        for at in (desk,) if replay else (desk, PROVINCE):
            fault = self._attempt(at, each, tries)
            if fault is not None:
                yield fault

    def _attempt(self, at: int, each: Waiting, tries: int) -> Fault | None:
        """Follow one event at one desk, or leave no trace of it and say why."""
        try:
            with self._connection.transaction():
                self._desk.at(at)
                if at == PROVINCE:
                    province.follow(self._desk, each.event())
                else:
                    self._at_desk(at, each)
        except psycopg.OperationalError:
            raise
        except Exception as error:  # noqa: BLE001 - an event may break anything; it must not stop those behind it
            reason = _reason(error)
            final = NEEDS_UPGRADE if reason == _UNKNOWN else PARKED if tries >= _PATIENCE else TRYING
            return Fault(at, reason, final)
        return None

    def _at_desk(self, desk: int, each: Waiting) -> None:
        """What the desk itself did when it wrote the event, or took in another's."""
        event = each.event()
        if each.id.device != desk:
            foreign.follow(self._desk, event)
            return
        body = event.body()
        if each.type in _TAKEN and self._awaits(desk, event, MailTaken.of(body)):
            return
        projections.apply(self._desk, event, body)
        if each.type == DeskOpened.TYPE:
            self._book.stands_at(desk, str(body["point"]))

    def _awaits(self, desk: int, event: Event, fact: MailTaken) -> bool:
        """Whether what was taken in is not here: its own desk has not sent it yet. What follows from it follows when it comes."""
        if self._aside.is_here(fact.event_id):
            return False
        mail.taken(self._desk, event, fact)
        self._aside.wait_for(fact.event_id, fact.hash, desk)
        return True

    def _take_in_what_came(self) -> int:
        came = self._aside.came(BATCH)
        for desk, hashed, each in came:
            with self._alone(desk):
                fault: Fault | None = Fault(desk, "store.refused", PARKED)
                if hashed == each.hash:
                    fault = self._attempt(desk, each, _PATIENCE)
                self._aside.stuck(each, [fault] if fault else [], _PATIENCE, self._clock.now().utc_ms)
                self._aside.waits_no_more(each.id, desk)
        return len(came)

    def _try_what_is_known_now(self) -> None:
        """What had to wait for this program: a desk is made anew, for the order counts there; in the province it does not."""
        for desk in self._aside.upgraded(_is_known):
            if desk != PROVINCE:
                self._aside.make_anew(desk, "upgrade")
                continue
            for each in filter(lambda one: _is_known(one.type, one.version), self._aside.stuck_at(PROVINCE)):
                with self._alone(PROVINCE):
                    fault = self._attempt(PROVINCE, each, _PATIENCE)
                    self._aside.free(each.id, PROVINCE)
                    self._aside.stuck(each, [fault] if fault else [], _PATIENCE, self._clock.now().utc_ms)

    def _province_anew(self) -> int:
        done = 0
        for each in self._book.followed():
            fault = self._attempt(PROVINCE, each, _PATIENCE)
            self._aside.stuck(each, [fault] if fault else [], _PATIENCE, self._clock.now().utc_ms)
            done += 1
        return done

    @contextmanager
    def _alone(self, desk: int) -> Iterator[None]:
        """A transaction in which there is one desk, and nobody else projects."""
        with self._connection.transaction():
            self._book.lock()
            self._desk.at(desk)
            yield


def _is_known(kind: str, version: int) -> bool:
    return kind in KNOWN and version == KNOWN[kind].VERSION


def _reason(error: Exception) -> str:
    """Why, without a word of what the event says."""
    if isinstance(error, DeskError):
        return error.code
    if isinstance(error, psycopg.Error):
        return f"sql.{error.sqlstate or type(error).__name__}"
    return type(error).__name__
