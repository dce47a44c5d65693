"""Cash at the end of a shift: differences, their reasons, what sums that no notes make up explain."""

from __future__ import annotations

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import CashReceived
from kt1desk.domain.settling import Question
from kt1desk.services.drawer_book import DrawerBook, Served
from kt1desk.services.ports import Appending
from kt1desk.services.settling_rows import Counted, SettleDraft
from tests.support.desks import Counter
from tests.support.settling import CHIEF, FLOAT, notes, settled_of, settling


def test_a_difference_is_asked_with_its_amount_and_recorded_with_its_reason(desk: Counter) -> None:
    counted = Counted(((200_000, 2), (50_000, 1)))

    (asked,) = settling(desk).questions(desk.session(), counted)
    with pytest.raises(DeskError, match=r"settle\.reason_missing"):
        settling(desk).close(desk.session(), SettleDraft(counted, taker=CHIEF))
    with pytest.raises(DeskError, match=r"settle\.rounding_too_much"):
        settling(desk).close(desk.session(), SettleDraft(counted, reason="rounding", taker=CHIEF))
    with pytest.raises(DeskError, match=r"code\.unknown"):
        settling(desk).close(desk.session(), SettleDraft(counted, reason="luck", taker=CHIEF))
    assert desk.shifts.current() is not None
    made = settling(desk).close(desk.session(), SettleDraft(counted, reason="unknown", taker=CHIEF))

    fact = settled_of(desk)
    assert (asked.question, asked.amount_dong) == (Question.DIFFERENCE, -50_000)
    assert (fact.counted_dong, fact.expected_dong, fact.reason) == (450_000, 500_000, "unknown")
    assert fact.notes == (("200000", 2), ("50000", 1))
    assert fact.asked == (("difference/1", "explained"),)
    assert made.closing.difference_dong == -50_000


def test_a_reason_without_a_difference_is_refused(desk: Counter) -> None:
    with pytest.raises(DeskError, match=r"settle\.reason_without"):
        settling(desk).close(desk.session(), SettleDraft(Counted(FLOAT), reason="change", taker=CHIEF))


def test_sums_that_no_notes_make_up_explain_as_much_as_they_lie_beside_notes(desk: Counter) -> None:
    book = DrawerBook(desk.store, desk.reference, desk.clock)
    book.serve(desk.session(), Served("postmart", 1, received_dong=84_250))
    counted = Counted(notes(584_200))

    (asked,) = settling(desk).questions(desk.session(), counted)
    made = settling(desk).close(desk.session(), SettleDraft(counted, reason="rounding", taker=CHIEF))

    assert (asked.amount_dong, asked.bound.missing_dong, asked.bound.surplus_dong) == (-50, 50, 50)
    assert made.closing.difference_dong == -50


@pytest.mark.parametrize(("apart_ms", "missing_dong"), [(0, 0), (1, 100)])
def test_cash_of_one_moment_was_paid_in_one_go(desk: Counter, apart_ms: int, missing_dong: int) -> None:
    """Two odd sums of one customer make an even one; those of two customers are each paid as notes can."""
    shift = desk.shifts.current()
    assert shift is not None
    with desk.store.work() as work:
        for amount_dong in (84_250, 15_750):
            fact = CashReceived(shift.shift, amount_dong, "postage")
            work.append(fact, Appending("clerk", happened=desk.clock.now()))
            desk.clock.pass_ms(apart_ms)
        work.commit()

    (asked,) = settling(desk).questions(desk.session(), Counted())

    assert (asked.question, asked.amount_dong) == (Question.DIFFERENCE, -600_000)
    assert asked.bound.missing_dong == missing_dong
