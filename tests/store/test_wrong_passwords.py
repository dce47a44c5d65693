"""Ten wrong passwords in a row, with the program begun anew after each and the clock set back: the wait grows on. And twenty users."""

from __future__ import annotations

from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.store.attempts import FREE
from kt1desk.store.folder import DataFolder
from kt1desk.store.key_format import LEAST_MEMORY_KIB, Cost, read_slots
from kt1desk.store.keys import KeyRing
from tests.support.clocks import HandClock

CHEAP = Cost(memory_kib=LEAST_MEMORY_KIB)
DEK = bytes(range(32))
RIGHT = "Mật khẩu của tôi"
TRIES = 10
DAY_MS = 86_400_000


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    made = DataFolder(tmp_path / "data")
    made.prepare()
    return made


def _told(folder: DataFolder, clock: HandClock, password: str) -> DeskError:
    """What a program begun anew says to a try."""
    with pytest.raises(DeskError) as refused:
        KeyRing(folder, clock, CHEAP).unlock("an", password)
    return refused.value


def test_the_wait_grows_on_over_ten_wrong_passwords_a_new_start_after_each_and_a_clock_set_back(
    folder: DataFolder,
) -> None:
    clock = HandClock()
    KeyRing(folder, clock, CHEAP).create(7, DEK, {"an": RIGHT})
    waits = []

    for tries in range(1, TRIES + 1):
        assert _told(folder, clock, "sai rồi lại sai").code == "login.wrong_password"
        clock.wall_ms -= DAY_MS
        if tries < FREE:
            continue
        told = _told(folder, clock, RIGHT)
        assert told.code == "login.wait"
        waits.append(told.details["seconds"])
        clock.pass_ms(int(told.details["seconds"]) * 1000)

    assert waits == [30, 60, 120, 240, 480, 900]
    assert KeyRing(folder, clock, CHEAP).unlock("an", RIGHT) == DEK


def test_twenty_users_open_each_with_his_own_password_at_the_cost_of_the_rule(folder: DataFolder) -> None:
    passwords = {f"nguoi.{at:02d}": f"mật khẩu thứ {at} đó" for at in range(20)}
    ring = KeyRing(folder, HandClock(), CHEAP)

    ring.create(7, DEK, passwords)

    slots = read_slots(folder).slots
    some = list(passwords.items())[::7]
    assert [ring.unlock(user, password) for user, password in some] == [DEK] * 3
    assert {slots[user].cost for user in passwords} == {CHEAP}
    assert len({slot.box[:16] for slot in slots.values()}) == 21
