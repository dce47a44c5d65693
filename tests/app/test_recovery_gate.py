"""Passwords on the real keys and the real store: changed at work, given by somebody else, set anew by the printed code."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kt1desk.app import later
from kt1desk.app.costs import measured_cost
from kt1desk.app.login import LoginDoor
from kt1desk.app.options import Options
from kt1desk.app.password_counter import PasswordCounter
from kt1desk.app.place import TRIAL_PASSWORD, DeskPlace, take_place
from kt1desk.app.recovery_gate import RecoveryDoor, RecoveryGate
from kt1desk.app.works import works_in
from kt1desk.desktop.jobs import Jobs
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.domain.facts import KeySlotWritten, SessionOpened
from kt1desk.services.ports import Appending
from kt1desk.store.journal import DeskStore
from kt1desk.store.key_format import LEAST_MEMORY_KIB, Cost, read_slots
from kt1desk.store.keys import new_recovery_code
from kt1desk.store.settings import Settings

CLERK = "ha.hoang"
NEW, OTHER = "nước chảy đá mòn", "chim sẻ nâu 15"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A trial desk with its invented staff; copied, never written again."""
    root = tmp_path_factory.mktemp("whole") / "data"
    taken = take_place(Options(root, root.parent / "papers", trial=True))
    works_in(taken).make_sample()
    taken.leave()
    return root


@pytest.fixture
def place(whole: Path, tmp_path: Path) -> Iterator[DeskPlace]:
    shutil.copytree(whole, tmp_path / "data")
    taken = take_place(Options(tmp_path / "data", tmp_path / "papers", trial=True))
    yield taken
    taken.leave()


@pytest.fixture
def door(place: DeskPlace) -> Iterator[LoginDoor]:
    made = LoginDoor(place, later)
    yield made
    if made.opened is not None:
        made.opened.close()


def _keeper(door: LoginDoor) -> str:
    """Some administrator or head of the sample."""
    roles = door.works().sample_roles()
    return next(user for user in door.user_ids() if "Trưởng điểm" in roles[user] or "Quản trị" in roles[user])


def _code(door: LoginDoor, user: str) -> str:
    keys, code = door.works().keys, new_recovery_code()
    keys.write_recovery(keys.unlock(user, TRIAL_PASSWORD), code)
    return code


def _facts(store: DeskStore, kind: str) -> list[tuple[str, dict[str, object]]]:
    with store.read() as reader:
        events = reader.events_after(Stream.COUNTER, 0)
    return [(e.envelope.actor, dict(e.body())) for e in events if e.envelope.type == kind]


def _refusal(door: LoginDoor, user: str, password: str) -> str:
    with pytest.raises(DeskError) as refused:
        door.log_in(user, password)
    return refused.value.code


def test_a_changed_password_opens_the_old_one_does_not_and_the_journal_knows_the_slot(
    door: LoginDoor,
) -> None:
    door.log_in(CLERK, TRIAL_PASSWORD)
    assert door.opened is not None
    counter = PasswordCounter(door.opened, door.works().keys)

    counter.change_password(TRIAL_PASSWORD, NEW)
    told = _facts(door.opened.store, KeySlotWritten.TYPE)[-1]

    assert told == (CLERK, {"holder": CLERK, "slot": 2})
    assert _refusal(door, CLERK, TRIAL_PASSWORD) == "login.wrong_password"
    assert door.log_in(CLERK, NEW).actor.user_id == CLERK


def test_after_a_change_an_older_slot_file_is_refused(door: LoginDoor, place: DeskPlace) -> None:
    before = place.folder.keys.read_bytes()
    door.log_in(CLERK, TRIAL_PASSWORD)
    assert door.opened is not None
    PasswordCounter(door.opened, door.works().keys).change_password(TRIAL_PASSWORD, NEW)

    place.folder.keys.write_bytes(before)

    assert _refusal(door, CLERK, TRIAL_PASSWORD) == "key.slots_older"


