"""A report in the print queue: its canonical bytes as one text, and what stands on the paper beside it.

A job prints as it was committed, so the whole report waits there and not a number by which it would be looked up. This module must not know
where anything stands on the paper.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kt1desk.domain.errors import DeskError
from kt1desk.domain.reporting.frozen import frozen, thawed
from kt1desk.domain.reporting.issued import Issued
from kt1desk.domain.reporting.report import Report
from kt1desk.printing.document import Document
from kt1desk.printing.templates.base import Template, read_values, reprint_text
from kt1desk.printing.templates.report import Printing, report_document

NAME = "report"
NAME_OF_CASES = "report_of_cases"
VERSION = 1
LONGEST = 900_000
"""Characters of a report in a job."""


@dataclass(frozen=True, slots=True)
class ReportValues:
    """The texts of a job.

    Attributes:
        report: `kt1desk.domain.reporting.frozen`, as text.
        printed_at: local time of the paper.
        number, revision, issued_on, issued_by: of an issued report (`Issued`); "" in a draft.
        trial: "1" on the training device.
        reprinted_at: time of the reprint.
    """

    report: str
    printed_at: str
    number: str = ""
    revision: str = ""
    issued_on: str = ""
    issued_by: str = ""
    trial: str = ""
    reprinted_at: str = ""


def queued_values(
    report: Report, issued: Issued | None, printed_at: str, *, trial: bool = False
) -> dict[str, str]:
    """The texts of a job for the A4 printer; template `NAME`, version `VERSION`.

    Raises:
        DeskError: ``canonical.*`` where the report has no canonical form, ``paper.text_does_not_fit`` where it is too long for a job:
            some hundred pages, which go to a file.
    """
    text = frozen(report).decode()
    if len(text) > LONGEST:
        raise DeskError("paper.text_does_not_fit", "report")
    values = {"report": text, "printed_at": printed_at}
    if issued is not None:
        values |= {
            "number": issued.number,
            "revision": str(issued.version),
            "issued_on": issued.issued_on,
            "issued_by": issued.by,
        }
    return values | ({"trial": "1"} if trial else {})


def _build(raw: Mapping[str, str], copy: int) -> Document:
    values = read_values(ReportValues, raw)
    again = reprint_text(copy, values.reprinted_at)
    printing = Printing(_issued(values), values.printed_at, bool(values.trial), again)
    return report_document(_report(values), printing)


def _report(values: ReportValues) -> Report:
    try:
        return thawed(values.report.encode())
    except (DeskError, UnicodeEncodeError) as error:
        raise DeskError("paper.value_unknown", "report") from error


def _issued(values: ReportValues) -> Issued | None:
    if not values.number:
        return None
    if not (values.revision.isascii() and values.revision.isdigit()):
        raise DeskError("paper.value_unknown", "revision")
    try:
        day = date.fromisoformat(values.issued_on).isoformat()
    except ValueError as error:
        raise DeskError("paper.value_unknown", "issued_on") from error
    return Issued(values.number, int(values.revision), day, values.issued_by)


TEMPLATE = Template(NAME, VERSION, _build, {})
TEMPLATE_OF_CASES = Template(NAME_OF_CASES, VERSION, _build, {})
"""The same paper: by its name whoever is not cleared for KT1 answers for it."""
