"""The drawer's own book: other services, the post's till, lines taken back, closed shifts put right."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kt1desk.domain.drawer import CashKind, MoveWay
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.domain.facts import CashPaid, CashReceived
from kt1desk.domain.kt1 import Payment
from kt1desk.services.drawer_book import Adjusted, DrawerBook, Moved, Served, holds_dong
from kt1desk.services.drawer_rows import DrawerLine
from kt1desk.services.ports import Appending
from tests.support.desks import Counter, ordinary

PENSION = Served("pension", 12, paid_dong=300_000)
SHOP = Served("postmart", 2, received_dong=250_000)


def book(desk: Counter) -> DrawerBook:
    return DrawerBook(desk.store, desk.reference, desk.clock)


def events(desk: Counter) -> int:
    with desk.store.read() as reader:
        return reader.event_count()


def test_a_line_of_another_service_moves_the_drawer_and_names_nobody(desk: Counter) -> None:
    line = book(desk).serve(desk.session(), PENSION)
    book(desk).serve(desk.session(), SHOP)

    view = book(desk).view(desk.session())
    with desk.store.read() as reader:
        event = reader.event(line.event)
        sums = {row.kind: (row.received_dong, row.paid_dong) for row in reader.cash_by_kind(line.shift)}
    assert event is not None
    assert (line.line, line.kind, line.what) == ("NQ240000-261123-0-1", CashKind.SERVED, "pension")
    assert set(event.body()) == {"line", "service", "customers", "shift", "point", "paid_dong"}
    assert event.id.stream is Stream.COUNTER
    assert event.particulars == ()
    assert view.holds_dong == 500_000 - 300_000 + 250_000
    assert sums == {"served": (250_000, 300_000)}
    assert [row.line for row in view.lines] == ["NQ240000-261123-0-1", "NQ240000-261123-0-2"]
    assert {"pension", "allowance", "postmart"} <= {word.code for word in view.services}
    assert {"pension", "allowance"} <= view.pays_out
    assert "postmart" in view.brings_in
    assert "parcel" not in view.pays_out | view.brings_in
    assert view.pays_out | view.brings_in <= {word.code for word in view.services}


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (replace(PENSION, customers=0), "drawer.customers_range"),
        (replace(PENSION, received_dong=1), "drawer.both_ways"),
        (Served("pension", 1), "drawer.amount_range"),
        (replace(PENSION, service="lottery"), "code.unknown"),
        (replace(PENSION, paid_dong=500_001), "drawer.short"),
    ],
)
def test_a_wrong_line_is_refused_and_nothing_is_written(desk: Counter, draft: Served, code: str) -> None:
    before = events(desk)

    with pytest.raises(DeskError) as refused:
        book(desk).serve(desk.session(), draft)

    assert refused.value.code == code
    assert events(desk) == before


def test_cash_comes_from_the_till_and_goes_back_under_the_number_of_its_paper_once(desk: Counter) -> None:
    book(desk).move(desk.session(), Moved(MoveWay.ADVANCE, 2_000_000, " pc 12 "))
    book(desk).move(desk.session(), Moved(MoveWay.DEPOSIT, 900_000, "PN 3"))

    with pytest.raises(DeskError, match=r"drawer\.reference_twice"):
        book(desk).move(desk.session(), Moved(MoveWay.ADVANCE, 2_000_000, "PC 12"))
    with pytest.raises(DeskError, match=r"text\.empty"):
        book(desk).move(desk.session(), Moved(MoveWay.ADVANCE, 2_000_000, " "))
    with pytest.raises(DeskError, match=r"drawer\.short"):
        book(desk).move(desk.session(), Moved(MoveWay.DEPOSIT, 1_600_001, "PN 4"))

    view = book(desk).view(desk.session())
    assert view.holds_dong == 1_600_000
    assert [row.reference for row in view.lines] == ["PC 12", "PN 3"]


def test_a_line_is_taken_back_once_by_one_that_moves_the_same_cash_the_other_way(desk: Counter) -> None:
    line = book(desk).serve(desk.session(), PENSION)
    moved = book(desk).move(desk.session(), Moved(MoveWay.ADVANCE, 70_000, "PC 1"))

    undone = book(desk).undo(desk.session(), line.line.lower(), "twice")
    book(desk).undo(desk.session(), moved.line, "amount")

    view = book(desk).view(desk.session())
    assert (undone.undoes, undone.customers, undone.received_dong) == (line.line, -12, 300_000)
    assert view.holds_dong == 500_000
    assert view.lines[0].undone_by == undone.line
    for number, code in (
        (line.line, "line_undone"), (undone.line, "line_undoes"), ("NQ1", "line_unknown"),
    ):  # fmt: skip
        with pytest.raises(DeskError, match=rf"drawer\.{code}"):
            book(desk).undo(desk.session(), number, "twice")
    # The same paper may be written again, now with the right sum.
    book(desk).move(desk.session(), Moved(MoveWay.ADVANCE, 90_000, "PC 1"))


def test_a_line_of_a_closed_shift_stays_and_is_put_right_in_the_next_by_a_controller(desk: Counter) -> None:
    line = book(desk).serve(desk.session(), SHOP)
    desk.shifts.close(desk.session(), 750_000)
    with pytest.raises(DeskError, match=r"shift\.not_open"):
        book(desk).undo(desk.session(), line.line, "amount")
    desk.open_shift(750_000)
    with pytest.raises(DeskError, match=r"drawer\.line_closed"):
        book(desk).undo(desk.session(), line.line, "amount")
    right = Adjusted(line.shift, CashKind.SERVED, "returned", more_dong=20_000)
    with pytest.raises(DeskError, match=r"user\.not_allowed"):
        book(desk).adjust(desk.session(), right)

    made = book(desk).adjust(desk.session("chief"), right)

    with desk.store.read() as reader:
        closed = reader.shift(line.shift)
    assert closed is not None
    assert (closed.counted_dong, closed.cash_dong) == (750_000, 250_000)
    assert (made.what, made.reference, made.received_dong) == (line.shift, "served", 20_000)
    assert book(desk).view(desk.session()).holds_dong == 770_000
    assert [row.shift for row in book(desk).view(desk.session("chief")).closed] == [line.shift]
    assert book(desk).view(desk.session()).closed == ()


def test_the_same_paper_of_the_till_is_taken_once_a_day_and_not_once_a_shift(desk: Counter) -> None:
    paper = Moved(MoveWay.ADVANCE, 70_000, "PC 1")
    book(desk).move(desk.session(), paper)
    desk.shifts.close(desk.session(), 570_000)
    desk.open_shift(570_000)

    with pytest.raises(DeskError, match=r"drawer\.reference_twice"):
        book(desk).move(desk.session(), paper)

    book(desk).move(desk.session(), replace(paper, way=MoveWay.DEPOSIT))


def test_no_more_is_made_good_than_a_closed_shift_still_lacks(desk: Counter) -> None:
    desk.shifts.close(desk.session(), 400_000)
    desk.open_shift(400_000)
    right = Adjusted("2026-11-23/1", CashKind.KT1, "made_good", more_dong=60_000)
    book(desk).adjust(desk.session("chief"), right)

    with pytest.raises(DeskError) as refused:
        book(desk).adjust(desk.session("chief"), right)
    book(desk).adjust(desk.session("chief"), replace(right, more_dong=40_000))

    assert (refused.value.code, refused.value.details["left_dong"]) == ("drawer.made_good", 40_000)
    with pytest.raises(DeskError, match=r"drawer\.made_good"):
        book(desk).adjust(desk.session("chief"), replace(right, more_dong=1))
    over = replace(right, reason="handed_in", more_dong=0, back_dong=1)
    with pytest.raises(DeskError, match=r"drawer\.handed_in"):
        book(desk).adjust(desk.session("chief"), over)
    # What a closed shift wrote and took wrongly alike made no difference when it was counted.
    book(desk).adjust(desk.session("chief"), replace(right, reason="returned", more_dong=0, back_dong=5_000))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"about": "2026-11-23/2"}, "drawer.adjust_open"),
        ({"kind": CashKind.ADVANCE}, "drawer.adjust_kind"),
        ({"reason": "because"}, "code.unknown"),
        ({"back_dong": 1}, "drawer.both_ways"),
        ({"more_dong": 0}, "drawer.amount_range"),
    ],
)
def test_what_puts_right_names_a_closed_shift_a_kind_and_a_reason(
    desk: Counter, change: dict[str, object], code: str
) -> None:
    desk.shifts.close(desk.session(), 500_000)
    desk.open_shift()
    right = {"about": "2026-11-23/1", "kind": CashKind.SERVED, "reason": "found", "more_dong": 5_000}
    before = events(desk)

    with pytest.raises(DeskError) as refused:
        book(desk).adjust(desk.session("chief"), Adjusted(**(right | change)))  # type: ignore[arg-type]

    assert refused.value.code == code
    assert events(desk) == before


def test_who_is_not_cleared_has_the_drawer_and_hears_of_no_item(desk: Counter) -> None:
    desk.accept(replace(ordinary(), payment=Payment.CASH))

    seen, told = (book(desk).view(desk.session(user)).shift for user in ("clerk", "uncleared"))

    assert seen is not None
    assert told is not None
    assert (seen.items, told.items) == (1, 0)


LINES = st.lists(
    st.tuples(
        st.sampled_from(("served", "paid out", "advance", "deposit", "undo", "cash in", "given back")),
        st.integers(1, 400_000),
    ),
    max_size=25,
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(LINES)
def test_a_drawer_holds_its_float_and_receipts_less_pay_outs_and_remittances(
    desk: Counter, lines: list[tuple[str, int]]
) -> None:
    """Whatever is written, also what is refused: the sums by kind, the lines and the shift say the same."""
    desk.shifts.close(desk.session(), 0)
    desk.open_shift(300_000)
    held_dong = 300_000
    for at, (what, amount_dong) in enumerate(lines):
        held_dong += _moved(desk, what, amount_dong, at)

    shift = desk.shifts.current()
    assert shift is not None
    with desk.store.read() as reader:
        kinds = reader.cash_by_kind(shift.shift)
        received = sum(each.received_dong for each in kinds)
        paid = sum(each.paid_dong for each in kinds)
    assert book(desk).view(desk.session()).holds_dong == held_dong
    assert (shift.cash_dong, shift.paid_dong) == (received, paid)
    assert 300_000 + received - paid == held_dong >= 0


def _moved(desk: Counter, what: str, amount_dong: int, at: int) -> int:
    """Do it, and by how much the drawer changes."""
    shift = desk.shifts.current()
    assert shift is not None
    if what in {"cash in", "given back"}:
        kind = CashReceived if what == "cash in" else CashPaid
        if what == "given back" and amount_dong > holds_dong(shift):
            return 0
        with desk.store.work() as work:
            work.append(kind(shift.shift, amount_dong, "postage"), Appending("clerk"))
            work.commit()
        return amount_dong if what == "cash in" else -amount_dong
    if what == "undo":
        lines = [
            line for line in book(desk).view(desk.session()).lines if not line.undoes and not line.undone_by
        ]
        if not lines:
            return 0
        line = lines[amount_dong % len(lines)]
        if line.received_dong > holds_dong(shift):
            return 0
        book(desk).undo(desk.session(), line.line, "amount")
        return line.paid_dong - line.received_dong
    short = what in {"paid out", "deposit"} and amount_dong > holds_dong(shift)
    if short:
        with pytest.raises(DeskError, match=r"drawer\.short"):
            _line(desk, what, amount_dong, at)
        return 0
    line = _line(desk, what, amount_dong, at)
    return line.received_dong - line.paid_dong


def _line(desk: Counter, what: str, amount_dong: int, at: int) -> DrawerLine:
    if what in {"advance", "deposit"}:
        shift = desk.shifts.current()
        assert shift is not None
        return book(desk).move(desk.session(), Moved(MoveWay(what), amount_dong, f"{shift.shift}/{at}"))
    sums = (0, amount_dong) if what == "paid out" else (amount_dong, 0)
    return book(desk).serve(desk.session(), Served("bill", 1, *sums))
