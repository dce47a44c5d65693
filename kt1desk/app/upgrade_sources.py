"""Where a newer version of the program is looked for: sticks, the shared folder of the point, and what else a desk reaches.

A source that fails says why and keeps no other from being looked at. This module must not know any screen.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kt1desk.domain.errors import DeskError
from kt1desk.upgrade.layout import ProgramRoot, version_order
from kt1desk.upgrade.offer import Offer, look
from kt1desk.upgrade.source import STICK_FOLDER, TIMESTAMP, FolderSource, Source, find_sources


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found.

    Attributes:
        offer: the newest version offered; None where none is newer than the one here.
        source: where it is.
        same: labels of the sources that have the version that is here.
        refused: label and refusal of the others.
    """

    offer: Offer | None = None
    source: Source | None = None
    same: tuple[str, ...] = ()
    refused: tuple[tuple[str, DeskError], ...] = ()


def sources_of(shared: Path | None, others: Iterable[Source] = ()) -> tuple[Source, ...]:
    """All sources that are there now.

    Args:
        shared: the shared folder of the point; None where none is set.
        others: whatever else may have a release: the line.
    """
    near = FolderSource(shared / STICK_FOLDER) if shared is not None and _has_release(shared) else None
    return (*find_sources(), *((near,) if near is not None else ()), *others)


def source_at(folder: Path) -> FolderSource:
    """The release of a folder that a technician names: the folder itself, or the one on his stick."""
    below = folder / STICK_FOLDER
    return FolderSource(below if (below / TIMESTAMP).is_file() else folder)


def looked_at(root: ProgramRoot, sources: Iterable[Source]) -> Looked:
    """Prove what each source has, and choose the newest.

    Raises:
        DeskError: ``upgrade.not_installed``, ``upgrade.no_trust``: nothing can be looked at here.
    """
    best: tuple[Offer, Source] | None = None
    same, refused = [], []
    for source in sources:
        try:
            offer = look(source, root)
        except DeskError as error:
            if error.code in {"upgrade.not_installed", "upgrade.no_trust"}:
                raise
            refused.append((source.label, error))
            continue
        if offer is None:
            same.append(source.label)
        elif best is None or version_order(best[0].version) < version_order(offer.version):
            best = offer, source
    offer, source_of_it = best if best is not None else (None, None)
    return Looked(offer, source_of_it, tuple(same), tuple(refused))


def _has_release(folder: Path) -> bool:
    try:
        return (folder / STICK_FOLDER / TIMESTAMP).is_file()
    except OSError:
        return False
