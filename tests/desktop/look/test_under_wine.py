"""The desk's widgets are shown by the Windows build of Python and Qt, as far as Wine can tell."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[3] / "installer" / "windows" / "show_under_wine.sh"
NOT_INSTALLED = 77


@pytest.mark.soak
def test_windows_python_shows_every_theme_with_our_fonts_and_loses_no_reference(tmp_path: Path) -> None:
    environment = {**os.environ, "HOME": str(tmp_path)}

    done = subprocess.run(
        [str(SCRIPT), str(tmp_path)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    if done.returncode == NOT_INSTALLED:
        pytest.skip(done.stderr.strip())

    assert done.returncode == 0, done.stdout + done.stderr
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert (report["python"], report["qt"], report["plugin"]) == ("3.11.9", "6.11.3", "windows")
    assert report["font"] == "KT1 Sans"
    assert report["findings"] == []
    assert abs(report["references_to_none"]) <= 10
    assert len(list(tmp_path.glob("window-*.png"))) == 3
