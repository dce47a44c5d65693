"""A desk on a small disk of its own that fills up: run as a program inside private mounts (``unshare --map-root-user --mount``).

    python -m tests.support.full_disk FOLDER FREE_BYTES

It accepts items until the disk refuses, frees the disk, accepts one more, starts the desk again, makes the disk read-only, and prints as
JSON what it saw.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path

from kt1desk.domain.errors import DeskError
from kt1desk.store.journal import DeskStore
from tests.support.desks import Counter, counter
from tests.support.furnished import DEK

DISK = "3m"
MOST_ITEMS = 200
ENTER = ("unshare", "--map-root-user", "--mount")


@dataclass
class Seen:
    """What happened, in order."""

    receipted: list[str] = field(default_factory=list)
    refusal: str = ""
    kept_while_full: list[str] = field(default_factory=list)
    kept_after_start: list[str] = field(default_factory=list)
    refusal_read_only: str = ""


def fill(folder: Path, free: int) -> Path:
    """Fill the disk of a folder up to so many bytes; the file that does it."""
    ballast = folder / "ballast"
    block = bytes(4_096)
    with ballast.open("wb", buffering=0) as file:
        try:
            while file.write(block):
                pass
        except OSError:
            pass
        file.truncate(max(0, file.tell() - free))
    return ballast


def _items(store: DeskStore) -> list[str]:
    with store.read() as reader:
        shift = reader.open_shift()
        return sorted(row.item for row in reader.items_of_shift(shift.shift, 10_000)) if shift else []


def _refused(desk: Counter, seen: Seen) -> str:
    for _ in range(MOST_ITEMS):
        try:
            seen.receipted.append(desk.accept().item)
        except DeskError as error:
            return error.code
    return "never"


def main(root: Path, free: int) -> Seen:
    """Everything on one disk."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", root], check=True)
    seen = Seen()
    with counter(root) as desk:
        desk.open_shift()
        ballast = fill(root, free)
        seen.refusal = _refused(desk, seen)
        seen.kept_while_full = _items(desk.store)
        ballast.unlink()
        seen.receipted.append(desk.accept().item)
    again = DeskStore.open(desk.folder, DEK, desk.clock, random.Random(2).randbytes)
    seen.kept_after_start = _items(again)
    again.close()
    subprocess.run(["mount", "-o", "remount,ro", root], check=True)
    try:
        DeskStore.open(desk.folder, DEK, desk.clock, random.Random(2).randbytes).close()
    except DeskError as error:
        seen.refusal_read_only = error.code
    return seen


if __name__ == "__main__":
    print(json.dumps(asdict(main(Path(sys.argv[1]), int(sys.argv[2])))))
    sys.stdout.flush()
    os._exit(0)  # the mounts go with the process; nothing is left to tidy on a disk that may not be written
