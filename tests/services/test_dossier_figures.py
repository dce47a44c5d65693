"""Days and prices of a dossier: the provisional day, zones, exemptions, collected money."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.domain.dossier import DeliverTo, Form
from kt1desk.domain.facts import read_dossier_accepted
from kt1desk.services.dossier_drafts import Residence
from kt1desk.services.dossier_papers import INTERNAL_COLLECTION
from tests.support.desks import Counter, counter, sample_reference
from tests.support.dossiers import SPANS_TWO, ordinary_dossier
from tests.support.taken_dossiers import refusal, slip


def test_the_provisional_day_counts_the_way_and_the_duration_and_jumps_over_days_off(desk: Counter) -> None:
    taken = desk.accept_dossier()

    assert read_dossier_accepted(taken.event).promised == "2026-11-30"
    assert slip(desk)["promised"] == "30/11/2026 (dự kiến)"
    assert taken.legs[0].due == "2026-11-24"


def test_a_year_without_a_calendar_is_a_reservation_and_no_refusal(tmp_path: Path) -> None:
    with counter(tmp_path, reference=replace(sample_reference(), calendar=())) as desk:
        desk.open_shift()

        quote = desk.dossiers.quote(desk.session(), ordinary_dossier())

    assert quote.problems == ()
    assert quote.promise is None
    assert "calendar_missing" in quote.flags


def test_the_authoritys_own_day_takes_the_place_of_the_provisional_one(desk: Counter) -> None:
    draft = replace(
        ordinary_dossier(), form=Form.RETURN, official="h37.10-261120-0005", official_day="2026-11-27"
    )

    taken = desk.accept_dossier(draft)

    assert read_dossier_accepted(taken.event).official == "H37.10-261120-0005"
    assert slip(desk)["official_day"] == "27/11/2026"
    assert "promised" not in slip(desk)
    with desk.store.read() as reader:
        row = reader.dossier("H37.10-261120-0005")
    assert row is not None
    assert row.dossier == taken.dossier


def test_the_authoritys_own_day_stands_in_the_event_in_one_spelling(desk: Counter) -> None:
    draft = replace(ordinary_dossier(), official="H37.10-261120-0005", official_day="20261127")

    taken = desk.accept_dossier(draft)

    assert read_dossier_accepted(taken.event).official_day == "2026-11-27"


@pytest.mark.parametrize(
    ("official", "official_day", "code"),
    [
        ("H37.10-261120-0005", "2026-11-19", "dossier.result_before_receipt"),
        ("H37.10-261120-0005", "2020-01-01", "dossier.result_before_receipt"),
        ("LS-2026-77", "2020-01-01", "dossier.result_too_old"),
        ("H37.10-200101-0005", "2020-01-10", "dossier.result_too_old"),
    ],
)
def test_a_day_of_result_that_cannot_stand_on_a_slip_of_today_is_refused(
    desk: Counter, official: str, official_day: str, code: str
) -> None:
    draft = replace(ordinary_dossier(), form=Form.RETURN, official=official, official_day=official_day)

    refused = refusal(desk, draft)

    assert (refused.code, refused.field) == (code, "official_day")


@pytest.mark.parametrize(
    ("official_day", "warned"), [("2026-11-20", True), ("2026-11-21", True), ("2026-12-01", False)]
)
def test_a_result_that_is_already_due_may_be_fetched_and_is_flagged(
    desk: Counter, official_day: str, warned: bool
) -> None:
    draft = replace(
        ordinary_dossier(), form=Form.RETURN, official="H37.10-261120-0005", official_day=official_day
    )

    quote = desk.dossiers.quote(desk.session(), draft)

    assert quote.problems == ()
    assert ("official_day_past" in quote.flags) is warned


def test_an_unusual_official_code_is_doubted_and_taken(desk: Counter) -> None:
    draft = replace(ordinary_dossier(), official="LS-2026-77")

    assert "official_doubt" in desk.dossiers.quote(desk.session(), draft).flags
    assert desk.accept_dossier(draft).dossier


def test_half_price_takes_half_of_each_way_and_the_slip_says_by_what_right(desk: Counter) -> None:
    taken = desk.accept_dossier(replace(ordinary_dossier(), exemption="E05", exemption_proof="BB-123"))

    assert [(leg.price_dong, leg.reduced_dong) for leg in taken.legs] == [(13_250, 13_250), (13_000, 13_000)]
    assert slip(desk)["exemption_proof"] == "BB-123"
    assert slip(desk)["exemption"].startswith("Bệnh binh")


def test_what_costs_nothing_puts_nothing_into_the_drawer(desk: Counter) -> None:
    taken = desk.accept_dossier(replace(ordinary_dossier(), exemption="E02", exemption_proof="BM-1"))

    assert read_dossier_accepted(taken.event).sums.total_dong == 0
    assert taken.event.envelope.parents == ()


def test_an_exemption_on_which_sources_disagree_is_flagged(desk: Counter) -> None:
    draft = replace(ordinary_dossier(), exemption="E09", exemption_proof="HN-9")

    assert "uncertain_exemption" in desk.dossiers.quote(desk.session(), draft).flags


def test_collected_money_without_an_official_receipt_is_said_on_the_slip(desk: Counter) -> None:
    desk.accept_dossier(replace(ordinary_dossier(), collected_dong=8_000))
    internal = slip(desk)

    desk.accept_dossier(replace(ordinary_dossier(), collected_dong=8_000, receipt_number="0001234"))

    assert internal["collected_note"] == INTERNAL_COLLECTION
    assert slip(desk)["collected_note"] == "Biên lai số 0001234"


def test_a_fee_other_than_the_published_one_is_flagged(desk: Counter) -> None:
    usual = desk.dossiers.quote(desk.session(), replace(ordinary_dossier(), collected_dong=8_000))
    other = desk.dossiers.quote(desk.session(), replace(ordinary_dossier(), collected_dong=9_000))

    assert "collected_differs" not in usual.flags
    assert "collected_differs" in other.flags


def test_the_zone_follows_the_former_districts_of_both_ends(desk: Counter) -> None:
    away = Residence("Số 3", SPANS_TWO, "Huyện Cao Lộc")
    draft = replace(ordinary_dossier(), deliver_to=DeliverTo.OTHER, delivery=away)

    legs = desk.dossiers.quote(desk.session(), draft).legs

    assert [leg.zone for leg in legs] == ["noi_huyen", "lien_huyen"]


def test_a_result_for_another_province_is_priced_by_its_region(desk: Counter) -> None:
    draft = replace(
        ordinary_dossier(),
        deliver_to=DeliverTo.OTHER,
        delivery=Residence("Số 3 phố Thử", province="01"),
    )

    quote = desk.dossiers.quote(desk.session(), draft)

    assert quote.problems == ()
    assert quote.legs[1].zone not in {"noi_huyen", "lien_huyen"}
