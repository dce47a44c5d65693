"""What the programs and libraries of a stage load, read from the files themselves: a missing DLL is told here, not at a counter.

Reads the headers of PE files (64-bit only) as far as imports need it: https://learn.microsoft.com/windows/win32/debug/pe-format
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

ENDINGS = (".dll", ".exe", ".pyd")
X64 = 0x8664
_PE32_PLUS = 0x20B
_IMPORTS, _DELAYED = 1, 13
_SYSTEM = """
advapi32 authz bcrypt bcryptprimitives cfgmgr32 combase comctl32 comdlg32 crypt32 d2d1 d3d9 d3d11 d3d12 dcomp dnsapi dwmapi dwrite dxgi
gdi32 icuuc imm32 iphlpapi kernel32 mpr mscms msimg32 msvcrt ncrypt netapi32 normaliz ntdll ole32 oleaut32 opengl32 powrprof propsys psapi
rpcrt4 secur32 setupapi shcore shell32 shlwapi synchronization uiautomationcore user32 userenv usp10 uxtheme version winhttp winmm
winspool.drv wintrust wldap32 ws2_32 wsock32 wtsapi32
"""
SYSTEM = {name if "." in name else f"{name}.dll" for name in _SYSTEM.split()}
"""DLLs that every Windows 10 from 1809 on has; beside them the API sets (``api-ms-win-…``)."""
ADDED = {
    "lib/pyside6/": ("lib/pyside6", "lib/shiboken6"),
    "lib/psycopg_binary/": ("lib/psycopg_binary.libs",),
}
"""Folders that a package adds to the search when it is imported, in small letters."""
_RUNTIME = "runtime"
_API_SETS = ("api-ms-win-", "ext-ms-win-")


class NoProgramError(Exception):
    """A file that is called a program or a library is none for 64-bit Windows."""


@dataclass(frozen=True, slots=True)
class _Section:
    virtual: int
    size: int
    raw: int


def unmet(files: Mapping[str, bytes]) -> list[str]:
    """Which DLLs would not be found: ``lib/x.pyd needs y.dll``.

    A library is looked for in its own folder, beside Python, and in the folders that its package adds to the search (`ADDED`).

    Args:
        files: of one base, by path; others than programs and libraries are passed over.

    Raises:
        NoProgramError: one is not what its name says.
    """
    programs = {name: data for name, data in files.items() if name.lower().endswith(ENDINGS)}
    here = {name.lower() for name in programs}
    return sorted(
        f"{name} needs {library}"
        for name, data in programs.items()
        for library in imports(data, name)
        if library not in SYSTEM
        and not library.startswith(_API_SETS)
        and not any(f"{folder}/{library}" in here for folder in _searched(name.lower()))
    )


def _searched(name: str) -> Iterator[str]:
    """The folders a library of this path is looked for in."""
    yield name.rpartition("/")[0]
    yield _RUNTIME
    for package, folders in ADDED.items():
        if name.startswith(package):
            yield from folders


def imports(data: bytes, name: str = "") -> set[str]:
    """The DLLs a program loads at its start or when it first calls them, in small letters.

    Raises:
        NoProgramError: no PE file for x64.
    """
    try:
        return {each.lower() for each in _imports(data)}
    except (struct.error, ValueError) as error:
        raise NoProgramError(f"{name or 'the file'} is no program for 64-bit Windows") from error


def _imports(data: bytes) -> Iterator[str]:
    header = int(struct.unpack_from("<I", data, 0x3C)[0])
    if data[:2] != b"MZ" or data[header : header + 4] != b"PE\0\0":
        raise ValueError("no PE file")
    machine, count = struct.unpack_from("<HH", data, header + 4)
    optional_size = int(struct.unpack_from("<H", data, header + 20)[0])
    optional = header + 24
    if machine != X64 or struct.unpack_from("<H", data, optional)[0] != _PE32_PLUS:
        raise ValueError("not x64")
    sections = [_section(data, optional + optional_size + 40 * each) for each in range(count)]
    directories = int(struct.unpack_from("<I", data, optional + 108)[0])
    for directory, entry_size, name_at in ((_IMPORTS, 20, 12), (_DELAYED, 32, 4)):
        if directory < directories:
            table = int(struct.unpack_from("<I", data, optional + 112 + 8 * directory)[0])
            yield from _named(data, sections, table, (entry_size, name_at)) if table else ()


def _named(data: bytes, sections: list[_Section], table: int, shape: tuple[int, int]) -> Iterator[str]:
    """The names of one table of imports, which ends with an entry of zeros."""
    entry_size, name_at = shape
    at = _offset(sections, table)
    while name := int(struct.unpack_from("<I", data, at + name_at)[0]):
        start = _offset(sections, name)
        yield data[start : data.index(b"\0", start)].decode("ascii")
        at += entry_size


def _section(data: bytes, at: int) -> _Section:
    size, virtual, raw_size, raw = struct.unpack_from("<IIII", data, at + 8)
    return _Section(virtual, max(size, raw_size), raw)


def _offset(sections: list[_Section], address: int) -> int:
    for each in sections:
        if each.virtual <= address < each.virtual + each.size:
            return address - each.virtual + each.raw
    raise ValueError("an address outside of all sections")
