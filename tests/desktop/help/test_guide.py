"""The guide as it ships: every page has its section, every name is used once, every picture stands in it."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from kt1desk.desktop.help.guide import PICTURES_DIR, read_guide
from kt1desk.desktop.help.markup import Kind, blocks_of, plain, runs_of
from kt1desk.desktop.help.where import FIRST, SECTIONS, STATES, section_at
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.pages.first_run import FirstRunPage
from kt1desk.desktop.pages.login import LoginPage
from kt1desk.desktop.pages.own_password import OwnPasswordPage
from kt1desk.desktop.pages.recovery import RecoveryPage
from kt1desk.desktop.pages.restore import RestorePage
from tests.support.guide_texts import keys_in, pictures_in

GATES = {kind.__name__ for kind in (LoginPage, FirstRunPage, RecoveryPage, OwnPasswordPage, RestorePage)}
MAX_PICTURE = 60_000


def test_every_place_and_every_gate_opens_a_section_of_its_own() -> None:
    places = {place.name: SECTIONS.get(place.name) for place in Place}

    assert None not in places.values()
    assert len(set(places.values())) == len(places)
    assert SECTIONS.keys() >= GATES


def test_every_section_that_a_page_opens_stands_in_the_guide_once() -> None:
    names = Counter(section.anchor for section in read_guide().sections)

    assert {*SECTIONS.values(), *STATES.values(), FIRST} - names.keys() == set()
    assert [name for name, times in names.items() if times > 1] == []


def test_what_has_no_section_of_its_own_opens_the_nearest() -> None:
    assert section_at("DISPATCH/kt1/pack") == "dispatch-pack"
    assert section_at("HOLDING/tthc") == "holding"
    assert section_at("SHIFT/till/new") == "shift-till"
    assert section_at("NEW") == FIRST


def test_no_section_is_empty_and_nothing_looks_like_a_sign_that_was_not_read() -> None:
    for section in read_guide().sections:
        shown = " ".join(
            plain(cell) for block in blocks_of(section.text) for row in block.rows for cell in row
        )

        assert section.text, section.anchor
        assert not any(sign in shown for sign in ("`", "**", "{#", "](")), section.anchor


def test_all_words_of_a_search_must_stand_in_a_section_and_its_title_comes_first() -> None:
    guide = read_guide()

    assert guide.find("DONG TUI")[0].anchor == "dispatch-pack"
    assert guide.find("khong co chu nao nhu vay xyz") == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("# A\n\nx\ny", [Kind.HEADING, Kind.TEXT]),
        ("- a\n  b\n- c", [Kind.BULLETS]),
        ("1. a\n2. c\n\n> note", [Kind.NUMBERS, Kind.NOTE]),
        ("| a | b |\n|--|--|\n| `F9` | d |", [Kind.TABLE]),
        ("![Tên](pictures/x.png)", [Kind.PICTURE]),
    ],
)
def test_a_text_is_read_into_its_blocks(text: str, kinds: list[Kind]) -> None:
    assert [block.kind for block in blocks_of(text)] == kinds


def test_a_line_is_cut_into_runs_and_keys_are_known() -> None:
    assert [run.text for run in runs_of("Bấm `F9` rồi **thôi**.")] == ["Bấm ", "F9", " rồi ", "thôi", "."]
    assert keys_in("Bấm `F9` hoặc `Ctrl+K`") == {"F9", "Ctrl+K"}


def test_every_picture_of_the_guide_is_there_small_and_none_is_unused() -> None:
    named = [name for section in read_guide().sections for _, name in pictures_in(section.text)]
    files = {path.name for path in PICTURES_DIR.glob("*.png")}

    assert sorted(named) == sorted(files)
    assert [path.name for path in PICTURES_DIR.glob("*.png") if path.stat().st_size > MAX_PICTURE] == []


def test_each_picture_stands_in_its_section_under_the_title_that_the_manifest_has() -> None:
    rows = json.loads((PICTURES_DIR / "manifest.json").read_text("utf-8"))
    in_text = {
        name: (title, section.anchor)
        for section in read_guide().sections
        for title, name in pictures_in(section.text)
    }

    assert {row["name"]: (row["title"], row["section"]) for row in rows} == in_text


def test_the_guide_is_a_folder_of_the_program(tmp_path: Path) -> None:
    with pytest.raises(IndexError):
        read_guide(tmp_path).sections[0]
