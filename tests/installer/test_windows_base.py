"""The rules of the Windows base: what goes in of a wheel, which DLLs are found, which names Windows takes, whose files the runtime has."""

from __future__ import annotations

import io
import shutil
import struct
import subprocess
import zipfile
from pathlib import Path

import pytest

from installer.payload.compiled import digest
from installer.windows import base, downloads, names, programs, signatures
from installer.windows.trimming import Rules, files_of

RULES = Rules(
    only={"Big": ["kept.dll", "plugins/*.dll"], "Not": []},
    moved={"Big/kept.dll": "runtime/kept.dll"},
    leave=["*/tests/*", "*.pyi"],
)


def program(*libraries: str, delayed: tuple[str, ...] = (), machine: int = programs.X64) -> bytes:
    """The smallest file that says what it loads."""
    at, start = 0x200, 0x1000
    entries, texts = bytearray(), bytearray()
    tables: list[int] = []
    for size, name_at, each in ((20, 12, libraries), (32, 4, delayed)):
        tables.append(start + len(entries) if each else 0)
        for library in each:
            entry = bytearray(size)
            struct.pack_into("<I", entry, name_at, start + 0x800 + len(texts))
            entries += entry
            texts += library.encode() + b"\0"
        entries += bytes(size)
    header = bytearray(at)
    header[:2] = b"MZ"
    struct.pack_into("<I", header, 0x3C, 0x40)
    struct.pack_into("<4sHH12xHH", header, 0x40, b"PE\0\0", machine, 1, 240, 0)
    struct.pack_into("<H", header, 0x58, 0x20B)
    struct.pack_into("<I", header, 0x58 + 108, 16)
    struct.pack_into("<I", header, 0x58 + 112 + 8, tables[0])
    struct.pack_into("<I", header, 0x58 + 112 + 8 * 13, tables[1])
    struct.pack_into("<8sIIII", header, 0x58 + 240, b".rdata", 0x1000, start, 0x1000, at)
    return bytes(header + entries.ljust(0x800, b"\0") + texts.ljust(0x800, b"\0"))


def wheel(folder: Path, *paths: str) -> Path:
    made = folder / "a-1-py3-none-any.whl"
    with zipfile.ZipFile(made, "w") as packed:
        for each in paths:
            packed.writestr(each, each)
    return made


def test_of_a_wheel_only_what_the_rules_name_goes_in(tmp_path: Path) -> None:
    packed = wheel(
        tmp_path,
        *("Big/kept.dll", "Big/left.dll", "Big/plugins/a/b.dll", "Not/x.py", "small/a.py", "small/a.pyi"),
        *("small/tests/a.py", "a-1.data/purelib/deep/b.py", "a-1.data/scripts/run.exe"),
    )

    found = dict(files_of(packed, RULES))

    assert found == {
        "runtime/kept.dll": b"Big/kept.dll",
        "lib/Big/plugins/a/b.dll": b"Big/plugins/a/b.dll",
        "lib/small/a.py": b"small/a.py",
        "lib/deep/b.py": b"a-1.data/purelib/deep/b.py",
    }


@pytest.mark.parametrize("path", ["../out.py", "/etc/out.py", "a\\..\\out.py"])
def test_a_wheel_does_not_write_outside(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="leads out"):
        dict(files_of(wheel(tmp_path, path), RULES))


def test_a_dll_is_found_in_its_folder_beside_python_and_where_its_package_looks() -> None:
    files = {
        "runtime/python311.dll": program("KERNEL32.dll", "api-ms-win-crt-runtime-l1-1-0.dll"),
        "runtime/msvcp140.dll": program(),
        "lib/PySide6/Qt6Core.dll": program("MSVCP140.dll"),
        "lib/PySide6/plugins/a/b.dll": program("Qt6Core.dll", delayed=("shiboken6.dll",)),
        "lib/shiboken6/shiboken6.dll": program(),
        "lib/other.pyd": program("qt6core.dll", delayed=("nowhere.dll",)),
        "lib/notes.txt": b"",
    }

    assert programs.unmet(files) == ["lib/other.pyd needs nowhere.dll", "lib/other.pyd needs qt6core.dll"]


