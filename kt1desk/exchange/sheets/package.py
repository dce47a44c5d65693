"""A workbook as a package of files: what it is, that it is no bomb, and which of its sheets can be seen.

Nothing is unpacked before the sizes the package itself gives were added up (Python unpacks no more of a part than its entry says), and no
part may define entities. This module must not know what stands in a cell.
"""

from __future__ import annotations

import posixpath
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from kt1desk.domain.errors import DeskError
from kt1desk.exchange.sheets.limits import MAX_PARTS, MAX_UNPACKED

ZIP_MARK = b"PK\x03\x04"
OLE_MARK = bytes.fromhex("d0cf11e0a1b11ae1")
"""Excel 97-2003, and the envelope around a workbook with a password."""

DAMAGED = (
    BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    StopIteration,
    ValueError,
    RuntimeError,
    expat.ExpatError,
)
"""What the libraries raise for a package that is not what it says it is."""

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Part:
    """A sheet of the workbook: its name as the tab shows it, and where it lies in the package."""

    name: str
    path: str


def refuse_envelope(data: bytes) -> None:
    """Refuse what begins as an OLE file, with the way out.

    Raises:
        DeskError: ``sheet.encrypted`` or ``sheet.old_excel``.
    """
    if data.startswith(OLE_MARK):
        raise DeskError("sheet.encrypted" if _ENCRYPTED in data else "sheet.old_excel")


def open_package(data: bytes) -> ZipFile:
    """The package, after its sizes and its kind were looked at.

    Raises:
        DeskError: ``sheet.damaged``, ``sheet.bomb``, ``sheet.other_program``, ``sheet.old_excel``, ``sheet.encrypted``.
    """
    try:
        package = ZipFile(BytesIO(data))
        entries = package.infolist()
        if len(entries) > MAX_PARTS or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
            raise DeskError("sheet.bomb")
        if any(entry.flag_bits & 1 for entry in entries):
            raise DeskError("sheet.encrypted")
        names = set(package.namelist())
        if _WORKBOOK not in names:
            raise _other_kind(names)
        for name in sorted(names):
            if name.endswith((".xml", ".rels")):
                _refuse_entities(package, name)
        return package
    except DAMAGED as error:
        raise DeskError("sheet.damaged") from error


def parts_of(package: ZipFile) -> tuple[Part, ...]:
    """The sheets that can be seen, in the order of their tabs.

    Raises:
        DeskError: ``sheet.damaged``.
    """
    paths: dict[str, str] = {}
    seen: list[tuple[str, str]] = []

    def relation(name: str, said: Mapping[str, str]) -> None:
        if name == "Relationship" and said.get("Type", "").endswith("/worksheet"):
            paths[said["Id"]] = posixpath.normpath(posixpath.join("/xl", said["Target"])).lstrip("/")

    def sheet(name: str, said: Mapping[str, str]) -> None:
        if name == "sheet" and said.get("state", "visible") == "visible":
            seen.append((said["name"], next(said[key] for key in said if _local(key) == "id")))

    try:
        walk(package, _RELATIONS, relation)
        walk(package, _WORKBOOK, sheet)
    except DAMAGED as error:
        raise DeskError("sheet.damaged") from error
    return tuple(Part(name, paths[key]) for name, key in seen if key in paths)


def walk(
    package: ZipFile,
    path: str,
    begin: Callable[[str, Mapping[str, str]], None],
    end: Callable[[str, str], None] | None = None,
) -> None:
    """Go through one XML part: ``begin`` gets each element's name without its prefix and its attributes, ``end`` the name and the text.

    Raises:
        the errors of `DAMAGED`.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    texts: list[str] = []

    def begins(name: str, said: dict[str, str]) -> None:
        texts.clear()
        begin(_local(name), said)

    def ends(name: str) -> None:
        if end is not None:
            end(_local(name), "".join(texts))
        texts.clear()

    parser.StartElementHandler = begins
    parser.EndElementHandler = ends
    parser.CharacterDataHandler = texts.append
    with package.open(path) as file:
        parser.ParseFile(file)


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _other_kind(names: set[str]) -> DeskError:
    """What else people bring: LibreOffice's own form, Excel's binary form, any other package."""
    if "content.xml" in names:
        return DeskError("sheet.other_program")
    return DeskError("sheet.old_excel" if "xl/workbook.bin" in names else "sheet.damaged")


def _refuse_entities(package: ZipFile, name: str) -> None:
    """No spreadsheet program writes a document type; whoever does wants entities that grow."""
    with package.open(name) as file:
        before = b""
        while chunk := file.read(_CHUNK):
            if b"<!DOCTYPE" in before + chunk:
                raise DeskError("sheet.damaged")
            before = chunk[-16:]
