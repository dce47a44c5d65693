"""A clerk's desk copies a release into the drop folder, from where a service of the system installs it.

Only what this installation needs is copied, and only what was proved; the service proves it once more, for anybody may write there.
"""

from __future__ import annotations

from pathlib import Path

from tuf.api.metadata import Metadata, Snapshot, Targets

from kt1desk.upgrade.disk import refusals_translated, remove, write_file
from kt1desk.upgrade.layout import ProgramRoot
from kt1desk.upgrade.offer import Offer, offered
from kt1desk.upgrade.proving import Proven, Told, fetch, prove
from kt1desk.upgrade.request import release_folder
from kt1desk.upgrade.source import Source


def bring(source: Source, root: ProgramRoot, drop: Path, request_id: str, told: Told) -> Offer | None:
    """Copy what an upgrade of this installation needs from a source into the drop folder; None: nothing newer there.

    Copies of earlier requests are deleted, as far as this user may.

    Args:
        source: where the release is.
        root: the installation; only read.
        drop: the drop folder, see `kt1desk.upgrade.request.default_drop_folder`.
        request_id: the request that `kt1desk.upgrade.request.ask` is to make afterwards.
        told: bytes copied, bytes altogether.

    Raises:
        DeskError: as `kt1desk.upgrade.offer.look` and `kt1desk.upgrade.proving.fetch`.
    """
    proven = prove(source, root.trust, root.system)
    offer = offered(proven, root, source.label)
    if offer is None:
        return None
    for old in drop.glob("release-*"):
        remove(old)
    folder = release_folder(drop, request_id)
    try:
        _write_metadata(folder, proven)
        parts = (proven.release_file, proven.app, *((proven.base,) if offer.brings_base else ()))
        done, all_ = 0, sum(part.length for part in parts)
        for part in parts:
            to = folder / "targets" / part.path
            with refusals_translated():
                to.parent.mkdir(parents=True, exist_ok=True)
            fetch(source, part, to, _from(done, all_, told))
            done += part.length
    except BaseException:
        remove(folder)
        raise
    return offer


def _from(before: int, all_: int, told: Told) -> Told:
    """Count on: one bar for all files."""
    return lambda done, _of_this_one: told(before + done, all_)


def _write_metadata(folder: Path, proven: Proven) -> None:
    """The proof as a source has it: every file but the timestamp with its version in its name."""
    with refusals_translated():
        (folder / "metadata").mkdir(parents=True)
        for name, data in proven.metadata.items():
            file = name.rpartition("/")[2]
            if file == "snapshot.json":
                file = f"{Metadata[Snapshot].from_bytes(data).signed.version}.{file}"
            elif file == "targets.json":
                file = f"{Metadata[Targets].from_bytes(data).signed.version}.{file}"
            write_file(folder / "metadata" / file, data)
