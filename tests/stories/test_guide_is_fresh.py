"""The guide against the running program: what it calls a page, and every key it names for one, is what stands there now.

One walk through a trial desk; no picture is compared, so that a colour may change without the guide growing old.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kt1desk.app.place import TRIAL_PASSWORD
from kt1desk.desktop.bars import path_of
from kt1desk.desktop.help.guide import PICTURES_DIR, Guide, read_guide
from kt1desk.desktop.help.where import FIRST, SECTIONS, STATES, section_at
from kt1desk.desktop.navigation import Place
from tests.support.guide_pictures import GATE_PICTURES, titles
from tests.support.guide_texts import keys_in
from tests.support.guide_walk import Seen, keys_on, main_window, pages
from tests.support.story import options_at, running

USER = "son.ly"
EVERYWHERE = {place.key for place in Place} | {"Ctrl+K", "Esc", "F12", "Shift+F12", "Ctrl+F12", "F1"}
BY_WIDGETS = {"Enter", "Space", "Tab", "PageUp", "PageDown", "Home", "End"}
"""Taken by whatever has the keyboard, on every page alike."""
AT_THE_CURTAIN = {"F2"}
OF_ITS_STEPS = {
    "gate-recovery": {"Enter"},
    "gate-first-run": {"Ctrl+P", "F4", "F8"},
    "gate-restore": {"F4", "F8"},
    "dossier-steps": {"T", "K", "1", "2", "3"},
    "one-stop-tasks": {"K"},
}
"""Keys of what a page shows only later, as its forms print them: looked at by hand in ui/."""


@pytest.fixture(scope="module")
def seen(display: str, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Sequence[Seen]:
    """Every page of a trial desk, and the log-in as one of them."""
    with running(qapp, options_at(tmp_path_factory.mktemp("guide"), trial=True), sample=True) as desk:
        gate = main_window(desk)._gate
        assert gate is not None
        login = Seen("LoginPage", "", frozenset(key.key for key in gate.offered()) | keys_on(gate))
        desk.log_in(USER, TRIAL_PASSWORD)
        return [login, *pages(desk)]


@pytest.fixture(scope="module")
def guide() -> Guide:
    return read_guide()


def keys_by_section(seen: Sequence[Seen], guide: Guide) -> Mapping[str, set[str]]:
    """What may be named in a section: keys of the pages that open it; in one that no page opens those of its chapter, or of all pages."""
    of_pages: dict[str, set[str]] = {}
    for page in seen:
        of_pages.setdefault(section_at(page.path), set()).update(page.keys)
    allowed: dict[str, set[str]] = {}
    every = set().union(*of_pages.values())
    chapter: set[str] = every
    for section in guide.sections:
        if section.level == 1:
            chapter = _of_chapter(section.anchor, guide, of_pages) or every
        own = chapter if section.level == 1 else of_pages.get(section.anchor, chapter)
        allowed[section.anchor] = own | OF_ITS_STEPS.get(section.anchor, set())
    return allowed


def _of_chapter(anchor: str, guide: Guide, of_pages: Mapping[str, set[str]]) -> set[str]:
    names = [section.anchor for section in guide.sections]
    begins = names.index(anchor)
    levels = [section.level for section in guide.sections[begins + 1 :]]
    ends = begins + 1 + (levels.index(1) if 1 in levels else len(levels))
    return set().union(*(of_pages.get(name, set()) for name in names[begins:ends]))


def test_every_page_opens_a_section_and_no_line_of_the_table_is_of_a_page_that_is_gone(
    seen: Sequence[Seen],
) -> None:
    ways = {path_of(*page.path.split("/")[:at]) for page in seen for at in (1, 2, 3)}
    shown_elsewhere = {path for path in SECTIONS if path.endswith("Page")}

    assert [page.path for page in seen if section_at(page.path) == FIRST] == []
    assert SECTIONS.keys() - ways - shown_elsewhere == set()
    assert {state.rpartition("/")[0] for state in STATES} - ways == set()


def test_every_key_that_the_guide_names_is_a_key_of_the_page_it_speaks_of(
    seen: Sequence[Seen], guide: Guide
) -> None:
    allowed = keys_by_section(seen, guide)
    wrong = {
        section.anchor: sorted(strange)
        for section in guide.sections
        if (
            strange := keys_in(section.text)
            - allowed[section.anchor]
            - EVERYWHERE
            - BY_WIDGETS
            - AT_THE_CURTAIN
        )
    }

    assert wrong == {}


def test_the_pictures_show_the_pages_that_there_are_under_the_titles_they_have(seen: Sequence[Seen]) -> None:
    rows = json.loads((PICTURES_DIR / "manifest.json").read_text("utf-8"))
    now = titles(list(seen[1:]))

    assert {row["section"]: row["title"] for row in rows} == now
    assert GATE_PICTURES.keys() <= now.keys()


def test_the_guide_lies_where_the_program_looks_for_it(guide: Guide) -> None:
    assert Path(PICTURES_DIR).is_dir()
    assert len(guide.sections) > len(Place)


@pytest.mark.soak
def test_the_pictures_taken_again_have_the_same_names_and_titles(display: str, tmp_path: Path) -> None:
    words = [sys.executable, "-m", "tests.support.guide_pictures", str(tmp_path)]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=300)

    assert done.returncode == 0, done.stderr
    assert json.loads((tmp_path / "manifest.json").read_text("utf-8")) == json.loads(
        (PICTURES_DIR / "manifest.json").read_text("utf-8")
    )
