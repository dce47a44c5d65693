"""Attacks on an upgrade and upgrades cut off, by the Python and the libraries that a Windows desk gets, under Wine."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from installer.windows import downloads
from installer.windows.base import write_base
from tests.support.update_attacks import ATTACKS
from tests.support.update_kills import POINTS
from tests.support.wine import CHECKOUT, Windows

pytestmark = pytest.mark.soak

ONLY_HERE = {"a_link_in_place_of_the_program", "a_pipe_in_place_of_the_program"}
"""Windows has no pipes among files, and a link needs a right."""
CODE = (
    "import sys; sys.path.insert(0, sys.argv.pop(1)); "
    "from tests.support.update_attacks import main; sys.exit(main(sys.argv[1:]))"
)


def test_windows_python_refuses_every_attack_and_survives_every_cut(machine: Windows, tmp_path: Path) -> None:
    told_where = os.environ.get(
        "KT1DESK_DOWNLOADS"
    )  # the home of a test is empty: what was fetched stays beside the checkout
    fetched = Path(told_where) if told_where else CHECKOUT / ".cache" / "dist"
    base = write_base(tmp_path, downloads.pinned_runtime(fetched), downloads.wheels(fetched))
    python = tmp_path / "bases" / base / "runtime" / "python.exe"

    ended = machine.run(
        python, "-I", "-B", "-X", "utf8", "-c", CODE, CHECKOUT, tmp_path / "out", timeout_s=1_500
    )

    told = json.loads((tmp_path / "out" / "update-attacks.json").read_text(encoding="utf-8"))
    assert told["platform"] == "win32"
    assert told["failed"] == [], ended.told
    assert len(told["attacks"]) == len({one.name for one in ATTACKS} - ONLY_HERE) + len(POINTS)
    assert ended.code == 0
