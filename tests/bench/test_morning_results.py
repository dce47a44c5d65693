"""The results of a morning at a desk where many cases wait: taken over by scan, found, given out one by one; what is asked beside.

`make bench` measures with 50,000 waiting cases (``KT1DESK_BENCH_CASES``); run alone, these take a small desk. The floor is the same day
at a desk that has hardly more cases than are taken, one call in turn with the other.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pytest

from kt1desk.domain.case import CaseState
from kt1desk.domain.text import fold
from kt1desk.services.case_rows import CaseQuery
from kt1desk.services.case_tasks import TaskKind
from kt1desk.services.result_books import WAITING
from kt1desk.services.result_scans import ScanOutcome
from tests.bench.figures import line
from tests.bench.mornings import GOAL, RESULTS, Morning, chosen_of, figure_lines, morning_at
from tests.bench.scanning import MOMENTS, Receiving, figures, receiving, scan_in_turn
from tests.bench.waiting_cases import (
    AUTHORITY,
    CASES,
    desk_of_cases,
    expected_fees,
    first_late,
    opened,
)

FLOOR = 400
"""Cases of the desk that is the floor."""
ASKED = 40
OFFICER = ("Vi Thị Tiếp Nhận", "Công chức một cửa")

pytestmark = pytest.mark.bench


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The desk where many wait, and the floor; nobody writes to these two."""
    scratch = tmp_path_factory.mktemp("morning")
    return desk_of_cases(scratch, CASES), desk_of_cases(scratch, FLOOR)


@pytest.fixture
def copies(kept: tuple[Path, Path], tmp_path: Path) -> tuple[Path, Path]:
    """Both desks, to be written to."""
    full, floor = (shutil.copytree(desk, tmp_path / desk.name) for desk in kept)
    return full, floor


@pytest.fixture
def mornings(copies: tuple[Path, Path]) -> Iterator[tuple[Morning, Morning]]:
    """Both desks at work in this process."""
    with ExitStack() as things:
        full, floor = (
            morning_at(things.enter_context(opened(desk)), count)
            for desk, count in zip(copies, (CASES, FLOOR), strict=True)
        )
        yield full, floor


def report(mornings: tuple[Morning, Morning], goals: dict[str, str]) -> None:
    full, floor = mornings
    print(f"  load {os.getloadavg()[0]:.1f}; floor: the same at a desk of {FLOOR} cases")
    for what, watch in full.watches.items():
        print(figure_lines(what, watch, floor.watches[what], goals.get(what, GOAL)))


def test_measure_results_of_a_morning_taken_over_found_and_given_out_and_none_is_doubled(
    mornings: tuple[Morning, Morning], capsys: pytest.CaptureFixture[str]
) -> None:
    books = [morning.open() for morning in mornings]
    pairs = list(zip(mornings, books, strict=True))

    outcomes = [[morning.take(book, at).outcome for morning, book in pairs] for at in range(RESULTS)]
    again = [morning.takeovers.scan(morning.session, book, morning.chosen[0].item) for morning, book in pairs]
    for morning, book in pairs:
        for _ in range(5):
            morning.timed("a whole book read", partial(morning.takeovers.view, morning.session, book))
        morning.timed(
            "a book closed, its paper laid out",
            partial(morning.takeovers.close, morning.session, book, *OFFICER),
        )
    found = [[morning.find(at) for morning in mornings] for at in range(RESULTS)]
    for at in range(RESULTS):
        for morning in mornings:
            morning.give(at)

    with capsys.disabled():
        print(f"\n{RESULTS} results of a morning at a desk of {CASES} cases, by the services")
        report(mornings, {"a book closed, its paper laid out": "beside the screen"})
    assert outcomes == [[ScanOutcome.TAKEN] * 2] * RESULTS
    assert [scan.outcome for scan in again] == [ScanOutcome.ALREADY] * 2
    assert found == [[True, True]] * RESULTS
    for morning, book in pairs:
        once = dict.fromkeys((case.item for case in morning.chosen), 1)
        assert morning.taken(book) == once
        assert morning.given() == once
        assert morning.states() == {CaseState.DELIVERED}


