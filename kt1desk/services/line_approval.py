"""The written approval on which the KT1 register goes over the network: entered by an administrator, kept in the register itself.

The network is off for KT1 until somebody approved it in writing; the desk file must allow it as well. Of the approval its number and date
are kept, never a word of what it says. This module must not know how anything travels.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

from kt1desk.domain.desk_file import Transport
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId, Stream
from kt1desk.domain.facts import LineAllowed, LineClosed
from kt1desk.domain.permissions import Act
from kt1desk.domain.text import required
from kt1desk.services.custody_rows import LineRow
from kt1desk.services.ports import Appending, Clock, Journal, Reader
from kt1desk.services.rights import require_now
from kt1desk.services.sessions import Session
from kt1desk.services.set_up import TRIAL_DEVICE
from kt1desk.services.shifts import local_date

MAX_NUMBER = 30
_NUMBER = re.compile(r"(?=[^0-9]*[0-9])[0-9A-ZĐÂĂÊÔƠƯ]+(?:[/.-][0-9A-ZĐÂĂÊÔƠƯ]+)*")
"""Number and sign of an official paper («12/BĐT», «345/QĐ-BĐT», NĐ 30/2020, Phụ lục I): no blank, so no sentence fits in."""


class Closing(StrEnum):
    """Why the line was closed."""

    ENDED = "ended"
    """The approval was for a time that is over."""
    WITHDRAWN = "withdrawn"
    """Whoever gave it took it back."""
    UNSAFE = "unsafe"
    """Something about the line or the machine is not safe."""
    MOVED = "moved"
    """The desk leaves this place or this service."""


class LineApproval:
    """The use cases of an administrator who has the approval in his hands."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def state(self, session: Session) -> LineRow | None:
        """Whether the line is allowed and by what; None where nobody ever said anything.

        Raises:
            DeskError: ``user.not_allowed``.
        """
        with self._journal.read() as reader:
            require_now(session, Act.SEE_LINE, reader.open_shift(), self._clock)
            return reader.kt1_line()

    def open(self, session: Session, number: str, day: date) -> LineRow:
        """Let the KT1 register go over the network. The same approval once more changes nothing; another one takes its place.

        Args:
            session: an administrator.
            number: of the written approval, as its register has it.
            day: its date.

        Raises:
            DeskError: ``user.not_allowed``; ``line.approval_number``, ``line.approval_day``, ``text.*``; ``store.no_desk``;
                ``line.file_forbids`` where the desk file allows no network, ``trust.trial_desk``; ``disk.*``.
        """
        with self._journal.work() as work:
            require_now(session, Act.ALLOW_LINE, work.open_shift(), self._clock)
            _check_file(work)
            approval = approval_number(number)
            if day > local_date(self._clock.now()):
                raise DeskError("line.approval_day", "day")
            known = work.kt1_line()
            if (
                known is None
                or not known.allowed
                or (known.approval, known.day) != (approval, day.isoformat())
            ):
                fact = LineAllowed(approval, day.isoformat(), session.desk.point)
                work.append(fact, Appending(session.actor.user_id))
                work.commit()
        return self._now()

    def close(self, session: Session, reason: Closing) -> LineRow:
        """Keep the KT1 register off the network again; the desk goes on by file and paper.

        Raises:
            DeskError: ``user.not_allowed``; ``line.not_allowed`` where it is not open; ``disk.*``.
        """
        with self._journal.work() as work:
            require_now(session, Act.ALLOW_LINE, work.open_shift(), self._clock)
            known = work.kt1_line()
            if known is None or not known.allowed:
                raise DeskError("line.not_allowed")
            work.append(LineClosed(reason.value, session.desk.point), Appending(session.actor.user_id))
            work.commit()
        return self._now()

    def _now(self) -> LineRow:
        with self._journal.read() as reader:
            row = reader.kt1_line()
        if row is None:
            raise DeskError("line.not_allowed")
        return row


def _check_file(reader: Reader) -> None:
    """An approval opens nothing that the province's desk file does not allow: it would only look open."""
    desk = reader.desk()
    opened = reader.event(EventId(desk.device, Stream.COUNTER, desk.incarnation, 1)) if desk else None
    if opened is None:
        raise DeskError("store.no_desk")
    if opened.id.device == TRIAL_DEVICE:
        raise DeskError("trust.trial_desk")
    told = opened.body().get("transports", ())
    if not (isinstance(told, list) and Transport.NETWORK.value in told):
        raise DeskError("line.file_forbids")


def approval_number(typed: str) -> str:
    """The number as it is kept: capitals, no blanks.

    Raises:
        DeskError: ``text.*``; ``line.approval_number`` for what is no number of an official paper.
    """
    number = required(typed, "approval", MAX_NUMBER).upper()
    if not _NUMBER.fullmatch(number):
        raise DeskError("line.approval_number", "approval")
    return number
