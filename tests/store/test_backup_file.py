"""A backup is a folder that was proved before it got its name; a damaged, cut or foreign one is refused by its own reason."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.store.backup_file import (
    DATABASE,
    KEYS,
    MANIFEST,
    backups_in,
    before,
    prove,
    read_backup,
    remove_backup,
    write_backup,
)
from kt1desk.store.connection import open_raw
from kt1desk.store.schema_sql import TRIGGERS
from tests.support.backups import AT, backed_up, desk_with_slots, original, signed_again
from tests.support.journals import DEK, accept


def test_a_backup_holds_every_event_of_its_moment_and_says_how_far_it_goes(tmp_path: Path) -> None:
    store, _ = desk_with_slots(tmp_path / "data")
    heads = store.heads()

    backup = backed_up(store, tmp_path / "data", tmp_path / "disk")
    accept(store)

    assert backup.folder.name == "kt1desk-0-20261123-150000"
    assert backup.manifest.heads == heads
    assert backup.manifest.last(Stream.COUNTER).endswith(f".{heads.counter.seq}")
    raw = open_raw(backup.folder / DATABASE, DEK)
    assert raw.execute("SELECT count(*) FROM event").fetchone() == (backup.manifest.events,)
    raw.close()
    prove(read_backup(backup.folder), DEK)
    assert sorted(each.name for each in backup.folder.iterdir()) == [DATABASE, KEYS, MANIFEST]


def test_a_backup_is_made_while_another_thread_is_inside_a_transaction(tmp_path: Path) -> None:
    store, _ = desk_with_slots(tmp_path / "data")

    with store.transaction() as connection:
        connection.execute("INSERT INTO setting (name, value) VALUES ('half', '{}')")
        backup = backed_up(store, tmp_path / "data", tmp_path / "disk")
        connection.execute("COMMIT")

    raw = open_raw(backup.folder / DATABASE, DEK)
    assert raw.execute("SELECT count(*) FROM setting WHERE name = 'half'").fetchone() == (0,)
    raw.close()


@pytest.mark.parametrize("name", [DATABASE, KEYS])
def test_one_flipped_bit_in_any_tenth_of_a_file_is_noticed(tmp_path: Path, name: str) -> None:
    store, _ = desk_with_slots(tmp_path / "data")
    backup = backed_up(store, tmp_path / "data", tmp_path / "disk")
    good = (backup.folder / name).read_bytes()

    for at in range(0, len(good), len(good) // 10):
        (backup.folder / name).write_bytes(good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :])

        with pytest.raises(DeskError, match=r"backup\.damaged"):
            prove(backup, DEK)


def test_an_event_changed_by_somebody_with_the_key_is_named(tmp_path: Path) -> None:
    store, _ = desk_with_slots(tmp_path / "data")
    backup = backed_up(store, tmp_path / "data", tmp_path / "disk")
    raw = open_raw(backup.folder / DATABASE, DEK)
    for trigger in TRIGGERS:
        raw.execute(f"DROP TRIGGER {trigger.split()[2]}")
    raw.execute("UPDATE event SET body = x'7b7d' WHERE seq = 3 AND stream = 2")
    raw.close()
    forged = signed_again(backup.folder)

    with pytest.raises(DeskError, match=r"backup\.records") as refused:
        prove(forged, DEK)

    assert refused.value.details["event"] == "0.2.1.3"


def test_a_shortened_database_and_a_missing_file_are_damage(tmp_path: Path) -> None:
    store, _ = desk_with_slots(tmp_path / "data")
    backup = backed_up(store, tmp_path / "data", tmp_path / "disk")
    good = (backup.folder / DATABASE).read_bytes()

    (backup.folder / DATABASE).write_bytes(good[: len(good) // 2])
    with pytest.raises(DeskError, match=r"backup\.damaged"):
        prove(backup, DEK)
    (backup.folder / DATABASE).unlink()
    with pytest.raises(DeskError, match=r"backup\.damaged"):
        prove(backup, DEK)


def test_a_manifest_that_was_touched_or_is_of_another_desk_is_refused(tmp_path: Path) -> None:
    store, _ = desk_with_slots(tmp_path / "data")
    other, _ = desk_with_slots(tmp_path / "other", seed=9)
    backup = backed_up(store, tmp_path / "data", tmp_path / "disk")
    foreign = backed_up(other, tmp_path / "other", tmp_path / "stick")
    good = (backup.folder / MANIFEST).read_bytes()

    for name in (DATABASE, KEYS):
        shutil.copyfile(foreign.folder / name, backup.folder / name)
    with pytest.raises(DeskError, match=r"backup\.damaged"):
        prove(read_backup(backup.folder), DEK)

    said = foreign.manifest.encode().replace(b'"point":"LS01"', b'"point":"LS02"')
    (foreign.folder / MANIFEST).write_bytes(said)
    with pytest.raises(DeskError, match=r"backup\.other_desk"):
        prove(read_backup(foreign.folder), DEK)
    (backup.folder / MANIFEST).write_bytes(good[:-3])
    with pytest.raises(DeskError, match=r"backup\.unreadable"):
        read_backup(backup.folder)


def test_a_key_of_another_time_is_told_from_damage(tmp_path: Path) -> None:
    store, _ = desk_with_slots(tmp_path / "data")
    backup = backed_up(store, tmp_path / "data", tmp_path / "disk")

    with pytest.raises(DeskError, match=r"backup\.wrong_key"):
        prove(backup, bytes(32))


def test_backups_are_listed_newest_first_and_a_half_one_is_none(tmp_path: Path) -> None:
    store, _ = desk_with_slots(tmp_path / "data")
    first = backed_up(store, tmp_path / "data", tmp_path / "disk")
    second = backed_up(store, tmp_path / "data", tmp_path / "disk")
    shutil.copytree(first.folder, first.folder.with_name("kt1desk-0-20261201-000000.new"))
    (second.folder / MANIFEST).write_bytes(b"{}")

    found = backups_in(tmp_path / "disk")

    assert [each.folder for each in found] == [second.folder, first.folder]
    assert [each.why for each in found] == ["backup.unreadable", ""]
    offered = before(second.folder)
    assert offered is not None
    assert offered.backup == first
    assert before(first.folder) is None


def test_a_place_that_is_not_there_or_too_small_takes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, _ = desk_with_slots(tmp_path / "data")
    place = tmp_path / "stick"

    with pytest.raises(DeskError, match=r"backup\.no_place"):
        write_backup(original(store, tmp_path / "data"), place, AT)
    place.mkdir()
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(1, 1, 1_000))
    with pytest.raises(DeskError, match=r"backup\.no_room"):
        write_backup(original(store, tmp_path / "data"), place, AT)

    assert list(place.iterdir()) == []


def test_what_a_cut_off_backup_left_goes_with_the_next_one_and_another_desks_stays(tmp_path: Path) -> None:
    store, _ = desk_with_slots(tmp_path / "data")
    place = tmp_path / "share"
    for name in (
        "kt1desk-0-20261101-000000.new",
        "kt1desk-0-20261101-000000.old",
        "kt1desk-8-20261101-000000.new",
    ):
        (place / name).mkdir(parents=True)

    made = backed_up(store, tmp_path / "data", place)

    assert {each.name for each in place.iterdir()} == {made.folder.name, "kt1desk-8-20261101-000000.new"}
    remove_backup(made.folder)
    assert [each.name for each in place.iterdir()] == ["kt1desk-8-20261101-000000.new"]


@pytest.mark.parametrize("name", [DATABASE, KEYS, MANIFEST])
def test_a_pipe_in_the_place_of_a_part_holds_nobody(tmp_path: Path, name: str) -> None:
    store, _ = desk_with_slots(tmp_path / "data")
    part = backed_up(store, tmp_path / "data", tmp_path / "disk").folder / name
    part.unlink()
    os.mkfifo(part)

    with pytest.raises(DeskError, match=r"backup\.(damaged|none)"):
        prove(read_backup(part.parent), DEK)
