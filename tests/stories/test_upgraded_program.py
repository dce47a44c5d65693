"""A whole program, installed in a folder, is upgraded between two starts: by its own launcher, its own small window and its own self-test.

Two versions are made of this checkout, so nothing of it may be missing in git. The base is this Python, not the one that is shipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from installer.payload.app_tree import write_version
from installer.payload.zips import write_app_zip, write_base_zip
from installer.update.repository import sign_release, write_release_note
from kt1desk.app.options import Options
from kt1desk.app.place import TRIAL_PASSWORD, take_place
from kt1desk.app.works import works_in
from kt1desk.upgrade.bringing import bring
from kt1desk.upgrade.layout import ProgramRoot, this_system
from kt1desk.upgrade.request import read_answer
from kt1desk.upgrade.source import FolderSource
from tests.support.releases import BASE, Workshop, lay_base
from tests.support.tree import ROOT

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(shutil.which("xvfb-run") is None, reason="needs xvfb-run"),
]

REQUEST = "00112233445566aa"
SECONDS = 150
"""A small window that was refused stays until somebody presses Enter, and here nobody does."""


def _installed(shop: Workshop) -> ProgramRoot:
    root = shop.folder / "program"
    write_version(root, {this_system(): BASE}, version="0.8.0")
    lay_base(root, BASE)
    (root / "current.txt").write_text("0.8.0\n", encoding="ascii")
    (root / "trust").mkdir()
    shutil.copyfile(shop.folder / "root.json", root / "trust" / "root.json")
    shutil.copyfile(ROOT / "installer" / "linux" / "files" / "kt1desk.sh", root / "kt1desk")
    (root / "kt1desk").chmod(0o755)
    return ProgramRoot(root)


def _released(shop: Workshop) -> FolderSource:
    stage, files = shop.folder / "stage", shop.folder / "files"
    write_version(stage, {this_system(): BASE}, version="0.9.0")
    lay_base(stage, BASE)
    write_app_zip(stage, "0.9.0", files)
    write_base_zip(stage, BASE, this_system(), files)
    write_release_note(files, ["Bản để thử."])
    sign_release(shop.repository, files, shop.signers, datetime.now(UTC))
    return FolderSource(shop.stick())


def _run(root: ProgramRoot, home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The installed program as its clerk starts it: nothing of this checkout is lent to it."""
    lent: Mapping[str, str] = {
        name: value for name, value in os.environ.items() if name in {"PATH", "LANG", "TMPDIR"}
    }
    return subprocess.run(
        ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24", str(root.path / "kt1desk"), *words],
        cwd=home,
        env={**lent, "HOME": str(home)},
        input=TRIAL_PASSWORD,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )


def test_a_desk_is_left_for_an_upgrade_and_its_data_are_opened_by_the_new_version(tmp_path: Path) -> None:
    home, data = tmp_path / "home", tmp_path / "data"
    home.mkdir()
    place = take_place(Options(data, tmp_path / "papers", trial=True))
    works_in(place).make_sample()
    place.lock.release()
    shop = Workshop(tmp_path / "shop")
    root = _installed(shop)
    (root.path / "drop").mkdir()
    offer = bring(_released(shop), root, root.path / "drop", REQUEST, lambda _done, _of: None)
    verify = ("verify", f"--data-dir={data}", "--user=ha.hoang")
    before = _run(root, home, *verify)

    # The small window does it, then replaces itself with what was asked for: here no desk on the screen, but the proof of its books.
    after = _run(root, home, "upgrade", "wait", f"--id={REQUEST}", "--what=apply", "--", *verify)
    runs = _run(root, home, "--version")

    answer = read_answer(root)
    assert offer is not None
    assert "Sổ nguyên vẹn" in before.stdout, before.stderr
    assert answer is not None
    assert (answer.code, dict(answer.details)) == ("", {}), after.stderr
    assert (answer.before, answer.version) == ("0.8.0", "0.9.0")
    assert "Sổ nguyên vẹn" in after.stdout, after.stderr
    assert runs.stdout.startswith("kt1desk 0.9.0")
