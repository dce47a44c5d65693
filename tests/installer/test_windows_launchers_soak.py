"""What the launchers start, under Wine: the version that current.txt names, in a folder with spaces and marks, and never a guess."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from installer.payload.notes import write_version_note
from installer.windows.launchers import write_launchers
from tests.support.wine import Windows, windows_path

pytestmark = pytest.mark.soak

BASE = "0123456789ab"
CANNOT_START = 70
PYTHON = Path(__file__).with_name("stand_in_python.c")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A program's root with two versions and a Python that only says what it is told."""
    folder = tmp_path_factory.mktemp("chương trình có dấu") / "KT1 Desk"
    runtime = folder / "bases" / BASE / "runtime"
    runtime.mkdir(parents=True)
    words = ["x86_64-w64-mingw32-gcc", "-shared", "-O1", "-o", str(runtime / "python311.dll"), str(PYTHON)]
    subprocess.run(words, check=True)
    for version in ("0.1.0", "0.2.0-rc1"):
        (folder / "versions" / version).mkdir(parents=True)
        write_version_note(
            folder / "versions" / version, version, {"linux-x64": "f" * 12, "windows-x64": BASE}, "1"
        )
    write_launchers(folder)
    return folder


@pytest.mark.parametrize("line", ["0.1.0", "0.2.0-rc1\n", "0.1.0\r\n"])
def test_the_version_that_is_named_is_started_with_every_word_and_its_exit_code(
    machine: Windows, root: Path, line: str
) -> None:
    (root / "current.txt").write_bytes(line.encode())

    ended = machine.run(root / "kt1desk-cli.exe", "một từ", "*.txt", 'ngoặc "kép"', "")

    here = windows_path(root)
    assert ended.code == 7, ended.told
    assert ended.told.replace("\r", "").splitlines() == [
        *("-I", "-B", "-X", "utf8", rf"{here}\bases\{BASE}\start.py", rf"{here}\versions\{line.strip()}\app"),
        *("một từ", "*.txt", 'ngoặc "kép"', ""),
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        *(
            (line, "không biết phải mở bản nào")
            for line in ("", "..\\..\\x", "0.1.0\\..", "v1", "0..1", "0.1.0.", "0.1.0\n0.2.0", "0" * 60)
        ),
        ("0.9.9", "(version.json)"),
    ],
)
def test_a_damaged_pointer_is_refused_in_words(machine: Windows, root: Path, line: str, told: str) -> None:
    (root / "current.txt").write_bytes(line.encode())

    ended = machine.run(root / "kt1desk-cli.exe", "--version")

    assert ended.code == CANNOT_START
    assert told in ended.told
    assert "dữ liệu của bàn vẫn còn nguyên" in ended.told


@pytest.mark.parametrize("base", ["..", "0123456789ag", "0123456789abc", "f" * 12])
def test_a_base_that_is_none_is_refused_in_words(machine: Windows, root: Path, base: str) -> None:
    (root / "current.txt").write_text("0.3.0", encoding="ascii")
    folder = root / "versions" / "0.3.0"
    folder.mkdir(exist_ok=True)
    (folder / "version.json").write_text(f'{{"base": {{"windows-x64": "{base}"}}}}', encoding="ascii")

    ended = machine.run(root / "kt1desk-cli.exe")

    assert ended.code == CANNOT_START
    assert "báo người quản trị cài lại" in ended.told
