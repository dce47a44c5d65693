"""Registers told to people: entries in words, until when each holds, and the choices for a column. Writing is `kt1desk.services.registers`.

This module must not know how an entry is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from kt1desk.domain.coded import word_for
from kt1desk.domain.permissions import Act, permits
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.register_columns import Column, Kind, Register
from kt1desk.domain.register_ends import Ending, ending, last_day
from kt1desk.domain.registers import PEOPLE, clearance_until, register
from kt1desk.services.custody_rows import RegisterRow
from kt1desk.services.ports import Clock, Journal
from kt1desk.services.record_check import require_sound
from kt1desk.services.registers import act_to_keep, act_to_see
from kt1desk.services.rights import require_now
from kt1desk.services.rows import UserRow
from kt1desk.services.sessions import Session


@dataclass(frozen=True, slots=True)
class BookEntry:
    """An entry.

    Attributes:
        entry: its key, "" for a cleared user who has no entry yet.
        values: as stored, by column; of such a user his id alone.
        words: the same for people: names for ids and codes, dates as they are stored.
        ending: until when it holds.
        cleared: of a user in the register of people, whether the province cleared him at all; True elsewhere.
    """

    entry: str
    values: Mapping[str, str] = field(repr=False)
    words: Mapping[str, str] = field(repr=False)
    ending: Ending
    cleared: bool = True


@dataclass(frozen=True, slots=True)
class Book:
    """A register with its entries: of those that run out the soonest first, then by key. ``may_keep``: whether the reader may write."""

    register: Register
    entries: tuple[BookEntry, ...]
    may_keep: bool


class RegisterBooks:
    """Reads registers."""

    def __init__(self, journal: Journal, reference: ReferenceData, clock: Clock) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock

    def open(self, session: Session, code: str) -> Book:
        """A register as it stands.

        Raises:
            DeskError: ``register.unknown``, ``reference.setting_missing``, ``record.doubted``, rights.
        """
        of = register(code)
        with self._journal.read() as reader:
            on = require_now(session, act_to_see(of), reader.open_shift(), self._clock)
            require_sound(reader)
            users = {row.user: row for row in reader.users()}
            rows = reader.register_rows(code)
            made = [self._entry(of, row, users, on) for row in rows]
        if code == PEOPLE:
            known = {row.entry for row in rows}
            made += [self._unentered(of, row, on) for row in users.values() if _is_missing(row, known)]
        ranked = sorted(made, key=lambda each: (each.ending.last or date.max, each.entry))
        return Book(of, tuple(ranked), permits(session.actor, act_to_keep(of), on))

    def users(self, session: Session) -> tuple[tuple[str, str], ...]:
        """Id and name of the users of this desk.

        Raises:
            DeskError: rights.
        """
        with self._journal.read() as reader:
            require_now(session, Act.SEE_REGISTERS, reader.open_shift(), self._clock)
            return tuple((row.user, row.name) for row in reader.users() if row.active)

    def _entry(self, of: Register, row: RegisterRow, users: Mapping[str, UserRow], on: date) -> BookEntry:
        last = last_day(of, row.values)
        cleared = True
        if of.code == PEOPLE:
            user = users.get(row.entry)
            enrolled = date.fromisoformat(user.clearance_until) if user and user.clearance_until else None
            cleared = enrolled is not None
            last = clearance_until([row.values], row.entry, enrolled) if cleared else last
        words = {
            column.code: self._words(column, row.values.get(column.code, ""), users) for column in of.columns
        }
        return BookEntry(row.entry, row.values, words, self._ending(last, on), cleared)

    def _unentered(self, of: Register, row: UserRow, on: date) -> BookEntry:
        """Somebody whom the province cleared and nobody has entered yet."""
        last = date.fromisoformat(row.clearance_until)
        return BookEntry("", {of.key: row.user}, {of.key: row.name}, self._ending(last, on))

    def _ending(self, last: date | None, on: date) -> Ending:
        return ending(last, on, self._reference.setting_int("register.warn_days", on))

    def _words(self, column: Column, text: str, users: Mapping[str, UserRow]) -> str:
        if not text:
            return ""
        if column.code_list is not None:
            return word_for(self._reference.coded, column.code_list, text)
        if column.kind is Kind.USER:
            return users[text].name if text in users else text
        if column.kind is Kind.AGENCY:
            found = [row for row in self._reference.agencies if row.agency_id == text]
            return max(found, key=lambda row: row.valid_from).name if found else text
        if column.kind is Kind.COMMUNE:
            return next((row.full_name for row in self._reference.communes if row.code == text), text)
        return text


def _is_missing(row: UserRow, known: Iterable[str]) -> bool:
    return row.active and bool(row.clearance_until) and row.user not in set(known)
