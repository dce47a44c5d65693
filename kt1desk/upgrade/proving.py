"""Is a release ours, whole, and not older than what is known? Asked of python-tuf, over any source (docs/decisions/installed.md).

The root's ``trust/root.json`` says whose signatures count; ``trust/metadata`` what was seen of releases so far, so that an older one is
known as such. python-tuf works in a private copy of both, for a clerk as well as for the service; only an upgrade writes back what was
proved (`remember`). Expiry is judged by this machine's clock, which the sentence says.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from tuf.api import exceptions
from tuf.api.metadata import Metadata, Snapshot, TargetFile, Targets, Timestamp
from tuf.ngclient import FetcherInterface, Updater, UpdaterConfig

from kt1desk.domain.errors import DeskError
from kt1desk.upgrade.disk import PART, make_folder, read_small, refusals_translated, replace_file
from kt1desk.upgrade.layout import is_base, is_version
from kt1desk.upgrade.refusing import refusal_of, short_name, trusted_root
from kt1desk.upgrade.source import TIMESTAMP, Source

MAX_ROOT_BYTES = 128 * 1024
MAX_TARGET_BYTES = 512 * 1024 * 1024
"""No zip of a release is as large; a signed length above it is a mistake."""
RELEASE = "release.json"

_MAX_RELEASE_BYTES = 64 * 1024
_MAX_NOTES, _MAX_NOTE_LETTERS = 40, 400
_ROLES = (Timestamp.type, Snapshot.type, Targets.type)
_CONFIG = UpdaterConfig(
    max_root_rotations=64,
    max_delegations=1,
    root_max_length=MAX_ROOT_BYTES,
    timestamp_max_length=16 * 1024,
    snapshot_max_length=64 * 1024,
    targets_max_length=1024 * 1024,
    prefix_targets_with_hash=False,
)

Told = Callable[[int, int], None]
"""Bytes done and bytes altogether."""


@dataclass(frozen=True, slots=True)
class Release:
    """What a release says of itself, for one kind of machine.

    Args:
        version: the version it brings.
        schema: the newest revision of a desk's file that it knows.
        base: the base it runs on here.
        notes: what is new, in Vietnamese, a sentence each.
    """

    version: str
    schema: str
    base: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proven:
    """A release whose signatures hold: what it says, what its zips must be, until when it may be installed, and what proved it."""

    release: Release
    release_file: TargetFile
    app: TargetFile
    base: TargetFile
    valid_until: datetime
    metadata: Mapping[str, bytes] = field(repr=False)


def prove(source: Source, trust: Path, system: str, work: Path | None = None) -> Proven:
    """Read what a source says is the newest release, and believe it only if the keys of ``trust`` say so.

    Args:
        source: where to read.
        trust: the root's ``trust`` folder; only read.
        system: the kind of machine, such as ``windows-x64``.
        work: where python-tuf's copy may lie, for whoever may write there; None: in the user's own folder for such things. What a
            service makes in that of Windows may be changed by others (CVE-2024-4030, mended after Python 3.11.9).

    Raises:
        DeskError: ``upgrade.no_trust``, ``none_found``, ``too_old``, ``expired``, ``foreign_key``, ``damaged``, ``mixed``,
            ``not_for_us`` or ``source_gone``; ``no_room``, ``not_allowed`` or ``disk`` where the copy cannot be kept; whatever the
            source raises of its own.
    """
    with _private_copy(trust, work) as (folder, bootstrap), refusals_translated():
        asked = _Asked(source)
        try:
            updater = Updater(str(folder), "metadata", None, "targets", asked, _CONFIG, bootstrap=bootstrap)
        except (exceptions.RepositoryError, ValueError) as error:
            raise DeskError("upgrade.no_trust") from error
        try:
            updater.refresh()
        except (exceptions.RepositoryError, exceptions.DownloadError, ValueError) as error:
            raise refusal_of(error, asked.name, asked.data, folder) from error
        release_file = _target(updater, RELEASE)
        release = _release(source, release_file, system)
        return Proven(
            release,
            release_file,
            app=_target(updater, f"app/kt1desk-app-{release.version}.zip"),
            base=_target(updater, f"base/kt1desk-base-{release.base}-{system}.zip"),
            valid_until=_valid_until(folder),
            metadata=_found(folder),
        )


def remember(trust: Path, proven: Proven) -> None:
    """Keep what was proved, so that from now on nothing older is believed. Needs the right to write into the root.

    Raises:
        OSError: what could not be written stands as before; a later upgrade writes it.
    """
    for name, data in proven.metadata.items():
        path = trust / "metadata" / name
        make_folder(path.parent)
        if not path.is_file() or path.read_bytes() != data:
            replace_file(path, data)


def fetch(source: Source, target: TargetFile, to: Path, told: Told) -> None:
    """Copy a proved zip to the program's own disk and compare it there with what was signed.

    Raises:
        DeskError: ``upgrade.damaged``, ``mixed`` (not there, or of another length), ``source_gone``, ``no_room``, ``not_allowed``,
            ``disk``. Nothing is left at ``to`` then.
    """
    try:
        with refusals_translated(), to.open("xb") as file:
            for piece in _pieces(source, f"targets/{target.path}", target.length):
                file.write(piece)
                told(file.tell(), target.length)
        with refusals_translated(), to.open("r+b") as file:
            _compare(file.seek(0, 2), target)
            os.fsync(file.fileno())
            file.seek(0)
            target.verify_length_and_hashes(file)
    except exceptions.LengthOrHashMismatchError as error:
        to.unlink(missing_ok=True)
        raise DeskError("upgrade.damaged", name=short_name(target.path)) from error
    except BaseException:
        to.unlink(missing_ok=True)
        raise


class _Asked(FetcherInterface):
    """What python-tuf asks for, read from a source; it remembers the last file for whoever explains a refusal."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.name = ""
        self.data = b""

    def _fetch(self, url: str) -> Iterator[bytes]:
        raise exceptions.DownloadError(url)  # metadata comes whole, see download_bytes; targets by `fetch`

    def download_bytes(self, url: str, max_length: int) -> bytes:
        """A file of metadata, whole."""
        self.name, self.data = url, b""
        try:
            self.data = b"".join(_read(self._source, url, max_length))
        except FileNotFoundError as error:
            if url.endswith(".root.json"):  # no newer root: this is how the protocol asks
                raise exceptions.DownloadHTTPError("not there", 404) from error
            raise DeskError(
                "upgrade.none_found" if url == TIMESTAMP else "upgrade.mixed", name=short_name(url)
            ) from error
        if len(self.data) > max_length:
            raise exceptions.DownloadLengthMismatchError(url)
        return self.data


