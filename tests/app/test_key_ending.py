"""A new database key at the end of the session in which somebody was put out: nothing changes for who stays, and it is written down."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from kt1desk.app import key_ending
from kt1desk.app.desk import DeskOpener, OpenDesk
from kt1desk.app.first_run import DeskMaker, Person
from kt1desk.app.key_commands import told_of_key
from kt1desk.app.users_counter import UsersCounter
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.domain.facts import SettingChanged
from kt1desk.domain.permissions import Role
from kt1desk.domain.sessions import Leaving
from kt1desk.services.key_renewal import KeyRenewal
from kt1desk.services.set_up import DeskPlan, NewUser
from kt1desk.services.wording import sentence
from kt1desk.store.folder import DataFolder
from kt1desk.store.key_format import LEAST_MEMORY_KIB, Cost, read_slots
from kt1desk.store.key_renewal import is_due
from kt1desk.store.keys import KeyRing
from tests.support.clocks import NOON_MS, HandClock
from tests.support.exchange_keys import seeded
from tests.support.old_slots import old_slots

CHIEF, CLERK, LEAVER = "lan", "ha", "di"
OWN, HERS, HIS = "chim-se-nau-15", "nuoc-suoi-mon-7", "gio-lanh-bien-gioi"


@dataclass
class Place:
    """A desk with an administrator and two clerks, one of whom leaves."""

    folder: DataFolder
    keys: KeyRing
    opener: DeskOpener
    code: str

    @contextmanager
    def open(self, user: str = CHIEF, password: str = OWN) -> Iterator[OpenDesk]:
        desk = self.opener.open(user, password)
        try:
            yield desk
        finally:
            desk.close()

    def put_out(self) -> OpenDesk:
        with self.open() as desk:
            UsersCounter(desk, self.folder, self.keys).revoke(LEAVER, "left")
        return desk

    @property
    def key(self) -> bytes:
        return self.keys.unlock_recovery(self.code)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    clock, folder = HandClock(NOON_MS), DataFolder(tmp_path)
    keys = KeyRing(folder, clock, Cost(memory_kib=LEAST_MEMORY_KIB))
    people = (
        Person(NewUser(CHIEF, "Hoàng Thị Lan", frozenset({Role.ADMINISTRATOR})), OWN),
        Person(NewUser(CLERK, "Hoàng Thị Hà", frozenset({Role.CLERK})), HERS),
        Person(NewUser(LEAVER, "Nông Văn Đi", frozenset({Role.CLERK})), HIS),
    )
    code = DeskMaker(folder, keys, clock, seeded(1)).make(DeskPlan(0, "240000", "0.0.0", ()), people)
    return Place(folder, keys, DeskOpener(folder, keys, clock, seeded(2)), code)


def _facts(desk: OpenDesk, kind: str) -> list[tuple[str, bytes]]:
    with desk.store.read() as reader:
        events = [*reader.newest(Stream.COUNTER, frozenset({kind}))]
    return [(event.envelope.actor, event.body_bytes) for event in events]


def test_at_the_end_of_the_session_in_which_somebody_was_put_out_the_key_is_another_one(place: Place) -> None:
    before = place.key

    ended = place.put_out()

    after = place.key
    with place.open() as desk:
        lines = UsersCounter(desk, place.folder, place.keys).users().lines
    assert [line.advice for line in lines] == [""] * 3
    assert before != after
    assert ended.ending is not None
    assert (ended.ending.made, ended.ending.failed) == (True, None)
    assert not is_due(read_slots(place.folder))
    with place.open(CLERK, HERS) as desk:
        told = _facts(desk, SettingChanged.TYPE)
    assert [actor for actor, _ in told] == [CHIEF]
    assert b"database_key" in told[0][1]
    assert place.key == after  # the next end is one like all others


def test_whoever_takes_over_does_not_wait_for_a_new_key_the_next_end_makes_it_and_tells_first(
    place: Place,
) -> None:
    before, told = place.key, list[tuple[int, bytes]]()
    with place.open() as desk:
        UsersCounter(desk, place.folder, place.keys).revoke(LEAVER, "left")
        desk.close(Leaving.SWITCH)
    left = place.key
    with place.open(CLERK, HERS) as desk:
        assert desk.ending is not None
        desk.ending.tell = lambda seconds: told.append((seconds, place.key))

    assert left == before
    assert told == [(2, before)]
    assert place.key != before


def test_an_end_like_all_others_leaves_key_and_slots_as_they_are(place: Place) -> None:
    with place.open():
        pass
    slots, key = place.folder.keys.read_bytes(), place.key

    with place.open(CLERK, HERS) as desk:
        pass

    assert desk.ending is not None
    assert not desk.ending.made
    assert (place.folder.keys.read_bytes(), place.key) == (slots, key)


def test_an_administrator_may_ask_for_a_new_key_and_a_clerk_may_not(place: Place) -> None:
    before = place.key
    with place.open(CLERK, HERS) as desk, pytest.raises(DeskError, match=r"user\.not_allowed"):
        KeyRenewal(desk.store, desk.clock).check(desk.session)
    with place.open() as desk:
        KeyRenewal(desk.store, desk.clock).check(desk.session)
        assert desk.ending is not None
        desk.ending.wanted = True

    assert place.key != before


def test_what_cannot_be_done_now_is_done_at_the_end_of_the_next_session_whoevers_it_is(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = place.key

    def full(*_: object) -> bytes:
        raise DeskError("disk.full")

    with monkeypatch.context() as patch:
        patch.setattr(key_ending, "renew", full)
        ended = place.put_out()
        ended.close()
    left = place.key
    with monkeypatch.context() as patch:
        patch.setattr(key_ending, "renew", full)
        with place.open() as desk:
            lines = UsersCounter(desk, place.folder, place.keys).users().lines
    assert [line.user for line in lines if "chưa đổi" in line.advice] == [LEAVER]
    with place.open(CLERK, HERS):
        pass

    assert ended.ending is not None
    assert ended.ending.failed is not None
    assert ended.ending.failed.code == "disk.full"
    assert left == before
    assert place.key != before


def test_a_key_that_the_journal_could_not_be_told_of_is_the_new_one_all_the_same(
    place: Place, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = place.key

    def full(*_: object) -> None:
        raise DeskError("disk.full")

    with monkeypatch.context() as patch:
        patch.setattr(KeyRenewal, "renewed", full)
        ended = place.put_out()

    assert told_of_key(ended) == 1
    assert capsys.readouterr().err == f"{sentence(DeskError('disk.full'))}\n"
    assert place.key != before
    with place.open(CLERK, HERS) as desk:
        assert _facts(desk, SettingChanged.TYPE) == []


def test_a_slot_of_before_gets_its_pair_at_the_log_in_and_the_journal_says_so(place: Place) -> None:
    key = place.key
    old_slots(place.folder, 0, key, {CHIEF: OWN, CLERK: HERS}, place.code)

    with place.open() as desk:
        with desk.store.read() as reader:
            told = reader.slot_versions()[CHIEF]
        pairs = [holder for holder, slot in read_slots(place.folder).slots.items() if slot.half is not None]
        versions = place.keys.versions()

    assert pairs == [CHIEF]
    assert versions == {CHIEF: 2, CLERK: 1, "recovery": 1}
    assert told == 2
    with place.open(CLERK, HERS):
        pass
    assert place.keys.versions() == {CHIEF: 2, CLERK: 2, "recovery": 1}
