"""The first events of a desk: they name the device that the file writes as."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.app.first_run import sample_people, trial_plan
from kt1desk.app.options import Options
from kt1desk.app.place import TRIAL_PASSWORD, take_place
from kt1desk.app.works import works_in
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.domain.facts import RegisterEntered
from kt1desk.domain.identifiers import S10
from kt1desk.services.numbers import next_number
from kt1desk.services.set_up import Block, enter_missing, grant_missing, open_desk
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.verify import verify
from tests.support.clocks import HandClock
from tests.support.desks import sample_reference
from tests.support.dossiers import ordinary_dossier
from tests.support.furnished import DEK, STAFF
from tests.support.journals import first_release, reopen


@pytest.mark.parametrize(
    ("made_as", "planned", "desk_file"), [(7, 0, ""), (0, 7, "ab" * 32), (8, 7, "ab" * 32)]
)
def test_a_desk_opens_only_as_the_device_its_file_was_made_for(
    tmp_path: Path, made_as: int, planned: int, desk_file: str
) -> None:
    store = DeskStore.create(DataFolder(tmp_path), DEK, HandClock(), random.Random(1).randbytes, made_as)
    plan = replace(trial_plan(sample_reference()), device=planned, desk_file=desk_file)

    with pytest.raises(DeskError, match=r"desk_file\.wrong_device"):
        open_desk(store, plan, STAFF)

    with store.read() as reader:
        assert reader.desk() is None
    store.close()


def test_a_desk_of_the_first_release_gets_the_numbers_for_dossiers_and_gets_them_once(
    tmp_path: Path,
) -> None:
    store = reopen(first_release(tmp_path))
    with store.read() as reader:
        before = [block.prefix for block in reader.blocks()]
    sample = trial_plan(sample_reference()).blocks

    for _ in range(2):
        grant_missing(store, sample)

    with store.read() as reader:
        blocks = {block.prefix: (block.first, block.last) for block in reader.blocks()}
        upcoming = next_number(reader, ("RX",))
    assert "RX" not in before
    assert blocks["RX"] == (1, 99_999)
    assert S10.parse(upcoming).prefix == "RX"
    assert verify(store).events == 80 + len(sample)
    assert verify(store).ok


def test_a_trial_desk_without_numbers_for_dossiers_has_them_once_it_was_opened(tmp_path: Path) -> None:
    taken = take_place(Options(tmp_path / "data", tmp_path / "papers", trial=True))
    works, reference = works_in(taken), sample_reference()
    plan = trial_plan(reference)
    only_kt1 = replace(plan, blocks=plan.blocks[:1])
    works.maker.make(only_kt1, sample_people(reference, works.clock, TRIAL_PASSWORD))

    desk = works.opener.open("ha.hoang", TRIAL_PASSWORD)

    desk.shifts.open(desk.session, desk.today, 0)
    problems = {problem.code for problem in desk.dossiers.quote(desk.session, ordinary_dossier()).problems}
    desk.close()
    taken.leave()
    assert not any(code.startswith("number.") for code in problems)


def test_a_real_desk_gets_no_numbers_but_those_of_its_province(tmp_path: Path) -> None:
    store = DeskStore.create(DataFolder(tmp_path), DEK, HandClock(), random.Random(1).randbytes, 7)
    plan = replace(trial_plan(sample_reference()), device=7, desk_file="ab" * 32, blocks=(Block("ME", 1, 9),))
    open_desk(store, plan, STAFF)

    grant_missing(store, trial_plan(sample_reference()).blocks)

    with store.read() as reader:
        assert [block.prefix for block in reader.blocks()] == ["ME"]
    store.close()


def test_a_trial_desk_has_a_safe_and_a_vehicle_once_it_was_opened_and_only_once(tmp_path: Path) -> None:
    taken = take_place(Options(tmp_path / "data", tmp_path / "papers", trial=True))
    works, reference = works_in(taken), sample_reference()
    works.maker.make(trial_plan(reference), sample_people(reference, works.clock, TRIAL_PASSWORD))

    works.opener.open("ha.hoang", TRIAL_PASSWORD).close()
    desk = works.opener.open("ha.hoang", TRIAL_PASSWORD)

    with desk.store.read() as reader:
        kept = [row.entry for code in ("safes", "vehicles") for row in reader.register_rows(code)]
        written = reader.events_after(Stream.KT1, 0)
        entered = [each for each in written if each.envelope.type == RegisterEntered.TYPE]
    desk.close()
    taken.leave()
    assert kept == [row.entry for row in reference.sample_entries]
    assert len(entered) == len(kept)


def test_what_somebody_entered_at_a_trial_desk_is_not_written_over(tmp_path: Path) -> None:
    store = DeskStore.create(DataFolder(tmp_path), DEK, HandClock(), random.Random(1).randbytes, 0)
    open_desk(store, trial_plan(sample_reference()), STAFF)
    sample = sample_reference().sample_entries
    enter_missing(store, [replace(sample[0], values=(("kind", "room"), ("place", "KET-01")))])

    enter_missing(store, sample)

    with store.read() as reader:
        rows = {row.entry: row.values for row in reader.register_rows("safes")}
    store.close()
    assert rows["KET-01"]["kind"] == "room"
    assert set(rows) == {row.entry for row in sample if row.register == "safes"}


def test_a_real_desk_has_no_invented_safe_and_no_invented_vehicle(tmp_path: Path) -> None:
    store = DeskStore.create(DataFolder(tmp_path), DEK, HandClock(), random.Random(1).randbytes, 7)
    plan = replace(trial_plan(sample_reference()), device=7, desk_file="ab" * 32)
    open_desk(store, plan, STAFF)

    enter_missing(store, sample_reference().sample_entries)

    with store.read() as reader:
        assert reader.register_rows("safes") == reader.register_rows("vehicles")
        assert len(reader.register_rows("safes")) == 0
    store.close()
