"""The newest release on a stick or a share, proved there as a desk would prove it."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from tuf.api.metadata import Metadata, Snapshot, Targets, Timestamp

from installer.update.repository import RELEASE
from kt1desk.upgrade.proving import fetch, prove
from kt1desk.upgrade.source import STICK_FOLDER, FolderSource


def write_stick(repository: Path, place: Path, say: Callable[[str], None]) -> Path:
    """Write ``kt1desk-capnhat`` anew, and read every byte back.

    The timestamp is written last: a stick pulled out before that has no release, and is no half one.

    Args:
        repository: see `installer.update.repository`.
        place: the stick or share.
        say: hears the name of each file.

    Returns:
        The folder on the stick.

    Raises:
        DeskError: what was written is not what was signed.
        OSError: the stick.
    """
    folder = place / STICK_FOLDER
    if folder.exists():
        shutil.rmtree(folder)
    timestamp = Metadata[Timestamp].from_file(str(repository / "metadata" / "timestamp.json")).signed
    snapshot_name = f"{timestamp.snapshot_meta.version}.snapshot.json"
    snapshot = Metadata[Snapshot].from_file(str(repository / "metadata" / snapshot_name)).signed
    targets_name = f"{snapshot.meta['targets.json'].version}.targets.json"
    targets = Metadata[Targets].from_file(str(repository / "metadata" / targets_name)).signed
    roots = sorted(path.name for path in repository.glob("metadata/*.root.json"))
    names = [
        *(f"targets/{name}" for name in sorted(targets.targets)),
        *(f"metadata/{name}" for name in (*roots, targets_name, snapshot_name, "timestamp.json")),
    ]
    for name in names:
        say(name)
        _copy(repository / name, folder / name)
    _prove(repository, folder)
    return folder


def _copy(source: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    with source.open("rb") as read, to.open("wb") as written:
        shutil.copyfileobj(read, written)
        written.flush()
        os.fsync(written.fileno())


def _prove(repository: Path, folder: Path) -> None:
    """As a desk would that knows nothing but the first root, for every system the release is for."""
    source = FolderSource(folder)
    with tempfile.TemporaryDirectory(prefix="kt1desk-stick-") as made:
        trust = Path(made)
        shutil.copyfile(repository / "metadata" / "1.root.json", trust / "root.json")
        release = json.loads((repository / "targets" / RELEASE).read_text(encoding="utf-8"))
        for system in sorted(release["base"]):
            proven = prove(source, trust, system)
            for part in (proven.app, proven.base):
                to = trust / "read-back.zip"
                fetch(source, part, to, lambda _done, _all: None)
                to.unlink()
