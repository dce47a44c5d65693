"""The root of trust: which keys sign what, and how many of them it takes. A new one is signed by those of the old and of the new."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from securesystemslib.signer import Key, Signer
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root, Snapshot, Targets, Timestamp
from tuf.api.serialization.json import JSONSerializer

ROOT_LIFE = timedelta(days=5 * 365)
NEEDED = 2
"""Of the persons with a root key, and of those with a release key."""

READABLE = JSONSerializer(compact=False)


class RootRefusedError(Exception):
    """A root would not be believed; the message says why."""


@dataclass(frozen=True, slots=True)
class Keyholders:
    """The public keys of everybody who signs.

    Args:
        root: the persons who may say so, normally three.
        release: the persons who release together, normally three.
        stamp: the keys of the monthly stamp, normally one.
    """

    root: Sequence[Key]
    release: Sequence[Key]
    stamp: Sequence[Key]


def draft_root(
    holders: Keyholders, now: datetime, *, after: Metadata[Root] | None = None, life: timedelta = ROOT_LIFE
) -> Metadata[Root]:
    """A root without signatures: the first one, or the one that follows ``after``.

    Raises:
        RootRefusedError: fewer keys than are needed, or one key in two roles.
    """
    everybody = [key.keyid for key in (*holders.root, *holders.release, *holders.stamp)]
    if len(set(everybody)) != len(everybody):
        raise RootRefusedError("Một khóa chỉ được giữ một việc.")
    if len(holders.root) < NEEDED or len(holders.release) < NEEDED or not holders.stamp:
        raise RootRefusedError(f"Cần ít nhất {NEEDED} khóa root, {NEEDED} khóa release và một khóa stamp.")
    root = Root(version=after.signed.version + 1 if after else 1, expires=_whole(now + life))
    for role, keys in (
        (Root.type, holders.root),
        (Targets.type, holders.release),
        (Snapshot.type, holders.stamp),
        (Timestamp.type, holders.stamp),
    ):
        for key in keys:
            root.add_key(key, role)
        root.roles[role].threshold = NEEDED if role in {Root.type, Targets.type} else 1
    return Metadata(root)


def sign_root(draft: Metadata[Root], signers: Iterable[Signer]) -> None:
    """Add signatures; those of other persons stay."""
    for signer in signers:
        draft.sign(signer, append=True)


def check_root(root: Metadata[Root], before: Metadata[Root] | None = None) -> None:
    """Would a desk that trusts ``before`` believe it?

    Raises:
        RootRefusedError: too few signatures, or not the next version.
    """
    for judge, who in ((root, "mới"), *(((before, "cũ"),) if before else ())):
        try:
            judge.signed.verify_delegate(Root.type, root.signed_bytes, root.signatures)
        except RepositoryError as error:
            raise RootRefusedError(f"Chưa đủ {NEEDED} chữ ký của người giữ khóa root {who}.") from error
    if before and root.signed.version != before.signed.version + 1:
        raise RootRefusedError("Số của root mới phải là số liền sau.")


def write_root(root: Metadata[Root], path: Path) -> None:
    """Write a root or a draft, to be read by people too."""
    path.write_bytes(root.to_bytes(READABLE))


def read_root(path: Path) -> Metadata[Root]:
    """A root or a draft.

    Raises:
        RootRefusedError: no root.
    """
    try:
        read: Metadata[Root] = Metadata.from_bytes(path.read_bytes())
    except (OSError, RepositoryError) as error:
        raise RootRefusedError(f"{path.name} không phải root.") from error
    if read.signed.type != Root.type:
        raise RootRefusedError(f"{path.name} không phải root.")
    return read


def _whole(moment: datetime) -> datetime:
    """In seconds, as the format keeps it."""
    return moment.astimezone(UTC).replace(microsecond=0)
