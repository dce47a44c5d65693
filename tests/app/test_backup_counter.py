"""Backups at an open desk with a real store and real folders: who may set a place, what F9 makes, what a proof finds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kt1desk.app.backup_counter import BackupCounter
from kt1desk.app.flight_room import FlightCondition
from kt1desk.domain.errors import DeskError
from kt1desk.services.wording import sentence
from kt1desk.store.backup_file import DATABASE
from kt1desk.store.key_format import LEAST_MEMORY_KIB, Cost
from kt1desk.store.keys import KeyRing
from tests.support.accepting import open_desk_of
from tests.support.backups import PASSWORD
from tests.support.clocks import HandClock
from tests.support.desks import Counter, counter
from tests.support.furnished import DEK
from tests.support.reversals import refusal

HOUR_MS = 3_600_000


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Counter]:
    with counter(tmp_path) as made:
        KeyRing(made.folder, HandClock(), Cost(memory_kib=LEAST_MEMORY_KIB)).create(
            0, DEK, {"chief": PASSWORD}
        )
        for name in ("disk", "stick", "black"):
            (tmp_path / name).mkdir()
        yield made


def backups(desk: Counter, user: str = "chief", flight: FlightCondition | None = None) -> BackupCounter:
    return BackupCounter(open_desk_of(desk, user), desk.folder, lambda: flight or FlightCondition())


def test_f9_makes_one_in_every_place_that_is_set_and_it_lies_there_with_its_age(
    desk: Counter, tmp_path: Path
) -> None:
    chief = backups(desk)
    chief.use_folder("disk", f' "{tmp_path / "disk"}" ')
    chief.use_folder("stick", str(tmp_path / "stick"))

    done = chief.back_up()
    desk.clock.pass_ms(25 * HOUR_MS)
    disk, stick, share, flight = chief.backup_view().places

    assert [(each.name, each.failed) for each in done] == [("Ổ thứ hai", ""), ("USB", "")]
    assert (disk.folder, disk.old, stick.old) == (str(tmp_path / "disk"), True, True)
    assert (share.folder, flight.folder) == ("", "")
    (copy,) = chief.backups_at("disk")
    assert (copy.made_ms, copy.desk, copy.wrong) == (disk.good_ms, 0, "")


def test_a_place_that_is_gone_is_told_of_and_the_other_one_gets_its_backup(
    desk: Counter, tmp_path: Path
) -> None:
    chief = backups(desk)
    chief.use_folder("disk", str(tmp_path / "disk"))
    chief.use_folder("stick", str(tmp_path / "stick"))
    (tmp_path / "stick").rmdir()

    done = chief.back_up()
    stick = chief.backup_view().places[1]

    gone = sentence(DeskError("backup.no_place"))
    assert [each.failed for each in done] == ["", gone]
    assert (stick.failed, stick.failed_ms) == (gone, desk.clock.now().utc_ms)
    assert len(chief.backups_at("disk")) == 1


def test_what_became_of_a_backup_by_one_bit_is_found_when_it_is_read_again(
    desk: Counter, tmp_path: Path
) -> None:
    chief = backups(desk)
    chief.use_folder("disk", str(tmp_path / "disk"))
    chief.back_up()
    (copy,) = chief.backups_at("disk")
    chief.check_backup(copy.ref)

    file = Path(copy.ref) / DATABASE
    data = bytearray(file.read_bytes())
    data[-100] ^= 1
    file.write_bytes(data)

    assert refusal(lambda: chief.check_backup(copy.ref)).code == "backup.damaged"


def test_an_empty_folder_ends_a_place_and_one_inside_the_data_is_none(desk: Counter, tmp_path: Path) -> None:
    chief = backups(desk)
    chief.use_folder("disk", str(tmp_path / "disk"))

    own = refusal(lambda: chief.use_folder("stick", str(desk.folder.root)))
    chief.use_folder("disk", "")

    assert [each.folder for each in chief.backup_view().places] == ["", "", "", ""]
    assert chief.backups_at("disk") == ()
    assert (own.code, own.field) == ("backup.path_own", "stick")
    assert refusal(chief.back_up).code == "backup.no_places"


def test_the_flight_recorder_says_what_it_still_has_to_write_and_where_its_stick_is(
    desk: Counter, tmp_path: Path
) -> None:
    black = tmp_path / "black"
    backups(desk).use_folder("flight", str(black))

    behind = backups(desk, flight=FlightCondition(black, 12)).backup_view().places[3]
    away = backups(desk, flight=FlightCondition(black, 12, "backup.no_place")).backup_view().places[3]
    of_before = backups(desk, flight=FlightCondition(tmp_path, 9, "disk.full")).backup_view().places[3]

    assert (behind.folder, behind.behind, behind.failed) == (str(black), 12, "")
    assert away.failed == sentence(DeskError("backup.flight_away"))
    assert (of_before.behind, of_before.failed) == (0, "")


def test_whoever_may_keep_no_backups_hears_nothing_of_them(desk: Counter) -> None:
    inspector = backups(desk, "inspector")

    refused = [
        refusal(ask).code
        for ask in (
            inspector.backup_view,
            lambda: inspector.backups_at("disk"),
            inspector.back_up,
            lambda: inspector.check_backup("/"),
            lambda: inspector.use_folder("disk", ""),
        )
    ]

    assert refused == ["user.not_allowed"] * 5
