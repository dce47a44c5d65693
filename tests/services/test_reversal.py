"""Taking an acceptance back, and putting a corrected one in its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from kt1desk.domain.dossier import DossierPayment
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId, Stream
from kt1desk.domain.facts import CashPaid, PaperReprinted, read_dossier_accepted, read_item_accepted
from kt1desk.domain.kt1 import Payment, Secrecy
from kt1desk.domain.print_job import JobTrigger
from kt1desk.services.papers import ReprintReason
from kt1desk.services.refilling import draft_of_dossier, draft_of_item
from kt1desk.services.reversal import ReversalReason
from kt1desk.store.verify import verify
from tests.support.desks import Counter, ordinary
from tests.support.dossiers import SPANS_TWO, ordinary_dossier

WITHDRAWN, MISTAKE = ReversalReason.WITHDRAWN, ReversalReason.MISTAKE


def refusal(act: Callable[[], object]) -> DeskError:
    with pytest.raises(DeskError) as caught:
        act()
    return caught.value


def slip(desk: Counter) -> dict[str, str]:
    return next(paper.values for paper in desk.papers_of() if paper.template == "reversal_slip")


def came_out(desk: Counter, job: int) -> None:
    """The printer took it."""
    with desk.store.work() as work:
        for trigger in (JobTrigger.START, JobTrigger.ALL_SENT, JobTrigger.FINISH):
            work.change_paper(job, trigger)
        work.commit()


def cash(desk: Counter) -> tuple[int, int]:
    shift = desk.shifts.current()
    assert shift is not None
    return shift.cash_dong, shift.paid_dong


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
    assert row.state == "here"
    assert cash(desk) == (0, 0)


def test_a_correction_needs_no_more_cash_in_the_drawer_than_it_leaves_to_be_given_back(desk: Counter) -> None:
    paid_in_cash = desk.complete(replace(ordinary(), payment=Payment.CASH))
    item = desk.acceptance.accept(desk.session(), paid_in_cash).item
    case = desk.accept_dossier().dossier
    desk.shifts.close(desk.session(), 500_000)
    desk.open_shift(float_dong=0)

    on_account = replace(paid_in_cash, payment=Payment.ACCOUNT)
    found = [
        refusal(lambda: desk.acceptance.accept(desk.session(), on_account, replaces=item)).code,
        refusal(
            lambda: desk.accept_dossier(
                replace(ordinary_dossier(), payment=DossierPayment.TRANSFER, replaces=case)
            )
        ).code,
    ]
    desk.acceptance.accept(desk.session(), paid_in_cash, replaces=item)
    desk.accept_dossier(replace(ordinary_dossier(), replaces=case))

    received, paid = cash(desk)
    assert found == ["reversal.drawer_short"] * 2
    assert received == paid > 0


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


def test_a_correction_is_a_new_item_with_a_new_number_and_the_old_one_is_taken_back_with_it(
    desk: Counter,
) -> None:
    first = desk.accept(replace(ordinary(), payment=Payment.CASH))
    today = desk.shifts.proposed_date()
    form = draft_of_item(desk.store, desk.session(), first.item, today)

    second = desk.acceptance.accept(desk.session(), replace(form, weight_g=900), replaces=first.item)

    with desk.store.read() as reader:
        old, new = reader.item(first.item), reader.item(second.item)
    assert old is not None
    assert new is not None
    assert (old.state, new.state) == ("reversed", "here")
    assert read_item_accepted(second.event).replaces == first.item
    assert slip(desk)["replaced_by"] == second.item
    received, paid = cash(desk)
    assert new.charge is not None
    assert received - paid == new.charge.total_dong


def test_a_correction_that_is_refused_leaves_the_old_item_as_it_was(desk: Counter) -> None:
    item = desk.accept().item
    today = desk.shifts.proposed_date()
    form = draft_of_item(desk.store, desk.session(), item, today)

    found = refusal(lambda: desk.acceptance.accept(desk.session(), replace(form, weight_g=0), replaces=item))

    with desk.store.read() as reader:
        row = reader.item(item)
    assert found.code == "item.weight_zero"
    assert row is not None
    assert row.state == "here"


def test_what_was_corrected_is_not_corrected_again(desk: Counter) -> None:
    item = desk.accept().item
    form = desk.complete(ordinary())
    desk.acceptance.accept(desk.session(), form, replaces=item)

    found = refusal(lambda: desk.acceptance.accept(desk.session(), form, replaces=item))

    assert found.code == "reversal.already"


def test_a_form_filled_again_asks_for_the_same_item(desk: Counter) -> None:
    draft = desk.complete(replace(ordinary(), secrecy=Secrecy.B, handed_by="Vi Văn Tư", payment=Payment.CASH))
    item = desk.acceptance.accept(desk.session(), draft).item
    today = desk.shifts.proposed_date()

    again = draft_of_item(desk.store, desk.session(), item, today)

    assert (again.secrecy, again.weight_g, again.handed_by) == (Secrecy.B, 340, "Vi Văn Tư")
    assert desk.acceptance.quote(desk.session(), again).problems == ()
    assert (
        refusal(lambda: draft_of_item(desk.store, desk.session("uncleared"), item, today)).code
        == "user.clearance_missing"
    )


@pytest.mark.parametrize("fill", [draft_of_item, draft_of_dossier])
def test_a_form_with_the_names_of_persons_is_filled_again_for_those_alone_who_accept(
    desk: Counter, fill: Callable[..., object]
) -> None:
    number = (
        desk.accept(replace(ordinary(), handed_by="Vi Văn Tư", handed_by_phone="0912345678")).item
        if fill is draft_of_item
        else desk.accept_dossier().dossier
    )

    found = refusal(lambda: fill(desk.store, desk.session("inspector"), number, desk.shifts.proposed_date()))

    assert found.code == "user.not_allowed"


def test_a_case_is_corrected_from_its_form_filled_again(desk: Counter) -> None:
    draft = replace(ordinary_dossier(), collected_dong=8_000, seal="NP7")
    first = desk.accept_dossier(draft)

    again = draft_of_dossier(desk.store, desk.session(), first.dossier, desk.shifts.proposed_date())
    second = desk.accept_dossier(replace(again, weight_g=600))

    assert again == replace(draft, replaces=first.dossier)
    assert second.dossier == "240000-261123-0-002"
    assert {leg.item for leg in first.legs}.isdisjoint(leg.item for leg in second.legs)
    assert read_dossier_accepted(second.event).replaces == first.dossier
    with desk.store.read() as reader:
        old, new = reader.dossier(first.dossier), reader.dossier(second.dossier)
    assert old is not None
    assert new is not None
    assert (old.state, new.state) == ("reversed", "here")


def test_the_former_district_that_was_chosen_for_the_authority_is_chosen_again(desk: Counter) -> None:
    spans = replace(ordinary_dossier(), authority=f"LS-{SPANS_TWO}-TTHCC")
    districts = desk.reference.commune(SPANS_TWO, desk.shifts.proposed_date()).former_districts
    draft = replace(spans, authority_district=districts[1])
    first = desk.accept_dossier(draft)

    again = draft_of_dossier(desk.store, desk.session(), first.dossier, desk.shifts.proposed_date())
    second = desk.accept_dossier(again)

    assert again == replace(draft, replaces=first.dossier)
    assert [leg.zone for leg in second.legs] == [leg.zone for leg in first.legs]


def test_a_case_that_is_named_by_a_leg_is_replaced_under_its_own_number(desk: Counter) -> None:
    first = desk.accept_dossier()

    second = desk.accept_dossier(replace(ordinary_dossier(), replaces=f" {first.legs[1].item.lower()} "))

    slips = {paper.template: paper.values for paper in desk.papers_of(second.legs[0].item)}
    assert read_dossier_accepted(second.event).replaces == first.dossier
    assert slips["dossier_slip"]["replaces"] == first.dossier


def test_a_correction_takes_over_the_line_of_the_list_so_that_the_list_is_not_accepted_again(
    desk: Counter,
) -> None:
    form = desk.complete(ordinary())
    first = desk.acceptance.accept(desk.session(), form, line="ab" * 16)

    second = desk.acceptance.accept(desk.session(), form, replaces=first.item)

    with desk.store.read() as reader:
        assert reader.line_taken("ab" * 16) == second.item
    found = refusal(lambda: desk.acceptance.accept(desk.session(), form, line="ab" * 16))
    assert found.code == "batch.line_taken"


def test_the_line_of_a_list_stays_taken_through_corrections_and_is_free_after_the_last_is_withdrawn(
    desk: Counter,
) -> None:
    line, form = "cd" * 16, desk.complete(ordinary())
    item = desk.acceptance.accept(desk.session(), form, line=line).item
    case = desk.dossiers.accept(desk.session(), ordinary_dossier(), line="ef" * 16).dossier
    for _ in range(2):
        item = desk.acceptance.accept(desk.session(), form, replaces=item).item
        case = desk.accept_dossier(replace(ordinary_dossier(), replaces=case)).dossier
    with desk.store.read() as reader:
        taken = reader.line_taken(line), reader.line_taken("ef" * 16)

    desk.reversals.withdraw_item(desk.session(), item, WITHDRAWN)
    desk.reversals.withdraw_dossier(desk.session(), case, WITHDRAWN)

    assert taken == (item, case)
    with desk.store.read() as reader:
        assert (reader.line_taken(line), reader.line_taken("ef" * 16)) == ("", "")
    assert verify(desk.store).ok
