"""What every act on a case has in common: in which shift, by whom, under which number of its own, and who else must be told.

All of it is asked inside the transaction that writes the event, as with custody. This module must not know any use case.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from kt1desk.domain.coded import CodeList, check_code
from kt1desk.domain.errors import DeskError
from kt1desk.domain.identifiers import LocalKind, count_in_life, local_number
from kt1desk.domain.permissions import Act
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.reference_tthc import point_of_authority
from kt1desk.domain.service import Service
from kt1desk.services.case_rows import CaseRow
from kt1desk.services.custody_steps import Occasion
from kt1desk.services.ports import Clock, Reader
from kt1desk.services.problems import at_field
from kt1desk.services.rights import require_now, require_point
from kt1desk.services.sessions import Session
from kt1desk.services.shifts import local_date, needed_shift

_COUNTED: Mapping[LocalKind, str] = MappingProxyType(
    {
        LocalKind.HANDOVER: "handover",
        LocalKind.TAKEOVER: "takeover",
        LocalKind.REMITTANCE: "remittance",
        LocalKind.COMPLAINT: "complaint",
        LocalKind.VISIT: "visit",
    }
)
"""Under which word the journal counts what a desk numbers by itself."""


def case_occasion(
    reader: Reader, session: Session, act: Act, clock: Clock, reference: ReferenceData
) -> Occasion:
    """The occasion of an act on a case: a shift is open, the user is allowed it, the desk serves dossiers.

    Raises:
        DeskError: ``shift.not_open``, ``user.not_allowed``, ``dossier.service_not_allowed``.
    """
    shift = needed_shift(reader)
    on = require_now(session, act, shift, clock)
    require_point(reference, session.desk, act, on, Service.TTHC)
    return Occasion(session, shift, on, clock.now(), Service.TTHC)


def next_case_number(reader: Reader, kind: LocalKind, at: Occasion) -> str:
    """The number of the next record, book, remittance, complaint or visit of this desk: counted per day of the wall clock."""
    day = local_date(at.now)
    count = reader.count_on(_COUNTED[kind], day.isoformat()) + 1
    return local_number(
        kind, at.point, day, at.session.desk.device, count_in_life(at.session.desk.incarnation, count)
    )


def known_case(reader: Reader, number: str, code: str = "case.unknown") -> CaseRow:
    """A case by its own number, a number of one of its covers, or its mã hồ sơ.

    Raises:
        DeskError: ``code`` with ``number``.
    """
    found = reader.case(number.strip()) if number.strip() else None
    if found is None:
        raise DeskError(code, "dossier", number=number.strip())
    return found


def told_point(reference: ReferenceData, case: CaseRow, here: str, on: date) -> str:
    """The other point that must hear what happens to a case: of the two that have it, the one where it did not happen; "" for none."""
    other = case.origin if case.origin != here else point_of_authority(reference, case.authority, on)
    return other if other != here else ""


def coded(reference: ReferenceData, code_list: CodeList, code: str, on: date, field: str) -> str:
    """A code of a list of the day; a refusal belongs to an input of the form.

    Raises:
        DeskError: ``code.unknown`` with ``list``.
    """
    return at_field(lambda: check_code(reference.coded, code_list, code, on), field)
