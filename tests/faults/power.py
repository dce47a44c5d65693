"""What a power cut leaves of a folder: everything that was synced, and of everything else any part, by sectors.

A task is watched from its first call on (``strace`` writes down each write with its bytes, and each sync). From that the disk can be made
as it may be found at any moment: a write that no sync of its file followed is there, or is not, or some of its sectors of 512 bytes are.
Memory that is mapped is not watched: of it SQLite keeps only the index of the log, which it makes anew. A sync of a new file is taken for
one of its name as well.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
WATCHED = (
    "trace=write,pwrite64,pwritev,writev,ftruncate,fallocate,fsync,fdatasync,unlink,unlinkat,rename,renameat2"
)
OPTIONS = ("-y", "-xx", "-s", "200000", "-e", WATCHED)
_FILE = r"\d+<([^>]*)>"
_WRITE = re.compile(rf'p?write(?:64)?\({_FILE}, "((?:\\x[0-9a-f]{{2}})*)", \d+(?:, (\d+))?\)\s+= (\d+)')
_CUT = re.compile(rf"ftruncate\({_FILE}, (\d+)\)\s+= 0")
_SYNC = re.compile(rf"f(?:data)?sync\({_FILE}\)\s+= 0")
_GONE = re.compile(r'unlink(?:at)?\((?:[^"]*, )?"((?:\\x[0-9a-f]{2})+)"(?:, 0)?\)\s+= 0')

IsSynced = Callable[[str], bool]


@dataclass(frozen=True)
class Step:
    """One call: to which file, what it wrote where, or how long it made the file, or that it is gone, or that it is synced."""

    path: str
    data: bytes = b""
    at: int = 0
    length: int | None = None
    is_gone: bool = False
    is_sync: bool = False


@dataclass
class _Disk:
    """A file as it is on the disk, and what was done to it since."""

    data: bytes | None
    left: list[Step] = field(default_factory=list)


def steps_of(trace: str) -> list[Step]:
    """The calls of a run in their order.

    Raises:
        AssertionError: where one of them cannot be read.
    """
    found: list[Step] = []
    for line in trace.splitlines():
        call = re.sub(r"^\d+ +", "", line)
        if call.startswith(("+++", "---", "exit")):
            continue
        assert "unfinished" not in call, call[:200]
        step = _step(call)
        if step is None:
            assert " = -1 " in call or "(AT_FDCWD" in call, call[:200]
        else:
            found.append(step)
    return found


def _step(call: str) -> Step | None:
    if (wrote := _WRITE.match(call)) is not None:
        path, told, at, length = wrote.groups()
        data = bytes.fromhex(told.replace("\\x", ""))
        assert len(data) == int(length), call[:200]
        return Step(_path(path), data, int(at) if at is not None else -1)
    if (cut := _CUT.match(call)) is not None:
        return Step(_path(cut[1]), length=int(cut[2]))
    if (synced := _SYNC.match(call)) is not None:
        return Step(_path(synced[1]), is_sync=True)
    if (gone := _GONE.match(call)) is not None:
        return Step(bytes.fromhex(gone[1].replace("\\x", "")).decode(), is_gone=True)
    return None


def _path(told: str) -> str:
    return bytes.fromhex(told.replace("\\x", "")).decode() if "\\x" in told else told


class Power:
    """The disk under a folder while a task ran.

    Args:
        before: a copy of the folder as it was when the task began; what was in it is on the disk.
        root: the folder itself, as the calls name it.
        steps: the calls.
        syncs: of which files a sync is a sync; others tell lies.
    """

    def __init__(
        self, before: Path, root: Path, steps: Sequence[Step], syncs: IsSynced = lambda _: True
    ) -> None:
        self._before = before
        self._root = root
        self.steps = steps
        self._syncs = syncs

    def moments(self) -> list[int]:
        """After how many calls the power may fail: at each sync, before and after it, and at the end."""
        at = [number for number, step in enumerate(self.steps) if step.is_sync]
        return sorted({*at, *(number + 1 for number in at), len(self.steps)})

    def fail(self, moment: int, to: Path, seed: int | None) -> None:
        """Make the folder as it is found after a cut; with no ``seed`` nothing is left of what was not synced."""
        shutil.rmtree(to, ignore_errors=True)
        shutil.copytree(self._before, to)
        disks: dict[str, _Disk] = {}
        for step in self.steps[:moment]:
            if step.path.startswith(f"{self._root}/") and not self._copy_of(step.path).is_dir():
                self._take(disks.setdefault(step.path, self._found(step.path)), step)
        chance = random.Random(seed)
        for path, disk in disks.items():
            data = disk.data
            for step in disk.left if seed is not None else ():
                data = _partly(data, step, chance)
            file = to / Path(path).relative_to(self._root)
            file.unlink(missing_ok=True)
            if data is not None:
                file.write_bytes(data)

    def _found(self, path: str) -> _Disk:
        file = self._copy_of(path)
        return _Disk(file.read_bytes() if file.is_file() else None)

    def _copy_of(self, path: str) -> Path:
        return self._before / Path(path).relative_to(self._root)

    def _take(self, disk: _Disk, step: Step) -> None:
        if not step.is_sync:
            disk.left.append(step)
        elif self._syncs(step.path):
            for each in disk.left:
                disk.data = _done(disk.data, each)
            disk.left.clear()


def _done(data: bytes | None, step: Step) -> bytes | None:
    if step.is_gone:
        return None
    if step.length is not None:
        return (data or b"")[: step.length].ljust(step.length, b"\0")
    held = bytearray(data or b"")
    at = step.at if step.at >= 0 else len(held)
    held.extend(bytes(max(0, at + len(step.data) - len(held))))
    held[at : at + len(step.data)] = step.data
    return bytes(held)


def _partly(data: bytes | None, step: Step, chance: random.Random) -> bytes | None:
    """Some sectors of what was not synced; a file that is gone or shortened may be so already, or not."""
    if step.is_gone or step.length is not None:
        return _done(data, step) if chance.random() < 0.5 else data
    at = step.at if step.at >= 0 else len(data or b"")
    for offset in range(0, len(step.data), SECTOR):
        if chance.random() < 0.5:
            data = _done(data, Step(step.path, step.data[offset : offset + SECTOR], at + offset))
    return data
