"""One data folder, one program in it."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.store.folder import DataFolder

HOLD = """
import sys
from pathlib import Path
from kt1desk.store.folder import DataFolder
lock = DataFolder(Path(sys.argv[1])).lock()
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    made = DataFolder(tmp_path / "a" / "data")
    made.prepare()
    return made


def test_the_folders_are_made_for_their_owner_only_and_may_exist_already(folder: DataFolder) -> None:
    folder.prepare()

    made = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (folder.root, *folder.root.iterdir())}

    assert made.keys() == {"data", "store", "secret", "marker", "log"}
    assert sys.platform == "win32" or set(made.values()) == {0o700}


def test_the_marker_and_the_secrets_lie_outside_the_folder_of_the_database(folder: DataFolder) -> None:
    outside = (folder.marker, folder.device_secret, folder.attempts, folder.lock_file, folder.log)

    assert not any(path.is_relative_to(folder.database.parent) for path in outside)


def test_a_second_program_is_refused_while_the_first_holds_the_folder(folder: DataFolder) -> None:
    first = folder.lock()

    with pytest.raises(DeskError, match=r"desk\.already_running"):
        folder.lock()
    first.release()
    first.release()

    with folder.lock():
        pass
    folder.lock().release()


def test_a_killed_program_does_not_bar_the_folder(folder: DataFolder) -> None:
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder.root)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(DeskError, match=r"desk\.already_running"):
            folder.lock()
        other.kill()

    folder.lock().release()


def test_a_file_where_the_folder_should_be_is_a_failure_of_the_disk(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")

    with pytest.raises(DeskError, match=r"disk\."):
        DataFolder(tmp_path / "data").prepare()


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_a_folder_that_cannot_be_written_says_so(folder: DataFolder) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    folder.root.chmod(0o500)

    with pytest.raises(DeskError, match=r"disk\.read_only"):
        folder.lock()
    folder.root.chmod(0o700)
