"""What holds for every paper of custody: it fits, says what it was given on each page, proves its event, and names nobody it must not."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from types import MappingProxyType

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.printing.decode_back import check_decodes
from kt1desk.printing.layout import Page
from kt1desk.printing.pdf import pages_pdf
from kt1desk.printing.raster import rasterise
from kt1desk.printing.templates import TEMPLATES, check_fit, document_of
from kt1desk.printing.templates.bag_tag import BagTagValues
from kt1desk.printing.templates.base import TRIAL_TEXT, grouped_hash, grouped_number
from kt1desk.printing.templates.custody_certificate import CustodyCertificateValues, StationTexts
from kt1desk.printing.templates.handover_slip import HandoverSlipValues, ThingTexts
from kt1desk.printing.templates.incident_record import IncidentRecordValues
from kt1desk.printing.templates.manifest import ItemTexts, ManifestValues, ReceptacleTexts
from kt1desk.printing.templates.round_list import RoundItemTexts, RoundListValues
from kt1desk.printing.templates.statement import RowTexts, StatementValues
from tests.printing.custody_samples import CUSTODY, EVENT, SECRET_PARTY
from tests.printing.samples import said

_SHORT = [name for name in CUSTODY if "of" not in name.split() and "long" not in name.split()]
_A4 = [name for name in CUSTODY if "bag tag" not in name]
_PROVED = [name for name in CUSTODY if name != "blank register"]
_HIDDEN_WORDS = ("tuyệt mật", "tối mật", "mật", "trích yếu", "nội dung", "người gửi", "nơi gửi")
_VALUES = (
    BagTagValues,
    CustodyCertificateValues,
    HandoverSlipValues,
    IncidentRecordValues,
    ManifestValues,
    RoundListValues,
    StatementValues,
)
_ROWS = (ItemTexts, ReceptacleTexts, RoundItemTexts, RowTexts, StationTexts, ThingTexts)
_NOTHING: Mapping[str, str] = MappingProxyType({})
_NOT_SHOWN_AS_THEY_ARE = ("code", "trial", "share", "sheets", "receptacle", "title")


def _pages(document: str, changes: Mapping[str, str] = _NOTHING, copy: int = 1) -> tuple[Page, ...]:
    name, values = CUSTODY[document]
    return document_of(name, 1, {**values, **changes}, copy).pages


def _dpi(page: Page) -> int:
    return 300 if page.width_mm > 150 else 203


@pytest.mark.parametrize("document", CUSTODY)
def test_every_page_is_read_back_as_it_goes_to_its_printer(document: str) -> None:
    for page in _pages(document):
        check_decodes(page, rasterise(page, _dpi(page)))


@pytest.mark.parametrize("document", _SHORT)
def test_poppler_reads_every_word_and_every_font_is_embedded(document: str, tmp_path: Path) -> None:
    pages = _pages(document)
    path = tmp_path / "paper.pdf"

    path.write_bytes(pages_pdf(pages, 600))
    read = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True, text=True).stdout
    fonts = subprocess.run(["pdffonts", path], capture_output=True, check=True, text=True).stdout.splitlines()

    words = [word for page in pages for text in said(page) for word in text.split()]
    assert sorted(read.split()) == sorted(words)
    assert {tuple(line.split()[-5:-2]) for line in fonts[2:]} == {("yes", "yes", "yes")}


@pytest.mark.parametrize("document", CUSTODY)
def test_every_value_stands_on_the_paper(document: str) -> None:
    _, values = CUSTODY[document]

    text = " ".join(line for page in _pages(document) for line in said(page))

    assert [
        key
        for key, value in values.items()
        if value not in text
        and grouped_number(value) not in text
        and grouped_hash(value) not in text
        and key.rsplit("_", 1)[-1] not in _NOT_SHOWN_AS_THEY_ARE
        and key not in _NOT_SHOWN_AS_THEY_ARE
    ] == []


@pytest.mark.parametrize("document", CUSTODY)
def test_values_survive_json_and_give_the_same_pages(document: str) -> None:
    name, values = CUSTODY[document]

    stored = json.loads(json.dumps(values))

    assert document_of(name, 1, stored) == document_of(name, 1, values)


@pytest.mark.parametrize("document", [name for name in _PROVED if name in _A4])
def test_reference_and_hash_of_the_event_stand_on_every_page_with_its_number_of_all(document: str) -> None:
    pages = _pages(document)

    for at, page in enumerate(pages, start=1):
        texts = said(page)
        assert EVENT["event_ref"] in texts
        assert grouped_hash(EVENT["event_hash"]) in texts
        assert f"Trang {at}/{len(pages)}" in texts


@pytest.mark.parametrize("document", CUSTODY)
def test_a_reprint_says_so_with_its_time_on_every_page(document: str) -> None:
    original = _pages(document)
    again = _pages(document, {"reprinted_at": "14:50 22/11/2026"}, 3)

    assert not any("IN LẠI" in text for page in original for text in said(page))
    assert all("IN LẠI 2 14:50 22/11/2026" in said(page) for page in again)


@pytest.mark.parametrize("document", CUSTODY)
def test_a_paper_of_the_training_device_says_so_on_every_page(document: str) -> None:
    assert all(TRIAL_TEXT in said(page) for page in _pages(document, {"trial": "1"}))
    assert not any(TRIAL_TEXT in said(page) for page in _pages(document, {"trial": ""}))


@pytest.mark.parametrize("document", CUSTODY)
def test_a_paper_is_checked_before_the_commit_with_the_widest_event_and_as_a_reprint(document: str) -> None:
    name, values = CUSTODY[document]
    known = {key: text for key, text in values.items() if key not in {"event_ref", "event_hash", "code"}}

    check_fit(name, 1, {key: text for key, text in known.items() if not key.startswith("part_")})

    widest = {**TEMPLATES[name, 1].widest, **known}
    said_widest = [text for page in document_of(name, 1, widest).pages for text in said(page)]
    assert ("65535.kt1.65535.4294967295" in said_widest) == (document in _PROVED)


@pytest.mark.parametrize("document", CUSTODY)
def test_no_word_behind_a_letter_and_no_sender_stands_on_any_paper(document: str) -> None:
    text = " ".join(line for page in _pages(document) for line in said(page))

    assert [word for word in _HIDDEN_WORDS if word in text.lower().replace("bí mật", "")] == []


@pytest.mark.parametrize("document", [name for name in CUSTODY if name != "round list"])
def test_the_party_of_an_item_with_a_letter_is_on_no_paper_but_the_postmans(document: str) -> None:
    text = " ".join(line for page in _pages(document) for line in said(page))

    assert SECRET_PARTY not in text


@pytest.mark.parametrize("kind", [*_VALUES, *_ROWS])
def test_no_paper_has_a_place_for_a_subject_a_content_or_a_sender(kind: type) -> None:
    names = [field.name for field in fields(kind)]

    assert [name for name in names if any(w in name for w in ("subject", "content", "note", "sender"))] == []


@pytest.mark.parametrize(
    ("document", "key"),
    [
        ("manifest", "item_2_letter"),
        ("round list", "item_2_letter"),
        ("incident", "letter"),
        ("certificate", "letter"),
        ("statement", "row_2_letter"),
        ("handover", "thing_2_letter"),
    ],
)
@pytest.mark.parametrize("word", ["Mật", "D", "a"])
def test_anything_but_a_letter_is_refused_where_the_letter_stands(document: str, key: str, word: str) -> None:
    with pytest.raises(DeskError) as refusal:
        _pages(document, {key: word})

    assert (refusal.value.code, refusal.value.field) == ("paper.letter_only", key)


@pytest.mark.parametrize(
    ("document", "key"),
    [
        ("manifest", "item_1_receiver"),
        ("manifest", "destination"),
        ("bag tag", "destination"),
        ("round list", "item_1_receiver"),
        ("incident", "reason_1_text"),
        ("certificate", "station_4_giver"),
        ("statement", "agency_name"),
        ("handover", "giver_name"),
        ("blank register", "column_3_name"),
    ],
)
def test_a_text_too_long_for_its_place_is_refused_by_name_and_never_cut(document: str, key: str) -> None:
    name, values = CUSTODY[document]

    with pytest.raises(DeskError) as refusal:
        check_fit(name, 1, {**values, key: "Văn phòng Ủy ban nhân dân " * 20})

    assert refusal.value.code == "paper.text_does_not_fit"
    assert refusal.value.field == key


@pytest.mark.parametrize(("document", "key"), [("manifest", "dispach"), ("manifest", "item_99_number")])
def test_a_misspelt_value_and_a_row_after_a_gap_are_refused(document: str, key: str) -> None:
    with pytest.raises(DeskError) as refusal:
        _pages(document, {key: "x"})

    assert (refusal.value.code, refusal.value.field) == ("paper.value_unknown", key)
