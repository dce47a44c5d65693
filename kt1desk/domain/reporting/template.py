"""Templates: what a report tells, as rows of reference data.

Which numbers, sentences and charts a report has is said by a row that holds from one day to another and names its source; the program knows
no report by name. A template that exists is sound: everything in it was checked when it was made. This module must not know figures.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kt1desk.domain.dated import Dated
from kt1desk.domain.errors import DeskError
from kt1desk.domain.registers import REGISTERS
from kt1desk.domain.reporting.periods import Preset
from kt1desk.domain.reporting.template_checks import TemplateCheck
from kt1desk.domain.reporting.template_kinds import Quantities, Subject, subjects_of, subjects_of_register
from kt1desk.domain.reporting.template_parts import ListSection, Quantity, SectionOf


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTemplate(Dated):
    """One version of one report.

    Attributes:
        code: frozen.
        title: what the report is called.
        subjects: whose figures it tells; whoever makes or reads it needs the rights for each.
        presets: periods that are offered first; any from–to may be asked for.
        quantities: its numbers.
        sections: what it shows of them, in order.
        signers: titles of those who sign.
        notes: definitions that stand below the report.

    Raises:
        DeskError: ``reporting.template`` with ``where`` (code of the template and what is wrong in it).
    """

    code: str
    title: str
    subjects: frozenset[Subject]
    presets: tuple[Preset, ...]
    quantities: tuple[Quantity, ...]
    sections: tuple[SectionOf, ...]
    signers: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        try:
            self._check()
        except DeskError as error:
            where = f"{self.code}: {error.details.get('where', '')}"
            raise DeskError("reporting.template", "template", where=where) from error

    def _check(self) -> None:
        check = TemplateCheck(REGISTERS)
        for quantity in self.quantities:
            check.quantity(quantity)
        for section in self.sections:
            check.section(section)
        told = frozenset[Subject]().union(*map(subjects_of, self.quantities))
        for section in self.sections:
            if isinstance(section, ListSection):
                told |= subjects_of_register(section.choice.register)
        if not (self.code and self.title and self.sections and self.presets):
            raise DeskError("reporting.template", where="title")
        if not self.subjects or not told <= self.subjects:
            raise DeskError("reporting.template", where="subjects")

    @property
    def known(self) -> Quantities:
        """Its quantities by code."""
        return {quantity.code: quantity for quantity in self.quantities}


def template_of(templates: Iterable[ReportTemplate], code: str, on: date) -> ReportTemplate:
    """The version of a template in force on a day.

    Raises:
        DeskError: ``reporting.template_unknown``.
    """
    for template in templates:
        if template.code == code and template.holds(on):
            return template
    raise DeskError("reporting.template_unknown", "template")
