"""What the counter promises when a dossier is accepted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.domain.dossier import (
    ApplicantKind,
    DeliverTo,
    DossierPayment,
    Form,
    InsistReason,
    PaperLine,
    Presence,
)
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId, Stream
from kt1desk.domain.facts import DossierAccepted, read_dossier_accepted, read_lines
from kt1desk.domain.identifiers import S10
from kt1desk.domain.kt1 import Place
from kt1desk.domain.procedure import ListedPaper
from kt1desk.services.dossier_drafts import Applicant, DossierDraft, Proxy, Residence
from kt1desk.services.dossier_papers import INTERNAL_COLLECTION, UNKNOWN_DAY
from kt1desk.services.set_up import Block
from tests.support.desks import Counter, counter, sample_reference, small_block
from tests.support.dossiers import (
    ANYWHERE,
    CENTRE,
    IN_PERSON,
    POSTABLE,
    SAYS_NOTHING,
    SPANS_TWO,
    counted,
    made_up,
    ordinary_dossier,
    person,
)

PROXY = Proxy("Hoàng Văn Thử", "020085000456", "0987654321", "Giấy ủy quyền số 12 ngày 20/11/2026")
ORGANISATION = Applicant(
    ApplicantKind.ORGANISATION,
    "Công ty TNHH Thử Nghiệm",
    tax_code="0100109106",
    phone="02053812345",
    residence=Residence("Số 2 đường Thử Nghiệm", CENTRE),
)


def refusal(desk: Counter, draft: DossierDraft, user: str = "clerk") -> DeskError:
    with pytest.raises(DeskError) as caught:
        desk.accept_dossier(draft, user)
    return caught.value


def events(desk: Counter) -> int:
    with desk.store.read() as reader:
        return reader.event_count()


def slip(desk: Counter) -> dict[str, str]:
    return next(paper.values for paper in desk.papers_of() if paper.template == "dossier_slip")


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


def test_a_longest_published_name_is_cut_at_a_word_for_the_list_and_the_case_goes_through(
    desk: Counter,
) -> None:
    long = "Văn bản chứng minh " * 60
    procedure = made_up("9.100009", "Thủ tục có tên dài " * 60, papers=(ListedPaper("1", long),))
    with desk.store.work() as work:
        work.put_procedures([procedure])
        work.commit()

    quote = desk.dossiers.quote(
        desk.session(),
        replace(ordinary_dossier(), procedure="9.100009", papers=(PaperLine("1", "", originals=1),)),
    )

    assert [problem.code for problem in quote.problems] == []
    assert len(quote.papers[0].name) <= 160
    assert quote.papers[0].name.endswith((" Văn…", " bản…", " chứng…", " minh…"))


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"form": None}, "dossier.form_missing", "form"),
        ({"procedure": ""}, "dossier.procedure_missing", "procedure"),
        ({"procedure": "abc"}, "dossier.procedure_code", "procedure"),
        ({"procedure": "9.999999"}, "dossier.procedure_unknown", "procedure"),
        ({"procedure": IN_PERSON.code, "papers": ()}, "dossier.not_by_post", "procedure"),
        (
            {"procedure": IN_PERSON.code, "form": Form.RETURN, "official": "H37.10-261120-0005"},
            "dossier.result_not_by_post",
            "procedure",
        ),
        ({"authority": "LS-KHONGCO"}, "dossier.authority_unknown", "authority"),
        ({"authority": "LS-TU"}, "dossier.authority_not_receiving", "authority"),
        ({"papers": ()}, "dossier.papers_unanswered", "papers"),
        ({"papers": counted()[:2]}, "dossier.papers_unanswered", "papers"),
        ({"papers": (*counted(), counted()[0])}, "dossier.paper_twice", "papers"),
        ({"papers": (*counted(), PaperLine("7", "Lạ", plain=1))}, "dossier.paper_unknown", "papers"),
        ({"papers": (*counted(), PaperLine("x1", "", plain=1))}, "text.empty", "papers"),
        ({"papers": (*counted(), PaperLine("x1", "Thêm", plain=0))}, "dossier.paper_count", "papers"),
        ({"papers": (*counted(), PaperLine("x1", "Thêm", plain=1_000))}, "dossier.paper_count", "papers"),
        (
            {"papers": (*counted(), PaperLine("x1", "Thêm", plain=2, originals=-1))},
            "dossier.paper_count",
            "papers",
        ),
        (
            {"papers": tuple(replace(line, presence=Presence.NOT_NEEDED) for line in counted())},
            "dossier.no_documents",
            "papers",
        ),
        (
            {"papers": (*counted(), *(PaperLine(f"x{at}", f"Giấy {at}", plain=1) for at in range(1, 99)))},
            "dossier.too_many_papers",
            "papers",
        ),
        ({"sets": 0}, "dossier.sets_range", "sets"),
        ({"applicant": replace(person(), name=" ")}, "text.empty", "applicant_name"),
        ({"applicant": replace(person(), identity="")}, "identity.missing", "applicant_identity"),
        ({"applicant": replace(person(), identity="0201900001")}, "identity.shape", "applicant_identity"),
        ({"applicant": replace(person(), identity="020990000123")}, "identity.century", "applicant_identity"),
        ({"applicant": replace(person(), identity="B!")}, "identity.passport", "applicant_identity"),
        ({"applicant": replace(person(), phone="")}, "identity.phone_missing", "applicant_phone"),
        ({"applicant": replace(person(), phone="12")}, "identity.phone", "applicant_phone"),
        (
            {"applicant": replace(person(), residence=Residence("", CENTRE))},
            "text.empty",
            "applicant_address",
        ),
        (
            {"applicant": replace(person(), residence=Residence("Số 1"))},
            "bcci.commune_needed",
            "applicant_commune",
        ),
        (
            {"applicant": replace(person(), residence=Residence("Số 1", "99999"))},
            "reference.commune_unknown",
            "applicant_commune",
        ),
        (
            {"applicant": replace(person(), residence=Residence("Số 1", SPANS_TWO))},
            "bcci.district_needed",
            "applicant_district",
        ),
        (
            {"applicant": replace(person(), residence=Residence("Số 1", SPANS_TWO, "Huyện Lộc Bình"))},
            "bcci.district_unknown",
            "applicant_district",
        ),
        ({"applicant": replace(ORGANISATION, tax_code="")}, "identity.tax_missing", "applicant_tax_code"),
        (
            {"applicant": replace(ORGANISATION, tax_code="0100233480")},
            "identity.tax_code",
            "applicant_tax_code",
        ),
        ({"proxy": replace(PROXY, name="")}, "text.empty", "proxy_name"),
        ({"proxy": replace(PROXY, identity="")}, "identity.missing", "proxy_identity"),
        ({"proxy": replace(PROXY, authorisation="")}, "dossier.authorisation_missing", "proxy_authorisation"),
        ({"deliver_to": DeliverTo.OTHER}, "text.empty", "delivery_address"),
        (
            {"deliver_to": DeliverTo.OTHER, "delivery": Residence("Số 3", SPANS_TWO)},
            "bcci.district_needed",
            "delivery_district",
        ),
        ({"exemption": "E99", "exemption_proof": "1"}, "exemption.unknown", "reference"),
        ({"exemption": "E05"}, "exemption.proof_missing", "exemption_proof"),
        ({"weight_g": 0}, "dossier.weight_zero", "weight"),
        ({"weight_g": 30_000}, "dossier.weight_range", "weight"),
        ({"collected_dong": -1}, "dossier.collected_range", "collected"),
        ({"receipt_number": "0001"}, "dossier.receipt_without_money", "collected"),
        ({"seal": "số 12"}, "dossier.seal_shape", "seal"),
        ({"official": "x"}, "dossier.official_code", "official"),
        ({"form": Form.RETURN}, "dossier.official_missing", "official"),
        ({"official_day": "26/11/2026"}, "dossier.promised_day", "official_day"),
        ({"send_number": "RX000000015VN"}, "number.check_digit", "send_number"),
        ({"return_number": "MX000000014VN"}, "number.other_service", "return_number"),
        (
            {"send_number": "RX000000014VN", "return_number": "rx 000 000 014 vn"},
            "dossier.same_number",
            "return_number",
        ),
    ],
)
def test_bad_input_is_refused_at_its_field_and_writes_nothing(
    desk: Counter, changes: dict[str, object], code: str, field: str
) -> None:
    before = events(desk)
    draft = replace(ordinary_dossier(), **changes)  # type: ignore[arg-type]

    told = desk.dossiers.quote(desk.session(), draft).problems
    found = refusal(desk, draft)

    assert (found.code, found.field) == (code, field)
    assert (told[0].code, told[0].field) == (code, field)
    assert events(desk) == before
    assert desk.papers_of() == []


def test_an_empty_form_says_everything_that_is_missing_at_once_in_the_order_of_its_fields(
    quiet_desk: Counter,
) -> None:
    quote = quiet_desk.dossiers.quote(quiet_desk.session(), DossierDraft())

    assert [(problem.code, problem.field) for problem in quote.problems] == [
        ("shift.not_open", ""),
        ("dossier.form_missing", "form"),
        ("dossier.procedure_missing", "procedure"),
        ("dossier.authority_missing", "authority"),
        ("dossier.no_documents", "papers"),
        ("text.empty", "applicant_name"),
        ("identity.missing", "applicant_identity"),
        ("identity.phone_missing", "applicant_phone"),
        ("text.empty", "applicant_address"),
        ("dossier.weight_zero", "weight"),
    ]


def test_a_missing_paper_holds_the_dossier_until_the_applicant_insists(desk: Counter) -> None:
    missing = replace(counted()[1], presence=Presence.MISSING, certified=0)
    draft = replace(ordinary_dossier(), papers=(counted()[0], missing, counted()[2]))

    found = refusal(desk, draft)
    taken = desk.accept_dossier(replace(draft, insists=InsistReason.APPLICANT_WANTS))

    assert (found.code, found.field) == ("dossier.paper_missing", "papers")
    assert read_dossier_accepted(taken.event).insisted == "applicant_wants"
    assert slip(desk)["paper_2_note"] == "Còn thiếu"
    assert "insisted" in slip(desk)


def test_what_no_source_says_is_flagged_and_not_refused(desk: Counter) -> None:
    draft = replace(
        ordinary_dossier(), procedure=SAYS_NOTHING.code, papers=(PaperLine("x1", "Tờ đơn", originals=1),)
    )

    quote = desk.dossiers.quote(desk.session(), draft)

    assert quote.problems == ()
    assert {"send_unknown", "return_unknown", "papers_unknown", "promise_unknown"} <= set(quote.flags)
    desk.accept_dossier(draft)
    assert slip(desk)["promised"] == UNKNOWN_DAY


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
