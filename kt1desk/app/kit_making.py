"""Making the kits of a rollout: everything in a folder beside the wanted one, the register of blocks, then the name.

Killed before the register is written, a run has given nothing out, and the next one throws its folder away. Killed behind it, the folder is
whole under its working name, and the next run gives it its own. So a block is never in two kits, and never in none without being told.

This module must not know the command line, nor what the papers look like.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kt1desk.app.entropy import system_entropy
from kt1desk.app.kit_lists import LineOfDesk
from kt1desk.domain.desk_file import DeskFile, PublicKey
from kt1desk.domain.errors import DeskError
from kt1desk.domain.kit import GivenBlock, PlannedDesk
from kt1desk.exchange.desk_files import sign
from kt1desk.exchange.given_blocks import GivenBlocks
from kt1desk.exchange.kit_file import ENDING, Kit, KitList, seal_kit
from kt1desk.exchange.new_file import write_new

FILES = "tep"
_TAKEN = "province.out_exists"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be made.

    Attributes:
        valid: the first and the last day on which a desk may be set up with these files.
        keys: public keys that go into every desk file.
        lists: lists for each point, those of every desk among them.
        lines: line files by desk.
        day: of the making.
    """

    desks: tuple[PlannedDesk, ...]
    valid: tuple[date, date]
    keys: tuple[PublicKey, ...]
    lists: Mapping[str, tuple[KitList, ...]]
    lines: Mapping[int, LineOfDesk]
    day: date


@dataclass(frozen=True, slots=True)
class MadeKit:
    """A kit: which desk, which issue, the name of its file, and the code that stands on its slip alone."""

    desk: PlannedDesk
    issue: int
    file: str
    lists: tuple[str, ...]
    has_line: bool
    code: str = field(repr=False)


def due(
    desks: Sequence[PlannedDesk], given: GivenBlocks, again: Collection[int]
) -> Iterator[tuple[PlannedDesk, DeskError | None]]:
    """Which desks get a kit now; with the reason where one may not. Those that have theirs already, unchanged, are left out.

    A kit made again needs blocks that were never given out: whether somebody has opened the one before, nobody here can know.
    """
    for desk in desks:
        rows = given.of_device(desk.device)
        last = max(rows, key=lambda row: row.issue, default=None)
        if last is not None and desk.device not in again:
            if last.issue and last.plan != desk.digest():
                details = {"issue": last.issue, "device": desk.device}
                yield desk, DeskError("kit.changed", "device", day=last.day.isoformat(), **details)
                continue
            if last.issue:
                continue
        taken = next((block for block in desk.blocks if given.taken(block) is not None), None)
        if taken is None:
            yield desk, None
        else:
            yield desk, DeskError("kit.block_again", "blocks", prefix=taken.prefix, device=desk.device)


def make_kits(
    wanted: Wanted, province: Ed25519PrivateKey, given: GivenBlocks, out: Path, papers: Papers
) -> tuple[MadeKit, ...]:
    """Make the kits of all desks, and their papers, in a new folder.

    Raises:
        DeskError: ``kit.too_large``, ``province.out_exists``, ``province.folder``, ``province.register_busy``; nothing is given out then.
    """
    if out.exists():
        raise DeskError(_TAKEN)
    run = secrets.token_hex(8)
    part = _part(out, run)
    try:
        with _folder_errors():
            (part / FILES).mkdir(mode=0o700, parents=True)
            part.chmod(0o700)
        made = tuple(_kit(wanted, desk, province, given, part) for desk in wanted.desks)
        papers(part, made)
        given.add([row for kit in made for row in _rows(kit, wanted.day)], run)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    with _folder_errors():
        part.rename(out)
    return made


def finish_cut_off(out: Path, given: GivenBlocks) -> bool:
    """Bring a run that was killed to its end, either way; whether its folder is there now under its name.

    Raises:
        DeskError: ``province.folder``.
    """
    for part in sorted(out.parent.glob(f".{out.name}.*.part")):
        with _folder_errors():
            if given.has_run(part.suffixes[-2].removeprefix(".")) and not out.exists():
                part.rename(out)
                return True
            shutil.rmtree(part)
    return False


Papers = Callable[[Path, Sequence[MadeKit]], None]
"""Writes what is printed with the kits into a folder."""


def write_secret(path: Path, data: bytes) -> None:
    """A new file that only its owner reads.

    Raises:
        DeskError: ``province.out_exists``, ``province.folder``.
    """
    write_new(path, data, taken=_TAKEN, mode=0o600)


def _part(out: Path, run: str) -> Path:
    return out.parent / f".{out.name}.{run}.part"


class _folder_errors:  # noqa: N801  used like a function
    """What the system refuses of a folder, as a refusal."""

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, OSError):
            raise DeskError("province.folder") from error


def _kit(
    wanted: Wanted, desk: PlannedDesk, province: Ed25519PrivateKey, given: GivenBlocks, part: Path
) -> MadeKit:
    issue = 1 + max((row.issue for row in given.of_device(desk.device)), default=0)
    content = DeskFile(
        point=desk.point,
        device=desk.device,
        services=desk.services,
        transports=desk.transports,
        blocks=desk.blocks,
        valid_from=wanted.valid[0],
        valid_to=wanted.valid[1],
        keys=wanted.keys,
        clearances=desk.clearances,
    )
    line = wanted.lines.get(desk.device)
    lists = wanted.lists.get(desk.point, ())
    kit = Kit(
        desk.device,
        desk.point,
        issue,
        sign(content, province),
        desk.printers,
        lists,
        line.data if line is not None else b"",
        line.code if line is not None else "",
    )
    data, code = seal_kit(kit, province, system_entropy)
    name = f"ban-{desk.device:05d}-bo-{issue}{ENDING}"
    write_secret(part / FILES / name, data)
    return MadeKit(desk, issue, name, tuple(row.kind for row in lists), line is not None, code)


def _rows(kit: MadeKit, day: date) -> Iterator[GivenBlock]:
    desk = kit.desk
    for block in desk.blocks:
        yield GivenBlock(desk.device, desk.point, block, kit.issue, day, desk.digest())
