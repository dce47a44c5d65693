"""Contact sheets: every scene a row, every look a column; and which scene is audited in which look."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from PIL import Image

from kt1desk.desktop.look.theme import ThemeName
from tests.support.contact_sheet import BAND_PX, GAP_PX, ROWS, THUMBNAIL, sheets
from tests.support.display import ScreenSize
from tests.support.looks import ALL_LOOKS, LOOKS, Screen
from tests.support.page_scenes import SCENES, wanted
from tests.support.pictures import in_look, in_turns, scenes_wanted, take

COLOURS = ("#FF0000", "#00FF00", "#0000FF", "#FFFF00", "#00FFFF")


def put_pictures(folder: Path, names: list[str]) -> None:
    for name in names:
        for look, colour in zip(LOOKS, COLOURS, strict=True):
            Image.new("RGB", (16, 9), colour).save(folder / f"{name}-{look.name}.png")


def test_a_sheet_has_a_row_for_each_scene_and_a_column_for_each_look(tmp_path: Path) -> None:
    names = [f"scene-{at}" for at in range(ROWS + 2)]
    put_pictures(tmp_path, names)

    first, second = sheets(tmp_path, names)

    assert (first.name, second.name) == ("contact-sheet-01.png", "contact-sheet-02.png")
    with Image.open(second) as sheet:
        middles = [
            sheet.getpixel((GAP_PX + column * (THUMBNAIL[0] + GAP_PX) + 280, BAND_PX + row_top + 200))
            for row_top in (0, THUMBNAIL[1] + BAND_PX + GAP_PX)
            for column in range(len(LOOKS))
        ]
    assert middles == [tuple(bytes.fromhex(colour[1:])) for colour in COLOURS * 2]


def test_a_scene_without_a_picture_in_a_look_is_no_sheet(tmp_path: Path) -> None:
    put_pictures(tmp_path, ["today"])
    (tmp_path / f"today-{LOOKS[2].name}.png").unlink()

    with pytest.raises(FileNotFoundError):
        list(sheets(tmp_path, ["today"]))


def test_in_turns_each_scene_is_audited_once_and_each_theme_has_a_third_of_them() -> None:
    turns = list(wanted(in_turns(tuple(SCENES))))

    assert sorted(name for _, name in turns) == sorted(SCENES)
    shares = Counter(theme for theme, _ in turns)
    assert max(shares.values()) - min(shares[theme] for theme in ThemeName) <= 1


def test_in_a_look_the_scenes_are_taken_in_its_theme_alone() -> None:
    assert list(wanted(in_look(ALL_LOOKS[-1], ["today", "line"]))) == [
        (ALL_LOOKS[-1].theme, "today"),
        (ALL_LOOKS[-1].theme, "line"),
    ]


def test_a_wish_is_how_names_begin_or_one_name() -> None:
    names = ("first-run", "login", "login-wrong", "today", "today-figures")

    assert scenes_wanted(["login", "=today"], names) == ["login", "login-wrong", "today"]
    assert scenes_wanted([], names) == list(names)
    assert {name for _, name in wanted(["=today"])} == {"today"}


def test_a_process_that_breaks_is_not_taken_for_one_that_found_nothing(
    capfd: pytest.CaptureFixture[str],
) -> None:
    nowhere = Screen("nowhere", ScreenSize(640, 480), "1")

    assert take(None, nowhere, ["=login"]) == "nowhere: ended with 1"
    assert "KeyError" in capfd.readouterr().err
