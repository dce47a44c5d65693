"""Putting a corrected acceptance in the place of the one that was wrong: the form filled again, a new number, the line of a list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from kt1desk.domain.dossier import DossierPayment
from kt1desk.domain.facts import read_dossier_accepted, read_item_accepted
from kt1desk.domain.kt1 import Payment, Secrecy
from kt1desk.services.refilling import draft_of_dossier, draft_of_item
from kt1desk.store.verify import verify
from tests.support.desks import Counter, ordinary
from tests.support.dossiers import SPANS_TWO, ordinary_dossier
from tests.support.reversals import WITHDRAWN, cash, refusal, slip


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


def test_a_correction_is_a_new_item_with_a_new_number_and_the_old_one_is_taken_back_with_it(
    desk: Counter,
) -> None:
    first = desk.accept(replace(ordinary(), payment=Payment.CASH))
    form = draft_of_item(desk.store, desk.session(), first.item, desk.clock)

    second = desk.acceptance.accept(desk.session(), replace(form, weight_g=900), replaces=first.item)

    with desk.store.read() as reader:
        old, new = reader.item(first.item), reader.item(second.item)
    assert old is not None
    assert new is not None
    assert (old.state, new.state) == ("reversed", "accepted")
    assert read_item_accepted(second.event).replaces == first.item
    assert slip(desk)["replaced_by"] == second.item
    received, paid = cash(desk)
    assert new.charge is not None
    assert received - paid == new.charge.total_dong


def test_a_correction_that_is_refused_leaves_the_old_item_as_it_was(desk: Counter) -> None:
    item = desk.accept().item
    form = draft_of_item(desk.store, desk.session(), item, desk.clock)

    found = refusal(lambda: desk.acceptance.accept(desk.session(), replace(form, weight_g=0), replaces=item))

    with desk.store.read() as reader:
        row = reader.item(item)
    assert found.code == "item.weight_zero"
    assert row is not None
    assert row.state == "accepted"


def test_what_was_corrected_is_not_corrected_again(desk: Counter) -> None:
    item = desk.accept().item
    form = desk.complete(ordinary())
    desk.acceptance.accept(desk.session(), form, replaces=item)

    found = refusal(lambda: desk.acceptance.accept(desk.session(), form, replaces=item))

    assert found.code == "reversal.already"


def test_a_form_filled_again_asks_for_the_same_item(desk: Counter) -> None:
    draft = desk.complete(replace(ordinary(), secrecy=Secrecy.B, handed_by="Vi Văn Tư", payment=Payment.CASH))
    item = desk.acceptance.accept(desk.session(), draft).item

    again = draft_of_item(desk.store, desk.session(), item, desk.clock)

    assert (again.secrecy, again.weight_g, again.handed_by) == (Secrecy.B, 340, "Vi Văn Tư")
    assert desk.acceptance.quote(desk.session(), again).problems == ()
    assert (
        refusal(lambda: draft_of_item(desk.store, desk.session("uncleared"), item, desk.clock)).code
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

    found = refusal(lambda: fill(desk.store, desk.session("inspector"), number, desk.clock))

    assert found.code == "user.not_allowed"


def test_a_case_is_corrected_from_its_form_filled_again(desk: Counter) -> None:
    draft = replace(ordinary_dossier(), collected_dong=8_000, seal="NP7")
    first = desk.accept_dossier(draft)

    again = draft_of_dossier(desk.store, desk.session(), first.dossier, desk.clock)
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

    again = draft_of_dossier(desk.store, desk.session(), first.dossier, desk.clock)
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
