"""Taking an acceptance back: what goes back to the customer, what comes out of the printer, and who may."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kt1desk.domain.events import EventId, Stream
from kt1desk.domain.facts import CashPaid, PaperReprinted
from kt1desk.domain.kt1 import Payment
from kt1desk.domain.print_job import JobTrigger
from kt1desk.services.papers import ReprintReason
from kt1desk.services.reversal import ReversalReason
from tests.support.desks import Counter, ordinary
from tests.support.dossiers import ordinary_dossier
from tests.support.reversals import MISTAKE, WITHDRAWN, came_out, cash, refusal, slip


def test_an_item_taken_back_is_not_here_any_more_and_its_number_is_never_given_again(desk: Counter) -> None:
    item = desk.accept().item

    event = desk.reversals.withdraw_item(desk.session(), item, WITHDRAWN)

    with desk.store.read() as reader:
        row = reader.item(item)
        here = reader.items_here(10)
    assert row is not None
    assert row.state == "reversed"
    assert here == []
    assert event.envelope.parents == (row.event,)
    assert desk.accept().item == "MX000000028VN"
    assert refusal(lambda: desk.accept(replace(ordinary(), number=item))).code == "number.used"


def test_cash_goes_back_from_the_drawer_and_the_closing_counts_it(desk: Counter) -> None:
    item = desk.accept(replace(ordinary(), payment=Payment.CASH)).item
    received, _ = cash(desk)

    event = desk.reversals.withdraw_item(desk.session(), item, WITHDRAWN)

    with desk.store.read() as reader:
        paid = reader.event(event.envelope.parents[1])
    assert paid is not None
    assert paid.envelope.type == CashPaid.TYPE
    assert (paid.body()["kind"], paid.body()["amount"]) == ("kt1", received)
    assert cash(desk) == (received, received)
    assert desk.shifts.close(desk.session(), 500_000).difference_dong == 0


def test_what_was_not_paid_in_cash_is_not_given_back_in_cash(desk: Counter) -> None:
    item = desk.accept().item

    event = desk.reversals.withdraw_item(desk.session(), item, MISTAKE)

    assert len(event.envelope.parents) == 1
    assert "refund_note" in slip(desk)
    assert slip(desk)["reason"] == "Giao dịch viên nhận nhầm"


def test_what_another_shift_received_is_given_back_from_the_drawer_that_is_open(desk: Counter) -> None:
    item = desk.accept(replace(ordinary(), payment=Payment.CASH)).item
    received, _ = cash(desk)
    desk.shifts.close(desk.session(), 500_000 + received)
    desk.open_shift()

    desk.reversals.withdraw_item(desk.session(), item, WITHDRAWN)

    assert cash(desk) == (0, received)
    assert desk.shifts.close(desk.session(), 500_000 - received).difference_dong == 0


def test_cash_that_does_not_lie_in_the_drawer_is_not_paid_out_of_it(desk: Counter) -> None:
    item = desk.accept(replace(ordinary(), payment=Payment.CASH)).item
    received, _ = cash(desk)
    desk.shifts.close(desk.session(), 500_000 + received)
    desk.open_shift(float_dong=received - 1)

    found = refusal(lambda: desk.reversals.withdraw_item(desk.session(), item, WITHDRAWN))

    with desk.store.read() as reader:
        row = reader.item(item)
    assert (found.code, found.details["missing_dong"]) == ("reversal.drawer_short", 1)
    assert row is not None
    assert row.state == "accepted"
    assert cash(desk) == (0, 0)


def test_the_three_sums_of_a_case_go_back_apart(desk: Counter) -> None:
    taken = desk.accept_dossier(replace(ordinary_dossier(), collected_dong=8_000))

    event = desk.reversals.withdraw_dossier(desk.session(), taken.legs[1].item, WITHDRAWN)

    with desk.store.read() as reader:
        paid = [reader.event(parent) for parent in event.envelope.parents[1:]]
    assert [(each.body()["kind"], each.body()["amount"]) for each in paid if each is not None] == [
        ("postage", 52_500),
        ("collected", 8_000),
        ("pass_on", 8_000),
    ]
    values = slip(desk)
    assert values["number"] == taken.dossier
    assert [values[f"refund_{at}_amount"] for at in (1, 2, 3)] == ["52.500 đ", "8.000 đ", "8.000 đ"]
    assert values["total_words"] == "Sáu mươi tám nghìn năm trăm đồng"


def test_papers_that_still_wait_never_come_out_and_those_that_came_out_stay(desk: Counter) -> None:
    accepted = desk.accept()
    with desk.store.work() as work:
        for trigger in (JobTrigger.START, JobTrigger.ALL_SENT):
            work.change_paper(accepted.label_job, trigger)
        work.commit()

    desk.reversals.withdraw_item(desk.session(), accepted.item, WITHDRAWN)

    states = {paper.template: paper.state for paper in desk.papers_of(accepted.item)}
    assert states == {"kt1_label": "sent", "kt1_receipt": "cancelled", "reversal_slip": "queued"}


def test_reprints_of_two_papers_of_one_number_are_told_apart_in_the_journal(desk: Counter) -> None:
    taken = desk.accept_dossier()
    came_out(desk, taken.jobs[0])
    desk.papers.reprint(desk.session(), taken.jobs[0], ReprintReason.CUSTOMER)
    desk.reversals.withdraw_dossier(desk.session(), taken.dossier, WITHDRAWN)
    back = next(paper.job for paper in desk.papers_of() if paper.template == "reversal_slip")
    came_out(desk, back)

    desk.papers.reprint(desk.session(), back, ReprintReason.CUSTOMER)

    with desk.store.read() as reader:
        written = [reader.event(EventId(0, Stream.COUNTER, 1, seq)) for seq in range(1, 60)]
    told = [event.body() for event in written if event and event.envelope.type == PaperReprinted.TYPE]
    assert [(each["item"], each["paper"]) for each in told] == [
        (taken.legs[0].item, "dossier_slip"),
        (taken.legs[0].item, "reversal_slip"),
    ]


def test_label_and_receipt_of_what_was_taken_back_are_not_printed_again_but_its_slip_is(
    desk: Counter,
) -> None:
    item, case = desk.accept(), desk.accept_dossier()
    came_out(desk, item.label_job)
    desk.reversals.withdraw_item(desk.session(), item.item, WITHDRAWN)
    desk.reversals.withdraw_dossier(desk.session(), case.dossier, WITHDRAWN)
    slips = [paper.job for paper in desk.papers_of() if paper.template == "reversal_slip"]
    for job in slips:
        came_out(desk, job)

    for job in (item.label_job, item.receipt_job, *case.jobs):
        found = refusal(lambda job=job: desk.papers.reprint(desk.session(), job, ReprintReason.LOST))  # type: ignore[misc]
        assert found.code == "print.reversed"

    copies = [desk.papers.reprint(desk.session(), job, ReprintReason.LOST) for job in slips]
    assert len(set(copies)) == 2


def test_nothing_is_taken_back_twice(desk: Counter) -> None:
    item, case = desk.accept().item, desk.accept_dossier().dossier
    desk.reversals.withdraw_item(desk.session(), item, WITHDRAWN)
    desk.reversals.withdraw_dossier(desk.session(), case, WITHDRAWN)

    for again in (
        lambda: desk.reversals.withdraw_item(desk.session(), item, WITHDRAWN),
        lambda: desk.reversals.withdraw_dossier(desk.session(), case, WITHDRAWN),
    ):
        assert refusal(again).code == "reversal.already"


@pytest.mark.parametrize("number", ["MX000000014VN", "x", ""])
def test_what_was_never_accepted_cannot_be_taken_back(desk: Counter, number: str) -> None:
    for attempt in (desk.reversals.withdraw_item, desk.reversals.withdraw_dossier):
        assert refusal(lambda act=attempt: act(desk.session(), number, WITHDRAWN)).code == "reversal.unknown"  # type: ignore[misc]


def test_a_correction_is_no_withdrawal(desk: Counter) -> None:
    item = desk.accept().item

    found = refusal(lambda: desk.reversals.withdraw_item(desk.session(), item, ReversalReason.CORRECTED))

    assert found.code == "reversal.only_correction"


def test_an_item_with_a_letter_is_taken_back_by_cleared_people_and_names_nobody_on_the_slip(
    desk: Counter,
) -> None:
    item = desk.accept_secret().item

    found = refusal(lambda: desk.reversals.withdraw_item(desk.session("uncleared"), item, WITHDRAWN))
    desk.reversals.withdraw_item(desk.session(), item, WITHDRAWN)

    assert found.code == "user.clearance_missing"
    assert "customer_name" not in slip(desk)
    assert slip(desk)["letter"] == "C"


def test_an_inspector_takes_nothing_back(desk: Counter) -> None:
    item = desk.accept().item

    found = refusal(lambda: desk.reversals.withdraw_item(desk.session("inspector"), item, WITHDRAWN))

    assert found.code == "user.not_allowed"


def test_nothing_is_taken_back_without_a_shift(desk: Counter) -> None:
    item = desk.accept().item
    desk.shifts.close(desk.session(), 500_000)

    assert (
        refusal(lambda: desk.reversals.withdraw_item(desk.session(), item, WITHDRAWN)).code
        == "shift.not_open"
    )
