"""What the screens of a shift show, and to whom."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.kt1 import Payment, Urgency
from kt1desk.domain.permissions import Actor, Role
from kt1desk.services.sessions import Session
from tests.support.clocks import NOON_MS
from tests.support.desks import Counter, later, ordinary
from tests.support.dossiers import ordinary_dossier
from tests.support.reversals import WITHDRAWN


def technician(desk: Counter) -> Session:
    return replace(desk.session(), actor=Actor("tech", frozenset({Role.TECHNICIAN})))


def test_parties_of_a_marked_item_are_shown_to_cleared_people_only(desk: Counter) -> None:
    marked, plain = desk.accept_secret().item, desk.accept().item

    seen = {row.item: row for row in desk.board.counter(desk.session("clerk"), 10).items}
    hidden = {row.item: row for row in desk.board.counter(desk.session("uncleared"), 10).items}

    assert seen[marked].receiver is not None
    assert hidden[marked].receiver is None
    assert hidden[marked].sender is None
    assert hidden[plain].receiver is not None


def test_one_item_asked_for_by_its_number_is_masked_as_well(desk: Counter) -> None:
    marked, today = desk.accept_secret().item, desk.shifts.proposed_date()

    row = desk.finder.item(desk.session("uncleared"), marked, today)

    assert row is not None
    assert (row.sender, row.receiver) == (None, None)


def test_a_technician_sees_neither_items_nor_papers(desk: Counter) -> None:
    desk.accept()
    nobody, today = technician(desk), desk.shifts.proposed_date()

    for look in (
        lambda: desk.board.counter(nobody, 10),
        lambda: desk.board.shift(nobody, 10),
        lambda: desk.board.day(nobody, 10),
        lambda: desk.papers.newest(nobody),
        lambda: desk.papers.questions(nobody),
        lambda: desk.finder.item(nobody, "MX000000014VN", today),
        lambda: desk.finder.last_receivers(nobody, "LS-SNV", today),
    ):
        with pytest.raises(DeskError, match=r"user\.not_allowed"):
            look()
    assert {hit.kind for hit in desk.finder.anything(nobody, "MX000000014VN", today)} == set()


def test_papers_are_listed_without_what_stands_on_them(desk: Counter) -> None:
    accepted = desk.accept_secret()

    listed = desk.papers.of_item(desk.session(), accepted.item)

    assert [paper.values for paper in listed] == [{}, {}]
    assert all(paper.values for paper in desk.papers_of(accepted.item))


def test_the_day_is_sorted_by_what_must_leave_next(desk: Counter) -> None:
    usual = desk.accept().item
    soon = desk.accept(replace(ordinary(), urgency=Urgency.TIMED, agreed_ms=later(NOON_MS, 1))).item
    express = desk.accept(replace(ordinary(), urgency=Urgency.EXPRESS)).item

    rows = desk.board.day(desk.session(), 10)

    assert [row.item for row in rows.items] == [soon, express, usual]


def test_of_many_that_wait_only_the_first_are_read_whole(desk: Counter) -> None:
    usual = desk.accept().item
    express = desk.accept(replace(ordinary(), urgency=Urgency.EXPRESS)).item

    rows = desk.board.day(desk.session(), 10, shown=1)

    assert [row.item for row in rows.items] == [express]
    assert [row.item for row in rows.waiting] == [express, usual]


def test_what_one_shift_left_is_still_on_the_day_s_board_of_the_next(desk: Counter) -> None:
    item = desk.accept().item
    desk.shifts.close(desk.session(), 500_000)

    assert [row.item for row in desk.board.day(desk.session(), 10).items] == [item]
    assert [row.item for row in desk.board.shift(desk.session(), 10).items] == [item]


def test_what_was_taken_back_does_not_count_as_accepted_on_the_day_s_board(desk: Counter) -> None:
    desk.accept()
    gone = desk.accept().item
    desk.accept_dossier()
    gone_too = desk.accept_dossier().dossier
    before = desk.board.day(desk.session(), 10).kept

    desk.reversals.withdraw_item(desk.session(), gone, WITHDRAWN)
    desk.reversals.withdraw_dossier(desk.session(), gone_too, WITHDRAWN)

    assert (before, desk.board.day(desk.session(), 10).kept) == ((2, 2), (1, 1))


def test_the_cash_of_a_shift_is_told_by_kind_and_adds_up_to_the_drawer(desk: Counter) -> None:
    desk.accept(replace(ordinary(), payment=Payment.CASH))
    desk.shifts.close(desk.session(), 500_000)
    desk.open_shift()
    desk.accept(replace(ordinary(), payment=Payment.CASH))
    desk.accept_dossier(replace(ordinary_dossier(), collected_dong=8_000, passes_on=True))
    desk.reversals.withdraw_dossier(desk.session(), desk.accept_dossier().dossier, WITHDRAWN)

    rows = desk.board.shift(desk.session(), 10)

    assert rows.current is not None
    cash = {each.kind: each for each in rows.cash}
    assert set(cash) == {"kt1", "postage", "collected", "pass_on"}
    assert (cash["collected"].received_dong, cash["collected"].paid_dong) == (8_000, 0)
    assert cash["postage"].paid_dong * 2 == cash["postage"].received_dong
    assert sum(each.received_dong for each in rows.cash) == rows.current.cash_dong
    assert sum(each.paid_dong for each in rows.cash) == rows.current.paid_dong