def test_a_change_that_was_cut_off_before_its_event_is_told_at_the_next_log_in(
    door: LoginDoor, place: DeskPlace
) -> None:
    before = place.folder.keys.read_bytes()
    door.works().keys.change(CLERK, TRIAL_PASSWORD, NEW)

    door.log_in(CLERK, NEW)

    assert door.opened is not None
    assert _facts(door.opened.store, KeySlotWritten.TYPE)[-1] == (CLERK, {"holder": CLERK, "slot": 2})
    place.folder.keys.write_bytes(before)
    assert _refusal(door, CLERK, TRIAL_PASSWORD) == "key.slots_older"


def test_a_wrong_old_password_changes_nothing_and_names_its_field(door: LoginDoor) -> None:
    door.log_in(CLERK, TRIAL_PASSWORD)
    assert door.opened is not None
    counter = PasswordCounter(door.opened, door.works().keys)

    with pytest.raises(DeskError, match=r"key\.old_password_wrong") as refused:
        counter.change_password("sai mật khẩu cũ", NEW)

    assert refused.value.field == "old"
    assert door.works().keys.versions()[CLERK] == 1


def test_a_given_password_opens_the_desk_only_together_with_a_new_one(door: LoginDoor) -> None:
    keys = door.works().keys
    keys.write_slot(CLERK, OTHER, keys.unlock(CLERK, TRIAL_PASSWORD), given=True)

    refused = _refusal(door, CLERK, OTHER)
    session = door.log_in_changing(CLERK, OTHER, NEW)

    assert refused == "login.password_given"
    assert session.actor.user_id == CLERK
    assert door.opened is not None
    assert _facts(door.opened.store, KeySlotWritten.TYPE)[-1] == (CLERK, {"holder": CLERK, "slot": 3})
    assert door.log_in(CLERK, NEW).actor.user_id == CLERK


def test_the_printed_code_lets_a_keeper_in_with_a_new_password_and_is_void_then(door: LoginDoor) -> None:
    keeper = _keeper(door)
    old = _code(door, keeper)
    recovery = RecoveryDoor(door)

    people = recovery.prove_code(old)
    new = recovery.set_password(keeper, NEW)
    session = recovery.finish()

    assert keeper in {each.user for each in people}
    assert session.actor.user_id == keeper
    assert door.opened is not None
    written = _facts(door.opened.store, KeySlotWritten.TYPE)[-2:]
    assert written == [(keeper, {"holder": keeper, "slot": 2}), (keeper, {"holder": "recovery", "slot": 3})]
    begun = _facts(door.opened.store, SessionOpened.TYPE)[-1][1]
    assert (begun["user"], begun["by"]) == (keeper, "recovery")
    with pytest.raises(DeskError, match=r"key\.recovery_code_wrong"):
        recovery.prove_code(old)
    assert keeper in {each.user for each in recovery.prove_code(new)}
    recovery.close()


def test_until_the_new_code_is_proved_the_old_one_opens_and_the_new_password_too(door: LoginDoor) -> None:
    keeper = _keeper(door)
    old = _code(door, keeper)
    recovery = RecoveryDoor(door)
    recovery.prove_code(old)

    new = recovery.set_password(keeper, NEW)
    recovery.close()

    with pytest.raises(DeskError, match=r"key\.recovery_code_wrong"):
        recovery.prove_code(new)
    assert recovery.prove_code(old)
    recovery.close()
    assert door.log_in(keeper, NEW).actor.user_id == keeper


def test_a_moved_disk_opens_by_the_code_without_the_secret_of_its_old_machine(
    door: LoginDoor, place: DeskPlace
) -> None:
    keeper = _keeper(door)
    code = _code(door, keeper)
    place.folder.device_secret.unlink()
    lost = _refusal(door, keeper, TRIAL_PASSWORD)
    recovery = RecoveryDoor(door)

    recovery.prove_code(code)
    recovery.set_password(keeper, NEW)
    session = recovery.finish()

    assert lost == "key.device_secret_missing"
    assert session.actor.user_id == keeper
    assert door.log_in(keeper, NEW).actor.user_id == keeper


