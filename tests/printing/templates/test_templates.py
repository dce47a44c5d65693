"""Every document of the desk: fits, says what it was given, and nothing else."""

from __future__ import annotations

import json
from dataclasses import fields

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kt1desk.domain.errors import DeskError
from kt1desk.printing.decode_back import check_decodes
from kt1desk.printing.layout import Page
from kt1desk.printing.raster import rasterise
from kt1desk.printing.templates import (
    TEMPLATES,
    KT1LabelValues,
    KT1ReceiptValues,
    check_fit,
    layout_of,
)
from kt1desk.printing.templates.base import grouped_hash, grouped_number
from tests.printing.samples import DOCUMENTS, FULL_RECEIPT, LABEL, RECEIPT, said

_NAMES = st.one_of(
    st.text(max_size=320),
    st.text(alphabet="aăâđêôơưẪỘỬ NGUYỄN\u0301\u0323", max_size=320),
    st.sampled_from(["A" * 300, "Ủy ban " * 43, "😀", "\x00", "a\u0303", "\u202etrái", "\ud83d"]),
)
_HIDDEN_WORDS = ("tuyệt mật", "tối mật", "mật", "tuyet mat", "trích yếu", "nội dung")


_REFUSALS = ("paper.text_does_not_fit", "paper.character_not_printable")


def _laid_out(name: str, values: dict[str, str]) -> tuple[Page | None, tuple[str, str]]:
    try:
        return layout_of(name, 1, values), ("", "")
    except DeskError as error:
        return None, (error.code, error.field)


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_document_is_laid_out_and_its_codes_read_back_at_both_resolutions(document: str, dpi: int) -> None:
    name, values = DOCUMENTS[document]

    page = layout_of(name, 1, values)

    check_decodes(page, rasterise(page, dpi))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_value_stands_on_the_paper(document: str) -> None:
    name, values = DOCUMENTS[document]
    numbers = {"number", "item", "item_2"}
    shown_otherwise = {"trial", "sample_tariff", "event_hash", "route_detail", "direction", *numbers}

    text = " ".join(said(layout_of(name, 1, values)))

    assert [key for key, value in values.items() if value not in text and key not in shown_otherwise] == []
    assert [key for key in numbers if grouped_number(values.get(key, "")) not in text] == []
    if "event_hash" in values:
        assert grouped_hash(values["event_hash"]) in text


@pytest.mark.parametrize("document", DOCUMENTS)
def test_values_survive_json_and_give_the_same_dots(document: str) -> None:
    name, values = DOCUMENTS[document]

    stored = json.loads(json.dumps(values))

    assert rasterise(layout_of(name, 1, stored), 203) == rasterise(layout_of(name, 1, values), 203)


@pytest.mark.parametrize("letter", ["A", "B", "C"])
@pytest.mark.parametrize(("name", "values"), [("kt1_label", LABEL), ("kt1_receipt", RECEIPT)])
def test_of_the_secrecy_only_the_letter_is_printed(name: str, values: dict[str, str], letter: str) -> None:
    page = layout_of(name, 1, {**values, "letter": letter})

    texts = said(page)

    assert letter in texts
    assert [word for word in _HIDDEN_WORDS if word in " ".join(texts).lower()] == []


@pytest.mark.parametrize("name", ["kt1_label", "kt1_receipt"])
@pytest.mark.parametrize("word", ["Tuyệt mật", "Mật", "D", "a"])
def test_anything_but_a_letter_is_refused_where_the_letter_stands(name: str, word: str) -> None:
    values = LABEL if name == "kt1_label" else RECEIPT

    with pytest.raises(DeskError) as refusal:
        layout_of(name, 1, {**values, "letter": word})

    assert (refusal.value.code, refusal.value.field) == ("paper.letter_only", "letter")


@pytest.mark.parametrize("kind", [KT1LabelValues, KT1ReceiptValues])
def test_no_document_has_a_place_for_a_subject_or_content(
    kind: type[KT1LabelValues | KT1ReceiptValues],
) -> None:
    names = {field.name for field in fields(kind)}

    assert {name for name in names if any(word in name for word in ("subject", "content", "note"))} == set()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_trial_mode_says_so_and_a_real_desk_does_not(document: str) -> None:
    name, values = DOCUMENTS[document]
    mark = "DÙNG THỬ – KHÔNG CÓ GIÁ TRỊ"

    texts = said(layout_of(name, 1, values))

    assert (mark in texts) == (values.get("trial") == "1")


