"""The whole Windows program, made twice: the same bytes, no larger than was promised, nothing in it that its notes do not list."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from installer.payload.compiled import digest
from installer.payload.files import below
from installer.payload.notes import BASE_NOTE, VERSION_NOTE
from installer.windows import downloads
from installer.windows.stage import MOST_BYTES, write_stage
from tests.support.held_against_notes import differences
from tests.support.tree import ROOT

pytestmark = pytest.mark.soak


def test_two_builds_are_equal_to_the_byte_and_not_too_large(tmp_path: Path) -> None:
    # The home of a test is empty: what was fetched once stays beside the checkout.
    fetched = Path(os.environ.get("KT1DESK_DOWNLOADS") or ROOT / ".cache" / "dist")
    runtime, wheels = downloads.pinned_runtime(fetched), downloads.wheels(fetched)

    first = write_stage(tmp_path / "a", runtime, wheels, linux_base="f" * 12)
    before = os.umask(0o077)
    try:
        second = write_stage(tmp_path / "thư mục b", runtime, list(reversed(wheels)), linux_base="f" * 12)
    finally:
        os.umask(before)

    sums = [
        {name: digest((tmp_path / each / name).read_bytes()) for name in below(tmp_path / each)}
        for each in ("a", "thư mục b")
    ]
    assert sums[0] == sums[1]
    assert (first.base, first.size) == (second.base, second.size)
    assert first.size <= MOST_BYTES
    assert differences(first.root / "bases" / first.base, BASE_NOTE) == []
    assert differences(first.root / "versions" / first.version, VERSION_NOTE) == []
    assert not [name for name in below(first.root) if name.endswith(".py") and "/lib/" in name]
