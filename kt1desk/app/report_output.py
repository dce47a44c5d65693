"""Reports as files of their own: PDF, XLSX or CSV by the ending of the name. That one leaves the desk is written down first.

This module must not know any screen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from kt1desk.app.desk import OpenDesk
from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Act
from kt1desk.domain.reporting.report import Table
from kt1desk.exchange.new_file import write_new
from kt1desk.exchange.sheets.report_files import report_csv, report_xlsx
from kt1desk.printing.templates.report import report_pdf
from kt1desk.services.audit_log import note_export
from kt1desk.services.course import closing
from kt1desk.services.report_values import Shown

Maker = Callable[[Shown, bool], bytes]
_MAKERS: Mapping[str, Maker] = MappingProxyType(
    {
        ".pdf": lambda shown, trial: report_pdf(shown.report, shown.issued, trial=trial),
        ".xlsx": lambda shown, _trial: report_xlsx(shown.report, shown.issued),
        ".csv": lambda shown, _trial: report_csv(shown.report, shown.issued),
    }
)
_EXPORT = "report"


def save_report(desk: OpenDesk, shown: Shown, path: str) -> Path:
    """Write the file; returns where it is.

    Raises:
        DeskError: ``reporting.file_ending``, ``reporting.file_exists``, ``province.folder`` with field ``file``; ``paper.*``; ``disk.*``;
            rights; ``work.stopped``: nothing was written.
    """
    file, maker = report_file(path)
    desk.require(Act.SEE_KT1_REPORTS if shown.kt1 else Act.SEE_REPORTS)
    data = maker(shown, desk.session.desk.trial)
    rows = sum(len(each.rows) for each in shown.report.sections if isinstance(each, Table))
    closing()
    note_export(desk.store, desk.session.actor.user_id, _EXPORT, (rows, data))
    try:
        write_new(file, data, taken="reporting.file_exists", mode=0o600)
    except DeskError as error:
        raise DeskError(error.code, "file", **error.details) from error
    return file


def report_file(path: str) -> tuple[Path, Maker]:
    """A file that a report can be written to, and who makes its bytes: for a trial desk or a real one.

    Raises:
        DeskError: ``reporting.file_ending``, ``reporting.file_exists`` with field ``file``.
    """
    file = Path(path.strip().strip('"')).expanduser()
    maker = _MAKERS.get(file.suffix.lower())
    if maker is None:
        raise DeskError("reporting.file_ending", "file")
    if file.exists():
        raise DeskError("reporting.file_exists", "file")
    return file, maker


def proposed_name(shown: Shown) -> str:
    """Where a report may go: in the user's own folder, named by its number, or by its template and days."""
    if shown.issued is not None:
        name = f"{shown.issued.number}-v{shown.issued.version}"
    else:
        name = f"{shown.report.template}-{shown.report.first}-{shown.report.last}".replace("_", "-")
    return str(Path.home() / f"{name}.pdf")
