"""What a scan at an authority's desk means: which cover begins its way, or why none does. Answers, not errors: the clerk scans on.

One scan reads a case, where its cover stands and, for a label nobody here knows, the rolls of this desk; never a list. This module must
not know which event is written.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kt1desk.domain.case import NOT_HANDED, CaseState
from kt1desk.domain.custody import OVER as CUSTODY_OVER
from kt1desk.domain.custody import Holder, HolderKind
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.identifiers import S10, NumberRule
from kt1desk.services.case_rows import CaseRow, TakeoverRow, Way
from kt1desk.services.custody_steps import Occasion
from kt1desk.services.numbers import own_number
from kt1desk.services.ports import Reader


class ScanOutcome(StrEnum):
    """What a scan came to; each has its sentence, ``result.<outcome>``, and only the first one writes anything."""

    TAKEN = "taken"
    ALREADY = "already"
    """It is in the post's hands here, or was given out."""
    UNKNOWN = "unknown"
    NOT_OURS = "not_ours"
    """The applicant fetches it himself: no way back was bought, or the case was taken back."""
    WRONG_AUTHORITY = "wrong_authority"
    ELSEWHERE = "elsewhere"
    """Its cover is with another point or on its way; or by the books of this desk the dossier itself still lies here: a mix-up."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What a scan means: the case (None where it is not told here yet) and the cover that would begin its way."""

    outcome: ScanOutcome
    item: str = ""
    case: CaseRow | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Scanned:
    """What was scanned, normalised, and the new label for a further result of a case whose cover is used, "" for none."""

    number: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class ResultScan:
    """What a scan came to. ``event`` is None for everything but `ScanOutcome.TAKEN`; ``dossier`` "" where its case is not told here yet."""

    outcome: ScanOutcome
    item: str
    dossier: str
    official: str
    applicant: str = field(repr=False)
    event: Event | None = None


def judge(reader: Reader, at: Occasion, book: TakeoverRow, scanned: Scanned, rule: NumberRule) -> Judged:
    """What a scan means for a book.

    Args:
        reader: inside the transaction that will write.
        at: the occasion.
        book: an open book.
        scanned: label of a cover, the post's own number of a case, or a mã hồ sơ.
        rule: of the numbers of dossiers on the day.
    """
    case = reader.case(scanned.number)
    if case is None:
        return _by_label(reader, at, scanned.number, rule)
    item = scanned.label or _cover_for(reader, case, scanned.number)
    if not item or case.state is CaseState.REVERSED:
        return Judged(ScanOutcome.NOT_OURS, item, case)
    if case.authority != book.authority:
        return Judged(ScanOutcome.WRONG_AUTHORITY, item, case)
    found = _where(reader, at, item)
    if found is None and case.state in NOT_HANDED and _lies_here(reader, at, case.send_item):
        found = ScanOutcome.ELSEWHERE
    return Judged(found or ScanOutcome.TAKEN, item, case)


def _cover_for(reader: Reader, case: CaseRow, number: str) -> str:
    """The cover its result comes in: the one that was scanned where it is one of those, else the leg that was paid for."""
    cover = reader.cover(number) if number not in {case.return_item, case.dossier, case.official} else None
    return number if cover is not None and cover.way == Way.RETURN else case.return_item


def _by_label(reader: Reader, at: Occasion, number: str, rule: NumberRule) -> Judged:
    """A label of the post whose case is told later is taken as it is; one of this desk's own roll was given to no case, or is misread."""
    try:
        parsed = S10.parse(number)
    except DeskError:
        return Judged(ScanOutcome.UNKNOWN)
    if parsed.country != "VN" or not rule.holds_prefix(parsed.prefix):
        return Judged(ScanOutcome.UNKNOWN)
    found = _where(reader, at, parsed.text)
    if found is None and _of_own_roll(reader, parsed):
        found = ScanOutcome.UNKNOWN
    return Judged(found or ScanOutcome.TAKEN, parsed.text)


def _of_own_roll(reader: Reader, number: S10) -> bool:
    try:
        own_number(reader, number.text)
    except DeskError as refused:
        return refused.code != "number.not_in_block"
    return True


def _where(reader: Reader, at: Occasion, item: str) -> ScanOutcome | None:
    """Why a cover cannot begin its way again; None where it has not begun it."""
    standing = reader.standing(item, service=at.service)
    if standing is None:
        return None
    holder = Holder.parse(standing.holder)
    if standing.state in CUSTODY_OVER or holder.kind is HolderKind.PARTY or holder.point == at.point:
        return ScanOutcome.ALREADY
    return ScanOutcome.ELSEWHERE


def _lies_here(reader: Reader, at: Occasion, item: str) -> bool:
    standing = reader.standing(item, service=at.service) if item else None
    return standing is not None and Holder.parse(standing.holder).point == at.point


def answer(outcome: ScanOutcome, item: str, case: CaseRow | None, event: Event | None = None) -> ResultScan:
    """A scan in what the screen shows of it: persons as the case names them, nothing where it is not told here."""
    if case is None:
        return ResultScan(outcome, item, "", "", "", event)
    return ResultScan(outcome, item, case.dossier, case.official, case.applicant, event)
