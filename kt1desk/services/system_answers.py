"""What other systems answer: a list of our numbers with their codes, line by line; for the one-stop system also the days of the slip.

A line that says what is known already changes nothing. One that says another code than before is refused and not guessed at: somebody
looks at it. The code of the one-stop system is the authority's mã hồ sơ: it is kept as an answer, and copied into the case where the case
may take it. This module must not know files.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import Kt1TakenOver, TakenOver
from kt1desk.domain.identifiers import normalise_number
from kt1desk.domain.official_code import official_code
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.service import Service
from kt1desk.domain.system_file import Answer, SystemFile
from kt1desk.services.cells import day
from kt1desk.services.decision_drafts import RegisterDraft
from kt1desk.services.decisions import Decisions
from kt1desk.services.other_systems import system_kind
from kt1desk.services.ports import Appending, Clock, Documents, Journal, Reader
from kt1desk.services.sessions import Session
from kt1desk.services.sheets import Column, Layout, Sheet, SheetLine

MOST_IN_EVENT = 200
"""So many pairs fit the body of one event, whatever letters their codes are made of."""
_CODE = re.compile(r"[0-9A-Za-zĐđ][0-9A-Za-zĐđ./_-]{0,39}")
_FACTS: Mapping[Service, type[TakenOver]] = {Service.KT1: Kt1TakenOver, Service.TTHC: TakenOver}


class Heard(StrEnum):
    """What became of a line."""

    TAKEN = "taken"
    KNOWN = "known"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """A line of an answer: its number in the file, our number, what became of it and why not.

    ``registered``: its code was copied into the case, too; ``unregistered`` why it could not be.
    """

    line: int
    number: str
    heard: Heard
    problem: DeskError | None = None
    registered: bool = False
    unregistered: DeskError | None = None


@dataclass(frozen=True, slots=True)
class _Said:
    number: str
    code: str
    received_day: str
    official_day: str


def answer_layout(kind: SystemFile) -> Layout:
    """How an answer of this system is read; the number is needed, the rest may be left out."""
    return Layout(
        tuple(
            Column(each.holds, each.title, each.spellings, required=each.holds == Answer.NUMBER)
            for each in kind.answers
        )
    )


class SystemAnswers:
    """The use case of answers."""

    def __init__(
        self, journal: Journal, reference: ReferenceData, clock: Clock, documents: Documents
    ) -> None:
        self._journal = journal
        self._by = (reference, clock)
        self._decisions = Decisions(journal, reference, clock, documents)

    def layout(self, session: Session, system: str) -> tuple[SystemFile, Layout]:
        """The system, and the columns by which its answer is read.

        Raises:
            DeskError: ``system.unknown``, ``record.doubted``, rights.
        """
        with self._journal.read() as reader:
            kind = system_kind(self._by, reader, session, system)
        return kind, answer_layout(kind)

    def take(self, session: Session, system: str, sheet: Sheet) -> tuple[AnswerLine, ...]:
        """Take an answer in; good lines count, refused ones say why. All that is taken over is one transaction.

        Raises:
            DeskError: ``system.unknown``, ``record.doubted``, ``disk.*``, rights.
        """
        with self._journal.work() as work:
            kind = system_kind(self._by, work, session, system)
            said: dict[str, _Said] = {}
            lines = [self._heard(work, kind, line, said) for line in sheet.lines]
            new = {line.number for line in lines if line.heard is Heard.TAKEN}
            taken = [each for each in said.values() if each.number in new]
            for at in range(0, len(taken), MOST_IN_EVENT):
                pairs = tuple((each.number, each.code) for each in taken[at : at + MOST_IN_EVENT])
                fact = _FACTS[kind.service](system, pairs, session.desk.point)
                work.append(fact, Appending(session.actor.user_id))
            if taken:
                work.commit()
        if kind.registers:
            return tuple(self._registered(session, line, said) for line in lines)
        return tuple(lines)

    def _heard(self, reader: Reader, kind: SystemFile, line: SheetLine, said: dict[str, _Said]) -> AnswerLine:
        typed = line.text(Answer.NUMBER)
        try:
            if line.problem is not None:
                raise line.problem
            number = _known_number(reader, kind, typed)
            if number in said:
                raise DeskError("system.number_twice", Answer.NUMBER)
            code = _code(line.text(Answer.CODE))
            before = reader.taken_code(kind.system, number)
            if before and code and before != code:
                raise DeskError("system.other_code", Answer.CODE, before=before)
            days = [day(line.text(name), name) for name in (Answer.RECEIVED_DAY, Answer.OFFICIAL_DAY)]
        except DeskError as error:
            return AnswerLine(line.number, "", Heard.REFUSED, error)
        received, official = (each.isoformat() if each else "" for each in days)
        said[number] = _Said(number, code or before or "", received, official)
        is_known = before is not None and (before == code or not code)
        return AnswerLine(line.number, number, Heard.KNOWN if is_known else Heard.TAKEN)

    def _registered(self, session: Session, line: AnswerLine, said: Mapping[str, _Said]) -> AnswerLine:
        """The code copied into its case, where it says one and the case may take it."""
        each = said.get(line.number)
        if line.heard is Heard.REFUSED or each is None or not (each.code and each.received_day):
            return line
        with self._journal.read() as reader:
            case = reader.case(each.number)
        if case is None or (case.official and case.official == _official(each.code)):
            return line
        draft = RegisterDraft(each.number, each.code, each.received_day, each.official_day, slip=case.slip)
        try:
            self._decisions.register(session, draft)
        except DeskError as error:
            return AnswerLine(line.line, line.number, line.heard, unregistered=error)
        return AnswerLine(line.line, line.number, line.heard, registered=True)


def _known_number(reader: Reader, kind: SystemFile, typed: str) -> str:
    """Our number of a thing, by any number a label of it bears."""
    if kind.service is Service.KT1:
        item = reader.item(normalise_number(typed))
        if item is not None:
            return item.item
    else:
        case = reader.case(typed.strip())
        if case is not None:
            return case.dossier
    raise DeskError("system.number_unknown", Answer.NUMBER)


def _code(typed: str) -> str:
    text = typed.strip()
    if text and _CODE.fullmatch(text) is None:
        raise DeskError("system.code_shape", Answer.CODE)
    return text


def _official(code: str) -> str:
    """As a case would keep it; "" for what no case can keep."""
    try:
        return official_code(code).text
    except DeskError:
        return ""
