"""What every installation carries: the same bytes from every checkout, nothing git does not know, and notes that tell what differs."""

from __future__ import annotations

import json
import marshal
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import CodeType

import pytest

from installer.payload import app_tree, compiled, notes, start, zips
from installer.payload.base_id import base_id
from installer.payload.files import MOMENT, below, write_file
from tests.support.held_against_notes import differences
from tests.support.tree import ROOT

BASES = {"linux-x64": "0123456789ab", "windows-x64": "ba9876543210"}
SOURCES = {
    "LICENSE": "free\n",
    "README.md": "not taken\n",
    "kt1desk/__init__.py": '__version__ = "0.1.0"\n',
    "kt1desk/__main__.py": "import sys\nfrom kt1desk.deep import told\nsys.exit(told(sys.argv[1:]))\n",
    "kt1desk/deep/__init__.py": (
        "def told(words):\n    print('told', *words)\n    return 7 if words == ['seven'] else 0\n"
    ),
    "kt1desk/notes.ui": "not taken\n",
    "alembic/desk/env.py": "",
    "alembic/desk/script.py.mako": "not taken\n",
    "alembic/desk/versions/0001_first.py": "revision = '0001'\ndown_revision = None\n",
    "resources/sounds/a.wav": "RIFF",
    "tests/test_it.py": "",
}


def checkout(folder: Path) -> Path:
    for name, text in SOURCES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for words in (["init", "-q"], ["add", "."]):
        subprocess.run(["git", *words], cwd=folder, check=True)
    for left in ("kt1desk/own_trial.py", "kt1desk/__pycache__/a.cpython-311.pyc", "resources/desk.kt1db"):
        (folder / left).parent.mkdir(exist_ok=True)
        (folder / left).write_text("x = 1\n", encoding="utf-8")
    return folder


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return checkout(tmp_path / "source")


def everything(folder: Path) -> dict[str, tuple[bytes, int, int]]:
    found = {name: (folder / name, (folder / name).stat()) for name in below(folder)}
    return {
        name: (path.read_bytes(), told.st_mode, int(told.st_mtime)) for name, (path, told) in found.items()
    }


def test_two_checkouts_give_the_same_bytes_wherever_they_lie(source: Path, tmp_path: Path) -> None:
    other = checkout(tmp_path / "elsewhere" / "thư mục khác")
    os.utime(other / "kt1desk" / "__init__.py", (1, 1))
    first = app_tree.write_version(tmp_path / "a", BASES, checkout=source)
    before = os.umask(0o077)
    try:
        second = app_tree.write_version(tmp_path / "b", BASES, checkout=other)
        packed = [
            zips.write_app_zip(tmp_path / each, "0.1.0", tmp_path / each / "targets").read_bytes()
            for each in ("a", "b")
        ]
    finally:
        os.umask(before)

    assert everything(first) == everything(second)
    assert {date for _, _, date in everything(first).values()} == {MOMENT}
    assert packed[0] == packed[1]
    assert str(tmp_path).encode() not in b"".join(each[0] for each in everything(first).values())


def test_only_what_git_knows_and_an_installation_needs_goes_in(source: Path, tmp_path: Path) -> None:
    made = app_tree.write_version(tmp_path / "root", BASES, checkout=source)

    assert below(made) == [
        "app/LICENSE",
        "app/alembic/desk/env.py",
        "app/alembic/desk/versions/0001_first.py",
        "app/kt1desk/__init__.pyc",
        "app/kt1desk/__main__.pyc",
        "app/kt1desk/deep/__init__.pyc",
        "app/resources/sounds/a.wav",
        "version.json",
    ]
    note = notes.read_note(made / "version.json")
    assert list(note) == ["version", "base", "schema", "files"]
    assert (note["version"], note["base"], note["schema"]) == ("0.1.0", BASES, "0001")
    assert '"windows-x64": "ba9876543210"' in (made / "version.json").read_text(encoding="utf-8")[:300]


def test_a_file_git_knows_must_be_there(source: Path, tmp_path: Path) -> None:
    (source / "kt1desk" / "deep" / "__init__.py").unlink()

    with pytest.raises(FileNotFoundError, match="deep"):
        app_tree.write_version(tmp_path / "root", BASES, checkout=source)


def test_a_version_is_never_written_over(source: Path, tmp_path: Path) -> None:
    app_tree.write_version(tmp_path / "root", BASES, checkout=source)

    with pytest.raises(FileExistsError):
        app_tree.write_version(tmp_path / "root", BASES, checkout=source)


def test_a_file_too_many_too_few_or_changed_is_told(source: Path, tmp_path: Path) -> None:
    made = app_tree.write_version(tmp_path / "root", BASES, checkout=source)
    assert differences(made, notes.VERSION_NOTE) == []

    (made / "app" / "LICENSE").write_text("other", encoding="utf-8")
    (made / "app" / "kt1desk" / "__main__.pyc").unlink()
    write_file(made / "app" / "kt1desk" / "planted.pyc", b"")

    assert differences(made, notes.VERSION_NOTE) == [
        "changed: app/LICENSE",
        "missing: app/kt1desk/__main__.pyc",
        "too many: app/kt1desk/planted.pyc",
    ]


