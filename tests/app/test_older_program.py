"""A program that is older than the data in front of it: it says which version is needed, and touches nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kt1desk import __version__
from kt1desk.__main__ import main
from kt1desk.app import later
from kt1desk.app.login import LoginDoor
from kt1desk.app.options import Options
from kt1desk.app.place import TRIAL_PASSWORD, DeskPlace, take_place
from kt1desk.app.works import works_in
from kt1desk.domain.errors import DeskError
from kt1desk.services.wording import sentence
from kt1desk.store import migrate, noted
from kt1desk.store.connection import open_raw
from tests.support.made_up_revision import history_with_one_more

NEEDED = "7.4.1"


@pytest.fixture(scope="module")
def upgraded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of a trial desk that a version to come has upgraded, and that a power cut has left with its log."""
    base = tmp_path_factory.mktemp("upgraded")
    taken = take_place(Options(base / "data", base / "papers", trial=True))
    works = works_in(taken)
    works.make_sample()
    dek, database = works.keys.unlock("ha.hoang", TRIAL_PASSWORD), taken.folder.database
    taken.lock.release()
    migrate.upgrade(database, dek, history_with_one_more(base))
    raw, keeps = open_raw(database, dek), open_raw(database, dek)
    noted.write(raw, "schema_by", {"version": NEEDED})
    cut = Path(shutil.copytree(base / "data", base / "cut"))
    for each in (raw, keeps):
        each.close()
    return cut


@pytest.fixture
def place(upgraded: Path, tmp_path: Path) -> Iterator[DeskPlace]:
    """A copy of it."""
    taken = take_place(Options(Path(shutil.copytree(upgraded, tmp_path / "data")), tmp_path / "papers"))
    yield taken
    taken.leave()


def _store(place: DeskPlace) -> dict[str, bytes]:
    """The database with its log, the slots and the copies; SQLite's index of the log is made anew whenever one looks."""
    folder = place.folder.database.parent
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.endswith("-shm")}


def test_at_the_log_in_it_says_which_version_is_needed_and_touches_nothing(place: DeskPlace) -> None:
    before = _store(place)
    door = LoginDoor(place, later)

    with pytest.raises(DeskError) as refused:
        door.log_in("ha.hoang", TRIAL_PASSWORD)

    said = sentence(refused.value)
    assert f"do bản {NEEDED} của chương trình ghi" in said
    assert f"đang chạy bản {__version__}" in said
    assert door.opened is None
    assert "desk.db-wal" in before
    assert _store(place) == before


@pytest.mark.parametrize("words", [("verify",), ("systems", "waiting")])
def test_so_does_a_command(
    place: DeskPlace,
    words: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    place.lock.release()
    before = _store(place)
    monkeypatch.setattr("kt1desk.app.commands.asked_password", lambda: TRIAL_PASSWORD)
    monkeypatch.setattr("kt1desk.app.at_desk.asked_password", lambda: TRIAL_PASSWORD)

    code = main([*words, "--data-dir", str(place.folder.root), "--user", "ha.hoang"])

    assert code == 1
    assert f"Cài bản {NEEDED} rồi mở lại" in capsys.readouterr().err
    assert _store(place) == before
