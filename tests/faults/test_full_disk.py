"""A disk that fills up while items are accepted, and one that may only be read: refused in words, nothing receipted lost or doubled."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.private_mounts import needs_private_mounts
from tests.support.full_disk import ENTER

pytestmark = needs_private_mounts


@pytest.mark.parametrize("free_kib", [0, 4, 8, 20, 60, 112, 200, 400])
def test_what_was_receipted_before_the_disk_was_full_is_there_once_and_work_goes_on_when_there_is_room(
    tmp_path: Path, free_kib: int
) -> None:
    words = [*ENTER, sys.executable, "-m", "tests.support.full_disk", str(tmp_path), str(free_kib * 1024)]

    done = subprocess.run(words, check=False, capture_output=True, text=True)

    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["refusal"] == "disk.full"
    assert seen["kept_while_full"] == sorted(seen["receipted"][:-1])
    assert seen["kept_after_start"] == sorted(seen["receipted"])
    assert len(set(seen["receipted"])) == len(seen["receipted"])
    assert seen["refusal_read_only"] == "disk.read_only"
