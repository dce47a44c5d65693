"""`kt1desk keys renew` and what `kt1desk staff revoke` does of it, on a trial desk with a place for backups."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from kt1desk.app.commands import run_command
from kt1desk.app.options import Options
from kt1desk.app.place import TRIAL_PASSWORD, take_place
from kt1desk.app.works import works_in
from kt1desk.domain.errors import DeskError
from kt1desk.store.backup_file import KEYS, backups_in
from kt1desk.store.connection import is_keyed
from kt1desk.store.folder import DataFolder
from kt1desk.store.key_format import SlotFile, read_slots
from kt1desk.store.keys import KeyRing
from tests.support.clocks import HandClock


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("trial") / "data"
    place = take_place(Options(made, made.parent / "papers", trial=True))
    works_in(place).make_sample()
    place.leave()
    (made.parent / "disk").mkdir()
    return made


def _roles(root: Path) -> tuple[str, str]:
    """A keeper of the desk, and somebody who keeps nothing."""
    place = take_place(Options(root, root.parent / "papers", trial=True))
    roles = works_in(place).sample_roles()
    place.leave()
    users = KeyRing(DataFolder(root), HandClock()).users()
    keeper = next(user for user in users if "Quản trị" in roles[user])
    return keeper, next(user for user in users if roles[user] == "Giao dịch viên")


def _run(monkeypatch: pytest.MonkeyPatch, root: Path, *words: str) -> int:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{TRIAL_PASSWORD}\n"))
    return run_command([*words, "--data-dir", str(root)])


def test_the_commands_renew_the_key_tell_how_long_it_takes_and_back_up_under_it(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    keeper, clerk = _roles(root)
    folder, disk = DataFolder(root), root.parent / "disk"
    ring = KeyRing(folder, HandClock())
    first = ring.unlock(keeper, TRIAL_PASSWORD)

    with pytest.raises(DeskError, match=r"user\.not_allowed"):
        _run(monkeypatch, root, "keys", "renew", "--user", clerk)
    assert ring.unlock(keeper, TRIAL_PASSWORD) == first
    assert _run(monkeypatch, root, "backup", "places", "--disk", str(disk), "--user", keeper) == 0
    capsys.readouterr()

    assert _run(monkeypatch, root, "keys", "renew", "--user", keeper) == 0
    said, second = capsys.readouterr().out, ring.unlock(keeper, TRIAL_PASSWORD)
    assert _run(monkeypatch, root, "staff", "revoke", clerk, "--why", "left", "--user", keeper) == 0
    told, third = capsys.readouterr().out, ring.unlock(keeper, TRIAL_PASSWORD)

    (backup,) = backups_in(disk)
    assert "khoảng 2 giây" in said
    assert "Đã đổi khóa" in said
    assert "Đã sao lưu" in said
    assert is_keyed(backup.folder / "desk.db", second)
    assert (
        SlotFile.decode((backup.folder / KEYS).read_bytes()).slots.keys() == read_slots(folder).slots.keys()
    )
    assert len({first, second, third}) == 3
    assert "Đã đổi khóa" in told
    assert [is_keyed(folder.database, key) for key in (first, second, third)] == [False, False, True]
