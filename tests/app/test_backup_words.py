"""The status line says it when the last good backup of all places is older than a day, and only then."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kt1desk.app.backup_counter import BackupCounter
from kt1desk.app.backup_words import old_backup_words
from kt1desk.app.flight_room import FlightCondition
from kt1desk.store.key_format import LEAST_MEMORY_KIB, Cost
from kt1desk.store.keys import KeyRing
from tests.support.accepting import open_desk_of
from tests.support.backups import PASSWORD
from tests.support.clocks import HandClock
from tests.support.desks import Counter, counter
from tests.support.furnished import DEK

DAY_MS = 86_400_000


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Counter]:
    with counter(tmp_path) as made:
        KeyRing(made.folder, HandClock(), Cost(memory_kib=LEAST_MEMORY_KIB)).create(
            0, DEK, {"chief": PASSWORD}
        )
        yield made


def backups(desk: Counter) -> BackupCounter:
    return BackupCounter(open_desk_of(desk, "chief"), desk.folder, FlightCondition)


def said(desk: Counter) -> str:
    return old_backup_words(open_desk_of(desk, "chief"), desk.clock.now())


def test_the_line_is_silent_for_a_day_and_then_says_of_when_the_last_good_one_is(
    desk: Counter, tmp_path: Path
) -> None:
    (tmp_path / "disk").mkdir()
    backups(desk).use_folder("disk", str(tmp_path / "disk"))
    before = said(desk)

    backups(desk).back_up()
    desk.clock.pass_ms(DAY_MS)
    in_time = said(desk)
    desk.clock.pass_ms(1)

    assert (before, in_time) == ("Chưa sao lưu", "")
    assert said(desk) == "Sao lưu cuối: 23/11"


def test_one_place_with_a_good_backup_is_enough(desk: Counter, tmp_path: Path) -> None:
    for name in ("disk", "stick"):
        (tmp_path / name).mkdir()
        backups(desk).use_folder(name, str(tmp_path / name))
    backups(desk).back_up()
    (tmp_path / "stick").rename(tmp_path / "away")
    desk.clock.pass_ms(DAY_MS + 1)

    backups(desk).back_up()

    assert said(desk) == ""


def test_without_a_place_that_takes_backups_nothing_is_said(desk: Counter, tmp_path: Path) -> None:
    (tmp_path / "black").mkdir()

    backups(desk).use_folder("flight", str(tmp_path / "black"))

    assert said(desk) == ""
