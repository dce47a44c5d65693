"""What holds for every paper of a case: it fits, says what its record says on each liên, and scanners read from it what it is found by."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest
import zxingcpp

from kt1desk.domain.errors import DeskError
from kt1desk.printing.decode_back import check_decodes
from kt1desk.printing.layout import QR, Code128, Page
from kt1desk.printing.pdf import pages_pdf
from kt1desk.printing.raster import rasterise
from kt1desk.printing.templates import TEMPLATES, check_fit, document_of
from kt1desk.printing.templates.applicant_notice import ISSUED_BY
from kt1desk.printing.templates.base import TRIAL_TEXT, grouped_hash, grouped_number
from tests.printing.case_samples import CASES, WHOLE_IDENTITY
from tests.printing.custody_samples import EVENT
from tests.printing.samples import said

_QR_ALONE = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
_NOTHING: Mapping[str, str] = MappingProxyType({})
_SHORT = [name for name in CASES if "of 300" not in name and "of 40" not in name and "of 90" not in name]
_TWO_LIENS = [name for name in CASES if "notice" not in name and "visit" not in name]
_A5 = {"applicant_notice", "result_receipt", "complaint_answer"}
_ACROSS = {"handover_record", "visit_list"}
_SIZES = {"upright": "595.276 x 841.89", "across": "841.89 x 595.276", "a5": "419.528 x 595.276"}
_NUMBERED = [name for name, (template, _) in CASES.items() if template != "visit_list"]
_CUSTOMARY = ("Thông báo dừng giải quyết", "Phiếu yêu cầu bổ sung", "Phiếu từ chối", "Giấy tiếp nhận")
"""Titles of the authority's own forms (TT 03/2025/TT-VPCP)."""


def _parts(
    document: str, changes: Mapping[str, str] = _NOTHING, copy: int = 1
) -> tuple[tuple[Page, ...], ...]:
    name, values = CASES[document]
    return document_of(name, 1, {**values, **changes}, copy).parts


def _pages(document: str, changes: Mapping[str, str] = _NOTHING, copy: int = 1) -> tuple[Page, ...]:
    return tuple(page for part in _parts(document, changes, copy) for page in part)


def _text(pages: tuple[Page, ...]) -> str:
    return " ".join(line for page in pages for line in said(page))


@pytest.mark.parametrize("document", [name for name in CASES if name in _SHORT or "notice" not in name])
@pytest.mark.parametrize("dpi", [203, 300])
def test_every_page_of_a_lien_is_read_back_as_it_goes_to_its_printer(document: str, dpi: int) -> None:
    first, *_ = _parts(document)

    for page in first[:3]:
        check_decodes(page, rasterise(page, dpi))


@pytest.mark.parametrize("document", _NUMBERED)
def test_the_number_of_the_paper_is_a_qr_at_the_top_left_of_each_lien(document: str) -> None:
    number = CASES[document][1]["number"]

    for first, *_ in _parts(document):
        raster = rasterise(first, 203)
        (found,) = zxingcpp.read_barcodes(raster.image().convert("L"), formats=_QR_ALONE, try_rotate=False)
        corner = found.position.bottom_right
        (drawn,) = [symbol for symbol in first.symbols() if isinstance(symbol, QR)]

        assert found.text == number
        assert corner.x / raster.width_dots < 0.25
        assert corner.y < raster.width_dots * 30 / first.width_mm
        assert drawn.box.y < 10


@pytest.mark.parametrize("document", [name for name, (template, _) in CASES.items() if template in _A5])
def test_the_bars_of_a_paper_of_one_case_are_the_number_of_its_cover(document: str) -> None:
    _, values = CASES[document]

    bars = [symbol.value for symbol in _parts(document)[0][0].symbols() if isinstance(symbol, Code128)]

    assert bars == ([values["item"]] if "item" in values else [])


@pytest.mark.parametrize("document", _SHORT)
def test_poppler_reads_every_word_at_the_size_of_the_sheet_in_embedded_fonts(
    document: str, tmp_path: Path
) -> None:
    pages = _pages(document)
    path = tmp_path / "paper.pdf"
    template = CASES[document][0]
    size = "a5" if template in _A5 else "across" if template in _ACROSS else "upright"

    path.write_bytes(pages_pdf(pages, 600))
    read = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True, text=True).stdout
    info = subprocess.run(["pdfinfo", path], capture_output=True, check=True, text=True).stdout
    fonts = subprocess.run(["pdffonts", path], capture_output=True, check=True, text=True).stdout.splitlines()

    words = [word for page in pages for text in said(page) for word in text.split()]
    assert sorted(read.split()) == sorted(words)
    assert _SIZES[size] in info
    assert f"Pages:           {len(pages)}" in info
    assert {tuple(line.split()[-5:-2]) for line in fonts[2:]} == {("yes", "yes", "yes")}


@pytest.mark.parametrize("document", CASES)
def test_every_value_stands_on_each_lien(document: str) -> None:
    _, values = CASES[document]

    for part in _parts(document):
        text = _text(part)

        missing = [key for key, value in values.items() if not _shown(value, text)]
        assert [key for key in missing if key not in {"trial", "title"} and not key.endswith("_intact")] == []
        assert values["title"].upper() in text


def _shown(value: str, text: str) -> bool:
    return value in text or grouped_number(value) in text or grouped_hash(value) in text