@pytest.fixture
def screens(copies: tuple[Path, Path], tmp_path: Path) -> Iterator[tuple[Receiving, Receiving]]:
    """Both desks on screens of their own, the authority's book open."""
    with ExitStack() as things:
        words = (AUTHORITY, str(RESULTS))
        full, floor = (
            receiving("take_results", (desk, *words), tmp_path / f"{desk.name}-run", things)
            for desk in copies
        )
        yield full, floor


def test_measure_results_scanned_into_the_page_five_a_second_and_none_is_missed_or_doubled(
    screens: tuple[Receiving, Receiving], capsys: pytest.CaptureFixture[str]
) -> None:
    chosen = [chosen_of(CASES), chosen_of(FLOOR)]
    texts = [[(case.item, case.official)[at % 2] for at, case in enumerate(of)] for of in chosen]

    scan_in_turn(screens, list(zip(*texts, strict=True)))
    full, floor = (screen.end() for screen in screens)

    with capsys.disabled():
        print(
            f"\n{RESULTS} results scanned into the page, desk of {CASES} cases, load {os.getloadavg()[0]:.1f}"
        )
        for what, ours, least in zip(MOMENTS, figures(full), figures(floor), strict=True):
            print(
                f"{line(f'  scan to {what}', ours, least, GOAL)}  longest {ours.worst:.1f}, floor {least.worst:.1f}"
            )
        print(
            f"  processor time of the process, each scan: {full['processor']:.1f} ms, floor {floor['processor']:.1f} ms"
        )
    for told, of in zip((full, floor), chosen, strict=True):
        assert told["accepted"] == [True] * RESULTS
        assert told["outcomes"] == [ScanOutcome.TAKEN.value] * RESULTS
        assert told["taken"] == dict.fromkeys((case.item for case in of), 1)
        assert told["count"] == f"{RESULTS} / {RESULTS}"
        assert all(moment > 0 for times in told["after"] for moment in times)


def test_measure_the_questions_of_the_one_stop_desk(
    mornings: tuple[Morning, Morning], capsys: pytest.CaptureFixture[str]
) -> None:
    full, floor = mornings

    for at in range(ASKED):
        for morning in mornings:
            _ask(morning, at)
    tasks = full.tasks.tasks(full.session)
    with full.store.read() as reader:
        due = reader.fees_due()

    with capsys.disabled():
        print(f"\nquestions of the one-stop desk, {CASES} cases")
        report((full, floor), dict.fromkeys(full.watches, "p95 20 ms"))
    late = next(task for task in tasks if task.kind is TaskKind.OVERDUE)
    assert (late.dossier, len(due)) == (first_late(CASES).dossier, expected_fees(CASES))


def _ask(morning: Morning, at: int) -> None:
    case = morning.chosen[at]
    name = " ".join(fold(case.applicant).split()[1:])
    morning.asked("case by its number", lambda reader: reader.case(case.dossier))
    morning.asked("case by its mã hồ sơ", lambda reader: reader.case(case.official))
    morning.asked("what waits, nothing asked", lambda reader: reader.waiting_results(""))
    morning.asked("what waits, two words of a name", lambda reader: reader.waiting_results(name))
    morning.asked("what waits, a phone", lambda reader: reader.waiting_results(case.phone))
    morning.asked("a hundred newest cases", lambda reader: reader.cases(CaseQuery(limit=100)))
    morning.asked("notices", lambda reader: reader.notices())
    morning.asked("fees due", lambda reader: reader.fees_due())
    morning.asked("waited for, by authority", lambda reader: reader.returning_counts(WAITING))
    morning.timed("tasks", lambda: morning.tasks.tasks(morning.session))
    morning.timed("board", lambda: morning.tasks.board(morning.session))
