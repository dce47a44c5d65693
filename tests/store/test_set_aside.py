"""A damaged desk beside one that is being laid out: cut off anywhere, the desk of before has its name again, nothing whole is touched."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kt1desk.store.folder import DataFolder
from kt1desk.store.set_aside import is_set_aside, put_back, set_aside
from tests.support.killing import STRACE, kill_everywhere

STAMP = "20261123-080500"
PUT_BACK = """
import sys
from pathlib import Path
from kt1desk.store.folder import DataFolder
from kt1desk.store.set_aside import put_back
folder = DataFolder(Path(sys.argv[1]))
folder.prepare()
put_back(folder)
"""
KEYS, DATABASE, MARKER = b"slots of the damaged desk", b"damaged", b"heads of the damaged desk"


def _damaged(root: Path) -> DataFolder:
    folder = DataFolder(root)
    folder.prepare()
    folder.keys.write_bytes(KEYS)
    folder.database.write_bytes(DATABASE)
    folder.marker.write_bytes(MARKER)
    return folder


def _cut_off(root: Path) -> DataFolder:
    """A restore that died when the copy was there, the marker was another one already, and the slot file had no name yet."""
    folder = _damaged(root)
    set_aside(folder, STAMP)
    folder.prepare()
    folder.restoring.write_bytes(MARKER)
    folder.database.write_bytes(b"copied")
    folder.marker.write_bytes(b"heads of the copy")
    return folder


def _is_as_before(folder: DataFolder) -> bool:
    stands = {each.name for each in folder.root.iterdir()} - {"log", "secret"}
    read = [path.read_bytes() for path in (folder.keys, folder.database, folder.marker)]
    return (
        stands == {"store", "marker"} and read == [KEYS, DATABASE, MARKER] and not folder.restoring.exists()
    )


def test_cut_off_before_anything_was_copied_the_desk_has_its_name_again(tmp_path: Path) -> None:
    folder = _damaged(tmp_path)
    set_aside(folder, STAMP)
    folder.prepare()
    was_set_aside = is_set_aside(folder)

    put_back(folder)

    assert was_set_aside
    assert _is_as_before(folder)


def test_cut_off_behind_the_copy_the_marker_is_that_of_before(tmp_path: Path) -> None:
    folder = _cut_off(tmp_path)

    put_back(folder)

    assert _is_as_before(folder)


def test_where_there_was_no_marker_there_is_none_again(tmp_path: Path) -> None:
    folder = _cut_off(tmp_path)
    folder.restoring.write_bytes(b"")

    put_back(folder)

    assert folder.keys.read_bytes() == KEYS
    assert not folder.marker.exists()


@pytest.mark.skipif(STRACE is None, reason="needs strace")
def test_killed_at_any_call_the_next_start_does_the_rest(tmp_path: Path) -> None:
    folder = _cut_off(tmp_path / "data")
    kept = tmp_path / "kept"
    shutil.copytree(folder.root, kept)
    paths = [
        folder.root,
        *(each for each in folder.root.rglob("*") if each.parts[-1] not in {"log", "secret"}),
    ]
    paths += [folder.root / "store.cut-off", folder.marker.with_name("heads.new")]
    deaths = 0
    for death in kill_everywhere(PUT_BACK, [str(folder.root)], paths, ("rename", "unlinkat", "fsync")):
        deaths += death.number > 0
        folder.prepare()
        put_back(folder)
        assert _is_as_before(folder), death
        shutil.rmtree(folder.root)
        shutil.copytree(kept, folder.root)

    assert deaths >= 5


def test_the_desk_that_was_laid_out_stays_also_when_it_loses_its_slot_file_later(tmp_path: Path) -> None:
    folder = _cut_off(tmp_path)
    folder.keys.write_bytes(b"slots of the copy")
    put_back(folder)
    is_whole = folder.database.read_bytes()
    folder.restoring.unlink()
    folder.keys.unlink()

    put_back(folder)

    assert (is_whole, folder.database.read_bytes()) == (b"copied", b"copied")
    assert not is_set_aside(folder)


def test_of_two_the_one_set_aside_last_comes_back_though_the_clock_was_set_back(tmp_path: Path) -> None:
    folder = _damaged(tmp_path)
    set_aside(folder, STAMP)
    _damaged(tmp_path).database.write_bytes(b"the second one")

    set_aside(folder, "20251123-080500")
    folder.prepare()
    put_back(folder)

    assert folder.database.read_bytes() == b"the second one"
    assert [each.name for each in tmp_path.glob("store.damaged-*")] == [f"store.damaged-{STAMP}"]
