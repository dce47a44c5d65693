"""The province's register of blocks: which numbers were given to which desk. It only grows.

    folder/given/000001.kt1given = canonical JSON {"format": 1, "rows": [row, …], "run": …}
    row = [device, point, prefix, first, last, issue, day, plan]

Each run adds one file under the next number, made whole beside it and then named in one step that fails where the name is taken. So two
runs at once cannot both go on from the same state, and a run that is killed has written all of its rows or none. Nothing is ever taken out:
a block whose kit was lost is lost as well, for numbers that may be on paper somewhere are never given to a second desk.

This module must not know what a block is given out with.
"""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from kt1desk.domain import canonical
from kt1desk.domain.canonical import Json, text_of
from kt1desk.domain.desk_file import NumberBlock
from kt1desk.domain.errors import DeskError
from kt1desk.domain.kit import GivenBlock
from kt1desk.exchange.brought_file import read_brought
from kt1desk.exchange.new_file import write_new

FOLDER = "given"
_ENDING = ".kt1given"
_FORMAT = 1
_MAX_BYTES = 1 << 20


class GivenBlocks:
    """The register in one province's folder, as it stood when it was read."""

    def __init__(self, province: Path) -> None:
        """Read it.

        Raises:
            DeskError: ``province.register_damaged``; as `read_brought`.
        """
        self._folder = province / FOLDER
        names = sorted(self._folder.glob(f"*{_ENDING}")) if self._folder.is_dir() else []
        if [path.stem for path in names] != [f"{at:06d}" for at in range(1, len(names) + 1)]:
            raise DeskError("province.register_damaged")
        read = [_read(path) for path in names]
        self._runs = frozenset(run for run, _ in read)
        self.rows: tuple[GivenBlock, ...] = tuple(row for _, rows in read for row in rows)
        self._next = len(names) + 1

    def has_run(self, run: str) -> bool:
        """Whether a run has written its rows."""
        return run in self._runs

    def of_device(self, device: int) -> tuple[GivenBlock, ...]:
        """What a desk was given."""
        return tuple(row for row in self.rows if row.device == device)

    def taken(self, block: NumberBlock) -> GivenBlock | None:
        """What was given out of a block before, to whomever."""
        return next((row for row in self.rows if row.meets(block)), None)

    def new_of(self, device: int, point: str, blocks: Sequence[NumberBlock]) -> tuple[NumberBlock, ...]:
        """Those of a desk's blocks that it was not given yet; the very same once more is no second giving.

        Raises:
            DeskError: ``kit.block_given`` where another desk has a number of one, this one a part of it, or a desk of this number at
                another point the whole.
        """
        own = {row.block for row in self.of_device(device) if row.point == point}
        new = tuple(block for block in blocks if block not in own)
        for block in new:
            taken = self.taken(block)
            if taken is not None:
                details = {"prefix": block.prefix, "day": taken.day.isoformat()}
                raise DeskError("kit.block_given", "blocks", device=taken.device, **details)
        return new

    def add(self, rows: Sequence[GivenBlock], run: str) -> None:
        """Write rows, all of them or none.

        Raises:
            DeskError: ``province.register_busy`` where another run has written meanwhile; ``province.folder``.
        """
        made: dict[str, Json] = {"format": _FORMAT, "rows": [_row(row) for row in rows], "run": run}
        data = canonical.encode(made, _MAX_BYTES)
        part = self._folder / f"{secrets.token_hex(8)}.part"
        try:
            self._folder.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise DeskError("province.folder") from error
        write_new(part, data, taken="province.register_busy", mode=0o600)
        try:
            _claim(part, self._folder / f"{self._next:06d}{_ENDING}")
        finally:
            part.unlink(missing_ok=True)


def _claim(part: Path, name: Path) -> None:
    try:
        if sys.platform == "win32":  # a rename there refuses where the name is taken; elsewhere a link does
            part.rename(name)
        else:
            _link(part, name)
    except FileExistsError as error:
        raise DeskError("province.register_busy") from error
    except OSError as error:
        raise DeskError("province.folder") from error


def _link(part: Path, name: Path) -> None:
    try:
        os.link(part, name)
    except FileExistsError:
        raise
    except OSError:  # a stick with FAT knows no links; two runs at once from one stick are looked for only
        if name.exists():
            raise FileExistsError from None
        part.rename(name)


def _row(row: GivenBlock) -> list[Json]:
    block = row.block
    return [
        row.device,
        row.point,
        block.prefix,
        block.first,
        block.last,
        row.issue,
        row.day.isoformat(),
        row.plan,
    ]


def _read(path: Path) -> tuple[str, list[GivenBlock]]:
    try:
        made = canonical.decode(read_brought(path, _MAX_BYTES), _MAX_BYTES)
        rows = made["rows"]
        if made["format"] != _FORMAT or not isinstance(rows, list):
            raise TypeError
        return text_of(made["run"]), [_given(row) for row in rows]
    except (KeyError, TypeError, ValueError) as error:
        raise DeskError("province.register_damaged") from error
    except DeskError as error:
        known = error.code.startswith("file.")
        raise (error if known else DeskError("province.register_damaged")) from error


def _given(row: Json) -> GivenBlock:
    if not isinstance(row, list):
        raise TypeError
    device, point, prefix, first, last, issue, day, plan = row
    if not all(isinstance(number, int) for number in (device, first, last, issue)):
        raise TypeError
    block = NumberBlock(text_of(prefix), first, last)
    return GivenBlock(device, text_of(point), block, issue, date.fromisoformat(text_of(day)), text_of(plan))