@pytest.mark.parametrize("data", [b"", b"MZ", b"#!/bin/sh" * 99, program(machine=0x14C)])
def test_what_is_no_program_for_64_bit_windows_is_told(data: bytes) -> None:
    with pytest.raises(programs.NoProgramError, match=r"lib/a\.pyd"):
        programs.unmet({"lib/a.pyd": data})


def test_a_program_of_the_cross_compiler_tells_what_it_loads(tmp_path: Path) -> None:
    compiler = shutil.which("x86_64-w64-mingw32-gcc")
    if compiler is None:
        pytest.skip("no cross compiler")
    (tmp_path / "a.c").write_text("#include <windows.h>\nint main(void) { return (int)GetVersion(); }\n")
    subprocess.run([compiler, "a.c", "-o", "a.exe", "-lwinspool"], cwd=tmp_path, check=True)

    assert {"kernel32.dll", "msvcrt.dll"} <= programs.imports((tmp_path / "a.exe").read_bytes())


def test_names_that_windows_does_not_take_are_told() -> None:
    found = names.complaints(
        [
            "lib/a.py",
            "lib/A.py",
            "lib/prn.py",
            "lib/aux/b.py",
            "lib/c:d",
            "lib/e ",
            f"lib/{'f' * 240}",
            "lib/g",
        ]
    )

    assert [each[:40] for each in found] == [
        "a character Windows does not take: lib/c",
        "a character Windows does not take: lib/e",
        "name of a device: lib/aux/b.py",
        "name of a device: lib/prn.py",
        f"too long: lib/{'f' * 26}",
        "twice but for the case: lib/A.py",
        "twice but for the case: lib/a.py",
    ]


def test_a_runtime_with_another_hash_is_refused(tmp_path: Path) -> None:
    given = tmp_path / "python-3.11.9-embed-amd64.zip"
    given.write_bytes(b"zip")

    assert downloads.given_runtime(given, digest(b"zip").upper()).packed == b"zip"
    with pytest.raises(downloads.WrongFileError, match="hash"):
        downloads.given_runtime(given, digest(b"other"))


def test_another_runtime_makes_another_base() -> None:
    pinned = downloads.runtime_note()["zip_sha256"]

    assert base.name_of_base() == base.name_of_base(pinned)
    assert base.name_of_base() != base.name_of_base(digest(b"other"))


def test_a_file_nobody_signed_is_no_file_of_the_runtime() -> None:
    if shutil.which("osslsigncode") is None:
        pytest.skip("no osslsigncode")

    with pytest.raises(signatures.WrongSignatureError, match=r"a\.dll, b\.dll"):
        signatures.check({"a.dll": program(), "b.dll": b"MZ", "c.txt": b""}, "Anybody", ["b.dll"])


def test_what_the_signer_is_called_is_not_taken_from_anywhere_else(monkeypatch: pytest.MonkeyPatch) -> None:
    told = (
        "Current message digest    : AB\nCalculated message digest : {digest}\nSigner's certificate:\n"
        "\tSigner #0:\n\t\tSubject: /C=US/O={signer}/CN=x\n\tSigner #1:\n\t\tSubject: /O=Right\n{end}"
    )

    def says(**words: str) -> None:
        whole = told.format(
            **{"digest": "AB", "signer": "Right", "end": "Signature verification: ok"} | words
        )
        done = subprocess.CompletedProcess([], 0, whole, "")
        monkeypatch.setattr(subprocess, "run", lambda *_, **__: done)

    says()
    assert signatures.check({"a.dll": b""}, "Right", []) == 1
    for words in ({"signer": "Right Hand"}, {"digest": "AC"}, {"end": "Signature verification: failed"}):
        says(**words)
        with pytest.raises(signatures.WrongSignatureError):
            signatures.check({"a.dll": b""}, "Right", [])
    says(signer="Another", end="")
    assert signatures.check({"a.dll": b""}, "Right", ["a.dll"]) == 1


def test_a_zip_without_what_python_needs_makes_no_base(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signatures, "check", lambda *_: 0)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        made.writestr("python311.dll", program("vcruntime140.dll"))

    with pytest.raises(base.BadStageError, match=r"python311\.dll needs vcruntime140\.dll"):
        base.write_base(tmp_path, downloads.Runtime(packed.getvalue(), "0" * 64), [])
