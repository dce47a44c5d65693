"""While a desk is open, a slot that is older than the journal opens nothing either: no curtain, no second person."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kt1desk.app.current_slots import CurrentSlots
from kt1desk.app.gates import LockedScreen
from kt1desk.app.users_counter import UsersCounter
from kt1desk.desktop.needs.users import Passwords
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import KeySlotWritten
from kt1desk.services.ports import Appending
from kt1desk.store.journal import DeskStore
from kt1desk.store.key_format import LEAST_MEMORY_KIB, Cost
from kt1desk.store.keys import KeyRing
from tests.support.desks import Counter, counter
from tests.support.furnished import DEK
from tests.support.staff_lists import CHIEF_ROW, GIVEN, MINH_ROW, OWN, staff_desk, staff_list

OLD, NEW = "chim sẻ nâu 15", "nước chảy đá mòn"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Counter]:
    with counter(tmp_path) as made:
        yield made


def _ring(desk: Counter) -> KeyRing:
    ring = KeyRing(desk.folder, desk.clock, Cost(memory_kib=LEAST_MEMORY_KIB))
    ring.create(0, DEK, {"clerk": OLD})
    return ring


def _noted(store: DeskStore, version: int) -> None:
    with store.work() as work:
        work.append(KeySlotWritten("clerk", version), Appending("clerk"))
        work.commit()


def test_a_password_of_a_slot_file_that_was_put_back_does_not_open_the_curtain(desk: Counter) -> None:
    ring = _ring(desk)
    before = desk.folder.keys.read_bytes()
    lock = LockedScreen(CurrentSlots(ring, desk.store))
    lock.check_password("clerk", OLD)
    _noted(desk.store, ring.write_slot("clerk", NEW, DEK))
    lock.check_password("Clerk ", NEW)

    desk.folder.keys.write_bytes(before)

    with pytest.raises(DeskError, match=r"key\.slots_older"):
        lock.check_password("clerk", OLD)


def test_the_version_of_a_slot_never_goes_down(desk: Counter) -> None:
    for version in (2, 3, 1):
        _noted(desk.store, version)

    with desk.store.read() as reader:
        assert reader.slot_versions()["clerk"] == 3


def test_whoever_lists_put_out_and_in_again_without_a_password_bars_nobody_once_he_gets_one(
    tmp_path: Path,
) -> None:
    place = staff_desk(tmp_path)
    with place.open() as desk:
        for issue in range(1, 6):
            listed = (
                staff_list(issue, CHIEF_ROW, MINH_ROW)
                if issue % 2
                else staff_list(issue, CHIEF_ROW, out=(MINH_ROW.user,))
            )
            place.came(desk, listed)
            place.staff(desk).catch_up()
        with desk.store.read() as reader:
            known = reader.slot_versions()[MINH_ROW.user]
        UsersCounter(desk, place.folder, place.keys).give_password(MINH_ROW.user, Passwords(GIVEN, OWN))

    with place.open() as desk, desk.store.read() as reader:
        assert reader.slot_versions()[MINH_ROW.user] == place.keys.versions()[MINH_ROW.user] == known + 1 == 3


def test_the_note_of_a_restore_that_was_cut_off_at_its_end_is_gone_once_the_desk_is_opened(
    desk: Counter,
) -> None:
    _ring(desk)
    desk.folder.restoring.write_bytes(b"")
    desk.store.close()

    DeskStore.open(desk.folder, DEK, desk.clock, bytes).close()

    assert not desk.folder.restoring.exists()
