"""`kt1desk sample` as a person runs it: desks that can be opened, whole books, nothing made twice."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kt1desk.app.options import Options
from kt1desk.app.place import TRIAL_PASSWORD, take_place
from kt1desk.app.works import works_in
from kt1desk.sampling.people import CLERK, HEAD
from tests.support.tree import ROOT
from tests.support.typed_commands import called

ORDER = ("--seed", "5", "--points", "2", "--days", "3", "--items", "90", "--jobs", "1")
PATIENCE_S = 300


def _run(*words: str, said: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kt1desk", *words],
        cwd=ROOT,
        input=said,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample") / "province"
    done = _run("sample", *ORDER, str(folder))
    assert done.returncode == 0, done.stderr
    assert "90 bưu gửi" in done.stdout
    return folder


def test_the_books_of_each_generated_desk_are_whole(province: Path) -> None:
    desks = sorted(path for path in province.iterdir() if path.is_dir())

    proofs = [called("verify", "--data-dir", str(desk), "--user", HEAD) for desk in desks]

    assert len(proofs) == 2
    assert all(proof.returncode == 0 for proof in proofs), [proof.stdout for proof in proofs]


def test_a_clerk_logs_in_at_a_generated_desk_and_finds_its_items(province: Path) -> None:
    place = take_place(Options(province / "240000", province / "papers"))
    try:
        assert place.is_sample
        desk = works_in(place).opener.open(CLERK, TRIAL_PASSWORD)
        with desk.store.read() as reader:
            items = reader.items_here(1_000)
            found = reader.search(items[0].item, ("item",), 5)
            shift = reader.last_shift()
        desk.close()
    finally:
        place.leave()

    assert desk.session.desk.trial
    assert desk.session.desk.point == "240000"
    assert 60 < len(items) < 90
    assert [hit.ref for hit in found] == [items[0].item]
    assert shift is not None
    assert shift.closed_ms > 0


def test_the_same_command_again_makes_nothing_and_says_so(province: Path) -> None:
    before = (province / "240000" / "store" / "desk.db").stat().st_mtime_ns

    done = _run("sample", *ORDER, str(province))

    assert done.returncode == 0
    assert "Đã có sẵn" in done.stdout
    assert (province / "240000" / "store" / "desk.db").stat().st_mtime_ns == before


def test_another_order_for_the_same_folder_is_refused_in_a_sentence(province: Path) -> None:
    done = _run("sample", "--seed", "6", *ORDER[2:], str(province))

    assert done.returncode == 1
    assert "Chọn thư mục khác" in done.stderr
