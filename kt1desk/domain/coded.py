"""Words of coded values: every reason, finding and remedy is a code of a dated list, so that nobody writes freely about an item.

Which lists there are and what stands in them is data. This module must not know any entry of a list.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from kt1desk.domain.dated import Dated
from kt1desk.domain.errors import DeskError
from kt1desk.domain.service import Service


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
    PAPER_DIFFERENCE = "paper_difference"
    """What differs at the re-count at the authority (TT 17/2017/TT-BTTTT)."""
    DECISION_SUPPLEMENT = "decision_supplement"
    DECISION_REFUSED = "decision_refused"
    DECISION_STOPPED = "decision_stopped"
    DECISION_EXTENDED = "decision_extended"
    """Why an authority asked for more, refused, stopped, postponed (forms 02 to 05 of TT 03/2025/TT-VPCP)."""
    IDENTITY_PAPER = "identity_paper"
    """Which paper the taker of a result showed."""
    PROXY = "proxy"
    """As what somebody else took it."""
    RESULT_KIND = "result_kind"
    """What lies in a cover that an authority gave."""
    FEE_CORRECTION = "fee_correction"
    VISIT_OUTCOME = "visit_outcome"
    """Why a visit at an applicant's address was in vain or cancelled."""
    DOSSIER_COMPLAINT = "dossier_complaint"
    DOSSIER_COMPLAINT_OUTCOME = "dossier_complaint_outcome"
    IDENTITY_VIEW = "identity_view"
    """Why somebody had a whole identity number shown."""
    DOSSIER_WAY = "dossier_way"
    """How an applicant was told."""
    DOSSIER_ATTEMPT = "dossier_attempt"
    DOSSIER_FORWARD = "dossier_forward"
    DOSSIER_RETURN = "dossier_return"
    DOSSIER_UNCLAIMED = "dossier_unclaimed"
    SERVICE_POINT = "service_point"
    """What kind of point serves people."""
    OUTSIDE_FIGURE = "outside_figure"
    """Numbers that the post cannot know itself: denominators of reports."""
    FIGURE_ISSUER = "figure_issuer"
    """Who says such a number."""
    ADOPTION_REASON = "adoption_reason"
    """Why an agency that may use KT1 does not."""
    LATER = "later"
    """Why something was written on paper first and entered later."""
    SERVED = "served"
    """Other services of the counter: pensions paid out, shops, bills."""
    SERVED_IN = "served_in"
    """Which of them only ever bring cash into the drawer: nobody is asked which way."""
    SERVED_OUT = "served_out"
    """Which of them only ever pay out."""
    DRAWER_UNDO = "drawer_undo"
    """Why a line of the drawer was taken back."""
    CASH_DIFFERENCE = "cash_difference"
    """Why a drawer does not hold what the books say."""
    CASH_ADJUST = "cash_adjust"
    """What a difference of a shift that is over turned out to be."""


_OF_DOSSIERS: Mapping[CodeList, CodeList] = MappingProxyType(
    {
        CodeList.ATTEMPT: CodeList.DOSSIER_ATTEMPT,
        CodeList.FORWARD: CodeList.DOSSIER_FORWARD,
        CodeList.RETURN: CodeList.DOSSIER_RETURN,
        CodeList.UNCLAIMED: CodeList.DOSSIER_UNCLAIMED,
    }
)
"""Lists of custody that speak of agencies; applicants and their results have their own."""


def list_for(code_list: CodeList, service: Service) -> CodeList:
    """The list that an act of custody chooses from in a service: the KT1 one, or that of dossiers where they have their own."""
    return code_list if service is Service.KT1 else _OF_DOSSIERS.get(code_list, code_list)


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
