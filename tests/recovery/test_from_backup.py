"""A desk laid out from a backup: equal to the journal of that moment, then what the flight recorder has, then a later incarnation."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.app.first_run import trial_plan
from kt1desk.app.restore_from_backup import Beside, Proof, backup_at, restore_from
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, EventId, Moment, Stream
from kt1desk.domain.facts import KeySlotWritten
from kt1desk.recovery.from_backup import Restored
from kt1desk.services.ports import Appending
from kt1desk.services.sessions import begin_session
from kt1desk.services.set_up import Block
from kt1desk.store.backup_file import DATABASE, Backup, Original, before, write_backup
from kt1desk.store.flight import FlightFile
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.key_format import LEAST_MEMORY_KIB, Cost, read_slots
from kt1desk.store.keys import KeyRing
from kt1desk.store.verify import verify
from tests.support.backups import AT, PASSWORD
from tests.support.clocks import HandClock
from tests.support.desks import Counter, counter, sample_reference
from tests.support.furnished import DEK

NEW_PASSWORD = "suong-mu-dinh-mau-son"


class Dead:
    """A desk that was backed up and worked on; what is left of it is the backup, and the recorder where there is one."""

    def __init__(self, desk: Counter, root: Path) -> None:
        self.desk, self.root = desk, root
        ring = KeyRing(desk.folder, HandClock(), Cost(memory_kib=LEAST_MEMORY_KIB))
        self.code = ring.create(0, DEK, {"chief": PASSWORD, "clerk": PASSWORD})
        for name in ("disk", "stick"):
            (root / name).mkdir()
        desk.open_shift()
        desk.accept()
        desk.accept_secret()

    def back_up(self) -> Backup:
        return write_backup(
            Original(self.desk.store, self.desk.folder, "240000", "0.1.0"), self.root / "disk", AT
        )

    def record(self) -> None:
        events = self.events()
        file = FlightFile(self.root / "stick", 0, DEK, AT, bytes(16))
        file.add({(stream, 1): self.desk.store.heads().of(stream).seq for stream in Stream}, events)
        file.close()

    def events(self) -> list[Event]:
        return events_of(self.desk.store)

    def restore(self, backup: Backup, proof: Proof | None = None, beside: Beside | None = None) -> Restored:
        given = proof or Proof("chief", code=self.code, new_password=NEW_PASSWORD)
        return restore_from(self.machine, HandClock(), backup, given, beside or Beside())

    @property
    def machine(self) -> DataFolder:
        """An empty machine."""
        return DataFolder(self.root / "machine")

    def opened(self, password: str = NEW_PASSWORD) -> DeskStore:
        dek = KeyRing(self.machine, HandClock()).unlock("chief", password)
        return DeskStore.open(self.machine, dek, HandClock(), random.Random(5).randbytes)


def events_of(store: DeskStore, incarnation: int = 1) -> list[Event]:
    found: list[Event] = []
    with store.read() as reader:
        for stream in Stream:
            seq = 1
            while (event := reader.event(EventId(0, stream, incarnation, seq))) is not None:
                found.append(event)
                seq += 1
    return found


@pytest.fixture
def dead(tmp_path: Path) -> Iterator[Dead]:
    plan = trial_plan(sample_reference())
    small = tuple(Block(block.prefix, block.first, block.first + 40) for block in plan.blocks)
    with counter(tmp_path, replace(plan, blocks=small)) as desk:
        yield Dead(desk, tmp_path)


def test_on_an_empty_machine_the_printed_code_brings_the_desk_back_as_it_was_and_is_void_then(
    dead: Dead,
) -> None:
    expected = dead.events()
    backup = dead.back_up()
    dead.desk.accept()

    done = dead.restore(backup)

    store = dead.opened()
    assert events_of(store) == expected
    assert verify(store).ok
    with store.read() as reader:
        session = begin_session(reader, "chief", KeyRing(dead.machine, HandClock()).versions())
        assert reader.slot_versions()["recovery"] == 2
    assert session.desk.incarnation == 2
    store.close()
    ring = KeyRing(dead.machine, HandClock())
    assert ring.unlock_recovery(done.recovery_code) == DEK
    with pytest.raises(DeskError, match=r"key\.recovery_code_wrong"):
        ring.unlock_recovery(dead.code)


def test_without_a_marker_no_number_is_given_twice_the_block_ends_or_goes_on_behind_the_last_label(
    dead: Dead,
) -> None:
    backup = dead.back_up()
    lost = dead.desk.accept().item

    done = dead.restore(backup, beside=Beside(last_numbers=(lost,)))

    assert done.done is not None
    assert done.done.begun is not None
    skipped = {skip.prefix: (skip.first, skip.last) for skip in done.done.begun.skipped}
    assert skipped[lost[:2]] == (int(lost[2:10]), int(lost[2:10]))


def test_what_the_flight_recorder_has_after_the_backup_comes_back_event_for_event(dead: Dead) -> None:
    backup = dead.back_up()
    lost = [dead.desk.accept().item, dead.desk.accept_secret().item]
    expected = dead.events()
    dead.record()

    done = dead.restore(backup, beside=Beside(flight=dead.root / "stick"))

    store = dead.opened()
    assert events_of(store) == expected
    assert verify(store).ok
    with store.read() as reader:
        assert all(reader.item(number) is not None for number in lost)
    assert done.came_back == len(expected) - backup.manifest.events
    store.close()


def test_a_password_that_was_changed_after_the_backup_shuts_nobody_out_but_its_older_slot(dead: Dead) -> None:
    backup = dead.back_up()
    with dead.desk.store.work() as work:
        work.append(KeySlotWritten("clerk", 2), Appending("clerk"))
        work.append(KeySlotWritten("chief", 5), Appending("chief"))
        work.commit()
    dead.record()

    dead.restore(backup, beside=Beside(flight=dead.root / "stick"))

    ring = KeyRing(dead.machine, HandClock())
    store = dead.opened()
    with store.read() as reader:
        session = begin_session(reader, "chief", ring.versions())
        newest = reader.slot_versions()
    store.close()
    assert session.actor.user_id == "chief"
    assert (ring.versions()["clerk"], newest["clerk"], newest["chief"]) == (2, 2, 6)
    with pytest.raises(DeskError, match=r"login\.wrong_password"):
        ring.unlock("clerk", PASSWORD)


def test_whoever_had_no_slot_in_the_backup_gets_one_that_is_newer_than_the_recorder_knows(dead: Dead) -> None:
    slots = read_slots(dead.desk.folder)
    left = {holder: slot for holder, slot in slots.slots.items() if holder != "chief"}
    dead.desk.folder.keys.write_bytes(replace(slots, slots=left).encode())
    backup = dead.back_up()
    with dead.desk.store.work() as work:
        work.append(KeySlotWritten("chief", 5), Appending("chief"))
        work.commit()
    dead.record()

    dead.restore(backup, beside=Beside(flight=dead.root / "stick"))

    ring = KeyRing(dead.machine, HandClock())
    store = dead.opened()
    with store.read() as reader:
        newest = reader.slot_versions()["chief"]
        session = begin_session(reader, "chief", ring.versions())
    store.close()
    assert (ring.versions()["chief"], newest) == (6, 6)
    assert session.actor.user_id == "chief"


def test_a_recorder_that_does_not_reach_back_to_the_backup_gives_nothing_and_says_so(dead: Dead) -> None:
    backup = dead.back_up()
    dead.desk.accept()
    dead.desk.accept()
    file = FlightFile(dead.root / "stick", 0, DEK, AT, bytes(16))
    file.add({}, [event for event in dead.events() if event.id.stream is Stream.KT1][-1:])
    file.close()

    done = dead.restore(backup, beside=Beside(flight=dead.root / "stick"))

    assert (done.came_back, [gap.code for gap in done.gaps]) == (0, ["backup.flight_gap"])
    dead.opened().close()


def test_a_recorder_under_a_key_that_was_made_after_the_backup_gives_nothing_and_says_so(dead: Dead) -> None:
    backup = dead.back_up()
    dead.desk.accept()
    later = Moment(AT.utc_ms + 60_000, AT.offset_min)
    file = FlightFile(dead.root / "stick", 0, bytes(32), later, bytes(16))
    file.add({}, dead.events())
    file.close()

    done = dead.restore(backup, beside=Beside(flight=dead.root / "stick"))

    assert (done.came_back, [gap.code for gap in done.gaps]) == (0, ["backup.flight_other_key"])
    dead.opened().close()


def test_on_the_machine_of_old_the_password_opens_and_the_marker_counts_what_is_lost(dead: Dead) -> None:
    backup = dead.back_up()
    lost = dead.desk.accept().item
    folder = dead.desk.folder
    dead.desk.store.close()
    folder.database.parent.rename(dead.root / "broken")

    done = restore_from(folder, HandClock(), backup, Proof("chief", PASSWORD), Beside())

    assert done.recovery_code == ""
    assert done.done is not None
    assert done.done.begun is not None
    passed = sum(skip.last - skip.first + 1 for skip in done.done.begun.skipped if skip.prefix == lost[:2])
    assert 1 <= passed <= 5
    assert KeyRing(folder, HandClock()).unlock("clerk", PASSWORD) == DEK


def test_a_damaged_backup_lays_nothing_out_and_the_one_before_it_does(dead: Dead) -> None:
    dead.back_up()
    dead.desk.accept()
    newest = dead.back_up()
    data = bytearray((newest.folder / DATABASE).read_bytes())
    data[9_000] ^= 4
    (newest.folder / DATABASE).write_bytes(data)

    with pytest.raises(DeskError, match=r"backup\.damaged"):
        dead.restore(backup_at(dead.root / "disk"))
    assert not dead.machine.keys.exists()
    offered = before(newest.folder)
    assert offered is not None
    assert offered.backup is not None
    dead.restore(offered.backup)

    dead.opened().close()


def test_only_a_head_or_an_administrator_of_the_backup_restores_it(dead: Dead) -> None:
    backup = dead.back_up()

    for user in ("clerk", "inspector", "nobody"):
        with pytest.raises(DeskError, match=r"backup\.not_user"):
            dead.restore(backup, Proof(user, code=dead.code, new_password=NEW_PASSWORD))

        assert not dead.machine.keys.exists()
    dead.restore(backup)
    dead.opened().close()


def test_where_a_desk_lies_nothing_is_written_over(dead: Dead) -> None:
    backup = dead.back_up()
    before_it = dead.desk.folder.keys.read_bytes()

    with pytest.raises(DeskError, match=r"backup\.has_desk"):
        restore_from(dead.desk.folder, HandClock(), backup, Proof("chief", PASSWORD), Beside())

    assert dead.desk.folder.keys.read_bytes() == before_it


def test_a_restore_that_was_cut_off_is_begun_again_with_the_marker_as_it_was(dead: Dead) -> None:
    backup = dead.back_up()
    dead.restore(backup)
    cut = dead.machine
    cut.keys.unlink()
    cut.restoring.write_bytes(b"")

    dead.restore(backup)

    store = dead.opened()
    with store.read() as reader:
        desk = reader.desk()
    assert desk is not None
    assert desk.incarnation == 2
    store.close()
