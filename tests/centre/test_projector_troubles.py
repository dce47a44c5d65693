"""The centre follows on when an event breaks, a connection is lost, two follow at once, or a program is too old."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from kt1desk.centre.cluster_sql import Connection
from kt1desk.centre.desks_schema import PROVINCE
from kt1desk.centre.projecting_rows import Book, Waiting
from kt1desk.centre.projector import Projector, Round
from kt1desk.domain.canonical import encode
from kt1desk.domain.facts import KNOWN, ItemAccepted
from tests.support.clocks import HandClock
from tests.support.following import (
    Centre,
    Files,
    enrolled,
    file_of,
    following,
    three_desks,
)
from tests.support.ledgers import integrator, rows, take_in, written
from tests.support.postgres import Cluster


@pytest.fixture(scope="module")
def province() -> Iterator[Files]:
    with three_desks() as files:
        yield files


@pytest.fixture
def centre(cluster: Cluster) -> Iterator[Centre]:
    with following(cluster) as made:
        yield made


def test_an_event_that_breaks_is_tried_three_times_and_those_behind_it_pass(
    centre: Centre, tmp_path: Path
) -> None:
    with enrolled(tmp_path) as desk:
        desk.accept()
        broken = desk.accept().event.id
        desk.accept()
        take_in(centre.core, file_of(desk))
        centre.core.execute(
            "UPDATE ledger.event SET body = %s WHERE device = 8 AND stream = 1 AND seq = %s",
            (encode({"item": "RA473124829VN"}, 1_000), broken.seq),
        )

        first, second = centre.projector.round(), centre.projector.round()
        items_before = len(rows(centre.core, "item", 8))
        last = centre.projector.round()

        assert (second.events, items_before) == (0, 1)
        assert first.events + last.events == len(written(file_of(desk)))
        assert len(rows(centre.core, "item", 8)) == 2
        assert centre.stuck() == [(at, "parked", "KeyError") for at in (PROVINCE, 8)]
        alarms = centre.core.execute("SELECT what, subject FROM ledger.alarm ORDER BY 2").fetchall()
        assert alarms == [("projecting", f"{broken.text} {at}") for at in (PROVINCE, 8)]
        assert centre.projector.round() == Round()


def test_what_this_program_does_not_know_waits_for_one_that_does(
    centre: Centre, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with enrolled(tmp_path) as desk:
        desk.accept()
        take_in(centre.core, file_of(desk))
        with monkeypatch.context() as older:
            older.delitem(KNOWN, ItemAccepted.TYPE)  # a program from before this kind of event
            passed = centre.projector.round()
            waits = centre.stuck()

        centre.rounds()

        assert passed.events == len(written(file_of(desk)))
        assert waits == [(at, "needs_upgrade", "event.unknown_type") for at in (PROVINCE, 8)]
        assert centre.stuck() == []
        assert centre.unlike({8: file_of(desk)}) == []
        assert len(rows(centre.core, "standing", PROVINCE)) == 1


class _Torn(Projector):
    """Loses its connection after so many events."""

    def __init__(self, connection: Connection, after: int) -> None:
        super().__init__(connection, HandClock())
        self._left = after

    def _at_desk(self, desk: int, each: Waiting) -> None:
        self._left -= 1
        if self._left < 0:
            self._connection.close()
        super()._at_desk(desk, each)


@pytest.mark.parametrize("after", [0, 45])
def test_killed_in_the_middle_it_goes_on_and_follows_nothing_twice(
    centre: Centre, province: Files, after: int
) -> None:
    for desk in province.values():
        take_in(centre.core, desk)
    with pytest.raises(psycopg.OperationalError):
        _Torn(integrator(centre.cluster), after).round()

    centre.projector.round()

    assert centre.unlike(province) == []
    assert centre.stuck() == []


def test_two_that_follow_at_once_follow_each_event_once(centre: Centre, province: Files) -> None:
    for desk in province.values():
        take_in(centre.core, desk)
    done: list[int] = []

    def follow() -> None:
        with integrator(centre.cluster) as own:
            done.append(Projector(own, HandClock()).round().events)

    threads = [threading.Thread(target=follow) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sum(done) == sum(len(written(desk)) for desk in province.values())
    assert centre.unlike(province) == []
    assert centre.stuck() == []


def test_a_desk_that_was_away_does_not_keep_the_others_waiting(
    centre: Centre, province: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kt1desk.centre.projecting_order.BATCH", 5)
    monkeypatch.setattr("kt1desk.centre.projector._BATCHES", 2)
    for desk in province.values():
        take_in(centre.core, desk)

    first = centre.projector.round()

    assert first == Round(events=10 * len(province), more=True)
    with centre.core.transaction():
        assert {len(Book(centre.core).next(number, 1)) for number in province} == {1}
    centre.rounds()
    assert centre.unlike(province) == []
