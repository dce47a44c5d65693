"""What the papers of custody say: from what happened to the texts that a print job keeps."""

from __future__ import annotations

import json
from base64 import b64decode
from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.domain.events import GENESIS, Envelope, Event, EventId, HybridTime, Moment, Stream, seal
from kt1desk.domain.kt1 import Secrecy, Urgency
from kt1desk.domain.tariff import ComponentKind
from kt1desk.services.bag_tag_paper import BAG_TAG_FORM, bag_tag_values
from kt1desk.services.blank_register_paper import blank_register_values
from kt1desk.services.certificate_paper import CERTIFICATE_FORM, certificate_values
from kt1desk.services.handover_paper import HANDOVER_FORM, handover_values
from kt1desk.services.incident_paper import INCIDENT_FORM, incident_values
from kt1desk.services.manifest_paper import MANIFEST_FORM, manifest_values
from kt1desk.services.paper_head import MASK, numbered, present
from kt1desk.services.round_paper import ROUND_LIST_FORM, round_values
from kt1desk.services.statement_paper import STATEMENT_FORM, statement_values
from tests.printing.custody_samples import (
    AT,
    SECRET_PARTY,
    bag_tag,
    blank_register,
    certificate,
    handover,
    head,
    incident,
    manifest,
    round_list,
    statement,
)

_FORMS = json.loads(
    (Path(__file__).parents[2] / "resources/reference/forms.json").read_text(encoding="utf-8")
)["rows"]
_PAPERS = (bag_tag(), certificate(), handover(4), incident(), manifest(10), round_list(5), statement(4))


