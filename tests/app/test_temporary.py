"""What a temporary desk leaves: nothing of its papers, even where a kill kept it from tidying up."""

from __future__ import annotations

from pathlib import Path

import pytest

from kt1desk.app.options import Options, desk_asked_for
from kt1desk.app.place import take_place
from kt1desk.app.temporary import clear_away


def temporary_desk() -> tuple[Options, Path]:
    """A temporary desk with one paper, which nobody holds yet."""
    options = desk_asked_for(["--temp-data", "--trial"])
    assert options is not None
    options.papers.mkdir()
    paper = options.papers / "phieu.pdf"
    paper.write_bytes(b"%PDF- Hoang Thi Ha")
    return options, paper


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other temporary desks of this machine are no business of these tests."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))


def test_the_papers_of_a_temporary_desk_are_overwritten_and_not_only_deleted() -> None:
    options, paper = temporary_desk()
    take_place(options).lock.release()

    with paper.open("rb") as kept_open:
        clear_away(options.data.parent)
        left = kept_open.read()

    assert not options.data.parent.exists()
    assert len(left) == 18
    assert b"Hoang" not in left


def test_a_temporary_desk_that_was_killed_goes_with_the_next_one_and_one_at_work_stays(
    tmp_path: Path,
) -> None:
    (killed, _), (working, paper), (own, _) = (temporary_desk() for _ in range(3))
    other = tmp_path / "kt1desk-temp-of-somebody-else"
    other.mkdir()
    for options in (killed, own):
        take_place(options).lock.release()  # as the end of a process does it
    place = take_place(working)

    clear_away(own.data.parent)

    assert not killed.data.parent.exists()
    assert not own.data.parent.exists()
    assert paper.read_bytes() == b"%PDF- Hoang Thi Ha"
    assert other.exists()
    place.leave()
