"""Keeping the registers: who may read them, who may write them, under which key an entry stands.

What a register holds is declared in the domain. This module must not know any column.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import BookEntered, RegisterEntered
from kt1desk.domain.permissions import Act, permits
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.register_columns import Kind, Register, checked
from kt1desk.domain.registers import PEOPLE, REGISTERS, register
from kt1desk.services.custody_rows import RegisterRow
from kt1desk.services.ports import Appending, Clock, Journal, Reader
from kt1desk.services.record_check import require_sound
from kt1desk.services.rights import require_now
from kt1desk.services.sessions import Session
from kt1desk.services.shifts import local_date

_BESIDE = "entry"
"""Slot of what names a natural person."""


def act_to_see(of: Register) -> Act:
    """The right that reading a register needs."""
    return Act.SEE_BOOKS if of.open_to_all else Act.SEE_REGISTERS


def act_to_keep(of: Register) -> Act:
    """The right that writing in a register needs."""
    return Act.KEEP_BOOKS if of.open_to_all else Act.KEEP_REGISTERS


class Registers:
    """The use cases of registers."""

    def __init__(self, journal: Journal, reference: ReferenceData, clock: Clock) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock

    def registers(self) -> tuple[Register, ...]:
        """All registers with their columns, in the order in which they are shown."""
        return tuple(REGISTERS.values())

    def readable(self, session: Session) -> tuple[Register, ...]:
        """The registers that somebody may read today, in the order in which they are shown.

        Raises:
            DeskError: rights, where he may read none.
        """
        with self._journal.read() as reader:
            on = require_now(session, Act.SEE_BOOKS, reader.open_shift(), self._clock)
        return tuple(each for each in self.registers() if permits(session.actor, act_to_see(each), on))

    def entries(self, session: Session, code: str) -> tuple[RegisterRow, ...]:
        """The entries of a register in their newest wording, in the order of their keys.

        Raises:
            DeskError: ``register.unknown``, ``record.doubted``, rights.
        """
        of = register(code)
        with self._journal.read() as reader:
            require_now(session, act_to_see(of), reader.open_shift(), self._clock)
            require_sound(reader)
            return tuple(reader.register_rows(code))

    def enter(self, session: Session, code: str, entry: str, values: Mapping[str, str]) -> RegisterRow:
        """Make an entry, or a new wording of one; the earlier ones stay in the journal.

        Args:
            session: who enters it.
            code: of the register.
            entry: key of the entry to be changed, "" for a new one.
            values: text by column.

        Raises:
            DeskError: ``register.*``, ``code.unknown``, ``text.*``, each at its column; rights.
        """
        of = register(code)
        with self._journal.work() as work:
            on = require_now(session, act_to_keep(of), work.open_shift(), self._clock)
            made = checked(of, values, self._reference.coded, on)
            stored = dict(made.values)
            self._check_known(work, of, stored, on)
            if code == PEOPLE and stored["user"] == session.actor.user_id:
                raise DeskError("register.own_entry", "user")
            key = self._key(work, of, entry, stored, session)
            wording = BookEntered if of.open_to_all else RegisterEntered
            fact = wording(code, key, made.values, session.desk.point)
            beside = {_BESIDE: dict(made.beside)} if made.beside else None
            work.append(fact, Appending(session.actor.user_id, particulars=beside))
            row = next(row for row in work.register_rows(code) if row.entry == key)
            work.commit()
        return row

    def _check_known(self, reader: Reader, of: Register, values: Mapping[str, str], on: date) -> None:
        """Ids must be of somebody who is there."""
        for column in of.columns:
            text = values.get(column.code, "")
            if text and column.kind is Kind.USER and reader.user(text) is None:
                raise DeskError("register.user_unknown", column.code, column=column.title)
            if text and column.kind is Kind.AGENCY:
                self._check_agency(text, column.code, on)
            if text and column.kind is Kind.COMMUNE:
                self._check_commune(text, column.code, on)

    def _check_agency(self, agency: str, field: str, on: date) -> None:
        """By its id alone: a call code may pass to another agency."""
        if not any(row.agency_id == agency and row.holds(on) for row in self._reference.agencies):
            raise DeskError("register.agency_unknown", field)

    def _check_commune(self, commune: str, field: str, on: date) -> None:
        if not any(row.code == commune and row.holds(on) for row in self._reference.communes):
            raise DeskError("register.commune_unknown", field)

    def _key(
        self, reader: Reader, of: Register, entry: str, values: Mapping[str, str], session: Session
    ) -> str:
        """The key of an entry: what its key column says, or the number it has or gets now."""
        if of.key:
            if entry and entry != values[of.key]:
                raise DeskError("register.key", of.key, column=of.column(of.key).title)
            return values[of.key]
        known = [row.entry for row in reader.register_rows(of.code)]
        if entry:
            if entry not in known:
                raise DeskError("register.entry_unknown", "entry")
            return entry
        prefix = f"{local_date(self._clock.now()):%y%m%d}-{session.desk.device}-"
        taken = [int(key.removeprefix(prefix)) for key in known if key.startswith(prefix)]
        return f"{prefix}{max(taken, default=0) + 1:03d}"
