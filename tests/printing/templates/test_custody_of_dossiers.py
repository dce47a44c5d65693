"""The papers of custody that serve both services, as they are of dossiers: no letter, no class, no escort, and no applicant on the way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.kt1 import Urgency
from kt1desk.domain.service import Service
from kt1desk.printing.decode_back import check_decodes
from kt1desk.printing.layout import Page
from kt1desk.printing.raster import rasterise
from kt1desk.printing.templates import check_fit, document_of
from kt1desk.printing.templates.base import grouped_hash, grouped_number
from kt1desk.printing.templates.manifest import CLOSED, CLOSED_COVERS
from kt1desk.services.bag_tag_paper import bag_tag_values
from kt1desk.services.manifest_paper import manifest_values
from tests.printing.case_samples import APPLICANT, LONG_NAME
from tests.printing.custody_samples import CUSTODY
from tests.printing.dossier_custody_samples import CUSTODY_OF_DOSSIERS, dossier_manifest, dossier_tag
from tests.printing.samples import said

_ONLY_OF_KT1 = ("Chữ", "Chữ ngoài bì", "Độ khẩn", "Người áp tải", "Số bưu gửi", "Số hiệu bưu gửi", "KT1")


def _pages(document: str, **changes: str) -> tuple[Page, ...]:
    name, values = CUSTODY_OF_DOSSIERS[document]
    return document_of(name, 1, {**values, **changes}).pages


def _lines(document: str) -> list[str]:
    return [line for page in _pages(document) for line in said(page)]


@pytest.mark.parametrize("document", CUSTODY_OF_DOSSIERS)
def test_nothing_that_only_kt1_has_stands_on_a_paper_of_dossiers(document: str) -> None:
    lines = _lines(document)

    assert [line for line in lines if line in _ONLY_OF_KT1] == []
    assert [line for line in lines if "KT1" in line or "bưu gửi" in line.lower()] == []


@pytest.mark.parametrize("document", CUSTODY_OF_DOSSIERS)
def test_a_paper_says_that_it_is_of_dossiers(document: str) -> None:
    assert any("TTHC" in line for line in _lines(document))


@pytest.mark.parametrize("document", CUSTODY_OF_DOSSIERS)
def test_every_page_is_read_back_and_fits_with_the_widest_event(document: str) -> None:
    name, values = CUSTODY_OF_DOSSIERS[document]

    check_fit(name, 1, {key: text for key, text in values.items() if not key.startswith("event_")})

    for page in _pages(document)[:3]:
        check_decodes(page, rasterise(page, 203 if page.width_mm < 150 else 300))


@pytest.mark.parametrize("document", CUSTODY_OF_DOSSIERS)
def test_every_value_stands_on_the_paper(document: str) -> None:
    _, values = CUSTODY_OF_DOSSIERS[document]
    text = " ".join(_lines(document))

    hidden = ("service", "trial", "title", "code", "receptacle")
    assert [
        key
        for key, value in values.items()
        if key.rsplit("_", 1)[-1] not in hidden
        and not any(way in text for way in (value, grouped_number(value), grouped_hash(value)))
    ] == []


@pytest.mark.parametrize(
    "document", ["dossier manifest", "dossier manifest of 120", "dossier tag", "dossier handover"]
)
def test_no_applicant_stands_on_a_paper_of_the_way(document: str) -> None:
    _, values = CUSTODY_OF_DOSSIERS[document]

    text = " ".join(_lines(document))

    assert APPLICANT not in text
    assert APPLICANT not in "".join(values.values())


def test_the_manifest_of_dossiers_has_number_way_and_weight_of_each_and_no_more() -> None:
    values = manifest_values(dossier_manifest(6))

    keys = {key.split("_", 2)[2] for key in values if key.startswith("item_") and key != "item_count"}

    assert keys == {"receptacle", "number", "way", "weight"}
    assert {"vehicle", "escort_name"}.isdisjoint(values)
    assert manifest_values(replace(dossier_manifest(6), service=Service.KT1))["vehicle"]


@pytest.mark.parametrize(
    ("document", "key"),
    [
        ("dossier manifest", "item_2_letter"),
        ("dossier manifest", "item_2_urgency"),
        ("dossier manifest", "item_2_receiver"),
        ("dossier manifest", "escort_name"),
        ("dossier manifest", "vehicle"),
        ("dossier round", "item_1_letter"),
        ("dossier round", "item_1_named_person"),
        ("dossier handover", "thing_1_letter"),
        ("dossier incident", "letter"),
        ("dossier tag", "urgency"),
    ],
)
def test_what_only_kt1_has_is_refused_on_a_paper_of_dossiers(document: str, key: str) -> None:
    with pytest.raises(DeskError) as refusal:
        _pages(document, **{key: "A"})

    assert (refusal.value.code, refusal.value.field) == ("paper.value_unknown", key)


@pytest.mark.parametrize("document", CUSTODY_OF_DOSSIERS)
def test_a_service_that_nobody_knows_is_refused(document: str) -> None:
    with pytest.raises(DeskError) as refusal:
        _pages(document, service="parcel")

    assert (refusal.value.code, refusal.value.field) == ("paper.value_unknown", "service")


@pytest.mark.parametrize("document", CUSTODY)
def test_papers_of_kt1_say_nothing_of_a_service_and_keep_their_words(document: str) -> None:
    _, values = CUSTODY[document]

    assert "service" not in values


def test_a_bag_that_is_passed_on_closed_says_covers_and_not_items() -> None:
    paper = dossier_manifest(6)
    closed = replace(paper.receptacles[0], items=())

    values = manifest_values(replace(paper, receptacles=(closed, paper.receptacles[1])))
    lines = [line for page in document_of("manifest", 1, values).pages for line in said(page)]

    assert CLOSED_COVERS in lines
    assert CLOSED not in lines


def test_the_tag_of_a_bag_of_dossiers_has_its_mark_in_large_letters_and_no_class() -> None:
    values = bag_tag_values(dossier_tag())

    (mark,) = [text for text in _pages("dossier tag")[0].texts() if text.field == "service"]

    assert mark.fitted().lines == ("TTHC",)
    assert mark.fitted().pt > 24
    assert "urgency" not in values
    with pytest.raises(DeskError):
        document_of("bag_tag", 1, bag_tag_values(replace(dossier_tag(), urgency=Urgency.EXPRESS)))


@pytest.mark.parametrize("key", ["item_1_receiver", "item_1_address"])
def test_the_postmans_list_holds_a_name_of_120_letters_and_an_address(key: str) -> None:
    name, values = CUSTODY_OF_DOSSIERS["dossier round"]

    check_fit(name, 1, {**values, key: LONG_NAME})

    assert any(
        LONG_NAME in line for page in _pages("dossier round", **{key: LONG_NAME}) for line in said(page)
    )
