"""What reports ask of whoever gathers for them: of whom reports can be made here, and all that one is made from.

This module must not know where any of it is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.reporting.periods import Period
from kt1desk.domain.reporting.sources import Scope, Sources
from kt1desk.domain.reporting.template import ReportTemplate
from kt1desk.services.issued_ports import IssuedReader
from kt1desk.services.ports import Reader
from kt1desk.services.report_ports import FigureReader
from kt1desk.services.rows import DeskRow

PROVINCE = "province"
"""Scope of the whole province, as it is written down."""


class ReportReader(Reader, FigureReader, IssuedReader, Protocol):
    """Reading of all that reports are made from."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A report that somebody wants: its template, the days, of whom, and on which day it is made."""

    template: ReportTemplate
    period: Period
    scope: Scope
    on: date


@dataclass(frozen=True, slots=True)
class Basis:
    """What a report is made from, and what must be known of it: sentences that go before its other notes."""

    sources: Sources
    notes: tuple[str, ...] = ()


class ReportSource(Protocol):
    """Where figures, entries and names come from."""

    def scopes(self, reader: ReportReader, desk: DeskRow, on: date) -> tuple[Scope, ...]:
        """Of whom reports can be made here, the usual one first; never none.

        Raises:
            DeskError: ``reference.*``.
        """

    def gather(self, reader: ReportReader, desk: DeskRow, wanted: Wanted) -> Basis:
        """All that the report is made from.

        Raises:
            DeskError: ``reference.*``.
        """


def written(scope: Scope) -> str:
    """A scope as it is written down."""
    return scope.key or PROVINCE


def scope_of_point(reference: ReferenceData, point: str, on: date) -> Scope:
    """One point.

    Raises:
        DeskError: ``reference.*``.
    """
    name = reference.point(point, on).name
    provider = str(reference.setting("provider.name", on).value)
    return Scope(f"Điểm {name}", (provider, name), point, frozenset({point}))
