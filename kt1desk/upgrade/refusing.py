"""What a refusal of python-tuf means for whoever holds the stick: another stick, the clock, or a call to the province."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from securesystemslib.exceptions import StorageError
from tuf.api import exceptions
from tuf.api.metadata import Metadata, Root

from kt1desk.domain.errors import DeskError


def refusal_of(error: Exception, name: str, data: bytes, folder: Path) -> DeskError:
    """The refusal to show.

    Args:
        error: what python-tuf raised.
        name: the file of metadata that it had asked for.
        data: that file's bytes.
        folder: where python-tuf keeps what it trusts.
    """
    file = short_name(name)
    match error:
        case exceptions.ExpiredMetadataError():
            today = datetime.now(UTC).date().isoformat()
            return DeskError("upgrade.expired", until=_expiry(data, folder), now=today)
        case exceptions.BadVersionNumberError():
            old = file == "timestamp.json" or file.endswith("snapshot.json")
            return DeskError("upgrade.too_old") if old else DeskError("upgrade.mixed", name=file)
        case exceptions.UnsignedMetadataError():
            ours = _signers(data) & _trusted_keys(folder)
            return DeskError("upgrade.damaged", name=file) if ours else DeskError("upgrade.foreign_key")
        case _:
            return DeskError("upgrade.damaged", name=file)


def trusted_root(folder: Path) -> Root:
    """The newest root of those that python-tuf trusts. Its ``root.json`` is a link, which not every file system can follow."""
    roots = folder.glob("root_history/*.root.json")
    newest = max(roots, key=lambda path: int(path.name.partition(".")[0]))
    return Metadata[Root].from_file(str(newest)).signed


def short_name(name: str) -> str:
    """The last part of a file's name: what a person sees on the stick."""
    return name.rpartition("/")[2]


def _expiry(data: bytes, folder: Path) -> str:
    """The day that is over, of the file that was read or of the root; "" where it cannot be said."""
    days = []
    reads: tuple[Callable[[], datetime], ...] = (
        lambda: Metadata[Root].from_bytes(data).signed.expires,
        lambda: trusted_root(folder).expires,
    )
    for read in reads:
        try:
            days.append(read())
        except (exceptions.RepositoryError, StorageError, ValueError):
            continue
    return min(days).date().isoformat() if days else ""


def _signers(data: bytes) -> set[str]:
    try:
        return set(Metadata[Root].from_bytes(data).signatures)
    except (exceptions.RepositoryError, ValueError):
        return set()


def _trusted_keys(folder: Path) -> set[str]:
    return set(trusted_root(folder).keys)
