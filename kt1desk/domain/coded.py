"""Words of coded values: every reason, finding and remedy is a code of a dated list, so that nobody writes freely about a KT1 item.

Which lists there are and what stands in them is data. This module must not know any entry of a list.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kt1desk.domain.dated import Dated
from kt1desk.domain.errors import DeskError


class CodeList(StrEnum):
    """The lists."""

    ATTEMPT = "attempt"
    """Why an attempt was in vain (Luật Bưu chính 2010, Điều 17 khoản 1)."""
    EXCEPTION = "exception"
    """Why something was done without a second person."""
    REJECT = "reject"
    """Why a second person did not let an item go."""
    REVIEW = "review"
    """What the review of an exception found."""
    UNDO = "undo"
    """Why a closed receptacle was opened again."""
    RECALL = "recall"
    """Why a dispatch was taken back."""
    FORWARD = "forward"
    RETURN = "return"
    UNCLAIMED = "unclaimed"
    REMEDY = "remedy"
    """What was done about an incident."""
    OUTCOME = "outcome"
    """How an incident ended."""
    WAY = "way"
    """How somebody was told."""
    SAFE_KIND = "safe_kind"
    CHECK = "check"
    """What a check of a camera or of the guard found."""
    INSPECTION = "inspection"
    FINDING = "finding"
    FINDING_REMEDY = "finding_remedy"
    COMPLAINT = "complaint"
    COMPLAINT_OUTCOME = "complaint_outcome"
    GROUND = "ground"
    YES_NO = "yes_no"
    GUARD_SHIFT = "guard_shift"


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedWord(Dated):
    """One code of one list, and how it is said."""

    code_list: CodeList
    code: str
    name: str


def words_of(rows: Iterable[CodedWord], code_list: CodeList, on: date) -> tuple[CodedWord, ...]:
    """The codes of a list in force on a day, in their order."""
    return tuple(row for row in rows if row.code_list is code_list and row.holds(on))


def check_code(rows: Iterable[CodedWord], code_list: CodeList, code: str, on: date) -> str:
    """The code, where the list has it on that day.

    Raises:
        DeskError: ``code.unknown`` with ``list``, at the input named like the list.
    """
    if not any(row.code == code for row in words_of(rows, code_list, on)):
        raise DeskError("code.unknown", code_list.value, list=code_list.value)
    return code


def word_for(rows: Iterable[CodedWord], code_list: CodeList, code: str) -> str:
    """How a code is said, also one that is in force no more; the code itself where nobody knows it any longer."""
    found = [row for row in rows if row.code_list is code_list and row.code == code]
    return max(found, key=lambda row: row.valid_from).name if found else code