@contextmanager
def _private_copy(trust: Path, work: Path | None) -> Iterator[tuple[Path, bytes]]:
    """A folder that python-tuf may write into, with what is known of releases, and the bytes of the root that is trusted."""
    try:
        bootstrap = read_small(trust / "root.json", MAX_ROOT_BYTES)
    except OSError as error:
        raise DeskError("upgrade.no_trust") from error
    with refusals_translated():
        folder = Path(tempfile.mkdtemp(prefix="kt1desk-upgrade-", suffix=PART, dir=work))
    try:
        with refusals_translated():
            (folder / "root_history").mkdir()
            known = trust / "metadata"
            for path in (
                *known.glob("root_history/*.root.json"),
                *(known / f"{role}.json" for role in _ROLES),
            ):
                if path.is_file():
                    shutil.copyfile(path, folder / path.relative_to(known))
        yield folder, bootstrap
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _found(folder: Path) -> Mapping[str, bytes]:
    """What python-tuf left: the roots first, for what follows is signed by the keys they name."""
    roots = sorted(folder.glob("root_history/*.root.json"))
    paths = (*roots, *(folder / f"{role}.json" for role in _ROLES))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def _valid_until(folder: Path) -> datetime:
    """The first day on which a part of the proof is over."""
    whole = (Metadata.from_file(str(folder / f"{role}.json")).signed for role in _ROLES)
    return min(each.expires for each in (trusted_root(folder), *whole))


def _target(updater: Updater, name: str) -> TargetFile:
    found = updater.get_targetinfo(name)
    if found is None:
        raise DeskError("upgrade.mixed", name=short_name(name))
    if found.length > MAX_TARGET_BYTES or "sha256" not in found.hashes:
        raise DeskError("upgrade.damaged", name=short_name(name))
    return found


def _release(source: Source, target: TargetFile, system: str) -> Release:
    data = b"".join(_pieces(source, f"targets/{target.path}", min(target.length, _MAX_RELEASE_BYTES)))
    _compare(len(data), target)
    try:
        target.verify_length_and_hashes(data)
        body = json.loads(data)
    except (exceptions.LengthOrHashMismatchError, ValueError, RecursionError) as error:
        raise DeskError("upgrade.damaged", name=RELEASE) from error
    match body:
        case {"version": str(version), "schema": str(schema), "base": dict(bases), "notes": list(notes)} if (
            is_version(version)
        ):
            base = bases.get(system)
            if base is None:
                raise DeskError("upgrade.not_for_us", version=version)
            if isinstance(base, str) and is_base(base):
                texts = (each[:_MAX_NOTE_LETTERS] for each in notes[:_MAX_NOTES] if isinstance(each, str))
                return Release(version, schema, base, tuple(texts))
    raise DeskError("upgrade.damaged", name=RELEASE)


def _compare(length: int, target: TargetFile) -> None:
    """Another length is another file, or one that was not copied to its end; the same length with other bytes is damage."""
    if length != target.length:
        raise DeskError("upgrade.mixed", name=short_name(target.path))


def _pieces(source: Source, name: str, most: int) -> Iterator[bytes]:
    """A target's bytes, never more than were signed for and one, with the refusals of a source said."""
    try:
        yield from _read(source, name, most)
    except FileNotFoundError as error:
        raise DeskError("upgrade.mixed", name=short_name(name)) from error


def _read(source: Source, name: str, most: int) -> Iterator[bytes]:
    """What a source gives, cut off after ``most`` bytes and one whatever the source does; FileNotFoundError stays one."""
    left = most + 1
    try:
        for piece in source.read(name, most):
            yield piece[:left]
            left -= len(piece)
            if left <= 0:
                return
    except FileNotFoundError:
        raise
    except OSError as error:
        raise DeskError("upgrade.source_gone") from error
