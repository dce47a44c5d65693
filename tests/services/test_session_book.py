"""Each beginning and each end of a session stands in the journal; what was killed has no end."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kt1desk.app import later
from kt1desk.app.custody_services import custody_services
from kt1desk.app.login import LoginDoor
from kt1desk.app.options import Options
from kt1desk.app.place import TRIAL_PASSWORD, DeskPlace, take_place
from kt1desk.app.works import works_in
from kt1desk.desktop.needs.approval import AtDesk
from kt1desk.domain.approval import Manner
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.domain.facts import SessionClosed, SessionOpened
from kt1desk.domain.permissions import Act
from kt1desk.domain.service import Service
from kt1desk.domain.sessions import Leaving, Proof
from kt1desk.services.confirming import Confirmed
from kt1desk.services.session_book import SessionBook
from kt1desk.store.journal import DeskStore

HA = "ha.hoang"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a trial desk with its invented staff, made once: each of their passwords is hashed for it."""
    folder = tmp_path_factory.mktemp("made") / "data"
    taken = take_place(Options(folder, folder.parent / "papers", trial=True))
    works_in(taken).make_sample()
    taken.leave()
    return folder


@pytest.fixture
def place(made: Path, tmp_path: Path) -> Iterator[DeskPlace]:
    """A copy of it."""
    shutil.copytree(made, tmp_path / "data")
    taken = take_place(Options(tmp_path / "data", tmp_path / "papers", trial=True))
    yield taken
    taken.leave()


def _told(store: DeskStore) -> list[str]:
    """What the journal says of sessions, oldest first."""
    with store.read() as reader:
        events = reader.events_after(Stream.COUNTER, 0)
    of_sessions = [each for each in events if each.envelope.type in {SessionOpened.TYPE, SessionClosed.TYPE}]
    return [" ".join(str(value) for _, value in sorted(event.body().items())) for event in of_sessions]


def _wrong(door: LoginDoor, *users: str) -> None:
    for user in users:
        with pytest.raises(DeskError, match="wrong_password"):
            door.log_in(user, "khong-phai-mat-khau")


def test_who_came_and_why_he_left_stands_in_the_journal(place: DeskPlace) -> None:
    door = LoginDoor(place, later)
    for why in (Leaving.LOG_OFF, Leaving.SWITCH):
        door.log_in(HA, TRIAL_PASSWORD)
        assert door.opened is not None
        door.opened.close(why)

    door.log_in(HA, TRIAL_PASSWORD)
    assert door.opened is not None
    told = _told(door.opened.store)
    door.opened.close()

    came = f"password {HA}"
    assert told == [came, f"{HA} log_off", came, f"{HA} switch", came]


def test_a_session_that_was_killed_has_no_end_before_the_next_beginning(place: DeskPlace) -> None:
    killed = LoginDoor(place, later)
    killed.log_in(HA, TRIAL_PASSWORD)
    assert killed.opened is not None
    killed.opened.store.close()  # as a kill leaves it: nothing more is written

    door = LoginDoor(place, later)
    door.log_in(HA, TRIAL_PASSWORD)
    assert door.opened is not None
    told = _told(door.opened.store)
    door.opened.close()

    assert told == [f"password {HA}"] * 2


def test_wrong_passwords_of_anybody_are_told_once_by_the_next_who_gets_in_and_name_nobody(
    place: DeskPlace,
) -> None:
    door = LoginDoor(place, later)
    _wrong(door, HA, HA, "khong.co.ai")
    kept = place.folder.attempts.read_text()

    door.log_in(HA, TRIAL_PASSWORD)
    door.log_in(HA, TRIAL_PASSWORD)
    assert door.opened is not None
    told = _told(door.opened.store)
    door.opened.close()

    assert told == [f"password 3 {HA}", f"{HA} ended", f"password {HA}"]
    assert json.loads(kept)["refused"] == 3
    assert HA not in kept
    assert "khong.co.ai" not in kept


def test_a_second_person_who_confirms_does_not_swallow_the_wrong_passwords(place: DeskPlace) -> None:
    door = LoginDoor(place, later)
    _wrong(door, HA, HA)
    works_in(place).keys.unlock(HA, TRIAL_PASSWORD)  # opens nothing: a confirmation, or the curtain

    door.log_in(HA, TRIAL_PASSWORD)
    assert door.opened is not None
    told = _told(door.opened.store)
    door.opened.close()

    assert told == [f"password 2 {HA}"]


def test_who_could_not_be_written_down_does_not_get_in(
    place: DeskPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full at the very event: the door stays shut, and the wrong passwords are still to be told."""

    def full(_book: SessionBook, _proof: Proof, _refused: int) -> bool:
        raise DeskError("disk.full")

    door = LoginDoor(place, later)
    _wrong(door, HA)
    with monkeypatch.context() as patched:
        patched.setattr(SessionBook, "opened", full)
        with pytest.raises(DeskError, match=r"disk\.full"):
            door.log_in(HA, TRIAL_PASSWORD)

    assert door.opened is None
    assert json.loads(place.folder.attempts.read_text())["refused"] == 1


def test_a_session_ends_once_and_the_first_reason_counts(place: DeskPlace) -> None:
    door = LoginDoor(place, later)
    door.log_in(HA, TRIAL_PASSWORD)
    assert door.opened is not None

    door.opened.book.closed(Leaving.REVOKED)
    door.opened.book.closed(Leaving.LOG_OFF)
    told = _told(door.opened.store)
    door.opened.close()

    assert told == [f"password {HA}", f"{HA} revoked"]


def test_a_second_person_confirms_with_his_own_password_and_the_first_ones_session_goes_on(
    place: DeskPlace,
) -> None:
    works = works_in(place)
    desk = works.opener.open(HA, TRIAL_PASSWORD)
    services = custody_services(desk, works.keys.unlock, lambda: None, Service.KT1)

    confirmed = services.confirmed(Act.APPROVE_DISPATCH, AtDesk(" Son.Ly ", TRIAL_PASSWORD))
    with pytest.raises(DeskError, match=r"approval\.same_person"):
        services.confirmed(Act.APPROVE_DISPATCH, AtDesk(HA, TRIAL_PASSWORD))
    with pytest.raises(DeskError, match="wrong_password"):
        services.confirmed(Act.APPROVE_DISPATCH, AtDesk("son.ly", "khong-phai-mat-khau"))
    told, user = _told(desk.store), desk.session.actor.user_id
    desk.close()

    assert confirmed == Confirmed(Manner.SPOT, "son.ly")
    assert told == [f"password {HA}"]
    assert user == HA
