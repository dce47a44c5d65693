"""A desk where many cases wait for their results, and some results for their applicants; made once and kept, as `tests.bench.samples` says.

The cases are written straight into the journal: their acceptance is measured elsewhere, and so many of them by the counter's services take
hours. Persons are invented.
"""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from kt1desk.app.clock import SystemClock
from kt1desk.domain.dossier import Direction, Form, LocalNumber
from kt1desk.domain.facts import (
    BlockGranted,
    DossierAccepted,
    Leg,
    ResultTaken,
    Sums,
    TakeoverClosed,
    TakeoverOpened,
)
from kt1desk.domain.identifiers import number_at
from kt1desk.sampling.people import HEAD, name
from kt1desk.services.ports import Appending, Journal
from kt1desk.services.sessions import begin_session
from kt1desk.services.shifts import Shifts, local_date
from kt1desk.store.bulk import bulk
from kt1desk.store.journal import DeskStore
from tests.bench.samples import kept_folder, open_store, sample_desk

CASES = int(os.environ.get("KT1DESK_BENCH_CASES", "600"))
REVISION = 1
"""Of what is made here: a desk of another one is made anew."""
LAST_DAY = date(2026, 11, 20)
AUTHORITY = "LS-05977-TTHCC"
_OTHERS = ("LS-05977-CA", "LS-05977-UBND")
_ONE_IN = 10
"""Of so many cases one is another authority's, and of so many one has its result here already."""
_LATE_ONE_IN, _FEES_ONE_IN = 100, 160
_BOOK = 250
_PREFIX, _FIRST = "RX", 20_000_000
_PROCEDURE = ("2.000635", "Cấp bản sao Trích lục hộ tịch", "2025-07-01")
_POSTAGE_DONG, _COLLECTED_DONG = 26_000, 30_000


@dataclass(frozen=True, slots=True)
class WaitingCase:
    """A case by everything that it may be found by; `at` counts from 0."""

    at: int
    dossier: str
    item: str
    official: str
    applicant: str
    phone: str
    identity: str

    @property
    def authority(self) -> str:
        """Who gives its result."""
        return _OTHERS[self.at // _ONE_IN % len(_OTHERS)] if self.at % _ONE_IN == 1 else AUTHORITY

    @property
    def has_fee(self) -> bool:
        """Whether money was collected for its authority."""
        return self.at % _FEES_ONE_IN == 5

    @property
    def due(self) -> date:
        """The authority's day for its result."""
        return LAST_DAY + timedelta(days=-5 if self.at % _LATE_ONE_IN == 3 else 1 + self.at % 40)

    @property
    def is_here(self) -> bool:
        """Whether its result waits for the applicant already."""
        return self.at % _ONE_IN == 0


def cases(count: int) -> Iterator[WaitingCase]:
    """The cases of the desk, the same every time."""
    chance = random.Random(7)
    for at in range(count):
        on = LAST_DAY - timedelta(days=1 + at % 28)
        yield WaitingCase(
            at=at,
            dossier=LocalNumber("240000", LAST_DAY, 0, at + 1).text,
            item=number_at(_PREFIX, _FIRST + at).text,
            official=f"H37.10-{on:%y%m%d}-{at:06d}",
            applicant=name(chance),
            phone=f"09{at:08d}",
            identity=f"0201{at:08d}",
        )


def expected_fees(count: int) -> int:
    """Of how many cases money of the authority is here."""
    return sum(case.has_fee for case in cases(count))


def first_late(count: int) -> WaitingCase:
    """The case that is overdue the longest, the oldest of those of a day."""
    return min((case for case in cases(count) if not case.is_here), key=lambda case: (case.due, case.at))


def desk_of_cases(scratch: Path, count: int) -> Path:
    """A copy, to be written to at will, of the kept desk of so many cases; it is made where it is not there."""
    folder = kept_folder(scratch)
    empty = sample_desk(folder, 0)
    made = folder / f"{count}-cases-{REVISION}-{empty.parent.name}"
    if not made.exists():
        being = folder / f".{made.name}"
        shutil.rmtree(being, ignore_errors=True)
        shutil.copytree(empty, being / empty.name)
        _fill(being / empty.name, count)
        being.rename(made)
    copied = scratch / f"{count}-cases"
    shutil.copytree(made / empty.name, copied)
    return copied


def _fill(desk: Path, count: int) -> None:
    store = open_store(desk)
    try:
        with bulk(store) as journal:
            with journal.work() as work:
                work.append(BlockGranted(_PREFIX, _FIRST, _FIRST + count), Appending("system"))
                work.commit()
            shift = open_shift(journal)
            for case in cases(count):
                with journal.work() as work:
                    work.append(_accepted(case, shift), Appending(HEAD, particulars=_beside(case)))
                    work.commit()
            here = [case for case in cases(count) if case.is_here]
            for at in range(0, len(here), _BOOK):
                _take(journal, shift, at // _BOOK, here[at : at + _BOOK])
    finally:
        store.close()


def open_shift(journal: Journal) -> str:
    """The open shift of the desk, or a new one; returns its name."""
    with journal.read() as reader:
        session = begin_session(reader, HEAD, {})
    shifts = Shifts(journal, SystemClock())
    row = shifts.current() or shifts.open(session, local_date(SystemClock().now()), 500_000)
    return row.shift


def _accepted(case: WaitingCase, shift: str) -> DossierAccepted:
    """A case whose applicant handed it in himself; the post fetches the result."""
    collected = _COLLECTED_DONG if case.has_fee else 0
    return DossierAccepted(
        dossier=case.dossier,
        form=Form.RETURN.value,
        procedure=_PROCEDURE[0],
        procedure_name=_PROCEDURE[1],
        procedure_version=_PROCEDURE[2],
        authority=case.authority,
        authority_name="Trung tâm Phục vụ hành chính công",
        legs=(Leg(case.item, Direction.RETURN.value, "noi_huyen", 100, _POSTAGE_DONG),),
        sums=Sums(_POSTAGE_DONG, collected, 0),
        tariff="tt22-2017",
        payment="cash",
        place="counter",
        shift=shift,
        point="240000",
        official=case.official,
        official_day=case.due.isoformat(),
    )


def _beside(case: WaitingCase) -> dict[str, dict[str, str]]:
    who = {"name": case.applicant, "phone": case.phone, "identity": case.identity, "kind": "person"}
    return {"applicant": who}


def _take(journal: Journal, shift: str, at: int, taken: list[WaitingCase]) -> None:
    """A closed book whose results lie here."""
    book = f"KQ-bench-{at}"
    with journal.work() as work:
        opened = work.append(TakeoverOpened(book, AUTHORITY, 0, "240000", shift), Appending(HEAD))
        for case in taken:
            fact = ResultTaken(
                dossier=case.dossier,
                item=case.item,
                takeover=book,
                authority=case.authority,
                kinds=(("result", 1),),
                point="240000",
                shift=shift,
                official=case.official,
            )
            work.append(fact, Appending(HEAD, parents=(opened.id,)))
        closed = TakeoverClosed(book, AUTHORITY, 0, len(taken), "240000", shift)
        work.append(closed, Appending(HEAD, parents=(opened.id,)))
        work.commit()


@contextmanager
def opened(desk: Path) -> Iterator[DeskStore]:
    """The store of a desk, for as long as it lasts."""
    store = open_store(desk)
    try:
        yield store
    finally:
        store.close()
