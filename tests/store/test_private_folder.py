"""A desk's folder is for its own people: one account on Linux, all users of the machine below ProgramData."""

from __future__ import annotations

import stat
import sys
from pathlib import Path, PureWindowsPath

import pytest

from kt1desk.store import private_folder
from kt1desk.store.folder import DataFolder
from kt1desk.store.private_folder import is_shared, make_folder

PROGRAM_DATA = r"C:\ProgramData"


@pytest.mark.parametrize(
    ("folder", "shared"),
    [
        (r"C:\ProgramData\KT1 Desk", True),
        (r"c:\programdata\KT1 Desk-tap-dung.part", True),
        (r"C:\ProgramData\KT1 Desk\store", False),
        (r"C:\Users\ha.hoang\KT1 Desk", False),
        (r"D:\ban-kt1", False),
    ],
)
def test_what_lies_in_programdata_itself_is_shared_by_all_users_of_the_machine(
    folder: str, shared: bool
) -> None:
    assert is_shared(PureWindowsPath(folder), PROGRAM_DATA) is shared


def test_without_programdata_nothing_is_shared() -> None:
    assert not is_shared(PureWindowsPath("KT1 Desk"), "")


@pytest.mark.skipif(sys.platform == "win32", reason="modes of Linux")
def test_every_folder_of_a_desk_is_its_owners_alone(tmp_path: Path) -> None:
    root = tmp_path / "a new" / "desk"

    DataFolder(root).prepare()

    made = [root, *(path for path in root.iterdir() if path.is_dir())]
    assert len(made) == 5
    assert {stat.S_IMODE(path.stat().st_mode) for path in made} == {0o700}


@pytest.mark.skipif(sys.platform == "win32", reason="as on Windows, by logic")
def test_windows_is_never_given_a_mode(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("PROGRAMDATA", str(tmp_path))
    given: list[Path] = []
    monkeypatch.setattr(private_folder, "_make_shared", given.append)

    make_folder(tmp_path / "KT1 Desk")
    (tmp_path / "KT1 Desk").mkdir()
    make_folder(tmp_path / "KT1 Desk")
    make_folder(tmp_path / "elsewhere" / "desk")

    assert given == [tmp_path / "KT1 Desk"]
    mode = stat.S_IMODE((tmp_path / "elsewhere" / "desk").stat().st_mode)
    assert mode == stat.S_IMODE((tmp_path / "elsewhere").stat().st_mode)
