"""What single papers of custody must say: tag, delivery list, incident record, certificate, statement, handover slip, blank register."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.kt1 import Secrecy
from kt1desk.printing.decode_back import check_decodes
from kt1desk.printing.layout import QR, Code128, DataMatrix, Line
from kt1desk.printing.raster import rasterise
from kt1desk.printing.templates import document_of, layout_of
from kt1desk.printing.templates.blank_register import MOST_SHEETS
from kt1desk.printing.templates.custody_certificate import HOW_TO_CHECK, UNSIGNED
from kt1desk.printing.templates.incident_record import MUST_BE_TOLD, NOBODY_TOLD, NOTHING_DONE
from kt1desk.services.bag_tag_paper import bag_tag_values
from kt1desk.services.blank_register_paper import blank_register_values
from kt1desk.services.certificate_paper import certificate_values
from kt1desk.services.handover_paper import handover_values
from kt1desk.services.incident_paper import incident_values
from kt1desk.services.round_paper import round_values
from kt1desk.services.statement_paper import statement_values
from tests.printing.custody_samples import (
    SECRET_PARTY,
    bag_tag,
    blank_register,
    certificate,
    handover,
    incident,
    point,
    round_list,
    statement,
)
from tests.printing.samples import said


def _told(name: str, values: Mapping[str, str]) -> list[str]:
    return [text for page in document_of(name, 1, values).pages for text in said(page)]


def test_a_tag_carries_its_number_in_bars_and_with_its_event_in_a_matrix() -> None:
    page = layout_of("bag_tag", 1, bag_tag_values(bag_tag()))

    bars = [symbol.value for symbol in page.symbols() if isinstance(symbol, Code128)]
    matrices = [symbol.value for symbol in page.symbols() if isinstance(symbol, DataMatrix)]

    assert bars == ["TUI00000001"]
    assert matrices == ["TUI00000001 12.kt1.1.10432"]
    assert (page.width_mm, page.height_mm) == (100, 60)


@pytest.mark.parametrize("dpi", [203, 300, 600])
def test_the_tag_with_the_longest_names_a_point_has_is_read_back_at_every_resolution(dpi: int) -> None:
    far = point("246610", "Bưu điện – Văn hóa xã Thiện Thuật, cụm Bình Gia")
    values = bag_tag_values(replace(bag_tag(), destination=far, weight_g=29_999, item_count=999))

    page = layout_of("bag_tag", 1, {**values, "event_ref": "65535.kt1.65535.4294967295"})

    check_decodes(page, rasterise(page, dpi))
    assert far.name in said(page)


def test_a_postman_sees_where_to_bring_an_item_with_a_letter_and_who_alone_may_have_it() -> None:
    paper = round_list(3)
    secret = replace(
        paper.items[0],
        secrecy=Secrecy.A,
        receiver=SECRET_PARTY,
        address="phường Đông Kinh",
        named_person=True,
    )

    told = _told("round_list", round_values(replace(paper, items=(secret,))))

    assert f"{SECRET_PARTY}, phường Đông Kinh" in told
    assert "Chỉ người có tên" in told
    assert "A" in told


def test_a_receiver_has_room_to_write_name_time_and_signature_beside_each_item() -> None:
    pages = document_of("round_list", 1, round_values(round_list(30))).pages

    rows = [
        element.box
        for page in pages
        for element in page.elements
        if isinstance(element, Line) and element.box.w < 1 and element.box.h > 10
    ]
    assert {"Họ tên, chức vụ người nhận", "Giờ, ngày nhận", "Ký nhận"} <= set(said(pages[0]))
    assert len(rows) == 30 * 12
    assert min(box.h for box in rows) >= 13


def test_a_timed_item_is_due_at_its_time_and_another_before_it() -> None:
    told = _told("round_list", round_values(round_list(4)))

    assert [text for text in told if text.startswith(("Trước", "Đúng"))] == [
        "Trước 15:52 22/11/2026",
        "Đúng 16:52 22/11/2026",
        "Đúng 17:52 22/11/2026",
    ]


def test_who_must_be_told_stands_on_the_record_of_a_thing_with_a_letter_only() -> None:
    marked = _told("incident_record", incident_values(incident(Secrecy.A)))
    plain = _told("incident_record", incident_values(incident(Secrecy.NONE)))

    assert {MUST_BE_TOLD, "Công an tỉnh", "(chưa cài đặt số)", "A"} <= set(marked)
    assert not {MUST_BE_TOLD, "Công an tỉnh", "Chữ ngoài bì"} & set(plain)


def test_a_record_on_which_nobody_was_told_and_nothing_done_says_so() -> None:
    told = _told("incident_record", incident_values(replace(incident(), told=(), remedies=())))

    assert {NOBODY_TOLD, NOTHING_DONE, "Chưa kết thúc"} <= set(told)


def test_a_closed_record_says_when() -> None:
    paper = incident()

    told = _told("incident_record", incident_values(replace(paper, closed_ms=paper.head.at.utc_ms)))

    assert "Chưa kết thúc" not in told
    assert "14:52 22/11/2026" in told


@pytest.mark.parametrize("length", [40, 255, 400, 830])
def test_the_code_of_a_certificate_is_read_back_however_long_it_is(length: int) -> None:
    text = ("6BFOXN%TSMAHN-HWVKK9Q5PFK6GKO+VKO0H$$K1" * 25)[:length]
    pages = document_of("custody_certificate", 1, certificate_values(replace(certificate(), code=text))).pages

    check_decodes(pages[-1], rasterise(pages[-1], 203))

    (symbol,) = [s for page in pages for s in page.symbols() if isinstance(s, QR)]
    assert symbol.payload == text.encode()
    assert HOW_TO_CHECK in said(pages[-1])


def test_a_certificate_without_a_code_says_how_to_check_it_all_the_same() -> None:
    told = _told("custody_certificate", certificate_values(replace(certificate(), code="")))

    assert UNSIGNED in told
    assert HOW_TO_CHECK not in told


def test_a_statement_shows_components_and_taxes_apart_and_says_what_has_no_price_yet() -> None:
    told = _told("statement", statement_values(statement(9)))

    assert {"15.000", "40.000", "30.909", "90.409", "Chưa có giá"} <= set(told)
    assert {"2.345.000 đ", "Thuế GTGT 8%", "87.600 đ", "Thuế GTGT 10%", "125.000 đ", "2.557.600 đ"} <= set(
        told
    )
    assert "Bằng chữ: Hai triệu năm trăm năm mươi bảy nghìn sáu trăm đồng" in told
    assert "Đúng thời gian toàn trình: đạt 7, chưa đạt 1 bưu gửi" in told
    assert "An toàn, nguyên niêm phong: đạt 9, chưa đạt 0 bưu gửi" in told


def test_prices_that_are_samples_say_so_on_the_statement() -> None:
    warning = "Bảng giá mẫu – chưa xác nhận. Không dùng để xuất hóa đơn."

    assert warning in _told("statement", statement_values(statement(2)))
    assert warning not in _told("statement", statement_values(replace(statement(2), sample_tariff=False)))


def test_both_sign_a_handover_below_all_that_changes_hands() -> None:
    pages = document_of("handover_slip", 1, handover_values(handover(60))).pages

    signed = [page for page in pages if {"Bên giao", "(ký, ghi rõ họ tên)"} <= set(said(page))]

    assert signed == [pages[-1]]
    assert "Cộng: 60 mục" in said(pages[-1])


@pytest.mark.parametrize("sheets", [1, 2, 5])
def test_a_blank_register_fills_as_many_sheets_as_wanted_with_numbered_lines(sheets: int) -> None:
    pages = document_of("blank_register", 1, blank_register_values(blank_register(sheets))).pages

    lines = [text.text for page in pages for text in page.texts() if text.field == "line_at"]

    assert len(pages) == sheets
    assert lines == [str(at) for at in range(1, len(lines) + 1)]
    assert len(lines) >= 14 * sheets
    assert all("Số hiệu bưu gửi" in said(page) for page in pages)


@pytest.mark.parametrize(
    ("key", "text"),
    [("sheets", "0"), ("sheets", str(MOST_SHEETS + 1)), ("sheets", "²"), ("column_2_share", "-1")],
)
def test_a_blank_register_of_no_or_too_many_sheets_or_with_a_crooked_share_is_refused(
    key: str, text: str
) -> None:
    with pytest.raises(DeskError) as refusal:
        document_of("blank_register", 1, {**blank_register_values(blank_register()), key: text})

    assert (refusal.value.code, refusal.value.field) == ("paper.value_unknown", key)


def test_a_blank_register_needs_a_column() -> None:
    with pytest.raises(DeskError) as refusal:
        document_of("blank_register", 1, blank_register_values(replace(blank_register(), columns=())))

    assert (refusal.value.code, refusal.value.field) == ("paper.value_missing", "column_1_name")
