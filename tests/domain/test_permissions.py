"""Rights: the table, the clearance, and that nobody has a right by accident."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import (
    ALLOWED,
    DOSSIER_ACT,
    NEEDS_CLEARANCE,
    Act,
    Actor,
    Role,
    act_for,
    may,
    permits,
    require,
)
from kt1desk.domain.point_flags import POINT_NEEDS, PointFlag
from kt1desk.domain.service import Service
from tests.domain.rows import DAY

READING = {
    Act.READ_JOURNAL,
    Act.VERIFY,
    Act.SEE_ITEMS,
    Act.SEE_DOSSIERS,
    Act.SEE_SECRET_PARTIES,
    Act.SEE_CUSTODY,
    Act.SEE_INCIDENTS,
    Act.SEE_REGISTERS,
    Act.SEE_DOSSIER_CUSTODY,
    Act.SEE_DOSSIER_INCIDENTS,
    Act.SEE_LINE,
    Act.SEE_REPORTS,
    Act.SEE_KT1_REPORTS,
    Act.SEE_BOOKS,
    Act.CHANGE_OWN_PASSWORD,
    Act.SEE_AUDIT,
    Act.EXPORT_AUDIT,
}
ON_DOSSIERS = {
    Act.ACCEPT_DOSSIER,
    Act.REVERSE_DOSSIER,
    Act.SEE_DOSSIERS,
    Act.REPRINT_DOSSIER_PAPER,
    Act.VOID_DOSSIER_NUMBER,
    Act.SEE_DOSSIER_CUSTODY,
    Act.STORE_DOSSIER,
    Act.HAND_ON_DOSSIER,
    Act.PACK_DOSSIERS,
    Act.SEND_DOSSIERS,
    Act.RECEIVE_DOSSIERS,
    Act.RELAY_DOSSIERS,
    Act.START_DOSSIER_ROUND,
    Act.DELIVER_RESULT,
    Act.FORWARD_RESULT,
    Act.RETURN_RESULT,
    Act.APPROVE_RESULT_RETURN,
    Act.OPEN_DOSSIER_INCIDENT,
    Act.CLOSE_DOSSIER_INCIDENT,
    Act.SEE_DOSSIER_INCIDENTS,
    Act.EXCHANGE_DOSSIER_MAIL,
    Act.HAND_TO_AUTHORITY,
    Act.RECORD_DECISION,
    Act.TELL_APPLICANT,
    Act.SUPPLEMENT_DOSSIER,
    Act.TAKE_RESULTS,
    Act.REMIT_FEES,
    Act.CORRECT_FEE,
    Act.KEEP_COMPLAINTS,
    Act.PLAN_VISITS,
    Act.SEE_IDENTITY,
    Act.ERASE_PERSONS,
}
"""Work on dossiers of administrative procedures: nothing of it shows a KT1 item."""
UNCLEARED = ON_DOSSIERS | {
    Act.SERVE_COUNTER,
    Act.ADJUST_CASH,
    Act.TAKE_OVER_SHIFT,
    Act.SEE_REPORTS,
    Act.ISSUE_REPORT,
    Act.KEEP_BOOKS,
    Act.SEE_BOOKS,
    Act.FEED_OTHER_SYSTEMS,
    Act.OPEN_SHIFT,
    Act.CLOSE_SHIFT,
    Act.IMPORT_REFERENCE,
    Act.MANAGE_USERS,
    Act.CONFIGURE_DEVICES,
    Act.ALLOW_LINE,
    Act.KEEP_LINE,
    Act.SEE_LINE,
    Act.RESTORE_DESK,
    Act.CHANGE_OWN_PASSWORD,
    Act.SEE_AUDIT,
    Act.EXPORT_AUDIT,
    Act.KEEP_BACKUPS,
    Act.READ_JOURNAL,
    Act.VERIFY,
}
"""All that is left to somebody without a clearance; a new act needs one until it is put here."""
SECOND_PAIR_OF_EYES = {Act.APPROVE_ITEM, Act.APPROVE_DISPATCH, Act.GRANT_REMOTE_APPROVAL, Act.CLOSE_INCIDENT}


def test_every_act_stands_in_the_table_and_somebody_may_do_it() -> None:
    assert set(ALLOWED) == set(Act)
    assert all(ALLOWED.values())


def test_an_inspector_only_reads() -> None:
    assert {act for act in Act if may({Role.INSPECTOR}, act)} == READING


def test_a_technician_sees_no_party_and_no_journal() -> None:
    assert {act for act in Act if may({Role.TECHNICIAN}, act)} == {
        Act.CONFIGURE_DEVICES,
        Act.CHANGE_OWN_PASSWORD,
        Act.KEEP_BACKUPS,
        Act.VERIFY,
    }


def test_an_administrator_makes_users_but_accepts_nothing() -> None:
    assert may({Role.ADMINISTRATOR}, Act.MANAGE_USERS)
    assert not may({Role.ADMINISTRATOR}, Act.ACCEPT_ITEM)
    assert not may({Role.ADMINISTRATOR}, Act.SEE_SECRET_PARTIES)


def test_only_an_administrator_lets_the_register_go_over_the_network() -> None:
    assert ALLOWED[Act.ALLOW_LINE] == ALLOWED[Act.KEEP_LINE] == {Role.ADMINISTRATOR}


def test_a_postman_takes_over_and_delivers_and_sees_nothing_of_the_desk() -> None:
    assert {act for act in Act if may({Role.POSTMAN}, act)} == {
        Act.HAND_OVER_ITEM,
        Act.DELIVER_ITEM,
        Act.HAND_ON_DOSSIER,
        Act.DELIVER_RESULT,
        Act.CHANGE_OWN_PASSWORD,
        Act.VERIFY,
    }


@pytest.mark.parametrize(
    "role", [Role.CLERK, Role.POSTMAN, Role.INSPECTOR, Role.ADMINISTRATOR, Role.TECHNICIAN]
)
def test_only_controller_head_and_bureau_are_the_second_pair_of_eyes(role: Role) -> None:
    assert not any(may({role}, act) for act in SECOND_PAIR_OF_EYES)

    assert all(may({Role.CONTROLLER}, act) and may({Role.BUREAU}, act) for act in SECOND_PAIR_OF_EYES)


def test_every_act_but_a_few_needs_a_clearance() -> None:
    assert set(Act) - NEEDS_CLEARANCE == UNCLEARED


def test_accepting_relaying_and_delivering_each_ask_for_their_own_flag() -> None:
    assert POINT_NEEDS[Act.ACCEPT_ITEM] == POINT_NEEDS[Act.ACCEPT_SECRET_ITEM] == {PointFlag.ACCEPT}
    assert POINT_NEEDS[Act.RELAY_RECEPTACLE] == {PointFlag.RELAY}
    assert POINT_NEEDS[Act.DELIVER_ITEM] == POINT_NEEDS[Act.START_ROUND] == {PointFlag.DELIVER}
    assert POINT_NEEDS[Act.SEND_DISPATCH] == set(PointFlag)
    assert set(POINT_NEEDS) <= NEEDS_CLEARANCE


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
def test_every_act_on_kt1_needs_a_clearance_that_has_not_run_out(
    act: Act, until: date | None, code: str
) -> None:
    actor = Actor("ha", frozenset(Role), clearance_until=until)

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


def test_work_on_dossiers_needs_no_clearance() -> None:
    actor = Actor("minh", frozenset({Role.CLERK}))

    require(actor, Act.ACCEPT_DOSSIER, DAY)

    assert permits(actor, Act.SEE_DOSSIERS, DAY)


@pytest.mark.parametrize("act", sorted(DOSSIER_ACT))
def test_an_act_of_custody_on_dossiers_is_an_act_of_its_own_for_the_same_people_without_a_clearance(
    act: Act,
) -> None:
    own = act_for(Service.TTHC, act)

    assert act_for(Service.KT1, act) is act
    assert act in NEEDS_CLEARANCE
    assert own in ON_DOSSIERS
    assert ALLOWED[own] == ALLOWED[act]


def test_no_two_acts_of_kt1_are_the_same_act_on_dossiers() -> None:
    assert len(set(DOSSIER_ACT.values())) == len(DOSSIER_ACT)


@pytest.mark.parametrize("act", sorted(NEEDS_CLEARANCE - set(DOSSIER_ACT)))
def test_what_dossiers_do_not_have_cannot_be_asked_for_them(act: Act) -> None:
    with pytest.raises(KeyError):
        act_for(Service.TTHC, act)


def test_no_point_needs_a_flag_of_kt1_for_work_on_dossiers() -> None:
    assert not ON_DOSSIERS & set(POINT_NEEDS)


@pytest.mark.parametrize(
    "role", [Role.POSTMAN, Role.INSPECTOR, Role.ADMINISTRATOR, Role.TECHNICIAN, Role.BUREAU]
)
def test_only_who_works_at_the_counter_hands_over_takes_back_and_sees_an_identity(role: Role) -> None:
    counter = {Act.HAND_TO_AUTHORITY, Act.TAKE_RESULTS, Act.REMIT_FEES, Act.CORRECT_FEE, Act.SEE_IDENTITY}

    assert not any(may({role}, act) for act in counter)
    assert all(may({Role.CLERK}, act) for act in counter)


def test_persons_are_erased_by_who_answers_for_the_desk() -> None:
    assert ALLOWED[Act.ERASE_PERSONS] == {Role.HEAD, Role.ADMINISTRATOR}
