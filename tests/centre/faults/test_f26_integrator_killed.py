"""The integrator is killed before each of its statements, and three run at once: each event once, mail without a hole, nothing left."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.exchange.mail_frames import RecordKind
from tests.centre.oracle import mailed_events, violations
from tests.support.chains import arrived, dispatch, item_number, send
from tests.support.exchange_keys import COMMUNE_POINT, KEYS, OFFICE, OFFICE_POINT, OFFICE_SECOND
from tests.support.integrating import AnyCentre, DeskChain, Killed, PgCentre
from tests.support.postgres import Cluster

POINTS = (OFFICE_POINT, COMMUNE_POINT)
ONE_DESK_EACH = replace(KEYS, desks=tuple(row for row in KEYS.desks if row.device != OFFICE_SECOND.device))
MOST_STEPS = 400


@dataclass
class DiesAt:
    """Ends the process before the n-th statement."""

    at: int
    seen: int = 0

    def __call__(self, _: str) -> None:
        self.seen += 1
        if self.seen == self.at:
            raise Killed


def _work(centre: AnyCentre) -> tuple[DeskChain, DeskChain]:
    commune, office = DeskChain(), DeskChain.of(OFFICE)
    for number in range(3):
        commune.seal(*(arrived(item_number(number * 3 + at)) for at in range(3)))
        send(office.writer, dispatch(2 + number, secret=1))
        office.seal()
    centre.list_keys(ONE_DESK_EACH)
    centre.post(RecordKind.KEYS, b"a list")
    centre.lay(*commune.frames, *office.frames)
    return commune, office


def _killed_and_started_again(centre: AnyCentre, at: int) -> bool:
    """Whether the kill came before the work was done."""
    step = DiesAt(at)
    try:
        centre.integrator("killed", step, frames=2).round()
    except Killed:
        killed = True
    else:
        killed = False
    centre.gone()
    after = centre.integrator("next", frames=2)
    while after.round().frames:
        pass
    centre.gone()
    return killed


def test_killed_before_any_statement_the_next_one_ends_where_it_would_have(
    centre: AnyCentre, fresh: Callable[[], AnyCentre]
) -> None:
    wrong: dict[int, list[str]] = {}
    at = 0
    killed = True
    while killed and at < MOST_STEPS:
        at += 1
        another = fresh()
        commune, office = _work(another)
        killed = _killed_and_started_again(another, at)
        sealed = [*commune.writer.events, *office.writer.events]
        found = violations(another, sealed, POINTS)
        if mailed_events(another.mail(OFFICE_POINT)) != [event.id for event in commune.writer.events]:
            found.append("the office was sent something else")
        if another.alarms() or another.reader.parked():
            found.append("a kill is told as something else")
        if found:
            wrong[at] = found

    assert wrong == {}
    assert 8 < at < MOST_STEPS


def test_two_that_are_started_at_once_take_each_event_in_once(cluster: Cluster) -> None:
    centre = PgCentre(cluster)
    desks = _work(centre)
    done: list[int] = []
    refused: list[str] = []

    def run(holder: str) -> None:
        integrator = centre.integrator(holder, frames=1)
        for _ in range(30):
            try:
                done.append(integrator.round().frames)
            except DeskError as error:
                refused.append(error.code)
        integrator.release()

    threads = [threading.Thread(target=run, args=(name,)) for name in ("one", "two", "three")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)

    assert (sum(done), refused) == (6, [])
    assert violations(centre, [event for desk in desks for event in desk.writer.events], POINTS) == []
    centre.gone()


def test_one_whose_session_was_ended_writes_nothing_more_once_another_took_over(cluster: Cluster) -> None:
    centre = PgCentre(cluster)
    centre.list_keys(ONE_DESK_EACH)
    first, second = centre.integrator("one"), centre.integrator("two")
    first.round()
    with cluster.admin("core") as admin:
        admin.execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'")

    taken_over = second.round()
    with pytest.raises(DeskError) as refused:
        first.round()
    waiting = first.round()

    assert taken_over.works
    assert refused.value.code == "centre.ledger_away"
    assert not waiting.works
    centre.gone()
