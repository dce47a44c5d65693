"""Users from the centre by mail: whoever is revoked is out once the list has come, whoever is new waits for a password."""

from __future__ import annotations

from pathlib import Path

import pytest

from kt1desk.app.desk import OpenDesk
from kt1desk.domain.events import Stream
from tests.support.staff_lists import (
    CHIEF,
    CHIEF_ROW,
    CLERK,
    CLERK_ROW,
    HERS,
    StaffDesk,
    staff_desk,
    staff_list,
)


@pytest.fixture
def place(tmp_path: Path) -> StaffDesk:
    return staff_desk(tmp_path)


def _revocations(desk: OpenDesk) -> list[tuple[str, str, str]]:
    """Who was revoked, why, and who wrote it."""
    with desk.store.read() as reader:
        events = [
            each for each in reader.events_after(Stream.COUNTER, 0) if each.envelope.type == "user.revoked"
        ]
    return [(str(each.body()["user"]), str(each.body()["why"]), each.envelope.actor) for each in events]


def test_whoever_the_list_revokes_is_out_once_it_has_come(place: StaffDesk) -> None:
    with place.open() as desk:
        told = place.came(desk, staff_list(1, CHIEF_ROW, out=(CLERK,)))
        done = place.staff(desk).catch_up()
        written = _revocations(desk)

    assert (told, done) == (["new"], True)
    assert written == [(CLERK, "centre", "line")]
    assert place.refusal(CLERK, HERS) == "login.wrong_password"
    assert place.keys.users() == [CHIEF]


def test_a_list_that_came_while_nobody_looked_counts_at_the_next_log_in(place: StaffDesk) -> None:
    with place.open() as desk:
        place.came(desk, staff_list(1, CHIEF_ROW, out=(CLERK,)))

    assert place.refusal(CLERK, HERS) == "login.user_gone"
    assert place.refusal(CLERK, HERS) == "login.wrong_password"
    with place.open() as desk:
        assert _revocations(desk) == [(CLERK, "centre", "line")]


def test_a_list_counts_once_and_changes_nothing_the_second_time(place: StaffDesk) -> None:
    listed = staff_list(1, CHIEF_ROW, CLERK_ROW)
    with place.open() as desk:
        place.came(desk, listed)
        first = place.staff(desk).catch_up()
        with desk.store.read() as reader:
            before = reader.event_count()
        again = place.staff(desk).catch_up()
        told = place.came(desk, listed)
        with desk.store.read() as reader:
            after = reader.event_count()

    assert (first, again, told) == (True, False, ["already"])
    assert after == before
