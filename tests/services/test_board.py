"""What the screens of a shift show, and to whom."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.kt1 import Payment
from kt1desk.domain.permissions import Actor, Role
from kt1desk.domain.print_job import numbered_apart, own_copy
from kt1desk.services.board import masked, shown_paper
from kt1desk.services.day_board import DayBoard
from kt1desk.services.sessions import Session
from tests.support.desks import Counter, ordinary
from tests.support.dossiers import ordinary_dossier
from tests.support.reversals import WITHDRAWN
from tests.support.setup_fakes import paper_row


def technician(desk: Counter) -> Session:
    return replace(desk.session(), actor=Actor("tech", frozenset({Role.TECHNICIAN})))


def test_items_are_shown_to_cleared_people_only(desk: Counter) -> None:
    marked, plain = desk.accept_secret().item, desk.accept().item

    seen = {row.item: row for row in desk.board.counter(desk.session("clerk"), 10).items}

    assert seen[marked].receiver is not None
    assert seen[plain].receiver is not None
    with pytest.raises(DeskError, match=r"user\.clearance_missing"):
        desk.board.counter(desk.session("uncleared"), 10)


def test_the_drawer_is_counted_without_a_clearance_and_no_item_is_named(desk: Counter) -> None:
    desk.accept(replace(ordinary(), payment=Payment.CASH))

    rows = desk.board.shift(desk.session("uncleared"), 10)

    assert rows.current is not None
    assert (rows.items, rows.current.items) == ((), 0)
    assert rows.current.cash_dong > 0


def test_masks_hold_for_whoever_may_not_see_parties_under_a_letter(desk: Counter) -> None:
    marked, plain = desk.accept_secret().item, desk.accept().item
    with desk.store.read() as reader:
        rows = {number: reader.item(number) for number in (marked, plain)}

    shown = {
        number: masked(technician(desk), row, desk.shifts.proposed_date())
        for number, row in rows.items()
        if row
    }

    assert (shown[marked].sender, shown[marked].receiver) == (None, None)
    assert shown[plain].receiver is not None


def test_a_technician_sees_neither_items_nor_papers(desk: Counter) -> None:
    desk.accept()
    nobody = technician(desk)

    for look in (
        lambda: desk.board.counter(nobody, 10),
        lambda: desk.board.shift(nobody, 10),
        lambda: DayBoard(desk.store, desk.reference, desk.clock).look(nobody),
        lambda: desk.papers.newest(nobody),
        lambda: desk.papers.questions(nobody),
        lambda: desk.finder.item(nobody, "MX000000014VN"),
        lambda: desk.finder.last_receivers(nobody, "LS-SNV"),
    ):
        with pytest.raises(DeskError, match=r"user\.not_allowed"):
            look()
    assert {hit.kind for hit in desk.finder.anything(nobody, "MX000000014VN")} == set()


def test_papers_are_listed_without_what_stands_on_them(desk: Counter) -> None:
    accepted = desk.accept_secret()

    listed = desk.papers.of_item(desk.session(), accepted.item)

    assert [paper.values for paper in listed] == [{}, {}]
    assert all(paper.values for paper in desk.papers_of(accepted.item))


def test_what_one_shift_accepted_is_still_shown_after_it(desk: Counter) -> None:
    item = desk.accept().item
    desk.shifts.close(desk.session(), 500_000)

    assert [row.item for row in desk.board.shift(desk.session(), 10).items] == [item]


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


def test_a_paper_on_a_screen_keeps_which_copy_it_is_and_nothing_of_what_stands_on_it() -> None:
    copy, values = numbered_apart(43, {"applicant_name": "Lương Thị Mẫu"})
    paper = paper_row(1, template="applicant_notice", copy=copy + 1, values=dict(values))

    shown = shown_paper(paper)

    assert own_copy(shown.copy, shown.values) == 2, "the first reprint"
    assert "applicant_name" not in shown.values
    assert shown_paper(paper_row(1, values={"number": "1"})).values == {}
