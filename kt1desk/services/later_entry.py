"""Entering later what was done on paper: when it really happened, and the event that says so beside the one that was entered.

Shift, drawer and rights stay those of the entry; price and deadline are those of the real time. This module must not know what is entered.
"""

from __future__ import annotations

from dataclasses import replace

from kt1desk.domain.coded import CodeList
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, EventId, Moment, Stream
from kt1desk.domain.facts import EnteredLater, Kt1EnteredLater
from kt1desk.domain.later import FIELD, REASON_FIELD, Bounds, Later, check_later, sheet_number
from kt1desk.domain.reference import ReferenceData
from kt1desk.services.agreed_time import parse_agreed
from kt1desk.services.case_steps import coded
from kt1desk.services.ports import Appending, Reader, Work
from kt1desk.services.sessions import Session
from kt1desk.services.shifts import local_date

LATER_DAYS = "entry.later_days"
"""Key of the setting: for so many days what was written on paper may be entered."""


def read_real_time(text: str, now: Moment) -> int:
    """A real time as people type it, in UTC milliseconds: ``14:52`` (today), ``14:52 22/11``; whether it may be is not looked at.

    Raises:
        DeskError: ``later.shape`` at the time's input.
    """
    try:
        return parse_agreed(text, now)
    except DeskError as error:
        raise DeskError("later.shape", FIELD) from error


def said_before(reader: Reader, event: Event, number: str) -> Later | None:
    """What was said of an event when it was entered later, so that a correction keeps it; None where it was entered at once."""
    row = reader.later_of(number) if event.envelope.entered is not None else None
    return Later(event.envelope.happened.utc_ms, row.reason, row.sheet) if row is not None else None


def checked_later(
    reader: Reader,
    reference: ReferenceData,
    session: Session,
    said: Later,
    now: Moment,
    replaced: EventId | None = None,
) -> tuple[Moment, Later]:
    """When it really happened, and what is written of it; the rules are `kt1desk.domain.later`'s.

    Args:
        reader: the journal: it knows since when there is this desk.
        reference: reasons, and for how many days.
        session: at which desk it is entered.
        said: as the clerk has it.
        now: the wall clock.
        replaced: the acceptance that this one corrects, None for none: its real time is not too old now.

    Raises:
        DeskError: ``later.*``; ``code.unknown`` at `REASON_FIELD`.
    """
    today = local_date(now)
    days = reference.setting_int(LATER_DAYS, today)
    began = reader.event(EventId(session.desk.device, Stream.COUNTER, 1, 1))
    desk_ms = began.envelope.happened.utc_ms if began is not None else 0
    before = reader.event(replaced) if replaced is not None else None
    kept_ms = before.envelope.happened.utc_ms if before is not None else 0
    check_later(said, Bounds(now.utc_ms, now.offset_min, days, desk_ms, kept_ms=kept_ms))
    coded(reference, CodeList.LATER, said.reason, today, REASON_FIELD)
    return Moment(said.at_ms, now.offset_min), replace(said, sheet=sheet_number(said.sheet))


def write_later(work: Work, session: Session, entered: Event, number: str, said: Later) -> Event:
    """Say that an event was entered later; it stands in the same stream, and names the event as its parent."""
    kind = Kt1EnteredLater if entered.id.stream is Stream.KT1 else EnteredLater
    fact = kind(number, said.reason, session.desk.point, said.sheet)
    return work.append(fact, Appending(session.actor.user_id, parents=(entered.id,)))