@pytest.mark.parametrize("document", CASES)
def test_values_survive_json_and_give_the_same_pages(document: str) -> None:
    name, values = CASES[document]

    stored = json.loads(json.dumps(values))

    assert document_of(name, 1, stored) == document_of(name, 1, values)


@pytest.mark.parametrize("document", CASES)
def test_both_sides_get_the_same_paper_and_only_the_mark_tells_whose_it_is(document: str) -> None:
    parts = _parts(document)

    told = [[line for page in part for line in said(page) if not line.startswith("Liên ")] for part in parts]
    marks = [{line for page in part for line in said(page) if line.startswith("Liên ")} for part in parts]

    assert len(parts) == (2 if document in _TWO_LIENS else 1)
    assert all(lines == told[0] for lines in told)
    if document in _TWO_LIENS:
        assert [mark.pop()[:7] for mark in marks] == ["Liên 1:", "Liên 2:"]


@pytest.mark.parametrize("document", CASES)
def test_event_number_of_page_and_a_head_stand_on_every_page(document: str) -> None:
    _, values = CASES[document]

    for part in _parts(document):
        for at, page in enumerate(part, start=1):
            texts = said(page)
            assert EVENT["event_ref"] in texts
            assert grouped_hash(EVENT["event_hash"]) in texts
            assert f"Trang {at}/{len(part)}" in texts
            assert values["title"].upper() + (" (tiếp theo)" if at > 1 else "") in texts


@pytest.mark.parametrize("document", CASES)
def test_signatures_are_never_alone_on_their_page_and_no_head_is_without_a_row(document: str) -> None:
    for page in _parts(document)[0][1:]:
        fields = {text.field for text in page.texts()}

        assert any(field.split("_")[1:2] and field.split("_")[1].isdigit() for field in fields)


@pytest.mark.parametrize("document", CASES)
def test_a_reprint_says_so_with_its_time_on_every_page(document: str) -> None:
    original = _pages(document)
    again = _pages(document, {"reprinted_at": "14:50 22/11/2026"}, 3)

    assert not any("IN LẠI" in text for page in original for text in said(page))
    assert all("IN LẠI 2 14:50 22/11/2026" in said(page) for page in again)


@pytest.mark.parametrize("document", CASES)
def test_a_paper_of_the_training_device_says_so_on_every_page(document: str) -> None:
    assert all(TRIAL_TEXT in said(page) for page in _pages(document, {"trial": "1"}))
    assert not any(TRIAL_TEXT in said(page) for page in _pages(document))


@pytest.mark.parametrize("document", CASES)
def test_a_paper_is_checked_before_the_commit_with_the_widest_event_and_as_a_reprint(document: str) -> None:
    name, values = CASES[document]
    known = {key: text for key, text in values.items() if key not in {"event_ref", "event_hash"}}

    check_fit(name, 1, known)

    widest = document_of(name, 1, {**known, **TEMPLATES[name, 1].widest}).pages
    assert all("65535.kt1.65535.4294967295" in said(page) for page in widest)


@pytest.mark.parametrize("document", CASES)
def test_no_paper_has_a_whole_number_of_identity(document: str) -> None:
    _, values = CASES[document]

    assert WHOLE_IDENTITY not in "".join(values.values())
    assert WHOLE_IDENTITY not in _text(_pages(document))


def test_a_receipt_refuses_more_of_a_number_of_identity_than_its_end() -> None:
    with pytest.raises(DeskError) as refusal:
        _pages("receipt", {"identity_end": WHOLE_IDENTITY})

    assert (refusal.value.code, refusal.value.field) == ("paper.value_unknown", "identity_end")


@pytest.mark.parametrize("document", [name for name in CASES if name.startswith("notice")])
def test_a_notice_says_who_issues_it_and_has_no_title_of_the_authoritys_forms(document: str) -> None:
    _, values = CASES[document]
    text = _text(_pages(document))

    assert ISSUED_BY in text
    assert values["provider"] in text
    assert [title for title in _CUSTOMARY if title.upper() in text] == []


def test_forty_covers_stand_each_once_and_in_their_order_under_a_head_on_every_page() -> None:
    _, values = CASES["handover record of 40"]
    numbers = [grouped_number(values[f"cover_{at}_item"]) for at in range(1, 41)]

    for part in _parts("handover record of 40"):
        shown = [
            " ".join(text.fitted().lines) for page in part for text in page.texts() if _is_cover(text.field)
        ]
        heads = [page for page in part if any(_is_cover(text.field) for text in page.texts())]

        assert shown == numbers
        assert all("Số hiệu bì hồ sơ" in said(page) for page in heads)


def _is_cover(field: str) -> bool:
    return field.startswith("cover_") and field.endswith("_item")


def test_three_hundred_results_stand_each_once_and_in_their_order() -> None:
    _, values = CASES["result book of 300"]

    shown = [
        " ".join(text.fitted().lines)
        for page in _parts("result book of 300")[1]
        for text in page.texts()
        if text.field.startswith("result_") and text.field.endswith("_item")
    ]

    assert shown == [grouped_number(values[f"result_{at}_item"]) for at in range(1, 301)]


@pytest.mark.parametrize(("document", "key"), [("receipt", "takker"), ("result book", "result_99_item")])
def test_a_misspelt_value_and_a_row_after_a_gap_are_refused(document: str, key: str) -> None:
    with pytest.raises(DeskError) as refusal:
        _pages(document, {key: "x"})

    assert (refusal.value.code, refusal.value.field) == ("paper.value_unknown", key)
