"""Who may see and issue a report: by the subjects that it speaks of, of which its template says the truth.

This module must not know reports.
"""

from __future__ import annotations

from datetime import date

from kt1desk.domain.permissions import Act, permits
from kt1desk.domain.reporting.template_kinds import Subject
from kt1desk.services.ports import Clock, Reader
from kt1desk.services.rights import require_now
from kt1desk.services.sessions import Session

Subjects = frozenset[Subject]


def acts_of(subjects: Subjects, *, issue: bool = False) -> tuple[Act, ...]:
    """The rights it takes. Whoever may see KT1 may not for that reason see the others, and the other way round."""
    own, kt1 = (Act.ISSUE_REPORT, Act.ISSUE_KT1_REPORT) if issue else (Act.SEE_REPORTS, Act.SEE_KT1_REPORTS)
    others = subjects - {Subject.KT1}
    return (*((own,) if others else ()), *((kt1,) if Subject.KT1 in subjects else ()))


def require_subjects(
    reader: Reader, session: Session, subjects: Subjects, clock: Clock, *, issue: bool = False
) -> None:
    """Refuse who lacks one of the rights now.

    Raises:
        DeskError: as `kt1desk.services.rights.require_now`.
    """
    for act in acts_of(subjects, issue=issue):
        require_now(session, act, reader.open_shift(), clock)


def permits_subjects(session: Session, subjects: Subjects, on: date, *, issue: bool = False) -> bool:
    """Whether he has all of them, for leaving out what he may not."""
    return all(permits(session.actor, act, on) for act in acts_of(subjects, issue=issue))
