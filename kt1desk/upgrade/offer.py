"""What a source offers this installation, in words and figures for whoever decides. Reads only; any user of the machine may ask."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from tuf.api.metadata import TargetFile

from kt1desk.domain.errors import DeskError
from kt1desk.upgrade.layout import ProgramRoot, version_order
from kt1desk.upgrade.proving import Proven, prove
from kt1desk.upgrade.source import Source

UNPACKED = "unpacked"
"""The signed figure beside a zip: bytes when unpacked."""

_SPARE_BYTES = 64 * 1024 * 1024
"""What must stay free on the disk of the program: its database, for most."""
_UNPACKED_TIMES = 5
"""Where a release does not say how large it is unpacked: more than any zip of ours grows."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A newer version that may be installed here.

    Args:
        version: what would start then.
        current: what starts now.
        schema: the newest revision of a desk's file that the new version knows.
        schema_now: that of the version which starts now; where they differ, the desk's file is converted at the first start.
        base: the base the new version runs on.
        brings_base: whether the base must be fetched too: some 40 MB more.
        notes: what is new, in Vietnamese, a sentence each.
        bytes_to_read: how much is read from the source.
        bytes_needed: how much must be free on the program's disk.
        valid_until: the source may be used before this moment (UTC).
        source: the source's label.
    """

    version: str
    current: str
    schema: str
    schema_now: str
    base: str
    brings_base: bool
    notes: tuple[str, ...]
    bytes_to_read: int
    bytes_needed: int
    valid_until: datetime
    source: str


def look(source: Source, root: ProgramRoot) -> Offer | None:
    """Prove what a source has, and say what it would mean here; None: this installation has it already.

    Raises:
        DeskError: as `kt1desk.upgrade.proving.prove`; ``upgrade.not_installed``; ``upgrade.too_old`` where it is an older version.
    """
    return offered(prove(source, root.trust, root.system), root, source.label)


def offered(proven: Proven, root: ProgramRoot, label: str = "") -> Offer | None:
    """What a proved release means for an installation; see `look`."""
    current = root.current()
    release = proven.release
    if release.version == current:
        return None
    if version_order(release.version) < version_order(current):
        raise DeskError("upgrade.too_old")
    brings_base = not has_base(root, release.base)
    parts = (proven.app, proven.base) if brings_base else (proven.app,)
    return Offer(
        version=release.version,
        current=current,
        schema=release.schema,
        schema_now=root.version_note(current).schema,
        base=release.base,
        brings_base=brings_base,
        notes=release.notes,
        bytes_to_read=sum(part.length for part in parts),
        bytes_needed=bytes_needed(parts),
        valid_until=proven.valid_until,
        source=label,
    )


def has_base(root: ProgramRoot, base: str) -> bool:
    """Whether a base lies there already, for this system."""
    try:
        return root.base_note(base).base == base
    except DeskError:
        return False


def bytes_needed(parts: Iterable[TargetFile]) -> int:
    """Room for the zips, what they unpack to, and something to spare."""
    return _SPARE_BYTES + sum(part.length + unpacked(part) for part in parts)


def unpacked(part: TargetFile) -> int:
    """How many bytes a zip unpacks to, as its signature says, or at most."""
    custom = part.unrecognized_fields.get("custom")
    said = custom.get(UNPACKED) if isinstance(custom, dict) else None
    return said if isinstance(said, int) and said >= 0 else part.length * _UNPACKED_TIMES
