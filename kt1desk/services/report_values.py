"""Reports as they are asked for, made, issued and read again. This module must not know where anything is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kt1desk.domain.reporting.issued import Issued
from kt1desk.domain.reporting.periods import Period
from kt1desk.domain.reporting.report import Report
from kt1desk.domain.reporting.sources import Scope
from kt1desk.domain.reporting.template import ReportTemplate

FILE_KINDS = ("pdf", "xlsx", "csv")
"""Endings of the files that a report can be written to."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which report is wanted: code of the template, the days, and of whom (code of the point, or ``province``; "" for the usual)."""

    template: str
    period: Period
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be asked for on a day: templates that the user may see, and scopes, the usual one first."""

    templates: tuple[ReportTemplate, ...]
    scopes: tuple[Scope, ...]
    on: date


@dataclass(frozen=True, slots=True)
class Made:
    """A report that was made and not issued.

    Attributes:
        asked: what it answers, with its scope said.
        report: what it says.
        before: under which number and version the same report was issued here last; None where it was not.
        kt1: whether it speaks of KT1 items.
    """

    asked: Asked
    report: Report
    before: Issued | None
    kt1: bool


@dataclass(frozen=True, slots=True)
class IssuedReport:
    """A version of a report that was issued: when and by whom, what it is called, and what it answered."""

    issued: Issued
    title: str
    asked: Asked
    revision: str
    kt1: bool


@dataclass(frozen=True, slots=True)
class ReadReport:
    """An issued report as it was frozen."""

    entry: IssuedReport
    report: Report


@dataclass(frozen=True, slots=True)
class Shown:
    """A report that goes to paper or into a file: under which number it was issued, None for a draft, and whether it speaks of KT1."""

    report: Report
    issued: Issued | None
    kt1: bool


def shown(of: Made | ReadReport) -> Shown:
    """A report that was made is a draft; one that was read was issued."""
    if isinstance(of, Made):
        return Shown(of.report, None, of.kt1)
    return Shown(of.report, of.entry.issued, of.entry.kt1)
