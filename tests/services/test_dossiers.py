"""What the counter promises when a dossier is accepted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.domain.dossier import DeliverTo, DossierPayment, Form, PaperLine, Presence
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId, Stream
from kt1desk.domain.facts import DossierAccepted, read_dossier_accepted, read_lines
from kt1desk.domain.identifiers import S10
from kt1desk.domain.kt1 import Place
from kt1desk.services.dossier_drafts import DossierDraft
from kt1desk.services.set_up import Block
from tests.support.desks import Counter, counter, sample_reference, small_block
from tests.support.dossiers import ANYWHERE, ORGANISATION, POSTABLE, PROXY, counted, ordinary_dossier
from tests.support.taken_dossiers import events, refusal, slip


def test_a_case_both_ways_is_two_items_with_their_own_numbers_a_slip_and_two_labels(desk: Counter) -> None:
    taken = desk.accept_dossier()

    papers = desk.papers_of()
    assert taken.dossier == "240000-261123-0-001"
    assert [(leg.item, leg.direction) for leg in taken.legs] == [
        ("RX000000014VN", "send"),
        ("RX000000028VN", "return"),
    ]
    assert {(paper.job, paper.template, paper.item, paper.state) for paper in papers} == {
        (taken.jobs[0], "dossier_slip", "RX000000014VN", "queued"),
        (taken.jobs[1], "dossier_label", "RX000000014VN", "queued"),
        (taken.jobs[2], "dossier_label", "RX000000028VN", "queued"),
    }
    assert {paper.values["event_ref"] for paper in papers} == {taken.event.id.text}


@pytest.mark.parametrize(("form", "ways"), [(Form.SEND, ["send"]), (Form.RETURN, ["return"])])
def test_one_way_is_one_item(desk: Counter, form: Form, ways: list[str]) -> None:
    taken = desk.accept_dossier(replace(ordinary_dossier(), form=form, official="H37.10-261120-0005"))

    assert [leg.direction for leg in taken.legs] == ways
    assert len(taken.jobs) == 2


def test_both_ways_cost_the_sum_of_the_ways_and_the_result_is_priced_by_rule(desk: Counter) -> None:
    quote = desk.dossiers.quote(desk.session(), ordinary_dossier())

    assert [leg.price_dong for leg in quote.legs] == [26_500, 26_000]
    assert [leg.weight_g for leg in quote.legs] == [320, 100]
    assert quote.sums.total_dong == 52_500
    assert {"maximum_tariff", "sample_tariff"} <= set(quote.flags)


def test_the_three_sums_are_received_apart_and_the_case_names_them(desk: Counter) -> None:
    taken = desk.accept_dossier(replace(ordinary_dossier(), collected_dong=8_000))

    with desk.store.read() as reader:
        received = [reader.event(parent) for parent in taken.event.envelope.parents]
        shift = reader.open_shift()
    bodies = [event.body() for event in received if event is not None]
    assert [(body["kind"], body["amount"]) for body in bodies] == [
        ("postage", 52_500),
        ("collected", 8_000),
        ("pass_on", 8_000),
    ]
    assert shift is not None
    assert shift.cash_dong == 68_500


def test_money_that_goes_to_the_bank_is_not_in_the_drawer(desk: Counter) -> None:
    taken = desk.accept_dossier(replace(ordinary_dossier(), payment=DossierPayment.TRANSFER))

    with desk.store.read() as reader:
        shift = reader.open_shift()
    assert taken.event.envelope.parents == ()
    assert shift is not None
    assert shift.cash_dong == 0


def test_who_applies_stands_beside_the_event_and_not_in_it(desk: Counter) -> None:
    draft = replace(ordinary_dossier(), proxy=PROXY, exemption="E05", exemption_proof="BB-123")

    taken = desk.accept_dossier(draft)

    stored = (taken.event.body_bytes + taken.event.envelope_bytes).decode()
    for secret in ("Lương Thị", "020190000123", "0912345678", "Thử Nghiệm", "Hoàng", "BB-123"):
        assert secret not in stored
    assert taken.event.particular("applicant")["identity"] == "020190000123"
    assert taken.event.particular("proxy")["authorisation"] == PROXY.authorisation
    assert taken.event.particular("proof") == {"number": "BB-123"}


def test_the_list_of_papers_stands_in_events_that_name_the_case(desk: Counter) -> None:
    added = tuple(PaperLine(f"x{at}", f"Giấy tờ thêm {at}", plain=at) for at in range(1, 6))

    taken = desk.accept_dossier(replace(ordinary_dossier(), papers=(*counted(), *added)))

    first = taken.event.id
    with desk.store.read() as reader:
        parts = [
            reader.event(EventId(first.device, Stream.COUNTER, first.incarnation, first.seq + step))
            for step in (1, 2)
        ]
    lines = [line for part in parts if part is not None for line in read_lines(part.body())]
    assert [part.envelope.parents for part in parts if part is not None] == [(first,), (first,)]
    assert [line.key for line in lines] == ["1", "2", "3", "x1", "x2", "x3", "x4", "x5"]
    assert lines[2].presence is Presence.NOT_NEEDED
    assert read_dossier_accepted(taken.event).documents == 2 + 15


def test_a_result_fetched_at_the_point_names_the_point_on_its_label(desk: Counter) -> None:
    taken = desk.accept_dossier(replace(ordinary_dossier(), deliver_to=DeliverTo.POINT))

    label = next(paper for paper in desk.papers_of(taken.legs[1].item) if paper.role == "label")
    assert label.values["to_address"].startswith("Bưu điện trung tâm tỉnh Lạng Sơn")
    assert label.values["heading"] == "TRẢ KẾT QUẢ"


def test_an_organisation_shows_its_tax_code_and_a_person_the_end_of_his_number(desk: Counter) -> None:
    desk.accept_dossier()
    of_person = slip(desk)

    desk.accept_dossier(replace(ordinary_dossier(), applicant=ORGANISATION, proxy=PROXY))

    assert of_person["applicant_identity"] == "••••••••0123"
    assert slip(desk)["applicant_identity"] == "0100109106"
    assert slip(desk)["witness"] == PROXY.name


def test_a_tax_code_that_is_a_persons_number_is_shown_by_its_end_alone(desk: Counter) -> None:
    household = replace(ORGANISATION, tax_code="020190000123")

    desk.accept_dossier(replace(ordinary_dossier(), applicant=household))

    assert slip(desk)["applicant_identity"] == "••••••••0123"


def test_where_the_catalogue_names_one_authority_there_is_nothing_to_choose(desk: Counter) -> None:
    quote = desk.dossiers.quote(desk.session(), replace(ordinary_dossier(), authority=""))

    assert quote.authority is not None
    assert quote.authority.authority_id == "LS-05983-TTHCC"
    several = replace(
        ordinary_dossier(),
        authority="",
        procedure=ANYWHERE.code,
        papers=(PaperLine("x1", "Đơn", originals=1),),
    )
    assert refusal(desk, several).code == "dossier.authority_missing"


def test_scanned_labels_are_used_and_skipped_later(desk: Counter) -> None:
    taken = desk.accept_dossier(replace(ordinary_dossier(), return_number="rx 000 000 014 vn"))

    following = desk.accept_dossier()

    assert [leg.item for leg in taken.legs] == ["RX000000028VN", "RX000000014VN"]
    assert [S10.parse(leg.item).serial for leg in following.legs] == ["00000003", "00000004"]


def test_numbers_of_dossiers_and_of_kt1_items_come_from_their_own_blocks(tmp_path: Path) -> None:
    only_kt1 = small_block(9)
    with counter(tmp_path, only_kt1) as desk:
        desk.open_shift()

        assert refusal(desk, ordinary_dossier()).code == "number.no_block"
        assert desk.accept().item == "MX000000014VN"


def test_a_desk_without_numbers_for_kt1_never_gives_one_of_a_dossier(tmp_path: Path) -> None:
    with counter(tmp_path, replace(small_block(9), blocks=(Block("RX", 1, 9),))) as desk:
        desk.open_shift()

        with pytest.raises(DeskError, match=r"number\.no_block"):
            desk.accept()


def test_a_block_of_one_number_does_not_hold_a_case_of_two_legs(tmp_path: Path) -> None:
    with counter(tmp_path, replace(small_block(9), blocks=(Block("RX", 1, 1),))) as desk:
        desk.open_shift()
        before = events(desk)

        assert refusal(desk, ordinary_dossier()).code == "number.block_empty"
        assert events(desk) == before


def test_cases_of_a_day_are_counted_on(desk: Counter) -> None:
    assert [desk.accept_dossier().dossier for _ in range(2)] == [
        "240000-261123-0-001",
        "240000-261123-0-002",
    ]


def test_a_desk_whose_file_does_not_name_dossiers_takes_none(tmp_path: Path) -> None:
    plan = replace(small_block(9), services=frozenset({"kt1"}), blocks=(Block("RX", 1, 9),))
    with counter(tmp_path, plan) as desk:
        desk.open_shift()

        assert refusal(desk, ordinary_dossier()).code == "dossier.service_not_allowed"


def test_a_point_that_takes_no_dossiers_says_so(tmp_path: Path) -> None:
    rows = sample_reference()
    closed = tuple(replace(row, takes_dossiers=False) for row in rows.points)
    with counter(tmp_path, reference=replace(rows, points=closed)) as desk:
        desk.open_shift()

        assert refusal(desk, ordinary_dossier()).code == "dossier.point_not_enabled"


def test_an_inspector_accepts_nothing(desk: Counter) -> None:
    assert refusal(desk, ordinary_dossier(), "inspector").code == "user.not_allowed"


def test_a_real_desk_prices_by_the_legal_maxima_and_says_so(tmp_path: Path) -> None:
    plan = replace(small_block(9), device=7, desk_file="ab" * 32, blocks=(Block("RX", 1, 9),))
    with counter(tmp_path, plan) as desk:
        desk.open_shift()

        taken = desk.accept_dossier()

        assert read_dossier_accepted(taken.event).sums.postage_dong == 52_500
        assert "Giá tối đa theo TT 22/2017" in slip(desk)["price_note"]


def test_a_later_version_of_the_procedure_changes_nothing_that_was_accepted(desk: Counter) -> None:
    taken = desk.accept_dossier()
    later = replace(POSTABLE, name="Tên mới", valid_from=POSTABLE.valid_from.replace(month=11))
    with desk.store.work() as work:
        work.put_procedures([later])
        work.commit()

    with desk.store.read() as reader:
        row = reader.dossier(taken.dossier)
    assert row is not None
    assert (row.procedure_name, row.procedure_version) == (POSTABLE.name, "2026-01-01")
    assert desk.dossiers.quote(desk.session(), ordinary_dossier()).procedure == later


def test_labels_are_previewed_as_they_would_come_out(desk: Counter) -> None:
    preview = desk.dossiers.labels(desk.session(), ordinary_dossier())

    desk.accept_dossier()

    printed = {paper.item: paper.values for paper in desk.papers_of() if paper.role == "label"}
    for label in preview:
        assert {**label, "event_ref": printed[label["item"]]["event_ref"]} == printed[label["item"]]
    assert desk.dossiers.labels(desk.session(), DossierDraft()) == ()


def test_what_is_taken_at_the_applicants_address_is_said(desk: Counter) -> None:
    desk.accept_dossier(replace(ordinary_dossier(), place=Place.ADDRESS, seal="np 00123"))

    assert slip(desk)["intake"] == "Tại địa chỉ khách hàng"
    assert slip(desk)["sealing"] == "Niêm phong số NP00123"


def test_a_fact_of_a_case_has_no_place_for_a_person() -> None:
    names = set(DossierAccepted.__dataclass_fields__)

    assert not names & {"applicant", "identity", "phone", "address", "proxy", "proof"}