def test_the_code_sets_nobodys_password_but_a_keepers(door: LoginDoor) -> None:
    code = _code(door, CLERK)
    recovery = RecoveryDoor(door)
    named = {each.user for each in recovery.prove_code(code)}

    with pytest.raises(DeskError, match=r"key\.recovery_for_others"):
        recovery.set_password(CLERK, NEW)
    recovery.close()

    assert CLERK not in named
    assert door.log_in(CLERK, TRIAL_PASSWORD).actor.user_id == CLERK


def test_a_slot_cheaper_than_the_machine_can_pay_is_written_anew_at_the_log_in(
    door: LoginDoor, place: DeskPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    door.log_in(CLERK, TRIAL_PASSWORD)
    assert door.opened is not None
    settings = Settings(door.opened.store)
    machine = "kt1desk.app.costs.machine_id"
    monkeypatch.setattr(machine, lambda: "this machine")
    settings.put("password_cost", {"machine": "this machine", "memory_kib": LEAST_MEMORY_KIB + 1024})

    door.log_in(CLERK, TRIAL_PASSWORD)
    slots = read_slots(place.folder).slots
    told = _facts(door.opened.store, KeySlotWritten.TYPE)[-1]
    monkeypatch.setattr(machine, lambda: "another machine")

    assert slots[CLERK].cost == Cost(memory_kib=LEAST_MEMORY_KIB + 1024)
    assert slots[CLERK].version == 2
    assert told == (CLERK, {"holder": CLERK, "slot": 2})
    assert door.log_in(CLERK, TRIAL_PASSWORD).actor.user_id == CLERK
    assert measured_cost(Settings(door.opened.store)) is None
    assert read_slots(place.folder).slots[CLERK].version == 2


def test_the_code_is_the_way_out_where_an_older_slot_file_was_put_back(
    door: LoginDoor, place: DeskPlace
) -> None:
    keeper = _keeper(door)
    code = _code(door, keeper)
    before = place.folder.keys.read_bytes()
    door.log_in(CLERK, TRIAL_PASSWORD)
    assert door.opened is not None
    PasswordCounter(door.opened, door.works().keys).change_password(TRIAL_PASSWORD, NEW)
    with door.opened.store.work() as work:
        work.append(KeySlotWritten("recovery", 7), Appending(keeper))
        work.commit()
    door.opened.close()
    place.folder.keys.write_bytes(before)
    recovery = RecoveryDoor(door)

    recovery.prove_code(code)
    recovery.set_password(keeper, OTHER)
    recovery.finish()
    recovery.close()

    assert door.log_in(keeper, OTHER).actor.user_id == keeper
    assert _refusal(door, CLERK, TRIAL_PASSWORD) == "login.wrong_password"
    assert door.works().keys.versions()["recovery"] == 8


def test_a_code_that_opened_is_in_the_journal_also_where_nothing_was_changed_by_it(door: LoginDoor) -> None:
    keeper = _keeper(door)
    code = _code(door, keeper)
    recovery = RecoveryDoor(door)

    recovery.prove_code(code)
    recovery.close()
    door.log_in(keeper, TRIAL_PASSWORD)

    assert door.opened is not None
    begun = [(each["user"], each["by"]) for _, each in _facts(door.opened.store, SessionOpened.TYPE)]
    assert begun[-2:] == [("recovery", "recovery"), (keeper, "password")]


def test_a_gate_that_nobody_sits_before_goes_back_to_the_log_in_and_lets_the_store_go(
    door: LoginDoor, qapp: QApplication
) -> None:
    code = _code(door, _keeper(door))
    jobs, left = Jobs(), list[bool]()
    used, idle = RecoveryGate(door, jobs), RecoveryGate(door, jobs, idle_ms=0)
    used.page.left.connect(lambda: left.append(False))
    idle.page.left.connect(lambda: left.append(True))
    idle.page.left.connect(idle.leave)
    idle._door.prove_code(code)

    used.absence.look()
    idle.absence.look()
    used.leave()
    jobs.close()

    assert left == [True]
    with pytest.raises(DeskError, match=r"key\.recovery_code_wrong"):
        idle._door.set_password(_keeper(door), NEW)
