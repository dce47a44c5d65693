"""Eight hours at the real window: after the eighth the program holds as much memory as after the first, and as many widgets."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.long_day import HOURS, Held
from tests.support.tree import ROOT

ITEMS = 60
"""Accepted in each hour; three walks through all places, twelve searches, a covered screen and three changes of the look beside them."""
MORE = 1.10
PATIENCE_S = 3_000


@pytest.mark.soak
def test_a_day_leaves_no_more_in_memory_than_its_first_hour(
    display: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [sys.executable, "-m", "tests.support.long_day", str(tmp_path), str(HOURS), str(ITEMS)]
    done = subprocess.run(words, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True, timeout=PATIENCE_S)
    told = json.loads(done.stdout)
    hours = [Held(**each) for each in told["held"]]

    first, last = hours[0], hours[-1]
    with capsys.disabled():
        print()
        for at, hour in enumerate(hours, start=1):
            print(f"  {at}. hour: {hour}")
    assert told["items"] == HOURS * ITEMS
    assert last.rss_mib <= MORE * first.rss_mib
    assert last.widgets <= MORE * first.widgets
    assert last.threads <= first.threads + 1
