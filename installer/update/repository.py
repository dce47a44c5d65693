"""The folder that sticks and shares are copied from: ``metadata/`` and ``targets/``, signed.

A release replaces the one before: desks take the newest, whatever they have. What a month brings when nothing new is there is a new stamp:
snapshot and timestamp with a later end.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from securesystemslib.signer import Signer
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp

from installer.payload.notes import SYSTEMS
from installer.payload.zips import app_target, base_target
from installer.update.roots import READABLE, RootRefusedError, check_root, read_root, write_root

TARGETS_LIFE = timedelta(days=365)
STAMP_LIFE = timedelta(days=150)
RELEASE = "release.json"

_T = TypeVar("_T", Snapshot, Targets, Timestamp)


class ReleaseRefusedError(Exception):
    """A release would not be believed or could not be installed; the message says why."""


@dataclass(frozen=True, slots=True)
class Signers:
    """Who is here to sign.

    Args:
        stamp: the key of the stamp.
        release: keys of those who release; none where only the stamp is renewed.
    """

    stamp: Signer
    release: Sequence[Signer] = field(default=())


def put_root(folder: Path, root: Path) -> None:
    """Lay the first root, or the next one, into a repository.

    Raises:
        RootRefusedError: desks would not believe it.
    """
    new = read_root(root)
    metadata = folder / "metadata"
    known = sorted(metadata.glob("*.root.json"), key=lambda path: int(path.name.partition(".")[0]))
    check_root(new, read_root(known[-1]) if known else None)
    metadata.mkdir(parents=True, exist_ok=True)
    write_root(new, metadata / f"{new.signed.version}.root.json")


def newest_root(folder: Path) -> Metadata[Root]:
    """The root that counts.

    Raises:
        RootRefusedError: there is none.
    """
    known = sorted(folder.glob("metadata/*.root.json"), key=lambda path: int(path.name.partition(".")[0]))
    if not known:
        raise RootRefusedError("Kho phát hành chưa có root.")
    return read_root(known[-1])


def write_release_note(files: Path, notes: Sequence[str]) -> Mapping[str, object]:
    """Write ``release.json`` beside the zips of a release, from what the zip of the version says.

    Args:
        files: the folder with ``app/…zip`` and ``base/…zip``.
        notes: what is new, in Vietnamese, a sentence each.

    Raises:
        ReleaseRefusedError: not exactly one version, or a base that it names is not there.
    """
    apps = sorted(files.glob("app/kt1desk-app-*.zip"))
    if len(apps) != 1:
        raise ReleaseRefusedError(f"Cần đúng một tệp app/kt1desk-app-….zip, thấy {len(apps)}.")
    version = apps[0].name.removeprefix("kt1desk-app-").removesuffix(".zip")
    with zipfile.ZipFile(apps[0]) as opened:
        note = json.loads(opened.read(f"versions/{version}/version.json"))
    if note["version"] != version or not set(note["base"]) <= set(SYSTEMS):
        raise ReleaseRefusedError("version.json trong tệp zip không khớp tên tệp.")
    for system, base in note["base"].items():
        if not (files / base_target(base, system)).is_file():
            raise ReleaseRefusedError(f"Thiếu {base_target(base, system)}.")
    release = {
        "version": version,
        "schema": note["schema"],
        "base": note["base"],
        "app": {"name": app_target(version), "length": apps[0].stat().st_size},
        "notes": list(notes),
    }
    (files / RELEASE).write_text(json.dumps(release, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return release


def sign_release(folder: Path, files: Path, signers: Signers, now: datetime) -> None:
    """Take a release into the repository in place of the one before.

    Args:
        folder: the repository; its root must be there.
        files: ``release.json`` and the zips that it names.
        signers: two of those who release, and the stamp.
        now: the moment the lives of the signatures begin.

    Raises:
        ReleaseRefusedError: a file is missing, or the signatures would not be believed; the repository is as before.
    """
    release = json.loads((files / RELEASE).read_text(encoding="utf-8"))
    names = [
        RELEASE,
        release["app"]["name"],
        *(base_target(base, system) for system, base in release["base"].items()),
    ]
    listed = {}
    for name in names:
        path = files / name
        if not path.is_file():
            raise ReleaseRefusedError(f"Thiếu {name}.")
        listed[name] = TargetFile.from_file(name, str(path), ["sha256"])
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as opened:
                listed[name].unrecognized_fields["custom"] = {
                    "unpacked": sum(each.file_size for each in opened.infolist())
                }
    before = _newest(folder, Targets)
    targets = Targets(
        version=before.version + 1 if before else 1, expires=_whole(now + TARGETS_LIFE), targets=listed
    )
    signed = _signed(folder, targets, signers.release)
    stamped = _stamp(folder, targets, signed, signers.stamp, now)
    for name in names:
        copy = folder / "targets" / name
        if not copy.is_file() or copy.read_bytes() != (files / name).read_bytes():
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(files / name, copy)
    _write(folder, stamped)


def renew_stamp(folder: Path, signers: Signers, now: datetime) -> None:
    """Let the newest release live on: only snapshot and timestamp are signed anew.

    Raises:
        ReleaseRefusedError: there is no release, its own signature is over, or the stamp's would not be believed.
    """
    targets = _newest(folder, Targets)
    if targets is None:
        raise ReleaseRefusedError("Kho phát hành chưa có bản nào.")
    if targets.is_expired(now):
        raise ReleaseRefusedError("Chữ ký của bản này đã hết hạn: hai người giữ khóa release ký lại bản.")
    data = (folder / "metadata" / f"{targets.version}.targets.json").read_bytes()
    _write(folder, _stamp(folder, targets, data, signers.stamp, now))


def _stamp(folder: Path, targets: Targets, data: bytes, signer: Signer, now: datetime) -> Mapping[str, bytes]:
    """Sign snapshot and timestamp over the targets; all three by their names, the timestamp last, for it names the others."""
    known_snapshot, known_timestamp = _newest(folder, Snapshot), _newest(folder, Timestamp)
    end = _whole(now + STAMP_LIFE)
    snapshot = Snapshot(
        version=known_snapshot.version + 1 if known_snapshot else 1,
        expires=end,
        meta={"targets.json": described(targets.version, data)},
    )
    snapshot_data = _signed(folder, snapshot, (signer,))
    timestamp = Timestamp(
        version=known_timestamp.version + 1 if known_timestamp else 1,
        expires=end,
        snapshot_meta=described(snapshot.version, snapshot_data),
    )
    timestamp_data = _signed(folder, timestamp, (signer,))
    return {
        f"{targets.version}.targets.json": data,
        f"{snapshot.version}.snapshot.json": snapshot_data,
        "timestamp.json": timestamp_data,
    }


def _write(folder: Path, parts: Mapping[str, bytes]) -> None:
    for name, data in parts.items():
        (folder / "metadata" / name).write_bytes(data)


def described(version: int, data: bytes) -> MetaFile:
    """How one part names another: its version, length and hash."""
    return MetaFile(version, len(data), {"sha256": hashlib.sha256(data).hexdigest()})


def _signed(folder: Path, body: _T, signers: Sequence[Signer]) -> bytes:
    """The bytes of a signed part, which the root must believe."""
    made: Metadata[_T] = Metadata(body)
    for signer in signers:
        made.sign(signer, append=True)
    try:
        newest_root(folder).signed.verify_delegate(body.type, made.signed_bytes, made.signatures)
    except RepositoryError as error:
        raise ReleaseRefusedError(f"Chưa đủ chữ ký theo root cho phần «{body.type}».") from error
    return made.to_bytes(READABLE)


def _newest(folder: Path, kind: type[_T]) -> _T | None:
    """The newest part of a kind in the repository; None where there is none yet."""
    if kind is Timestamp:
        paths = list(folder.glob("metadata/timestamp.json"))
    else:
        paths = sorted(
            folder.glob(f"metadata/*.{kind.type}.json"), key=lambda path: int(path.name.partition(".")[0])
        )
    read: Metadata[_T] | None = Metadata.from_bytes(paths[-1].read_bytes()) if paths else None
    return read.signed if read else None


def _whole(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)
