"""From the start of the process to a painted log-in, against a bare window; from the log-in to the first page."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kt1desk.app.options import Options
from kt1desk.app.place import take_place
from kt1desk.app.works import works_in
from tests.bench.children.start_program import SAYS
from tests.bench.figures import Figure, in_turns, line
from tests.support.tree import ROOT

ROUNDS = 10
LOGINS = 6
STARTS = (sys.executable, "-m", "tests.bench.children.start_program")
LOGS_IN = (sys.executable, "-m", "tests.bench.children.log_in")
PATIENCE_S = 90


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A trial desk with its staff."""
    place = take_place(Options(tmp_path / "desk", tmp_path / "papers", trial=True))
    works_in(place).make_sample()
    place.leave()
    return tmp_path / "desk"


def _until_painted(*words: str) -> float:
    begun = time.perf_counter()
    with subprocess.Popen([*STARTS, *words], cwd=ROOT, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        said = program.stdout.readline()
        ended = time.perf_counter()
    assert said == f"{SAYS}\n", said
    return ended - begun


@pytest.mark.bench
def test_measure_the_start_to_a_painted_log_in_against_a_bare_window(
    display: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ours, floor = in_turns(
        lambda: _until_painted("desk", str(data)), lambda: _until_painted("bare"), ROUNDS, warm_up=2
    )

    with capsys.disabled():
        print("\nstart of the process to a painted window; floor: a bare PySide6 window")
        print(line("  painted log-in", ours, floor, "1.5"))
    assert len(ours.times_ms) == ROUNDS


@pytest.mark.bench
def test_measure_the_log_in_to_the_first_page_with_the_key_derivation_apart(
    display: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seen: list[tuple[float, float]] = []
    for _ in range(LOGINS):
        done = subprocess.run(
            [*LOGS_IN, str(data)],
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
        )
        derived, whole = json.loads(done.stdout)
        seen.append((derived, whole))

    with capsys.disabled():
        print("\nlog-in to the first page that can be worked on")
        print(
            f"  key derivation (Argon2id)                    {Figure(tuple(derived for derived, _ in seen))}"
        )
        rest = Figure(tuple(whole - derived for derived, whole in seen))
        print(f"  all the rest: store, checks, pages, picture  {rest}")
    assert all(0 < derived < whole for derived, whole in seen)
