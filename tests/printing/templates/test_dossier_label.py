"""The labels of a dossier's legs and the slip of a reversal."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kt1desk.domain.errors import DeskError
from kt1desk.printing.decode_back import check_decodes
from kt1desk.printing.layout import Page
from kt1desk.printing.raster import rasterise
from kt1desk.printing.templates import TEMPLATES, check_fit, layout_of
from kt1desk.printing.templates.dossier_label import DossierLabelValues
from tests.printing.dossier_samples import KT1_REVERSAL, RETURN_LABEL, REVERSAL, SEND_LABEL
from tests.printing.samples import said

_WIDE = "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh Lạng Sơn"
_REFUSALS = ("paper.text_does_not_fit", "paper.character_not_printable")


def _laid_out(name: str, values: dict[str, str]) -> tuple[Page | None, tuple[str, str]]:
    try:
        return layout_of(name, 1, values), ("", "")
    except DeskError as error:
        return None, (error.code, error.field)


def test_a_label_has_no_place_for_a_phone_or_a_personal_number() -> None:
    names = {field.name for field in fields(DossierLabelValues)}

    assert {
        name for name in names if any(word in name for word in ("phone", "identity", "tax", "born"))
    } == set()


def test_towards_the_authority_the_applicant_is_named_with_his_commune_alone() -> None:
    texts = said(layout_of("dossier_label", 1, {**SEND_LABEL, "from_address": "Số 12 ngõ 5 đường Bắc Sơn"}))

    assert "HỒ SƠ TTHC" in texts
    assert "Hoàng Thị Nguyệt, phường Lương Văn Tri" in texts
    assert not any("Bắc Sơn" in text for text in texts)
    assert "250 g" in texts
    assert "TTHC 1.001612 · NP 0012345" in texts


@pytest.mark.parametrize("seal", ["NP1234567", "NP 1234567"])
def test_a_seal_that_names_itself_is_not_named_twice(seal: str) -> None:
    texts = said(layout_of("dossier_label", 1, {**SEND_LABEL, "seal": seal}))

    assert f"TTHC 1.001612 · {seal}" in texts


def test_on_the_way_back_the_result_goes_to_an_address_it_can_be_delivered_at() -> None:
    texts = said(layout_of("dossier_label", 1, RETURN_LABEL))

    assert "TRẢ KẾT QUẢ" in texts
    assert RETURN_LABEL["to_address"] in texts
    assert f"{RETURN_LABEL['from_name']}, {RETURN_LABEL['from_address']}" in texts


@pytest.mark.parametrize(
    ("template", "values"),
    [("dossier_label", SEND_LABEL), ("dossier_label", RETURN_LABEL), ("reversal_slip", REVERSAL)],
)
def test_the_widest_texts_fit_before_the_commit(template: str, values: dict[str, str]) -> None:
    long = {
        "number": "240110-261122-12345-123456",
        "point": "Bưu điện – Văn hóa xã Hoàng Văn Thụ – 240110",
        "from_name": _WIDE,
        "to_name": _WIDE,
        "customer_name": "Công ty trách nhiệm hữu hạn một thành viên đầu tư, thương mại và dịch vụ Hoàng Phong",
        "route": "PHƯỜNG HOÀNG VĂN THỤ",
        "replaced_by": "240110-261122-12345-123457",
    }
    uncommitted = {key: text for key, text in values.items() if not key.startswith("event_")}
    uncommitted |= {key: text for key, text in long.items() if key in values}

    check_fit(template, 1, uncommitted)

    again = {**uncommitted, **TEMPLATES[template, 1].widest, "reprinted_at": "00:00 00/00/0000"}
    page = layout_of(template, 1, again, 99)
    assert "IN LẠI 98 00:00 00/00/0000" in said(page)
    check_decodes(page, rasterise(page, 203))


@pytest.mark.parametrize("word", ["Mật", "D"])
def test_anything_but_a_letter_is_refused_on_the_reversal_slip(word: str) -> None:
    with pytest.raises(DeskError) as refusal:
        layout_of("reversal_slip", 1, {**KT1_REVERSAL, "letter": word})

    assert (refusal.value.code, refusal.value.field) == ("paper.letter_only", "letter")


def test_a_reversal_says_what_goes_back_by_kind_and_why_nothing_does() -> None:
    def amounts(page: Page) -> list[str]:
        return [text.text for text in page.texts() if text.field.endswith("_amount")]

    back, nothing = layout_of("reversal_slip", 1, REVERSAL), layout_of("reversal_slip", 1, KT1_REVERSAL)

    assert amounts(back) == ["52.500 đ", "100.000 đ", "11.000 đ", "163.500 đ"]
    assert amounts(nothing) == ["0 đ"]
    assert "Không thu tiền mặt nên không hoàn tiền" in said(nothing)
    assert said(back).count("(ký, ghi rõ họ tên)") == 2


@settings(max_examples=80)
@given(
    field=st.sampled_from(
        ["from_name", "to_name", "to_address", "from_commune", "route", "customer_name", "reason"]
    ),
    text=st.one_of(
        st.text(max_size=320), st.text(alphabet="aăâđêôơưẪỘỬ NGUYỄN\u0301\u0323", max_size=320), st.just("😀")
    ),
)
@example(field="reason", text="Văn phòng " * 30)
def test_whatever_is_typed_either_fits_or_is_refused_by_name(field: str, text: str) -> None:
    for name, values in (("dossier_label", SEND_LABEL), ("reversal_slip", REVERSAL)):
        if field not in values:
            continue
        page, refusal = _laid_out(name, {**values, field: text})
        if page is not None:
            check_decodes(page, rasterise(page, 203))
        else:
            siblings = {field, "from_name", "from_commune"} if field.startswith("from_") else {field}
            assert refusal in {(code, sibling) for code in _REFUSALS for sibling in siblings}
