"""What is out with whom: the open delivery lists line by line, an item that is fetched at the counter, and what cannot be delivered.

Parties of A, B and C items are left out for whoever may not see them. This module writes nothing, and it must not know how a line is shown.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from kt1desk.domain import custody
from kt1desk.domain.custody import Holder, HolderKind, State, Step, ThingKind, after
from kt1desk.domain.due import Due
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import Party
from kt1desk.domain.identifiers import normalise_number
from kt1desk.domain.kt1 import Secrecy
from kt1desk.domain.permissions import Act, act_for, permits
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.registers import RECEIVERS
from kt1desk.domain.service import Service
from kt1desk.services.custody_rows import HeldItem, RoundRow
from kt1desk.services.custody_steps import check_in_hand, held_item, may_step, occasion
from kt1desk.services.delivery_rules import registered_names
from kt1desk.services.destinations import destination_of
from kt1desk.services.due import DueClock, first_stop
from kt1desk.services.ports import Clock, Journal, Reader
from kt1desk.services.rights import require_now
from kt1desk.services.sessions import Session

_ATTEMPTS = "dossier.attempts_max"
_OUT = frozenset({State.OUT, State.ATTEMPTED})
"""States in which an item of a list may still be with its postman."""
_TURNS = (Step.FORWARD, Step.RETURN, Step.SET_ASIDE)
_TURNED_FROM = tuple(
    state for state in State if any(after(ThingKind.ITEM, state, step) is not None for step in _TURNS)
)
"""States from which an item can be forwarded, returned or set aside."""


@dataclass(frozen=True, slots=True)
class Whither:
    """To whom an item goes.

    Attributes:
        party: None where it is not known here, or whoever asks may not see it.
        hidden: whether it is known and may not be seen.
        only_named: whether nobody but the person named on the cover may take it.
        takers: who is registered to take for the agency; nobody where anybody of it may.
    """

    party: Party | None = field(repr=False)
    hidden: bool = False
    only_named: bool = False
    takers: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One item of a delivery list, ``line`` counted from 1; 0 for one that is fetched at the counter.

    ``is_out`` is whether the postman still has it.
    """

    item: HeldItem
    due: Due
    whither: Whither
    line: int = 0
    is_out: bool = False


@dataclass(frozen=True, slots=True)
class RoundSheet:
    """An open delivery list with the name of its postman and all its lines, done or not."""

    row: RoundRow
    postman_name: str
    lines: tuple[SheetLine, ...]


@dataclass(frozen=True, slots=True)
class TurnableItem:
    """An item in hand that can be turned from its way.

    Attributes:
        tried: how many attempts are known; ``reason`` is the code of the first one, "" before it.
        tried_enough: whether a result was offered as often as it must be before it goes back; of KT1 items nothing says how often.
    """

    line: SheetLine
    tried: int
    reason: str
    tried_enough: bool = False


@dataclass(frozen=True, slots=True)
class _Sight:
    """Who looks, and when."""

    session: Session
    on: date
    clock: DueClock


class RoundSheets:
    """Answers for whoever delivers."""

    service: ClassVar[Service] = Service.KT1

    def __init__(self, journal: Journal, reference: ReferenceData, clock: Clock) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock

    def open(self, session: Session) -> tuple[RoundSheet, ...]:
        """The lists of this desk of which something is still out, oldest first.

        Raises:
            DeskError: rights.
        """
        with self._journal.read() as reader:
            sight = self._sight(reader, session)
            rows = reversed(reader.rounds(only_open=True, service=self.service))
            return tuple(self._sheet(reader, sight, row) for row in rows)

    def fetched(self, session: Session, item: str) -> SheetLine:
        """An item that somebody wants to fetch at the counter.

        Raises:
            DeskError: ``custody.*``, ``shift.not_open``, rights.
        """
        number = normalise_number(item)
        with self._journal.read() as reader:
            at = occasion(reader, session, Act.DELIVER_ITEM, self._clock, self.service)
            standing = may_step(reader, ThingKind.ITEM, number, Step.DELIVER, self.service)
            check_in_hand(standing.holder, at, number)
            wanted = held_item(reader, number, self.service)
            return self._line(reader, self._sight(reader, session), wanted)

    def turnable(self, session: Session) -> tuple[TurnableItem, ...]:
        """What whoever asks has in hand, or lies in a place here, and can be forwarded, returned or set aside.

        Raises:
            DeskError: rights.
        """
        with self._journal.read() as reader:
            sight = self._sight(reader, session)
            held = reader.held(states=_TURNED_FROM, service=self.service)
            rows = [row for row in held if _in_hand(row, session)]
            return tuple(
                self._turnable(reader, sight, found.item) for found in sight.clock.listed(reader, rows)
            )

    def _sight(self, reader: Reader, session: Session) -> _Sight:
        act = act_for(self.service, Act.SEE_CUSTODY)
        on = require_now(session, act, reader.open_shift(), self._clock)
        return _Sight(session, on, DueClock.at(self._reference, on, self._clock.now().utc_ms))

    def _sheet(self, reader: Reader, sight: _Sight, row: RoundRow) -> RoundSheet:
        user = reader.user(row.postman)
        has_it = custody.person(sight.session.desk.point, row.postman)
        lines = []
        for at, number in enumerate(row.items, 1):
            item = reader.held_item(number, service=self.service)
            if item is not None:
                is_out = item.state in _OUT and item.holder == has_it
                lines.append(self._line(reader, sight, item, at, is_out=is_out))
        return RoundSheet(row, user.name if user is not None else row.postman, tuple(lines))

    def _line(
        self, reader: Reader, sight: _Sight, item: HeldItem, line: int = 0, *, is_out: bool = False
    ) -> SheetLine:
        due = sight.clock.of(item, first_stop(reader, item))
        return SheetLine(item, due, self._whither(reader, sight, item), line, is_out)

    def _turnable(self, reader: Reader, sight: _Sight, item: HeldItem) -> TurnableItem:
        first = reader.first_attempt(item.item, service=self.service)
        reason = first.reason if first is not None else ""
        tried = reader.attempts(item.item, service=self.service)
        return TurnableItem(self._line(reader, sight, item), tried, reason, self._enough(sight, item, tried))

    def _enough(self, sight: _Sight, item: HeldItem, tried: int) -> bool:
        is_result = self.service is Service.TTHC and not item.returning
        return is_result and tried >= self._reference.setting_int(_ATTEMPTS, sight.on)

    def _whither(self, reader: Reader, sight: _Sight, item: HeldItem) -> Whither:
        to = destination_of(reader, self._reference, item, sight.on)
        marked = Secrecy(item.secrecy or Secrecy.NONE).is_marked
        hidden = marked and not permits(sight.session.actor, Act.SEE_SECRET_PARTIES, sight.on)
        names = registered_names(reader.register_rows(RECEIVERS), to, sight.on)
        return Whither(
            party=None if hidden else to.party,
            hidden=hidden and to.party is not None,
            only_named=item.named_person and not item.returning,
            takers=() if hidden else names,
        )


def _in_hand(item: HeldItem, session: Session) -> bool:
    """Whether whoever asks has it, or a place of this point."""
    try:
        holder = Holder.parse(item.holder)
    except DeskError:
        return False
    mine = custody.person(session.desk.point, session.actor.user_id)
    return item.holder == mine or (holder.kind is HolderKind.PLACE and holder.point == session.desk.point)
