"""A morning of results at a one-stop desk: the services of the desk, what an authority gives, and how long each call takes.

It must not know what is measured against what.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from kt1desk.app.desk import PaperFit
from kt1desk.domain.canonical import Json
from kt1desk.domain.case import CaseState
from kt1desk.domain.facts import ResultTaken
from kt1desk.domain.facts.dossier_custody import DossierDelivered
from kt1desk.domain.text import fold
from kt1desk.sampling.people import HEAD
from kt1desk.services.case_tasks import CaseTasks
from kt1desk.services.giving import GiveDraft
from kt1desk.services.pickup import Pickup
from kt1desk.services.ports import Reader
from kt1desk.services.result_scans import ResultScan
from kt1desk.services.sessions import Session, begin_session
from kt1desk.services.takeovers import Takeovers
from kt1desk.store.journal import DeskStore
from tests.bench.figures import Figure, line
from tests.bench.waiting_cases import AUTHORITY, WaitingCase, cases, open_shift
from tests.support.clocks import HandClock
from tests.support.desks import sample_reference

RESULTS = 300
GOAL = "p95 50 ms"
_PAGE = 50
"""Hits that are shown at once."""
_NOON_MS = 1_795_324_800_000
"""Noon of 22/11/2026 in Vietnam, two days after the last of the desk."""

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


def morning_at(store: DeskStore, count: int) -> Morning:
    """The head of the desk at work, with a shift of today; ``count`` cases were made there."""
    open_shift(store)
    with store.read() as reader:
        session = begin_session(reader, HEAD, {})
    return Morning(store, session, chosen_of(count))
