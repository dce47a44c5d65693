"""A backup is due after each shift and each day; what failed is told once a shift; old ones go and the newest stays."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kt1desk.app.backing_up import AGAIN_MS, DAY_MS, BackingUp
from kt1desk.app.backup_room import BackupRoom
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import BackupFailed, BackupMade, SettingChanged
from kt1desk.services.backup_places import BackupPlace, BackupPlaces, places_of
from kt1desk.services.backups import states_of
from kt1desk.services.key_renewal import KeyRenewal
from kt1desk.store.backup_file import DATABASE, backups_in
from kt1desk.store.key_format import LEAST_MEMORY_KIB, Cost
from kt1desk.store.keys import KeyRing
from kt1desk.store.settings import Settings
from tests.support.accepting import open_desk_of
from tests.support.backups import PASSWORD
from tests.support.clocks import HandClock
from tests.support.desks import Counter, counter
from tests.support.furnished import DEK

DISK, STICK = BackupPlace.DISK, BackupPlace.STICK


class AtWork:
    """A desk whose backups go to two folders."""

    def __init__(self, desk: Counter, root: Path) -> None:
        self.desk, self.root = desk, root
        KeyRing(desk.folder, HandClock(), Cost(memory_kib=LEAST_MEMORY_KIB)).create(
            0, DEK, {"chief": PASSWORD}
        )
        self.opened = open_desk_of(desk, "chief")
        self.work = BackingUp(self.opened, desk.folder)
        self.places = BackupPlaces(desk.store, Settings(desk.store), desk.folder.root, desk.clock)
        for name in ("disk", "stick"):
            (root / name).mkdir()
        self.choose({DISK: str(root / "disk"), STICK: str(root / "stick")})

    def choose(self, chosen: dict[BackupPlace, str], user: str = "chief") -> None:
        self.places.use(self.desk.session(user), chosen)

    def all_due(self) -> None:
        for place in self.work.due():
            self.work.back_up(place)

    def shift(self) -> None:
        self.desk.open_shift()
        self.desk.shifts.close(self.desk.session(), 500_000)

    def told(self, kind: type[BackupMade | BackupFailed | SettingChanged]) -> int:
        with self.desk.store.look() as connection:
            row = connection.execute("SELECT count(*) FROM event WHERE type = ?", (kind.TYPE,)).fetchone()
        return int(row[0]) if row else 0


@pytest.fixture
def at(tmp_path: Path) -> Iterator[AtWork]:
    with counter(tmp_path) as desk:
        yield AtWork(desk, tmp_path)


def test_a_backup_is_due_at_once_then_after_a_shift_then_after_a_day(at: AtWork) -> None:
    assert at.work.due() == (DISK, STICK)
    at.all_due()
    assert at.work.due() == ()

    at.desk.open_shift()
    assert at.work.due() == ()
    at.desk.shifts.close(at.desk.session(), 500_000)
    assert at.work.due() == (DISK, STICK)
    at.all_due()
    at.desk.clock.pass_ms(DAY_MS - 1)
    assert at.work.due() == ()
    at.desk.clock.pass_ms(1)

    assert at.work.due() == (DISK, STICK)
    assert at.told(BackupMade) == 4


def test_a_backup_is_due_once_after_a_new_key_whatever_the_clock_says(at: AtWork) -> None:
    at.shift()
    at.all_due()
    assert at.work.due() == ()
    at.desk.clock.pass_ms(-1000)

    KeyRenewal(at.desk.store, at.desk.clock).renewed("chief")
    at.work = BackingUp(at.opened, at.desk.folder)  # the next session's

    assert at.work.due() == (DISK, STICK)
    at.all_due()
    assert at.work.due() == ()


def test_a_stick_that_was_taken_out_is_told_once_a_shift_and_is_due_as_soon_as_it_is_back(at: AtWork) -> None:
    shutil.rmtree(at.root / "stick")
    at.shift()

    for _ in range(2):
        with pytest.raises(DeskError, match=r"backup\.no_place"):
            at.work.back_up(STICK)
    assert at.told(BackupFailed) == 1
    assert at.work.due() == (DISK,)
    (at.root / "stick").mkdir()

    assert at.work.due() == (DISK, STICK)
    at.all_due()
    assert states_of(Settings(at.desk.store))[STICK].failed == ""


def test_a_place_that_fails_for_another_reason_rests_for_a_while_and_never_stops_the_others(
    at: AtWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(1, 1, 0))
        with pytest.raises(DeskError, match=r"backup\.no_room"):
            at.work.back_up(DISK)

    assert at.work.due() == (STICK,)
    at.desk.clock.pass_ms(AGAIN_MS)
    assert at.work.due() == (DISK, STICK)


def test_old_backups_of_this_desk_go_another_desks_and_unreadable_ones_stay(at: AtWork) -> None:
    stranger = at.root / "disk" / "kt1desk-8-20260101-000000"
    stranger.mkdir()
    for _ in range(12):
        at.work.back_up(DISK)
        at.desk.clock.pass_ms(3_600_000)

    left = [each.folder.name for each in backups_in(at.root / "disk")]

    assert len(left) == 8
    assert stranger.name in left
    newest = backups_in(at.root / "disk")[0].backup
    assert newest is not None
    at.work.check(newest)


def test_places_are_chosen_by_whoever_looks_after_devices_and_never_inside_the_data(at: AtWork) -> None:
    with pytest.raises(DeskError, match=r"user\.not_allowed"):
        at.choose({DISK: str(at.root / "stick")}, "inspector")
    with pytest.raises(DeskError, match=r"backup\.path_own"):
        at.choose({DISK: str(at.desk.folder.root / "store")})
    with pytest.raises(DeskError, match=r"backup\.path \[disk\]"):
        at.choose({DISK: "stick"})
    before = at.told(SettingChanged)

    at.choose({DISK: "", STICK: str(at.root / "stick")})

    assert places_of(Settings(at.desk.store)) == {STICK: at.root / "stick"}
    assert at.told(SettingChanged) == before + 1


def test_whoever_may_only_look_makes_no_backup_and_the_room_leaves_him_alone(at: AtWork) -> None:
    work = BackingUp(open_desk_of(at.desk, "inspector"), at.desk.folder)

    with pytest.raises(DeskError, match=r"user\.not_allowed"):
        work.back_up(DISK)
    room = BackupRoom(work, lambda: None, _raise)
    room.start()
    assert room.close(60)

    assert backups_in(at.root / "disk") == ()


def test_the_room_makes_what_is_due_by_itself_and_what_is_due_at_its_end_too(at: AtWork) -> None:
    room = BackupRoom(at.work, lambda: None, _raise)
    room.start()
    assert room.close(60)
    assert [len(backups_in(at.root / name)) for name in ("disk", "stick")] == [1, 1]

    at.shift()
    again = BackupRoom(at.work, lambda: None, _raise)
    again.start()
    assert again.close(60)

    assert [len(backups_in(at.root / name)) for name in ("disk", "stick")] == [2, 2]


def test_a_damaged_backup_is_found_by_checking_it(at: AtWork) -> None:
    backup = at.work.back_up(DISK)
    data = bytearray((backup.folder / DATABASE).read_bytes())
    data[5_000] ^= 1
    (backup.folder / DATABASE).write_bytes(data)

    with pytest.raises(DeskError, match=r"backup\.damaged"):
        at.work.check(backup)


def _raise(error: BaseException) -> None:
    raise error
