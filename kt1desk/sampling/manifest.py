"""What lies in a folder of samples: the order, the program it was made with, and what came of it, as a file beside the desks.

A folder is made once. The same order to the same program finds it and makes nothing; another order is refused, so that nobody's data is
ever overwritten by a number mistyped.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from pathlib import Path

from kt1desk.domain.errors import DeskError
from kt1desk.exchange.brought_file import read_brought
from kt1desk.sampling.order import SampleOrder

NAME = "sample.json"
_MAX_BYTES = 65_536


@dataclass(frozen=True, slots=True)
class Manifest:
    """One folder of samples.

    Attributes:
        order: what was asked for.
        plan: revision of the plan: another one makes other work of the same order.
        schema: newest revision of the database's schema when it was made.
        program: version of the program that made it.
        counts: acts by kind, once everything is made; empty before.
        seconds: how long it took.
    """

    order: SampleOrder
    plan: int
    schema: str
    program: str
    counts: Mapping[str, int] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def is_whole(self) -> bool:
        """Whether everything was made."""
        return bool(self.counts)

    def same_work(self, other: Manifest) -> bool:
        """Whether both stand for the same bytes."""
        return replace(self, counts={}, seconds=0.0) == replace(other, counts={}, seconds=0.0)


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of a folder; None where there is none.

    Raises:
        DeskError: ``sample.manifest_damaged``; as `read_brought`.
    """
    path = folder / NAME
    if not path.exists():
        return None
    try:
        raw = json.loads(read_brought(path, _MAX_BYTES, "folder").decode())
        asked = raw["order"]
        order = SampleOrder(**{**asked, "last_day": date.fromisoformat(asked["last_day"])})
        return Manifest(**{**raw, "order": order})
    except (ValueError, TypeError, KeyError) as error:
        raise DeskError("sample.manifest_damaged", "folder") from error


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write it in one rename."""
    order = {**asdict(manifest.order), "last_day": manifest.order.last_day.isoformat()}
    made = {**asdict(replace(manifest, counts={})), "order": order, "counts": dict(manifest.counts)}
    path = folder / NAME
    beside = path.with_suffix(".new")
    beside.write_text(json.dumps(made, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    beside.replace(path)