def _event() -> Event:
    envelope = Envelope(
        id=EventId(7, Stream.KT1, 1, 12),
        type="dispatch.sent",
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

    assert proved.event_ref == "7.1.1.12"
    assert proved.event_hash == event.hash.hex()[:12]


@pytest.mark.parametrize("paper", _PAPERS, ids=lambda paper: type(paper).__name__)
def test_what_is_logged_of_a_paper_names_no_party_and_no_person(paper: object) -> None:
    logged = repr(paper)

    names = (
        SECRET_PARTY,
        "Ủy ban nhân dân",
        "Nông Văn Bình",
        "Hoàng Đình Giong",
        "Vi Thị Xuân",
        "Lương Thị Hòa",
    )
    assert [name for name in names if name in logged] == []


def test_the_manifest_masks_the_receiver_of_every_item_with_a_letter_and_of_no_other() -> None:
    paper = manifest(20)

    values = manifest_values(paper)

    items = [item for each in paper.receptacles for item in each.items]
    shown = [values[f"item_{at}_receiver"] for at in range(1, 21)]
    assert shown == [MASK if item.secrecy.is_marked else item.receiver for item in items]
    assert SECRET_PARTY not in "".join(values.values())


def test_the_manifest_counts_and_weighs_receptacles_and_keeps_items_in_their_order() -> None:
    paper = manifest(5)

    values = manifest_values(paper)

    assert (values["receptacle_count"], values["item_count"], values["total_weight"]) == (
        "3",
        "5",
        "12.756 g",
    )
    assert [values[f"item_{at}_receptacle"] for at in range(1, 6)] == ["1", "1", "2", "2", "3"]
    assert values["item_1_number"] == paper.receptacles[0].items[0].number
    assert values["vehicle"] == "Xe không chuyên dùng, có người áp tải"


def test_the_parts_of_a_dispatch_are_kept_as_text_and_come_back_byte_by_byte() -> None:
    paper = manifest(1).proved_by(_event(), (bytes(range(256)), b"\x00"))

    values = json.loads(json.dumps(manifest_values(paper)))

    assert [b64decode(values[f"part_{at}_code"]) for at in (1, 2)] == [bytes(range(256)), b"\x00"]


def test_a_tag_names_the_most_urgent_class_and_no_party() -> None:
    values = bag_tag_values(bag_tag())

    assert values["urgency"] == "HỎA TỐC HẸN GIỜ"
    assert (values["destination"], values["destination_code"]) == ("Bưu điện xã Thất Khê", "245330")
    assert "clerk_name" not in values
    assert "urgency" not in bag_tag_values(replace(bag_tag(), urgency=Urgency.NONE))


def test_a_postmans_list_names_the_receiver_of_an_item_with_a_letter() -> None:
    paper = round_list(1)
    secret = replace(paper.items[0], secrecy=Secrecy.A, receiver=SECRET_PARTY)

    values = round_values(replace(paper, items=(secret,)))

    assert (values["item_1_letter"], values["item_1_receiver"]) == ("A", SECRET_PARTY)


def test_who_must_be_told_is_said_of_a_thing_with_a_letter_only() -> None:
    assert incident_values(incident(Secrecy.C))["contact_3_who"] == "Công an tỉnh"
    assert not any(key.startswith("contact_") for key in incident_values(incident(Secrecy.NONE)))


def test_an_incident_of_which_nobody_knows_when_it_happened_gives_no_time_for_it() -> None:
    values = incident_values(incident())

    assert "happened_at" not in values
    assert values["found_at"] == "13:52 22/11/2026"
    assert values["told_1_told_at"] == "14:22 22/11/2026"


def test_a_statement_writes_figures_in_columns_without_unit_and_counts_what_kept_time() -> None:
    row = replace(
        statement(1).rows[0],
        parts_dong={ComponentKind.BASE: 1_015_000, ComponentKind.SECRECY: 0},
        net_dong=1_015_000,
    )
    rows = (row, replace(row, in_time=False, safe=False), replace(row, in_time=None, safe=None))

    values = statement_values(replace(statement(1), rows=rows))

    assert (values["row_1_base"], values["row_1_net"]) == ("1.015.000", "1.015.000")
    assert "row_1_secrecy" not in values
    assert [values.get(f"row_{at}_in_time") for at in (1, 2, 3)] == ["Đạt", "Chưa đạt", None]
    assert [values[key] for key in ("in_time_count", "late_count", "safe_count", "unsafe_count")] == list(
        "1111"
    )


def test_a_certificate_keeps_its_code_as_it_is_scanned_and_each_station_its_own_event() -> None:
    values = certificate_values(certificate(2))

    assert values["code"] == certificate(2).code
    assert [values[f"station_{at}_event_ref"] for at in (1, 2)] == ["12.kt1.1.10432", "12.kt1.1.10433"]


def test_a_handover_says_of_a_receptacle_its_seal_and_count_and_of_an_item_its_letter() -> None:
    values = handover_values(handover(4))

    assert (values["thing_4_seal"], values["thing_4_count"]) == ("NP0000003", "12")
    assert values["thing_2_letter"] == "C"
    assert not {"thing_2_seal", "thing_2_count", "thing_4_letter"} & set(values)


def test_a_blank_register_proves_no_event() -> None:
    values = blank_register_values(blank_register())

    assert not {"event_ref", "event_hash", "clerk_name"} & set(values)
    assert (values["sheets"], values["column_4_share"]) == ("2", "3")


def test_rows_are_counted_from_one_and_empty_texts_left_out() -> None:
    values = present(numbered("item", [{"number": "a", "letter": ""}, {"number": "b"}]))

    assert values == {"item_1_number": "a", "item_2_number": "b"}


def test_a_time_nobody_knows_is_no_time() -> None:
    assert head("x").when(0) == ""
    assert head("x").when(AT.utc_ms) == "14:52 22/11/2026"


@pytest.mark.parametrize(
    ("form", "title"),
    [
        (MANIFEST_FORM, "Bản kê giao nhận bưu gửi KT1"),
        (BAG_TAG_FORM, "Nhãn cổ túi"),
        (ROUND_LIST_FORM, "Danh sách phát"),
        (INCIDENT_FORM, "Biên bản sự vụ"),
        (CERTIFICATE_FORM, "Chứng nhận chuỗi giao nhận"),
        (STATEMENT_FORM, "Bảng kê tháng"),
        (HANDOVER_FORM, "Phiếu chuyển giữ"),
    ],
)
def test_every_paper_has_its_title_among_the_reference_data(form: str, title: str) -> None:
    assert [row["title"] for row in _FORMS if row["form"] == form] == [title]
