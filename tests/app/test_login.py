"""The door: whoever opens it leaves the open desk behind; a wrong password opens nothing and says nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kt1desk.app import later
from kt1desk.app.login import LoginDoor
from kt1desk.app.options import Options
from kt1desk.app.place import TRIAL_PASSWORD, DeskPlace, take_place
from kt1desk.app.works import works_in
from kt1desk.domain.errors import DeskError
from kt1desk.store.shift_mark import ShiftMark


@pytest.fixture
def place(tmp_path: Path) -> Iterator[DeskPlace]:
    """A trial desk with its invented staff."""
    taken = take_place(Options(tmp_path / "data", tmp_path / "papers", trial=True))
    works_in(taken).make_sample()
    yield taken
    taken.leave()


def test_whoever_logs_in_finds_the_desk_open_as_himself(place: DeskPlace) -> None:
    door = LoginDoor(place, later)

    session = door.log_in("ha.hoang", TRIAL_PASSWORD)

    assert session.name == "Hoàng Thị Hà"
    assert door.opened is not None
    assert door.opened.session is session
    door.opened.close()


def test_a_user_may_be_typed_in_capitals(place: DeskPlace) -> None:
    door = LoginDoor(place, later)

    session = door.log_in(" HA.Hoang ", TRIAL_PASSWORD)

    assert session.actor.user_id == "ha.hoang"
    assert door.opened is not None
    door.opened.close()


@pytest.mark.parametrize(("user", "password"), [("ha.hoang", "sai-mat-khau"), ("nobody", TRIAL_PASSWORD)])
def test_a_wrong_password_and_an_unknown_user_are_the_same_refusal(
    place: DeskPlace, user: str, password: str
) -> None:
    door = LoginDoor(place, later)

    with pytest.raises(DeskError) as refusal:
        door.log_in(user, password)

    assert refusal.value.code == "login.wrong_password"
    assert door.opened is None


def test_a_second_log_in_closes_what_the_first_one_opened(place: DeskPlace) -> None:
    door = LoginDoor(place, later)
    door.log_in("ha.hoang", TRIAL_PASSWORD)
    first = door.opened

    door.log_in("minh.nong", TRIAL_PASSWORD)

    assert first is not None
    with pytest.raises(Exception), first.store.read() as reader:  # noqa: B017, PT011  any: it is closed
        reader.users()
    assert door.opened is not None
    assert door.opened.session.actor.user_id == "minh.nong"
    door.opened.close()


def test_the_page_lists_the_users_of_the_desk_and_tells_the_password_of_invented_ones_only(
    place: DeskPlace,
) -> None:
    door = LoginDoor(place, later)

    sample = door.hint()
    users = door.user_ids()
    place.sample_note.unlink()

    assert "ha.hoang" in door.user_ids()
    assert TRIAL_PASSWORD in sample
    assert "tuan.hua (Bưu tá)" in sample.replace("\u00a0", " ")
    assert all(user in sample for user in users)
    assert door.hint() == ""


def test_people_of_a_training_desk_are_told_with_what_they_are(place: DeskPlace) -> None:
    roles = LoginDoor(place, later).works().sample_roles()

    assert (roles["gdv1"], roles["buuta"], roles["ha.hoang"]) == (
        "Giao dịch viên",
        "Bưu tá",
        "Giao dịch viên",
    )
    assert roles["truong"].startswith("Trưởng điểm, ")


def test_the_mark_of_an_open_shift_is_put_right_at_the_log_in(place: DeskPlace) -> None:
    """The power may go between the journal and the mark."""
    door, mark = LoginDoor(place, later), ShiftMark(place.folder.open_shift)
    mark.put()

    session = door.log_in("ha.hoang", TRIAL_PASSWORD)

    assert not mark.is_there()
    assert door.opened is not None
    door.opened.shifts.open(session, door.opened.shifts.proposed_date(), 0)
    assert not mark.is_there()
    door.log_in("ha.hoang", TRIAL_PASSWORD)
    assert mark.is_there()
    door.opened.close()
