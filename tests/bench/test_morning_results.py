"""The results of a morning at a desk where many cases wait: taken over by scan, found, given out one by one; what is asked beside.

`make bench` measures with 50,000 waiting cases (``KT1DESK_BENCH_CASES``); run alone, these take a small desk. The floor is the same day
at a desk that has hardly more cases than are taken, one call in turn with the other.
"""

from __future__ import annotations

import json
import os
import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest

from kt1desk.app.desk import PaperFit
from kt1desk.domain.canonical import Json
from kt1desk.domain.case import CaseState
from kt1desk.domain.facts import ResultTaken
from kt1desk.domain.facts.dossier_custody import DossierDelivered
from kt1desk.domain.text import fold
from kt1desk.sampling.people import HEAD
from kt1desk.services.case_rows import CaseQuery
from kt1desk.services.case_tasks import CaseTasks, TaskKind
from kt1desk.services.giving import GiveDraft
from kt1desk.services.pickup import Pickup
from kt1desk.services.ports import Reader
from kt1desk.services.result_books import WAITING
from kt1desk.services.result_scans import ResultScan, ScanOutcome
from kt1desk.services.sessions import Session, begin_session
from kt1desk.services.takeovers import Takeovers
from kt1desk.store.journal import DeskStore
from tests.bench.figures import Figure, line
from tests.bench.scanning import MOMENTS, Receiving, figures, receiving, scan_in_turn
from tests.bench.waiting_cases import (
    AUTHORITY,
    CASES,
    WaitingCase,
    cases,
    desk_of_cases,
    expected_fees,
    first_late,
    open_shift,
    opened,
)
from tests.support.clocks import HandClock
from tests.support.desks import sample_reference

RESULTS = 300
FLOOR = 400
"""Cases of the desk that is the floor."""
ASKED = 40
_PAGE = 50
"""Hits that are shown at once."""
OFFICER = ("Vi Thị Tiếp Nhận", "Công chức một cửa")
GOAL = "p95 50 ms"
_NOON_MS = 1_795_324_800_000
"""Noon of 22/11/2026 in Vietnam, two days after the last of the desk."""

pytestmark = pytest.mark.bench


T = TypeVar("T")


@dataclass
class Watch:
    """How long calls of one kind took: by the wall, and of this process's processor time; in milliseconds."""

    wall: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)

    def of(self, call: Callable[[], T]) -> T:
        begun, used = time.perf_counter(), time.process_time()
        answer = call()
        self.wall.append((time.perf_counter() - begun) * 1000)
        self.processor.append((time.process_time() - used) * 1000)
        return answer


def figure_lines(what: str, ours: Watch, floor: Watch, goal: str = GOAL) -> str:
    """Wall with its goal, and below it the processor."""
    wall, least = Figure(tuple(ours.wall)), Figure(tuple(floor.wall))
    used, spent = Figure(tuple(ours.processor)), Figure(tuple(floor.processor))
    of_wall = f"{line(f'  {what}', wall, least, goal)}  longest {wall.worst:.1f}, floor {least.worst:.1f}"
    return f"{of_wall}\n{line('    processor', used, spent)}"


@dataclass(frozen=True)
class Morning:
    """A desk with its services, and the results that an authority gives this morning."""

    store: DeskStore
    session: Session
    chosen: tuple[WaitingCase, ...]
    watches: dict[str, Watch] = field(default_factory=dict)

    @property
    def takeovers(self) -> Takeovers:
        return Takeovers(self.store, sample_reference(), HandClock(_NOON_MS), PaperFit())

    @property
    def pickup(self) -> Pickup:
        return Pickup(self.store, sample_reference(), HandClock(_NOON_MS), PaperFit())

    @property
    def tasks(self) -> CaseTasks:
        return CaseTasks(self.store, sample_reference(), HandClock(_NOON_MS))

    def timed(self, what: str, call: Callable[[], T]) -> T:
        return self.watches.setdefault(what, Watch()).of(call)

    def asked(self, what: str, question: Callable[[Reader], T]) -> T:
        """A question to the store itself."""
        with self.store.read() as reader:
            return self.timed(what, lambda: question(reader))

    def open(self) -> str:
        return str(self.takeovers.open(self.session, AUTHORITY, RESULTS).body()["takeover"])

    def take(self, book: str, at: int) -> ResultScan:
        """One scan: a label, the post's own number, a mã hồ sơ."""
        case = self.chosen[at]
        text = (case.item, case.dossier, case.official)[at % 3]
        return self.timed("scan", lambda: self.takeovers.scan(self.session, book, text, scan=True))

    def find(self, at: int) -> bool:
        """By part of a name as it is typed, by phone, by mã hồ sơ; whether he is among the hits, or a whole page has that name."""
        case = self.chosen[at]
        way = ("name", "phone", "mã hồ sơ")[at % 3]
        text = (" ".join(fold(case.applicant).split()[1:]), case.phone, case.official)[at % 3]
        hits = self.timed(f"found by {way}", lambda: self.pickup.find(self.session, text))
        return any(hit.item == case.item for hit in hits) or (way == "name" and len(hits) == _PAGE)

    def give(self, at: int) -> None:
        """The label opens it, a paper is shown, the receipt is queued."""
        case = self.chosen[at]
        self.timed("opened by scan", lambda: self.pickup.sheet(self.session, case.item))
        draft = GiveDraft(case.item, identity_paper="cccd", identity=case.identity, scan=True)
        self.timed("given", lambda: self.pickup.give(self.session, draft))

    def bodies(self, type_: str) -> list[dict[str, Json]]:
        with self.store.transaction() as connection:
            rows = connection.execute("SELECT body FROM event WHERE type = ?", (type_,)).fetchall()
        return [json.loads(bytes(row[0])) for row in rows]

    def taken(self, book: str) -> Counter[str]:
        """How often each cover was taken into a book, as the journal says."""
        facts = [ResultTaken.of(body) for body in self.bodies(ResultTaken.TYPE)]
        return Counter(fact.item for fact in facts if fact.takeover == book)

    def given(self) -> Counter[str]:
        """How often each cover was given out."""
        return Counter(DossierDelivered.of(body).item for body in self.bodies(DossierDelivered.TYPE))

    def states(self) -> set[CaseState]:
        with self.store.read() as reader:
            rows = [reader.case(case.dossier) for case in self.chosen]
        return {row.state for row in rows if row is not None}


def chosen_of(count: int) -> tuple[WaitingCase, ...]:
    """Results of the morning, from all over the desk."""
    waiting = [case for case in cases(count) if case.authority == AUTHORITY and not case.is_here]
    return tuple(waiting[:: len(waiting) // RESULTS][:RESULTS])


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
            _morning(things.enter_context(opened(desk)), count)
            for desk, count in zip(copies, (CASES, FLOOR), strict=True)
        )
        yield full, floor


def _morning(store: DeskStore, count: int) -> Morning:
    open_shift(store)
    with store.read() as reader:
        session = begin_session(reader, HEAD, {})
    return Morning(store, session, chosen_of(count))


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
