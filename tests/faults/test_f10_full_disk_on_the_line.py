"""Fault 10 on the line: the disk is full while it seals, sends, takes mail in. Nothing is half, and it goes on when there is room."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.private_mounts import needs_private_mounts
from tests.support.full_disk import ENTER

pytestmark = needs_private_mounts

KIB = 1_024


@pytest.mark.parametrize(
    ("free_kib", "round_says", "sale_says"),
    [
        (0, "disk.full", "disk.full"),
        (160, "disk.full", "disk.full"),
        (300, "disk.full", ""),
        (1_024, "", ""),
    ],
)
def test_a_round_on_a_full_disk_says_so_leaves_nothing_half_and_the_next_one_with_room_ends_it(
    tmp_path: Path, free_kib: int, round_says: str, sale_says: str
) -> None:
    """With 160 KiB a frame is sent before the disk is full; with 300 the mail has no room, and a sale still has."""
    words = [sys.executable, "-m", "tests.faults.children.full_disk_line", str(tmp_path), str(free_kib * KIB)]

    done = subprocess.run([*ENTER, *words], check=False, capture_output=True, text=True)

    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert set(seen["refusals"]) == {round_says}
    assert seen["sale"] == sale_says
    assert (seen["sent"] > 0) == (free_kib >= 160)
    assert not seen["half"]
    assert seen["healed"]
