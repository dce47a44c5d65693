"""Users on real key slots and a real store: what a new password opens, and that of whoever is revoked nothing opens any more."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from kt1desk.app.desk import DeskOpener, OpenDesk
from kt1desk.app.first_run import DeskMaker, Person
from kt1desk.app.users_counter import UsersCounter
from kt1desk.desktop.needs.users import Passwords, UserForm
from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Role
from kt1desk.services.passwords import note_slot
from kt1desk.services.recovery import Recovery
from kt1desk.services.set_up import DeskPlan, NewUser
from kt1desk.services.wording import sentence
from kt1desk.store.folder import DataFolder
from kt1desk.store.key_format import LEAST_MEMORY_KIB, RECOVERY, Cost, read_slots
from kt1desk.store.keys import KeyRing
from tests.support.clocks import NOON_MS, HandClock
from tests.support.exchange_keys import seeded

CHIEF, CLERK = "lan", "ha"
OWN, HERS, GIVEN = "chim-se-nau-15", "nuoc-suoi-mon-7", "gio-lanh-bien-gioi"


@dataclass
class Place:
    """A desk with an administrator and a clerk."""

    folder: DataFolder
    keys: KeyRing
    opener: DeskOpener

    @contextmanager
    def open(self, user: str = CHIEF, password: str = OWN) -> Iterator[OpenDesk]:
        desk = self.opener.open(user, password)
        try:
            yield desk
        finally:
            desk.close()

    def refusal(self, user: str, password: str) -> str:
        with pytest.raises(DeskError) as refused, self.open(user, password):
            pass
        return refused.value.code

    def counter(self, desk: OpenDesk) -> UsersCounter:
        return UsersCounter(desk, self.folder, self.keys)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    clock, folder = HandClock(NOON_MS), DataFolder(tmp_path)
    keys = KeyRing(folder, clock, Cost(memory_kib=LEAST_MEMORY_KIB))
    people = (
        Person(NewUser(CHIEF, "Hoàng Thị Lan", frozenset({Role.ADMINISTRATOR})), OWN),
        Person(NewUser(CLERK, "Hoàng Thị Hà", frozenset({Role.CLERK})), HERS),
    )
    DeskMaker(folder, keys, clock, seeded(1)).make(DeskPlan(0, "240000", "0.0.0", ()), people)
    return Place(folder, keys, DeskOpener(folder, keys, clock, seeded(2)))


def test_whoever_is_revoked_is_out_at_once_and_his_old_slot_put_back_bars_the_desk(place: Place) -> None:
    old_slots = place.folder.keys.read_bytes()
    with place.open() as desk:
        place.counter(desk).revoke(CLERK, "left")
    out = place.refusal(CLERK, HERS)
    with place.open() as desk:
        still = desk.session.actor.user_id

    place.folder.keys.write_bytes(old_slots)

    assert (out, still) == ("login.wrong_password", CHIEF)
    assert (
        place.refusal(CLERK, HERS) == "store.key_or_damaged"
    )  # the key of then, and the desk has another one
    assert place.refusal(CHIEF, OWN) == "store.key_or_damaged"
    assert "tệp khóa cũ" in sentence(DeskError("store.key_or_damaged"))


def test_an_old_slot_put_back_before_the_key_was_made_anew_bars_the_desk(place: Place) -> None:
    old_slots = place.folder.keys.read_bytes()
    with place.open() as desk:
        place.counter(desk).revoke(CLERK, "left")
        desk.store.close()  # as if the program died here

        place.folder.keys.write_bytes(old_slots)

        assert place.refusal(CLERK, HERS) == "key.slots_older"
        assert place.refusal(CHIEF, OWN) == "key.slots_older"
    assert "cũ" in sentence(DeskError("key.slots_older"))


def test_a_slot_that_was_made_newer_by_force_still_opens_for_nobody_who_is_revoked(place: Place) -> None:
    with place.open() as desk:
        place.counter(desk).revoke(CLERK, "suspended")
        place.keys.write_slot(CLERK, HERS, place.keys.unlock(CHIEF, OWN))

    refused = place.refusal(CLERK, HERS)

    assert refused == "login.user_gone"


def test_a_new_user_gets_a_password_that_he_must_change_himself(place: Place) -> None:
    form = UserForm("Minh.Nong", "Nông Văn Minh", ("clerk", "controller"))
    with place.open() as desk:
        place.counter(desk).enrol(form, Passwords(GIVEN, OWN))
        (line,) = (each for each in place.counter(desk).users().lines if each.user == "minh.nong")

    given = place.refusal("minh.nong", GIVEN)
    place.keys.change("minh.nong", GIVEN, "cua-rieng-minh-3")

    assert given == "login.password_given"
    assert (line.name, line.roles, line.state) == ("Nông Văn Minh", ("clerk", "controller"), "đang làm")
    with place.open("minh.nong", "cua-rieng-minh-3") as desk:
        assert desk.session.actor.roles == {Role.CLERK, Role.CONTROLLER}


def test_nobody_is_enrolled_where_a_password_is_refused(place: Place) -> None:
    form = UserForm("minh.nong", "Nông Văn Minh", ("clerk",))
    codes = []
    with place.open() as desk:
        counter = place.counter(desk)
        for passwords in (Passwords("ngan", OWN), Passwords(GIVEN, "sai-mat-khau")):
            with pytest.raises(DeskError) as refused:
                counter.enrol(form, passwords)
            codes.append((refused.value.code, refused.value.field))
        users = [line.user for line in counter.users().lines]

    assert codes == [("key.password_too_short", "password"), ("login.wrong_password", "own")]
    assert users == [CLERK, CHIEF]
    assert place.keys.users() == [CLERK, CHIEF]


def test_nobody_who_is_there_already_loses_his_password_to_a_new_one_of_the_same_name(place: Place) -> None:
    with place.open() as desk, pytest.raises(DeskError) as refused:
        place.counter(desk).enrol(UserForm(CLERK, "Người Khác", ("clerk",)), Passwords(GIVEN, OWN))

    assert refused.value.code == "user.twice"
    with place.open(CLERK, HERS) as desk:
        assert desk.session.name == "Hoàng Thị Hà"


def test_whoever_comes_back_gets_a_password_of_a_newer_version_than_any_before(place: Place) -> None:
    with place.open() as desk:
        counter = place.counter(desk)
        counter.revoke(CLERK, "moved")
        counter.change_roles(CLERK, ("clerk",))
        without = next(line.state for line in counter.users().lines if line.user == CLERK)
        counter.give_password(CLERK, Passwords(GIVEN, OWN))

    assert without == "chưa có mật khẩu"
    assert place.refusal(CLERK, HERS) == "login.wrong_password"
    assert place.refusal(CLERK, GIVEN) == "login.password_given"
    with place.open() as desk, desk.store.read() as reader:
        assert reader.slot_versions()[CLERK] == place.keys.versions()[CLERK] == 3


def test_whoever_comes_back_a_second_time_before_he_has_a_password_bars_nobody_once_he_gets_one(
    place: Place,
) -> None:
    form = UserForm("minh.nong", "Nông Văn Minh", ("clerk",))
    with place.open() as desk:
        counter = place.counter(desk)
        counter.enrol(form, Passwords(GIVEN, OWN))
        slots = read_slots(place.folder)
        left = {holder: slot for holder, slot in slots.slots.items() if holder != form.user}
        place.folder.keys.write_bytes(replace(slots, slots=left).encode())
        for _ in range(2):
            counter.revoke(form.user, "left")
            counter.change_roles(form.user, ("clerk",))
        counter.give_password(form.user, Passwords(GIVEN, OWN))

    with place.open() as desk, desk.store.read() as reader:
        assert reader.slot_versions()[form.user] == place.keys.versions()[form.user] == 4
    assert place.refusal(form.user, GIVEN) == "login.password_given"


def test_the_printed_code_gives_whoever_has_no_slot_any_more_one_that_is_newer_than_the_journal_knows(
    place: Place,
) -> None:
    with place.open() as desk:
        note_slot(desk.store, CHIEF, 4)
        slots = read_slots(place.folder)
        place.folder.keys.write_bytes(replace(slots, slots={RECOVERY: slots.slots[RECOVERY]}).encode())
        recovery = Recovery(desk.store, place.keys, desk.store.lend_key())

        recovery.set_password(CHIEF, HERS)

    assert place.keys.versions()[CHIEF] == 5
    with place.open(CHIEF, HERS) as desk:
        assert desk.session.actor.user_id == CHIEF


def test_nobody_gives_himself_a_password_that_must_be_changed_before_it_opens(place: Place) -> None:
    before = place.keys.versions()
    with place.open() as desk, pytest.raises(DeskError, match=r"user\.own_password"):
        place.counter(desk).give_password(CHIEF, Passwords(HERS, OWN))

    assert place.keys.versions() == before
