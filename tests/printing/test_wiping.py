"""Papers that must be gone: not one byte of theirs is left where it was, and nothing else is touched."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kt1desk.printing.wiping import wipe, wipe_folder

WORDS = b"%PDF B\xc3\xaan nh\xe1\xba\xadn " * 200_000  # more than one piece


def test_a_wiped_file_has_other_bytes_before_it_is_gone(tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(WORDS)

    with file.open("rb") as kept_open:
        wipe(file)
        left = kept_open.read()

    assert not file.exists()
    assert len(left) == len(WORDS)
    assert WORDS[:24] not in left


def test_the_new_bytes_are_on_the_disk_before_the_name_is_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, done = tmp_path / "paper.pdf", list[str]()
    file.write_bytes(WORDS)
    monkeypatch.setattr(os, "fsync", lambda _handle: done.append("synced" if file.exists() else "too late"))

    wipe(file)

    assert done == ["synced"]


def test_what_a_link_leads_to_and_what_has_a_second_name_stay(tmp_path: Path) -> None:
    paper, link, second = tmp_path / "paper.pdf", tmp_path / "link", tmp_path / "second"
    paper.write_bytes(WORDS)
    link.symlink_to(paper)
    os.link(paper, second)

    for each in (link, second, tmp_path / "never was"):
        wipe(each)

    assert list(tmp_path.iterdir()) == [paper]
    assert paper.read_bytes() == WORDS


def test_a_folder_goes_with_all_below_it_and_no_link_is_followed(tmp_path: Path) -> None:
    folder, outside = tmp_path / "papers", tmp_path / "outside"
    (folder / "deep" / "er").mkdir(parents=True)
    outside.mkdir()
    (outside / "paper.pdf").write_bytes(WORDS)
    (folder / "way out").symlink_to(outside, target_is_directory=True)
    file = folder / "deep" / "er" / "paper.pdf"
    file.write_bytes(WORDS)

    with file.open("rb") as kept_open:
        wipe_folder(folder)
        left = kept_open.read()

    assert not folder.exists()
    assert WORDS[:24] not in left
    assert (outside / "paper.pdf").read_bytes() == WORDS
