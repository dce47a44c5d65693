"""Rights: the table, the clearance, and that nobody has a right by accident."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import ALLOWED, NEEDS_CLEARANCE, Act, Actor, Role, may, permits, require
from tests.domain.rows import DAY

READING = {Act.READ_JOURNAL, Act.VERIFY, Act.SEE_ITEMS, Act.SEE_DOSSIERS, Act.SEE_SECRET_PARTIES}


def test_every_act_stands_in_the_table_and_somebody_may_do_it() -> None:
    assert set(ALLOWED) == set(Act)
    assert all(ALLOWED.values())


def test_an_inspector_only_reads() -> None:
    assert {act for act in Act if may({Role.INSPECTOR}, act)} == READING


def test_a_technician_sees_no_party_and_no_journal() -> None:
    assert {act for act in Act if may({Role.TECHNICIAN}, act)} == {Act.CONFIGURE_DEVICES, Act.VERIFY}


def test_an_administrator_makes_users_but_accepts_nothing() -> None:
    assert may({Role.ADMINISTRATOR}, Act.MANAGE_USERS)
    assert not may({Role.ADMINISTRATOR}, Act.ACCEPT_ITEM)
    assert not may({Role.ADMINISTRATOR}, Act.SEE_SECRET_PARTIES)


def test_without_a_role_nothing_is_allowed() -> None:
    assert not any(may((), act) for act in Act)


@given(st.sets(st.sampled_from(Role)), st.sampled_from(Act))
def test_several_roles_may_what_one_of_them_may(roles: set[Role], act: Act) -> None:
    assert may(roles, act) == any(may({role}, act) for role in roles)


def test_a_clerk_who_is_cleared_accepts_marked_items_until_the_last_day() -> None:
    actor = Actor("ha", frozenset({Role.CLERK}), clearance_until=DAY)

    require(actor, Act.ACCEPT_SECRET_ITEM, DAY)

    assert permits(actor, Act.SEE_SECRET_PARTIES, DAY)
    assert not permits(actor, Act.SEE_SECRET_PARTIES, DAY + timedelta(days=1))


@pytest.mark.parametrize(
    ("until", "code"),
    [(None, "user.clearance_missing"), (date(2026, 11, 21), "user.clearance_expired")],
)
@pytest.mark.parametrize("act", sorted(NEEDS_CLEARANCE))
def test_marked_items_need_a_clearance_that_has_not_run_out(act: Act, until: date | None, code: str) -> None:
    actor = Actor("ha", frozenset({Role.CLERK}), clearance_until=until)

    with pytest.raises(DeskError) as refused:
        require(actor, act, DAY)

    assert refused.value.code == code
    assert refused.value.details.get("until") == (f"{until:%d/%m/%Y}" if until else None)
    assert not permits(actor, act, DAY)


def test_a_clearance_gives_no_right_that_the_role_does_not_give() -> None:
    actor = Actor("quan", frozenset({Role.ADMINISTRATOR}), clearance_until=date(2099, 1, 1))

    with pytest.raises(DeskError) as refused:
        require(actor, Act.ACCEPT_SECRET_ITEM, DAY)

    assert refused.value.code == "user.not_allowed"
    assert refused.value.details["act"] == "accept_secret_item"


def test_acts_on_plain_items_need_no_clearance() -> None:
    require(Actor("minh", frozenset({Role.CLERK})), Act.ACCEPT_ITEM, DAY)

    assert permits(Actor("minh", frozenset({Role.CLERK})), Act.ACCEPT_ITEM, DAY)
