"""The command line as values, and what of a temporary desk is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from kt1desk.app.options import desk_asked_for
from kt1desk.app.place import take_place
from kt1desk.config import default_data_folder, default_paper_folder
from kt1desk.domain.errors import DeskError


def test_without_a_word_the_desk_is_the_one_of_this_machine() -> None:
    options = desk_asked_for([])

    assert options is not None
    assert (options.data, options.papers) == (default_data_folder(), default_paper_folder())
    assert not options.trial


def test_papers_of_a_chosen_folder_lie_beside_it_never_in_it(tmp_path: Path) -> None:
    options = desk_asked_for(["--data-dir", str(tmp_path / "ban-1")])

    assert options is not None
    assert options.papers == tmp_path / "ban-1-giay"


def test_a_folder_for_papers_can_be_chosen(tmp_path: Path) -> None:
    options = desk_asked_for(["--data-dir", str(tmp_path / "ban-1"), "--paper-dir", str(tmp_path / "giay")])

    assert options is not None
    assert options.papers == tmp_path / "giay"


def test_a_relative_folder_does_not_follow_the_current_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    options = desk_asked_for(["--data-dir", "ban-1"])

    assert options is not None
    assert options.data == tmp_path / "ban-1"


@pytest.mark.parametrize("words", [["verify", "--user", "x"], ["--help"], ["--data-dir"], ["--no-such"]])
def test_what_is_no_desk_on_the_screen_opens_none(words: list[str]) -> None:
    assert desk_asked_for(words) is None


def test_of_temporary_data_nothing_is_left_papers_included() -> None:
    options = desk_asked_for(["--temp-data", "--trial"])
    assert options is not None
    place = take_place(options)
    options.papers.mkdir()
    (options.papers / "phieu.pdf").write_bytes(b"%PDF-")
    around = options.data.parent
    assert around.exists()

    place.leave()

    assert not around.exists()


def test_two_temporary_desks_know_nothing_of_each_other() -> None:
    one, other = desk_asked_for(["--temp-data"]), desk_asked_for(["--temp-data"])
    assert one is not None
    assert other is not None

    first, second = take_place(one), take_place(other)

    assert first.folder.root != second.folder.root
    first.leave()
    second.leave()


def test_a_lasting_folder_is_left_as_it_is(tmp_path: Path) -> None:
    options = desk_asked_for(["--data-dir", str(tmp_path / "ban-1")])
    assert options is not None

    take_place(options).leave()

    assert (tmp_path / "ban-1" / "store").is_dir()


def test_a_second_copy_of_the_program_is_refused_until_the_first_has_left(tmp_path: Path) -> None:
    options = desk_asked_for(["--data-dir", str(tmp_path / "ban-1")])
    assert options is not None
    first = take_place(options)

    with pytest.raises(DeskError) as refusal:
        take_place(options)
    first.leave()
    take_place(options).leave()

    assert refusal.value.code == "desk.already_running"
