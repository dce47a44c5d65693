"""The manifest of a dispatch: every item once, signatures where the list ends, and the dispatch itself as codes scanned from the paper."""

from __future__ import annotations

import subprocess
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from kt1desk.domain.errors import DeskError
from kt1desk.printing.layout import QR, Page
from kt1desk.printing.pdf import pages_pdf
from kt1desk.printing.templates import TEMPLATES, check_fit, document_of
from kt1desk.printing.templates.manifest import CLOSED, HOW_TO_SCAN
from kt1desk.services.manifest_paper import manifest_values
from tests.printing.custody_samples import manifest
from tests.printing.samples import said

_SIGNED = "Bên nhận vận chuyển"


def _pages(values: Mapping[str, str]) -> tuple[Page, ...]:
    return document_of("manifest", 1, values).pages


def _numbers(pages: tuple[Page, ...], end: str) -> list[str]:
    return [
        text.text
        for page in pages
        for text in page.texts()
        if text.field.startswith("item_") and text.field.endswith(end)
    ]


def _refused(values: Mapping[str, str]) -> tuple[str, str]:
    with pytest.raises(DeskError) as refusal:
        _pages(values)
    return refusal.value.code, refusal.value.field


def _with_part(code: str) -> dict[str, str]:
    return {**manifest_values(manifest(2)), "part_1_code": code}


def test_two_hundred_items_stand_there_once_each_under_their_receptacle_on_every_page() -> None:
    paper = manifest(200)
    pages = _pages(manifest_values(paper))

    bands = {
        at: f"Túi {at}: {each.number} · niêm phong {each.seal} · {each.item_count} bưu gửi"
        for at, each in enumerate(paper.receptacles, start=1)
    }
    wanted = {item.number: at for at, each in enumerate(paper.receptacles, 1) for item in each.items}
    assert _numbers(pages, "_at") == [str(number) for number in range(1, 201)]
    assert [text.replace(" ", "") for text in _numbers(pages, "_number")] == list(wanted)
    for page in pages:
        told = said(page)
        here = {wanted[text.replace(" ", "")] for text in told if text.replace(" ", "") in wanted}
        assert {at for at, band in bands.items() if band in told} == here
        assert ("Số hiệu bưu gửi" in told) == bool(here)
    assert len(pages) < 8


@pytest.mark.parametrize("bags", [1, 3])
def test_signatures_stand_once_at_the_end_of_the_list_and_never_without_a_row(bags: int) -> None:
    for items in (*range(bags, 70, 3), 71, 72, 73):
        pages = _pages(manifest_values(manifest(items, 1, bags)))

        signed = [at for at, page in enumerate(pages) if _SIGNED in said(page)]
        assert signed == [len(pages) - 2]
        last = pages[signed[0]]
        assert _numbers((last,), "_at")
        assert any(text.startswith(f"Cộng: {bags} túi, {items} bưu gửi") for text in said(last))


def test_the_dispatch_is_read_part_by_part_from_the_pages_that_poppler_draws(tmp_path: Path) -> None:
    paper = manifest(40, 8)
    pages = _pages(manifest_values(paper))
    (tmp_path / "paper.pdf").write_bytes(pages_pdf(pages, 600))

    subprocess.run(["pdftoppm", "-r", "300", "-gray", tmp_path / "paper.pdf", tmp_path / "page"], check=True)

    read = [
        [code.bytes for code in zxingcpp.read_barcodes(Image.open(path)) if "QR" in str(code.format)]
        for path in sorted(tmp_path.glob("page*.pgm"))
    ]
    assert sorted(part for page in read for part in page) == sorted(paper.parts)
    assert [len(page) for page in read[-2:]] == [6, 2]


def test_each_part_says_which_of_how_many_it_is_and_how_to_scan_it() -> None:
    paper = manifest(10, 16)
    pages = [page for page in _pages(manifest_values(paper)) if any(isinstance(e, QR) for e in page.elements)]

    told = [text for page in pages for text in said(page) if text.startswith("Phần ")]
    drawn = [symbol.payload for page in pages for symbol in page.symbols() if isinstance(symbol, QR)]

    assert told == [f"Phần {at}/16" for at in range(1, 17)]
    assert drawn == list(paper.parts)
    assert all(HOW_TO_SCAN in said(page) for page in pages)
    assert len(pages) == 3


def test_the_check_before_the_commit_leaves_room_for_as_many_parts_as_there_can_be() -> None:
    widest = {**manifest_values(manifest(3)), **TEMPLATES["manifest", 1].widest}

    symbols = [s for page in _pages(widest) for s in page.symbols() if isinstance(s, QR)]

    check_fit("manifest", 1, manifest_values(manifest(3)))
    assert [len(symbol.payload) for symbol in symbols] == [830] * 16


def test_more_parts_than_sixteen_a_part_too_long_and_no_base64_are_refused() -> None:
    part = manifest_values(manifest(1, 1))["part_1_code"]
    many = {f"part_{at}_code": part for at in range(1, 18)}

    assert len(b64decode(part)) == 830
    assert _refused({**manifest_values(manifest(1)), **many}) == ("paper.value_unknown", "part_17_code")
    assert _refused(_with_part(part[:-4] + "AAAAAAAA"))[0] == "paper.barcode_value"
    assert _refused(_with_part("@" + part[1:])) == ("paper.barcode_value", "part_1_code")
    assert _refused(_with_part("À" + part[1:])) == ("paper.barcode_value", "part_1_code")


def test_a_party_beside_a_letter_is_refused_and_not_printed() -> None:
    values = manifest_values(manifest(5))
    marked = next(key for key in values if key.startswith("item_") and key.endswith("_letter"))
    receiver = marked.replace("letter", "receiver")

    assert values[receiver] == "***"
    assert _refused({**values, receiver: "Ban Chỉ huy"}) == ("paper.party_masked", receiver)


def test_an_item_in_no_receptacle_of_the_list_is_refused() -> None:
    values = manifest_values(manifest(5))

    assert _refused({**values, "item_2_receptacle": "9"}) == ("paper.value_unknown", "item_2_receptacle")


def test_a_receptacle_that_is_passed_on_closed_says_so_and_counts_all_the_same() -> None:
    paper = manifest(6)
    closed = replace(paper.receptacles[1], items=(), item_count=12)
    paper = replace(paper, receptacles=(paper.receptacles[0], closed, paper.receptacles[2]))

    told = [text for page in _pages(manifest_values(paper)) for text in said(page)]

    assert CLOSED in told
    assert any(text.startswith("Cộng: 3 túi, 16 bưu gửi, 12.756 g") for text in told)


def test_a_dedicated_vehicle_is_named_so_and_without_one_nothing_is_said_of_it() -> None:
    dedicated = said(_pages(manifest_values(replace(manifest(2), dedicated=True)))[0])
    none = said(_pages(manifest_values(replace(manifest(2), plate="", driver="", escort="")))[0])

    assert "12C-123.45 – Xe chuyên dùng" in dedicated
    assert not {"Phương tiện", "Lái xe", "Người áp tải"} & set(none)
