"""Registers that are views, on the services of an open desk: read, printed, written into files. This module must not know any screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from kt1desk.app.desk import OpenDesk, PaperFit
from kt1desk.app.report_output import proposed_name, save_report
from kt1desk.app.report_services import report_papers_of
from kt1desk.services.blank_forms import FOR_VIEW, BlankForms
from kt1desk.services.register_view_books import CASES, LATER
from kt1desk.services.register_view_kinds import RegisterView
from kt1desk.services.register_views import Asked, RegisterViews
from kt1desk.services.report_values import Shown

_OF_DOSSIERS = f"Của hồ sơ: chọn «{CASES.title}»."
"""What is entered later has two forms; the other one belongs to the register of dossiers."""


class RegisterViewCounter:
    """Implements `kt1desk.desktop.needs.registers.RegisterViewNeeds`; ``wake`` tells the printers that a paper waits."""

    def __init__(self, desk: OpenDesk, wake: Callable[[], None]) -> None:
        self._open, self._tell = desk, wake
        self._views = RegisterViews(desk.store, desk.reference, desk.clock)
        self._blank = BlankForms(desk.store, desk.reference, desk.clock, PaperFit())

    def register_views(self) -> Sequence[RegisterView]:
        """See the port."""
        return self._views.readable(self._open.session)

    def register_today(self) -> date:
        """See the port."""
        return self._open.today

    def register_lines(self, asked: Asked) -> Shown:
        """See the port."""
        return self._views.shown(self._open.session, asked)

    def print_blank(self, view: str, sheets: int) -> None:
        """See the port."""
        self._blank.print(self._open.session, FOR_VIEW.get(view, ""), sheets)
        self._tell()

    def blank_title(self, view: str) -> str:
        """See the port."""
        title = self._blank.title(FOR_VIEW.get(view, ""))
        return f"{title}. {_OF_DOSSIERS}" if view == LATER.code else title

    def proposed_file(self, shown: Shown) -> str:
        """See the port."""
        return proposed_name(shown)

    def save_report(self, shown: Shown, path: str) -> str:
        """See the port."""
        return str(save_report(self._open, shown, path))

    def print_report(self, shown: Shown) -> None:
        """See the port."""
        report_papers_of(self._open).print(self._open.session, shown)
        self._tell()
