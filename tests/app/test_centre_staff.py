"""Users from the centre by mail: whoever is revoked is out once the list has come, whoever is new waits for a password."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kt1desk.app.desk import OpenDesk
from kt1desk.app.line_ways import centre_room
from kt1desk.app.users_counter import UsersCounter
from kt1desk.desktop.needs.users import Passwords, UserForm
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.domain.permissions import Role
from kt1desk.domain.staff_list import FIELD, StaffList, StaffRow
from kt1desk.exchange.mail_intake import CentreInbox
from kt1desk.exchange.mail_records import document_records, document_row
from kt1desk.exchange.staff_lists import STAFF, sign_staff_list
from kt1desk.exchange.staff_taking import take_list
from kt1desk.services.centre_staff import Standing
from kt1desk.services.wording import sentence
from kt1desk.store.key_dropping import drop_slot
from kt1desk.store.work import StoreWork
from tests.support.exchange_keys import COMMUNE_POINT, OTHER_PROVINCE, PROVINCE
from tests.support.staff_lists import (
    CHIEF,
    CHIEF_ROW,
    CLERK,
    CLERK_ROW,
    DAY,
    GIVEN,
    HERS,
    MINH_ROW,
    OWN,
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


def _users(desk: OpenDesk) -> dict[str, tuple[str, ...]]:
    """The roles of everybody who may log in."""
    with desk.store.read() as reader:
        return {row.user: row.roles for row in reader.users() if row.active}


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


def test_a_new_user_waits_for_a_password_which_the_administrator_gives(place: StaffDesk) -> None:
    with place.open() as desk:
        place.came(desk, staff_list(1, CHIEF_ROW, CLERK_ROW, MINH_ROW))
        place.staff(desk).catch_up()
        counter = UsersCounter(desk, place.folder, place.keys)
        view = counter.users()
        (line,) = (each for each in view.lines if each.user == MINH_ROW.user)
        counter.give_password(MINH_ROW.user, Passwords(GIVEN, OWN))
    given = place.refusal(MINH_ROW.user, GIVEN)
    place.keys.change(MINH_ROW.user, GIVEN, "cua-rieng-minh-3")

    assert (line.name, line.state, line.cleared) == ("Nông Văn Minh", "chưa có mật khẩu", "31/12/2027")
    assert "Số 1, ký ngày 24/11/2026, 3 người; bàn đang theo." in view.centre
    assert given == "login.password_given"
    with place.open(MINH_ROW.user, "cua-rieng-minh-3") as desk:
        assert desk.session.actor.roles == {Role.CLERK, Role.CONTROLLER}
        assert desk.session.actor.is_cleared(DAY)


def test_a_list_after_which_nobody_could_manage_users_is_not_taken_up_and_the_administrator_is_told(
    place: StaffDesk,
) -> None:
    minh = replace(MINH_ROW, roles=frozenset({Role.HEAD}))
    with place.open() as desk:
        told = place.came(desk, staff_list(4, CLERK_ROW, minh, out=(CHIEF,)))
        done = place.staff(desk).catch_up()
        view = UsersCounter(desk, place.folder, place.keys).users()
        users = _users(desk)
    with place.open() as desk:  # nor at the next log-in
        assert _users(desk) == users
        counter = UsersCounter(desk, place.folder, place.keys)
        form = UserForm(minh.user, minh.name, ("head",))
        counter.enrol(form, Passwords(GIVEN, OWN))
        taken = place.staff(desk).catch_up()
        counted = _revocations(desk)

    assert (told, done) == (["new"], False)
    assert view.centre == sentence(DeskError("staff_list.last_manager", issue=4))
    assert view.waits
    assert users == {CHIEF: ("administrator",), CLERK: ("clerk",)}
    assert (taken, counted) == (True, [(CHIEF, "centre", "line")])
    assert place.refusal(CHIEF, OWN) == "login.wrong_password"


def test_who_was_cut_off_between_the_slot_and_its_event_is_out_and_the_next_log_in_writes_it(
    place: StaffDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(_work: StoreWork) -> None:
        raise RuntimeError

    with place.open() as desk:
        place.came(desk, staff_list(1, CHIEF_ROW, out=(CLERK,)))
        monkeypatch.setattr(StoreWork, "commit", cut)
        with pytest.raises(RuntimeError):
            place.staff(desk).catch_up()
        monkeypatch.undo()
        left = _revocations(desk), place.keys.users()
    version = place.keys.versions()[CLERK]

    assert left == ([], [CHIEF])
    assert place.refusal(CLERK, HERS) == "login.wrong_password"
    with place.open() as desk, desk.store.read() as reader:
        assert _revocations(desk) == [(CLERK, "centre", "line")]
        assert reader.slot_versions()[CLERK] == place.keys.versions()[CLERK] == version


def test_a_slot_whose_owner_was_dropped_without_a_word_opens_nothing_even_for_who_holds_the_key(
    place: StaffDesk,
) -> None:
    dek = place.keys.unlock(CLERK, HERS)
    drop_slot(place.folder, CLERK, 9)

    with pytest.raises(DeskError, match=r"login\.user_gone"):
        place.opener.open_recovered(dek, CLERK)


def test_an_older_list_another_points_and_one_of_nobody_we_know_change_nothing(place: StaffDesk) -> None:
    with place.open() as desk:
        place.came(desk, staff_list(3, CHIEF_ROW, CLERK_ROW))
        place.staff(desk).catch_up()
        older = place.came(desk, staff_list(2, CHIEF_ROW, out=(CLERK,)))
        other = place.came(desk, staff_list(4, CHIEF_ROW, out=(CLERK,), point=COMMUNE_POINT))
        forged = place.came(desk, staff_list(5, CHIEF_ROW, out=(CLERK,)), OTHER_PROVINCE)
        two = place.came(desk, staff_list(3, CHIEF_ROW, out=(CLERK,)))
        again = place.staff(desk).catch_up()
        written = _revocations(desk)

    assert (older, other, forged, two) == (
        ["new"],
        ["staff_list.other_point"],
        ["staff_list.wrong_province"],
        ["document.differs"],
    )
    assert (again, written) == (False, [])
    with place.open(CLERK, HERS) as desk:
        assert desk.session.actor.user_id == CLERK


def test_an_old_list_under_a_new_number_is_refused(place: StaffDesk) -> None:
    data = sign_staff_list(staff_list(1, CHIEF_ROW, CLERK_ROW), PROVINCE)
    records = document_records(document_row(STAFF, 9, staff_list(1, CHIEF_ROW).day, data), data)
    with place.open() as desk:
        rows = CentreInbox(centre_room(desk)).take(place.box.send(*records).data)

    assert [row.reason.code if row.reason else "" for row in rows] == ["document.damaged"]


def test_roles_and_clearance_count_from_the_list_and_what_the_desk_changed_after_it_stays(
    place: StaffDesk,
) -> None:
    controller = replace(CLERK_ROW, roles=frozenset({Role.CONTROLLER}), until=None)
    with place.open() as desk:
        place.came(desk, staff_list(1, CHIEF_ROW, controller))
        place.staff(desk).catch_up()
        by_list = _users(desk)[CLERK]
        UsersCounter(desk, place.folder, place.keys).change_roles(CLERK, ("clerk", "controller"))
    with place.open() as desk:
        kept = _users(desk)[CLERK]
        place.came(desk, staff_list(2, CHIEF_ROW, controller, MINH_ROW))
        place.staff(desk).catch_up()
        after = _users(desk)[CLERK]

    assert (by_list, kept, after) == (("controller",), ("clerk", "controller"), ("controller",))


def test_whom_the_desk_itself_put_out_stays_out_until_a_list_says_something_new_of_him(
    place: StaffDesk,
) -> None:
    states = []
    with place.open() as desk:
        counter = UsersCounter(desk, place.folder, place.keys)
        place.came(desk, staff_list(1, CHIEF_ROW, CLERK_ROW))
        place.staff(desk).catch_up()
        counter.revoke(CLERK, "suspended")
        for listed in (
            staff_list(2, CHIEF_ROW, CLERK_ROW, MINH_ROW),
            staff_list(3, CHIEF_ROW, MINH_ROW, out=(CLERK,)),
            staff_list(4, CHIEF_ROW, CLERK_ROW, MINH_ROW),
        ):
            place.came(desk, listed)
            place.staff(desk).catch_up()
            states.append(next(each.state for each in counter.users().lines if each.user == CLERK))

    assert states == ["đã thôi", "đã thôi", "chưa có mật khẩu"]
    assert place.refusal(CLERK, HERS) == "login.wrong_password"


def test_a_kept_list_that_this_program_cannot_read_waits_and_a_later_one_can_be_fetched(
    place: StaffDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    decode = StaffList.decode

    def older_program(data: bytes) -> StaffList:
        if decode(data).issue == 1:
            raise DeskError("staff_list.newer", FIELD)
        return decode(data)

    with place.open() as desk:
        place.came(desk, staff_list(1, CHIEF_ROW, CLERK_ROW))
        place.staff(desk).catch_up()
    monkeypatch.setattr(StaffList, "decode", older_program)
    with place.open() as desk:
        view = UsersCounter(desk, place.folder, place.keys).users()
        take_list(
            desk.store,
            desk.session,
            desk.clock,
            sign_staff_list(staff_list(2, CHIEF_ROW, out=(CLERK,)), PROVINCE),
        )
        done = place.staff(desk).catch_up()
        written = _revocations(desk)

    assert (view.centre, view.waits) == (sentence(DeskError("staff_list.newer")), True)
    assert (done, written) == (True, [(CLERK, "centre", "line")])


@pytest.mark.parametrize(
    ("row", "standing"),
    [
        (CLERK_ROW, Standing.STAYS),
        (replace(CLERK_ROW, roles=frozenset({Role.CLERK, Role.CONTROLLER})), Standing.STAYS),
        (replace(CLERK_ROW, until=date(2026, 12, 31)), Standing.LESS),
        (replace(CLERK_ROW, until=None), Standing.LESS),
        (replace(CLERK_ROW, roles=frozenset({Role.CONTROLLER})), Standing.LESS),
        (None, Standing.OUT),
    ],
)
def test_a_session_goes_on_unless_something_of_it_was_taken(
    place: StaffDesk, row: StaffRow | None, standing: Standing
) -> None:
    out = () if row is not None else (CLERK,)
    people = (CHIEF_ROW, row) if row is not None else (CHIEF_ROW,)
    with place.open(CLERK, HERS) as desk:
        place.came(desk, staff_list(1, *people, out=out))
        found = place.staff(desk).standing(desk.session)
        again = place.staff(desk).standing(desk.session)

    assert (found, again) == (standing, Standing.STAYS)
