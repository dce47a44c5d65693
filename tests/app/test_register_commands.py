"""`kt1desk register` and `kt1desk blank` at a desk: lines for whoever may read them, files of them, numbered sheets to write on."""

from __future__ import annotations

from pathlib import Path

import pytest

from kt1desk.app.options import Options
from kt1desk.app.place import TRIAL_PASSWORD, take_place
from kt1desk.app.works import works_in
from tests.support.story_custody_desks import Said, say_to_desk

CLERK, UNCLEARED = "ha.hoang", "minh.nong"
DAYS = ("--from", "2026-11-01", "--to", "2026-11-30")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("register")
    place = take_place(Options(folder / "data", folder / "papers", trial=True))
    works_in(place).make_sample()
    place.leave()
    return folder / "data"


def tell(data: Path, *words: str, user: str = CLERK) -> Said:
    return say_to_desk(*words, "--data-dir", str(data), "--user", user, typed=f"{TRIAL_PASSWORD}\n")


def test_the_registers_are_named_and_one_of_them_is_shown_and_written(data: Path) -> None:
    named = tell(data, "register", "list")
    file = data.parent / "so.csv"
    said = tell(data, "register", "show", "--view", "handing", *DAYS, "--csv", str(file))

    assert "handing  Sổ giao nhận" in named.out
    assert "not_using" in named.out
    assert (said.code, "SỔ GIAO NHẬN" in said.out, "BẢN NHÁP" in said.out) == (0, True, False)
    assert "Sổ giao nhận" in file.read_text(encoding="utf-8-sig")


def test_who_is_not_cleared_is_not_told_of_kt1(data: Path) -> None:
    said = tell(data, "register", "show", "--view", "not_using", *DAYS, user=UNCLEARED)

    assert said.code != 0
    assert "SỔ" not in said.out


def test_blank_sheets_are_a_file_with_a_number_for_each(data: Path) -> None:
    file = data.parent / "to.pdf"
    said = tell(data, "blank", "make", "--form", "blank_items", "--sheets", "3", "--pdf", str(file))

    assert said.code == 0
    assert file.read_bytes().startswith(b"%PDF")
    assert "-01 đến -03" in said.out
