"""What the page of registers and statements needs, on the services. This module must not know any screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from kt1desk.app.custody_services import CustodyServices
from kt1desk.app.desk import PaperFit
from kt1desk.app.register_view_counter import RegisterViewCounter
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.registers import StatementView
from kt1desk.domain.coded import words_of
from kt1desk.domain.reference import Agency
from kt1desk.domain.register_columns import Column, Kind, Register
from kt1desk.domain.text import fold
from kt1desk.services.register_book import Book, RegisterBooks
from kt1desk.services.statements import Statements


class RegisterCounter(RegisterViewCounter):
    """Implements `kt1desk.desktop.needs.registers.RegisterNeeds`."""

    def __init__(self, services: CustodyServices) -> None:
        desk = services.desk
        super().__init__(desk, services.wake)
        self._services = services
        self._books = RegisterBooks(desk.store, desk.reference, desk.clock)
        self._statements = Statements(desk.store, desk.reference, desk.clock, PaperFit())

    def registers(self) -> Sequence[Register]:
        """See the port."""
        return self._services.registers.readable(self._services.desk.session)

    def book(self, register: str) -> Book:
        """See the port."""
        return self._books.open(self._services.desk.session, register)

    def column_choices(self, column: Column, text: str) -> Sequence[Choice]:
        """See the port."""
        desk = self._services.desk
        if column.kind is Kind.AGENCY:
            return [Choice(row.agency_id, row.name) for row in self.agencies(text)]
        if column.kind is Kind.COMMUNE:
            rows_held = (row for row in desk.reference.communes if row.holds(desk.today))
            found = [Choice(row.code, row.full_name) for row in rows_held]
        elif column.kind is Kind.USER:
            found = [Choice(user, name) for user, name in self._books.users(desk.session)]
        elif column.code_list is not None:
            rows = words_of(desk.reference.coded, column.code_list, desk.today)
            found = [Choice(row.code, row.name) for row in rows]
        else:
            found = []
        words = fold(text).split()
        return [each for each in found if all(word in fold(f"{each.text} {each.key}") for word in words)]

    def enter(self, register: str, entry: str, values: Mapping[str, str]) -> str:
        """See the port."""
        return self._services.registers.enter(self._services.desk.session, register, entry, values).entry

    def agencies(self, text: str) -> Sequence[Agency]:
        """See the port."""
        return self._services.desk.finder.agencies(self._services.desk.session, text)

    def last_month(self) -> str:
        """See the port."""
        return f"{self._services.desk.today.replace(day=1) - timedelta(days=1):%Y-%m}"

    def statement(self, agency: str, month: str) -> StatementView:
        """See the port."""
        desk = self._services.desk
        made = self._statements.month(desk.session, agency, month)
        return StatementView(made, desk.clock.now().offset_min)

    def print_statement(self, agency: str, month: str) -> None:
        """See the port."""
        self._statements.print_month(self._services.desk.session, agency, month)
        self._services.wake()
