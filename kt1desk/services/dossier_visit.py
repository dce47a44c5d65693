"""A dossier that was received before it is entered, at the applicant's address or on paper: which visit it ends, when it really happened.

Shift and business date stay those of the entry; money lies in the drawer of that shift. This module must not know what a dossier holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId, Moment
from kt1desk.domain.facts import read_dossier_accepted
from kt1desk.domain.identifiers import LocalKind, read_local_number
from kt1desk.domain.kt1 import Place
from kt1desk.domain.later import AT_ONCE_MS, Later
from kt1desk.services.case_rows import VisitRow
from kt1desk.services.dossier_drafts import DossierDraft
from kt1desk.services.dossier_occasion import Occasion
from kt1desk.services.later_entry import checked_later
from kt1desk.services.ports import Reader
from kt1desk.services.shifts import local_date

LATE_DAYS = "tthc.late_entry_days"
"""Key of the setting: for so many days what was received at an address may be entered later."""
ON_ROAD = "on_road"
"""Why what was received at an address is entered later (`kt1desk.domain.coded.CodeList.LATER`)."""


@dataclass(frozen=True, slots=True)
class Received:
    """When a dossier was received, and the visit that ends with it: None where it comes from none, or corrects what came from it.

    ``later`` is what is written of its later entry, None where it is entered at once.
    """

    happened: Moment
    visit: VisitRow | None = None
    later: Later | None = None


def received(
    reader: Reader, occasion: Occasion, draft: DossierDraft, replaced: EventId | None = None
) -> Received:
    """What the draft says of it; a dossier handed in at the counter is received now, from no visit.

    Args:
        reader: the journal.
        occasion: where, by whom and when it is entered.
        draft: as the clerk has it.
        replaced: the acceptance that the draft corrects.

    Raises:
        DeskError: ``number.local_shape``, ``visit.done`` with ``number``, ``visit.received_when`` with ``days``; ``later.*``,
            ``code.unknown`` for one that was handed in at the counter.
    """
    if draft.place is not Place.ADDRESS:
        return _at_counter(reader, occasion, draft, replaced)
    visit = _visit(reader, draft) if draft.visit else None
    if visit is not None and visit.outcome and not _corrects(reader, visit, replaced):
        raise DeskError("visit.done", "visit", number=visit.visit)
    happened = _happened(reader, occasion, draft, visit, replaced)
    is_later = occasion.now.utc_ms - happened.utc_ms >= AT_ONCE_MS
    later = Later(happened.utc_ms, ON_ROAD) if is_later else None
    return Received(happened, visit if visit and not visit.outcome else None, later)


def _at_counter(
    reader: Reader, occasion: Occasion, draft: DossierDraft, replaced: EventId | None
) -> Received:
    if draft.later is None:
        return Received(occasion.now)
    happened, later = checked_later(
        reader, occasion.reference, occasion.session, draft.later, occasion.now, replaced
    )
    return Received(happened, later=later)


def _visit(reader: Reader, draft: DossierDraft) -> VisitRow | None:
    """The visit by its number; one that the point's other desk planned is unknown here: it is named all the same, and ended there."""
    number = read_local_number(LocalKind.VISIT, draft.visit)
    rows = (*reader.visits(only_open=True), *reader.visits(only_open=False))
    return next((row for row in rows if row.visit == number), None)


def _corrects(reader: Reader, visit: VisitRow, replaced: EventId | None) -> bool:
    """Whether a draft corrects what came from the visit: that has ended it already."""
    before = reader.event(replaced) if replaced is not None else None
    return before is not None and read_dossier_accepted(before).visit == visit.visit


def _happened(
    reader: Reader, occasion: Occasion, draft: DossierDraft, visit: VisitRow | None, replaced: EventId | None
) -> Moment:
    """When it was received: not before the visit was asked for, not to come, and not long ago, but for what was let in before."""
    now, told_ms = occasion.now, draft.received_ms
    if not told_ms:
        return now
    days = occasion.figure(LATE_DAYS)
    at = Moment(told_ms, now.offset_min)
    asked = reader.any_event(visit.event) if visit is not None else None
    earliest_ms = asked.envelope.happened.utc_ms if asked is not None else 0
    before = reader.event(replaced) if replaced is not None else None
    kept = before is not None and before.envelope.happened.utc_ms == told_ms
    too_old = not kept and local_date(at) < local_date(now) - timedelta(days=days)
    if too_old or not earliest_ms <= told_ms <= now.utc_ms:
        raise DeskError("visit.received_when", "happened", days=days)
    return at