def test_byte_code_is_loaded_unchecked_and_names_no_folder_of_the_builder() -> None:
    made = compiled.compiled(b"def told():\n    return 7\n", "kt1desk/a.py")

    assert int.from_bytes(made[4:8], "little") == 1
    assert marshal.loads(made[16:]).co_filename == "kt1desk/a.py"


def lines_of(code: CodeType) -> Iterator[tuple[str, list[tuple[int, int, int | None]]]]:
    """Line by line, where each piece of code comes from; neighbours of one line are one piece."""
    pieces: list[tuple[int, int, int | None]] = []
    for begin, end, line in code.co_lines():
        joined = pieces.pop()[0] if pieces and pieces[-1][2] == line else begin
        pieces.append((joined, end, line))
    yield code.co_qualname, pieces
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield from lines_of(each)


@pytest.mark.parametrize("name", ["kt1desk/app/gui.py", "tests/installer/test_payload.py"])
def test_byte_code_knows_every_line_and_no_column(name: str) -> None:
    source = (ROOT / name).read_bytes()
    made = marshal.loads(compiled.compiled(source, name)[16:])

    assert list(lines_of(made)) == list(lines_of(compile(source, name, "exec", dont_inherit=True)))
    assert {(first, last) for _, _, first, last in made.co_positions()} == {(None, None)}


def test_byte_code_of_another_python_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 12, 1))

    with pytest.raises(compiled.WrongPythonError, match=r"3\.11"):
        compiled.compiled(b"", "kt1desk/a.py")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["a", "b c"], 0, "told a b c\n"),
        (["seven"], 7, "told seven\n"),
        (["--program=kt1desk", "x"], 0, "told x\n"),
        (["--program=os", "x"], 2, ""),
    ],
)
def test_the_start_runs_the_app_it_is_given_and_leaves_nothing(
    source: Path, tmp_path: Path, words: list[str], code: int, told: str
) -> None:
    made = app_tree.write_version(tmp_path / "chỗ có dấu", BASES, checkout=source)

    done = subprocess.run(
        [sys.executable, "-I", "-S", start.__file__, made / "app", *words],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={"PYTHONUTF8": "1"},
    )

    assert (done.returncode, done.stdout) == (code, told), done.stderr
    assert differences(made, notes.VERSION_NOTE) == []


def test_another_version_can_be_made_of_the_same_checkout(source: Path, tmp_path: Path) -> None:
    made = app_tree.write_version(tmp_path / "root", BASES, checkout=source, version="0.2.0-rc1")

    assert made.name == "0.2.0-rc1"
    assert b"0.2.0-rc1" in (made / "app" / "kt1desk" / "__init__.pyc").read_bytes()


@pytest.mark.parametrize("bad", ["", "..", "1..2", "1.", "v1", "1/2", "1\\2", "1 2", "1" * 41, "1.2\n"])
def test_a_version_that_is_no_folder_name_is_refused(bad: str) -> None:
    with pytest.raises(ValueError, match="no version"):
        notes.checked_version(bad)


def test_a_base_is_named_by_everything_it_is_made_of() -> None:
    named = base_id({"lock": b"a", "rules": b"b"})

    assert notes.checked_base(named) == base_id({"rules": b"b", "lock": b"a"})
    assert named not in {base_id({"lock": b"a", "rules": b"c"}), base_id({"lock": b"ab", "rules": b""})}


def test_zips_hold_paths_of_the_root_in_one_order_and_keep_what_may_run(tmp_path: Path) -> None:
    base = tmp_path / "bases" / "0123456789ab"
    write_file(base / "run", b"x" * 100, mode=0o755)
    write_file(base / "Lib" / "b", b"b")
    notes.write_base_note(base, "0123456789ab", "linux-x64")

    made = zips.write_base_zip(tmp_path, "0123456789ab", "linux-x64", tmp_path / "targets")

    assert made.relative_to(tmp_path / "targets").as_posix() == (
        "base/kt1desk-base-0123456789ab-linux-x64.zip"
    )
    with zipfile.ZipFile(made) as packed:
        rights = {each.filename: oct(each.external_attr >> 16) for each in packed.infolist()}
        note = json.loads(packed.read("bases/0123456789ab/base.json"))
    assert rights == {
        "bases/0123456789ab/Lib/b": "0o100644",
        "bases/0123456789ab/base.json": "0o100644",
        "bases/0123456789ab/run": "0o100755",
    }
    assert list(note["files"]) == ["Lib/b", "run"]


def test_a_link_is_no_file_of_an_installation(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("/etc/hostname")

    with pytest.raises(ValueError, match="a link"):
        below(tmp_path)
