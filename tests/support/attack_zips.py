"""Attacks by a signed zip: what whoever holds two release keys could make, and where it would write."""

from __future__ import annotations

import hashlib
import json
import stat
import zipfile
from collections.abc import Sequence
from pathlib import Path

from kt1desk.upgrade.layout import ProgramRoot
from kt1desk.upgrade.source import FolderSource, Source
from tests.support.attack_kit import ATTACKS, Attack, Prepare, attack
from tests.support.releases import Workshop, app_zip, rewrite_zip


def _hostile(name: str, mode: int = 0o100644) -> Prepare:
    """A zip with one more entry, which its note lists too: as whoever holds two release keys could make it."""

    def prepare(workshop: Workshop, _root: ProgramRoot) -> Source:
        def change(files: Path) -> None:
            def add(entries: list[tuple[zipfile.ZipInfo, bytes]]) -> Sequence[tuple[zipfile.ZipInfo, bytes]]:
                entry = zipfile.ZipInfo(name)
                entry.external_attr = mode << 16
                entry.filename = name  # as it stands: ZipInfo would put / for what this system separates by
                return [*(_listing(each, name) for each in entries), (entry, b"escaped")]

            rewrite_zip(app_zip(files), add)

        workshop.release("2.0", change=change)
        return FolderSource(workshop.stick())

    return prepare


def _listing(entry: tuple[zipfile.ZipInfo, bytes], name: str) -> tuple[zipfile.ZipInfo, bytes]:
    info, data = entry
    if not info.filename.endswith("version.json"):
        return entry
    note = json.loads(data)
    note["files"][name.removeprefix("versions/2.0/")] = hashlib.sha256(b"escaped").hexdigest()
    return info, json.dumps(note).encode()


HOSTILE_NAMES = (
    *(
        "../escaped",
        "versions/2.0/../../escaped",
        "/escaped",
        "versions/escaped",
        "bases/escaped/x",
        "escaped",
    ),
    *(
        "versions/2.0/app/..\\..\\..\\escaped",
        "versions/2.0/C:escaped",
        "C:/escaped",
        "versions/2.0/app/x:escaped",
    ),
    *(
        "versions/2.0/app/nul",
        "versions/2.0/app/COM1.py",
        "versions/2.0/app/escaped.",
        "versions/2.0/app/escaped ",
    ),
    *("versions/2.0/app//escaped", "versions/2.0/./escaped", "versions/2.0/app/kt1desk/__INIT__.py"),
    *("versions/2.0/app/kt1desk/__main__.py/escaped", "versions/2.0/app/", "versions/2.0/app/x\x07escaped"),
)
for _number, _name in enumerate(HOSTILE_NAMES):
    ATTACKS.append(Attack(f"a_zip_with_{_number}_{_name!r}", ("upgrade.damaged",), _hostile(_name)))
for _kind, _mode in (("link", stat.S_IFLNK), ("device", stat.S_IFCHR), ("pipe", stat.S_IFIFO)):
    ATTACKS.append(
        Attack(
            f"a_zip_with_a_{_kind}", ("upgrade.damaged",), _hostile("versions/2.0/app/escaped", _mode | 0o777)
        )
    )


@attack("upgrade.damaged")
def a_zip_with_a_file_its_note_does_not_list(workshop: Workshop, _root: ProgramRoot) -> Source:
    def change(files: Path) -> None:
        rewrite_zip(
            app_zip(files), lambda entries: [*entries, (zipfile.ZipInfo("versions/2.0/app/escaped"), b"x")]
        )

    workshop.release("2.0", change=change)
    return FolderSource(workshop.stick())


@attack("upgrade.damaged")
def a_zip_whose_file_is_not_what_its_note_says(workshop: Workshop, _root: ProgramRoot) -> Source:
    def change(files: Path) -> None:
        rewrite_zip(
            app_zip(files),
            lambda entries: [(info, data.replace(b"print", b"other")) for info, data in entries],
        )

    workshop.release("2.0", change=change)
    return FolderSource(workshop.stick())
