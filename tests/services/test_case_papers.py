"""What the papers of cases say: from what happened to the texts that a print job keeps."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.domain.case import Outcome
from kt1desk.domain.events import GENESIS, Envelope, Event, EventId, HybridTime, Moment, Stream, seal
from kt1desk.domain.service import Service
from kt1desk.printing.templates import TEMPLATES
from kt1desk.services.applicant_notice_paper import (
    APPLICANT_NOTICE_FORM,
    NoticeOf,
    applicant_notice_values,
)
from kt1desk.services.complaint_answer_paper import (
    COMPLAINT_ANSWER_FORM,
    NO_COMPENSATION,
    complaint_answer_values,
)
from kt1desk.services.custody_papers import VERSIONS
from kt1desk.services.handover_record_paper import (
    HANDOVER_RECORD_FORM,
    NO_DIFFERENCE,
    SEAL_BROKEN,
    SEAL_INTACT,
    handover_record_values,
)
from kt1desk.services.manifest_paper import MANIFEST_FORMS
from kt1desk.services.paper_head import day_words, service_value
from kt1desk.services.remittance_paper import REMITTANCE_LIST_FORM, remittance_values
from kt1desk.services.result_book_paper import NO_LIST, RESULT_BOOK_FORM, kinds_text, result_book_values
from kt1desk.services.result_receipt_paper import (
    BY_PROXY,
    IN_PERSON,
    NOTHING_BACK,
    RESULT_RECEIPT_FORM,
    SLIP_BACK,
    SLIP_NOT_BACK,
    result_receipt_values,
)
from kt1desk.services.visit_list_paper import VISIT_LIST_FORM, visit_list_values
from tests.printing.case_samples import (
    APPLICANT,
    LONG_NAME,
    WHOLE_IDENTITY,
    complaint,
    handover_record,
    notice,
    receipt,
    remittance,
    result_book,
    visits,
)
from tests.printing.custody_samples import AT

_FORMS = {
    row["form"]: row["title"]
    for row in json.loads(
        (Path(__file__).parents[2] / "resources/reference/forms.json").read_text(encoding="utf-8")
    )["rows"]
}
_PAPERS = (
    handover_record(4),
    result_book(4),
    notice(),
    receipt(proxy=True),
    remittance(3),
    complaint(),
    visits(3),
)


def _event() -> Event:
    envelope = Envelope(
        id=EventId(7, Stream.COUNTER, 1, 12),
        type="dossier.handover",
        version=1,
        happened=Moment(AT.utc_ms),
        hlc=HybridTime(AT.utc_ms, 0),
        boot="boot",
        actor="lan.be",
    )
    return seal(GENESIS, envelope, {"point": "240110"})


@pytest.mark.parametrize("paper", _PAPERS, ids=lambda paper: type(paper).__name__)
def test_a_paper_names_the_event_it_proves_by_reference_and_twelve_digits_of_its_hash(paper: object) -> None:
    event = _event()

    proved = paper.proved_by(event).head  # type: ignore[attr-defined]

    assert proved.event_ref == event.id.text
    assert proved.event_hash == event.hash.hex()[:12]


@pytest.mark.parametrize("paper", _PAPERS, ids=lambda paper: type(paper).__name__)
def test_what_is_logged_of_a_paper_names_no_person(paper: object) -> None:
    logged = repr(paper)

    names = (APPLICANT, LONG_NAME, WHOLE_IDENTITY, "Lý Văn Khánh", "Nông", "Vi Thị Xuân", "0912", "Nà Lầu")
    assert [name for name in names if name in logged] == []


@pytest.mark.parametrize(
    "form",
    [
        HANDOVER_RECORD_FORM,
        RESULT_BOOK_FORM,
        APPLICANT_NOTICE_FORM,
        RESULT_RECEIPT_FORM,
        REMITTANCE_LIST_FORM,
        COMPLAINT_ANSWER_FORM,
        VISIT_LIST_FORM,
        *MANIFEST_FORMS.values(),
    ],
)
def test_every_form_has_its_title_in_the_reference_data(form: str) -> None:
    assert _FORMS[form]


def test_every_paper_that_is_queued_has_a_template_of_its_version() -> None:
    assert set(VERSIONS.items()) <= set(TEMPLATES)


def test_the_record_counts_lists_and_recounts_apart_and_keeps_each_difference_with_its_cover() -> None:
    paper = handover_record(8)

    values = handover_record_values(paper)

    assert values["cover_count"] == "8"
    assert values["listed_count"] == str(
        sum(each.originals + each.certified + each.plain + each.electronic for each in paper.covers)
    )
    assert values["document_count"] == str(sum(each.documents for each in paper.covers))
    assert [values[f"difference_{at}_cover"] for at in range(1, 5)] == ["4", "4", "8", "8"]
    assert values["difference_3_item"] == paper.covers[7].item
    assert values["difference_3_text"] == paper.covers[7].differences[0]
    assert (values["cover_1_found"], values["cover_4_found"]) == (NO_DIFFERENCE, "2 khác biệt")
    assert (values["cover_1_intact"], values["cover_4_intact"]) == (SEAL_INTACT, SEAL_BROKEN)


def test_the_record_says_the_fees_case_by_case_and_in_words() -> None:
    values = handover_record_values(handover_record(2, 3))

    assert [values[f"fee_{at}_amount"] for at in (1, 2, 3)] == ["100.000", "200.000", "300.000"]
    assert (values["fees_amount"], values["fees_words"]) == ("600.000 đ", "Sáu trăm nghìn đồng")


def test_a_record_without_fees_says_nothing_of_money() -> None:
    values = handover_record_values(handover_record(2, 0))

    assert [key for key in values if key.startswith("fee")] == []


def test_the_book_counts_what_was_taken_what_lacks_and_what_is_too_many() -> None:
    paper = result_book(6, 3)

    values = result_book_values(paper)

    assert (values["expected_count"], values["result_count"]) == ("9", "6")
    assert (values["missing_count"], values["surplus_count"]) == ("3", "3")
    assert values["piece_count"] == "14"
    assert values["result_1_kinds"] == "2 giấy kết quả, 3 giấy tờ trả lại"
    assert values["surplus_3_number"] == paper.surplus[2]


def test_an_authority_without_a_list_is_not_said_to_expect_nothing() -> None:
    values = result_book_values(replace(result_book(2, 0), expected=0))

    assert values["expected_count"] == NO_LIST


def test_kinds_are_read_as_figures_and_words() -> None:
    assert kinds_text((("Giấy kết quả", 1), ("Văn bản từ chối", 2))) == "1 giấy kết quả, 2 văn bản từ chối"


def test_a_notice_knows_every_outcome_of_an_authority() -> None:
    assert {outcome.value for outcome in Outcome} <= {of.value for of in NoticeOf}


@pytest.mark.parametrize(
    ("of", "day_name"),
    [
        (NoticeOf.SUPPLEMENT, "Nộp bổ sung trước hết ngày"),
        (NoticeOf.EXTENDED, "Ngày hẹn trả mới"),
        (NoticeOf.REGISTERED, "Ngày hẹn trả của cơ quan"),
        (NoticeOf.RESULT, "Giữ tại bưu cục đến hết ngày"),
    ],
)
def test_a_notice_says_what_its_day_is_of(of: NoticeOf, day_name: str) -> None:
    values = applicant_notice_values(notice(of))

    assert (values["day_name"], values["day"]) == (day_name, "04/12/2026")


@pytest.mark.parametrize("of", [NoticeOf.REFUSED, NoticeOf.STOPPED])
def test_a_notice_of_an_end_has_no_day_whatever_it_is_given(of: NoticeOf) -> None:
    values = applicant_notice_values(replace(notice(of), day="2026-12-04"))

    assert {"day", "day_name"}.isdisjoint(values)


def test_a_notice_names_the_authoritys_paper_and_each_paper_to_bring() -> None:
    values = applicant_notice_values(notice(asked=2))

    assert (values["paper"], values["paper_day"]) == ("128/TB-TTPVHCC", "20/11/2026")
    assert values["asked_2_name"] == "Tờ khai theo mẫu 01/ĐK, có xác nhận của Ủy ban nhân dân xã"


def test_a_receipt_keeps_the_last_four_signs_of_the_paper_that_was_seen() -> None:
    values = result_receipt_values(receipt())

    assert values["identity_end"] == "4321"
    assert WHOLE_IDENTITY not in "".join(values.values())


def test_a_receipt_tells_the_applicant_from_a_proxy_and_what_came_back() -> None:
    alone, sent = result_receipt_values(receipt()), result_receipt_values(receipt(proxy=True))

    assert (alone["taker_role"], alone["slip_back"]) == (IN_PERSON, SLIP_NOT_BACK)
    assert alone["withdrawn_none"] == NOTHING_BACK
    assert (sent["taker_role"], sent["slip_back"]) == (BY_PROXY, SLIP_BACK)
    assert (sent["withdrawn_1_count"], "withdrawn_none" in sent) == ("1", False)
    assert sent["paid_words"] == "Năm mươi tám nghìn đồng"


def test_a_remittance_is_the_sum_of_its_cases_in_figures_and_words() -> None:
    values = remittance_values(remittance(3))

    assert [values[f"fee_{at}_amount"] for at in (1, 2, 3)] == ["50.000", "100.000", "150.000"]
    assert (values["total_amount"], values["total_words"]) == ("300.000 đ", "Ba trăm nghìn đồng")
    assert values["fee_1_accepted_at"] == "14:52 22/11/2026"


def test_an_answer_says_the_compensation_and_its_rule_or_that_there_is_none() -> None:
    paid = complaint_answer_values(complaint())
    refused = complaint_answer_values(replace(complaint(), compensation_dong=0))

    assert (paid["compensation_amount"], "rule" in paid) == ("104.000 đ", True)
    assert refused["compensation_amount"] == NO_COMPENSATION
    assert {"rule", "compensation_words"}.isdisjoint(refused)


def test_visits_stand_in_the_order_of_time_and_say_the_day_only_where_it_is_another() -> None:
    paper = visits(4)
    late = replace(paper.visits[0], until_ms=paper.visits[0].from_ms + 86_400_000)

    values = visit_list_values(replace(paper, visits=(late, *paper.visits[1:])))

    assert [values[f"visit_{at}_number"][-1] for at in range(1, 5)] == ["4", "3", "2", "1"]
    assert values["visit_1_between"] == "15:07–16:07"
    assert values["visit_4_between"] == "15:52–15:52 23/11/2026"


def test_days_and_services_are_said_as_papers_say_them() -> None:
    assert (day_words("2026-11-26"), day_words("")) == ("26/11/2026", "")
    assert (service_value(Service.KT1), service_value(Service.TTHC)) == ("", "tthc")
