"""A folder of samples: one desk folder for each point, made beside each other by as many processes as the machine has cores.

What was cut off is gone on with: a point is whole when its note lies beside its folder, anything else of it is made anew. This module must
not know how a desk is made; that is handed in.
"""

from __future__ import annotations

import json
import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kt1desk.domain.errors import DeskError
from kt1desk.sampling.manifest import Manifest, read_manifest, write_manifest
from kt1desk.sampling.order import SampleOrder
from kt1desk.sampling.plan import PointPlan


@dataclass(frozen=True, slots=True)
class Part:
    """One desk to be made: ``place`` is the how-many-eth point of the order's plan, ``folder`` its data folder."""

    order: SampleOrder
    place: int
    folder: Path


@dataclass(frozen=True, slots=True)
class Made:
    """One desk that was made, with its acts by kind."""

    part: Part
    counts: Mapping[str, int]


Run = Callable[[Sequence[Part]], Iterable[Made]]
"""Makes desks, in whatever order and in how many processes."""


def make_province(
    folder: Path, wanted: Manifest, points: Sequence[PointPlan], run: Run
) -> tuple[Manifest, bool]:
    """Make everything that is not there yet; returns the manifest, and whether anything had to be made.

    Raises:
        DeskError: ``sample.other_there`` where the folder holds another order's work, ``sample.folder_taken`` where it holds anything
            else; what making a desk raises.
    """
    found = read_manifest(folder)
    if found is None:
        if folder.exists() and any(folder.iterdir()):
            raise DeskError("sample.folder_taken", "folder")
        folder.mkdir(parents=True, exist_ok=True)
        write_manifest(folder, wanted)
    elif not found.same_work(wanted):
        raise DeskError("sample.other_there", "folder")
    elif found.is_whole:
        return found, False
    begun = time.monotonic()
    missing = list(_missing(folder, wanted.order, points))
    for made in run(missing):
        _note(made.part.folder).write_text(json.dumps(dict(made.counts)), encoding="utf-8")
    whole = replace(wanted, counts=_counts(folder, points), seconds=round(time.monotonic() - begun, 1))
    write_manifest(folder, whole)
    return whole, True


def desk_folder(folder: Path, point: PointPlan) -> Path:
    """Where the desk of a point lies in a folder of samples."""
    return folder / point.point.code


def _missing(folder: Path, order: SampleOrder, points: Sequence[PointPlan]) -> Iterator[Part]:
    for place, point in enumerate(points):
        at = desk_folder(folder, point)
        if _note(at).exists():
            continue
        if at.exists():
            shutil.rmtree(at)
        yield Part(order, place, at)


def _counts(folder: Path, points: Sequence[PointPlan]) -> dict[str, int]:
    whole: Counter[str] = Counter()
    for point in points:
        whole.update(json.loads(_note(desk_folder(folder, point)).read_text(encoding="utf-8")))
    return dict(sorted(whole.items()))


def _note(desk: Path) -> Path:
    return desk.with_name(f"{desk.name}.json")
