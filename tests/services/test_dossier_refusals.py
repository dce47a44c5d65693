"""What holds a dossier at the counter, all of it at once and each at its field; what is only flagged."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kt1desk.domain.dossier import DeliverTo, Form, InsistReason, PaperLine, Presence
from kt1desk.domain.facts import read_dossier_accepted
from kt1desk.services.dossier_drafts import DossierDraft, Residence
from kt1desk.services.dossier_papers import UNKNOWN_DAY
from tests.support.desks import Counter
from tests.support.dossiers import (
    CENTRE,
    IN_PERSON,
    ORGANISATION,
    PROXY,
    SAYS_NOTHING,
    SPANS_TWO,
    counted,
    ordinary_dossier,
    person,
)
from tests.support.taken_dossiers import events, refusal, slip


@pytest.mark.parametrize(
    "name",
    [
        "Căn cước 020198004321",
        "Căn cước 020 198 004 321",
        "CMND 081.234.567 bản sao",
        "Giấy ủy quyền cho 081234567",
        "Căn cước 020198004321 12.3.2024",
    ],
)
def test_a_paper_added_by_hand_is_not_named_by_the_number_of_a_person(desk: Counter, name: str) -> None:
    draft = replace(ordinary_dossier(), papers=(*counted(), PaperLine("x1", name, plain=1)))

    refused = refusal(desk, draft)

    assert (refused.code, refused.field) == ("dossier.paper_personal_number", "papers")
    assert refused.details == {}


@pytest.mark.parametrize(
    "name", ["Giấy hẹn H37.10-261120-0005", "Quyết định 45/2016/QĐ-TTg ngày 19/10/2016", "Hóa đơn 00012345"]
)
def test_a_paper_added_by_hand_may_have_a_number_of_its_own(desk: Counter, name: str) -> None:
    draft = replace(ordinary_dossier(), papers=(*counted(), PaperLine("x1", name, plain=1)))

    quote = desk.dossiers.quote(desk.session(), draft)

    assert quote.problems == ()


@pytest.mark.parametrize("name", ["12345", "020198004321", "12.3.1990", "Nông Văn Thử 020 198 004 321"])
def test_a_number_is_not_taken_for_the_name_of_a_person(desk: Counter, name: str) -> None:
    draft = replace(
        ordinary_dossier(), applicant=replace(person(), name=name), proxy=replace(PROXY, name=name)
    )

    problems = desk.dossiers.quote(desk.session(), draft).problems

    assert [(each.code, each.field) for each in problems] == [
        ("text.name_number", "applicant_name"),
        ("text.name_number", "proxy_name"),
    ]


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
