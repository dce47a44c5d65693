"""The centre has of each desk what the desk has itself, row for row, whatever came first."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.centre.desks_schema import PROVINCE
from kt1desk.centre.projector import Round
from kt1desk.domain.canonical import Json
from kt1desk.domain.case import Outcome
from kt1desk.domain.custody import ThingKind
from kt1desk.domain.events import Envelope, Stream
from kt1desk.domain.facts import BlockGranted, ItemAccepted
from kt1desk.domain.merging import Known, fold
from kt1desk.domain.touching import touches
from kt1desk.store import statements
from kt1desk.store.tables import PROJECTIONS
from tests.support.case_desks import BUREAU, CaseDesk, tell
from tests.support.following import (
    COUNTER,
    KT1,
    Centre,
    Files,
    enrolled,
    file_of,
    following,
    three_desks,
    without_numbers,
)
from tests.support.ledgers import rows, take_in, written
from tests.support.postgres import Cluster
from tests.support.reversals import WITHDRAWN


@pytest.fixture(scope="module")
def province() -> Iterator[Files]:
    with three_desks() as files:
        yield files


@pytest.fixture
def centre(cluster: Cluster) -> Iterator[Centre]:
    with following(cluster) as made:
        yield made


def test_every_projection_of_every_desk_is_at_the_centre_row_for_row(centre: Centre, province: Files) -> None:
    events = sum(take_in(centre.core, desk) for desk in province.values())

    made = centre.projector.round()

    assert made == Round(events)
    assert centre.unlike(province) == []
    assert (centre.stuck(), centre.awaiting()) == ([], set())


@pytest.mark.parametrize("streams", [(KT1, COUNTER), (COUNTER, KT1)])
def test_desks_and_streams_may_come_in_any_order_but_for_numbers_of_rows(
    centre: Centre, province: Files, streams: tuple[int, int]
) -> None:
    for stream in streams:
        for desk in reversed(list(province.values())):
            take_in(centre.core, desk, stream)
            centre.projector.round()

    centre.rounds()

    assert centre.unlike(province, ordered=False) == []
    assert centre.stuck() == []


def test_a_desk_made_anew_has_the_numbers_of_its_rows_too(centre: Centre, province: Files) -> None:
    for desk in reversed(list(province.values())):
        take_in(centre.core, desk)
        centre.projector.round()
    before = centre.unlike(province)

    made = [centre.projector.make_anew(number) for number in province]

    assert before != []
    assert made == [len(written(desk)) for desk in province.values()]
    assert centre.unlike(province) == []


def test_what_was_done_in_a_shift_waits_until_the_shift_is_known(centre: Centre, province: Files) -> None:
    desk = province[2]
    in_shifts = [row for row in written(desk, KT1) if row[4] == ItemAccepted.TYPE]
    for number in province.keys() - {2}:
        take_in(centre.core, province[number])
    centre.rounds()
    take_in(centre.core, desk, KT1)
    before = centre.projector.round()

    take_in(centre.core, desk, COUNTER)
    after = centre.projector.round()

    assert in_shifts
    assert 0 < before.events <= len(written(desk, KT1)) - len(in_shifts)
    assert before.events + after.events == len(written(desk))
    assert centre.unlike({2: desk}, ordered=False) == []


def test_a_block_of_numbers_that_comes_too_late_has_the_desk_made_anew(
    centre: Centre, tmp_path: Path
) -> None:
    with enrolled(tmp_path) as desk:
        desk.accept_dossier()
        take_in(centre.core, file_of(desk), COUNTER)
        centre.projector.round()

        take_in(centre.core, file_of(desk), KT1)
        made = centre.projector.round()

        assert BlockGranted.STREAM is Stream.KT1
        assert made.made_anew == 1
        assert centre.unlike({8: file_of(desk)}) == []
        assert centre.projector.round() == Round()


def test_cases_and_money_are_at_the_centre_as_at_the_desks(centre: Centre, tmp_path: Path) -> None:
    with enrolled(tmp_path) as commune, enrolled(tmp_path, 9, BUREAU) as bureau:
        here, there = CaseDesk(commune), CaseDesk(bureau)
        accepted, withdrawn = commune.accept_dossier(), commune.accept()
        commune.reversals.withdraw_item(commune.session(), withdrawn.item, WITHDRAWN)
        tell(here, there)
        there.found(accepted.legs[0].item)
        there.hand(accepted.legs[0].item)
        there.decide(accepted.dossier, Outcome.SUPPLEMENT)
        tell(there, here)
        for desk in (bureau, commune):
            take_in(centre.core, file_of(desk))

        centre.rounds()

        assert centre.unlike({8: file_of(commune), 9: file_of(bureau)}, ordered=False) == []
        (case,) = rows(centre.core, "dossier", PROVINCE)
        assert (accepted.dossier in case, "supplement" in case) == (True, True)
        assert centre.stuck() == []


def test_an_event_taken_in_whose_own_desk_is_silent_is_waited_for(centre: Centre, province: Files) -> None:
    take_in(centre.core, province[2])
    first = centre.projector.round()
    alone, awaiting = centre.unlike({2: province[2]}, ordered=False), centre.awaiting()

    for number in province.keys() - {2}:
        take_in(centre.core, province[number])
    second = centre.projector.round()

    assert first.events == len(written(province[2]))
    assert alone != []
    assert awaiting == {2}
    assert second.came > 0
    assert centre.unlike({2: province[2]}, ordered=False) == []
    assert centre.awaiting() == set()


@pytest.mark.parametrize("first", ["taker", "giver"])
def test_another_event_under_the_number_of_the_one_taken_in_is_put_aside(
    centre: Centre, province: Files, first: str
) -> None:
    row = province[2].execute("SELECT device, stream, incarnation, seq FROM mail_in").fetchone()
    assert row is not None
    where = "device = %s AND stream = %s AND incarnation = %s AND seq = %s"
    if first == "taker":
        take_in(centre.core, province[2])
        centre.projector.round()
    take_in(centre.core, province[row[0]])
    centre.core.execute(f"UPDATE ledger.event SET hash = sha256('another') WHERE {where}", row)

    take_in(centre.core, province[2])
    for _ in range(3):
        centre.projector.round()

    assert (2, "parked", "store.refused") in centre.stuck()


def test_the_picture_of_the_province_is_the_fold_of_all_events_whatever_came_first(
    centre: Centre, province: Files
) -> None:
    for desk in reversed(list(province.values())):
        take_in(centre.core, desk)
        centre.projector.round()
    things: dict[tuple[ThingKind, str], list[Known]] = {}
    for row in (row for desk in province.values() for row in written(desk)):
        said, body = Envelope.decode(row[5]), _body(row)
        for each in touches(body, said):
            known = Known(said.id, said.hlc, said.parents, each)
            things.setdefault((each.kind, each.number), []).append(known)

    stands = sorted(row[1:6] for row in rows(centre.core, "standing", PROVINCE))

    folded = {thing: fold(_of_one_thing(known)) for thing, known in things.items()}
    assert stands == sorted(
        (number, kind.value, made.state.value, made.holder, made.point)
        for (kind, number), made in folded.items()
    )
    before = {table.name: without_numbers(centre.core, table.name, PROVINCE) for table in PROJECTIONS}
    centre.projector.make_anew(PROVINCE)
    after = {table.name: without_numbers(centre.core, table.name, PROVINCE) for table in PROJECTIONS}
    assert after == before
    assert centre.stuck() == []


def _body(row: statements.Row) -> Mapping[str, Json]:
    body: Mapping[str, Json] = json.loads(row[6])
    return body


def _of_one_thing(known: list[Known]) -> list[Known]:
    """Of an event's parents only those count that are known of the same thing."""
    here = {each.id for each in known}
    return [replace(each, parents=tuple(id_ for id_ in each.parents if id_ in here)) for each in known]
