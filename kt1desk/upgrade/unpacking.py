"""A proved zip becomes files, and nothing else: no path leaves its folder, no link, no device, no more bytes than were signed for.

The zip was signed, so all of this guards against our own mistakes and against whoever gets hold of a key: the damage stays in one folder
that nothing starts before it passed its self-test.
"""

from __future__ import annotations

import hashlib
import re
import stat
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

from kt1desk.domain.errors import DeskError
from kt1desk.upgrade.disk import make_folder, refusals_translated, sync_folders, write_file
from kt1desk.upgrade.layout import MAX_NOTE_BYTES

MAX_FILES = 20_000

_CHUNK = 1024 * 1024
_ENCRYPTED = 1
_RUNS = 0o111
_FILE_MODE, _PROGRAM_MODE = 0o644, 0o755
_PLAIN = re.compile(r"[ !#-)+-.0-9;=@A-Z\[\]^_`a-z{}~]+")
"""Printable ASCII without what has a meaning in a path on one of the systems: ``\\ / : * ? " < > |``."""
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(\..*)?", re.IGNORECASE)
_MAX_PART, _MAX_NAME = 120, 200

ReadNote = Callable[[bytes], Mapping[str, str]]
"""Bytes of a note to the files it lists with their hashes; it raises a `DeskError` where the note is not the one that was expected."""


def unpack(
    packed: Path,
    folder: str,
    to: Path,
    note: tuple[str, ReadNote],
    most_bytes: int,
    told: Callable[[int, int], None],
) -> None:
    """Unpack a zip and bring everything to the disk.

    Args:
        packed: the zip.
        folder: what every path in it begins with, such as ``versions/1.4.0``.
        to: the new folder for what lies below that; it must not be there.
        note: the name of the note below ``folder``, and what reads it. It must list every other file with its hash, and no more.
        most_bytes: how much it may be unpacked.
        told: hears bytes done and bytes altogether.

    Raises:
        DeskError: ``upgrade.damaged`` for everything that is not as it must be; ``no_room``, ``not_allowed``, ``disk``. What was
            unpacked so far is left for whoever called.
    """
    name, read_note = note
    try:
        with zipfile.ZipFile(packed) as opened:
            entries = _entries(opened, f"{folder}/", most_bytes)
            listed = _listed(opened, entries, name, read_note)
            with refusals_translated():
                make_folder(to)
            done, all_ = 0, sum(entry.file_size for entry in entries.values())
            for path, entry in sorted(entries.items()):
                _write(opened, entry, to / path, listed.get(path))
                done += entry.file_size
                told(done, all_)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, KeyError) as error:
        raise _damaged(packed.name) from error
    with refusals_translated():
        sync_folders(to)


def _entries(opened: zipfile.ZipFile, prefix: str, most_bytes: int) -> dict[str, zipfile.ZipInfo]:
    """The files of a zip by their paths below the prefix, each looked at before anything is written."""
    found: dict[str, zipfile.ZipInfo] = {}
    taken: set[str] = set()
    infos = opened.infolist()
    if len(infos) > MAX_FILES or sum(info.file_size for info in infos) > most_bytes:
        raise _damaged(prefix)
    for info in infos:
        path = info.orig_filename.removeprefix(prefix)
        kind = stat.S_IFMT(info.external_attr >> 16)
        plain = kind in {0, stat.S_IFREG} and info.compress_type in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
        if path == info.orig_filename or not plain or info.flag_bits & _ENCRYPTED or not is_safe(path):
            raise _damaged(path)
        if path.lower() in taken:  # Windows would write one over the other
            raise _damaged(path)
        taken.add(path.lower())
        found[path] = info
    folders = {str(parent).lower() for path in found for parent in Path(path).parents}
    if {folder.replace("\\", "/") for folder in folders} & taken:
        raise _damaged(prefix)
    return found


def is_safe(path: str) -> bool:
    """Whether a path with ``/`` names a file below its folder on Windows and Linux alike, and nothing else ever."""
    parts = path.split("/")
    return len(path) <= _MAX_NAME and all(
        _PLAIN.fullmatch(part) is not None
        and len(part) <= _MAX_PART
        and not part.endswith((".", " "))
        and not part.startswith(" ")
        and _DEVICES.fullmatch(part) is None
        for part in parts
    )


def _listed(
    opened: zipfile.ZipFile, entries: Mapping[str, zipfile.ZipInfo], name: str, read_note: ReadNote
) -> Mapping[str, str]:
    entry = entries.get(name)
    if entry is None or entry.file_size > MAX_NOTE_BYTES:
        raise _damaged(name)
    listed = read_note(opened.read(entry))
    if listed.keys() | {name} != entries.keys() or name in listed:
        raise _damaged(name)
    return listed


def _write(opened: zipfile.ZipFile, entry: zipfile.ZipInfo, path: Path, expected: str | None) -> None:
    """One file, written and compared with its line in the note; the note itself has none."""
    runs = (entry.external_attr >> 16) & _RUNS
    data = bytearray()
    with opened.open(entry) as packed:
        while piece := packed.read(_CHUNK):
            data += piece
    if expected is not None and hashlib.sha256(data).hexdigest() != expected:
        raise _damaged(path.name)
    with refusals_translated():
        make_folder(path.parent)
        write_file(path, bytes(data), _PROGRAM_MODE if runs else _FILE_MODE)


def _damaged(name: str) -> DeskError:
    return DeskError("upgrade.damaged", name=name.rpartition("/")[2] or name)