def test_sample_prices_say_so_on_the_receipt() -> None:
    sample = said(layout_of("kt1_receipt", 1, RECEIPT))
    confirmed = said(layout_of("kt1_receipt", 1, {**RECEIPT, "sample_tariff": ""}))

    assert "Bảng giá mẫu – chưa xác nhận" in sample
    assert "Bảng giá mẫu – chưa xác nhận" not in confirmed


def test_an_item_without_a_price_yet_is_receipted_without_figures() -> None:
    without = {
        key: value
        for key, value in RECEIPT.items()
        if not key.startswith(("price_", "vat_", "net_", "total_"))
    }

    texts = said(layout_of("kt1_receipt", 1, {**without, "total_amount": "Chưa có giá"}))

    assert "Chưa có giá" in texts
    assert [text for text in texts if text.endswith(" đ")] == []


@pytest.mark.parametrize(("name", "values"), [("kt1_label", LABEL), ("kt1_receipt", FULL_RECEIPT)])
def test_a_reprint_is_marked_with_its_number_and_time(name: str, values: dict[str, str]) -> None:
    again = {**values, "reprinted_at": "14:50 22/11/2026"}

    original, third = layout_of(name, 1, values, 1), layout_of(name, 1, again, 3)

    assert "IN LẠI 2 14:50 22/11/2026" in said(third)
    assert not any(text.startswith("IN LẠI") for text in said(original))


@pytest.mark.parametrize(("name", "values"), [("kt1_label", LABEL), ("kt1_receipt", FULL_RECEIPT)])
def test_a_fit_is_checked_before_the_commit_with_the_widest_reference_and_for_every_reprint(
    name: str, values: dict[str, str]
) -> None:
    uncommitted = {key: text for key, text in values.items() if key not in {"event_ref", "event_hash"}}

    check_fit(name, 1, uncommitted)
    widest = {**uncommitted, **TEMPLATES[name, 1].widest, "reprinted_at": "00:00 00/00/0000"}

    assert len(list(layout_of(name, 1, widest, 99).symbols())) == 2


def test_an_address_of_three_hundred_characters_is_refused_before_the_commit() -> None:
    with pytest.raises(DeskError) as refusal:
        check_fit("kt1_label", 1, {**LABEL, "receiver_address": "đường Hoàng Văn Thụ " * 15})

    assert (refusal.value.code, refusal.value.field) == ("paper.text_does_not_fit", "receiver_address")


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"reciever_name": "x"}, "paper.value_unknown", "reciever_name"),
        ({"number": ""}, "paper.barcode_value", "barcode"),
    ],
)
def test_a_misspelt_or_empty_value_is_refused(change: dict[str, str], code: str, field: str) -> None:
    with pytest.raises(DeskError) as refusal:
        layout_of("kt1_label", 1, {**LABEL, **change})

    assert (refusal.value.code, refusal.value.field) == (code, field)


def test_a_missing_value_and_an_unknown_template_are_refused_by_name() -> None:
    with pytest.raises(DeskError) as missing:
        layout_of("kt1_label", 1, {key: text for key, text in LABEL.items() if key != "route"})
    with pytest.raises(DeskError) as unknown:
        layout_of("kt1_label", 2, LABEL)

    assert (missing.value.code, missing.value.field) == ("paper.value_missing", "route")
    assert unknown.value.code == "paper.template_unknown"


@settings(max_examples=120)
@given(
    field=st.sampled_from(["sender_name", "sender_address", "receiver_name", "receiver_address", "point"]),
    text=_NAMES,
)
@example(field="receiver_name", text="Văn phòng " * 30)
def test_whatever_is_typed_either_fits_or_is_refused_by_name(field: str, text: str) -> None:
    siblings = {field, field.replace("_name", "_address"), field.replace("_address", "_name")}
    for name, values in (("kt1_label", LABEL), ("kt1_receipt", RECEIPT)):
        page, refusal = _laid_out(name, {**values, field: text})
        if page is not None:
            check_decodes(page, rasterise(page, 203))
        else:
            assert refusal in {(code, sibling) for code in _REFUSALS for sibling in siblings}
