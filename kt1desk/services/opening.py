"""The beginning of a shift: what is looked at before the first customer, and that it was looked at.

What machines say comes from outside as codes. This module must not know any machine.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import ShiftChecked, ShiftSettled
from kt1desk.domain.permissions import Act, require
from kt1desk.domain.service import Service
from kt1desk.domain.settling import KT1_UNCOUNTED, Question, promised
from kt1desk.services.board import is_of_item
from kt1desk.services.ports import Appending, Clock, Journal, Reader
from kt1desk.services.rights import require_now
from kt1desk.services.rows import ShiftRow
from kt1desk.services.sessions import Session
from kt1desk.services.settling_ports import Surroundings
from kt1desk.services.settling_rows import Around
from kt1desk.services.shift_things import may_count, things_here
from kt1desk.services.shifts import local_date, opened_shift


class Check(StrEnum):
    """What is looked at."""

    FLOAT = "float"
    """What the last shift left in the drawer."""
    ITEMS_HERE = "items_here"
    COVERS_HERE = "covers_here"
    KT1_UNCOUNTED = "kt1_uncounted"
    """The last shift was closed by somebody who may not know of KT1: nobody has counted it."""
    PROMISED = "promised"
    """Incident records that the last closing promised."""
    PAPERS = "papers"
    """Print jobs of which nobody knows whether they came out."""
    ASIDE = "aside"
    UNSENT = "unsent"
    NO_LINE = "no_line"
    """Nothing was ever to go to the centre: it stands in the place of what is unsent."""
    LABEL_PRINTER = "label_printer"
    RECEIPT_PRINTER = "receipt_printer"
    SCANNER = "scanner"


class Machine(StrEnum):
    """How a machine was found."""

    READY = "ready"
    TROUBLE = "trouble"
    ABSENT = "absent"


MACHINES = (Check.LABEL_PRINTER, Check.RECEIPT_PRINTER, Check.SCANNER)
"""What only somebody outside of the journal can look at."""
_HERE = {Service.KT1: Check.ITEMS_HERE, Service.TTHC: Check.COVERS_HERE}
_FLOAT_SAME, _FLOAT_OTHER = "same", "other"


@dataclass(frozen=True, slots=True)
class Found:
    """What one look found: how many, or how much in đồng where it is the float."""

    check: Check
    count: int


class Openings:
    """The use cases of a shift's beginning."""

    def __init__(self, journal: Journal, clock: Clock, around: Surroundings) -> None:
        self._journal = journal
        self._clock = clock
        self._around = around

    def checks(self, session: Session) -> tuple[Found, ...]:
        """What waits and what was left, in the order of `Check`; of KT1 only for whoever is cleared.

        Raises:
            DeskError: rights.
        """
        with self._journal.read() as reader:
            require_now(session, Act.SEE_DOSSIERS, reader.open_shift(), self._clock)
        around = self._look_around(session)
        with self._journal.read() as reader:
            return tuple(self._found(reader, session, around))

    def open(
        self, session: Session, business_date: date, float_dong: int, machines: Mapping[Check, Machine]
    ) -> ShiftRow:
        """Open a shift, and write down what was looked at, in one commit.

        How many KT1 items are here stands in no stream of the counter, so that is not written.

        Raises:
            DeskError: ``shift.already_open``, ``shift.date_far``, ``shift.float_range``, ``opening.no_machine``, rights.
        """
        require(session.actor, Act.OPEN_SHIFT, business_date)
        if not set(machines) <= set(MACHINES):
            raise DeskError("opening.no_machine")
        around = self._look_around(session)
        with self._journal.work() as work:
            found = tuple(self._found(work, session, around))
            opened = opened_shift(work, session, business_date, float_dong, local_date(self._clock.now()))
            fact = ShiftChecked(opened.shift, _written(found, float_dong, machines), session.desk.point)
            work.append(fact, Appending(session.actor.user_id))
            work.commit()
        return opened

    def _look_around(self, session: Session) -> Around:
        """Before a transaction begins: what lies about is kept elsewhere."""
        return Around(self._around.unsent(), self._around.aside(session))

    def _found(self, reader: Reader, session: Session, around: Around) -> Iterator[Found]:
        last = reader.last_shift()
        yield Found(Check.FLOAT, last.counted_dong if last is not None else 0)
        services = [each for each in Service if may_count(session, reader, self._clock, each)]
        here = Counter(each.service for each in things_here(reader, session, self._clock))
        for service in services:
            yield Found(_HERE[service], here[service])
        yield from _left_by(reader, last, sees_items=Service.KT1 in services)
        asked = reader.open_questions()
        if Service.KT1 not in services:
            asked = [paper for paper in asked if not is_of_item(reader, paper)]
        yield Found(Check.PAPERS, len(asked))
        yield Found(Check.ASIDE, around.aside)
        if around.unsent is None:
            yield Found(Check.NO_LINE, 1)
        else:
            yield Found(Check.UNSENT, around.unsent)


def _left_by(reader: Reader, last: ShiftRow | None, *, sees_items: bool) -> Iterator[Found]:
    """What the last closing left to this shift. Whoever may not know of KT1 is told of the records of a closing that knew of none alone."""
    row = reader.settled(last.shift) if last is not None else None
    event = reader.event(row.event) if row is not None else None
    if event is None:
        return
    asked = ShiftSettled.of(event.body()).asked
    uncounted = KT1_UNCOUNTED in dict(asked)
    if uncounted and sees_items:
        yield Found(Check.KT1_UNCOUNTED, 1)
    questions = tuple(Question) if sees_items or uncounted else (Question.COVER_MISSING,)
    count = promised(asked, questions)
    if count:
        yield Found(Check.PROMISED, count)


def _written(
    found: tuple[Found, ...], float_dong: int, machines: Mapping[Check, Machine]
) -> tuple[tuple[str, str], ...]:
    said: dict[Check, str] = {
        each.check: str(each.count) for each in found if each.check is not Check.ITEMS_HERE
    }
    left_dong = int(said[Check.FLOAT])
    said[Check.FLOAT] = _FLOAT_SAME if left_dong == float_dong else _FLOAT_OTHER
    said |= {check: state.value for check, state in machines.items()}
    return tuple((check.value, said[check]) for check in Check if check in said)
