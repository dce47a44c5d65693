"""Whether tests may mount small disks that nobody else sees."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from tests.support.full_disk import ENTER


def _mounts_allowed() -> bool:
    if shutil.which(ENTER[0]) is None:
        return False
    return subprocess.run([*ENTER, "true"], check=False, capture_output=True).returncode == 0


needs_private_mounts = pytest.mark.skipif(
    not _mounts_allowed(), reason="needs private mounts (user namespaces)"
)
