"""Who may make, change and revoke users of a desk, and what the journal says of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import KeySlotWritten, SessionOpened, UserEnrolled, UserRevoked
from kt1desk.domain.permissions import Role
from kt1desk.services.ports import Appending
from kt1desk.services.sessions import Session, begin_session
from kt1desk.services.set_up import NewUser
from kt1desk.services.users import HERE, IDLE_DAYS, KnownUser, Users, Why
from tests.support.desks import Counter
from tests.support.lists import events_of

DAY_MS = 86_400_000
HEAD = NewUser("truong", "Lành Thị Bích", frozenset({Role.HEAD}))


def users(desk: Counter) -> Users:
    return Users(desk.store, desk.clock)


def head(desk: Counter) -> Session:
    """A head of the point who is no administrator."""
    users(desk).enrol(desk.session("chief"), HEAD)
    return desk.session(HEAD.user)


def known(desk: Counter, user: str, *slots: str) -> KnownUser:
    listed = users(desk).known(desk.session("chief"), slots)
    (found,) = (each for each in listed if each.row.user == user)
    return found


def log_in(desk: Counter, user: str) -> None:
    with desk.store.work() as work:
        work.append(SessionOpened(user, "password"), Appending(user))
        work.commit()


def refusals(*acts: Callable[[], object]) -> list[str]:
    """The codes of acts that are all refused."""
    codes = []
    for act in acts:
        with pytest.raises(DeskError) as refused:
            act()
        codes.append(refused.value.code)
    return codes


def refusal(desk: Counter, user: str) -> str:
    with pytest.raises(DeskError) as refused:
        desk.session(user)
    return refused.value.code


def test_a_new_user_has_his_roles_and_no_clearance_and_his_name_stands_beside_the_event(
    quiet_desk: Counter,
) -> None:
    new = NewUser(" Mai.Nong ", "Nông Thị Mai", frozenset({Role.CLERK}), date(2030, 1, 1))

    made = users(quiet_desk).enrol(quiet_desk.session("chief"), new)

    session = quiet_desk.session("mai.nong")
    event = events_of(quiet_desk, UserEnrolled.TYPE)[-1]
    assert (made, session.name, set(session.actor.roles)) == ("mai.nong", "Nông Thị Mai", {Role.CLERK})
    assert session.actor.clearance_until is None
    assert event.envelope.actor == "chief"
    assert "Nông" not in str(event.body())


@pytest.mark.parametrize(
    ("new", "code"),
    [
        (NewUser("clerk", "Người Khác", frozenset({Role.CLERK})), "user.twice"),
        (NewUser("có dấu", "Người Khác", frozenset({Role.CLERK})), "user.id_shape"),
        (NewUser("recovery", "Người Khác", frozenset({Role.CLERK})), "user.id_shape"),
        (NewUser("moi", "Người Khác", frozenset()), "user.no_role"),
        (NewUser("moi", " ", frozenset({Role.CLERK})), "text.empty"),
    ],
)
def test_a_user_who_cannot_be_one_is_refused(quiet_desk: Counter, new: NewUser, code: str) -> None:
    before = len(events_of(quiet_desk, UserEnrolled.TYPE))

    with pytest.raises(DeskError) as refused:
        users(quiet_desk).enrol(quiet_desk.session("chief"), new)

    assert refused.value.code == code
    assert len(events_of(quiet_desk, UserEnrolled.TYPE)) == before


def test_whoever_is_revoked_does_not_log_in_and_no_older_slot_file_counts_any_more(
    quiet_desk: Counter,
) -> None:
    service, chief = users(quiet_desk), quiet_desk.session("chief")

    version = service.check_revoke(chief, "clerk", Why.LEFT)
    service.revoke(chief, "clerk", Why.LEFT)

    with quiet_desk.store.read() as reader, pytest.raises(DeskError) as older:
        begin_session(reader, "chief", {"clerk": version - 1, "chief": 1})
    (revoked,) = events_of(quiet_desk, UserRevoked.TYPE)
    slot = events_of(quiet_desk, KeySlotWritten.TYPE)[-1]
    assert refusal(quiet_desk, "clerk") == "login.user_gone"
    assert older.value.code == "key.slots_older"
    assert (revoked.body(), revoked.envelope.actor) == ({"user": "clerk", "why": "left"}, "chief")
    assert slot.body() == {"holder": "clerk", "slot": version}


def test_whoever_comes_back_has_the_roles_of_today_and_must_be_cleared_again(quiet_desk: Counter) -> None:
    service, chief = users(quiet_desk), quiet_desk.session("chief")
    service.revoke(chief, "clerk", Why.MOVED)

    service.change_roles(chief, "clerk", {Role.CONTROLLER})

    actor = quiet_desk.session("clerk").actor
    assert (set(actor.roles), actor.clearance_until) == ({Role.CONTROLLER}, None)
    assert quiet_desk.session("clerk").name == "Hoàng Thị Hà"


def test_other_roles_keep_the_clearance_and_the_same_ones_are_no_event(quiet_desk: Counter) -> None:
    service, chief = users(quiet_desk), quiet_desk.session("chief")
    before = quiet_desk.session("clerk").actor.clearance_until

    service.change_roles(chief, "clerk", {Role.CLERK, Role.CONTROLLER})
    events = len(events_of(quiet_desk, UserEnrolled.TYPE))
    service.change_roles(chief, "clerk", {Role.CONTROLLER, Role.CLERK})

    actor = quiet_desk.session("clerk").actor
    assert (set(actor.roles), actor.clearance_until) == ({Role.CLERK, Role.CONTROLLER}, before)
    assert len(events_of(quiet_desk, UserEnrolled.TYPE)) == events


def test_a_head_does_nothing_to_an_administrator_and_makes_none(quiet_desk: Counter) -> None:
    service, session = users(quiet_desk), head(quiet_desk)
    administrator = NewUser("moi", "Quản Trị Mới", frozenset({Role.ADMINISTRATOR}))

    refused = refusals(
        lambda: service.enrol(session, administrator),
        lambda: service.change_roles(session, "clerk", {Role.ADMINISTRATOR}),
        lambda: service.change_roles(session, "chief", {Role.CLERK}),
        lambda: service.revoke(session, "chief", Why.LEFT),
    )
    service.revoke(session, "clerk", Why.LEFT)

    assert refused == ["user.above"] * 4
    assert refusal(quiet_desk, "clerk") == "login.user_gone"


@pytest.mark.parametrize("who", ["clerk", "inspector"])
def test_nobody_else_sees_or_changes_users(quiet_desk: Counter, who: str) -> None:
    service, session = users(quiet_desk), quiet_desk.session(who)

    refused = refusals(
        lambda: service.known(session, ()),
        lambda: service.enrol(session, HEAD),
        lambda: service.change_roles(session, "uncleared", {Role.HEAD}),
        lambda: service.revoke(session, "uncleared", Why.LEFT),
    )

    assert refused == ["user.not_allowed"] * 4


def test_nobody_takes_his_own_rights_away(quiet_desk: Counter) -> None:
    service, chief = users(quiet_desk), quiet_desk.session("chief")

    refused = refusals(
        lambda: service.revoke(chief, "chief", Why.LEFT),
        lambda: service.change_roles(chief, "chief", {Role.CLERK}),
    )
    service.change_roles(chief, "chief", {Role.ADMINISTRATOR})

    assert refused == ["user.own_rights"] * 2
    assert quiet_desk.session("chief").actor.roles == {Role.ADMINISTRATOR}


def test_somebody_who_can_manage_users_and_has_a_password_always_stays(quiet_desk: Counter) -> None:
    service = users(quiet_desk)
    head(quiet_desk)  # has no key slot
    service.change_roles(quiet_desk.session("chief"), HEAD.user, {Role.ADMINISTRATOR})
    session = quiet_desk.session(HEAD.user)

    refused = refusals(
        lambda: service.revoke(session, "chief", Why.LEFT),
        lambda: service.change_roles(session, "chief", {Role.CLERK}),
    )

    assert refused == ["user.last_manager"] * 2


def test_a_reason_of_the_centre_is_no_reason_of_the_desk(quiet_desk: Counter) -> None:
    with pytest.raises(DeskError) as refused:
        users(quiet_desk).revoke(quiet_desk.session("chief"), "clerk", Why.CENTRE)

    assert refused.value.code == "code.unknown"
    assert Why.CENTRE not in HERE


def test_the_list_says_who_has_a_password_who_was_here_last_and_whom_nobody_saw_for_long(
    quiet_desk: Counter,
) -> None:
    log_in(quiet_desk, "clerk")
    first_ms = quiet_desk.clock.now().utc_ms
    quiet_desk.clock.pass_ms(IDLE_DAYS * DAY_MS)
    on_the_day = known(quiet_desk, "clerk", "clerk")
    quiet_desk.clock.pass_ms(1)
    log_in(quiet_desk, "inspector")

    clerk, inspector = known(quiet_desk, "clerk", "clerk"), known(quiet_desk, "inspector", "inspector")
    never = known(quiet_desk, "uncleared")

    assert not on_the_day.idle
    assert (clerk.last_ms, clerk.idle, clerk.has_slot) == (first_ms, True, True)
    assert (inspector.last_ms, inspector.idle) == (first_ms + IDLE_DAYS * DAY_MS + 1, False)
    assert (never.last_ms, never.has_slot, never.idle) == (0, False, False)


def test_the_last_log_in_counts_and_whoever_is_gone_stands_at_the_end(quiet_desk: Counter) -> None:
    log_in(quiet_desk, "clerk")
    quiet_desk.clock.pass_ms(round(timedelta(days=1).total_seconds() * 1000))
    log_in(quiet_desk, "clerk")
    service, chief = users(quiet_desk), quiet_desk.session("chief")
    service.revoke(chief, "clerk", Why.SUSPENDED)

    listed = service.known(chief, ())

    assert [each.row.user for each in listed][-1] == "clerk"
    assert listed[-1].last_ms == quiet_desk.clock.now().utc_ms
    assert not listed[-1].row.active
