"""What the page of registers needs: the registers, their entries, choices for a column; and the monthly statement of an agency.

Fields of refusals: the codes of columns, ``entry``; ``agency``, ``month``; ``register``, ``days``, ``file``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from kt1desk.desktop.needs.reports import ReportOutNeeds

if TYPE_CHECKING:  # named in annotations only: the log-in page is painted without them
    from datetime import date

    from kt1desk.desktop.needs.machines import Choice
    from kt1desk.domain.reference import Agency
    from kt1desk.domain.register_columns import Column, Register
    from kt1desk.services.register_book import Book
    from kt1desk.services.register_view_kinds import RegisterView
    from kt1desk.services.register_views import Asked
    from kt1desk.services.report_values import Shown
    from kt1desk.services.statements import Statement


class BookNeeds(Protocol):
    """What the work «Sổ» needs."""

    def registers(self) -> Sequence[Register]:
        """All registers, in their order."""

    def book(self, register: str) -> Book:
        """A register with its entries.

        Raises:
            DeskError: ``register.unknown``, rights.
        """

    def column_choices(self, column: Column, text: str) -> Sequence[Choice]:
        """What can stand in a column of codes, users or agencies, found by a fragment.

        Raises:
            DeskError: rights.
        """

    def enter(self, register: str, entry: str, values: Mapping[str, str]) -> str:
        """Make an entry, or a new wording of one; returns its key.

        Raises:
            DeskError: ``register.*``, ``code.unknown``, ``text.*``, rights.
        """


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement, and by which offset its times are shown."""

    statement: Statement
    offset_min: int


class StatementNeeds(Protocol):
    """What the work «Bảng kê tháng» needs."""

    def agencies(self, text: str) -> Sequence[Agency]:
        """Agencies that a fragment finds.

        Raises:
            DeskError: rights.
        """

    def last_month(self) -> str:
        """The month that ended last: ``2026-10``."""

    def statement(self, agency: str, month: str) -> StatementView:
        """What an agency has to pay for a month.

        Raises:
            DeskError: ``statement.month``, ``reference.agency_unknown``, rights.
        """

    def print_statement(self, agency: str, month: str) -> None:
        """Print it.

        Raises:
            DeskError: ``statement.empty``, ``paper.text_does_not_fit``, ``shift.not_open``, rights.
        """


class RegisterViewNeeds(ReportOutNeeds, Protocol):
    """What the work «Sổ theo ngày» needs."""

    def register_views(self) -> Sequence[RegisterView]:
        """Registers of which this user may read any line."""

    def register_today(self) -> date:
        """The day that is proposed."""

    def register_lines(self, asked: Asked) -> Shown:
        """The lines of some days, as they go to paper and into files.

        Raises:
            DeskError: ``register.unknown``, ``register.too_many``, ``record.doubted``, rights.
        """

    def blank_title(self, view: str) -> str:
        """What the blank sheets are called that stand in for a register, "" where there are none. In memory."""

    def print_blank(self, view: str, sheets: int) -> None:
        """Queue blank sheets that stand in for a register.

        Raises:
            DeskError: ``blank.unknown``, ``blank.sheets``, ``paper.*``, ``disk.*``, rights.
        """


class RegisterNeeds(BookNeeds, StatementNeeds, RegisterViewNeeds, Protocol):
    """What the page needs."""
